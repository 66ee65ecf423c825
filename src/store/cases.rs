//! The cases of a study: `sessions/cases.ron`.

use super::error::{SaveError, StudyError};
use super::format::cases_v1;
use super::{Study, git};
use crate::disk::Revision;
use crate::session::Case;

/// The largest such file that is read, in bytes.
const LARGEST: u64 = 4 * 1024 * 1024;

/// The cases as they were read, to be given back when they are saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cases {
    /// The cases, in the order of the file.
    pub list: Vec<Case>,
    revision: Option<Revision>,
}

impl Study {
    /// The cases; none if there is no such file.
    ///
    /// # Errors
    ///
    /// If the file cannot be read.
    pub fn cases(&self) -> Result<Cases, StudyError> {
        let path = self.cases_path();
        let Some(bytes) = self.disk().read_bounded(&path, LARGEST)? else {
            return Ok(Cases {
                list: Vec::new(),
                revision: None,
            });
        };
        let list =
            cases_v1::decode(&bytes).map_err(|source| StudyError::Format { path, source })?;
        Ok(Cases {
            list,
            revision: Some(Revision::of(&bytes)),
        })
    }

    /// Saves the cases in the place of those that were read.
    ///
    /// # Errors
    ///
    /// If somebody else changed the file since, or it cannot be written. It then stays as it is.
    pub fn save_cases(&self, cases: &mut Cases) -> Result<(), SaveError> {
        let path = self.cases_path();
        if cases.list.iter().any(|case| !case.invented) {
            git::check(self.disk(), std::slice::from_ref(&path))?;
        }
        let bytes = cases_v1::encode(&cases.list)?;
        self.replace(&path, &bytes, &mut cases.revision)
    }

    pub(super) fn cases_path(&self) -> std::path::PathBuf {
        self.sessions_folder().join("cases.ron")
    }
}
