//! The tables over all interviews as commands print them, in three languages.

use std::path::PathBuf;

use clap::Parser;

use super::arguments::Arguments;
use super::console::Console;
use super::dispatch;
use super::ending::Ending;
use crate::anonymise::CleanText;
use crate::guide::{Codebook, CodebookChange};
use crate::i18n::Words;
use crate::language::Language;
use crate::operations::{demo, guides};
use crate::session::{Note, NoteKind};
use crate::store::Study;

/// What a command writes to its output; nothing where it is refused.
fn printed(study: &Study, language: Language, line: &str) -> Option<String> {
    let (ended, output, _) = ran(study, language, line);
    ended.is_ok().then_some(output)
}

/// How a command ends, and what it writes to its output and says.
fn ran(study: &Study, language: Language, line: &str) -> (Result<(), Ending>, String, String) {
    let words = format!("leitfaden {line}");
    let arguments = Arguments::try_parse_from(words.split_whitespace()).unwrap();
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let mut console = Console {
        words: Words::new(language),
        asked: Some(language),
        study: Some(PathBuf::from(study.root())),
        allowed: Vec::new(),
        idle_seconds: None,
        shorthand: Vec::new(),
        lead_ms: None,
        player_socket: None,
        output: &mut output,
        errors: &mut errors,
        input: &mut std::io::empty(),
        columns: None,
        is_terminal: false,
        is_coloured: false,
        is_watched: false,
    };
    let ended = dispatch(arguments.command.as_ref(), &mut console);
    let [output, errors] = [output, errors].map(|bytes| String::from_utf8(bytes).unwrap());
    (ended, output, errors)
}

/// The sample study with a second coder, who saw the first notes of M-1.
fn coded() -> demo::Temporary {
    let copy = demo::temporary().unwrap();
    let study = copy.study();
    let id = "M-1".parse().unwrap();
    let session = study.read_session(&id).unwrap();
    let mut file = study.coder_file(&id, 2).unwrap();
    for (index, note) in session.notes.iter().take(24).enumerate() {
        let coded = file.sheet.look_at(note);
        coded.codes = if index % 3 == 0 {
            vec!["fac.trust".to_owned()]
        } else {
            note.codes.clone()
        };
    }
    study.save_coder_file(&mut file, true).unwrap();
    copy
}

fn look_at(name: &str, line: &str) {
    let copy = coded();
    for language in Language::ALL {
        let shown = printed(copy.study(), language, line).unwrap();
        insta::assert_snapshot!(format!("{name}_{language}"), shown);
    }
}

#[test]
fn the_matrix_in_every_language() {
    look_at("matrix", "matrix --level working");
}

#[test]
fn the_frequencies_in_every_language() {
    look_at("frequencies", "frequencies --by role --level working");
}

#[test]
fn the_frequencies_for_the_public_in_every_language() {
    look_at(
        "frequencies_publication",
        "frequencies --level publication --seed 1",
    );
}

#[test]
fn the_saturation_in_every_language() {
    look_at("saturation", "saturation --level working");
}

#[test]
fn the_sample_in_every_language() {
    look_at("sample", "sample --level working");
}

#[test]
fn the_agreement_in_every_language() {
    look_at("agreement", "agreement --level working");
}

#[test]
fn the_contradictions_in_every_language() {
    look_at("contradictions", "contradictions --level working");
}

#[test]
fn the_sheet_of_a_case_in_every_language() {
    look_at("rap", "rap M --level working");
}

#[test]
fn agreement_is_a_document_with_every_difference() {
    let copy = coded();
    let of = |line: &str| {
        let text = printed(copy.study(), Language::En, line).unwrap();
        serde_json::from_str::<serde_json::Value>(&text).unwrap()
    };
    let working = of("agreement M-1 --json --level working");
    assert_eq!(working["format"], "leitfaden.agreement");
    let pair = &working["pairs"][0];
    assert_eq!((&pair["first"], &pair["second"]), (&1.into(), &2.into()));
    let notes = pair["notes"].as_u64().unwrap();
    let differences = pair["differences"].as_array().unwrap().len();
    assert!(notes >= 20 && differences > 0, "{pair}");
    assert_eq!(
        pair["alike"].as_u64().unwrap() + u64::try_from(differences).unwrap(),
        notes
    );
    assert!(pair["alpha"].is_f64() && working["alpha"].is_f64());
    // Another session has no second coder.
    assert_eq!(
        of("agreement K-1 --json --level working")["pairs"],
        serde_json::json!([])
    );
    // Where sessions are hidden, no difference names one.
    let hidden = of("agreement --json --level analysis");
    assert_eq!(hidden["pairs"][0]["differences"], serde_json::json!([]));
}

/// Has the study count the notes of one code for another, and call that otherwise.
fn merge(study: &Study, from: &str, into: &str, label: &str) {
    let guide = guides::find(study, "cluster-cooperation").unwrap();
    let mut file = study.codebook_file(&guide.id).unwrap();
    for change in [
        CodebookChange::Merge {
            from: from.to_owned(),
            into: into.to_owned(),
        },
        CodebookChange::Rename {
            code: into.to_owned(),
            label: CleanText::from_stored(label.to_owned()),
            language: Language::En,
        },
    ] {
        let book = Codebook::new(&guide, &file.additions);
        file.additions.apply(change, &book).unwrap();
    }
    study.save_codebook_file(&mut file).unwrap();
}

/// In how many sessions a note in a block has a code that begins so.
fn sessions_with(study: &Study, block: &str, codes: [&str; 2]) -> usize {
    let has = |note: &Note| {
        let mut topics = std::iter::once(&note.topic).chain(&note.also_in);
        let is_in_block = topics.any(|topic| topic.as_str().starts_with(&format!("{block}.")));
        let mut given = note.codes.iter();
        let is_coded = given.any(|given| codes.iter().any(|code| given.starts_with(code)));
        is_in_block && is_coded && note.kind != NoteKind::Comment
    };
    let ids = study.sessions().unwrap().into_iter();
    ids.filter(|id| study.read_session(id).unwrap().notes.iter().any(has))
        .count()
}

#[test]
fn the_report_counts_what_was_merged_as_one() {
    let copy = coded();
    let study = copy.study();
    merge(study, "fac.trust", "bar.lang", "tongue");
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("report.html");
    let line = format!("report --level working -o {}", place.display());
    printed(study, Language::En, &line).unwrap();
    let report = std::fs::read_to_string(&place).unwrap();
    assert!(!report.contains("fac.trust</th>"));
    let rows: Vec<&str> = report.split("bar.lang</th><td>tongue</td>").collect();
    assert!(rows.len() > 2, "{} rows", rows.len());
    let mut expected: Vec<usize> = (1..=5)
        .map(|block| sessions_with(study, &format!("b{block}"), ["bar.lang", "fac.trust"]))
        .filter(|sessions| *sessions > 0)
        .collect();
    expected.sort_unstable();
    let counts = rows.iter().skip(1).map(|row| {
        let count = row.strip_prefix("<td class=\"n\">").unwrap();
        count.split_once('/').unwrap().0.parse().unwrap()
    });
    let mut counts: Vec<usize> = counts.collect();
    counts.sort_unstable();
    assert_eq!(counts, expected);
}

/// What stands in a document for words that the schema of the sessions lists, by the name of the field.
fn misspelt(value: &serde_json::Value, words: &serde_json::Value, found: &mut Vec<String>) {
    for (name, field) in value.as_object().into_iter().flatten() {
        let listed = match name.as_str() {
            "lang" | "language" => &words["language"],
            "mode" | "level" | "progress" | "origin" | "polarity" | "voice" | "state" => {
                &words[name]
            }
            _ => &serde_json::Value::Null,
        };
        if let (Some(word), Some(listed)) = (field.as_str(), listed["enum"].as_array()) {
            let is_listed = listed.iter().any(|known| known == word);
            found.extend((!is_listed).then(|| format!("{name}: {word}")));
        }
        misspelt(field, words, found);
    }
    for item in value.as_array().into_iter().flatten() {
        misspelt(item, words, found);
    }
}

#[test]
fn every_document_has_the_words_of_the_schema() {
    let copy = coded();
    let of = |line: &str| {
        let text = printed(copy.study(), Language::En, line).unwrap();
        serde_json::from_str::<serde_json::Value>(&text).unwrap()
    };
    let words = &of("export --schema")["$defs"];
    for line in [
        "list --json",
        "show K-1 --json --level working",
        "search kind:quote,paraphrase --json --level working",
        "matrix --json --level working",
        "frequencies --by mode --json --level working",
        "saturation --json --level working",
        "sample --json --level working",
        "rap K --json --level working",
        "contradictions --json --level working",
        "agreement --json --level working",
        "export K-1 --format json --level archive -o -",
    ] {
        let mut found = Vec::new();
        misspelt(&of(line), words, &mut found);
        assert_eq!(found, [""; 0], "{line}");
    }
    let by_mode = printed(
        copy.study(),
        Language::En,
        "frequencies --by mode --json --level working",
    );
    assert!(by_mode.unwrap().contains("\"on_site\""));
    let on_site = of("matrix --mode on-site --json --level working");
    assert_ne!(on_site["rows"], serde_json::json!([]));
}

#[test]
fn a_level_that_hides_cases_prints_no_sheet_and_no_contradictions() {
    let copy = coded();
    for line in [
        "rap --level analysis",
        "rap K --level publication",
        "rap K --level review",
        "contradictions --level analysis",
    ] {
        assert_eq!(printed(copy.study(), Language::En, line), None, "{line}");
    }
    assert!(printed(copy.study(), Language::En, "rap K --level archive").is_some());
}

#[test]
fn sheets_are_written_as_files_a_case_and_one_page_each() {
    let copy = coded();
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("sheets/");
    for format in ["html", "docx", "md", "text"] {
        let line = format!(
            "rap --level working --format {format} -o {}",
            place.display()
        );
        assert!(
            printed(copy.study(), Language::De, &line).is_some(),
            "{line}"
        );
    }
    let names = std::fs::read_dir(&place).unwrap();
    assert_eq!(names.count(), 6 * 4);
    // A protocol has more notes than go on a page; what is left out is said.
    let sheet = std::fs::read_to_string(place.join("rap-K-working.txt")).unwrap();
    assert!(sheet.lines().count() < 110, "{}", sheet.lines().count());
    assert!(sheet.contains("weitere Notizen"), "{sheet}");
}

#[test]
fn a_check_of_a_single_session_names_no_combination_and_one_session_as_one() {
    let copy = demo::temporary().unwrap();
    let study = copy.study();
    let ids = study.sessions().unwrap();
    for id in ids.iter().skip(1) {
        let file = study.root().join("sessions").join(format!("{id}.ron"));
        std::fs::remove_file(file).unwrap();
    }
    let (_, said, _) = ran(study, Language::En, "check");
    assert!(said.contains("1 session from 1 case;"), "{said}");
    assert!(said.contains("No group is large enough"), "{said}");
    assert!(!said.contains("too small"), "{said}");
}

#[test]
fn a_dash_is_the_standard_output_and_no_file() {
    let copy = coded();
    let of = |line: &str| printed(copy.study(), Language::En, line).unwrap();
    let sheet = of("rap K --level working");
    assert_eq!(of("rap K --level working -o -"), sheet);
    assert!(!std::path::Path::new("-").exists());
}

#[test]
fn extracts_in_a_file_say_what_they_hold_and_who_is_left_out() {
    let copy = demo::temporary().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("extracts.csv");
    let line = format!(
        "export --all --format csv --level analysis --seed 1 -o {}",
        place.display()
    );
    let (ended, _, said) = ran(copy.study(), Language::En, &line);
    assert!(matches!(ended, Err(Ending::Found)), "{said}");
    for expected in [
        "is not released",
        "step c7 of the consent",
        "INVENTED",
        "Pseudonymised, not anonymous",
        "sessions from",
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    assert!(place.exists());
}

#[test]
fn the_matrix_for_programs_has_sessions_only_and_where_none_is_shown_topics() {
    let copy = coded();
    let of = |level: &str| {
        let line = format!("matrix --format csv --level {level} --seed 1");
        printed(copy.study(), Language::En, &line).unwrap()
    };
    let working = of("working");
    assert_eq!(working.lines().count(), 12);
    assert!(!working.lines().any(|line| line.starts_with("N,")));
    let published = of("publication");
    assert!(
        published.starts_with("topic,title,sessions,cases,notes,level,pseudonymised,invented\r\n")
    );
    assert!(
        published
            .lines()
            .skip(1)
            .all(|line| line.ends_with(",publication,true,true"))
    );
}
