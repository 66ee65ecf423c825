//! Changing a note that was kept.

use time::OffsetDateTime;

use super::Protocol;
use super::doubts::Place;
use super::keeping::Withheld;
use super::rewind::as_typed;
use crate::anonymise::Boundary;
use crate::session::{Draft, Event, NoteId, NoteKind, Origin, Purpose, Revision, TopicId};

/// How a note is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// From what; while the interview goes on it is [`Origin::Live`], which is not kept.
    pub origin: Origin,
    /// When.
    pub now: OffsetDateTime,
    /// Where in the interview lies what is listened to meanwhile, in milliseconds since it began.
    pub heard_ms: Option<u64>,
}

impl Protocol {
    /// Makes a note's text the draft of its topic, to be changed there; the note stays as it is until then. Nothing if
    /// something else is being written there.
    pub fn begin_change(&mut self, note: NoteId) -> Option<TopicId> {
        let found = self.state().note(note)?.clone();
        let topic = found.topic.clone();
        if self.state().drafts.contains_key(&topic) {
            return None;
        }
        let text = as_typed(&found);
        self.put_doubts_back(&Place::Note(note), &topic, &text);
        let draft = Draft {
            text,
            started_ms: found.at_ms,
            purpose: Purpose::Change(note),
        };
        self.restore_draft(&topic, draft);
        Some(topic)
    }

    /// Puts a draft in the place of a note. An empty draft, and one that says the same, leave the note as it is.
    ///
    /// What the interviewee corrected is taken out for good: no file and no undo brings back what the note said before.
    ///
    /// # Errors
    ///
    /// If nothing is kept of the moment at which it stands, or of that which is listened to; the draft stays.
    pub fn change_note(
        &mut self,
        note: NoteId,
        topic: &TopicId,
        draft: &str,
        change: Change,
    ) -> Result<(), Withheld> {
        let Some(before) = self.state().note(note).cloned() else {
            // It was struck meanwhile; what is written stays a draft.
            return Ok(());
        };
        self.may_keep_of(before.at_ms)?;
        change
            .heard_ms
            .map_or(Ok(()), |heard_ms| self.may_keep_of(heard_ms))?;
        let drafted = self.draft(topic, draft, draft.len(), Boundary::Settle, before.at_ms);
        self.remember_typed(Place::Note(note), &drafted.text);
        let written = self.written(topic);
        let (kind, _) = NoteKind::split(written.as_str());
        let text = written.narrowed(|typed| NoteKind::split(typed).1);
        if text.is_empty() || (kind, &text) == (before.kind, &before.text) {
            self.ledger
                .transfer(&Place::Draft(topic.clone()), Place::Note(note));
            self.clear_draft(topic);
            return Ok(());
        }
        self.keep_doubts(topic, note);
        self.clear_draft(topic);
        let revised = (change.origin != Origin::Live).then(|| Revision {
            origin: change.origin,
            age: self.state().age_at(change.now),
        });
        self.record(Event::NoteChanged {
            note,
            kind,
            text: text.clone(),
            revised,
        });
        if change.origin == Origin::Approval {
            let recorded = self.sitting.strike_former(note);
            self.records.push(recorded);
            self.rewrite = true;
        }
        self.search_seams_of(note, &before.topic);
        self.search_learned();
        Ok(())
    }

    /// Searches where a changed note meets those beside it in its cell.
    fn search_seams_of(&mut self, note: NoteId, topic: &TopicId) {
        let ids: Vec<NoteId> = self
            .state()
            .notes_in(topic)
            .iter()
            .map(|note| note.id)
            .collect();
        let Some(here) = ids.iter().position(|id| *id == note) else {
            return;
        };
        if let Some(earlier) = here.checked_sub(1).and_then(|index| ids.get(index)) {
            self.search_seam(*earlier, note);
        }
        if let Some(later) = ids.get(here + 1) {
            self.search_seam(note, *later);
        }
    }
}
