//! Replacing a file whole or not at all.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use super::{Call, Disk, DiskError, Expected, Revision, TEMPORARY_SUFFIX, platform};

/// How often a name for a temporary file is tried.
const TRIES: u32 = 64;

/// Makes the names of temporary files of one process differ.
static COUNTER: AtomicU32 = AtomicU32::new(0);

/// A file that was left as it is.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// Another content than expected is in its place.
    #[error("{} was changed by another program", .0.display())]
    Changed(PathBuf),
    /// The file system refused.
    #[error(transparent)]
    Disk(#[from] DiskError),
}

impl Disk {
    /// Puts a file in its place whole: temporary file in the same folder, write, sync, rename, sync of the folder.
    ///
    /// Writing the same content twice is no conflict, so that a caller may try again.
    ///
    /// # Errors
    ///
    /// [`WriteError::Changed`] if what lies there is not as expected; it then stays as it is.
    pub fn write_atomically(
        &self,
        path: &Path,
        bytes: &[u8],
        expected: Expected,
    ) -> Result<Revision, WriteError> {
        let temporary = self.write_temporary(path, bytes)?;
        let placed = self.place(&temporary, path, bytes, expected);
        if placed.is_err() {
            // Nothing more can be done about a file that cannot be removed; whoever holds the lock next removes it.
            let _ = self.remove(&temporary);
        }
        placed?;
        self.sync_folder_of(path)?;
        Ok(Revision::of(bytes))
    }

    /// Writes a file that is not there yet, readable by its owner alone, and does not wait until it lasts: for what nobody
    /// would miss, such as the many files of a trial.
    ///
    /// # Errors
    ///
    /// If there is such a file, or it cannot be written.
    pub fn write_new(&self, path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
        let create = || platform::private().write(true).create_new(true).open(path);
        let mut file = self.run(Call::Create(path), create)?;
        self.write(path, &mut file, bytes)
    }

    fn place(
        &self,
        temporary: &Path,
        path: &Path,
        bytes: &[u8],
        expected: Expected,
    ) -> Result<(), WriteError> {
        match expected {
            Expected::Anything => {}
            Expected::Nothing => return self.place_beside_nothing(temporary, path, bytes),
            Expected::Content(revision) => {
                let found = self.revision(path)?;
                if found.is_some_and(|found| found != revision && found != Revision::of(bytes)) {
                    return Err(WriteError::Changed(path.to_owned()));
                }
            }
        }
        let call = Call::Rename {
            from: temporary,
            to: path,
        };
        Ok(self.run(call, || fs::rename(temporary, path))?)
    }

    fn place_beside_nothing(
        &self,
        temporary: &Path,
        path: &Path,
        bytes: &[u8],
    ) -> Result<(), WriteError> {
        let link = Call::Link {
            from: temporary,
            to: path,
        };
        match self.run(link, || fs::hard_link(temporary, path)) {
            Ok(()) => Ok(self.remove(temporary)?),
            Err(error) if error.is_taken() => self.accept_same(temporary, path, bytes),
            // Some file systems know no second name; there the look before the rename must do.
            Err(error) if error.is_unsupported() && !path.exists() => {
                let rename = Call::Rename {
                    from: temporary,
                    to: path,
                };
                Ok(self.run(rename, || fs::rename(temporary, path))?)
            }
            Err(error) => Err(error.into()),
        }
    }

    fn accept_same(&self, temporary: &Path, path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
        if self.revision(path)? == Some(Revision::of(bytes)) {
            return Ok(self.remove(temporary)?);
        }
        Err(WriteError::Changed(path.to_owned()))
    }

    /// The revision of what lies there; nothing if nothing does.
    fn revision(&self, path: &Path) -> Result<Option<Revision>, DiskError> {
        let bytes = self.read_bounded(path, u64::MAX)?;
        Ok(bytes.map(|bytes| Revision::of(&bytes)))
    }

    /// Writes and syncs a temporary file beside `path`.
    fn write_temporary(&self, path: &Path, bytes: &[u8]) -> Result<PathBuf, DiskError> {
        let (temporary, mut file) = self.create_temporary(path)?;
        let written = self
            .write(&temporary, &mut file, bytes)
            .and_then(|()| self.run(Call::Sync(&temporary), || file.sync_all()));
        drop(file);
        match written {
            Ok(()) => Ok(temporary),
            Err(error) => {
                let _ = self.remove(&temporary);
                Err(error)
            }
        }
    }

    fn create_temporary(&self, path: &Path) -> Result<(PathBuf, fs::File), DiskError> {
        let mut tries = 0;
        loop {
            let temporary = temporary_name(path);
            let create = || {
                platform::private()
                    .write(true)
                    .create_new(true)
                    .open(&temporary)
            };
            match self.run(Call::Create(&temporary), create) {
                Ok(file) => return Ok((temporary, file)),
                Err(error) if error.is_taken() && tries < TRIES => tries += 1,
                Err(error) => return Err(error),
            }
        }
    }
}

/// A hidden name beside `path`, so that listings of sessions pass it over.
fn temporary_name(path: &Path) -> PathBuf {
    let number = COUNTER.fetch_add(1, Ordering::Relaxed);
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}-{number}{TEMPORARY_SUFFIX}", process::id()));
    path.with_file_name(name)
}
