//! Publishing a package: first the package, then its catalogue entry, so that what is listed is there. Interrupted
//! anywhere and repeated, it comes to the same end; nothing is overwritten, and nothing stands twice.

use super::catalogue::{
    self, Stored, entry_path, package_path, read_entry, same_package, stored, tombstone_path,
};
use super::{
    Created, Entry, Naming, Package, PackageFault, Removed, SealError, Sealing, Target,
    TargetError, Tombstone, Why, read_package,
};
use crate::archive::bag::Limits;

/// What came of publishing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Published {
    /// The package is in the archive.
    New(Box<Entry>),
    /// It was there already.
    AlreadyThere(Box<Entry>),
}

impl Published {
    /// The entry of the package.
    pub fn entry(&self) -> &Entry {
        match self {
            Self::New(entry) | Self::AlreadyThere(entry) => entry,
        }
    }
}

/// Why a package was not published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The target.
    #[error(transparent)]
    Target(#[from] TargetError),
    /// It cannot be sealed.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// Another package has this session and revision: somebody else published it, and it was not overwritten.
    #[error("another package is in the archive as {0}; nothing was overwritten")]
    Conflict(String),
    /// What has the name of this package is another or a damaged one.
    #[error("what is in the archive under the name of this package is no such package")]
    Package(PackageFault),
    /// A package of this session and revision was taken back.
    #[error("{0} was taken back from the archive")]
    TakenBack(String),
}

/// Publishes a package with its entry, whose fields about the package's file are filled in.
///
/// # Errors
///
/// If it is not in the archive afterwards, or that cannot be told.
pub fn publish(
    target: &dyn Target,
    sealing: Option<&Sealing>,
    package: &Package,
    entry: Entry,
) -> Result<Published, PublishError> {
    let (_, stem) = names_of(sealing, &entry);
    if catalogue::tombstone_of(target, sealing, &stem)?.is_some() {
        return Err(PublishError::TakenBack(named(&entry)));
    }
    let published = put(target, sealing, package, entry)?;
    if let Published::New(entry) = &published {
        confirm(target, sealing, entry)?;
    }
    Ok(published)
}

/// Puts a package with its entry, whose fields about the package's file are filled in. Whoever calls this knows that no
/// package of this session and revision was taken back, and looks afterwards whether what is new is still there
/// ([`confirm`]) and was not taken back meanwhile.
///
/// # Errors
///
/// If it is not in the archive afterwards, or that cannot be told.
pub fn put(
    target: &dyn Target,
    sealing: Option<&Sealing>,
    package: &Package,
    entry: Entry,
) -> Result<Published, PublishError> {
    let (naming, stem) = names_of(sealing, &entry);
    let entry = put_package(target, sealing, package, entry, &naming)?;
    let bytes = stored(entry.write(), &entry.package, sealing)?;
    if target.create(&entry_path(&stem), &bytes)? == Created::New {
        return Ok(Published::New(Box::new(entry)));
    }
    match read_entry(target, &stem)? {
        Some(found) if same_package(&found, &entry.package) => {
            let entry = entry_in(&found).unwrap_or(entry);
            Ok(Published::AlreadyThere(Box::new(entry)))
        }
        _ => Err(PublishError::Conflict(named(&entry))),
    }
}

/// Looks once more whether a package is still what its catalogue entry is about: on a server that lets two create a file
/// of one name, the other's may have taken its place meanwhile.
///
/// # Errors
///
/// If another package has the entry, or it cannot be told.
pub fn confirm(
    target: &dyn Target,
    sealing: Option<&Sealing>,
    entry: &Entry,
) -> Result<(), PublishError> {
    let (naming, stem) = names_of(sealing, entry);
    match read_entry(target, &stem)? {
        Some(found) if same_package(&found, &naming.package(&entry.digest)) => Ok(()),
        _ => Err(PublishError::Conflict(named(entry))),
    }
}

/// Removes a package that was put while somebody took it back, who may have removed it before it was there. Gives back
/// the error that tells.
///
/// # Errors
///
/// If it may still be there.
pub fn give_way(target: &dyn Target, entry: &Entry) -> Result<PublishError, TargetError> {
    target.remove(&package_path(&entry.package))?;
    Ok(PublishError::TakenBack(named(entry)))
}

fn entry_in(found: &super::Content) -> Option<Entry> {
    match Stored::read(found) {
        Ok(Stored::Entry(entry)) => Some(*entry),
        _ => None,
    }
}

/// How files are named in an archive, and the stem of the name of this entry there.
fn names_of(sealing: Option<&Sealing>, entry: &Entry) -> (Naming, String) {
    let naming = sealing.map_or(Naming::Plain, Sealing::naming);
    let stem = naming.entry(&entry.session, entry.revision);
    (naming, stem)
}

fn named(entry: &Entry) -> String {
    Naming::Plain.entry(&entry.session, entry.revision)
}

/// Puts the package itself, and says in the entry what is there.
fn put_package(
    target: &dyn Target,
    sealing: Option<&Sealing>,
    package: &Package,
    mut entry: Entry,
    naming: &Naming,
) -> Result<Entry, PublishError> {
    let sealed = sealing
        .map(|sealing| sealing.seal(&package.content))
        .transpose()?;
    let content = sealed.as_ref().unwrap_or(&package.content);
    entry.package = naming.package(&package.digest);
    entry.bytes = content.length();
    content.checksum().clone_into(&mut entry.checksum);
    let path = package_path(&entry.package);
    if target.create(&path, content)? == Created::New {
        return Ok(entry);
    }
    // It was there: by an earlier try of ours, or of another version of the program, whose files look different.
    let Some(there) = target.read(&path, Limits::PACKAGE.bytes)? else {
        return Err(PublishError::Package(PackageFault::NoSession));
    };
    entry.bytes = there.length();
    there.checksum().clone_into(&mut entry.checksum);
    if there.checksum() == content.checksum() {
        return Ok(entry);
    }
    let opened = match sealing {
        Some(sealing) if sealing.can_open() => sealing.open(&there, Limits::PACKAGE.bytes)?,
        // Sealed each time anew: its name is a sum over its digest with a key that others do not have.
        Some(_) => return Ok(entry),
        None => there,
    };
    let read = read_package(&opened).map_err(PublishError::Package)?;
    let digest = read.digest().map_err(PublishError::Package)?;
    if digest != package.digest || !read.check().is_valid() {
        return Err(PublishError::Package(PackageFault::OtherDigest));
    }
    Ok(entry)
}

/// Takes a package back: first the tombstone, so that nobody publishes it again meanwhile, then the package with all its
/// versions.
///
/// # Errors
///
/// If it may still be there. It can be repeated.
pub fn take_back(
    target: &dyn Target,
    sealing: Option<&Sealing>,
    stem: &str,
    entry: &Entry,
    why: Why,
) -> Result<Removed, PublishError> {
    let tombstone = Tombstone {
        session: entry.session.clone(),
        revision: entry.revision,
        digest: entry.digest.clone(),
        why,
    };
    let bytes = stored(tombstone.write(), &entry.package, sealing)?;
    // One that is there says the same, or that it was taken back for another reason.
    target.create(&tombstone_path(stem), &bytes)?;
    Ok(target.remove(&package_path(&entry.package))?)
}

/// Removes a package that has no entry.
///
/// # Errors
///
/// If it may still be there. It can be repeated.
pub fn remove_orphan(target: &dyn Target, package: &str) -> Result<Removed, TargetError> {
    target.remove(&package_path(package))
}
