//! Of which sessions nothing is due, so that they need not be read to know that.
//!
//! That is known of a session as it lies on disk: as soon as its files are others, it has to be looked at again; and so it
//! has to by another version of the program, or with other guides, since other things may be due by them.

use rusqlite::{Connection, TransactionBehavior, params};

use super::{IndexError, Listing, database};
use crate::disk::DiskError;
use crate::store::codebook::LOCAL;
use crate::store::guides::digest;
use crate::store::study::Study;

/// The largest file of a guide that is looked at, in bytes.
const LARGEST: u64 = 16 * 1024 * 1024;

/// By what it is found that nothing is due of a session: the version of the program, and the guides of the study with what
/// it adds to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundBy(String);

impl FoundBy {
    /// By what is found now what is due in a study. It is asked for before the guides are read: if they change meanwhile,
    /// what was found is void.
    ///
    /// # Errors
    ///
    /// If a file of the guides cannot be read.
    pub fn of(study: &Study) -> Result<Self, DiskError> {
        let mut sums = String::new();
        for folder in [study.guides(), study.guides().join(LOCAL)] {
            let mut names = study.disk().names_in(&folder)?;
            names.retain(|name| name.strip_suffix(".ron").is_some());
            names.sort();
            for name in names {
                let bytes = study.disk().read_bounded(&folder.join(&name), LARGEST)?;
                sums.push_str(&digest(&bytes.unwrap_or_default()));
                sums.push_str(&name);
            }
            sums.push('/');
        }
        let version = env!("CARGO_PKG_VERSION");
        Ok(Self(format!("{version} {}", digest(sums.as_bytes()))))
    }

    /// Whether a mark in the index was set by the same.
    pub(super) fn is(&self, mark: &str) -> bool {
        self.0 == mark
    }
}

impl Study {
    /// Remembers that nothing is due of these sessions as they were listed, nor will be as long as their files and those
    /// of the guides stay. Without an index there is nothing that could remember it.
    ///
    /// # Errors
    ///
    /// If the index cannot be written.
    pub fn settle(&self, found_by: &FoundBy, listed: &[&Listing]) -> Result<(), IndexError> {
        let sessions = self.sessions_folder();
        let place = database::Place::of(self.disk(), &sessions);
        if listed.is_empty() || !place.is_there() {
            return Ok(());
        }
        let _lock = place.lock()?;
        for path in place.databases()? {
            if let Some(mut connection) = database::open(&path)? {
                settle(&mut connection, found_by, listed)?;
            }
        }
        Ok(())
    }
}

fn settle(
    connection: &mut Connection,
    found_by: &FoundBy,
    listed: &[&Listing],
) -> Result<(), IndexError> {
    let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    {
        // Whoever changed the session since wrote other stamps.
        let mut update = change
            .prepare_cached("UPDATE sessions SET settled = ?3 WHERE name = ?1 AND stamps = ?2")?;
        for listing in listed {
            update.execute(params![listing.id.to_string(), listing.stamps, found_by.0])?;
        }
    }
    Ok(change.commit()?)
}
