//! A copy of the sample study: invented sessions that may be changed.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

mod generate;

use super::guides::GuideTrouble;
use super::study;
use crate::disk::{Disk, DiskError, Expected, WriteError};
use crate::store::{SaveError, Study, StudyError};

pub use generate::{Invented, MOST_SESSIONS, generate};

mod samples {
    include!(concat!(env!("OUT_DIR"), "/samples.rs"));
}

/// What the file `demo` says, which makes invented sessions writable.
const MARK: &str = "In this study invented sessions may be changed.\n";

/// Why the sample study cannot be copied.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// There is something in the folder already.
    #[error("{} is not empty", .0.display())]
    NotEmpty(PathBuf),
    /// The study cannot be made.
    #[error(transparent)]
    Study(#[from] StudyError),
    /// The guide of an invented study cannot be used.
    #[error(transparent)]
    Guide(#[from] GuideTrouble),
    /// A session cannot be written.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// A file cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// A folder cannot be read or made.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// The system gives no temporary folder.
    #[error("cannot make a temporary folder")]
    Temporary(#[source] std::io::Error),
}

/// A copy that goes when it is dropped.
#[derive(Debug)]
pub struct Temporary {
    study: Study,
    folder: TempDir,
}

impl Temporary {
    /// The study.
    pub fn study(&self) -> &Study {
        &self.study
    }

    /// Removes the copy, and says so if that does not work; dropping it would be silent.
    ///
    /// # Errors
    ///
    /// The folder, if it cannot be removed.
    pub fn remove(self) -> Result<(), PathBuf> {
        let path = self.folder.path().to_owned();
        self.folder.close().map_err(|_| path)
    }
}

/// Copies the sample study into a folder that is not there or is empty, readable by its owner alone.
///
/// # Errors
///
/// If the folder has something in it, or cannot be written.
pub fn copy_to(folder: &Path) -> Result<Study, DemoError> {
    let disk = Disk::new();
    disk.create_folder(folder)?;
    if !disk.names_in(folder)?.is_empty() {
        return Err(DemoError::NotEmpty(folder.to_owned()));
    }
    let study = study::create(folder)?;
    for (name, text) in samples::SESSIONS {
        let path = study.sessions_folder().join(name);
        disk.write_atomically(&path, text.as_bytes(), Expected::Nothing)?;
    }
    // Last, so that a copy that was interrupted does not pass for one.
    disk.write_atomically(&folder.join("demo"), MARK.as_bytes(), Expected::Nothing)?;
    Ok(study)
}

/// Copies the sample study into a temporary folder.
///
/// # Errors
///
/// If the folder cannot be made or written.
pub fn temporary() -> Result<Temporary, DemoError> {
    in_temporary_folder(copy_to)
}

/// Makes an invented study in a temporary folder.
///
/// # Errors
///
/// If the folder cannot be made or written.
pub fn temporary_invented(invented: Invented) -> Result<Temporary, DemoError> {
    in_temporary_folder(|folder| generate(invented, folder))
}

fn in_temporary_folder(
    make: impl FnOnce(&Path) -> Result<Study, DemoError>,
) -> Result<Temporary, DemoError> {
    let folder = TempDir::with_prefix("leitfaden-demo-").map_err(DemoError::Temporary)?;
    // The temporary folder may be open to all; what is made in it is its owner's alone.
    let study = make(&folder.path().join("study"))?;
    Ok(Temporary { study, folder })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::{Level, release};

    #[test]
    fn every_sample_can_be_released_at_the_archive_level() {
        let copy = temporary().unwrap();
        let sessions = copy.study().sessions().unwrap();
        assert_eq!(sessions.len(), 11);
        for id in sessions {
            let session = copy.study().read_session(&id).unwrap();
            assert!(session.header.invented, "{id}");
            let released = release(&session, None, Level::Archive);
            assert!(released.is_ok(), "{id}: {released:?}");
        }
    }

    #[test]
    fn a_copy_may_be_changed_and_the_folder_is_the_owner_s() {
        let copy = temporary().unwrap();
        assert!(copy.study().is_demonstration());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let modes = std::fs::metadata(copy.study().root())
                .unwrap()
                .permissions();
            assert_eq!(modes.mode() & 0o777, 0o700);
        }
    }

    #[test]
    fn a_copy_goes_when_it_is_left() {
        let copy = temporary().unwrap();
        let root = copy.study().root().to_owned();
        copy.remove().unwrap();
        assert!(!root.exists());
    }

    #[test]
    fn a_folder_with_something_in_it_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("mine"), "x").unwrap();
        assert!(matches!(
            copy_to(folder.path()),
            Err(DemoError::NotEmpty(_))
        ));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
