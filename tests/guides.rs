//! Guides as files: the shipped ones are without fault, each faulty one says what is wrong and where.
//!
//! The faulty guides in `tests/guides/invalid/` differ from `tests/guides/valid.ron` in one place each, as the table
//! here says; beside each stands what is found. `UPDATE=1 cargo test --test guides` writes both anew.

#[path = "guides/cases.rs"]
mod cases;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use cases::CASES;
use leitfaden::guide::{MOST_FAULTS, Severity};
use leitfaden::store::guides::{self, GuideError, Located};
use proptest::prelude::*;

const VALID: &str = include_str!("guides/valid.ron");

/// The folder of the faulty guides.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/guides/invalid")
}

/// The valid guide with one change; `<…>` in `from` stands for all that lies between its two halves.
fn changed(name: &str, from: &str, to: &str) -> String {
    let (start, end) = from.split_once("<…>").unwrap_or((from, ""));
    let parts: Vec<&str> = VALID.split(start).collect();
    let [before, behind_start] = parts[..] else {
        panic!("{name}: what is changed must stand in the valid guide once");
    };
    let (_, behind) = behind_start.split_once(end).expect(name);
    let behind = if end.is_empty() { behind_start } else { behind };
    let head = "A small guide without any fault, from which tests/guides.rs makes the faulty ones.";
    format!("{before}{to}{behind}")
        .replace(head, "Not for use: made from valid.ron by tests/guides.rs.")
}

/// What is found in a guide, a line each.
fn report(bytes: &[u8]) -> String {
    let located = match guides::parse("test", bytes) {
        Ok((_, warnings)) => warnings,
        Err(GuideError::Meaning(faults)) => faults,
        Err(GuideError::Syntax { place, fault }) => return format!("{place} syntax {fault:?}\n"),
        Err(other) => return format!("{other}\n"),
    };
    let line = |located: Located| {
        let severity = match located.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let (place, fault) = (located.place, located.fault);
        format!("{place} {severity} {:?} in {}\n", fault.kind, fault.path)
    };
    located.into_iter().map(line).collect::<Vec<_>>().concat()
}

/// Holds a committed file against what it should be.
fn compare(path: &Path, found: &[u8], wrong: &mut Vec<String>) {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, found).expect("the folder of the faulty guides can be written to");
    } else if fs::read(path).ok().as_deref() != Some(found) {
        let found = String::from_utf8_lossy(found);
        wrong.push(format!("{} should be:\n{found}", path.display()));
    }
}

/// B14
#[test]
fn b14_each_faulty_guide_says_what_is_wrong_and_where() {
    let mut wrong = Vec::new();
    let latin1: Vec<u8> = VALID
        .chars()
        .map(|c| u8::try_from(c).unwrap_or(b'?'))
        .collect();
    let changed = CASES
        .iter()
        .map(|(name, from, to)| (*name, changed(name, from, to).into_bytes()));
    for (name, bytes) in changed.chain([("not-utf8", latin1)]) {
        let path = folder().join(name).with_extension("ron");
        compare(&path, &bytes, &mut wrong);
        let found = report(&bytes);
        assert!(!found.is_empty(), "{name} has no fault");
        compare(
            &path.with_extension("expected"),
            found.as_bytes(),
            &mut wrong,
        );
    }
    assert!(
        wrong.is_empty(),
        "{}\nwith UPDATE=1 they are written",
        wrong.join("\n")
    );
}

#[test]
fn no_faulty_guide_is_left_over() {
    let known: BTreeSet<&str> = CASES
        .iter()
        .map(|(name, ..)| *name)
        .chain(["not-utf8"])
        .collect();
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(known.contains(name), "{name} is made by no case");
    }
    assert_eq!(known.len(), CASES.len() + 1, "two cases have the same name");
}

#[test]
fn every_kind_of_fault_has_a_guide() {
    let source = include_str!("../src/guide/fault.rs");
    let (_, kinds) = source.split_once("pub enum FaultKind {").unwrap();
    let (kinds, _) = kinds.split_once("\n}").unwrap();
    let found: String = CASES
        .iter()
        .map(|(name, from, to)| report(changed(name, from, to).as_bytes()))
        .collect();
    let hopeless = VALID.replace(
        "de: [\"Seit",
        &format!("de: [\"{} Seit", "{x} ".repeat(MOST_FAULTS + 1)),
    );
    let found = found + &report(hopeless.as_bytes());
    let variants = kinds
        .lines()
        .filter_map(|line| line.strip_prefix("    "))
        .filter(|line| line.starts_with(|c: char| c.is_ascii_uppercase()));
    for variant in variants {
        let name = variant.trim_end_matches(|c: char| !c.is_alphanumeric());
        let name = name.split(['(', ' ']).next().unwrap();
        let said = ["error", "warning"]
            .iter()
            .any(|severity| found.contains(&format!("{severity} {name}")));
        assert!(
            said,
            "no guide in tests/guides/invalid has the fault {name}"
        );
    }
}

/// A11: every question fits its lines in every language.
#[test]
fn a11_the_valid_guide_and_all_shipped_ones_are_without_fault_so_that_every_question_fits() {
    assert_eq!(report(VALID.as_bytes()), "");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("guides");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "ron") {
            assert_eq!(
                report(&guides::read(&path).unwrap()),
                "",
                "{}",
                path.display()
            );
            guides::load(&path).unwrap();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    /// Whatever a slip of the hand does to a guide, it is read or refused with a place inside the file.
    #[test]
    fn no_slip_of_the_hand_is_a_panic(at in 0_usize..9000, remove in 0_usize..40, insert in "[\"'(){}\\[\\],:#/*a0ß\\\\ \n]{0,3}") {
        let characters: Vec<char> = VALID.chars().collect();
        let at = at.min(characters.len());
        let end = (at + remove).min(characters.len());
        let source: String = characters[..at].iter().copied().chain(insert.chars()).chain(characters[end..].iter().copied()).collect();
        let located = match guides::parse("test", source.as_bytes()) {
            Ok((_, warnings)) => warnings,
            Err(GuideError::Meaning(faults)) => faults,
            Err(GuideError::Syntax { place, .. }) => {
                prop_assert!(place.line <= source.lines().count() + 1);
                return Ok(());
            }
            Err(_) => return Ok(()),
        };
        for located in located {
            prop_assert!(source.get(located.span).is_some_and(|text| !text.is_empty()));
        }
    }
}
