//! What can go wrong with a target. No error holds a text of a session, a secret, or an address with a signature.

use std::{fmt, io};

use crate::disk::DiskError;

/// Something that was tried on a target and did not work.
#[derive(Debug, thiserror::Error)]
#[error("cannot {attempt} {name}")]
pub struct TargetError {
    /// What was tried.
    pub attempt: Attempt,
    /// On which file, by its name in the target.
    pub name: String,
    /// Why it did not work.
    pub source: Cause,
}

/// What was tried on a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    /// To make its folders.
    Prepare,
    /// To list a folder.
    List,
    /// To read a file.
    Read,
    /// To put a file there.
    Create,
    /// To remove a file.
    Remove,
}

/// Why something did not work.
#[derive(Debug, thiserror::Error)]
pub enum Cause {
    /// The file system refused.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// The server could not be reached, or went away.
    #[error("the server cannot be reached: {0}")]
    Unreachable(Way),
    /// The server did not answer in time.
    #[error("the server did not answer in time")]
    TooSlow,
    /// The server is not who it claims to be, or speaks no TLS.
    #[error("the server's certificate is not accepted: {0}")]
    Untrusted(Distrust),
    /// The server wants other credentials, or does not let these in.
    #[error("the server does not let this user in ({0})")]
    Denied(u16),
    /// There is no such place on the server.
    #[error("there is no such place on the server")]
    NoPlace,
    /// Somebody else holds a lock.
    #[error("the file is locked on the server")]
    Locked,
    /// There is no room left.
    #[error("there is no room left on the target")]
    Full,
    /// Another answer that says no.
    #[error("the server answers {0}")]
    Answer(u16),
    /// The server answers what cannot be understood.
    #[error("the server's answer cannot be understood")]
    Unintelligible,
    /// What was read back is not what was sent.
    #[error("what was read back is not what was sent")]
    Damaged,
    /// It was removed, and can still be read.
    #[error("the file was removed and is still there")]
    StillThere,
    /// The file is larger than any of the program's.
    #[error("the file is larger than expected")]
    TooLarge,
    /// The package could not be read while it was sent.
    #[error("the package could not be read: {0}")]
    Local(io::Error),
}

/// Why no server could be reached.
#[derive(Debug, thiserror::Error)]
pub enum Way {
    /// No server of this name is known.
    #[error("no such host")]
    NoHost,
    /// No connection came about.
    #[error("no connection")]
    NoConnection,
    /// The connection was cut.
    #[error("the connection was cut")]
    Cut,
    /// What the system says.
    #[error(transparent)]
    System(io::Error),
}

/// Why a server's certificate is not accepted.
#[derive(Debug, thiserror::Error)]
pub enum Distrust {
    /// Its time is over.
    #[error("it has expired")]
    Expired,
    /// Nobody issued it who is trusted.
    #[error("nobody who is trusted issued it")]
    UnknownIssuer,
    /// It is another server's.
    #[error("it is for another server")]
    OtherName,
    /// In the words of those who looked at it.
    #[error("{0}")]
    Other(String),
}

impl Cause {
    /// Whether the same may work a little later.
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Unreachable(_) | Self::TooSlow | Self::Locked | Self::Damaged => true,
            Self::Answer(status) => matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504),
            _ => false,
        }
    }

    /// The cause that an answer of a server tells.
    pub(super) const fn of_status(status: u16) -> Self {
        match status {
            401 | 403 => Self::Denied(status),
            404 | 410 => Self::NoPlace,
            413 => Self::TooLarge,
            423 => Self::Locked,
            507 => Self::Full,
            _ => Self::Answer(status),
        }
    }

    /// The error that has this cause.
    pub(super) fn at(self, attempt: Attempt, name: &str) -> TargetError {
        TargetError {
            attempt,
            name: name.to_owned(),
            source: self,
        }
    }
}

impl fmt::Display for Attempt {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Prepare => "make",
            Self::List => "list",
            Self::Read => "read",
            Self::Create => "put",
            Self::Remove => "remove",
        })
    }
}
