//! A line that is typed and not shown, on Unix.

use std::io;
use std::thread::{self, JoinHandle};

use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::{Handle, Signals};
use signal_hook::low_level::emulate_default_handler;

/// The terminal, which shows nothing of what is typed as long as this value lives. It shows it again when this is
/// dropped, and when a signal ends or suspends the program.
pub struct Unseen {
    before: Termios,
    signals: Handle,
    thread: Option<JoinHandle<()>>,
}

impl Unseen {
    /// Lets nothing be shown.
    ///
    /// # Errors
    ///
    /// If the terminal or the system refuses; the terminal is then as it was.
    pub fn begin() -> io::Result<Self> {
        let before = tcgetattr(io::stdin())?;
        let signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP])?;
        let handle = signals.handle();
        let kept = before.clone();
        let thread = thread::Builder::new()
            .name("unseen".to_owned())
            .spawn(move || obey(signals, &kept))?;
        let unseen = Self {
            before,
            signals: handle,
            thread: Some(thread),
        };
        set(&hidden(&unseen.before))?;
        Ok(unseen)
    }
}

impl Drop for Unseen {
    fn drop(&mut self) {
        // The thread first, so that it does not hide again what is shown here.
        self.signals.close();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
        let _ = set(&self.before);
    }
}

/// Gives the terminal back before a signal does what it does by itself.
fn obey(mut signals: Signals, before: &Termios) {
    for signal in signals.forever() {
        let _ = set(before);
        let _ = emulate_default_handler(signal);
        // Only who was suspended comes here.
        let _ = set(&hidden(before));
    }
}

/// The same modes without the letters that are typed. The end of the line is shown.
fn hidden(modes: &Termios) -> Termios {
    let mut modes = modes.clone();
    modes.local_modes.remove(LocalModes::ECHO);
    modes.local_modes.insert(LocalModes::ECHONL);
    modes
}

fn set(modes: &Termios) -> io::Result<()> {
    tcsetattr(io::stdin(), OptionalActions::Now, modes).map_err(io::Error::from)
}
