//! Every feature that an interview in the field needs has a test that says its acceptance, under the feature's number:
//! `a6_nothing_typed_off_the_record_is_kept_and_only_the_stretch_is`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The names of all tests in the Rust files of a folder.
fn tests_below(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            tests_below(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("UTF-8");
            found.extend(tests_in(&text).into_iter().map(str::to_owned));
        }
    }
}

/// The names of the functions that are marked as tests, those in a macro among them.
fn tests_in(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut is_marked = false;
    for line in text.lines().map(str::trim_start) {
        if let Some(function) = line.strip_prefix("fn ") {
            let name = function.split(['(', '<']).next();
            found.extend(name.filter(|_| is_marked));
        }
        // Further attributes and comments may stand between the mark and its function.
        let goes_on = line.starts_with("#[") || line.starts_with("//");
        is_marked = line == "#[test]" || is_marked && goes_on;
    }
    found
}

#[test]
fn only_what_is_marked_as_a_test_counts_as_one() {
    let text = "#[test]\n#[cfg(unix)]\n// why\nfn one() {}\nfn helper() {}\n\
        proptest! {\n    #[test]\n    fn two(byte: u8) {}\n}\n";
    assert_eq!(tests_in(text), ["one", "two"]);
}

#[test]
fn every_feature_of_the_field_has_a_test_of_its_number() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = BTreeSet::new();
    for folder in ["src", "tests"] {
        tests_below(&root.join(folder), &mut found);
    }
    let live = (1..=17).map(|number| format!("a{number}_"));
    let better = (1..=20).map(|number| format!("b{number}_"));
    // The rules of the check for disclosure, which B19 consists of.
    let rules = (1..=8).map(|number| format!("e{number}_"));
    let missing: Vec<String> = live
        .chain(better)
        .chain(rules)
        .filter(|number| !found.iter().any(|name| name.starts_with(number)))
        .collect();
    assert!(missing.is_empty(), "no test says {missing:?}");
}
