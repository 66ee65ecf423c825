//! What has to be cut out of the recordings: stretches off the record, and what was struck.

use crate::session::{NoteId, Recording, Session, Span};

/// How long before a struck note's place what it said may have begun: one listens before one writes.
const BEFORE_NOTE_MS: u64 = 30_000;

/// A stretch to be cut out of a recording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cut {
    /// Which recording, from 1.
    pub recording: usize,
    /// Its beginning, in milliseconds since the recording's zero.
    pub from_ms: u64,
    /// Its end, on the same scale; nothing if it lasts as long as the recording.
    pub to_ms: Option<u64>,
    /// Why.
    pub reason: Reason,
}

/// Why something has to be cut out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It was off the record.
    OffRecord,
    /// The stretch was struck.
    Struck,
    /// This note was struck. Where what it said begins and ends has to be listened for.
    StruckNote(NoteId),
}

/// What has to be cut out of a session's recordings, by recording and time.
pub fn cut_list(session: &Session) -> Vec<Cut> {
    let off_record = session
        .off_record
        .iter()
        .map(|stretch| (stretch.from_ms, stretch.to_ms, Reason::OffRecord));
    let struck = session.struck_spans.iter();
    let struck = struck.map(|span| (span.from_ms, Some(span.to_ms), Reason::Struck));
    let is_in_stretch = |at_ms: u64| {
        let mut spans = session.struck_spans.iter();
        spans.any(|span: &Span| span.holds(at_ms))
    };
    let notes = session
        .tombstones
        .iter()
        .filter(|tombstone| !is_in_stretch(tombstone.at_ms));
    let before_ms = session.clock.lead_ms.saturating_add(BEFORE_NOTE_MS);
    let notes = notes.map(|tombstone| {
        let from_ms = tombstone.at_ms.saturating_sub(before_ms);
        let reason = Reason::StruckNote(tombstone.note);
        (from_ms, Some(tombstone.at_ms), reason)
    });
    let stretches: Vec<_> = off_record.chain(struck).chain(notes).collect();
    let recordings = (1..).zip(&session.clock.recordings);
    let mut cuts: Vec<Cut> = recordings
        .flat_map(|(number, recording)| {
            let cut = |(from_ms, to_ms, reason): &(u64, Option<u64>, Reason)| {
                let (from_ms, to_ms) = within(recording, *from_ms, *to_ms)?;
                Some(Cut {
                    recording: number,
                    from_ms,
                    to_ms,
                    reason: *reason,
                })
            };
            stretches.iter().filter_map(cut).collect::<Vec<Cut>>()
        })
        .collect();
    cuts.sort_unstable();
    cuts
}

/// The part of a stretch of the interview that lies in a recording, in milliseconds since its zero.
fn within(recording: &Recording, from_ms: u64, to_ms: Option<u64>) -> Option<(u64, Option<u64>)> {
    let in_recording = |at_ms: u64| {
        let at_ms = i64::try_from(at_ms).unwrap_or(i64::MAX);
        at_ms.saturating_sub(recording.begins_ms())
    };
    let length = recording
        .stopped_ms
        .map(|stop| stop.saturating_sub(recording.begins_ms()));
    let from = in_recording(from_ms).max(0);
    let to = match (to_ms.map(in_recording), length) {
        (Some(to), Some(length)) => Some(to.min(length)),
        (to, length) => to.or(length),
    };
    if length.is_some_and(|length| from >= length) || to.is_some_and(|to| to <= from) {
        return None;
    }
    let from = u64::try_from(from).ok()?;
    Some((from, to.and_then(|to| u64::try_from(to).ok())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::example;
    use crate::session::{OffRecord, Tombstone, TopicId};

    fn recorded() -> Session {
        let mut session = example::session();
        session.tombstones.clear();
        session.clock.recordings = vec![
            Recording {
                zero_ms: -5_000,
                stopped_ms: Some(600_000),
                shift_ms: 0,
            },
            Recording {
                zero_ms: 700_000,
                stopped_ms: None,
                shift_ms: 0,
            },
        ];
        session
    }

    /// A6
    #[test]
    fn a_stretch_off_the_record_is_cut_out_of_every_recording_that_heard_it() {
        let mut session = recorded();
        session.off_record = vec![OffRecord {
            from_ms: 590_000,
            to_ms: Some(710_000),
        }];
        let cut = |recording, from_ms, to_ms| Cut {
            recording,
            from_ms,
            to_ms,
            reason: Reason::OffRecord,
        };
        assert_eq!(
            cut_list(&session),
            [cut(1, 595_000, Some(605_000)), cut(2, 0, Some(10_000))]
        );
        session.off_record[0].to_ms = None;
        assert_eq!(
            cut_list(&session),
            [cut(1, 595_000, Some(605_000)), cut(2, 0, None)]
        );
    }

    #[test]
    fn a_struck_note_is_cut_from_before_it_was_written() {
        let mut session = recorded();
        let tombstone = |id: &str, at_ms| Tombstone {
            note: id.parse().unwrap(),
            topic: TopicId::new("b1.t1"),
            at_ms,
        };
        session.tombstones = vec![tombstone("1.7", 100_000), tombstone("1.8", 300_000)];
        session.struck_spans = vec![Span {
            from_ms: 250_000,
            to_ms: 310_000,
        }];
        let cuts: Vec<(u64, Option<u64>, Reason)> = cut_list(&session)
            .into_iter()
            .map(|cut| (cut.from_ms, cut.to_ms, cut.reason))
            .collect();
        let note = Reason::StruckNote("1.7".parse().unwrap());
        assert_eq!(
            cuts,
            [
                (70_000, Some(105_000), note),
                (255_000, Some(315_000), Reason::Struck),
            ]
        );
    }
}
