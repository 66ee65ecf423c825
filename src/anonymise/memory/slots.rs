//! The slots of a sitting and how their numbers run.

use std::collections::{HashMap, HashSet};

use crate::anonymise::slot::{Slot, SlotKey, SlotKind};

/// The slots of a sitting.
pub(super) struct Slots {
    all: Vec<Slot>,
    joined: HashMap<SlotKey, SlotKey>,
    /// The last number of each kind that was given or seen.
    last: HashMap<SlotKind, u32>,
}

/// The greatest number that a placeholder written by somebody else may have to be counted: behind a greater one no
/// numbers would be left.
const GREATEST_RESERVED: u32 = 1_000_000_000;

impl Slots {
    pub(super) fn new(slots: &[Slot]) -> Self {
        let mut last = HashMap::new();
        for slot in slots {
            note(&mut last, slot.key);
        }
        Self {
            all: slots.to_vec(),
            joined: HashMap::new(),
            last,
        }
    }

    pub(super) fn all(&self) -> &[Slot] {
        &self.all
    }

    pub(super) fn has(&self, key: SlotKey) -> bool {
        self.all.iter().any(|slot| slot.key == key)
    }

    /// The slots of the list in its order, each with the kind as which it was listed and the one that it has become.
    pub(super) fn listed(&self) -> impl Iterator<Item = (SlotKey, SlotKind)> {
        let listed = self.all.iter().filter(|slot| slot.listed);
        listed.map(|slot| (slot.key, self.resolve(slot.key).kind))
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

    /// Adds a slot with this number, or with the next one if it is given already.
    pub(super) fn add_at(&mut self, key: SlotKey) -> SlotKey {
        let key = if self.has(key) {
            self.next(key.kind)
        } else {
            key
        };
        let slot = Slot {
            key,
            listed: false,
            label: None,
        };
        self.push(slot).key
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

    /// Drops all slots but these; their numbers stay given.
    pub(super) fn keep(&mut self, used: &HashSet<SlotKey>) {
        self.all.retain(|slot| used.contains(&slot.key));
    }

    /// Sees to it that this number is not given any more.
    pub(super) fn reserve(&mut self, key: SlotKey) {
        if key.number <= GREATEST_RESERVED {
            note(&mut self.last, key);
        }
    }

    fn push(&mut self, slot: Slot) -> Slot {
        note(&mut self.last, slot.key);
        self.all.push(slot.clone());
        slot
    }

    /// Numbers are never used again, also not those of joined slots.
    fn next(&self, kind: SlotKind) -> SlotKey {
        let last = self.last.get(&kind).copied().unwrap_or(0);
        SlotKey {
            kind,
            number: last.saturating_add(1),
        }
    }
}

/// Takes a number in, if it is the greatest of its kind.
fn note(last: &mut HashMap<SlotKind, u32>, key: SlotKey) {
    let greatest = last.entry(key.kind).or_insert(0);
    *greatest = key.number.max(*greatest);
}
