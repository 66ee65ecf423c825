//! The built-in guides in a form that is read quickly.
//!
//! A guide in RON is a hundred kilobytes whose every field is found by its name: reading one takes longer than all else
//! before the first frame of an interview. So each built-in guide is part of the program twice: as it is copied into a
//! new study, and as `MessagePack` without names. `store::guides` takes the second for the first where both are equal.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::file;

/// The ids of the built-in guides; the first is the one that a new interview is offered.
const IDS: [&str; 2] = ["cluster-cooperation", "bw-screening"];

/// The source of the list of built-in guides; writes the quick form of each beside it.
pub fn generate(root: &Path, out: &Path) -> String {
    let mut source = format!(
        "/// The guides that are part of the program; the first is the one that a new interview is offered.\n\
         pub const BUILT_IN: [BuiltIn; {}] = [\n",
        IDS.len()
    );
    for id in IDS {
        let written = root.join("guides").join(id).with_extension("ron");
        println!("cargo::rerun-if-changed={}", written.display());
        let text = fs::read_to_string(&written)
            .unwrap_or_else(|error| panic!("{}: {error}", written.display()));
        let compact = out.join(id).with_extension("guide");
        fs::write(&compact, compacted(&text, &written))
            .unwrap_or_else(|error| panic!("{}: {error}", compact.display()));
        let _ = writeln!(
            source,
            "    BuiltIn {{ id: {id:?}, source: include_str!({:?}), digest: {:?}, compact: include_bytes!({:?}) }},",
            written.display().to_string(),
            digest(&text),
            compact.display().to_string(),
        );
    }
    source.push_str("];\n");
    source
}

fn compacted(text: &str, path: &Path) -> Vec<u8> {
    let guide = file::read(text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    rmp_serde::to_vec(&guide).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// SHA-256 as lower-case hexadecimal digits, as `store::guides` gives it.
fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes())
        .iter()
        .fold(String::new(), |mut digits, byte| {
            let _ = write!(digits, "{byte:02x}");
            digits
        })
}
