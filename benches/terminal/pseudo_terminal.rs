//! A program at a pseudo-terminal of 120 × 40: keys go in, a screen comes out, and the instant at which it did.

use std::io::{ErrorKind, Read, Write};
use std::num::NonZeroU16;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::{Parser, Screen};

use crate::Fault;

const ROWS: NonZeroU16 = NonZeroU16::new(40).expect("not zero");
const COLUMNS: NonZeroU16 = NonZeroU16::new(120).expect("not zero");

/// How long a program may take to show what it is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long a program is left alone after its start: several times as long as any takes to its first frame.
const UNTIL_LOOKED_AT: Duration = Duration::from_millis(50);

/// What a program wrote, and when it could be read.
struct Chunk {
    read: Instant,
    bytes: Vec<u8>,
}

/// A program at a terminal of its own. It is ended when this value is dropped.
pub struct PseudoTerminal {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    chunks: Receiver<Chunk>,
    parser: Parser,
    started: Instant,
    /// Bytes that were read since somebody asked.
    count: usize,
    /// The terminal lives as long as this does.
    _master: Box<dyn MasterPty + Send>,
}

impl PseudoTerminal {
    /// Starts a program.
    pub fn start(command: CommandBuilder) -> Result<Self, Fault> {
        let pair = native_pty_system().openpty(PtySize {
            rows: ROWS.get(),
            cols: COLUMNS.get(),
            ..PtySize::default()
        })?;
        let reader = pair.master.try_clone_reader()?;
        let keys = pair.master.take_writer()?;
        let (sender, chunks) = channel();
        thread::spawn(move || read(reader, &sender));
        let started = Instant::now();
        let child = pair.slave.spawn_command(command)?;
        Ok(Self {
            child,
            keys,
            chunks,
            parser: Parser::new(ROWS, COLUMNS, 0),
            started,
            count: 0,
            _master: pair.master,
        })
    }

    /// The number of the process.
    pub fn process(&self) -> Option<u32> {
        self.child.process_id()
    }

    /// Waits until the screen shows all of these texts; says how long that took from the start of the program.
    ///
    /// What is written is looked at only when that is long over: a frame comes in several pieces, and whoever looks at the first
    /// takes the processor from the thread that reads the next.
    pub fn first_frame(&mut self, texts: &[String]) -> Result<Duration, Fault> {
        thread::sleep(UNTIL_LOOKED_AT);
        Ok(self.wait_for(texts)? - self.started)
    }

    /// Waits until the screen shows all of these texts; says when it did.
    pub fn wait_for(&mut self, texts: &[String]) -> Result<Instant, Fault> {
        self.wait_until(|screen| {
            let contents = contents(screen);
            texts.iter().all(|text| contents.contains(text))
        })
    }

    /// Presses the key of a character and waits until the character stands before the cursor.
    ///
    /// A finished name gives way to its placeholder at the same stroke, so that the cursor may stay where it is: it
    /// must have moved, or stand in another text.
    pub fn type_character(&mut self, character: char) -> Result<Duration, Fault> {
        let before = line_of_cursor(self.parser.screen());
        let pressed = Instant::now();
        self.press(character)?;
        let shown = self.wait_until(|screen| {
            let (row, column) = screen.cursor_position();
            let cell = column
                .checked_sub(1)
                .and_then(|left| screen.cell(row, left));
            let is_typed = cell.is_some_and(|cell| match cell.contents() {
                "" => character == ' ',
                symbol => symbol.chars().eq([character]),
            });
            is_typed && line_of_cursor(screen) != before
        })?;
        Ok(shown - pressed)
    }

    /// Presses a key and waits for nothing.
    pub fn press(&mut self, key: char) -> Result<(), Fault> {
        self.keys
            .write_all(key.encode_utf8(&mut [0; 4]).as_bytes())?;
        Ok(self.keys.flush()?)
    }

    /// Takes in for a while what the program writes.
    pub fn rest(&mut self, pause: Duration) {
        let end = Instant::now() + pause;
        while let Ok(chunk) = self
            .chunks
            .recv_timeout(end.saturating_duration_since(Instant::now()))
        {
            self.take(&chunk);
        }
    }

    /// The bytes that the program wrote since this was asked the last time.
    pub fn take_count(&mut self) -> usize {
        std::mem::take(&mut self.count)
    }

    /// Waits until the program ends by itself.
    pub fn wait_for_end(&mut self) -> Result<(), Fault> {
        let end = Instant::now() + PATIENCE;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            match self.chunks.recv_timeout(left) {
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => return Err("the program does not end".into()),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        self.child.wait()?;
        Ok(())
    }

    fn wait_until(&mut self, is_shown: impl Fn(&Screen) -> bool) -> Result<Instant, Fault> {
        let end = Instant::now() + PATIENCE;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            match self.chunks.recv_timeout(left) {
                Ok(chunk) => {
                    self.take(&chunk);
                    if is_shown(self.parser.screen()) {
                        return Ok(chunk.read);
                    }
                }
                Err(error) => {
                    let reason = match error {
                        RecvTimeoutError::Timeout => "does not show what it should",
                        RecvTimeoutError::Disconnected => "has ended",
                    };
                    let screen = contents(self.parser.screen());
                    return Err(format!("the program {reason}:\n{screen}").into());
                }
            }
        }
    }

    fn take(&mut self, chunk: &Chunk) {
        self.count += chunk.bytes.len();
        self.parser.process(&chunk.bytes);
    }
}

impl Drop for PseudoTerminal {
    fn drop(&mut self) {
        // One that has ended already cannot be ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Where the cursor stands, and in which text.
fn line_of_cursor(screen: &Screen) -> ((u16, u16), Option<String>) {
    let position = screen.cursor_position();
    let mut rows = screen.rows(0, COLUMNS.get());
    (position, rows.nth(usize::from(position.0)))
}

/// What the screen shows, without the blanks at the ends of the rows.
fn contents(screen: &Screen) -> String {
    let rows = screen.rows(0, COLUMNS.get());
    let rows: Vec<String> = rows.map(|row| row.trim_end().to_owned()).collect();
    rows.join("\n")
}

/// Reads what a program writes, in a thread of its own, so that the instant holds nothing of what is done with it.
fn read(mut reader: Box<dyn Read + Send>, sender: &Sender<Chunk>) {
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let count = match reader.read(&mut buffer) {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Ok(0) | Err(_) => return,
            Ok(count) => count,
        };
        let read = Instant::now();
        let bytes = buffer.iter().take(count).copied().collect();
        if sender.send(Chunk { read, bytes }).is_err() {
            return;
        }
    }
}
