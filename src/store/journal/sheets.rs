//! Strikes in the sheets of other coders: their entries tell codes and a digest of the text that is struck.

use std::collections::BTreeSet;
use std::path::Path;

use super::{Journal, Purge};
use crate::disk::{Expected, Revision, WriteError};
use crate::session::{NoteId, Sitting};
use crate::store::coder::LARGEST;
use crate::store::error::SaveError;
use crate::store::format::coder_v1;

/// How often a sheet is read again that another program is just writing.
const TRIES: u32 = 3;

impl Journal {
    /// Takes the entries of struck notes out of the sheets of other coders. A sheet that cannot be read, or that somebody
    /// else keeps writing, stays as it is: it is named among the files that may speak of what was struck.
    pub(super) fn purge_sheets(&self, purge: &Purge) -> Result<(), SaveError> {
        let sitting = Sitting::resumed(purge.base.clone(), purge.events.clone());
        let tombstones = &sitting.state().tombstones;
        let struck: BTreeSet<NoteId> = tombstones.iter().map(|stone| stone.note).collect();
        if struck.is_empty() {
            return Ok(());
        }
        for path in self.files.coders(&self.disk)? {
            self.purge_sheet(&path, &struck)?;
        }
        Ok(())
    }

    fn purge_sheet(&self, path: &Path, struck: &BTreeSet<NoteId>) -> Result<(), SaveError> {
        for _ in 0..TRIES {
            let Some(bytes) = self.disk.read_bounded(path, LARGEST)? else {
                return Ok(());
            };
            let Ok(mut sheet) = coder_v1::decode(&bytes) else {
                return Ok(());
            };
            let before = sheet.notes.len();
            sheet.notes.retain(|note, _| !struck.contains(note));
            if sheet.notes.len() == before {
                return Ok(());
            }
            let expected = Expected::Content(Revision::of(&bytes));
            let written = coder_v1::encode(&sheet)?;
            match self.disk.write_atomically(path, &written, expected) {
                Ok(_) => return Ok(()),
                Err(WriteError::Changed(_)) => {}
                Err(WriteError::Disk(error)) => return Err(error.into()),
            }
        }
        Ok(())
    }
}
