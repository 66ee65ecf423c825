//! What is announced: lists of protected words, one more name, whom a slot stands for, and which slots nobody named yet.

use zeroize::Zeroizing;

use super::Memory;
use crate::anonymise::protected::{ProtectedWords, read_names};
use crate::anonymise::secret::Secret;
use crate::anonymise::slot::{Slot, SlotKey, SlotKind};
use crate::language::{fold, spellings};

impl Memory {
    /// Protects a list: its n-th entity of a kind belongs to the n-th listed slot of that kind. Returns the slots
    /// that had to be added.
    ///
    /// An entity whose first name is known already keeps its slot; and a listed slot that has a name of its own in
    /// this sitting is not given to another.
    pub fn protect(&mut self, words: &ProtectedWords) -> Vec<Slot> {
        let mut added = Vec::new();
        let mut given: Vec<(SlotKind, SlotKey)> = Vec::new();
        let listed = self.listed_as_in(words);
        for entity in words.entities() {
            let kind = entity.kind();
            let named = entity
                .names()
                .first()
                .and_then(|name| self.slot_named(kind, name));
            // What stands twice in a list counts once, so that the next sitting counts alike.
            let place = given.iter().filter(|(of, _)| *of == kind).count();
            let of_kind = listed.iter().filter(|(of, _)| *of == kind);
            let nth = of_kind.map(|(_, slot)| *slot).nth(place);
            let slot = named
                .or_else(|| nth.filter(|&slot| !self.has_own_name(slot)))
                .unwrap_or_else(|| {
                    let slot = self.slots.add_listed(kind);
                    let key = slot.key;
                    added.push(slot);
                    key
                });
            if given.iter().all(|(_, known)| *known != slot) {
                given.push((kind, slot));
            }
            self.announced.extend([slot, self.slots.resolve(slot)]);
            for name in entity.names() {
                self.know(slot, name);
            }
        }
        self.is_stale = true;
        added
    }

    /// The slots of the list in its order, each with the kind by which this list counts it.
    ///
    /// A slot that became another kind counts as what it was listed as, until the list says what it has become: where the
    /// list says either of both in its place, that; else as it makes the numbers of each kind come out better.
    fn listed_as_in(&self, words: &ProtectedWords) -> Vec<(SlotKind, SlotKey)> {
        let listed: Vec<(SlotKey, SlotKind)> = self.slots.listed().collect();
        let said = kinds_of(words);
        let fits = listed
            .iter()
            .zip(&said)
            .all(|((slot, became), kind)| *kind == slot.kind || kind == became);
        if fits && listed.len() <= said.len() {
            let slots = listed.into_iter().map(|(slot, _)| slot);
            return said.into_iter().zip(slots).collect();
        }
        let as_listed: Vec<_> = listed.iter().map(|(slot, _)| (slot.kind, *slot)).collect();
        let as_they_are: Vec<_> = listed.iter().map(|(slot, kind)| (*kind, *slot)).collect();
        if missing(&as_they_are, &said) < missing(&as_listed, &said) {
            as_they_are
        } else {
            as_listed
        }
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
        self.known.give(|known| known.slot == slot, added.key);
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

    /// Whether a slot is found by something, also by what one was called that was joined to it.
    fn is_named(&self, slot: SlotKey) -> bool {
        let known = self.known.iter().map(|known| known.slot);
        let mut known = known.chain(self.addresses.values().copied());
        known.any(|known| self.slots.resolve(known) == slot)
    }

    /// Whether a slot is found by something that was said of it and of none that was joined to it.
    fn has_own_name(&self, slot: SlotKey) -> bool {
        self.known.of(slot).next().is_some() || self.addresses.values().any(|known| *known == slot)
    }
}

/// The kinds of the entities of a list; one that stands there twice counts once.
fn kinds_of(words: &ProtectedWords) -> Vec<SlotKind> {
    let mut kinds = Vec::new();
    let mut before: Vec<Zeroizing<Vec<String>>> = Vec::new();
    for entity in words.entities() {
        let first = entity.names().first();
        let first = Zeroizing::new(first.map_or_else(String::new, |first| fold(first)));
        let mut known = before.iter().zip(&kinds);
        if !known.any(|(known, kind)| *kind == entity.kind() && known.contains(&first)) {
            kinds.push(entity.kind());
            let names = entity.names().first();
            before.push(Zeroizing::new(
                names.map_or_else(Vec::new, |first| spellings(first)),
            ));
        }
    }
    kinds
}

/// How far the numbers of each kind are from those of a list.
fn missing(slots: &[(SlotKind, SlotKey)], said: &[SlotKind]) -> usize {
    let count_of = |kind: SlotKind| {
        let slots = slots.iter().filter(|(of, _)| *of == kind).count();
        slots.abs_diff(said.iter().filter(|of| **of == kind).count())
    };
    SlotKind::ALL.into_iter().map(count_of).sum()
}
