//! Coding the note at hand, in the code line.

use time::OffsetDateTime;

use super::{Interview, Notice, Outcome};
use crate::guide::codebook::MOST_CODES;
use crate::i18n::Text;
use crate::language::Language;
use crate::session::NoteId;
use crate::tui::keymap::Command;
use crate::tui::screen::code_line::{CodeLine, CodeScope, CodeWanted};

/// A label that wants to become a field code of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldCodeWish {
    /// The note that it is put on.
    pub note: NoteId,
    /// Its label, as it was typed.
    pub label: zeroize::Zeroizing<String>,
    /// The language of the label.
    pub language: Language,
}

impl Interview {
    /// From which codebook the note of the code line is coded, and for which cell.
    pub fn code_scope(&self, note: NoteId) -> CodeScope<'_> {
        let cell = self.protocol.state().note(note);
        CodeScope {
            book: self.protocol.codebook(),
            cell: cell.map_or(self.topic.as_str(), |note| note.topic.as_str()),
            language: self.question_language,
        }
    }

    /// Opens the code line under the note at hand.
    pub(super) fn open_code_line(&mut self) {
        match self.note_at_hand() {
            Some(note) => self.coding = Some(CodeLine::new(note)),
            None => self.notice = Some(Notice::of(Text::NoticeNoNote)),
        }
    }

    /// Puts a code on a note, or takes it off.
    pub fn toggle_code(&mut self, note: NoteId, code: &str) {
        let before = self
            .protocol
            .state()
            .note(note)
            .map(|note| note.codes.len());
        let after = self.protocol.toggle_code(note, code);
        // Whoever takes a code off needs no word.
        if after > before && after.is_some_and(|count| count > MOST_CODES) {
            self.notice = Some(Notice::about(Text::NoticeManyCodes, &note));
        }
    }

    /// Does in the code line what a key asks for.
    pub(super) fn obey_code_line(
        &mut self,
        mut line: CodeLine,
        command: Command,
        now: OffsetDateTime,
    ) -> Outcome {
        let note = line.note;
        let wanted = line.obey(command, self.code_scope(note));
        match wanted {
            CodeWanted::Nothing | CodeWanted::NoneFits => {}
            CodeWanted::Close => return Outcome::Done,
            CodeWanted::Toggle(code) => {
                self.toggle_code(note, &code);
                line.picking.clear();
            }
            CodeWanted::Create(label) => {
                line.picking.clear();
                self.coding = Some(line);
                self.field_code = Some(FieldCodeWish {
                    note,
                    label: label.into(),
                    language: self.question_language,
                });
                return Outcome::FieldCode;
            }
            CodeWanted::Prompted => self.protocol.toggle_prompted(note),
            CodeWanted::Polarity(polarity) => self.protocol.toggle_polarity(note, polarity),
            CodeWanted::Voice => self.protocol.toggle_voice(note),
            CodeWanted::Undo => self.undo_coding(),
            CodeWanted::Redo => self.redo(now),
            CodeWanted::Step(by) => {
                if let Some(next) = self.note_beside(note, by) {
                    self.at_hand = Some(next);
                    line.note = next;
                }
            }
        }
        // A note that was taken back has no code line.
        if self.protocol.state().note(line.note).is_some() {
            self.coding = Some(line);
        }
        Outcome::Done
    }

    /// Takes the last step back if it was coding; what came before is taken back where it is seen.
    fn undo_coding(&mut self) {
        let is_coding = self
            .protocol
            .sitting()
            .undoable()
            .is_some_and(|recorded| recorded.event.is_coding());
        if is_coding {
            self.protocol.undo();
        } else {
            self.notice = Some(Notice::of(Text::NoticeNothingToUndo));
        }
    }

    /// The note before or after a note in its cell.
    fn note_beside(&self, note: NoteId, by: isize) -> Option<NoteId> {
        let state = self.protocol.state();
        let notes = state.notes_in(&state.note(note)?.topic);
        let here = notes.iter().position(|other| other.id == note)?;
        let beside = notes.get(here.checked_add_signed(by)?)?;
        Some(beside.id)
    }
}
