//! Words for what the system says when something does not work.

use std::io::{self, ErrorKind};

use super::{Text, Words};

impl Words {
    /// Why the system refused; in its own words, which are English, where it says something rare.
    pub fn system_error(&self, error: &io::Error) -> String {
        let text = match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Text::TroubleFull,
            ErrorKind::ReadOnlyFilesystem => Text::TroubleReadOnly,
            ErrorKind::PermissionDenied => Text::TroubleDenied,
            ErrorKind::NotFound => Text::TroubleGone,
            ErrorKind::FileTooLarge => Text::TroubleTooLarge,
            ErrorKind::AlreadyExists => Text::SystemAlreadyThere,
            ErrorKind::NotADirectory => Text::SystemNoFolder,
            ErrorKind::IsADirectory => Text::SystemIsFolder,
            ErrorKind::DirectoryNotEmpty => Text::SystemNotEmpty,
            ErrorKind::InvalidFilename => Text::SystemBadName,
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => Text::SystemBusy,
            ErrorKind::InvalidData => Text::SystemNotUnderstood,
            ErrorKind::OutOfMemory => Text::SystemNoMemory,
            ErrorKind::TimedOut => Text::SystemTooSlow,
            ErrorKind::ConnectionRefused => Text::SystemRefused,
            ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::NetworkDown
            | ErrorKind::AddrNotAvailable => Text::SystemNoWay,
            ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::NotConnected
            | ErrorKind::BrokenPipe
            | ErrorKind::UnexpectedEof
            | ErrorKind::WriteZero => Text::SystemBrokeOff,
            _ => return error.to_string(),
        };
        self.text(text).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn what_the_system_refuses_is_said_in_the_language_of_the_reader() {
        let said = |language, number| {
            Words::new(language).system_error(&io::Error::from_raw_os_error(number))
        };
        // No entry, not a folder, a connection that nobody takes: as Linux numbers them.
        for number in [2, 20, 111] {
            let english = io::Error::from_raw_os_error(number).to_string();
            let [de, fr, en] = Language::ALL.map(|language| said(language, number));
            assert!(de != fr && fr != en && de != en, "{de} {fr} {en}");
            assert!(![&de, &fr, &en].contains(&&english), "{english}");
        }
    }
}
