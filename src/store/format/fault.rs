//! What can be wrong with a file that the program wrote.
//!
//! Says where and what to do; never holds a text or a name out of the file, since those are personal data.

use std::borrow::Cow;

use ron::error::{Error as RonError, SpannedError};

use crate::store::ron_text::{BYTE_ORDER_MARK, Place, Version, declared_version, place_of};

/// Why a file cannot be read. The file stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    /// The bytes are not UTF-8.
    #[error("not UTF-8 at {place}; save it as UTF-8")]
    NotUtf8 {
        /// Where the first wrong byte stands.
        place: Place,
    },
    /// The first field is no readable `version`.
    #[error("no version at {place}; the first field must be `version: {known}`")]
    VersionMissing {
        /// Where it should stand.
        place: Place,
        /// The version that this program writes.
        known: u32,
    },
    /// The version is later than the program.
    #[error(
        "version {found} at {place}, and this program reads up to {known}; use a newer program"
    )]
    VersionNewer {
        /// The version.
        found: u32,
        /// Where it stands.
        place: Place,
        /// The version that this program writes.
        known: u32,
    },
    /// It cannot be read as RON, or not as a file of its type; the first such fault.
    #[error(
        "not understood at {place}: {fault}; mend it there, or put a copy of the file in its place"
    )]
    Syntax {
        /// Where it was noticed.
        place: Place,
        /// What is wrong.
        fault: SyntaxFault,
    },
    /// It can be read and contradicts itself.
    #[error("two entries with the number {number} in `{list}`; give one of them another number")]
    Twice {
        /// In which list.
        list: &'static str,
        /// Which number.
        number: String,
    },
}

/// What is wrong at a place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SyntaxFault {
    /// The file ends before its content does.
    #[error("the file ends too early")]
    Ended,
    /// The file goes on behind its content.
    #[error("the file goes on where it should end")]
    TrailingText,
    /// A field that there is not at this place.
    #[error("an unknown field")]
    UnknownField,
    /// A field is not there.
    #[error("the field `{0}` is missing")]
    MissingField(&'static str),
    /// A field stands twice.
    #[error("the field `{0}` stands twice")]
    DuplicateField(&'static str),
    /// A word that is none of those possible here.
    #[error("an unknown word; possible here: {}", .0.join(", "))]
    UnknownWord(&'static [&'static str]),
    /// A value of another kind than is needed here.
    #[error("a value that does not belong here")]
    WrongValue,
    /// A rule of the file's type, in its own words.
    #[error("{0}")]
    Rule(String),
    /// A bracket, a comma or a quotation mark is missing or too much.
    #[error("a bracket, comma, colon or quotation mark is missing or too much")]
    Punctuation,
}

/// A value that no file can hold, such as a date after the year 9999.
#[derive(Debug, thiserror::Error)]
#[error("this cannot be written down: {0}")]
pub struct EncodeError(#[from] RonError);

/// The text of a file whose first field declares this version.
pub(super) fn text_of(bytes: &[u8], known: u32) -> Result<Cow<'_, str>, FormatError> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let before = String::from_utf8_lossy(valid);
        FormatError::NotUtf8 {
            place: place_of(&before, before.len()),
        }
    })?;
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    // The program writes a carriage return as an escape, so one that stands here came with a change of line ends.
    let text = if text.contains("\r\n") {
        Cow::Owned(text.replace("\r\n", "\n"))
    } else {
        Cow::Borrowed(text)
    };
    match declared_version(&text) {
        Version::Declared(found, _) if found == known => Ok(text),
        Version::Declared(found, span) if found > known => Err(FormatError::VersionNewer {
            found,
            place: place_of(&text, span.start),
            known,
        }),
        Version::Declared(_, span) | Version::Unreadable(span) | Version::Missing(span) => {
            Err(FormatError::VersionMissing {
                place: place_of(&text, span.start),
                known,
            })
        }
    }
}

impl From<SpannedError> for FormatError {
    fn from(error: SpannedError) -> Self {
        Self::Syntax {
            place: Place {
                line: error.span.start.line,
                column: error.span.start.col,
            },
            fault: SyntaxFault::from(error.code),
        }
    }
}

impl From<RonError> for SyntaxFault {
    /// Keeps what the program itself knows, and leaves out what the file says.
    fn from(error: RonError) -> Self {
        match error {
            RonError::Eof | RonError::ExpectedStringEnd => Self::Ended,
            RonError::TrailingCharacters => Self::TrailingText,
            RonError::NoSuchStructField { .. } => Self::UnknownField,
            RonError::MissingStructField { field, .. } => Self::MissingField(field),
            RonError::DuplicateStructField { field, .. } => Self::DuplicateField(field),
            RonError::NoSuchEnumVariant { expected, .. } => Self::UnknownWord(expected),
            // Such messages come from `field` alone, whose words are fixed.
            RonError::Message(rule) => Self::Rule(rule),
            RonError::InvalidValueForType { .. }
            | RonError::ExpectedDifferentLength { .. }
            | RonError::IntegerOutOfBounds
            | RonError::InvalidEscape(_)
            | RonError::ExpectedInteger
            | RonError::ExpectedBoolean
            | RonError::ExpectedString => Self::WrongValue,
            _ => Self::Punctuation,
        }
    }
}
