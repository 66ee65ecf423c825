//! Every feature that an interview in the field needs has a test that says its acceptance, under the feature's number:
//! `a6_nothing_typed_off_the_record_is_kept_and_only_the_stretch_is`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The names of all functions in the Rust files of a folder.
fn functions(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            functions(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("UTF-8");
            let lines = text.lines().map(str::trim_start);
            let names = lines.filter_map(|line| line.strip_prefix("fn ")?.split(['(', '<']).next());
            found.extend(names.map(str::to_owned));
        }
    }
}

#[test]
fn every_feature_of_the_field_has_a_test_of_its_number() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = BTreeSet::new();
    for folder in ["src", "tests"] {
        functions(&root.join(folder), &mut found);
    }
    let live = (1..=17).map(|number| format!("a{number}_"));
    let better = (1..=20).map(|number| format!("b{number}_"));
    let missing: Vec<String> = live
        .chain(better)
        .filter(|number| !found.iter().any(|name| name.starts_with(number)))
        .collect();
    assert!(missing.is_empty(), "no test says {missing:?}");
}
