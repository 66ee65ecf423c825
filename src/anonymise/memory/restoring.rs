//! Texts that were written with placeholders, and what of it is let through by now.

use std::ops::Range;

use zeroize::Zeroizing;

use super::{Memory, Placeholder, SlotKey};
use crate::anonymise::CleanText;
use crate::anonymise::layout::Layout;
use crate::anonymise::marker::Behind;
use crate::language::is_marker;

/// What a placeholder of a text that was searched again stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The text had it already. Its marker, behind which nothing is known.
    Before(char),
    /// It took the place of words.
    Replaced {
        /// Its marker, behind which the words are known.
        marker: char,
        /// How many placeholders stood among the words; then they are not known.
        placeholders: usize,
    },
}

/// What the placeholders of a text stand for in which replacements are put, each a marker.
pub(in crate::anonymise) fn standing(
    layout: &Layout,
    replacements: &[(Range<usize>, String)],
) -> Vec<Standing> {
    let is_within = |place: &Range<usize>, span: &Range<usize>| {
        span.start <= place.start && place.end <= span.end
    };
    let replaced = replacements.iter().filter_map(|(span, marker)| {
        let among = layout.markers().filter(|(place, _)| is_within(place, span));
        let standing = Standing::Replaced {
            marker: marker.chars().next()?,
            placeholders: among.count(),
        };
        Some((span.start, standing))
    });
    let before = layout.markers().filter(|(place, _)| {
        let mut spans = replacements.iter().map(|(span, _)| span);
        !spans.any(|span| is_within(place, span))
    });
    let before = before.map(|(place, marker)| (place.start, Standing::Before(marker)));
    let mut all: Vec<(usize, Standing)> = replaced.chain(before).collect();
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, standing)| standing).collect()
}

impl Memory {
    /// Whether it is known what was typed where a marker stands.
    pub fn is_original_known(&self, marker: char) -> bool {
        self.original(marker).is_some()
    }

    /// What was typed where a marker stands; nothing if it is not known.
    pub fn words_behind(&self, marker: char) -> Option<Zeroizing<String>> {
        let (_, words) = self.original(marker)?;
        Some(Zeroizing::new(words.to_owned()))
    }

    /// Whether taking one of two markers back takes the other back too: the same words, and every form of what nobody
    /// announced.
    pub fn are_alike(&self, one: char, other: char) -> bool {
        match (self.original(one), self.original(other)) {
            (Some((slot, words)), Some((of, form))) => {
                slot == of && (words == form || !self.announced.contains(&slot))
            }
            _ => false,
        }
    }

    /// A draft with what is let through by now in the place of its markers; beside it, where the cursor is then.
    pub fn let_through_in(&self, draft: &str, cursor: usize) -> (Zeroizing<String>, usize) {
        let mut whole = Zeroizing::new(String::with_capacity(draft.len() * 2 + 64));
        let mut moved = cursor;
        for (at, character) in draft.char_indices() {
            let let_through = is_marker(character) && self.is_taken_back(character);
            match self.original(character).filter(|_| let_through) {
                Some((_, words)) => {
                    whole.push_str(words);
                    if at < cursor {
                        moved = (moved + words.len()).saturating_sub(character.len_utf8());
                    }
                }
                None => whole.push(character),
            }
        }
        (whole, moved)
    }

    /// The markers of which a written text was made, one for each of its placeholders; none if they stand for others.
    ///
    /// What was let through meanwhile is not among its placeholders any more.
    pub fn markers_of(&self, text: &CleanText, typed: &[char]) -> Vec<char> {
        let places = self.placeholders(text.as_str()).into_iter();
        let slots: Vec<SlotKey> = places.map(|(_, slot)| slot).collect();
        self.aligned(&slots, typed)
    }

    /// The markers of a text that was searched again: those of which it was made before, and those of what was found.
    pub fn markers_since(
        &self,
        text: &CleanText,
        typed: &[char],
        standing: &[Standing],
    ) -> Vec<char> {
        let mut known = self.markers_of(text, typed).into_iter();
        let mut since = Vec::with_capacity(standing.len());
        for standing in standing {
            since.push(match standing {
                Standing::Before(marker) => known.next().unwrap_or(*marker),
                Standing::Replaced {
                    marker,
                    placeholders,
                } => {
                    if let Some(last) = placeholders.checked_sub(1) {
                        known.nth(last);
                    }
                    *marker
                }
            });
        }
        since
    }

    /// The markers here of what stood behind those of an earlier sitting; nothing if one was not of that sitting.
    pub fn markers_like(&mut self, earlier: &Self, typed: &[char]) -> Option<Vec<char>> {
        let entries = typed.iter().map(|marker| earlier.markers.get(*marker));
        let entries: Option<Vec<_>> = entries.collect();
        let entries = entries?.into_iter().cloned();
        Some(entries.map(|entry| self.markers.of(entry)).collect())
    }

    /// A draft that was read from a written text, with the markers of which that was made, as far as they are known.
    pub fn with_markers(&self, draft: &str, typed: &[char]) -> String {
        let read = draft.chars().filter(|character| is_marker(*character));
        let slots: Vec<SlotKey> = read.filter_map(|marker| self.slot_behind(marker)).collect();
        let mut known = self.aligned(&slots, typed).into_iter();
        let put = |character: char| {
            let marker = is_marker(character).then(|| known.next()).flatten();
            marker.unwrap_or(character)
        };
        draft.chars().map(put).collect()
    }

    /// A written text with what is let through by now in the place of its placeholders, whose markers these are; beside
    /// it, the markers that are left. Nothing if nothing is, or if it made a name with what stands beside it.
    pub fn restore(
        &mut self,
        text: &CleanText,
        markers: &[char],
    ) -> Option<(CleanText, Vec<char>)> {
        let text = text.as_str();
        let mut whole = Zeroizing::new(String::with_capacity(text.len() * 2 + 64));
        let mut left = Vec::with_capacity(markers.len());
        let mut at = 0;
        for ((place, _), marker) in self.placeholders(text).into_iter().zip(markers) {
            if self.is_taken_back(*marker) {
                whole.push_str(text.get(at..place.start)?);
                whole.push_str(self.original(*marker)?.1);
                at = place.end;
            } else {
                left.push(*marker);
            }
        }
        if at == 0 {
            return None;
        }
        whole.push_str(text.get(at..)?);
        let clean = CleanText::searched(whole.to_string());
        self.reclean(&clean).is_none().then_some((clean, left))
    }

    /// Whether a placeholder stands in a written text.
    pub fn has_placeholder(&self, text: &CleanText) -> bool {
        !self.placeholders(text.as_str()).is_empty()
    }

    /// A written text whose placeholders say no more than the kind: `[Person]`. It is for what several sessions share,
    /// where a number would mean somebody else.
    pub fn without_numbers(&self, text: &CleanText) -> CleanText {
        let text = text.as_str();
        let mut neutral = String::with_capacity(text.len());
        let mut at = 0;
        for (place, slot) in self.placeholders(text) {
            neutral.push_str(text.get(at..place.start).unwrap_or_default());
            neutral.push('[');
            neutral.push_str(slot.kind.word(self.language));
            neutral.push(']');
            at = place.end;
        }
        neutral.push_str(text.get(at..).unwrap_or_default());
        CleanText::searched(neutral)
    }

    /// The placeholders of a written text, and the slots that they stand for.
    fn placeholders(&self, text: &str) -> Vec<(Range<usize>, SlotKey)> {
        let opened = text.match_indices('[');
        let found = opened.filter_map(|(at, _)| {
            let placeholder = Placeholder::at_start(text.get(at..)?, self.language)?;
            let place = at..at + placeholder.length;
            let slot = placeholder.slot;
            let is_known = self.slots.has(slot);
            is_known.then(|| (place, self.slots.resolve(slot)))
        });
        found.collect()
    }

    fn aligned(&self, slots: &[SlotKey], typed: &[char]) -> Vec<char> {
        let stand_for = |markers: &[char]| {
            let of_markers = markers
                .iter()
                .filter_map(|marker| self.slot_behind(*marker));
            of_markers.eq(slots.iter().copied())
        };
        if stand_for(typed) {
            return typed.to_vec();
        }
        let is_left = |marker: &char| !self.is_taken_back(*marker);
        let left: Vec<char> = typed.iter().copied().filter(is_left).collect();
        if stand_for(&left) { left } else { Vec::new() }
    }

    /// The names by which a slot is found.
    pub fn names_of(&self, slot: SlotKey) -> Vec<Zeroizing<String>> {
        let known = self.known.of(slot);
        known.map(|known| known.name.reveal()).collect()
    }

    /// The slot that a marker stands for.
    pub fn slot_behind(&self, marker: char) -> Option<SlotKey> {
        let entry = self.markers.get(marker)?;
        Some(self.slots.resolve(entry.slot))
    }

    /// Whether what was typed where a marker stands is let through by now.
    fn is_taken_back(&self, marker: char) -> bool {
        let Some(entry) = self.markers.get(marker) else {
            return false;
        };
        let Behind::Original(original) = &entry.behind else {
            return false;
        };
        let is_announced = self.announced.contains(&self.slots.resolve(entry.slot));
        self.allowed.contains(original) || (!is_announced && self.is_ordinary(original))
    }
}
