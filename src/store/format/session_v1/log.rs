//! What happened besides notes.

use serde::{Deserialize, Serialize};

use super::super::field::{Moment, Text};
use super::super::words::LanguageWord;
use super::SlotNumber;
use crate::session;

/// An entry of the log.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum LogEntry {
    Resumed(Moment),
    BegunByTyping,
    ClockJumped(i64),
    Finding {
        rule: String,
        slot: SlotNumber,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        certainty: Option<String>,
    },
    Purged(SlotNumber),
    Waved {
        gate: String,
        reason: Text,
    },
    LanguageSwitched(LanguageWord),
    Merged {
        taker: u8,
        at: Moment,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        slots: Vec<(SlotNumber, SlotNumber)>,
    },
}

impl From<&session::LogEntry> for LogEntry {
    fn from(entry: &session::LogEntry) -> Self {
        use session::LogEntry as Domain;
        match entry {
            Domain::Resumed(at) => Self::Resumed(Moment(*at)),
            Domain::BegunByTyping => Self::BegunByTyping,
            Domain::ClockJumped(by) => Self::ClockJumped(*by),
            Domain::Finding {
                rule,
                slot,
                detected,
            } => Self::Finding {
                rule: rule.clone(),
                slot: (*slot).into(),
                kind: detected.as_ref().map(|detected| detected.kind.clone()),
                certainty: detected.as_ref().map(|detected| detected.certainty.clone()),
            },
            Domain::Purged(slot) => Self::Purged((*slot).into()),
            Domain::Waved { gate, reason } => Self::Waved {
                gate: gate.clone(),
                reason: reason.into(),
            },
            Domain::LanguageSwitched(language) => Self::LanguageSwitched((*language).into()),
            Domain::Merged { taker, at, slots } => Self::Merged {
                taker: *taker,
                at: Moment(*at),
                slots: SlotNumber::pairs(slots),
            },
        }
    }
}

impl From<LogEntry> for session::LogEntry {
    fn from(entry: LogEntry) -> Self {
        match entry {
            LogEntry::Resumed(at) => Self::Resumed(at.0),
            LogEntry::BegunByTyping => Self::BegunByTyping,
            LogEntry::ClockJumped(by) => Self::ClockJumped(by),
            LogEntry::Finding {
                rule,
                slot,
                kind,
                certainty,
            } => Self::Finding {
                rule,
                slot: slot.into(),
                detected: kind
                    .zip(certainty)
                    .map(|(kind, certainty)| session::Detected { kind, certainty }),
            },
            LogEntry::Purged(slot) => Self::Purged(slot.into()),
            LogEntry::Waved { gate, reason } => Self::Waved {
                gate,
                reason: reason.into(),
            },
            LogEntry::LanguageSwitched(language) => Self::LanguageSwitched(language.into()),
            LogEntry::Merged { taker, at, slots } => Self::Merged {
                taker,
                at: at.0,
                slots: slots
                    .into_iter()
                    .map(|(from, into)| (from.into(), into.into()))
                    .collect(),
            },
        }
    }
}
