//! Strikes in the other versions of a session, which the program wrote beside it because its file had been changed.
//!
//! What was struck is found there by a note's number and time, or by a whole text. A version that went on differently
//! may hold it in another form: as a draft, under another number, with a further word. So a version is only taken for
//! clean if every text in it is one that the session holds too, for those were searched or are meant to stay.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::{Journal, Purge, Search};
use crate::anonymise::CleanText;
use crate::session::{Event, Session, Sitting, Struck};
use crate::store::error::SaveError;
use crate::store::files::LARGEST_SNAPSHOT;
use crate::store::format::session_v1;

impl Journal {
    /// Takes out of the other versions what a strike takes out of the session; returns those that may hold it still:
    /// that cannot be read, or have texts that the session does not know.
    pub(super) fn purge_copies(&self, purge: &mut Purge) -> Result<Vec<PathBuf>, SaveError> {
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
            let purged = without(&copy, &struck, purge.search.as_mut());
            if purged != copy {
                self.write_anyway(&path, &session_v1::encode(&purged)?)?;
            }
            if has_other_texts(&purged, &known) {
                remaining.push(path);
            }
        }
        Ok(remaining)
    }

    /// Does again in the other versions what the strikes of a sitting did that was interrupted, since it may have been
    /// interrupted before it came to them. Words that were struck are not known any more.
    pub(super) fn purge_copies_again(&mut self, sitting: &Sitting) -> Result<(), SaveError> {
        let mut events = sitting.events().iter();
        if events.any(|recorded| matches!(recorded.event, Event::Struck(_))) {
            let purged = self.purge_copies(&mut Purge {
                base: sitting.base().clone(),
                events: sitting.events().to_vec(),
                search: None,
            });
            // What cannot be changed is named, and keeps no word of the interview from the disk.
            self.remaining = purged.or_else(|_| self.files.kept_conflicts(&self.disk))?;
        }
        Ok(())
    }

    /// Another version of the session; nothing if it cannot be read.
    fn read_copy(&self, path: &Path) -> Option<Session> {
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
fn without(copy: &Session, struck: &Sitting, search: Option<&mut Search>) -> Session {
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
            _ => {}
        }
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
    sitting.state().clone()
}
