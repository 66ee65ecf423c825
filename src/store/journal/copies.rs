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

use super::cleared::{Cleared, Reason};
use super::elsewhere::{Other, take_names_out};
use super::{Journal, Purge, Search};
use crate::anonymise::{Announced, CleanText};
use crate::session::{Event, Session, Sitting, Sought, Struck};
use crate::store::error::SaveError;
use crate::store::files::{LARGEST_JOURNAL, LARGEST_SNAPSHOT, SessionFiles};
use crate::store::format::session_v1;

impl Journal {
    /// Takes out of the other versions what a strike takes out of the session, and names those that may hold it still:
    /// that cannot be read, or have texts that the session does not know.
    pub(super) fn purge_copies(&self, struck: &Sitting, purge: &mut Purge, cleared: &mut Cleared) {
        self.purge_sheets(struck, cleared);
        self.forget_outdated(struck, cleared);
        if self.target != self.files.snapshot() {
            cleared.remains(self.files.snapshot());
        }
        let known = struck.texts();
        for path in self.copies(&self.files, cleared) {
            let Some(copy) = self.read_copy(&path) else {
                cleared.remains(path);
                continue;
            };
            let sought = purge.sought_in(&copy, struck.state());
            let mut purged = without(&copy, struck, purge.search.as_mut());
            take_names_out(&mut purged, (&purge.names, struck.state()));
            strike_sought(&mut purged, &sought.words, false);
            let purged = purged.state();
            if *purged != copy {
                cleared.tried(&path, self.write_session(&path, purged));
            }
            if purge.may_hide_in(purged, &sought) || has_other_texts(purged, &known) {
                cleared.remains(path);
            }
        }
    }

    /// Takes out of the protocols of other note-takers what a strike takes out of the session, and names those that may
    /// hold it still.
    pub(super) fn purge_other_takers(&self, purge: &mut Purge, reason: Reason) -> Cleared {
        let mut cleared = Cleared::default();
        let struck = Sitting::resumed(purge.base.clone(), purge.events.clone());
        for files in self.protocols_of_others(&mut cleared) {
            self.search_beside(&files, (&purge.names, struck.state()), &mut cleared);
            match self.open_other(files.clone()) {
                Some(other) => cleared.add(other.purge(&struck, purge, reason)),
                None => self.name_unopened(&files, purge, &mut cleared),
            }
        }
        cleared
    }

    /// The other versions of a protocol, but for that which is written.
    pub(super) fn copies(&self, files: &SessionFiles, cleared: &mut Cleared) -> Vec<PathBuf> {
        let mut copies = cleared.listed(files.folder(), files.kept_conflicts(&self.disk));
        copies.retain(|path| *path != self.target);
        copies
    }

    pub(super) fn write_session(&self, path: &Path, session: &Session) -> Result<(), SaveError> {
        self.write_anyway(path, &session_v1::encode(session)?)
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

    /// Does again in the other versions what the strikes of a sitting did that was interrupted, since it may have been
    /// interrupted before it came to them. Words that were struck are not known any more.
    pub(super) fn purge_copies_again(&self, sitting: &Sitting) -> Cleared {
        let mut cleared = Cleared::default();
        let mut events = sitting.events().iter();
        if !events.any(|recorded| matches!(recorded.event, Event::Struck(_))) {
            return cleared;
        }
        let mut purge = Purge {
            base: sitting.base().clone(),
            events: sitting.events().to_vec(),
            search: None,
            names: Announced::default(),
            sought: Vec::new(),
        };
        self.purge_copies(sitting, &mut purge, &mut cleared);
        cleared.add(self.purge_other_takers(&mut purge, Reason::Known));
        let damaged = self.files.kept_damaged(&self.disk);
        for path in cleared.listed(self.files.folder(), damaged) {
            cleared.remains(path);
        }
        cleared
    }

    /// Another version of the session; nothing if it cannot be read.
    pub(super) fn read_copy(&self, path: &Path) -> Option<Session> {
        let bytes = self.disk.read_bounded(path, LARGEST_SNAPSHOT).ok()??;
        session_v1::decode(&bytes).ok()
    }
}

impl Other {
    /// Takes out of it what a strike takes out of the session; `struck` is what is left of that.
    fn purge(mut self, struck: &Sitting, purge: &mut Purge, reason: Reason) -> Cleared {
        let mut cleared = Cleared::default();
        let path = self.journal.files.snapshot();
        let sought = purge.sought_in(self.sitting.state(), struck.state());
        let held_names = take_names_out(&mut self.sitting, (&purge.names, struck.state()));
        // What nobody announced is a name there if whoever works on that protocol says so.
        if let Some(search) = purge.search.as_mut()
            && self
                .sitting
                .texts()
                .iter()
                .any(|text| search(text).is_some())
        {
            cleared.remains(&path);
        }
        let is_beside = self.holds_beside(&sought.words, &mut cleared);
        let is_struck = strike_as_in(&mut self.sitting, struck)
            | strike_sought(&mut self.sitting, &sought.words, is_beside);
        if purge.may_hide_in(self.sitting.state(), &sought) {
            cleared.remains(&path);
        }
        if !is_struck && !held_names {
            return cleared;
        }
        let mut theirs = Purge {
            base: self.sitting.base().clone(),
            events: self.sitting.events().to_vec(),
            search: None,
            // They have the slots of the session, and were taken out of all that lies beside this protocol.
            names: Announced::default(),
            sought: sought.words,
        };
        let reason = if is_struck { reason } else { Reason::Known };
        let done = self.journal.purge_for(&mut theirs, reason);
        let done = done.and_then(|purged| {
            cleared.add(purged);
            if self.was_interrupted {
                return Ok(None);
            }
            Ok(self.journal.finish(self.sitting.state())?.conflict)
        });
        let conflict = cleared.tried(&path, done).flatten();
        cleared.conflicts.extend(conflict);
        cleared
    }

    /// Whether words stand in what lies beside it.
    fn holds_beside(&self, sought: &[Sought], cleared: &mut Cleared) -> bool {
        let mut sought = sought.iter();
        sought.any(|words| {
            let beside = self.journal.beside_with(words);
            let beside = cleared.tried(self.journal.files.folder(), beside);
            beside.is_some_and(|beside| !beside.is_empty())
        })
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
fn without(copy: &Session, struck: &Sitting, search: Option<&mut Search>) -> Sitting {
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
fn strike_as_in(sitting: &mut Sitting, struck: &Sitting) -> bool {
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
    sitting.events().len() > before
}

/// Strikes every text that holds words which are looked for, be it that only undo could bring it back or that it stands
/// beside; whether anything was struck.
fn strike_sought(sitting: &mut Sitting, sought: &[Sought], is_beside: bool) -> bool {
    let before = sitting.events().len();
    for words in sought {
        let struck = sitting.strike_sought(words);
        if struck.is_empty() && is_beside {
            sitting.strike_past();
        }
    }
    sitting.events().len() > before
}
