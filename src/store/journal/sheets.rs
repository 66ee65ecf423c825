//! Strikes in the sheets of other coders: their entries tell codes and a digest of the text that is struck.
//!
//! A digest of a text with a name tells the name to whoever guesses it, so digests of texts that stand no more go too.

use std::collections::BTreeSet;
use std::path::Path;

use super::Journal;
use super::cleared::Cleared;
use crate::disk::{Expected, Revision, WriteError};
use crate::session::{CoderSheet, NoteId, Session, Sitting, digest_of};
use crate::store::coder::LARGEST;
use crate::store::error::SaveError;
use crate::store::format::coder_v1;

/// How many hexadecimal digits the digest of a text has.
const DIGEST_LENGTH: usize = 64;

/// How often a sheet is read again that another program is just writing.
const TRIES: u32 = 3;

impl Journal {
    /// Takes the entries of struck notes out of the sheets of other coders. A sheet that cannot be read as one stays as it
    /// is, and is named if it speaks of one of the notes.
    pub(super) fn purge_sheets(&self, struck: &Sitting, cleared: &mut Cleared) {
        let tombstones = &struck.state().tombstones;
        let notes: BTreeSet<NoteId> = tombstones.iter().map(|stone| stone.note).collect();
        if notes.is_empty() {
            return;
        }
        let says = |text: &str| {
            notes
                .iter()
                .any(|note| text.contains(&format!("\"{note}\"")))
        };
        self.change_sheets(&|sheet| sheet.forget_notes(&notes), &says, cleared);
    }

    /// Takes the digests of texts that stand no more out of the sheets of other coders: what was struck, or a name that
    /// became known, may have stood in one of them. A sheet that cannot be read as one is named if it has such a digest.
    pub(super) fn forget_outdated(&self, sitting: &Sitting, cleared: &mut Cleared) {
        if !self.files.are_first_takers() {
            return;
        }
        let session = sitting.state();
        let says = |text: &str| has_outdated(text, session);
        self.change_sheets(&|sheet| sheet.forget_outdated(session), &says, cleared);
    }

    /// Changes every sheet; `change` tells whether it did. A file that is no sheet is named if `says` holds of its text.
    fn change_sheets(
        &self,
        change: &dyn Fn(&mut CoderSheet) -> bool,
        says: &dyn Fn(&str) -> bool,
        cleared: &mut Cleared,
    ) {
        for path in cleared.listed(self.files.folder(), self.files.coders(&self.disk)) {
            if !self.change_sheet(&path, change, says).unwrap_or(false) {
                cleared.remains(path);
            }
        }
    }

    /// Changes a sheet, and gives whether it is as it should be then.
    fn change_sheet(
        &self,
        path: &Path,
        change: &dyn Fn(&mut CoderSheet) -> bool,
        says: &dyn Fn(&str) -> bool,
    ) -> Result<bool, SaveError> {
        for _ in 0..TRIES {
            let Some(bytes) = self.disk.read_bounded(path, LARGEST)? else {
                return Ok(true);
            };
            let Ok(mut sheet) = coder_v1::decode(&bytes) else {
                return Ok(!says(&String::from_utf8_lossy(&bytes)));
            };
            if !change(&mut sheet) {
                return Ok(true);
            }
            let expected = Expected::Content(Revision::of(&bytes));
            let written = coder_v1::encode(&sheet)?;
            match self.disk.write_atomically(path, &written, expected) {
                Ok(_) => return Ok(true),
                Err(WriteError::Changed(_)) => {}
                Err(WriteError::Disk(error)) => return Err(error.into()),
            }
        }
        // Somebody else keeps writing it.
        Ok(false)
    }
}

/// Whether a text has a digest which is not that of a note as it stands.
fn has_outdated(text: &str, session: &Session) -> bool {
    let digests = text.split(|sign: char| !sign.is_ascii_hexdigit());
    let mut digests = digests.filter(|digits| digits.len() == DIGEST_LENGTH);
    digests.any(|digits| {
        !session
            .notes
            .iter()
            .any(|note| digest_of(&note.text) == digits)
    })
}
