//! Takes out of a text what must not reach a terminal, and leaves line ends and tabs as they are.

use std::borrow::Cow;
use std::ops::Range;

use crate::language::{is_forbidden_control, is_marker};

/// A text without forbidden characters.
pub(super) struct Tidy<'text> {
    pub(super) text: Cow<'text, str>,
    /// Where each byte of it stood, and the end; nothing if all is where it was.
    places: Option<Vec<usize>>,
}

/// Takes the forbidden characters out. A carriage return alone becomes a line break, as everywhere in the program.
pub(super) fn tidy(text: &str) -> Tidy<'_> {
    if !text.contains(|character| is_forbidden_control(character) || is_marker(character)) {
        return Tidy {
            text: Cow::Borrowed(text),
            places: None,
        };
    }
    let mut tidied = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len() + 1);
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let is_line_end = characters.peek().is_some_and(|(_, next)| *next == '\n');
        let kept = match character {
            '\r' if !is_line_end => '\n',
            '\r' => '\r',
            other if is_forbidden_control(other) || is_marker(other) => continue,
            other => other,
        };
        tidied.push(kept);
        places.extend(at..at + kept.len_utf8());
    }
    places.push(text.len());
    Tidy {
        text: Cow::Owned(tidied),
        places: Some(places),
    }
}

impl Tidy<'_> {
    /// Where a stretch stood before; what was taken out of the middle of it is part of it.
    pub(super) fn to_source(&self, span: &Range<usize>) -> Range<usize> {
        let Some(places) = &self.places else {
            return span.clone();
        };
        let at = |place: usize| places.get(place).copied();
        let start = at(span.start).unwrap_or(0);
        let end = span.end.checked_sub(1).and_then(at);
        start..end.map_or(start, |last| last + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_and_tabs_stay() {
        assert!(matches!(tidy("a\n\tb").text, Cow::Borrowed(_)));
        assert_eq!(tidy("a\r\n\tb\rc\r\r\n").text, "a\r\n\tb\nc\n\r\n");
    }

    #[test]
    fn what_steers_a_terminal_goes_and_places_are_known() {
        let tidied = tidy("\u{FEFF}Än\u{202E}na\u{1b}[m \u{F0000}x");
        assert_eq!(tidied.text, "Änna[m x");
        let name = tidied.to_source(&(0..5));
        assert_eq!(name, 3..11);
    }
}
