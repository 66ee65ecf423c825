//! Starts `mpv` so that it leaves no trace, or finds one that runs.

use std::ffi::OsString;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::{PROGRAM, RECORDING, SOCKET, Trouble};
use crate::store::wait_or_end;

/// How the player is started: without the user's configuration and scripts, without a window, without a memory of what
/// was played, with a neutral name wherever the system shows one, and deaf to everything but the connection.
const OPTIONS: &[&str] = &[
    "--no-config",
    "--load-scripts=no",
    "--osc=no",
    "--ytdl=no",
    "--idle=yes",
    "--pause=yes",
    "--keep-open=yes",
    "--hr-seek=yes",
    "--vid=no",
    "--sub-auto=no",
    "--audio-file-auto=no",
    "--cover-art-auto=no",
    "--audio-display=no",
    "--force-window=no",
    "--resume-playback=no",
    "--save-position-on-quit=no",
    "--input-default-bindings=no",
    "--input-media-keys=no",
    "--terminal=no",
    "--title=leitfaden",
    "--force-media-title=leitfaden",
    "--audio-client-name=leitfaden",
    // The standard input is the connection; when it closes, however that comes about, the player ends.
    "--input-ipc-client=fd://0",
];

/// How long a player may take to end by itself.
const END: Duration = Duration::from_millis(500);

/// A player that was started; it ends when it is dropped.
#[derive(Debug)]
pub(super) struct Started(Child);

impl Drop for Started {
    fn drop(&mut self) {
        // The connection is closed by now, which ends it.
        let _ = wait_or_end(&mut self.0, END);
    }
}

/// Starts the player; gives the connection to it.
pub(super) fn start(program: Option<OsString>) -> Result<(UnixStream, Started), Trouble> {
    let (ours, theirs) = UnixStream::pair().map_err(Trouble::Start)?;
    let child = Command::new(program.unwrap_or_else(|| OsString::from("mpv")))
        .args(OPTIONS)
        .env_remove(RECORDING)
        .env_remove(SOCKET)
        .env_remove(PROGRAM)
        .stdin(Stdio::from(OwnedFd::from(theirs)))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Trouble::NotInstalled,
            _ => Trouble::Start(error),
        })?;
    Ok((ours, Started(child)))
}

/// Finds a player that runs.
pub(super) fn attach(socket: &Path) -> Result<UnixStream, Trouble> {
    UnixStream::connect(socket).map_err(Trouble::Attach)
}
