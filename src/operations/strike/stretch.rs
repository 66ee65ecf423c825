//! Where a stretch that is to be struck lies in the interview.

use time::OffsetDateTime;

use super::StrikeError;
use crate::session::{MissingRecording, Moment, Session, Span};

/// The stretch between two moments of the protocol that leads, as far as there was an interview or anything was written
/// down in one of its protocols.
///
/// # Errors
///
/// If its end lies before its beginning, nothing of it lies in the interview or its recording, or there is none of them.
pub(super) fn stretch(
    leading: &Session,
    others: &[&Session],
    (from, to): (Moment, Moment),
    now: OffsetDateTime,
) -> Result<Span, StrikeError> {
    let id = &leading.header.id;
    let ended_ms = leading
        .ends_ms(now)
        .ok_or_else(|| StrikeError::NotBegun(id.clone()))?;
    let from = positioned(leading, from)?;
    let to = positioned(leading, to)?;
    if to.at_ms < from.at_ms {
        return Err(StrikeError::Backwards);
    }
    let to_ms = u64::try_from(to.at_ms).map_err(|_| StrikeError::BeforeBeginning)?;
    let from_ms = u64::try_from(from.at_ms).unwrap_or(0);
    let last_ms = ended_ms.max(last_known_ms(leading, others));
    let end_ms = from.recording_ends_ms.unwrap_or(last_ms);
    if from_ms > end_ms {
        return Err(StrikeError::Beyond { end_ms });
    }
    let end_ms = to.recording_ends_ms.unwrap_or(last_ms);
    Ok(Span {
        from_ms,
        to_ms: to_ms.min(end_ms).max(from_ms),
    })
}

/// The last that the protocols know of the interview, on the clock of the one that leads: where another was closed, and
/// the last text of them all, since what is added from memory may stand behind the end.
fn last_known_ms(leading: &Session, others: &[&Session]) -> u64 {
    let last_of = |other: &&Session| {
        let closed = other
            .closed
            .and_then(|closed| other.clock.elapsed_ms(closed));
        let last_ms = other.last_text_ms().max(closed.unwrap_or(0));
        last_ms.saturating_add_signed(other.clock.milliseconds_after(&leading.clock))
    };
    let last_ms = others.iter().map(last_of).max();
    leading.last_text_ms().max(last_ms.unwrap_or(0))
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
            let recording = recording.ok_or(StrikeError::NoRecording(MissingRecording {
                number,
                recordings: session.clock.recordings.len(),
            }))?;
            Ok(Positioned {
                at_ms: recording.position_of(at_ms),
                recording_ends_ms: recording.ends_ms(),
            })
        }
    }
}
