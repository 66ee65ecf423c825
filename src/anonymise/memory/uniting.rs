//! When a whole name tells that two slots stand for the same: «Kuno» and «Weyand», as soon as «Kuno Weyand» is known.
//!
//! From then on both names get the earlier placeholder. What was written stays as it is, for a guess must not part from the
//! protocol what cannot be told apart again: only the interviewer joins two slots for good. Keeps out: slots of which one
//! was announced.

use super::known::Known;
use super::same::{self, Words};
use super::{Memory, SlotKey, SlotKind};
use crate::anonymise::finding::Candidate;
use crate::anonymise::layout::Layout;
use crate::anonymise::lexicon;
use crate::anonymise::slot::Slot;
use crate::language::fold;

impl Memory {
    /// Gives to the one that has this whole name what belongs to slots that are known by single words of it alone. The
    /// earliest gets all.
    pub(super) fn unite(&mut self, slot: SlotKey, words: &Words) -> SlotKey {
        let mut slot = self.slots.resolve(slot);
        if slot.kind != SlotKind::Person || words.len() < 2 || self.announced.contains(&slot) {
            return slot;
        }
        for other in self.named_by_a_word_of(words) {
            let other = self.slots.resolve(other);
            if other == slot
                || self.are_twins(slot, other)
                || self.were_told_apart(slot, other)
                || self.announced.contains(&other)
                || self.is_relative_of(words, other)
            {
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
        let is_word = |known: &Known| {
            known.words.len() == 1 && same::is_same(SlotKind::Person, &known.words, words)
        };
        for known in self.known.like(SlotKind::Person, words) {
            let is_new = known.slot.kind == SlotKind::Person && !found.contains(&known.slot);
            if is_new && is_word(known) {
                let slot = self.slots.resolve(known.slot);
                let mut names = self
                    .known
                    .iter()
                    .filter(|name| self.slots.resolve(name.slot) == slot);
                if names.all(is_word) {
                    found.push(known.slot);
                }
            }
        }
        found
    }

    /// Takes persons for one of whom a text says that they are: «Boga = Frau Zorvexer», «Momo alias Mohamed».
    pub(super) fn unite_equated(
        &mut self,
        layout: &Layout,
        found: &[Candidate],
        added: &mut Vec<Slot>,
    ) {
        for (one, other) in found.iter().zip(found.iter().skip(1)) {
            let between = layout.flat.get(one.span.end..other.span.start);
            if !between.is_some_and(is_equation) {
                continue;
            }
            let (one, other) = (
                self.slot_of(&one.target, added),
                self.slot_of(&other.target, added),
            );
            let may_be_one = [one, other]
                .iter()
                .all(|slot| slot.kind == SlotKind::Person && !self.announced.contains(slot));
            if may_be_one && one != other && !self.are_others(one, other) {
                self.unite_two(one.max(other), one.min(other));
            }
        }
    }

    /// Whether the whole names of two slots cannot be those of the same.
    fn are_others(&self, one: SlotKey, other: SlotKey) -> bool {
        let of = |slot: SlotKey| self.known.of(slot);
        of(one).any(|name| {
            of(other).any(|known| same::is_other(SlotKind::Person, &name.words, &known.words))
        })
    }

    /// Gives all that is known of one slot to another.
    fn unite_two(&mut self, from: SlotKey, into: SlotKey) {
        let slots = &self.slots;
        let is_theirs = |known: &Known| slots.resolve(known.slot) == from;
        let names = self.known.give(is_theirs, into);
        self.offers.note(from, into, names);
        if let Some(sure) = self.sureness.remove(&from) {
            let surest = self.sureness.entry(into).or_insert(sure);
            *surest = sure.max(*surest);
        }
        self.is_stale = true;
        self.generation += 1;
    }
}

/// Whether what stands between two names says that they are one: a sign or a word for it, and perhaps a title.
fn is_equation(between: &str) -> bool {
    // «dit» and «called» are what people do: «Favre dit …», «Keller called Weyand».
    const SIGNS: [&str; 6] = ["=", "alias", "aka", "genannt", "gen", "vulgo"];
    let mut words = between
        .split_whitespace()
        .map(|word| word.trim_end_matches('.').to_lowercase());
    words
        .next()
        .is_some_and(|sign| SIGNS.contains(&sign.as_str()))
        && words.all(|word| lexicon::is_title(&fold(&word)))
}
