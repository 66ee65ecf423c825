//! Which functions of the program lie together: those that an interview runs.
//!
//! The system maps a program in pieces of 64 KiB around what is touched. An interview runs a fifth of the program, a
//! function here and there, and so had most of it in memory and waited for each piece at its start. Linkers that
//! understand a script of sections (that of Rust on Linux, and GNU's) put those functions before the others. Which they
//! are is measured by `near.py` and stands in `near.txt`; one that is not there any more does nothing.
//!
//! The script is tried on an empty program first: where it does not work, functions lie as the linker puts them. Only a
//! release for Linux on x86-64 is arranged so, where it is measured.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs};

/// The system whose programs are arranged, and whose symbols are named as `near.txt` has them (`.cargo/config.toml`).
const TARGET: &str = "x86_64-unknown-linux-gnu";

/// Has the linker put the functions together that `src/build/near.txt` names, if it can.
pub fn arrange(root: &Path, out: &Path) {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    if !is("TARGET", TARGET) || !is("PROFILE", "release") {
        return;
    }
    let list = root.join("src").join("build").join("near.txt");
    println!("cargo::rerun-if-changed={}", list.display());
    let functions =
        fs::read_to_string(&list).unwrap_or_else(|error| panic!("{}: {error}", list.display()));
    let arranged = out.join("near.ld");
    write(&arranged, &script(functions.lines()));
    let tried = out.join("tried.ld");
    write(&tried, &script(["main"].into_iter()));
    if links(out, &tried) {
        println!("cargo::rustc-link-arg-bins={}", argument(&arranged));
    }
}

/// The linker's script that puts these functions before all others.
fn script<'a>(functions: impl Iterator<Item = &'a str>) -> String {
    let mut script = String::from("SECTIONS {\n  .text.near : {\n");
    for function in functions {
        // What a compiler holds for rare lies apart, as the growing of a list.
        let _ = writeln!(script, "    *(.text.{function} .text.unlikely.{function})");
    }
    script.push_str("  }\n}\nINSERT BEFORE .text;\n");
    script
}

fn argument(script: &Path) -> String {
    format!("-Wl,-T,{}", script.display())
}

/// Whether an empty program can be linked by the script, and runs.
fn links(out: &Path, script: &Path) -> bool {
    let (source, program) = (out.join("tried.rs"), out.join("tried"));
    write(&source, "fn main() {}\n");
    let Some(compiler) = env::var_os("RUSTC") else {
        return false;
    };
    let mut command = Command::new(compiler);
    command.arg(&source).arg("-o").arg(&program);
    command.args(["--target", TARGET]);
    command.arg(format!("-Clink-arg={}", argument(script)));
    if let Some(linker) = env::var_os("RUSTC_LINKER") {
        command
            .arg("-C")
            .arg(format!("linker={}", linker.display()));
    }
    let flags = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    command.args(flags.split('\u{1f}').filter(|flag| !flag.is_empty()));
    succeeds(command) && (!is_host() || succeeds(Command::new(program)))
}

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

fn write(path: &Path, text: &str) {
    fs::write(path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
