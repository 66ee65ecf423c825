//! Faults, rehearsed: a watch that has chosen calls fail, remembers the order of calls, and knows what a power cut
//! would leave.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use super::{Call, Disk, Verdict, Watch};

/// What happens at a chosen call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The call fails once.
    Once(io::ErrorKind),
    /// A write gets half of its bytes down and fails; every other call fails. Once.
    Short(io::ErrorKind),
    /// The call fails and so does every later one, as if the program had been killed before it.
    Killed,
    /// A write gets half of its bytes down before the program is killed.
    KilledHalfway,
}

/// The watch.
#[derive(Default)]
pub(crate) struct Rehearsal {
    script: Mutex<Script>,
}

#[derive(Default)]
struct Script {
    /// The changing calls so far, as words: `write A-1.journal`.
    calls: Vec<String>,
    /// At which changing call, from 0, what happens.
    fault: Option<(usize, Fault)>,
    /// Calls whose words begin like this fail.
    refused: Option<(String, io::ErrorKind)>,
    /// Before which call another program writes what into which file, once.
    change: Option<(String, PathBuf, String)>,
    dead: bool,
    model: Model,
}

/// What lasts: which names the folders are known to have, and what the files behind them are known to hold.
#[derive(Default)]
struct Model {
    names: BTreeMap<PathBuf, usize>,
    lasting_names: BTreeMap<PathBuf, usize>,
    lasting_bytes: Vec<Vec<u8>>,
}

impl Rehearsal {
    /// A watch that lets everything pass.
    pub(crate) fn new() -> Arc<Self> {
        Arc::default()
    }

    /// A watch with a fault at one of the changing calls, counted from 0.
    pub(crate) fn with_fault(at: usize, fault: Fault) -> Arc<Self> {
        let rehearsal = Self::new();
        rehearsal.script().fault = Some((at, fault));
        rehearsal
    }

    /// The way to the file system that this watch sees.
    pub(crate) fn disk(self: &Arc<Self>) -> Disk {
        Disk::watched(Arc::<Self>::clone(self))
    }

    /// Has all calls fail whose words begin like this, until [`Self::allow_all`].
    pub(crate) fn refuse(&self, words: &str, kind: io::ErrorKind) {
        self.script().refused = Some((words.to_owned(), kind));
    }

    /// Lets everything pass.
    pub(crate) fn allow_all(&self) {
        self.script().refused = None;
    }

    /// Has another program write a file before the next call whose words begin like this.
    pub(crate) fn change_before(&self, words: &str, path: &Path, text: &str) {
        self.script().change = Some((words.to_owned(), path.to_owned(), text.to_owned()));
    }

    /// The changing calls so far that succeeded or failed, in order, as words.
    pub(crate) fn calls(&self) -> Vec<String> {
        self.script().calls.clone()
    }

    /// Takes what lies in a folder for lasting.
    pub(crate) fn adopt(&self, folder: &Path) {
        let mut script = self.script();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let bytes = fs::read(&path).unwrap();
                script.model.create(&path);
                script.model.sync(&path, bytes);
            }
        }
        script.model.sync_folder(folder);
    }

    /// Leaves in a folder only what lasts.
    pub(crate) fn cut_power(&self, folder: &Path) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                fs::remove_file(path).unwrap();
            }
        }
        let script = self.script();
        for (path, file) in &script.model.lasting_names {
            if path.parent() == Some(folder) {
                fs::write(path, &script.model.lasting_bytes[*file]).unwrap();
            }
        }
    }

    fn script(&self) -> MutexGuard<'_, Script> {
        self.script.lock().unwrap()
    }
}

impl Watch for Rehearsal {
    fn before(&self, call: Call<'_>) -> Verdict {
        let mut script = self.script();
        if script.dead {
            return Verdict::Fail(io::ErrorKind::Interrupted.into());
        }
        let Some(words) = words(call) else {
            return Verdict::Go;
        };
        let change = script
            .change
            .take_if(|(begin, ..)| words.starts_with(begin.as_str()));
        if let Some((_, path, text)) = change {
            fs::write(path, text).unwrap();
        }
        let index = script.calls.len();
        let refusal = script.refused.as_ref();
        if let Some((_, kind)) = refusal.filter(|(begin, _)| words.starts_with(begin)) {
            return Verdict::Fail((*kind).into());
        }
        script.calls.push(words);
        let half = match call {
            Call::Write { bytes, .. } => bytes.len() / 2,
            _ => 0,
        };
        let halfway = |kind: io::ErrorKind| Verdict::Short {
            length: half,
            error: kind.into(),
        };
        match script.fault {
            Some((at, fault)) if at == index => match fault {
                Fault::Once(kind) => Verdict::Fail(kind.into()),
                Fault::Short(kind) => halfway(kind),
                Fault::Killed => {
                    script.dead = true;
                    Verdict::Fail(io::ErrorKind::Interrupted.into())
                }
                Fault::KilledHalfway => {
                    script.dead = true;
                    halfway(io::ErrorKind::Interrupted)
                }
            },
            _ => Verdict::Go,
        }
    }

    fn after(&self, call: Call<'_>) {
        let model = &mut self.script().model;
        match call {
            Call::Create(path) => model.create(path),
            Call::Sync(path) => model.sync(path, fs::read(path).unwrap_or_default()),
            Call::Rename { from, to } => {
                if let Some(file) = model.names.remove(from) {
                    model.names.insert(to.to_owned(), file);
                }
            }
            Call::Link { from, to } => {
                if let Some(file) = model.names.get(from).copied() {
                    model.names.insert(to.to_owned(), file);
                }
            }
            Call::Remove(path) => {
                model.names.remove(path);
            }
            Call::SyncFolder(folder) => model.sync_folder(folder),
            _ => {}
        }
    }
}

impl Model {
    fn create(&mut self, path: &Path) {
        self.names.insert(path.to_owned(), self.lasting_bytes.len());
        self.lasting_bytes.push(Vec::new());
    }

    fn sync(&mut self, path: &Path, bytes: Vec<u8>) {
        if let Some(file) = self.names.get(path) {
            self.lasting_bytes[*file] = bytes;
        }
    }

    fn sync_folder(&mut self, folder: &Path) {
        self.lasting_names
            .retain(|path, _| path.parent() != Some(folder));
        let names = self.names.iter();
        let inside = names.filter(|(path, _)| path.parent() == Some(folder));
        self.lasting_names
            .extend(inside.map(|(path, file)| (path.clone(), *file)));
    }
}

/// A changing call in words, temporary files without their numbers; nothing for a call that changes nothing.
fn words(call: Call<'_>) -> Option<String> {
    let name = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        match name.strip_suffix(super::TEMPORARY_SUFFIX) {
            Some(stem) => format!(
                "{}{}",
                stem.rsplit_once('.').map_or("", |(before, _)| before),
                super::TEMPORARY_SUFFIX
            ),
            None => name.into_owned(),
        }
    };
    Some(match call {
        Call::Read(_) | Call::List(_) | Call::Open(_) | Call::Lock(_) => return None,
        Call::Create(path) => format!("create {}", name(path)),
        Call::Write { path, .. } => format!("write {}", name(path)),
        Call::Cut { path, .. } => format!("cut {}", name(path)),
        Call::Sync(path) => format!("sync {}", name(path)),
        Call::Rename { from, to } => format!("rename {} {}", name(from), name(to)),
        Call::Link { from, to } => format!("link {} {}", name(from), name(to)),
        Call::Remove(path) => format!("remove {}", name(path)),
        Call::CreateFolder(path) => format!("create folder {}", name(path)),
        Call::SyncFolder(path) => format!("sync folder {}", name(path)),
    })
}
