//! Takes out of text from outside what a person cannot see and a terminal must not get.

use std::borrow::Cow;

/// Whether the character may not stand in a note: controls but line break and tab, marks that turn the direction
/// of writing, byte order marks, and separators that look like a line break and are none.
pub fn is_forbidden_control(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        '\u{200E}'
        | '\u{200F}'
        | '\u{061C}'
        | '\u{FEFF}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' => true,
        other => other.is_control(),
    }
}

/// Whether a text may hold such a character, or a tab, told by its bytes: most hold none, and need not be read letter by
/// letter.
pub fn may_be_forbidden(text: &str) -> bool {
    // What such characters begin with, beside controls: U+0080 to U+009F, U+061C, U+2000 to U+2FFF, U+F000 to U+FFFF. All
    // bytes are looked at, which takes less than stopping at the first does.
    let may_be = |byte: u8| {
        let is_break = byte == b'\n';
        !is_break && matches!(byte, 0..0x20 | 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xef)
    };
    text.bytes().fold(false, |any, byte| any | may_be(byte))
}

/// Whether the character is of the private plane in which the editor's placeholders live.
///
/// No keyboard brings these characters; in typed or pasted text they are taken out, so that nobody can forge one.
pub const fn is_marker(character: char) -> bool {
    matches!(character, '\u{F0000}'..='\u{FFFFD}')
}

/// What becomes of one character: itself, a space for a tab, or nothing.
///
/// A lone carriage return is taken for nothing; [`sanitise`] explains why.
pub fn sanitised_char(character: char) -> Option<char> {
    match character {
        '\t' => Some(' '),
        other if is_forbidden_control(other) => None,
        other => Some(other),
    }
}

/// The text without forbidden controls and without markers: a tab becomes a space, `\r\n` becomes `\n`.
///
/// A carriage return alone ends a line in some terminals' paste: it becomes a line break.
pub fn sanitise(text: &str) -> Cow<'_, str> {
    let untouched = text
        .chars()
        .all(|character| sanitised_char(character) == Some(character) && !is_marker(character));
    if untouched {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if character == '\r' && characters.peek() != Some(&'\n') {
            clean.push('\n');
        } else if !is_marker(character) {
            clean.extend(sanitised_char(character));
        }
    }
    Cow::Owned(clean)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_of_all_systems_become_one() {
        assert_eq!(sanitise("a\r\nb\rc\nd"), "a\nb\nc\nd");
    }

    #[test]
    fn tabs_become_spaces_and_hidden_marks_go() {
        assert_eq!(sanitise("\u{FEFF}a\tb\u{202E}c\u{1b}[0m"), "a bc[0m");
        assert_eq!(sanitise("x\u{2066}y\u{2028}z\u{85}"), "xyz");
    }

    #[test]
    fn no_forbidden_character_is_overlooked_in_the_bytes_of_a_text() {
        for character in '\0'..=char::MAX {
            if is_forbidden_control(character) || character == '\t' {
                assert!(may_be_forbidden(&format!("a{character}")), "{character:?}");
            }
        }
        assert!(!may_be_forbidden("Größe\nété ß 日本"));
    }

    #[test]
    fn nobody_can_type_a_marker() {
        assert_eq!(sanitise("a\u{F0000}b\u{FFFFD}"), "ab");
    }

    #[test]
    fn plain_text_is_not_copied() {
        assert!(matches!(sanitise("Größe\n日本"), Cow::Borrowed(_)));
    }
}
