//! What the commands do on a terminal, as far as only a terminal can show it.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};

/// A program on a terminal of its own.
struct OnTerminal {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    shown: String,
    // The terminal goes when this is dropped.
    master: Box<dyn portable_pty::MasterPty + Send>,
}

impl OnTerminal {
    fn start(home: &Path, arguments: &[&str]) -> Self {
        let size = PtySize {
            rows: 24,
            cols: 80,
            ..PtySize::default()
        };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_leitfaden"));
        command.env_clear();
        command.args(arguments);
        command.cwd(home);
        for (name, value) in [("LANG", "en_GB.UTF-8"), ("TERM", "xterm-256color")] {
            command.env(name, value);
        }
        for name in ["HOME", "TMPDIR"] {
            command.env(name, home);
        }
        let child = pair
            .slave
            .spawn_command(command)
            .expect("the program starts");
        let mut reader = pair.master.try_clone_reader().expect("its output");
        let keys = pair.master.take_writer().expect("its keys");
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut bytes = [0_u8; 4096];
            while let Ok(length @ 1..) = reader.read(&mut bytes) {
                let read = bytes.get(..length).unwrap_or_default();
                if sender.send(read.to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            child,
            keys,
            output,
            shown: String::new(),
            master: pair.master,
        }
    }

    /// Waits until a text is shown.
    fn wait_for(&mut self, text: &str) {
        while !self.shown.contains(text) {
            match self.output.recv_timeout(Duration::from_secs(20)) {
                Ok(bytes) => self.shown.push_str(&String::from_utf8_lossy(&bytes)),
                Err(error) => panic!("{text} is not shown ({error}):\n{}", self.shown),
            }
        }
    }

    fn press(&mut self, keys: &[u8]) {
        self.keys.write_all(keys).expect("the program reads keys");
        self.keys.flush().expect("the program reads keys");
    }

    /// Whether the terminal shows what is typed.
    #[cfg(unix)]
    fn shows_what_is_typed(&self) -> bool {
        let modes = self.master.get_termios().expect("a terminal has modes");
        format!("{:?}", modes.local_flags).contains("ECHO |")
    }

    fn exit_code(&mut self) -> u32 {
        self.child.wait().expect("the program ends").exit_code()
    }
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    names
        .map(|name| name.to_string_lossy().into_owned())
        .collect()
}

#[test]
fn on_a_terminal_the_working_version_is_shown_and_labelled() {
    let home = tempfile::tempdir().unwrap();
    let mut made = OnTerminal::start(home.path(), &["demo", "-o", "copy"]);
    made.wait_for("leitfaden --study");
    assert_eq!(made.exit_code(), 0);
    let mut shown = OnTerminal::start(
        home.path(),
        &["--study", "copy", "--lang", "en", "show", "P-2"],
    );
    shown.wait_for("Working version (pseudonymised)");
    shown.wait_for("not anonymous");
    assert_eq!(shown.exit_code(), 0);
}

#[test]
fn the_copy_that_is_tried_out_goes_when_the_program_is_left() {
    let home = tempfile::tempdir().unwrap();
    let mut program = OnTerminal::start(home.path(), &["demo"]);
    program.wait_for("K-1");
    assert_eq!(names_in(home.path()).len(), 1);
    program.press(b"\x11");
    assert_eq!(program.exit_code(), 0);
    assert_eq!(names_in(home.path()), Vec::<String>::new());
}

/// A7 of the field brief: the words that are struck stay in no terminal's memory either.
#[cfg(unix)]
#[test]
fn words_to_strike_are_typed_unseen_and_the_terminal_shows_again_what_is_typed() {
    let home = tempfile::tempdir().unwrap();
    let mut made = OnTerminal::start(home.path(), &["demo", "-o", "copy"]);
    made.wait_for("leitfaden --study");
    assert_eq!(made.exit_code(), 0);
    let strike = [
        "--study", "copy", "--lang", "en", "strike", "K-2", "--text", "-",
    ];
    let mut struck = OnTerminal::start(home.path(), &strike);
    struck.wait_for("Which words?");
    assert!(!struck.shows_what_is_typed());
    struck.press(b"nachbarland ist lieferweg\r");
    struck.wait_for("Nachbarland ist Lieferweg");
    assert!(
        !struck.shown.contains("nachbarland ist"),
        "{}",
        struck.shown
    );
    struck.wait_for("[y/N]");
    assert!(struck.shows_what_is_typed());
    struck.press(b"y\r");
    struck.wait_for("struck");
    assert_eq!(struck.exit_code(), 0);
    let file = home.path().join("copy").join("sessions").join("K-2.ron");
    assert!(!fs::read_to_string(file).unwrap().contains("Lieferweg"));

    let mut ended = OnTerminal::start(home.path(), &strike);
    ended.wait_for("Which words?");
    assert!(!ended.shows_what_is_typed());
    ended.press(b"half a secr\x03");
    assert_ne!(ended.exit_code(), 0);
    assert!(ended.shows_what_is_typed(), "also after an interruption");
}

#[test]
fn on_a_terminal_a_possible_name_is_shown_if_it_is_asked_for() {
    let home = tempfile::tempdir().unwrap();
    let mut made = OnTerminal::start(home.path(), &["demo", "-o", "copy"]);
    made.wait_for("leitfaden --study");
    assert_eq!(made.exit_code(), 0);
    let file = home.path().join("copy").join("sessions").join("K-2.ron");
    let source = fs::read_to_string(&file).unwrap();
    let planted = source.replace("Nachbarland ist Lieferweg", "Frau Brunnhuber sagt");
    assert_ne!(planted, source);
    fs::write(&file, planted).unwrap();
    let check = ["--study", "copy", "--lang", "en", "check", "K-2"];
    let mut masked = OnTerminal::start(home.path(), &check);
    masked.wait_for("Frau [person?] sagt");
    masked.wait_for("still recognise a statement");
    assert_eq!(masked.exit_code(), 1);
    assert!(!masked.shown.contains("Brunnhuber"));
    let mut shown = OnTerminal::start(home.path(), &[&check[..], &["--show"]].concat());
    shown.wait_for("Frau Brunnhuber sagt");
    assert_eq!(shown.exit_code(), 1);
}
