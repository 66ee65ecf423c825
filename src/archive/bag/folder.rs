//! A bag that is a folder. Links in it are named and not followed.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::thread;

use super::{Fault, Files, Finding, Source};

/// How many files are looked at in a bag.
const MOST_FILES: usize = 2_000_000;

/// How deep folders are followed.
const DEEPEST: usize = 64;

/// How many files are read at the same time at most.
const MOST_READERS: usize = 8;

/// A folder.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    files: Files,
}

impl Folder {
    /// Looks what lies in a folder.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn open(root: &Path) -> io::Result<Self> {
        let mut files = Files::default();
        walk(root, "", 0, &mut files)?;
        files.has_payload_folder = root.join("data").is_dir();
        Ok(Self {
            root: root.to_owned(),
            files,
        })
    }
}

fn walk(folder: &Path, before: &str, depth: usize, files: &mut Files) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else {
            let shown = format!("{before}{}", entry.file_name().to_string_lossy());
            found(files, shown, Fault::NotText);
            continue;
        };
        let name = format!("{before}{name}");
        let kind = entry.file_type()?;
        if files.files.len() >= MOST_FILES || depth >= DEEPEST {
            found(files, name, Fault::TooMany);
            return Ok(());
        }
        if kind.is_dir() {
            walk(&entry.path(), &format!("{name}/"), depth + 1, files)?;
        } else if kind.is_file() {
            files.files.insert(name, entry.metadata()?.len());
        } else {
            found(files, name, Fault::Link);
        }
    }
    Ok(())
}

fn found(files: &mut Files, file: String, fault: Fault) {
    files.findings.push(Finding { file, fault });
}

impl Source for Folder {
    fn list(&self) -> &Files {
        &self.files
    }

    fn read(
        &self,
        name: &str,
        with: &mut dyn FnMut(&mut dyn Read) -> io::Result<()>,
    ) -> io::Result<()> {
        with(&mut File::open(self.root.join(name))?)
    }

    fn readers(&self) -> usize {
        thread::available_parallelism()
            .map_or(1, usize::from)
            .min(MOST_READERS)
    }
}
