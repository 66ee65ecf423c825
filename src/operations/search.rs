//! Searching the notes of all sessions.

use std::collections::BTreeMap;

use super::guides;
use crate::analysis::search::Query;
use crate::analysis::{Facts, NoteFacts, SessionFacts};
use crate::guide::Guide;
use crate::release::{FoundNote, Level, NoSingleNotes, ReleasedHits, release, release_hits};
use crate::session::{SessionId, TopicId};
use crate::store::index::{Found, IndexError, NoteText, Progress};
use crate::store::{Study, StudyError};

/// What a search found.
#[derive(Debug)]
pub struct Searched {
    /// The notes, as far as the level contains them.
    pub hits: ReleasedHits,
    /// The sessions that could not be searched.
    pub unread_sessions: Vec<SessionId>,
    /// Why not.
    pub unread: Vec<StudyError>,
}

/// Why a search found nothing.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The sessions cannot be listed.
    #[error(transparent)]
    Study(StudyError),
    /// The index can neither be made nor be read. What the database says could hold words of the query.
    #[error("the index cannot be used")]
    Index,
    /// The level contains no single notes.
    #[error(transparent)]
    Level(#[from] NoSingleNotes),
}

/// Searches the notes of a study; `progress` is told how far the index is, if it has to be brought up to date.
///
/// # Errors
///
/// If the sessions cannot be listed, or the level contains no single notes.
pub fn search(
    study: &Study,
    query: &Query,
    level: Level,
    progress: &mut dyn FnMut(Progress),
) -> Result<Searched, SearchError> {
    if matches!(level, Level::Analysis | Level::Publication) {
        return Err(NoSingleNotes(level).into());
    }
    let index = study.index(progress)?;
    let found = index.search(query)?;
    let unread = index.unread()?;
    let mut known = Guides::default();
    let hits = release_hits(notes(found), level, |id| {
        let session = study.read_session(id).ok()?;
        let guide = known.of(study, &session);
        Some(release(&session, guide, level))
    })?;
    let errors = unread.iter().filter_map(|id| study.read_session(id).err());
    Ok(Searched {
        hits,
        unread: errors.collect(),
        unread_sessions: unread,
    })
}

impl From<IndexError> for SearchError {
    fn from(error: IndexError) -> Self {
        match error {
            IndexError::Study(error) => Self::Study(error),
            IndexError::Disk(_) | IndexError::Database(_) | IndexError::Damaged => Self::Index,
        }
    }
}

/// The notes that were found, with what is known of them.
fn notes(found: Found) -> Vec<FoundNote> {
    let Found { facts, notes } = found;
    let titles = titles(&facts);
    let mut texts = notes.into_iter().peekable();
    let mut found = Vec::new();
    for (place, session) in facts.sessions.iter().enumerate() {
        for (number, note) in session.notes().enumerate() {
            let text = texts.next_if(|text| text.session == place && text.note == number);
            if let Some(text) = text {
                found.extend(described(&facts, &titles, session, &note, text));
            }
        }
    }
    found
}

fn described(
    facts: &Facts,
    titles: &[BTreeMap<&TopicId, &str>],
    session: &SessionFacts,
    note: &NoteFacts<'_>,
    text: NoteText,
) -> Option<FoundNote> {
    let names = &facts.names;
    let topic = names.topic_of(note.row.topic)?;
    let titles = titles.get(usize::try_from(session.guide.0).ok()?);
    let title = titles.and_then(|titles| titles.get(topic));
    let codes = note.codes.iter().filter_map(|code| names.code_of(*code));
    Some(FoundNote {
        session: session.id.clone(),
        id: note.row.id,
        topic: topic.clone(),
        title: title.map(|title| (*title).to_owned()),
        kind: note.row.kind,
        origin: note.row.origin,
        language: note.row.language,
        session_language: session.language,
        at_ms: note.row.at_ms,
        codes: codes.map(str::to_owned).collect(),
        text: text.text,
        translation: text.translation,
        invented: session.invented,
    })
}

/// For each version of a guide the titles of its topics.
fn titles(facts: &Facts) -> Vec<BTreeMap<&TopicId, &str>> {
    let guides = facts.names.guides().iter();
    guides
        .map(|version| {
            let titles = version.reference.titles.iter();
            titles
                .map(|(topic, title)| (topic, title.as_str()))
                .collect()
        })
        .collect()
}

/// The guides that were read, so that none is read twice.
#[derive(Default)]
struct Guides(BTreeMap<(String, String), Option<Guide>>);

impl Guides {
    fn of(&mut self, study: &Study, session: &crate::session::Session) -> Option<&Guide> {
        let reference = &session.header.guide;
        let key = (reference.id.clone(), reference.digest.clone());
        let guide = self.0.entry(key);
        guide
            .or_insert_with(|| guides::counted_by_session(study, session).ok())
            .as_ref()
    }
}

/// The sessions from which notes were found, in order.
pub fn sessions(hits: &ReleasedHits) -> Vec<&SessionId> {
    let mut sessions: Vec<&SessionId> = hits.notes().iter().map(|note| &note.session).collect();
    sessions.dedup();
    sessions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::demo;

    fn hits(study: &Study, query: &str, level: Level) -> ReleasedHits {
        let query = Query::read(query).unwrap();
        search(study, &query, level, &mut |_| {}).unwrap().hits
    }

    #[test]
    fn notes_are_found_with_their_cell_and_their_codes() {
        let copy = demo::temporary().unwrap();
        let study = copy.study();
        let all = hits(
            study,
            "kind:paraphrase,quote,observation,comment,fact",
            Level::Working,
        );
        let written: usize = study
            .sessions()
            .unwrap()
            .iter()
            .map(|id| study.read_session(id).unwrap().notes.len())
            .sum();
        assert_eq!(all.notes().len(), written);
        assert_eq!(sessions(&all).len(), 11);
        for note in all.notes() {
            assert_eq!(
                note.title.is_none(),
                note.topic.is_outside(),
                "{}",
                note.topic
            );
            let session = study.read_session(&note.session).unwrap();
            let written = session.note(note.id).unwrap();
            assert_eq!((&written.text, &written.codes), (&note.text, &note.codes));
        }
    }

    #[test]
    fn a_level_shows_no_more_than_it_contains() {
        let copy = demo::temporary().unwrap();
        let study = copy.study();
        let count = |level| hits(study, "kind:comment,observation", level).notes().len();
        assert!(count(Level::Working) > count(Level::Archive));
        assert_eq!(count(Level::Review), 0);
        let query = Query::read("kind:quote").unwrap();
        let refused = search(study, &query, Level::Publication, &mut |_| {});
        assert!(matches!(refused, Err(SearchError::Level(_))));
    }
}
