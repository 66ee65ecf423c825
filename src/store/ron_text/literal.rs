//! Strings and characters as they are written: where they end, and which part of the source stands for which character.

use std::iter;
use std::ops::Range;

use super::cursor::Cursor;

/// Steps over a string, a byte string, a raw one or a character; false if there is none.
pub(super) fn skip(cursor: &mut Cursor<'_>) -> bool {
    let Some(opening) = Opening::take(cursor) else {
        return false;
    };
    while !opening.closed_at(cursor) && next_part(cursor, &opening) != Part::End {}
    true
}

/// Where in the source each character of a string's value stands, the string beginning at `start`.
///
/// None if no string begins there.
pub(super) fn characters(source: &str, start: usize) -> Vec<Range<usize>> {
    let mut cursor = Cursor::at(source, start);
    let Some(opening) = Opening::take(&mut cursor) else {
        return Vec::new();
    };
    iter::from_fn(|| next_character(&mut cursor, &opening)).collect()
}

/// How a literal began, and so how it ends.
struct Opening {
    raw: bool,
    closing: String,
}

impl Opening {
    /// Steps over the beginning of a literal.
    fn take(cursor: &mut Cursor<'_>) -> Option<Self> {
        let before = cursor.clone();
        let byte = cursor.take("b");
        let raw = cursor.take("r");
        let hashes = if raw {
            cursor.take_while(|c| c == '#')
        } else {
            ""
        };
        if cursor.take("\"") {
            let closing = format!("\"{hashes}");
            return Some(Self { raw, closing });
        }
        if !raw && cursor.take("'") {
            let closing = "'".to_owned();
            return Some(Self { raw, closing });
        }
        if byte || raw {
            *cursor = before;
        }
        None
    }

    /// Steps over the end of the literal if it stands here.
    fn closed_at(&self, cursor: &mut Cursor<'_>) -> bool {
        cursor.take(&self.closing)
    }
}

/// One part of a literal's source.
#[derive(PartialEq, Eq)]
enum Part {
    /// It stands for one character.
    Character,
    /// It stands for nothing: the line goes on in the next.
    Nothing,
    /// The source has ended.
    End,
}

/// Steps over one part of a literal.
fn next_part(cursor: &mut Cursor<'_>, opening: &Opening) -> Part {
    match cursor.step() {
        None => Part::End,
        Some('\\') if !opening.raw => escape(cursor),
        Some(_) => Part::Character,
    }
}

/// Steps over what follows a backslash.
fn escape(cursor: &mut Cursor<'_>) -> Part {
    if cursor.take("\r\n") || cursor.take("\n") {
        cursor.take_while(|c| matches!(c, ' ' | '\t' | '\n' | '\r'));
        return Part::Nothing;
    }
    match cursor.step() {
        None => Part::End,
        Some('u') => {
            cursor.take_through("}");
            Part::Character
        }
        Some('x') => {
            // RON builds a character beyond ASCII from several `\x..`, the bytes of its UTF-8.
            if byte(cursor) >= 0xc0 {
                while is_further_byte(cursor) {
                    cursor.take("\\x");
                    byte(cursor);
                }
            }
            Part::Character
        }
        Some(_) => Part::Character,
    }
}

/// Steps over two hexadecimal digits.
fn byte(cursor: &mut Cursor<'_>) -> u8 {
    let start = cursor.offset();
    cursor.step();
    cursor.step();
    u8::from_str_radix(cursor.since(start), 16).unwrap_or_default()
}

/// Whether a byte that cannot begin a character follows.
fn is_further_byte(cursor: &Cursor<'_>) -> bool {
    let mut ahead = cursor.clone();
    ahead.take("\\x") && (0x80..0xc0).contains(&byte(&mut ahead))
}

/// Steps over the source of one character of the value.
fn next_character(cursor: &mut Cursor<'_>, opening: &Opening) -> Option<Range<usize>> {
    loop {
        let start = cursor.offset();
        if opening.closed_at(cursor) {
            return None;
        }
        match next_part(cursor, opening) {
            Part::Character => return Some(start..cursor.offset()),
            Part::Nothing => {}
            Part::End => return None,
        }
    }
}
