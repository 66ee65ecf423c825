//! Writes pages that anybody may read into a folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A page or folder that cannot be written.
#[derive(Debug, thiserror::Error)]
#[error("cannot write {}", path.display())]
pub struct PageError {
    /// The page or folder.
    pub path: PathBuf,
    /// Why not.
    pub source: io::Error,
}

/// Writes pages, each a name and its bytes, into a folder, which is made if it is not there.
///
/// They are no data of a study: they get the modes that the user's files have, so that a package can hold them.
///
/// # Errors
///
/// If the folder or a page cannot be written.
pub fn write(folder: &Path, pages: &[(String, Vec<u8>)]) -> Result<(), PageError> {
    let at = |path: &Path| {
        let path = path.to_owned();
        move |source| PageError { path, source }
    };
    fs::create_dir_all(folder).map_err(at(folder))?;
    for (name, bytes) in pages {
        let path = folder.join(name);
        fs::write(&path, bytes).map_err(at(&path))?;
    }
    Ok(())
}
