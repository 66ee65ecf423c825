use std::fs;

use super::*;
use crate::language::Language;
use crate::operations::study;
use crate::operations::{demo, guides};

const OPTIONS: Options = Options {
    asked: None,
    language: Language::En,
    byte_order_mark: false,
};

fn sample() -> (tempfile::TempDir, Study) {
    let folder = tempfile::tempdir().unwrap();
    let study = demo::copy_to(&folder.path().join("study")).unwrap();
    (folder, study)
}

fn all(study: &Study, level: Level) -> Gathered {
    gather(
        study,
        Which::All,
        level,
        &ProtectedWords::default(),
        None,
        &mut |_, _| {},
    )
    .unwrap()
}

fn logged_as(now: OffsetDateTime) -> LoggedAs<'static> {
    LoggedAs {
        level: Level::Working,
        format: Format::Csv.word(),
        sent: &[],
        now,
    }
}

fn written(
    gathered: &Gathered,
    format: Format,
    destination: &Destination,
    existing: Existing,
) -> Result<Vec<Written>, ExportError> {
    let collection = &gathered.collection;
    write(
        collection,
        format,
        OPTIONS,
        destination,
        existing,
        &mut |_| {},
    )
}

/// Changes the file of a session.
fn change(study: &Study, session: &str, from: &str, to: &str) {
    let file = study.sessions_folder().join(format!("{session}.ron"));
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains(from), "{session}: {from}");
    fs::write(file, text.replace(from, to)).unwrap();
}

#[test]
fn all_sessions_go_into_a_folder_readable_by_its_owner_alone() {
    let (folder, study) = sample();
    let to = folder.path().join("a").join("b");
    let gathered = all(&study, Level::Working);
    let destination = Destination::Folder(to.clone());
    let written = written(&gathered, Format::Json, &destination, Existing::Keep).unwrap();
    assert_eq!(written.len(), 11);
    assert!(written.iter().all(|written| written.path.starts_with(&to)));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&to), 0o700);
        assert!(written.iter().all(|written| mode(&written.path) == 0o600));
    }
}

#[test]
fn what_is_refused_is_named_and_the_others_are_released() {
    let (_folder, study) = sample();
    // The consent to the archive is gone.
    change(
        &study,
        "K-1",
        "step: \"c4\",\n            answer: yes",
        "step: \"c4\",\n            answer: no",
    );
    let gathered = all(&study, Level::Archive);
    assert_eq!(gathered.refused.len(), 1);
    assert_eq!(gathered.refused[0].session.to_string(), "K-1");
    assert_eq!(gathered.collection.sessions().len(), 10);
    assert_eq!(gathered.collection.missing().refused, 1);
}

#[test]
fn a_session_that_cannot_be_read_does_not_keep_the_others_back() {
    let (_folder, study) = sample();
    fs::write(
        study.sessions_folder().join("L-1.ron"),
        "(version: 1, broken",
    )
    .unwrap();
    let gathered = all(&study, Level::Working);
    assert_eq!(gathered.unread.len(), 1);
    assert_eq!(gathered.collection.sessions().len(), 10);
    let missing = &gathered.collection.missing().unread;
    assert_eq!(missing, &["L-1".parse().unwrap()]);
}

#[test]
fn invented_sessions_are_left_out_beside_a_real_one_unless_they_are_named() {
    let (_folder, study) = sample();
    change(&study, "K-1", "invented: true,", "invented: false,");
    let gathered = all(&study, Level::Working);
    assert_eq!(gathered.collection.sessions().len(), 1);
    assert_eq!(gathered.invented_left_out.len(), 10);
    let named = ["K-1", "K-2", "K-1"].map(|id| id.parse().unwrap());
    let gathered = gather(
        &study,
        Which::These(&named),
        Level::Working,
        &ProtectedWords::default(),
        None,
        &mut |_, _| {},
    )
    .unwrap();
    assert_eq!(gathered.collection.sessions().len(), 2);
}

#[test]
fn another_file_stays_unless_it_is_to_be_replaced() {
    let (folder, study) = sample();
    let file = folder.path().join("notes.csv");
    let destination = Destination::File(file.clone());
    let gathered = all(&study, Level::Working);
    let keep = || written(&gathered, Format::Csv, &destination, Existing::Keep);
    keep().unwrap();
    // The same again is no other file.
    keep().unwrap();
    fs::write(&file, "mine").unwrap();
    assert!(matches!(keep(), Err(ExportError::Exists(_))));
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    written(&gathered, Format::Csv, &destination, Existing::Replace).unwrap();
    assert!(fs::read_to_string(&file).unwrap().starts_with("session,"));
}

#[test]
fn several_documents_need_a_folder() {
    let (folder, study) = sample();
    let destination = Destination::File(folder.path().join("all.json"));
    let gathered = all(&study, Level::Working);
    let refused = written(&gathered, Format::Json, &destination, Existing::Keep);
    assert!(matches!(
        refused,
        Err(ExportError::Several { documents: 11, .. })
    ));
    assert!(written(&gathered, Format::Jsonl, &destination, Existing::Keep).is_ok());
}

#[test]
fn no_interviewee_is_shown_what_others_said() {
    let (folder, study) = sample();
    let gathered = all(&study, Level::Review);
    let destination = Destination::Folder(folder.path().join("out"));
    for format in Format::ALL {
        let done = written(&gathered, format, &destination, Existing::Keep);
        let holds_several = format.scope() == Scope::Together && format != Format::Qdc;
        assert_eq!(
            matches!(done, Err(ExportError::ReviewIsForOne(11))),
            holds_several,
            "{format:?}"
        );
    }
}

#[test]
fn an_empty_study_has_nothing_to_export() {
    let folder = tempfile::tempdir().unwrap();
    let study = study::create(folder.path()).unwrap();
    let gathered = all(&study, Level::Working);
    let destination = Destination::File(folder.path().join("x"));
    let done = written(&gathered, Format::Json, &destination, Existing::Keep);
    assert!(matches!(done, Err(ExportError::Nothing)));
    assert!(!folder.path().join("x").exists());
}

#[test]
fn the_whole_sample_comes_out_in_every_format_twice_the_same() {
    let (folder, study) = sample();
    let gathered = all(&study, Level::Archive);
    for format in Format::ALL {
        let destination = Destination::Folder(folder.path().join("out"));
        // What is kept the second time is only what is the same byte by byte.
        for _ in 0..2 {
            written(&gathered, format, &destination, Existing::Keep).unwrap();
        }
    }
}

#[test]
fn an_export_stands_in_the_log_of_its_sessions_without_a_path() {
    let (folder, study) = sample();
    let named = ["K-1", "L-1"].map(|id| id.parse().unwrap());
    let gathered = gather(
        &study,
        Which::These(&named),
        Level::Working,
        &ProtectedWords::default(),
        None,
        &mut |_, _| {},
    )
    .unwrap();
    let destination = Destination::File(folder.path().join("Hansen.csv"));
    let written = written(&gathered, Format::Csv, &destination, Existing::Keep).unwrap();
    let now = time::macros::datetime!(2026-05-05 12:00 +2);
    let logged = log_documents(&study, &named, &written, logged_as(now));
    assert!(logged.failed.is_empty(), "{logged:?}");
    for id in &named {
        let session = study.read_session(id).unwrap();
        let last = session.exports.last().unwrap();
        assert_eq!(
            (last.level.as_str(), last.format.as_str()),
            ("working", "csv")
        );
        assert_eq!((last.at, &last.digest), (now, &written[0].digest));
        let file = study.sessions_folder().join(format!("{id}.ron"));
        assert!(!fs::read_to_string(file).unwrap().contains("Hansen"));
    }
    let other = study.read_session(&"K-2".parse().unwrap()).unwrap();
    assert!(other.exports.is_empty());
}

#[test]
fn the_log_of_a_session_that_is_being_worked_on_cannot_be_written_which_is_told() {
    let (folder, study) = sample();
    let id: SessionId = "K-1".parse().unwrap();
    let lock = study.sessions_folder().join("K-1.lock");
    let _lock = match Disk::new().try_lock(&lock).unwrap() {
        crate::disk::Locking::Held(lock) => lock,
        other => panic!("{other:?}"),
    };
    let named = [id.clone()];
    let gathered = gather(
        &study,
        Which::These(&named),
        Level::Working,
        &ProtectedWords::default(),
        None,
        &mut |_, _| {},
    )
    .unwrap();
    let destination = Destination::File(folder.path().join("x.csv"));
    let written = written(&gathered, Format::Csv, &destination, Existing::Keep).unwrap();
    let now = time::macros::datetime!(2026-05-05 12:00 +2);
    let logged = log_documents(&study, &named, &written, logged_as(now));
    assert_eq!(logged.failed.len(), 1);
    assert_eq!(logged.failed[0].0, id);
}

#[test]
fn the_workbook_counts_within_blocks_and_draws_them() {
    use calamine::{Data, Reader};

    let (_folder, study) = sample();
    let gathered = all(&study, Level::Working);
    let document = single(&gathered.collection, Format::Xlsx, OPTIONS, Path::new("x")).unwrap();
    let bytes = std::io::Cursor::new(document.bytes);
    let mut workbook: calamine::Xlsx<_> = calamine::open_workbook_from_rs(bytes.clone()).unwrap();
    let frequencies = workbook.worksheet_range("Frequencies").unwrap();
    let counted = &gathered.collection.frequencies()[0];
    let codes: usize = counted.blocks().iter().map(|block| block.codes.len()).sum();
    assert!(codes > 20, "{codes}");
    assert_eq!(frequencies.height(), codes + 1);
    // The numbers are numbers, and the same as those of the analysis.
    let block = counted
        .blocks()
        .iter()
        .find(|block| !block.codes.is_empty())
        .unwrap();
    let first = block.codes[0].sessions.exact().unwrap();
    let first = f64::from(u32::try_from(first).unwrap());
    assert_eq!(frequencies.get((1, 4)), Some(&Data::Float(first)));
    let mut archive = zip::ZipArchive::new(bytes).unwrap();
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    let charts = names
        .iter()
        .filter(|name| name.starts_with("xl/charts/chart"));
    let drawn = counted
        .blocks()
        .iter()
        .filter(|block| !block.codes.is_empty());
    assert_eq!(charts.count(), drawn.count());
    let mut chart = String::new();
    let mut file = archive.by_name("xl/charts/chart1.xml").unwrap();
    std::io::Read::read_to_string(&mut file, &mut chart).unwrap();
    assert!(
        chart.contains("<c:barChart>") && chart.contains("Frequencies!$E$2:"),
        "{chart}"
    );
}

/// A study that merged a code, put a field code on a note, and called another one otherwise.
fn with_merges(study: &Study) {
    use crate::anonymise::CleanText;
    use crate::guide::{Codebook, CodebookChange};

    let guide = guides::find(study, "cluster-cooperation").unwrap();
    let mut file = study.codebook_file(&guide.id).unwrap();
    let label = CleanText::from_stored("tongue".to_owned());
    let changes = [
        CodebookChange::Merge {
            from: "fac.trust".to_owned(),
            into: "bar.lang".to_owned(),
        },
        CodebookChange::Rename {
            code: "bar.lang".to_owned(),
            label,
            language: Language::En,
        },
    ];
    for change in changes {
        let book = Codebook::new(&guide, &file.additions);
        file.additions.apply(change, &book).unwrap();
    }
    study.save_codebook_file(&mut file).unwrap();
}

#[test]
fn every_export_counts_what_was_merged_as_one() {
    use calamine::Reader;

    let (_folder, study) = sample();
    let before = all(&study, Level::Working);
    let having = |gathered: &Gathered, codes: &[&str]| -> usize {
        let notes = gathered.collection.sessions().iter();
        let notes = notes.flat_map(crate::release::Released::notes);
        let has = |note: &&crate::session::Note| {
            note.codes.iter().any(|code| codes.contains(&code.as_str()))
        };
        notes.filter(has).count()
    };
    let expected = having(&before, &["fac.trust", "bar.lang"]);
    assert!(expected > having(&before, &["bar.lang"]));
    with_merges(&study);
    let after = all(&study, Level::Working);
    assert_eq!(having(&after, &["bar.lang"]), expected);
    let bytes = |format| {
        let document = single(&after.collection, format, OPTIONS, Path::new("x"));
        document.unwrap().bytes
    };
    let text = |format| String::from_utf8(bytes(format)).unwrap();
    let lines = text(Format::Jsonl);
    let lines = lines.lines().filter(|line| line.contains("\"bar.lang\""));
    assert_eq!(lines.count(), expected);
    for format in [Format::Jsonl, Format::Csv] {
        assert!(!text(format).contains("fac.trust"), "{format:?}");
    }
    let mut reader = csv::Reader::from_reader(std::io::Cursor::new(bytes(Format::Csv)));
    let column = reader
        .headers()
        .unwrap()
        .iter()
        .position(|head| head == "codes");
    let rows = reader.records().map(Result::unwrap);
    let coded = rows.filter(|row| {
        row[column.unwrap()]
            .split(';')
            .any(|code| code == "bar.lang")
    });
    assert_eq!(coded.count(), expected);
    let workbook = std::io::Cursor::new(bytes(Format::Xlsx));
    let mut workbook: calamine::Xlsx<_> = calamine::open_workbook_from_rs(workbook).unwrap();
    let notes = workbook.worksheet_range("Notes").unwrap();
    let cells = notes.rows().filter(|row| {
        row.iter()
            .any(|cell| cell.to_string().split("; ").any(|code| code == "bar.lang"))
    });
    assert_eq!(cells.count(), expected);
    let frequencies = workbook.worksheet_range("Frequencies").unwrap();
    let labels: Vec<String> = frequencies
        .rows()
        .flatten()
        .map(ToString::to_string)
        .collect();
    assert!(labels.iter().any(|label| label == "tongue"));
    assert!(!labels.iter().any(|label| label == "fac.trust"));
    let mut project = zip::ZipArchive::new(std::io::Cursor::new(bytes(Format::Qdpx))).unwrap();
    let mut xml = String::new();
    let mut file = project.by_name("project.qde").unwrap();
    std::io::Read::read_to_string(&mut file, &mut xml).unwrap();
    let guid = xml
        .split("<Code ")
        .find(|code| code.contains("name=\"tongue\""));
    let guid = guid.and_then(|code| code.split("guid=\"").nth(1)?.split('"').next());
    let references = xml
        .matches(&format!("targetGUID=\"{}\"", guid.unwrap()))
        .count();
    assert_eq!(references, expected);
}

#[test]
fn a_name_of_a_list_refuses_what_still_holds_it() {
    let (_folder, study) = sample();
    let id = "K-1".parse().unwrap();
    let session = study.read_session(&id).unwrap();
    let words = session
        .notes
        .iter()
        .flat_map(|note| note.text.as_str().split(' '));
    let word = words
        .filter(|word| word.len() > 7 && word.chars().all(char::is_alphabetic))
        .max_by_key(|word| word.len())
        .unwrap();
    let of = |list: &str| {
        let protected = ProtectedWords::parse(list);
        let named = [id.clone()];
        gather(
            &study,
            Which::These(&named),
            Level::Archive,
            &protected,
            None,
            &mut |_, _| {},
        )
        .unwrap()
    };
    assert!(of("person: Zorzi Quadflieg").refused.is_empty());
    let refused = of(&format!("person: {word}")).refused;
    assert_eq!(refused.len(), 1);
    assert!(!format!("{refused:?}").contains(word));
}
