//! The clock of a session: when it began, its recordings and pauses.

use serde::{Deserialize, Serialize};

use super::super::field::Moment;
use super::super::words::PauseWord;
use crate::session;

/// The clock.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Clock {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    began: Option<Moment>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    recordings_ms: Vec<i64>,
    /// Where a recording was stopped: its number from 1, and when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    stopped_ms: Vec<(u32, i64)>,
    /// By how much places in a recording are later than its key said: its number from 1, and by how much.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    shifted_ms: Vec<(u32, i64)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pauses: Vec<Pause>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    jumps: Vec<Jump>,
    /// The lead, if it is another than the usual one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lead_ms: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    planned_minutes: Option<u32>,
}

/// A jump of the machine's clock: where, by how much, and whether that is time of the interview.
#[derive(Debug, Serialize, Deserialize)]
struct Jump(u64, i64, bool);

/// A pause: its beginning, its end if it ended, and why.
#[derive(Debug, Serialize, Deserialize)]
struct Pause(u64, Option<u64>, PauseWord);

impl Clock {
    /// Whether it can be left out.
    pub(super) fn is_empty(&self) -> bool {
        let Self {
            began,
            recordings_ms,
            stopped_ms: _,
            shifted_ms: _,
            pauses,
            jumps,
            lead_ms,
            planned_minutes,
        } = self;
        let has_run = began.is_some() || !recordings_ms.is_empty() || !pauses.is_empty();
        !has_run && jumps.is_empty() && lead_ms.is_none() && planned_minutes.is_none()
    }
}

impl From<&session::Clock> for Clock {
    fn from(clock: &session::Clock) -> Self {
        let session::Clock {
            began,
            lead_ms,
            planned_minutes,
            recordings,
            pauses,
            jumps,
        } = clock;
        Self {
            began: began.map(Moment),
            recordings_ms: recordings
                .iter()
                .map(|recording| recording.zero_ms)
                .collect(),
            stopped_ms: (1_u32..)
                .zip(recordings)
                .filter_map(|(number, recording)| Some((number, recording.stopped_ms?)))
                .collect(),
            shifted_ms: (1_u32..)
                .zip(recordings)
                .map(|(number, recording)| (number, recording.shift_ms))
                .filter(|(_, shift_ms)| *shift_ms != 0)
                .collect(),
            pauses: pauses
                .iter()
                .map(|pause| Pause(pause.from_ms, pause.to_ms, pause.reason.into()))
                .collect(),
            jumps: jumps
                .iter()
                .map(|jump| Jump(jump.at_ms, jump.by_ms, jump.counts))
                .collect(),
            lead_ms: Some(*lead_ms).filter(|lead_ms| *lead_ms != session::LEAD_MS),
            planned_minutes: *planned_minutes,
        }
    }
}

impl From<Clock> for session::Clock {
    fn from(file: Clock) -> Self {
        let of_number = |list: &[(u32, i64)], number| {
            let found = list.iter().find(|(other, _)| *other == number);
            found.map(|(_, milliseconds)| *milliseconds)
        };
        let recording = |(number, zero_ms): (u32, i64)| session::Recording {
            zero_ms,
            stopped_ms: of_number(&file.stopped_ms, number),
            shift_ms: of_number(&file.shifted_ms, number).unwrap_or(0),
        };
        let pause = |Pause(from_ms, to_ms, reason): Pause| session::Pause {
            from_ms,
            to_ms,
            reason: reason.into(),
        };
        Self {
            began: file.began.map(|moment| moment.0),
            recordings: (1_u32..).zip(file.recordings_ms).map(recording).collect(),
            pauses: file.pauses.into_iter().map(pause).collect(),
            jumps: file
                .jumps
                .into_iter()
                .map(|Jump(at_ms, by_ms, counts)| session::Jump {
                    at_ms,
                    by_ms,
                    counts,
                })
                .collect(),
            lead_ms: file
                .lead_ms
                .map_or(session::LEAD_MS, |lead| lead.min(session::LONGEST_LEAD_MS)),
            planned_minutes: file.planned_minutes,
        }
    }
}
