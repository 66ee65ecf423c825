//! All names that are known, and which of them are worth looking at for a question, without going through all.

use std::collections::HashMap;

use super::super::same::Words;
use super::marks::is_short;
use super::{Known, Marks};
use crate::anonymise::secret::Secret;
use crate::anonymise::slot::{SlotKey, SlotKind};

/// The names in the order in which they became known.
#[derive(Default)]
pub(in crate::anonymise::memory) struct KnownNames {
    names: Vec<Known>,
    places: Places,
}

/// Where names stand in the list, each list in its order.
#[derive(Default)]
struct Places {
    of_slot: HashMap<SlotKey, Vec<usize>>,
    /// By each of their marks.
    marked: HashMap<u16, Vec<usize>>,
    /// By the first letters of their words, and of those that may stand for a longer name by some of its letters.
    begun: HashMap<char, Vec<usize>>,
    begun_short: HashMap<char, Vec<usize>>,
}

impl KnownNames {
    /// All names.
    pub(in crate::anonymise::memory) fn iter(&self) -> std::slice::Iter<'_, Known> {
        self.names.iter()
    }

    /// How many there are.
    pub(in crate::anonymise::memory) fn len(&self) -> usize {
        self.names.len()
    }

    /// The names of a slot itself, without those of what was joined to it.
    pub(in crate::anonymise::memory) fn of(&self, slot: SlotKey) -> impl Iterator<Item = &Known> {
        let places = self.places.of_slot.get(&slot).into_iter().flatten();
        places.filter_map(|place| self.names.get(*place))
    }

    /// The names that are worth holding against another one, which looks like one of this kind: each of which
    /// [`Known::may_be_like`] is true.
    pub(in crate::anonymise::memory) fn like(&self, kind: SlotKind, words: &Words) -> Vec<&Known> {
        let marks = Marks::of(kind, words);
        let mut places: Vec<usize> = self.places.marked_like(&marks).collect();
        places.extend(self.places.begun_like(words));
        places.sort_unstable();
        places.dedup();
        let found = places.into_iter().filter_map(|place| self.names.get(place));
        found
            .filter(|known| known.may_be_like(kind, words, &marks))
            .collect()
    }

    /// Takes a name in.
    pub(in crate::anonymise::memory) fn push(&mut self, known: Known) {
        self.places.add(self.names.len(), &known);
        self.names.push(known);
    }

    /// Forgets every name of which this is not true.
    pub(in crate::anonymise::memory) fn retain(&mut self, stays: impl FnMut(&Known) -> bool) {
        self.names.retain(stays);
        self.arrange();
    }

    /// Gives the names of which this is true to another slot; they are returned.
    pub(in crate::anonymise::memory) fn give(
        &mut self,
        is_theirs: impl Fn(&Known) -> bool,
        into: SlotKey,
    ) -> Vec<Secret> {
        let mut given = Vec::new();
        for known in self.names.iter_mut().filter(|known| is_theirs(known)) {
            known.slot = into;
            given.push(known.name.clone());
        }
        self.arrange();
        given
    }

    fn arrange(&mut self) {
        self.places = Places::default();
        for (place, known) in self.names.iter().enumerate() {
            self.places.add(place, known);
        }
    }
}

impl Places {
    fn add(&mut self, place: usize, known: &Known) {
        self.of_slot.entry(known.slot).or_default().push(place);
        for mark in known.marks.all() {
            self.marked.entry(mark).or_default().push(place);
        }
        for word in &known.words {
            let Some(first) = word.chars().next() else {
                continue;
            };
            self.begun.entry(first).or_default().push(place);
            if is_short(word) {
                self.begun_short.entry(first).or_default().push(place);
            }
        }
    }

    /// The names that have one of these marks.
    fn marked_like(&self, marks: &Marks) -> impl Iterator<Item = usize> {
        let lists = marks.all().filter_map(|mark| self.marked.get(&mark));
        lists.flatten().copied()
    }

    /// The names of which a short word may be made of letters of these words, or the other way round.
    fn begun_like(&self, words: &Words) -> impl Iterator<Item = usize> {
        let lists = words.iter().filter_map(|word| {
            let begun = if is_short(word) {
                &self.begun
            } else {
                &self.begun_short
            };
            begun.get(&word.chars().next()?)
        });
        lists.flatten().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::memory::folded_words;

    const NAMES: [(SlotKind, &str); 9] = [
        (SlotKind::Person, "Anna Brindevaux"),
        (SlotKind::Person, "Köbi"),
        (SlotKind::Person, "Pramstaller"),
        (SlotKind::Person, "Sá"),
        (SlotKind::Institution, "Brindevaux Holz AG"),
        (SlotKind::Institution, "AVO"),
        (SlotKind::Institution, "Verbund Uferpflege Zorvex"),
        (SlotKind::Place, "Thionville"),
        (SlotKind::Place, "Zorvexen"),
    ];

    /// Holds what is found by the lists against a look at every name.
    fn are_all_found(names: &KnownNames) {
        let asked = [
            "A. B.",
            "Jakob Ubbinga",
            "Bramstaller",
            "Diedenhofen",
            "uferpfl.",
            "Zorvexens",
        ];
        let asked = asked.into_iter().chain(NAMES.map(|(_, name)| name));
        for (kind, name) in asked.flat_map(|name| SlotKind::ALL.map(|kind| (kind, name))) {
            let words = folded_words(name);
            let marks = Marks::of(kind, &words);
            let like = |known: &&Known| known.may_be_like(kind, &words, &marks);
            let (found, all): (Vec<&str>, Vec<&str>) = (
                names
                    .like(kind, &words)
                    .iter()
                    .map(|known| &*known.name)
                    .collect(),
                names
                    .iter()
                    .filter(like)
                    .map(|known| &*known.name)
                    .collect(),
            );
            assert_eq!(found, all, "{name}");
        }
        for slot in names.iter().map(|known| known.slot) {
            let of = names.of(slot).count();
            assert_eq!(of, names.iter().filter(|known| known.slot == slot).count());
        }
    }

    #[test]
    fn what_is_found_by_lists_is_what_a_look_at_every_name_finds() {
        let slot = |kind, number| SlotKey { kind, number };
        let mut names = KnownNames::default();
        for (number, (kind, name)) in (1..).zip(NAMES) {
            names.push(Known::new(slot(kind, number), Secret::from(name), 0));
        }
        are_all_found(&names);
        let given = names.give(|known| known.slot.number == 3, slot(SlotKind::Person, 1));
        assert_eq!(
            (given.len(), names.of(slot(SlotKind::Person, 1)).count()),
            (1, 2)
        );
        are_all_found(&names);
        names.retain(|known| known.slot.number != 2);
        assert_eq!(names.len(), NAMES.len() - 1);
        are_all_found(&names);
    }
}
