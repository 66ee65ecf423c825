//! Keys on systems without signals, read by `crossterm`.

#[path = "other/unseen.rs"]
mod unseen;

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

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

/// Starts the thread that reads keys.
pub(super) fn listen<M>(sender: &Sender<M>) -> io::Result<()>
where
    M: From<Input> + Send + 'static,
{
    let sender = sender.clone();
    thread::Builder::new()
        .name("keys".to_owned())
        .spawn(move || {
            loop {
                let input = match read() {
                    Ok(event) => input_of(event),
                    Err(_) => Some(Input::Closed),
                };
                let Some(input) = input else { continue };
                let is_last = input == Input::Closed;
                if sender.send(M::from(input)).is_err() || is_last {
                    return;
                }
            }
        })
        .map(drop)
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
