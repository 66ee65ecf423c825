//! Parts two firms of which each ends as firms do, and leaves what only says that there are several.
//!
//! «die Firmen Zimmerli Bau AG und Tobler Metall SA» are two: «Firmen» and «und» belong to neither.

use std::ops::Range;

use super::super::sentence::{Gap, Sentence, Word};
use super::super::widen::is_kin;
use crate::anonymise::lexicon;

/// What joins two names.
pub(super) const JOINTS: [&str; 5] = ["und", "u", "sowie", "et", "and"];

/// What says that several are named.
#[rustfmt::skip]
const SEVERAL: [&str; 10] = [
    "firmen", "betriebe", "unternehmen", "vereine", "verbande", "firmes", "entreprises", "societes", "companies", "firms",
];

/// The words of each firm in a find.
pub(super) fn parted(sentence: &Sentence, words: Range<usize>) -> Vec<Range<usize>> {
    let word = |at: usize| sentence.words.get(at);
    let is = |at: usize, list: &[&str]| {
        word(at).is_some_and(|word| list.contains(&word.folded.as_str()))
    };
    let is_form = |word: &Word| lexicon::is_legal_form(&word.folded.to_uppercase());
    // «Brunaz Frères et Tolvanel SA», but «Keller & Co».
    let ends_firm = |at: usize| {
        word(at).is_some_and(|word| is_form(word) || is_kin(&word.folded) && word.gap != Gap::And)
    };
    let mut parts = Vec::new();
    let mut start = words.start;
    let has_form_behind = |at: usize| (at + 1..words.end).any(|at| word(at).is_some_and(is_form));
    for at in words.clone().skip(1) {
        if is(at, &JOINTS) && ends_firm(at - 1) && has_form_behind(at) {
            parts.push(start..at);
            start = at + 1;
        }
    }
    parts.push(start..words.end);
    for part in &mut parts {
        let is_beside = |at: usize| is(at, &JOINTS) || is(at, &SEVERAL);
        while part.len() > 1 && is_beside(part.start) {
            part.start += 1;
        }
    }
    parts
}
