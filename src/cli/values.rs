//! How values of the command line are read.

use std::path::{Path, PathBuf};

use clap::builder::{PathBufValueParser, PossibleValuesParser, TypedValueParser};
use time::Date;
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;

use crate::i18n::Text;
use crate::language::Language;
use crate::release::Level;
use crate::session::{IdError, Moment, NoteId, SessionId};

/// How a day is written.
const DAY: &[BorrowedFormatItem<'_>] = format_description!("[year]-[month]-[day]");

/// Why a value of the command line cannot be taken. It holds nothing of the value: that may be a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the value does not fit")]
pub enum ValueFault {
    /// Not the name of a case.
    Case,
    /// Not the name of a session.
    Session,
    /// Not the number of a note.
    Note,
    /// Not a day.
    Day,
    /// Not a time in the interview or a recording.
    Moment,
    /// Not two placeholders.
    Pair,
    /// Not an attribute and its value.
    Attribute,
    /// Not a step of the consent.
    Step,
    /// Not a hit of a search for names.
    Hit,
    /// Words to strike, as an argument.
    WordsToStrike,
    /// The standard input, which is read for something else.
    InputIsText,
    /// The standard output, which gets something else.
    OutputIsText,
    /// The standard input or output, where there must be a file or a folder.
    NoStream,
    /// Steps of the consent without those that an interview cannot begin without.
    Consent,
    /// A reason for the phone without the phone.
    Reason,
    /// Something to accept in no session, or in several.
    Accept,
}

impl ValueFault {
    /// What is said of it.
    pub(super) const fn text(self) -> Text {
        match self {
            Self::Case => Text::ValueCase,
            Self::Session => Text::ValueSession,
            Self::Note => Text::ValueNote,
            Self::Day => Text::ValueDay,
            Self::Moment => Text::ValueMoment,
            Self::Pair => Text::ValuePair,
            Self::Attribute => Text::ValueAttribute,
            Self::Step => Text::ValueStep,
            Self::Hit => Text::ValueHit,
            Self::WordsToStrike => Text::ValueWordsToStrike,
            Self::InputIsText => Text::ValueInputIsText,
            Self::OutputIsText => Text::ValueOutputIsText,
            Self::NoStream => Text::ValueNoStream,
            Self::Consent => Text::ValueConsent,
            Self::Reason => Text::ValueReason,
            Self::Accept => Text::ValueAccept,
        }
    }
}

impl From<IdError> for ValueFault {
    fn from(error: IdError) -> Self {
        match error {
            IdError::Case => Self::Case,
            IdError::Session => Self::Session,
            IdError::Note => Self::Note,
        }
    }
}

/// Reads the tag of a language.
pub(super) fn language() -> impl TypedValueParser<Value = Language> {
    words(Language::ALL, Language::tag)
}

/// Reads the word for a level.
pub(super) fn level() -> impl TypedValueParser<Value = Level> {
    words(Level::ALL, Level::word)
}

/// Reads the name of a session.
pub(super) fn session(text: &str) -> Result<SessionId, ValueFault> {
    Ok(text.parse()?)
}

/// Reads the number of a note.
pub(super) fn note(text: &str) -> Result<NoteId, ValueFault> {
    Ok(text.parse()?)
}

/// Reads a day, such as 2026-06-01.
pub(super) fn day(text: &str) -> Result<Date, ValueFault> {
    Date::parse(text, DAY).map_err(|_| ValueFault::Day)
}

/// Reads a time in the interview or in a recording.
pub(super) fn moment(text: &str) -> Result<Moment, ValueFault> {
    crate::session::read_moment(text).map_err(|_| ValueFault::Moment)
}

/// Reads the path of a file or a folder, where neither the standard input nor the standard output can stand.
pub(super) fn path() -> impl TypedValueParser<Value = PathBuf> {
    unless_stream(ValueFault::NoStream)
}

/// Reads the path of a file, where `-` is wrong for this reason.
pub(super) fn unless_stream(fault: ValueFault) -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().try_map(move |path| {
        if is_stream(&path) {
            Err(fault)
        } else {
            Ok(path)
        }
    })
}

/// Reads the name or address of an archive that is made: a folder that stands for a stream is none.
pub(super) fn target(text: &str) -> Result<String, ValueFault> {
    if is_stream(Path::new(text)) {
        Err(ValueFault::NoStream)
    } else {
        Ok(text.to_owned())
    }
}

/// Whether a path stands for the standard input or output.
pub(super) fn is_stream(path: &Path) -> bool {
    path == Path::new("-")
}

/// A word as a shell takes it, in a hint that can be given as a command.
pub(super) fn shell_word(word: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/:._-".contains(&byte);
    if !word.is_empty() && word.bytes().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// Reads one of these values by its word.
pub(super) fn words<T, const N: usize>(
    values: [T; N],
    word: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(values.map(word)).try_map(move |read: String| {
        values
            .into_iter()
            .find(|value| word(*value) == read)
            .ok_or("not one of the possible values")
    })
}
