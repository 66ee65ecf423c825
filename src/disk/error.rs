//! What can go wrong with files.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::{Call, Said};

/// A call to the file system that failed.
#[derive(Debug, thiserror::Error)]
#[error("cannot {action} {}", path.display())]
pub struct DiskError {
    action: Action,
    path: PathBuf,
    source: io::Error,
}

/// What was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// To read a file or folder.
    Read,
    /// To create a file or folder.
    Create,
    /// To write into a file.
    Write,
    /// To make a file or folder last.
    Sync,
    /// To put a file in its place.
    Replace,
    /// To remove a file.
    Remove,
    /// To lock a file.
    Lock,
}

/// The kinds of trouble that a person can do something about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// There is no room left, or no more is allowed.
    Full,
    /// The file system can only be read.
    ReadOnly,
    /// The user may not do this.
    Denied,
    /// The file or its folder is gone.
    Gone,
    /// The file is too large to be one of the program's.
    TooLarge,
    /// Anything else.
    Other,
}

impl DiskError {
    pub(super) fn new(call: Call<'_>, source: io::Error) -> Self {
        let (action, path) = attempt(call);
        Self {
            action,
            path: path.to_owned(),
            source,
        }
    }

    /// What was tried.
    pub fn action(&self) -> Action {
        self.action
    }

    /// On which file or folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What kind of trouble it is.
    pub fn trouble(&self) -> Trouble {
        match self.source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Trouble::Full,
            io::ErrorKind::ReadOnlyFilesystem => Trouble::ReadOnly,
            io::ErrorKind::PermissionDenied => Trouble::Denied,
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Trouble::Gone,
            io::ErrorKind::FileTooLarge => Trouble::TooLarge,
            _ => Trouble::Other,
        }
    }

    /// What the system said.
    pub fn said(&self) -> Said {
        Said::from(&self.source)
    }

    /// Whether there is no such file or folder.
    pub fn is_missing(&self) -> bool {
        self.source.kind() == io::ErrorKind::NotFound
    }

    pub(super) fn is_taken(&self) -> bool {
        self.source.kind() == io::ErrorKind::AlreadyExists
    }

    pub(super) fn is_unsupported(&self) -> bool {
        matches!(
            self.source.kind(),
            io::ErrorKind::Unsupported | io::ErrorKind::PermissionDenied
        )
    }
}

fn attempt(call: Call<'_>) -> (Action, &Path) {
    match call {
        Call::Read(path) | Call::List(path) => (Action::Read, path),
        Call::Create(path) | Call::CreateFolder(path) => (Action::Create, path),
        Call::Open(path) | Call::Write { path, .. } | Call::Cut { path, .. } => {
            (Action::Write, path)
        }
        Call::Sync(path) | Call::SyncFolder(path) => (Action::Sync, path),
        Call::Rename { to, .. } | Call::Link { to, .. } => (Action::Replace, to),
        Call::Remove(path) => (Action::Remove, path),
        Call::Lock(path) => (Action::Lock, path),
    }
}

impl fmt::Display for Action {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Read => "read",
            Self::Create => "create",
            Self::Write => "write",
            Self::Sync => "sync",
            Self::Replace => "replace",
            Self::Remove => "remove",
            Self::Lock => "lock",
        })
    }
}
