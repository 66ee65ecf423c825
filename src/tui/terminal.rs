//! The terminal: its modes, which are given back whatever happens, and what comes from it.
//!
//! While the screen is shown the terminal is in raw mode, on its alternate screen, and brackets what is pasted. No
//! mouse, no title. [`Terminal`] gives all of it back when it is dropped, when the program panics, and while it is
//! suspended; [`Mailbox`] turns keys and signals into messages, so that the program can settle and save before it ends.
//!
//! Keeps out: what is drawn and what keys mean.

use std::fmt;
use std::io::{self, IsTerminal, Write};
use std::panic::{self, Location};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::thread::{self, ThreadId};

use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::style::ResetColor;
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{execute, queue};
use ratatui::layout::Size;
use thiserror::Error;

#[cfg(unix)]
mod decode;
mod input;
mod mailbox;
#[cfg_attr(unix, path = "terminal/unix.rs")]
#[cfg_attr(not(unix), path = "terminal/other.rs")]
mod platform;

pub use self::input::{Input, typed_char};
pub use self::mailbox::{Gone, Mailbox, Post};
pub use self::platform::Unseen;

/// The size of a terminal that does not know its own.
const USUAL_SIZE: Size = Size::new(80, 24);

/// Why the terminal cannot be used.
#[derive(Debug, Error)]
pub enum TerminalError {
    /// Keys come from, or the screen goes to, something else.
    #[error("the screen needs a terminal, and {0} is none")]
    NotATerminal(Stream),
    /// The modes could not be set.
    #[error("the terminal could not be prepared for the screen")]
    Enter(#[source] io::Error),
    /// Keys or signals cannot be listened to.
    #[error("the keys of the terminal could not be listened to")]
    Listen(#[source] io::Error),
}

/// One of the program's standard streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    /// Where keys come from.
    Input,
    /// Where the screen goes.
    Output,
}

impl fmt::Display for Stream {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Input => "standard input",
            Self::Output => "standard output",
        })
    }
}

/// Whether the program can be suspended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suspension {
    /// The terminal was given back. Draw nothing before [`Input::Continue`] comes, then call [`Terminal::resume`].
    Stopped,
    /// Nobody could wake the program again, since no shell started it; nothing was done.
    NotPossible,
}

/// What the panic hook has to know of the one terminal there is.
struct Shared {
    /// The thread that entered the terminal, while it is entered.
    owner: Option<ThreadId>,
    /// Where other threads panicked meanwhile, to be told when the screen is gone.
    panics: Vec<String>,
}

static SHARED: Mutex<Shared> = Mutex::new(Shared {
    owner: None,
    panics: Vec::new(),
});

fn shared() -> MutexGuard<'static, Shared> {
    SHARED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The terminal, prepared for the screen as long as this value lives.
#[derive(Debug)]
pub struct Terminal(());

impl Terminal {
    /// Prepares the terminal for the screen, and sees to it that a panic gives it back.
    ///
    /// # Errors
    ///
    /// If standard input or output is no terminal, or its modes cannot be set; it is then left as it was.
    pub fn enter() -> Result<Self, TerminalError> {
        if !io::stdin().is_terminal() {
            return Err(TerminalError::NotATerminal(Stream::Input));
        }
        if !io::stdout().is_terminal() {
            return Err(TerminalError::NotATerminal(Stream::Output));
        }
        install_panic_hook();
        let terminal = Self(());
        set_modes().map_err(TerminalError::Enter)?;
        Ok(terminal)
    }

    /// Whether the screen can be drawn; not between [`Self::suspend`] and [`Self::resume`].
    pub fn is_shown(&self) -> bool {
        shared().owner.is_some()
    }

    /// Columns and rows of the terminal; 80 × 24 if it does not know.
    ///
    /// # Errors
    ///
    /// If the terminal is gone.
    pub fn size(&self) -> io::Result<Size> {
        current_size()
    }

    /// Gives the terminal back and stops the program, as Ctrl-Z does, until the shell continues it.
    ///
    /// # Errors
    ///
    /// If the terminal or the process refuses; the program then runs on, and [`Self::resume`] brings the screen back.
    pub fn suspend(&mut self) -> io::Result<Suspension> {
        if !platform::can_be_continued() {
            return Ok(Suspension::NotPossible);
        }
        give_back()?;
        platform::stop()?;
        Ok(Suspension::Stopped)
    }

    /// Prepares the terminal again after the program was continued, whoever stopped it. All must be painted anew.
    ///
    /// # Errors
    ///
    /// If the modes cannot be set.
    pub fn resume(&mut self) -> io::Result<()> {
        // A shell may have changed the modes behind our back, so that what was set must be set again.
        disable_raw_mode()?;
        set_modes()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // Nothing is left to be done about a terminal that is gone.
        let _ = give_back();
    }
}

/// Takes keys from the terminal, after the standard input gave something else and was read to its end.
///
/// # Errors
///
/// If there is no terminal, or the system has no such way.
pub fn keys_from_terminal() -> io::Result<()> {
    platform::keys_from_terminal()
}

/// Makes a panic give the terminal back and tell place and version of the program only: what a panic says may hold
/// what was typed. Called again, it does nothing.
pub fn install_panic_hook() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        panic::set_hook(Box::new(|info| {
            let place = panic_report(info.location());
            let is_owner_or_none = {
                let mut shared = shared();
                let others_screen = shared
                    .owner
                    .is_some_and(|owner| owner != thread::current().id());
                if others_screen {
                    shared.panics.push(place.clone());
                }
                !others_screen
            };
            if is_owner_or_none {
                let _ = give_back();
                let _ = writeln!(io::stderr(), "{place}");
            }
        }));
    });
}

fn panic_report(place: Option<&Location<'_>>) -> String {
    let program = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
    match place {
        Some(place) => format!("Error: {program} stopped at {place}"),
        None => format!("Error: {program} stopped"),
    }
}

/// How many columns the terminal of the standard output has, or is taken to have if it does not say.
pub fn terminal_columns() -> usize {
    let size = current_size().unwrap_or(USUAL_SIZE);
    usize::from(size.width)
}

fn current_size() -> io::Result<Size> {
    let size = platform::size()?;
    let is_known = size.width > 0 && size.height > 0;
    Ok(if is_known { size } else { USUAL_SIZE })
}

fn set_modes() -> io::Result<()> {
    shared().owner = Some(thread::current().id());
    let set = enable_raw_mode()
        .and_then(|()| execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste));
    if set.is_err() {
        let _ = give_back();
    }
    set
}

/// Gives the terminal back; does nothing if that was done.
fn give_back() -> io::Result<()> {
    let (owner, panics) = {
        let mut shared = shared();
        (shared.owner.take(), std::mem::take(&mut shared.panics))
    };
    if owner.is_none() {
        return Ok(());
    }
    let mut stdout = io::stdout();
    let shown = queue!(
        stdout,
        ResetColor,
        Show,
        DisableBracketedPaste,
        LeaveAlternateScreen
    )
    .and_then(|()| stdout.flush());
    let cooked = disable_raw_mode();
    for panic in panics {
        let _ = writeln!(io::stderr(), "{panic}");
    }
    shown.and(cooked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_tells_place_and_version_only() {
        let place = Location::caller();
        let report = panic_report(Some(place));
        let version = env!("CARGO_PKG_VERSION");
        assert_eq!(
            report,
            format!("Error: leitfaden {version} stopped at {place}")
        );
        assert_eq!(
            panic_report(None),
            format!("Error: leitfaden {version} stopped")
        );
    }

    #[test]
    fn an_error_says_which_stream_is_no_terminal() {
        let error = TerminalError::NotATerminal(Stream::Output);
        assert_eq!(
            error.to_string(),
            "the screen needs a terminal, and standard output is none"
        );
    }
}
