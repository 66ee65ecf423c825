//! A saved session that is read and not changed.

use crate::language::Language;
use crate::operations::protocol::Protocol;
use crate::session::{SessionId, TopicId};
use crate::tui::keymap::Command;

/// A session that is read.
#[derive(Debug)]
pub struct Review {
    /// Its protocol; nothing is recorded in it.
    pub protocol: Protocol,
    /// Whether work on it can be taken up.
    pub resumable: bool,
    /// The language of the questions, once it was chosen apart from that of the screen.
    pub question_language: Option<Language>,
    /// Whether goals and criteria are shown.
    pub shows_goal: bool,
    /// The cell at the top of the screen.
    pub cell: usize,
    /// How many rows below its head the screen begins.
    pub below: usize,
}

/// What the reading asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviewWanted {
    /// Nothing.
    Nothing,
    /// Back to the list.
    Back,
    /// Work on the session.
    Resume(SessionId),
}

impl Review {
    /// A session from its beginning.
    pub fn new(protocol: Protocol, resumable: bool) -> Self {
        Self {
            protocol,
            resumable,
            question_language: None,
            shows_goal: false,
            cell: 0,
            below: 0,
        }
    }

    /// The cells in the order of the guide; bins «outside the guide» only where they hold something.
    pub fn cells(&self) -> Vec<TopicId> {
        let state = self.protocol.state();
        self.protocol
            .guide()
            .cells()
            .map(|id| TopicId::new(&id))
            .filter(|cell| !cell.is_outside() || !state.notes_in(cell).is_empty())
            .collect()
    }

    /// Whether a command does something now.
    pub fn applies(&self, command: Command) -> bool {
        command != Command::Resume || self.resumable
    }

    /// Does what a key asks for.
    pub fn obey(&mut self, command: Command) -> ReviewWanted {
        let last = self.cells().len().saturating_sub(1);
        match command {
            Command::Up | Command::PageUp if self.below == 0 => {
                self.cell = self.cell.saturating_sub(1);
            }
            Command::Up => self.below -= 1,
            Command::Down => self.below += 1,
            Command::PageUp => self.below = self.below.saturating_sub(10),
            Command::PageDown => self.below += 10,
            Command::NextTopic => self.turn_to((self.cell + 1).min(last)),
            Command::PreviousTopic => self.turn_to(self.cell.saturating_sub(1)),
            Command::Goal => self.shows_goal = !self.shows_goal,
            Command::QuestionLanguage => {
                let shown = self
                    .question_language
                    .unwrap_or(self.protocol.state().header.language);
                self.question_language = Some(shown.next());
            }
            Command::Back => return ReviewWanted::Back,
            Command::Resume if self.resumable => {
                return ReviewWanted::Resume(self.protocol.state().header.id.clone());
            }
            _ => {}
        }
        ReviewWanted::Nothing
    }

    fn turn_to(&mut self, cell: usize) {
        self.cell = cell;
        self.below = 0;
    }
}
