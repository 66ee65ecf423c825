//! Giving back to a draft what was set aside or kept.

use super::Protocol;
use super::doubts::Place;
use super::draft::Splice;
use crate::anonymise::CleanText;
use crate::session::{Event, Parked, Purpose, TopicId};

impl Protocol {
    /// Takes up a parked point: its reminder goes back into the draft of its topic, behind what is written there.
    pub fn take_up(&mut self, number: u32) -> Option<TopicId> {
        let parked = self.waiting(number)?.clone();
        self.record(Event::Unparked { number });
        self.put_doubts_back(&Place::Parked(number), &parked.topic, &parked.text);
        self.put_back(&parked.topic, parked.at_ms, parked.text);
        Some(parked.topic)
    }

    /// Says that a parked point is done with; its text stays in the record.
    pub fn settle_parked(&mut self, number: u32) {
        if self.waiting(number).is_some() {
            self.record(Event::ParkedSettled { number });
        }
    }

    fn waiting(&self, number: u32) -> Option<&Parked> {
        let mut waiting = self.state().waiting();
        waiting.find(|parked| parked.number == number)
    }

    /// Makes a text the draft of a topic again, to become a note. What is being written there stays before it; if that was
    /// to take the place of something, it is set aside as a parked point.
    pub(super) fn put_back(&mut self, topic: &TopicId, at_ms: u64, text: CleanText) {
        if text.is_empty() {
            return;
        }
        if !self.purpose_of(topic).is_note() {
            match self.state().drafts.get(topic).map(|draft| draft.started_ms) {
                Some(started_ms) => self.park_written(topic, started_ms),
                None => self.mean(topic, Purpose::default()),
            }
        }
        let written = self.written(topic);
        let (started_ms, draft) = match self.state().drafts.get(topic) {
            Some(draft) => (
                draft.started_ms,
                written.spliced(usize::MAX, 0, &text.behind('\n')),
            ),
            None => (at_ms, text),
        };
        self.edit_draft(topic, started_ms, Splice::whole(draft));
    }
}
