//! A note as a row of a table, with what is known of its session and cell.

use serde::Serialize;

use super::Collection;
use super::json::words;
use crate::anonymise::CleanText;
use crate::release::{Released, ReleasedBlock, ReleasedCell};
use crate::session::{Note, Place, Prompting, TopicId, timecode};

/// A note as a row.
#[derive(Debug, Serialize)]
pub(super) struct NoteRow<'released> {
    /// The session.
    pub session: String,
    /// The case it belongs to.
    pub case: &'released str,
    /// The level of the export.
    pub level: &'static str,
    /// Always true: whoever knows the cooperation may still recognise a statement.
    pub pseudonymised: bool,
    /// Whether the session is made up.
    pub invented: bool,
    /// The guide.
    pub guide: &'released str,
    /// Its block.
    pub block: &'released str,
    /// The title of the block.
    pub block_title: Option<&'released str>,
    /// Its cell.
    pub topic: &'released str,
    /// The head of the cell's column.
    pub topic_title: Option<&'released str>,
    /// The state of the cell.
    pub state: &'static str,
    /// Its number.
    pub note: String,
    /// Further cells it belongs to.
    pub also_in: Vec<&'released str>,
    /// Its kind.
    pub kind: &'static str,
    /// Its text.
    pub text: &'released str,
    /// Milliseconds since the interview began.
    pub at_ms: u64,
    /// The recording it lies in.
    pub recording: Option<usize>,
    /// Where in it.
    pub timecode: Option<String>,
    /// Where it comes from.
    pub origin: &'static str,
    /// Its language.
    pub lang: &'static str,
    /// How long after the interview it was written.
    pub age: &'static str,
    /// What it says in the language of the session.
    pub translation: Option<&'released str>,
    /// Which of several interviewees said it.
    pub speaker: Option<u8>,
    /// Whether it helps or hinders.
    pub polarity: Option<&'static str>,
    /// Whose view it gives.
    pub voice: &'static str,
    /// Whether it came after a prompt.
    pub prompted: bool,
    /// After which probe.
    pub probe: Option<u8>,
    /// Its codes.
    pub codes: &'released [String],
}

/// The notes of all sessions: session by session, cell by cell in the order of the guide, by time within the cell.
pub(super) fn note_rows(collection: &Collection) -> impl Iterator<Item = NoteRow<'_>> {
    collection.sessions().iter().flat_map(|released| {
        released.blocks().iter().flat_map(move |block| {
            block.cells.iter().flat_map(move |cell| {
                let notes = released.notes_in(&cell.topic).into_iter();
                notes.map(move |note| row(released, block, cell, note))
            })
        })
    })
}

fn row<'released>(
    released: &'released Released,
    block: &'released ReleasedBlock,
    cell: &'released ReleasedCell,
    note: &'released Note,
) -> NoteRow<'released> {
    let (recording, in_recording) = match released.place_of(note) {
        Place::Recording { number, at_ms } => (Some(number), Some(timecode(at_ms))),
        Place::Interview(_) => (None, None),
    };
    NoteRow {
        session: released.id().to_string(),
        case: released.id().case().as_str(),
        level: released.level().word(),
        pseudonymised: true,
        invented: released.is_invented(),
        guide: &released.guide().id,
        block: &block.id,
        block_title: block.title.as_deref(),
        topic: note.topic.as_str(),
        topic_title: cell.title.as_deref(),
        state: words::state(cell.state),
        note: note.id.to_string(),
        also_in: note.also_in.iter().map(TopicId::as_str).collect(),
        kind: words::kind(note.kind),
        text: note.text.as_str(),
        at_ms: note.at_ms,
        recording,
        timecode: in_recording,
        origin: words::origin(note.origin),
        lang: words::language(note.language),
        age: words::age(note.age),
        translation: note.translation.as_ref().map(CleanText::as_str),
        speaker: note.speaker,
        polarity: note.polarity.map(words::polarity),
        voice: words::voice(note.voice),
        prompted: note.prompting != Prompting::Unprompted,
        probe: note.prompting.probe(),
        codes: &note.codes,
    }
}
