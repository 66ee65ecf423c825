//! What can go wrong with a study. No error holds a text of a session.

use std::path::{Path, PathBuf};

use super::format::journal_v1::JournalError;
use super::format::{EncodeError, FormatError};
use crate::disk::{DiskError, Trouble, WriteError};
use crate::session::SessionId;

/// Why a study or a session in it cannot be found or read. All files stay as they are.
#[derive(Debug, thiserror::Error)]
pub enum StudyError {
    /// A folder was named that is no study.
    #[error("{} is no study: a study is a folder with `guides` and `sessions` in it", .0.display())]
    NoStudy(PathBuf),
    /// There is no such file.
    #[error("there is no file {}", .0.display())]
    NoFile(PathBuf),
    /// There is no such session.
    #[error("there is no session {0} in this study")]
    NoSession(SessionId),
    /// A session of this name is there already.
    #[error("there is a session {0} in this study already")]
    Exists(SessionId),
    /// A session of this name was withdrawn.
    #[error("the session {0} was withdrawn, and its name is not given again")]
    Withdrawn(SessionId),
    /// The study holds what came from an archive, and takes no session of its own.
    #[error("{} came from an archive and takes no session of its own", .0.display())]
    ForReview(PathBuf),
    /// A file cannot be read.
    #[error("cannot read {}", path.display())]
    Format {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: FormatError,
    },
    /// A journal cannot be read.
    #[error("cannot read {}", path.display())]
    Journal {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: JournalError,
    },
    /// A file holds another session than its name says.
    #[error("{} holds the session {found}; give it that session's name", path.display())]
    OtherSession {
        /// The file.
        path: PathBuf,
        /// The session in it.
        found: SessionId,
    },
    /// A journal is damaged, and what was written behind the damage was not accepted as lost or kept.
    #[error("{} is damaged from line {line}", path.display())]
    Damaged {
        /// The journal.
        path: PathBuf,
        /// The first line that cannot be used.
        line: usize,
    },
    /// There is a journal and not the file that it goes on from.
    #[error("{} goes on from a file that is missing; put the session's file back beside it", .0.display())]
    NoSnapshot(PathBuf),
    /// A guide has an id that can be none.
    #[error(
        "the id of a guide must be 1 to {} letters, digits, `-` and `_`",
        super::guides::LONGEST_ID
    )]
    GuideId,
    /// The file system refused.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// A file that should be created is there already with another content.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl StudyError {
    /// The file that it is about, if it is about one.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::NoFile(path)
            | Self::NoSnapshot(path)
            | Self::Format { path, .. }
            | Self::Journal { path, .. }
            | Self::Damaged { path, .. }
            | Self::OtherSession { path, .. } => Some(path),
            Self::Disk(error) => Some(error.path()),
            Self::NoStudy(_)
            | Self::NoSession(_)
            | Self::Exists(_)
            | Self::Withdrawn(_)
            | Self::ForReview(_)
            | Self::GuideId
            | Self::Write(_) => None,
        }
    }
}

/// Why something could not be saved. What was to be saved is kept and tried again.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The file system refused.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// Another process works on the session.
    #[error("the session {0} is open in another program")]
    Locked(SessionId),
    /// The session's files changed between reading them and the first word.
    #[error("the files of the session {0} changed since they were read; leave and open it again")]
    ChangedSinceRead(SessionId),
    /// Somebody else changed the file since it was read.
    #[error("{} was changed by another program; read it again", .0.display())]
    Changed(PathBuf),
    /// A session of this name came to be since.
    #[error("there is a session {0} in this study already")]
    Exists(SessionId),
    /// The study lies in a git work tree that would take up the session.
    #[error(
        "{} lies in a git work tree that does not ignore it: add a file `.gitignore` with the line `*` beside it, \
         or take the file out of git with `git rm --cached`, or use a study elsewhere (`--study`)",
        .0.display()
    )]
    NotIgnored(PathBuf),
    /// What is to be written would be larger than what is read.
    #[error("{} would be too large to be read again", .0.display())]
    TooLarge(PathBuf),
    /// The session is invented and this study is no demonstration.
    #[error(
        "the session {0} is invented and can only be read; try it in a copy (`leitfaden demo`)"
    )]
    Invented(SessionId),
    /// The session is real, and only invented ones can be added as a whole.
    #[error("the session {0} is real: only an invented one is written without being synced")]
    Real(SessionId),
    /// The study holds what came from an archive.
    #[error("the session {0} came from an archive and can only be read")]
    ForReview(SessionId),
    /// It holds a value that no file can hold.
    #[error(transparent)]
    Encode(#[from] EncodeError),
}

impl SaveError {
    /// What kind of trouble the disk made, if it was the disk.
    pub fn trouble(&self) -> Option<Trouble> {
        match self {
            Self::Disk(error) => Some(error.trouble()),
            _ => None,
        }
    }
}
