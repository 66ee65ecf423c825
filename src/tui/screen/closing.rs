//! What is open before an interview is closed. Nothing passes in silence: what stays open is said in the log.

use time::OffsetDateTime;

use crate::session::{CellState, TopicId};
use crate::tui::keymap::Command;

use super::Interview;

/// What is open before closing.
#[derive(Debug)]
pub struct Closing {
    /// The interview underneath.
    pub interview: Box<Interview>,
    /// What was open when the list was made: a cell whose state was set meanwhile keeps its line, so that no other
    /// slides under the next key.
    pub rows: Vec<OpenPoint>,
    /// Which point keys go to.
    pub selected: usize,
}

/// Something that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenPoint {
    /// A topic that must be asked has no state.
    Cell(TopicId),
    /// A parked point, by its number.
    Parked(u32, TopicId),
    /// A draft that was not kept.
    Draft(TopicId),
    /// So many words are not settled.
    Doubts(usize),
}

/// What the list asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClosingWanted {
    /// Nothing.
    Nothing,
    /// Back to the interview.
    Back,
    /// Show what is not settled.
    Doubts,
    /// The interview is closed.
    Close,
}

impl Closing {
    /// What is open in an interview.
    pub fn new(interview: Box<Interview>) -> Self {
        let mut closing = Self {
            interview,
            rows: Vec::new(),
            selected: 0,
        };
        closing.rows = closing.points();
        closing
    }

    /// What is open now, in the order of the guide; unsettled words, drafts and parked points first.
    pub fn points(&self) -> Vec<OpenPoint> {
        let state = self.interview.protocol.state();
        let drafts = state.drafts.keys().cloned().map(OpenPoint::Draft);
        let parked = state.parked.iter();
        let parked = parked.map(|parked| OpenPoint::Parked(parked.number, parked.topic.clone()));
        let cells = self.interview.cells().into_iter();
        let cells = cells
            .filter(|cell| self.interview.is_open_must(cell))
            .map(OpenPoint::Cell);
        let unsettled = self.interview.protocol.unsettled_count();
        let unsettled = (unsettled > 0).then_some(OpenPoint::Doubts(unsettled));
        let points = unsettled.into_iter().chain(drafts);
        points.chain(parked).chain(cells).collect()
    }

    /// Whether a command does something now.
    pub fn applies(&self, command: Command) -> bool {
        match command {
            Command::Accept | Command::Up | Command::Down => !self.rows.is_empty(),
            Command::Doubts => self.interview.protocol.unsettled_count() > 0,
            _ => true,
        }
    }

    /// A digit sets the state of the cell.
    pub fn type_character(&mut self, character: char) {
        let Some(OpenPoint::Cell(topic)) = self.rows.get(self.selected).cloned() else {
            return;
        };
        let state = character
            .to_digit(10)
            .and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1))
            .and_then(|index| CellState::SETTABLE.get(index));
        if let Some(state) = state {
            self.interview.protocol.set_cell(&topic, *state);
        }
    }

    /// Does what a key asks for.
    pub fn obey(&mut self, command: Command, now: OffsetDateTime) -> ClosingWanted {
        match command {
            Command::Up => self.selected = self.selected.saturating_sub(1),
            Command::Down => {
                self.selected = (self.selected + 1).min(self.rows.len().saturating_sub(1));
            }
            Command::Back => return ClosingWanted::Back,
            Command::Doubts => return ClosingWanted::Doubts,
            Command::Accept => match self.rows.get(self.selected).cloned() {
                Some(OpenPoint::Parked(number, _)) => {
                    self.interview.protocol.unpark(number);
                    self.rows.remove(self.selected);
                    self.selected = self.selected.min(self.rows.len().saturating_sub(1));
                }
                Some(OpenPoint::Cell(topic) | OpenPoint::Draft(topic)) => {
                    self.interview.go_to(&topic, now);
                    return ClosingWanted::Back;
                }
                Some(OpenPoint::Doubts(_)) => return ClosingWanted::Doubts,
                None => {}
            },
            Command::Close => {
                self.close(now);
                return ClosingWanted::Close;
            }
            _ => {}
        }
        ClosingWanted::Nothing
    }

    fn close(&mut self, now: OffsetDateTime) {
        for point in self.points() {
            let gate = match &point {
                OpenPoint::Cell(topic) => format!("cell {topic}"),
                OpenPoint::Parked(number, _) => format!("parked {number}"),
                OpenPoint::Draft(topic) => format!("draft {topic}"),
                OpenPoint::Doubts(count) => format!("unsettled {count}"),
            };
            self.interview.protocol.wave(&gate, "");
        }
        self.interview.protocol.close(now);
    }
}
