//! What is settled at the end of an interview.

use time::OffsetDateTime;

use super::Protocol;
use crate::session::{Event, NoteId, PhoneReason, TopicId};

impl Protocol {
    /// Says that somebody looked again at what was not understood.
    pub fn settle_gap(&mut self, topic: &TopicId, at_ms: u64) {
        let mut gaps = self.state().gaps.iter();
        if gaps.any(|gap| &gap.topic == topic && gap.at_ms == at_ms && !gap.settled) {
            self.record(Event::GapSettled {
                topic: topic.clone(),
                at_ms,
            });
        }
    }

    /// Says why the interview is held by phone.
    pub fn set_phone_reason(&mut self, reason: PhoneReason) {
        if self.state().header.reason != Some(reason) {
            self.record(Event::ReasonSet(reason));
        }
    }

    /// Says that a note that waits for its place stays where it is.
    pub fn place_where_it_is(&mut self, note: NoteId) {
        let found = self.state().note(note).map(|note| note.topic.clone());
        if let Some(topic) = found.filter(|_| self.state().unplaced.contains(&note)) {
            self.record(Event::NoteMoved { note, topic });
        }
    }

    /// Whether the interview is closed, so that everything else comes after it.
    pub fn is_closed(&self) -> bool {
        self.state().closed.is_some()
    }

    /// Closes the interview; a recording that runs ends with it.
    pub fn close(&mut self, now: OffsetDateTime) {
        self.stop_recording(now);
        self.record(Event::Closed(now));
    }
}
