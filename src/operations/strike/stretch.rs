//! Where a stretch that is to be struck lies in the interview.

use time::OffsetDateTime;

use super::StrikeError;
use crate::session::{Moment, Session, Span};

/// The stretch between two moments, as far as there was an interview.
///
/// # Errors
///
/// If its end lies before its beginning, nothing of it lies in the interview or its recording, or there is none of them.
pub(super) fn stretch(
    session: &Session,
    from: Moment,
    to: Moment,
    now: OffsetDateTime,
) -> Result<Span, StrikeError> {
    let id = &session.header.id;
    let ended_ms = session
        .ends_ms(now)
        .ok_or_else(|| StrikeError::NotBegun(id.clone()))?;
    let from = positioned(session, from)?;
    let to = positioned(session, to)?;
    if to.at_ms < from.at_ms {
        return Err(StrikeError::Backwards);
    }
    let to_ms = u64::try_from(to.at_ms).map_err(|_| StrikeError::BeforeBeginning)?;
    let from_ms = u64::try_from(from.at_ms).unwrap_or(0);
    // What is added from memory may stand behind the end of the interview.
    let noted_ms = ended_ms.max(session.last_note_ms());
    if from_ms > from.recording_ends_ms.unwrap_or(noted_ms) {
        let end_ms = from.recording_ends_ms.unwrap_or(ended_ms);
        return Err(StrikeError::Beyond { end_ms });
    }
    let last_ms = to.recording_ends_ms.unwrap_or(noted_ms);
    Ok(Span {
        from_ms,
        to_ms: to_ms.min(last_ms).max(from_ms),
    })
}

/// A moment on the clock of the interview.
struct Positioned {
    /// Milliseconds since the interview began, below zero before.
    at_ms: i64,
    /// Where the recording ends in which it was given, if it was stopped.
    recording_ends_ms: Option<u64>,
}

fn positioned(session: &Session, moment: Moment) -> Result<Positioned, StrikeError> {
    match moment {
        Moment::InInterview(at_ms) => Ok(Positioned {
            at_ms: i64::try_from(at_ms).unwrap_or(i64::MAX),
            recording_ends_ms: None,
        }),
        Moment::InRecording { number, at_ms } => {
            let recording = session.clock.recording(number);
            let recording =
                recording.ok_or_else(|| StrikeError::NoRecording(session.header.id.clone()))?;
            Ok(Positioned {
                at_ms: recording.position_of(at_ms),
                recording_ends_ms: recording.ends_ms(),
            })
        }
    }
}
