//! Every text of a session with its place.

use super::{LogEntry, Session, Span, TextPlace};
use crate::anonymise::CleanText;

impl Session {
    /// Every text that is not empty with its place, in the order in which a session holds them.
    pub fn placed_texts(&self) -> Vec<(TextPlace, &CleanText)> {
        let mut texts = Vec::new();
        let mut look = |text, place| texts.push((place, text));
        for note in &self.notes {
            look(&note.text, TextPlace::Note(note.id));
            if let Some(translation) = &note.translation {
                look(translation, TextPlace::Translation(note.id));
            }
        }
        for parked in &self.parked {
            look(&parked.text, TextPlace::Parked(parked.number));
        }
        for (topic, draft) in &self.drafts {
            look(&draft.text, TextPlace::Draft(topic.clone()));
        }
        for (topic, text) in &self.summaries {
            look(text, TextPlace::Summary(topic.clone()));
        }
        for (field, text) in &self.postscript {
            look(text, TextPlace::Postscript(field.clone()));
        }
        for (key, prefill) in &self.prefill {
            look(&prefill.value, TextPlace::Prefill(key.clone()));
        }
        for slot in &self.slots {
            if let Some(label) = &slot.label {
                look(label, TextPlace::Label(slot.key));
            }
        }
        for (number, reason) in (1..).zip(self.reasons()) {
            look(reason, TextPlace::Reason(number));
        }
        texts.retain(|(_, text)| !text.is_empty());
        texts
    }

    /// Why points were left open, in the order in which the log holds them.
    fn reasons(&self) -> impl Iterator<Item = &CleanText> {
        self.log.iter().filter_map(|entry| match entry {
            LogEntry::Waved { reason, .. } => Some(reason),
            _ => None,
        })
    }

    /// How many reasons the log holds for points that were left open.
    pub(super) fn waved(&self) -> usize {
        self.reasons().count()
    }

    /// The places of all texts that `wanted` picks, in the order in which a session holds them.
    pub fn places_of(&self, wanted: impl Fn(&CleanText) -> bool) -> Vec<TextPlace> {
        let texts = self.placed_texts().into_iter();
        let found = texts.filter(|(_, text)| wanted(text));
        found.map(|(place, _)| place).collect()
    }

    /// Every text that was written down in a stretch of the interview: notes, parked points, and what is being written.
    pub fn places_in(&self, span: Span) -> Vec<TextPlace> {
        let notes = self.notes.iter().filter(|note| span.holds(note.at_ms));
        let notes = notes.map(|note| TextPlace::Note(note.id));
        let parked = self.parked.iter();
        let parked = parked.filter(|parked| span.holds(parked.at_ms) && !parked.text.is_empty());
        let parked = parked.map(|parked| TextPlace::Parked(parked.number));
        let drafts = self.drafts.iter();
        let drafts = drafts.filter(|(_, draft)| span.holds(draft.started_ms));
        let drafts = drafts.map(|(topic, _)| TextPlace::Draft(topic.clone()));
        notes.chain(parked).chain(drafts).collect()
    }
}
