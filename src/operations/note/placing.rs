//! Where in the interview a note from outside stands.

use super::{NewNote, NoteError};
use crate::session::{Moment, Progress, Session, Span};

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
        return match withheld_at(state, started_ms) {
            Some(span) => Err(NoteError::Withheld(span)),
            None => Ok(started_ms),
        };
    };
    let (said_ms, end_ms) = match moment {
        Moment::InInterview(at_ms) => (at_ms, None),
        Moment::InRecording { number, at_ms } => in_recording(state, number, at_ms)
            .ok_or_else(|| NoteError::NoRecording(new.session.clone()))?,
    };
    if let Some(end_ms) = end_ms.or_else(|| state.ends_ms(new.now))
        && said_ms > end_ms
    {
        return Err(NoteError::Beyond { end_ms });
    }
    if let Some(span) = withheld_at(state, said_ms) {
        return Err(NoteError::Withheld(span));
    }
    // What is placed by hand is shown where it was placed, whatever the lead of live notes is. What was said just before
    // a stretch of which nothing is kept was not typed in it.
    let lead_ms = running.map_or(0, |_| state.clock.lead_ms);
    let started_ms = said_ms.saturating_add(lead_ms);
    Ok(withheld_at(state, started_ms).map_or(started_ms, |span| {
        span.from_ms.saturating_sub(1).max(said_ms)
    }))
}

/// Where a place in a recording lies in the interview, and where that recording ends, if it was stopped. Nothing if there
/// is no such recording, or none was agreed to.
fn in_recording(state: &Session, number: usize, at_ms: u64) -> Option<(u64, Option<u64>)> {
    let recording = state.clock.recording(number)?;
    state
        .may_record()
        .then(|| (recording.in_interview(at_ms), recording.ends_ms()))
}

/// The stretch of which nothing is kept, since it was off the record or is struck, if the moment lies in one.
fn withheld_at(state: &Session, at_ms: u64) -> Option<Span> {
    // What the interview went off the record with and was never ended lasts until it is closed.
    let open_until_ms = match state.progress() {
        Progress::Closed => state.last_note_ms(),
        Progress::Prepared | Progress::Open => u64::MAX,
    };
    let mut spans = state.withheld_spans(open_until_ms);
    spans.find(|span| span.holds(at_ms))
}
