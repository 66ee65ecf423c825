//! The calls to the file system, as a watch sees them.

use std::io;
use std::path::Path;

/// One call to the file system.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Call<'call> {
    /// A file is read.
    Read(&'call Path),
    /// A folder's names are read.
    List(&'call Path),
    /// A file that must not exist is created.
    Create(&'call Path),
    /// A file is opened for appending.
    Open(&'call Path),
    /// Bytes are written.
    Write {
        /// The file.
        path: &'call Path,
        /// The bytes.
        bytes: &'call [u8],
    },
    /// A file is cut.
    Cut {
        /// The file.
        path: &'call Path,
        /// The length that it keeps.
        length: u64,
    },
    /// A file's content is made to last (`fdatasync`, or `fsync` for a file that is renamed afterwards).
    Sync(&'call Path),
    /// A file gets another name and takes the place of what had it.
    Rename {
        /// The name that goes.
        from: &'call Path,
        /// The name that comes.
        to: &'call Path,
    },
    /// A file gets a second name that nothing has yet.
    Link {
        /// The name that it has.
        from: &'call Path,
        /// The name that comes.
        to: &'call Path,
    },
    /// A file is removed.
    Remove(&'call Path),
    /// A folder is created.
    CreateFolder(&'call Path),
    /// A folder's names are made to last.
    SyncFolder(&'call Path),
    /// A lock is tried.
    Lock(&'call Path),
}

/// What becomes of a call.
#[derive(Debug)]
#[cfg_attr(
    not(test),
    expect(dead_code, reason = "only the rehearsals of tests let a call fail")
)]
pub enum Verdict {
    /// It goes on.
    Go,
    /// It fails and does nothing.
    Fail(io::Error),
    /// It writes so many bytes and fails; a call that is no write fails and does nothing.
    Short {
        /// How many bytes are written.
        length: usize,
        /// How it fails.
        error: io::Error,
    },
}

/// Sees every call before and after, and can make it fail.
pub trait Watch: Send + Sync {
    /// Before a call.
    fn before(&self, call: Call<'_>) -> Verdict;

    /// After a call that succeeded.
    fn after(&self, call: Call<'_>) {
        let _ = call;
    }
}
