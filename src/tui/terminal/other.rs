//! Keys on systems without signals, read by `crossterm`.

#[path = "other/unseen.rs"]
mod unseen;

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use ratatui::crossterm::event::{Event, KeyEventKind, read};
use ratatui::layout::Size;

pub use self::unseen::Unseen;

use super::input::{Input, PASTE_LIMIT, paste};

/// Columns and rows of the terminal.
pub(super) fn size() -> io::Result<Size> {
    ratatui::crossterm::terminal::size().map(Size::from)
}

/// Whether somebody could wake the program if it stopped.
pub(super) const fn can_be_continued() -> bool {
    false
}

/// Stops the program; nothing here can do that.
pub(super) fn stop() -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Puts the terminal in the place of the standard input; nothing here can do that.
pub(super) fn keys_from_terminal() -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// What wakes the thread that runs the screen: the keys, which another thread reads, and the bell of other threads.
pub(super) struct Source(Receiver<Option<Input>>);

/// Wakes who waits for a [`Source`].
#[derive(Clone)]
pub(super) struct Bell(Sender<Option<Input>>);

impl Source {
    /// Starts the thread that reads keys.
    pub(super) fn listen() -> io::Result<(Self, Bell)> {
        let (sender, receiver) = channel();
        let keys = sender.clone();
        thread::Builder::new()
            .name("keys".to_owned())
            .spawn(move || read_keys(&keys))?;
        Ok((Self(receiver), Bell(sender)))
    }

    /// Waits until something is told, the bell rings, or the time is over; all that is there is told at once.
    pub(super) fn wait(&mut self, longest: Option<Duration>, tell: &mut impl FnMut(Input)) {
        let woken = match longest {
            Some(longest) => self.0.recv_timeout(longest).ok(),
            None => self.0.recv().ok(),
        };
        let woken = woken.into_iter().chain(self.0.try_iter());
        woken.flatten().for_each(tell);
    }
}

impl Bell {
    pub(super) fn ring(&self) {
        // If nobody hears, nobody waits.
        let _ = self.0.send(None);
    }
}

/// A bell that nobody hears.
#[cfg(test)]
pub(super) fn unheard() -> Bell {
    Bell(channel().0)
}

fn read_keys(sender: &Sender<Option<Input>>) {
    loop {
        let input = match read() {
            Ok(event) => input_of(event),
            Err(_) => Some(Input::Closed),
        };
        let Some(input) = input else { continue };
        let is_last = input == Input::Closed;
        if sender.send(Some(input)).is_err() || is_last {
            return;
        }
    }
}

fn input_of(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => Some(Input::Key(key)),
        Event::Paste(text) => {
            let bytes = text.as_bytes();
            let is_cut = bytes.len() > PASTE_LIMIT;
            Some(paste(
                bytes.split_at(bytes.len().min(PASTE_LIMIT)).0,
                is_cut,
            ))
        }
        Event::Resize(width, height) => Some(Input::Resize(Size::new(width, height))),
        _ => None,
    }
}
