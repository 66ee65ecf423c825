//! What other coders put on the notes of a session: `sessions/A-1.codes-2.ron`.
//!
//! The session's own files are not touched by it, so that a session can be coded by somebody who may only read it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::error::{SaveError, StudyError};
use super::files::coder_of;
use super::format::coder_v1;
use super::{Study, git};
use crate::disk::Revision;
use crate::session::{CoderSheet, SessionId};

/// The largest such file that is read, in bytes.
pub(super) const LARGEST: u64 = 16 * 1024 * 1024;

/// A coder's sheet as it was read, to be given back when it is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoderFile {
    /// The sheet.
    pub sheet: CoderSheet,
    revision: Option<Revision>,
}

impl Study {
    /// What a coder put on the notes of a session; an empty sheet if there is no such file.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, or is that of another session or coder.
    pub fn coder_file(&self, session: &SessionId, coder: u8) -> Result<CoderFile, StudyError> {
        let path = self.coder_path(session, coder);
        let Some(bytes) = self.disk().read_bounded(&path, LARGEST)? else {
            return Ok(CoderFile {
                sheet: CoderSheet::new(session.clone(), coder),
                revision: None,
            });
        };
        let sheet = match coder_v1::decode(&bytes) {
            Ok(sheet) => sheet,
            Err(source) => return Err(StudyError::Format { path, source }),
        };
        if &sheet.session != session || sheet.coder != coder {
            return Err(StudyError::OtherSession {
                path,
                found: sheet.session,
            });
        }
        Ok(CoderFile {
            sheet,
            revision: Some(Revision::of(&bytes)),
        })
    }

    /// The sessions that other coders have sheets for, with these coders, from the names of the files alone.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read.
    pub fn coded_sessions(&self) -> Result<BTreeMap<SessionId, BTreeSet<u8>>, StudyError> {
        let mut coded: BTreeMap<SessionId, BTreeSet<u8>> = BTreeMap::new();
        for name in self.disk().names_in(&self.sessions_folder())? {
            if let Some((session, coder)) = coder_of(&name) {
                coded.entry(session).or_default().insert(coder);
            }
        }
        Ok(coded)
    }

    /// Saves a sheet in the place of the one that was read.
    ///
    /// # Errors
    ///
    /// If somebody else changed the file since, or it cannot be written. It then stays as it is.
    pub fn save_coder_file(
        &self,
        file: &mut CoderFile,
        is_invented: bool,
    ) -> Result<(), SaveError> {
        let session = &file.sheet.session;
        if is_invented && !self.is_demonstration() {
            return Err(SaveError::Invented(session.clone()));
        }
        let path = self.coder_path(session, file.sheet.coder);
        if !is_invented {
            git::check(self.disk(), std::slice::from_ref(&path))?;
        }
        let bytes = coder_v1::encode(&file.sheet)?;
        self.replace(&path, &bytes, &mut file.revision)
    }

    fn coder_path(&self, session: &SessionId, coder: u8) -> PathBuf {
        self.files(session).coder(coder)
    }
}
