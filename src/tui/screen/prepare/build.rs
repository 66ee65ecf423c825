//! From the filled-in form to a session that is ready.

use std::sync::Arc;

use time::OffsetDateTime;

use super::{ANSWERS, Field, Missing, Prepare, Prepared, Texts};
use crate::anonymise::Memory;
use crate::guide::{Guide, Mode};
use crate::operations::protocol::Protocol;
use crate::session::{
    Answer, GuideReference, Header, Manner, PhoneReason, Session, SessionId, Sitting,
};
use crate::tui::screen::Value;

/// The reasons for the phone, in the order in which they are offered.
pub const REASONS: [PhoneReason; 4] = [
    PhoneReason::Distance,
    PhoneReason::Schedule,
    PhoneReason::Wish,
    PhoneReason::Other,
];

impl Prepare {
    /// The session with what is filled in.
    pub(super) fn build(&mut self, now: OffsetDateTime) -> Result<Prepared, Missing> {
        let answers = match &self.earlier {
            Some(protocol) => self.answers(&protocol.state().header.id)?,
            None => self.answers(&self.session()?)?,
        };
        let words = self.words();
        let texts = Texts {
            country: self.country(),
            answers,
        };
        let is_new = self.earlier.is_none();
        let mut protocol = match self.earlier.take() {
            Some(protocol) => *protocol,
            None => self.build_new(now)?,
        };
        self.hand_over(&mut protocol, now);
        if !is_new {
            protocol.settle_names();
        }
        Ok(Prepared {
            protocol,
            is_new,
            texts,
            words,
        })
    }

    /// The session with what is filled in, if that suffices for the interview to begin.
    pub(super) fn build_to_begin(&mut self, now: OffsetDateTime) -> Result<Prepared, Missing> {
        let refused = self.guide().is_some_and(|guide| {
            let needed = guide.consent.iter().filter(|step| step.needed);
            needed
                .into_iter()
                .any(|step| self.answer(&step.id) != Some(Answer::Yes))
        });
        if refused {
            return Err(Missing::Consent);
        }
        self.build(now)
    }

    /// Fills in what an earlier preparation holds.
    pub(super) fn fill_from_earlier(&mut self) {
        let Some(protocol) = &self.earlier else {
            return;
        };
        let (state, guide) = (protocol.state(), protocol.guide());
        for row in &mut self.rows {
            let Value::Choice { chosen, .. } = &mut row.value else {
                continue;
            };
            match &row.field {
                Field::Reason => {
                    let reason = state.header.reason;
                    *chosen = reason_index(reason);
                }
                Field::Consent(step) => *chosen = answer_index(state, step),
                Field::Attribute(id) => *chosen = value_index(guide, state, id),
                Field::Check(id) => *chosen = usize::from(state.ticked.contains(id)),
                _ => {}
            }
            self.earlier_choices.insert(row.field.clone(), *chosen);
        }
    }

    /// The name of the session as it is filled in.
    fn session(&self) -> Result<SessionId, Missing> {
        let typed = self.text(&Field::Session).trim();
        typed.parse().map_err(|_| Missing::SessionName)
    }

    fn build_new(&self, now: OffsetDateTime) -> Result<Protocol, Missing> {
        let id = self.session()?;
        if self.taken.contains(&id) {
            return Err(Missing::FreeName);
        }
        let guide = Arc::clone(self.shared_guide().ok_or(Missing::Guide)?);
        let language = self.language();
        let chosen = self.chosen(&Field::Reason).checked_sub(1);
        let reason = chosen.and_then(|chosen| REASONS.get(chosen)).copied();
        let header = Header {
            id,
            guide: GuideReference::to(&guide, language),
            mode: self.mode(),
            reason: reason.filter(|_| self.mode() == Mode::Phone),
            language,
            created: now,
            invented: false,
            pilot: self.chosen(&Field::Pilot) == 1,
        };
        let mut protocol = Protocol::new(
            guide,
            Sitting::new(Session::new(header)),
            Memory::new(language),
        );
        protocol.prepare();
        Ok(protocol)
    }

    fn hand_over(&self, protocol: &mut Protocol, now: OffsetDateTime) {
        let language = self.language();
        protocol.protect(&self.words().list());
        protocol.follow_consent(&self.followed_consent());
        for (index, row) in self.rows.iter().enumerate() {
            let Value::Choice { chosen, .. } = row.value else {
                continue;
            };
            // What an earlier preparation says stays as it was said there, until it is changed.
            if self.earlier_choices.get(&row.field) == Some(&chosen) {
                continue;
            }
            match &row.field {
                Field::Consent(_) if self.is_followed(index) => {}
                Field::Consent(step) => {
                    // The second answer is a yes in writing, the third one in words.
                    let manner = if chosen == 1 {
                        Manner::Written
                    } else {
                        Manner::Oral
                    };
                    if let Some(answer) = ANSWERS.get(chosen).copied().flatten() {
                        protocol.consent(step, answer, manner, language, now);
                    }
                }
                Field::Attribute(id) => {
                    let guide = protocol.guide();
                    let attribute = guide
                        .attributes
                        .iter()
                        .find(|attribute| &attribute.id == id);
                    let value = attribute
                        .and_then(|attribute| attribute.values.get(chosen.checked_sub(1)?))
                        .map(|value| value.id.clone());
                    protocol.set_attribute(id, value.as_deref());
                }
                Field::Check(id) if protocol.state().ticked.contains(id) != (chosen == 1) => {
                    protocol.toggle_tick(id);
                }
                _ => {}
            }
        }
    }

    fn answer(&self, step: &str) -> Option<Answer> {
        let chosen = self.chosen(&Field::Consent(step.to_owned()));
        ANSWERS.get(chosen).copied().flatten()
    }
}

/// Which choice a reason for the phone is; the first is that none was said.
pub(super) fn reason_index(reason: Option<PhoneReason>) -> usize {
    let known = REASONS.iter().position(|other| Some(*other) == reason);
    known.map_or(0, |index| index + 1)
}

pub(super) fn answer_index(state: &Session, step: &str) -> usize {
    let record = state
        .consent
        .iter()
        .rev()
        .find(|record| record.step == step);
    match record.map(|record| (record.answer, record.manner)) {
        None => 0,
        Some((Answer::Yes, Manner::Written | Manner::Email)) => 1,
        Some((Answer::Yes, Manner::Oral | Manner::OnTape)) => 2,
        Some((Answer::No | Answer::Withdrawn, _)) => 3,
    }
}

pub(super) fn value_index(guide: &Guide, state: &Session, id: &str) -> usize {
    let attribute = guide.attributes.iter().find(|attribute| attribute.id == id);
    let value = state.attributes.get(id);
    attribute
        .zip(value)
        .and_then(|(attribute, value)| attribute.values.iter().position(|other| &other.id == value))
        .map_or(0, |index| index + 1)
}
