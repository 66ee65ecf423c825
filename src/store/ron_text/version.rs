//! Which version a file declares.

use std::ops::Range;

use super::cursor::Cursor;
use super::tree::skip_attributes;

/// What stands where a file says the version of its type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Version {
    /// The number of the field `version`, which is the first.
    Declared(u32, Range<usize>),
    /// The first field is `version` and its value is no plain number.
    Unreadable(Range<usize>),
    /// The first field is another one, or there is none.
    Missing(Range<usize>),
}

/// Reads the version that a file declares in its first field, whatever comes after.
///
/// It looks past a byte order mark, blanks, comments, `#![enable(…)]` and the name of the outer struct, so that a file
/// of a later version is told apart from a broken one.
pub fn declared_version(source: &str) -> Version {
    let mut cursor = Cursor::new(source);
    skip_attributes(&mut cursor);
    let outer = cursor.offset();
    cursor.take_name();
    cursor.skip_blanks();
    if !cursor.take("(") {
        return Version::Missing(outer..outer);
    }
    cursor.skip_blanks();
    let start = cursor.offset();
    let name = cursor.take_name();
    let field = start..cursor.offset();
    cursor.skip_blanks();
    if name != Some("version") || !cursor.take(":") {
        return Version::Missing(field);
    }
    cursor.skip_blanks();
    let start = cursor.offset();
    let number = cursor.take_while(|c| !matches!(c, ',' | ')' | '/') && !c.is_whitespace());
    let span = start..cursor.offset();
    // `parse` would take a sign.
    if !number.starts_with(|c: char| c.is_ascii_digit()) {
        return Version::Unreadable(span);
    }
    match number.parse() {
        Ok(version) => Version::Declared(version, span),
        Err(_) => Version::Unreadable(span),
    }
}
