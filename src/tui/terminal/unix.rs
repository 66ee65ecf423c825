//! Keys and signals on Unix.
//!
//! Keys are read and decoded here and not by `crossterm`: when a terminal goes away its reader spins for ever
//! (<https://github.com/crossterm-rs/crossterm/issues/793>), and it takes a paste of any size into memory.

#[path = "unix/unseen.rs"]
mod unseen;

use std::io;
use std::os::fd::AsFd;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;
use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use rustix::termios::tcgetwinsize;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;
use zeroize::Zeroizing;

pub use self::unseen::Unseen;

use super::decode::Decoder;
use super::input::Input;

/// How long the rest of a key's sequence may take. A lone Esc is told after this time.
const SEQUENCE_WAIT: Duration = Duration::from_millis(50);

/// How long the rest of a paste may take before it is taken as it is.
const PASTE_WAIT: Duration = Duration::from_secs(3);

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
    let terminal = rustix::fs::open("/dev/tty", OFlags::RDWR | OFlags::CLOEXEC, Mode::empty())?;
    rustix::stdio::dup2_stdin(terminal).map_err(io::Error::from)
}

/// Starts the threads that read keys and signals.
pub(super) fn listen<M>(sender: &Sender<M>) -> io::Result<()>
where
    M: From<Input> + Send + 'static,
{
    let signals = Signals::new([SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH])?;
    let (for_keys, for_signals) = (sender.clone(), sender.clone());
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || tell_signals(signals, &for_signals))?;
    thread::Builder::new()
        .name("keys".to_owned())
        .spawn(move || {
            let mut tell = |input| for_keys.send(M::from(input)).is_ok();
            read_keys(&io::stdin(), &mut tell);
        })?;
    Ok(())
}

fn tell_signals<M: From<Input>>(mut signals: Signals, sender: &Sender<M>) {
    for signal in signals.forever() {
        let input = match signal {
            SIGHUP => Input::HangUp,
            SIGTSTP => Input::Suspend,
            SIGCONT => Input::Continue,
            SIGWINCH => match super::current_size() {
                Ok(size) => Input::Resize(size),
                Err(_) => continue,
            },
            _ => Input::Terminate,
        };
        if sender.send(M::from(input)).is_err() {
            // Nobody listens any more, so that the signal does what it does by itself.
            let _ = emulate_default_handler(signal);
        }
    }
}

/// Reads keys until `tell` refuses one or the terminal is closed.
fn read_keys(terminal: &impl AsFd, tell: &mut impl FnMut(Input) -> bool) {
    let mut decoder = Decoder::default();
    let mut buffer = Zeroizing::new([0_u8; 4096]);
    loop {
        let wait = match () {
            () if decoder.is_in_paste() => Some(PASTE_WAIT),
            () if decoder.is_in_sequence() => Some(SEQUENCE_WAIT),
            () => None,
        };
        if wait.is_some() && !becomes_readable(terminal, wait) {
            if !decoder.expire(tell) {
                return;
            }
            continue;
        }
        match rustix::io::read(terminal, buffer.as_mut_slice()) {
            Ok(0) => break,
            Ok(count) => {
                if !decoder.feed(buffer.split_at(count).0, tell) {
                    return;
                }
            }
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => {
                becomes_readable(terminal, None);
            }
            Err(_) => break,
        }
    }
    tell(Input::Closed);
}

/// Waits until there is something to read, if only that the terminal is closed; false if nothing came in time.
fn becomes_readable(terminal: &impl AsFd, wait: Option<Duration>) -> bool {
    let mut waited = [PollFd::new(terminal, PollFlags::IN)];
    let wait = wait.and_then(|wait| Timespec::try_from(wait).ok());
    match poll(&mut waited, wait.as_ref()) {
        Ok(ready) => ready > 0,
        Err(error) => error == Errno::INTR,
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::os::unix::net::UnixStream;
    use std::sync::mpsc::{Receiver, channel};

    use ratatui::crossterm::event::KeyCode;

    use super::*;

    /// The far end of a line whose near end is read for keys.
    fn line() -> (UnixStream, Receiver<Input>) {
        let (far, near) = UnixStream::pair().unwrap();
        let (sender, receiver) = channel();
        thread::spawn(move || read_keys(&near, &mut |input| sender.send(input).is_ok()));
        (far, receiver)
    }

    #[test]
    fn a_lone_escape_is_told_without_another_key() {
        let (mut far, inputs) = line();
        far.write_all(b"\x1b").unwrap();
        assert_eq!(inputs.recv(), Ok(Input::Key(KeyCode::Esc.into())));
    }

    #[test]
    fn a_closed_terminal_is_told_once_and_ends_the_reading() {
        let (mut far, inputs) = line();
        far.write_all(b"a\x1b[1").unwrap();
        drop(far);
        let told: Vec<Input> = inputs.iter().collect();
        assert_eq!(told, [Input::Key(KeyCode::Char('a').into()), Input::Closed]);
    }

    #[test]
    fn reading_ends_when_nobody_listens() {
        let (far, near) = UnixStream::pair().unwrap();
        (&far).write_all(b"a").unwrap();
        read_keys(&near, &mut |_| false);
    }

    #[test]
    fn a_terminal_that_does_not_block_is_waited_for() {
        let (mut far, near) = UnixStream::pair().unwrap();
        near.set_nonblocking(true).unwrap();
        let (sender, inputs) = channel();
        thread::spawn(move || read_keys(&near, &mut |input| sender.send(input).is_ok()));
        far.write_all(b"a").unwrap();
        assert_eq!(inputs.recv(), Ok(Input::Key(KeyCode::Char('a').into())));
    }
}
