//! The program at a pseudo-terminal: keys go in, what the screen shows is waited for.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

use crate::keys::{Key, keys};
use crate::place::Place;

/// How long anything may take before a test gives up.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// How wide and high the terminal is at first.
const SIZE: (u16, u16) = (120, 40);

/// The program at a terminal.
pub struct Program {
    /// The terminal's side of the line.
    pub master: Box<dyn MasterPty + Send>,
    /// What is typed.
    pub input: Box<dyn Write + Send>,
    /// The process.
    pub child: Box<dyn Child + Send + Sync>,
    /// What the program wrote and nobody has looked at yet.
    pub output: Receiver<Vec<u8>>,
    /// What the terminal shows.
    pub screen: vt100::Parser,
    /// Everything that the program wrote to the terminal.
    pub written: Vec<u8>,
    /// The probe that no topic has and that was asked for last.
    asked: u8,
    /// How the terminal was set before the program.
    modes: String,
}

impl Program {
    /// Starts the program.
    pub fn start(place: &Place, arguments: &[OsString]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_leitfaden"));
        command.args(arguments);
        Self::start_command(place, command)
    }

    /// Starts a command that starts the program.
    pub fn start_command(place: &Place, mut command: CommandBuilder) -> Self {
        let pair = native_pty_system()
            .openpty(size(SIZE))
            .expect("a pseudo-terminal");
        let modes = modes(pair.master.as_ref());
        command.env_clear();
        for (name, value) in place.variables() {
            command.env(name, value);
        }
        command.cwd(place.root());
        let child = pair
            .slave
            .spawn_command(command)
            .expect("the program can be started");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut buffer = vec![0; 65_536];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                let bytes = buffer.iter().take(count).copied().collect();
                if sender.send(bytes).is_err() {
                    return;
                }
            }
        });
        Self {
            modes,
            input: pair.master.take_writer().expect("a writer"),
            master: pair.master,
            child,
            output,
            screen: vt100::Parser::new(number(SIZE.1), number(SIZE.0), 0),
            written: Vec::new(),
            asked: 8,
        }
    }

    /// Starts an interview and waits until it can be typed.
    pub fn interview(place: &Place) -> Self {
        let mut program = Self::start(place, &place.interview());
        program.wait_for("A-1 ·");
        program
    }

    /// Presses keys one by one.
    pub fn press(&mut self, text: &str) {
        for key in keys(text) {
            self.press_key(key);
        }
    }

    /// Presses one key.
    pub fn press_key(&mut self, key: Key) {
        self.send(&key.bytes());
    }

    /// Sends bytes as the terminal does.
    pub fn send(&mut self, bytes: &[u8]) {
        self.input
            .write_all(bytes)
            .and_then(|()| self.input.flush())
            .expect("the terminal takes keys");
    }

    /// What the screen shows.
    pub fn shown(&self) -> String {
        self.screen.screen().contents()
    }

    /// The line that says how the words stand with the disk.
    pub fn status(&self) -> String {
        let (rows, _) = self.screen.screen().size();
        let lines: Vec<String> = self.screen.screen().rows(0, u16::MAX).collect();
        let status = lines.get(usize::from(rows.get()).saturating_sub(2));
        status.cloned().unwrap_or_default()
    }

    /// Waits until the screen shows a text.
    pub fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |program| program.shown().contains(text));
    }

    /// Waits until something holds.
    pub fn wait_until(&mut self, what: &str, holds: impl Fn(&Self) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !holds(self) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.show(&bytes),
                Err(error) => {
                    let why = match error {
                        RecvTimeoutError::Timeout => "did not come in time",
                        RecvTimeoutError::Disconnected => "did not come before the end",
                    };
                    panic!("{what:?} {why}; the screen shows\n{}", self.shown());
                }
            }
        }
    }

    /// Waits until something holds that the screen does not show.
    pub fn wait_until_it_holds(&mut self, what: &str, holds: impl Fn() -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !holds() {
            assert!(Instant::now() < deadline, "{what:?} did not come in time");
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(20)) {
                self.show(&bytes);
            }
        }
    }

    /// Waits until everything that was typed is acknowledged as saved.
    ///
    /// The key asks for a probe that no topic has. The answer stands in the line of the status, behind it, so that the
    /// status that is seen with it is that of all keys before; keys alternate, so that no old answer is taken for it.
    pub fn wait_until_saved(&mut self) {
        self.asked = 17 - self.asked;
        let asked = self.asked;
        self.press(&format!("<A-{asked}>"));
        let answer = format!("There is no probe {asked} here.");
        self.wait_until(&format!("saved and {answer}"), |program| {
            let status = program.status();
            status.contains("✓ saved") && status.contains(&answer)
        });
    }

    /// Whether the terminal is as it was before the program.
    pub fn is_given_back(&self) -> bool {
        let screen = self.screen.screen();
        !screen.alternate_screen()
            && !screen.bracketed_paste()
            && !screen.hide_cursor()
            && modes(self.master.as_ref()) == self.modes
    }

    /// Waits for the end of the program and takes in what it wrote until then.
    pub fn wait_for_the_end(&mut self) -> ExitStatus {
        let deadline = Instant::now() + PATIENCE;
        loop {
            while let Ok(bytes) = self.output.try_recv() {
                self.show(&bytes);
            }
            if let Some(status) = self.child.try_wait().expect("the program is known") {
                while let Ok(bytes) = self.output.recv_timeout(PATIENCE) {
                    self.show(&bytes);
                }
                return status;
            }
            assert!(
                Instant::now() < deadline,
                "the program does not end; the screen shows\n{}",
                self.shown()
            );
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(20)) {
                self.show(&bytes);
            }
        }
    }

    /// Sends the program a signal.
    pub fn signal(&self, signal: Signal) {
        let id = self.child.process_id().expect("the program runs");
        let id = Pid::from_raw(id.cast_signed()).expect("a process has a number");
        kill_process(id, signal).expect("the program can be reached");
    }

    /// Takes in a piece of what the program writes.
    pub fn show(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        self.written.extend_from_slice(bytes);
    }
}

fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}

/// The size of a terminal of so many columns and rows.
pub fn size((cols, rows): (u16, u16)) -> PtySize {
    PtySize {
        rows,
        cols,
        ..PtySize::default()
    }
}

/// A number of columns or rows.
pub fn number(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).expect("a terminal has a size")
}
