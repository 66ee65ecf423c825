//! Striking what holds certain words. The words are held in memory while the screen is open, and written nowhere.

use std::collections::HashSet;

use crate::anonymise::CleanText;
use crate::language;
use crate::session::{Sought, TextPlace};
use crate::tui::editor::Editor;
use crate::tui::keymap::Command;

use super::Interview;

/// Words, and the texts that would be struck because they hold them.
#[derive(Debug)]
pub struct StrikeWords {
    /// The interview underneath.
    pub interview: Box<Interview>,
    /// The field for the words.
    pub field: Editor,
    /// What stands or ever stood in the sitting.
    ever_written: HashSet<CleanText>,
    /// Whether the question was asked that the next Enter answers with yes.
    pub is_asked: bool,
}

impl StrikeWords {
    /// An empty field.
    pub fn new(interview: Box<Interview>) -> Self {
        Self {
            ever_written: interview.protocol.sitting().ever_written(),
            interview,
            field: Editor::new(60, 1),
            is_asked: false,
        }
    }

    /// What is looked for: the words, and the placeholder of a name that they are.
    fn sought(&self) -> Option<Sought> {
        self.interview.protocol.sought(self.field.text())
    }

    /// The texts that hold the words.
    pub fn found(&self) -> Vec<TextPlace> {
        let state = self.interview.protocol.state();
        match self.sought() {
            Some(sought) => state.places_of(|text| sought.stands_in(text)),
            None => Vec::new(),
        }
    }

    /// Whether there is something to strike, be it only what undo could bring back.
    pub fn finds(&self) -> bool {
        let sought = self.sought();
        let mut texts = self.ever_written.iter();
        sought.is_some_and(|sought| texts.any(|text| sought.stands_in(text)))
    }

    /// Whether a command does something now.
    pub fn applies(&self, command: Command) -> bool {
        match command {
            Command::Accept => self.finds(),
            Command::Edit(_) => !self.field.is_empty(),
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
        self.is_asked = false;
        let clean = language::sanitise(text).replace('\n', " ");
        let _ = self.field.insert_str(&clean);
    }

    /// The interview, with the words forgotten.
    pub fn into_interview(mut self) -> Box<Interview> {
        drop(zeroize::Zeroizing::new(self.field.take()));
        self.interview
    }

    /// Does what a key asks for; whether the interview is wanted.
    pub fn obey(&mut self, command: Command) -> bool {
        match command {
            Command::Accept if self.is_asked => {
                if let Some(sought) = self.sought() {
                    self.interview.strike_sought(sought);
                }
                true
            }
            Command::Accept => {
                self.is_asked = self.finds();
                false
            }
            Command::Edit(edit) => {
                self.is_asked = false;
                let _ = super::edit_text(&mut self.field, edit);
                false
            }
            Command::Back => true,
            _ => false,
        }
    }
}
