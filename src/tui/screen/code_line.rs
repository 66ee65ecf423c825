//! The code line: a note's codes, five favourites on digits, and the rest by a few letters.
//!
//! It stands in the place of the notes and covers neither the question nor what is being written. While nothing is typed
//! digits and signs are keys; a letter begins to filter the codebook.

use super::picking::Picking;
use crate::guide::{BookCode, Codebook};
use crate::language::{Language, fold};
use crate::session::{NoteId, Polarity};
use crate::tui::keymap::Command;

/// The code line under a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeLine {
    /// The note.
    pub note: NoteId,
    /// What is typed, and which code is meant.
    pub picking: Picking,
    /// Who codes.
    pub coder: Coder,
}

/// Who codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coder {
    /// The interviewer, in the session itself.
    First,
    /// Another coder, in a sheet of their own: with the codes that there are, and without marks.
    Other,
}

/// An entry of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeEntry<'line> {
    /// A code, and the digit for it if it is a favourite.
    Code(&'line BookCode, Option<u8>),
    /// A new field code with this label.
    New(&'line str),
}

/// What the code line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodeWanted {
    /// Nothing.
    Nothing,
    /// Go back to what was done before.
    Close,
    /// Put a code on the note, or take it off.
    Toggle(String),
    /// Make a field code with this label and put it on the note.
    Create(String),
    /// The coder looked at the note, and no code fits.
    NoneFits,
    /// The note was prompted, or was not.
    Prompted,
    /// It helps or hinders.
    Polarity(Polarity),
    /// It is the interviewee's view, or a reported one.
    Voice,
    /// Take the last step back.
    Undo,
    /// Bring it back.
    Redo,
    /// Code the note before or after.
    Step(isize),
}

/// From which codebook and for which cell a note is coded.
#[derive(Debug, Clone, Copy)]
pub struct CodeScope<'scope> {
    /// The codebook.
    pub book: &'scope Codebook,
    /// The cell of the note.
    pub cell: &'scope str,
    /// The language of the labels.
    pub language: Language,
}

impl CodeLine {
    /// The code line under a note.
    pub fn new(note: NoteId) -> Self {
        Self {
            note,
            picking: Picking::default(),
            coder: Coder::First,
        }
    }

    /// The code line of another coder.
    pub fn of_other_coder(note: NoteId) -> Self {
        Self {
            coder: Coder::Other,
            ..Self::new(note)
        }
    }

    /// The entries of the list: codes, and at the end the field code that could be made of what is typed.
    pub fn entries<'line>(&'line self, scope: CodeScope<'line>) -> Vec<CodeEntry<'line>> {
        let typed = self.picking.typed();
        let found = scope.book.find(typed, scope.cell, scope.language);
        let favourites = scope.book.favourites(scope.cell);
        let digit = |code: &BookCode| {
            let place = favourites.iter().position(|known| known.id == code.id)?;
            u8::try_from(place + 1).ok().filter(|_| typed.is_empty())
        };
        let is_there = found
            .iter()
            .any(|code| fold(code.label(scope.language)) == fold(typed));
        let mut entries: Vec<CodeEntry<'line>> = found
            .into_iter()
            .map(|code| CodeEntry::Code(code, digit(code)))
            .collect();
        if self.coder == Coder::First && !typed.trim().is_empty() && !is_there {
            entries.push(CodeEntry::New(typed.trim()));
        }
        entries
    }

    /// Which entry is meant: the one gone to, else the first code. A new field code is made only if it was gone to.
    pub fn meant(&self, entries: &[CodeEntry<'_>]) -> Option<usize> {
        match self.picking.chosen() {
            Some(chosen) => (chosen < entries.len()).then_some(chosen),
            None => matches!(entries.first(), Some(CodeEntry::Code(..))).then_some(0),
        }
    }

    /// Whether a command does something now.
    pub fn applies(&self, command: Command, scope: CodeScope<'_>) -> bool {
        match command {
            Command::Favourite(number) => {
                self.picking.is_empty()
                    && usize::from(number) <= scope.book.favourites(scope.cell).len()
            }
            Command::NotePrompted | Command::Helps | Command::Hinders | Command::Reported => {
                self.coder == Coder::First && self.picking.is_empty()
            }
            Command::NoneFits => self.coder == Coder::Other && self.picking.is_empty(),
            Command::Accept => self.meant(&self.entries(scope)).is_some(),
            Command::Edit(_) => !self.picking.is_empty(),
            Command::NewFieldCode => {
                matches!(self.entries(scope).last(), Some(CodeEntry::New(_)))
            }
            _ => true,
        }
    }

    /// Does what a key asks for.
    pub fn obey(&mut self, command: Command, scope: CodeScope<'_>) -> CodeWanted {
        match command {
            Command::Accept => {
                let entries = self.entries(scope);
                let meant = self.meant(&entries).and_then(|place| entries.get(place));
                match meant {
                    Some(CodeEntry::Code(code, _)) => CodeWanted::Toggle(code.id.clone()),
                    Some(CodeEntry::New(label)) => CodeWanted::Create((*label).to_owned()),
                    None => CodeWanted::Nothing,
                }
            }
            Command::NewFieldCode => match self.entries(scope).last() {
                Some(CodeEntry::New(label)) => CodeWanted::Create((*label).to_owned()),
                _ => CodeWanted::Nothing,
            },
            Command::Favourite(number) => {
                let favourites = scope.book.favourites(scope.cell);
                let wanted = usize::from(number).checked_sub(1);
                match wanted.and_then(|place| favourites.get(place)) {
                    Some(code) => CodeWanted::Toggle(code.id.clone()),
                    None => CodeWanted::Nothing,
                }
            }
            Command::Up | Command::Down | Command::PageUp | Command::PageDown => {
                let count = self.entries(scope).len();
                self.picking.go(command, count);
                CodeWanted::Nothing
            }
            Command::NoneFits => CodeWanted::NoneFits,
            Command::NotePrompted => CodeWanted::Prompted,
            Command::Helps => CodeWanted::Polarity(Polarity::Helps),
            Command::Hinders => CodeWanted::Polarity(Polarity::Hinders),
            Command::Reported => CodeWanted::Voice,
            Command::Undo => CodeWanted::Undo,
            Command::Redo => CodeWanted::Redo,
            Command::NoteBefore => CodeWanted::Step(-1),
            Command::NoteAfter => CodeWanted::Step(1),
            Command::Code | Command::Back => CodeWanted::Close,
            _ => CodeWanted::Nothing,
        }
    }
}
