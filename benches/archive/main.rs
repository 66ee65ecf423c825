//! How fast packages are made, checked and pushed.
//!
//! `cargo bench --bench archive` packs the sample sessions on two cores, with and without the search for names that comes
//! before, checks a bag of 1,000 files of 2 KB and one of 200 MB, and pushes 100 sessions to a `WebDAV` server in this
//! process whose every answer is 50 ms late, over its connections and over one that is never idle: one request after the
//! other, packages made meanwhile. `-- pack`, `-- bags` or `-- push` does only that. With `BAGIT='python -m bagit'` the
//! checks run beside `bagit.py --validate`, in turn. It measures and holds nobody up.
#![expect(
    clippy::print_stdout,
    reason = "the table is what the benchmark is for"
)]

mod bags;
mod server;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant;

use leitfaden::archive::{
    Content, Created, Item, Keeping, Patience, Readers, Removed, Target, TargetError, WebDav,
};
use leitfaden::operations::archive::{
    Packable, Packing, Pending, Place, Push, Which, push, set_up,
};
use leitfaden::operations::demo;
use leitfaden::store::{Study, file_of_session};
use time::OffsetDateTime;
use url::Url;

/// How many packages are made.
const PACKED: usize = 400;
/// How many sessions are pushed.
const PUSHED: usize = 100;
/// How many cores make packages.
const CORES: usize = 2;

fn main() {
    let named: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    let parts: [(&str, fn()); 3] = [
        ("pack", pack),
        ("bags", bags::check),
        ("push", push_to_a_slow_server),
    ];
    println!("| measure | |\n| --- | --- |");
    for (name, part) in parts {
        if named.is_empty() || named.iter().any(|word| word == name) {
            part();
        }
    }
}

fn pack() {
    let copy = demo::temporary().expect("a copy of the samples");
    let ids = copy.study().sessions().expect("the samples");
    let packing = Packing::of(copy.study());
    let read = |id| packing.read(id).expect("a session for the archive");
    let ready: Vec<Packable> = ids.iter().map(read).collect();
    at_once("packages of sample sessions", |number| {
        let session = ready.get(number % ready.len()).expect("a sample");
        session.pack().expect("a package");
    });
    at_once("the same, read and searched for names before", |number| {
        let id = ids.get(number % ids.len()).expect("a sample");
        read(id).pack().expect("a package");
    });
}

/// Makes packages on several cores, and says how many a second.
fn at_once(what: &str, make: impl Fn(usize) + Sync) {
    let next = AtomicUsize::new(0);
    let begun = Instant::now();
    thread::scope(|scope| {
        for _ in 0..CORES {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= PACKED {
                        break;
                    }
                    make(number);
                }
            });
        }
    });
    let rate = f64::from(u32::try_from(PACKED).unwrap_or(u32::MAX)) / begun.elapsed().as_secs_f64();
    println!("| {what}, on {CORES} cores | {rate:.0} a second |");
}

fn push_to_a_slow_server() {
    let many = push_all(|server| Box::new(server));
    let one = push_all(|server| Box::new(Narrow(Mutex::new(server))));
    println!("| {PUSHED} sessions pushed, each answer 50 ms late | {many:.2} s |");
    println!("| the same over one connection | {one:.2} s |");
    println!("| share of the time | {:.2} |", many / one);
}

/// Pushes to a new server, reached like this, and gives the seconds it took.
fn push_all(reached: impl FnOnce(WebDav) -> Box<dyn Target>) -> f64 {
    let copy = demo::temporary().expect("a copy of the samples");
    fill(copy.study());
    let folder = tempfile::tempdir().expect("a folder");
    let server = server::start(folder.path());
    let place = place(&server.address(), reached);
    set_up(&place, true).expect("an archive");
    let wanted = Push {
        which: Which::All,
        pending: Pending::Refused,
        beside: false,
        now: OffsetDateTime::now_utc(),
    };
    let begun = Instant::now();
    let pushed = push(copy.study(), &place, &wanted, &|_| {}).expect("a push");
    let seconds = begun.elapsed().as_secs_f64();
    assert_eq!(pushed.len(), PUSHED);
    assert!(
        pushed.iter().all(|one| one.outcome.is_ok()),
        "all are there"
    );
    seconds
}

/// Fills a study with copies of a sample until there are enough.
fn fill(study: &Study) {
    let ids = study.sessions().expect("the samples");
    let first = ids.first().expect("a sample");
    let template = study.read_session(first).expect("a sample");
    for number in 1..=PUSHED - ids.len() {
        let mut session = template.clone();
        session.header.id = format!("Z-{number}").parse().expect("a name");
        let bytes = file_of_session(&session).expect("a file");
        study
            .put_session_file(&session.header.id, &bytes)
            .expect("room for it");
    }
}

fn place(address: &str, reached: impl FnOnce(WebDav) -> Box<dyn Target>) -> Place {
    let url = Url::parse(&format!("http://{address}/study/")).expect("an address");
    let server = WebDav::new(&url, None, Patience::USUAL);
    Place::of("bench", reached(server), None, Readers::Project)
}

/// A target with one connection: whoever asks waits until the others have their answers.
struct Narrow(Mutex<WebDav>);

impl Narrow {
    fn alone(&self) -> MutexGuard<'_, WebDav> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Target for Narrow {
    fn make_folders(&self, folders: &[&str]) -> Result<(), TargetError> {
        self.alone().make_folders(folders)
    }

    fn remove_folder(&self, folder: &str) -> Result<(), TargetError> {
        self.alone().remove_folder(folder)
    }

    fn create(&self, name: &str, content: &Content) -> Result<Created, TargetError> {
        self.alone().create(name, content)
    }

    fn read(&self, name: &str, limit: u64) -> Result<Option<Content>, TargetError> {
        self.alone().read(name, limit)
    }

    fn list(&self, folder: &str) -> Result<Vec<Item>, TargetError> {
        self.alone().list(folder)
    }

    fn remove(&self, name: &str) -> Result<Removed, TargetError> {
        self.alone().remove(name)
    }

    fn keeping(&self) -> Result<Keeping, TargetError> {
        self.alone().keeping()
    }

    fn connections(&self) -> usize {
        1
    }
}

/// The program that is measured.
fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_leitfaden"))
}
