//! Finds telephone numbers of Switzerland, Germany, France, Austria and Poland, and international ones, in a text.
//!
//! Digits in a note are mostly years, sums, shares and timecodes. So a number counts only if it is dialled: with `+`
//! or `00` and a country, with a leading zero and the length of a national number, as Polish nine digits in their
//! usual groups, or behind a word such as «Tel.».

mod ends;
mod extension;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::finding::{Candidate, Rule, Target};
use super::secret::Secret;
use super::slot::SlotKind;
use crate::language::{fold, is_marker, words};

/// Country codes that are believed behind `00`.
const COUNTRIES: &[&str] = &[
    "1", "30", "31", "32", "33", "34", "351", "352", "353", "354", "358", "36", "370", "371",
    "372", "377", "380", "381", "385", "386", "39", "40", "41", "420", "421", "423", "43", "44",
    "45", "46", "47", "48", "49", "90",
];

/// First digits of Polish mobile numbers.
const POLISH_MOBILE: &[&str] = &[
    "45", "50", "51", "53", "57", "60", "66", "69", "72", "73", "78", "79", "88",
];

/// Words before a number that say that it is dialled.
const DIAL_WORDS: &[&str] = &[
    "call",
    "dw",
    "durchwahl",
    "fax",
    "fon",
    "handy",
    "handynummer",
    "kom",
    "mobil",
    "mobile",
    "natel",
    "phone",
    "portable",
    "tel",
    "telefon",
    "telefonnummer",
    "telephone",
    "telnr",
];

/// Words and signs around a number that say that it is money.
const MONEY: &[&str] = &[
    "chf", "eur", "euro", "euros", "franc", "francs", "franken", "fr", "pln", "sfr", "usd",
    "zloty", "zl",
];

/// Digits that stand together.
struct Group {
    span: Range<usize>,
    digits: Range<usize>,
    plus: bool,
    /// `(0)` of «+41 (0)61»: not dialled from abroad.
    trunk: bool,
}

/// Appends every telephone number.
pub(super) fn find(text: &str, found: &mut Vec<Candidate>) {
    let mut at = 0;
    while let Some(run) = next_run(text, at) {
        at = run.end;
        let groups = groups(text, run);
        let mut first = 0;
        while first < groups.len() {
            let rest = groups.get(first..).unwrap_or_default();
            let number =
                longest_number(text, &groups, first).or_else(|| extension_alone(text, rest, found));
            first += match number {
                Some((length, address)) => {
                    let candidate = candidate(text, rest.get(..length), address);
                    at = at.max(candidate.as_ref().map_or(at, |one| one.span.end));
                    found.extend(candidate);
                    length
                }
                None => 1,
            };
        }
    }
}

/// What the groups of a number are replaced as, with the extension behind them.
fn candidate(text: &str, groups: Option<&[Group]>, address: String) -> Option<Candidate> {
    let (first, last) = groups.and_then(|groups| groups.first().zip(groups.last()))?;
    let written = text.get(first.span.start..last.span.end)?;
    // «(int. 19)»: the bracket was opened before.
    let bracket = usize::from(written.ends_with(')') && !written.contains('('));
    let end = last.span.end - bracket;
    Some(Candidate {
        span: first.span.start..extension::end_with(text, end),
        rule: Rule::Telephone,
        target: Target::Address(SlotKind::Telephone, Secret::from(address)),
    })
}

/// An extension without its number, and how it compares.
fn extension_alone(text: &str, groups: &[Group], found: &[Candidate]) -> Option<(usize, String)> {
    /// How many bytes may lie between a number and the end of another.
    const NEAR: usize = 80;
    let start = groups.first()?.span.start;
    let last = found.last().map_or(0, |last| last.span.end);
    let between = text.get(last..start).unwrap_or_default();
    let is_behind_number = last > 0 && between.len() <= NEAR && !between.contains('\n');
    let length = extension::length(text, groups, is_behind_number)?;
    let digits = groups.iter().take(length);
    let digits = digits.filter_map(|group| text.get(group.digits.clone()));
    Some((length, digits.collect()))
}

/// Where the number begins that ends at the end of `text` and may still grow.
pub(super) fn growing(text: &str) -> Option<usize> {
    let run = text
        .char_indices()
        .rev()
        .take_while(|&(_, character)| is_of_number(character))
        .filter(|&(_, character)| character.is_ascii_digit() || matches!(character, '+' | '('))
        .last();
    let (start, _) = run?;
    let before = text.get(..start)?.chars().next_back();
    (!before.is_some_and(char::is_alphanumeric)).then_some(start)
}

/// Whether the character may stand in a telephone number.
pub(super) const fn is_of_number(character: char) -> bool {
    matches!(
        character,
        '0'..='9' | '+' | '/' | '-' | '.' | '(' | ')' | ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\u{2010}'..='\u{2013}'
    )
}

/// The telephone number in the form in which numbers compare, if the whole text is one.
pub(super) fn whole(text: &str) -> Option<Secret> {
    let mut found = Vec::new();
    find(text, &mut found);
    let whole = found
        .into_iter()
        .find(|candidate| candidate.span == (0..text.len()))?;
    match whole.target {
        Target::Address(_, address) => Some(address),
        Target::Slot(_) | Target::Named(..) | Target::Twin(..) => None,
    }
}

/// The next run of digits and of what may stand between them.
fn next_run(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = text.get(from..)?;
    let offset =
        rest.find(|character: char| character.is_ascii_digit() || matches!(character, '+' | '('))?;
    let start = from + offset;
    let run = text.get(start..)?;
    let length = run
        .find(|character| !is_of_number(character))
        .unwrap_or(run.len());
    Some(start..start + length)
}

/// The groups of digits in a run. A run that begins or ends inside a word loses the group that touches it.
fn groups(text: &str, run: Range<usize>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut opened: Option<usize> = None;
    let mut plus = None;
    for (at, character) in text.get(run.clone()).unwrap_or_default().char_indices() {
        let at = run.start + at;
        match character {
            '0'..='9' => match groups.last_mut() {
                Some(last) if last.digits.end == at && last.span.end == at => {
                    last.digits.end = at + 1;
                    last.span.end = at + 1;
                }
                _ => groups.push(Group {
                    span: plus.or(opened).unwrap_or(at)..at + 1,
                    digits: at..at + 1,
                    plus: plus.is_some(),
                    trunk: false,
                }),
            },
            '+' => plus = Some(at),
            '(' => opened = Some(at),
            ')' => {
                if let Some(last) = groups.last_mut().filter(|last| last.digits.end == at) {
                    last.span.end = at + 1;
                    last.trunk = opened.is_some() && text.get(last.digits.clone()) == Some("0");
                }
                opened = None;
            }
            _ => {}
        }
        if character.is_ascii_digit() {
            plus = None;
        }
    }
    let touches = |character: Option<char>| {
        character.is_some_and(|character| {
            character.is_alphanumeric()
                || matches!(character, ':' | '#' | '_')
                || is_marker(character)
        })
    };
    if touches(
        text.get(..run.start)
            .and_then(|before| before.chars().next_back()),
    ) {
        groups.drain(..groups.len().min(1));
    }
    let ends_open = groups.last().is_some_and(|last| last.span.end == run.end);
    let mut after = text.get(run.end..).unwrap_or_default().chars();
    let next = after.next();
    // «07751 86 22 17:» ends with a colon; only behind «17:3» it is a time.
    let is_colon = next == Some(':') && !after.next().is_some_and(|next| next.is_ascii_digit());
    if ends_open && touches(next) && !is_colon {
        groups.pop();
    }
    groups
}

/// How many groups from `first` on make a telephone number, and how it compares.
///
/// Swiss and French numbers have a known length: what follows them is another figure. Else the longest holds.
fn longest_number(text: &str, groups: &[Group], first: usize) -> Option<(usize, String)> {
    let rest = groups.get(first..)?;
    let dialled = says_dialled(text, rest.first()?.span.start);
    let known = (2..=rest.len().min(5)).find(|&length| {
        is_known_grouping(text, rest.get(..length).unwrap_or_default())
            // «0151 62 40 88 17» is longer than a Swiss number in the same groups.
            && !(length == 4 && matches!(lengths(text, rest).get(..5), Some([4, 2, 2, 2, 2])))
            && !(length == 3 && matches!(lengths(text, rest).get(..4), Some([4, 3, 3, 2])))
    });
    known
        .into_iter()
        .chain((1..=rest.len().min(10)).rev())
        .find_map(|length| {
            let number = rest.get(..length)?;
            let address = address(text, number)
                .or_else(|| dialled.then(|| dialled_digits(text, number)).flatten())?;
            Some((length, address))
        })
}

fn lengths(text: &str, groups: &[Group]) -> Vec<usize> {
    groups
        .iter()
        .filter_map(|group| text.get(group.digits.clone()))
        .map(str::len)
        .collect()
}

fn is_known_grouping(text: &str, groups: &[Group]) -> bool {
    let begins_with_zero = groups
        .first()
        .and_then(|group| text.get(group.digits.clone()))
        .is_some_and(|digits| digits.starts_with('0') && !digits.starts_with("00"));
    begins_with_zero
        && matches!(
            lengths(text, groups).as_slice(),
            [3, 3, 2, 2] | [2, 2, 2, 2, 2] | [4, 3, 3] | [4, 2, 2, 2]
        )
}

/// How the number compares, if the groups are one: the digits behind country code and leading zero.
fn address(text: &str, groups: &[Group]) -> Option<String> {
    let digits: String = groups
        .iter()
        .filter(|group| !group.trunk)
        .filter_map(|group| text.get(group.digits.clone()))
        .collect();
    let first = groups.first()?;
    if first.trunk || groups.iter().skip(1).any(|group| group.plus) {
        return None;
    }
    if first.plus {
        return ((8..=15).contains(&digits.len()) && !digits.starts_with('0'))
            .then(|| without_country(&digits));
    }
    if let Some(abroad) = digits.strip_prefix("00") {
        let known = COUNTRIES.iter().any(|country| abroad.starts_with(country));
        return (known && (8..=13).contains(&abroad.len())).then(|| without_country(abroad));
    }
    if let Some(national) = digits.strip_prefix('0') {
        return is_national(text, groups, digits.len()).then(|| national.to_owned());
    }
    is_polish(text, groups, &digits).then_some(digits)
}

/// The digits behind the country code, where it is known.
fn without_country(digits: &str) -> String {
    let longest = COUNTRIES
        .iter()
        .filter_map(|country| digits.strip_prefix(country))
        .min_by_key(|rest| rest.len());
    longest.unwrap_or(digits).trim_start_matches('0').to_owned()
}

/// Whether groups with a leading zero are a national number and neither a date nor a list of figures.
fn is_national(text: &str, groups: &[Group], digits: usize) -> bool {
    if !(8..=13).contains(&digits) {
        return false;
    }
    let lengths = lengths(text, groups);
    match lengths.as_slice() {
        // «03562 986-15 214»: the extension belongs to it.
        [5, _, _, _] if digits == 13 => true,
        _ if digits > 12 => false,
        [only] => (9..=12).contains(only),
        // «0 800 123 456» is a French free number, «0 35 81 / 40 02 87» a German one.
        // «03 89 555 240» a French one.
        [1, 3, 3, 3] | [1 | 2, 2, 2, 2, 2] | [1, 2, 2, 2, 2, 2] | [2, 2, 3, 3] => true,
        // Vienna is 01; «01 02 2015» is a date.
        [2, rest @ ..] => {
            rest.first().is_some_and(|next| *next >= 3)
                && rest.iter().skip(1).all(|length| *length >= 2)
        }
        [area, rest @ ..] => {
            is_area_with(*area, rest) || is_in_odd_groups(text, groups, &lengths, digits)
        }
        [] => false,
    }
}

/// «0761 203-0»: an area with groups of which only the last may be a single digit.
fn is_area_with(area: usize, rest: &[usize]) -> bool {
    (2..=6).contains(&area) && rest.iter().rev().skip(1).all(|length| *length >= 2)
}

/// Whether somebody wrote the digits down as they were said: «062 922 6 1 40», «07651 / 9 21 4-0», «(0 77 26) 66 04-118».
fn is_in_odd_groups(text: &str, groups: &[Group], lengths: &[usize], digits: usize) -> bool {
    /// The digits of a Swiss number.
    const SWISS: usize = 10;
    /// The most groups behind the area.
    const MOST_GROUPS: usize = 6;
    let Some((area, rest)) = lengths.split_first() else {
        return false;
    };
    let singles = rest.iter().filter(|length| **length == 1).count();
    let is_parted = is_parted_by_sign(text, groups);
    (2..=MOST_GROUPS).contains(&rest.len())
        && match area {
            // «0 20 40 60 80» is a list of figures: only a sign tells the area from the rest.
            1 => digits >= 9 && is_parted && singles <= 1,
            // «041/660 2 88 1».
            3 => digits == SWISS,
            4..=6 => digits >= 9 && rest.len() >= 3 && (is_parted || singles <= 2),
            _ => false,
        }
}

/// Whether a slash, a bracket or a hyphen stands between two of the groups.
fn is_parted_by_sign(text: &str, groups: &[Group]) -> bool {
    let edges = groups.first().zip(groups.last());
    let inside = edges.and_then(|(first, last)| text.get(first.digits.end..last.digits.start));
    inside.is_some_and(|inside| inside.contains(['/', ')', '-']))
}

/// Whether nine digits without a zero are a Polish number and not a sum.
fn is_polish(text: &str, groups: &[Group], digits: &str) -> bool {
    let (Some(first), Some(last)) = (groups.first(), groups.last()) else {
        return false;
    };
    if digits.len() != 9 || is_money(text, first.span.start, last.span.end) {
        return false;
    }
    match lengths(text, groups).as_slice() {
        [2, 3, 2, 2] => true,
        [3, 3, 3] | [9] => POLISH_MOBILE
            .iter()
            .any(|mobile| digits.starts_with(mobile)),
        _ => false,
    }
}

/// Digits behind «Tel.», which may be a local number.
fn dialled_digits(text: &str, groups: &[Group]) -> Option<String> {
    let digits: String = groups
        .iter()
        .filter_map(|group| text.get(group.digits.clone()))
        .collect();
    (5..=15)
        .contains(&digits.len())
        .then(|| digits.trim_start_matches('0').to_owned())
}

/// Whether the word before says that what follows is dialled.
fn says_dialled(text: &str, at: usize) -> bool {
    word_before(text, at).is_some_and(|word| DIAL_WORDS.contains(&word.as_str()))
}

/// Whether the word before or behind, or a sign, says that the figure is money.
fn is_money(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).unwrap_or_default().trim_end();
    let behind = text.get(end..).unwrap_or_default().trim_start();
    let sign = |character: char| matches!(character, '€' | '$' | '£' | '%');
    let word_behind = words(behind)
        .next()
        .filter(|word| word.start == 0)
        .and_then(|word| behind.get(word))
        .map(fold);
    before.ends_with(sign)
        || behind.starts_with(sign)
        || word_before(text, start).is_some_and(|word| MONEY.contains(&word.as_str()))
        || word_behind.is_some_and(|word| MONEY.contains(&word.as_str()))
}

/// The last word before a place, if only a dot, a colon or spaces are between.
fn word_before(text: &str, at: usize) -> Option<String> {
    /// The most letters of a word that says anything of a number; what is longer is no word.
    const LONGEST_WORD: usize = 40;
    let before = text.get(..at)?.trim_end_matches(|character: char| {
        character.is_whitespace() || matches!(character, '.' | ':' | '-' | '(' | '+')
    });
    let letters = before.chars().rev().take_while(|character| {
        !character.is_whitespace() && !matches!(character, '.' | ':' | ',' | ';' | '(')
    });
    let (count, length) = letters
        .take(LONGEST_WORD + 1)
        .fold((0, 0), |(count, length), letter| {
            (count + 1, length + letter.len_utf8())
        });
    let word = before.get(before.len().checked_sub(length)?..)?;
    (1..=LONGEST_WORD).contains(&count).then(|| fold(word))
}
