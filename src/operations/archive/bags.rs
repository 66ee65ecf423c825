//! Telling bags from targets, and checking them.

use std::fs::File;
use std::io;
use std::path::Path;

use crate::archive::bag::{self, Fault, Limits, Report, Zipped};

/// A bag that was named instead of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bag {
    /// A folder with `bagit.txt`.
    Folder,
    /// A file, taken for a zip.
    Zip,
}

/// Whether what was named is a bag.
pub fn look(path: &Path) -> Option<Bag> {
    if path.join("bagit.txt").is_file() {
        Some(Bag::Folder)
    } else if path.is_file() {
        Some(Bag::Zip)
    } else {
        None
    }
}

/// Checks a bag.
///
/// # Errors
///
/// If it cannot be read at all.
pub fn verify_bag(path: &Path, kind: Bag) -> io::Result<Report> {
    match kind {
        Bag::Folder => Ok(bag::check(&bag::Folder::open(path)?)),
        Bag::Zip => {
            let opened: Result<_, Fault> = Zipped::open(File::open(path)?, Limits::FOREIGN);
            Ok(match opened {
                Ok(zip) => bag::check(&zip),
                Err(fault) => Report::of(fault),
            })
        }
    }
}
