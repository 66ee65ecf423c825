//! What a linker and the system can do, tried on a small program.

use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs};

/// The system whose programs are arranged, and whose symbols are named as `near.txt` has them (`.cargo/config.toml`).
const TARGET: &str = "x86_64-unknown-linux-gnu";

/// What is tried: nothing but a panic that is caught.
const PROGRAM: &str = "fn main() {
    assert!(std::panic::catch_unwind(|| panic!()).is_err());
}
";

/// Whether a release is built for the system on which it is measured what arranging a program brings.
pub fn is_measured() -> bool {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    is("TARGET", TARGET) && is("PROFILE", "release")
}

/// Whether a small program can be linked when the compiler is told this, and runs. Its files are called by the name.
pub fn links(out: &Path, name: &str, told: &[&str]) -> bool {
    let (source, program) = (out.join(format!("{name}.rs")), out.join(name));
    fs::write(&source, PROGRAM).unwrap_or_else(|error| panic!("{}: {error}", source.display()));
    let Some(compiler) = env::var_os("RUSTC") else {
        return false;
    };
    let mut command = Command::new(compiler);
    command.arg(&source).arg("-o").arg(&program);
    command.args(["--target", TARGET]);
    command.args(told);
    if let Some(linker) = env::var_os("RUSTC_LINKER") {
        command
            .arg("-C")
            .arg(format!("linker={}", linker.display()));
    }
    let flags = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    command.args(flags.split('\u{1f}').filter(|flag| !flag.is_empty()));
    succeeds(command) && (!is_host() || succeeds(Command::new(program)))
}

/// Whether what is built is for the machine that builds it, and not to be given away (`--profile dist`).
pub fn is_for_here(out: &Path) -> bool {
    let profile = out.ancestors().nth(3).and_then(Path::file_name);
    is_host() && profile.is_some_and(|name| name == "release")
}

/// Whether what is built is for the system that builds it.
fn is_host() -> bool {
    env::var("HOST").is_ok_and(|host| host == TARGET)
}

fn succeeds(mut command: Command) -> bool {
    let status = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.is_ok_and(|status| status.success())
}
