//! The learned part: which words make names, by where they stand.
//!
//! A small network that reads a sentence forwards and backwards is told the [`signs`] of each word, what the rules found
//! among them, and says how likely each of five tags of it is: nothing, person, institution, place, detail. It is trained by
//! `lists/network.py` on the parts `build` of the corpus under `tests/corpus`, with most names exchanged for others each time.
//! Keeps out: how it reckons, which is the package `leitfaden-network`.

#[cfg(test)]
mod training;

use std::sync::OnceLock;

use leitfaden_network::Network;

use super::evidence::{Evidence, signs};

/// How many tags a word may have.
const TAGS: usize = 5;

/// What a word is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Tag {
    /// No name.
    Nothing,
    /// The name of a person.
    Person,
    /// The name of an institution.
    Institution,
    /// The name of a place.
    Place,
    /// An address, a telephone number, the number of a customer, a car, an account.
    Detail,
}

/// What the model says of a word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Verdict {
    /// The likeliest tag that is a name.
    pub(super) name: Tag,
    /// The logarithm of the odds that the word is part of a name; negative if it is less likely than not.
    pub(super) odds: f64,
    /// The same of the odds that it is part of an address or a number that tells somebody.
    pub(super) detail: f64,
}

impl Verdict {
    fn of(shares: [f64; TAGS]) -> Self {
        /// What is held possible of anything.
        const LEAST: f64 = 1e-12;
        let of = |tag: Tag| shares.get(tag as usize).copied().unwrap_or_default();
        let names = [Tag::Person, Tag::Institution, Tag::Place];
        let any: f64 = names.into_iter().map(of).sum();
        let odds = |share: f64, against: f64| share.max(LEAST).ln() - against.max(LEAST).ln();
        let detail = of(Tag::Detail);
        let name = names
            .into_iter()
            .max_by(|one, other| of(*one).total_cmp(&of(*other)));
        Self {
            name: name.unwrap_or(Tag::Person),
            odds: odds(any, of(Tag::Nothing) + detail),
            detail: odds(detail, 1.0 - detail),
        }
    }
}

/// The weights that are part of the program.
static WEIGHTS: &[u8] = include_bytes!("../lists/network.bin");

/// About how many signs a word has.
const SIGNS: usize = 48;

/// What the model says of every word of some sentences.
pub(super) fn verdicts(all: &[Evidence<'_>]) -> Vec<Vec<Verdict>> {
    let of_all = tags_of(all).into_iter();
    of_all
        .map(|tags| tags.into_iter().map(Verdict::of).collect())
        .collect()
}

/// How likely each tag of each word of some sentences is.
fn tags_of(all: &[Evidence<'_>]) -> Vec<Vec<[f64; TAGS]>> {
    static NETWORK: OnceLock<Network> = OnceLock::new();
    let mut words: Vec<Vec<u32>> = Vec::new();
    let mut lengths = Vec::with_capacity(all.len());
    for evidence in all {
        let length = evidence.sentence.words.len();
        lengths.push(length);
        words.extend((0..length).map(|index| {
            let mut own = Vec::with_capacity(SIGNS);
            signs(evidence, index, |sign| own.push(sign));
            own
        }));
    }
    let network = NETWORK.get_or_init(|| Network::read(WEIGHTS));
    let mut tags = network.tags_of(&words, &lengths).into_iter();
    let lengths = lengths.into_iter();
    lengths
        .map(|length| tags.by_ref().take(length).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::detect::sentence::Sentence;
    use crate::language::Language;

    fn tags(text: &str) -> Vec<[f64; TAGS]> {
        let sentence = Sentence::of(text);
        let mut all = tags_of(&[Evidence::new(&sentence, &[], Language::De)]);
        all.pop().unwrap()
    }

    #[test]
    fn sentences_that_are_read_together_are_read_as_each_alone() {
        let texts = [
            "Kernhofler lange sprach",
            "",
            "die Kita Sternschnuppe in Lahr nimmt Kinder auf",
            "ja",
            "am Himmel sieht man eine Sternschnuppe",
            "und dann kam niemand mehr",
        ];
        let sentences = texts.map(Sentence::of);
        for count in 0..=texts.len() {
            let sentences = sentences.iter().take(count);
            let all: Vec<Evidence<'_>> = sentences
                .map(|sentence| Evidence::new(sentence, &[], Language::De))
                .collect();
            let alone: Vec<_> = texts.iter().take(count).map(|text| tags(text)).collect();
            assert_eq!(tags_of(&all), alone);
        }
    }

    #[test]
    fn the_program_has_a_weight_for_every_place() {
        assert_eq!(WEIGHTS.len(), Network::BYTES);
    }

    #[test]
    fn shares_add_up_to_one_in_any_text() {
        for text in ["", "a", "Kernhofler lange sprach", &"wort ".repeat(3_000)] {
            for shares in tags(text) {
                assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn the_same_word_is_read_by_what_stands_around_it() {
        let name = |text: &str, at: usize| 1.0 - tags(text).get(at).map_or(1.0, |tags| tags[0]);
        let institution = name("die Kita Sternschnuppe in Lahr nimmt Kinder auf", 2);
        let star = name("am Himmel sieht man eine Sternschnuppe", 5);
        assert!(institution > star, "{institution} {star}");
    }
}
