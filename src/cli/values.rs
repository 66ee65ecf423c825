//! How values of the command line are read.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::language::Language;
use crate::release::Level;
use crate::session::SessionId;

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
