//! Characters that a guide must not hold because its reader does not see them.

use crate::language::{is_forbidden_control, is_marker};

/// Whether a character lets a text read otherwise than it is written, or steers the terminal that shows it.
///
/// Line breaks and tabs count among them; where a text may have several lines, ask for those first.
pub fn is_hidden(c: char) -> bool {
    c.is_control() || is_forbidden_control(c) || is_marker(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_or_turns_a_text_is_hidden() {
        for c in [
            '\0', '\u{1b}', '\u{7f}', '\u{9b}', '\u{202e}', '\u{2066}', '\u{200f}', '\n', '\t',
        ] {
            assert!(is_hidden(c), "{c:?}");
        }
    }

    #[test]
    fn what_french_and_emoji_need_is_not_hidden() {
        for c in [
            '\u{a0}', '\u{202f}', '’', '\u{ad}', '\u{200d}', '\u{fe0f}', 'é', '漢',
        ] {
            assert!(!is_hidden(c), "{c:?}");
        }
    }
}
