//! Where the one thread that runs the screen finds what happened.
//!
//! Keys and signals are waited for by that thread itself: a key that another thread reads first wakes two threads
//! before it is shown, and each wake-up of a processor that rests costs more than all that is done with the key. What
//! other threads have to say comes by a [`Post`], which rings while it is waited.
//!
//! Keeps out: what keys and messages mean.

use std::collections::VecDeque;
use std::fmt;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use super::TerminalError;
use super::input::Input;
use super::platform::{Bell, Source};

/// Keys, signals, and what was posted, in one place.
pub struct Mailbox<M> {
    source: Source,
    inputs: VecDeque<Input>,
    posted: Receiver<M>,
    post: Post<M>,
}

/// Sends messages to a [`Mailbox`] from any thread.
pub struct Post<M> {
    sender: Sender<M>,
    bell: Bell,
}

/// Nobody takes messages any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone;

impl<M: From<Input>> Mailbox<M> {
    /// Listens to the keys of the terminal and to signals. Call it once, after [`Terminal::enter`](super::Terminal::enter);
    /// when the mailbox is dropped, signals do what they do by themselves.
    ///
    /// # Errors
    ///
    /// If signals cannot be caught.
    pub fn open() -> Result<Self, TerminalError> {
        let (source, bell) = Source::listen().map_err(TerminalError::Listen)?;
        let (sender, posted) = channel();
        Ok(Self {
            source,
            inputs: VecDeque::new(),
            posted,
            post: Post { sender, bell },
        })
    }

    /// What other threads send their messages with.
    pub fn post(&self) -> Post<M> {
        self.post.clone()
    }

    /// Waits for the next message; nothing if none comes within the time. Once nothing will come from the terminal any
    /// more, that is told once, and keys no longer wake.
    pub fn wait(&mut self, longest: Option<Duration>) -> Option<M> {
        let end = longest.map(|longest| Instant::now() + longest);
        let mut left = longest;
        loop {
            if let Some(message) = self.take() {
                return Some(message);
            }
            if left.is_some_and(|left| left.is_zero()) {
                return None;
            }
            let inputs = &mut self.inputs;
            self.source.wait(left, &mut |input| inputs.push_back(input));
            left = end.map(|end| end.saturating_duration_since(Instant::now()));
        }
    }

    /// The next message that is there.
    pub fn take(&mut self) -> Option<M> {
        let input = self.inputs.pop_front();
        input.map(M::from).or_else(|| self.posted.try_recv().ok())
    }
}

impl<M> Post<M> {
    /// One whose messages are taken where there is no terminal.
    #[cfg(test)]
    pub(crate) fn without_terminal() -> (Self, Receiver<M>) {
        let (sender, posted) = channel();
        let bell = super::platform::unheard();
        (Self { sender, bell }, posted)
    }

    /// Sends a message.
    ///
    /// # Errors
    ///
    /// If the mailbox is gone.
    pub fn send(&self, message: M) -> Result<(), Gone> {
        self.sender.send(message).map_err(|_| Gone)?;
        self.bell.ring();
        Ok(())
    }
}

impl<M> Clone for Post<M> {
    fn clone(&self) -> Self {
        Self {
            sender: self.sender.clone(),
            bell: self.bell.clone(),
        }
    }
}

impl<M> fmt::Debug for Mailbox<M> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Mailbox")
    }
}

impl<M> fmt::Debug for Post<M> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Post")
    }
}
