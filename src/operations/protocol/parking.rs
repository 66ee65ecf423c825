//! Giving back to a draft what was set aside or kept.

use super::Protocol;
use super::doubts::Place;
use super::draft::Splice;
use crate::anonymise::CleanText;
use crate::session::TopicId;

impl Protocol {
    /// Takes up a parked point: its reminder goes back into the draft of its topic, behind what is written there.
    pub fn take_up(&mut self, number: u32) -> Option<TopicId> {
        let mut parked = self.state().parked.iter();
        let parked = parked.find(|parked| parked.number == number)?.clone();
        self.unpark(number);
        self.put_doubts_back(&Place::Parked(number), &parked.topic, &parked.text);
        self.put_back(&parked.topic, parked.at_ms, parked.text);
        Some(parked.topic)
    }

    /// Makes a text the draft of a topic again; what is being written there stays before it.
    pub(super) fn put_back(&mut self, topic: &TopicId, at_ms: u64, text: CleanText) {
        if text.is_empty() {
            return;
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
