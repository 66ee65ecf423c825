//! The shared archive: packages that leave the study, the places they go to, and the catalogue of what lies there.
//!
//! A package is a [`bag`] in a zip whose payload comes as named streams of bytes. A [`Target`] is a folder, a `WebDAV`
//! server or an object store; it can do one thing that all else rests on: [`Target::create`] puts a file where none is,
//! whole or not at all, and never over another. [`fn@publish`] puts the package there first and its catalogue entry after
//! it, so that what is listed is complete; there is no lock and no index that two could write at once.
//!
//! Keeps out: the formats of the payload, the clock, where secrets come from, and words for the user.

mod address;
pub mod bag;
mod catalogue;
mod content;
pub(crate) mod dataset;
mod digest;
mod doctor;
mod error;
mod package;
mod publish;
mod seal;
mod target;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

pub use address::{Address, AddressError, ObjectStore};
pub use catalogue::{
    ArchiveId, Catalogue, Entry, FileFault, GuideFields, Listed, Mark, Readers, Tombstone, Why,
    list, mark, set_up, taken_back, tombstone_of,
};
pub use content::{Content, Filling, Reader};
pub use digest::{Digest, GuideSum, canonical};
pub use doctor::{Finding, Health, examine};
pub use error::{Attempt, Cause, Distrust, TargetError, Way};
pub use package::{
    ADDITIONS_FILE, About, GUIDE_FILE, NamedFile, Package, PackageFault, ReadPackage, SESSION_FILE,
    pack, read_package,
};
pub use publish::{
    PublishError, Published, confirm, give_way, publish, put, remove_orphan, take_back,
};
pub use seal::{Naming, SealError, Sealing};
pub use target::{
    Created, Credentials, Item, Keeping, Patience, Removed, Target, Told, folder::Folder, s3::S3,
    webdav::WebDav,
};

/// Does something with each of these on several threads; the results come in the order of what was given.
pub use catalogue::in_parallel;
