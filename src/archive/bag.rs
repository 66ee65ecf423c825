//! Bags: folders and zips whose files are listed with their checksums, as RFC 8493 (`BagIt` 1.0) and its drafts from 0.93
//! have them.
//!
//! [`fn@check`] takes bags of any program and says everything that is wrong with one; [`Writer`] makes the program's own.
//! A bag is untrusted: its names lead nowhere, its links are not followed, what it claims to hold is bounded.

mod algorithm;
mod check;
mod declaration;
mod files;
mod finding;
mod folder;
mod manifest;
mod tags;
#[cfg(test)]
mod tests;
mod write;
mod zipped;

pub(crate) use algorithm::Summing;
pub use algorithm::{Algorithm, Checksum};
pub use check::{Report, check, check_on};
pub use declaration::Version;
pub use files::{Files, Source};
pub use finding::{Fault, Finding, Severity};
pub use folder::Folder;
pub use write::{Packed, Writer};
pub use zipped::{Limits, Zipped};
