//! The filter, from the command line.

use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use super::Home;

#[test]
fn a_text_is_filtered_from_input_to_output() {
    let home = Home::new();
    fs::write(home.path().join("names"), "Anna Müller\n").unwrap();
    let arguments = ["anonymise", "--lang", "fr", "--protect-file", "names"];
    let filtered = home.run_with_input(&arguments, "Mme Mueller\r\nà 8 h\n".as_bytes());
    assert_eq!((filtered.code, filtered.errors.as_str()), (0, ""));
    assert_eq!(filtered.output, "Mme [Personne 1]\r\nà 8 h\n");
}

#[test]
fn a_line_of_the_list_that_seems_to_name_two_is_said_and_both_are_replaced() {
    let home = Home::new();
    fs::write(
        home.path().join("names"),
        "Muster, Anna\nBeat Beispiel, Carla Keller\n",
    )
    .unwrap();
    let arguments = ["anonymise", "--lang", "en", "--protect-file", "names"];
    let filtered = home.run_with_input(&arguments, b"Beispiel met Carla and Anna Muster\n");
    assert_eq!(filtered.code, 0);
    let said =
        "Line 2 of the list of names stands for one, though it seems to name two: one a line.";
    assert_eq!(filtered.errors.trim(), said);
    assert_eq!(
        filtered.output,
        "[Person 2] met [Person 2] and [Person 1]\n"
    );
}

#[test]
fn records_are_filtered_until_one_is_none() {
    let home = Home::new();
    let input = "{\"id\":7,\"text\":\"an anna@holz.example\"}\nAnna Geheim\n";
    let filtered = home.run_with_input(&["anonymise", "--jsonl", "--lang", "en"], input.as_bytes());
    assert_eq!(filtered.code, 1);
    assert_eq!(
        filtered.output,
        "{\"id\":7,\"text\":\"an [E-Mail 1]\",\"findings\":[{\"start\":3,\"end\":20,\
         \"kind\":\"email\",\"certainty\":\"certain\"}]}\n"
    );
    assert!(
        filtered
            .errors
            .starts_with("Error: line 2 is no record\nCaused by: no JSON object, column 1\nHint: "),
        "{}",
        filtered.errors
    );
    assert!(!filtered.errors.contains("Geheim"));
}

#[test]
fn what_is_not_utf8_is_refused_and_what_came_before_is_written() {
    let home = Home::new();
    let arguments = ["anonymise", "--lang", "de"];
    let filtered = home.run_with_input(&arguments, b"eins\nzwei\xff\n");
    assert_eq!((filtered.code, filtered.output.as_str()), (1, "eins\n"));
    assert!(
        filtered
            .errors
            .starts_with("Error: Zeile 2 des Textes ist nicht UTF-8\n"),
        "{}",
        filtered.errors
    );
}

#[test]
fn the_report_of_the_filter_holds_numbers_and_no_name() {
    let home = Home::new();
    let report = home.path().join("report.json");
    let arguments = ["anonymise", "--jsonl", "--report", "report.json"];
    let input = "{\"id\":1,\"text\":\"an anna@holz.example\"}\n{\"id\":2,\"text\":\"nichts\"}\n";
    assert_eq!(home.run_with_input(&arguments, input.as_bytes()).code, 0);
    let text = fs::read_to_string(&report).unwrap();
    assert!(!text.contains("anna") && !text.contains("holz"));
    let document: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        document,
        serde_json::json!({
            "format": "leitfaden.anonymise-report",
            "version": 1,
            "records": 2,
            "notes_changed": 1,
            "findings": {"email": {"certain": 1}},
            "rules": {"email": 1},
        })
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(&report).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn a_report_that_cannot_be_written_is_said() {
    let home = Home::new();
    let arguments = ["anonymise", "--report", "missing/report.json"];
    let filtered = home.run_with_input(&arguments, b"eins\n");
    assert_eq!((filtered.code, filtered.output.as_str()), (1, "eins\n"));
    assert!(filtered.errors.starts_with("Error: "));
}

#[test]
fn the_filter_refuses_a_list_on_the_standard_input() {
    let home = Home::new();
    let arguments = ["anonymise", "--protect-file", "-"];
    assert_eq!(home.run_with_input(&arguments, b"").code, 2);
}

#[test]
fn a_filter_whose_reader_has_enough_ends_quietly() {
    let home = Home::new();
    let mut child = home
        .command(&["anonymise"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    let _ = stdin.write_all("das netz\n\n".repeat(4_000).as_bytes());
    drop(stdin);
    let ended = child.wait_with_output().unwrap();
    assert!(ended.status.success());
    assert_eq!(String::from_utf8(ended.stderr).unwrap(), "");
}
