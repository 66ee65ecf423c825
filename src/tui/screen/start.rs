//! The list of sessions: where the program begins.

use time::OffsetDateTime;

use crate::release::Due;
use crate::session::{CaseId, Progress, SessionId};
use crate::tui::keymap::Command;

/// The list of sessions.
#[derive(Debug, Default)]
pub struct Start {
    rows: Vec<SessionRow>,
    selected: usize,
    /// What of a session's name has been typed to go there.
    typed: String,
    /// How many rows a page has on the screen.
    pub page: usize,
    /// The session that one comes from: it is chosen as soon as a list has it, unless another was chosen by then.
    left: Option<SessionId>,
    /// Whether the list has been read.
    pub loaded: bool,
    /// How many percent of many sessions have been read; nothing when all have been.
    pub reading: Option<u8>,
}

/// A session in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// Which session.
    pub id: SessionId,
    /// What is known of it; nothing until its file has been read.
    pub known: Option<Known>,
}

/// What a session's file tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// It can be read.
    Readable {
        /// Where it stands.
        progress: Progress,
        /// Whether it is made up.
        invented: bool,
        /// How many notes it has.
        notes: usize,
        /// When it was prepared or begun.
        date: OffsetDateTime,
        /// Whether words wait in its journal: it is being worked on, or the program did not end in order.
        journal: bool,
        /// What is due of it, the most urgent first.
        due: Vec<Due>,
    },
    /// It cannot be read; why, in the user's language.
    Damaged(String),
}

/// What the list asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StartWanted {
    /// Nothing.
    Nothing,
    /// Open a session to work on it.
    Open(SessionId),
    /// Open a session to read it.
    Read(SessionId),
    /// Prepare an interview.
    Prepare,
    /// Show a case.
    Case(CaseId),
    /// Show what is to be done after an interview that is closed.
    After(SessionId),
    /// Read across interviews.
    Across,
    /// Search all sessions.
    Search,
}

impl Start {
    /// The list, to which one comes from a session, if so.
    pub fn after(left: Option<SessionId>) -> Self {
        Self {
            left,
            page: 1,
            ..Self::default()
        }
    }

    /// Takes the sessions of the study; the choice stays on the same session.
    pub fn set_rows(&mut self, rows: Vec<SessionRow>) {
        let left = self
            .left
            .take_if(|left| rows.iter().any(|row| row.id == *left));
        let chosen = left.or_else(|| self.selected().map(|row| row.id.clone()));
        self.rows = rows;
        self.loaded = true;
        self.reading = None;
        let again = self
            .rows
            .iter()
            .position(|row| Some(&row.id) == chosen.as_ref());
        self.selected = again
            .unwrap_or(self.selected)
            .min(self.rows.len().saturating_sub(1));
    }

    /// The sessions.
    pub fn rows(&self) -> &[SessionRow] {
        &self.rows
    }

    /// The chosen session.
    pub fn selected(&self) -> Option<&SessionRow> {
        self.rows.get(self.selected)
    }

    /// The place of the chosen session.
    pub const fn selected_index(&self) -> usize {
        self.selected
    }

    /// What of a session's name has been typed to go there.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// A printable key that is no command: the name of a session leads there while it is typed. What fits none begins anew.
    pub fn type_character(&mut self, character: char) {
        let character = character.to_ascii_uppercase();
        let mut longer = self.typed.clone();
        longer.push(character);
        for typed in [longer, character.to_string()] {
            if let Some(index) = self.first_called(&typed) {
                self.choose(index);
                self.typed = typed;
                return;
            }
        }
    }

    /// Forgets what was typed of a session's name; whether something was.
    pub fn forget_typed(&mut self) -> bool {
        let was_typed = !self.typed.is_empty();
        self.typed.clear();
        was_typed
    }

    /// The first session whose name begins so.
    fn first_called(&self, typed: &str) -> Option<usize> {
        let mut rows = self.rows.iter();
        rows.position(|row| row.id.to_string().starts_with(typed))
    }

    /// Whether a command does something now.
    pub fn applies(&self, command: Command) -> bool {
        match command {
            Command::Accept
            | Command::Read
            | Command::Case
            | Command::Across
            | Command::Search
            | Command::Up
            | Command::Down
            | Command::PageUp
            | Command::PageDown
            | Command::First
            | Command::Last => !self.rows.is_empty(),
            Command::After => self.selected().is_some_and(is_closed),
            _ => true,
        }
    }

    /// Does what a key asks for.
    pub fn obey(&mut self, command: Command) -> StartWanted {
        let last = self.rows.len().saturating_sub(1);
        match command {
            Command::Up => self.choose(self.selected.saturating_sub(1)),
            Command::Down => self.choose((self.selected + 1).min(last)),
            Command::PageUp => self.choose(self.selected.saturating_sub(self.page)),
            Command::PageDown => self.choose((self.selected + self.page).min(last)),
            Command::First => self.choose(0),
            Command::Last => self.choose(last),
            Command::NewInterview => return StartWanted::Prepare,
            Command::Across => return StartWanted::Across,
            Command::Search => return StartWanted::Search,
            Command::Case => {
                let case = self.selected().map(|row| row.id.case().clone());
                return case.map_or(StartWanted::Nothing, StartWanted::Case);
            }
            Command::After => {
                let closed = self.selected().filter(|row| is_closed(row));
                let id = closed.map(|row| row.id.clone());
                return id.map_or(StartWanted::Nothing, StartWanted::After);
            }
            Command::Read => return self.selected().map_or(StartWanted::Nothing, read),
            Command::Accept => return self.selected().map_or(StartWanted::Nothing, open),
            _ => {}
        }
        StartWanted::Nothing
    }

    fn choose(&mut self, index: usize) {
        self.selected = index;
        self.left = None;
        self.typed.clear();
    }
}

fn read(row: &SessionRow) -> StartWanted {
    StartWanted::Read(row.id.clone())
}

/// Whether the interview is closed, so that what comes after it can be done.
fn is_closed(row: &SessionRow) -> bool {
    matches!(
        row.known,
        Some(Known::Readable {
            progress: Progress::Closed,
            ..
        })
    )
}

/// What is closed or made up is read; anything else is gone on with.
fn open(row: &SessionRow) -> StartWanted {
    match row.known {
        Some(Known::Readable {
            progress: Progress::Closed,
            ..
        }) => read(row),
        _ => StartWanted::Open(row.id.clone()),
    }
}
