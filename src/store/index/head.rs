//! What a list shows of a session, as bytes.

use time::OffsetDateTime;

use super::IndexError;
use super::rows::{MODES, PROGRESS, among, place};
use crate::analysis::packing::{Packed, Packing};
use crate::guide::Mode;
use crate::session::{Progress, Session};

/// What a list shows of a session besides its name, its notes and whether it has a journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) progress: Progress,
    pub(super) mode: Mode,
    pub(super) invented: bool,
    /// When it was prepared.
    pub(super) created: OffsetDateTime,
}

impl Head {
    pub(super) fn of(session: &Session) -> Self {
        let header = &session.header;
        Self {
            progress: session.progress(),
            mode: header.mode,
            invented: header.invented,
            created: header.created,
        }
    }
}

/// Writes what a list shows.
pub(super) fn write(head: &Head) -> Vec<u8> {
    let mut to = Packed::default();
    to.number(place(&PROGRESS, &head.progress));
    to.number(place(&MODES, &head.mode));
    to.number(u8::from(head.invented));
    to.moment(head.created);
    to.0
}

/// Reads what a list shows.
pub(super) fn read(bytes: &[u8]) -> Result<Head, IndexError> {
    let mut from = Packing(bytes);
    Ok(Head {
        progress: among(&PROGRESS, from.small()?)?,
        mode: among(&MODES, from.small()?)?,
        invented: from.byte()? == 1,
        created: from.moment()?,
    })
}
