//! Words for what the system says when something does not work.

use super::{Text, Words};
use crate::disk::Said;

impl Words {
    /// Why the system refused; in its own words, which are English, where it says something rare.
    pub fn system_error(&self, said: impl Into<Said>) -> String {
        let text = match said.into() {
            Said::Full => Text::TroubleFull,
            Said::ReadOnly => Text::TroubleReadOnly,
            Said::Denied => Text::TroubleDenied,
            Said::Gone => Text::TroubleGone,
            Said::TooLarge => Text::TroubleTooLarge,
            Said::AlreadyThere => Text::SystemAlreadyThere,
            Said::NoFolder => Text::SystemNoFolder,
            Said::IsFolder => Text::SystemIsFolder,
            Said::NotEmpty => Text::SystemNotEmpty,
            Said::BadName => Text::SystemBadName,
            Said::Busy => Text::SystemBusy,
            Said::NotUnderstood => Text::SystemNotUnderstood,
            Said::NoMemory => Text::SystemNoMemory,
            Said::TooSlow => Text::SystemTooSlow,
            Said::Refused => Text::SystemRefused,
            Said::NoWay => Text::SystemNoWay,
            Said::BrokeOff => Text::SystemBrokeOff,
            Said::Other(words) => return words,
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
        for said in [Said::Gone, Said::NoFolder, Said::Refused, Said::BrokeOff] {
            let words =
                Language::ALL.map(|language| Words::new(language).system_error(said.clone()));
            let [de, fr, en] = &words;
            assert!(de != fr && fr != en && de != en, "{words:?}");
        }
    }
}
