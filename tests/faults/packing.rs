//! A disk that is full while a package is made.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// Mounts a disk of 100 kB at its first argument, which nobody else sees, and runs the others.
const ON_SMALL_DISK: &str = r#"mount -t tmpfs -o size=100k none "$1" && shift && exec "$@""#;

/// A folder with a study in which one session is larger than what is kept in memory of a package, and an archive.
struct Ground(TempDir);

impl Ground {
    fn new() -> Self {
        let ground = Self(tempfile::tempdir().expect("a folder"));
        fs::create_dir(ground.path("small")).expect("a folder");
        ground.well(&["demo", "-o", "study"]);
        let note = "every month they meet and talk for long about that ".repeat(10_000);
        let mut noting = ground.program(&["--study", "study", "note", "K-1", "--topic", "b3.t2"]);
        let mut noting = noting.spawn().expect("the program runs");
        let mut input = noting.stdin.take().expect("an input");
        input.write_all(note.as_bytes()).expect("it reads");
        drop(input);
        assert!(noting.wait_with_output().expect("it ends").status.success());
        ground.well(&["archive", "init", "archive", "--invented"]);
        ground
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(self.0.path())
            .env_clear()
            .env("HOME", self.0.path())
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    fn program(&self, arguments: &[&str]) -> Command {
        let mut command = self.command(env!("CARGO_BIN_EXE_leitfaden"));
        command.args(["--lang", "en"]).args(arguments);
        command
    }

    /// Runs what has to work.
    fn well(&self, arguments: &[&str]) {
        let output = self.program(arguments).output().expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {said}");
    }

    /// Runs a program whose temporary files lie on the small disk.
    fn on_small_disk(&self, program: &[&str]) -> Output {
        let small = self.path("small");
        self.command("unshare")
            .args([
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                ON_SMALL_DISK,
                "sh",
            ])
            .arg(&small)
            .args(program)
            .env("TMPDIR", &small)
            .output()
            .unwrap_or_else(|error| panic!("unshare: {error}"))
    }

    fn files(&self, folder: &str) -> usize {
        let folder = self.path("archive").join(folder);
        fs::read_dir(folder).map_or(0, Iterator::count)
    }
}

/// Whether a small disk can be had here: some systems let nobody but root mount one.
fn has_small_disks() -> bool {
    let ground = Ground(tempfile::tempdir().expect("a folder"));
    fs::create_dir(ground.path("small")).expect("a folder");
    Path::new("/usr/bin/unshare").exists() && ground.on_small_disk(&["true"]).status.success()
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that cannot be made says so")]
fn a_session_that_finds_no_room_while_it_is_packed_is_named_and_the_others_are_pushed() {
    if !has_small_disks() {
        eprintln!("skipped: no small disk can be mounted here");
        return;
    }
    let ground = Ground::new();
    let program = env!("CARGO_BIN_EXE_leitfaden");
    let push = [
        "--lang", "en", "--study", "study", "archive", "push", "archive", "K-1", "L-1",
    ];
    let mut whole = vec![program];
    whole.extend(push);
    let output = ground.on_small_disk(&whole);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("K-1 did not go to the archive"), "{said}");
    assert!(said.contains("no room left on the disk"), "{said}");
    let counts = || ["packages", "catalogue", "incoming"].map(|folder| ground.files(folder));
    assert_eq!(counts(), [1, 1, 0]);
    // What is there is whole.
    ground.well(&["archive", "verify", "archive"]);
    // With room again the same command brings the rest, and nothing twice.
    ground.well(push.get(2..).expect("the arguments behind the language"));
    assert_eq!(counts(), [2, 2, 0]);
}
