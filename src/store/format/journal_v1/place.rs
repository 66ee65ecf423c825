//! The place of a text, as a strike in the journal names it.

use serde::{Deserialize, Serialize};

use super::super::field::Named;
use super::super::session_v1::SlotNumber;
use crate::session::{NoteId, TextPlace, TopicId};

/// Where a text stood.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Place {
    Note(Named<NoteId>),
    Translation(Named<NoteId>),
    Summary(String),
    Parked(u32),
    Prefill(String),
    Postscript(String),
    Label(SlotNumber),
    Draft(String),
    Reason(u64),
}

impl From<&TextPlace> for Place {
    fn from(place: &TextPlace) -> Self {
        match place {
            TextPlace::Note(note) => Self::Note(Named(*note)),
            TextPlace::Translation(note) => Self::Translation(Named(*note)),
            TextPlace::Summary(topic) => Self::Summary(topic.to_string()),
            TextPlace::Parked(number) => Self::Parked(*number),
            TextPlace::Prefill(key) => Self::Prefill(key.clone()),
            TextPlace::Postscript(field) => Self::Postscript(field.clone()),
            TextPlace::Label(slot) => Self::Label((*slot).into()),
            TextPlace::Draft(topic) => Self::Draft(topic.to_string()),
            TextPlace::Reason(number) => Self::Reason(u64::try_from(*number).unwrap_or(u64::MAX)),
        }
    }
}

impl From<Place> for TextPlace {
    fn from(place: Place) -> Self {
        match place {
            Place::Note(note) => Self::Note(note.0),
            Place::Translation(note) => Self::Translation(note.0),
            Place::Summary(topic) => Self::Summary(TopicId::new(&topic)),
            Place::Parked(number) => Self::Parked(number),
            Place::Prefill(key) => Self::Prefill(key),
            Place::Postscript(field) => Self::Postscript(field),
            Place::Label(slot) => Self::Label(slot.into()),
            Place::Draft(topic) => Self::Draft(TopicId::new(&topic)),
            Place::Reason(number) => Self::Reason(usize::try_from(number).unwrap_or(usize::MAX)),
        }
    }
}
