//! Finds numbers that their form alone gives away: French number plates, numbers of members and customers.

use std::ops::Range;

use super::certain;
use crate::anonymise::detect::{Detection, Kind};

/// Letters with which norms begin rather than somebody's number.
pub(super) const NORMS: &[&str] = &[
    "EN", "ISO", "DIN", "IEC", "VDI", "VDE", "SIA", "VDA", "EU", "EG", "CE", "SN", "NF", "BS",
];

/// The fewest digits behind letters and a hyphen: fewer are models, years and diseases.
const FEWEST_DIGITS: usize = 5;

/// Appends every such number.
pub(super) fn find(text: &str, all: &[Range<usize>], found: &mut Vec<Detection>) {
    for (at, word) in all.iter().enumerate() {
        let letters = text.get(word.clone()).unwrap_or_default();
        let is_head = (1..=3).contains(&letters.len())
            && letters.chars().all(|letter| letter.is_ascii_uppercase())
            && !NORMS.contains(&letters);
        if !is_head {
            continue;
        }
        let behind = |from: &Range<usize>, at: usize| {
            let next = all.get(at)?;
            (text.get(from.end..next.start)? == "-").then_some(next)
        };
        let Some(number) = behind(word, at + 1) else {
            continue;
        };
        if let Some(end) = german_plate(text, all, at) {
            push(word.start..end, found);
            continue;
        }
        let digits = text.get(number.clone()).unwrap_or_default();
        if !digits.chars().all(|digit| digit.is_ascii_digit()) {
            continue;
        }
        let last = behind(number, at + 2).filter(|last| {
            let letters = text.get((*last).clone()).unwrap_or_default();
            letters.len() == 2 && letters.chars().all(|letter| letter.is_ascii_uppercase())
        });
        let end = match last {
            // «FG-418-KT».
            Some(last) if letters.len() == 2 && digits.len() == 3 => last.end,
            _ if digits.len() >= FEWEST_DIGITS => number.end,
            _ => match second_group(text, number, all.get(at + 2)) {
                Some(end) => end,
                None => continue,
            },
        };
        push(word.start..end, found);
    }
}

fn push(span: Range<usize>, found: &mut Vec<Detection>) {
    let is_new = !found
        .iter()
        .any(|other| other.span.start < span.end && span.start < other.span.end);
    if is_new {
        found.push(certain(span, Kind::Number));
    }
}

/// «KN-HR 2207».
fn german_plate(text: &str, all: &[Range<usize>], at: usize) -> Option<usize> {
    let (letters, number) = (all.get(at + 1)?, all.get(at + 2)?);
    let middle = text.get(letters.clone())?;
    let digits = text.get(number.clone())?;
    let fits = middle.len() <= 2
        && middle.chars().all(|letter| letter.is_ascii_uppercase())
        && (2..=4).contains(&digits.len())
        && digits.chars().all(|digit| digit.is_ascii_digit())
        && text.get(letters.end..number.start)? == " ";
    fits.then_some(number.end)
}

/// «PAM-7741-K», «SIN-24/000871»: where a number of two groups ends that has enough digits together.
fn second_group(text: &str, first: &Range<usize>, second: Option<&Range<usize>>) -> Option<usize> {
    let second = second?;
    let (one, other) = (text.get(first.clone())?, text.get(second.clone())?);
    let is_joined = matches!(text.get(first.end..second.start)?, "-" | "/");
    let is_code = other
        .chars()
        .all(|sign| sign.is_ascii_digit() || sign.is_ascii_uppercase());
    let digits = one.chars().chain(other.chars());
    let digits = digits.filter(char::is_ascii_digit).count();
    let is_letter = other.len() == 1 && one.len() >= 4;
    (is_joined && is_code && (digits > FEWEST_DIGITS || is_letter)).then_some(second.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::words;

    fn found(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        find(text, &words(text).collect::<Vec<_>>(), &mut found);
        found
            .into_iter()
            .filter_map(|detection| text.get(detection.span))
            .collect()
    }

    #[test]
    fn plates_and_numbers_of_members_are_found_without_a_word_before() {
        assert_eq!(found("le camion FG-418-KT, loué"), ["FG-418-KT"]);
        assert_eq!(found("twice, M-20417 and M-30992"), ["M-20417", "M-30992"]);
        assert_eq!(found("der Wagen KN-HR 2207 stand da"), ["KN-HR 2207"]);
        assert_eq!(found("Code PAM-7741-K am Zimmer"), ["PAM-7741-K"]);
        assert_eq!(found("claim SIN-24/000871 of May"), ["SIN-24/000871"]);
    }

    #[test]
    fn norms_models_and_diseases_stay() {
        for text in [
            "EN-12464",
            "COVID-19",
            "TRL-4",
            "A-380",
            "SARS-CoV-2",
            "H-2024",
            "EU-2016/679",
            "Block AB-CD 2",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
