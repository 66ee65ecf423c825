//! The names that occur in many sessions, each once, with how many sessions use it, so that the last one that goes takes
//! it along.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, params};

use super::IndexError;

/// Kinds of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Topic = 0,
    Code = 1,
    Guide = 2,
}

/// What a transaction changes about names.
#[derive(Debug, Default)]
pub(super) struct NameTable {
    known: HashMap<(Kind, Vec<u8>), i64>,
    /// By how much the uses of a name change.
    changes: HashMap<i64, i64>,
}

impl NameTable {
    /// The number of a name that a session uses; a new one if it is not known yet.
    pub(super) fn use_name(
        &mut self,
        connection: &Connection,
        kind: Kind,
        name: &[u8],
    ) -> Result<u64, IndexError> {
        let key = (kind, name.to_vec());
        let id = if let Some(id) = self.known.get(&key) {
            *id
        } else {
            let id = number_of(connection, kind, name)?;
            self.known.insert(key, id);
            id
        };
        *self.changes.entry(id).or_default() += 1;
        u64::try_from(id).map_err(|_| IndexError::Damaged)
    }

    /// A session that used a name is gone.
    pub(super) fn leave(&mut self, id: u64) -> Result<(), IndexError> {
        let id = i64::try_from(id).map_err(|_| IndexError::Damaged)?;
        *self.changes.entry(id).or_default() -= 1;
        Ok(())
    }

    /// Writes the changes down; names that no session uses go.
    pub(super) fn settle(&mut self, connection: &Connection) -> Result<(), IndexError> {
        let mut change =
            connection.prepare_cached("UPDATE names SET uses = uses + ?2 WHERE id = ?1")?;
        let mut is_same = true;
        for (id, by) in self.changes.drain().filter(|(_, by)| *by != 0) {
            change.execute(params![id, by])?;
            is_same = false;
        }
        if is_same {
            return Ok(());
        }
        let gone = connection.execute("DELETE FROM names WHERE uses <= 0", [])?;
        if gone > 0 {
            self.known.clear();
        }
        Ok(())
    }
}

/// The checksum of a name of a kind with this number.
pub(super) fn sum_of(id: i64, kind: i64, name: &[u8]) -> i64 {
    let mut sum = crc32fast::Hasher::new();
    sum.update(&id.to_le_bytes());
    sum.update(&kind.to_le_bytes());
    sum.update(name);
    i64::from(sum.finalize())
}

fn number_of(connection: &Connection, kind: Kind, name: &[u8]) -> Result<i64, IndexError> {
    let mut find =
        connection.prepare_cached("SELECT id FROM names WHERE kind = ?1 AND name = ?2")?;
    let found = find
        .query_row(params![kind as i64, name], |row| row.get(0))
        .optional()?;
    if let Some(id) = found {
        return Ok(id);
    }
    connection
        .prepare_cached("INSERT INTO names(kind, name, sum, uses) VALUES(?1, ?2, 0, 0)")?
        .execute(params![kind as i64, name])?;
    let id = connection.last_insert_rowid();
    connection
        .prepare_cached("UPDATE names SET sum = ?2 WHERE id = ?1")?
        .execute(params![id, sum_of(id, kind as i64, name)])?;
    Ok(id)
}
