//! Striking, cutting, merging and withdrawing from the command line.

use std::fs;
use std::path::Path;

use super::Home;

/// The files under a folder in which a word stands.
fn files_with(folder: &Path, word: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be listed").path();
        if path.is_dir() {
            found.extend(files_with(&path, word));
        } else if String::from_utf8_lossy(&fs::read(&path).expect("it can be read")).contains(word)
        {
            found.push(
                path.file_name()
                    .expect("a file has a name")
                    .to_string_lossy()
                    .into_owned(),
            );
        }
    }
    found
}

fn note(home: &Home, text: &str) -> String {
    let arguments = [
        "--study", "copy", "note", "K-1", "--topic", "b3.t2", "--at", "00:31:00",
    ];
    let kept = home.run_with_input(&arguments, text.as_bytes());
    assert_eq!(kept.code, 0, "{}", kept.errors);
    kept.output.trim().to_owned()
}

/// A7
#[test]
fn words_from_the_standard_input_are_struck_and_stand_in_no_file() {
    let (home, _) = Home::with_demo();
    let id = note(&home, "there was talk of a quince orchard");
    assert_eq!(files_with(home.path(), "quince"), ["K-1.ron"]);
    let unasked = [
        "--study", "copy", "--lang", "en", "strike", "K-1", "--text", "-",
    ];
    let refused = home.run_with_input(&unasked, b"Quince  Orchard\n");
    assert_eq!(refused.code, 2, "{}", refused.errors);
    assert!(refused.errors.contains("--yes"), "{}", refused.errors);
    assert_eq!(files_with(home.path(), "quince"), ["K-1.ron"]);
    let arguments = [&unasked[..], &["--yes"]].concat();
    let struck = home.run_with_input(&arguments, b"Quince  Orchard\n");
    assert_eq!(struck.code, 0, "{}", struck.errors);
    assert_eq!(struck.output, format!("{id}\tb3.t2\t00:31:00\n"));
    assert!(struck.errors.contains("One text struck."));
    assert!(struck.errors.contains("your own backups"));
    assert_eq!(files_with(home.path(), "quince"), [""; 0]);
    let again = home.run_with_input(&arguments, b"quince orchard");
    assert_eq!((again.code, again.output.as_str()), (1, ""));
    assert!(!again.errors.contains("quince"), "{}", again.errors);
}

/// A7
#[test]
fn a_note_and_a_stretch_are_struck_by_number_and_time() {
    let (home, _) = Home::with_demo();
    let id = note(&home, "a first remark");
    note(&home, "a second remark");
    let strike = |rest: &[&str]| {
        let command = ["--study", "copy", "--lang", "en", "strike", "K-1", "--yes"];
        let arguments = [&command[..], rest].concat();
        home.run(&arguments)
    };
    let by_number = strike(&["--note", &id]);
    assert_eq!(by_number.code, 0, "{}", by_number.errors);
    assert_eq!(files_with(home.path(), "first remark"), [""; 0]);
    let backwards = strike(&["--from", "00:31:01", "--to", "30:59"]);
    assert_eq!(backwards.code, 1, "{}", backwards.errors);
    assert_ne!(files_with(home.path(), "second remark"), [""; 0]);
    let behind = strike(&["--from", "99:00:00", "--to", "99:00:10"]);
    assert_eq!(behind.code, 1, "{}", behind.errors);
    assert!(
        behind.errors.contains("behind the end"),
        "{}",
        behind.errors
    );
    let by_time = strike(&["--from", "30:59", "--to", "00:31:01"]);
    assert_eq!(by_time.code, 0, "{}", by_time.errors);
    assert_eq!(files_with(home.path(), "second remark"), [""; 0]);
    assert_eq!(strike(&["--note", &id]).code, 1);
    assert_eq!(strike(&["--text", "word"]).code, 2);
    assert_eq!(strike(&["--from", "30:59"]).code, 2);
}

/// A6
#[test]
fn what_was_struck_is_in_the_cut_list_of_the_recording() {
    let (home, copy) = Home::with_demo();
    // The sample was recorded from fifteen seconds before its beginning.
    let path = copy.join("sessions").join("K-1.ron");
    let session = fs::read_to_string(&path).unwrap();
    assert!(
        session.contains("recordings_ms"),
        "the sample has a recording"
    );
    let struck = [
        "--study", "copy", "strike", "K-1", "--from", "00:00:10", "--to", "00:00:20", "--yes",
    ];
    assert_eq!(home.run(&struck).code, 0);
    let cut = |format: &str| {
        home.run(&["--study", "copy", "cutlist", "K-1", "--format", format])
            .output
    };
    let table = cut("csv");
    assert!(
        table.starts_with("recording,from,to,from_seconds,to_seconds,why,note\n"),
        "{table}"
    );
    assert_eq!(table.matches(",struck,").count(), 1, "{table}");
    assert!(cut("audacity").ends_with("\tstruck\n"));
    let written = home.run(&["--study", "copy", "cutlist", "K-1", "-o", "cuts.csv"]);
    assert_eq!((written.code, written.output.as_str()), (0, ""));
    assert_eq!(
        fs::read_to_string(home.path().join("cuts.csv")).unwrap(),
        table
    );
}

/// B8
#[test]
fn a_second_protocol_is_merged_and_another_interview_is_refused() {
    let (home, copy) = Home::with_demo();
    let sessions = copy.join("sessions");
    let first = fs::read_to_string(sessions.join("K-1.ron")).unwrap();
    let second = first
        .replace("id: \"1.", "id: \"2.")
        .replace("note: \"1.", "note: \"2.");
    fs::write(sessions.join("K-1.t2.ron"), second).unwrap();
    let merge = |file: &str| home.run(&["--study", "copy", "--lang", "en", "merge", "K-1", file]);
    let notes = |home: &Home| {
        let shown = home.run(&[
            "--study", "copy", "show", "K-1", "--level", "working", "--json",
        ]);
        shown.json()["notes"].as_array().unwrap().len()
    };
    let before = notes(&home);
    let merged = merge("copy/sessions/K-1.t2.ron");
    assert_eq!(merged.code, 0, "{}", merged.errors);
    assert!(!merged.output.is_empty(), "every note lies beside its twin");
    assert_eq!(notes(&home), 2 * before);
    let other = merge("copy/sessions/K-2.ron");
    assert_eq!(other.code, 1);
    assert!(other.errors.contains("K-2"), "{}", other.errors);
    assert_eq!(merge("copy/sessions/none.ron").code, 1);
    assert_eq!(notes(&home), 2 * before);
}

#[test]
fn a_withdrawn_interview_leaves_a_tombstone_that_is_counted() {
    let (home, copy) = Home::with_demo();
    let sessions = copy.join("sessions");
    fs::copy(
        sessions.join("K-1.ron"),
        sessions.join("K-1 (conflict).ron"),
    )
    .unwrap();
    let withdraw = ["--study", "copy", "--lang", "en", "withdraw", "K-1"];
    let unasked = home.run(&withdraw);
    assert_eq!((unasked.code, unasked.output.as_str()), (2, ""));
    assert!(
        unasked.errors.contains("Will be deleted: "),
        "{}",
        unasked.errors
    );
    assert!(sessions.join("K-1.ron").exists());
    let withdrawn = home.run(&[&withdraw[..], &["--yes"]].concat());
    assert_eq!(withdrawn.code, 0, "{}", withdrawn.errors);
    assert!(
        withdrawn.errors.contains("cannot reach"),
        "{}",
        withdrawn.errors
    );
    let left: Vec<String> = fs::read_dir(&sessions)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with("K-1") && name != "K-1.lock")
        .collect();
    assert_eq!(left, ["K-1.withdrawn"]);
    let listed = home.run(&["--study", "copy", "--lang", "en", "list", "--json"]);
    assert_eq!(listed.json()["withdrawn"][0], "K-1");
    assert!(listed.errors.contains("One session was withdrawn: K-1"));
    let again = home.run(&[&withdraw[..], &["--yes"]].concat());
    assert_eq!(again.code, 0, "{}", again.errors);
    assert_eq!(
        home.run(&["--study", "copy", "withdraw", "Z-9", "--yes"])
            .code,
        1
    );
}

/// The archive in a folder into which K-1 of the demonstration went.
fn with_package() -> (Home, String) {
    let (home, copy) = Home::with_demo();
    let archive = copy.with_file_name("our archive");
    let target = archive.display().to_string();
    for line in [
        vec!["archive", "init", target.as_str(), "--invented"],
        vec!["archive", "push", target.as_str(), "K-1", "--yes"],
    ] {
        let ran = home.run(&[&["--study", "copy", "--lang", "en"][..], &line].concat());
        assert_eq!(ran.code, 0, "{}", ran.errors);
    }
    (home, target)
}

#[test]
fn a_withdrawal_names_the_command_for_each_package_and_takes_back_those_at_hand() {
    let (home, target) = with_package();
    let withdraw = ["--study", "copy", "--lang", "en", "withdraw", "K-1"];
    let unasked = home.run(&withdraw);
    let command = format!("leitfaden archive withdraw '{target}' K-1-r1");
    assert!(unasked.errors.contains(&command), "{}", unasked.errors);
    let list = ["--lang", "en", "archive", "list", &target, "--json"];
    assert_eq!(home.run(&list).json()["packages"][0]["state"], "there");
    let withdrawn = home.run(&[&withdraw[..], &["--yes"]].concat());
    assert_eq!(withdrawn.code, 0, "{}", withdrawn.errors);
    let listed = home.run(&list);
    assert_eq!(listed.json()["packages"][0]["state"], "withdrawn");
}

#[test]
fn a_package_is_withdrawn_by_the_digest_that_the_log_of_the_session_names() {
    let (home, target) = with_package();
    let session = fs::read_to_string(home.path().join("copy/sessions/K-1.ron")).unwrap();
    let logged = session.split("package: \"").nth(1).unwrap();
    let digest = logged.split('"').next().unwrap();
    assert_eq!(digest.len(), 128);
    let withdraw = ["--lang", "en", "archive", "withdraw", &target, digest];
    let withdrawn = home.run(&[&withdraw[..], &["--yes"]].concat());
    assert_eq!(withdrawn.code, 0, "{}", withdrawn.errors);
    assert!(withdrawn.errors.contains("K-1-r1"), "{}", withdrawn.errors);
}

/// Whoever names a recording that is not there is told which are.
#[test]
fn a_recording_that_is_not_there_is_refused_with_those_that_are() {
    let (home, _) = Home::with_demo();
    for (language, said) in [
        ("de", "diese Aufnahmen: 1"),
        ("fr", "ces enregistrements"),
        ("en", "recordings are there: 1"),
    ] {
        let note = [
            "--study",
            "copy",
            "--lang",
            language,
            "note",
            "K-1",
            "--topic",
            "b3.t2",
            "--at",
            "9:#00:01:00-0#",
        ];
        let refused = home.run_with_input(&note, b"said there");
        assert_eq!(refused.code, 1);
        assert!(refused.errors.contains(said), "{}", refused.errors);
    }
    let strike = [
        "--study",
        "copy",
        "--lang",
        "en",
        "strike",
        "K-1",
        "--from",
        "9:#00:01:00-0#",
        "--to",
        "9:#00:02:00-0#",
        "--yes",
    ];
    let refused = home.run(&strike);
    assert!(
        refused.errors.contains("no recording 9"),
        "{}",
        refused.errors
    );
}
