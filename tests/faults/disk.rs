//! The disk refuses: it is said on the screen, the words stay, and go to the disk when it takes them again.

use std::ffi::OsStr;
use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

use portable_pty::CommandBuilder;
use rustix::process::{Pid, Resource, Rlimit, getuid, prlimit};

use crate::drafts;
use crate::place::Place;
use crate::terminal::Program;

/// Types words that are saved; then the disk refuses, with this reason, more words than fit into what it had promised
/// already; then it takes them again, and the next key brings all of them there. Gives the words.
fn refuse_for_a_while(
    program: &mut Program,
    reason: &str,
    refuse: impl FnOnce(&Program),
    allow: impl FnOnce(&Program),
) -> String {
    let more = "three ".repeat(1_000);
    program.wait_for("A-1 ·");
    program.press("one two ");
    program.wait_until_saved();
    refuse(program);
    program.send(format!("\x1b[200~{more}\x1b[201~").as_bytes());
    program.press("four ");
    program.wait_for(&format!("not saved: {reason}"));
    program.wait_for("three four");
    allow(program);
    program.press("five ");
    program.wait_until_saved();
    program.press("<C-q>");
    assert!(program.wait_for_the_end().success());
    format!("one two {more}four five ")
}

/// The program, started by a command that changes something about its process first.
fn started_by(place: &Place, command: &str, arguments: &[&OsStr]) -> Program {
    let mut wrapped = CommandBuilder::new(command);
    wrapped.args(arguments);
    wrapped.arg(env!("CARGO_BIN_EXE_leitfaden"));
    wrapped.args(place.interview());
    Program::start_command(place, wrapped)
}

/// Says that this machine does not let a fault be made.
#[expect(
    clippy::print_stdout,
    reason = "a test that proves nothing here must not pass in silence"
)]
fn skip(why: &str) {
    println!("skipped: {why}");
}

/// Whether a command can be run here.
fn succeeds(command: &str, arguments: &[&OsStr]) -> bool {
    let mut command = Command::new(command);
    command.args(arguments);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

#[test]
fn a_folder_that_is_taken_away_takes_no_word_with_it() {
    let place = Place::new("");
    let folder = place.study().join("sessions");
    let aside = place.root().join("aside");
    let mut program = Program::interview(&place);
    let words = refuse_for_a_while(
        &mut program,
        "a file or folder is gone",
        |_| {
            fs::rename(&folder, &aside).expect("the folder goes");
            fs::write(&folder, "").expect("a file in its place");
        },
        |_| {
            fs::remove_file(&folder).expect("the file goes");
            fs::rename(&aside, &folder).expect("the folder comes back");
        },
    );
    assert_eq!(drafts(&place), words);
}

#[test]
fn a_full_disk_takes_no_word_away() {
    let place = Place::new("");
    let sessions = place.study().join("sessions");
    let saved = place.root().join("saved");
    let folders = [sessions.as_os_str(), saved.as_os_str()];
    // A small disk that only this process and its children see; what is on it in the end is copied out.
    let script = "mount -t tmpfs -o size=64k,mode=700 none \"$0\" || exit 1
        saved=$1; shift; \"$@\" || exit 1; [ ! -e \"$0/A-1.ron\" ] || cp \"$0/A-1.ron\" \"$saved\"";
    let arguments: Vec<&OsStr> = ["-rm", "sh", "-c", script]
        .map(OsStr::new)
        .into_iter()
        .chain(folders)
        .collect();
    if !succeeds("unshare", &[&arguments, &[OsStr::new("true")][..]].concat()) {
        skip("no disk can be mounted here");
        return;
    }
    let mut program = started_by(&place, "unshare", &arguments);
    let filler = |program: &Program| {
        let root = format!(
            "/proc/{}/root",
            program.child.process_id().expect("it runs")
        );
        let inside = sessions.strip_prefix("/").expect("a whole path");
        Path::new(&root).join(inside).join("filler")
    };
    let words = refuse_for_a_while(
        &mut program,
        "no room on the disk",
        |program| {
            let mut file = File::create(filler(program)).expect("a file on the small disk");
            let outcome = (0..1_000).try_for_each(|_| file.write_all(&[0; 1_024]));
            let error = outcome.map_err(|error| error.kind());
            assert_eq!(error, Err(io::ErrorKind::StorageFull));
        },
        |program| fs::remove_file(filler(program)).expect("the filler goes"),
    );
    fs::rename(saved, place.session_file("A-1.ron")).expect("a session was saved");
    assert_eq!(drafts(&place), words);
}

#[test]
fn a_file_that_may_not_grow_takes_no_word_away() {
    let place = Place::new("");
    // By itself the system ends a process whose file grows beyond its limit; then there is an error instead.
    let script = "trap '' XFSZ; exec \"$0\" \"$@\"";
    let mut program = started_by(&place, "sh", &["-c", script].map(OsStr::new));
    let limit = |program: &Program, current: Option<u64>| {
        let id = program.child.process_id().expect("it runs").cast_signed();
        let limit = Rlimit {
            current,
            maximum: None,
        };
        prlimit(Pid::from_raw(id), Resource::Fsize, limit).expect("the limit can be set");
    };
    let words = refuse_for_a_while(
        &mut program,
        "the disk reports an error",
        |program| limit(program, Some(4_096)),
        |program| limit(program, None),
    );
    assert_eq!(drafts(&place), words);
}

#[test]
fn a_folder_that_may_not_be_written_is_said_and_no_word_is_lost() {
    let place = Place::new("");
    let folder = place.study().join("sessions");
    let set_rights = |mode| {
        fs::set_permissions(&folder, Permissions::from_mode(mode)).expect("rights are set");
    };
    // Whoever may do everything must be forbidden to pass over rights.
    let bounds = [
        "--bounding-set=-dac_override",
        "--inh-caps=-dac_override",
        "--",
    ]
    .map(OsStr::new);
    if getuid().is_root() && !succeeds("setpriv", &[&bounds[..], &[OsStr::new("true")]].concat()) {
        skip("rights do not bind whoever runs this test");
        return;
    }
    set_rights(0o500);
    let mut program = if getuid().is_root() {
        started_by(&place, "setpriv", &bounds)
    } else {
        Program::start(&place, &place.interview())
    };
    program.wait_for("A-1 ·");
    program.press("one two ");
    program.wait_for("not saved: no permission for the folder sessions");
    set_rights(0o700);
    program.press("three ");
    program.wait_until_saved();
    program.press("<C-q>");
    assert!(program.wait_for_the_end().success());
    assert_eq!(drafts(&place), "one two three ");
}
