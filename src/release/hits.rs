//! What of the notes that a search found may be shown, at which level.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Level, Refused, Released};
use crate::anonymise::CleanText;
use crate::language::Language;
use crate::session::{Note, NoteId, NoteKind, Origin, Place, SessionId, TextPlace, TopicId};

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
    pub title: Option<Arc<str>>,
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
    /// Where it was said: in a recording, if one was agreed to and made.
    pub place: Place,
    /// Its codes.
    pub codes: Arc<[String]>,
    /// Its text.
    pub text: CleanText,
    /// What it says in the language of the session, if it is a quotation in another.
    pub translation: Option<CleanText>,
    /// Whether its session is made up.
    pub invented: bool,
}

/// A text that a search found and that is no note: the sentence of a cell, or a field of the postscript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FurtherText {
    /// The session it is from.
    pub session: SessionId,
    /// Where it stands.
    pub place: TextPlace,
    /// What the session calls the topic of the cell.
    pub title: Option<Arc<str>>,
    /// The language of its session.
    pub language: Language,
    /// The text.
    pub text: CleanText,
    /// Whether its session is made up.
    pub invented: bool,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hits {
    /// The notes, by session.
    pub notes: Vec<FoundNote>,
    /// The further texts, by session.
    pub texts: Vec<FurtherText>,
}

/// What a search found, as far as a level contains it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedHits {
    level: Level,
    hits: Hits,
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
        &self.hits.notes
    }

    /// The further texts, in the order in which they were found.
    pub fn texts(&self) -> &[FurtherText] {
        &self.hits.texts
    }

    /// Whether everything that the level contains is made up, if that is anything.
    pub fn are_invented(&self) -> bool {
        let notes = self.notes().iter().map(|note| note.invented);
        let mut all = notes.chain(self.texts().iter().map(|text| text.invented));
        self.count() > 0 && all.all(|is_invented| is_invented)
    }

    /// How many notes and further texts there are.
    pub fn count(&self) -> usize {
        self.notes().len() + self.texts().len()
    }

    /// How many notes and texts were found that the level does not contain, those of refused sessions included.
    pub const fn left_out(&self) -> usize {
        self.left_out
    }

    /// The sessions with notes that were found and that are not released at the level.
    pub fn refused(&self) -> &[SessionId] {
        &self.refused
    }

    /// From how many sessions they are.
    pub fn sessions(&self) -> usize {
        let notes = self
            .notes()
            .chunk_by(|one, other| one.session == other.session);
        let notes = notes.filter_map(|of_one| Some(&of_one.first()?.session));
        let mut sessions: Vec<&SessionId> = notes.collect();
        sessions.extend(self.texts().iter().map(|text| &text.session));
        sessions.sort();
        sessions.dedup();
        sessions.len()
    }

    /// Takes in what was found in further sessions.
    pub fn append(&mut self, further: Self) {
        self.hits.notes.extend(further.hits.notes);
        self.hits.texts.extend(further.hits.texts);
        self.left_out += further.left_out;
        self.refused.extend(further.refused);
    }

    /// Nothing, at this level.
    pub fn none(level: Level) -> Self {
        Self {
            level,
            hits: Hits::default(),
            left_out: 0,
            refused: Vec::new(),
        }
    }
}

/// Releases what a search found.
///
/// `fits` tells whether the query fits a text: where the level gives another text than the one that was found, because its
/// interviewee did not agree to be quoted, the find counts only if it fits that one, so that no search tells what was said.
///
/// At the working level it is all there. At the review level there are the notes of the kinds that an interviewee is
/// shown, without codes. At the archive level there are the notes and the sentences of cells of sessions that `released`
/// says are released there, as they stand in it, and of these kinds; all kinds and all sentences if none is named.
///
/// # Errors
///
/// At the levels that contain no single note of a single session.
pub fn release_hits(
    found: Hits,
    level: Level,
    kinds: &BTreeSet<NoteKind>,
    fits: impl FnMut(&str, Language) -> bool,
    released: impl FnMut(&SessionId) -> Option<Result<Released, Refused>>,
) -> Result<ReleasedHits, NoSingleNotes> {
    let mut hits = ReleasedHits::none(level);
    match level {
        Level::Working => hits.hits = found,
        Level::Review => {
            let before = found.notes.len() + found.texts.len();
            hits.hits.notes = found.notes.into_iter().filter_map(for_review).collect();
            hits.left_out = before - hits.count();
        }
        Level::Archive => hits.take_archived(found, kinds, fits, released),
        Level::Analysis | Level::Publication => return Err(NoSingleNotes(level)),
    }
    Ok(hits)
}

impl ReleasedHits {
    fn take_archived(
        &mut self,
        found: Hits,
        kinds: &BTreeSet<NoteKind>,
        mut fits: impl FnMut(&str, Language) -> bool,
        mut released: impl FnMut(&SessionId) -> Option<Result<Released, Refused>>,
    ) {
        let is_asked_for = |kind| kinds.is_empty() || kinds.contains(&kind);
        // A sentence is of no kind, so that none is asked for where a kind is.
        let texts = if kinds.is_empty() {
            found.texts
        } else {
            Vec::new()
        };
        let mut known: BTreeMap<SessionId, Contained> = BTreeMap::new();
        let notes = found.notes.iter().map(|note| &note.session);
        let sessions: BTreeSet<&SessionId> = notes
            .chain(texts.iter().map(|text| &text.session))
            .collect();
        for id in sessions {
            match released(id) {
                Some(Ok(released)) if released.level() == self.level => {
                    known.insert(id.clone(), Contained::of(&released));
                }
                _ => self.refused.push(id.clone()),
            }
        }
        for mut note in found.notes {
            let contained = known.get_mut(&note.session);
            if contained
                .as_ref()
                .is_some_and(|contained| contained.keeps_back(&note, &mut fits))
            {
                continue;
            }
            match contained.and_then(|contained| contained.notes.remove(&note.id)) {
                Some(released) => {
                    if is_asked_for(released.kind) {
                        note.kind = released.kind;
                        note.text = released.text;
                        note.translation = released.translation;
                        note.codes = released.codes.into();
                        self.hits.notes.push(note);
                    }
                }
                None => self.left_out += usize::from(is_asked_for(note.kind)),
            }
        }
        for text in texts {
            let contained = known.get(&text.session);
            if contained.is_some_and(|contained| contained.holds(&text.place)) {
                self.hits.texts.push(text);
            } else {
                self.left_out += 1;
            }
        }
    }
}

/// What of a session is released.
struct Contained {
    notes: BTreeMap<NoteId, Note>,
    sentences: BTreeSet<TopicId>,
    /// The notes that have the text beside a quotation.
    from_beside: BTreeSet<NoteId>,
}

impl Contained {
    fn of(released: &Released) -> Self {
        let cells = released.blocks().iter().flat_map(|block| &block.cells);
        let with_sentence = cells.filter(|cell| cell.summary.is_some());
        let notes = released.notes().iter();
        Self {
            notes: notes.map(|note| (note.id, note.clone())).collect(),
            sentences: with_sentence.map(|cell| cell.topic.clone()).collect(),
            from_beside: released.from_beside.clone(),
        }
    }

    /// Whether a find is of a quotation that is kept back, and would tell what was said.
    fn keeps_back(&self, found: &FoundNote, fits: &mut impl FnMut(&str, Language) -> bool) -> bool {
        match self.notes.get(&found.id) {
            None => found.kind == NoteKind::Quote,
            Some(note) => {
                self.from_beside.contains(&note.id) && !fits(note.text.as_str(), note.language)
            }
        }
    }

    /// Whether it holds a text that is no note.
    fn holds(&self, place: &TextPlace) -> bool {
        matches!(place, TextPlace::Summary(topic) if self.sentences.contains(topic))
    }
}

/// A note as its interviewee is shown it; nothing if they are not.
fn for_review(mut note: FoundNote) -> Option<FoundNote> {
    note.codes = Arc::default();
    note.kind.is_for_review().then_some(note)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::example;
    use crate::release::release;
    use crate::session::Session;

    fn found(session: &Session) -> Hits {
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
            place: session.place_of(note),
            codes: note.codes.clone().into(),
            text: note.text.clone(),
            translation: note.translation.clone(),
            invented: session.header.invented,
        });
        let text = |place, text: &CleanText| FurtherText {
            session: session.header.id.clone(),
            place,
            title: None,
            language: session.header.language,
            text: text.clone(),
            invented: session.header.invented,
        };
        let sentences = session.summaries.iter();
        let sentences = sentences.map(|(cell, it)| text(TextPlace::Summary(cell.clone()), it));
        let postscript = session.postscript.iter();
        let postscript = postscript.map(|(id, it)| text(TextPlace::Postscript(id.clone()), it));
        Hits {
            notes: notes.collect(),
            texts: sentences.chain(postscript).collect(),
        }
    }

    fn at(session: &Session, level: Level) -> Result<ReleasedHits, NoSingleNotes> {
        let fits = |text: &str, _| text.contains("drüben");
        release_hits(found(session), level, &BTreeSet::new(), fits, |_| {
            Some(release(session, None, level))
        })
    }

    #[test]
    fn each_level_shows_what_it_contains() {
        let mut session = example::session();
        session.drafts.clear();
        let all = at(&session, Level::Working).unwrap().count();
        let working = at(&session, Level::Working).unwrap();
        assert_eq!(working.notes().len(), session.notes.len());
        assert_eq!(working.left_out(), 0);
        let review = at(&session, Level::Review).unwrap();
        assert!(review.notes().len() < all && review.left_out() > 0);
        assert!(review.notes().iter().all(|note| note.codes.is_empty()));
        let archive = at(&session, Level::Archive).unwrap();
        assert!(archive.refused().is_empty());
        let kinds = archive.notes().iter().map(|note| note.kind);
        assert!(kinds.clone().all(|kind| kind != NoteKind::Comment));
        assert_eq!(archive.count() + archive.left_out(), all);
    }

    #[test]
    fn no_search_of_the_archive_tells_what_a_quotation_said_that_is_kept_back() {
        let mut session = example::session();
        session.drafts.clear();
        example::answer(&mut session, "c5", crate::session::Answer::Withdrawn);
        let quotes = |session: &Session| {
            let archive = at(session, Level::Archive).unwrap();
            let quotes = session
                .notes
                .iter()
                .filter(|note| note.kind == NoteKind::Quote);
            let quotes: Vec<NoteId> = quotes.map(|note| note.id).collect();
            let shown = archive
                .notes()
                .iter()
                .filter(|note| quotes.contains(&note.id));
            (quotes.len(), shown.count(), archive.left_out())
        };
        let comments = |session: &Session| {
            let notes = session.notes.iter();
            notes.filter(|note| note.kind == NoteKind::Comment).count()
        };
        let (all, shown, left_out) = quotes(&session);
        assert!(all > 0 && shown == 0 && left_out <= comments(&session) + session.postscript.len());
        for (beside, is_shown) in [("man kennt sich drüben", true), ("man kennt sich", false)] {
            for note in &mut session.notes {
                if note.kind == NoteKind::Quote {
                    note.translation = Some(CleanText::from_stored(beside.to_owned()));
                }
            }
            assert_eq!(
                quotes(&session).1,
                if is_shown { all } else { 0 },
                "{beside}"
            );
        }
    }

    #[test]
    fn sentences_go_to_the_archive_and_the_postscript_nowhere() {
        let mut session = example::session();
        session.drafts.clear();
        let topic = session.notes[0].topic.clone();
        let text = session.notes[0].text.clone();
        session.summaries = [(topic.clone(), text.clone())].into();
        session.postscript = [("setting".to_owned(), text)].into();
        let places = |level| -> Vec<TextPlace> {
            let hits = at(&session, level).unwrap();
            hits.texts().iter().map(|text| text.place.clone()).collect()
        };
        let sentence = TextPlace::Summary(topic);
        let postscript = TextPlace::Postscript("setting".to_owned());
        assert_eq!(places(Level::Working), [sentence.clone(), postscript]);
        assert_eq!(places(Level::Review), []);
        assert_eq!(places(Level::Archive), [sentence]);
    }

    #[test]
    fn a_session_that_is_not_released_shows_nothing_and_is_named() {
        // It has an open draft.
        let session = example::session();
        let archive = at(&session, Level::Archive).unwrap();
        assert!(archive.notes().is_empty());
        assert_eq!(archive.refused(), std::slice::from_ref(&session.header.id));
        let all = at(&session, Level::Working).unwrap().count();
        assert_eq!(archive.left_out(), all);
        let gone = release_hits(
            found(&session),
            Level::Archive,
            &BTreeSet::new(),
            |_, _| true,
            |_| None,
        )
        .unwrap();
        assert!(gone.notes().is_empty());
    }

    #[test]
    fn levels_without_single_notes_show_none() {
        for level in [Level::Analysis, Level::Publication] {
            assert_eq!(at(&example::session(), level), Err(NoSingleNotes(level)));
        }
    }
}
