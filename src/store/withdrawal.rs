//! Sessions that were withdrawn: `sessions/A-1.withdrawn` stays in their place and says no more than that and when.

use std::path::{Path, PathBuf};

use time::Date;

use super::error::{SaveError, StudyError};
use super::files::{FIRST_TAKER, SessionFiles};
use super::format::withdrawal_v1;
use super::{Study, index};
use crate::disk::{DiskError, Expected, Lock, Locking, WriteError};
use crate::session::SessionId;

/// What the name of a tombstone ends with.
pub(super) const ENDING: &str = ".withdrawn";

/// The largest tombstone that is read, in bytes.
const LARGEST: u64 = 64 * 1024;

/// A protocol on which nobody else can work as long as this is kept.
#[derive(Debug)]
pub struct Held {
    _lock: Lock,
}

impl Study {
    /// The sessions that were withdrawn, in order, from the names of the files alone.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read.
    pub fn withdrawn(&self) -> Result<Vec<SessionId>, StudyError> {
        let names = self.disk().names_in(&self.sessions_folder())?;
        let mut withdrawn: Vec<SessionId> =
            names.iter().filter_map(|name| withdrawn_of(name)).collect();
        withdrawn.sort();
        Ok(withdrawn)
    }

    /// The day on which a session was withdrawn; nothing if it was not.
    ///
    /// # Errors
    ///
    /// If its tombstone cannot be read.
    pub fn withdrawn_on(&self, id: &SessionId) -> Result<Option<Date>, StudyError> {
        let path = self.tombstone(id);
        let Some(bytes) = self.disk().read_bounded(&path, LARGEST)? else {
            return Ok(None);
        };
        withdrawal_v1::decode(&bytes)
            .map(Some)
            .map_err(|source| StudyError::Format { path, source })
    }

    /// Says that a session was withdrawn on this day. A tombstone that stands already stays. It holds nothing of the
    /// session, so that git may take it up: a withdrawal must not fail because of that.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub fn bury(&self, id: &SessionId, day: Date) -> Result<(), SaveError> {
        let path = self.tombstone(id);
        let bytes = withdrawal_v1::encode(id, day)?;
        match self
            .disk()
            .write_atomically(&path, &bytes, Expected::Nothing)
        {
            Ok(_) | Err(WriteError::Changed(_)) => Ok(()),
            Err(WriteError::Disk(error)) => Err(error.into()),
        }
    }

    /// The files of a session that hold anything of it: all but locks and its tombstone.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read.
    pub fn contents_of(&self, id: &SessionId) -> Result<Vec<PathBuf>, StudyError> {
        let mut files = self.files_of(id)?;
        // A lock is never removed: two processes would then hold locks on two files of the same name.
        files.retain(|path| {
            let name = path.file_name().and_then(|name| name.to_str());
            let is_kept = |name: &str| [".lock", ENDING].iter().any(|end| name.ends_with(end));
            name.is_some_and(|name| !is_kept(name))
        });
        Ok(files)
    }

    /// The files that are made from sessions and can be made again.
    ///
    /// # Errors
    ///
    /// If their folder cannot be read.
    pub fn index_files(&self) -> Result<Vec<PathBuf>, StudyError> {
        let folder = index::folder(&self.sessions_folder());
        let mut names = self.disk().names_in(&folder)?;
        names.retain(|name| !index::holds_nothing(name));
        names.sort();
        let paths = names.iter().map(|name| folder.join(name));
        Ok(paths.filter(|path| path.is_file()).collect())
    }

    /// Keeps everybody else from writing the index, so that nothing comes back that is being deleted; nothing if there
    /// is no index, or the file system knows no locks.
    pub fn hold_index(&self) -> Option<Held> {
        let lock = index::hold(self.disk(), &self.sessions_folder());
        lock.map(|lock| Held { _lock: lock })
    }

    /// Whether somebody works on the first note-taker's protocol of a session. Where that cannot be told, nobody does.
    pub fn is_worked_on(&self, id: &SessionId) -> bool {
        let lock = SessionFiles::new(&self.sessions_folder(), id).lock();
        matches!(self.disk().try_lock_existing(&lock), Ok(Locking::Taken))
    }

    /// Keeps everybody else from working on a session.
    ///
    /// # Errors
    ///
    /// If somebody does.
    pub fn hold(&self, id: &SessionId) -> Result<Vec<Held>, SaveError> {
        let first = SessionFiles::new(&self.sessions_folder(), id);
        let mut takers = first.other_takers(self.disk())?;
        takers.push(FIRST_TAKER);
        let mut held = Vec::new();
        for taker in takers {
            let lock = first.of_other_taker(taker).lock();
            match self.disk().try_lock_existing(&lock)? {
                Locking::Held(lock) => held.push(Held { _lock: lock }),
                Locking::Missing => {}
                Locking::Taken => return Err(SaveError::Locked(id.clone())),
            }
        }
        Ok(held)
    }

    /// Deletes a file, and makes that last.
    ///
    /// # Errors
    ///
    /// If it is still there.
    pub fn delete(&self, path: &Path) -> Result<(), DiskError> {
        self.disk().remove(path)?;
        self.disk().sync_folder_of(path)
    }

    fn tombstone(&self, id: &SessionId) -> PathBuf {
        self.sessions_folder().join(format!("{id}{ENDING}"))
    }
}

/// The session whose tombstone a file is, by its name.
fn withdrawn_of(name: &str) -> Option<SessionId> {
    name.strip_suffix(ENDING)?.parse().ok()
}
