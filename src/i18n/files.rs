//! Words for what can go wrong with files.

use std::path::Path;

use super::{Explanation, Text, Value, Words};
use crate::disk::{Action, DiskError, Trouble, WriteError};
use crate::session::SessionId;
use crate::store::format::journal_v1::JournalError;
use crate::store::format::{FormatError, SyntaxFault};
use crate::store::guides::LONGEST_ID;
use crate::store::ron_text::Place;
use crate::store::{Cleared, SaveError, StudyError};

impl Words {
    /// What became of files in which something was to be taken out, a line each.
    pub fn cleared(&self, cleared: &Cleared) -> Vec<String> {
        let named = [
            (Text::StrikeRemoved, &cleared.removed),
            (Text::NoteConflict, &cleared.conflicts),
            (Text::StrikeRemaining, &cleared.remaining),
        ];
        let each = named
            .into_iter()
            .flat_map(|(text, paths)| paths.iter().map(move |path| (text, path)));
        each.map(|(text, path)| self.with_path(text, path))
            .collect()
    }

    /// Why a study or a session cannot be found or read.
    pub fn study_error(&self, error: &StudyError) -> Explanation {
        match error {
            StudyError::NoStudy(path) => Explanation::new(self.with_path(Text::ErrorNoStudy, path))
                .hinting(self.text(Text::ErrorNoStudyHint)),
            StudyError::NoFile(path) => Explanation::new(self.with_path(Text::ErrorNoFile, path))
                .hinting(self.text(Text::ErrorNoFileHint)),
            StudyError::NoSession(id) => {
                Explanation::new(self.with_session(Text::ErrorNoSession, id))
                    .hinting(self.text(Text::ErrorNoSessionHint))
            }
            StudyError::Exists(id) => {
                Explanation::new(self.with_session(Text::ErrorSessionExists, id))
            }
            StudyError::Withdrawn(id) => {
                Explanation::new(self.with_session(Text::ErrorSessionWithdrawn, id))
                    .hinting(self.text(Text::ErrorSessionWithdrawnHint))
            }
            StudyError::ForReview(path) => {
                Explanation::new(self.with_path(Text::ErrorStudyForReview, path))
                    .hinting(self.text(Text::ErrorStudyForReviewHint))
            }
            StudyError::Format { path, source } => {
                // Who puts an older number into a file of a later release only breaks it.
                let hint = match source {
                    FormatError::VersionNewer { .. } => Text::ErrorNewerHint,
                    _ => Text::ErrorUnreadableHint,
                };
                Explanation::new(self.with_path(Text::ErrorUnreadable, path))
                    .because(self.format_error(source))
                    .hinting(self.text(hint))
            }
            StudyError::Journal { path, source } => {
                Explanation::new(self.with_path(Text::ErrorUnreadable, path))
                    .because(self.journal_error(source))
                    .hinting(self.text(Text::JournalHint))
            }
            StudyError::OtherSession { path, found } => Explanation::new(self.text_with(
                Text::ErrorOtherSession,
                &[
                    ("path", Value::from(path.display().to_string())),
                    ("session", Value::from(found.to_string())),
                ],
            ))
            .hinting(self.text(Text::ErrorOtherSessionHint)),
            StudyError::Damaged { path, line } => {
                let values = [
                    ("path", Value::from(path.display().to_string())),
                    ("line", Value::from(*line)),
                ];
                Explanation::new(self.text_with(Text::ErrorDamaged, &values))
                    .hinting(self.text(Text::ErrorDamagedHint))
            }
            StudyError::NoSnapshot(path) => {
                Explanation::new(self.with_path(Text::ErrorNoSnapshot, path))
                    .hinting(self.text(Text::ErrorNoSnapshotHint))
            }
            StudyError::GuideId => {
                let most = Value::from(LONGEST_ID);
                Explanation::new(self.text_with(Text::GuideName, &[("most", most)]))
            }
            StudyError::Disk(error) => self.disk_error(error),
            StudyError::Write(error) => self.write_error(error),
        }
    }

    /// Why something could not be saved.
    pub fn save_error(&self, error: &SaveError) -> Explanation {
        match error {
            SaveError::Disk(error) => self.disk_error(error),
            SaveError::Locked(id) => self.locked(id),
            SaveError::ChangedSinceRead(id) => {
                Explanation::new(self.with_session(Text::ErrorChangedSinceRead, id))
                    .hinting(self.text(Text::ErrorChangedSinceReadHint))
            }
            SaveError::Exists(id) => {
                Explanation::new(self.with_session(Text::ErrorSessionExists, id))
            }
            SaveError::Changed(path) => Explanation::new(self.with_path(Text::ErrorChanged, path)),
            SaveError::TooLarge(path) => {
                Explanation::new(self.with_path(Text::ErrorTooLarge, path))
                    .hinting(self.text(Text::ErrorTooLargeHint))
            }
            SaveError::NotIgnored(path) => {
                Explanation::new(self.with_path(Text::ErrorNotIgnored, path))
                    .hinting(self.text(Text::ErrorNotIgnoredHint))
            }
            SaveError::Invented(id) => self.invented(id),
            SaveError::Real(id) => Explanation::new(self.with_session(Text::ErrorReal, id)),
            SaveError::ForReview(id) => self.for_review(id),
            SaveError::Encode(error) => {
                Explanation::new(self.text(Text::ErrorEncode)).because(error.to_string())
            }
        }
    }

    /// That another program works on the session.
    pub fn locked(&self, id: &SessionId) -> Explanation {
        Explanation::new(self.with_session(Text::ErrorLocked, id))
            .hinting(self.text(Text::ErrorLockedHint))
    }

    /// That the session is invented and this study no demonstration.
    pub fn invented(&self, id: &SessionId) -> Explanation {
        Explanation::new(self.with_session(Text::ErrorInvented, id))
            .hinting(self.text(Text::ErrorInventedHint))
    }

    /// That the session came from an archive.
    pub fn for_review(&self, id: &SessionId) -> Explanation {
        Explanation::new(self.with_session(Text::ErrorForReview, id))
            .hinting(self.text(Text::ErrorForReviewHint))
    }

    /// Why the file system refused.
    pub fn disk_error(&self, error: &DiskError) -> Explanation {
        let text = match error.action() {
            Action::Read => Text::DiskRead,
            Action::Create => Text::DiskCreate,
            Action::Write => Text::DiskWrite,
            Action::Sync => Text::DiskSync,
            Action::Replace => Text::DiskReplace,
            Action::Remove => Text::DiskRemove,
            Action::Lock => Text::DiskLock,
        };
        let cause = match error.trouble() {
            Trouble::Full => self.text(Text::TroubleFull).into_owned(),
            Trouble::ReadOnly => self.text(Text::TroubleReadOnly).into_owned(),
            Trouble::Denied => self.text(Text::TroubleDenied).into_owned(),
            Trouble::Gone => self.text(Text::TroubleGone).into_owned(),
            Trouble::TooLarge => self.text(Text::TroubleTooLarge).into_owned(),
            Trouble::Other => self.system_error(error.said()),
        };
        Explanation::new(self.with_path(text, error.path())).because(cause)
    }

    /// Why a file was left as it was.
    pub fn write_error(&self, error: &WriteError) -> Explanation {
        match error {
            WriteError::Changed(path) => Explanation::new(self.with_path(Text::ErrorChanged, path)),
            WriteError::Disk(error) => self.disk_error(error),
        }
    }

    fn format_error(&self, error: &FormatError) -> String {
        let field = |known: u32| Value::from(format!("version: {known}"));
        match error {
            FormatError::NotUtf8 { place } => self.at_place(*place, &self.text(Text::FileNotUtf8)),
            FormatError::VersionMissing { place, known } => {
                let fault = self.text_with(Text::FileVersionMissing, &[("field", field(*known))]);
                self.at_place(*place, &fault)
            }
            FormatError::VersionNewer {
                found,
                place,
                known,
            } => {
                let values = [
                    ("found", Value::from(*found)),
                    ("known", Value::from(*known)),
                ];
                self.at_place(*place, &self.text_with(Text::FileVersionNewer, &values))
            }
            FormatError::Syntax { place, fault } => {
                self.at_place(*place, &self.syntax_of_file(fault))
            }
            FormatError::Twice { list, number } => self.text_with(
                Text::FileTwice,
                &[
                    ("number", Value::from(number.as_str())),
                    ("list", Value::from(*list)),
                ],
            ),
        }
    }

    fn syntax_of_file(&self, fault: &SyntaxFault) -> String {
        let with = |text, name, value: &str| self.text_with(text, &[(name, Value::from(value))]);
        match fault {
            SyntaxFault::Ended => self.text(Text::FileEnded).into_owned(),
            SyntaxFault::TrailingText => self.text(Text::FileTrailingText).into_owned(),
            SyntaxFault::UnknownField => self.text(Text::FileUnknownField).into_owned(),
            SyntaxFault::MissingField(field) => with(Text::FileMissingField, "field", field),
            SyntaxFault::DuplicateField(field) => with(Text::FileDuplicateField, "field", field),
            SyntaxFault::UnknownWord(words) => {
                with(Text::FileUnknownWord, "words", &words.join(", "))
            }
            SyntaxFault::WrongValue => self.text(Text::FileWrongValue).into_owned(),
            SyntaxFault::Rule(rule) => with(Text::FileRule, "rule", rule),
            SyntaxFault::Punctuation => self.text(Text::FilePunctuation).into_owned(),
        }
    }

    fn journal_error(&self, error: &JournalError) -> String {
        match error {
            JournalError::Version(found) => {
                self.text_with(Text::JournalVersion, &[("found", Value::from(*found))])
            }
            JournalError::Session(id) => self.with_session(Text::JournalSession, id),
            JournalError::Unknown { line } => {
                self.text_with(Text::JournalUnknown, &[("line", Value::from(*line))])
            }
        }
    }

    /// A fault with its place in a file.
    pub fn at_place(&self, place: Place, fault: &str) -> String {
        self.text_with(
            Text::FilePlace,
            &[
                ("line", Value::from(place.line)),
                ("column", Value::from(place.column)),
                ("fault", Value::from(fault)),
            ],
        )
    }

    fn with_path(&self, text: Text, path: &Path) -> String {
        self.text_with(text, &[("path", Value::from(path.display().to_string()))])
    }

    fn with_session(&self, text: Text, id: &SessionId) -> String {
        self.text_with(text, &[("session", Value::from(id.to_string()))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn who_has_a_file_of_a_later_release_is_not_told_to_mend_it() {
        let words = Words::new(Language::En);
        let hint = |source: FormatError| {
            let path = "sessions/A-1.ron".into();
            words.study_error(&StudyError::Format { path, source }).hint
        };
        let place = Place { line: 3, column: 5 };
        let (known, found) = (1, 7);
        let newer = FormatError::VersionNewer {
            found,
            place,
            known,
        };
        assert!(hint(newer).is_some_and(|hint| hint.contains("update the program")));
        let missing = FormatError::VersionMissing { place, known };
        assert!(hint(missing).is_some_and(|hint| hint.contains("Mend")));
    }
}
