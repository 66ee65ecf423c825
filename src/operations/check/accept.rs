//! Says that something only looks like a name, with a reason that stays in the session's log.

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::anonymise::{Certainty, CleanText, Memory, ProtectedWords, Scanner, redact_whole};
use crate::guide::Guide;
use crate::operations::guides;
use crate::operations::recording::record;
use crate::release::{Residual, residual};
use crate::session::{Event, Session, SessionId, TextPlace};
use crate::store::{Cleared, SaveError, Study, StudyError};

/// Who accepts: the one who works with the program.
const ROLE: &str = "interviewer";

/// What is accepted, and why.
#[derive(Debug)]
pub struct Acceptance<'text> {
    /// The session.
    pub session: SessionId,
    /// The text.
    pub place: TextPlace,
    /// Which of the hits in it, from 1.
    pub number: usize,
    /// Why it is no name.
    pub reason: &'text str,
    /// The names that must not reach the disk.
    pub protected: &'text ProtectedWords,
    /// The time.
    pub now: OffsetDateTime,
}

/// Why something was not accepted. Never holds any text.
#[derive(Debug, thiserror::Error)]
pub enum AcceptError {
    /// The session cannot be read.
    #[error(transparent)]
    Study(#[from] StudyError),
    /// It cannot be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// There is no such hit.
    #[error("there is no such hit")]
    Unknown,
    /// It was announced as a name.
    #[error("a protected word cannot be accepted")]
    Listed,
    /// It keeps nothing back.
    #[error("what is merely doubtful need not be accepted")]
    Doubtful,
    /// No reason was given.
    #[error("a reason is needed")]
    NoReason,
    /// The reason holds what looks like a name.
    #[error("the reason holds what looks like a name")]
    NameInReason,
}

/// Accepts a hit: the log then says which place it is, by which rule it was found, when, by whom and why, and never what
/// stands there. Gives what became of other files, as the first write after an interruption finishes what was begun.
///
/// # Errors
///
/// If it was not accepted. The session is then as it was.
pub fn accept(study: &Study, acceptance: &Acceptance<'_>) -> Result<Cleared, AcceptError> {
    let opened = study.open_session(&acceptance.session)?.undamaged()?;
    let state = opened.sitting.state();
    let guide = guides::of_session(study, state).ok();
    let event = waved(state, guide.as_ref(), acceptance)?;
    Ok(record(opened, vec![event])?)
}

/// What the log will say.
fn waved(
    session: &Session,
    guide: Option<&Guide>,
    acceptance: &Acceptance<'_>,
) -> Result<Event, AcceptError> {
    let reason = acceptance.reason.trim();
    if reason.is_empty() {
        return Err(AcceptError::NoReason);
    }
    let found = residual(session, guide, acceptance.protected);
    let hit = found
        .into_iter()
        .find(|found| found.place == acceptance.place && found.number == acceptance.number)
        .ok_or(AcceptError::Unknown)?;
    if hit.hit.listed {
        return Err(AcceptError::Listed);
    }
    if hit.hit.certainty < Certainty::Likely {
        return Err(AcceptError::Doubtful);
    }
    let language = session.header.language;
    let mut scanner = Scanner::new(language, &session.slots, &[], acceptance.protected);
    let is_name = |certainty: Certainty| certainty >= Certainty::Likely;
    let hits = scanner.scan(reason, language);
    if hits.iter().any(|hit| is_name(hit.certainty)) {
        return Err(AcceptError::NameInReason);
    }
    let mut memory = Memory::resume(language, &session.slots);
    let (reason, _, findings) = redact_whole(reason, &mut memory);
    if !findings.is_empty() {
        return Err(AcceptError::NameInReason);
    }
    Ok(accepted(&hit, reason, acceptance.now))
}

/// What the log says of a hit that is no name.
pub(in crate::operations) fn accepted(
    hit: &Residual,
    reason: CleanText,
    now: OffsetDateTime,
) -> Event {
    let (rule, certainty) = (hit.hit.rule.code(), hit.hit.certainty.code());
    // Only years beyond 9999 cannot be written so.
    let at = now.format(&Rfc3339).unwrap_or_default();
    Event::GateWaved {
        gate: format!("{} {rule} {certainty} {ROLE} {at}", hit.gate),
        reason,
    }
}
