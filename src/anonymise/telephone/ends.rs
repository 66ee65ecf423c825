//! Finds the ends by which one number differs from another that was told: «Fax -45», «fax gleiche nr, 19 am Ende», «die Durchwahl
//! ist die 33».
//!
//! So few figures are mostly a count. They count as the end of a number only where some words before speak of a telephone, and
//! where they are said to be an end.

use std::ops::Range;

use crate::language::{fold, is_marker, words};

/// Words that speak of a telephone.
#[rustfmt::skip]
const OF_TELEPHONES: &[&str] = &[
    "tel", "telefon", "telefonnummer", "telephone", "phone", "fax", "durchwahl", "durchw", "dw", "nebenstelle", "nst", "ext",
    "extension", "mobile", "mob", "handy", "natel", "rufnummer", "festnetz",
];

/// Words for a number, which is one of a telephone if no figures follow: «Projekt Nr. 4».
const NUMBERS: &[&str] = &["nummer", "nr", "numero", "number"];

/// Words behind which figures are an extension, over «ist die», «est le».
const NAMED: &[&str] = &[
    "durchwahl",
    "nebenstelle",
    "klappe",
    "kurzwahl",
    "extension",
    "toestel",
];

/// What stands between such a word and its figures.
const JOINTS: &[&str] = &[
    "ist", "lautet", "war", "die", "der", "est", "etait", "le", "la", "is", "was", "the", "nr",
    "nummer",
];

/// What says behind figures that they are an end.
const BEHIND: &[&str] = &[
    "am ende",
    "am schluss",
    "hinten",
    "a la fin",
    "at the end",
    "at end",
];

/// What says so before them.
const BEFORE: &[&str] = &[
    "hinten",
    "am ende die",
    "am ende mit",
    "am schluss die",
    "endet auf",
    "endete auf",
    "enden auf",
    "finit par",
    "finissait par",
    "se termine par",
    "ends in",
    "ends with",
    "ending in",
    "ending with",
];

/// How far back a telephone is spoken of, in bytes and in words.
const REACH: usize = 100;
const WORDS_BEFORE: usize = 10;
/// How much behind the figures is looked at.
const BEHIND_REACH: usize = 32;

/// Whether figures are the end of a number that is spoken of; `is_behind_number` says whether one was found shortly before.
pub(super) fn is_told(text: &str, figures: &Range<usize>, is_behind_number: bool) -> bool {
    let (Some(before), Some(behind)) = (text.get(..figures.start), text.get(figures.end..)) else {
        return false;
    };
    let count = figures.len();
    let before = line_end(before);
    let behind = line_start(behind);
    if count > 4 || !(before.ends_with('-') || may_say(before) || behind.starts_with(' ')) {
        return false;
    }
    let before_words: Vec<String> = folded(before).collect();
    let behind_words: Vec<String> = folded(behind).collect();
    let before_words = before_words
        .get(before_words.len().saturating_sub(WORDS_BEFORE)..)
        .unwrap_or_default();
    let is_in_hand = is_behind_number || before.contains(is_marker);
    is_elided(before, behind, is_in_hand, before_words)
        || count <= 3
            && says_end(before_words, &behind_words, behind)
            && (is_in_hand || speaks_of_number(before_words))
        || is_named(before_words) && !goes_on(behind)
}

/// The end of what stands before the figures on their line.
fn line_end(before: &str) -> &str {
    let start = before.floor_char_boundary(before.len().saturating_sub(REACH));
    let near = before.get(start..).unwrap_or_default();
    near.rsplit('\n').next().unwrap_or_default()
}

/// The beginning of what stands behind them.
fn line_start(behind: &str) -> &str {
    let end = behind.floor_char_boundary(BEHIND_REACH);
    let near = behind.get(..end).unwrap_or_default();
    near.split('\n').next().unwrap_or_default()
}

fn folded(text: &str) -> impl Iterator<Item = String> {
    words(text).filter_map(|word| text.get(word)).map(fold)
}

/// Whether the last word may be one that says that an end follows: most figures have another before them.
fn may_say(before: &str) -> bool {
    const LAST: [&str; 17] = [
        "hinten", "die", "mit", "auf", "par", "in", "with", "ist", "lautet", "der", "est", "le",
        "la", "is", "the", "interne", "nummer",
    ];
    let last = words(before)
        .last()
        .and_then(|word| before.get(word))
        .map(fold);
    last.is_some_and(|last| LAST.contains(&last.as_str()))
}

/// Whether the words speak of a telephone, or of a number behind which no figures stand.
fn speaks_of_number(before: &[String]) -> bool {
    let figures = |word: Option<&String>| {
        word.is_some_and(|word| word.starts_with(|sign: char| sign.is_ascii_digit()))
    };
    before.iter().enumerate().any(|(at, word)| {
        OF_TELEPHONES.contains(&word.as_str())
            || NUMBERS.contains(&word.as_str())
                && at + 1 < before.len()
                && !figures(before.get(at + 1))
    })
}

/// Whether a word follows that the figures may count.
fn goes_on(behind: &str) -> bool {
    behind.trim_start().starts_with(char::is_alphabetic)
}

/// «… 27, notfall -45»: a hyphen before the figures, and nothing that is counted or measured behind them.
fn is_elided(before: &str, behind: &str, is_in_hand: bool, before_words: &[String]) -> bool {
    let Some(start) = before.strip_suffix('-') else {
        return false;
    };
    let is_apart = start.is_empty() || start.ends_with([' ', ':', '"']);
    // «7 -0» is the number itself, «10 - 20» a range.
    let last = start.trim_end().chars().next_back();
    let is_behind_word = last.is_some_and(|last| !last.is_ascii_digit());
    let next = behind.trim_start();
    let is_measure = next.starts_with(['%', '‰', '°', '€', '$', '-', '–', ':', '/']);
    // «-20 sekretariat», whose number stands before.
    let is_counted = goes_on(behind)
        && !(is_in_hand
            && folded(behind).next().is_some_and(|word| {
                matches!(
                    word.as_str(),
                    "sekretariat" | "sekr" | "secretariat" | "hinten" | "fax"
                )
            }));
    let speaks = || {
        before_words
            .iter()
            .any(|word| OF_TELEPHONES.contains(&word.as_str()))
    };
    is_apart && is_behind_word && !is_measure && !is_counted && (is_in_hand || speaks())
}

/// «18 am Ende», «endete auf 18», «selbe nr hinten 00».
fn says_end(before: &[String], behind: &[String], rest: &str) -> bool {
    let begins = |said: &&&str| {
        let all = said.split(' ');
        behind.iter().take(all.clone().count()).eq(all)
    };
    let ends = |said: &&str| {
        let all = said.split(' ');
        let first = before.len().checked_sub(all.clone().count());
        let last = first.and_then(|first| before.get(first..));
        last.is_some_and(|last| last.iter().eq(all))
    };
    // «mit 25 am Ende des Jahres» counts, and so does «am Ende die 12 Betriebe».
    let is_of = |said: &&str| {
        let next = behind
            .get(said.split(' ').count())
            .map_or("", String::as_str);
        matches!(
            next,
            "des" | "der" | "de" | "du" | "d" | "of" | "vom" | "von"
        )
    };
    let is_instead = behind
        .first()
        .is_some_and(|word| matches!(word.as_str(), "statt" | "instead"));
    BEHIND.iter().find(begins).is_some_and(|said| !is_of(said))
        || BEFORE.iter().any(ends) && (is_instead || !goes_on(rest))
}

/// «ihre Nebenstelle ist die 31», «son numéro interne est le 28».
fn is_named(before: &[String]) -> bool {
    let mut back = before.iter().rev().map(String::as_str);
    let mut joints = 0;
    let word = back.find(|word| {
        let is_joint = JOINTS.contains(word);
        joints += usize::from(is_joint);
        !is_joint
    });
    let next = back.next().unwrap_or_default();
    match word {
        Some(word) if NAMED.contains(&word) => joints > 0,
        Some("interne") => matches!(next, "numero" | "poste"),
        _ => false,
    }
}
