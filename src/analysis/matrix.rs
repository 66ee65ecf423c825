//! The protocol matrix: a row for each session, a column for each topic, in each cell its state and how many notes it has.

use super::columns::Columns;
use super::count::Count;
use super::facts::{SessionFacts, cases};
use super::selection::{LeftOut, Selection, Version};
use crate::guide::Guide;
use crate::session::{CaseId, CellState, Counted, SessionId};

/// The protocol matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// The guide.
    pub guide: String,
    /// Whether all sessions are made up.
    pub invented: bool,
    /// Whether all sessions are pilot interviews.
    pub pilot: bool,
    /// What was left out.
    pub left_out: LeftOut,
    /// The sessions that could not be read.
    pub unread: Vec<SessionId>,
    /// The versions of the guide that the sessions followed.
    pub versions: Vec<Version>,
    /// How many sessions there are.
    pub base: Count,
    /// How many of them the interviewee wants to see first and has not approved.
    pub awaiting_approval: usize,
    /// The columns.
    pub columns: Columns,
    /// The rows, in the order of the sessions' names, so that the sessions of a case stand together.
    pub rows: Vec<MatrixRow>,
    /// What each column adds up to, in their order.
    pub totals: Vec<ColumnTotal>,
}

/// A session in the matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixRow {
    /// Which session.
    pub session: SessionId,
    /// Whether the interviewee wants to see it first and has not approved it.
    pub awaits_approval: bool,
    /// Its cells, in the order of the columns.
    pub cells: Vec<MatrixCell>,
}

/// A cell of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MatrixCell {
    /// Its state.
    pub state: CellState,
    /// Whether its notes were put into one sentence.
    pub summarised: bool,
    /// How many notes stand in it or are linked into it, comments left out.
    pub notes: usize,
}

/// What a column adds up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ColumnTotal {
    /// The sessions that answered, or had nothing to say: the N of the topic.
    pub base: Count,
    /// Of these those that had nothing to say.
    pub nothing_to_say: usize,
    /// The sessions beside N that declined.
    pub declined: usize,
    /// How many notes stand in it.
    pub notes: usize,
}

/// The protocol matrix of these sessions.
pub fn matrix(guide: &Guide, selection: &Selection<'_>) -> Matrix {
    let columns = Columns::of(guide, selection);
    let rows: Vec<MatrixRow> = selection
        .sessions
        .iter()
        .map(|session| row(session, selection, &columns))
        .collect();
    Matrix {
        guide: selection.guide.clone(),
        invented: selection.is_invented(),
        pilot: selection.is_pilot(),
        left_out: selection.left_out,
        unread: selection.unread.to_vec(),
        versions: selection.versions(),
        base: Count {
            sessions: rows.len(),
            cases: cases(selection.sessions.iter().copied()),
        },
        awaiting_approval: selection.awaiting_approval(),
        totals: totals(&rows, columns.count()),
        columns,
        rows,
    }
}

impl MatrixCell {
    /// Whether something was noted and no state set yet.
    pub fn is_touched(self) -> bool {
        self.state == CellState::Open && self.notes > 0
    }
}

fn row(session: &SessionFacts, selection: &Selection<'_>, columns: &Columns) -> MatrixRow {
    let empty = MatrixCell {
        state: CellState::Open,
        summarised: false,
        notes: 0,
    };
    let mut cells = vec![empty; columns.count()];
    for known in &session.cells {
        if let Some((_, column)) = columns.place(known.topic) {
            cells[column].state = known.state;
            cells[column].summarised = known.summarised;
        }
    }
    for note in selection.notes(session) {
        for (_, column) in note.cells().filter_map(|topic| columns.place(topic)) {
            cells[column].notes += 1;
        }
    }
    MatrixRow {
        session: session.id.clone(),
        awaits_approval: session.awaits_approval,
        cells,
    }
}

fn totals(rows: &[MatrixRow], columns: usize) -> Vec<ColumnTotal> {
    let mut totals = vec![ColumnTotal::default(); columns];
    let mut last_case: Vec<Option<&CaseId>> = vec![None; columns];
    for row in rows {
        let case = row.session.case();
        let columns = totals.iter_mut().zip(&mut last_case).zip(&row.cells);
        for ((total, last), cell) in columns {
            total.notes += cell.notes;
            total.declined += usize::from(cell.state == CellState::Declined);
            total.nothing_to_say += usize::from(cell.state == CellState::NothingToSay);
            if cell.state.counted() == Counted::In {
                total.base.sessions += 1;
                total.base.cases += usize::from(*last != Some(case));
                *last = Some(case);
            }
        }
    }
    totals
}

#[cfg(test)]
mod tests {
    use super::super::facts::Facts;
    use super::super::selection::Filter;
    use super::*;
    use crate::analysis::example;
    use crate::anonymise::CleanText;
    use crate::session::{Answer, NoteKind, Origin, Session, TopicId};

    fn made(sessions: &[Session]) -> Matrix {
        let facts = Facts::of(sessions, &[]);
        let selection = Selection::of(&facts, &example::guide(), &Filter::default());
        matrix(&example::guide(), &selection)
    }

    fn named(id: &str) -> Session {
        let mut session = example::session();
        session.header.id = id.parse().unwrap();
        session
    }

    /// B16
    #[test]
    fn a_cell_has_its_state_and_its_notes_without_comments() {
        let matrix = made(&[example::session()]);
        let cells: Vec<(CellState, usize)> = matrix.rows[0]
            .cells
            .iter()
            .map(|cell| (cell.state, cell.notes))
            .collect();
        assert_eq!(
            cells,
            [
                (CellState::Answered, 2),
                (CellState::Declined, 0),
                (CellState::Open, 2),
                (CellState::Open, 1),
                (CellState::Open, 1)
            ]
        );
        assert!(matrix.rows[0].cells[0].summarised);
        assert!(matrix.rows[0].cells[2].is_touched());
    }

    /// B16
    #[test]
    fn b16_rows_stand_by_cooperation_with_summary_and_notes_and_filters_narrow_them() {
        let topic = TopicId::new("b1.t1");
        let of = |id: &str, role: &str, origin: Origin| {
            let mut session = named(id);
            let role = role.to_owned();
            session.attributes.insert("role".to_owned(), role);
            session.notes = vec![
                example::note(1, "b1.t1", NoteKind::Paraphrase, "Text"),
                example::note(2, "b1.t1", NoteKind::Fact, "Text"),
            ]
            .into();
            session.notes[1].origin = origin;
            session.cells.insert(topic.clone(), CellState::Answered);
            let summary = CleanText::from_stored("kurz".to_owned());
            session.summaries.insert(topic.clone(), summary);
            session
        };
        let facts = Facts::of(
            &[
                of("B-1", "x", Origin::Memory),
                of("A-2", "y", Origin::Live),
                of("A-1", "x", Origin::Memory),
            ],
            &[],
        );
        let made = |filter: &Filter| {
            let guide = example::guide();
            matrix(&guide, &Selection::of(&facts, &guide, filter))
        };
        let cells = |matrix: &Matrix| -> Vec<(String, bool, usize)> {
            let column = matrix
                .columns
                .all()
                .position(|(_, column)| column.topic == topic);
            let rows = matrix.rows.iter().map(|row| {
                let cell = row.cells[column.unwrap()];
                (row.session.to_string(), cell.summarised, cell.notes)
            });
            rows.collect()
        };
        let row = |id: &str, notes| (id.to_owned(), true, notes);
        let all = Filter::default();
        assert_eq!(
            cells(&made(&all)),
            [row("A-1", 2), row("A-2", 2), row("B-1", 2)]
        );
        let of_memory = Filter {
            origins: [Origin::Memory].into(),
            ..Filter::default()
        };
        assert_eq!(
            cells(&made(&of_memory)),
            [row("A-1", 1), row("A-2", 0), row("B-1", 1)]
        );
        let of_role = Filter {
            attributes: [("role".to_owned(), ["x".to_owned()].into())].into(),
            ..Filter::default()
        };
        assert_eq!(cells(&made(&of_role)), [row("A-1", 2), row("B-1", 2)]);
    }

    #[test]
    fn columns_add_up_by_state_sessions_and_cases() {
        let mut silent = named("A-2");
        let topic = TopicId::new("b1.t1");
        silent.cells.insert(topic, CellState::NothingToSay);
        let matrix = made(&[named("B-1"), silent, named("A-1")]);
        let total = &matrix.totals[0];
        let base = Count {
            sessions: 3,
            cases: 2,
        };
        assert_eq!((total.base, total.nothing_to_say), (base, 1));
        assert_eq!(matrix.totals[1].declined, 3);
        let rows = matrix.rows.iter();
        let cases: Vec<&str> = rows.map(|row| row.session.case().as_str()).collect();
        assert_eq!(cases, ["A", "A", "B"]);
    }

    #[test]
    fn what_is_not_approved_yet_is_counted() {
        let mut waiting = named("B-1");
        example::answer(&mut waiting, "c6", Answer::Yes);
        let matrix = made(&[named("A-1"), waiting]);
        assert_eq!(matrix.awaiting_approval, 1);
    }
}
