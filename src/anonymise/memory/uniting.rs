//! When a whole name tells that two slots stand for the same: «Kuno» and «Weyand», as soon as «Kuno Weyand» is known.
//!
//! Keeps out: slots of which one was announced. Who they stand for was said, and only the interviewer joins them.

use super::known::{Edges, Known};
use super::same::{self, Words};
use super::{Memory, SlotKey, SlotKind};
use crate::anonymise::detect;

impl Memory {
    /// The slots that were joined since this was last asked, in the order in which they were: the first of each pair
    /// went into the second.
    pub fn take_united(&mut self) -> Vec<(SlotKey, SlotKey)> {
        std::mem::take(&mut self.united)
    }

    /// The slot into which what is found for this one goes.
    pub fn resolved(&self, slot: SlotKey) -> SlotKey {
        self.slots.resolve(slot)
    }

    /// Joins the slots of somebody whose whole name this is with the one that has it: those that are known by single
    /// words of it alone. The earliest stays.
    pub(super) fn unite(&mut self, slot: SlotKey, words: &Words) -> SlotKey {
        let mut slot = self.slots.resolve(slot);
        if slot.kind != SlotKind::Person || words.len() < 2 || self.announced.contains(&slot) {
            return slot;
        }
        let mut others = self.named_by_a_word_of(words);
        others.extend(self.only_given_of(slot, words));
        for other in others {
            let other = self.slots.resolve(other);
            if other == slot || self.announced.contains(&other) {
                continue;
            }
            let (from, into) = (slot.max(other), slot.min(other));
            self.unite_two(from, into);
            slot = into;
        }
        slot
    }

    /// The slots of persons each of whose names is one word of this name.
    fn named_by_a_word_of(&self, words: &Words) -> Vec<SlotKey> {
        let mut found: Vec<SlotKey> = Vec::new();
        let edges = Edges::of(words);
        let is_word = |known: &Known| {
            known.words.len() == 1
                && known.may_be_like(edges)
                && same::is_same(SlotKind::Person, &known.words, words)
        };
        for known in &self.known {
            let is_new = known.slot.kind == SlotKind::Person && !found.contains(&known.slot);
            if is_new && is_word(known) {
                let mut names = self.known.iter().filter(|name| name.slot == known.slot);
                if names.all(is_word) {
                    found.push(known.slot);
                }
            }
        }
        found
    }

    /// The slot of the only person whose name begins with the initial in this name, if nothing but the given name is
    /// known: «Ruedi» where «R. Brändli» is read.
    fn only_given_of(&self, slot: SlotKey, words: &Words) -> Option<SlotKey> {
        let [initial, _] = words else {
            return None;
        };
        if initial.chars().count() != 1 {
            return None;
        }
        let begins = |word: &str| word.chars().count() > 1 && word.starts_with(initial.as_str());
        let mut like = self.known.iter().filter(|known| {
            known.slot.kind == SlotKind::Person && known.words.iter().any(|word| begins(word))
        });
        let only = like.next()?.slot;
        let is_given = |known: &Known| match known.words.as_slice() {
            [word] => begins(word) && detect::is_given(word) && !detect::is_surname(word),
            _ => false,
        };
        let mut names = self.known.iter().filter(|known| known.slot == only);
        (only != slot && like.all(|known| known.slot == only) && names.all(is_given))
            .then_some(only)
    }

    /// Joins two slots of persons, with all that is known of the first.
    fn unite_two(&mut self, from: SlotKey, into: SlotKey) {
        self.slots.join(from, into);
        for known in self.known.iter_mut().filter(|known| known.slot == from) {
            known.slot = into;
        }
        if let Some(sure) = self.sureness.remove(&from) {
            let surest = self.sureness.entry(into).or_insert(sure);
            *surest = sure.max(*surest);
        }
        self.united.push((from, into));
        self.is_stale = true;
        self.generation += 1;
    }
}
