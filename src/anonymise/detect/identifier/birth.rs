//! Finds dates of birth: dates with a day, beside a word that says that somebody was born then.

use std::ops::Range;

use super::{certain, push_new};
use crate::anonymise::detect::dictionary::{self, Classes, Compound};
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
    "gebtag",
    "ddn",
    "bday",
    "birthdate",
    "n",
];

/// Days of a month in words.
#[rustfmt::skip]
const DAYS: &[&str] = &[
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "thirtieth", "premier",
    "ersten", "zweiten", "dritten", "vierten", "funften", "sechsten", "siebten", "achten", "neunten", "zehnten", "elften",
    "zwolften", "dreizehnten", "vierzehnten", "funfzehnten", "sechzehnten", "siebzehnten", "achtzehnten", "neunzehnten",
    "zwanzigsten", "dreissigsten",
];

/// Names of months, in all languages and short forms.
#[rustfmt::skip]
const MONTHS: &[&str] = &[
    "januar", "jan", "februar", "feb", "marz", "april", "apr", "mai", "juni", "jun", "juli", "jul", "august", "aug",
    "september", "sept", "sep", "oktober", "okt", "november", "nov", "dezember", "dez", "janvier", "janv",
    "fevrier", "fev", "mars", "avril", "avr", "juin", "juillet", "juil", "aout", "septembre", "octobre", "oct",
    "novembre", "decembre", "dec", "january", "february", "march", "mar", "may", "june", "july", "october",
    "december", "janner", "fevr", "mrz", "maerz", "feber",
];

/// Appends the dates that do not stand directly behind such a word.
pub(super) fn find(
    text: &str,
    all: &[Range<usize>],
    folded: &[String],
    found: &mut Vec<Detection>,
) {
    behind(text, all, folded, found);
    far(text, all, folded, found);
    star(text, found);
    behind_name(text, found);
}

/// «Amadeu (1.11.1960)», «Schärli, 02.09.1938, …»: directly behind a name of a person, if the year is one in which
/// people are born and about which nobody makes an appointment.
fn behind_name(text: &str, found: &mut Vec<Detection>) {
    let years = 1900..=2005;
    for (at, sign) in text.match_indices(['(', ',']) {
        let rest = text.get(at + 1..).unwrap_or_default();
        let trimmed = rest.trim_start_matches(' ');
        let start = at + 1 + rest.len() - trimmed.len();
        let Some(date) = date_length(trimmed).and_then(|length| trimmed.get(..length)) else {
            continue;
        };
        let behind = trimmed.get(date.len()..).unwrap_or_default();
        let is_closed = match sign {
            "(" => behind.starts_with(')'),
            _ => behind.is_empty() || behind.starts_with([',', ';', '.']),
        };
        let digits = date.rsplit(|sign: char| !sign.is_ascii_digit()).next();
        let year = digits.and_then(|digits| digits.parse::<u32>().ok());
        let is_year = year.is_some_and(|year| years.contains(&year));
        if is_closed && is_year && ends_with_person(text.get(..at).unwrap_or_default()) {
            push_new(start..start + date.len(), Kind::Birth, found);
        }
    }
}

/// Whether the last word is a name of persons and nothing else, or in no list.
fn ends_with_person(text: &str) -> bool {
    let text = text.trim_end_matches(' ');
    let length = text
        .chars()
        .rev()
        .take_while(|letter| letter.is_alphabetic());
    let length: usize = length.map(char::len_utf8).sum();
    let word = text
        .len()
        .checked_sub(length)
        .and_then(|start| text.get(start..));
    let Some(folded) = word.filter(|word| !word.is_empty()).map(fold) else {
        return false;
    };
    let classes = dictionary::classes(&folded);
    if classes == Classes::NONE {
        return dictionary::compound(&folded, false) == Compound::None;
    }
    classes.any(Classes::PERSON)
        && !classes.any(Classes::ORDINARY | Classes::PLACE | Classes::REGION)
}

/// «Geburtsdatum der Patientin im Beispiel (19.08.1957)», «Jg. 1941 (3.2.41)»: some words may stand before the date.
fn far(text: &str, all: &[Range<usize>], folded: &[String], found: &mut Vec<Detection>) {
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
        "geb",
        "nes",
        "nees",
        "jg",
        "jahrgang",
    ];
    /// How many words may stand before the date.
    const FARTHEST: usize = 8;
    for ((at, word), folded) in all.iter().enumerate().zip(folded) {
        // «am 12.3.1961 geboren, die Sitzung war am …»: the date of birth was told already.
        let is_told = found.iter().any(|find| {
            find.kind == Kind::Birth
                && find.span.end < word.start
                && word.start - find.span.end <= 1
        });
        if !WORDS.contains(&folded.as_str()) || is_told {
            continue;
        }
        let dates = all.iter().skip(at + 2).take(FARTHEST).find_map(|next| {
            let between = text.get(word.end..next.start)?.trim_start_matches('.');
            let length = date_length(text.get(next.start..)?)?;
            let date = text.get(next.start..next.start + length)?;
            (!between.contains(['\n', ';', '.', '!', '?']) && !is_of_late(date))
                .then_some(next.start..next.start + length)
        });
        if let Some(span) = dates {
            push_new(span, Kind::Birth, found);
        }
    }
}

/// Whether a date is one of the last years, in which something else than somebody's birth is told some words behind it: «Jahrgang
/// 1955, Sitzung am 12.3.2019».
fn is_of_late(date: &str) -> bool {
    /// The first of these years.
    const FIRST: u32 = 2011;
    let years = date.split(|sign: char| !sign.is_ascii_digit());
    let mut years = years.filter(|figures| figures.len() == 4);
    years.any(|year| year.parse::<u32>().is_ok_and(|year| year >= FIRST))
}

/// «3. Mai 1938 geboren»: the word behind the date.
fn behind(text: &str, all: &[Range<usize>], folded: &[String], found: &mut Vec<Detection>) {
    /// How many words the date and the place have at most.
    const FARTHEST: usize = 7;
    for ((at, word), folded) in all.iter().enumerate().zip(folded) {
        if !matches!(folded.as_str(), "geboren" | "geb") {
            continue;
        }
        for first in at.saturating_sub(FARTHEST)..at {
            let Some(start) = all.get(first).map(|word| word.start) else {
                continue;
            };
            let Some(before) = text.get(start..word.start) else {
                continue;
            };
            if let Some(length) = date_length(before).filter(|length| {
                let gap = before.get(*length..).unwrap_or_default();
                gap.trim().is_empty()
                    || is_birthplace(gap) && before.get(..*length).is_some_and(is_of_last_century)
            }) {
                found.push(certain(start..start + length, Kind::Birth));
                break;
            }
        }
    }
}

/// «1. Jänner 1969 in Hinterau geboren»: nothing but a place stands between the date and the word.
fn is_birthplace(gap: &str) -> bool {
    /// The most words of a place.
    const MOST_WORDS: usize = 2;
    let place = gap.strip_prefix(" in ").unwrap_or_default();
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|sign| sign.is_alphabetic() || sign == '-')
    };
    let words = place.split_whitespace();
    !place.is_empty() && words.clone().count() <= MOST_WORDS && words.into_iter().all(is_name)
}

/// Whether the year is one of the last century: an idea is born later.
fn is_of_last_century(date: &str) -> bool {
    let mut years = date.split(|sign: char| !sign.is_ascii_digit());
    years.any(|year| year.len() == 4 && year.starts_with("19"))
}

/// `*12.3.1970`, as in a register, and `*1947` directly behind somebody.
fn star(text: &str, found: &mut Vec<Detection>) {
    for (at, _) in text.match_indices('*') {
        let rest = text.get(at + 1..).unwrap_or_default();
        let trimmed = rest.trim_start_matches(' ');
        let start = at + 1 + rest.len() - trimmed.len();
        let year = || {
            let before = text.get(..at).filter(|before| before.ends_with(' '))?;
            year_of_birth(rest).filter(|_| ends_with_person(before))
        };
        if let Some(length) = date_length(trimmed).or_else(year) {
            found.push(certain(start..start + length, Kind::Birth));
        }
    }
}

/// How long the year is with which a text begins, if it is one in which people who are spoken of are born.
fn year_of_birth(text: &str) -> Option<usize> {
    const LENGTH: usize = 4;
    let year: u32 = text.get(..LENGTH)?.parse().ok()?;
    let behind = text.get(LENGTH..)?.chars().next();
    let ends = behind.is_none_or(|next| !next.is_alphanumeric() && next != '*');
    (ends && (1900..=2010).contains(&year)).then_some(LENGTH)
}

/// How long the date with a day is with which a text begins: `3.4.1970`, `1970-04-03`, `3. April 1970`, `April 3, 1970`.
pub(super) fn date_length(text: &str) -> Option<usize> {
    let mut parts: Vec<(Range<usize>, bool)> = Vec::new();
    let mut end = 0;
    for word in words(text) {
        let between = text.get(end..word.start)?;
        let letters = text.get(word.clone())?;
        if parts.len() == 3 || !joins_date(between) {
            break;
        }
        // «twelfth of May».
        if parts.len() == 1 && matches!(letters, "of" | "de") {
            end = word.end;
            continue;
        }
        let is_month = is_month(letters, parts.len());
        if !(is_month || is_number_of_date(letters, parts.is_empty())) {
            break;
        }
        end = word.end;
        parts.push((word, is_month));
    }
    let months = parts.iter().filter(|(_, is_month)| *is_month).count();
    let enough = parts.len() == 3 && months <= 1 || parts.len() == 2 && months == 1;
    enough
        .then(|| parts.last().map(|(last, _)| last.end))
        .flatten()
}

/// Whether the signs may stand between day, month and year: «8.8.'73», «11 / 06 / 1983».
fn joins_date(between: &str) -> bool {
    let is_sign = |sign| {
        matches!(
            sign,
            ' ' | '.' | '/' | '-' | ',' | '\u{A0}' | '\u{202F}' | '\'' | '’'
        )
    };
    between.chars().count() <= 3 && between.chars().all(is_sign)
}

/// A month by its name, or in Roman figures behind the day: «11.VIII.1973».
pub(super) fn is_month(letters: &str, parts_before: usize) -> bool {
    let is_roman = letters.len() <= 4 && letters.chars().all(|letter| "IVXivx".contains(letter));
    MONTHS.contains(&fold(letters).as_str()) || parts_before == 1 && is_roman
}

/// A day or a year: «1er», «3rd», «twelfth», «1973».
fn is_number_of_date(letters: &str, is_first: bool) -> bool {
    let digits = letters.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let is_number =
        (1..=4).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
    is_number || is_first && DAYS.contains(&fold(letters).as_str())
}
