//! Strikes: the event first, then the snapshot, then the journal.
//!
//! Snapshot and journal are prepared as complete files before anything is replaced, so that opening can finish a strike
//! that was interrupted, without knowing the words that were struck.

use std::path::{Path, PathBuf};

use super::cleared::{Cleared, Reason};
use super::{Journal, Purge, Purged, check_size};
use crate::disk::{Expected, Revision, Trouble, WriteError};
use crate::session::{Event, Recorded, Session, Sitting, Struck};
use crate::store::error::SaveError;
use crate::store::files::{LARGEST_JOURNAL, LARGEST_SNAPSHOT};
use crate::store::format::{journal_v1, session_v1};
use crate::store::index;

impl Journal {
    /// Carries a strike out: what was struck is in none of the session's files when this returns, and in no other
    /// note-taker's protocol of it.
    ///
    /// # Errors
    ///
    /// If it may be. A struck note or draft is then nevertheless hidden from every reader, if that could be written.
    pub fn purge(&mut self, purge: &mut Purge) -> Result<Purged, SaveError> {
        self.write_anew(purge)?;
        let reason = self.take_reason();
        let mut cleared = self.clear(purge, reason);
        cleared.add(self.purge_other_takers(purge, reason));
        Ok(self.purged(cleared))
    }

    /// Carries a strike out and leaves other note-takers' protocols alone, for whoever has them open.
    ///
    /// # Errors
    ///
    /// If what was struck may still be in one of the session's files.
    pub fn purge_alone(&mut self, purge: &mut Purge) -> Result<Purged, SaveError> {
        self.write_anew(purge)?;
        let reason = self.take_reason();
        let cleared = self.clear(purge, reason);
        Ok(self.purged(cleared))
    }

    /// Carries a strike out for this reason, whatever its events say, and leaves other note-takers' protocols alone.
    pub(super) fn purge_for(
        &mut self,
        purge: &mut Purge,
        reason: Reason,
    ) -> Result<Cleared, SaveError> {
        self.write_anew(purge)?;
        self.was_asked = false;
        let cleared = self.clear(purge, reason);
        Ok(self.purged(cleared).cleared)
    }

    /// Writes snapshot and journal without what was struck; the event that says so is appended first.
    fn write_anew(&mut self, purge: &Purge) -> Result<(), SaveError> {
        self.begin()?;
        let prepared = self.prepare(&purge.base, &purge.events);
        // Words that became known as a name cannot be found again by what the event says. Without the prepared files
        // it would claim a strike that nobody could finish.
        if self.would_claim_too_much(&purge.events)
            && let Err(error) = prepared
        {
            return Err(error);
        }
        self.was_asked |= self.is_asked_for(purge);
        self.append(&purge.events)?;
        let prepared = prepared?;
        self.put_in_place(&purge.base, &purge.events, &prepared)
    }

    fn take_reason(&mut self) -> Reason {
        if std::mem::take(&mut self.was_asked) {
            Reason::Asked
        } else {
            Reason::Known
        }
    }

    /// Takes out of all that lies beside snapshot and journal what was struck there.
    fn clear(&mut self, purge: &mut Purge, reason: Reason) -> Cleared {
        // What was to be said of an interrupted strike is said of this one, but for where a protocol went.
        let mut cleared = Cleared {
            conflicts: std::mem::take(&mut self.cleared).conflicts,
            ..Cleared::default()
        };
        let folder = self.files.folder();
        let struck = Sitting::resumed(purge.base.clone(), purge.events.clone());
        self.purge_copies(&struck, purge, &mut cleared);
        if let Some(index) = self.forget_in_index() {
            cleared.remains(index);
        }
        let damaged = cleared.listed(folder, self.files.kept_damaged(&self.disk));
        let remove = |path: &Path| self.disk.remove(path);
        if reason == Reason::Asked {
            cleared.remove(damaged, remove);
        } else {
            self.clean_kept(&self.files, (&purge.names, struck.state()), &mut cleared);
            for path in damaged {
                cleared.remains(path);
            }
        }
        self.forget_leftovers(&mut cleared);
        cleared.tried(folder, self.disk.sync_folder_of(&self.target));
        cleared
    }

    /// Removes temporary files of writes that were interrupted.
    pub(super) fn forget_leftovers(&self, cleared: &mut Cleared) {
        let leftovers = self.files.leftovers(&self.disk);
        for path in cleared.listed(self.files.folder(), leftovers) {
            cleared.tried(&path, self.disk.remove(&path));
        }
    }

    fn purged(&mut self, mut cleared: Cleared) -> Purged {
        cleared.conflicts.extend(self.conflict.take());
        Purged {
            sequence: self.last,
            cleared,
        }
    }

    /// Takes the session out of the index, which may hold what was struck; returns what may hold it still.
    pub(super) fn forget_in_index(&self) -> Option<PathBuf> {
        let sessions = self.files.folder();
        let forgotten = index::forget(&self.disk, sessions, self.files.id());
        forgotten.err().map(|_| index::folder(sessions))
    }

    /// Whether somebody asks for a strike, and it is more than a name that became known or a text that was corrected.
    fn is_asked_for(&self, purge: &Purge) -> bool {
        let asks = |recorded: &Recorded| match &recorded.event {
            Event::Struck(Struck::Former(_)) => false,
            Event::Struck(struck) => recorded.sequence > self.last && struck.was_asked_for(),
            _ => false,
        };
        !purge.sought.is_empty() || purge.events.iter().any(asks)
    }

    /// Whether one of the events that are not on disk says that words were struck.
    fn would_claim_too_much(&self, events: &[Recorded]) -> bool {
        let new = |recorded: &&Recorded| recorded.sequence > self.last;
        events.iter().filter(new).any(says_words_were_struck)
    }

    /// Writes snapshot and journal anew.
    pub(super) fn rewrite(&mut self, base: &Session, events: &[Recorded]) -> Result<(), SaveError> {
        let prepared = self.prepare(base, events)?;
        self.put_in_place(base, events, &prepared)
    }

    /// Writes what will take the place of snapshot and journal.
    fn prepare(&mut self, base: &Session, events: &[Recorded]) -> Result<Prepared, SaveError> {
        let snapshot = session_v1::encode(base)?;
        let header = journal_v1::Header {
            session: self.files.id().clone(),
            base: base.sequence,
        };
        let journal = journal_v1::whole(&header, events)?;
        check_size(snapshot.len(), LARGEST_SNAPSHOT, &self.target)?;
        check_size(journal.len(), LARGEST_JOURNAL, &self.files.journal())?;
        let prepared = Prepared {
            revision: Revision::of(&snapshot),
            journal,
        };
        // A prepared snapshot would be put over what somebody else wrote, so it goes beside that at once.
        if self.is_changed(&snapshot)? {
            self.forget_prepared()?;
            self.place_beside(&snapshot)?;
        } else if self.target == self.files.snapshot() {
            self.write_anyway(&self.files.prepared_snapshot(), &snapshot)?;
        } else {
            self.place_snapshot(&snapshot)?;
        }
        self.write_anyway(&self.files.prepared_journal(), prepared.journal.as_bytes())?;
        Ok(prepared)
    }

    fn is_changed(&self, snapshot: &[u8]) -> Result<bool, SaveError> {
        let bytes = match self.disk.read_bounded(&self.target, LARGEST_SNAPSHOT) {
            // What was written here is never as large.
            Err(error) if error.trouble() == Trouble::TooLarge => return Ok(true),
            read => read?,
        };
        Ok(bytes.is_some_and(|bytes| !self.is_own(&bytes) && bytes != snapshot))
    }

    fn put_in_place(
        &mut self,
        base: &Session,
        events: &[Recorded],
        prepared: &Prepared,
    ) -> Result<(), SaveError> {
        let (snapshot, journal) = (self.files.snapshot(), self.files.journal());
        self.appender = None;
        if self.target == snapshot {
            self.disk
                .rename(&self.files.prepared_snapshot(), &snapshot)?;
            self.snapshot = Some(prepared.revision);
        }
        self.disk.rename(&self.files.prepared_journal(), &journal)?;
        self.base = base.sequence;
        self.last = events.last().map_or(base.sequence, |last| last.sequence);
        self.text.clone_from(&prepared.journal);
        self.open_appender()
    }

    /// Removes prepared files that nothing refers to.
    pub(super) fn forget_prepared(&mut self) -> Result<(), SaveError> {
        // The journal first: it is what makes them count.
        self.disk.remove(&self.files.prepared_journal())?;
        self.disk.remove(&self.files.prepared_snapshot())?;
        Ok(())
    }

    /// Keeps a damaged journal under a name of its own, once.
    pub(super) fn keep_damaged(&mut self, bytes: &[u8]) -> Result<(), SaveError> {
        for path in self.files.damaged() {
            match self.disk.write_atomically(&path, bytes, Expected::Nothing) {
                Ok(_) => return Ok(()),
                Err(WriteError::Changed(_)) => {}
                Err(WriteError::Disk(error)) => return Err(error.into()),
            }
        }
        Ok(())
    }

    pub(super) fn write_anyway(&self, path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
        match self.disk.write_atomically(path, bytes, Expected::Anything) {
            Ok(_) => Ok(()),
            Err(WriteError::Disk(error)) => Err(error.into()),
            Err(WriteError::Changed(_)) => {
                Err(SaveError::ChangedSinceRead(self.files.id().clone()))
            }
        }
    }
}

/// Whether an event says that words were struck because they became known as a name.
fn says_words_were_struck(recorded: &Recorded) -> bool {
    matches!(recorded.event, Event::Struck(Struck::Slot(_)))
}

/// Files that wait to be put in place.
struct Prepared {
    revision: Revision,
    journal: String,
}
