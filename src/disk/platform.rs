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

/// Lets whoever can read a folder read a file in it.
#[cfg(unix)]
pub(super) fn share_file(file: &File, folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(folder)?.permissions().mode() & 0o666;
    file.set_permissions(fs::Permissions::from_mode(mode | 0o600))
}

/// On Windows a file inherits who may read it.
#[cfg(not(unix))]
pub(super) fn share_file(_file: &File, _folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Gives a folder the modes of the one it lies in.
#[cfg(unix)]
pub(super) fn share_folder(path: &Path, above: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    // With the bit by which what is made inside belongs to the folder's group.
    let mode = fs::metadata(above)?.permissions().mode() & 0o2777;
    fs::set_permissions(path, fs::Permissions::from_mode(mode | 0o700))
}

/// On Windows a folder inherits who may read it.
#[cfg(not(unix))]
pub(super) fn share_folder(_path: &Path, _above: &Path) -> io::Result<()> {
    Ok(())
}

/// Renames a file to a name that nothing has; where the system cannot do both at once, it looks first.
#[cfg(target_os = "linux")]
pub(super) fn rename_beside_nothing(from: &Path, to: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => rename_after_a_look(from, to),
        renamed => Ok(renamed?),
    }
}

/// Renames a file to a name that nothing has; where the system cannot do both at once, it looks first.
#[cfg(not(target_os = "linux"))]
pub(super) fn rename_beside_nothing(from: &Path, to: &Path) -> io::Result<()> {
    rename_after_a_look(from, to)
}

fn rename_after_a_look(from: &Path, to: &Path) -> io::Result<()> {
    if fs::symlink_metadata(to).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    fs::rename(from, to)
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

/// Which file it is and when anything about it was changed, in nanoseconds since 1970.
#[cfg(unix)]
pub(super) fn identity(metadata: &fs::Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    let seconds = u64::try_from(metadata.ctime()).unwrap_or(0);
    let rest = u64::try_from(metadata.ctime_nsec()).unwrap_or(0);
    let changed = seconds.saturating_mul(1_000_000_000).saturating_add(rest);
    (metadata.ino(), changed)
}

/// Windows tells neither without opening the file.
#[cfg(not(unix))]
pub(super) fn identity(_metadata: &fs::Metadata) -> (u64, u64) {
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

/// Opens a file to be read. Where the system lets it, that it was read is not written down: reading a session is no reason for the
/// disk to write.
pub fn open_to_read(path: &Path) -> io::Result<File> {
    #[cfg(target_os = "linux")]
    {
        let quiet = rustix::fs::OFlags::NOATIME.bits().cast_signed();
        let mut options = OpenOptions::new();
        options.read(true);
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, quiet);
        // Only who owns the file may ask for that.
        match options.open(path) {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {}
            opened => return opened,
        }
    }
    File::open(path)
}
