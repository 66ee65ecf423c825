//! Where in the interview a note from outside stands.

use super::{NewNote, NoteError};
use crate::session::{MissingRecording, Moment, Session};

/// When the first key of a note would have been pressed, in milliseconds since the interview began. `running` is that
/// time now, while the interview is being held.
///
/// # Errors
///
/// If nothing is kept of that moment, or it lies in no recording or behind the interview.
pub(super) fn started_ms(
    state: &Session,
    new: &NewNote<'_>,
    running: Option<u64>,
) -> Result<u64, NoteError> {
    let Some(moment) = new.at else {
        // What is added afterwards comes after what was noted before.
        let started_ms = running.unwrap_or_else(|| state.last_note_ms());
        return match state.withheld_at(started_ms) {
            Some(span) => Err(NoteError::Withheld(span)),
            None => Ok(started_ms),
        };
    };
    let (said_ms, end_ms) = match moment {
        Moment::InInterview(at_ms) => (at_ms, None),
        Moment::InRecording { number, at_ms } => in_recording(state, number, at_ms)?,
    };
    if let Some(end_ms) = end_ms.or_else(|| state.ends_ms(new.now))
        && said_ms > end_ms
    {
        return Err(NoteError::Beyond { end_ms });
    }
    if let Some(span) = state.withheld_at(said_ms) {
        return Err(NoteError::Withheld(span));
    }
    // What is placed by hand is shown where it was placed, whatever the lead of live notes is.
    let lead_ms = running.map_or(0, |_| state.clock.lead_ms);
    Ok(state.key_ms(said_ms, lead_ms))
}

/// Where a place in a recording lies in the interview, and where that recording ends, if it was stopped.
///
/// # Errors
///
/// If there is no such recording, or none was agreed to.
fn in_recording(
    state: &Session,
    number: usize,
    at_ms: u64,
) -> Result<(u64, Option<u64>), NoteError> {
    let may_record = state.may_record();
    match state.clock.recording(number).filter(|_| may_record) {
        Some(recording) => Ok((recording.in_interview(at_ms), recording.ends_ms())),
        None => Err(NoteError::NoRecording(MissingRecording {
            number,
            recordings: if may_record {
                state.clock.recordings.len()
            } else {
                0
            },
        })),
    }
}
