//! What differs between systems: modes, syncing of folders, the identity of files, core dumps.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

/// Options that create a file readable by its owner alone.
pub(super) fn private() -> OpenOptions {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "modes are set on Unix alone"))]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Creates a folder readable by its owner alone.
pub(super) fn create_folder(path: &Path) -> io::Result<()> {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "modes are set on Unix alone"))]
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Makes the names in a folder last.
#[cfg(unix)]
pub(super) fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

/// Windows keeps names with the file and cannot sync a folder.
#[cfg(not(unix))]
pub(super) fn sync_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether an open file is what has this name, with this length.
pub(super) fn is_same_file(file: &File, path: &Path, length: u64) -> bool {
    let (Ok(open), Ok(named)) = (file.metadata(), fs::metadata(path)) else {
        return false;
    };
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        if (open.dev(), open.ino()) != (named.dev(), named.ino()) {
            return false;
        }
    }
    open.len() == length && named.len() == length
}

/// Which file it is and when anything about it was changed, in nanoseconds.
#[cfg(unix)]
pub(super) fn identity(metadata: &fs::Metadata) -> (u64, i128) {
    use std::os::unix::fs::MetadataExt;
    let seconds = i128::from(metadata.ctime());
    (
        metadata.ino(),
        seconds * 1_000_000_000 + i128::from(metadata.ctime_nsec()),
    )
}

/// Windows tells neither without opening the file.
#[cfg(not(unix))]
pub(super) fn identity(_metadata: &fs::Metadata) -> (u64, i128) {
    (0, 0)
}

/// Lets the system write no image of the program's memory when it falls, since that would hold protected words.
///
/// # Errors
///
/// If the system refuses.
#[cfg(unix)]
pub fn forbid_core_dumps() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    Ok(setrlimit(Resource::Core, none)?)
}

/// Windows writes such images only where it was set up to.
///
/// # Errors
///
/// Never.
#[cfg(not(unix))]
pub fn forbid_core_dumps() -> io::Result<()> {
    Ok(())
}
