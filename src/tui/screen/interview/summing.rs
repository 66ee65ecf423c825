//! Writing the sentence of a cell: in the place of a note, and kept beside the notes.

use time::OffsetDateTime;

use super::{Interview, Notice};
use crate::anonymise::Boundary;
use crate::i18n::Text;
use crate::session::Purpose;

impl Interview {
    /// Whether what is written in the topic becomes the sentence of its cell.
    pub fn is_summing_up(&self) -> bool {
        self.protocol.purpose_of(&self.topic) == Purpose::Sentence
    }

    /// Takes the sentence of the cell up, or begins it; once more leaves it as it is.
    pub(super) fn sum_up(&mut self, now: OffsetDateTime) {
        if self.is_summing_up() {
            self.leave_sentence();
            return;
        }
        if !self.editor.is_empty() {
            self.notice = Some(Notice::of(Text::NoticeDraftBeforeSentence));
            return;
        }
        let topic = self.topic.clone();
        let text = self.protocol.summary_to_write(&topic);
        self.editor.set(&text, text.len());
        self.label_markers();
        if !text.is_empty() {
            self.started_ms = Some(self.protocol.elapsed_ms(now).unwrap_or(0));
            self.protocol.draft_shown(&text);
            self.search(Boundary::Settle);
        }
    }

    /// Keeps what is written as the sentence of the cell; nothing takes the sentence away.
    pub(super) fn keep_sentence(&mut self) {
        let draft = self.editor.take();
        let topic = self.topic.clone();
        self.protocol.summarise(&topic, &draft);
        self.end_sentence();
        self.summed_up = Some(topic);
        self.say_replaced_before(None);
    }

    /// Leaves the sentence as it was.
    fn leave_sentence(&mut self) {
        drop(self.editor.take());
        let topic = self.topic.clone();
        self.protocol.clear_draft(&topic);
        self.end_sentence();
    }

    fn end_sentence(&mut self) {
        self.protocol.draft_shown("");
        self.started_ms = None;
        self.held = 0;
    }
}
