//! What was replaced though it is no name, and is taken back: in the draft, and in what was kept.
//!
//! A note on disk says only which slot stands where. As what it was typed lives in memory until the program ends: the
//! markers of its draft, in order, and those that came when a name was found later. A text whose placeholders are others
//! than its markers is left as it is.

use std::collections::HashMap;
use std::fmt;

use zeroize::Zeroizing;

use super::Protocol;
use super::doubts::{Place, texts};
use crate::anonymise::{CleanText, Memory, SlotKey, Standing};
use crate::language::is_marker;
use crate::session::{NoteId, TopicId};

/// The markers of which texts were made.
#[derive(Debug, Default)]
pub(super) struct Typed(HashMap<Place, Vec<char>>);

impl Typed {
    /// Says that a text went from one place to another.
    pub(super) fn transfer(&mut self, from: &Place, into: Place) {
        let markers = self.0.remove(from).unwrap_or_default();
        self.0.insert(into, markers);
    }

    /// The same with the markers of another memory.
    pub(super) fn in_memory(&self, memory: &mut Memory, earlier: &Memory) -> Self {
        let all = self.0.iter().filter_map(|(place, markers)| {
            let markers = memory.markers_like(earlier, markers)?;
            Some((place.clone(), markers))
        });
        Self(all.collect())
    }

    fn of(&self, place: &Place) -> &[char] {
        self.0.get(place).map_or(&[], Vec::as_slice)
    }
}

/// What stands in the clear since it was taken back, and the slot that it stood behind.
#[derive(Clone, PartialEq, Eq)]
pub struct TakenBack {
    slot: SlotKey,
    /// What was typed; in one text a slot may have stood for several forms.
    originals: Vec<Zeroizing<String>>,
    /// By what it was found.
    names: Vec<Zeroizing<String>>,
}

impl fmt::Debug for TakenBack {
    /// Shows nothing of what was typed, which may be a name after all.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "TakenBack({:?} × {})",
            self.slot,
            self.originals.len()
        )
    }
}

impl TakenBack {
    /// What was typed, in its first form.
    pub fn original(&self) -> &str {
        self.originals
            .first()
            .map_or("", |original| original.as_str())
    }
}

impl Protocol {
    /// Takes back what was replaced where these markers stand, and puts it into what was kept; nothing if it is not known.
    /// A draft gets it by [`Self::let_through_in`].
    pub fn take_back(&mut self, markers: &[char]) -> Option<TakenBack> {
        let slot = self.memory.slot_behind(*markers.first()?)?;
        let names = self.memory.names_of(slot);
        let mut originals = Vec::new();
        for marker in markers {
            originals.extend(self.memory.take_back(*marker));
        }
        self.settle_doubts();
        self.settle_false_finds();
        (!originals.is_empty()).then_some(TakenBack {
            slot,
            originals,
            names,
        })
    }

    /// A draft with what is let through by now in the place of its markers; beside it, where the cursor is then.
    pub fn let_through_in(&self, draft: &str, cursor: usize) -> (Zeroizing<String>, usize) {
        self.memory.let_through_in(draft, cursor)
    }

    /// The words that a marker stands for as they were typed; nothing if they are not known. They are for the screen on
    /// which is chosen what is no name, and for nothing else.
    pub fn words_behind(&self, marker: char) -> Option<Zeroizing<String>> {
        self.memory.words_behind(marker)
    }

    /// Puts placeholders again for what was taken back, since it is a name after all, and takes it out of everything that
    /// was written meanwhile.
    pub fn replace_again(&mut self, taken_back: &TakenBack) {
        self.settle_names();
        self.read_vocabulary();
        let forms = taken_back.names.iter().chain(&taken_back.originals);
        for form in forms {
            self.memory.bind(taken_back.slot, form);
        }
        self.search_again(taken_back.slot);
    }

    /// Whether something was replaced in a note while this sitting lasted, so that it can be taken back.
    pub fn has_replaced(&self, note: NoteId) -> bool {
        !self.typed.of(&Place::Note(note)).is_empty()
    }

    /// What was replaced in a note and can be taken back, the last first: the markers that are taken back together.
    pub fn replaced_in(&self, note: NoteId) -> Vec<Vec<char>> {
        let markers = self.markers_at(&Place::Note(note));
        self.alike(markers.into_iter().rev())
    }

    /// The same for the sentence of a cell.
    pub fn replaced_in_sentence(&self, topic: &TopicId) -> Vec<Vec<char>> {
        let markers = self.markers_at(&Place::Summary(topic.clone()));
        self.alike(markers.into_iter().rev())
    }

    /// The same for a draft: first what stands before the cursor, the nearest first, then what stands behind it.
    pub fn replaced_in_draft(&self, draft: &str, cursor: usize) -> Vec<Vec<char>> {
        let (before, behind) = draft.split_at_checked(cursor).unwrap_or((draft, ""));
        let markers = before.chars().rev().chain(behind.chars());
        self.alike(markers.filter(|character| is_marker(*character)))
    }

    /// Puts markers together that are taken back together, and leaves those out of which nothing is known.
    fn alike(&self, markers: impl Iterator<Item = char>) -> Vec<Vec<char>> {
        let mut found: Vec<Vec<char>> = Vec::new();
        for marker in markers.filter(|marker| self.memory.is_original_known(*marker)) {
            let is_one = |group: &&mut Vec<char>| {
                let first = group.first();
                first.is_some_and(|first| self.memory.are_alike(*first, marker))
            };
            match found.iter_mut().find(is_one) {
                Some(group) if group.contains(&marker) => {}
                Some(group) => group.push(marker),
                None => found.push(vec![marker]),
            }
        }
        found
    }

    /// Remembers what stood where placeholders came into what was written before: the texts as they were, and for those in
    /// which something was replaced what their placeholders stand for. Gives where those stand.
    pub(super) fn remember_replaced(
        &mut self,
        before: Vec<(Place, CleanText)>,
        standing: &HashMap<CleanText, Vec<Standing>>,
    ) -> Vec<Place> {
        let mut places = Vec::new();
        for (place, text) in before {
            let Some(standing) = standing.get(&text) else {
                continue;
            };
            places.push(place.clone());
            let typed = self.typed.of(&place);
            let markers = self.memory.markers_since(&text, typed, standing);
            self.typed.0.insert(place, markers);
        }
        places
    }

    /// Says of which draft what stands in a place was made.
    pub(super) fn remember_typed(&mut self, place: Place, draft: &str) {
        let markers: Vec<char> = draft.chars().filter(|typed| is_marker(*typed)).collect();
        self.typed.0.insert(place, markers);
    }

    /// Says that what stood in a place becomes the draft of a topic, behind what is written there.
    pub(super) fn put_markers_back(&mut self, from: &Place, topic: &TopicId) {
        let mut markers = if self.written(topic).is_empty() {
            Vec::new()
        } else {
            self.typed.of(&Place::Draft(topic.clone())).to_vec()
        };
        markers.extend(self.typed.of(from));
        self.typed.0.insert(Place::Draft(topic.clone()), markers);
    }

    /// A draft that was read with markers of which nothing is known, with those of which it was made.
    pub(super) fn with_known_markers(&self, place: &Place, draft: &str) -> String {
        self.memory.with_markers(draft, self.typed.of(place))
    }

    fn markers_at(&self, place: &Place) -> Vec<char> {
        let found = texts(self.state()).find(|(other, _)| other == place);
        let typed = self.typed.of(place);
        found.map_or_else(Vec::new, |(_, text)| self.memory.markers_of(text, typed))
    }

    /// Puts back into what was kept what is let through by now. A draft gets it in the editor, a reminder when it is
    /// taken up.
    fn settle_false_finds(&mut self) {
        let is_kept = |place: &Place| !matches!(place, Place::Draft(_) | Place::Parked(_));
        let kept = texts(self.state()).filter(|(place, _)| is_kept(place));
        let kept: Vec<_> = kept.map(|(at, text)| (at, text.clone())).collect();
        for (place, text) in kept {
            let markers = self.memory.markers_of(&text, self.typed.of(&place));
            if let Some((restored, left)) = self.memory.restore(&text, &markers) {
                // What is back in the clear is forgotten here: it may be replaced again, and the rest be taken back too.
                self.typed.0.insert(place.clone(), left);
                let masked = self.ledger.get(&place);
                self.change(place, restored, masked.clone(), masked);
            }
        }
    }
}
