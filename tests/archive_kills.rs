//! The program killed with `kill -9` at every step of a push: to servers at each of their requests, before the server has
//! it and after; to a folder as soon as the next file is there. What is listed is always complete, and the same push
//! again ends with every session there once.

#![cfg(unix)]

#[path = "support/servers.rs"]
mod servers;
#[expect(dead_code, reason = "the tests inside the program use more of it")]
#[path = "support/way.rs"]
mod way;

use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use leitfaden::operations::demo::{self, Temporary};
use serde_json::Value;
use servers::{BUCKET, PASSWORD, Server, USER};
use tempfile::TempDir;
use way::{Mishap, Way};

/// The session that is pushed to servers.
const SESSION: &str = "K-1";

/// The sessions that are pushed to a folder.
const SEVERAL: [&str; 3] = ["K-1", "L-1", "M-1"];

/// How many kills are tried at the same time.
const THREADS: usize = 4;

/// A study, and a folder in which nothing of this machine lies.
struct Home {
    folder: TempDir,
    copy: Temporary,
}

impl Home {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            copy: demo::temporary().expect("the samples"),
        }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_leitfaden"));
        let sessions = self.copy.study().sessions_folder();
        let study = sessions.parent().expect("a study");
        command
            .args(["--lang", "en", "--study"])
            .arg(study)
            .arg("archive")
            .args(arguments)
            .env_clear()
            .env("HOME", self.folder.path())
            .env("LEITFADEN_WEBDAV_USER", USER)
            .env("LEITFADEN_WEBDAV_PASSWORD", PASSWORD)
            .env("AWS_ACCESS_KEY_ID", USER)
            .env("AWS_SECRET_ACCESS_KEY", PASSWORD)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program runs")
    }

    /// Runs what has to work.
    fn well(&self, arguments: &[&str], after: &str) {
        let output = self.run(arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success(),
            "{arguments:?} after {after}: {said}"
        );
    }

    fn list(&self, target: &str) -> Value {
        serde_json::from_slice(&self.run(&["list", target, "--json"]).stdout).expect("a document")
    }
}

/// A server with a place of its own for each try.
struct Ground {
    server: Server,
    _folder: TempDir,
    address: fn(SocketAddr, usize) -> String,
    tries: AtomicUsize,
}

impl Ground {
    fn new(start: fn(&Path) -> Server, address: fn(SocketAddr, usize) -> String) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self {
            server: start(folder.path()),
            _folder: folder,
            address,
            tries: AtomicUsize::new(0),
        }
    }

    /// Kills a push when a request is held, and repeats it. Nothing is left to try if it ended before.
    fn kill_and_repeat(&self, step: usize, held: Mishap) -> bool {
        let number = self.tries.fetch_add(1, Ordering::Relaxed);
        let home = Home::new();
        let target = (self.address)(self.server.address, number);
        let what = format!("being killed ({held:?}) at request {step} to {target}");
        home.well(&["init", &target, "--invented"], &what);
        let way = Way::to(
            self.server.address,
            Box::new(move |at, _| if at == step { held } else { Mishap::None }),
        );
        let over = (self.address)(way.address(), number);
        let mut child = home
            .command(&["push", &over, SESSION])
            .spawn()
            .expect("the program runs");
        if !held_before_it_ended(&way, &mut child) {
            return false;
        }
        let listed = home.list(&target);
        for package in listed["packages"].as_array().expect("a list") {
            assert_eq!(package["state"], "there", "{what}");
        }
        home.well(&["push", &target, SESSION], &what);
        holds(&home, &target, &[SESSION], &what);
        true
    }

    fn kill_at_every_request(&self) -> usize {
        for held in [Mishap::HeldBefore, Mishap::Held] {
            let (next, end) = (AtomicUsize::new(0), AtomicUsize::new(usize::MAX));
            thread::scope(|scope| {
                for _ in 0..THREADS {
                    scope.spawn(|| {
                        loop {
                            let step = next.fetch_add(1, Ordering::Relaxed);
                            if step >= end.load(Ordering::Relaxed) {
                                break;
                            }
                            if !self.kill_and_repeat(step, held) {
                                end.fetch_min(step, Ordering::Relaxed);
                            }
                        }
                    });
                }
            });
        }
        self.tries.load(Ordering::Relaxed)
    }
}

/// Waits until a request is held and kills the program there, or until it ended by itself.
fn held_before_it_ended(way: &Way, child: &mut Child) -> bool {
    let (tell, told) = mpsc::channel();
    let pipe = child.stderr.take().expect("a pipe");
    let both = tell.clone();
    thread::scope(|scope| {
        scope.spawn(move || {
            way.wait_until_held();
            // Whoever listened knows already.
            let _ = tell.send(true);
        });
        // Its messages end with it.
        scope.spawn(move || {
            let _ = std::io::copy(&mut { pipe }, &mut std::io::sink());
            let _ = both.send(false);
        });
        let was_held = told.recv().expect("one of both");
        child.kill().expect("it is ours");
        child.wait().expect("it is ours");
        way.give_up_waiting();
        was_held
    })
}

/// That a target holds each of these once, complete, and no other.
fn holds(home: &Home, target: &str, sessions: &[&str], after: &str) {
    home.well(&["verify", target], after);
    let listed = home.list(target);
    let packages = listed["packages"].as_array().expect("a list");
    let found: Vec<&str> = packages
        .iter()
        .map(|package| package["session"].as_str().expect("a text"))
        .collect();
    assert_eq!(found, sessions, "{after}");
    assert_eq!(
        listed["without_entry"].as_array().expect("a list").len(),
        0,
        "{after}"
    );
}

#[test]
fn a_push_to_a_webdav_server_that_is_killed_at_any_request_loses_and_doubles_nothing() {
    let ground = Ground::new(servers::webdav, |address, number| {
        format!("webdav://{address}/study-{number}")
    });
    let tries = ground.kill_at_every_request();
    assert!(tries > 20, "{tries} tries");
}

#[test]
fn a_push_to_an_object_store_that_is_killed_at_any_request_loses_and_doubles_nothing() {
    let ground = Ground::new(servers::object_store, |address, number| {
        format!("s3://{BUCKET}/study-{number}?endpoint=http://{address}&region=us-east-1")
    });
    let tries = ground.kill_at_every_request();
    assert!(tries > 16, "{tries} tries");
}

/// How many files lie in a folder of a target.
fn count(target: &Path, folder: &str) -> usize {
    fs::read_dir(target.join(folder)).map_or(0, Iterator::count)
}

/// Kills a push of some sessions as soon as so many files lie in a folder of the target; whether it had not ended before.
fn kill_in_folder(folder: &str, files: usize) -> bool {
    let home = Home::new();
    let root = home.folder.path().join("archive");
    let target = root.display().to_string();
    let what = format!("being killed with {files} files in {folder}");
    home.well(&["init", &target, "--invented"], &what);
    let push = [&["push", &target], &SEVERAL[..]].concat();
    let mut child = home.command(&push).spawn().expect("the program runs");
    let was_killed = loop {
        if count(&root, folder) >= files {
            child.kill().expect("it is ours");
            break !child.wait().expect("it is ours").success();
        }
        if child.try_wait().expect("it is ours").is_some() {
            break false;
        }
        thread::yield_now();
    };
    let listed = home.list(&target);
    for package in listed["packages"].as_array().expect("a list") {
        assert_eq!(package["state"], "there", "{what}");
    }
    home.well(&push, &what);
    holds(&home, &target, &SEVERAL, &what);
    was_killed
}

#[test]
fn a_push_to_a_folder_that_is_killed_at_any_file_loses_and_doubles_nothing() {
    let steps = [
        ("incoming", 1),
        ("packages", 1),
        ("catalogue", 1),
        ("packages", 2),
        ("catalogue", 2),
        ("packages", 3),
    ];
    let killed = steps
        .iter()
        .filter(|(folder, files)| kill_in_folder(folder, *files));
    assert!(killed.count() > 2, "most of the pushes had ended before");
}
