//! Of which sessions nothing is due, so that they need not be read to know that.
//!
//! That is known of a session as it lies on disk: as soon as its files are others, it has to be looked at again; and so it
//! has to by another version of the program, which may find other things due.

use rusqlite::{Connection, TransactionBehavior, params};

use super::{IndexError, Listing, database};
use crate::store::study::Study;

/// The version of the program, by which it was found that nothing is due.
pub(super) const FOUND_BY: &str = env!("CARGO_PKG_VERSION");

impl Study {
    /// Remembers that nothing is due of these sessions as they were listed, nor will be as long as their files stay.
    /// Without an index there is nothing that could remember it.
    ///
    /// # Errors
    ///
    /// If the index cannot be written.
    pub fn settle(&self, listed: &[&Listing]) -> Result<(), IndexError> {
        let sessions = self.sessions_folder();
        let place = database::Place::of(self.disk(), &sessions);
        if listed.is_empty() || !place.is_there() {
            return Ok(());
        }
        let _lock = place.lock()?;
        for path in place.databases()? {
            if let Some(mut connection) = database::open(&path)? {
                settle(&mut connection, listed)?;
            }
        }
        Ok(())
    }
}

fn settle(connection: &mut Connection, listed: &[&Listing]) -> Result<(), IndexError> {
    let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    {
        // Whoever changed the session since wrote other stamps.
        let mut update = change
            .prepare_cached("UPDATE sessions SET settled = ?3 WHERE name = ?1 AND stamps = ?2")?;
        for listing in listed {
            update.execute(params![listing.id.to_string(), listing.stamps, FOUND_BY])?;
        }
    }
    Ok(change.commit()?)
}
