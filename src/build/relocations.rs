//! Has the places that the system fills in at the start packed, so that it reads a list of 8 KiB and not of 750.
//!
//! The addresses in a program's tables are relative to where it lies, and the system adds that up at each start, from a
//! list. Linkers can write the list as a map of bits (`DT_RELR`, in the generic ABI since 2022), which the library of GNU
//! reads from 2.36 on. Whether linker and system do is tried on a small program; where they do not, the list is as it
//! was. Only a release for Linux on x86-64 is packed so, where it is measured.

use std::path::Path;

use super::trial;

/// What the linker is told.
const PACKED: &str = "-Wl,-z,pack-relative-relocs";

/// Has the linker pack them, if it can and the system can read what it makes: for the machine that builds alone, since an
/// older one could not start it. What is made to be given away (`--profile dist`) is left as all can read it.
pub fn pack(out: &Path) {
    let told = format!("-Clink-arg={PACKED}");
    if trial::is_for_here(out) && trial::is_measured() && trial::links(out, "packed", &[&told]) {
        println!("cargo::rustc-link-arg-bins={PACKED}");
    }
}
