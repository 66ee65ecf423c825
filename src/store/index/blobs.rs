//! Bytes of a table that are read by the numbers of their rows, one after the other: that takes less than asking a
//! statement for each. As much memory is kept as the largest of the rows takes.

use rusqlite::Connection;
use rusqlite::blob::Blob;

use super::IndexError;

/// The bytes in a column of a table.
pub(super) struct Blobs<'index> {
    connection: &'index Connection,
    table: &'static str,
    column: &'static str,
    /// The row at which it stands.
    open: Option<Blob<'index>>,
    read: Vec<u8>,
}

impl<'index> Blobs<'index> {
    pub(super) fn of(
        connection: &'index Connection,
        table: &'static str,
        column: &'static str,
    ) -> Self {
        Self {
            connection,
            table,
            column,
            open: None,
            read: Vec::new(),
        }
    }

    /// The bytes in the row with this number. That there is none is an error.
    pub(super) fn read(&mut self, row: i64) -> Result<&[u8], IndexError> {
        let blob = if let Some(mut blob) = self.open.take() {
            blob.reopen(row)?;
            blob
        } else {
            let (table, column) = (self.table, self.column);
            self.connection
                .blob_open("main", table, column, row, true)?
        };
        self.read.resize(blob.len(), 0);
        blob.read_at_exact(&mut self.read, 0)?;
        self.open = Some(blob);
        Ok(&self.read)
    }
}
