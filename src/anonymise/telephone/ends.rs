//! Finds the ends by which one number differs from another that was told: «Fax -45», «same as home with 92 at the end», «die
//! Durchwahl ist die 33».
//!
//! Two figures are mostly a count. They count as the end of a number only where the note speaks of a number, and says that it
//! is its end.

use std::ops::Range;

use crate::language::{fold, words};

/// Words that say that a note speaks of telephones.
#[rustfmt::skip]
const OF_TELEPHONES: &[&str] = &[
    "tel", "telefon", "telefonnummer", "telephone", "phone", "fax", "durchwahl", "durchw", "dw", "nebenstelle", "nst",
    "ext", "extension", "mobil", "mobile", "mob", "handy", "natel", "portable", "rufnummer", "festnetz", "anschluss", "ruf",
    "home", "zentrale", "sekr", "sekretariat", "secretariat",
];

/// Words for a number that may be any.
const NUMBERS: &[&str] = &[
    "nummer", "nr", "numero", "number", "no", "ligne", "line", "standard",
];

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
    "am ende",
    "am ende die",
    "am ende mit",
    "am schluss",
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

/// The most words looked at before and behind.
const NEAR: usize = 4;

/// Whether figures are the end of a number that the note speaks of.
pub(super) fn is_told(text: &str, figures: &Range<usize>) -> bool {
    let (Some(before), Some(behind)) = (text.get(..figures.start), text.get(figures.end..)) else {
        return false;
    };
    let lines = before.rsplit('\n').next().unwrap_or_default();
    let before_words: Vec<String> = folded(lines).collect();
    let behind_words: Vec<String> = folded(behind.split('\n').next().unwrap_or_default())
        .take(NEAR)
        .collect();
    let speaks_of = |list: &[&str]| {
        let both = before_words.iter().chain(&behind_words);
        both.into_iter().any(|word| list.contains(&word.as_str()))
    };
    let has_telephone = speaks_of(OF_TELEPHONES) || has_long_number(lines);
    is_elided(before, behind) && has_telephone
        || says_end(&before_words, &behind_words) && (has_telephone || speaks_of(NUMBERS))
        || is_named(&before_words) && !behind.trim_start().starts_with(char::is_alphabetic)
}

fn folded(text: &str) -> impl Iterator<Item = String> {
    words(text).filter_map(|word| text.get(word)).map(fold)
}

/// «… 27, notfall -45»: a hyphen before the figures and nothing that is counted or measured behind them.
fn is_elided(before: &str, behind: &str) -> bool {
    let Some(start) = before.strip_suffix('-') else {
        return false;
    };
    let is_apart = start.is_empty() || start.ends_with([' ', '(', ':', '"', '„', '«']);
    // «7 -0» is the number itself, «10 - 20» a range.
    let last = start.trim_end().chars().next_back();
    let is_behind_word = last.is_none_or(|last| !last.is_ascii_digit());
    let next = behind.trim_start();
    let is_measure = next.starts_with(['%', '‰', '°', '€', '$', '-', '–', ':', '/']);
    let unit = folded(behind).next().unwrap_or_default();
    let is_counted = behind.starts_with(' ')
        && next.starts_with(char::is_alphabetic)
        && matches!(
            unit.as_str(),
            "grad"
                | "prozent"
                | "degrees"
                | "degres"
                | "percent"
                | "pct"
                | "c"
                | "euro"
                | "eur"
                | "chf"
                | "punkte"
                | "jahre"
        );
    is_apart && is_behind_word && !is_measure && !is_counted
}

/// «18 am Ende», «endete auf 18», «selbe nr hinten 00».
fn says_end(before: &[String], behind: &[String]) -> bool {
    let begins = |said: &&&str| {
        behind
            .iter()
            .take(said.split(' ').count())
            .eq(said.split(' '))
    };
    let ends = |said: &&&str| {
        let count = said.split(' ').count();
        let last = before
            .len()
            .checked_sub(count)
            .and_then(|first| before.get(first..));
        last.is_some_and(|last| last.iter().eq(said.split(' ')))
    };
    // «mit 25 am Ende des Jahres» counts.
    let goes_on = |said: &&str| {
        let next = behind
            .get(said.split(' ').count())
            .map_or("", String::as_str);
        matches!(
            next,
            "des" | "der" | "de" | "du" | "d" | "of" | "vom" | "von"
        )
    };
    BEHIND
        .iter()
        .find(begins)
        .is_some_and(|said| !goes_on(said))
        || BEFORE.iter().any(|said| ends(&said))
}

/// «ihre Nebenstelle ist die 31», «son numéro interne est le 28».
fn is_named(before: &[String]) -> bool {
    let mut back = before.iter().rev().map(String::as_str).take(NEAR);
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

/// Whether a number with as many digits as are dialled stands here.
fn has_long_number(text: &str) -> bool {
    /// The fewest digits of a number that is dialled.
    const DIALLED: usize = 6;
    let runs = text.split(|sign: char| {
        !(sign.is_ascii_digit() || matches!(sign, ' ' | '/' | '-' | '.' | '(' | ')' | '+'))
    });
    let digits = |run: &str| run.chars().filter(char::is_ascii_digit).count();
    runs.into_iter().any(|run| digits(run) >= DIALLED)
}
