//! Strikes in the sheets of other coders: their entries tell codes and a digest of the text that is struck.
//!
//! A digest of a text with a name tells the name to whoever guesses it, so digests of texts that stand no more go too.

use std::collections::BTreeSet;
use std::path::Path;

use super::{Journal, Purge};
use crate::disk::{Expected, Revision, WriteError};
use crate::session::{CoderSheet, NoteId, Sitting};
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
        self.change_sheets(&|sheet| sheet.forget_notes(&struck))
    }

    /// Takes the digests of texts that stand no more out of the sheets of other coders, after words became known as a
    /// name that may have stood in one of them.
    pub(super) fn forget_outdated(&self, sitting: &Sitting) -> Result<(), SaveError> {
        if !self.files.are_first_takers() {
            return Ok(());
        }
        self.change_sheets(&|sheet| sheet.forget_outdated(sitting.state()))
    }

    /// Changes every sheet; `change` tells whether it did.
    fn change_sheets(&self, change: &dyn Fn(&mut CoderSheet) -> bool) -> Result<(), SaveError> {
        for path in self.files.coders(&self.disk)? {
            self.change_sheet(&path, change)?;
        }
        Ok(())
    }

    fn change_sheet(
        &self,
        path: &Path,
        change: &dyn Fn(&mut CoderSheet) -> bool,
    ) -> Result<(), SaveError> {
        for _ in 0..TRIES {
            let Some(bytes) = self.disk.read_bounded(path, LARGEST)? else {
                return Ok(());
            };
            let Ok(mut sheet) = coder_v1::decode(&bytes) else {
                return Ok(());
            };
            if !change(&mut sheet) {
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
