//! Appending to a file so that a failure never leaves a torn middle.

use std::fs::File;
use std::io::{Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::{Call, Disk, DiskError, platform};

/// A file that grows.
///
/// After a failure the next call first cuts the file back to what was synced, so that what is appended again never
/// follows a torn piece. A failed sync counts as unwritten too: the system may have thrown the pages away.
#[derive(Debug)]
pub struct Appender {
    disk: Disk,
    path: PathBuf,
    file: File,
    /// How many bytes are known to last.
    synced: u64,
    /// Whether there may be something behind them.
    dirty: bool,
}

impl Disk {
    /// Opens a file for appending behind its first `length` bytes; what lies behind them goes with the first call.
    ///
    /// # Errors
    ///
    /// If it cannot be opened.
    pub fn open_appending(&self, path: &Path, length: u64) -> Result<Appender, DiskError> {
        let (file, found) = self.run(Call::Open(path), || {
            let mut file = File::options().read(true).write(true).open(path)?;
            let found = file.metadata()?.len();
            file.seek(SeekFrom::Start(length))?;
            Ok((file, found))
        })?;
        Ok(Appender {
            disk: self.clone(),
            path: path.to_owned(),
            file,
            synced: length.min(found),
            dirty: found != length,
        })
    }
}

impl Appender {
    /// Appends bytes and returns when they last.
    ///
    /// # Errors
    ///
    /// If they may not last; the file is then cut back before the next attempt.
    pub fn append(&mut self, bytes: &[u8]) -> Result<(), DiskError> {
        if self.dirty {
            self.cut_back()?;
        }
        self.dirty = true;
        let (disk, path) = (self.disk.clone(), self.path.clone());
        disk.write(&path, &mut self.file, bytes)?;
        disk.run(Call::Sync(&path), || self.file.sync_data())?;
        self.dirty = false;
        self.synced = self
            .synced
            .saturating_add(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        Ok(())
    }

    /// Whether the file is still the one that has the name: appending to one that was removed would save nothing.
    pub fn is_in_place(&self) -> bool {
        platform::is_same_file(&self.file, &self.path, self.synced)
    }

    fn cut_back(&mut self) -> Result<(), DiskError> {
        let (path, length) = (self.path.clone(), self.synced);
        let call = Call::Cut {
            path: &path,
            length,
        };
        self.disk.clone().run(call, || {
            self.file.set_len(length)?;
            self.file.seek(SeekFrom::Start(length)).map(drop)
        })?;
        self.dirty = false;
        Ok(())
    }
}
