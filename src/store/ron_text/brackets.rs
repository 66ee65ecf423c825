//! What is open at a place: brackets, and comments without end; and which text ends at a place.

use std::ops::Range;

use super::cursor::{Blank, Cursor};
use super::literal;

/// The byte of the last bracket before `end` that is not closed before it.
pub fn innermost_open(source: &str, end: usize) -> Option<usize> {
    let mut cursor = Cursor::new(source);
    let mut open = Vec::new();
    loop {
        cursor.skip_blanks();
        let at = cursor.offset();
        if at >= end {
            return open.pop();
        }
        if literal::skip(&mut cursor) || cursor.take_name().is_some() {
            continue;
        }
        match cursor.step() {
            Some('(' | '[' | '{') => open.push(at),
            Some(')' | ']' | '}') => {
                open.pop();
            }
            Some(_) => {}
            None => return open.pop(),
        }
    }
}

/// The byte at which a block comment begins that does not end.
pub fn unclosed_comment(source: &str) -> Option<usize> {
    let mut cursor = Cursor::new(source);
    loop {
        let at = cursor.offset();
        match cursor.skip_blank() {
            Some(Blank::Unclosed) => return Some(at),
            Some(Blank::Whole) => {}
            None if literal::skip(&mut cursor) => {}
            None => {
                cursor.step()?;
            }
        }
    }
}

/// The bytes of the text in quotes that ends at a byte.
pub fn text_ending_at(source: &str, end: usize) -> Option<Range<usize>> {
    let mut cursor = Cursor::new(source);
    loop {
        cursor.skip_blanks();
        let start = cursor.offset();
        if start >= end {
            return None;
        }
        if literal::skip(&mut cursor) {
            if cursor.offset() == end {
                return Some(start..end);
            }
        } else if cursor.take_name().is_none() {
            cursor.step()?;
        }
    }
}

/// Whether nothing but blanks and comments follows.
pub fn only_blanks_behind(source: &str, offset: usize) -> bool {
    let mut cursor = Cursor::at(source, offset);
    cursor.skip_blanks();
    cursor.peek().is_none()
}
