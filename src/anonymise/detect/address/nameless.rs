//! Finds streets that are told by less than a capital and a house number.

use std::ops::Range;

use super::super::dictionary::{self, Classes, Compound};
use super::super::sentence::{Gap, Sentence, Shape, Word};
use super::{INSIDE, name_end};

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

/// Where the name of a French street ends that is an ordinary word in small letters: «7 rue du sauvage».
pub(super) fn small_name_end(sentence: &Sentence, head: usize) -> Option<usize> {
    const HEADS: &[&str] = &[
        "rue",
        "avenue",
        "av",
        "boulevard",
        "bd",
        "chemin",
        "impasse",
        "ruelle",
        "faubourg",
        "route",
        "rte",
        "quai",
    ];
    let is_head = |word: &Word| HEADS.contains(&word.folded.as_str());
    sentence.words.get(head).filter(|word| is_head(word))?;
    let is_joined = |word: &&Word| {
        matches!(word.gap, Gap::Space | Gap::Apostrophe) && word.shape == Shape::Small
    };
    let inside = sentence
        .words
        .iter()
        .skip(head + 1)
        .take_while(|word| is_joined(word) && INSIDE.contains(&word.folded.as_str()))
        .count();
    let name = head + 1 + inside;
    let is_name = sentence
        .words
        .get(name)
        .is_some_and(|word| is_joined(&word) && word.folded.len() > 2);
    (inside > 0 && is_name).then_some(name + 1)
}

/// «rue des tilleuls» without a number.
pub(super) fn small_rue(sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let is_rue = sentence
        .words
        .get(at)
        .is_some_and(|word| matches!(word.folded.as_str(), "rue" | "impasse" | "ruelle"));
    let end = small_name_end(sentence, at).filter(|_| is_rue)?;
    Some(at..end)
}

/// «ZI du Pont-Rouge», «ZA Sous-Roches»: an industrial estate by its French abbreviation.
pub(super) fn zone(sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let head = sentence.words.get(at)?;
    let is_zone = head.shape == Shape::Capitals
        && matches!(head.folded.as_str(), "zi" | "za" | "zac" | "zae");
    let end = name_end(sentence, at + 1).filter(|_| is_zone)?;
    Some(at..end)
}
