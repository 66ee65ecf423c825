//! Version 1 of the guide file type: RON, written by people, never rewritten by the program.
//!
//! Unknown fields are refused. What the types cannot say (that an id is unique, that a code exists) is left to
//! [`crate::guide::validate`], which finds all such faults at once.

mod convert;
mod file;
mod text;

pub use convert::{Converted, Origin};
pub use file::{GuideFile, read};
pub use text::{A_LIST, A_TEXT};

/// The version that such a file declares.
pub const VERSION: u32 = 1;

/// Reads a guide in the form that the build script gives the built-in ones.
///
/// # Errors
///
/// If it is none.
pub fn read_compact(bytes: &[u8]) -> Result<GuideFile<'_>, rmp_serde::decode::Error> {
    rmp_serde::from_slice(bytes)
}
