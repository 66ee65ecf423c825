//! The entries of a session's lists beside its notes: drafts, what was parked, stretches, consent, slots.

use serde::{Deserialize, Serialize};

use super::super::field::{Moment, Named, Text, plainly};
use super::super::words::{AnswerWord, LanguageWord, MannerWord, SlotWord, StateWord};
use super::becomes::Becomes;
use crate::anonymise::{self, SlotKey};
use crate::session::{self, NoteId, TopicId};

/// What is being written in a topic.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Draft {
    started_ms: u64,
    text: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    becomes: Option<Becomes>,
}

/// A point to come back to.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Parked {
    number: u32,
    topic: String,
    at_ms: u64,
    text: Text,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    settled: bool,
}

/// A place where something was not understood: topic and time.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Gap(String, u64);

/// A stretch off the record: its beginning, and its end if it ended.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct OffRecord(u64, Option<u64>);

/// A stretch that has ended: its beginning and its end.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::store::format) struct Span(u64, u64);

/// A step on the way through the guide: topic, and time if the interview had begun.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Visit(String, Option<u64>);

/// What stands in place of a struck note: its number, topic and time.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::store::format) struct Tombstone(Named<NoteId>, String, u64);

/// The answer to a step of the consent.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store::format) struct Consent {
    step: String,
    answer: AnswerWord,
    manner: MannerWord,
    at: Moment,
    edition: String,
    language: LanguageWord,
}

/// A slot.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store::format) struct Slot {
    key: SlotNumber,
    listed: bool,
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "plainly"
    )]
    label: Option<Text>,
}

/// Which slot: kind and number.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::store::format) struct SlotNumber(SlotWord, u32);

impl From<&session::Draft> for Draft {
    fn from(draft: &session::Draft) -> Self {
        let session::Draft {
            text,
            started_ms,
            purpose,
        } = draft;
        Self {
            started_ms: *started_ms,
            text: text.into(),
            becomes: Becomes::of(*purpose),
        }
    }
}

impl From<Draft> for session::Draft {
    fn from(file: Draft) -> Self {
        Self {
            text: file.text.into(),
            started_ms: file.started_ms,
            purpose: Becomes::purpose(file.becomes),
        }
    }
}

impl From<&session::Parked> for Parked {
    fn from(parked: &session::Parked) -> Self {
        let session::Parked {
            number,
            topic,
            text,
            at_ms,
            settled,
        } = parked;
        Self {
            number: *number,
            topic: topic.to_string(),
            at_ms: *at_ms,
            text: text.into(),
            settled: *settled,
        }
    }
}

impl From<Parked> for session::Parked {
    fn from(file: Parked) -> Self {
        Self {
            number: file.number,
            topic: TopicId::new(&file.topic),
            text: file.text.into(),
            at_ms: file.at_ms,
            settled: file.settled,
        }
    }
}

impl From<&session::Gap> for Gap {
    fn from(gap: &session::Gap) -> Self {
        let session::Gap {
            topic,
            at_ms,
            // A list of its own says so.
            settled: _,
        } = gap;
        Self(topic.to_string(), *at_ms)
    }
}

impl From<Gap> for session::Gap {
    fn from(Gap(topic, at_ms): Gap) -> Self {
        Self {
            topic: TopicId::new(&topic),
            at_ms,
            settled: false,
        }
    }
}

impl From<session::OffRecord> for OffRecord {
    fn from(stretch: session::OffRecord) -> Self {
        let session::OffRecord { from_ms, to_ms } = stretch;
        Self(from_ms, to_ms)
    }
}

impl From<OffRecord> for session::OffRecord {
    fn from(OffRecord(from_ms, to_ms): OffRecord) -> Self {
        Self { from_ms, to_ms }
    }
}

impl From<session::Span> for Span {
    fn from(span: session::Span) -> Self {
        let session::Span { from_ms, to_ms } = span;
        Self(from_ms, to_ms)
    }
}

impl From<Span> for session::Span {
    fn from(Span(from_ms, to_ms): Span) -> Self {
        Self::between(from_ms, to_ms)
    }
}

impl From<&session::Visit> for Visit {
    fn from(visit: &session::Visit) -> Self {
        let session::Visit { topic, at_ms } = visit;
        Self(topic.to_string(), *at_ms)
    }
}

impl From<Visit> for session::Visit {
    fn from(Visit(topic, at_ms): Visit) -> Self {
        Self {
            topic: TopicId::new(&topic),
            at_ms,
        }
    }
}

impl From<&session::Tombstone> for Tombstone {
    fn from(tombstone: &session::Tombstone) -> Self {
        let session::Tombstone { note, topic, at_ms } = tombstone;
        Self(Named(*note), topic.to_string(), *at_ms)
    }
}

impl From<Tombstone> for session::Tombstone {
    fn from(Tombstone(note, topic, at_ms): Tombstone) -> Self {
        Self {
            note: note.0,
            topic: TopicId::new(&topic),
            at_ms,
        }
    }
}

impl From<&session::ConsentRecord> for Consent {
    fn from(record: &session::ConsentRecord) -> Self {
        let session::ConsentRecord {
            step,
            answer,
            manner,
            at,
            edition,
            language,
        } = record;
        Self {
            step: step.clone(),
            answer: (*answer).into(),
            manner: (*manner).into(),
            at: Moment(*at),
            edition: edition.clone(),
            language: (*language).into(),
        }
    }
}

impl From<Consent> for session::ConsentRecord {
    fn from(file: Consent) -> Self {
        Self {
            step: file.step,
            answer: file.answer.into(),
            manner: file.manner.into(),
            at: file.at.0,
            edition: file.edition,
            language: file.language.into(),
        }
    }
}

impl From<&anonymise::Slot> for Slot {
    fn from(slot: &anonymise::Slot) -> Self {
        let anonymise::Slot { key, listed, label } = slot;
        Self {
            key: (*key).into(),
            listed: *listed,
            label: label.as_ref().map(Into::into),
        }
    }
}

impl From<Slot> for anonymise::Slot {
    fn from(file: Slot) -> Self {
        Self {
            key: file.key.into(),
            listed: file.listed,
            label: file.label.map(Into::into),
        }
    }
}

impl SlotNumber {
    /// Pairs of slots as they are written.
    pub(in crate::store::format) fn pairs(pairs: &[(SlotKey, SlotKey)]) -> Vec<(Self, Self)> {
        let pairs = pairs.iter();
        pairs
            .map(|(from, into)| ((*from).into(), (*into).into()))
            .collect()
    }
}

impl From<SlotKey> for SlotNumber {
    fn from(SlotKey { kind, number }: SlotKey) -> Self {
        Self(kind.into(), number)
    }
}

impl From<SlotNumber> for SlotKey {
    fn from(SlotNumber(kind, number): SlotNumber) -> Self {
        Self {
            kind: kind.into(),
            number,
        }
    }
}

/// What note-takers said of one cell, where they differ.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Dispute {
    states: Vec<StateWord>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    settled: bool,
}

impl From<&session::Dispute> for Dispute {
    fn from(dispute: &session::Dispute) -> Self {
        Self {
            states: dispute.states.iter().copied().map(Into::into).collect(),
            settled: dispute.settled,
        }
    }
}

impl From<Dispute> for session::Dispute {
    fn from(file: Dispute) -> Self {
        Self {
            states: file.states.into_iter().map(Into::into).collect(),
            settled: file.settled,
        }
    }
}
