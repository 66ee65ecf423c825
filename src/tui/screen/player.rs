//! Which recording is listened to: its path is typed hidden, and held in memory only.

use crate::language;
use crate::operations::player::RecordingPath;
use crate::tui::editor::Editor;
use crate::tui::keymap::Command;

use super::Interview;

/// Which recording is listened to.
#[derive(Debug)]
pub struct PlayerForm {
    /// The interview underneath.
    pub interview: Box<Interview>,
    /// The path.
    pub path: Editor,
    /// Which recording of the interview it is, from 1.
    pub number: usize,
    /// Whether a path was typed.
    is_touched: bool,
}

/// What the form asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum PlayerFormWanted {
    /// Nothing.
    Nothing,
    /// Back to the interview.
    Back,
    /// Listen to this recording.
    Load(RecordingPath),
}

impl PlayerForm {
    /// The form.
    pub fn new(interview: Box<Interview>, known: Option<&RecordingPath>) -> Self {
        let mut path = Editor::new(60, 1);
        if let Some(known) = known {
            path.set(known.as_str(), known.as_str().len());
        }
        Self {
            interview,
            path,
            number: 1,
            is_touched: false,
        }
    }

    /// How many recordings there are to choose from, at least one.
    pub fn recordings(&self) -> usize {
        self.interview
            .protocol
            .state()
            .clock
            .recordings
            .len()
            .max(1)
    }

    /// Whether a command does something now.
    pub fn applies(&self, command: Command) -> bool {
        match command {
            Command::Accept | Command::Edit(_) => !self.path.is_empty(),
            Command::Up | Command::Down => self.recordings() > 1,
            _ => true,
        }
    }

    /// Whether a path was typed and not listened to.
    pub fn has_unkept(&self) -> bool {
        self.is_touched && !self.path.is_empty()
    }

    /// A printable key.
    pub fn type_character(&mut self, character: char) {
        let mut buffer = [0; 4];
        let clean = language::sanitise(character.encode_utf8(&mut buffer)).into_owned();
        let _ = self.path.insert_str(&clean);
        self.is_touched = true;
    }

    /// Text from the clipboard, or a file that was dropped into the terminal.
    pub fn paste(&mut self, text: &str) {
        let line = text.trim().lines().next().unwrap_or_default();
        let _ = self.path.insert_str(&language::sanitise(line));
        self.is_touched = true;
    }

    /// Does what a key asks for.
    pub fn obey(&mut self, command: Command) -> PlayerFormWanted {
        match command {
            Command::Up => self.number = self.number.saturating_sub(1).max(1),
            Command::Down => self.number = (self.number + 1).min(self.recordings()),
            Command::Edit(edit) => {
                let _ = super::edit_text(&mut self.path, edit);
            }
            Command::Back => return PlayerFormWanted::Back,
            Command::Accept if !self.path.is_empty() => {
                let typed = zeroize::Zeroizing::new(self.path.take());
                return PlayerFormWanted::Load(RecordingPath::new(&typed));
            }
            _ => {}
        }
        PlayerFormWanted::Nothing
    }
}
