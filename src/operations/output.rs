//! Writes a file that a command was asked for.

use std::path::Path;

use crate::disk::{Disk, Expected, WriteError};

/// What becomes of a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and nothing is written.
    Keep,
    /// It gives way.
    Replace,
}

/// Writes a file as a whole, readable by its owner alone.
///
/// # Errors
///
/// If it cannot be written, or something lies there that is to stay.
pub fn write_unless(path: &Path, bytes: &[u8], existing: Existing) -> Result<(), WriteError> {
    let disk = Disk::new();
    let expected = match existing {
        Existing::Keep => Expected::Nothing,
        Existing::Replace => Expected::Anything,
    };
    disk.write_atomically(path, bytes, expected).map(|_| ())
}
