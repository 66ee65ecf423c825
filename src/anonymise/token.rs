//! Text cut into the pieces that names are compared by.

use std::ops::Range;

use zeroize::Zeroize;

use crate::language::{Readings, is_invisible, words};

/// A piece of a word: letters or digits, parted also where `AnnaMuster` and `Müller2` are glued together.
pub(super) struct Token {
    /// Where it stands in the text.
    pub(super) span: Range<usize>,
    /// How it reads for comparison.
    readings: Readings,
    /// What stands between it and the token before.
    pub(super) before: Before,
}

/// What stands between two tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// Nothing: both are pieces of one word.
    Glue,
    /// The edge of a placeholder, with nothing else between.
    Edge,
    /// Other characters.
    Gap,
}

impl Token {
    /// The ways to read it.
    pub(super) fn readings(&self) -> impl Iterator<Item = &str> {
        self.readings.all()
    }
}

/// Cuts `text`, which stands at `offset` of a longer text, and appends its tokens.
pub(super) fn tokenise(text: &str, offset: usize, tokens: &mut Vec<Token>) {
    for word in words(text) {
        let Some(letters) = text.get(word.clone()) else {
            continue;
        };
        let start = offset + word.start;
        let before = match tokens.last() {
            Some(last) if last.span.end == start => Before::Edge,
            _ => Before::Gap,
        };
        push_pieces(letters, start, before, tokens);
    }
}

/// Appends the pieces of one word.
fn push_pieces(word: &str, offset: usize, before: Before, tokens: &mut Vec<Token>) {
    let mut before = before;
    let mut start = 0;
    let mut last: Option<char> = None;
    for (at, character) in word.char_indices() {
        if last.is_some_and(|last| parts(last, character)) {
            push_piece(word, start..at, offset, before, tokens);
            before = Before::Glue;
            start = at;
        }
        if character.is_alphanumeric() && !is_invisible(character) {
            last = Some(character);
        }
    }
    push_piece(word, start..word.len(), offset, before, tokens);
}

fn push_piece(
    word: &str,
    piece: Range<usize>,
    offset: usize,
    before: Before,
    tokens: &mut Vec<Token>,
) {
    let Some(letters) = word.get(piece.clone()) else {
        return;
    };
    let readings = Readings::of(letters);
    if readings.bare.is_empty() {
        return;
    }
    tokens.push(Token {
        span: offset + piece.start..offset + piece.end,
        readings,
        before,
    });
}

/// Whether a piece ends between the two characters: between letter and digit, and before a capital inside a word.
fn parts(last: char, next: char) -> bool {
    last.is_numeric() != next.is_numeric() && next.is_alphanumeric()
        || last.is_lowercase() && next.is_uppercase()
}

/// Whether what stands between two words of a name may stand between them in a text too: spaces, line breaks,
/// hyphens, apostrophes and what cannot be seen, and the signs in `own`, which the name has there itself.
pub(super) fn joins(gap: &str, own: &str) -> bool {
    gap.chars().all(|character| {
        character.is_whitespace()
            || is_invisible(character)
            || is_hyphen(character)
            || matches!(character, '\'' | '’' | '‘' | 'ʼ' | '´' | '`' | '_')
            || own.contains(character)
    })
}

/// Whether the character is a hyphen or a short dash.
pub(super) const fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '\u{2010}'..='\u{2013}' | '\u{2212}')
}

impl Zeroize for Token {
    fn zeroize(&mut self) {
        self.readings.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(&str, Before)> {
        let mut tokens = Vec::new();
        tokenise(text, 0, &mut tokens);
        tokens
            .iter()
            .filter_map(|token| Some((text.get(token.span.clone())?, token.before)))
            .collect()
    }

    #[test]
    fn words_glued_together_are_cut() {
        assert_eq!(
            cut("AnnaMuster2 l’Oréal"),
            [
                ("Anna", Before::Gap),
                ("Muster", Before::Glue),
                ("2", Before::Glue),
                ("l", Before::Gap),
                ("Oréal", Before::Gap),
            ]
        );
    }

    #[test]
    fn a_whole_word_in_capitals_stays_one() {
        assert_eq!(cut("MÜLLERs"), [("MÜLLERs", Before::Gap)]);
    }
}
