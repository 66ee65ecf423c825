//! Finds post boxes with their towns.

use std::ops::Range;

use super::super::sentence::{Gap, Sentence, Shape, Word};
use super::town::behind_street;

/// Words for a post box, written as one.
const ONE_WORD: &[&str] = &["postfach", "postf", "schliessfach", "pobox"];

/// Words for a post box, written as two.
const TWO_WORDS: &[(&str, &str)] = &[
    ("case", "postale"),
    ("boite", "postale"),
    ("casella", "postale"),
    ("po", "box"),
    ("post", "box"),
    ("postal", "box"),
    ("skr", "poczt"),
    ("skrytka", "pocztowa"),
];

/// Abbreviations that only a town behind the number makes a post box: «BP 20118, 90003 Belfort».
const ABBREVIATIONS: &[&str] = &["bp", "cp", "pf"];

/// The words of a post box with its town that begins at this word.
pub(super) fn find(text: &str, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let first = sentence.words.get(at)?;
    let second = sentence.words.get(at + 1)?;
    let is_short = ABBREVIATIONS.contains(&first.folded.as_str());
    let length = if ONE_WORD.contains(&first.folded.as_str()) || is_short {
        1
    } else if TWO_WORDS.contains(&(first.folded.as_str(), second.folded.as_str())) {
        2
    } else {
        return None;
    };
    let end = number_end(text, sentence, at + length)?;
    let town = behind_street(text, sentence, end);
    match town {
        Some(town) => Some(at..town),
        None => (!is_short).then_some(at..end),
    }
}

/// Where the number of a box ends: «Postfach Nr. 218», «Postfach 10 12 44».
fn number_end(text: &str, sentence: &Sentence, start: usize) -> Option<usize> {
    /// The most groups of digits.
    const MOST_GROUPS: usize = 3;
    let is_sign = |word: &Word| matches!(word.folded.as_str(), "nr" | "no");
    let start = start + usize::from(sentence.words.get(start).is_some_and(is_sign));
    let groups = sentence.words.iter().skip(start).take(MOST_GROUPS);
    let is_digits = |word: &Word| {
        let letters = text.get(word.span.clone()).unwrap_or_default();
        word.shape == Shape::Digits && letters.bytes().all(|digit| digit.is_ascii_digit())
    };
    let is_near = |at: usize, word: &Word| {
        word.gap == Gap::Space || at == 0 && matches!(word.gap, Gap::Stop | Gap::Colon)
    };
    // «postfach 12 8050 zürich»: a long group behind the first is the postcode.
    let groups = groups.enumerate().take_while(|(at, word)| {
        is_digits(word) && is_near(*at, word) && (*at == 0 || word.span.len() <= 3)
    });
    let count = groups.count();
    (count > 0).then_some(start + count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let sentence = Sentence::of(text);
        let boxes = (0..sentence.words.len()).filter_map(|at| find(text, &sentence, at));
        boxes
            .filter_map(|words| {
                let words = sentence.words.get(words)?;
                text.get(words.first()?.span.start..words.last()?.span.end)
            })
            .collect()
    }

    #[test]
    fn post_boxes_are_found_with_their_town() {
        for (text, address) in [
            (
                "an postfach 218, 8050 zürich, bitte",
                "postfach 218, 8050 zürich",
            ),
            (
                "Postfach 10 12 44, 78412 Konstanz.",
                "Postfach 10 12 44, 78412 Konstanz",
            ),
            (
                "case postale 14, 1422 grandson",
                "case postale 14, 1422 grandson",
            ),
            (
                "casella postale 118, 6710 biasca;",
                "casella postale 118, 6710 biasca",
            ),
            (
                "BP 20118, 90003 Belfort Cedex",
                "BP 20118, 90003 Belfort Cedex",
            ),
            (
                "Pont Neuf, case postale 2041, 2800 Delémont 1, fermé",
                "case postale 2041, 2800 Delémont 1",
            ),
            ("nur das Postfach 218", "Postfach 218"),
            ("p.o. box PO box 12, please", "PO box 12"),
        ] {
            assert_eq!(found(text), [address], "{text}");
        }
    }

    #[test]
    fn other_boxes_stay() {
        for text in [
            "das Postfach war voll",
            "BP 2019 hat viel geändert",
            "post box of the town",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
