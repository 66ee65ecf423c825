//! The names that were announced in one sitting, taken along to other protocols of the same session.
//!
//! Each protocol has slots of its own, so a name has to find its slot there. Keeps out what the detectors found: whether
//! that is a name is decided by whoever works on the other protocol.

use std::fmt;

use super::Memory;
use super::secret::Secret;
use super::slot::{Slot, SlotKey};
use super::vocabulary::Vocabulary;
use crate::language::Language;

/// The names that were announced in one sitting, with the slots that they have there.
///
/// It lives in memory only, like [`Memory`].
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Announced {
    pub(super) names: Vec<(SlotKey, Secret)>,
    pub(super) vocabulary: Vocabulary,
    /// Written forms that the interviewer took back.
    pub(super) allowed: Vec<Secret>,
}

impl Announced {
    /// Whether no name was announced.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The memory with which another protocol of the session is searched, whose placeholders are written in this language
    /// and which has these slots; `same` says which of them stands for one of the sitting, where that is known. Any other
    /// name gets its number in the sitting if that is free, or the next one.
    pub fn memory_for(
        &self,
        language: Language,
        slots: &[Slot],
        same: impl Fn(SlotKey) -> Option<SlotKey>,
    ) -> Memory {
        let mut memory = Memory::resume(language, slots);
        memory.take_over(self, same);
        memory
    }
}

/// The slot that stands in the same place of a list that is as long.
pub fn same_place(ours: &[Slot], theirs: &[Slot], key: SlotKey) -> Option<SlotKey> {
    let listed = |slots: &[Slot]| -> Vec<SlotKey> {
        let listed = slots.iter().filter(|slot| slot.listed);
        let of_kind = listed.filter(|slot| slot.key.kind == key.kind);
        of_kind.map(|slot| slot.key).collect()
    };
    let (ours, theirs) = (listed(ours), listed(theirs));
    let place = ours.iter().position(|ours| *ours == key)?;
    (ours.len() == theirs.len()).then(|| theirs.get(place).copied())?
}

impl fmt::Debug for Announced {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Announced({} names)", self.names.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::{CleanText, ProtectedWords, SlotKind};

    fn reclean(memory: &mut Memory, text: &str) -> String {
        let text = CleanText::from_stored(text.to_owned());
        let found = memory.reclean(&text);
        found.map_or(text, |found| found.text).as_str().to_owned()
    }

    fn slot(number: u32, listed: bool) -> Slot {
        Slot {
            key: SlotKey {
                kind: SlotKind::Person,
                number,
            },
            listed,
            label: None,
        }
    }

    #[test]
    fn a_list_that_is_as_long_gives_the_same_slots_and_other_names_never_take_a_slot_that_is_given()
    {
        let mut memory = Memory::new(Language::De);
        memory.protect(&ProtectedWords::parse("Anna Muster\nBeat Kern"));
        memory.protect_one(SlotKind::Person, "Cleo Wild");
        memory.protect_one(SlotKind::Person, "Dora Frei");
        let announced = memory.announced();
        let theirs = [slot(1, true), slot(2, false), slot(3, false), slot(5, true)];
        let ours = memory.slots().to_vec();
        let same = |key| same_place(&ours, &theirs, key);
        let mut memory = announced.memory_for(Language::Fr, &theirs, same);
        assert_eq!(
            reclean(&mut memory, "Muster, Kern, Wild, Frei"),
            "[Personne 1], [Personne 5], [Personne 6], [Personne 4]"
        );
    }

    #[test]
    fn what_was_taken_back_and_what_nobody_announced_stays_in_other_protocols() {
        let mut memory = Memory::new(Language::De);
        assert!(memory.announced().is_empty());
        memory.protect(&ProtectedWords::parse("Anna Muster"));
        let announced = memory.announced();
        assert_eq!(format!("{announced:?}"), "Announced(1 names)");
        let mut memory = announced.memory_for(Language::De, &[], |_| None);
        assert_eq!(
            reclean(&mut memory, "Frau Kern und Muster"),
            "Frau Kern und [Person 1]"
        );
    }
}
