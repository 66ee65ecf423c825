//! Faults of syntax: what the `ron` crate says, sorted by what a guide's author has to do, and placed where to do it.

use std::ops::Range;

use ron::error::{Error as RonError, SpannedError};
use thiserror::Error;

use crate::store::ron_text::{self, Place, offset_of, place_of};

use super::{GuideError, guide_v1};

/// Why a file cannot be read as RON, or not as a guide.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SyntaxFault {
    /// A character is needed that does not stand here.
    #[error("expected {0}")]
    Expected(Expected),
    /// The bracket that stands here is never closed.
    #[error("this is never closed")]
    NeverClosed,
    /// The file ends before the guide does.
    #[error("the file ends here, the guide does not")]
    Ended,
    /// The file goes on behind the guide.
    #[error("expected the end of the file")]
    TrailingText,
    /// A field that a guide has not at this place.
    #[error("unknown field `{found}`; possible here: {}", .expected.join(", "))]
    UnknownField {
        /// What stands there.
        found: String,
        /// What may stand there.
        expected: Vec<&'static str>,
    },
    /// A field is not there.
    #[error("the field `{0}` is missing here")]
    MissingField(&'static str),
    /// A field stands twice.
    #[error("the field `{0}` stands twice")]
    DuplicateField(&'static str),
    /// A word that is none of those possible here.
    #[error("unknown word `{found}`; possible here: {}", .expected.join(", "))]
    UnknownWord {
        /// What stands there.
        found: String,
        /// What may stand there.
        expected: Vec<&'static str>,
    },
    /// A value of another kind than is needed here.
    #[error("expected {expected}, found {found}")]
    WrongValue {
        /// What is needed, in English.
        expected: String,
        /// What stands there, in English.
        found: String,
    },
    /// A list or group with another number of values than are needed here.
    #[error("expected {expected}, found {found}")]
    WrongLength {
        /// What is needed, in English.
        expected: String,
        /// How many there are.
        found: usize,
    },
    /// A number that is too large, or negative.
    #[error("this number is out of range")]
    NumberOutOfRange,
    /// A backslash in a text is followed by what it cannot be followed by.
    #[error("a backslash cannot be followed by this; write `\\\\` for a backslash itself")]
    InvalidEscape,
    /// Brackets are nested too deep for any guide.
    #[error("the brackets are nested too deep")]
    TooDeep,
    /// Anything else, in the words of the `ron` crate.
    #[error("{0}")]
    Other(String),
}

/// What should stand at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Expected {
    /// `(`.
    #[error("`(`")]
    OpeningParenthesis,
    /// `)`.
    #[error("`)`, or `,` before what follows")]
    ClosingParenthesis,
    /// `[`.
    #[error("`[`")]
    OpeningBracket,
    /// `]`.
    #[error("`]`, or `,` before what follows")]
    ClosingBracket,
    /// `{`.
    #[error("`{{`")]
    OpeningBrace,
    /// `}`.
    #[error("`}}`, or `,` before what follows")]
    ClosingBrace,
    /// `,`.
    #[error("`,` before what follows")]
    Comma,
    /// `:`.
    #[error("`:`")]
    Colon,
    /// A text in quotes.
    #[error("a text in quotes")]
    Text,
    /// A text, or one for each language.
    #[error("a text, or a text for each language")]
    TextOrEach,
    /// A list of texts, or one for each language.
    #[error("a list of texts, or such a list for each language")]
    ListOrEach,
    /// The quote that ends the text beginning here.
    #[error("the quote that ends this text")]
    ClosingQuote,
    /// A name.
    #[error("a name")]
    Name,
    /// A number.
    #[error("a number from 0")]
    Number,
    /// `true` or `false`.
    #[error("`true` or `false`")]
    TrueOrFalse,
    /// The end of a comment.
    #[error("`*/`, the end of this comment")]
    CommentEnd,
}

/// The fault of syntax that `ron` found in a file.
pub(super) fn fault(source: &str, error: SpannedError) -> GuideError {
    let offset = |position: ron::error::Position| {
        let place = Place {
            line: position.line,
            column: position.col,
        };
        offset_of(source, place)
    };
    let noticed = offset(error.span.start)..offset(error.span.end);
    let fault = SyntaxFault::from(error.code);
    let (at, fault) = placed(source, noticed, fault);
    GuideError::Syntax {
        place: place_of(source, at),
        fault,
    }
}

/// Where the author has to look: `ron` says where it noticed the fault, which may be far behind.
fn placed(source: &str, noticed: Range<usize>, fault: SyntaxFault) -> (usize, SyntaxFault) {
    let ended = ron_text::only_blanks_behind(source, noticed.end);
    match fault {
        SyntaxFault::Ended => match ron_text::innermost_open(source, source.len()) {
            Some(opening) => (opening, SyntaxFault::NeverClosed),
            None => (noticed.end, SyntaxFault::Ended),
        },
        SyntaxFault::Expected(Expected::CommentEnd) => {
            let opening = ron_text::unclosed_comment(source);
            (opening.unwrap_or(noticed.start), fault)
        }
        SyntaxFault::Expected(Expected::ClosingQuote) => (noticed.start, fault),
        // The value was read, and is of another kind.
        SyntaxFault::Expected(Expected::TextOrEach | Expected::ListOrEach) => {
            (first_visible(source, &noticed), fault)
        }
        SyntaxFault::Expected(_) if ended => placed(source, noticed, SyntaxFault::Ended),
        SyntaxFault::MissingField(_) => {
            let opening = ron_text::innermost_open(source, noticed.end);
            (opening.unwrap_or(noticed.start), fault)
        }
        SyntaxFault::Expected(Expected::Comma) => {
            let end = before(source, noticed.end).trim_end().len();
            // A quote that was forgotten lets a text run on to the quote that was to begin the next one, and what
            // stands in that comes right behind.
            if end == noticed.end
                && let Some(text) = ron_text::text_ending_at(source, end)
                && source
                    .get(text.clone())
                    .is_some_and(|text| text.contains('\n'))
            {
                return (text.start, SyntaxFault::Expected(Expected::ClosingQuote));
            }
            (end, fault)
        }
        SyntaxFault::InvalidEscape => {
            let backslash = before(source, noticed.end).rfind('\\');
            (backslash.unwrap_or(noticed.start), fault)
        }
        _ => (first_visible(source, &noticed), fault),
    }
}

fn before(source: &str, offset: usize) -> &str {
    source.get(..offset).unwrap_or_default()
}

/// The first character of a range that is not blank, or its end.
fn first_visible(source: &str, range: &Range<usize>) -> usize {
    let text = source.get(range.clone()).unwrap_or_default();
    range.start + (text.len() - text.trim_start().len())
}

impl From<RonError> for SyntaxFault {
    fn from(error: RonError) -> Self {
        match error {
            RonError::Eof => Self::Ended,
            RonError::TrailingCharacters => Self::TrailingText,
            RonError::NoSuchStructField {
                expected, found, ..
            } => Self::UnknownField {
                found,
                expected: expected.to_vec(),
            },
            RonError::MissingStructField { field, .. } => Self::MissingField(field),
            RonError::DuplicateStructField { field, .. } => Self::DuplicateField(field),
            RonError::NoSuchEnumVariant {
                expected, found, ..
            } => Self::UnknownWord {
                found,
                expected: expected.to_vec(),
            },
            RonError::InvalidValueForType { expected, found } => match expected.as_str() {
                guide_v1::A_TEXT => Self::Expected(Expected::TextOrEach),
                guide_v1::A_LIST => Self::Expected(Expected::ListOrEach),
                _ => Self::WrongValue { expected, found },
            },
            RonError::ExpectedDifferentLength { expected, found } => {
                Self::WrongLength { expected, found }
            }
            RonError::IntegerOutOfBounds => Self::NumberOutOfRange,
            RonError::InvalidEscape(_) => Self::InvalidEscape,
            RonError::ExceededRecursionLimit => Self::TooDeep,
            other => Expected::from_ron(&other)
                .map_or_else(|| Self::Other(other.to_string()), Self::Expected),
        }
    }
}

impl Expected {
    /// What `ron` would have needed, if its error says so.
    const fn from_ron(error: &RonError) -> Option<Self> {
        Some(match error {
            RonError::ExpectedStructLike
            | RonError::ExpectedNamedStructLike(_)
            | RonError::ExpectedDifferentStructName { .. } => Self::OpeningParenthesis,
            RonError::ExpectedStructLikeEnd | RonError::ExpectedOptionEnd => {
                Self::ClosingParenthesis
            }
            RonError::ExpectedArray => Self::OpeningBracket,
            RonError::ExpectedArrayEnd => Self::ClosingBracket,
            RonError::ExpectedMap => Self::OpeningBrace,
            RonError::ExpectedMapEnd => Self::ClosingBrace,
            RonError::ExpectedComma => Self::Comma,
            RonError::ExpectedMapColon => Self::Colon,
            RonError::ExpectedString => Self::Text,
            RonError::ExpectedStringEnd => Self::ClosingQuote,
            RonError::ExpectedIdentifier => Self::Name,
            RonError::ExpectedInteger | RonError::InvalidIntegerDigit { .. } => Self::Number,
            RonError::ExpectedBoolean => Self::TrueOrFalse,
            RonError::UnclosedBlockComment => Self::CommentEnd,
            _ => return None,
        })
    }
}
