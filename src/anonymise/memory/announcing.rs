//! What is announced: lists of protected words, one more name, whom a slot stands for, and which slots nobody named yet.

use zeroize::Zeroizing;

use super::Memory;
use crate::anonymise::protected::{ProtectedWords, read_names};
use crate::anonymise::secret::Secret;
use crate::anonymise::slot::{Slot, SlotKey, SlotKind};
use crate::language::fold;

impl Memory {
    /// Protects a list: its n-th entity of a kind belongs to the n-th listed slot of that kind. Returns the slots
    /// that had to be added.
    ///
    /// An entity whose first name is known already keeps its slot; and a listed slot that has a name of its own in
    /// this sitting is not given to another.
    pub fn protect(&mut self, words: &ProtectedWords) -> Vec<Slot> {
        let mut added = Vec::new();
        let mut given: Vec<SlotKey> = Vec::new();
        for entity in words.entities() {
            let kind = entity.kind();
            let named = entity
                .names()
                .first()
                .and_then(|name| self.slot_named(kind, name));
            // What stands twice in a list counts once, so that the next sitting counts alike.
            let place = given.iter().filter(|slot| slot.kind == kind).count();
            let nth = self.slots.nth_listed(kind, place);
            let slot = named
                .or_else(|| nth.filter(|&slot| !self.is_named(slot)))
                .unwrap_or_else(|| {
                    let slot = self.slots.add_listed(kind);
                    let key = slot.key;
                    added.push(slot);
                    key
                });
            if !given.contains(&slot) {
                given.push(slot);
            }
            self.announced.insert(slot);
            for name in entity.names() {
                self.know(slot, name);
            }
        }
        self.is_stale = true;
        added
    }

    /// Protects one more name («protect this word»), or several with `=` between them. What is a name or a part of a
    /// name that is known belongs to the same slot; else returns the slot that had to be added.
    pub fn protect_one(&mut self, kind: SlotKind, name: &str) -> Option<Slot> {
        let names = read_names(name);
        let first = names.first()?;
        let mut added = None;
        let slot = self
            .slot_named(kind, first)
            .or_else(|| self.slot_with_part(first))
            .unwrap_or_else(|| {
                let slot = self.slots.add(kind);
                added = Some(slot.clone());
                slot.key
            });
        self.announce(slot, &names);
        added
    }

    /// Says whom a slot stands for: the name, or several with `=` between them, that was typed beside it.
    pub fn bind(&mut self, slot: SlotKey, name: &str) {
        self.announce(slot, &read_names(name));
    }

    /// Says that these are names of a slot, whatever was let through before.
    fn announce(&mut self, slot: SlotKey, names: &[Secret]) {
        self.announced.insert(slot);
        for name in names {
            let folded = Zeroizing::new(fold(name));
            self.allowed.retain(|allowed| fold(allowed) != *folded);
            self.forget_ordinary(name);
            self.know(slot, name);
        }
        self.is_stale = true;
    }

    /// Says that a slot stands for something of another kind: a slot of that kind takes its place, with its names. Its
    /// own number is not given again, and it is no entity of the list: that counts by the kinds it says.
    pub fn change_kind(&mut self, slot: SlotKey, kind: SlotKind) -> Slot {
        let added = self.slots.add(kind);
        for known in &mut self.known {
            if known.slot == slot {
                known.slot = added.key;
            }
        }
        if self.announced.contains(&slot) {
            self.announced.insert(added.key);
        }
        if let Some(certainty) = self.sureness.get(&slot).copied() {
            self.sureness.insert(added.key, certainty);
        }
        self.slots.join(slot, added.key);
        self.generation += 1;
        self.is_stale = true;
        added
    }

    /// The slots with a name that has one of these words, in whatever spelling.
    pub fn named(&self, words: &str) -> Vec<SlotKey> {
        let words: Vec<String> = words.split_whitespace().map(fold).collect();
        let is_wanted = |part: &str| words.contains(&fold(part));
        let known = self.known.iter();
        let found = known.filter(|known| known.name.split_whitespace().any(is_wanted));
        found.map(|known| known.slot).collect()
    }

    /// The slots of which no name is known in this sitting.
    pub fn unnamed(&self) -> Vec<SlotKey> {
        let slots = self.slots.all().iter().map(|slot| slot.key);
        slots
            .filter(|&slot| self.slots.resolve(slot) == slot && !self.is_named(slot))
            .collect()
    }
}
