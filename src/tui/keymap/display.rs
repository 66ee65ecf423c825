//! How keys are written, the same in every language.

use std::fmt;

use ratatui::crossterm::event::{KeyCode, KeyModifiers};

use super::Key;

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.modifiers.contains(KeyModifiers::CONTROL) {
            formatter.write_str("Ctrl-")?;
        }
        if self.modifiers.contains(KeyModifiers::ALT) {
            formatter.write_str("Alt-")?;
        }
        match self.code {
            KeyCode::Char(' ') => formatter.write_str("Space"),
            KeyCode::Char(character) if self.modifiers.is_empty() => {
                write!(formatter, "{character}")
            }
            KeyCode::Char(character) if character.is_ascii_uppercase() => {
                write!(formatter, "Shift-{character}")
            }
            KeyCode::Char(character) => write!(formatter, "{}", character.to_ascii_uppercase()),
            KeyCode::F(number) => write!(formatter, "F{number}"),
            KeyCode::Up => formatter.write_str("↑"),
            KeyCode::Down => formatter.write_str("↓"),
            KeyCode::Left => formatter.write_str("←"),
            KeyCode::Right => formatter.write_str("→"),
            KeyCode::BackTab => formatter.write_str("Shift-Tab"),
            KeyCode::PageUp => formatter.write_str("PgUp"),
            KeyCode::PageDown => formatter.write_str("PgDn"),
            code => write!(formatter, "{code:?}"),
        }
    }
}
