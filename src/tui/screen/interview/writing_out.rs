//! Short forms that are written out as soon as they are typed, by the user's own list.
//!
//! What is typed is searched for names before it is written out, and what is written out is searched with the draft.

use super::Interview;
use crate::anonymise::Boundary;
use crate::language::Language;

/// A short form and what it stands for in notes of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shorthand {
    /// The language of the notes.
    pub language: Language,
    /// What is typed, as a word of its own.
    pub short: String,
    /// What is written out.
    pub long: String,
}

impl Interview {
    /// Writes out the short form that ends before the character at the cursor, as one step of undo.
    pub(super) fn write_out(&mut self, typed: char) {
        if typed.is_alphanumeric() || self.shorthand.is_empty() {
            return;
        }
        let cursor = self.editor.cursor();
        let before = self
            .editor
            .text()
            .split_at_checked(cursor)
            .and_then(|(before, _)| before.strip_suffix(typed));
        let Some(before) = before else { return };
        let is_part = |character: char| !character.is_whitespace();
        let start = before.trim_end_matches(is_part).len();
        let Some(word) = before.get(start..).filter(|word| !word.is_empty()) else {
            return;
        };
        let language = self.question_language;
        let found = self
            .shorthand
            .iter()
            .find(|form| form.language == language && form.short == word);
        if let Some(form) = found {
            let long = format!("{}{typed}", form.long);
            let _ = self.editor.replace_range(start..cursor, &long);
            self.search(Boundary::Word);
        }
    }
}
