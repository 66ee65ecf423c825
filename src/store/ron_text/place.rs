//! Lines and columns.

use std::fmt;

use super::BYTE_ORDER_MARK;

/// A place in a file as an editor counts it: from 1, in characters, a byte order mark not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Place {
    /// The beginning of a file.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The place behind this character.
    const fn behind(self, character: char) -> Self {
        match character {
            '\n' => Self {
                line: self.line + 1,
                column: 1,
            },
            _ => Self {
                line: self.line,
                column: self.column + 1,
            },
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.line, self.column)
    }
}

/// The place of a byte.
pub fn place_of(source: &str, offset: usize) -> Place {
    characters(source)
        .take_while(|(at, _)| *at < offset)
        .fold(Place::START, |place, (_, c)| place.behind(c))
}

/// The places of several bytes, which must be in ascending order; one pass through the source finds them all.
pub fn places(source: &str, offsets: &[usize]) -> Vec<Place> {
    let mut characters = characters(source).peekable();
    let mut place = Place::START;
    offsets
        .iter()
        .map(|offset| {
            while let Some((_, c)) = characters.next_if(|(at, _)| at < offset) {
                place = place.behind(c);
            }
            place
        })
        .collect()
}

/// The byte at a place; the end of the source if it has no such place.
pub fn offset_of(source: &str, wanted: Place) -> usize {
    let mut place = Place::START;
    for (offset, c) in characters(source) {
        if place >= wanted {
            return offset;
        }
        place = place.behind(c);
    }
    source.len()
}

/// The characters that an editor counts, each with its byte.
fn characters(source: &str) -> impl Iterator<Item = (usize, char)> {
    source
        .char_indices()
        .skip_while(|(offset, c)| *offset == 0 && *c == BYTE_ORDER_MARK)
}
