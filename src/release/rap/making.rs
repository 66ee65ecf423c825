//! The sheet of a case in the making: its interviews, and block by block what they say.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{AboutCase, CaseSheet, SheetBlock, SheetCode, SheetInterview, SheetText};
use crate::analysis::{CodeRow, Codebook, Columns, Selection, SessionFacts, contradictions};
use crate::anonymise::CleanText;
use crate::guide::{Guide, LocalisedText};
use crate::release::tables::{Frame, TableRequest};
use crate::release::{Level, Refused, Released};
use crate::session::{
    Case, CaseId, CellState, CooperationType, Counted, Note, NoteId, NoteKind, Polarity, SessionId,
    TopicId,
};

/// An interview of the case at hand.
pub(super) struct Member<'facts> {
    pub(super) facts: &'facts SessionFacts,
    pub(super) released: Released,
    pub(super) type_view: Option<CooperationType>,
}

/// A sheet in the making.
pub(super) struct Making<'making> {
    selection: Selection<'making>,
    request: &'making TableRequest<'making>,
    members: &'making [Member<'making>],
    columns: Columns,
    codebook: Codebook,
}

impl<'making> Making<'making> {
    pub(super) fn new(
        all: &Selection<'making>,
        request: &'making TableRequest<'making>,
        members: &'making [Member<'making>],
    ) -> Self {
        let selection = all.part(members.iter().map(|member| member.facts).collect());
        Self {
            columns: Columns::of(request.guide, &selection),
            codebook: Codebook::of(request.guide, &selection.facts.names),
            selection,
            request,
            members,
        }
    }

    pub(super) fn sheet(
        &self,
        case: CaseId,
        about: Option<&Case>,
        refused: Vec<Refused>,
    ) -> CaseSheet {
        let rows: HashMap<&str, usize> = self
            .codebook
            .rows()
            .iter()
            .enumerate()
            .map(|(place, row)| (row.code.as_str(), place))
            .collect();
        CaseSheet {
            frame: Frame::of(self.request, &self.selection),
            case,
            about: about.map(|case| about_case(case, self.request.level)),
            interviews: self
                .members
                .iter()
                .map(|member| self.interview(member))
                .collect(),
            blocks: (0..self.columns.blocks.len())
                .map(|index| self.block(index, &rows))
                .collect(),
            contradictions: contradictions(self.request.guide, &self.selection),
            refused,
        }
    }

    fn interview(&self, member: &Member<'_>) -> SheetInterview {
        let released = &member.released;
        let is_open = |state| matches!(state, CellState::Open | CellState::NotAsked);
        let cells = released.blocks().iter().flat_map(|block| &block.cells);
        let open = cells.filter(|cell| cell.title.is_some() && is_open(cell.state));
        SheetInterview {
            session: released.id().clone(),
            mode: released.mode(),
            language: released.language(),
            progress: released.progress(),
            attributes: released.attributes().clone(),
            notes: released.notes().len(),
            awaits_approval: member.facts.awaits_approval,
            type_view: member
                .type_view
                .filter(|_| self.request.level == Level::Working),
            open: open.map(|cell| cell.topic.clone()).collect(),
        }
    }

    fn block(&self, index: usize, rows: &HashMap<&str, usize>) -> SheetBlock {
        let block = &self.columns.blocks[index];
        let is_here = |topic: &TopicId| {
            let mut columns = block.topics.iter();
            columns.any(|column| &column.topic == topic)
        };
        let mut making = BlockMaking::default();
        for member in self.members {
            let cells = member
                .released
                .blocks()
                .iter()
                .flat_map(|block| &block.cells);
            let mut is_answered = false;
            for cell in cells.filter(|cell| is_here(&cell.topic)) {
                is_answered |= cell.state.counted() == Counted::In;
                let language = member.released.language();
                making
                    .summaries
                    .extend(cell.summary.as_ref().map(|text| SheetText {
                        session: member.released.id().clone(),
                        topic: cell.topic.clone(),
                        note: None,
                        text: text.clone(),
                        language,
                    }));
            }
            making.answered += usize::from(is_answered);
            let names = &self.selection.facts.names;
            let is_of_block = |topic| names.topic_of(topic).is_some_and(is_here);
            let mut counted: BTreeSet<NoteId> = BTreeSet::new();
            for note in self.selection.notes(member.facts) {
                counted.insert(note.row.id);
                // Each counts where others count it too, whether or not the level gives its text.
                if is_of_block(note.row.topic) || note.also_in.iter().any(is_of_block) {
                    let codes = note.codes.iter();
                    let own =
                        codes.filter_map(|code| self.codebook.counting(code).first().copied());
                    making.count(member.released.id(), note.row.polarity, own);
                }
            }
            for note in member.released.notes() {
                if counted.contains(&note.id) && is_here(&note.topic) {
                    let own = own_rows(note, self.request.guide, rows);
                    making.add(member.released.id(), note, own);
                }
            }
        }
        making.finish(
            block.block.clone(),
            block.title.clone(),
            self.codebook.rows(),
        )
    }
}

/// The rows of a note's codes after merges, none twice; none for codes that say nothing of content.
fn own_rows(note: &Note, guide: &Guide, rows: &HashMap<&str, usize>) -> BTreeSet<usize> {
    let codes = note.codes.iter().map(|code| guide.study.resolve(code));
    codes.filter_map(|code| rows.get(code).copied()).collect()
}

/// A block in the making.
#[derive(Default)]
struct BlockMaking {
    answered: usize,
    summaries: Vec<SheetText>,
    quotes: Vec<SheetText>,
    uncoded: Vec<SheetText>,
    texts: Vec<(BTreeSet<usize>, SheetText)>,
    said: BTreeMap<usize, [BTreeSet<SessionId>; 3]>,
}

impl BlockMaking {
    /// Counts the codes of a note that stands in the block or is linked into it.
    fn count(
        &mut self,
        session: &SessionId,
        polarity: Option<Polarity>,
        own: impl Iterator<Item = usize>,
    ) {
        for row in own {
            let said = self.said.entry(row).or_default();
            said[0].insert(session.clone());
            match polarity {
                Some(Polarity::Helps) => said[1].insert(session.clone()),
                Some(Polarity::Hinders) => said[2].insert(session.clone()),
                None => false,
            };
        }
    }

    /// Adds the text of a note that stands in the block.
    fn add(&mut self, session: &SessionId, note: &Note, own: BTreeSet<usize>) {
        let text = SheetText {
            session: session.clone(),
            topic: note.topic.clone(),
            note: Some(note.id),
            text: note.text.clone(),
            language: note.language,
        };
        match note.kind {
            NoteKind::Quote => self.quotes.push(text),
            _ if own.is_empty() => self.uncoded.push(text),
            _ => self.texts.push((own, text)),
        }
    }

    fn finish(self, block: String, title: Option<LocalisedText>, rows: &[CodeRow]) -> SheetBlock {
        let mut order: Vec<usize> = self.said.keys().copied().collect();
        let sessions = |row: &usize| self.said[row][0].len();
        order.sort_by_key(|row| (std::cmp::Reverse(sessions(row)), *row));
        let mut codes: Vec<SheetCode> = order
            .iter()
            .map(|row| {
                let [sessions, helps, hinders] = &self.said[row];
                SheetCode {
                    code: rows[*row].code.clone(),
                    label: rows[*row].label.clone(),
                    retired: rows[*row].retired,
                    sessions: sessions.len(),
                    helps: helps.len(),
                    hinders: hinders.len(),
                    notes: Vec::new(),
                }
            })
            .collect();
        for (own, text) in self.texts {
            let first = order.iter().position(|row| own.contains(row));
            if let Some(place) = first {
                codes[place].notes.push(text);
            }
        }
        SheetBlock {
            block,
            title,
            answered: self.answered,
            summaries: self.summaries,
            codes,
            uncoded: self.uncoded,
            quotes: self.quotes,
        }
    }
}

fn about_case(case: &Case, level: Level) -> AboutCase {
    let own = |text: &CleanText| {
        let is_shown = level == Level::Working && !text.as_str().is_empty();
        is_shown.then(|| text.clone())
    };
    AboutCase {
        label: own(&case.label),
        countries: case.countries.clone(),
        border: case.border,
        region: own(&case.region),
        branch: case.branch.clone(),
        stage: case.stage,
        agreed: case.agreed,
    }
}
