//! Searching the notes of all sessions: a query, what it finds as it is typed, and the way there and back.
//!
//! What is asked for is answered elsewhere, so that typing never waits. A query may hold a name: it is held in memory
//! while the screen is open, and written nowhere.

use crate::analysis::Unknown;
use crate::analysis::search::{LONGEST, Query, QueryError};
use crate::language;
use crate::operations::search::{Glance, Sight};
use crate::session::{SessionId, TextPlace};
use crate::tui::editor::Editor;
use crate::tui::keymap::Command;

use super::{Screen, Target};

/// How many hits are shown at most; there may be more, which are counted.
pub const MOST: usize = 200;

/// The search.
#[derive(Debug)]
pub struct Search {
    /// The field for the query.
    pub field: Editor,
    /// What is shown below it.
    pub outcome: Outcome,
    /// The hit that keys go to.
    pub row: usize,
    /// How many hits a page has on the screen.
    pub page: usize,
    /// How many percent of the sessions have been read, while they are.
    pub reading: Option<u8>,
    /// Where one came from, to go back to.
    pub under: Box<Screen>,
    /// What was gone to, while it is read.
    pub target: Option<Target>,
    /// The number of the last question.
    asked: u64,
}

/// What became of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing is asked for.
    Nothing,
    /// It cannot be understood.
    Misunderstood(QueryError),
    /// It was answered; the answer stays until the next is there.
    Found(Glance),
    /// The sessions cannot be searched.
    NoIndex,
}

/// A question to whoever searches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its number; an answer to an earlier one comes too late.
    pub number: u64,
    /// What is looked for.
    pub query: Box<Query>,
}

/// The answer to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The number of the question.
    pub number: u64,
    /// What was found; nothing if the sessions cannot be searched.
    pub glance: Option<Glance>,
}

/// What the search asks for.
#[derive(Debug)]
pub enum SearchWanted {
    /// Nothing.
    Nothing,
    /// Look for something.
    Ask(Question),
    /// Back to where one came from.
    Back,
    /// Read a session.
    Read(SessionId),
}

impl Search {
    /// An empty search over the screen that one comes from.
    pub fn new(under: Box<Screen>) -> Self {
        Self {
            field: Editor::new(60, 1),
            outcome: Outcome::Nothing,
            row: 0,
            page: 1,
            reading: None,
            under,
            target: None,
            asked: 0,
        }
    }

    /// Gives the field the room that it has on the screen.
    pub fn fit(&mut self, width: u16) {
        if usize::from(width) != self.field.width() {
            self.field.resize(width, 1);
        }
    }

    /// What was found, as far as it is shown.
    pub fn sights(&self) -> &[Sight] {
        match &self.outcome {
            Outcome::Found(glance) => &glance.sights,
            Outcome::Nothing | Outcome::Misunderstood(_) | Outcome::NoIndex => &[],
        }
    }

    /// What the filters ask for and is nowhere, if nothing was found. While sessions are read it may still come, and what
    /// is still being typed is not wrong yet.
    pub fn unknown(&self) -> Option<&Unknown> {
        let Outcome::Found(Glance {
            unknown: Some(unknown),
            ..
        }) = &self.outcome
        else {
            return None;
        };
        let may_come =
            self.reading.is_some() || Query::may_become_known(self.field.text(), unknown);
        (!may_come).then_some(unknown)
    }

    /// Whether a command does something now.
    pub fn applies(&self, command: Command) -> bool {
        match command {
            Command::Accept | Command::Up | Command::Down | Command::PageUp | Command::PageDown => {
                !self.sights().is_empty()
            }
            Command::Edit(_) => !self.field.is_empty(),
            _ => true,
        }
    }

    /// A printable key.
    pub fn type_character(&mut self, character: char) -> SearchWanted {
        let mut buffer = [0; 4];
        self.paste(character.encode_utf8(&mut buffer))
    }

    /// Text from the clipboard.
    pub fn paste(&mut self, text: &str) -> SearchWanted {
        let clean = language::sanitise(text).replace('\n', " ");
        if self.field.text().len() + clean.len() <= LONGEST {
            let _ = self.field.insert_str(&clean);
        }
        self.ask()
    }

    /// Does what a key asks for.
    pub fn obey(&mut self, command: Command) -> SearchWanted {
        let last = self.sights().len().saturating_sub(1);
        match command {
            Command::Up => self.row = self.row.saturating_sub(1),
            Command::Down => self.row = (self.row + 1).min(last),
            Command::PageUp => self.row = self.row.saturating_sub(self.page),
            Command::PageDown => self.row = (self.row + self.page).min(last),
            Command::Back => return SearchWanted::Back,
            Command::Accept => {
                if let Some(sight) = self.sights().get(self.row) {
                    let (session, target) = (sight.session.clone(), target_of(&sight.text));
                    self.target = target;
                    return SearchWanted::Read(session);
                }
            }
            Command::Edit(edit) => {
                let before = self.field.text().len();
                let _ = super::edit_text(&mut self.field, edit);
                if self.field.text().len() != before {
                    return self.ask();
                }
            }
            _ => {}
        }
        SearchWanted::Nothing
    }

    /// Asks once more, after there may be another answer.
    pub fn ask(&mut self) -> SearchWanted {
        self.asked += 1;
        self.row = 0;
        match Query::read_while_typed(self.field.text()) {
            Ok(query) => {
                return SearchWanted::Ask(Question {
                    number: self.asked,
                    query: Box::new(query),
                });
            }
            Err(QueryError::Empty) => self.outcome = Outcome::Nothing,
            // What is still being typed is not wrong yet.
            Err(QueryError::WrongValue(_)) if Query::is_unfinished(self.field.text()) => {
                self.outcome = Outcome::Nothing;
            }
            Err(error) => self.outcome = Outcome::Misunderstood(error),
        }
        SearchWanted::Nothing
    }

    /// Takes in an answer, unless something else was asked since. The hit that keys go to stays the same.
    pub fn take(&mut self, answer: Answer) {
        if answer.number != self.asked {
            return;
        }
        self.outcome = answer.glance.map_or(Outcome::NoIndex, Outcome::Found);
        self.row = self.row.min(self.sights().len().saturating_sub(1));
    }
}

/// Where in a session a text is read. The postscript is read with the session as a whole.
fn target_of(text: &TextPlace) -> Option<Target> {
    match text {
        TextPlace::Note(note) | TextPlace::Translation(note) => Some(Target::Note(*note)),
        TextPlace::Summary(topic) => Some(Target::Cell(topic.clone())),
        _ => None,
    }
}
