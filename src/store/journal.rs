//! A session while it is worked on: events are appended to its journal, strikes rewrite it, leaving folds it.
//!
//! Nothing is written, not even a repair, before the first call. Every call can be made again after it failed: what is
//! on disk is at every step something that opening understands.

mod cleared;
mod copies;
mod elsewhere;
mod rewrite;
mod sheets;

use std::path::{Path, PathBuf};

use super::error::SaveError;
use super::files::{LARGEST_JOURNAL, LARGEST_SNAPSHOT, SessionFiles};
use super::format::{journal_v1, session_v1};
use super::git;
use super::reading::{Glimpse, Seen, Start};
use crate::anonymise::{Announced, CleanText};
use crate::disk::{Appender, Disk, Expected, Lock, Locking, Revision, Trouble, WriteError};
use crate::session::{Recorded, Session, Sitting, Sought};
pub use cleared::Cleared;

/// A session while it is worked on.
#[derive(Debug)]
pub struct Journal {
    disk: Disk,
    files: SessionFiles,
    /// Whether the session is invented; only a real one must be kept out of git.
    invented: bool,
    stage: Stage,
    lock: Option<Lock>,
    /// What was written in the snapshot's place.
    snapshot: Option<Revision>,
    /// What the session was read from, until its snapshot is written.
    read_from: Option<Glimpse>,
    /// Where the snapshot goes: to a file of its own after the session's was changed by somebody else.
    target: PathBuf,
    /// The number of the last event in the snapshot.
    base: u64,
    /// The number of the last event on disk.
    last: u64,
    /// The whole text of the journal on disk, so that it can be written anew if it vanishes; empty if there is none.
    text: String,
    appender: Option<Appender>,
    /// Where the snapshot went because of a change by somebody else, until that has been said.
    conflict: Option<PathBuf>,
    /// What became of the other files when the strikes of an interrupted sitting were done again there, until that has
    /// been said.
    cleared: Cleared,
    /// Whether somebody asked for a strike that is not carried out yet, so that no name alone became known.
    was_asked: bool,
}

/// How far the work has come.
#[derive(Debug)]
enum Stage {
    /// Nothing has been written.
    Untouched(Box<Untouched>),
    /// The files are as the program needs them.
    Ready,
}

/// What the first write must do.
#[derive(Debug)]
struct Untouched {
    start: Start,
    sitting: Sitting,
    seen: Seen,
}

/// Gives what a text becomes when words in it are replaced; nothing if it stays.
pub type Search = Box<dyn FnMut(&CleanText) -> Option<CleanText> + Send>;

/// A strike: the state that the sitting began with and all its events, both without what was struck.
pub struct Purge {
    /// The state that the sitting began with.
    pub base: Session,
    /// The events of the sitting, the one that says what was struck included.
    pub events: Vec<Recorded>,
    /// If words were struck: how they are found in other versions of the session that the program wrote beside it.
    pub search: Option<Search>,
    /// The names that were announced, which are taken out of every text of other versions and other protocols.
    pub names: Announced,
    /// Words whose texts are struck in other versions of the session, too.
    pub sought: Vec<Sought>,
}

/// What a strike did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purged {
    /// The number of the last event on disk.
    pub sequence: u64,
    /// What became of the other files.
    pub cleared: Cleared,
}

/// What folding did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// Where the session went because its file had been changed by somebody else.
    pub conflict: Option<PathBuf>,
}

impl Journal {
    /// A session as it was read, or that is to be.
    pub(super) fn new(
        disk: &Disk,
        files: SessionFiles,
        start: Start,
        seen: Seen,
        sitting: &Sitting,
        lock: Option<Lock>,
    ) -> Self {
        let base = sitting.base();
        Self {
            disk: disk.clone(),
            invented: base.header.invented,
            snapshot: None,
            read_from: seen.snapshot,
            target: files.snapshot(),
            files,
            base: base.sequence,
            last: base.sequence,
            stage: Stage::Untouched(Box::new(Untouched {
                start,
                sitting: sitting.clone(),
                seen,
            })),
            lock,
            text: String::new(),
            appender: None,
            conflict: None,
            cleared: Cleared::default(),
            was_asked: false,
        }
    }

    /// The number of the last event that lasts.
    pub fn last(&self) -> u64 {
        self.last
    }

    /// What became of other files when the strikes of an interrupted sitting were done again there, with the first write.
    /// It is given once.
    pub fn take_cleared(&mut self) -> Cleared {
        std::mem::take(&mut self.cleared)
    }

    /// Damaged journals of the session that are kept for rescue, the one included that is found damaged and will be kept
    /// with the first write.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read.
    pub fn kept_for_rescue(&self) -> Result<Vec<PathBuf>, SaveError> {
        let mut kept = self.files.kept_damaged(&self.disk)?;
        if let Stage::Untouched(untouched) = &self.stage
            && matches!(untouched.start, Start::Rewrite { damaged: Some(_) })
        {
            kept.push(self.files.journal());
        }
        Ok(kept)
    }

    /// Appends events and returns the number of the last one when they last. Events that are on disk already are passed
    /// over.
    ///
    /// # Errors
    ///
    /// If they may not last; they can be given again.
    pub fn append(&mut self, events: &[Recorded]) -> Result<u64, SaveError> {
        self.begin()?;
        let mut lines = String::new();
        let mut last = self.last;
        for recorded in events
            .iter()
            .filter(|recorded| recorded.sequence > self.last)
        {
            lines.push_str(&journal_v1::line(recorded)?);
            last = recorded.sequence;
        }
        if !lines.is_empty() {
            self.append_lines(&lines)?;
            self.last = last;
        }
        Ok(self.last)
    }

    /// Folds the state into the session's file by replacing it; then the journal goes.
    ///
    /// # Errors
    ///
    /// If the state may not last; the journal is then still there.
    pub fn finish(&mut self, state: &Session) -> Result<Finished, SaveError> {
        if self.has_nothing_to_fold(state) {
            return Ok(Finished { conflict: None });
        }
        let bytes = session_v1::encode(state)?;
        // The journal stays if nobody could read what it would be folded into.
        check_size(bytes.len(), LARGEST_SNAPSHOT, &self.target)?;
        self.begin()?;
        self.place_snapshot(&bytes)?;
        let journal = self.files.journal();
        self.appender = None;
        self.disk.remove(&journal)?;
        self.disk.sync_folder_of(&journal)?;
        self.text.clear();
        self.base = state.sequence;
        self.last = state.sequence;
        Ok(Finished {
            conflict: self.conflict.take(),
        })
    }

    /// Whether the session's file says all there is to say and nothing was written beside it.
    fn has_nothing_to_fold(&self, state: &Session) -> bool {
        match &self.stage {
            Stage::Untouched(untouched) => {
                matches!(untouched.start, Start::Fresh)
                    && (self.snapshot.is_some() || self.read_from.is_some())
                    && untouched.sitting.base() == state
            }
            Stage::Ready => false,
        }
    }

    /// Does what must be done before the first write: the lock, the look at git, repairs.
    fn begin(&mut self) -> Result<(), SaveError> {
        let Stage::Untouched(_) = &self.stage else {
            return Ok(());
        };
        self.take_lock()?;
        if !self.invented {
            git::check(&self.disk, &self.files.published())?;
        }
        let stage = std::mem::replace(&mut self.stage, Stage::Ready);
        let Stage::Untouched(untouched) = stage else {
            return Ok(());
        };
        let made = self.make_ready(&untouched);
        if made.is_err() {
            self.stage = Stage::Untouched(untouched);
        }
        made
    }

    /// Takes the lock if nobody had ever locked the session when it was opened, and looks whether it is still as read.
    fn take_lock(&mut self) -> Result<(), SaveError> {
        if self.lock.is_some() {
            return Ok(());
        }
        match self.disk.try_lock(&self.files.lock())? {
            Locking::Held(lock) => {
                self.look_again()?;
                self.lock = Some(lock);
                Ok(())
            }
            Locking::Taken | Locking::Missing => Err(SaveError::Locked(self.files.id().clone())),
        }
    }

    fn look_again(&self) -> Result<(), SaveError> {
        let Stage::Untouched(untouched) = &self.stage else {
            return Ok(());
        };
        let read = |path, largest| -> Result<_, SaveError> {
            match self.disk.read_bounded(path, largest) {
                // What was read was not as large.
                Err(error) if error.trouble() == Trouble::TooLarge => {
                    Err(SaveError::ChangedSinceRead(self.files.id().clone()))
                }
                read => Ok(read?.as_deref().map(Glimpse::of)),
            }
        };
        let seen = Seen {
            snapshot: read(&self.files.snapshot(), LARGEST_SNAPSHOT)?,
            journal: read(&self.files.journal(), LARGEST_JOURNAL)?,
        };
        if seen == untouched.seen {
            return Ok(());
        }
        Err(SaveError::ChangedSinceRead(self.files.id().clone()))
    }

    fn make_ready(&mut self, untouched: &Untouched) -> Result<(), SaveError> {
        let sitting = &untouched.sitting;
        match &untouched.start {
            Start::Fresh => {
                if self.snapshot.is_none() && self.read_from.is_none() {
                    self.place_first_snapshot(sitting.base())?;
                }
            }
            Start::Append(text) => {
                self.text.clone_from(text);
                self.open_appender()?;
                self.last = sitting.state().sequence;
            }
            Start::Rewrite { damaged } => {
                if let Some(damaged) = damaged {
                    self.keep_damaged(damaged)?;
                }
                self.rewrite(sitting.base(), sitting.events())?;
            }
        }
        self.forget_prepared()?;
        let mut cleared = self.purge_copies_again(sitting);
        self.forget_leftovers(&mut cleared);
        if matches!(untouched.start, Start::Rewrite { .. })
            && let Some(index) = self.forget_in_index()
        {
            // A strike that was interrupted may not have come to the index.
            cleared.remains(index);
        }
        self.cleared.add(cleared);
        Ok(())
    }

    /// Gives a session that has just been prepared its file.
    fn place_first_snapshot(&mut self, base: &Session) -> Result<(), SaveError> {
        let bytes = session_v1::encode(base)?;
        let placed = self
            .disk
            .write_atomically(&self.target, &bytes, Expected::Nothing);
        self.snapshot = Some(placed.map_err(|error| match error {
            WriteError::Changed(_) => SaveError::Exists(self.files.id().clone()),
            WriteError::Disk(error) => SaveError::Disk(error),
        })?);
        Ok(())
    }

    /// Puts a snapshot in its place, or beside it if somebody else changed what lies there.
    fn place_snapshot(&mut self, bytes: &[u8]) -> Result<(), SaveError> {
        let expected = self.expected_snapshot()?;
        match self.disk.write_atomically(&self.target, bytes, expected) {
            Ok(revision) => {
                self.snapshot = Some(revision);
                Ok(())
            }
            Err(WriteError::Disk(error)) => Err(error.into()),
            Err(WriteError::Changed(_)) => self.place_beside(bytes),
        }
    }

    /// What must lie in the snapshot's place: what was written there, or what the session was read from. If that was changed by
    /// somebody who asked for no lock, nothing is expected there, so that the session goes beside it.
    fn expected_snapshot(&self) -> Result<Expected, SaveError> {
        if let Some(revision) = self.snapshot {
            return Ok(Expected::Content(revision));
        }
        if self.read_from.is_none() {
            return Ok(Expected::Nothing);
        }
        let bytes = match self.disk.read_bounded(&self.target, LARGEST_SNAPSHOT) {
            Err(error) if error.trouble() == Trouble::TooLarge => None,
            read => read?,
        };
        let bytes = bytes.filter(|bytes| self.is_own(bytes));
        Ok(bytes.map_or(Expected::Nothing, |bytes| {
            Expected::Content(Revision::of(&bytes))
        }))
    }

    /// Whether a content of the snapshot's place is what was written there, or what the session was read from.
    fn is_own(&self, bytes: &[u8]) -> bool {
        match self.snapshot {
            Some(revision) => revision == Revision::of(bytes),
            None => self.read_from == Some(Glimpse::of(bytes)),
        }
    }

    fn place_beside(&mut self, bytes: &[u8]) -> Result<(), SaveError> {
        for path in self.files.conflicts() {
            match self.disk.write_atomically(&path, bytes, Expected::Nothing) {
                Ok(revision) => {
                    self.snapshot = Some(revision);
                    self.target.clone_from(&path);
                    self.conflict = Some(path);
                    return Ok(());
                }
                Err(WriteError::Changed(_)) => {}
                Err(WriteError::Disk(error)) => return Err(error.into()),
            }
        }
        Err(SaveError::Exists(self.files.id().clone()))
    }

    fn append_lines(&mut self, lines: &str) -> Result<(), SaveError> {
        let length = self.text.len();
        check_size(length + lines.len(), LARGEST_JOURNAL, &self.files.journal())?;
        if self.text.is_empty() {
            self.text.push_str(&self.header().to_line());
        }
        self.text.push_str(lines);
        let appended = self.append_to_disk(lines);
        if appended.is_err() {
            self.text.truncate(length);
        }
        appended
    }

    fn append_to_disk(&mut self, lines: &str) -> Result<(), SaveError> {
        if let Some(appender) = &mut self.appender {
            appender.append(lines.as_bytes())?;
            // A file that was removed or replaced meanwhile would take the words with it.
            if appender.is_in_place() {
                return Ok(());
            }
        }
        self.write_journal()
    }

    /// Writes the whole journal and goes on appending to it.
    fn write_journal(&mut self) -> Result<(), SaveError> {
        let path = self.files.journal();
        match self
            .disk
            .write_atomically(&path, self.text.as_bytes(), Expected::Anything)
        {
            Ok(_) => self.open_appender(),
            Err(WriteError::Disk(error)) => Err(error.into()),
            Err(WriteError::Changed(_)) => {
                Err(SaveError::ChangedSinceRead(self.files.id().clone()))
            }
        }
    }

    fn open_appender(&mut self) -> Result<(), SaveError> {
        let length = u64::try_from(self.text.len()).unwrap_or(u64::MAX);
        self.appender = Some(self.disk.open_appending(&self.files.journal(), length)?);
        Ok(())
    }

    fn header(&self) -> journal_v1::Header {
        journal_v1::Header {
            session: self.files.id().clone(),
            base: self.base,
        }
    }
}

/// Refuses to write more than is read again.
pub(super) fn check_size(length: usize, largest: u64, path: &Path) -> Result<(), SaveError> {
    let length = u64::try_from(length).unwrap_or(u64::MAX);
    if length <= largest {
        return Ok(());
    }
    Err(SaveError::TooLarge(path.to_owned()))
}

impl std::fmt::Debug for Purge {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Purge")
            .field("events", &self.events.len())
            .finish_non_exhaustive()
    }
}
