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

/// How likely each tag of each word is.
pub(super) fn tags(evidence: &Evidence<'_>) -> Vec<[f64; TAGS]> {
    static NETWORK: OnceLock<Network> = OnceLock::new();
    let words: Vec<Vec<u32>> = (0..evidence.sentence.words.len())
        .map(|index| {
            let mut own = Vec::new();
            signs(evidence, index, |sign| own.push(sign));
            own
        })
        .collect();
    let network = NETWORK.get_or_init(|| Network::read(WEIGHTS));
    network.tags(&words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::detect::sentence::Sentence;
    use crate::language::Language;

    fn tags(text: &str) -> Vec<[f64; TAGS]> {
        let sentence = Sentence::of(text);
        super::tags(&Evidence::new(&sentence, &[], Language::De))
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
