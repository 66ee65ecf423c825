//! What a quotation says in the language of the session, typed beside it. The quotation itself stays as it was said.

use crate::anonymise::CleanText;
use crate::language;
use crate::session::NoteId;
use crate::tui::editor::Editor;
use crate::tui::keymap::Command;

use super::Interview;

/// A quotation, and the field for what it says.
#[derive(Debug)]
pub struct Translation {
    /// The interview underneath.
    pub interview: Box<Interview>,
    /// The quotation.
    pub note: NoteId,
    /// The field.
    pub field: Editor,
}

impl Translation {
    /// The field with what was written before.
    pub fn new(interview: Box<Interview>, note: NoteId) -> Self {
        let mut field = Editor::new(60, 3);
        let found = interview.protocol.state().note(note);
        if let Some(written) = found.and_then(|note| note.translation.as_ref()) {
            field.set(written.as_str(), written.as_str().len());
        }
        Self {
            interview,
            note,
            field,
        }
    }

    /// Whether something else is written than was kept.
    pub fn has_unkept(&self) -> bool {
        let found = self.interview.protocol.state().note(self.note);
        let kept = found.and_then(|note| note.translation.as_ref());
        self.field.text() != kept.map_or("", CleanText::as_str)
    }

    /// Whether a command does something now.
    pub fn applies(&self, command: Command) -> bool {
        match command {
            Command::Edit(_) => !self.field.is_empty(),
            Command::Undo => self.field.can_undo(),
            _ => true,
        }
    }

    /// A printable key.
    pub fn type_character(&mut self, character: char) {
        let mut buffer = [0; 4];
        self.paste(character.encode_utf8(&mut buffer));
    }

    /// Text from the clipboard.
    pub fn paste(&mut self, text: &str) {
        let _ = self.field.insert_str(&language::sanitise(text));
    }

    /// Does what a key asks for; whether the interview is wanted.
    pub fn obey(&mut self, command: Command) -> bool {
        match command {
            Command::Accept => {
                // What is typed may hold a name that is not searched for yet.
                let typed = zeroize::Zeroizing::new(self.field.take());
                self.interview.protocol.translate(self.note, &typed);
                true
            }
            Command::Edit(edit) => {
                let _ = super::edit_text(&mut self.field, edit);
                false
            }
            Command::Undo => {
                let _ = self.field.undo();
                false
            }
            Command::Back => true,
            _ => false,
        }
    }
}
