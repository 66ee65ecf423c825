//! Advisory locks: one process writes, the others know.

use std::fs::{File, TryLockError};
use std::path::Path;

use super::{Call, Disk, DiskError, platform};

/// A lock that is held until it is dropped, or its process ends in whatever way.
#[derive(Debug)]
pub struct Lock {
    file: File,
}

impl Drop for Lock {
    /// Gives the lock back at once. Closing the file is not enough: a child process that another thread is starting has
    /// the file open too until it runs its program, and the lock would hang on that.
    fn drop(&mut self) {
        // If it fails, closing the file gives the lock back all the same.
        let _ = self.file.unlock();
    }
}

/// What came of trying a lock.
#[derive(Debug)]
pub enum Locking {
    /// It is held.
    Held(Lock),
    /// Somebody else holds it.
    Taken,
    /// There is no file to lock, so nobody holds it.
    Missing,
}

impl Disk {
    /// Tries the lock on a file that may be missing; writes nothing.
    ///
    /// # Errors
    ///
    /// If the file cannot be opened, or the file system knows no locks.
    pub fn try_lock_existing(&self, path: &Path) -> Result<Locking, DiskError> {
        let open = || File::options().read(true).write(true).open(path);
        match self.run(Call::Lock(path), open) {
            Ok(file) => self.try_lock_file(path, file),
            Err(error) if error.is_missing() => Ok(Locking::Missing),
            Err(error) => Err(error),
        }
    }

    /// Tries the lock on a file, which is created if it is missing. A lock file is never renamed and never removed:
    /// two processes would then hold locks on two files of the same name.
    ///
    /// # Errors
    ///
    /// If the file cannot be opened or created, or the file system knows no locks.
    pub fn try_lock(&self, path: &Path) -> Result<Locking, DiskError> {
        let open = || {
            platform::private()
                .read(true)
                .write(true)
                .create(true)
                .truncate(false)
                .open(path)
        };
        let file = self.run(Call::Lock(path), open)?;
        self.try_lock_file(path, file)
    }

    /// Takes the lock on a file, which is created if it is missing, and waits until whoever holds it gives it back. For
    /// locks that are held for moments only.
    ///
    /// # Errors
    ///
    /// If the file cannot be opened or created, or the file system knows no locks.
    pub fn lock_waiting(&self, path: &Path) -> Result<Lock, DiskError> {
        let take = || {
            let mut options = platform::private();
            let options = options.read(true).write(true).create(true).truncate(false);
            let file = options.open(path)?;
            file.lock()?;
            Ok(file)
        };
        self.run(Call::Lock(path), take).map(|file| Lock { file })
    }

    fn try_lock_file(&self, path: &Path, file: File) -> Result<Locking, DiskError> {
        let attempt = || match file.try_lock() {
            Ok(()) => Ok(true),
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(error)) => Err(error),
        };
        let held = self.run(Call::Lock(path), attempt)?;
        Ok(if held {
            Locking::Held(Lock { file })
        } else {
            Locking::Taken
        })
    }
}
