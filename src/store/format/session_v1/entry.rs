//! The entries of a session's lists: notes, drafts, consent, slots, clock.

use serde::{Deserialize, Serialize};

use super::super::field::{Moment, Named, Text, plainly};
use super::super::words::{
    AgeWord, AnswerWord, KindWord, LanguageWord, MannerWord, OriginWord, PauseWord, PolarityWord,
    SlotWord, VoiceWord,
};
use super::becomes::Becomes;
use crate::anonymise::{self, SlotKey};
use crate::session::{self, NoteId, TopicId};

/// A note.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store::format) struct Note {
    id: Named<NoteId>,
    topic: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    also_in: Vec<String>,
    kind: KindWord,
    text: Text,
    at_ms: u64,
    origin: OriginWord,
    #[serde(default = "same_day", skip_serializing_if = "is_same_day")]
    age: AgeWord,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    revised: Option<Revision>,
    language: LanguageWord,
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "plainly"
    )]
    translation: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    speaker: Option<u8>,
    prompting: Prompting,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    polarity: Option<PolarityWord>,
    #[serde(default = "own", skip_serializing_if = "is_own")]
    voice: VoiceWord,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    codes: Vec<String>,
}

/// That a note was changed after the interview: from what, and how long after.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::store::format) struct Revision(OriginWord, AgeWord);

const fn same_day() -> AgeWord {
    AgeWord::SameDay
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_same_day(age: &AgeWord) -> bool {
    *age == AgeWord::SameDay
}

const fn own() -> VoiceWord {
    VoiceWord::Own
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_own(voice: &VoiceWord) -> bool {
    *voice == VoiceWord::Own
}

/// Whether the interviewee came to something unasked.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::store::format) enum Prompting {
    Unprompted,
    Prompted,
    Probe(u8),
}

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

impl From<&session::Note> for Note {
    fn from(note: &session::Note) -> Self {
        let session::Note {
            id,
            topic,
            also_in,
            kind,
            text,
            at_ms,
            origin,
            age,
            revised,
            language,
            translation,
            speaker,
            prompting,
            polarity,
            voice,
            codes,
        } = note;
        Self {
            id: Named(*id),
            topic: topic.to_string(),
            also_in: also_in.iter().map(ToString::to_string).collect(),
            kind: (*kind).into(),
            text: text.into(),
            at_ms: *at_ms,
            origin: (*origin).into(),
            age: (*age).into(),
            revised: revised.map(Into::into),
            language: (*language).into(),
            translation: translation.as_ref().map(Into::into),
            speaker: *speaker,
            prompting: (*prompting).into(),
            polarity: polarity.map(Into::into),
            voice: (*voice).into(),
            codes: codes.clone(),
        }
    }
}

impl From<Note> for session::Note {
    fn from(file: Note) -> Self {
        Self {
            id: file.id.0,
            topic: TopicId::new(&file.topic),
            also_in: file
                .also_in
                .iter()
                .map(|topic| TopicId::new(topic))
                .collect(),
            kind: file.kind.into(),
            text: file.text.into(),
            at_ms: file.at_ms,
            origin: file.origin.into(),
            age: file.age.into(),
            revised: file.revised.map(Into::into),
            language: file.language.into(),
            translation: file.translation.map(Into::into),
            speaker: file.speaker,
            prompting: file.prompting.into(),
            polarity: file.polarity.map(Into::into),
            voice: file.voice.into(),
            codes: file.codes,
        }
    }
}

impl From<session::Prompting> for Prompting {
    fn from(prompting: session::Prompting) -> Self {
        match prompting {
            session::Prompting::Unprompted => Self::Unprompted,
            session::Prompting::Prompted => Self::Prompted,
            session::Prompting::Probe(number) => Self::Probe(number),
        }
    }
}

impl From<Prompting> for session::Prompting {
    fn from(file: Prompting) -> Self {
        match file {
            Prompting::Unprompted => Self::Unprompted,
            Prompting::Prompted => Self::Prompted,
            Prompting::Probe(number) => Self::Probe(number),
        }
    }
}

impl From<session::Revision> for Revision {
    fn from(revision: session::Revision) -> Self {
        let session::Revision { origin, age } = revision;
        Self(origin.into(), age.into())
    }
}

impl From<Revision> for session::Revision {
    fn from(Revision(origin, age): Revision) -> Self {
        Self {
            origin: origin.into(),
            age: age.into(),
        }
    }
}

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
