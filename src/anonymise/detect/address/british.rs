//! Finds British addresses by their postcode: «Unit 6, Cecil Street, Newry BT35 6AU».

use std::ops::Range;

use super::is_house_number;
use crate::anonymise::detect::sentence::{Gap, Sentence, Word};

/// Words before the number of a part of a house.
const PARTS: &[&str] = &[
    "unit",
    "units",
    "flat",
    "suite",
    "studio",
    "apartment",
    "office",
    "room",
    "floor",
];

/// How many words such an address may have before its postcode.
const MOST_WORDS: usize = 10;

/// The words of the address that begins here with a number or a part of a house and ends with a postcode.
pub(super) fn with_postcode(text: &str, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let first = sentence.words.get(at)?;
    let begins = PARTS.contains(&first.folded.as_str()) || is_house_number(text, first);
    let is_joined = |word: &Word| {
        matches!(
            word.gap,
            Gap::Space | Gap::Comma | Gap::Hyphen | Gap::Apostrophe | Gap::Slash
        )
    };
    if !begins {
        return None;
    }
    let behind = sentence
        .words
        .iter()
        .enumerate()
        .skip(at + 1)
        .take(MOST_WORDS + 1);
    let mut joined = behind.take_while(|(_, word)| is_joined(word));
    let inward = joined.find(|(index, word)| {
        let outward = sentence.words.get(index - 1);
        word.gap == Gap::Space
            && *index > at + 1
            && outward.is_some_and(|outward| is_postcode(text, outward, word))
    });
    inward.map(|(index, _)| at..index + 1)
}

/// «LS12 2QF»: one or two letters, a figure and perhaps another sign; a figure and two letters (BS 7666).
fn is_postcode(text: &str, outward: &Word, inward: &Word) -> bool {
    let of = |word: &Word| text.get(word.span.clone()).unwrap_or_default().as_bytes();
    let (outward, inward) = (of(outward), of(inward));
    let letters = outward
        .iter()
        .take_while(|sign| sign.is_ascii_alphabetic())
        .count();
    let is_outward = (1..=2).contains(&letters)
        && (letters + 1..=4).contains(&outward.len())
        && outward.get(letters).is_some_and(u8::is_ascii_digit)
        && outward.iter().all(u8::is_ascii_alphanumeric);
    let is_inward = matches!(inward, [figure, one, other]
        if figure.is_ascii_digit() && one.is_ascii_alphabetic() && other.is_ascii_alphabetic());
    is_outward && is_inward
}
