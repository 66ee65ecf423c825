//! The notes of a session.

use serde::{Deserialize, Serialize};

use super::super::field::{Named, Text, plainly};
use super::super::words::{AgeWord, KindWord, LanguageWord, OriginWord, PolarityWord, VoiceWord};
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
