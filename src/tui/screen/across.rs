//! Reading across interviews: the protocol matrix, frequencies, saturation, contradictions, what coders coded
//! differently, the sample board, and the sheet of a case.
//!
//! All views are computed from the same facts by the same filter. A cell leads to its notes by one key, and back by one.

mod filtering;
mod grouping;

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use crate::analysis::search::origin_word;
use crate::analysis::{
    CoderAgreement, Contradiction, Facts, Filter, Frequencies, Matrix, Sample, SampleCase,
    SampleSide, Saturation, Selection, contradictions, frequencies, matrix, sample, saturation,
};
use crate::guide::Guide;
use crate::language::Language;
use crate::session::{CaseId, NoteId, SessionId, TopicId};
use crate::tui::keymap::{Command, Place};

use super::interview::ListKey;
use super::picking::Picking;

pub use filtering::FilterEntry;
pub use grouping::AcrossGroup;

/// What is read across interviews, before it is computed.
#[derive(Debug, Clone)]
pub struct AcrossData {
    /// The facts of the study.
    pub facts: Arc<Facts>,
    /// The guide that sessions are counted by, with what the study adds to its codebook.
    pub guide: Arc<Guide>,
    /// What takes longer to be read.
    pub beside: AcrossBeside,
}

/// What is read beside the facts.
#[derive(Debug, Clone, Default)]
pub struct AcrossBeside {
    /// The sentences of cells.
    pub summaries: Arc<BTreeMap<(SessionId, TopicId), String>>,
    /// How far other coders agree, if one has coded.
    pub agreement: Option<Arc<CoderAgreement>>,
    /// Why some of what other coders coded cannot be read.
    pub trouble: Option<String>,
}

/// What is read across interviews.
#[derive(Debug)]
pub struct Across {
    /// What it is computed from.
    pub data: AcrossData,
    /// What is asked for.
    pub filter: Filter,
    /// What is shown of it.
    pub view: AcrossView,
    /// The protocol matrix.
    pub matrix: Matrix,
    computed: Computed,
    /// The sheet of a case, a line each, while it is read.
    pub sheet: Option<CaseText>,
    /// The row of the matrix, or the line of a list, that keys go to.
    pub row: usize,
    /// How many rows a page has on the screen.
    pub page: usize,
    /// The rows at which other views were left.
    left_at: BTreeMap<AcrossView, usize>,
    /// The column of the matrix that keys go to.
    pub column: usize,
    /// Whether the matrix shows how much there is rather than how many notes.
    pub heat: bool,
    /// The attribute by which frequencies are counted too, if they are by one.
    pub by: Option<String>,
    /// The list of filters, if it is open.
    pub filtering: Option<Picking>,
    /// What was asked for when that list was opened.
    asked_before: Vec<FilterEntry>,
    /// What was gone to, while it is read.
    pub target: Option<Target>,
    /// How many percent of the sessions have been read, while more come in.
    pub reading: Option<u8>,
    /// The language of the screen, in which filters are found and ordered.
    pub language: Language,
}

/// What is shown of interviews.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AcrossView {
    /// The protocol matrix.
    Matrix,
    /// Frequencies within blocks.
    Frequencies,
    /// New codes per interview.
    Saturation,
    /// What is worth a second look within the cases.
    Contradictions,
    /// What two coders coded differently.
    Agreement,
    /// Whom of each case one has talked to.
    Sample,
}

/// The sheet of a case as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseText {
    /// The case.
    pub case: CaseId,
    /// Its lines.
    pub lines: Vec<String>,
    /// The first line that is shown.
    pub first: usize,
}

/// Where in a session one goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To a cell.
    Cell(TopicId),
    /// To a note.
    Note(NoteId),
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AcrossWanted {
    /// Nothing.
    Nothing,
    /// Back to the list of sessions.
    Back,
    /// Read a session.
    Read(SessionId),
    /// Export all sessions.
    Export,
    /// Read the sheet of a case.
    Sheet(CaseId),
    /// Search all sessions.
    Search,
    /// Search all sessions for this.
    SearchFor(String),
}

impl Across {
    /// The protocol matrix of all sessions.
    pub fn new(data: AcrossData, language: Language) -> Self {
        let filter = Filter::default();
        let selection = Selection::of(&data.facts, &data.guide, &filter);
        let matrix = matrix(&data.guide, &selection);
        Self {
            data,
            filter,
            view: AcrossView::Matrix,
            matrix,
            computed: Computed::default(),
            sheet: None,
            row: 0,
            page: 1,
            left_at: BTreeMap::new(),
            column: 0,
            heat: false,
            by: None,
            filtering: None,
            asked_before: Vec::new(),
            target: None,
            reading: None,
            language,
        }
    }

    /// Takes in the sessions anew, after more were read or some changed. What is asked for stays, and so does the session
    /// that keys go to.
    pub fn renew(&mut self, data: AcrossData) {
        let row = |across: &Self| {
            across
                .matrix
                .rows
                .get(across.row)
                .map(|row| row.session.clone())
        };
        let here = row(self);
        let beside = std::mem::take(&mut self.data.beside);
        self.data = AcrossData { beside, ..data };
        self.computed.filters.take();
        self.compute();
        if self.view == AcrossView::Matrix {
            let mut rows = self.matrix.rows.iter();
            let again = rows.position(|row| Some(&row.session) == here.as_ref());
            self.row = again.unwrap_or(self.row);
        }
    }

    fn selection(&self) -> Selection<'_> {
        Selection::of(&self.data.facts, &self.data.guide, &self.filter)
    }

    /// How often codes were said within blocks.
    pub fn frequencies(&self) -> &Frequencies {
        let computed = &self.computed.frequencies;
        computed.get_or_init(|| frequencies(&self.data.guide, &self.selection()))
    }

    /// New codes per interview.
    pub fn saturation(&self) -> &Saturation {
        let computed = &self.computed.saturation;
        computed.get_or_init(|| saturation(&self.data.guide, &self.selection()))
    }

    /// What is worth a second look within the cases.
    pub fn contradictions(&self) -> &[Contradiction] {
        let computed = &self.computed.contradictions;
        computed.get_or_init(|| contradictions(&self.data.guide, &self.selection()))
    }

    /// Whom of each case one has talked to, and where the gaps are.
    pub fn sample(&self) -> &Sample {
        let computed = &self.computed.sample;
        computed.get_or_init(|| sample(&self.data.guide, &self.selection()))
    }

    /// Takes in what is read beside the facts.
    pub fn take_beside(&mut self, beside: AcrossBeside) {
        self.data.beside = beside;
    }

    /// Where keys are pressed.
    pub const fn place(&self) -> Place {
        if self.sheet.is_some() {
            Place::CaseSheet
        } else if self.filtering.is_some() {
            Place::Filtering
        } else {
            Place::Across
        }
    }

    /// The cell of the matrix that keys go to.
    pub fn cell(&self) -> Option<(&SessionId, &TopicId)> {
        let row = self.matrix.rows.get(self.row)?;
        let (_, column) = self.matrix.columns.all().nth(self.column)?;
        Some((&row.session, &column.topic))
    }

    /// The sentence of the cell that keys go to.
    pub fn summary(&self) -> Option<&str> {
        let (session, topic) = self.cell()?;
        let key = (session.clone(), topic.clone());
        self.data.beside.summaries.get(&key).map(String::as_str)
    }

    /// How many lines the view has that keys can go to.
    pub fn lines(&self) -> usize {
        match self.view {
            AcrossView::Matrix => self.matrix.rows.len(),
            AcrossView::Frequencies => {
                let blocks = self.frequencies().blocks.iter();
                blocks.map(|block| block.codes.len() + 1).sum()
            }
            AcrossView::Saturation => self.saturation().points.len(),
            AcrossView::Agreement => self
                .data
                .beside
                .agreement
                .as_ref()
                .map_or(0, |agreement| agreement.differences().count()),
            AcrossView::Contradictions => self.contradictions().len(),
            AcrossView::Sample => self.sides().count(),
        }
    }

    /// The sides of the sample board from the top, each with its case.
    pub fn sides(&self) -> impl Iterator<Item = (&SampleCase, &SampleSide)> {
        let cases = self.sample().cases.iter();
        cases.flat_map(|case| case.sides.iter().map(move |side| (case, side)))
    }

    /// Whether a command does something now.
    pub fn applies(&self, command: Command) -> bool {
        if command == Command::ClearFilters {
            return self.filter != Filter::default();
        }
        if let Some(picking) = &self.filtering {
            return match command {
                Command::Accept => !self.shown_filters().is_empty(),
                Command::Edit(_) => !picking.is_empty(),
                _ => true,
            };
        }
        match command {
            Command::ReadSheet => self.case().is_some(),
            Command::Heat | Command::ColumnLeft | Command::ColumnRight => {
                self.view == AcrossView::Matrix
            }
            Command::CountBy => self.view == AcrossView::Frequencies,
            Command::Accept => self.wanted().is_some() || self.query().is_some(),
            _ => true,
        }
    }

    /// Does what a key asks for.
    pub fn obey(&mut self, command: Command) -> AcrossWanted {
        if let Some(mut sheet) = self.sheet.take() {
            if command != Command::Back {
                sheet.go(command, self.page);
                self.sheet = Some(sheet);
            }
            return AcrossWanted::Nothing;
        }
        if let Some(picking) = self.filtering.take() {
            self.obey_filtering(picking, command);
            return AcrossWanted::Nothing;
        }
        let last = self.lines().saturating_sub(1);
        let last_column = self.matrix.columns.count().saturating_sub(1);
        match command {
            Command::Up => self.row = self.row.saturating_sub(1),
            Command::Down => self.row = (self.row + 1).min(last),
            Command::PageUp => self.row = self.row.saturating_sub(self.page),
            Command::PageDown => self.row = (self.row + self.page).min(last),
            Command::First => self.row = 0,
            Command::Last => self.row = last,
            Command::ColumnLeft => self.column = self.column.saturating_sub(1),
            Command::ColumnRight => self.column = (self.column + 1).min(last_column),
            Command::Heat => self.heat = !self.heat,
            Command::CountBy if self.applies(command) => self.turn_attribute(),
            Command::NextView => self.turn(),
            Command::SampleBoard => self.show(AcrossView::Sample),
            Command::Filter => self.open_filters(),
            Command::ClearFilters => self.clear_filters(),
            Command::Back => return AcrossWanted::Back,
            Command::Export => return AcrossWanted::Export,
            Command::ReadSheet => {
                if let Some(case) = self.case() {
                    return AcrossWanted::Sheet(case);
                }
            }
            Command::Search => return AcrossWanted::Search,
            Command::Accept => {
                if let Some(query) = self.query() {
                    return AcrossWanted::SearchFor(query);
                }
                if let Some((session, target)) = self.wanted() {
                    self.target = target;
                    return AcrossWanted::Read(session);
                }
            }
            _ => {}
        }
        AcrossWanted::Nothing
    }

    /// A key in the list of filters that is no command.
    pub fn type_in_list(&mut self, typed: ListKey) {
        if typed == ListKey::Close {
            self.filtering = None;
        }
        if let Some(picking) = &mut self.filtering {
            picking.take(typed);
        }
    }

    /// Computes everything anew, after the filter changed.
    fn compute(&mut self) {
        self.matrix = matrix(&self.data.guide, &self.selection());
        let filters = std::mem::take(&mut self.computed.filters);
        self.computed = Computed {
            filters,
            ..Computed::default()
        };
        self.row = self.row.min(self.lines().saturating_sub(1));
        let last_column = self.matrix.columns.count().saturating_sub(1);
        self.column = self.column.min(last_column);
    }

    /// The session, and where in it, that Enter goes to.
    fn wanted(&self) -> Option<(SessionId, Option<Target>)> {
        match self.view {
            AcrossView::Matrix => {
                let (session, topic) = self.cell()?;
                Some((session.clone(), Some(Target::Cell(topic.clone()))))
            }
            AcrossView::Saturation => {
                let point = self.saturation().points.get(self.row)?;
                Some((point.session.clone(), None))
            }
            AcrossView::Agreement => {
                let agreement = self.data.beside.agreement.as_ref()?;
                let (_, difference) = agreement.differences().nth(self.row)?;
                let target = Target::Note(difference.note);
                Some((difference.session.clone(), Some(target)))
            }
            AcrossView::Contradictions => {
                let found = self.contradictions().get(self.row)?;
                let (session, note) = found.kind.first_note()?;
                Some((session.clone(), Some(Target::Note(*note))))
            }
            AcrossView::Sample => {
                let (_, side) = self.sides().nth(self.row)?;
                Some((side.sessions.iter().flatten().next()?.clone(), None))
            }
            AcrossView::Frequencies => None,
        }
    }

    /// The query for the notes behind the frequency that keys are at: its code within its block, and what the filter asks
    /// for. Where it asks for more than cases and origins, the sessions that counted stand for it; of too many there is none.
    fn query(&self) -> Option<String> {
        if self.view != AcrossView::Frequencies {
            return None;
        }
        let mut lines = self.frequencies().blocks.iter().flat_map(|block| {
            let codes = block.codes.iter();
            std::iter::once(None).chain(codes.map(move |code| Some((&block.block, &code.code))))
        });
        let (block, code) = lines.nth(self.row)??;
        let mut query = format!("code:{code} block:{block}");
        let filter = &self.filter;
        let is_of_sessions = !filter.countries.is_empty()
            || !filter.attributes.is_empty()
            || !filter.sessions.is_empty();
        if is_of_sessions {
            let sessions = self.selection().sessions;
            if sessions.len() > MOST_SESSIONS_ASKED {
                return None;
            }
            ask_for(
                &mut query,
                "session",
                sessions.iter().map(|session| session.id.to_string()),
            );
        } else {
            ask_for(
                &mut query,
                "case",
                filter.cases.iter().map(ToString::to_string),
            );
        }
        ask_for(
            &mut query,
            "origin",
            filter
                .origins
                .iter()
                .map(|origin| origin_word(*origin).to_owned()),
        );
        Some(query)
    }

    /// The case that keys are at: that of the row, or the first.
    fn case(&self) -> Option<CaseId> {
        let at = match self.view {
            AcrossView::Contradictions => self
                .contradictions()
                .get(self.row)
                .map(|found| found.case.clone()),
            AcrossView::Sample => self
                .sides()
                .nth(self.row)
                .map(|(case, _)| case.case.clone()),
            _ => self.wanted().map(|(session, _)| session.case().clone()),
        };
        at.or_else(|| Some(self.matrix.rows.first()?.session.case().clone()))
    }

    /// Shows the next view; the agreement only where another coder has coded.
    fn turn(&mut self) {
        self.show(match self.view {
            AcrossView::Matrix => AcrossView::Frequencies,
            AcrossView::Frequencies => AcrossView::Saturation,
            AcrossView::Saturation => AcrossView::Contradictions,
            AcrossView::Contradictions if self.data.beside.agreement.is_some() => {
                AcrossView::Agreement
            }
            AcrossView::Contradictions | AcrossView::Agreement => AcrossView::Sample,
            AcrossView::Sample => AcrossView::Matrix,
        });
    }

    /// Shows a view where keys have left it.
    fn show(&mut self, view: AcrossView) {
        self.left_at.insert(self.view, self.row);
        self.view = view;
        let row = self.left_at.get(&view).copied().unwrap_or(0);
        self.row = row.min(self.lines().saturating_sub(1));
    }
}

/// The most sessions that a query names one by one.
const MOST_SESSIONS_ASKED: usize = 100;

/// Adds a filter with these values to a query; none if there is no value.
fn ask_for(query: &mut String, filter: &str, values: impl Iterator<Item = String>) {
    let values: Vec<String> = values.collect();
    if !values.is_empty() {
        let _ = write!(query, " {filter}:{}", values.join(","));
    }
}

impl CaseText {
    /// Moves by rows of the screen; how many there are is known once it is laid out, and bounds it there.
    fn go(&mut self, command: Command, page: usize) {
        self.first = match command {
            Command::Up => self.first.saturating_sub(1),
            Command::Down => self.first.saturating_add(1),
            Command::PageUp => self.first.saturating_sub(page),
            Command::PageDown => self.first.saturating_add(page),
            Command::First => 0,
            Command::Last => usize::MAX,
            _ => self.first,
        };
    }
}

/// What is computed when it is first asked for, after the filter or the sessions changed.
#[derive(Debug, Default)]
struct Computed {
    frequencies: OnceCell<Frequencies>,
    groups: OnceCell<Vec<AcrossGroup>>,
    saturation: OnceCell<Saturation>,
    contradictions: OnceCell<Vec<Contradiction>>,
    sample: OnceCell<Sample>,
    /// All that can be asked for; it hangs on the sessions alone.
    filters: OnceCell<BTreeSet<FilterEntry>>,
}
