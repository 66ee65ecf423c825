//! Lists of words that every word of a text is looked up in.

use std::collections::HashSet;
use std::sync::OnceLock;

use foldhash::fast::FixedState;

/// A list of folded words, hashed when the first word is looked up: quickly, since nobody else chooses what is on it.
///
/// It is written as one text: references to thousands of words would each have to be put right when the program starts.
pub(super) struct WordList {
    words: &'static str,
    hashed: OnceLock<HashSet<&'static str, FixedState>>,
    /// The first letters of the words, to tell quickly what is like none of them.
    beginnings: OnceLock<HashSet<&'static str, FixedState>>,
    /// The last letters of the words.
    endings: OnceLock<HashSet<&'static str, FixedState>>,
}

/// How many letters of a word's beginning are looked up first.
const BEGINNING: usize = 3;
/// The same of its end.
const ENDING: usize = 2;

impl WordList {
    /// The list of the words of a text.
    pub(super) const fn of(words: &'static str) -> Self {
        Self {
            words,
            hashed: OnceLock::new(),
            beginnings: OnceLock::new(),
            endings: OnceLock::new(),
        }
    }

    /// Whether the word is on it.
    pub(super) fn has(&self, folded: &str) -> bool {
        let hashed = self
            .hashed
            .get_or_init(|| self.words.split_whitespace().collect());
        hashed.contains(folded)
    }

    /// Whether a word of the list has the same first three letters.
    pub(super) fn has_beginning_of(&self, folded: &str) -> bool {
        let beginnings = self.beginnings.get_or_init(|| {
            self.words
                .split_whitespace()
                .filter_map(beginning)
                .collect()
        });
        beginning(folded).is_some_and(|beginning| beginnings.contains(beginning))
    }

    fn has_ending_of(&self, folded: &str) -> bool {
        let endings = self
            .endings
            .get_or_init(|| self.words.split_whitespace().map(ending).collect());
        endings.contains(ending(folded))
    }

    /// Whether the word ends with one of the list, behind a beginning of at least so many bytes.
    pub(super) fn ends(&self, folded: &str, least: usize) -> bool {
        /// The longest ending that any list has, in bytes.
        const LONGEST: usize = 20;
        let first = folded.len().saturating_sub(LONGEST).max(least);
        self.has_ending_of(folded)
            && (first..folded.len())
                .filter_map(|start| folded.get(start..))
                .any(|ending| self.has(ending))
    }

    /// Whether the word begins with one of the list and goes on for at most so many bytes.
    pub(super) fn begins(&self, folded: &str, most: usize) -> bool {
        let first = folded.len().saturating_sub(most);
        (first..=folded.len())
            .filter_map(|end| folded.get(..end))
            .any(|beginning| self.has(beginning))
    }
}

fn beginning(word: &str) -> Option<&str> {
    let (last, letter) = word.char_indices().nth(BEGINNING - 1)?;
    word.get(..last + letter.len_utf8())
}

fn ending(word: &str) -> &str {
    let start = word.char_indices().rev().nth(ENDING - 1);
    start.map_or(word, |(start, _)| word.get(start..).unwrap_or(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_their_endings_are_found() {
        let list = WordList::of("deutsch süd");
        assert!(list.has("deutsch") && !list.has("deutsche"));
        assert!(list.begins("deutschen", 2) && !list.begins("deutschland", 2));
        assert!(list.begins("südlich", 6) && !list.begins("sü", 6));
        assert!(list.ends("nordsüd", 4) && !list.ends("nordsüd", 5));
        assert!(!list.ends("süden", 0) && list.ends("süd", 0));
        assert!(list.has_beginning_of("südlich") && list.has_beginning_of("deutung"));
        assert!(!list.has_beginning_of("sü") && !list.has_beginning_of("nord"));
    }
}
