//! The catalogue of a target: one small file for each package, written once and never changed. What the target holds is
//! what a listing of these files says; nobody locks anything, and there is no index that two could write at once.
//!
//! A package that is taken back keeps its entry and gets a tombstone beside it. A package without an entry is one whose
//! publishing was interrupted, or whose entry was overwritten by a server that does not keep its word: it is named.

mod file;

use std::collections::{BTreeMap, BTreeSet};
use std::panic::resume_unwind;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::{Cause, Content, Item, Sealing, Target, TargetError};

pub use file::{ArchiveId, Entry, FileFault, GuideFields, Mark, Readers, Tombstone, Why};
pub(super) use file::{SealedFile, Stored};

/// The file that says what a target is.
pub const MARK_FILE: &str = "leitfaden-archive.json";

/// What the names of tombstones end with.
const TOMBSTONE: &str = ".withdrawn.json";
const ENTRY: &str = ".json";

/// The largest file of a catalogue that is read, in bytes.
const LARGEST: u64 = 256 * 1024;

/// What a target holds.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// The packages, in the order of their names.
    pub listed: Vec<Listed>,
    /// Packages without an entry.
    pub orphans: Vec<String>,
    /// Entries that cannot be read, with the reason.
    pub unreadable: Vec<(String, FileFault)>,
    /// Uploads that were interrupted.
    pub leftovers: Vec<String>,
    /// The stems of all entries, also of those that cannot be read.
    pub stems: BTreeSet<String>,
    /// The stems that have a tombstone.
    pub taken_back: BTreeSet<String>,
}

/// A package as the catalogue has it.
#[derive(Debug)]
pub struct Listed {
    /// The stem of the name of its entry, such as `A-1-r1`.
    pub stem: String,
    /// The name of its file.
    pub package: String,
    /// Its entry; nothing if that is sealed and there is no key at hand.
    pub entry: Option<Entry>,
    /// The tombstone, if it was taken back.
    pub tombstone: Option<Why>,
    /// How many bytes the package has; nothing if it is not there.
    pub present: Option<u64>,
}

/// The path of a catalogue entry.
pub(super) fn entry_path(stem: &str) -> String {
    format!("catalogue/{stem}{ENTRY}")
}

/// The path of a tombstone.
pub(super) fn tombstone_path(stem: &str) -> String {
    format!("catalogue/{stem}{TOMBSTONE}")
}

/// The path of a package.
pub(super) fn package_path(package: &str) -> String {
    format!("packages/{package}")
}

/// Reads one catalogue entry; nothing if there is none.
pub(super) fn read_entry(target: &dyn Target, stem: &str) -> Result<Option<Content>, TargetError> {
    target.read(&entry_path(stem), LARGEST)
}

/// The tombstone of a package, if it was taken back.
///
/// # Errors
///
/// If the target cannot be read.
pub fn tombstone_of(
    target: &dyn Target,
    sealing: Option<&Sealing>,
    stem: &str,
) -> Result<Option<Why>, TargetError> {
    let path = tombstone_path(stem);
    let read = target.read(&path, LARGEST)?;
    Ok(read.map(|content| why(&content, sealing)))
}

/// Lists what a target holds.
///
/// # Errors
///
/// If it cannot be listed or an entry not be fetched.
pub fn list(target: &dyn Target, sealing: Option<&Sealing>) -> Result<Catalogue, TargetError> {
    let names = target.list("catalogue")?;
    // After the entries, so that what is listed is there.
    let [packages, incoming] = both(|| target.list("packages"), || target.list("incoming"));
    let packages = sizes(packages?);
    let stems: Vec<String> = names
        .iter()
        .filter(|item| !item.name.ends_with(TOMBSTONE))
        .filter_map(|item| item.name.strip_suffix(ENTRY).map(str::to_owned))
        .collect();
    let taken_back = stems_taken_back(&names);
    let fetched = in_parallel(target.connections(), &stems, |stem| {
        let entry = read_entry(target, stem)?;
        let tombstone = if taken_back.contains(stem) {
            tombstone_of(target, sealing, stem)?
        } else {
            None
        };
        Ok::<_, TargetError>((entry, tombstone))
    });
    let mut catalogue = Catalogue {
        leftovers: incoming?.into_iter().map(|item| item.name).collect(),
        stems: stems.iter().cloned().collect(),
        taken_back,
        ..Catalogue::default()
    };
    let mut known = BTreeSet::new();
    for (stem, fetched) in stems.iter().zip(fetched) {
        let (content, tombstone) = fetched?;
        // What went since the listing was taken is not there.
        let Some(content) = content else { continue };
        match Stored::read(&content).and_then(|stored| opened(stored, sealing)) {
            Ok((package, entry)) => {
                known.insert(package.clone());
                catalogue.listed.push(Listed {
                    stem: stem.clone(),
                    present: packages.get(&package).copied(),
                    package,
                    entry,
                    tombstone,
                });
            }
            Err(fault) => catalogue.unreadable.push((stem.clone(), fault)),
        }
    }
    let orphans = packages.into_keys().filter(|name| !known.contains(name));
    catalogue.orphans = orphans.collect();
    Ok(catalogue)
}

fn sizes(items: Vec<Item>) -> BTreeMap<String, u64> {
    items
        .into_iter()
        .filter(|item| !item.name.starts_with('.'))
        .map(|item| (item.name, item.bytes))
        .collect()
}

/// The stems of the entries that have a tombstone.
///
/// # Errors
///
/// If the target cannot be listed.
pub fn taken_back(target: &dyn Target) -> Result<BTreeSet<String>, TargetError> {
    Ok(stems_taken_back(&target.list("catalogue")?))
}

fn stems_taken_back(names: &[Item]) -> BTreeSet<String> {
    let stems = names
        .iter()
        .filter_map(|item| item.name.strip_suffix(TOMBSTONE));
    stems.map(str::to_owned).collect()
}

/// What both of these give, which are done at the same time.
fn both<R: Send>(one: impl FnOnce() -> R + Send, other: impl FnOnce() -> R) -> [R; 2] {
    thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        let one = one.join();
        [one.unwrap_or_else(|panic| resume_unwind(panic)), other]
    })
}

/// The package that an entry is about, and the entry itself if it can be read.
fn opened(stored: Stored, sealing: Option<&Sealing>) -> Result<(String, Option<Entry>), FileFault> {
    match stored {
        Stored::Entry(entry) => Ok((entry.package.clone(), Some(*entry))),
        Stored::Sealed(sealed) => {
            let opening = sealing.filter(|sealing| sealing.can_open());
            let entry = opening
                .map(|sealing| sealed.open_entry(sealing))
                .transpose()?;
            Ok((sealed.package, entry))
        }
        Stored::Tombstone(_) => Err(FileFault::Unknown),
    }
}

/// Why a package was taken back. A tombstone that cannot be read still is one.
fn why(content: &Content, sealing: Option<&Sealing>) -> Why {
    match Stored::read(content) {
        Ok(Stored::Tombstone(tombstone)) => tombstone.why,
        Ok(Stored::Sealed(sealed)) => sealing
            .filter(|sealing| sealing.can_open())
            .and_then(|sealing| sealed.open_tombstone(sealing).ok())
            .map_or(Why::Withdrawn, |tombstone| tombstone.why),
        _ => Why::Withdrawn,
    }
}

/// Does something with each of these on several threads; the results come in the order of what was given.
pub fn in_parallel<T: Sync, R: Send>(
    threads: usize,
    of: &[T],
    act: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<(usize, R)>> = Mutex::new(Vec::with_capacity(of.len()));
    thread::scope(|scope| {
        for _ in 0..threads.clamp(1, of.len().max(1)) {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = of.get(index) else { break };
                    let result = act(item);
                    if let Ok(mut results) = results.lock() {
                        results.push((index, result));
                    }
                }
            });
        }
    });
    let mut results = results.into_inner().unwrap_or_default();
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

/// The target's own file that says what it is; nothing if it was never set up.
///
/// # Errors
///
/// If it cannot be read.
pub fn mark(target: &dyn Target) -> Result<Option<Result<Mark, FileFault>>, TargetError> {
    let read = target.read(MARK_FILE, LARGEST)?;
    Ok(read.map(|content| Mark::read(&content)))
}

/// Sets a target up: its folders, and the file that says what it is, with an id of its own. One that was set up is left as
/// it is.
///
/// # Errors
///
/// If it cannot be written.
pub fn set_up(target: &dyn Target, mark: Mark) -> Result<Result<Mark, FileFault>, TargetError> {
    target.prepare()?;
    let id = Some(ArchiveId::draw());
    let content = Content::of(Mark { id, ..mark }.write());
    target.create(MARK_FILE, &content)?;
    match self::mark(target)? {
        Some(found) => Ok(found),
        None => Err(Cause::Damaged.at(super::Attempt::Create, MARK_FILE)),
    }
}

/// The digest that a catalogue entry is about, as far as it can be compared: the name of its package.
pub(super) fn same_package(content: &Content, package: &str) -> bool {
    match Stored::read(content) {
        Ok(Stored::Entry(entry)) => entry.package == package,
        Ok(Stored::Sealed(sealed)) => sealed.package == package,
        _ => false,
    }
}

/// A file of the catalogue as it is written to this target.
pub(super) fn stored(
    bytes: Vec<u8>,
    package: &str,
    sealing: Option<&Sealing>,
) -> Result<Content, super::SealError> {
    match sealing {
        None => Ok(Content::of(bytes)),
        Some(sealing) => {
            let sealed = SealedFile::seal(&Content::of(bytes), package, sealing)?;
            Ok(Content::of(sealed.write()))
        }
    }
}
