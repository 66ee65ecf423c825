//! How values of the command line are read.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use time::Date;
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;

use crate::language::Language;
use crate::release::Level;
use crate::session::SessionId;

/// How a day is written.
const DAY: &[BorrowedFormatItem<'_>] = format_description!("[year]-[month]-[day]");

/// Reads the tag of a language.
pub(super) fn language() -> impl TypedValueParser<Value = Language> {
    words(Language::ALL, Language::tag)
}

/// Reads the word for a level.
pub(super) fn level() -> impl TypedValueParser<Value = Level> {
    words(Level::ALL, Level::word)
}

/// Reads the name of a session.
pub(super) fn session(text: &str) -> Result<SessionId, String> {
    text.parse()
        .map_err(|error: crate::session::IdError| error.to_string())
}

/// Reads a day, such as 2026-06-01.
pub(super) fn day(text: &str) -> Result<Date, &'static str> {
    Date::parse(text, DAY).map_err(|_| "a day is written as 2026-06-01")
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
