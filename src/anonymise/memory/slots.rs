//! The slots of a sitting and how their numbers run.

use std::collections::HashMap;

use crate::anonymise::slot::{Slot, SlotKey, SlotKind};

/// The slots of a sitting.
pub(super) struct Slots {
    all: Vec<Slot>,
    joined: HashMap<SlotKey, SlotKey>,
}

impl Slots {
    pub(super) fn new(slots: &[Slot]) -> Self {
        Self {
            all: slots.to_vec(),
            joined: HashMap::new(),
        }
    }

    pub(super) fn all(&self) -> &[Slot] {
        &self.all
    }

    pub(super) fn has(&self, key: SlotKey) -> bool {
        self.all.iter().any(|slot| slot.key == key)
    }

    /// The listed slot of a kind at this place, counted from 0.
    pub(super) fn nth_listed(&self, kind: SlotKind, place: usize) -> Option<SlotKey> {
        let mut numbers: Vec<SlotKey> = self
            .all
            .iter()
            .filter(|slot| slot.listed && slot.key.kind == kind)
            .map(|slot| slot.key)
            .collect();
        numbers.sort_unstable();
        numbers.get(place).copied()
    }

    /// Adds a slot for something found or protected on the way.
    pub(super) fn add(&mut self, kind: SlotKind) -> Slot {
        self.push(Slot {
            key: self.next(kind),
            listed: false,
            label: None,
        })
    }

    /// Adds a slot for an entity of the list.
    pub(super) fn add_listed(&mut self, kind: SlotKind) -> Slot {
        self.push(Slot {
            key: self.next(kind),
            listed: true,
            label: None,
        })
    }

    pub(super) fn join(&mut self, from: SlotKey, into: SlotKey) {
        let into = self.resolve(into);
        // A slot that is joined to itself over others would never end.
        if into != from {
            self.joined.insert(from, into);
        }
    }

    /// The slot into which findings of this one go.
    pub(super) fn resolve(&self, key: SlotKey) -> SlotKey {
        let mut key = key;
        while let Some(&next) = self.joined.get(&key) {
            key = next;
        }
        key
    }

    fn push(&mut self, slot: Slot) -> Slot {
        self.all.push(slot.clone());
        slot
    }

    /// Numbers are never used again, also not those of joined slots.
    fn next(&self, kind: SlotKind) -> SlotKey {
        let numbers = self.all.iter().filter(|slot| slot.key.kind == kind);
        let last = numbers.map(|slot| slot.key.number).max().unwrap_or(0);
        SlotKey {
            kind,
            number: last.saturating_add(1),
        }
    }
}
