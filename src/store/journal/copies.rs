//! Strikes in the other versions of a session, which the program wrote beside it because its file had been changed.
//!
//! What was struck is found there by a note's number and time, or by a whole text. A version that went on differently
//! may hold it in another form: as a draft, under another number, with a further word. So a version is only taken for
//! clean if every text in it is one that the session holds too, for those were searched or are meant to stay.
//!
//! A second note-taker's protocol is no such version: its texts are its own. What was struck is taken out of it where it
//! is the same note, lies in a stretch that was struck, or holds the words that were. Names that became known are taken
//! out of every text: see [`super::elsewhere`].

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::elsewhere::take_names_out;
use super::{Journal, Purge, Search};
use crate::anonymise::{Announced, CleanText};
use crate::session::{Event, Session, Sitting, Sought, Struck};
use crate::store::error::SaveError;
use crate::store::files::{LARGEST_JOURNAL, LARGEST_SNAPSHOT};
use crate::store::format::session_v1;

impl Journal {
    /// Takes out of the other versions what a strike takes out of the session; returns those that may hold it still:
    /// that cannot be read, or have texts that the session does not know.
    pub(super) fn purge_copies(&self, purge: &mut Purge) -> Result<Vec<PathBuf>, SaveError> {
        self.purge_sheets(purge)?;
        let mut remaining = Vec::new();
        if self.target != self.files.snapshot() {
            remaining.push(self.files.snapshot());
        }
        let struck = Sitting::resumed(purge.base.clone(), purge.events.clone());
        let known = struck.texts();
        for path in self.files.kept_conflicts(&self.disk)? {
            if path == self.target {
                continue;
            }
            let Some(copy) = self.read_copy(&path) else {
                remaining.push(path);
                continue;
            };
            let mut purged = without(&copy, &struck, purge.search.as_mut(), &purge.sought);
            take_names_out(&mut purged, &purge.names);
            let purged = purged.state();
            if *purged != copy {
                self.write_anyway(&path, &session_v1::encode(purged)?)?;
            }
            if has_other_texts(purged, &known) {
                remaining.push(path);
            }
        }
        if self.files.are_first_takers() {
            remaining.extend(self.coders_that_name(&struck)?);
        }
        Ok(remaining)
    }

    /// Takes out of the protocols of other note-takers what a strike takes out of the session; returns those that may
    /// hold it still.
    pub(super) fn purge_other_takers(&self, purge: &mut Purge) -> Result<Vec<PathBuf>, SaveError> {
        let struck = &Sitting::resumed(purge.base.clone(), purge.events.clone());
        let mut remaining = Vec::new();
        for files in self.protocols_of_others()? {
            let path = files.snapshot();
            remaining.extend(self.search_beside(&files, &purge.names)?);
            let Some((mut sitting, mut journal)) = self.open_other(files.clone()) else {
                if self.may_hold(&files, purge) {
                    remaining.push(path);
                }
                continue;
            };
            let was_interrupted = !sitting.events().is_empty();
            let held_names = take_names_out(&mut sitting, &purge.names);
            // What nobody announced is a name there if whoever works on that protocol says so.
            if let Some(search) = purge.search.as_mut()
                && sitting.texts().iter().any(|text| search(text).is_some())
            {
                remaining.push(path.clone());
            }
            if !strike_as_in(&mut sitting, struck, &purge.sought) && !held_names {
                continue;
            }
            let purged = journal.purge_alone(&mut Purge {
                base: sitting.base().clone(),
                events: sitting.events().to_vec(),
                search: None,
                names: purge.names.clone(),
                sought: purge.sought.clone(),
            });
            let finished = purged.and_then(|purged| {
                remaining.extend(purged.remaining);
                if was_interrupted {
                    return Ok(());
                }
                journal.finish(sitting.state()).map(|_| ())
            });
            if finished.is_err() {
                remaining.push(path);
            }
        }
        Ok(remaining)
    }

    /// The files beside the session, other versions of it and damaged journals, in which certain words stand.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read.
    pub fn beside_with(&self, words: &Sought) -> Result<Vec<PathBuf>, SaveError> {
        let mut with = self.files.kept_conflicts(&self.disk)?;
        with.retain(|path| match self.read_copy(path) {
            Some(copy) => !copy.places_of(|text| words.stands_in(text)).is_empty(),
            None => self.stand_in_bytes(words, path, LARGEST_SNAPSHOT),
        });
        let mut damaged = self.kept_for_rescue()?;
        damaged.retain(|path| self.stand_in_bytes(words, path, LARGEST_JOURNAL));
        with.extend(damaged);
        Ok(with)
    }

    /// Whether words stand in a file that cannot be read as what it is.
    fn stand_in_bytes(&self, words: &Sought, path: &Path, largest: u64) -> bool {
        let bytes = self.disk.read_bounded(path, largest);
        let bytes = bytes.ok().flatten().unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        words.stands_in(&CleanText::from_stored(text))
    }

    /// The files of second coders that say something of a struck note.
    fn coders_that_name(&self, struck: &Sitting) -> Result<Vec<PathBuf>, SaveError> {
        let graves = &struck.state().tombstones;
        let mut files = self.files.coders(&self.disk)?;
        files.retain(|path| {
            let bytes = self.disk.read_bounded(path, LARGEST_SNAPSHOT);
            let Ok(Some(bytes)) = bytes else { return true };
            let text = String::from_utf8_lossy(&bytes);
            graves
                .iter()
                .any(|grave| text.contains(&format!("\"{}\"", grave.note)))
        });
        Ok(files)
    }

    /// Does again in the other versions what the strikes of a sitting did that was interrupted, since it may have been
    /// interrupted before it came to them. Words that were struck are not known any more.
    pub(super) fn purge_copies_again(&mut self, sitting: &Sitting) -> Result<(), SaveError> {
        let mut events = sitting.events().iter();
        if events.any(|recorded| matches!(recorded.event, Event::Struck(_))) {
            let mut purge = Purge {
                base: sitting.base().clone(),
                events: sitting.events().to_vec(),
                search: None,
                names: Announced::default(),
                sought: Vec::new(),
            };
            let purged = self.purge_copies(&mut purge).and_then(|mut remaining| {
                remaining.extend(self.purge_other_takers(&mut purge)?);
                remaining.extend(self.files.kept_damaged(&self.disk)?);
                Ok(remaining)
            });
            // What cannot be changed is named, and keeps no word of the interview from the disk.
            self.remaining = purged.or_else(|_| self.files.kept_conflicts(&self.disk))?;
        }
        Ok(())
    }

    /// Another version of the session; nothing if it cannot be read.
    pub(super) fn read_copy(&self, path: &Path) -> Option<Session> {
        let bytes = self.disk.read_bounded(path, LARGEST_SNAPSHOT).ok()??;
        session_v1::decode(&bytes).ok()
    }
}

/// Whether a version holds a text that is none of the known ones.
fn has_other_texts(copy: &Session, known: &HashSet<CleanText>) -> bool {
    let texts = copy.texts();
    texts
        .iter()
        .any(|text| !text.is_empty() && !known.contains(text))
}

/// A version of a session without what a sitting struck. A note is the same if it has the same number and time: the
/// versions may have gone on differently.
fn without(
    copy: &Session,
    struck: &Sitting,
    search: Option<&mut Search>,
    sought: &[Sought],
) -> Sitting {
    let mut sitting = Sitting::new(copy.clone());
    for tombstone in &struck.state().tombstones {
        let at_ms = copy.note(tombstone.note).map(|note| note.at_ms);
        if at_ms == Some(tombstone.at_ms) {
            sitting.strike_note(tombstone.note);
        }
    }
    for recorded in struck.events() {
        match &recorded.event {
            Event::Struck(Struck::Draft(topic)) if sitting.state().drafts.contains_key(topic) => {
                sitting.strike_draft(topic);
            }
            Event::Struck(Struck::Text(place)) => {
                sitting.strike_texts(std::slice::from_ref(place));
            }
            Event::Struck(Struck::Span(span)) => {
                sitting.strike_span(*span);
            }
            _ => {}
        }
    }
    for words in sought {
        sitting.strike_sought(words);
    }
    let last_words = struck
        .events()
        .iter()
        .rev()
        .find_map(|recorded| match &recorded.event {
            Event::Struck(Struck::Slot(slot)) => Some(*slot),
            _ => None,
        });
    if let (Some(search), Some(slot)) = (search, last_words) {
        sitting.purge_words(slot, search);
    }
    sitting
}

/// Strikes in another note-taker's protocol what was struck in the session; whether anything was.
fn strike_as_in(sitting: &mut Sitting, struck: &Sitting, sought: &[Sought]) -> bool {
    let before = sitting.events().len();
    for tombstone in &struck.state().tombstones {
        if sitting.state().note(tombstone.note).is_some() {
            sitting.strike_note(tombstone.note);
        }
    }
    // Everything struck so far, since a protocol may come from elsewhere and have missed earlier strikes.
    let later_ms = struck
        .state()
        .clock
        .milliseconds_after(&sitting.state().clock);
    for span in &struck.state().struck_spans {
        let Some(span) = span.shifted(later_ms) else {
            continue;
        };
        let is_known = sitting.state().struck_spans.contains(&span);
        if !is_known || !sitting.state().places_in(span).is_empty() {
            sitting.strike_span(span);
        }
    }
    for words in sought {
        sitting.strike_sought(words);
    }
    sitting.events().len() > before
}
