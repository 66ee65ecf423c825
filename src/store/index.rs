//! The index of a study: what its sessions say, in a form in which ten thousand of them are read at once and searched.
//!
//! It is derived and never the truth: it lies in `sessions/.index`, may be deleted at any time, holds nothing that the
//! sessions do not, and is made anew when it is missing, damaged or of another version. It follows the sessions by the
//! stamps of their files. Facts that are read from it are those of [`analysis`](crate::analysis), so that it makes no
//! difference to an analysis where they come from.
//!
//! Who writes holds the lock `sessions/.index/lock`, which is taken for moments only; a reader needs none. A strike
//! takes a session out before it says that it is done, and whoever writes looks under the lock whether what was read is
//! still there, so that nothing that was struck comes back. Where no index can be kept, one in memory does the same.
//!
//! `SQLite` overwrites what is deleted (`secure_delete`, and the same for the full-text index); it keeps a rollback
//! journal and no write-ahead log, which folders that are synced between machines would tear apart.

mod cases;
mod database;
mod forget;
mod names;
mod notes;
mod reading;
mod rows;
mod settled;
mod update;
mod varint;

use rusqlite::Connection;

use super::error::StudyError;
use super::study::Study;
use crate::disk::DiskError;

pub(super) use database::{folder, hold, holds_nothing};
pub(super) use forget::forget;
pub use reading::{Found, Listing, NoteText, Readable};

/// The index of a study.
#[derive(Debug)]
pub struct Index {
    connection: Connection,
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
    /// [`Index::unread`].
    pub fn index(&self, progress: &mut dyn FnMut(Progress)) -> Result<Index, IndexError> {
        match self.index_on_disk(progress) {
            Err(IndexError::Study(error)) => Err(error.into()),
            Err(_) => self.index_in_memory(progress),
            Ok(index) => Ok(index),
        }
    }

    /// An index in memory, made for this once.
    ///
    /// # Errors
    ///
    /// If the folder of the sessions cannot be read.
    pub fn index_in_memory(&self, progress: &mut dyn FnMut(Progress)) -> Result<Index, IndexError> {
        let mut connection = database::in_memory()?;
        update::update(self, &mut connection, None, progress)?;
        Ok(Index { connection })
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
        let mut connection = place.open_or_make()?;
        update::update(self, &mut connection, Some(place), progress)?;
        Ok(Index { connection })
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
            Self::Study(_) | Self::Disk(_) => false,
        }
    }
}
