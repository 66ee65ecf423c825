//! A folder as a target: a network share, or one that is kept in step with a server by another program.
//!
//! A file is written under a name of its own, read back, and only then given the name that others look for, which fails if
//! something has it. What is written can be read by whoever can read the folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Created, Item, Keeping, Removed, Target, unique_name, with_those_above};
use crate::archive::bag::{Algorithm, Summing};
use crate::archive::{Attempt, Cause, Content, Filling, TargetError};
use crate::disk::Disk;

/// A folder.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    disk: Disk,
}

impl Folder {
    /// This folder, reached in this way.
    pub fn new(root: &Path, disk: &Disk) -> Self {
        Self {
            root: root.to_owned(),
            disk: disk.clone(),
        }
    }

    fn write(&self, temporary: &Path, content: &Content) -> Result<(), Cause> {
        let mut reader = content.reader().map_err(Cause::Local)?;
        self.disk.write_stream(temporary, &mut reader)?;
        let written = self.disk.read_stream(temporary, &mut |stream| {
            let mut summing = Summing::new(&[Algorithm::Sha512]);
            summing.read(stream, content.length())?;
            Ok(summing.finish())
        });
        let is_same = written.is_ok_and(|sums| {
            sums.iter()
                .all(|(_, checksum)| checksum == content.checksum())
        });
        if is_same { Ok(()) } else { Err(Cause::Damaged) }
    }

    fn put(&self, name: &str, content: &Content) -> Result<Created, Cause> {
        let temporary = self.root.join(unique_name());
        let placed = self
            .write(&temporary, content)
            .and_then(|()| Ok(self.disk.claim(&temporary, &self.root.join(name))?));
        // What cannot be removed is named by a check of the archive.
        let _ = self.disk.remove(&temporary);
        Ok(if placed? {
            Created::New
        } else {
            Created::Taken
        })
    }
}

impl Target for Folder {
    fn make_folders(&self, folders: &[&str]) -> Result<(), TargetError> {
        for folder in folders.iter().flat_map(|folder| with_those_above(folder)) {
            let made = self.disk.create_shared_folder(&self.root.join(folder));
            made.map_err(|error| Cause::Disk(error).at(Attempt::Prepare, folder))?;
        }
        Ok(())
    }

    fn remove_folder(&self, folder: &str) -> Result<(), TargetError> {
        let removed = self.disk.remove_folder(&self.root.join(folder));
        removed.map_err(|error| Cause::Disk(error).at(Attempt::Remove, folder))
    }

    fn create(&self, name: &str, content: &Content) -> Result<Created, TargetError> {
        self.put(name, content)
            .map_err(|cause| cause.at(Attempt::Create, name))
    }

    fn read(&self, name: &str, limit: u64) -> Result<Option<Content>, TargetError> {
        let read = self.disk.read_stream(&self.root.join(name), &mut |stream| {
            let mut filling = Filling::new();
            let copied = io::copy(
                &mut io::Read::take(stream, limit.saturating_add(1)),
                &mut filling,
            )?;
            if copied > limit {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
            filling.finish()
        });
        match read {
            Ok(content) => Ok(Some(content)),
            Err(error) if error.is_missing() => Ok(None),
            Err(error) => Err(Cause::Disk(error).at(Attempt::Read, name)),
        }
    }

    fn list(&self, folder: &str) -> Result<Vec<Item>, TargetError> {
        let path = self.root.join(folder);
        let names = self.disk.names_in(&path);
        let names = names.map_err(|error| Cause::Disk(error).at(Attempt::List, folder))?;
        let items = names.into_iter().filter_map(|name| {
            // What went in the meantime is not there.
            let about = fs::symlink_metadata(path.join(&name)).ok()?;
            let bytes = about.len();
            about.is_file().then_some(Item { name, bytes })
        });
        let mut items: Vec<Item> = items.collect();
        items.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(items)
    }

    fn remove(&self, name: &str) -> Result<Removed, TargetError> {
        let path = self.root.join(name);
        let removed = self.disk.remove(&path);
        let removed = removed.and_then(|()| match self.disk.sync_folder_of(&path) {
            // Where the folder is gone, so is the file.
            Err(error) if error.is_missing() => Ok(()),
            synced => synced,
        });
        removed.map_err(|error| Cause::Disk(error).at(Attempt::Remove, name))?;
        Ok(Removed::WHOLE)
    }

    fn keeping(&self) -> Result<Keeping, TargetError> {
        Ok(Keeping::Unknown)
    }

    fn connections(&self) -> usize {
        2
    }
}
