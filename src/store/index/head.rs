//! What a list shows of a session, as bytes behind their checksum.

use time::OffsetDateTime;

use super::IndexError;
use super::rows::{MODES, Owner, PROGRESS, among, place};
use crate::analysis::packing::Packed;
use crate::guide::Mode;
use crate::session::{Progress, Session, SessionId};

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

/// What a list shows stands for a session and how many notes it has: both are part of its checksum.
fn owner(id: &SessionId, notes: i64) -> Owner<'_> {
    Owner { id, first: notes }
}

/// Writes what a list shows of a session with so many notes.
pub(super) fn write(head: &Head, id: &SessionId, notes: i64) -> Vec<u8> {
    let mut to = Packed::default();
    to.number(place(&PROGRESS, &head.progress));
    to.number(place(&MODES, &head.mode));
    to.number(u8::from(head.invented));
    to.moment(head.created);
    let mut bytes = owner(id, notes).sum_of(&to.0).to_vec();
    bytes.extend(to.0);
    bytes
}

/// Reads what a list shows of a session with so many notes.
pub(super) fn read(bytes: &[u8], id: &SessionId, notes: i64) -> Result<Head, IndexError> {
    let mut from = owner(id, notes).checked(bytes)?;
    Ok(Head {
        progress: among(&PROGRESS, from.small()?)?,
        mode: among(&MODES, from.small()?)?,
        invented: from.byte()? == 1,
        created: from.moment()?,
    })
}
