//! What may be a name and is not settled: readable in the editor, masked in everything that is written.
//!
//! The words live in memory until the sitting ends; which mask stands for which is counted, since on disk all masks are
//! the same. Keeps out: where a text is kept, and what the interviewer sees.

use std::fmt;
use std::ops::Range;

use zeroize::Zeroizing;

use super::CleanText;
use super::detect::Kind;
use super::memory::Memory;
use super::secret::Secret;
use super::slot::{SlotKey, SlotKind};

/// What stands in a written text instead of a word that is not settled.
pub const MASK: &str = "[?]";

/// Words that may be a name and are not settled.
#[derive(Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Which mask of the written text stands for it, counted from 0.
    pub ordinal: usize,
    /// What it may be.
    pub kind: Kind,
    word: Secret,
}

/// What is known of words that were doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// They are a name, and this slot stands for it.
    Name(SlotKey),
    /// They are none.
    Ordinary,
    /// That is not settled yet.
    Open,
}

impl Doubt {
    pub(super) fn new(ordinal: usize, kind: Kind, word: &str) -> Self {
        Self {
            ordinal,
            kind,
            word: Secret::from(word),
        }
    }

    /// The same, as the mask with this number.
    pub(super) fn at(self, ordinal: usize) -> Self {
        Self { ordinal, ..self }
    }

    /// The words. They must not be written.
    pub fn word(&self) -> &str {
        &self.word
    }

    /// The kind of slot that is offered for it first.
    pub const fn suspected(&self) -> SlotKind {
        self.kind.slot_kind()
    }
}

impl fmt::Debug for Doubt {
    /// Shows no word: it may be a name.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Doubt({}, {:?})", self.ordinal, self.kind)
    }
}

/// How many masks stand in a text.
pub fn masks(text: &str) -> usize {
    text.matches(MASK).count()
}

/// A text with `words` in place of its masks, each with the number of its mask; other masks stay. Beside it, where the
/// words stand. It must not be written.
pub fn with_words<'a>(
    text: &str,
    words: impl Fn(usize) -> Option<&'a str>,
) -> (Zeroizing<String>, Vec<Range<usize>>) {
    let mut whole = Zeroizing::new(String::with_capacity(text.len() * 2 + 64));
    let mut places = Vec::new();
    for (ordinal, piece) in text.split(MASK).enumerate() {
        if let Some(before) = ordinal.checked_sub(1) {
            let start = whole.len();
            match words(before) {
                Some(word) => {
                    whole.push_str(word);
                    places.push(start..whole.len());
                }
                None => whole.push_str(MASK),
            }
        }
        whole.push_str(piece);
    }
    (whole, places)
}

impl Memory {
    /// The text without the mask of a doubt that is settled: its slot or the word itself stands there. Nothing as long as
    /// it is not settled, if there is no such mask, or if the word made a name with what stands beside it: then the mask
    /// stays.
    pub fn unmask(&mut self, text: &CleanText, doubt: &Doubt) -> Option<CleanText> {
        let instead = match self.verdict(doubt.word()) {
            Verdict::Name(slot) => Zeroizing::new(slot.placeholder(self.language())),
            Verdict::Ordinary => doubt.word.reveal(),
            Verdict::Open => return None,
        };
        let wanted = |ordinal| (ordinal == doubt.ordinal).then_some(instead.as_str());
        let (whole, _) = with_words(text.as_str(), wanted);
        let clean = CleanText::searched(whole.to_string());
        (&clean != text && self.reclean(&clean).is_none()).then_some(clean)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back_in_the_place_of_their_masks() {
        let words = |ordinal| (ordinal != 1).then_some("Wort");
        let (text, places) = with_words("[?] und [?], dann [?]", words);
        assert_eq!(text.as_str(), "Wort und [?], dann Wort");
        assert_eq!(places, [0..4, 19..23]);
        assert_eq!(with_words("nichts", words).0.as_str(), "nichts");
        assert_eq!(masks("[?] [?]"), 2);
    }

    #[test]
    fn no_word_is_shown_by_accident() {
        let doubt = Doubt::new(0, Kind::Person, "Geheim");
        assert!(!format!("{doubt:?}").contains("Geheim"));
    }
}
