//! Listening to a recording while one writes: the player `mpv`, steered over its JSON IPC.
//!
//! A thread of its own talks to the player, so that a player that hangs never delays typing. The path of the recording
//! goes to the player over the connection alone: it is no argument of any program, is never stored and never shown. A
//! player that the program starts hangs on the connection and ends with it, however the program ends. Unix only.

#[cfg(unix)]
mod ipc;
#[cfg(unix)]
mod launch;
mod steer;
#[cfg(test)]
#[cfg(unix)]
mod tests;

use std::env;
use std::ffi::OsString;
use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use zeroize::Zeroizing;

/// The variable with the path of the recording.
const RECORDING: &str = "LEITFADEN_RECORDING";

/// The variable with the socket of a player that runs already.
const SOCKET: &str = "LEITFADEN_MPV_SOCKET";

/// The variable with the player to start in the place of `mpv`.
const PROGRAM: &str = "LEITFADEN_MPV";

/// The path of a recording: held in memory, never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct RecordingPath(Zeroizing<String>);

impl RecordingPath {
    /// A path as it was typed; `~/` is the user's home, and quotation marks around it, as file managers write them, go.
    pub fn new(typed: &str) -> Self {
        let typed = typed.trim();
        let quoted = |mark| typed.strip_prefix(mark)?.strip_suffix(mark);
        let path = quoted('\'').or_else(|| quoted('"')).unwrap_or(typed);
        let home = || directories::BaseDirs::new().map(|folders| folders.home_dir().to_owned());
        let expanded = path
            .strip_prefix("~/")
            .and_then(|rest| home()?.join(rest).to_str().map(str::to_owned));
        Self(Zeroizing::new(expanded.unwrap_or_else(|| path.to_owned())))
    }

    /// The path, to be handed on and nothing else.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for RecordingPath {
    /// Shows no path: it may hold a name.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RecordingPath")
    }
}

/// Where the player comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// It is started, and plays this recording.
    Start(RecordingPath),
    /// It runs already and listens at this socket; it goes on with what it plays.
    Attach(PathBuf),
}

/// What is known of the recording and the player before anybody is asked.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The recording.
    pub recording: Option<RecordingPath>,
    /// The socket of a player that runs already.
    pub socket: Option<PathBuf>,
}

impl Known {
    /// What the environment says, and else the configuration.
    pub fn find(configured_socket: Option<&str>) -> Self {
        let said = |name| env::var_os(name).filter(|value| !value.is_empty());
        let recording = said(RECORDING).and_then(|path| path.into_string().ok());
        let socket = said(SOCKET).or_else(|| configured_socket.map(OsString::from));
        Self {
            recording: recording.map(|path| RecordingPath::new(&Zeroizing::new(path))),
            socket: socket.map(PathBuf::from),
        }
    }

    /// Where the player comes from, if nobody need be asked: a player that runs already counts before a recording.
    pub fn source(&self) -> Option<Source> {
        let attach = self.socket.clone().map(Source::Attach);
        attach.or_else(|| self.recording.clone().map(Source::Start))
    }
}

/// What the player is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Play, or pause.
    Toggle,
    /// Go to this place, in milliseconds since the beginning.
    Seek(u64),
    /// Play a step faster.
    Faster,
    /// Play a step slower.
    Slower,
}

/// How the player stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Where it is, in milliseconds since the beginning of the recording.
    pub position_ms: u64,
    /// How long the recording is, if that is known.
    pub length_ms: Option<u64>,
    /// Whether it pauses.
    pub is_paused: bool,
    /// How fast it plays, in percent.
    pub speed_percent: u32,
}

/// What the player says.
#[derive(Debug)]
pub enum Report {
    /// How it stands.
    State(State),
    /// It did not do what it was told; listening goes on.
    Refused(Trouble),
    /// Listening ended.
    Ended(Trouble),
}

/// What went wrong with the player. Never holds a path.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// There is no player on this machine.
    #[error("mpv is not installed")]
    NotInstalled,
    /// It could not be started.
    #[error("the player could not be started")]
    Start(#[source] io::Error),
    /// Nobody listens at the socket.
    #[error("no player listens at the socket")]
    Attach(#[source] io::Error),
    /// The recording is not there, or is no file, or may not be read.
    #[error("the recording cannot be read")]
    NoFile(#[source] io::Error),
    /// What is in the file cannot be played.
    #[error("the recording cannot be played")]
    NotPlayable,
    /// The player ended.
    #[error("the player ended")]
    Gone,
    /// The player does not answer.
    #[error("the player does not answer")]
    Hung,
    /// The player answers with something else than its protocol.
    #[error("what answers is no mpv")]
    Protocol,
    /// The player refused what it was told.
    #[error("the player refused")]
    Refused,
    /// The system has no thread left.
    #[error("no thread could be started for the player")]
    Thread(#[source] io::Error),
    /// The system has no sockets of the kind that is used here.
    #[error("the player can be steered on Unix only")]
    UnixOnly,
}

/// How long the player may take.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(
    not(unix),
    expect(dead_code, reason = "there is no player to wait for")
)]
struct Patience {
    /// Until it answers.
    answer: Duration,
    /// Until a recording is open, which may lie on a slow disk.
    opening: Duration,
}

impl Patience {
    const USUAL: Self = Self {
        answer: Duration::from_secs(2),
        opening: Duration::from_secs(15),
    };
}

/// The player, and the thread that talks to it. Dropping it ends a player that was started, and leaves one that ran.
#[derive(Debug)]
pub struct Player {
    orders: Sender<Order>,
}

impl Player {
    /// Has the player started or found; `report` is called by the thread that talks to it.
    ///
    /// # Errors
    ///
    /// If the system has no thread left.
    pub fn start(
        source: Source,
        report: impl FnMut(Report) + Send + 'static,
    ) -> Result<Self, Trouble> {
        let program = env::var_os(PROGRAM).filter(|value| !value.is_empty());
        Self::start_program(source, program, Patience::USUAL, report)
    }

    /// The same with the player to start and the patience with it given.
    fn start_program(
        source: Source,
        program: Option<OsString>,
        patience: Patience,
        mut report: impl FnMut(Report) + Send + 'static,
    ) -> Result<Self, Trouble> {
        let (orders, received) = mpsc::channel();
        thread::Builder::new()
            .name("player".to_owned())
            .spawn(move || steer::steer(&source, program, patience, &received, &mut report))
            .map_err(Trouble::Thread)?;
        Ok(Self { orders })
    }

    /// Tells the player something. What it makes of it is reported.
    pub fn tell(&self, order: Order) {
        // A thread that ended has reported why.
        let _ = self.orders.send(order);
    }
}
