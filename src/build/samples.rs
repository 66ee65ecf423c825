//! The list of the samples: the invented sessions and their cases, as they lie in the repository.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The source of the list: the name of each file, and its text.
pub fn generate(root: &Path) -> String {
    let mut source = String::from(
        "/// The files of the sample sessions: name, text.\npub const SESSIONS: &[(&str, &str)] = &[\n",
    );
    let folder = root.join("sessions");
    println!("cargo::rerun-if-changed={}", folder.display());
    for name in names(&folder) {
        let file = folder.join(&name).display().to_string();
        println!("cargo::rerun-if-changed={file}");
        let _ = writeln!(source, "    ({name:?}, include_str!({file:?})),");
    }
    source.push_str("];\n");
    source
}

/// The names of the RON files of a folder that are named as exceptions in its `.gitignore`.
///
/// A session that a person keeps in the repository's folder while trying the program must not get into the program.
fn names(folder: &Path) -> Vec<String> {
    let lines = fs::read_to_string(folder.join(".gitignore")).unwrap_or_default();
    let excepted = lines.lines().filter_map(|line| line.strip_prefix('!'));
    let mut names: Vec<String> = excepted
        .filter(|name| is_ron(name) && folder.join(name).is_file())
        .map(str::to_owned)
        .collect();
    names.sort();
    names
}

fn is_ron(name: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|extension| extension == "ron")
}
