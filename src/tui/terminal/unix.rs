//! Keys and signals on Unix.
//!
//! Keys are read and decoded here and not by `crossterm`: when a terminal goes away its reader spins for ever
//! (<https://github.com/crossterm-rs/crossterm/issues/793>), and it takes a paste of any size into memory.

#[path = "unix/unseen.rs"]
mod unseen;

use std::io::{self, Read, Stdin, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;
use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use rustix::termios::tcgetwinsize;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::flag::register_conditional_default;
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;
use zeroize::Zeroizing;

pub use self::unseen::Unseen;

use super::decode::Decoder;
use super::input::Input;

/// How long the rest of a key's sequence may take. A lone Esc is told after this time.
const SEQUENCE_WAIT: Duration = Duration::from_millis(50);

/// How long the rest of a paste may take before it is taken as it is.
const PASTE_WAIT: Duration = Duration::from_secs(3);

/// The signals that end or stop a program which does not listen.
const STOPPING: [i32; 5] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP];

/// Columns and rows of the terminal.
pub(super) fn size() -> io::Result<Size> {
    let size = tcgetwinsize(io::stdout())?;
    Ok(Size::new(size.ws_col, size.ws_row))
}

/// Whether somebody could wake the program if it stopped.
///
/// A shell with job control gives each job a process group of its own. In the group of the session's leader there is no
/// such shell, and a stopped program would sleep for ever.
pub(super) fn can_be_continued() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}

/// Stops the program together with what it was started through (`cargo run`, a script), which the shell waits for.
pub(super) fn stop() -> io::Result<()> {
    kill_current_process_group(Signal::STOP).map_err(io::Error::from)
}

/// Puts the terminal in the place of a standard input that was read to its end.
pub(super) fn keys_from_terminal() -> io::Result<()> {
    let flags = OFlags::RDWR | OFlags::CLOEXEC;
    let terminal = rustix::fs::open(name_of_terminal()?, flags, Mode::empty())?;
    rustix::stdio::dup2_stdin(terminal).map_err(io::Error::from)
}

/// The terminal that the screen goes to. macOS cannot wait for `/dev/tty`, which is every terminal and none.
#[cfg(target_os = "macos")]
fn name_of_terminal() -> io::Result<std::ffi::CString> {
    Ok(rustix::termios::ttyname(io::stdout(), Vec::new())?)
}

/// The terminal of this process.
#[cfg(not(target_os = "macos"))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "asking for a name may fail elsewhere"
)]
const fn name_of_terminal() -> io::Result<&'static str> {
    Ok("/dev/tty")
}

/// What wakes the thread that runs the screen: the terminal, signals, and the bell of other threads.
pub(super) struct Source {
    keys: Keys<Stdin>,
    signals: SignalDelivery<UnixStream, SignalOnly>,
    rings: UnixStream,
    /// Set when nobody listens any more, so that signals do what they do by themselves.
    is_gone: Arc<AtomicBool>,
}

/// Wakes who waits for a [`Source`].
#[derive(Clone)]
pub(super) struct Bell(Arc<UnixStream>);

impl Source {
    /// Begins to listen.
    pub(super) fn listen() -> io::Result<(Self, Bell)> {
        let is_gone = Arc::new(AtomicBool::new(false));
        for signal in STOPPING {
            register_conditional_default(signal, Arc::clone(&is_gone))?;
        }
        let (read, write) = UnixStream::pair()?;
        let heard = STOPPING.into_iter().chain([SIGCONT, SIGWINCH]);
        let signals = SignalDelivery::with_pipe(read, write, SignalOnly, heard)?;
        let (bell, rings) = Bell::hung()?;
        let source = Self {
            keys: Keys::of(io::stdin()),
            signals,
            rings,
            is_gone,
        };
        Ok((source, bell))
    }

    /// Waits until something is told, the bell rings, or the time is over; may return for nothing.
    pub(super) fn wait(&mut self, longest: Option<Duration>, tell: &mut impl FnMut(Input)) {
        let woken = [self.signals.get_read().as_fd(), self.rings.as_fd()];
        let [is_signalled, is_rung] = self.keys.wait(woken, longest, tell);
        if is_rung {
            silence(&self.rings);
        }
        if is_signalled {
            self.signals.pending().filter_map(input_of).for_each(tell);
        }
    }
}

impl Drop for Source {
    fn drop(&mut self) {
        self.is_gone.store(true, Ordering::SeqCst);
    }
}

impl Bell {
    /// A bell, and what becomes readable when it rings.
    pub(super) fn hung() -> io::Result<(Self, UnixStream)> {
        let (rung, rings) = UnixStream::pair()?;
        for end in [&rung, &rings] {
            end.set_nonblocking(true)?;
        }
        Ok((Self(Arc::new(rung)), rings))
    }

    pub(super) fn ring(&self) {
        // If there is no room it rings already; if nobody hears, nobody waits.
        let _ = (&*self.0).write(&[0]);
    }
}

/// A bell that nobody hears.
#[cfg(test)]
pub(super) fn unheard() -> Bell {
    Bell::hung().expect("a pair of sockets").0
}

/// Takes away that it rang.
fn silence(mut rings: &UnixStream) {
    let mut rung = [0; 64];
    while rings.read(&mut rung).is_ok_and(|count| count == rung.len()) {}
}

fn input_of(signal: i32) -> Option<Input> {
    match signal {
        SIGHUP => Some(Input::HangUp),
        SIGTSTP => Some(Input::Suspend),
        SIGCONT => Some(Input::Continue),
        SIGWINCH => super::current_size().ok().map(Input::Resize),
        _ => Some(Input::Terminate),
    }
}

/// The keys of a terminal.
struct Keys<T> {
    /// Nothing once it is closed.
    terminal: Option<T>,
    decoder: Decoder,
    buffer: Zeroizing<[u8; 4096]>,
    /// When what waits for the rest of its sequence is taken as it is.
    due: Option<Instant>,
}

impl<T: AsFd> Keys<T> {
    fn of(terminal: T) -> Self {
        Self {
            terminal: Some(terminal),
            decoder: Decoder::default(),
            buffer: Zeroizing::new([0; 4096]),
            due: None,
        }
    }

    /// Waits until there are keys, which are told, until one of the others can be read, or until the time is over; says
    /// which of the others can be read.
    fn wait(
        &mut self,
        [one, other]: [BorrowedFd<'_>; 2],
        longest: Option<Duration>,
        tell: &mut impl FnMut(Input),
    ) -> [bool; 2] {
        let due = self
            .due
            .map(|due| due.saturating_duration_since(Instant::now()));
        let wait = longest.into_iter().chain(due).min();
        let wait = wait.and_then(|wait| Timespec::try_from(wait).ok());
        let [one, other] = [one, other].map(|fd| PollFd::from_borrowed_fd(fd, PollFlags::IN));
        let (others, has_keys) = if let Some(terminal) = &self.terminal {
            let terminal = PollFd::new(terminal, PollFlags::IN);
            let [keys, others @ ..] = polled([terminal, one, other], wait.as_ref());
            (others, keys)
        } else {
            (polled([one, other], wait.as_ref()), false)
        };
        if has_keys {
            self.read(tell);
        } else if self.due.is_some_and(|due| due <= Instant::now()) {
            self.decoder.expire(tell);
            self.due = None;
        }
        others
    }

    /// Reads what is there.
    fn read(&mut self, tell: &mut impl FnMut(Input)) {
        let Some(terminal) = &self.terminal else {
            return;
        };
        match rustix::io::read(terminal, self.buffer.as_mut_slice()) {
            Ok(0) => self.close(tell),
            Ok(count) => {
                self.decoder.feed(self.buffer.split_at(count).0, tell);
                let rest = match () {
                    () if self.decoder.is_in_paste() => Some(PASTE_WAIT),
                    () if self.decoder.is_in_sequence() => Some(SEQUENCE_WAIT),
                    () => None,
                };
                self.due = rest.map(|rest| Instant::now() + rest);
            }
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(_) => self.close(tell),
        }
    }

    fn close(&mut self, tell: &mut impl FnMut(Input)) {
        self.terminal = None;
        self.due = None;
        tell(Input::Closed);
    }
}

/// Which of these can be read, if only to learn that they are closed, once one can or the time is over.
fn polled<const N: usize>(mut waited: [PollFd<'_>; N], wait: Option<&Timespec>) -> [bool; N] {
    match poll(&mut waited, wait) {
        Ok(_) => waited.map(|waited| !waited.revents().is_empty()),
        // A signal came, which will be read the next time.
        Err(_) => [false; N],
    }
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::KeyCode;

    use super::*;

    /// A line whose near end is read for keys.
    struct Line {
        far: UnixStream,
        keys: Keys<UnixStream>,
        bell: Bell,
        rings: UnixStream,
    }

    impl Line {
        fn new() -> Self {
            let (far, near) = UnixStream::pair().unwrap();
            let (bell, rings) = Bell::hung().unwrap();
            Self {
                far,
                keys: Keys::of(near),
                bell,
                rings,
            }
        }

        fn wait(&mut self, longest: Option<Duration>) -> (Vec<Input>, bool) {
            let mut told = Vec::new();
            let rings = [self.rings.as_fd(); 2];
            let [_, is_rung] = self
                .keys
                .wait(rings, longest, &mut |input| told.push(input));
            (told, is_rung)
        }
    }

    #[test]
    fn a_lone_escape_is_told_without_another_key() {
        let mut line = Line::new();
        line.far.write_all(b"\x1b").unwrap();
        assert_eq!(line.wait(None), (Vec::new(), false));
        let told = vec![Input::Key(KeyCode::Esc.into())];
        assert_eq!(line.wait(None), (told, false));
    }

    #[test]
    fn a_closed_terminal_is_told_once_and_wakes_nobody_any_more() {
        let mut line = Line::new();
        line.far.write_all(b"a\x1b[1").unwrap();
        let told = vec![Input::Key(KeyCode::Char('a').into())];
        assert_eq!(line.wait(None), (told, false));
        line.far.shutdown(std::net::Shutdown::Both).unwrap();
        assert_eq!(line.wait(None), (vec![Input::Closed], false));
        line.bell.ring();
        assert_eq!(line.wait(None), (Vec::new(), true));
    }

    #[test]
    fn a_bell_that_rang_is_silent_until_it_rings_again() {
        let mut line = Line::new();
        for _ in 0..200 {
            line.bell.ring();
        }
        assert_eq!(line.wait(None), (Vec::new(), true));
        silence(&line.rings);
        assert_eq!(line.wait(Some(Duration::ZERO)), (Vec::new(), false));
        line.bell.ring();
        assert_eq!(line.wait(None), (Vec::new(), true));
    }

    #[test]
    fn a_terminal_that_does_not_block_is_waited_for() {
        let mut line = Line::new();
        let near = line.keys.terminal.as_ref().unwrap();
        near.set_nonblocking(true).unwrap();
        let mut far = line.far.try_clone().unwrap();
        let typing = std::thread::spawn(move || far.write_all(b"a").unwrap());
        let told = vec![Input::Key(KeyCode::Char('a').into())];
        assert_eq!(line.wait(None), (told, false));
        typing.join().unwrap();
    }
}
