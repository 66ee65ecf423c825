//! A saved session that is read and not changed. Another coder codes here too, in a sheet beside the session.

mod coding;
mod finding;

use crate::language::Language;
use crate::operations::protocol::Protocol;
use crate::session::{CoderSheet, NoteId, SessionId, TopicId};
use crate::tui::keymap::{Command, Place};

use super::code_line::CodeLine;
use super::interview::{ListKey, Notice};
use super::picking::Picking;

pub use coding::Sheet;

/// A session that is read.
#[derive(Debug)]
pub struct Review {
    /// Its protocol; nothing is recorded in it.
    pub protocol: Protocol,
    /// Whether work on it can be taken up.
    pub resumable: bool,
    /// The language of the screen.
    pub language: Language,
    /// The language of questions and codes, once it was chosen apart from that of the screen.
    pub question_language: Option<Language>,
    /// Whether goals and criteria are shown.
    pub shows_goal: bool,
    /// The cell at the top of the screen.
    pub cell: usize,
    /// How many rows below its head the screen begins.
    pub below: usize,
    /// How many rows a page has on the screen.
    pub page: usize,
    /// The note that was gone to.
    pub at_hand: Option<NoteId>,
    /// The sheet of another coder, if one codes.
    pub sheet: Option<Sheet>,
    /// The code line, if it is open.
    pub coding: Option<CodeLine>,
    /// What is looked for, if something is.
    pub finding: Option<Picking>,
    /// What the last key did, if that needs a word.
    pub notice: Option<Notice>,
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
    /// Complete and correct the session, which is closed.
    Correct(SessionId),
    /// Fetch the sheet of another coder.
    TakeSheet(SessionId, u8),
    /// Write the sheet.
    SaveSheet(Box<CoderSheet>),
    /// Show the codebook.
    Codebook,
    /// Read across interviews.
    Across,
    /// Export the session.
    Export(SessionId),
    /// Search all sessions.
    Search,
}

impl Review {
    /// A session from its beginning.
    pub fn new(protocol: Protocol, resumable: bool, language: Language) -> Self {
        Self {
            protocol,
            resumable,
            language,
            question_language: None,
            shows_goal: false,
            cell: 0,
            below: 0,
            page: 1,
            at_hand: None,
            sheet: None,
            coding: None,
            finding: None,
            notice: None,
        }
    }

    /// The language in which questions and codes are shown.
    pub fn shown_language(&self) -> Language {
        self.question_language.unwrap_or(self.language)
    }

    /// Where keys are pressed.
    pub const fn place(&self) -> Place {
        if self.coding.is_some() {
            Place::Coding
        } else if self.finding.is_some() {
            Place::Finding
        } else {
            Place::Review
        }
    }

    /// The cells in the order of the guide; bins «outside the guide» only where they hold something.
    pub fn cells(&self) -> Vec<TopicId> {
        let state = self.protocol.state();
        self.protocol
            .guide()
            .cells()
            .map(|id| TopicId::new(&id))
            .filter(|cell| !cell.is_outside() || state.has_notes_in(cell))
            .collect()
    }

    /// Whether a command does something now.
    pub fn applies(&self, command: Command) -> bool {
        if let Some(line) = &self.coding {
            return line.applies(command, self.code_scope(line.note));
        }
        if let Some(picking) = &self.finding {
            return match command {
                Command::Accept => !self.hits().is_empty(),
                Command::Edit(_) => !picking.is_empty(),
                _ => true,
            };
        }
        match command {
            Command::Resume => self.resumable,
            Command::EditNote => self.resumable || self.protocol.is_closed(),
            Command::Code => self.sheet.is_some() && !self.protocol.state().notes.is_empty(),
            Command::NoteBefore | Command::NoteAfter => !self.protocol.state().notes.is_empty(),
            Command::SecondCoder => self.sheet.is_none(),
            _ => true,
        }
    }

    /// Does what a key asks for.
    pub fn obey(&mut self, command: Command) -> ReviewWanted {
        self.notice = None;
        if let Some(line) = self.coding.take() {
            return self.obey_code_line(line, command);
        }
        if let Some(picking) = self.finding.take() {
            self.obey_finding(picking, command);
            return ReviewWanted::Nothing;
        }
        let last = self.cells().len().saturating_sub(1);
        match command {
            Command::Up | Command::PageUp if self.below == 0 => {
                self.cell = self.cell.saturating_sub(1);
            }
            Command::Up => self.below -= 1,
            Command::Down => self.below += 1,
            Command::PageUp => self.below = self.below.saturating_sub(self.page),
            Command::PageDown => self.below += self.page,
            Command::NextTopic => self.turn_to((self.cell + 1).min(last)),
            Command::PreviousTopic => self.turn_to(self.cell.saturating_sub(1)),
            Command::NoteBefore => self.step(-1),
            Command::NoteAfter => self.step(1),
            Command::Goal => self.shows_goal = !self.shows_goal,
            Command::Find => self.finding = Some(Picking::default()),
            Command::Code => self.open_code_line(),
            Command::QuestionLanguage => {
                self.question_language = Some(self.shown_language().next());
            }
            Command::Back => return ReviewWanted::Back,
            Command::Codebook => return ReviewWanted::Codebook,
            Command::Across => return ReviewWanted::Across,
            Command::Export => {
                return ReviewWanted::Export(self.protocol.state().header.id.clone());
            }
            Command::Search => return ReviewWanted::Search,
            Command::SecondCoder if self.sheet.is_none() => {
                let id = self.protocol.state().header.id.clone();
                return ReviewWanted::TakeSheet(id, *crate::session::OTHER_CODERS.start());
            }
            Command::EditNote if self.protocol.is_closed() => {
                return ReviewWanted::Correct(self.protocol.state().header.id.clone());
            }
            Command::Resume | Command::EditNote if self.resumable => {
                return ReviewWanted::Resume(self.protocol.state().header.id.clone());
            }
            _ => {}
        }
        ReviewWanted::Nothing
    }

    /// A key in the code line or the search that is no command.
    pub fn type_in_list(&mut self, typed: ListKey) {
        self.notice = None;
        if typed == ListKey::Close {
            self.coding = None;
            self.finding = None;
        }
        let line = self.coding.as_mut().map(|line| &mut line.picking);
        if let Some(picking) = line.or(self.finding.as_mut()) {
            picking.take(typed);
        }
    }

    /// Whether nothing is typed in the code line or the search.
    pub fn is_list_unfiltered(&self) -> bool {
        let line = self.coding.as_ref().map(|line| &line.picking);
        line.or(self.finding.as_ref()).is_none_or(Picking::is_empty)
    }

    /// The notes in the order in which they are read, each where it stands.
    pub fn notes(&self) -> Vec<(usize, NoteId)> {
        let state = self.protocol.state();
        let cells = self.cells();
        let all = cells.iter().enumerate().flat_map(|(index, cell)| {
            let notes = state.notes_in(cell).into_iter();
            let here = notes.filter(move |note| &note.topic == cell);
            here.map(move |note| (index, note.id))
        });
        all.collect()
    }

    /// Goes to a cell.
    pub fn go_to_cell(&mut self, topic: &TopicId) {
        let cell = self.cells().iter().position(|cell| cell == topic);
        self.turn_to(cell.unwrap_or(self.cell));
    }

    /// Goes to a note.
    pub fn go_to_note(&mut self, note: NoteId) {
        let place = self.notes().into_iter().find(|(_, id)| *id == note);
        if let Some((cell, note)) = place {
            self.turn_to(cell);
            self.at_hand = Some(note);
        }
    }

    /// Goes to the note before or after; without one, to the first from the cell on that is shown, else to the last.
    fn step(&mut self, by: isize) {
        let notes = self.notes();
        let here = notes
            .iter()
            .position(|(_, note)| Some(*note) == self.at_hand);
        let next = match here {
            Some(index) => index.checked_add_signed(by),
            None => notes
                .iter()
                .position(|(cell, _)| *cell >= self.cell)
                .or(notes.len().checked_sub(1)),
        };
        if let Some((_, note)) = next.and_then(|next| notes.get(next)) {
            self.go_to_note(*note);
        }
    }

    fn turn_to(&mut self, cell: usize) {
        self.cell = cell;
        self.below = 0;
        self.at_hand = None;
    }
}
