//! The study folder and its files: what stands where in them, versioned file types, reading and saving sessions.
//!
//! A session that is worked on is three files: the snapshot that work began with, the journal of the events since, and
//! the lock. [`Study`] finds and reads them, [`Journal`] changes them, [`Writer`] does so in a thread of its own.
//!
//! Keeps out: the rules of guides and sessions.

mod allowed;
mod cases;
mod codebook;
mod coder;
pub(crate) mod configuration;
mod discarding;
mod error;
mod files;
pub(crate) mod format;
mod git;
pub mod guides;
pub(crate) mod index;
mod journal;
mod opening;
mod origin;
mod reading;
pub(crate) mod ron_text;
mod study;
#[cfg(test)]
mod tests;
mod waiting;
mod withdrawal;
mod writer;

pub use crate::disk::{Action, DiskError, Trouble, WriteError};
pub use allowed::AllowedWords;
pub use cases::Cases;
pub use codebook::CodebookFile;
pub use coder::CoderFile;
pub use discarding::DiscardError;
pub use error::{SaveError, StudyError};
pub use format::codebook_v1::{decode as additions_of_file, encode as file_of_additions};
pub use format::session_v1::{decode as session_of_file, encode as file_of_session};
pub use format::{EncodeError, FormatError};
pub use journal::{Cleared, Finished, Journal, Purge, Purged, Search};
pub use opening::{Access, Opened, ReadOnly};
pub use origin::Origin;
pub use reading::{Recovery, Rescued};
pub use study::{Place, Placed, Study, Summary};
pub use waiting::{wait_for, wait_or_end};
pub use withdrawal::Held;
pub use writer::{Answer, Writer};
