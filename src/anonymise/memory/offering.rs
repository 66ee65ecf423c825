//! Which slots are perhaps the same, for the interviewer to say: «jochen» and «billmaier», as soon as «Jochen Billmaier» is
//! known.
//!
//! Nothing is joined by this: what was joined cannot be told apart again. Keeps out: somebody and the firm of the same name,
//! who are mostly two (in two of three places of the notes to build on), and slots that were announced.

use std::fmt;

use zeroize::Zeroizing;

use super::Memory;
use super::known::Known;
use crate::anonymise::detect::Certainty;
use crate::anonymise::secret::Secret;
use crate::anonymise::slot::SlotKey;

/// Two slots that are perhaps the same.
#[derive(Clone, PartialEq, Eq)]
pub struct PerhapsSame {
    /// The later one, which would go into the other.
    pub from: SlotKey,
    /// The earlier one.
    pub into: SlotKey,
    /// What each of them is known by: to be shown to the interviewer, and to be written nowhere.
    pub names: [Zeroizing<String>; 2],
}

impl fmt::Debug for PerhapsSame {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "PerhapsSame({:?}, {:?})", self.from, self.into)
    }
}

/// A slot of which all that was known went to an earlier one.
#[derive(Clone)]
struct United {
    from: SlotKey,
    into: SlotKey,
    /// What the later one was known by.
    names: Vec<Secret>,
}

/// What was noted of slots that may be the same.
#[derive(Default)]
pub(super) struct Offers {
    /// In the order in which they were united.
    united: Vec<United>,
    /// Those of which the interviewer said that they are two.
    declined: Vec<(SlotKey, SlotKey)>,
}

impl Offers {
    /// Notes that what is known of one slot goes to another from here on.
    pub(super) fn note(&mut self, from: SlotKey, into: SlotKey, names: Vec<Secret>) {
        self.united.push(United { from, into, names });
    }

    /// Takes over what was noted earlier of slots that there still are.
    pub(super) fn recall(&mut self, earlier: &Self, has: impl Fn(SlotKey) -> bool) {
        let united = earlier.united.iter();
        let united = united.filter(|united| has(united.from) && has(united.into));
        self.united.extend(united.cloned());
        self.declined.extend(earlier.declined.iter().copied());
    }

    /// The slot at which what was known of one is now.
    fn home(&self, slot: SlotKey) -> SlotKey {
        self.united.iter().fold(slot, |slot, united| {
            if united.from == slot {
                united.into
            } else {
                slot
            }
        })
    }
}

impl Memory {
    /// Which slots are perhaps the same, and were said neither to be one nor two.
    pub fn perhaps_same(&self) -> Vec<PerhapsSame> {
        let united = self.offers.united.iter();
        let mut all: Vec<PerhapsSame> = Vec::new();
        for offer in united.filter_map(|united| self.offer(united)) {
            let is_new = |known: &PerhapsSame| (known.from, known.into) != (offer.from, offer.into);
            if all.iter().all(is_new) {
                all.push(offer);
            }
        }
        all
    }

    /// What is offered of a slot; nothing if it is known what it is, or if nobody is called so any more.
    fn offer(&self, united: &United) -> Option<PerhapsSame> {
        let home = self.offers.home(united.from);
        let (from, into) = (self.slots.resolve(united.from), self.slots.resolve(home));
        let is_told = from == into
            || self.announced.contains(&from)
            || self.announced.contains(&into)
            || self.are_twins(from, into)
            || self.were_told_apart(from, into);
        let of_home = || self.known.of(home);
        let is_own = |known: &&Known| united.names.contains(&known.name);
        let name = of_home().find(is_own).filter(|_| !is_told)?;
        let longest = of_home().max_by_key(|known| known.words.len())?;
        let names = [name, longest].map(|known| Zeroizing::new(known.name.to_string()));
        Some(PerhapsSame { from, into, names })
    }

    /// Whether the interviewer said that two slots are not the same.
    pub(super) fn were_told_apart(&self, one: SlotKey, other: SlotKey) -> bool {
        let declined = &self.offers.declined;
        declined.contains(&(one, other)) || declined.contains(&(other, one))
    }

    /// Says that two slots are not the same: the later one has again the names that it came up with.
    pub fn are_two(&mut self, from: SlotKey, into: SlotKey) {
        let offers = &mut self.offers;
        offers.declined.push((from, into));
        let home = offers.home(from);
        let (back, others) = std::mem::take(&mut offers.united)
            .into_iter()
            .partition(|united| united.from == from);
        offers.united = others;
        let back: Vec<Secret> = Vec::<United>::into_iter(back)
            .flat_map(|united| united.names)
            .collect();
        let is_back = |known: &Known| known.slot == home && back.contains(&known.name);
        self.known.give(is_back, from);
        self.sureness.entry(from).or_insert(Certainty::Likely);
        self.is_stale = true;
        self.generation += 1;
    }
}
