//! A dataset at a place of its own: files in tables that other programs read straight from there.
//!
//! Each build has a name made of what is in it, which stands in the path of all its files (`notes/build=…/…`). First its
//! plan is put there (`builds`), then its files, and last a file that says that this build is the one to be read
//! (`current`, the highest number holds). So whoever asks for the current build finds all of it, however the building was
//! interrupted. Then what earlier builds left is removed, by their plans; what was never finished is too.
//!
//! Two who build at once notice it; one of them takes away what it put there, and has to build again.

mod file;
#[cfg(test)]
mod tests;

use std::fmt::Write as _;

use super::bag::Algorithm;
use super::catalogue::{MARK_FILE, in_parallel};
use super::{Content, Created, FileFault, Target, TargetError};
use file::{Current, Mark, Plan, PlannedFile};

/// The file that says that a place holds a dataset.
pub const DATASET_FILE: &str = "leitfaden-dataset.json";

/// The folders beside those of the tables.
const BUILDS: &str = "builds";
const CURRENT: &str = "current";
const INCOMING: &str = "incoming";

/// The largest file beside those of the tables that is read, in bytes.
const LARGEST: u64 = 4 * 1024 * 1024;

/// The largest file of a table that is read back, in bytes.
const LARGEST_PART: u64 = 1 << 30;

/// A build of a dataset that is to be put at its place.
#[derive(Debug)]
pub struct Build {
    name: String,
    files: Vec<(String, Content)>,
    invented: bool,
    sessions: usize,
}

/// What came of building.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// The name of the build.
    pub name: String,
    /// Whether it was there already.
    pub was_there: bool,
    /// How many sessions the build that was read before is about, if there was one.
    pub before: Option<usize>,
    /// How many earlier or unfinished builds were removed.
    pub removed: usize,
}

/// Why a dataset is not at its place.
#[derive(Debug, thiserror::Error)]
pub enum DatasetFault {
    /// The target.
    #[error(transparent)]
    Target(#[from] TargetError),
    /// The place holds packages.
    #[error(
        "the place holds packages, whose texts would tell which session of the dataset is which"
    )]
    HoldsPackages,
    /// A file that says what the place holds cannot be read.
    #[error(transparent)]
    File(#[from] FileFault),
    /// The place holds invented sessions and these are real, or the other way round.
    #[error("the place holds sessions of the other kind")]
    WrongKind {
        /// Whether the place holds invented ones.
        invented: bool,
    },
    /// Somebody else built at the same time.
    #[error("somebody else built the dataset at the same time")]
    AtOnce,
}

impl Build {
    /// A build of these files: table, folders of the partition, and bytes of each.
    pub fn of(
        files: impl IntoIterator<Item = (&'static str, String, Vec<u8>)>,
        invented: bool,
        sessions: usize,
    ) -> Self {
        let files: Vec<(&str, String, Content)> = files
            .into_iter()
            .map(|(table, partition, bytes)| (table, partition, Content::of(bytes)))
            .collect();
        let mut told = String::new();
        for (table, partition, content) in &files {
            // Writing into a text cannot fail.
            let _ = writeln!(told, "{} {table}/{partition}", content.checksum());
        }
        let name = short_sum(told.as_bytes());
        let files = files.into_iter().map(|(table, partition, content)| {
            let path = format!("{table}/build={name}/{partition}/part-0.jsonl");
            (path, content)
        });
        Self {
            files: files.collect(),
            name,
            invented,
            sessions,
        }
    }

    fn plan(&self) -> Plan {
        let files = self.files.iter().map(|(name, content)| PlannedFile {
            name: name.clone(),
            bytes: content.length(),
            sha512: content.checksum().to_owned(),
        });
        Plan {
            build: self.name.clone(),
            sessions: self.sessions,
            files: files.collect(),
        }
    }
}

/// Whether a place holds a dataset.
///
/// # Errors
///
/// If it cannot be read.
pub fn holds_dataset(target: &dyn Target) -> Result<bool, TargetError> {
    Ok(target.read(DATASET_FILE, LARGEST)?.is_some())
}

/// Puts a build at its place, and removes what was there before. It can be repeated after any interruption. If somebody
/// else was faster, what was put there of it is removed again: whoever reads all files of a table would find it twice.
///
/// # Errors
///
/// If the build is not the one that is read afterwards, or that cannot be told.
pub fn build(target: &dyn Target, build: &Build) -> Result<Built, DatasetFault> {
    let outcome = put_in_place(target, build);
    if matches!(outcome, Err(DatasetFault::AtOnce)) {
        withdraw(target, build)?;
    }
    outcome
}

fn put_in_place(target: &dyn Target, build: &Build) -> Result<Built, DatasetFault> {
    if target.read(MARK_FILE, LARGEST)?.is_some() {
        return Err(DatasetFault::HoldsPackages);
    }
    make_folders(target, build)?;
    claim(target, build.invented)?;
    // Before it is asked which one is read: of those that stand by then, none becomes that one in place of this, unless
    // somebody builds the same again meanwhile.
    let standing = standing(target)?;
    let before = current(target)?;
    put_files(target, build)?;
    let was_there = before
        .as_ref()
        .is_some_and(|before| before.build == build.name);
    if !was_there {
        make_current(target, build, before.as_ref())?;
    }
    // Whoever built at the same time may have taken this build for one that was never finished.
    put_files(target, build)?;
    let sessions = match &before {
        Some(before) => plan(target, &before.build)?.map(|plan| plan.sessions),
        None => None,
    };
    Ok(Built {
        name: build.name.clone(),
        was_there,
        before: sessions,
        removed: sweep(target, &build.name, &standing)?,
    })
}

fn make_folders(target: &dyn Target, build: &Build) -> Result<(), TargetError> {
    let folders = build.files.iter();
    let mut folders: Vec<&str> = folders
        .filter_map(|(name, _)| name.rsplit_once('/').map(|(folder, _)| folder))
        .collect();
    folders.extend([BUILDS, CURRENT, INCOMING]);
    target.make_folders(&folders)
}

/// Makes the place one for a dataset, if it is none.
fn claim(target: &dyn Target, invented: bool) -> Result<(), DatasetFault> {
    let mark = Content::of(Mark { invented }.write());
    if target.create(DATASET_FILE, &mark)? == Created::New {
        return Ok(());
    }
    let found = target.read(DATASET_FILE, LARGEST)?;
    let found = Mark::read(&found.ok_or(FileFault::Unknown)?)?;
    if found.invented != invented {
        let invented = found.invented;
        return Err(DatasetFault::WrongKind { invented });
    }
    Ok(())
}

/// Puts the plan and the files there that are missing.
fn put_files(target: &dyn Target, build: &Build) -> Result<(), DatasetFault> {
    put(
        target,
        &plan_path(&build.name),
        &Content::of(build.plan().write()),
    )?;
    let put = in_parallel(target.connections(), &build.files, |(name, content)| {
        put(target, name, content)
    });
    put.into_iter().collect()
}

/// Puts a file there whose name says what is in it, unless it is there. One of other bytes is damaged, and put anew.
fn put(target: &dyn Target, name: &str, content: &Content) -> Result<(), DatasetFault> {
    match target.read(name, LARGEST_PART)? {
        Some(there) if there.checksum() == content.checksum() => return Ok(()),
        Some(_) => drop(target.remove(name)?),
        None => {}
    }
    match target.create(name, content)? {
        Created::New => Ok(()),
        Created::Taken => Err(DatasetFault::AtOnce),
    }
}

/// The build that is read: that with the highest number.
fn current(target: &dyn Target) -> Result<Option<Current>, DatasetFault> {
    let items = target.list(CURRENT)?;
    let last = items.iter().filter(|item| !item.name.starts_with('.'));
    let Some(last) = last.map(|item| item.name.as_str()).max() else {
        return Ok(None);
    };
    let read = target.read(&format!("{CURRENT}/{last}"), LARGEST)?;
    // One that went since the listing was taken went because of a later one.
    let read = read.ok_or(DatasetFault::AtOnce)?;
    Ok(Some(Current::read(&read)?))
}

fn make_current(
    target: &dyn Target,
    build: &Build,
    before: Option<&Current>,
) -> Result<(), DatasetFault> {
    let now = Current {
        number: before.map_or(1, |before| before.number.saturating_add(1)),
        build: build.name.clone(),
    };
    let content = Content::of(now.write());
    target.create(&current_path(now.number), &content)?;
    match current(target)? {
        Some(found) if found == now => Ok(()),
        _ => Err(DatasetFault::AtOnce),
    }
}

/// The names of the builds that are there, finished or not.
fn standing(target: &dyn Target) -> Result<Vec<String>, TargetError> {
    let items = target.list(BUILDS)?;
    let names = items
        .iter()
        .filter_map(|item| item.name.strip_suffix(".json"));
    Ok(names.map(str::to_owned).collect())
}

/// Removes the builds that stood there before this one, which is kept: first what points to them, then their files, then
/// their plans. What somebody began since is theirs: it may be the one that is read by now.
fn sweep(target: &dyn Target, kept: &str, standing: &[String]) -> Result<usize, DatasetFault> {
    let now = current(target)?.filter(|now| now.build == kept);
    let now = now.ok_or(DatasetFault::AtOnce)?;
    for item in target.list(CURRENT)? {
        let path = format!("{CURRENT}/{}", item.name);
        if path < current_path(now.number) {
            target.remove(&path)?;
        }
    }
    let mut removed = 0;
    for name in standing.iter().filter(|name| *name != kept) {
        if current(target)?.as_ref() != Some(&now) {
            return Err(DatasetFault::AtOnce);
        }
        if let Some(plan) = plan(target, name)? {
            remove_build(target, &plan)?;
            removed += 1;
        }
        target.remove(&plan_path(name))?;
    }
    for item in target.list(INCOMING)? {
        target.remove(&format!("{INCOMING}/{}", item.name))?;
    }
    Ok(removed)
}

/// Removes a build that is not the one that is read: first what points to it, then its files, then its plan.
fn withdraw(target: &dyn Target, build: &Build) -> Result<(), DatasetFault> {
    let is_read = || match current(target) {
        Ok(found) => Ok(found.filter(|found| found.build == build.name)),
        // Whoever builds so fast that it cannot be told builds something else.
        Err(DatasetFault::AtOnce) => Ok(None),
        Err(other) => Err(other),
    };
    if is_read()?.is_some() {
        return Ok(());
    }
    let mut pointers = target.list(CURRENT)?;
    pointers.retain(|pointer| !pointer.name.starts_with('.'));
    // Even if this one was the last a moment ago, a later one is there by now.
    pointers.sort_by(|one, other| one.name.cmp(&other.name));
    pointers.pop();
    for pointer in pointers {
        let path = format!("{CURRENT}/{}", pointer.name);
        let read = target.read(&path, LARGEST)?;
        if read.is_some_and(|read| Current::read(&read).is_ok_and(|it| it.build == build.name)) {
            target.remove(&path)?;
        }
    }
    remove_build(target, &build.plan())?;
    target.remove(&plan_path(&build.name))?;
    // Whoever built the very same meanwhile counts on it.
    if is_read()?.is_some() {
        make_folders(target, build)?;
        put_files(target, build)?;
    }
    Ok(())
}

fn remove_build(target: &dyn Target, plan: &Plan) -> Result<(), TargetError> {
    let removed = in_parallel(target.connections(), &plan.files, |file| {
        target.remove(&file.name).map(drop)
    });
    removed.into_iter().collect::<Result<(), TargetError>>()?;
    for folder in plan.folders() {
        target.remove_folder(&folder)?;
    }
    Ok(())
}

fn plan(target: &dyn Target, build: &str) -> Result<Option<Plan>, DatasetFault> {
    let read = target.read(&plan_path(build), LARGEST)?;
    Ok(read
        .map(|content| Plan::read(&content, build))
        .transpose()?)
}

fn plan_path(build: &str) -> String {
    format!("{BUILDS}/{build}.json")
}

fn current_path(number: u32) -> String {
    format!("{CURRENT}/{number:08}.json")
}

/// The beginning of a sum, long enough to name a build. A letter before it keeps other programs from reading a number.
fn short_sum(bytes: &[u8]) -> String {
    let sum = Algorithm::Sha512.of(bytes);
    std::iter::once('b').chain(sum.chars().take(16)).collect()
}
