//! The terminal shrinks, goes, or is given to somebody else for a while.

use std::thread;
use std::time::Instant;

use portable_pty::CommandBuilder;
use rustix::process::Signal;

use crate::place::Place;
use crate::terminal::{PATIENCE, Program, number, size};
use crate::{drafts, names};

/// What a terminal is sent that must be painted anew.
const CLEAR: &[u8] = b"\x1b[2J";

/// Makes the terminal so wide and high, and waits until it was painted anew.
fn resize(program: &mut Program, columns: u16, rows: u16) {
    let before = program.written.len();
    let (shown_rows, shown_columns) = (number(rows.max(1)), number(columns.max(1)));
    let screen = program.screen.screen_mut();
    screen.set_size(shown_rows, shown_columns);
    program
        .master
        .resize(size((columns, rows)))
        .expect("resized");
    program.wait_until(
        &format!("a painted screen of {columns} × {rows}"),
        |program| {
            let written = program.written.get(before..).unwrap_or_default();
            written.windows(CLEAR.len()).any(|piece| piece == CLEAR)
        },
    );
}

#[test]
fn a_terminal_of_no_size_takes_no_word_away() {
    let place = Place::new("");
    let mut program = Program::interview(&place);
    program.press("one two thr");
    resize(&mut program, 1, 1);
    program.press("ee four ");
    resize(&mut program, 0, 0);
    program.press("five ");
    resize(&mut program, 1, 1);
    resize(&mut program, 60, 20);
    program.press("six ");
    resize(&mut program, 120, 40);
    program.wait_for("one two three four five six");
    program.wait_until_saved();
    program.press("<C-q>");
    assert!(program.wait_for_the_end().success());
    assert_eq!(drafts(&place), "one two three four five six ");
}

#[test]
fn a_closed_terminal_ends_the_program_and_every_word_is_saved() {
    let place = Place::new(names::PROTECTED);
    let mut program = Program::interview(&place);
    program.press("one two thr");
    // Whoever closes this end sends a line end and Ctrl-D before, which are taken for a choice that there is not.
    program.press("<F5>");
    program.wait_for("A character chooses");
    let Program {
        master,
        input,
        mut child,
        output,
        ..
    } = program;
    drop((master, input, output));
    let deadline = Instant::now() + PATIENCE;
    while child.try_wait().expect("the program is known").is_none() {
        assert!(Instant::now() < deadline, "the program does not end");
        thread::yield_now();
    }
    assert_eq!(drafts(&place), "one two thr");
    assert!(!place.session_file("A-1.journal").exists());
}

#[test]
fn a_request_to_end_settles_and_saves_what_is_held() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
        let place = Place::new(names::PROTECTED);
        let mut program = Program::interview(&place);
        program.press("the letter went to Anna and the holz ");
        program.wait_for("1 held");
        program.wait_until_saved();
        assert_eq!(drafts(&place), "the letter went to [Person 1] and the ");
        program.press("op");
        program.wait_for("holz op");
        program.signal(signal);
        assert!(program.wait_for_the_end().success(), "{signal:?}");
        assert!(program.is_given_back(), "{signal:?}");
        // Nothing more comes that would make a name of what was held.
        let saved = "the letter went to [Person 1] and the holz op";
        assert_eq!(drafts(&place), saved, "{signal:?}");
        assert_eq!(names::in_files(place.root()), [], "{signal:?}");
    }
}

#[test]
fn a_suspended_interview_goes_on_where_it_was() {
    let place = Place::new("");
    // A shell with job control: it takes the terminal when the program stops, and gives it back after a line.
    let mut shell = CommandBuilder::new("sh");
    let script = "set -m; \"$@\"; echo the shell; read line; fg; echo the end";
    shell.args(["-c", script, "sh", env!("CARGO_BIN_EXE_leitfaden")]);
    shell.args(place.interview());
    let mut program = Program::start_command(&place, shell);
    program.wait_for("A-1 ·");
    program.press("one two thr");
    program.wait_until_saved();
    program.press("<C-z>");
    program.wait_for("the shell");
    assert!(program.is_given_back());
    program.press("<Enter>");
    program.wait_for("one two thr");
    program.press("ee four ");
    program.wait_for("one two three four");
    program.wait_until_saved();
    program.press("<C-q>");
    program.wait_for("the end");
    assert_eq!(drafts(&place), "one two three four ");
}
