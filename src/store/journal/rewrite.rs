//! Strikes: the event first, then the snapshot, then the journal.
//!
//! Snapshot and journal are prepared as complete files before anything is replaced, so that opening can finish a strike
//! that was interrupted, without knowing the words that were struck.

use std::path::{Path, PathBuf};

use super::{Journal, Purge, Purged, check_size};
use crate::disk::{Expected, Revision, WriteError};
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
        let mut purged = self.purge_alone(purge)?;
        // A file that every protocol of the session names is named once.
        for path in self.purge_other_takers(purge)? {
            if !purged.remaining.contains(&path) {
                purged.remaining.push(path);
            }
        }
        Ok(purged)
    }

    /// Carries a strike out and leaves other note-takers' protocols alone, for whoever has them open.
    ///
    /// # Errors
    ///
    /// If what was struck may still be in one of the session's files.
    pub fn purge_alone(&mut self, purge: &mut Purge) -> Result<Purged, SaveError> {
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
        self.put_in_place(&purge.base, &purge.events, &prepared)?;
        let mut remaining = self.purge_copies(purge)?;
        if purge.events.iter().any(says_words_were_struck) {
            self.forget_outdated(&Sitting::resumed(purge.base.clone(), purge.events.clone()))?;
        }
        remaining.extend(self.forget_in_index());
        self.remaining.clear();
        let mut removed = self.files.kept_damaged(&self.disk)?;
        if !std::mem::take(&mut self.was_asked) {
            // A name that became known is no reason to lose words that nobody has rescued yet.
            self.clean_kept(&self.files, &purge.names)?;
            remaining.append(&mut removed);
        }
        for path in removed.iter().chain(&self.files.leftovers(&self.disk)?) {
            self.disk.remove(path)?;
        }
        self.disk.sync_folder_of(&self.target)?;
        Ok(Purged {
            sequence: self.last,
            removed,
            remaining,
            conflict: self.conflict.take(),
        })
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
        let bytes = self.disk.read_bounded(&self.target, u64::MAX)?;
        Ok(bytes.is_some_and(|bytes| {
            let found = Revision::of(&bytes);
            Some(found) != self.snapshot && found != Revision::of(snapshot)
        }))
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
