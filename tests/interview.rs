//! A whole interview at a real terminal: every word is kept, no name is written, whatever happens to the program.
#![cfg(unix)]

#[path = "interview/any_keys.rs"]
mod any_keys;
#[path = "interview/chances.rs"]
mod chances;
#[path = "interview/day.rs"]
mod day;
#[path = "interview/doubts.rs"]
mod doubts;
#[path = "interview/every_key.rs"]
mod every_key;
#[path = "support/keys.rs"]
mod keys;
#[path = "interview/kills.rs"]
mod kills;
#[path = "support/names.rs"]
mod names;
#[path = "support/place.rs"]
mod place;
#[path = "interview/privacy.rs"]
mod privacy;
#[path = "interview/script.rs"]
mod script;
#[path = "interview/seat.rs"]
mod seat;
#[path = "support/sound.rs"]
mod sound;
#[path = "support/terminal.rs"]
mod terminal;
#[path = "interview/withheld.rs"]
mod withheld;

use std::process::{Command, Stdio};

use place::Place;
use script::{CLOSING, NOTES, PARKED, STATES, STEPS};
use serde_json::Value;
use terminal::Program;

/// The protocol as the program prints it for other programs.
fn protocol(place: &Place) -> Value {
    let mut arguments = place.command("show");
    arguments.extend(["--json", "--level", "working"].map(Into::into));
    let shown = Command::new(env!("CARGO_BIN_EXE_leitfaden"))
        .args(arguments)
        .env_clear()
        .envs(place.variables())
        .current_dir(place.root())
        .stdin(Stdio::null())
        .output()
        .expect("the program can be started");
    let errors = String::from_utf8_lossy(&shown.stderr);
    assert!(shown.status.success(), "{errors}");
    serde_json::from_slice(&shown.stdout).expect("one JSON document")
}

fn strings<'a>(entry: &'a Value, fields: &[&str]) -> Vec<&'a str> {
    let field = |name: &&str| entry.get(*name).and_then(Value::as_str);
    fields
        .iter()
        .map(|name| field(name).unwrap_or(""))
        .collect()
}

fn entries<'a>(document: &'a Value, list: &str) -> &'a [Value] {
    document
        .get(list)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

#[test]
fn the_search_for_names_finds_every_form_that_is_typed() {
    let typed = [
        "Müller",
        "Mueller",
        "MULLER",
        "Müllers",
        "Mu\u{308}ller’s",
        "Meier-Gruppe",
        "d’Éloïse",
        "qu’Eloise",
        "Lefe\u{300}vre",
        "LEFÈVRE",
        "Strauß",
        "STRAUSS",
        "Juerg",
        "HOLZBUND",
        "chambre lemanique",
        "Mül\u{AD}ler",
    ];
    for form in typed {
        assert!(!names::in_text(form).is_empty(), "{form}");
    }
    let place = Place::new(names::PROTECTED);
    assert_eq!(
        names::in_files(place.root()),
        [],
        "before anything was typed"
    );
    std::fs::write(place.root().join("temporary/M\u{fc}ller"), "").expect("a file");
    let escaped = place.session_file("A-1.ron");
    std::fs::write(escaped, r#"(text: "bei \u{c9}lo\u{ef}se")"#).expect("a file");
    assert_eq!(names::in_files(place.root()).len(), 2);
}

#[test]
fn a_whole_interview_is_read_back_as_it_was_typed_and_no_name_was_written() {
    let place = Place::new(names::PROTECTED);
    let mut program = Program::interview(&place);
    for step in STEPS {
        program.press(step);
        program.wait_until_saved();
        assert_eq!(
            names::in_files(&place.session_file("")),
            [],
            "after {step:?}"
        );
    }
    program.press(CLOSING);
    program.wait_for("Interviews");
    program.press("<C-q>");
    assert!(program.wait_for_the_end().success());
    assert!(program.is_given_back());

    let words: usize = NOTES
        .iter()
        .map(|note| note.text.split_whitespace().count())
        .sum();
    assert!(words >= 200, "{words} words");
    let document = protocol(&place);
    let notes: Vec<Vec<&str>> = entries(&document, "notes")
        .iter()
        .map(|note| strings(note, &["topic", "kind", "lang", "text"]))
        .collect();
    let expected: Vec<Vec<&str>> = NOTES
        .iter()
        .map(|note| vec![note.topic, note.kind, note.language, note.text])
        .collect();
    assert_eq!(notes, expected);
    let states: Vec<Vec<&str>> = entries(&document, "cells")
        .iter()
        .map(|cell| strings(cell, &["topic", "state"]))
        .filter(|cell| cell.last() != Some(&"open"))
        .collect();
    let expected: Vec<Vec<&str>> = STATES
        .iter()
        .map(|(cell, state)| vec![*cell, *state])
        .collect();
    assert_eq!(states, expected);
    let parked: Vec<Vec<&str>> = entries(&document, "parked")
        .iter()
        .map(|parked| strings(parked, &["topic", "text"]))
        .collect();
    assert_eq!(parked, [vec![PARKED.0, PARKED.1]]);
    assert_eq!(
        strings(&document, &["level", "progress"]),
        ["working", "closed"]
    );
    assert_eq!(names::in_files(place.root()), []);
    assert!(!place.session_file("A-1.journal").exists());
    for begins_title in [&b"\x1b]"[..], b"\x1bk", b"\xc2\x9d"] {
        let titled = program
            .written
            .windows(begins_title.len())
            .any(|piece| piece == begins_title);
        assert!(!titled, "nothing sets a title");
    }
}

#[test]
fn a_neutral_label_is_stored_with_its_slot_and_printed() {
    let place = Place::new("person: Anna Zeuge");
    let mut program = Program::interview(&place);
    program.press("Zeuge was there<Enter><A-j>");
    program.wait_for("Placeholders");
    program.press("<A-l>colleague, other side<Enter><F10>");
    program.wait_until_saved();
    let printed = || {
        let document = protocol(&place);
        let slots = entries(&document, "slots").iter();
        let labels = slots.map(|slot| strings(slot, &["placeholder", "label"]).join(" "));
        labels.collect::<Vec<_>>()
    };
    let expected = ["[Person 1] colleague, other side"];
    assert_eq!(printed(), expected, "from the journal");
    program.press("<C-q>");
    assert!(program.wait_for_the_end().success());
    assert_eq!(printed(), expected, "from the session's file");
}
