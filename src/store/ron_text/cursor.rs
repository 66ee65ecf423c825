//! A place in RON source that moves forward.

use super::BYTE_ORDER_MARK;

/// A place in RON source that moves forward.
#[derive(Debug, Clone)]
pub(super) struct Cursor<'source> {
    source: &'source str,
    at: usize,
}

impl<'source> Cursor<'source> {
    /// The beginning of a file.
    pub(super) fn new(source: &'source str) -> Self {
        let mut cursor = Self { source, at: 0 };
        cursor.take(&BYTE_ORDER_MARK.to_string());
        cursor
    }

    /// A place inside a file.
    pub(super) fn at(source: &'source str, offset: usize) -> Self {
        Self { source, at: offset }
    }

    /// How many bytes lie before it.
    pub(super) fn offset(&self) -> usize {
        self.at
    }

    /// What lies before it, from `start` on.
    pub(super) fn since(&self, start: usize) -> &'source str {
        self.source.get(start..self.at).unwrap_or_default()
    }

    /// What lies behind it.
    pub(super) fn rest(&self) -> &'source str {
        self.source.get(self.at..).unwrap_or_default()
    }

    /// The character behind it.
    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Steps over one character.
    pub(super) fn step(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    /// Steps over `expected` if it stands here.
    pub(super) fn take(&mut self, expected: &str) -> bool {
        let found = self.rest().starts_with(expected);
        if found {
            self.at += expected.len();
        }
        found
    }

    /// Steps over all characters that are `wanted`.
    pub(super) fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'source str {
        let rest = self.rest();
        let length = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    /// Steps behind `end`, or to the end of the file if it does not come.
    pub(super) fn take_through(&mut self, end: &str) {
        let rest = self.rest();
        self.at += rest.find(end).map_or(rest.len(), |found| found + end.len());
    }

    /// Steps over blanks and comments.
    pub(super) fn skip_blanks(&mut self) {
        while self.skip_blank().is_some() {}
    }

    /// Steps over some blanks or one comment, if they stand here.
    pub(super) fn skip_blank(&mut self) -> Option<Blank> {
        if self.rest().starts_with("//") {
            self.take_while(|c| c != '\n');
            return Some(Blank::Whole);
        }
        if self.rest().starts_with("/*") {
            return Some(self.skip_block_comment());
        }
        let blanks = self.take_while(is_blank);
        (!blanks.is_empty()).then_some(Blank::Whole)
    }

    /// Steps over a block comment and those nested in it.
    fn skip_block_comment(&mut self) -> Blank {
        let mut depth = 0_usize;
        loop {
            if self.take("/*") {
                depth += 1;
            } else if self.take("*/") {
                depth -= 1;
                if depth == 0 {
                    return Blank::Whole;
                }
            } else if self.step().is_none() {
                return Blank::Unclosed;
            }
        }
    }

    /// Steps over a name such as `blocks`, `Some` or `r#type`; nothing if there is none.
    pub(super) fn take_name(&mut self) -> Option<&'source str> {
        let before = self.at;
        if self.rest().starts_with("r#\"") || self.rest().starts_with("r\"") {
            return None;
        }
        if self.take("r#") {
            let name = self.take_while(|c| is_name(c) || matches!(c, '.' | '+' | '-'));
            if !name.is_empty() {
                return Some(name);
            }
            self.at = before;
            return None;
        }
        if !self.peek().is_some_and(|c| c == '_' || c.is_alphabetic()) {
            return None;
        }
        Some(self.take_while(is_name))
    }
}

/// What stands between tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Blank {
    /// Blanks, or a comment that ends.
    Whole,
    /// A block comment that does not end.
    Unclosed,
}

/// What RON takes for a blank.
fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t'..='\r' | '\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}'
    )
}

/// What a name is made of.
fn is_name(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}
