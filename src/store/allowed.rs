//! The words that are no names in a study: `guides/local/allowed.ron`.

use std::path::PathBuf;

use super::Study;
use super::codebook::LOCAL;
use super::error::{SaveError, StudyError};
use super::format::allowed_v1;
use crate::disk::Revision;

/// The stem of the file.
pub(super) const ALLOWED: &str = "allowed";

/// The largest such file that is read, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// The words as they were read, to be given back when they are saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllowedWords {
    /// The words, in the order of the file.
    pub list: Vec<String>,
    revision: Option<Revision>,
}

impl Study {
    /// The words that are no names in this study; none if there is no such file.
    ///
    /// # Errors
    ///
    /// If the file cannot be read.
    pub fn allowed_words(&self) -> Result<AllowedWords, StudyError> {
        let path = self.allowed_path();
        let Some(bytes) = self.disk().read_bounded(&path, LARGEST)? else {
            return Ok(AllowedWords {
                list: Vec::new(),
                revision: None,
            });
        };
        let list =
            allowed_v1::decode(&bytes).map_err(|source| StudyError::Format { path, source })?;
        Ok(AllowedWords {
            list,
            revision: Some(Revision::of(&bytes)),
        })
    }

    /// Saves the words in the place of those that were read.
    ///
    /// # Errors
    ///
    /// If somebody else changed the file since, or it cannot be written. It then stays as it is.
    pub fn save_allowed_words(&self, words: &mut AllowedWords) -> Result<(), SaveError> {
        let path = self.allowed_path();
        if let Some(folder) = path.parent() {
            self.disk().create_folder(folder)?;
        }
        let bytes = allowed_v1::encode(&words.list)?;
        self.replace(&path, &bytes, &mut words.revision)
    }

    fn allowed_path(&self) -> PathBuf {
        self.guides().join(LOCAL).join(format!("{ALLOWED}.ron"))
    }
}
