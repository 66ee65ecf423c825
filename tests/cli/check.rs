//! What a session holds that keeps it from the archive, from the command line.

use std::fs;
use std::path::Path;

use super::Home;

/// Keeps a note and then plants another text in its place, past the search that every note goes through.
fn plant(home: &Home, copy: &Path, text: &str) -> String {
    let arguments = ["--study", "copy", "note", "L-1", "--topic", "b5.out"];
    let kept = home.run_with_input(&arguments, b"hier steht etwas anderes");
    assert_eq!(kept.code, 0, "{}", kept.errors);
    let file = copy.join("sessions").join("L-1.ron");
    let source = fs::read_to_string(&file).expect("the session's file");
    assert!(source.contains("hier steht etwas anderes"));
    let planted = source.replace("hier steht etwas anderes", text);
    fs::write(&file, planted).expect("it can be written");
    kept.output.trim().to_owned()
}

#[test]
fn a_sample_session_passes_the_check() {
    let (home, _) = Home::with_demo();
    let checked = home.run(&["--study", "copy", "--lang", "en", "check", "K-1"]);
    assert_eq!((checked.code, checked.errors.as_str()), (0, ""));
    assert!(
        checked
            .output
            .starts_with("K-1: nothing keeps the archive version back"),
        "{}",
        checked.output
    );
    let json = home.run(&["--study", "copy", "check", "K-1", "K-2", "--json"]);
    assert_eq!(json.code, 0, "{}", json.errors);
    let document = json.json();
    assert_eq!(document["format"], "leitfaden.check");
    assert_eq!(document["version"], 1);
    assert_eq!(document["blocked"], false);
    assert_eq!(document["sessions"].as_array().unwrap().len(), 2);
    assert_eq!(document["sessions"][1]["open_must"][0], "b3.t2");
    let groups = &document["disclosure"][0];
    assert_eq!(
        (&groups["sessions"], &groups["cases"]),
        (&11.into(), &6.into())
    );
    assert_eq!(groups["smallest_group"], 3);
}

#[test]
fn a17_a_planted_name_is_refused_at_the_archive_level_naming_the_note_and_not_the_name() {
    let (home, copy) = Home::with_demo();
    let note = plant(
        &home,
        &copy,
        "dann hat Frau Brunnhuber das Treffen abgesagt",
    );
    let study = ["--study", "copy", "--lang", "en"];
    let refused = home.run(&[&study[..], &["show", "L-1", "--level", "archive"]].concat());
    assert_eq!((refused.code, refused.output.as_str()), (1, ""));
    let place = format!("note {note} holds what looks like a name: person");
    assert!(refused.errors.contains(&place), "{}", refused.errors);
    assert!(
        refused.errors.contains(&format!("--accept {note}:1")),
        "{}",
        refused.errors
    );
    assert!(!refused.errors.contains("Brunnhuber"));

    let review = home.run(&[&study[..], &["show", "L-1", "--level", "review"]].concat());
    assert_eq!(review.code, 0);
    assert!(
        review.errors.contains("One place still looks like a name"),
        "{}",
        review.errors
    );

    let checked = home.run(&[&study[..], &["check", "L-1"]].concat());
    assert_eq!(checked.code, 1);
    assert!(
        checked
            .output
            .contains("dann hat Frau [person?] das Treffen abgesagt"),
        "{}",
        checked.output
    );
    let json = home.run(&[&study[..], &["check", "L-1", "--json"]].concat());
    assert_eq!(json.code, 1);
    assert_eq!(
        json.json()["sessions"][0]["reasons"][0]["hit"],
        format!("{note}:1")
    );
    for ran in [&checked, &json] {
        assert!(!ran.output.contains("Brunnhuber") && !ran.errors.contains("Brunnhuber"));
    }
}

#[test]
fn possible_names_are_shown_on_a_terminal_only() {
    let (home, _) = Home::with_demo();
    let shown = home.run(&["--study", "copy", "--lang", "en", "check", "K-2", "--show"]);
    assert_eq!((shown.code, shown.output.as_str()), (2, ""));
    assert!(shown.errors.contains("the screen only"), "{}", shown.errors);
}

#[test]
fn a_false_alarm_is_accepted_with_a_reason() {
    let (home, copy) = Home::with_demo();
    let note = plant(
        &home,
        &copy,
        "dann hat Frau Brunnhuber das Treffen abgesagt",
    );
    let hit = format!("{note}:1");
    let accept = |hit: &str, reason: &str| {
        home.run(&[
            "--study", "copy", "--lang", "en", "check", "L-1", "--accept", hit, "--reason", reason,
        ])
    };
    let unknown = accept(&format!("{note}:9"), "a figure of a play");
    assert_eq!(unknown.code, 1);
    assert!(unknown.errors.contains("no hit"), "{}", unknown.errors);
    let named = accept(&hit, "Frau Brunnhuber is a figure");
    assert_eq!(named.code, 1);
    assert!(!named.errors.contains("Brunnhuber"), "{}", named.errors);
    let accepted = accept(&hit, "a figure of a play");
    assert_eq!(accepted.code, 0, "{}", accepted.errors);
    let show = ["--study", "copy", "show", "L-1", "--level", "archive"];
    assert_eq!(home.run(&show).code, 0);
    let checked = home.run(&["--study", "copy", "--lang", "en", "check", "L-1"]);
    assert_eq!(checked.code, 0);
    assert!(checked.output.contains("accepted"), "{}", checked.output);
    let file = copy.join("sessions").join("L-1.ron");
    let source = fs::read_to_string(&file).unwrap();
    assert!(source.contains(&format!("scan:{note}:person:14-24/45 trigger")));
    assert!(source.contains("a figure of a play"));
    // The text is another: what was accepted is void.
    fs::write(
        &file,
        source.replace("Treffen abgesagt", "Treffen nicht abgesagt"),
    )
    .unwrap();
    assert_eq!(home.run(&show).code, 1);
}

#[test]
fn a_protected_word_that_is_left_cannot_be_accepted() {
    let (home, copy) = Home::with_demo();
    let note = plant(&home, &copy, "der Steg gehört niemandem");
    fs::write(home.path().join("names"), "institution: Steg\n").unwrap();
    let check = [
        "--study",
        "copy",
        "--lang",
        "en",
        "check",
        "L-1",
        "--protect-file",
        "names",
    ];
    let found = home.run(&check);
    assert_eq!(found.code, 1, "{}", found.output);
    assert!(!found.output.contains("Steg"), "{}", found.output);
    let hit = format!("{note}:1");
    let accepted = home.run(&[&check[..], &["--accept", &hit, "--reason", "a word"]].concat());
    assert_eq!(accepted.code, 1);
    assert!(
        accepted.errors.contains("protected word"),
        "{}",
        accepted.errors
    );
}

#[test]
fn missing_consent_and_a_session_that_cannot_be_read_are_found() {
    let (home, copy) = Home::with_demo();
    let file = copy.join("sessions").join("L-1.ron");
    let source = fs::read_to_string(&file).unwrap();
    let (before, from) = source.split_once("step: \"c4\"").unwrap();
    let from = from.replacen("answer: yes", "answer: no", 1);
    let changed = format!("{before}step: \"c4\"{from}");
    fs::write(&file, changed).unwrap();
    let study = ["--study", "copy", "--lang", "en", "check"];
    let checked = home.run(&[&study[..], &["L-1"]].concat());
    assert_eq!(checked.code, 1);
    assert!(checked.output.contains("step c4"), "{}", checked.output);
    fs::write(&file, "(version: 1, broken").unwrap();
    let broken = home.run(&study);
    assert_eq!(broken.code, 1);
    assert!(broken.errors.contains("L-1.ron"), "{}", broken.errors);
    assert!(broken.output.contains("K-1: nothing keeps"));
    assert_eq!(home.run(&[&study[..], &["Z-1"]].concat()).code, 1);
}
