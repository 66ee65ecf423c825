//! What of the notes that a search found may be shown, at which level.

use std::collections::{BTreeMap, BTreeSet};

use super::{Level, Refused, Released};
use crate::anonymise::CleanText;
use crate::language::Language;
use crate::session::{Note, NoteId, NoteKind, Origin, SessionId, TopicId};

/// A note that a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundNote {
    /// The session it is from.
    pub session: SessionId,
    /// Its number.
    pub id: NoteId,
    /// The cell it stands in.
    pub topic: TopicId,
    /// What the session calls the topic; nothing for the bin «outside the guide».
    pub title: Option<String>,
    /// What kind of note it is.
    pub kind: NoteKind,
    /// Where it comes from.
    pub origin: Origin,
    /// The language it is written in.
    pub language: Language,
    /// The language of its session, in which a translation is.
    pub session_language: Language,
    /// Milliseconds since the interview began.
    pub at_ms: u64,
    /// Its codes.
    pub codes: Vec<String>,
    /// Its text.
    pub text: CleanText,
    /// What it says in the language of the session, if it is a quotation in another.
    pub translation: Option<CleanText>,
    /// Whether its session is made up.
    pub invented: bool,
}

/// The notes of a search as far as a level contains them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedHits {
    level: Level,
    notes: Vec<FoundNote>,
    left_out: usize,
    refused: Vec<SessionId>,
}

/// Why nothing of a search is shown at a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("single notes of single sessions are not part of the level {0}")]
pub struct NoSingleNotes(pub Level);

impl ReleasedHits {
    /// The level.
    pub const fn level(&self) -> Level {
        self.level
    }

    /// The notes, in the order in which they were found.
    pub fn notes(&self) -> &[FoundNote] {
        &self.notes
    }

    /// How many notes were found that the level does not contain, those of refused sessions included.
    pub const fn left_out(&self) -> usize {
        self.left_out
    }

    /// The sessions with notes that were found and that are not released at the level.
    pub fn refused(&self) -> &[SessionId] {
        &self.refused
    }

    /// From how many sessions the notes are.
    pub fn sessions(&self) -> usize {
        // The notes of a session stand together.
        let mut last = None;
        let sessions = self.notes.iter().map(|note| &note.session);
        sessions.filter(|id| last.replace(*id) != Some(*id)).count()
    }
}

/// Releases notes that a search found.
///
/// At the working level they are all there. At the review level there are the kinds that an interviewee is shown, without
/// codes. At the archive level there are those of sessions that `released` says are released there, as they stand in it,
/// and of these kinds; all kinds if none is named.
///
/// # Errors
///
/// At the levels that contain no single note of a single session.
pub fn release_hits(
    found: Vec<FoundNote>,
    level: Level,
    kinds: &BTreeSet<NoteKind>,
    released: impl FnMut(&SessionId) -> Option<Result<Released, Refused>>,
) -> Result<ReleasedHits, NoSingleNotes> {
    let mut hits = ReleasedHits {
        level,
        notes: Vec::new(),
        left_out: 0,
        refused: Vec::new(),
    };
    match level {
        Level::Working => hits.notes = found,
        Level::Review => {
            let before = found.len();
            hits.notes = found.into_iter().filter_map(for_review).collect();
            hits.left_out = before - hits.notes.len();
        }
        Level::Archive => hits.take_archived(found, kinds, released),
        Level::Analysis | Level::Publication => return Err(NoSingleNotes(level)),
    }
    Ok(hits)
}

impl ReleasedHits {
    fn take_archived(
        &mut self,
        found: Vec<FoundNote>,
        kinds: &BTreeSet<NoteKind>,
        mut released: impl FnMut(&SessionId) -> Option<Result<Released, Refused>>,
    ) {
        let is_asked_for = |kind| kinds.is_empty() || kinds.contains(&kind);
        let mut known: BTreeMap<SessionId, BTreeMap<NoteId, Note>> = BTreeMap::new();
        for mut note in found {
            let contained = known.entry(note.session.clone()).or_insert_with(|| {
                match released(&note.session) {
                    Some(Ok(released)) if released.level() == self.level => {
                        let notes = released.notes().iter();
                        notes.map(|note| (note.id, note.clone())).collect()
                    }
                    _ => {
                        self.refused.push(note.session.clone());
                        BTreeMap::new()
                    }
                }
            });
            match contained.remove(&note.id) {
                Some(released) => {
                    if is_asked_for(released.kind) {
                        note.kind = released.kind;
                        note.text = released.text;
                        note.translation = released.translation;
                        note.codes = released.codes;
                        self.notes.push(note);
                    }
                }
                None => self.left_out += usize::from(is_asked_for(note.kind)),
            }
        }
    }
}

/// A note as its interviewee is shown it; nothing if they are not.
fn for_review(mut note: FoundNote) -> Option<FoundNote> {
    note.codes.clear();
    note.kind.is_for_review().then_some(note)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::example;
    use crate::release::release;
    use crate::session::Session;

    fn found(session: &Session) -> Vec<FoundNote> {
        let notes = session.notes.iter().map(|note| FoundNote {
            session: session.header.id.clone(),
            id: note.id,
            topic: note.topic.clone(),
            title: None,
            kind: note.kind,
            origin: note.origin,
            language: note.language,
            session_language: session.header.language,
            at_ms: note.at_ms,
            codes: note.codes.clone(),
            text: note.text.clone(),
            translation: note.translation.clone(),
            invented: session.header.invented,
        });
        notes.collect()
    }

    fn at(session: &Session, level: Level) -> Result<ReleasedHits, NoSingleNotes> {
        release_hits(found(session), level, &BTreeSet::new(), |_| {
            Some(release(session, None, level))
        })
    }

    #[test]
    fn each_level_shows_what_it_contains() {
        let mut session = example::session();
        session.drafts.clear();
        let all = session.notes.len();
        let working = at(&session, Level::Working).unwrap();
        assert_eq!((working.notes().len(), working.left_out()), (all, 0));
        let review = at(&session, Level::Review).unwrap();
        assert!(review.notes().len() < all && review.left_out() > 0);
        assert!(review.notes().iter().all(|note| note.codes.is_empty()));
        let archive = at(&session, Level::Archive).unwrap();
        assert!(archive.refused().is_empty());
        let kinds = archive.notes().iter().map(|note| note.kind);
        assert!(kinds.clone().all(|kind| kind != NoteKind::Comment));
        assert_eq!(archive.notes().len() + archive.left_out(), all);
    }

    #[test]
    fn a_session_that_is_not_released_shows_nothing_and_is_named() {
        // It has an open draft.
        let session = example::session();
        let archive = at(&session, Level::Archive).unwrap();
        assert!(archive.notes().is_empty());
        assert_eq!(archive.refused(), std::slice::from_ref(&session.header.id));
        assert_eq!(archive.left_out(), session.notes.len());
        let gone =
            release_hits(found(&session), Level::Archive, &BTreeSet::new(), |_| None).unwrap();
        assert!(gone.notes().is_empty());
    }

    #[test]
    fn levels_without_single_notes_show_none() {
        for level in [Level::Analysis, Level::Publication] {
            assert_eq!(at(&example::session(), level), Err(NoSingleNotes(level)));
        }
    }
}
