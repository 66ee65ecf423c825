//! What speaks against releasing a session.

use thiserror::Error;

use super::{Level, Residual};
use crate::analysis::is_settled;
use crate::anonymise::{Certainty, Kind, Rule};
use crate::language::Language;
use crate::session::{Answer, Session, SessionId, TextPlace};

/// A session that is not released at a level, with everything that speaks against it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{session} is not released at the level {level}")]
pub struct Refused {
    /// The session.
    pub session: SessionId,
    /// The level.
    pub level: Level,
    /// What speaks against it; never empty.
    pub reasons: Vec<Refusal>,
}

/// One thing that speaks against releasing a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The level is made of many sessions together: one alone is always one person.
    OnlyTogether(Level),
    /// A step of the consent was not answered, or with no.
    NoConsent {
        /// Which step.
        step: &'static str,
    },
    /// A step of the consent was withdrawn.
    ConsentWithdrawn {
        /// Which step.
        step: &'static str,
    },
    /// The interviewee wants to see the protocol first, and has not approved it.
    ApprovalPending,
    /// The interviewee objected to the release.
    Objected,
    /// The interview has not begun.
    NotBegun,
    /// It follows another guide than the others.
    OtherGuide(String),
    /// Too few others speak its language, which every text tells.
    RareLanguage(Language),
    /// So many notes are begun and not kept.
    OpenDrafts(usize),
    /// A text holds what looks like a name.
    LooksLikeName {
        /// Which text.
        place: TextPlace,
        /// Which of the hits in it, from 1.
        number: usize,
        /// What it looks like.
        kind: Kind,
        /// How sure that is.
        certainty: Certainty,
        /// By which rule it was found.
        rule: Rule,
        /// Whether it was announced, so that it cannot be accepted.
        listed: bool,
    },
}

impl Refusal {
    /// That a text looks like a name.
    pub(super) fn of_name(residual: &Residual) -> Self {
        Self::LooksLikeName {
            place: residual.place.clone(),
            number: residual.number,
            kind: residual.hit.kind,
            certainty: residual.hit.certainty,
            rule: residual.hit.rule,
            listed: residual.hit.listed,
        }
    }
}

/// The steps of the consent without which nothing goes to the archive. They can never be waved through.
const NEEDED_FOR_ARCHIVE: [&str; 3] = ["c1", "c2", "c4"];

/// Everything that speaks against releasing a session at a level.
pub(super) fn reasons(session: &Session, level: Level, residual: &[Residual]) -> Vec<Refusal> {
    let mut reasons = match level {
        // The interviewer's own work, and the version for the interviewee, are free: the latter is how a pending
        // approval comes about. What looks like a name in it is named beside it.
        Level::Working | Level::Review => return Vec::new(),
        Level::Archive => reasons_against_archive(session),
        Level::Analysis | Level::Publication => vec![Refusal::OnlyTogether(level)],
    };
    let blocking = residual.iter().filter(|residual| residual.blocks());
    reasons.extend(blocking.map(Refusal::of_name));
    reasons
}

fn reasons_against_archive(session: &Session) -> Vec<Refusal> {
    let mut reasons = reasons_of_interviewee(session, &NEEDED_FOR_ARCHIVE);
    if !session.drafts.is_empty() {
        reasons.push(Refusal::OpenDrafts(session.drafts.len()));
    }
    reasons
}

/// What the interviewee did not agree to: these steps of the consent, and the protocol itself.
pub(super) fn reasons_of_interviewee(session: &Session, steps: &[&'static str]) -> Vec<Refusal> {
    let mut reasons: Vec<Refusal> = steps
        .iter()
        .copied()
        .filter_map(|step| match session.answer_to(step) {
            Some(Answer::Yes) => None,
            Some(Answer::Withdrawn) => Some(Refusal::ConsentWithdrawn { step }),
            Some(Answer::No) | None => Some(Refusal::NoConsent { step }),
        })
        .collect();
    if !is_settled(session) {
        reasons.push(if session.is_objected() {
            Refusal::Objected
        } else {
            Refusal::ApprovalPending
        });
    }
    reasons
}
