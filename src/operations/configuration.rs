//! What the user wants the same in every study: a file in the platform's configuration folder.

use std::path::Path;

use directories::ProjectDirs;

use crate::disk::Disk;
use crate::store::StudyError;
use crate::store::configuration::{Configuration, read};

/// The configuration; without a file, or without a folder for it, everything is left to the system.
///
/// # Errors
///
/// If the file is there and cannot be read or understood.
pub fn load() -> Result<Configuration, StudyError> {
    match ProjectDirs::from("", "", "leitfaden") {
        Some(folders) => load_from(&folders.config_dir().join("config.ron")),
        None => Ok(Configuration::default()),
    }
}

fn load_from(path: &Path) -> Result<Configuration, StudyError> {
    read(&Disk::new(), path).map(Option::unwrap_or_default)
}
