//! What a study adds to the codebook of a guide: `guides/local/<guide>.ron`.

use std::path::PathBuf;

use super::Study;
use super::allowed::ALLOWED;
use super::error::{SaveError, StudyError};
use super::format::codebook_v1;
use super::guides;
use crate::disk::Revision;
use crate::guide::Additions;

/// The largest such file that is read, in bytes.
const LARGEST: u64 = 4 * 1024 * 1024;

/// The folder of what a study adds to its guides.
pub(super) const LOCAL: &str = "local";

/// The additions as they were read, to be given back when they are saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodebookFile {
    /// The additions.
    pub additions: Additions,
    guide: String,
    revision: Option<Revision>,
}

impl Study {
    /// What the study adds to the codebook of this guide; nothing if there is no such file.
    ///
    /// # Errors
    ///
    /// If the file cannot be read.
    pub fn codebook_file(&self, guide: &str) -> Result<CodebookFile, StudyError> {
        let path = self.codebook_path(guide);
        let (additions, revision) = match self.disk().read_bounded(&path, LARGEST)? {
            Some(bytes) => {
                let additions = codebook_v1::decode(&bytes)
                    .map_err(|source| StudyError::Format { path, source })?;
                (additions, Some(Revision::of(&bytes)))
            }
            None => (Additions::default(), None),
        };
        Ok(CodebookFile {
            additions,
            guide: guide.to_owned(),
            revision,
        })
    }

    /// Saves additions in the place of those that were read.
    ///
    /// # Errors
    ///
    /// If somebody else changed the file since, or it cannot be written. It then stays as it is.
    pub fn save_codebook_file(&self, file: &mut CodebookFile) -> Result<(), SaveError> {
        let path = self.codebook_path(&file.guide);
        if let Some(folder) = path.parent() {
            self.disk().create_folder(folder)?;
        }
        let bytes = codebook_v1::encode(&file.additions)?;
        self.replace(&path, &bytes, &mut file.revision)
    }

    /// The guides to whose codebooks the study adds something, by their ids.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read.
    pub fn extended_guides(&self) -> Result<Vec<String>, StudyError> {
        let names = self.disk().names_in(&self.guides().join(LOCAL))?;
        let stems = names.iter().filter_map(|name| name.strip_suffix(".ron"));
        let of_guides = stems.filter(|stem| *stem != ALLOWED && guides::is_id(stem));
        Ok(of_guides.map(str::to_owned).collect())
    }

    /// A guide's id is a file stem, checked before it comes here; one that is not leads out of no folder.
    fn codebook_path(&self, guide: &str) -> PathBuf {
        let stem: String = guide
            .chars()
            .filter(|character| character.is_alphanumeric() || "-_".contains(*character))
            .collect();
        self.guides().join(LOCAL).join(format!("{stem}.ron"))
    }
}
