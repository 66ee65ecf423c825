//! What is settled at the end of an interview.

use time::OffsetDateTime;

use super::Protocol;
use crate::session::{Event, TopicId};

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

    /// Says that what follows is on the record again, if it was not.
    pub fn end_off_record(&mut self, now: OffsetDateTime) {
        let mut stretches = self.state().off_record.iter();
        if stretches.any(|stretch| stretch.to_ms.is_none()) {
            let at_ms = self.elapsed_ms(now).unwrap_or(0);
            self.record(Event::OffRecord { at_ms, on: false });
        }
    }

    /// Whether the interview is closed, so that everything else comes after it.
    pub fn is_closed(&self) -> bool {
        self.state().closed.is_some()
    }

    /// Closes the interview.
    pub fn close(&mut self, now: OffsetDateTime) {
        self.record(Event::Closed(now));
    }
}
