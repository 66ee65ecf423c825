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
            let at_ms = self.behind_marks(at_ms);
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
        self.forget_purposes(places);
        self.rewrite = true;
    }

    /// Takes everything out for good that was written down in a stretch of the interview.
    pub fn strike_span(&mut self, span: Span) {
        let places = self.state().places_in(span);
        for place in &places {
            self.forget_doubts_of(place);
        }
        let recorded = self.sitting.strike_span(span);
        self.records.extend(recorded);
        self.forget_purposes(&places);
        self.rewrite = true;
    }

    /// Takes every text out for good that holds these words, here and in other versions of the session; also those that
    /// only undo could bring back.
    pub fn strike_sought(&mut self, sought: Sought) {
        let places = self.state().places_of(|text| sought.stands_in(text));
        for place in &places {
            self.forget_doubts_of(place);
        }
        let recorded = self.sitting.strike_sought(&sought);
        self.records.extend(recorded);
        self.forget_purposes(&places);
        self.sought.push(sought);
        self.rewrite = true;
    }

    /// Words to look for, and what stands in their place if they are a name that is known; nothing if there are none.
    pub fn sought(&self, words: &str) -> Option<Sought> {
        let language = self.state().header.language;
        Some(Sought::new(words)?.or_named(&self.memory, language))
    }

    /// Says that notes of two note-takers that lie side by side were looked at.
    pub fn settle_overlap(&mut self, pair: Pair) {
        if self.state().overlaps().contains(&pair) {
            self.record(Event::OverlapSettled(pair));
        }
    }

    /// What was struck is to be changed no more.
    fn forget_purposes(&mut self, struck: &[TextPlace]) {
        self.meant.retain(|topic, purpose| {
            let replaced = purpose.replaces(topic);
            let is_struck = |place: &TextPlace| {
                *place == TextPlace::Draft(topic.clone()) || Some(place) == replaced.as_ref()
            };
            !struck.iter().any(is_struck)
        });
    }

    fn forget_doubts_of(&mut self, place: &TextPlace) {
        let place = match place {
            TextPlace::Note(note) => Place::Note(*note),
            TextPlace::Draft(topic) => Place::Draft(topic.clone()),
            TextPlace::Parked(number) => Place::Parked(*number),
            TextPlace::Summary(topic) => Place::Summary(topic.clone()),
            TextPlace::Postscript(field) => Place::Postscript(field.clone()),
            TextPlace::Translation(_)
            | TextPlace::Prefill(_)
            | TextPlace::Label(_)
            | TextPlace::Reason(_) => return,
        };
        self.ledger.forget(&place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::{Layers, Memory};
    use crate::language::Language;
    use crate::operations::guides;
    use crate::operations::protocol::doubts::Masks;
    use crate::operations::strike::tests::{id, two_takers};
    use crate::session::TopicId;

    /// A7 of the field brief: what is struck is held in memory no longer than it stands.
    #[test]
    fn the_doubtful_words_of_a_text_go_with_it() {
        let (_folder, study) = two_takers();
        let sitting = study.open_session(&id()).unwrap().sitting;
        let guide = guides::of_session(&study, sitting.state()).unwrap();
        let memory = Memory::resume(Language::De, &[]);
        let protocol = Protocol::new(guide, sitting, memory);
        let mut protocol = protocol.listening(Layers::ALL, [""; 0]);
        let topic = TopicId::new("b3.t2");
        protocol.summarise(&topic, "mit Vorsokratisierung dort");
        protocol.keep_postscript("setting", "mit Vorsokratisierung dort");
        for (text, place) in [
            (TextPlace::Summary(topic.clone()), Place::Summary(topic)),
            (
                TextPlace::Postscript("setting".to_owned()),
                Place::Postscript("setting".to_owned()),
            ),
        ] {
            assert_ne!(protocol.ledger.get(&place), Masks::default());
            protocol.strike_places(&[text]);
            assert_eq!(protocol.ledger.get(&place), Masks::default());
        }
    }
}
