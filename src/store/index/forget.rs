//! Taking a session out of the index after a strike.

use std::path::Path;

use rusqlite::TransactionBehavior;

use super::names::NameTable;
use super::{IndexError, database, texts};
use crate::disk::{Disk, DiskError};
use crate::session::SessionId;

/// Takes what is known of a session out of the index. Whoever reads then reads it anew. If that does not work, the index
/// goes as a whole.
///
/// # Errors
///
/// If there is an index and it cannot be removed either.
pub(in crate::store) fn forget(
    disk: &Disk,
    sessions: &Path,
    id: &SessionId,
) -> Result<(), DiskError> {
    let place = database::Place::of(disk, sessions);
    if !place.is_there() {
        return Ok(());
    }
    let _lock = place.lock()?;
    if take_out(&place, id).is_err() {
        place.remove_databases()?;
    }
    Ok(())
}

fn take_out(place: &database::Place<'_>, id: &SessionId) -> Result<(), IndexError> {
    let databases = place.databases()?;
    for path in &databases {
        let mut connection = database::open(path)?.ok_or(IndexError::Damaged)?;
        // The journal still holds what is taken out: that it is gone must be on the disk too before the strike is done.
        connection.pragma_update(None, "synchronous", "EXTRA")?;
        let mut names = NameTable::default();
        let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        texts::empty(&change, &mut names, id)?;
        names.settle(&change)?;
        change.commit()?;
    }
    Ok(())
}
