//! Writes a file that a command was asked for.

use std::path::Path;

use crate::disk::{Disk, Expected, WriteError};

/// Writes a file as a whole, readable by its owner alone; what lies there gives way.
///
/// # Errors
///
/// If it cannot be written. What lay there is then still there.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let disk = Disk::new();
    disk.write_atomically(path, bytes, Expected::Anything)
        .map(|_| ())
}
