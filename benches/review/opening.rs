//! The program at a terminal: how long until the sessions are listed, and until the matrix stands there.

use std::time::{Duration, Instant};

use leitfaden::store::Study;
use portable_pty::CommandBuilder;

use crate::Fault;
use crate::child::peak_of;
use crate::pseudo_terminal::PseudoTerminal;

/// The key in the list of sessions to what is read across interviews.
const ACROSS: char = 'm';

/// What opening the program took.
pub struct Opened {
    /// From the start of the program until the first session of the list could be read on the screen.
    pub listed: Duration,
    /// From the key until the matrix could be.
    pub across: Duration,
    /// The most memory it had, in KiB, as far as it could be looked at.
    pub peak: Option<u64>,
}

/// Opens the program on a study whose index is at hand, and goes on to the matrix.
pub fn open(study: &Study) -> Result<Opened, Fault> {
    let first = study.sessions()?.into_iter().next().ok_or("no session")?;
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_leitfaden"));
    command.env("LANG", "C.UTF-8");
    command.env("TERM", "xterm-256color");
    command.env("HOME", study.root());
    command.arg("--study");
    command.arg(study.root());
    command.args(["--lang", "en", "review"]);
    let mut terminal = PseudoTerminal::start(command)?;
    let listed = terminal.first_frame(&[format!(" {first} "), "F1 help".to_owned()])?;
    let pressed = Instant::now();
    terminal.press(ACROSS)?;
    let shown = terminal.wait_for(&["Protocol matrix".to_owned(), format!(" {first} ")])?;
    let peak = terminal.process().and_then(peak_of);
    Ok(Opened {
        listed,
        across: shown - pressed,
        peak,
    })
}
