//! Version 1 of the journal: one checksummed line an event, so that what was acknowledged can be told from what was
//! torn.
//!
//! ```text
//! leitfaden-journal 1 A-1 17 4f0c2d1a          type, version, session, number of the last event before it, checksum
//! 8d7e01b2 18 moved(topic:"b1.t2",at_ms:912)   checksum, number, event in RON on one line
//! ```
//!
//! A checksum is the CRC-32 of the rest of its line. Texts have their line ends and control characters escaped.

mod event;
mod place;
mod read;
#[cfg(test)]
mod tests;

use super::EncodeError;
use super::field;
use crate::session::{Recorded, SessionId};

pub use read::{Damage, DamageKind, Ending, Journal, JournalError, read};

/// The version that such a file declares.
pub const VERSION: u32 = 1;

/// What the first line begins with.
const NAME: &str = "leitfaden-journal";

/// The first line of a journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Whose journal it is.
    pub session: SessionId,
    /// The number of the last event that is in the session's file.
    pub base: u64,
}

impl Header {
    /// The line, with its end.
    pub fn to_line(&self) -> String {
        let content = format!("{NAME} {VERSION} {} {}", self.session, self.base);
        let checksum = crc32fast::hash(content.as_bytes());
        format!("{content} {checksum:08x}\n")
    }
}

/// The line of an event, with its end.
///
/// # Errors
///
/// If the event holds a date that cannot be written down.
pub fn line(recorded: &Recorded) -> Result<String, EncodeError> {
    let event = field::to_line(&event::Event::from(&recorded.event))?;
    let content = format!("{} {event}", recorded.sequence);
    let checksum = crc32fast::hash(content.as_bytes());
    Ok(format!("{checksum:08x} {content}\n"))
}

/// A whole journal: header and events.
///
/// # Errors
///
/// If an event holds a date that cannot be written down.
pub fn whole(header: &Header, events: &[Recorded]) -> Result<String, EncodeError> {
    let mut text = header.to_line();
    for recorded in events {
        text.push_str(&line(recorded)?);
    }
    Ok(text)
}
