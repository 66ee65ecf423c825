//! Coding as another coder: in a sheet beside the session, without sight of the codes that stand in it.

use super::{Review, ReviewWanted};
use crate::guide::codebook::MOST_CODES;
use crate::i18n::Text;
use crate::session::{CodedNote, CoderSheet, NoteId, Standing};
use crate::tui::keymap::Command;
use crate::tui::screen::code_line::{CodeLine, CodeScope, CodeWanted};
use crate::tui::screen::interview::Notice;

/// The sheet of another coder, and what they did in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What they put on the notes.
    pub entries: CoderSheet,
    /// What entries were before each step, the last step at the end.
    done: Vec<(NoteId, Option<CodedNote>)>,
    /// What undo took back.
    undone: Vec<(NoteId, Option<CodedNote>)>,
}

impl Sheet {
    /// A sheet in which nothing was done yet.
    pub fn new(entries: CoderSheet) -> Self {
        Self {
            entries,
            done: Vec::new(),
            undone: Vec::new(),
        }
    }

    fn remember(&mut self, note: NoteId) {
        self.done
            .push((note, self.entries.notes.get(&note).cloned()));
        self.undone.clear();
    }

    fn undo(&mut self) -> bool {
        let Some((note, before)) = self.done.pop() else {
            return false;
        };
        let now = self.put(note, before);
        self.undone.push((note, now));
        true
    }

    fn redo(&mut self) -> bool {
        let Some((note, after)) = self.undone.pop() else {
            return false;
        };
        let now = self.put(note, after);
        self.done.push((note, now));
        true
    }

    /// Puts an entry in the place of another, and gives that back.
    fn put(&mut self, note: NoteId, entry: Option<CodedNote>) -> Option<CodedNote> {
        match entry {
            Some(entry) => self.entries.notes.insert(note, entry),
            None => self.entries.notes.remove(&note),
        }
    }
}

impl Review {
    /// Takes the sheet of another coder. Entries of notes that the session has no more go.
    pub fn take_sheet(&mut self, mut sheet: CoderSheet) {
        sheet.forget_missing(self.protocol.state());
        self.sheet = Some(Sheet::new(sheet));
        if self.at_hand.is_none() {
            self.step(1);
        }
    }

    /// How many notes the other coder has looked at as they are, how many were changed since, and how many there are.
    pub fn coded(&self) -> Option<(usize, usize, usize)> {
        let sheet = &self.sheet.as_ref()?.entries;
        let notes = &self.protocol.state().notes;
        let count = |standing| {
            let notes = notes.iter();
            notes
                .filter(|note| sheet.standing(note) == standing)
                .count()
        };
        Some((
            count(Standing::Current),
            count(Standing::Outdated),
            notes.len(),
        ))
    }

    /// From which codebook a note is coded, and for which cell.
    pub fn code_scope(&self, note: NoteId) -> CodeScope<'_> {
        let state = self.protocol.state();
        CodeScope {
            book: self.protocol.codebook(),
            cell: state.note(note).map_or("", |note| note.topic.as_str()),
            language: self.shown_language(),
        }
    }

    pub(super) fn open_code_line(&mut self) {
        if self.sheet.is_none() {
            return;
        }
        if self.at_hand.is_none() {
            self.step(1);
        }
        match self.at_hand {
            Some(note) => self.coding = Some(CodeLine::of_other_coder(note)),
            None => self.notice = Some(Notice::of(Text::NoticeNoNote)),
        }
    }

    /// Does in the code line what a key asks for; what changes the sheet has it written.
    pub(super) fn obey_code_line(&mut self, mut line: CodeLine, command: Command) -> ReviewWanted {
        let wanted = line.obey(command, self.code_scope(line.note));
        let is_changed = match wanted {
            CodeWanted::Close => return ReviewWanted::Nothing,
            CodeWanted::Toggle(code) => {
                self.toggle(line.note, &code);
                line.picking.clear();
                true
            }
            CodeWanted::NoneFits => {
                self.look_at(line.note);
                true
            }
            CodeWanted::Undo => self.sheet.as_mut().is_some_and(Sheet::undo),
            CodeWanted::Redo => self.sheet.as_mut().is_some_and(Sheet::redo),
            CodeWanted::Step(by) => {
                self.step(by);
                line.note = self.at_hand.unwrap_or(line.note);
                false
            }
            _ => false,
        };
        self.coding = Some(line);
        match &self.sheet {
            Some(sheet) if is_changed => ReviewWanted::SaveSheet(Box::new(sheet.entries.clone())),
            _ => ReviewWanted::Nothing,
        }
    }

    fn toggle(&mut self, note: NoteId, code: &str) {
        let book = self.protocol.codebook();
        let is_same = |one: &str, other: &str| book.resolve(one) == book.resolve(other);
        let found = self.protocol.state().note(note);
        if let (Some(found), Some(sheet)) = (found, &mut self.sheet) {
            sheet.remember(note);
            let before = sheet.entries.codes(note).len();
            let after = sheet.entries.toggle(found, code, is_same);
            if after > before && after > MOST_CODES {
                self.notice = Some(Notice::about(Text::NoticeManyCodes, &note));
            }
        }
    }

    fn look_at(&mut self, note: NoteId) {
        let found = self.protocol.state().note(note);
        if let (Some(found), Some(sheet)) = (found, &mut self.sheet) {
            sheet.remember(note);
            sheet.entries.look_at(found);
        }
    }
}
