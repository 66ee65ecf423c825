//! Programs that are run and measured as a whole.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use leitfaden::store::Study;

use crate::Fault;

/// How often the memory of a program is looked at while it runs.
const LOOK: Duration = Duration::from_millis(2);

/// What running the program took.
pub struct Ran {
    /// From its start to its end.
    pub time: Duration,
    /// The most memory it had, in KiB, as far as it could be looked at.
    pub peak: Option<u64>,
}

/// Runs the program on a study.
pub fn run(study: &Study, arguments: &[&str]) -> Result<Ran, Fault> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leitfaden"));
    command.arg("--study").arg(study.root()).args(arguments);
    measured(&mut command)
}

/// Has `rg` search the sessions for a word.
pub fn rg(word: &str, folder: &Path) -> Result<Duration, Fault> {
    let mut command = Command::new("rg");
    command.args(["--no-ignore", "-i", "-w", word]).arg(folder);
    Ok(measured(&mut command)?.time)
}

fn measured(command: &mut Command) -> Result<Ran, Fault> {
    let began = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let mut peak = None;
    while child.try_wait()?.is_none() {
        peak = peak_of(child.id()).max(peak);
        thread::sleep(LOOK);
    }
    Ok(Ran {
        time: began.elapsed(),
        peak,
    })
}

/// The most memory that a running program had, in KiB, where the system tells.
pub fn peak_of(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
