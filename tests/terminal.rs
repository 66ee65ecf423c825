//! What only a real terminal shows: that it is given back however the program ends.
//!
//! The program at the terminal is this test binary once more, told by a variable which part to play.
#![cfg(unix)]

use std::env;
use std::io::{self, Read, Write};
use std::os::unix::process::CommandExt;
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use leitfaden::tui::terminal::{Input, Mailbox, Suspension, Terminal};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use ratatui::crossterm::event::{KeyCode, KeyModifiers};
use rustix::process::{Pid, Signal, WaitOptions, getpgrp, kill_process, waitpid};
use rustix::termios::{tcgetpgrp, tcsetpgrp};

/// Says which part this binary plays.
const PART: &str = "LEITFADEN_TERMINAL_TEST_PART";

/// Plays a part at a terminal if it is told to; otherwise there is nothing to do.
#[test]
fn part_at_the_terminal() {
    match env::var(PART).as_deref() {
        Ok("screen") => show_screen(),
        Ok("shell") => run_as_a_shell_does(),
        _ => {}
    }
}

/// Shows on the screen what comes in.
fn show_screen() {
    while tcgetpgrp(io::stdin()) != Ok(getpgrp()) {
        thread::yield_now();
    }
    let mut terminal = Terminal::enter().expect("this part is played at a terminal");
    let mut inputs: Mailbox<Input> = Mailbox::open().expect("signals can be caught");
    say("ready");
    while let Some(input) = inputs.wait(None) {
        match input {
            Input::Key(key) if key.modifiers == KeyModifiers::CONTROL => {
                if terminal.suspend().expect("suspended") == Suspension::NotPossible {
                    say("cannot be suspended");
                }
            }
            Input::Key(key) if key.code == KeyCode::Char('q') => break,
            Input::Key(key) if key.code == KeyCode::Char('p') => panic!("Meier"),
            Input::Key(key) if key.code == KeyCode::Char('d') => {
                drop(inputs);
                say("deaf");
                loop {
                    thread::park();
                }
            }
            Input::Key(key) if key.code == KeyCode::Char('t') => {
                let other = thread::spawn(|| panic!("Meier"));
                say(if other.join().is_err() {
                    "other thread ended"
                } else {
                    "other thread lives"
                });
            }
            Input::Key(key) => say(&format!("key {}", key.code)),
            Input::Paste { text, is_cut } => say(&format!("paste {text:?} {is_cut}")),
            Input::Resize(size) => say(&format!("size {size} {}", terminal.size().expect("size"))),
            Input::Suspend => {
                terminal.suspend().expect("suspended");
            }
            Input::Continue => {
                terminal.resume().expect("resumed");
                say("continued");
            }
            Input::Terminate => {
                say("terminated");
                break;
            }
            Input::HangUp | Input::Closed => break,
        }
    }
}

fn say(text: &str) {
    let mut stdout = io::stdout().lock();
    // A terminal that is gone hears nothing.
    let _ = write!(stdout, "\r\n{text}.").and_then(|()| stdout.flush());
}

/// Starts the screen as a job of its own and says when it stops.
#[expect(
    clippy::zombie_processes,
    reason = "it is waited for with `waitpid`, which also tells that it stopped"
)]
fn run_as_a_shell_does() {
    let mut job = again("screen");
    let child = job
        .process_group(0)
        .spawn()
        .expect("this binary can be started");
    let job = Pid::from_child(&child);
    tcsetpgrp(io::stdin(), job).expect("the terminal belongs to this session");
    while let Ok(Some((_, status))) = waitpid(Some(job), WaitOptions::UNTRACED) {
        if status.stopped() {
            say("stopped");
        } else {
            say("ended");
            return;
        }
    }
}

fn again(part: &str) -> Command {
    let mut command = Command::new(env::current_exe().expect("this binary has a path"));
    command.args(["part_at_the_terminal", "--exact", "--nocapture", "--quiet"]);
    command.env(PART, part);
    command
}

/// A terminal of 40 × 10 with a part playing at it.
struct Session {
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    /// Everything that was written.
    written: String,
    modes_before: String,
}

impl Session {
    fn begin(part: &str) -> Self {
        let size = PtySize {
            rows: 10,
            cols: 40,
            ..PtySize::default()
        };
        let pair = native_pty_system()
            .openpty(size)
            .expect("a pseudo-terminal");
        let modes_before = modes(pair.master.as_ref());
        let mut command = CommandBuilder::new(env::current_exe().expect("this binary has a path"));
        command.args(again(part).get_args());
        command.env(PART, part);
        let child = pair
            .slave
            .spawn_command(command)
            .expect("this binary can be started");
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender
                    .send(buffer.iter().take(count).copied().collect())
                    .is_err()
                {
                    return;
                }
            }
        });
        let (rows, columns) = (10.try_into().expect("not 0"), 40.try_into().expect("not 0"));
        let mut session = Self {
            keys: pair.master.take_writer().expect("a writer"),
            master: pair.master,
            child,
            output,
            screen: vt100::Parser::new(rows, columns, 0),
            written: String::new(),
            modes_before,
        };
        session.wait_for("ready.");
        session
    }

    fn press(&mut self, keys: &str) {
        self.keys
            .write_all(keys.as_bytes())
            .expect("the terminal takes keys");
    }

    fn read(&mut self) -> bool {
        let Ok(bytes) = self.output.recv_timeout(Duration::from_secs(30)) else {
            return false;
        };
        self.screen.process(&bytes);
        self.written.push_str(&String::from_utf8_lossy(&bytes));
        true
    }

    /// Reads until `text` was written since the last call; hands out all up to it.
    fn wait_for(&mut self, text: &str) -> String {
        loop {
            if let Some((before, after)) = self.written.split_once(text) {
                let (before, after) = (before.to_owned(), after.to_owned());
                self.written = after;
                return before;
            }
            assert!(self.read(), "no {text:?} in {:?}", self.written);
        }
    }

    fn wait_for_the_end(&mut self) {
        self.child.wait().expect("the part ends");
        while self.read() {}
    }

    fn is_given_back(&self) -> bool {
        let screen = self.screen.screen();
        !screen.alternate_screen()
            && !screen.bracketed_paste()
            && !screen.hide_cursor()
            && modes(self.master.as_ref()) == self.modes_before
    }

    fn is_taken(&self) -> bool {
        let screen = self.screen.screen();
        screen.alternate_screen()
            && screen.bracketed_paste()
            && modes(self.master.as_ref()) != self.modes_before
    }

    /// The job that has the terminal.
    fn job(&self) -> Pid {
        let group = self.master.process_group_leader();
        group
            .and_then(Pid::from_raw)
            .expect("a job has the terminal")
    }

    fn pid(&self) -> Pid {
        let id = self
            .child
            .process_id()
            .and_then(|id| i32::try_from(id).ok());
        id.and_then(Pid::from_raw).expect("the part runs")
    }
}

fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}

#[test]
fn leaving_gives_the_terminal_back() {
    let mut session = Session::begin("screen");
    assert!(session.is_taken());
    session.press("q");
    session.wait_for_the_end();
    assert!(session.is_given_back());
}

#[test]
fn keys_pastes_and_sizes_arrive() {
    let mut session = Session::begin("screen");
    session.press("ß\x1b[A\x1b[200~eins\rzwei\x1b[201~");
    session.wait_for("key ß.");
    session.wait_for("key Up.");
    session.wait_for("paste \"eins\\rzwei\" false.");
    let size = PtySize {
        rows: 20,
        cols: 60,
        ..PtySize::default()
    };
    session.master.resize(size).expect("resized");
    session.wait_for("size 60x20 60x20.");
}

#[test]
fn e3_a_panic_gives_the_terminal_back_and_tells_no_payload() {
    let mut session = Session::begin("screen");
    session.press("p");
    session.wait_for_the_end();
    assert!(session.is_given_back());
    assert!(session.written.contains("stopped at tests/terminal.rs:"));
    assert!(!session.written.contains("Meier"));
}

#[test]
fn a_panic_in_another_thread_is_told_when_the_screen_is_gone() {
    let mut session = Session::begin("screen");
    session.press("t");
    let before = session.wait_for("other thread ended.");
    assert!(!before.contains("stopped at") && session.is_taken());
    session.press("q");
    session.wait_for_the_end();
    assert!(session.written.contains("stopped at tests/terminal.rs:"));
    assert!(!session.written.contains("Meier") && session.is_given_back());
}

#[test]
fn a_request_to_end_arrives_as_a_message() {
    let mut session = Session::begin("screen");
    kill_process(session.pid(), Signal::TERM).expect("the part runs");
    session.wait_for("terminated.");
    session.wait_for_the_end();
    assert!(session.is_given_back());
}

#[test]
fn a_program_that_listens_no_more_can_be_ended() {
    let mut session = Session::begin("screen");
    session.press("d");
    session.wait_for("deaf.");
    kill_process(session.pid(), Signal::TERM).expect("the part runs");
    session.wait_for_the_end();
}

#[test]
fn a_terminal_that_is_closed_ends_the_program() {
    let Session {
        master,
        mut keys,
        mut child,
        output,
        ..
    } = Session::begin("screen");
    // The reader lets the terminal go as soon as it has something to hand on that nobody takes.
    drop(output);
    keys.write_all(b"a").expect("the terminal takes keys");
    drop((keys, master));
    child.wait().expect("the part ends");
}

#[test]
fn without_a_shell_the_program_does_not_stop() {
    let mut session = Session::begin("screen");
    session.press("\x1a");
    session.wait_for("cannot be suspended.");
    assert!(session.is_taken());
}

#[test]
fn suspending_gives_the_terminal_back_and_continuing_takes_it_again() {
    let mut session = Session::begin("shell");
    for stop in ["\x1a", "\x1a"] {
        session.press(stop);
        session.wait_for("stopped.");
        assert!(session.is_given_back());
        let job = session.job();
        kill_process(job, Signal::CONT).expect("the job is there");
        session.wait_for("continued.");
        assert!(session.is_taken());
    }
    session.press("q");
    session.wait_for("ended.");
    assert!(session.is_given_back());
}
