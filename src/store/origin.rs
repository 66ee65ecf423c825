//! Where the sessions of a study came from that holds what came from an archive: `origin.ron`.
//!
//! It keeps a second archive from writing into the study, and tells what came from the archive from what was added here,
//! so that the one is brought up to date and the other stays.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::Study;
use super::error::{SaveError, StudyError};
use super::files::LARGEST_SNAPSHOT;
use super::format::origin_v1;
use crate::disk::{Expected, Revision, WriteError};
use crate::guide::Additions;
use crate::session::SessionId;

/// The file.
const ORIGIN: &str = "origin.ron";

/// The largest such file that is read, in bytes.
const LARGEST: u64 = 16 * 1024 * 1024;

/// Which archive the sessions of a study came from, and what came from there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// What the archive calls itself, the same under every name and address; nothing if it says nothing.
    pub archive: Option<String>,
    /// How it was called when it was last read.
    pub name: String,
    /// The sessions that came from there, with the content of their files; with several while one takes the place of
    /// another.
    pub sessions: BTreeMap<SessionId, Vec<Revision>>,
    /// What came from there in addition to the guides, by their ids.
    pub codebooks: BTreeMap<String, Additions>,
}

impl Origin {
    /// An archive from which nothing came yet.
    pub fn of(archive: Option<String>, name: &str) -> Self {
        Self {
            archive,
            name: name.to_owned(),
            sessions: BTreeMap::new(),
            codebooks: BTreeMap::new(),
        }
    }

    /// Whether it is this archive: by what both call themselves, else by the name that both go by.
    pub fn is(&self, archive: Option<&str>, name: &str) -> bool {
        match (self.archive.as_deref(), archive) {
            (Some(known), Some(archive)) => known == archive,
            _ => self.name == name,
        }
    }
}

impl Study {
    /// Where its sessions came from; nothing if that was not written down.
    ///
    /// # Errors
    ///
    /// If the file cannot be read.
    pub fn origin(&self) -> Result<Option<Origin>, StudyError> {
        let path = self.origin_path();
        let bytes = self.disk().read_bounded(&path, LARGEST)?;
        let decoded = bytes.map(|bytes| origin_v1::decode(&bytes));
        decoded
            .transpose()
            .map_err(|source| StudyError::Format { path, source })
    }

    /// Writes down where its sessions came from.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub fn save_origin(&self, origin: &Origin) -> Result<(), SaveError> {
        let bytes = origin_v1::encode(origin)?;
        let path = self.origin_path();
        match self
            .disk()
            .write_atomically(&path, &bytes, Expected::Anything)
        {
            Ok(_) => Ok(()),
            Err(WriteError::Changed(path)) => Err(SaveError::Changed(path)),
            Err(WriteError::Disk(error)) => Err(error.into()),
        }
    }

    /// Whether the file of a session still is what came from the archive.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn is_still(&self, id: &SessionId, came: &Revision) -> Result<bool, StudyError> {
        let path = self.files(id).snapshot();
        let there = self.disk().read_bounded(&path, LARGEST_SNAPSHOT)?;
        Ok(there.is_some_and(|bytes| Revision::of(&bytes) == *came))
    }

    fn origin_path(&self) -> PathBuf {
        self.root().join(ORIGIN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_is_known_under_every_name_and_one_without_an_id_by_its_name() {
        let origin = Origin::of(Some("1".to_owned()), "/srv/archive");
        assert!(origin.is(Some("1"), "team") && !origin.is(Some("2"), "/srv/archive"));
        assert!(origin.is(None, "/srv/archive") && !origin.is(None, "team"));
    }
}
