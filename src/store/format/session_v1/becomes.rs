//! What a draft becomes when it is kept, as it stands in a session and in a journal.

use serde::{Deserialize, Serialize};

use super::super::field::Named;
use crate::session::{NoteId, Purpose};

/// What a draft becomes, if not a note.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::store::format) enum Becomes {
    Change(Named<NoteId>),
    Sentence,
}

impl Becomes {
    pub(in crate::store::format) fn of(purpose: Purpose) -> Option<Self> {
        match purpose {
            Purpose::Note => None,
            Purpose::Change(note) => Some(Self::Change(Named(note))),
            Purpose::Sentence => Some(Self::Sentence),
        }
    }

    pub(in crate::store::format) fn purpose(becomes: Option<Self>) -> Purpose {
        match becomes {
            None => Purpose::Note,
            Some(Self::Change(note)) => Purpose::Change(note.0),
            Some(Self::Sentence) => Purpose::Sentence,
        }
    }
}
