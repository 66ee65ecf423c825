//! Which functions of the program lie together: those that an interview runs.
//!
//! The system maps a program in pieces of 64 KiB around what is touched. An interview runs a fifth of the program, a
//! function here and there, and so had most of it in memory and waited for each piece at its start. Linkers that
//! understand a script of sections (that of Rust on Linux, and GNU's) put those functions before the others. Which they
//! are is measured by `near.py` and stands in `near.txt`; one that is not there any more does nothing.
//!
//! The script is tried on a small program first: where it does not work, functions lie as the linker puts them. Only a
//! release for Linux on x86-64 is arranged so, where it is measured.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::trial;

/// Has the linker put the functions together that `src/build/near.txt` names, if it can.
pub fn arrange(root: &Path, out: &Path) {
    if !trial::is_measured() {
        return;
    }
    let list = root.join("src").join("build").join("near.txt");
    println!("cargo::rerun-if-changed={}", list.display());
    let functions =
        fs::read_to_string(&list).unwrap_or_else(|error| panic!("{}: {error}", list.display()));
    let arranged = out.join("near.ld");
    write(&arranged, &script(&functions));
    let tried = out.join("tried.ld");
    write(&tried, &script("main"));
    let told = format!("-Clink-arg={}", argument(&tried));
    if trial::links(out, "tried", &[&told]) {
        println!("cargo::rustc-link-arg-bins={}", argument(&arranged));
    }
}

/// The linker's script that puts these functions before all others, each part of the list behind the one before. One
/// statement names a part: a linker goes through the whole program for each.
fn script(functions: &str) -> String {
    let mut script = String::from("SECTIONS {\n  .text.near : {\n");
    let parts = functions.split("\n\n").map(str::trim);
    for part in parts.filter(|part| !part.is_empty()) {
        script.push_str("    *(\n");
        for function in part.lines() {
            let _ = writeln!(script, "      .text.{function}");
        }
        script.push_str("    )\n");
    }
    script.push_str("  }\n}\nINSERT BEFORE .text;\n");
    script
}

fn argument(script: &Path) -> String {
    format!("-Wl,-T,{}", script.display())
}

fn write(path: &Path, text: &str) {
    fs::write(path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
