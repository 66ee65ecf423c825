//! Names that become known: before the interview, while it runs, and backwards.

use std::collections::{HashMap, HashSet};

use super::Protocol;
use super::doubts::{Place, texts};
use super::false_finds::Typed;
use crate::anonymise::{
    CleanText, Coarser, Finding, Memory, PerhapsSame, ProtectedWords, Rule, SlotKey, SlotKind,
    Verdict,
};
use crate::language::Language;
use crate::session::{Detected, Event, NoteId, TopicId, slots_in};

/// What is known of names when a session is left, for whoever takes it up again while the program runs.
#[derive(Debug)]
pub struct KnownNames {
    memory: Memory,
    typed: Typed,
}

/// Where something was replaced in what was written before.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ReplacedBefore {
    /// In these notes.
    pub notes: Vec<NoteId>,
    /// In the postscript, the sentence of a cell or a parked point.
    pub is_elsewhere: bool,
}

impl Protocol {
    /// Takes a list of protected words. What was written before is searched again by [`Self::settle_names`].
    pub fn protect(&mut self, words: &ProtectedWords) {
        if words.is_empty() {
            return;
        }
        let added = self.memory.protect(words);
        for slot in added {
            self.record(Event::SlotAdded(slot));
        }
        self.is_search_due = true;
    }

    /// Gives what is known of names to whoever takes the session up again while the program runs.
    pub fn take_names(&mut self) -> KnownNames {
        let known = Memory::resume(self.memory.language(), self.memory.slots());
        KnownNames {
            memory: std::mem::replace(&mut self.memory, known),
            typed: std::mem::take(&mut self.typed),
        }
    }

    /// Knows again what was known of names when the session was left.
    pub fn recall(&mut self, earlier: &KnownNames) {
        self.memory.recall(&earlier.memory);
        self.typed = earlier.typed.in_memory(&mut self.memory, &earlier.memory);
        self.is_search_due = true;
    }

    /// Searches what was written before the last list of protected words came.
    ///
    /// Whatever is written next waits for this; it can be done earlier, when nobody waits.
    pub fn settle_names(&mut self) {
        if self.memory.is_listening() {
            self.read_vocabulary();
        }
        if !std::mem::take(&mut self.is_search_due) {
            return;
        }
        self.read_vocabulary();
        if let Some(slot) = self.last_slot() {
            self.search_again(slot);
        }
    }

    /// Protects a word at once, and takes it out of everything that was written.
    pub fn protect_word(&mut self, kind: SlotKind, word: &str) {
        self.settle_names();
        self.read_vocabulary();
        let added = self.memory.protect_one(kind, word);
        let key = added
            .as_ref()
            .map(|slot| slot.key)
            .or_else(|| self.last_slot());
        if let Some(slot) = added {
            self.record(Event::SlotAdded(slot));
        }
        if let Some(key) = key {
            self.search_again(key);
        }
    }

    /// Says what a slot of an earlier sitting stands for.
    pub fn name_slot(&mut self, slot: SlotKey, name: &str) {
        self.settle_names();
        self.read_vocabulary();
        self.memory.bind(slot, name);
        self.search_again(slot);
    }

    /// Says that two slots stand for the same: the first goes into the second.
    pub fn join_slots(&mut self, from: SlotKey, into: SlotKey) {
        if from != into {
            self.memory.join(from, into);
            self.record(Event::SlotJoined { from, into });
        }
    }

    /// Which slots are perhaps the same, as far as both stand in what was written.
    pub fn perhaps_same(&self) -> Vec<PerhapsSame> {
        let mut offers = self.memory.perhaps_same();
        if !offers.is_empty() {
            let state = self.state();
            let texts = state.placed_texts().into_iter();
            let standing: HashSet<SlotKey> = texts
                .flat_map(|(_, text)| slots_in(text, state.header.language))
                .collect();
            offers.retain(|offer| standing.contains(&offer.from) && standing.contains(&offer.into));
        }
        offers
    }

    /// Says that two slots that were offered as perhaps the same are two. That is known as long as the names are.
    pub fn are_two(&mut self, from: SlotKey, into: SlotKey) {
        self.memory.are_two(from, into);
    }

    /// Says that a slot stands for something of another kind, in every place where it is mentioned. Gives the slot that
    /// takes its place, with the next number of that kind; nothing if it is of this kind already.
    pub fn change_slot_kind(&mut self, slot: SlotKey, kind: SlotKind) -> Option<SlotKey> {
        let mut slots = self.state().slots.iter();
        let label = slots.find(|known| known.key == slot)?.label.clone();
        if slot.kind == kind {
            return None;
        }
        let mut added = self.memory.change_kind(slot, kind);
        added.label = label;
        let into = added.key;
        self.record(Event::SlotAdded(added));
        self.record(Event::SlotJoined { from: slot, into });
        Some(into)
    }

    /// Gives a slot a neutral label, which is written and so searched for names; an empty one takes it away.
    pub fn label_slot(&mut self, slot: SlotKey, label: &str) {
        let label = label.trim();
        let known = self.state().slots.iter().find(|known| known.key == slot);
        let Some(known) = known else { return };
        let is_same = known.label.as_ref().map_or("", CleanText::as_str) == label;
        if is_same {
            return;
        }
        let label = (!label.is_empty()).then(|| self.clean(label));
        self.record(Event::SlotLabelled { slot, label });
    }

    /// Where something was replaced since by a search for names that nobody announced, but in this note; each place is
    /// told once. A draft shows it by itself.
    pub fn take_replaced_in(&mut self, but: Option<NoteId>) -> ReplacedBefore {
        let mut replaced = ReplacedBefore::default();
        for place in std::mem::take(&mut self.replaced_in) {
            match place {
                Place::Note(note) if Some(note) == but => {}
                Place::Note(note) => replaced.notes.push(note),
                Place::Draft(_) => {}
                Place::Parked(_) | Place::Postscript(_) | Place::Summary(_) => {
                    replaced.is_elsewhere = true;
                }
            }
        }
        replaced.notes.sort_unstable();
        replaced.notes.dedup();
        replaced
    }

    /// Searches what was kept for names that were learned since nobody announced them. It is purged only if one stands
    /// there.
    pub(super) fn search_learned(&mut self) {
        let known = self.memory.generation();
        if std::mem::replace(&mut self.searched_for, known) == known {
            return;
        }
        let texts = self.sitting.texts();
        let mut recleaned = texts.iter().filter_map(|text| self.memory.reclean(text));
        if let Some(recleaned) = recleaned.next() {
            self.note_findings(recleaned.added, &[]);
            if let Some(slot) = self.last_slot() {
                let replaced = self.search_again(slot);
                self.replaced_in.extend(replaced);
            }
        }
        self.search_labels();
        self.settle_doubts();
    }

    /// Whether names were announced since other protocols of the session were searched for them, which they are from now
    /// on. They are not searched before this one is.
    pub(super) fn has_more_for_elsewhere(&mut self) -> bool {
        if self.is_search_due {
            return false;
        }
        let announced = self.memory.announced_count();
        std::mem::replace(&mut self.searched_elsewhere, announced) != announced
    }

    /// Searches texts of the study that are none of this session for the names that are known by now. Gives those that
    /// hold one, each with what must stand in its place.
    pub fn search_beside(&mut self, texts: &[CleanText]) -> Vec<(CleanText, CleanText)> {
        let mut replaced = Vec::new();
        for text in texts {
            if let Some(recleaned) = self.memory.reclean(text) {
                self.note_findings(recleaned.added, &recleaned.findings);
                replaced.push((text.clone(), recleaned.text));
            }
        }
        replaced
    }

    /// Whether every word of it is called no name.
    pub fn is_ordinary(&mut self, words: &str) -> bool {
        self.memory.verdict(words) == Verdict::Ordinary
    }

    /// What a marker shows on the screen.
    pub fn label(&self, marker: char) -> Option<String> {
        self.memory.show(marker)
    }

    /// The next coarser step for what stands at a place of a draft, in the language in which it is noted.
    pub fn coarser(&self, draft: &str, cursor: usize, language: Language) -> Option<Coarser> {
        self.memory.coarser(draft, cursor, language)
    }

    /// The same step, which is about to be made: a region that it names is no name where it stands like this.
    pub fn coarsen(&mut self, draft: &str, cursor: usize, language: Language) -> Option<Coarser> {
        self.memory.coarsen(draft, cursor, language)
    }

    /// The draft of a topic as it is edited, and when its first key was pressed.
    pub fn draft_of(&mut self, topic: &TopicId) -> Option<(String, u64)> {
        let draft = self.state().drafts.get(topic)?.clone();
        Some((self.draft_with_words(topic, &draft.text), draft.started_ms))
    }

    /// Says that the editor shows another draft than before.
    pub fn draft_shown(&mut self, draft: &str) {
        self.memory.draft_shown(draft);
    }

    /// Searches for a name that is split over two notes.
    pub(super) fn search_seam(&mut self, earlier: NoteId, later: NoteId) {
        let text = |id: NoteId| self.state().note(id).map(|note| note.text.clone());
        let (Some(before), Some(after)) = (text(earlier), text(later)) else {
            return;
        };
        let Some(seam) = self.memory.seam(&before, &after) else {
            return;
        };
        self.note_findings(seam.added.clone(), &[]);
        let recorded = self.sitting.purge_words(seam.slot, &mut |text| {
            if text == &before {
                Some(seam.earlier.clone())
            } else if text == &after {
                Some(seam.later.clone())
            } else {
                None
            }
        });
        self.replaced
            .extend([(before, seam.earlier), (after, seam.later)]);
        self.rewrite |= !recorded.is_empty();
        self.records.extend(recorded);
    }

    /// Tells the memory the words of the guide, once; without a protected name nobody asks for them.
    pub(super) fn read_vocabulary(&mut self) {
        if !std::mem::replace(&mut self.has_vocabulary, true) {
            let words = self.guide.vocabulary();
            self.memory.set_vocabulary(words.iter().map(String::as_str));
        }
    }

    fn last_slot(&self) -> Option<SlotKey> {
        self.memory.slots().last().map(|slot| slot.key)
    }

    /// Searches everything again that was written. What stood where a placeholder comes is remembered, so that it can be
    /// taken back. Gives the places in which something was replaced.
    pub(super) fn search_again(&mut self, slot: SlotKey) -> Vec<Place> {
        let before = texts(self.state());
        let before: Vec<_> = before.map(|(at, text)| (at, text.clone())).collect();
        let (memory, replaced) = (&mut self.memory, &mut self.replaced);
        let (mut added, mut findings) = (Vec::new(), Vec::new());
        let mut standing = HashMap::new();
        let recorded = self.sitting.purge_words(slot, &mut |text| {
            let recleaned = memory.reclean(text)?;
            added.extend(recleaned.added);
            findings.extend(recleaned.findings);
            replaced.push((text.clone(), recleaned.text.clone()));
            standing.insert(text.clone(), recleaned.standing);
            Some(recleaned.text)
        });
        self.rewrite |= !recorded.is_empty();
        self.records.extend(recorded);
        let places = self.remember_replaced(before, &standing);
        self.note_findings(added, &findings);
        self.search_labels();
        self.searched_for = self.memory.generation();
        self.settle_doubts();
        places
    }
}

/// What the log says of something that nobody announced.
pub(super) fn detected(finding: &Finding) -> Option<Detected> {
    match finding.rule {
        Rule::Detected(kind, certainty, _) => Some(Detected {
            kind: kind.code().to_owned(),
            certainty: certainty.code().to_owned(),
        }),
        _ => None,
    }
}
