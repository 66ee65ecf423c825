//! What a field of a form holds, and how keys change it. What follows from a change is for the form.

use zeroize::Zeroizing;

use crate::language;
use crate::tui::editor::Editor;
use crate::tui::keymap::EditCommand;

/// What a field of a form holds.
#[derive(Debug)]
pub enum Value {
    /// Text; never written but where the field says so.
    Text(Editor),
    /// One of so many choices.
    Choice {
        /// Which.
        chosen: usize,
        /// Of how many.
        of: usize,
    },
}

impl Value {
    /// Gives a text this room.
    pub fn resize(&mut self, width: u16, rows: u16) {
        if let Self::Text(editor) = self {
            editor.resize(width, rows);
        }
    }

    /// Whether a command to edit does something in it: every field has a next choice or letter, but only in text is there
    /// anything to delete.
    pub const fn applies(&self, command: EditCommand) -> bool {
        matches!(self, Self::Text(_)) || matches!(command, EditCommand::Left | EditCommand::Right)
    }

    /// What it holds, which may be a name.
    fn content(&self) -> Zeroizing<String> {
        Zeroizing::new(match self {
            Self::Text(editor) => editor.text().to_owned(),
            Self::Choice { chosen, .. } => chosen.to_string(),
        })
    }

    /// Changes it; whether it holds something else than before.
    pub fn is_changed_by(&mut self, change: impl FnOnce(&mut Self)) -> bool {
        let before = self.content();
        change(self);
        self.content() != before
    }

    /// A printable key: it is typed into a text, and a space takes the next choice.
    pub fn type_character(&mut self, character: char) {
        match self {
            Self::Text(editor) => {
                let mut buffer = [0; 4];
                let _ = editor.insert_str(&language::sanitise(character.encode_utf8(&mut buffer)));
            }
            Self::Choice { .. } if character == ' ' => self.edit(EditCommand::Right),
            Self::Choice { .. } => {}
        }
    }

    /// Text from the clipboard, as one line.
    pub fn paste_line(&mut self, pasted: &str) {
        if let Self::Text(editor) = self {
            let _ = editor.insert_str(&language::sanitise(pasted).replace('\n', " "));
        }
    }

    /// Edits a text, or takes the choice before or behind; behind the last comes the first.
    pub fn edit(&mut self, command: EditCommand) {
        match self {
            Self::Text(editor) => {
                let _ = super::edit_text(editor, command);
            }
            Self::Choice { chosen, of } => {
                let of = (*of).max(1);
                match command {
                    EditCommand::Left => *chosen = (*chosen + of - 1) % of,
                    EditCommand::Right => *chosen = (*chosen + 1) % of,
                    _ => {}
                }
            }
        }
    }
}
