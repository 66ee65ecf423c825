//! Makes what is generated at build time: an enum with one variant a text from the German word files, so that a
//! missing key does not compile; the built-in guides in a form that is read quickly; the list of the sample sessions that
//! are part of the program; how the program lies in its file, and what is part of it.

#[path = "store/format/guide_v1/file.rs"]
mod file;
#[path = "build/guides.rs"]
mod guides;
#[path = "language/tag.rs"]
#[expect(
    dead_code,
    reason = "the program does more with languages than the build"
)]
mod language;
#[path = "build/messages.rs"]
mod messages;
#[path = "build/near.rs"]
mod near;
#[path = "build/relocations.rs"]
mod relocations;
#[path = "build/samples.rs"]
mod samples;
#[path = "store/format/guide_v1/text.rs"]
mod text;
#[path = "build/texts.rs"]
mod texts;
#[path = "build/trial.rs"]
mod trial;
#[path = "build/unwinder.rs"]
mod unwinder;

use std::path::Path;
use std::{env, fs};

fn main() {
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo names the package's folder");
    let out = env::var("OUT_DIR").expect("cargo names a folder for what is generated");
    let (root, out) = (Path::new(&root), Path::new(&out));
    write(&out.join("texts.rs"), &texts::generate(root));
    write(&out.join("guides.rs"), &guides::generate(root, out));
    write(&out.join("samples.rs"), &samples::generate(root));
    near::arrange(root, out);
    relocations::pack(out);
    unwinder::take_in(out);
}

fn write(path: &Path, source: &str) {
    fs::write(path, source).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
