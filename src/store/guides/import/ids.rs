//! Ids for what other programs know by its label alone.

use std::collections::BTreeSet;

use crate::language::fold;

/// How many letters of a label an id takes at most.
const LONGEST: usize = 16;

/// An id for a guide from the stem of its file, or from a word that stands for it.
pub fn guide_id(stem: &str) -> String {
    let id = joined(stem, '-', |letter| letter.is_ascii_lowercase() || letter.is_ascii_digit());
    if id.is_empty() { "guide".to_owned() } else { id }
}

/// The names of topics, each once in a guide.
#[derive(Debug, Default)]
pub(super) struct TopicNames(BTreeSet<String>);

impl TopicNames {
    /// A name from the title of a topic.
    pub(super) fn of(&mut self, title: &str) -> String {
        let stem = joined(title, '_', |letter| letter.is_ascii_lowercase());
        let stem = if stem.is_empty() { "topic".to_owned() } else { stem };
        unique(&stem, "_", &mut self.0)
    }
}

/// The ids of codes, each once in a codebook.
#[derive(Debug, Default)]
pub(super) struct CodeIds(BTreeSet<String>);

impl CodeIds {
    /// An id from the label of a code, below another if there is one.
    pub(super) fn of(&mut self, label: &str, above: Option<&str>) -> String {
        let letters: String = fold(label)
            .chars()
            .filter(char::is_ascii_lowercase)
            .take(LONGEST)
            .collect();
        let stem = if letters.is_empty() { "code" } else { &letters };
        let stem = match above {
            Some(above) => format!("{above}.{stem}"),
            None => stem.to_owned(),
        };
        unique(&stem, "", &mut self.0)
    }

    /// Whether an id was free; it is not afterwards.
    pub(super) fn take(&mut self, id: &str) -> bool {
        self.0.insert(id.to_owned())
    }
}

/// The letters that fit, what stands between them made one joint.
fn joined(text: &str, joint: char, fits: impl Fn(char) -> bool) -> String {
    let folded = fold(text);
    let words = folded.split(|letter| !fits(letter));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let joined: String = words
        .join(&joint.to_string())
        .chars()
        .take(LONGEST * 2)
        .collect();
    joined.trim_matches(joint).to_owned()
}

/// The stem, or the stem with letters behind it, if that is taken. Ids of codes and topics hold no digits.
fn unique(stem: &str, joint: &str, taken: &mut BTreeSet<String>) -> String {
    let mut id = stem.to_owned();
    let mut number = 1_u32;
    while !taken.insert(id.clone()) {
        number += 1;
        id = format!("{stem}{joint}{}", letters(number));
    }
    id
}

/// A number in letters: 2 is `b`, 27 is `aa`.
fn letters(mut number: u32) -> String {
    let mut letters = Vec::new();
    while number > 0 {
        number -= 1;
        let digit = u8::try_from(number % 26).unwrap_or_default();
        letters.push(char::from(b'a' + digit));
        number /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_made_of_what_fits_and_none_twice() {
        let mut codes = CodeIds::default();
        assert_eq!(codes.of("Grösse & Alter", None), "groessealter");
        assert_eq!(codes.of("Grösse, Alter", None), "groessealterb");
        assert_eq!(codes.of("?", Some("a")), "a.code");
        assert_eq!(codes.of("2", Some("a")), "a.codeb");
        let mut topics = TopicNames::default();
        assert_eq!(topics.of("Zeit & Horizont"), "zeit_horizont");
        assert_eq!(topics.of("Zeit, Horizont"), "zeit_horizont_b");
        assert_eq!(guide_id("Mein Leitfaden 2"), "mein-leitfaden-2");
        assert_eq!(guide_id("???"), "guide");
    }

    #[test]
    fn numbers_in_letters_go_on_behind_z() {
        assert_eq!([2, 26, 27, 53].map(letters), ["b", "z", "aa", "ba"]);
    }
}
