//! The index of a study: what its sessions say, in a form in which ten thousand of them are read at once and searched.
//!
//! It is derived and never the truth: it lies in `sessions/.index`, may be deleted at any time, holds nothing that the
//! sessions do not, and is made anew when it is missing, damaged or of another version. It follows the sessions by the
//! stamps of their files. Facts that are read from it are those of [`analysis`](crate::analysis), so that it makes no
//! difference to an analysis where they come from.
//!
//! Who writes holds the lock `sessions/.index/lock`, which is taken for moments only. A strike takes out what a session
//! says before it says that it is done, and whoever writes looks under the lock whether what was read is still there, so
//! that nothing that was struck comes back. A reader needs no lock, unless it finds a session that was taken out: then it
//! puts it in again and begins to read before another strike can take it, so that it misses none. Where no index can be
//! kept, one in memory does the same.
//!
//! `SQLite` overwrites what is deleted (`secure_delete`, and the same for the full-text index); it keeps a rollback
//! journal and no write-ahead log, which folders that are synced between machines would tear apart.

mod blobs;
mod cases;
mod database;
mod forget;
mod head;
mod matching;
mod names;
mod parts;
mod pieces;
mod reading;
mod rows;
mod searching;
mod settled;
mod standing;
mod texts;
mod update;

use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::Connection;

use super::error::StudyError;
use super::study::Study;
use crate::analysis::packing::Ragged;
use crate::disk::DiskError;
use crate::session::SessionId;

pub(super) use database::{folder, hold, holds_nothing};
pub(super) use forget::forget;
pub use reading::{Listing, Readable};
pub use searching::{Found, FoundText, Stands};
pub use settled::FoundBy;

/// The index of a study.
#[derive(Debug)]
pub struct Index {
    connection: Connection,
    study: Study,
    /// Whether it lies on disk, where others read and write it too.
    is_kept: bool,
    /// Whether the files prove to be others than it has them, so that reading on is of no use.
    is_behind: AtomicBool,
}

/// How far the index has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of session files that were read.
    pub done: u64,
    /// Bytes of session files that have to be read.
    pub total: u64,
}

impl Progress {
    /// How far that is, in percent.
    pub fn percent(self) -> u8 {
        let percent = self.done.saturating_mul(100).checked_div(self.total);
        percent.map_or(100, |percent| u8::try_from(percent).unwrap_or(100))
    }
}

/// Why there is no index. Never holds a text or a query.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// The sessions cannot be listed.
    #[error(transparent)]
    Study(#[from] StudyError),
    /// A file of the index cannot be read or written.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// The database refused.
    #[error("the index cannot be used")]
    Database(#[from] rusqlite::Error),
    /// The database holds what the program did not write so.
    #[error("the index is damaged")]
    Damaged,
    /// It is behind the sessions, so that what is read of it would not count.
    #[error("the index is behind the sessions")]
    Behind,
}

impl From<Ragged> for IndexError {
    fn from(_: Ragged) -> Self {
        Self::Damaged
    }
}

impl Study {
    /// The index, brought up to date; `progress` is told how far that is.
    ///
    /// One that is damaged or of another version is made anew. Where none can be kept, as in a folder that can only be
    /// read, it is made in memory.
    ///
    /// # Errors
    ///
    /// If the folder of the sessions cannot be read. A session that cannot be read is no error: see
    /// `Index::unread`.
    pub fn index(&self, progress: &mut dyn FnMut(Progress)) -> Result<Index, IndexError> {
        match self.index_on_disk(progress) {
            Err(IndexError::Study(error)) => Err(error.into()),
            Err(_) => self.index_in_memory(progress),
            Ok(index) => Ok(index),
        }
    }

    /// The index as it stands on disk, which may be behind the sessions; nothing if there is none.
    ///
    /// # Errors
    ///
    /// If it cannot be opened.
    pub fn index_as_it_stands(&self) -> Result<Option<Index>, IndexError> {
        let place = database::Place::of(self.disk(), &self.sessions_folder());
        let connection = place.open()?;
        Ok(connection.map(|connection| Index::on_disk(self, connection)))
    }

    /// Has the index follow one session, for whoever knows that no other was changed: nobody else's files are looked at.
    /// Where there is no index, none is made.
    ///
    /// # Errors
    ///
    /// If the index cannot be written.
    pub fn index_session(&self, id: &SessionId) -> Result<(), IndexError> {
        let place = database::Place::of(self.disk(), &self.sessions_folder());
        let Some(connection) = place.open()? else {
            return Ok(());
        };
        if update::is_fresh(self, &connection, id)? {
            return Ok(());
        }
        update::put_in(self, &connection, Some(&place), std::slice::from_ref(id))
    }

    /// An index in memory, made for this once.
    ///
    /// # Errors
    ///
    /// If the folder of the sessions cannot be read.
    pub fn index_in_memory(&self, progress: &mut dyn FnMut(Progress)) -> Result<Index, IndexError> {
        let connection = database::in_memory()?;
        update::update(self, &connection, None, progress)?;
        Ok(Index {
            is_kept: false,
            ..Index::on_disk(self, connection)
        })
    }

    fn index_on_disk(&self, progress: &mut dyn FnMut(Progress)) -> Result<Index, IndexError> {
        let place = database::Place::of(self.disk(), &self.sessions_folder());
        match self.updated(&place, progress) {
            Err(error) if error.is_damage() => {
                place.remove_all()?;
                self.updated(&place, progress)
            }
            other => other,
        }
    }

    fn updated(
        &self,
        place: &database::Place<'_>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Index, IndexError> {
        let connection = place.open_or_make()?;
        update::update(self, &connection, Some(place), progress)?;
        Ok(Index::on_disk(self, connection))
    }
}

impl Index {
    fn on_disk(study: &Study, connection: Connection) -> Self {
        Self {
            connection,
            study: study.clone(),
            is_kept: true,
            is_behind: AtomicBool::new(false),
        }
    }

    /// Refuses to read on if what is read would not count.
    fn go_on(&self) -> Result<(), IndexError> {
        if self.is_behind.load(Ordering::Relaxed) {
            return Err(IndexError::Behind);
        }
        Ok(())
    }

    /// The study that it is of.
    pub const fn study(&self) -> &Study {
        &self.study
    }

    /// Whether it lies on disk, so that it can be opened again at any time.
    pub fn is_kept(&self) -> bool {
        self.is_kept
    }

    /// Whether anything in it was changed by bringing it up to date.
    pub fn has_changed(&self) -> bool {
        self.connection.total_changes() > 0
    }
}

impl IndexError {
    /// Whether another index would do.
    fn is_damage(&self) -> bool {
        use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase, Unknown};
        match self {
            Self::Damaged => true,
            Self::Database(error) => {
                let code = error.sqlite_error_code();
                // A table that is missing is an error of an unknown kind.
                code.is_none_or(|code| matches!(code, DatabaseCorrupt | NotADatabase | Unknown))
            }
            Self::Study(_) | Self::Disk(_) | Self::Behind => false,
        }
    }
}
