//! Which slots of two protocols of an interview stand for the same.
//!
//! Each protocol numbers its slots by itself, so that `[Person 1]` may be somebody else in the other one. It is known by
//! an earlier merge, by notes which both have, or by lists of protected words that are as long. What nobody listed may be
//! anybody.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::{LogEntry, Session, taker_of};
use crate::anonymise::{CleanText, Slot, SlotKey, SlotKind, same_place};
use crate::language::Language;

/// For slots of another protocol those of ours that stand for the same, as far as that is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SameSlots {
    ours: BTreeMap<SlotKey, SlotKey>,
}

impl SameSlots {
    /// What is known of two protocols: the other one, and ours.
    pub fn of(theirs: &Session, ours: &Session) -> Self {
        Self::with_list(theirs, ours, &[])
    }

    /// What is known of two protocols if both note-takers had this list of protected words: its entities have the first
    /// listed slots of their kind.
    pub fn with_list(theirs: &Session, ours: &Session, list: &[Slot]) -> Self {
        let mut same: BTreeMap<SlotKey, SlotKey> = by_lists(theirs, ours).collect();
        same.extend(by_list(theirs, ours, list));
        same.extend(by_notes(theirs, ours));
        same.extend(by_merges(theirs, ours).map(|(ours, theirs)| (theirs, ours)));
        same.extend(by_merges(ours, theirs));
        // What was joined with another is no more.
        let gone: BTreeSet<SlotKey> = theirs.joined.iter().map(|(from, _)| *from).collect();
        same.retain(|slot, _| !gone.contains(slot));
        for slot in same.values_mut() {
            *slot = resolve(ours, *slot);
        }
        Self { ours: same }
    }

    /// Our slot that stands for the same as one of theirs.
    pub fn ours(&self, theirs: SlotKey) -> Option<SlotKey> {
        self.ours.get(&theirs).copied()
    }

    /// Their slots that stand for the same as one of ours.
    pub fn theirs(&self, ours: SlotKey) -> impl Iterator<Item = SlotKey> {
        let same = self.ours.iter();
        same.filter(move |(_, slot)| **slot == ours)
            .map(|(theirs, _)| *theirs)
    }
}

/// The slot that a slot went into when it was joined.
fn resolve(session: &Session, slot: SlotKey) -> SlotKey {
    // In the order in which they were joined, so that a chain is followed to its end.
    session.joined.iter().fold(
        slot,
        |slot, (from, into)| {
            if slot == *from { *into } else { slot }
        },
    )
}

/// Slots that stand in the same place of lists that are as long: theirs, and ours.
fn by_lists(theirs: &Session, ours: &Session) -> impl Iterator<Item = (SlotKey, SlotKey)> {
    let listed = theirs.slots.iter();
    listed.filter_map(|slot| Some((slot.key, same_place(&theirs.slots, &ours.slots, slot.key)?)))
}

/// Slots that stand in the same place of a list that both had: theirs, and ours.
fn by_list(theirs: &Session, ours: &Session, list: &[Slot]) -> Vec<(SlotKey, SlotKey)> {
    let listed = |slots: &[Slot], kind| -> Vec<SlotKey> {
        let mut keys: Vec<SlotKey> = slots
            .iter()
            .filter(|slot| slot.listed && slot.key.kind == kind)
            .map(|slot| slot.key)
            .collect();
        keys.sort_unstable();
        keys
    };
    let kinds = SlotKind::ALL.into_iter();
    let same = kinds.flat_map(|kind| {
        let both = listed(&theirs.slots, kind).into_iter();
        both.zip(listed(&ours.slots, kind))
            .take(listed(list, kind).len())
    });
    same.collect()
}

/// Slots that stand in the same places of notes which both have: theirs, and ours.
fn by_notes(theirs: &Session, ours: &Session) -> impl Iterator<Item = (SlotKey, SlotKey)> {
    let (of_theirs, of_ours) = (theirs.header.language, ours.header.language);
    let both = theirs.notes.iter().filter_map(move |note| {
        let known = ours.note(note.id)?;
        Some(in_same_places(
            (&note.text, of_theirs),
            (&known.text, of_ours),
        ))
    });
    both.flatten()
}

/// What merges of one protocol into another said: the slots of the one, and of the other.
fn by_merges(into: &Session, merged: &Session) -> impl Iterator<Item = (SlotKey, SlotKey)> {
    let taker = taker_of(merged).unwrap_or(0);
    let slots = into.log.iter().filter_map(move |entry| match entry {
        LogEntry::Merged {
            taker: of, slots, ..
        } if *of == taker => Some(slots),
        _ => None,
    });
    slots.flatten().copied()
}

/// The slots that stand in the same places of two texts which are the same otherwise: the other's, and ours.
fn in_same_places(
    (theirs, of_theirs): (&CleanText, Language),
    (ours, of_ours): (&CleanText, Language),
) -> Vec<(SlotKey, SlotKey)> {
    let (theirs, their_slots) = without_numbers(theirs, of_theirs, of_ours);
    let (ours, our_slots) = without_numbers(ours, of_ours, of_ours);
    if theirs == ours {
        their_slots.into_iter().zip(our_slots).collect()
    } else {
        Vec::new()
    }
}

/// The slots that a text names, in their order.
pub fn slots_in(text: &CleanText, language: Language) -> Vec<SlotKey> {
    without_numbers(text, language, language).1
}

/// A text whose placeholders have no numbers, and the slots that they named.
pub(super) fn without_numbers(
    text: &CleanText,
    from: Language,
    into: Language,
) -> (CleanText, Vec<SlotKey>) {
    let slots = RefCell::new(Vec::new());
    let text = text.with_slots(from, into, |slot| {
        slots.borrow_mut().push(slot);
        Some(unnumbered(slot))
    });
    (text, slots.into_inner())
}

pub(super) const fn unnumbered(slot: SlotKey) -> SlotKey {
    SlotKey { number: 0, ..slot }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(text: &str) -> CleanText {
        CleanText::from_stored(text.to_owned())
    }

    #[test]
    fn slots_in_the_same_places_are_the_same() {
        let (theirs, ours) = (
            clean("[Personne 3] et [Lieu 1]"),
            clean("[Person 1] et [Ort 4]"),
        );
        let same = in_same_places((&theirs, Language::Fr), (&ours, Language::De));
        let numbers: Vec<(u32, u32)> = same
            .iter()
            .map(|(theirs, ours)| (theirs.number, ours.number))
            .collect();
        assert_eq!(numbers, [(3, 1), (1, 4)]);
        let other = clean("[Person 1] oder [Ort 4]");
        assert!(in_same_places((&theirs, Language::Fr), (&other, Language::De)).is_empty());
    }
}
