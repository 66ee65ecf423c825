//! Finds streets that are told by less than a capital and a house number.

use super::super::dictionary::{self, Classes, Compound};
use super::super::sentence::{Gap, Shape, Word};

/// «Passwangstrasse», «Schweizergasse»: a street whose name is no word, even without its number.
pub(super) fn of_one_word(word: &Word) -> bool {
    /// The fewest bytes before the ending.
    const SHORTEST_NAME: usize = 4;
    let stem = ["strasse", "gasse", "str"]
        .iter()
        .find_map(|ending| word.folded.strip_suffix(ending));
    let is_name = |stem: &str| {
        stem.len() >= SHORTEST_NAME
            && !dictionary::classes(stem).any(Classes::ORDINARY)
            && dictionary::compound(stem, true) == Compound::None
    };
    !word.is_ordinary() && stem.is_some_and(is_name)
}

/// «Ötlinger Strasse», «heinrichsfelder Allee», even without a number.
pub(super) fn of_two_words(first: &Word, noun: &Word) -> bool {
    /// The fewest bytes of the first word.
    const SHORTEST_NAME: usize = 5;
    matches!(noun.folded.as_str(), "strasse" | "str" | "gasse" | "allee")
        && noun.gap == Gap::Space
        && matches!(first.shape, Shape::Small | Shape::Capital)
        && first.folded.ends_with("er")
        && first.folded.len() >= SHORTEST_NAME
        && !first.is_ordinary()
        && !first.is_compound
}
