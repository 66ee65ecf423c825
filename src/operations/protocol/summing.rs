//! Putting the notes of a cell into one sentence, beside the notes.
//!
//! It is written in the draft of the topic like a note, so that it is searched for names at each boundary and no finished
//! word is lost.

use super::Protocol;
use super::doubts::Place;
use crate::anonymise::{Boundary, CleanText};
use crate::session::{Event, Purpose, TopicId};

impl Protocol {
    /// The sentence of a cell as it is edited in its topic's draft, with markers in place of names.
    pub fn summary_to_write(&mut self, topic: &TopicId) -> String {
        let summary = self.state().summaries.get(topic).cloned();
        let masks = self.ledger.get(&Place::Summary(topic.clone()));
        self.ledger.set(Place::Draft(topic.clone()), masks);
        self.put_markers_back(&Place::Summary(topic.clone()), topic);
        self.mean(topic, Purpose::Sentence);
        self.draft_with_words(topic, &summary.unwrap_or_default())
    }

    /// Makes a draft the sentence of its cell; an empty one takes the sentence away.
    pub fn summarise(&mut self, topic: &TopicId, draft: &str) {
        let started_ms = self.state().drafts.get(topic);
        let started_ms = started_ms.map_or(0, |draft| draft.started_ms);
        let end = draft.len();
        let drafted = self.draft_of_no_moment(topic, draft, end, Boundary::Settle, started_ms);
        self.remember_typed(Place::Summary(topic.clone()), &drafted.text);
        let text = self.written(topic).narrowed(str::trim);
        let known = self.state().summaries.get(topic);
        if known.map_or("", CleanText::as_str) != text.as_str() {
            let place = Place::Summary(topic.clone());
            let before = self.ledger.get(&place);
            self.record(Event::CellSummarised {
                topic: topic.clone(),
                text,
            });
            self.ledger
                .transfer(&Place::Draft(topic.clone()), place.clone());
            let after = self.ledger.get(&place);
            let sequence = self.state().sequence;
            self.ledger.remember(sequence, place, before, after);
        }
        self.clear_draft(topic);
        self.search_learned();
    }
}
