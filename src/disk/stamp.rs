//! Which state a file was in, told without reading it.

use std::fs::{self, DirEntry, Metadata};
use std::io;
use std::path::Path;
use std::thread::{self, ScopedJoinHandle};
use std::time::UNIX_EPOCH;

use super::{Call, Disk, DiskError, none_if_missing, platform};

/// From so many files on, looking at them takes longer than a thread more.
const MANY: usize = 1_000;

/// The state of a file: its length, when it was changed, and, where the system tells, which file it is and when anything
/// about it was changed. A file that has the stamp it had is taken for unchanged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stamp {
    length: u64,
    /// Nanoseconds since 1970.
    modified: u64,
    /// On Unix the number of the file and the time of its last change of whatever kind, which nobody can set back.
    identity: (u64, u64),
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        let modified = metadata.modified().ok();
        let modified = modified.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        Self {
            length: metadata.len(),
            modified: modified.map_or(0, |since| {
                u64::try_from(since.as_nanos()).unwrap_or(u64::MAX)
            }),
            identity: platform::identity(metadata),
        }
    }

    /// How many bytes the file has.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// The stamp as bytes, the same for the same stamp.
    pub fn to_bytes(self) -> [u8; 32] {
        let mut bytes = [0; 32];
        let (number, changed) = self.identity;
        let parts = [
            &self.length.to_le_bytes()[..],
            &self.modified.to_le_bytes()[..],
            &number.to_le_bytes()[..],
            &changed.to_le_bytes()[..],
        ];
        for (place, byte) in bytes.iter_mut().zip(parts.into_iter().flatten()) {
            *place = *byte;
        }
        bytes
    }
}

impl Disk {
    /// The stamp of a file; nothing if there is none.
    ///
    /// # Errors
    ///
    /// If the system does not tell.
    pub fn stamp(&self, path: &Path) -> Result<Option<Stamp>, DiskError> {
        let stamp = self.run(Call::Read(path), || Ok(Stamp::of(&fs::metadata(path)?)));
        none_if_missing(stamp)
    }

    /// The names in a folder that are wanted, each with its stamp; names that are not UTF-8 are left out, and so is what
    /// goes while the folder is read. Nothing at all if there is no such folder.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read.
    pub fn stamps_in(
        &self,
        folder: &Path,
        wanted: impl Fn(&str) -> bool,
    ) -> Result<Vec<(String, Stamp)>, DiskError> {
        let stamps = self.run(Call::List(folder), || {
            let mut entries = Vec::new();
            for entry in fs::read_dir(folder)? {
                let entry = entry?;
                if let Ok(name) = entry.file_name().into_string()
                    && wanted(&name)
                {
                    entries.push((name, entry));
                }
            }
            let stamps = stamps_of(&entries)?;
            let names = entries.into_iter().map(|(name, _)| name);
            let stamps = names.zip(stamps);
            Ok(stamps
                .filter_map(|(name, stamp)| Some((name, stamp?)))
                .collect())
        });
        none_if_missing(stamps).map(Option::unwrap_or_default)
    }

    /// Makes an empty file that its owner alone can read, unless there is one, for a library that writes it by itself.
    ///
    /// # Errors
    ///
    /// If it cannot be created.
    pub fn create_private(&self, path: &Path) -> Result<(), DiskError> {
        let open = || {
            let mut options = platform::private();
            let options = options.write(true).create(true).truncate(false);
            options.open(path).map(drop)
        };
        self.run(Call::Create(path), open)
    }
}

/// The stamps of what stands in a folder, nothing for what is gone by now. Of many, half are looked at by a second thread,
/// if the system gives one.
fn stamps_of(entries: &[(String, DirEntry)]) -> io::Result<Vec<Option<Stamp>>> {
    let (half, rest) = match entries.len() {
        MANY.. => entries.split_at(entries.len() / 2),
        _ => (entries, [].as_slice()),
    };
    let look = || rest.iter().map(stamp_of).collect::<io::Result<Vec<_>>>();
    thread::scope(|scope| {
        let is_long = !rest.is_empty();
        let looking = is_long.then(|| thread::Builder::new().spawn_scoped(scope, look).ok());
        let mut stamps = Vec::with_capacity(entries.len());
        for entry in half {
            stamps.push(stamp_of(entry)?);
        }
        stamps.extend(match looking.flatten().map(ScopedJoinHandle::join) {
            Some(Ok(others)) => others?,
            Some(Err(_)) | None => look()?,
        });
        Ok(stamps)
    })
}

/// The stamp of what stands in a folder; nothing if it is gone by now.
fn stamp_of((_, entry): &(String, DirEntry)) -> io::Result<Option<Stamp>> {
    let metadata = match entry.metadata() {
        // What a link points to may change where the link does not.
        Ok(metadata) if metadata.is_symlink() => fs::metadata(entry.path()).ok(),
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    Ok(metadata.as_ref().map(Stamp::of))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_replaced_by_one_of_the_same_length_has_another_stamp() {
        let folder = tempfile::tempdir().unwrap();
        let (path, other) = (folder.path().join("a"), folder.path().join("b"));
        fs::write(&path, "one").unwrap();
        fs::write(&other, "two").unwrap();
        let disk = Disk::new();
        let before = disk.stamp(&path).unwrap().unwrap();
        assert_eq!(disk.stamp(&path).unwrap(), Some(before));
        fs::rename(&other, &path).unwrap();
        let after = disk.stamp(&path).unwrap().unwrap();
        assert_eq!(after.length(), 3);
        #[cfg(unix)]
        assert_ne!(after.to_bytes(), before.to_bytes());
        assert_eq!(disk.stamp(&other).unwrap(), None);
    }

    #[test]
    fn only_wanted_names_are_looked_at() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.ron", "b.lock"] {
            fs::write(folder.path().join(name), name).unwrap();
        }
        let disk = Disk::new();
        let stamps = disk.stamps_in(folder.path(), |name| name == "a.ron");
        let names: Vec<String> = stamps.unwrap().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["a.ron"]);
        let none = disk.stamps_in(&folder.path().join("none"), |_| true);
        assert!(none.unwrap().is_empty());
    }

    #[test]
    fn of_many_files_each_is_looked_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let names: Vec<String> = (0..=MANY).map(|number| format!("{number:05}")).collect();
        for name in &names {
            fs::write(folder.path().join(name), name).unwrap();
        }
        let disk = Disk::new();
        let mut stamps = disk.stamps_in(folder.path(), |_| true).unwrap();
        stamps.sort_by(|one, other| one.0.cmp(&other.0));
        let found: Vec<&String> = stamps.iter().map(|(name, _)| name).collect();
        assert_eq!(found, names.iter().collect::<Vec<_>>());
        for (name, stamp) in &stamps {
            assert_eq!(disk.stamp(&folder.path().join(name)).unwrap(), Some(*stamp));
        }
    }
}
