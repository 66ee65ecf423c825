//! What is only an abbreviation, though its letters look like somebody's initials: «z.B.», «i.d.R.», «M.A.», «N.B.», and in French
//! «M.» before a name.
//!
//! Keeps out: initials that are somebody's («A. K.», «Herr B.»), and what is found of more than them.

use std::ops::Range;

use super::sentence::{Gap, Sentence, Shape, Word};
use super::{Detection, Kind, context};
use crate::anonymise::lexicon;
use crate::language::Language;

/// The last two letters of abbreviations that end with a capital behind a small letter. «u. K.» and «v. B.» are somebody's initial
/// behind a shortened word.
const MIXED: &[(&str, &str)] = &[
    ("z", "b"),
    ("z", "t"),
    ("d", "r"),
    ("i", "a"),
    ("i", "v"),
    ("i", "r"),
    ("i", "o"),
    ("u", "u"),
    ("m", "e"),
    ("m", "w"),
    ("o", "a"),
    ("d", "j"),
    ("d", "m"),
    ("a", "d"),
    ("a", "m"),
    ("b", "h"),
    ("e", "v"),
    ("e", "k"),
];

/// Abbreviations of several capitals.
const CAPITALS: &[&[&str]] = &[
    &["m", "a"],
    &["b", "a"],
    &["m", "sc"],
    &["b", "sc"],
    &["ph", "d"],
    &["n", "b"],
    &["p", "s"],
    &["r", "a", "s"],
    &["r", "i", "p"],
    &["u", "k"],
    &["u", "s"],
    &["u", "s", "a"],
    &["e", "u"],
];

/// Whether nothing in a find of somebody is more than an abbreviation.
pub(super) fn is_only_abbreviation(
    sentence: &Sentence,
    language: Language,
    find: &Detection,
) -> bool {
    let words = sentence.words_in(&find.span);
    if find.kind != Kind::Person || words.is_empty() {
        return false;
    }
    let told = words.clone().any(|at| is_letter(sentence, language, at));
    told && words.into_iter().all(|at| {
        let word = sentence.words.get(at);
        is_letter(sentence, language, at)
            || word.is_some_and(|word| {
                lexicon::is_function_word(&word.folded) || context::is_abbreviation(&word.folded)
            })
    })
}

/// Whether the word at a place is a letter of such an abbreviation.
fn is_letter(sentence: &Sentence, language: Language, at: usize) -> bool {
    let Some(word) = sentence.words.get(at) else {
        return false;
    };
    let is_sir = language == Language::Fr && word.folded.as_str() == "m" && word.has_stop;
    is_sir || is_behind_small(sentence, at, word) || is_of_capitals(sentence, at)
}

/// «B» of «z.B.».
fn is_behind_small(sentence: &Sentence, at: usize, word: &Word) -> bool {
    let mut before = sentence.words.get(..at).unwrap_or_default().iter().rev();
    word.shape == Shape::Initial
        && word.gap == Gap::Stop
        && before.next().is_some_and(|before| {
            before.shape == Shape::Small
                && MIXED.contains(&(before.folded.as_str(), word.folded.as_str()))
        })
}

fn is_of_capitals(sentence: &Sentence, at: usize) -> bool {
    CAPITALS.iter().any(|letters| {
        let starts = at.saturating_sub(letters.len() - 1)..=at;
        starts
            .into_iter()
            .any(|start| stands_at(sentence, start..start + letters.len(), letters))
    })
}

fn stands_at(sentence: &Sentence, place: Range<usize>, letters: &[&str]) -> bool {
    let words = sentence.words.get(place).unwrap_or_default();
    words.len() == letters.len()
        && words.iter().zip(letters).all(|(word, letter)| word.folded.as_str() == *letter)
        && words.iter().all(|word| word.has_stop)
        // With spaces they are as well somebody's: «N. B. ruft an».
        && words
            .windows(2)
            .all(|pair| matches!(pair, [one, next] if next.span.start == one.span.end + 1))
}

#[cfg(test)]
mod tests {
    use super::super::{By, Certainty};
    use super::*;

    fn is_only(text: &str, find: &str, language: Language) -> bool {
        let start = text.find(find).unwrap();
        let find = Detection {
            span: start..start + find.len(),
            kind: Kind::Person,
            certainty: Certainty::Likely,
            by: By::Model,
        };
        is_only_abbreviation(&Sentence::of(text), language, &find)
    }

    #[test]
    fn the_letters_of_an_abbreviation_are_nobody() {
        for (text, find, language) in [
            ("z.B. bei der Messe", "B", Language::De),
            ("das ist i.d.R. so", "R", Language::De),
            ("z. B. bei der Messe", "B", Language::De),
            ("einen M.A. in Kunst", "A. in", Language::De),
            ("N.B. à revoir", "N.B", Language::Fr),
            ("tél avec M. Fontane", "M", Language::Fr),
        ] {
            assert!(is_only(text, find, language), "{text}");
        }
    }

    #[test]
    fn initials_are_somebody() {
        for (text, find) in [
            ("B. sagt ab", "B"),
            ("A. K. war da", "A. K"),
            ("mit M. Fontane", "M. Fontane"),
            ("M. war da", "M"),
            ("N. B. ruft an", "N. B"),
            ("Zorvex u. K. kommen", "K"),
            ("tel v. B. am Montag", "B"),
        ] {
            assert!(!is_only(text, find, Language::De), "{text}");
        }
    }
}
