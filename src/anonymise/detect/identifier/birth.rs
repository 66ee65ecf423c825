//! Finds dates of birth: dates with a day, beside a word that says that somebody was born then.

use std::ops::Range;

use super::{certain, push_new};
use crate::anonymise::detect::{Detection, Kind};
use crate::language::{fold, words};

/// Words before a date that make it one of birth.
pub(super) const BIRTH: &[&str] = &[
    "geb",
    "geboren",
    "geburtsdatum",
    "geburtstag",
    "ne",
    "nee",
    "naissance",
    "born",
    "dob",
    "birth",
    "birthday",
    "jg",
    "b",
    "naiss",
    "gebdat",
    "gebd",
    "geburtsdat",
];

/// Names of months, in all languages and short forms.
#[rustfmt::skip]
const MONTHS: &[&str] = &[
    "januar", "jan", "februar", "feb", "marz", "april", "apr", "mai", "juni", "jun", "juli", "jul", "august", "aug",
    "september", "sept", "sep", "oktober", "okt", "november", "nov", "dezember", "dez", "janvier", "janv",
    "fevrier", "fev", "mars", "avril", "avr", "juin", "juillet", "juil", "aout", "septembre", "octobre", "oct",
    "novembre", "decembre", "dec", "january", "february", "march", "mar", "may", "june", "july", "october",
    "december", "janner",
];

/// Appends the dates that do not stand directly behind such a word.
pub(super) fn find(text: &str, all: &[Range<usize>], found: &mut Vec<Detection>) {
    far(text, all, found);
    behind(text, all, found);
    star(text, found);
}

/// «Geburtsdatum der Patientin im Beispiel (19.08.1957)», «Jg. 1941 (3.2.41)»: some words may stand before the date.
fn far(text: &str, all: &[Range<usize>], found: &mut Vec<Detection>) {
    const WORDS: &[&str] = &[
        "geburtsdatum",
        "geburtstag",
        "geburtsdat",
        "naissance",
        "dob",
        "birth",
        "birthday",
        "born",
        "geboren",
        "jg",
        "jahrgang",
    ];
    /// How many words may stand before the date.
    const FARTHEST: usize = 6;
    for (at, word) in all.iter().enumerate() {
        let folded = text.get(word.clone()).map(fold).unwrap_or_default();
        if !WORDS.contains(&folded.as_str()) {
            continue;
        }
        let dates = all.iter().skip(at + 2).take(FARTHEST).find_map(|next| {
            let between = text.get(word.end..next.start)?.trim_start_matches('.');
            let length = date_length(text.get(next.start..)?)?;
            (!between.contains(['\n', ';', '.', '!', '?']))
                .then_some(next.start..next.start + length)
        });
        if let Some(span) = dates {
            push_new(span, Kind::Birth, found);
        }
    }
}

/// «3. Mai 1938 geboren»: the word behind the date.
fn behind(text: &str, all: &[Range<usize>], found: &mut Vec<Detection>) {
    for (at, word) in all.iter().enumerate() {
        let folded = text.get(word.clone()).map(fold).unwrap_or_default();
        if !matches!(folded.as_str(), "geboren" | "geb") {
            continue;
        }
        for first in at.saturating_sub(3)..at {
            let Some(start) = all.get(first).map(|word| word.start) else {
                continue;
            };
            let Some(before) = text.get(start..word.start) else {
                continue;
            };
            if let Some(length) = date_length(before).filter(|length| {
                before
                    .get(*length..)
                    .is_some_and(|gap| gap.trim().is_empty())
            }) {
                found.push(certain(start..start + length, Kind::Birth));
                break;
            }
        }
    }
}

/// `*12.3.1970`, as in a register.
fn star(text: &str, found: &mut Vec<Detection>) {
    for (at, _) in text.match_indices('*') {
        let rest = text.get(at + 1..).unwrap_or_default();
        let trimmed = rest.trim_start_matches(' ');
        let start = at + 1 + rest.len() - trimmed.len();
        if let Some(length) = date_length(trimmed) {
            found.push(certain(start..start + length, Kind::Birth));
        }
    }
}

/// How long the date with a day is with which a text begins: `3.4.1970`, `1970-04-03`, `3. April 1970`, `April 3, 1970`.
pub(super) fn date_length(text: &str) -> Option<usize> {
    let mut parts: Vec<(Range<usize>, bool)> = Vec::new();
    for word in words(text).take(3) {
        let between = match parts.last() {
            None => text.get(..word.start),
            Some((last, _)) => text.get(last.end..word.start),
        }?;
        let joined = between
            .chars()
            .all(|sign| matches!(sign, ' ' | '.' | '/' | '-' | ',' | '\u{A0}'));
        let letters = text.get(word.clone())?;
        // «1er mars», «3rd of May».
        let digits = letters.trim_end_matches(|letter: char| !letter.is_ascii_digit());
        let is_number = !digits.is_empty()
            && digits.chars().all(|digit| digit.is_ascii_digit())
            && digits.len() <= 4;
        let is_month = MONTHS.contains(&fold(letters).as_str());
        if !joined || between.chars().count() > 2 || !(is_number || is_month) {
            break;
        }
        parts.push((word, is_month));
    }
    let months = parts.iter().filter(|(_, is_month)| *is_month).count();
    let enough = parts.len() == 3 && months <= 1 || parts.len() == 2 && months == 1;
    enough
        .then(|| parts.last().map(|(last, _)| last.end))
        .flatten()
}
