//! What is not to be kept: stretches off the record, and what is struck.

use time::OffsetDateTime;

use super::Protocol;
use super::doubts::Place;
use crate::session::{Event, NoteId, Pair, Sought, Span, TextPlace};

impl Protocol {
    /// Goes off the record. Before the interview begins there is no record to go off.
    pub fn start_off_record(&mut self, now: OffsetDateTime) -> bool {
        let at_ms = self.elapsed_ms(now);
        let goes = at_ms.filter(|_| !self.state().is_off_record());
        if let Some(at_ms) = goes {
            self.record(Event::OffRecord { at_ms, on: true });
        }
        goes.is_some()
    }

    /// Goes on the record again.
    pub fn end_off_record(&mut self, now: OffsetDateTime) {
        let at_ms = self.elapsed_ms(now).unwrap_or(0);
        if self.state().is_off_record() {
            self.record(Event::OffRecord { at_ms, on: false });
        }
    }

    /// Takes a note out for good.
    pub fn strike(&mut self, note: NoteId) {
        if self.state().note(note).is_some() {
            self.strike_places(&[TextPlace::Note(note)]);
        }
    }

    /// Takes texts out for good.
    pub fn strike_places(&mut self, places: &[TextPlace]) {
        if places.is_empty() {
            return;
        }
        for place in places {
            self.forget_doubts_of(place);
        }
        let recorded = self.sitting.strike_texts(places);
        self.records.extend(recorded);
        self.rewrite = true;
    }

    /// Takes everything out for good that was written down in a stretch of the interview.
    pub fn strike_span(&mut self, span: Span) {
        for place in self.state().places_in(span) {
            self.forget_doubts_of(&place);
        }
        let recorded = self.sitting.strike_span(span);
        self.records.extend(recorded);
        self.rewrite = true;
    }

    /// Takes every text out for good that holds these words, here and in other versions of the session; also those that
    /// only undo could bring back.
    pub fn strike_sought(&mut self, sought: Sought) {
        for place in self.state().places_of(|text| sought.stands_in(text)) {
            self.forget_doubts_of(&place);
        }
        let recorded = self.sitting.strike_sought(&sought);
        self.records.extend(recorded);
        self.sought.push(sought);
        self.rewrite = true;
    }

    /// Words to look for, and what stands in their place if they are a name that is known; nothing if there are none.
    pub fn sought(&self, words: &str) -> Option<Sought> {
        let language = self.state().header.language;
        let placeholders = self.memory.named(words).into_iter();
        let placeholders = placeholders.map(|slot| slot.placeholder(language));
        Some(Sought::new(words)?.or_placeholders(placeholders))
    }

    /// Says that notes of two note-takers that lie side by side were looked at.
    pub fn settle_overlap(&mut self, pair: Pair) {
        if self.state().overlaps().contains(&pair) {
            self.record(Event::OverlapSettled(pair));
        }
    }

    fn forget_doubts_of(&mut self, place: &TextPlace) {
        let place = match place {
            TextPlace::Note(note) => Place::Note(*note),
            TextPlace::Draft(topic) => Place::Draft(topic.clone()),
            TextPlace::Parked(number) => Place::Parked(*number),
            _ => return,
        };
        self.ledger.forget(&place);
    }
}
