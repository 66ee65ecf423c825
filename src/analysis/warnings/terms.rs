//! The words of a text as the rules look at them; what stands in a placeholder is none.

use std::ops::Range;

use crate::language::{fold, words};

/// A word of a text.
#[derive(Debug)]
pub(super) struct Term<'text> {
    /// Where it stands.
    pub(super) span: Range<usize>,
    /// As it is written.
    pub(super) written: &'text str,
    /// In comparison form.
    pub(super) folded: String,
}

/// The words of a text outside square brackets.
pub(super) fn terms(text: &str) -> Vec<Term<'_>> {
    let brackets = brackets(text);
    words(text)
        .filter(|span| {
            let is_inside =
                |bracket: &Range<usize>| bracket.start <= span.start && span.end <= bracket.end;
            !brackets.iter().any(is_inside)
        })
        .filter_map(|span| {
            let written = text.get(span.clone())?;
            Some(Term {
                span,
                written,
                folded: fold(written),
            })
        })
        .collect()
}

/// Where placeholders stand.
pub(super) fn brackets(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, character) in text.char_indices() {
        match (character, open) {
            ('[', _) => open = Some(at),
            (']', Some(start)) => {
                found.push(start..at + 1);
                open = None;
            }
            _ => {}
        }
    }
    found
}

/// Whether a text between two words joins them: spaces, a hyphen or an apostrophe, on one line.
pub(super) fn is_close(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to).is_some_and(|between| {
        between
            .chars()
            .all(|character| " \u{a0}\u{202f}-'’".contains(character))
    })
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::{Concern, Warning};
    use super::*;

    /// What warnings point at.
    pub(in crate::analysis::warnings) fn shown(
        text: &str,
        found: Vec<Warning>,
    ) -> Vec<(&str, Concern)> {
        let found = found.into_iter();
        found
            .map(|warning| (text.get(warning.span).unwrap(), warning.concern))
            .collect()
    }

    #[test]
    fn what_stands_in_a_placeholder_is_no_word_of_the_text() {
        let found = terms("mit [Person 1 | Kollege] aus [Ort 2], Größe");
        let folded: Vec<String> = found.into_iter().map(|term| term.folded).collect();
        assert_eq!(folded, ["mit", "aus", "grosse"]);
    }
}
