//! The steps of the consent while an interview is kept.

use time::OffsetDateTime;

use super::Protocol;
use crate::language::Language;
use crate::session::{Answer, ConsentRecord, Event, Manner, NEEDED_BY_RECORDING};

impl Protocol {
    /// Notes the answer to a step of the consent. Without a yes to recording, or to what an interview needs, the recording
    /// ends.
    pub fn consent(
        &mut self,
        step: &str,
        answer: Answer,
        manner: Manner,
        language: Language,
        now: OffsetDateTime,
    ) {
        let last = self.state().record_of(step);
        if last.is_some_and(|last| (last.answer, last.manner) == (answer, manner)) {
            return;
        }
        self.record(Event::Consent(ConsentRecord {
            step: step.to_owned(),
            answer,
            manner,
            at: now,
            edition: self.guide.edition.clone(),
            language,
        }));
        let is_needed = step == NEEDED_BY_RECORDING || self.needed_steps().any(|id| id == step);
        if is_needed && answer != Answer::Yes {
            self.stop_recording(now);
        }
    }

    /// Takes over answers that were noted in the first note-taker's protocol, as they stand there.
    pub fn follow_consent(&mut self, records: &[ConsentRecord]) {
        for record in records {
            if self.state().record_of(&record.step) != Some(record) {
                self.record(Event::Consent(record.clone()));
            }
        }
    }

    /// Whether every step that the interview cannot begin without was answered with yes.
    pub fn may_begin(&self) -> bool {
        let mut needed = self.needed_steps();
        needed.all(|step| self.state().answer_to(step) == Some(Answer::Yes))
    }

    /// Whether a step without which there is no interview was answered with no or taken back, so that nothing more is
    /// written down.
    pub fn is_refused(&self) -> bool {
        self.needed_steps().any(|step| {
            let answer = self.state().answer_to(step);
            matches!(answer, Some(Answer::No | Answer::Withdrawn))
        })
    }

    /// Whether nothing was said yet, so that the session can be thrown away.
    pub fn is_empty(&self) -> bool {
        let state = self.state();
        state.clock.began.is_none() && state.notes.is_empty() && state.drafts.is_empty()
    }

    fn needed_steps(&self) -> impl Iterator<Item = &str> {
        let needed = self.guide.consent.iter().filter(|step| step.needed);
        needed.map(|step| step.id.as_str())
    }
}
