//! The RAP sheet (rapid analysis): what a case says, on about a page.
//!
//! Block by block the main points of its interviews, what helps and what hinders, quotes; then what contradicts itself and
//! what is still open. Sentences that sum a cell up come first, then notes by code. A sheet shows one case, so that there
//! is none at the levels that hide cases. Source of the form: the rapid assessment procedures of Hamilton and of
//! Vindrola-Padros, which sum up each interview by the topics of the guide before they are read side by side.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::tables::{Frame, TableRefusal, TableRequest, hides_sessions, select};
use super::{Level, Refused, Released, release};
use crate::analysis::{
    CodeRow, Codebook, Columns, Contradiction, Count, Facts, Selection, SessionFacts,
    contradictions,
};
use crate::anonymise::CleanText;
use crate::guide::{Guide, LocalisedText, Mode};
use crate::language::Language;
use crate::session::{
    Border, Case, CaseId, CellState, CooperationType, Counted, Note, NoteId, NoteKind, Polarity,
    Progress, Session, SessionId, Stage, TopicId,
};

/// The sheet of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseSheet {
    frame: Frame,
    case: CaseId,
    about: Option<AboutCase>,
    interviews: Vec<SheetInterview>,
    blocks: Vec<SheetBlock>,
    contradictions: Vec<Contradiction>,
    refused: Vec<Refused>,
}

/// What the form of a case says of it, as far as the level contains it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AboutCase {
    /// A neutral word for it; only at the working level.
    pub label: Option<CleanText>,
    /// The countries it lies in, as two capitals each.
    pub countries: Vec<String>,
    /// Over how many borders it works.
    pub border: Option<Border>,
    /// The region; only at the working level.
    pub region: Option<CleanText>,
    /// The branch; may be empty.
    pub branch: CleanText,
    /// Where in its life cycle it stands.
    pub stage: Option<Stage>,
    /// The type that the interviewers agreed on.
    pub agreed: Option<CooperationType>,
}

/// An interview of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetInterview {
    /// Which session.
    pub session: SessionId,
    /// How it was held.
    pub mode: Mode,
    /// Its language.
    pub language: Language,
    /// Where it stands.
    pub progress: Progress,
    /// Attributes that an export may hold: id, value id.
    pub attributes: BTreeMap<String, String>,
    /// How many notes the level contains.
    pub notes: usize,
    /// Whether the interviewee wants to see it first and has not approved it.
    pub awaits_approval: bool,
    /// The type as this interview shows it; only at the working level.
    pub type_view: Option<CooperationType>,
    /// Its cells that are open or were not asked, in the order of the guide.
    pub open: Vec<TopicId>,
}

/// What a case says in a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetBlock {
    /// The block's id.
    pub block: String,
    /// Its title; nothing if the guide does not have it.
    pub title: Option<LocalisedText>,
    /// In how many interviews one of its cells was answered, or there was nothing to say.
    pub answered: usize,
    /// The sentences that sum up its cells.
    pub summaries: Vec<SheetText>,
    /// Its codes, those of most interviews first.
    pub codes: Vec<SheetCode>,
    /// Notes without a code that says something of content.
    pub uncoded: Vec<SheetText>,
    /// What was said word by word.
    pub quotes: Vec<SheetText>,
}

/// A code in a block of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetCode {
    /// The code, after merges.
    pub code: String,
    /// How it is called; nothing if the codebook does not have it.
    pub label: Option<LocalisedText>,
    /// Whether it is no longer offered.
    pub retired: bool,
    /// In how many interviews of the case it was said.
    pub sessions: usize,
    /// In how many as something that helps.
    pub helps: usize,
    /// In how many as something that hinders.
    pub hinders: usize,
    /// The notes with it that are no quotes. A note with several codes stands with the one that comes first.
    pub notes: Vec<SheetText>,
}

/// A text of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetText {
    /// Which session.
    pub session: SessionId,
    /// Which cell.
    pub topic: TopicId,
    /// Which note; nothing for the sentence that sums a cell up.
    pub note: Option<NoteId>,
    /// The text.
    pub text: CleanText,
    /// The language it is written in.
    pub language: Language,
}

impl CaseSheet {
    /// What the sheet says of itself; the base is that of the case.
    pub const fn frame(&self) -> &Frame {
        &self.frame
    }

    /// Which case.
    pub const fn case(&self) -> &CaseId {
        &self.case
    }

    /// What its form says; nothing if there is no form.
    pub const fn about(&self) -> Option<&AboutCase> {
        self.about.as_ref()
    }

    /// Its interviews.
    pub fn interviews(&self) -> &[SheetInterview] {
        &self.interviews
    }

    /// The blocks, in the order of the guide.
    pub fn blocks(&self) -> &[SheetBlock] {
        &self.blocks
    }

    /// What is worth a second look.
    pub fn contradictions(&self) -> &[Contradiction] {
        &self.contradictions
    }

    /// The sessions that the level does not let out. They are for who makes the sheet, and part of no output.
    pub fn refused(&self) -> &[Refused] {
        &self.refused
    }

    /// How many interviews it is about.
    pub const fn count(&self) -> Count {
        self.frame.base()
    }
}

/// Releases the sheets of the cases that a request asks for; `read` reads a session. A session that cannot be read or that
/// the level does not let out is in no sheet, and a case without any other has none.
///
/// # Errors
///
/// If the level holds no sheets of single cases.
pub fn release_case_sheets(
    facts: &Facts,
    cases: &[Case],
    request: &TableRequest<'_>,
    mut read: impl FnMut(&SessionId) -> Option<Session>,
) -> Result<(Vec<CaseSheet>, Vec<Refused>), TableRefusal> {
    if hides_sessions(request.level) {
        return Err(TableRefusal::OneCase(request.level));
    }
    let selection = select(facts, request)?;
    let mut sheets = Vec::new();
    let mut rest = Vec::new();
    for of_case in selection
        .sessions
        .chunk_by(|one, other| one.id.case() == other.id.case())
    {
        let mut members = Vec::new();
        let mut refused = Vec::new();
        for facts in of_case {
            let Some(session) = read(&facts.id) else {
                continue;
            };
            match release(&session, Some(request.guide), request.level) {
                Ok(released) => members.push(Member {
                    facts,
                    released,
                    type_view: session.type_view.map(|view| view.kind),
                }),
                Err(reasons) => refused.push(reasons),
            }
        }
        rest.extend(refused.iter().cloned());
        if let Some(first) = members.first() {
            let id = first.facts.id.case().clone();
            let about = cases.iter().find(|case| case.id == id);
            let making = Making::new(&selection, request, &members);
            sheets.push(making.sheet(id, about, refused));
        }
    }
    Ok((sheets, rest))
}

/// An interview of the case at hand.
struct Member<'facts> {
    facts: &'facts SessionFacts,
    released: Released,
    type_view: Option<CooperationType>,
}

/// A sheet in the making.
struct Making<'making> {
    selection: Selection<'making>,
    request: &'making TableRequest<'making>,
    members: &'making [Member<'making>],
    columns: Columns,
    codebook: Codebook,
}

impl<'making> Making<'making> {
    fn new(
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

    fn sheet(&self, case: CaseId, about: Option<&Case>, refused: Vec<Refused>) -> CaseSheet {
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
            let counted: BTreeSet<NoteId> = self
                .selection
                .notes(member.facts)
                .map(|note| note.row.id)
                .collect();
            for note in member.released.notes() {
                let is_linked = note.also_in.iter().any(is_here);
                if counted.contains(&note.id) && (is_here(&note.topic) || is_linked) {
                    let own = own_rows(note, self.request.guide, rows);
                    making.add(member.released.id(), note, own, is_here(&note.topic));
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
    /// Adds a note. One that is only linked into the block counts here, and is read where it stands.
    fn add(&mut self, session: &SessionId, note: &Note, own: BTreeSet<usize>, stands_here: bool) {
        for row in &own {
            let said = self.said.entry(*row).or_default();
            said[0].insert(session.clone());
            match note.polarity {
                Some(Polarity::Helps) => said[1].insert(session.clone()),
                Some(Polarity::Hinders) => said[2].insert(session.clone()),
                None => false,
            };
        }
        if !stands_here {
            return;
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Filter, example};
    use crate::session::Answer;

    fn note(number: u32, kind: NoteKind, text: &str, codes: &[&str]) -> Note {
        let mut note = example::note(number, "b2.t1", kind, text);
        note.codes = codes.iter().map(|code| (*code).to_owned()).collect();
        note
    }

    /// Two interviews of a case and one of another.
    fn sessions() -> Vec<Session> {
        let of = |id: &str, notes: Vec<Note>| {
            let mut session = example::session();
            session.header.id = id.parse().unwrap();
            session.drafts.clear();
            session.notes = notes;
            session
        };
        let mut helping = note(1, NoteKind::Paraphrase, "Nähe hilft", &["fac.near"]);
        helping.polarity = Some(Polarity::Helps);
        vec![
            of(
                "A-1",
                vec![
                    helping,
                    note(2, NoteKind::Quote, "ohne Nähe nichts", &["fac.near"]),
                    note(3, NoteKind::Comment, "müde Stimme", &["fac.near"]),
                    note(4, NoteKind::Paraphrase, "Vertrauen", &["fac.trust"]),
                ],
            ),
            of(
                "A-2",
                vec![note(1, NoteKind::Paraphrase, "nah sein", &["fac.old"])],
            ),
            of("B-1", Vec::new()),
        ]
    }

    fn guide() -> Guide {
        let mut guide = example::guide();
        guide.codes = ["fac.trust", "fac.near", "fac.old"]
            .map(example::code)
            .into();
        guide.study.merged = [("fac.old".to_owned(), "fac.near".to_owned())].into();
        guide
    }

    fn made(
        sessions: &[Session],
        level: Level,
    ) -> Result<(Vec<CaseSheet>, Vec<Refused>), TableRefusal> {
        let facts = Facts::of(sessions, &[]);
        let (guide, filter) = (guide(), Filter::default());
        let request = TableRequest {
            level,
            guide: &guide,
            filter: &filter,
            seed: 1,
        };
        let find = |id: &SessionId| {
            let mut all = sessions.iter();
            all.find(|session| &session.header.id == id).cloned()
        };
        release_case_sheets(&facts, &[Case::new("A".parse().unwrap())], &request, find)
    }

    fn texts(texts: &[SheetText]) -> Vec<&str> {
        texts.iter().map(|text| text.text.as_str()).collect()
    }

    #[test]
    fn a_sheet_has_sentences_then_notes_by_code_and_quotes() {
        let (sheets, refused) = made(&sessions(), Level::Working).unwrap();
        assert!(refused.is_empty());
        let cases: Vec<&str> = sheets.iter().map(|sheet| sheet.case().as_str()).collect();
        assert_eq!(cases, ["A", "B"]);
        let [first, second] = sheets[0].blocks() else {
            panic!("the guide has two blocks");
        };
        assert_eq!(first.summaries.len(), 2);
        let codes: Vec<(&str, usize, usize, usize)> = second
            .codes
            .iter()
            .map(|code| (code.code.as_str(), code.sessions, code.helps, code.hinders))
            .collect();
        // What was merged counts for what it went into.
        assert_eq!(codes, [("fac.near", 2, 1, 0), ("fac.trust", 1, 0, 0)]);
        assert_eq!(texts(&second.codes[0].notes), ["Nähe hilft", "nah sein"]);
        assert_eq!(texts(&second.quotes), ["ohne Nähe nichts"]);
        assert_eq!(sheets[0].count().sessions, 2);
        assert!(sheets[0].about().is_some() && sheets[1].about().is_none());
    }

    #[test]
    fn a_note_that_is_linked_into_another_block_counts_there_and_is_read_once() {
        let mut sessions = sessions();
        sessions[0].notes[0].also_in = [TopicId::new("b1.t1")].into();
        let (sheets, _) = made(&sessions, Level::Working).unwrap();
        let [first, second] = sheets[0].blocks() else {
            panic!("the guide has two blocks");
        };
        assert_eq!((first.codes[0].sessions, first.codes[0].helps), (1, 1));
        assert!(first.codes[0].notes.is_empty());
        assert_eq!(second.codes[0].notes.len(), 2);
    }

    #[test]
    fn the_archive_gives_no_quote_without_consent_and_names_what_is_refused() {
        let mut sessions = sessions();
        example::answer(&mut sessions[0], "c5", Answer::Withdrawn);
        sessions[1].drafts = example::session().drafts;
        let (sheets, refused) = made(&sessions, Level::Archive).unwrap();
        let sheet = &sheets[0];
        assert!(sheet.blocks().iter().all(|block| block.quotes.is_empty()));
        assert_eq!(refused.len(), 1);
        assert_eq!(refused[0].session.to_string(), "A-2");
        assert_eq!(sheet.count().sessions, 1);
    }

    #[test]
    fn one_case_is_in_no_sheet_of_a_level_that_hides_cases() {
        for level in [Level::Analysis, Level::Publication] {
            assert_eq!(
                made(&sessions(), level).unwrap_err(),
                TableRefusal::OneCase(level)
            );
        }
        assert_eq!(
            made(&sessions(), Level::Review).unwrap_err(),
            TableRefusal::Review
        );
    }
}
