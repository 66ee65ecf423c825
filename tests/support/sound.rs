//! A sound to listen to, and the real player without a loudspeaker.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

/// A sound of so many seconds: a square wave in one channel.
pub fn sound(path: &Path, seconds: u32) {
    const RATE: u32 = 8_000;
    let length = RATE * seconds;
    let mut bytes = Vec::new();
    bytes.extend(b"RIFF");
    bytes.extend((36 + length).to_le_bytes());
    bytes.extend(b"WAVEfmt ");
    bytes.extend(16_u32.to_le_bytes());
    bytes.extend(1_u16.to_le_bytes());
    bytes.extend(1_u16.to_le_bytes());
    bytes.extend(RATE.to_le_bytes());
    bytes.extend(RATE.to_le_bytes());
    bytes.extend(1_u16.to_le_bytes());
    bytes.extend(8_u16.to_le_bytes());
    bytes.extend(b"data");
    bytes.extend(length.to_le_bytes());
    bytes.extend((0..length).map(|at| if at / 20 % 2 == 0 { 0x70_u8 } else { 0x90 }));
    fs::write(path, bytes).expect("the sound can be written");
}

/// The real player without sound; nothing where it is not installed.
///
/// What starts it lies in the repository: a script that is written now may be open for writing in a process that
/// another test forks at this moment, and then it cannot be run.
pub fn silent_mpv() -> Option<OsString> {
    let found = Command::new("mpv").arg("--version").output();
    if found.is_err() {
        say_that_it_is_skipped();
        return None;
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/silent-mpv");
    Some(script.into())
}

#[expect(clippy::print_stderr, reason = "a test says that it was skipped")]
fn say_that_it_is_skipped() {
    eprintln!("skipped: mpv is not installed");
}
