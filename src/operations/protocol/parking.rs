//! Setting a point aside, and giving back to a draft what was set aside or kept.

use super::Protocol;
use super::doubts::Place;
use super::draft::Splice;
use super::keeping::{Marked, Withheld};
use crate::anonymise::CleanText;
use crate::session::{Event, Origin, Parked, Purpose, TopicId};

impl Protocol {
    /// Sets a point aside; the topic's draft, as far as it is written, becomes the reminder.
    ///
    /// # Errors
    ///
    /// If nothing is kept of that moment.
    pub fn park_draft(&mut self, topic: &TopicId, marked: Marked) -> Result<(), Withheld> {
        let at_ms = self.key_ms(marked)?;
        self.park_written(topic, at_ms);
        Ok(())
    }

    pub(super) fn park_written(&mut self, topic: &TopicId, at_ms: u64) {
        let text = self.written(topic);
        let number = self.next_parked();
        self.record(Event::Parked {
            number,
            topic: topic.clone(),
            text,
            at_ms,
        });
        let (draft, parked) = (Place::Draft(topic.clone()), Place::Parked(number));
        self.ledger.transfer(&draft, parked.clone());
        self.typed.transfer(&draft, parked);
        self.clear_draft(topic);
    }

    /// Takes up a parked point: its reminder goes back into the draft of its topic, behind what is written there. What is
    /// written afterwards stands where the point was said.
    pub fn take_up(&mut self, number: u32, origin: Origin) -> Option<TopicId> {
        let parked = self.waiting(number)?.clone();
        self.record(Event::Unparked { number });
        self.put_doubts_back(&Place::Parked(number), &parked.topic, &parked.text);
        let at_ms = match origin {
            Origin::Live => parked.at_ms,
            Origin::Memory | Origin::Recording | Origin::Approval => self.said_ms(parked.at_ms),
        };
        self.put_back(&parked.topic, at_ms, parked.text);
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

    fn next_parked(&self) -> u32 {
        let highest = self
            .sitting
            .events()
            .iter()
            .filter_map(|recorded| match recorded.event {
                Event::Parked { number, .. } => Some(number),
                _ => None,
            })
            .chain(self.state().parked.iter().map(|parked| parked.number))
            .max();
        highest.unwrap_or(0).saturating_add(1)
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
