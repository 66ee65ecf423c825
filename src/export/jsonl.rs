//! JSON Lines: a note a line, with what is known of its session and cell.

use std::io::{self, Write};

use super::rows::note_rows;
use super::{Collection, json};

/// Writes a line a note.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write(collection: &Collection, to: &mut impl Write) -> io::Result<()> {
    for row in note_rows(collection) {
        json::write_line(&row, to)?;
    }
    Ok(())
}
