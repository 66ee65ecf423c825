//! What is written around the interview: what a survey said before; postscript, approval, type.

use time::{Date, OffsetDateTime};

use super::Protocol;
use super::doubts::Place;
use super::draft::Drafted;
use crate::analysis::{Standing, gate_without_answer, review_digest, standing};
use crate::anonymise::{Boundary, CleanText};
use crate::language::is_marker;
use crate::session::{
    Approval, ApprovalStep, CooperationType, Event, NoteId, Outcome, TopicId, TypeView,
};

/// What the drafts of fields of the postscript stand under, as if they were topics.
const POSTSCRIPT: &str = "postscript";

impl Protocol {
    /// A field of the postscript as it is edited: what was being written when the program ended, else what is kept.
    pub fn postscript_to_edit(&mut self, field: &str) -> String {
        if let Some((text, _)) = self.draft_of(&topic_of(field)) {
            return text;
        }
        let kept = self.state().postscript.get(field).cloned();
        let Some(kept) = kept else {
            return String::new();
        };
        self.text_with_words(&Place::Postscript(field.to_owned()), &kept)
    }

    /// Searches a field of the postscript while it is written, and lets what may be written happen: word by word, as
    /// with a note.
    pub fn draft_postscript(
        &mut self,
        field: &str,
        text: &str,
        cursor: usize,
        boundary: Boundary,
    ) -> Drafted {
        self.draft_of_no_moment(&topic_of(field), text, cursor, boundary, 0)
    }

    /// Whether a field of the postscript is being written, so that it differs from what is kept.
    pub fn is_writing_postscript(&self, field: &str) -> bool {
        self.has_draft(&topic_of(field))
    }

    /// Keeps what is written in a field of the postscript.
    pub fn keep_postscript(&mut self, field: &str, text: &str) {
        let topic = topic_of(field);
        // What was only looked at is not searched again: another search may find more.
        let is_drafted = self.state().drafts.contains_key(&topic);
        let shown = zeroize::Zeroizing::new(self.postscript_to_edit(field));
        if !is_drafted && self.spelled_out(&shown) == self.spelled_out(text) {
            return;
        }
        let before = self.state().postscript.get(field).cloned();
        let drafted = self.draft_of_no_moment(&topic, text, text.len(), Boundary::Settle, 0);
        let written = self.written(&topic).narrowed(str::trim);
        let place = Place::Postscript(field.to_owned());
        self.remember_typed(place.clone(), &drafted.text);
        self.ledger.transfer(&Place::Draft(topic.clone()), place);
        self.clear_draft(&topic);
        if before.unwrap_or_else(CleanText::empty) != written {
            self.record(Event::PostscriptSet {
                field: field.to_owned(),
                text: written,
            });
        }
        self.search_learned();
    }

    /// A text with labels in the place of markers, which are others each time a text is laid out.
    fn spelled_out(&self, text: &str) -> zeroize::Zeroizing<String> {
        let mut spelled = zeroize::Zeroizing::new(String::with_capacity(text.len()));
        for character in text.chars() {
            match self.label(character).filter(|_| is_marker(character)) {
                Some(label) => spelled.push_str(&label),
                None => spelled.push(character),
            }
        }
        spelled
    }

    /// Takes a step of the approval, for the text as it is now.
    pub fn take_approval(&mut self, step: ApprovalStep, now: OffsetDateTime) {
        let digest = review_digest(self.state());
        self.record(Event::ApprovalSet(Approval {
            step,
            at: now,
            digest,
        }));
    }

    /// Awaits the answer to what was sent until another day; what was sent, and when, stays as it was noted.
    pub fn await_answer_until(&mut self, until: Date) {
        let is_sent = |approval: &&Approval| matches!(approval.step, ApprovalStep::Sent { .. });
        let Some(sent) = self.state().approvals.iter().rfind(is_sent).cloned() else {
            return;
        };
        let step = ApprovalStep::Sent { until };
        if sent.step != step {
            self.record(Event::ApprovalSet(Approval { step, ..sent }));
        }
    }

    /// Releases the text as it is now though no answer came in time; whether that was so.
    pub fn release_without_answer(&mut self, reason: &str, now: OffsetDateTime) -> bool {
        let is_expired = matches!(standing(self.state(), now.date()), Standing::Expired { .. });
        if is_expired {
            let gate = gate_without_answer(self.state());
            self.wave(&gate, reason);
        }
        is_expired
    }

    /// Sets the type of the cooperation as this interview shows it, with the notes that support it.
    pub fn set_type(&mut self, kind: Option<CooperationType>, notes: &[NoteId]) {
        let view = kind.map(|kind| TypeView {
            kind,
            notes: notes.to_vec(),
        });
        if self.state().type_view != view {
            self.record(Event::TypeSet(view));
        }
    }
}

impl Protocol {
    /// Notes what a survey said before the interview, searched for names.
    pub fn prefill(&mut self, answers: &[(String, String)]) {
        for (key, answer) in answers {
            let value = self.clean(answer);
            let known = self.state().prefill.get(key).map(|known| &known.value);
            if known != Some(&value) {
                self.record(Event::Prefilled {
                    key: key.clone(),
                    value: Some(value),
                });
            }
        }
    }

    /// Says what the interview made of an answer to the survey; the same again takes it back.
    pub fn assess(&mut self, key: &str, outcome: Outcome) {
        let Some(known) = self.state().prefill.get(key) else {
            return;
        };
        let outcome = (known.outcome != Some(outcome)).then_some(outcome);
        self.record(Event::PrefillAssessed {
            key: key.to_owned(),
            outcome,
        });
    }
}

fn topic_of(field: &str) -> TopicId {
    TopicId::new(&format!("{POSTSCRIPT}.{field}"))
}
