//! What became of the files that a strike, or a search for names, came to besides those in which a protocol is kept.
//!
//! One rule holds for all of them: none keeps a word of the interview from the disk. What cannot be listed, read or
//! written stays as it is and is named.

use std::path::{Path, PathBuf};

use crate::disk::DiskError;

/// Why something is taken out of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    /// Somebody asks for it: a damaged journal that may hold it goes, too.
    Asked,
    /// It became known as a name, or was asked for earlier. That is no reason to lose words which nobody has rescued yet.
    Known,
}

/// What became of files in which something was to be taken out. Each is named once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cleared {
    /// Damaged journals that were kept for rescue and are gone, since they could hold what somebody asked to strike.
    pub removed: Vec<PathBuf>,
    /// Files of the session that may hold it still: somebody else changed them or works on them, they cannot be read or
    /// written, are kept for rescue, or hold texts which the session does not know.
    pub remaining: Vec<PathBuf>,
    /// Where protocols went because their files had been changed by somebody else.
    pub conflicts: Vec<PathBuf>,
}

impl Cleared {
    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.removed.is_empty() && self.remaining.is_empty() && self.conflicts.is_empty()
    }

    /// Takes in what became of further files.
    pub fn add(&mut self, other: Self) {
        put(&mut self.removed, other.removed);
        put(&mut self.remaining, other.remaining);
        put(&mut self.conflicts, other.conflicts);
    }

    /// Names a file that may hold it still.
    pub fn remains(&mut self, path: impl Into<PathBuf>) {
        put(&mut self.remaining, [path.into()]);
    }

    /// Names a file if what was tried with it failed.
    pub(super) fn tried<T, E>(&mut self, path: &Path, result: Result<T, E>) -> Option<T> {
        if result.is_err() {
            self.remains(path);
        }
        result.ok()
    }

    /// The files that were looked for in a folder; the folder itself is named if it cannot be read.
    pub(super) fn listed(
        &mut self,
        folder: &Path,
        files: Result<Vec<PathBuf>, DiskError>,
    ) -> Vec<PathBuf> {
        self.tried(folder, files).unwrap_or_default()
    }

    /// Removes files, or names them.
    pub(super) fn remove(
        &mut self,
        files: Vec<PathBuf>,
        remove: impl Fn(&Path) -> Result<(), DiskError>,
    ) {
        for path in files {
            if self.tried(&path, remove(&path)).is_some() {
                put(&mut self.removed, [path]);
            }
        }
    }
}

fn put(paths: &mut Vec<PathBuf>, more: impl IntoIterator<Item = PathBuf>) {
    for path in more {
        if !paths.contains(&path) {
            paths.push(path);
        }
    }
}
