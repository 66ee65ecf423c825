//! RON source as text: which version a file declares, and where in the source a value stands.
//!
//! The `ron` crate reads values and forgets where they stood, it refuses a byte order mark, and it cannot read the
//! beginning of a file alone. This scanner does these three things and nothing else. It trusts nothing: on source that
//! is no RON it finds less, and never panics.
//!
//! Keeps out: what the values mean, and files.

mod brackets;
mod cursor;
mod literal;
mod place;
mod tree;
mod version;

#[cfg(test)]
mod tests;

pub use brackets::{innermost_open, only_blanks_behind, text_ending_at, unclosed_comment};
pub use place::{Place, offset_of, place_of, places};
pub use tree::{Entry, Tree};
pub use version::{Version, declared_version};

/// What some editors put before the first character of a file.
pub const BYTE_ORDER_MARK: char = '\u{feff}';
