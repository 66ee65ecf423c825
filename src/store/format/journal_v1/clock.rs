//! Changes of the clock as they stand in a journal.

use serde::{Deserialize, Serialize};

use super::super::field::Moment;
use crate::session;

/// A change of the clock.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ClockChange {
    Begins(Moment),
    BeginsByTyping(Moment),
    RecordingRuns(Moment),
    RecordingStopped(Moment),
    RecordingShifted { number: u32, by_ms: i64 },
    Jumped(i64),
    Slept { at_ms: u64, by_ms: i64 },
    ClockSet { at_ms: u64, by_ms: i64 },
    JumpCounts { number: u32, counts: bool },
    LeadSet(u64),
    MinutesPlanned(u32),
    MinutesOfGuide,
}

impl From<session::ClockChange> for ClockChange {
    fn from(change: session::ClockChange) -> Self {
        use session::ClockChange as Domain;
        match change {
            Domain::Begins(at) => Self::Begins(Moment(at)),
            Domain::BeginsByTyping(at) => Self::BeginsByTyping(Moment(at)),
            Domain::RecordingRuns(at) => Self::RecordingRuns(Moment(at)),
            Domain::RecordingStopped(at) => Self::RecordingStopped(Moment(at)),
            Domain::RecordingShifted { number, by_ms } => Self::RecordingShifted { number, by_ms },
            Domain::Jumped(by) => Self::Jumped(by),
            Domain::Slept { at_ms, by_ms } => Self::Slept { at_ms, by_ms },
            Domain::ClockSet { at_ms, by_ms } => Self::ClockSet { at_ms, by_ms },
            Domain::JumpCounts { number, counts } => Self::JumpCounts { number, counts },
            Domain::LeadSet(lead_ms) => Self::LeadSet(lead_ms),
            Domain::MinutesPlanned(Some(minutes)) => Self::MinutesPlanned(minutes),
            Domain::MinutesPlanned(None) => Self::MinutesOfGuide,
        }
    }
}

impl From<ClockChange> for session::ClockChange {
    fn from(change: ClockChange) -> Self {
        match change {
            ClockChange::Begins(at) => Self::Begins(at.0),
            ClockChange::BeginsByTyping(at) => Self::BeginsByTyping(at.0),
            ClockChange::RecordingRuns(at) => Self::RecordingRuns(at.0),
            ClockChange::RecordingStopped(at) => Self::RecordingStopped(at.0),
            ClockChange::RecordingShifted { number, by_ms } => {
                Self::RecordingShifted { number, by_ms }
            }
            ClockChange::Jumped(by) => Self::Jumped(by),
            ClockChange::Slept { at_ms, by_ms } => Self::Slept { at_ms, by_ms },
            ClockChange::ClockSet { at_ms, by_ms } => Self::ClockSet { at_ms, by_ms },
            ClockChange::JumpCounts { number, counts } => Self::JumpCounts { number, counts },
            ClockChange::LeadSet(lead_ms) => Self::LeadSet(lead_ms),
            ClockChange::MinutesPlanned(minutes) => Self::MinutesPlanned(Some(minutes)),
            ClockChange::MinutesOfGuide => Self::MinutesPlanned(None),
        }
    }
}
