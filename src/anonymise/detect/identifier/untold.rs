//! Finds numbers that their form alone gives away: French number plates, numbers of members and customers.

use std::ops::Range;

use super::certain;
use crate::anonymise::detect::{Detection, Kind};

/// Letters with which norms begin rather than somebody's number.
const NORMS: &[&str] = &["EN", "ISO", "DIN", "IEC", "VDI", "VDE", "SIA", "VDA"];

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
            _ => continue,
        };
        let span = word.start..end;
        let is_new = !found
            .iter()
            .any(|other| other.span.start < span.end && span.start < other.span.end);
        if is_new {
            found.push(certain(span, Kind::Number));
        }
    }
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
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
