//! Keeping what was written behind a damage of the journal.

use super::Protocol;
use super::draft::Keeping;
use crate::session::{Draft, Note, Purpose, TopicId};
use crate::store::Rescued;

impl Protocol {
    /// Keeps texts that were rescued: a note under the next number and at its time, a draft behind what is being written in
    /// its topic. What a note was coded as is not taken over, since it was not seen.
    pub fn rescue(&mut self, rescued: Vec<Rescued>) {
        for rescued in rescued {
            match rescued {
                Rescued::Note(note) => self.keep_rescued(*note),
                Rescued::Draft(topic, draft) => {
                    self.rescue_draft(&topic, draft);
                }
            }
        }
        self.search_learned();
    }

    /// A draft becomes what it was to become, if that is there and nothing else is being written in its topic.
    fn rescue_draft(&mut self, topic: &TopicId, draft: Draft) {
        let is_there = match draft.purpose {
            Purpose::Change(note) => self.state().note(note).is_some(),
            Purpose::Note(_) | Purpose::Sentence => true,
        };
        if is_there && !self.state().drafts.contains_key(topic) {
            self.restore_draft(topic, draft);
        } else {
            self.put_back(topic, draft.started_ms, draft.text);
        }
    }

    fn keep_rescued(&mut self, note: Note) {
        let keeping = Keeping {
            started_ms: note.at_ms,
            language: note.language,
            prompting: note.prompting,
            origin: note.origin,
            age: note.age,
        };
        self.add_note(&note.topic, note.kind, note.text, keeping);
    }
}
