//! What the system says when something does not work, told apart as far as there are words for it.

use std::io::{self, ErrorKind};

/// What the system says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// There is no room left, or no more is allowed.
    Full,
    /// The file system can only be read.
    ReadOnly,
    /// The user may not do this.
    Denied,
    /// The file or its folder is not there.
    Gone,
    /// The file is too large.
    TooLarge,
    /// Something is there already.
    AlreadyThere,
    /// It is no folder.
    NoFolder,
    /// It is a folder.
    IsFolder,
    /// The folder is not empty.
    NotEmpty,
    /// The name is not allowed.
    BadName,
    /// It is in use.
    Busy,
    /// The content cannot be understood.
    NotUnderstood,
    /// There is not enough memory.
    NoMemory,
    /// It took too long.
    TooSlow,
    /// Nothing accepts connections there.
    Refused,
    /// The network does not lead there.
    NoWay,
    /// It broke off.
    BrokeOff,
    /// Something rare, in the words of the system, which are English.
    Other(String),
}

impl From<&io::Error> for Said {
    fn from(error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::PermissionDenied => Self::Denied,
            ErrorKind::NotFound => Self::Gone,
            ErrorKind::FileTooLarge => Self::TooLarge,
            ErrorKind::AlreadyExists => Self::AlreadyThere,
            ErrorKind::NotADirectory => Self::NoFolder,
            ErrorKind::IsADirectory => Self::IsFolder,
            ErrorKind::DirectoryNotEmpty => Self::NotEmpty,
            ErrorKind::InvalidFilename => Self::BadName,
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => Self::Busy,
            ErrorKind::InvalidData => Self::NotUnderstood,
            ErrorKind::OutOfMemory => Self::NoMemory,
            ErrorKind::TimedOut => Self::TooSlow,
            ErrorKind::ConnectionRefused => Self::Refused,
            ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::NetworkDown
            | ErrorKind::AddrNotAvailable => Self::NoWay,
            ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::NotConnected
            | ErrorKind::BrokenPipe
            | ErrorKind::UnexpectedEof
            | ErrorKind::WriteZero => Self::BrokeOff,
            _ => Self::Other(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_is_told_apart_and_what_is_rare_stays_in_its_words() {
        let said = |kind: ErrorKind| Said::from(&io::Error::from(kind));
        assert_eq!(said(ErrorKind::NotFound), Said::Gone);
        assert_eq!(said(ErrorKind::ConnectionRefused), Said::Refused);
        let rare = io::Error::other("a rare thing");
        assert_eq!(Said::from(&rare), Said::Other("a rare thing".to_owned()));
    }
}
