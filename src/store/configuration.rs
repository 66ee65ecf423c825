//! The file of the user's configuration.

use std::path::Path;

use super::StudyError;
use super::format::config_v1;
use crate::disk::Disk;

pub use super::format::config_v1::{ArchiveConfiguration, Configuration};

/// The largest configuration that is read, in bytes.
const LARGEST: u64 = 64 * 1024;

/// Reads a configuration; nothing if there is no such file.
///
/// # Errors
///
/// If it cannot be read or understood.
pub fn read(disk: &Disk, path: &Path) -> Result<Option<Configuration>, StudyError> {
    let bytes = disk.read_bounded(path, LARGEST)?;
    let decoded = bytes.map(|bytes| config_v1::decode(&bytes));
    decoded.transpose().map_err(|source| StudyError::Format {
        path: path.to_owned(),
        source,
    })
}
