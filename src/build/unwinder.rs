//! Makes what unwinds a panic a part of the program.
//!
//! Otherwise it is a library of its own (`libgcc_s`), which the system finds, maps and puts right at every start: a thirtieth of
//! the time until an interview is shown. Compilers bring it as `libgcc_eh` too; the linker takes what comes first, and that of
//! Rust on Linux then leaves the library out. One that does not links as before. What compilers bring may ask for a newer
//! system than theirs, so that it is taken for the machine that builds alone, as the packed places are. Tried on a small
//! program, and only where it is measured, in a release for Linux on x86-64.

use std::path::Path;

use super::trial;

/// What the compiler is told.
const OWN: &str = "dylib=gcc_eh";

/// Has the linker take it in, if it can.
pub fn take_in(out: &Path) {
    if trial::is_for_here(out) && trial::is_measured() && trial::links(out, "unwound", &["-l", OWN])
    {
        println!("cargo::rustc-link-lib={OWN}");
    }
}
