//! Finding the study that a command is about.

use std::env;
use std::io;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use crate::store::guides::BUILT_IN;
use crate::store::{Place, Study, StudyError};

/// The variable that names the study.
pub const VARIABLE: &str = "LEITFADEN_STUDY";

/// Why no study was found.
#[derive(Debug, thiserror::Error)]
pub enum FindError {
    /// It is no study, or the default study cannot be made.
    #[error(transparent)]
    Study(#[from] StudyError),
    /// The system names no folder for the default study.
    #[error("the folder of the default study is not known")]
    NoDataFolder,
    /// The study is looked for from the current folder upwards, and that cannot be determined.
    #[error("cannot determine the current folder")]
    CurrentFolder(#[source] io::Error),
}

/// The study that was named, else that of the environment, else the nearest upwards from the current folder, else the
/// default study, which is made with the built-in guides if it is not there.
///
/// # Errors
///
/// If what was named is no study, or the default study cannot be made.
pub fn find(named: Option<&Path>) -> Result<Study, FindError> {
    let environment = env::var_os(VARIABLE);
    let current = match env::current_dir() {
        Ok(folder) => folder,
        Err(_) if named.is_some() || environment.is_some() => PathBuf::new(),
        Err(error) => return Err(FindError::CurrentFolder(error)),
    };
    let default = ProjectDirs::from("", "", "leitfaden")
        .map(|folders| folders.data_dir().join("study"))
        .unwrap_or_default();
    match Study::find(named, environment.as_deref(), &current, &default)? {
        Place::Here(study) => Ok(study),
        Place::ToBeMade(folder) if folder.as_os_str().is_empty() => Err(FindError::NoDataFolder),
        Place::ToBeMade(folder) => Ok(create(&folder)?),
    }
}

/// Makes a study with the built-in guides.
///
/// # Errors
///
/// If a folder or file cannot be written.
pub fn create(folder: &Path) -> Result<Study, StudyError> {
    let guides = BUILT_IN.map(|guide| (guide.id, guide.source));
    Study::create(folder, &guides)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_study_is_made_with_the_built_in_guides() {
        let folder = tempfile::tempdir().unwrap();
        let study = create(&folder.path().join("study")).unwrap();
        for guide in BUILT_IN {
            let file = study.guides().join(format!("{}.ron", guide.id));
            assert_eq!(std::fs::read_to_string(file).unwrap(), guide.source);
        }
        assert!(study.sessions().unwrap().is_empty());
    }

    #[test]
    fn a_named_folder_that_is_no_study_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let found = find(Some(folder.path()));
        assert!(matches!(
            found,
            Err(FindError::Study(StudyError::NoStudy(_)))
        ));
    }
}
