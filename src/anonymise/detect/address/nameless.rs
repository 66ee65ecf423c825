//! Finds streets that are told by less than a capital and a house number.

use super::super::dictionary::{self, Classes, Compound};
use super::super::sentence::{Gap, Sentence, Shape, Word};

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

/// What the first part says of streets of a kind: «Landstrasse», «Sackgasse», «Waschstrasse» are no one street.
#[rustfmt::skip]
const OF_A_KIND: &[&str] = &[
    "sack", "land", "neben", "seiten", "einbahn", "schnell", "fern", "bundes", "kantons", "umfahrungs", "auto", "wasch",
    "fertigungs", "produktions", "montage", "daten", "durchgangs", "zufahrts", "zubringer", "quer", "pass", "ring", "ufer",
    "handels", "seiden", "wein", "milch", "hinter", "verlade", "lackier", "verkehrs", "wohn", "spiel", "gemeinde", "staats",
    "reichs", "wald", "forst", "hohl", "ausfall", "einkaufs", "laden", "glas", "salz", "silber", "porzellan", "spargel",
    "panorama", "hoch", "tief", "rucke", "rettungs", "stamm", "fress", "gelenk", "sackgasse", "parallel", "haupt", "dorf",
    "stich", "misch", "abfull", "pack", "sortier", "walz", "press", "pflaster", "gebirgs", "grenz", "zoll",
];

/// Whether the word says of which kind a street is: «Sackgasse».
pub(super) fn is_of_a_kind(word: &Word) -> bool {
    let stem = ["strasse", "gasse"]
        .iter()
        .find_map(|ending| word.folded.strip_suffix(ending));
    stem.is_some_and(|stem| OF_A_KIND.contains(&stem))
}

/// «an der Bahnhofstrasse», «in der kirchgasse»: a street by its name alone, where the words before say that it is one.
pub(super) fn is_told_where(sentence: &Sentence, at: usize) -> bool {
    let word = |back: usize| {
        let at = at.checked_sub(back)?;
        sentence.words.get(at)
    };
    let Some(street) = word(0) else {
        return false;
    };
    let stem = ["strasse", "gasse"]
        .iter()
        .find_map(|ending| street.folded.strip_suffix(ending));
    let is_before = |back: usize, words: &[&str]| {
        word(back).is_some_and(|before| words.contains(&before.folded.as_str()))
    };
    street.gap == Gap::Space
        && is_before(1, &["der"])
        && is_before(2, &["an", "in", "ob", "hinter"])
        && stem.is_some_and(|stem| stem.len() > 2 && !OF_A_KIND.contains(&stem))
}
