//! Picking an entry of a list by a few letters: what is typed, and which entry is meant.

use std::fmt;

use zeroize::Zeroizing;

use crate::language;
use crate::tui::keymap::Command;
use crate::tui::screen::ListKey;

/// The most characters that are typed to find something.
const MOST: usize = 80;

/// What is typed to find an entry, and which entry is meant. What is typed may be a name, and is never written.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Picking {
    typed: Zeroizing<String>,
    /// The entry that was gone to; nothing while the first is meant.
    chosen: Option<usize>,
}

impl Picking {
    /// What is typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Whether nothing is typed, so that digits and signs are keys.
    pub fn is_empty(&self) -> bool {
        self.typed.is_empty()
    }

    /// The entry that was gone to; nothing while none was.
    pub const fn chosen(&self) -> Option<usize> {
        self.chosen
    }

    /// A printable key.
    pub fn type_character(&mut self, character: char) {
        let mut buffer = [0; 4];
        let typed = language::sanitise(character.encode_utf8(&mut buffer));
        let is_room = self.typed.chars().count() < MOST;
        if is_room && (character != ' ' || !self.typed.is_empty()) {
            self.typed.push_str(&typed);
            self.chosen = None;
        }
    }

    /// Erases what was typed last.
    pub fn erase(&mut self) {
        let last = language::graphemes(&self.typed).next_back();
        if let Some(at) = last.map(|(at, _)| at) {
            self.typed.truncate(at);
        }
        self.chosen = None;
    }

    /// Erases the word that was typed last.
    pub fn erase_word(&mut self) {
        let kept = self.typed.trim_end();
        let kept = kept.rfind(' ').map_or(0, |at| at + 1);
        self.typed.truncate(kept);
        self.chosen = None;
    }

    /// A key of a list that is filtered by it; one that closes the list is for whoever shows it.
    pub fn take(&mut self, typed: ListKey) {
        match typed {
            ListKey::Character(character) => self.type_character(character),
            ListKey::Erase => self.erase(),
            ListKey::EraseWord => self.erase_word(),
            ListKey::EraseAll => self.clear(),
            ListKey::Close => {}
        }
    }

    /// Forgets what is typed.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Goes up or down in a list of so many entries.
    pub fn go(&mut self, command: Command, count: usize) {
        let Some(last) = count.checked_sub(1) else {
            self.chosen = None;
            return;
        };
        let here = self.chosen.unwrap_or(0);
        self.chosen = Some(match command {
            Command::Up => here.saturating_sub(1),
            Command::Down => here.saturating_add(1).min(last),
            Command::PageUp => here.saturating_sub(5),
            Command::PageDown => here.saturating_add(5).min(last),
            _ => here,
        });
    }
}

impl fmt::Debug for Picking {
    /// Shows no text.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "Picking({} bytes, {:?})",
            self.typed.len(),
            self.chosen
        )
    }
}
