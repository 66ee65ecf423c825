//! The form in which words are searched for: a word is found in any inflection, with or without accents, with ss for ß
//! and with ae, oe, ue for umlauts.
//!
//! A word **of a text** has one key: its stem in the language of the text, folded. A word **that is looked for** has
//! several, since how it is typed may differ from how the text writes it in a way that the stem depends on: «decidee»
//! stands for «décidée», whose ending the French stem takes off only with its accent. So the text's side stays small
//! and the question's side is wide.
//!
//! Stems are those of Snowball (<https://snowballstem.org>), for words in small letters with their accents.

use std::borrow::Cow;
use std::collections::HashMap;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;

use super::Language;
use super::fold::{fold, with_umlauts, without_written_umlauts};
use super::words::{is_invisible, words};

/// How many keys are remembered; a text in natural language has fewer different words.
const MOST_REMEMBERED: usize = 200_000;

/// Longer runs of letters are no words; their stems are not looked for.
const LONGEST_WORD: usize = 120;

/// Makes keys for the words of texts, and remembers them.
pub struct Keys {
    stemmers: [Stemmer; 3],
    known: [HashMap<String, String>; 3],
}

impl Default for Keys {
    fn default() -> Self {
        Self {
            stemmers: Language::ALL.map(stemmer),
            known: Default::default(),
        }
    }
}

impl Keys {
    /// Appends the keys of a text in this language, a blank before each but the first.
    pub fn append(&mut self, text: &str, language: Language, into: &mut String) {
        for range in words(text) {
            let word = text.get(range).unwrap_or_default();
            if !into.is_empty() {
                into.push(' ');
            }
            self.append_key(word, language, into);
        }
    }

    /// The key of a word in this language.
    pub fn key(&mut self, word: &str, language: Language) -> String {
        let mut key = String::new();
        self.append_key(word, language, &mut key);
        key
    }

    fn append_key(&mut self, word: &str, language: Language, into: &mut String) {
        let index = language as usize;
        let (Some(known), Some(stemmer)) = (self.known.get_mut(index), self.stemmers.get(index))
        else {
            return;
        };
        if let Some(key) = known.get(word) {
            into.push_str(key);
            return;
        }
        let key = key_of_stem(stemmer, &small(word));
        into.push_str(&key);
        if known.len() >= MOST_REMEMBERED {
            known.clear();
        }
        known.insert(word.to_owned(), key);
    }
}

/// Every key under which a word that is looked for stands in texts of this language.
pub fn wanted_keys(word: &str, language: Language) -> Vec<String> {
    let stemmer = stemmer(language);
    let small = small(word);
    let bare = fold(&small);
    let mut spellings = vec![small.clone().into_owned(), bare.clone()];
    match language {
        Language::De => spellings.push(with_umlauts(&small)),
        Language::Fr => spellings.extend(with_final_accents(&bare)),
        Language::En => {}
    }
    let mut keys: Vec<String> = spellings
        .iter()
        .map(|spelling| key_of_stem(&stemmer, spelling))
        .filter(|key| !key.is_empty())
        .collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The beginning of the keys of words that begin so: folded, and no stem is taken since the rest is not known.
pub fn wanted_beginning(beginning: &str) -> String {
    without_written_umlauts(&fold(&small(beginning)))
}

fn key_of_stem(stemmer: &Stemmer, small: &str) -> String {
    let stem = if small.len() > LONGEST_WORD {
        Cow::Borrowed(small)
    } else {
        stemmer.stem(small)
    };
    let key = without_written_umlauts(&fold(&stem));
    // A word of signs that all fold away still takes its place in the text.
    if key.is_empty() { "¤".to_owned() } else { key }
}

/// A word in small letters, composed, without what cannot be seen.
fn small(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        if word.bytes().all(|byte| !byte.is_ascii_uppercase()) {
            return Cow::Borrowed(word);
        }
        return Cow::Owned(word.to_ascii_lowercase());
    }
    let seen = word.chars().filter(|character| !is_invisible(*character));
    Cow::Owned(seen.nfc().flat_map(char::to_lowercase).collect())
}

/// A French word that was typed without accents, with those that its ending may have lost.
fn with_final_accents(bare: &str) -> Vec<String> {
    let endings = [("e", "é"), ("es", "és"), ("ee", "ée"), ("ees", "ées")];
    let accented = endings.iter().filter_map(|(ending, accented)| {
        let head = bare.strip_suffix(ending)?;
        (!head.is_empty()).then(|| format!("{head}{accented}"))
    });
    accented.collect()
}

fn stemmer(language: Language) -> Stemmer {
    Stemmer::create(match language {
        Language::De => Algorithm::German,
        Language::Fr => Algorithm::French,
        Language::En => Algorithm::English,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(wanted: &str, text: &str, language: Language) -> bool {
        let key = Keys::default().key(text, language);
        wanted_keys(wanted, language).contains(&key)
    }

    #[test]
    fn a_word_is_found_in_every_inflection() {
        let rows = [
            (
                Language::De,
                "Netzwerk",
                vec!["Netzwerke", "Netzwerken", "NETZWERKS"],
            ),
            (Language::De, "Haus", vec!["Häuser", "Hauses", "Häusern"]),
            (Language::De, "Grösse", vec!["Größe", "Größen", "Groesse"]),
            (
                Language::Fr,
                "réseau",
                vec!["réseaux", "Réseaux", "re\u{301}seau"],
            ),
            (
                Language::Fr,
                "coopération",
                vec!["coopérations", "coopérer"],
            ),
            (
                Language::Fr,
                "décidé",
                vec!["décidée", "décidées", "décider"],
            ),
            (Language::En, "cluster", vec!["clusters", "Clustering"]),
            (Language::En, "funding", vec!["funded", "funds"]),
        ];
        for (language, one, others) in rows {
            for other in others {
                assert!(finds(one, other, language), "{one} in {other}");
                assert!(finds(other, one, language), "{other} in {one}");
            }
        }
    }

    #[test]
    fn a_word_is_found_however_its_accents_are_typed() {
        let rows = [
            (Language::De, "Strasse", "Straße"),
            (Language::De, "strassen", "Straßen"),
            (Language::De, "uebungen", "Übungen"),
            (Language::De, "ubungen", "Übungen"),
            (Language::De, "Übungen", "Uebungen"),
            (Language::De, "oele", "Öle"),
            (Language::De, "Förderung", "Foerderungen"),
            (Language::Fr, "reseaux", "réseau"),
            (Language::Fr, "decidee", "décidé"),
            (Language::Fr, "decides", "décidée"),
            (Language::Fr, "décidée", "decidee"),
            (Language::Fr, "economique", "économiques"),
            (Language::Fr, "oeuvre", "œuvres"),
            (Language::En, "cooperations", "coöperation"),
        ];
        for (language, wanted, text) in rows {
            assert!(finds(wanted, text, language), "{wanted} in {text}");
        }
    }

    #[test]
    fn another_word_is_not_found() {
        let rows = [
            (Language::De, "Bauer", "Baur"),
            (Language::De, "Rat", "Rad"),
            (Language::De, "Netz", "Netzwerk"),
            (Language::En, "fund", "found"),
        ];
        for (language, wanted, text) in rows {
            assert!(!finds(wanted, text, language), "{wanted} in {text}");
        }
    }

    #[test]
    fn the_keys_of_a_text_stand_in_its_order() {
        let mut keys = String::new();
        let text = "Die [Institution 2] fördert Häuser.";
        Keys::default().append(text, Language::De, &mut keys);
        assert_eq!(keys, "die institution 2 fordert haus");
    }

    #[test]
    fn a_beginning_is_folded_only() {
        assert_eq!(wanted_beginning("Größ"), "gross");
        assert_eq!(wanted_beginning("Foerd"), "ford");
    }

    #[test]
    fn no_word_makes_keys_fail() {
        for word in [
            "",
            "\u{AD}",
            "日本",
            "a".repeat(10_000).as_str(),
            "ÉÉÉ",
            "ß",
        ] {
            for language in Language::ALL {
                let key = Keys::default().key(word, language);
                assert!(!key.is_empty() && !key.contains(' '), "{word}");
                wanted_keys(word, language);
            }
        }
    }
}
