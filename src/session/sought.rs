//! Words whose texts are to be struck, wherever they stand.

use std::collections::BTreeSet;

use zeroize::Zeroizing;

use super::{SameSlots, Session};
use crate::anonymise::{CleanText, Memory, SlotKey};
use crate::language::{Language, fold};

/// Words that are looked for, in whatever spelling. They are held in memory only.
#[derive(Clone, PartialEq, Eq)]
pub struct Sought {
    words: Zeroizing<String>,
    /// The slots that stand in a protocol for a name that is looked for.
    slots: BTreeSet<SlotKey>,
    /// The language of that protocol's placeholders.
    language: Language,
}

impl Sought {
    /// Words to look for; nothing if there are none.
    pub fn new(words: &str) -> Option<Self> {
        let words = Zeroizing::new(folded(words));
        (!words.is_empty()).then_some(Self {
            words,
            slots: BTreeSet::new(),
            language: Language::En,
        })
    }

    /// The same, in a protocol whose placeholders are in this language, also where one of those stands by which the words
    /// are replaced there: they have a name that is known.
    #[must_use]
    pub fn or_named(mut self, memory: &Memory, language: Language) -> Self {
        self.slots.extend(memory.named(&self.words));
        self.language = language;
        self
    }

    /// The same in another protocol of the session, by the slots that stand for the same there, and by the names that are
    /// known in `memory` with the slots which they have there.
    #[must_use]
    pub fn in_protocol(&self, other: &Session, same: &SameSlots, memory: &Memory) -> Self {
        let slots = self.slots.iter().flat_map(|slot| same.theirs(*slot));
        let sought = Self {
            slots: slots.collect(),
            ..self.clone()
        };
        if self.slots.is_empty() {
            return sought;
        }
        sought.or_named(memory, other.header.language)
    }

    /// Whether the name may have another slot in another protocol, since it is not known which one stands for it there.
    pub fn may_hide_in(&self, other: &Session, same: &SameSlots) -> bool {
        let unknown = self
            .slots
            .iter()
            .filter(|slot| same.theirs(**slot).next().is_none());
        let kinds: BTreeSet<_> = unknown.map(|slot| slot.kind).collect();
        let slots = other.slots.iter().map(|slot| slot.key);
        let mut hidden =
            slots.filter(|slot| kinds.contains(&slot.kind) && same.ours(*slot).is_none());
        let texts = other.texts();
        hidden.any(|slot| {
            let placeholder = slot.placeholder(other.header.language);
            let mut texts = texts.iter();
            texts.any(|text| holds_placeholder(text.as_str(), &placeholder))
        })
    }

    /// Whether a text holds them: upper and lower case, accents and the width of blanks make no difference.
    pub fn stands_in(&self, text: &CleanText) -> bool {
        let mut slots = self.slots.iter();
        folded(text.as_str()).contains(self.words.as_str())
            || slots.any(|slot| holds_placeholder(text.as_str(), &slot.placeholder(self.language)))
    }
}

/// Whether a text has a placeholder, be it with an attribute: `[Person 1]` or `[Person 1 | …]`.
fn holds_placeholder(text: &str, placeholder: &str) -> bool {
    let stem = placeholder.trim_end_matches(']');
    text.contains(placeholder) || text.contains(&format!("{stem} |"))
}

impl std::fmt::Debug for Sought {
    /// Shows no word.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Sought")
    }
}

fn folded(words: &str) -> String {
    let words: Vec<String> = words.split_whitespace().map(fold).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::ProtectedWords;

    #[test]
    fn words_are_found_in_whatever_spelling() {
        let sought = Sought::new("  GRÖSSE  der ").unwrap();
        let stands = |text: &str| sought.stands_in(&CleanText::from_stored(text.to_owned()));
        assert!(stands("die größe\nder Kammer"));
        assert!(!stands("die Größe einer Kammer"));
        assert_eq!(Sought::new(" \n"), None);
    }

    #[test]
    fn a_name_is_found_where_its_placeholder_stands() {
        let mut memory = Memory::new(Language::De);
        memory.protect(&ProtectedWords::parse("Anna Keller"));
        let sought = Sought::new("Keller").unwrap();
        let sought = sought.or_named(&memory, Language::De);
        let stands = |text: &str| sought.stands_in(&CleanText::from_stored(text.to_owned()));
        assert!(stands("[Person 1] war da") && stands("[Person 1 | Kollegin] war da"));
        assert!(!stands("[Person 12] war da"));
    }
}
