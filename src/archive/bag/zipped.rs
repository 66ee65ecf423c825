//! A bag in a zip. Nothing in it is trusted: names that lead out, links, encrypted and overlapping entries are named and
//! never read, and what is read is bounded by what was claimed, and that by [`Limits`].

use std::collections::BTreeMap;
use std::io::{self, Read, Seek};
use std::sync::{Mutex, PoisonError};

use zip::ZipArchive;

use super::{Fault, Files, Finding, Source};

/// How much of a zip is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How many entries.
    pub entries: usize,
    /// How many bytes all entries may claim together.
    pub bytes: u64,
}

impl Limits {
    /// For bags of other programs, which may hold recordings.
    pub const FOREIGN: Self = Self {
        entries: 1_000_000,
        bytes: 1 << 42,
    };

    /// For the program's own packages.
    pub const PACKAGE: Self = Self {
        entries: 1000,
        bytes: 1 << 30,
    };
}

/// Claims above this many bytes must be borne out by the zip's own size.
const UNSUSPICIOUS: u64 = 16 * 1024 * 1024;

/// By how much text can reasonably be compressed.
const LARGEST_RATIO: u64 = 200;

/// The type of a link in the modes of Unix.
const LINK: u32 = 0o120_000;
const TYPE: u32 = 0o170_000;

/// A zip.
pub struct Zipped<R> {
    archive: Mutex<ZipArchive<R>>,
    files: Files,
    /// Where in the zip each file lies.
    places: BTreeMap<String, usize>,
}

impl<R: Read + Seek + Send> Zipped<R> {
    /// Looks what lies in a zip.
    ///
    /// # Errors
    ///
    /// If it is none, or claims more than the limits allow.
    pub fn open(reader: R, limits: Limits) -> Result<Self, Fault> {
        let mut archive = ZipArchive::new(reader).map_err(|_| Fault::DamagedZip)?;
        if archive.len() > limits.entries {
            return Err(Fault::TooMany);
        }
        if archive.has_duplicate_names() {
            return Err(Fault::TwoOfOneName);
        }
        if archive
            .has_overlapping_files()
            .map_err(|_| Fault::DamagedZip)?
        {
            return Err(Fault::Overlap);
        }
        let mut looked = Looked::default();
        for index in 0..archive.len() {
            looked.look_at(&mut archive, index)?;
        }
        looked.hold_against(limits)?;
        let (files, places) = looked.below_top();
        Ok(Self {
            archive: Mutex::new(archive),
            files,
            places,
        })
    }
}

/// What was seen on the way through a zip.
#[derive(Default)]
struct Looked {
    entries: BTreeMap<String, (usize, u64)>,
    folders: Vec<String>,
    findings: Vec<Finding>,
    claimed: u64,
    stored: u64,
}

impl Looked {
    fn look_at<R: Read + Seek>(
        &mut self,
        archive: &mut ZipArchive<R>,
        index: usize,
    ) -> Result<(), Fault> {
        let entry = archive.by_index_raw(index).map_err(|_| Fault::DamagedZip)?;
        let name = entry.name().map_err(|_| Fault::NotText)?.into_owned();
        let is_link = entry.unix_mode().is_some_and(|mode| mode & TYPE == LINK);
        let fault = if is_trick(&name) {
            Some(Fault::PathTrick)
        } else if is_link {
            Some(Fault::Link)
        } else if entry.encrypted() {
            Some(Fault::Encrypted)
        } else {
            None
        };
        if let Some(fault) = fault {
            self.findings.push(Finding { file: name, fault });
        } else if name.ends_with('/') {
            self.folders.push(name);
        } else {
            self.claimed = self.claimed.saturating_add(entry.size());
            self.stored = self.stored.saturating_add(entry.compressed_size());
            self.entries.insert(name, (index, entry.size()));
        }
        Ok(())
    }

    fn hold_against(&self, limits: Limits) -> Result<(), Fault> {
        let is_bomb = self.claimed > UNSUSPICIOUS && self.claimed / LARGEST_RATIO > self.stored;
        if self.claimed > limits.bytes || is_bomb {
            return Err(Fault::TooLarge);
        }
        Ok(())
    }

    /// The files with their names below the folder that the bag is, and where they lie.
    fn below_top(self) -> (Files, BTreeMap<String, usize>) {
        let top = self.top();
        let mut files = Files {
            findings: self.findings,
            ..Files::default()
        };
        let mut places = BTreeMap::new();
        for (name, (index, length)) in self.entries {
            let Some(below) = name.strip_prefix(&top) else {
                let fault = Fault::BesideBag;
                files.findings.push(Finding { file: name, fault });
                continue;
            };
            files.files.insert(below.to_owned(), length);
            places.insert(below.to_owned(), index);
        }
        let payload = format!("{top}data/");
        files.has_payload_folder = self
            .folders
            .iter()
            .any(|folder| folder.starts_with(&payload))
            || files.files.keys().any(|name| name.starts_with("data/"));
        (files, places)
    }

    /// The one folder in which `bagit.txt` lies, with a slash; nothing if it lies beside all else.
    fn top(&self) -> String {
        let declarations = self.entries.keys().filter(|name| {
            name.rsplit_once('/')
                .map_or(name.as_str(), |(_, last)| last)
                == "bagit.txt"
        });
        let nearest = declarations.min_by_key(|name| name.matches('/').count());
        nearest
            .and_then(|name| name.strip_suffix("bagit.txt"))
            .unwrap_or_default()
            .to_owned()
    }
}

/// Whether a name could lead out of the folder into which it is unpacked, on any system.
fn is_trick(name: &str) -> bool {
    let plain = name.strip_suffix('/').unwrap_or(name);
    let mut characters = plain.chars();
    let has_drive = characters
        .next()
        .is_some_and(|letter| letter.is_ascii_alphabetic())
        && characters.next() == Some(':');
    has_drive
        || plain.contains(['\\', '\0'])
        || plain
            .split('/')
            .any(|part| part.is_empty() || part == "." || part == "..")
}

impl<R: Read + Seek + Send> Source for Zipped<R> {
    fn list(&self) -> &Files {
        &self.files
    }

    fn read(
        &self,
        name: &str,
        with: &mut dyn FnMut(&mut dyn Read) -> io::Result<()>,
    ) -> io::Result<()> {
        let index = *self.places.get(name).ok_or(io::ErrorKind::NotFound)?;
        // Whoever panicked while reading left nothing behind that matters.
        let mut archive = self.archive.lock().unwrap_or_else(PoisonError::into_inner);
        let mut entry = archive.by_index(index).map_err(io::Error::other)?;
        with(&mut entry)
    }

    fn readers(&self) -> usize {
        1
    }
}
