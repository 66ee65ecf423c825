//! Two of one name, as a text tells: «wolf und wolf», «Frau Zahn und Herr Zahn», «Zahn, der Bruder», «l'autre Mercier».
//!
//! The second of them gets a placeholder of its own, which their whole names find later. Keeps out: relatives with their whole
//! name (`kin`), and those who were announced.

use std::ops::Range;

use super::{Memory, kin, known};
use crate::anonymise::detect::Certainty;
use crate::anonymise::finding::{Candidate, Rule, Target};
use crate::anonymise::layout::Layout;
use crate::anonymise::lexicon;
use crate::anonymise::secret::Secret;
use crate::anonymise::slot::{Slot, SlotKey, SlotKind};
use crate::language::fold;

/// What joins two who have one name. «Zorvexer & Zorvexer» is a firm.
const JOINTS: [&str; 7] = ["und", "u", "u.", "and", "et", "e", "sowie"];

/// Words before a name that say that another of this name is meant.
#[rustfmt::skip]
const OTHERS: [&str; 21] = [
    "andere", "anderer", "anderen", "zweite", "zweiter", "zweiten", "junge", "junger", "jungen", "jungere", "jungerer",
    "jungeren", "other", "younger", "young", "second", "autre", "seconde", "jeune", "cadet", "cadette",
];

impl Memory {
    /// Says of which finds a text tells that they are others of the same name.
    pub(super) fn tell_twins(&self, layout: &Layout, held: &mut [Candidate]) {
        if !self.is_listening() {
            return;
        }
        let mut names: Vec<Option<(Secret, usize)>> = Vec::with_capacity(held.len());
        let mut end = 0;
        for candidate in held.iter_mut() {
            let span = candidate.span.clone();
            let between = layout.flat.get(end..span.start).unwrap_or_default();
            end = span.end;
            let Some((name, certainty)) = self.single_name(layout, candidate) else {
                names.push(None);
                continue;
            };
            if let Some(nth) = self.nth_behind_marker(layout, &span) {
                names.push(Some((name, nth)));
                continue;
            }
            let is_it = |other: &&(Secret, usize)| other.0 == name;
            let joined = names.last().and_then(Option::as_ref).filter(is_it);
            let nth = match joined.filter(|_| is_joint(between)) {
                Some((_, nth)) => nth + 1,
                None if self.is_told_other(layout, &span) => {
                    let mut same = names.iter().flatten().filter(is_it);
                    let is_known = same.any(|(_, nth)| *nth == 0) || self.is_known_before(&name);
                    usize::from(is_known)
                }
                None => 0,
            };
            if nth > 0 {
                let written = layout.flat.get(span).unwrap_or_default();
                candidate.target = Target::Twin(Secret::from(written), certainty, nth);
                if !matches!(candidate.rule, Rule::Detected(..)) {
                    candidate.rule = Rule::Later(certainty);
                }
            }
            names.push(Some((name, nth)));
        }
    }

    /// If a placeholder stands there already: the how manieth of one name it stands for.
    fn nth_behind_marker(&self, layout: &Layout, span: &Range<usize>) -> Option<usize> {
        if layout.marker_around(span.start).as_ref() != Some(span) {
            return None;
        }
        let marker = layout.markers().find(|(place, _)| place == span);
        let slot = self.slot_behind(marker?.1)?;
        let nth = |twins: &Vec<SlotKey>| twins.iter().position(|twin| *twin == slot);
        let nth = self.twins.values().find_map(nth);
        Some(nth.map_or(0, |nth| nth + 1))
    }

    /// The only word of the name of somebody whom nobody announced, and how sure the find is.
    fn single_name(&self, layout: &Layout, find: &Candidate) -> Option<(Secret, Certainty)> {
        let certainty = match &find.target {
            Target::Slot(slot)
                if slot.kind == SlotKind::Person && !self.announced.contains(slot) =>
            {
                self.sureness
                    .get(slot)
                    .copied()
                    .unwrap_or(Certainty::Likely)
            }
            Target::Named(SlotKind::Person, _, certainty) => *certainty,
            _ => return None,
        };
        let written = layout.flat.get(find.span.clone())?;
        match known::words_of(SlotKind::Person, written).as_slice() {
            [only] => Some((Secret::from(only.as_str()), certainty)),
            _ => None,
        }
    }

    /// Whether somebody of this surname was known before this text.
    fn is_known_before(&self, name: &str) -> bool {
        let present = self.texts.present();
        self.known.iter().any(|known| {
            known.slot.kind == SlotKind::Person
                && known.since != present
                && known.words.last().is_some_and(|last| last.as_str() == name)
        })
    }

    /// Whether the words beside a name say that it is another one's.
    fn is_told_other(&self, layout: &Layout, span: &Range<usize>) -> bool {
        let before = layout.flat.get(..span.start).unwrap_or_default();
        let behind = layout.flat.get(span.end..).unwrap_or_default();
        let is_told = kin::ends_with_relative(before, self.listening)
            || kin::begins_with_relative(behind, self.listening)
            || OTHERS.contains(&last_word(before).as_str());
        is_told && !is_elder_of_two(&layout.flat, span)
    }

    /// The slot of the next, or the one after, who has the name of somebody: one that is known to bear it, or a new one.
    pub(super) fn slot_of_twin(
        &mut self,
        (name, certainty, nth): (&Secret, Certainty, usize),
        added: &mut Vec<Slot>,
    ) -> SlotKey {
        let first = self.slot_of_named(SlotKind::Person, name, certainty, added);
        let first = self.slots.resolve(first);
        if first.kind != SlotKind::Person || self.announced.contains(&first) {
            return first;
        }
        let mut twins = self.twins.get(&first).cloned().unwrap_or_default();
        let words = known::words_of(SlotKind::Person, name);
        let bearers = self
            .known
            .iter()
            .filter(|known| known.words.last() == words.last());
        for slot in bearers.map(|known| self.slots.resolve(known.slot)) {
            let is_free = slot.kind == SlotKind::Person && !self.announced.contains(&slot);
            if twins.len() < nth && is_free && slot != first && !twins.contains(&slot) {
                twins.push(slot);
            }
        }
        while twins.len() < nth {
            let slot = self.slots.add(SlotKind::Person);
            added.push(slot.clone());
            twins.push(slot.key);
            self.know(slot.key, name);
            self.sureness.insert(slot.key, certainty);
        }
        let slot = twins.get(nth - 1).copied().unwrap_or(first);
        self.twins.insert(first, twins);
        self.slots.resolve(slot)
    }

    /// Whether a text told of somebody that another has the same name.
    pub(super) fn is_twin(&self, slot: SlotKey) -> bool {
        self.twins.values().flatten().any(|twin| *twin == slot)
    }

    /// Whether a text told that two are others of one name.
    pub(super) fn are_twins(&self, one: SlotKey, other: SlotKey) -> bool {
        self.twins.iter().any(|(first, others)| {
            let is = |slot: SlotKey| self.slots.resolve(*first) == slot || others.contains(&slot);
            is(one) && is(other)
        })
    }
}

/// Whether nothing stands between two names but what joins them, and titles of the second: «Frau Zahn und Herr Dr. Zahn».
fn is_joint(between: &str) -> bool {
    let mut words = between.split_whitespace().map(str::to_lowercase);
    let is_title = |word: String| lexicon::is_title(&fold(word.trim_end_matches('.')));
    words
        .next()
        .is_some_and(|joint| JOINTS.contains(&joint.as_str()))
        && words.all(is_title)
}

/// Whether a name is told to be that of a parent where the child is told too: «le fils Hummel, la mère Hummel».
fn is_elder_of_two(text: &str, span: &Range<usize>) -> bool {
    const ELDERS: [&str; 6] = ["vater", "mutter", "pere", "mere", "father", "mother"];
    const YOUNGER: [&str; 6] = ["sohn", "tochter", "fils", "fille", "son", "daughter"];
    let before = |at: usize| last_word(text.get(..at).unwrap_or_default());
    let name = text.get(span.clone()).unwrap_or_default();
    let mut all = text.match_indices(name);
    ELDERS.contains(&before(span.start).as_str())
        && all.any(|(at, _)| YOUNGER.contains(&before(at).as_str()))
}

/// The folded word before a space at the end of a text; nothing if something else stands there.
fn last_word(text: &str) -> String {
    let words = text.strip_suffix(' ').unwrap_or_default();
    let word = words
        .rsplit(|letter: char| !letter.is_alphanumeric())
        .next();
    word.map(fold).unwrap_or_default()
}
