//! A note whose text comes as a whole: from the standard input, or put in by another program.

use super::Protocol;
use super::doubts::{Masks, Place};
use super::draft::Keeping;
use super::keeping::Withheld;
use crate::session::{NoteId, NoteKind, TopicId};

impl Protocol {
    /// Keeps a text as one note of this kind; line breaks stay. An empty text becomes none.
    ///
    /// What is being written in the topic stays as it is.
    ///
    /// # Errors
    ///
    /// If nothing is kept of the moment at which it would stand.
    pub fn keep_whole(
        &mut self,
        topic: &TopicId,
        kind: NoteKind,
        text: &str,
        keeping: Keeping,
    ) -> Result<Option<NoteId>, Withheld> {
        self.may_keep_of(keeping.started_ms)?;
        let text = match (kind, NoteKind::split(text)) {
            // Quotation marks are put around a quote when it is shown.
            (NoteKind::Quote, (NoteKind::Quote, inner)) => inner,
            _ => text.trim(),
        };
        if text.is_empty() {
            return Ok(None);
        }
        let masked = self.search_field(text);
        let draft = self.state().drafts.get(topic).cloned();
        let doubts = Masks::new(&masked.text, masked.doubts);
        let id = self.add_note(topic, kind, masked.text, keeping);
        self.ledger.set(Place::Note(id), doubts);
        // A note that is kept ends its topic's draft; this one was not made of it.
        if let Some(draft) = draft {
            self.restore_draft(topic, draft);
        }
        Ok(Some(id))
    }
}
