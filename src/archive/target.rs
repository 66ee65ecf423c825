//! Places that packages go to.

pub(super) mod folder;
mod http;
mod patience;
pub(super) mod s3;
pub(super) mod webdav;
mod xml;

use std::collections::hash_map::RandomState;
use std::fmt;
use std::hash::{BuildHasher, Hasher};

use zeroize::Zeroizing;

use super::{Content, TargetError};

use patience::Trying;
pub use patience::{Patience, Told};

/// The folders of a target.
pub(super) const FOLDERS: [&str; 3] = ["packages", "catalogue", "incoming"];

/// A place that packages go to. All names are relative and made of letters, digits, `.`, `-`, `_`, `=` and single
/// slashes.
pub trait Target: Send + Sync {
    /// Makes the folders of an archive that are missing, as far as the place has folders.
    ///
    /// # Errors
    ///
    /// If they cannot be made.
    fn prepare(&self) -> Result<(), TargetError> {
        self.make_folders(&FOLDERS)
    }

    /// Makes these folders and those above them that are missing, as far as the place has folders.
    ///
    /// # Errors
    ///
    /// If they cannot be made.
    fn make_folders(&self, folders: &[&str]) -> Result<(), TargetError>;

    /// Removes a folder with all that is left in it, as far as the place has folders; a missing one is removed already.
    ///
    /// # Errors
    ///
    /// If it is still there.
    fn remove_folder(&self, folder: &str) -> Result<(), TargetError>;

    /// Puts a file there whole, if there is none of its name. Its bytes were read back and compared. A call that was
    /// interrupted leaves nothing under the name, or all of it; it can be repeated.
    ///
    /// # Errors
    ///
    /// If it cannot be told whether the file is there, or it is not.
    fn create(&self, name: &str, content: &Content) -> Result<Created, TargetError>;

    /// Reads a file of at most `limit` bytes; nothing if there is none.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    fn read(&self, name: &str, limit: u64) -> Result<Option<Content>, TargetError>;

    /// What lies in one of the folders; nothing if there is no such folder.
    ///
    /// # Errors
    ///
    /// If it cannot be listed.
    fn list(&self, folder: &str) -> Result<Vec<Item>, TargetError>;

    /// Removes a file with all its versions as far as that is possible; a missing one is removed already.
    ///
    /// # Errors
    ///
    /// If it is still there.
    fn remove(&self, name: &str) -> Result<Removed, TargetError>;

    /// Whether the place keeps what is removed.
    ///
    /// # Errors
    ///
    /// If it cannot be asked.
    fn keeping(&self) -> Result<Keeping, TargetError>;

    /// How many connections it bears at the same time with profit.
    fn connections(&self) -> usize;

    /// Has somebody told that something which did not work is tried again, as far as that is done.
    fn when_trying_again(&mut self, _told: Told) {}
}

/// What came of putting a file to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Created {
    /// It is there.
    New,
    /// There was one of its name before, which may be the same.
    Taken,
}

/// A file in a folder of a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its name in the folder.
    pub name: String,
    /// How many bytes it has.
    pub bytes: u64,
}

/// What came of removing a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Removed {
    /// How many older versions went with it.
    pub versions: usize,
    /// Whether the place does not let its versions be seen, so that there may be some left.
    pub hidden: bool,
}

impl Removed {
    /// What a place says that knows no versions.
    pub const WHOLE: Self = Self {
        versions: 0,
        hidden: false,
    };
}

/// Whether a place keeps what is removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Keeping {
    /// It keeps nothing by itself.
    Nothing,
    /// It keeps versions, which the program removes too.
    Versions,
    /// A server that may have a bin and versions; it cannot be asked.
    Unknown,
}

impl Keeping {
    /// What is to be said of it after something was removed: versions that it does not let be seen may be left.
    #[must_use]
    pub const fn after(self, removed: Removed) -> Self {
        if removed.hidden { Self::Unknown } else { self }
    }

    /// The word for it in data files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Versions => "versions",
            Self::Unknown => "unknown",
        }
    }
}

/// A name and a word that open a server. Printed nowhere, and zeroed.
#[derive(Clone)]
pub struct Credentials {
    /// The name.
    pub user: Zeroizing<String>,
    /// The word.
    pub password: Zeroizing<String>,
    /// What an object store hands out beside them for a while, if it does.
    pub token: Option<Zeroizing<String>>,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Credentials")
    }
}

/// A name below `incoming` that nobody else has.
pub(super) fn unique_name() -> String {
    format!("incoming/{:032x}.part", random_number())
}

/// A number that nobody else draws: from the randomness by which the system seeds hash tables.
pub(super) fn random_number() -> u128 {
    let random = || u128::from(RandomState::new().build_hasher().finish());
    random() << 64 | random()
}

/// The folder and those above it, the outermost first.
fn with_those_above(folder: &str) -> impl Iterator<Item = &str> {
    let slashes = folder.match_indices('/').map(|(at, _)| at);
    slashes
        .chain([folder.len()])
        .filter_map(|end| folder.get(..end))
}
