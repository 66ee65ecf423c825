//! Finds British addresses by their postcode: «Unit 6, Cecil Street, Newry BT35 6AU».

use std::ops::Range;

use super::{STREET_TAILS, door, is_house_number};
use crate::anonymise::detect::sentence::{Gap, Sentence, Shape, Word};
use crate::anonymise::lexicon;

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

/// What parks are for.
const FOR: &[&str] = &[
    "business",
    "industrial",
    "enterprise",
    "retail",
    "science",
    "technology",
    "trade",
    "trading",
    "logistics",
    "innovation",
];

/// What they end with.
const PARKS: &[&str] = &[
    "park", "pk", "estate", "est", "centre", "center", "campus", "docks", "village", "mills",
];

/// What houses are called that have a name, and nobody is.
const HOUSES: &[&str] = &[
    "house",
    "creamery",
    "cottage",
    "cottages",
    "farmhouse",
    "brewery",
    "granary",
    "maltings",
    "schoolhouse",
    "boathouse",
    "warehouse",
];

/// What streets are called, and hardly anybody is.
const SURE_TAILS: &[&str] = &[
    "street", "road", "lane", "avenue", "terrace", "crescent", "quay",
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

/// A park with its door before or behind: «unit 7, liffey trade park, clane road», «Titanic Science Park, Building 7».
pub(super) fn park(text: &str, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let is_comma = |at: usize| {
        sentence
            .words
            .get(at)
            .is_some_and(|word| word.gap == Gap::Comma)
    };
    let Some(door) = door::told(text, sentence, at) else {
        let end = park_end(sentence, at)?;
        let has_door = is_comma(end) && door::told(text, sentence, end).is_some();
        return has_door.then_some(at..end);
    };
    let end = park_end(sentence, door).filter(|_| is_comma(door))?;
    let street = (end + 1..end + 4).find(|last| ends_chunk(sentence, end, *last, STREET_TAILS));
    Some(
        at..street
            .filter(|_| is_comma(end))
            .map_or(end, |last| last + 1),
    )
}

/// A house by its name, with the street behind it: «the Custom House, North Quay». Both in capitals, and each more than one
/// word; with which word a sentence begins may be none of it: «Visited Custom House».
pub(super) fn house(sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let is_capital = |word: &Word| word.shape == Shape::Capital && !lexicon::is_title(&word.folded);
    let chunk = |first: usize, most: usize, tails: &[&str]| {
        let last =
            (first + 1..first + most).find(|last| ends_chunk(sentence, first, *last, tails))?;
        let words = sentence.words.get(first..=last)?;
        words.iter().all(is_capital).then_some(last + 1)
    };
    let most = if sentence.words.get(at)?.begins { 2 } else { 4 };
    let end = chunk(at, most, HOUSES)?;
    let is_comma = sentence.words.get(end)?.gap == Gap::Comma;
    let street = chunk(end, 4, SURE_TAILS)?;
    is_comma.then_some(at..street)
}

/// Where the park ends whose name begins here.
fn park_end(sentence: &Sentence, at: usize) -> Option<usize> {
    let last = (at + 1..at + 5).find(|last| ends_chunk(sentence, at, *last, PARKS))?;
    let before = sentence.words.get(last - 1)?;
    let is_for = FOR.contains(&before.folded.as_str());
    (is_for && last > at + 1).then_some(last + 1)
}

/// Whether the words from `first` on go together and the last of them is one of these.
fn ends_chunk(sentence: &Sentence, first: usize, last: usize, tails: &[&str]) -> bool {
    let is_small = sentence
        .words
        .get(first)
        .is_some_and(|word| word.shape == Shape::Small);
    let is_of_name = |word: &Word| {
        word.shape != Shape::Digits
            && (is_small || word.shape != Shape::Small || tails.contains(&word.folded.as_str()))
            && !lexicon::is_function_word(&word.folded)
    };
    let words = sentence.words.get(first..=last).unwrap_or_default();
    let are_joined = words
        .iter()
        .skip(1)
        .all(|word| matches!(word.gap, Gap::Space | Gap::Hyphen | Gap::Apostrophe));
    are_joined
        && words.iter().all(is_of_name)
        && words
            .last()
            .is_some_and(|word| tails.contains(&word.folded.as_str()))
}

/// «LS12 2QF»: one or two letters, a figure and perhaps another sign; a figure and two letters (BS 7666).
pub(super) fn is_postcode(text: &str, outward: &Word, inward: &Word) -> bool {
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
