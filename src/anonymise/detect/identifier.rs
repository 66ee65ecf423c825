//! Finds what identifies somebody by its digits or signs: bank accounts, Swiss insurance numbers, dates of birth,
//! numbers of customers and cars, handles.
//!
//! An IBAN must keep its check digits (ISO 13616, modulo 97), a Swiss AHV number its own (EAN-13), or be written in the
//! groups that nothing else has; the rest counts only behind a word that says what it is, or in a form that no word and no
//! measure has: a date or a number alone is what an analysis is made of.

mod birth;
mod number;
mod plate;
mod spelled;
#[cfg(test)]
mod tests;
mod untold;
mod whole;

use std::ops::Range;

pub(super) use whole::complete;

use super::{By, Certainty, Detection, Kind};
use crate::language::{fold, words};

/// Words that may stand between such a word and its number.
#[rustfmt::skip]
const BETWEEN: &[&str] = &[
    "nr", "no", "n", "num", "numero", "number", "nummer", "id", "am", "le", "on", "of", "date", "lautet", "ist",
    "is", "est", "car", "the", "de", "du", "la", "voiture", "wagen", "auto", "nrn", "den", "in", "dat", "datum", "un", "e",
    "en",
];

/// Tokens with which one notes sides instead of names.
const SIDE_TOKENS: &[&str] = &[
    "own", "other", "eig", "and", "third", "dritte", "nous", "eux", "tiers", "propre", "autre",
];

/// Appends everything of this kind.
pub(super) fn find(text: &str, found: &mut Vec<Detection>) {
    ibans(text, found);
    insurance_numbers(text, found);
    handles(text, found);
    spelled::find(text, found);
    network_names(text, found);
    behind_words(text, found);
}

fn certain(span: Range<usize>, kind: Kind) -> Detection {
    Detection {
        span,
        kind,
        certainty: Certainty::Certain,
        by: By::Pattern,
    }
}

/// Appends what nothing was found in before.
fn push_new(span: Range<usize>, kind: Kind, found: &mut Vec<Detection>) {
    let is_new = !found
        .iter()
        .any(|other| other.span.start < span.end && span.start < other.span.end);
    if is_new {
        found.push(certain(span, kind));
    }
}

/// Runs of two letters, two digits, and digits or letters in groups, whose check digits are right.
fn ibans(text: &str, found: &mut Vec<Detection>) {
    let mut end = 0;
    for word in words(text) {
        if word.start < end {
            continue;
        }
        let begins = text.get(word.start..word.start + 4).is_some_and(|head| {
            head.chars()
                .take(2)
                .all(|letter| letter.is_ascii_alphabetic())
                && head.chars().skip(2).all(|digit| digit.is_ascii_digit())
        });
        let rest = text.get(word.start..).filter(|_| begins);
        let checked = rest
            .and_then(iban_length)
            .map(|length| (length, Kind::Iban));
        // With a slip in it, it is somebody's account all the same.
        let grouped = || {
            rest.and_then(grouped_length)
                .map(|length| (length, Kind::Number))
        };
        if let Some((length, kind)) = checked.or_else(grouped) {
            end = word.start + length;
            found.push(certain(word.start..end, kind));
        }
    }
}

/// How long the IBAN is with which a text begins.
fn iban_length(text: &str) -> Option<usize> {
    let mut letters = String::new();
    let mut found = None;
    for (at, character) in text.char_indices() {
        match character {
            ' ' | '\u{A0}' | '\u{202F}' | '.' | '-' if !letters.is_empty() => continue,
            _ if character.is_ascii_alphanumeric() && letters.len() < 34 => {
                letters.push(character.to_ascii_uppercase());
            }
            _ => break,
        }
        let behind = text.get(at + 1..).and_then(|rest| rest.chars().next());
        let ends = behind.is_none_or(|next| !next.is_ascii_alphanumeric());
        if letters.len() >= 15 && ends && has_iban_check(&letters) {
            found = Some(at + 1);
        }
    }
    found
}

/// How many letters and digits an IBAN of these countries has (ISO 13616).
const IBAN_LENGTHS: [(&str, usize); 12] = [
    ("AT", 20),
    ("BE", 16),
    ("CH", 21),
    ("CZ", 24),
    ("DE", 22),
    ("ES", 24),
    ("FR", 27),
    ("GB", 22),
    ("IT", 27),
    ("LI", 21),
    ("LU", 20),
    ("PL", 28),
];

/// How long the groups of four are with which a text begins, if they are as many as an account of that country has.
fn grouped_length(text: &str) -> Option<usize> {
    const GROUP: usize = 4;
    let (_, length) = IBAN_LENGTHS
        .into_iter()
        .find(|(country, _)| text.starts_with(country))?;
    let all = text.get(..length + length.div_ceil(GROUP) - 1)?;
    let behind = text.get(all.len()..)?.chars().next();
    let is_grouped = all.split(' ').enumerate().all(|(at, group)| {
        let is_last = (at + 1) * GROUP >= length;
        let is_whole = group.len() == GROUP || is_last && !group.is_empty();
        is_whole && (at == 0 || group.bytes().all(|sign| sign.is_ascii_digit()))
    });
    let has_end = behind.is_none_or(|next| !next.is_ascii_alphanumeric());
    (is_grouped && has_end).then_some(all.len())
}

/// Modulo 97 over the number that the rearranged letters make (ISO 13616).
fn has_iban_check(letters: &str) -> bool {
    let (head, rest) = letters.split_at_checked(4).unwrap_or((letters, ""));
    let remainder = rest
        .chars()
        .chain(head.chars())
        .fold(0, |remainder, letter| {
            let value = letter.to_digit(36).unwrap_or(0);
            let shift = if value > 9 { 100 } else { 10 };
            (remainder * shift + value) % 97
        });
    remainder == 1
}

/// `756.1234.5678.97`, with or without the points.
fn insurance_numbers(text: &str, found: &mut Vec<Detection>) {
    for (at, _) in text.match_indices("756") {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        if before.is_some_and(|before| before.is_ascii_digit()) {
            continue;
        }
        let mut digits: Vec<u32> = Vec::new();
        let mut end = at;
        for (offset, character) in text.get(at..).unwrap_or_default().char_indices() {
            match character.to_digit(10) {
                Some(_) if digits.len() == 13 => {
                    digits.clear();
                    break;
                }
                Some(digit) => {
                    digits.push(digit);
                    end = at + offset + 1;
                }
                None if matches!(character, '.' | ' ' | '\u{A0}' | '-') && digits.len() < 13 => {}
                None => break,
            }
        }
        if digits.len() != 13 {
            continue;
        }
        // Written in its own groups, it is somebody's number even with a slip in it.
        let is_grouped = text.get(at..end).is_some_and(|number| {
            let groups = number.split('.').map(str::len);
            groups.eq([3, 4, 4, 2])
        });
        if has_ean_check(&digits) {
            found.push(certain(at..end, Kind::Ahv));
        } else if is_grouped {
            found.push(certain(at..end, Kind::Number));
        }
    }
}

/// The check digit of EAN-13: digits weighed one and three in turn make a multiple of ten.
fn has_ean_check(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .enumerate()
        .map(|(at, digit)| digit * if at % 2 == 0 { 1 } else { 3 })
        .sum();
    sum.is_multiple_of(10)
}

/// `@somebody`, which is no e-mail address and no token for a side.
fn handles(text: &str, found: &mut Vec<Detection>) {
    for (at, _) in text.match_indices('@') {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        if before
            .is_some_and(|before| before.is_alphanumeric() || matches!(before, '.' | '_' | '-'))
        {
            continue;
        }
        let rest = text.get(at + 1..).unwrap_or_default();
        let length = rest
            .find(|character: char| {
                !character.is_alphanumeric() && !matches!(character, '_' | '.' | '-' | '@')
            })
            .unwrap_or(rest.len());
        let name = rest
            .get(..length)
            .unwrap_or_default()
            .trim_end_matches(['.', '-']);
        if name
            .chars()
            .filter(|letter| letter.is_alphanumeric())
            .count()
            >= 2
            && !SIDE_TOKENS.contains(&fold(name).as_str())
        {
            found.push(certain(at..at + 1 + name.len(), Kind::Handle));
        }
    }
}

/// The names that a network gives: `in/anna-keller`.
fn network_names(text: &str, found: &mut Vec<Detection>) {
    let is_of_name =
        |character: char| character.is_alphanumeric() || matches!(character, '.' | '_' | '-' | '+');
    for (at, _) in text.match_indices("in/") {
        let is_apart = text
            .get(..at)
            .is_none_or(|before| before.ends_with([' ', '(', '.', '/', ':']) || before.is_empty());
        let name = text
            .get(at + 3..)
            .unwrap_or_default()
            .trim_start_matches(' ');
        let start = text.len() - name.len();
        let length = name
            .find(|character| !is_of_name(character))
            .unwrap_or(name.len());
        let name = name.get(..length).unwrap_or_default();
        let end = start + name.trim_end_matches(['.', '-']).len();
        if is_apart && end > at + 5 {
            found.push(certain(at..end, Kind::Handle));
        }
    }
}

/// Dates behind «geb.», numbers behind «Kundennummer».
fn behind_words(text: &str, found: &mut Vec<Detection>) {
    let all: Vec<Range<usize>> = words(text).collect();
    let folded: Vec<String> = all
        .iter()
        .map(|word| text.get(word.clone()).map(fold).unwrap_or_default())
        .collect();
    for (at, word) in folded.iter().enumerate() {
        let is_birth = birth::BIRTH.contains(&word.as_str());
        let is_joined = number::is_joined(text, &all, at);
        let is_number = is_joined || number::is_numbered(word);
        let is_tax = number::is_tax(word);
        if !is_birth && !is_number && !is_tax {
            continue;
        }
        let mut next = at + 1;
        while folded.get(next).is_some_and(|between| {
            // «pass DE 431-310488»: in capitals it is the country.
            next <= at + 4
                && BETWEEN.contains(&between.as_str())
                && all.get(next).and_then(|word| text.get(word.clone())) != Some("DE")
        }) {
            next += 1;
        }
        let Some(start) = all.get(next).map(|word| word.start) else {
            continue;
        };
        let from_trigger = all.get(at).map_or(0, |word| word.end);
        let between = text.get(from_trigger..start).unwrap_or_default();
        // «né(e) 27-05-2011».
        let signs = between.strip_prefix("(e)").unwrap_or(between);
        if signs.contains(['\n', ';', '!', '?', ')']) {
            continue;
        }
        // «compte client 77801»: two such words say it as well as «Nr.».
        let is_second = at > 0
            && folded
                .get(at - 1)
                .is_some_and(|before| number::is_numbered(before));
        let says_number = next > at + 1
            || between.contains([':', '#', '°', 'º'])
            || is_joined
            || number::is_compound_number(word);
        let rest = text.get(start..).unwrap_or_default();
        let length = if is_birth {
            birth::date_length(rest).filter(|_| word.len() > 1 || between.starts_with('.'))
        } else if is_tax {
            number::tax_length(rest)
        } else {
            number::length(rest, says_number)
                .or_else(|| {
                    number::length(rest, is_second).filter(|length| {
                        !number::are_years(rest.get(..*length).unwrap_or_default())
                    })
                })
                .or_else(|| number::small_length(rest))
        };
        let kind = if is_birth { Kind::Birth } else { Kind::Number };
        if let Some(length) = length {
            push_new(start..start + length, kind, found);
        }
    }
    number::far(text, &all, &folded, found);
    plate::find(text, &all, &folded, found);
    untold::find(text, &all, found);
    birth::find(text, &all, &folded, found);
}
