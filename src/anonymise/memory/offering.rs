//! Which slots are perhaps the same, for the interviewer to say: «jochen» and «billmaier», as soon as «Jochen Billmaier» is
//! known.
//!
//! Nothing is joined by this: what was joined cannot be told apart again. Keeps out: somebody and the firm of the same name,
//! who are mostly two (in two of three places of the notes to build on), and slots that were announced.

use zeroize::Zeroizing;

use super::Memory;
use super::known::Known;
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

impl std::fmt::Debug for PerhapsSame {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "PerhapsSame({:?}, {:?})", self.from, self.into)
    }
}

/// What was noted of slots that may be the same.
#[derive(Default)]
pub(super) struct Offers {
    /// Those whose names were put together to one: the later, the earlier, and by what the later was known.
    united: Vec<(SlotKey, SlotKey, Zeroizing<String>)>,
    /// Those of which the interviewer said that they are two.
    declined: Vec<(SlotKey, SlotKey)>,
}

impl Offers {
    /// Notes that what is known of one slot goes to another from here on.
    pub(super) fn note(&mut self, from: SlotKey, into: SlotKey, name: &str) {
        let is_noted = |(one, other, _): &(SlotKey, SlotKey, _)| (*one, *other) == (from, into);
        if !self.united.iter().any(is_noted) {
            let name = Zeroizing::new(name.to_owned());
            self.united.push((from, into, name));
        }
    }
}

impl Memory {
    /// Which slots are perhaps the same, and were said neither to be one nor two.
    pub fn perhaps_same(&self) -> Vec<PerhapsSame> {
        let mut all: Vec<PerhapsSame> = Vec::new();
        let united = self.offers.united.iter();
        let united = united.filter_map(|(from, into, name)| {
            let longest = self.longest_name(*into)?;
            self.pair((*from, name), (*into, &longest.name))
        });
        for pair in united {
            let is_new = |known: &PerhapsSame| (known.from, known.into) != (pair.from, pair.into);
            if all.iter().all(is_new) {
                all.push(pair);
            }
        }
        all
    }

    /// Whether the interviewer said that two slots are not the same.
    pub(super) fn were_told_apart(&self, one: SlotKey, other: SlotKey) -> bool {
        let pair = (one.max(other), one.min(other));
        self.offers.declined.contains(&pair)
    }

    /// Says that two slots are not the same: each has again the name that it came up with.
    pub fn are_two(&mut self, from: SlotKey, into: SlotKey) {
        self.offers.declined.push((from, into));
        let united = self.offers.united.iter();
        let names: Vec<&Zeroizing<String>> = united
            .filter(|(one, other, _)| (*one, *other) == (from, into))
            .map(|(.., name)| name)
            .collect();
        let known = self.known.iter_mut();
        for known in known.filter(|known| known.slot == into) {
            if names.iter().any(|name| ***name == *known.name) {
                known.slot = from;
            }
        }
        self.is_stale = true;
        self.generation += 1;
    }

    /// The name of a slot that has the most words.
    fn longest_name(&self, slot: SlotKey) -> Option<&Known> {
        let names = self.known.iter();
        let names =
            names.filter(|known| self.slots.resolve(known.slot) == self.slots.resolve(slot));
        names.max_by_key(|known| known.words.len())
    }

    /// Two slots as they are offered; nothing if the interviewer said what they are.
    fn pair(
        &self,
        (from, from_name): (SlotKey, &str),
        (into, into_name): (SlotKey, &str),
    ) -> Option<PerhapsSame> {
        let is_joined = self.slots.resolve(from) == self.slots.resolve(into);
        let is_declined = |pair: &(SlotKey, SlotKey)| *pair == (from, into);
        if is_joined || self.offers.declined.iter().any(is_declined) {
            return None;
        }
        let names = [from_name, into_name].map(|name| Zeroizing::new(name.to_owned()));
        Some(PerhapsSame { from, into, names })
    }
}
