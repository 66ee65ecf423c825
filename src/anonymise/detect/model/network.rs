//! The second reader of the model: a small network that reads a sentence forwards and backwards.
//!
//! It is told the [`signs`] of each word and says how likely each tag of it is. It is trained by `lists/network.py` on the
//! same notes as the chain, which knows pairs of tags but only words close by. Keeps out: how it reckons, which is the
//! package `leitfaden-network`.

use std::sync::OnceLock;

use leitfaden_network::Network;

use super::TAGS;
use crate::anonymise::detect::features::{Evidence, signs};

/// The weights that are part of the program.
static WEIGHTS: &[u8] = include_bytes!("../../lists/network.bin");

/// About how many signs a word has.
const SIGNS: usize = 48;

/// How likely each tag of each word of some sentences is.
pub(super) fn tags_of(all: &[Evidence<'_>]) -> Vec<Vec<[f64; TAGS]>> {
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
