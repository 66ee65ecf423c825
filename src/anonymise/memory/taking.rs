//! Names that go from one memory into another.

use std::collections::HashMap;

use super::Memory;
use crate::anonymise::announced::Announced;
use crate::anonymise::slot::SlotKey;

impl Memory {
    /// The names that were announced, to be searched for in other protocols of the same session.
    pub fn announced(&self) -> Announced {
        let known = self.known.iter();
        let names = known
            .filter(|known| self.announced.contains(&known.slot))
            .map(|known| (self.slots.resolve(known.slot), known.name.clone()));
        Announced {
            names: names.collect(),
            vocabulary: self.vocabulary.clone(),
            allowed: self.allowed.clone(),
        }
    }

    /// How many names were announced.
    pub fn announced_count(&self) -> usize {
        let known = self.known.iter();
        known
            .filter(|known| self.announced.contains(&known.slot))
            .count()
    }

    /// Takes over what was announced elsewhere; `same` says which slot here stands for one there, if any does.
    pub(in crate::anonymise) fn take_over(
        &mut self,
        announced: &Announced,
        same: impl Fn(SlotKey) -> Option<SlotKey>,
    ) {
        self.vocabulary.clone_from(&announced.vocabulary);
        self.allowed.clone_from(&announced.allowed);
        let mut given: HashMap<SlotKey, SlotKey> = HashMap::new();
        for (theirs, name) in &announced.names {
            let slot = *given
                .entry(*theirs)
                .or_insert_with(|| same(*theirs).unwrap_or_else(|| self.slots.add_at(*theirs)));
            self.announced.insert(slot);
            self.know(slot, name);
        }
        self.is_stale = true;
    }
}
