//! Files as the promises need them: replaced whole or not at all, appended and synced, locked, readable by their owner
//! alone.
//!
//! Every call goes through a [`Disk`], which lets a [`Watch`] see it before and after: tests inject faults there and
//! read the order of the calls. Platform code stands in `platform` alone. Keeps out: what the bytes mean.

mod append;
mod atomic;
mod call;
mod error;
mod lock;
mod platform;
#[cfg(test)]
pub(crate) mod rehearsal;
mod revision;
mod said;
mod share;
mod stamp;
#[cfg(test)]
mod tests;

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

pub use append::Appender;
pub use atomic::WriteError;
pub use call::{Call, Verdict, Watch};
pub use error::{Action, DiskError, Trouble};
pub use lock::{Lock, Locking};
pub use platform::{forbid_core_dumps, open_to_read};
pub use revision::{Expected, Revision};
pub use said::Said;
pub use stamp::Stamp;

/// What some temporary files end with; one that is left over may be removed by whoever holds the lock.
pub const TEMPORARY_SUFFIX: &str = ".part";

/// The way to the file system.
#[derive(Clone, Default)]
pub struct Disk {
    watch: Option<Arc<dyn Watch>>,
}

impl Disk {
    /// The file system with nobody watching.
    pub fn new() -> Self {
        Self::default()
    }

    /// The file system with somebody watching, who can make calls fail.
    #[cfg(test)]
    pub fn watched(watch: Arc<dyn Watch>) -> Self {
        Self { watch: Some(watch) }
    }

    /// Reads a whole file; nothing if there is none.
    ///
    /// # Errors
    ///
    /// If it cannot be read, is no plain file, or has more than `limit` bytes.
    pub fn read_bounded(&self, path: &Path, limit: u64) -> Result<Option<Vec<u8>>, DiskError> {
        let read = self.run(Call::Read(path), || read_plain_file(path, limit));
        none_if_missing(read)
    }

    /// Creates a folder and those above it that are missing, readable by their owner alone.
    ///
    /// # Errors
    ///
    /// If it cannot be created.
    pub fn create_folder(&self, path: &Path) -> Result<(), DiskError> {
        if path.is_dir() {
            return Ok(());
        }
        if let Some(parent) = path
            .parent()
            .filter(|parent| !parent.as_os_str().is_empty())
        {
            self.create_folder(parent)?;
        }
        match self.run(Call::CreateFolder(path), || platform::create_folder(path)) {
            Err(_) if path.is_dir() => Ok(()),
            other => other,
        }
    }

    /// The names of what lies in a folder, those left out that are not UTF-8; nothing at all if there is no such folder.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read.
    pub fn names_in(&self, folder: &Path) -> Result<Vec<String>, DiskError> {
        let names = self.run(Call::List(folder), || {
            fs::read_dir(folder)?
                .map(|entry| entry.map(|entry| entry.file_name().into_string()))
                .filter_map(|name| match name {
                    Ok(Ok(name)) => Some(Ok(name)),
                    Ok(Err(_)) => None,
                    Err(error) => Some(Err(error)),
                })
                .collect::<io::Result<Vec<String>>>()
        });
        none_if_missing(names).map(Option::unwrap_or_default)
    }

    /// Removes a file; a missing one is removed already.
    ///
    /// # Errors
    ///
    /// If it cannot be removed.
    pub fn remove(&self, path: &Path) -> Result<(), DiskError> {
        let removed = self.run(Call::Remove(path), || fs::remove_file(path));
        none_if_missing(removed).map(Option::unwrap_or_default)
    }

    /// Removes a folder with all that is in it; a missing one is removed already. Links in it are not followed.
    ///
    /// # Errors
    ///
    /// If it cannot be removed.
    pub fn remove_folder(&self, path: &Path) -> Result<(), DiskError> {
        let removed = self.run(Call::Remove(path), || fs::remove_dir_all(path));
        none_if_missing(removed).map(Option::unwrap_or_default)
    }

    /// Puts a file under another name in the same folder and makes that last.
    ///
    /// # Errors
    ///
    /// If it cannot be renamed, or the folder not be synced.
    pub fn rename(&self, from: &Path, to: &Path) -> Result<(), DiskError> {
        self.run(Call::Rename { from, to }, || fs::rename(from, to))?;
        self.sync_folder_of(to)
    }

    /// Makes the names in a file's folder last.
    ///
    /// # Errors
    ///
    /// If the folder cannot be synced.
    pub fn sync_folder_of(&self, path: &Path) -> Result<(), DiskError> {
        let folder = folder_of(path);
        self.run(Call::SyncFolder(&folder), || platform::sync_folder(&folder))
    }

    /// When a file was changed last, if it is there and the system knows.
    #[expect(
        clippy::unused_self,
        reason = "every way to the file system goes through a disk"
    )]
    pub fn changed(&self, path: &Path) -> Option<SystemTime> {
        fs::metadata(path).ok()?.modified().ok()
    }

    /// Does one call, unless the watch has it fail.
    fn run<T>(&self, call: Call<'_>, act: impl FnOnce() -> io::Result<T>) -> Result<T, DiskError> {
        let attempt = match self.verdict(call) {
            Verdict::Go => act(),
            Verdict::Fail(error) | Verdict::Short { error, .. } => Err(error),
        };
        let value = attempt.map_err(|source| DiskError::new(call, source))?;
        self.done(call);
        Ok(value)
    }

    /// Writes all bytes, or as many as the watch lets through.
    fn write(&self, path: &Path, file: &mut File, bytes: &[u8]) -> Result<(), DiskError> {
        let call = Call::Write { path, bytes };
        let attempt = match self.verdict(call) {
            Verdict::Go => io::Write::write_all(file, bytes),
            Verdict::Fail(error) => Err(error),
            Verdict::Short { length, error } => {
                let part = bytes.get(..length).unwrap_or(bytes);
                io::Write::write_all(file, part).and(Err(error))
            }
        };
        attempt.map_err(|source| DiskError::new(call, source))?;
        self.done(call);
        Ok(())
    }

    fn verdict(&self, call: Call<'_>) -> Verdict {
        self.watch
            .as_ref()
            .map_or(Verdict::Go, |watch| watch.before(call))
    }

    fn done(&self, call: Call<'_>) {
        if let Some(watch) = &self.watch {
            watch.after(call);
        }
    }
}

fn read_plain_file(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    // A pipe would let the program wait for ever.
    let found = fs::metadata(path)?;
    if !found.is_file() {
        return Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            "it is no plain file",
        ));
    }
    // Nothing is read of what is refused in the end.
    if found.len() > limit {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    // One more than it holds shows its end without room being made for another piece.
    let mut bytes = room_for(found.len().saturating_add(1))?;
    open_to_read(path)?
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= limit) {
        Ok(bytes)
    } else {
        Err(io::ErrorKind::FileTooLarge.into())
    }
}

/// Room for so many bytes: a file can say that it holds more than the memory does.
fn room_for(length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    usize::try_from(length)
        .is_ok_and(|length| bytes.try_reserve_exact(length).is_ok())
        .then_some(bytes)
        .ok_or_else(|| io::ErrorKind::OutOfMemory.into())
}

fn none_if_missing<T>(result: Result<T, DiskError>) -> Result<Option<T>, DiskError> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.is_missing() => Ok(None),
        Err(error) => Err(error),
    }
}

/// The folder that a file lies in.
fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

impl std::fmt::Debug for Disk {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(if self.watch.is_some() {
            "Disk(watched)"
        } else {
            "Disk"
        })
    }
}
