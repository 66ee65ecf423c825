//! What a draft becomes when it is kept, as it stands in a session and in a journal.

use serde::{Deserialize, Serialize};

use super::super::field::Named;
use super::Prompting;
use crate::session::{NoteId, Prompting as SessionPrompting, Purpose};

/// What a draft becomes, if not a note that nobody prompted.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::store::format) enum Becomes {
    Note(Prompting),
    Change(Named<NoteId>),
    Sentence,
}

impl Becomes {
    pub(in crate::store::format) fn of(purpose: Purpose) -> Option<Self> {
        match purpose {
            Purpose::Note(SessionPrompting::Unprompted) => None,
            Purpose::Note(prompting) => Some(Self::Note(prompting.into())),
            Purpose::Change(note) => Some(Self::Change(Named(note))),
            Purpose::Sentence => Some(Self::Sentence),
        }
    }

    pub(in crate::store::format) fn purpose(becomes: Option<Self>) -> Purpose {
        match becomes {
            None => Purpose::default(),
            Some(Self::Note(prompting)) => Purpose::Note(prompting.into()),
            Some(Self::Change(note)) => Purpose::Change(note.0),
            Some(Self::Sentence) => Purpose::Sentence,
        }
    }
}
