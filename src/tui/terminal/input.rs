//! What comes from the terminal and from the system, as messages.

use std::fmt;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Size;

/// The bytes of a paste that are taken at most.
pub(super) const PASTE_LIMIT: usize = 1024 * 1024;

/// What came from the terminal or the system.
#[derive(Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed, or repeats; releases are not told. See [`typed_char`] for what is text.
    Key(KeyEvent),
    /// Text was pasted, with line ends as the terminal sends them (mostly CR).
    Paste {
        /// At most 1 MiB of it.
        text: String,
        /// Whether there was more, which the user must be told.
        is_cut: bool,
    },
    /// The terminal has another size.
    Resize(Size),
    /// The program is asked to end: settle, save, leave.
    Terminate,
    /// The terminal hung up: settle, save, and write nothing more to it.
    HangUp,
    /// The program is asked from outside to stop: call [`Terminal::suspend`](super::Terminal::suspend).
    Suspend,
    /// The program runs on after it was stopped: call [`Terminal::resume`](super::Terminal::resume) and paint anew.
    Continue,
    /// Nothing will come from the terminal any more: settle, save, leave.
    Closed,
}

impl fmt::Debug for Input {
    /// Shows what kind of input it is: what is typed or pasted may be a name.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(_) => formatter.write_str("Key"),
            Self::Paste { text, is_cut } => {
                write!(formatter, "Paste({} bytes, cut: {is_cut})", text.len())
            }
            Self::Resize(size) => write!(formatter, "Resize({size})"),
            Self::Terminate => formatter.write_str("Terminate"),
            Self::HangUp => formatter.write_str("HangUp"),
            Self::Suspend => formatter.write_str("Suspend"),
            Self::Continue => formatter.write_str("Continue"),
            Self::Closed => formatter.write_str("Closed"),
        }
    }
}

/// The character that a key types, if it types one rather than gives a command.
///
/// With `AltGr` some consoles (Windows) report Ctrl and Alt beside the character that results, such as `@` or `€`: that
/// is text. A letter or digit with Ctrl and Alt is a command, since a keyboard has those without `AltGr`.
pub fn typed_char(key: &KeyEvent) -> Option<char> {
    let KeyCode::Char(character) = key.code else {
        return None;
    };
    let modifiers = key.modifiers - KeyModifiers::SHIFT;
    let is_alt_gr = modifiers == KeyModifiers::CONTROL | KeyModifiers::ALT
        && !character.is_ascii_alphanumeric()
        && character != ' ';
    (modifiers.is_empty() || is_alt_gr).then_some(character)
}

/// The text of a paste; a character that the limit cut in two is left out.
pub(super) fn paste(bytes: &[u8], is_cut: bool) -> Input {
    let whole = match std::str::from_utf8(bytes) {
        Err(error) if is_cut && error.error_len().is_none() => {
            bytes.split_at(error.valid_up_to()).0
        }
        _ => bytes,
    };
    Input::Paste {
        text: String::from_utf8_lossy(whole).into_owned(),
        is_cut,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(character: char, modifiers: KeyModifiers) -> Option<char> {
        typed_char(&KeyEvent::new(KeyCode::Char(character), modifiers))
    }

    #[test]
    fn letters_and_alt_gr_signs_are_text_and_commands_are_not() {
        let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(typed('ß', KeyModifiers::NONE), Some('ß'));
        assert_eq!(typed('É', KeyModifiers::SHIFT), Some('É'));
        assert_eq!(typed('@', alt_gr), Some('@'));
        assert_eq!(typed('€', alt_gr), Some('€'));
        assert_eq!(typed('q', alt_gr), None);
        assert_eq!(typed('s', KeyModifiers::CONTROL), None);
        assert_eq!(typed('1', KeyModifiers::ALT), None);
        assert_eq!(typed_char(&KeyEvent::from(KeyCode::Enter)), None);
    }

    #[test]
    fn a_debug_print_shows_nothing_that_was_typed() {
        let input = paste("Meier".as_bytes(), false);
        assert_eq!(format!("{input:?}"), "Paste(5 bytes, cut: false)");
        assert_eq!(
            format!("{:?}", Input::Key(KeyCode::Char('M').into())),
            "Key"
        );
    }
}
