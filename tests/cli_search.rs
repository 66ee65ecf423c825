//! Searching from the command line: what is found at which level, and that the query is kept nowhere.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// A folder with a copy of the sample study in it.
struct Home(tempfile::TempDir);

impl Home {
    fn with_demo() -> Self {
        let home = Self(tempfile::tempdir().expect("a temporary folder"));
        assert!(home.run(&["demo", "-o", "copy"], "").status.success());
        home
    }

    fn run(&self, arguments: &[&str], input: &str) -> Output {
        let mut child = Command::new(env!("CARGO_BIN_EXE_leitfaden"))
            .args(arguments)
            .env_clear()
            .env("HOME", self.0.path())
            .env("LANG", "de_CH.UTF-8")
            .current_dir(self.0.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stdin = child.stdin.take().expect("it has an input");
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        child.wait_with_output().expect("it ends")
    }

    fn search(&self, arguments: &[&str], input: &str) -> (i32, String, String) {
        let all = [&["--study", "copy", "--lang", "en", "search"], arguments].concat();
        let ran = self.run(&all, input);
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        let code = ran.status.code().expect("it ends by itself");
        (code, text(ran.stdout), text(ran.stderr))
    }

    fn found(&self, query: &str, level: &str) -> serde_json::Value {
        let (code, output, errors) = self.search(&[query, "--json", "--level", level], "");
        assert_eq!(code, 0, "{errors}");
        serde_json::from_str(&output).expect("one JSON document")
    }
}

fn count(document: &serde_json::Value) -> usize {
    document["notes"].as_array().expect("a list of notes").len()
}

/// The files below a folder that hold a text.
fn files_with(folder: &Path, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files_with(&path, text));
        } else {
            let bytes = fs::read(&path).expect("a file");
            let mut runs = bytes.windows(text.len());
            if runs.any(|run| run.eq_ignore_ascii_case(text.as_bytes())) {
                found.push(path.display().to_string());
            }
        }
    }
    found
}

#[test]
fn notes_are_found_in_every_inflection_with_their_cell() {
    let home = Home::with_demo();
    let document = home.found("motives money", "working");
    assert_eq!(document["format"], "leitfaden.search");
    assert_eq!(document["version"], 1);
    assert_eq!(document["invented"], true);
    let notes = document["notes"].as_array().unwrap();
    let note = notes
        .iter()
        .find(|note| note["kind"] == "comment")
        .expect("the comment is found");
    assert_eq!(note["session"], "K-1");
    assert!(note["topic"].as_str().unwrap().starts_with('b'));
    let text: Vec<char> = note["text"].as_str().unwrap().chars().collect();
    let words: Vec<String> = note["found"]
        .as_array()
        .unwrap()
        .iter()
        .map(|place| {
            let end = |name: &str| usize::try_from(place[name].as_u64().unwrap()).unwrap();
            text[end("start")..end("end")].iter().collect()
        })
        .collect();
    assert!(words.contains(&"motive".to_owned()), "{words:?}");
}

#[test]
fn a_level_shows_no_more_than_it_contains() {
    let home = Home::with_demo();
    assert!(count(&home.found("kind:comment", "working")) > 0);
    for level in ["review", "archive"] {
        let document = home.found("kind:comment", level);
        assert_eq!(count(&document), 0, "{level}");
        assert!(document["left_out"].as_u64().unwrap() > 0);
    }
    let (code, output, errors) = home.search(&["kind:quote", "--level", "publication"], "");
    assert_eq!((code, output.as_str()), (1, ""));
    assert!(errors.contains("Hint: "), "{errors}");
    let (code, output, _) = home.search(&["kind:quote"], "");
    assert_eq!((code, output.as_str()), (2, ""), "the level must be named");
}

#[test]
fn a_query_is_read_from_the_standard_input_and_kept_nowhere() {
    let home = Home::with_demo();
    let (code, output, errors) = home.search(&["-", "--level", "working"], "Zebrastreifen\n");
    assert_eq!((code, output.as_str()), (0, ""));
    assert!(errors.contains("Nothing found"), "{errors}");
    assert!(!errors.contains("Zebra"));
    assert_eq!(files_with(home.0.path(), "zebrastreif"), [""; 0]);
}

#[test]
fn what_cannot_be_understood_is_wrong_usage_and_not_repeated() {
    let home = Home::with_demo();
    for query in ["", "\"Zebra", "zebra:Zebra", "kind:Zebra"] {
        let (code, output, errors) = home.search(&[query, "--level", "working"], "");
        assert_eq!((code, output.as_str()), (2, ""), "{query}");
        assert!(
            errors.starts_with("Error: ") && !errors.contains("Zebra"),
            "{errors}"
        );
    }
}

#[test]
fn a_damaged_session_is_named_and_the_others_are_searched() {
    let home = Home::with_demo();
    let all = count(&home.found("kind:quote", "working"));
    let path = home.0.path().join("copy/sessions/K-1.ron");
    fs::write(path, "(version: 1, broken").unwrap();
    let (code, output, errors) = home.search(&["kind:quote", "--json", "--level", "working"], "");
    assert_eq!(code, 1);
    assert!(errors.contains("K-1"), "{errors}");
    let document: serde_json::Value = serde_json::from_str(&output).unwrap();
    assert_eq!(document["unread"][0], "K-1");
    assert!(count(&document) > 0 && count(&document) < all);
}

#[test]
fn what_a_filter_asks_for_and_is_nowhere_is_named_with_what_could_be() {
    let home = Home::with_demo();
    for (query, asked, possible) in [
        ("markt* case:Z", "case:Z", "K L M N O P"),
        ("session:K-9", "session:K-9", "K-1"),
        ("markt* block:b99", "block:b99", "b1"),
        ("topic:b1.t99", "topic:b1.t99", "b1.t1"),
        ("code:nowhere", "code:nowhere", "fac.sim"),
    ] {
        let (code, output, errors) = home.search(&[query, "--level", "working"], "");
        assert_eq!((code, output.as_str()), (0, ""), "{query}");
        assert!(errors.contains("Nothing found"), "{errors}");
        assert!(errors.contains(&format!("{asked} is nowhere")), "{errors}");
        assert!(errors.contains(possible), "{errors}");
    }
    let (_, _, errors) = home.search(&["zebrastreifen case:K", "--level", "working"], "");
    assert!(!errors.contains("nowhere"), "{errors}");
}

#[test]
fn what_is_no_id_is_not_said_again_where_it_is_nowhere() {
    let home = Home::with_demo();
    let long = "a".repeat(80);
    let long_code = format!("code:{long}");
    for command in [
        &["search", "code:Brunnhuber"][..],
        &["search", &long_code],
        &["matrix", "--code", "Brunnhuber"],
        &["matrix", "--country", "Brunnhuber"],
        &["matrix", "--with", "role=Frau Brunnhuber"],
        &["matrix", "--with", "Frau Brunnhuber=yes"],
        &["matrix", "--guide", "Frau Brunnhuber"],
        &["frequencies", "--by", "Brunnhuber"],
        &["note", "K-1", "--topic", "Brunnhuber"],
        &["guide", "show", "Frau Brunnhuber"],
    ] {
        let mut all = [&["--study", "copy", "--lang", "en"], command].concat();
        if !["note", "guide"].contains(&command[0]) {
            all.extend(["--level", "working"]);
        }
        let ran = home.run(&all, "a note");
        let errors = String::from_utf8(ran.stderr).expect("UTF-8");
        assert!(errors.contains('…'), "{command:?}: {errors}");
        let is_said = |text: &str| errors.to_lowercase().contains(text);
        assert!(!is_said("brunnhuber") && !is_said(&long), "{errors}");
    }
}
