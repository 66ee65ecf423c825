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
}

impl WordList {
    /// The list of the words of a text.
    pub(super) const fn of(words: &'static str) -> Self {
        Self {
            words,
            hashed: OnceLock::new(),
        }
    }

    /// Whether the word is on it.
    pub(super) fn has(&self, folded: &str) -> bool {
        let hashed = self
            .hashed
            .get_or_init(|| self.words.split_whitespace().collect());
        hashed.contains(folded)
    }

    /// Whether the word ends with one of the list, behind a beginning of at least so many bytes.
    pub(super) fn ends(&self, folded: &str, least: usize) -> bool {
        /// The longest ending that any list has, in bytes.
        const LONGEST: usize = 20;
        let first = folded.len().saturating_sub(LONGEST).max(least);
        (first..folded.len())
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
    }
}
