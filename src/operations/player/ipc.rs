//! The JSON IPC of `mpv`: a request a line, answers and events a line each. See
//! <https://mpv.io/manual/stable/#json-ipc>.

use std::collections::VecDeque;
use std::io::{self, Read, Write};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::Trouble;

/// The longest line that is read, in bytes. What is asked here is answered in far less.
const LONGEST_LINE: usize = 64 * 1024;

/// How many events are kept that nobody asked for yet.
const MOST_EVENTS: usize = 64;

/// A stream whose reading and writing can be given an end.
pub(super) trait Connection: Read + Write {
    /// How long a read or a write may take.
    fn set_timeout(&self, timeout: Duration) -> io::Result<()>;
}

#[cfg(unix)]
impl Connection for std::os::unix::net::UnixStream {
    fn set_timeout(&self, timeout: Duration) -> io::Result<()> {
        self.set_read_timeout(Some(timeout))?;
        self.set_write_timeout(Some(timeout))
    }
}

/// The connection to a player.
pub(super) struct Ipc<C> {
    connection: C,
    /// What was read and is no whole line yet.
    read: Vec<u8>,
    events: VecDeque<Value>,
    last_request: u64,
}

impl<C: Connection> Ipc<C> {
    pub(super) fn new(connection: C) -> Self {
        Self {
            connection,
            read: Vec::new(),
            events: VecDeque::new(),
            last_request: 0,
        }
    }

    /// Sends a command and waits for its answer at most so long; gives the data of the answer, or nothing if the player
    /// says that it did not do it.
    pub(super) fn request(
        &mut self,
        command: &[Value],
        patience: Duration,
    ) -> Result<Option<Value>, Trouble> {
        let until = Instant::now() + patience;
        self.last_request += 1;
        let id = self.last_request;
        let mut line = json!({"command": command, "request_id": id}).to_string();
        line.push('\n');
        self.set_timeout(patience)?;
        self.connection.write_all(line.as_bytes()).map_err(of_io)?;
        loop {
            let message = self.next_message(until)?;
            if message.get("event").is_some() {
                self.keep(message);
            } else if message.get("request_id").and_then(Value::as_u64) == Some(id) {
                let is_done = message.get("error").and_then(Value::as_str) == Some("success");
                let data = message.get("data").cloned().unwrap_or(Value::Null);
                return Ok(is_done.then_some(data));
            }
        }
    }

    /// Waits for one of these events at most so long.
    pub(super) fn event(&mut self, names: &[&str], patience: Duration) -> Result<Value, Trouble> {
        let until = Instant::now() + patience;
        let is_wanted = |event: &Value| {
            let name = event.get("event").and_then(Value::as_str);
            name.is_some_and(|name| names.contains(&name))
        };
        loop {
            if let Some(at) = self.events.iter().position(is_wanted)
                && let Some(event) = self.events.remove(at)
            {
                return Ok(event);
            }
            let message = self.next_message(until)?;
            if message.get("event").is_some() {
                self.keep(message);
            }
        }
    }

    /// Forgets the events that nobody asked for.
    pub(super) fn forget_events(&mut self) {
        self.events.clear();
    }

    fn keep(&mut self, event: Value) {
        if self.events.len() == MOST_EVENTS {
            self.events.pop_front();
        }
        self.events.push_back(event);
    }

    fn next_message(&mut self, until: Instant) -> Result<Value, Trouble> {
        loop {
            if let Some(end) = self.read.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = self.read.drain(..=end).collect();
                let message: Value =
                    serde_json::from_slice(&line).map_err(|_| Trouble::Protocol)?;
                if !message.is_object() {
                    return Err(Trouble::Protocol);
                }
                return Ok(message);
            }
            if self.read.len() > LONGEST_LINE {
                return Err(Trouble::Protocol);
            }
            self.read_more(until)?;
        }
    }

    fn read_more(&mut self, until: Instant) -> Result<(), Trouble> {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(Trouble::Hung);
        }
        self.set_timeout(left)?;
        let mut chunk = [0; 4096];
        match self.connection.read(&mut chunk) {
            Ok(0) => Err(Trouble::Gone),
            Ok(length) => {
                self.read.extend(chunk.iter().take(length));
                Ok(())
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => Ok(()),
            Err(error) => Err(of_io(error)),
        }
    }

    fn set_timeout(&self, timeout: Duration) -> Result<(), Trouble> {
        self.connection.set_timeout(timeout).map_err(of_io)
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it is what map_err gives")]
fn of_io(error: io::Error) -> Trouble {
    match error.kind() {
        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut => Trouble::Hung,
        _ => Trouble::Gone,
    }
}
