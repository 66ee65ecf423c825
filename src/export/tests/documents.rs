//! Promises that hold for every format, and single formats read again by other crates.

use std::io::{Cursor, Read};
use std::sync::Arc;

use calamine::{Data, Reader, Xlsx};
use time::macros::{date, datetime};

use super::released;
use crate::analysis::example::{guide, note, session};
use crate::anonymise::CleanText;
use crate::export::{Collection, Document, Format, Missing, Options, Scope};
use crate::language::{Language, is_forbidden_control};
use crate::release::Level;
use crate::session::{Approval, ApprovalStep, NoteKind, Recording, Session};

pub(super) fn collection(sessions: &[Session], level: Level) -> Collection {
    let released = sessions.iter().map(|session| released(session, level));
    Collection::new(level, released.collect(), vec![Arc::new(guide())])
}

pub(super) fn documents(sessions: &[Session], level: Level, format: Format) -> Vec<Document> {
    let options = Options {
        asked: None,
        language: Language::De,
        byte_order_mark: false,
    };
    let collection = collection(sessions, level);
    let documents = collection.documents(format, options);
    documents.collect::<Result<_, _>>().unwrap()
}

pub(super) fn document(session: &Session, level: Level, format: Format) -> Vec<u8> {
    let session = std::slice::from_ref(session);
    let mut documents = documents(session, level, format);
    assert_eq!(documents.len(), 1, "{format:?}");
    documents.remove(0).bytes
}

pub(super) fn text(session: &Session, format: Format) -> String {
    String::from_utf8(document(session, Level::Working, format)).unwrap()
}

/// The files of an archive.
pub(super) fn unpacked(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

/// All that somebody can read in a document, whatever it is packed in.
fn readable(format: Format, bytes: &[u8]) -> String {
    if format.is_text() {
        return String::from_utf8(bytes.to_vec()).unwrap();
    }
    let files = unpacked(bytes).into_iter();
    let texts = files.map(|(_, text)| unescaped(&text));
    texts.collect::<Vec<String>>().join("\n")
}

fn unescaped(xml: &str) -> String {
    quick_xml::escape::unescape(xml).map_or_else(|_| xml.to_owned(), std::borrow::Cow::into_owned)
}

/// The formats that hold something of a session.
fn of_sessions() -> impl Iterator<Item = Format> {
    Format::ALL
        .into_iter()
        .filter(|format| *format != Format::Qdc)
}

#[test]
fn the_same_session_gives_the_same_bytes_in_every_format() {
    let mut session = session();
    session.drafts.clear();
    for format in Format::ALL {
        for level in [Level::Working, Level::Archive] {
            let once = document(&session, level, format);
            assert!(once == document(&session, level, format), "{format:?}");
        }
    }
}

#[test]
fn an_invented_session_is_stamped_in_every_format() {
    let mut session = session();
    session.header.invented = true;
    for format in of_sessions() {
        let read = readable(format, &document(&session, Level::Working, format));
        let stamp = match format {
            Format::Json => "\"invented\": true",
            Format::Jsonl => "\"invented\":true",
            Format::Csv => ",working,true,true,example",
            _ => "Erfunden",
        };
        assert!(read.contains(stamp), "{format:?}: {read}");
    }
}

#[test]
fn every_format_says_that_it_is_pseudonymised_and_never_anonymous() {
    for format in of_sessions() {
        let read = readable(format, &document(&session(), Level::Working, format));
        let said = match format {
            Format::Json => "\"pseudonymised\": true",
            Format::Jsonl => "\"pseudonymised\":true",
            Format::Csv => "pseudonymised",
            _ => "Pseudonymisiert, nicht anonym",
        };
        assert!(read.contains(said), "{format:?}: {read}");
    }
}

#[test]
fn what_was_asked_for_and_is_missing_stands_in_every_document_of_many_sessions() {
    let id = |id: &str| vec![id.parse().unwrap()];
    let missing = Missing {
        unread: id("B-7"),
        refused: 2,
        worked_on: id("C-3"),
    };
    let whole = collection(&[session()], Level::Working);
    let partial = collection(&[session()], Level::Working).without(missing);
    let options = Options {
        asked: None,
        language: Language::En,
        byte_order_mark: false,
    };
    let read = |collection: &Collection, format| {
        let mut documents = collection.documents(format, options);
        readable(format, &documents.next().unwrap().unwrap().bytes)
    };
    let of_many = of_sessions().filter(|format| format.scope() == Scope::Together);
    for format in of_many.filter(|format| !format.is_text()) {
        let said = read(&partial, format);
        for line in [
            "1 session cannot be read and is missing from all numbers",
            "Not readable: B-7",
            "2 sessions may not be in this version",
            "Somebody works on C-3",
        ] {
            assert!(said.contains(line), "{format:?}: {line}");
        }
        let said = read(&whole, format);
        assert!(!said.contains("missing from all"), "{format:?}");
    }
}

#[test]
fn the_review_version_holds_neither_comments_nor_codes_in_any_format() {
    for format in of_sessions() {
        let read = readable(format, &document(&session(), Level::Review, format));
        for kept_out in [
            "weicht aus",
            "lacht",
            "ini.chance",
            "leitet seit Jahren",
            "andere Seite",
        ] {
            assert!(!read.contains(kept_out), "{format:?}: {kept_out}");
        }
        assert!(read.contains("leitet das Netz"), "{format:?}");
    }
}

#[test]
fn no_format_lets_a_control_character_through() {
    let mut session = session();
    let evil = "\u{1b}[31mrot\u{9b}2J\u{202e}verkehrt\u{2066}\u{7}\u{7f}\u{ffff}x";
    for note in &mut session.notes {
        note.text = CleanText::from_stored(evil.to_owned());
        note.codes = vec![evil.to_owned()];
    }
    session.header.guide.titles[0].1 = evil.to_owned();
    for format in Format::ALL {
        let read = readable(format, &document(&session, Level::Working, format));
        // JSON escapes them, so that they come back as they were; the others show a sign in their place.
        let forbidden = read.replace("\r\n", "\n").contains(is_forbidden_control);
        assert!(!forbidden, "{format:?}: {read:?}");
    }
}

#[test]
fn documents_are_named_by_session_level_and_format() {
    let mut fit = session();
    fit.drafts.clear();
    let of = |format| {
        documents(std::slice::from_ref(&fit), Level::Archive, format)
            .remove(0)
            .name
    };
    assert_eq!(of(Format::Docx), "A-1-archive.docx");
    assert_eq!(of(Format::Xlsx), "sessions-archive.xlsx");
    assert_eq!(of(Format::DocxMatrix), "matrix-archive.docx");
    assert_eq!(of(Format::Qdc), "codebook.qdc");
}

#[test]
fn a_table_is_read_again_as_it_was_noted() {
    let mut session = session();
    let noted = "=SUMME(\"a\";1), zwei\r\nZeilen; ";
    session.notes = vec![note(1, "b1.t1", NoteKind::Paraphrase, noted)].into();
    session.notes[0].codes = vec!["a.b".to_owned(), "c".to_owned()];
    let table = text(&session, Format::Csv);
    assert!(table.starts_with("session,case,level,"), "{table}");
    let mut reader = csv::ReaderBuilder::new().from_reader(table.as_bytes());
    let heads = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 1);
    let field = |name: &str| {
        let column = heads.iter().position(|head| head == name).unwrap();
        rows[0].get(column).unwrap().to_owned()
    };
    // A carriage return is a control character; the apostrophe keeps the formula from being one.
    assert_eq!(field("text"), "'=SUMME(\"a\";1), zwei\u{fffd}\nZeilen; ");
    assert_eq!(field("codes"), "a.b;c");
    assert_eq!(field("timecode"), "#00:01:00-0#");
    assert_eq!(field("invented"), "false");
}

#[test]
fn a_line_is_a_note() {
    let lines = text(&session(), Format::Jsonl);
    let notes: Vec<serde_json::Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(notes.len(), session().notes.len());
    let quote = notes.iter().find(|note| note["note"] == "1.3").unwrap();
    assert_eq!(quote["also_in"], serde_json::json!(["b2.t2"]));
    assert_eq!(
        quote["codes"],
        serde_json::json!(["ini.chance", "drv.manager"])
    );
    assert_eq!(quote["state"], "open");
    assert_eq!(quote["level"], "working");
}

#[test]
fn a_transcript_goes_by_time_and_each_paragraph_ends_with_its_place() {
    let transcript = text(&session(), Format::Txt);
    let notes: Vec<&str> = transcript
        .lines()
        .filter(|line| line.starts_with("[1."))
        .collect();
    assert_eq!(notes[0], "[1.1 b1.t1] leitet das Netz #00:01:00-0#");
    assert_eq!(
        notes[1],
        "[1.3 b2.t1] «\u{a0}sans [Person 1], rien\u{a0}» #00:03:00-0#"
    );
    assert!(notes.iter().all(|line| line.ends_with('#')), "{notes:?}");
    let mut unrecorded = session();
    unrecorded.clock.recordings.clear();
    let transcript = text(&unrecorded, Format::Txt);
    assert!(
        !transcript.contains('#') && transcript.contains("(00:02:55)"),
        "{transcript}"
    );
}

#[test]
fn subtitles_are_made_for_each_recording() {
    let mut session = session();
    session.clock.recordings.push(Recording {
        zero_ms: 290_000,
        stopped_ms: None,
        shift_ms: 0,
    });
    let of = std::slice::from_ref(&session);
    let documents = documents(of, Level::Working, Format::Vtt);
    let names: Vec<&str> = documents
        .iter()
        .map(|document| document.name.as_str())
        .collect();
    assert_eq!(
        names,
        ["A-1-working-recording-1.vtt", "A-1-working-recording-2.vtt"]
    );
    let second = String::from_utf8(documents[1].bytes.clone()).unwrap();
    assert!(second.starts_with("WEBVTT\n\nNOTE\n"), "{second}");
    assert!(
        second.contains("1.5\n00:00:05.000 --> 00:00:25.000\nweicht aus"),
        "{second}"
    );
    assert!(!second.contains("leitet das Netz"), "{second}");
}

#[test]
fn a_byte_order_mark_comes_only_if_it_is_asked_for() {
    let options = Options {
        asked: None,
        language: Language::De,
        byte_order_mark: true,
    };
    let collection = collection(&[session()], Level::Working);
    for format in [Format::Csv, Format::Txt, Format::Json] {
        let document = collection
            .documents(format, options)
            .next()
            .unwrap()
            .unwrap();
        let begins = document.bytes.starts_with("\u{feff}".as_bytes());
        assert_eq!(begins, format != Format::Json, "{format:?}");
        let without = document_of(format);
        assert!(!without.starts_with("\u{feff}".as_bytes()), "{format:?}");
    }
}

fn document_of(format: Format) -> Vec<u8> {
    document(&session(), Level::Working, format)
}

#[test]
fn a_page_for_the_browser_runs_and_fetches_nothing() {
    let mut session = session();
    session.notes[0].text = CleanText::from_stored("<script>alert(1)</script> & mehr".to_owned());
    let page = text(&session, Format::Html);
    assert!(
        page.starts_with("<!DOCTYPE html><html lang=\"de\">"),
        "{page}"
    );
    assert!(
        page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; mehr"),
        "{page}"
    );
    assert!(page.contains("<span lang=\"fr\">«"), "{page}");
    assert!(
        !page.contains("<script") && !page.contains("http://"),
        "{page}"
    );
    assert!(page.contains("default-src 'none'"), "{page}");
}

#[test]
fn a_workbook_is_read_again_and_its_texts_are_texts() {
    let mut session = session();
    session.notes[0].text = CleanText::from_stored("=1+1".to_owned());
    session.notes[5].text = CleanText::from_stored("0041".to_owned());
    let bytes = document(&session, Level::Working, Format::Xlsx);
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    assert_eq!(
        workbook.sheet_names(),
        [
            "Matrix",
            "Notizen",
            "Codebuch",
            "Stichprobe",
            "Zu dieser Ausgabe"
        ]
    );
    let matrix = workbook.worksheet_range("Matrix").unwrap();
    let cell = |row, column| matrix.get((row, column)).unwrap().to_string();
    assert_eq!(cell(0, 1), "Block 1: Profil");
    assert_eq!(cell(1, 1), "b1.t1 Person");
    assert_eq!(cell(2, 0), "A-1");
    assert_eq!(
        cell(2, 1),
        "Zusammengefasst: leitet seit Jahren\n1.1 =1+1\n1.7 0041"
    );
    // Declined is no blank; what is linked into a cell stands in it too.
    assert_eq!(cell(2, 2), "(Antwort verweigert)");
    assert!(cell(2, 4).contains("1.3 «"), "{}", cell(2, 4));
    let notes = workbook.worksheet_range("Notizen").unwrap();
    assert!(workbook.worksheet_formula("Notizen").unwrap().is_empty());
    let texts: Vec<&Data> = notes.rows().skip(1).map(|row| &row[8]).collect();
    assert!(
        texts.contains(&&Data::String("=1+1".to_owned())),
        "{texts:?}"
    );
    assert!(
        texts.contains(&&Data::String("0041".to_owned())),
        "{texts:?}"
    );
}

#[test]
fn a_second_guide_has_a_matrix_of_its_own() {
    let mut other = session();
    other.header.id = "B-1".parse().unwrap();
    other.header.guide.id = "other".to_owned();
    let documents = documents(&[session(), other], Level::Working, Format::Xlsx);
    let bytes = documents[0].bytes.clone();
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    assert_eq!(workbook.sheet_names()[..2], ["Matrix", "Matrix 2"]);
    let second = workbook.worksheet_range("Matrix 2").unwrap();
    assert_eq!(second.get((2, 0)).unwrap().to_string(), "B-1");
    assert_eq!(second.height(), 3);
}

#[test]
fn the_protocol_for_approval_has_headings_a_table_a_block_and_its_language() {
    let files = unpacked(&document(&session(), Level::Review, Format::Docx));
    let part = |name: &str| &files.iter().find(|(other, _)| other == name).unwrap().1;
    let content = part("word/document.xml");
    assert_eq!(content.matches("<w:tbl>").count(), 2);
    assert_eq!(content.matches("w:val=\"Heading1\"").count(), 2);
    assert!(content.contains("Korrektur") && content.contains("Bitte lesen Sie"));
    // No note is cut by the end of a page: the heads and the notes of the two tables.
    let notes = content.matches("Nr.").count() + content.matches(">1.").count();
    assert_eq!(content.matches("<w:cantSplit/>").count(), notes);
    // A quote in another language than the document is checked in its own.
    assert!(content.contains("<w:lang w:val=\"fr-CH\"/></w:rPr><w:t xml:space=\"preserve\">«"));
    assert!(part("word/styles.xml").contains("<w:lang w:val=\"de-CH\"/>"));
    assert!(part("docProps/core.xml").contains("<dc:language>de-CH</dc:language>"));
    for (name, text) in &files {
        is_well_formed(name, text);
    }
    let working = unpacked(&document(&session(), Level::Working, Format::Docx));
    assert!(!working.iter().any(|(_, text)| text.contains("Korrektur")));
}

#[test]
fn the_protocol_for_approval_can_be_read_by_whoever_knows_nothing_of_the_program() {
    let mut session = session();
    session.approvals.push(Approval {
        step: ApprovalStep::Sent {
            until: date!(2026 - 12 - 31),
        },
        at: datetime!(2026-12-11 10:00 +1),
        digest: String::new(),
    });
    let files = unpacked(&document(&session, Level::Review, Format::Docx));
    let (_, content) = files
        .iter()
        .find(|(name, _)| name == "word/document.xml")
        .unwrap();
    for said in [
        "Platzhalter wie [Person 1]",
        "Antwort erbeten bis 31.12.2026",
        "Gespräch vom 5.5.2026",
    ] {
        assert!(content.contains(said), "{said}");
    }
    for unsaid in ["b1.t1", "auf Nachfrage", "Profilangabe", ">[Person 1]<"] {
        assert!(!content.contains(unsaid), "{unsaid}");
    }
    let archive = unpacked(&document(&session, Level::Working, Format::Docx));
    assert!(!archive.iter().any(|(_, text)| text.contains("31.12.2026")));
}

#[test]
fn the_matrix_lies_across_the_page() {
    let files = unpacked(&document(&session(), Level::Working, Format::DocxMatrix));
    let (_, content) = files
        .iter()
        .find(|(name, _)| name == "word/document.xml")
        .unwrap();
    assert!(content.contains("w:orient=\"landscape\""));
    assert!(content.contains("(Antwort verweigert)") && content.contains("b2.t1 Anfang"));
    for (name, text) in &files {
        is_well_formed(name, text);
    }
}

#[test]
fn no_document_says_when_it_was_made() {
    let year = datetime!(2026-01-01 0:00 UTC).year().to_string();
    let mut session = session();
    session.header.created = datetime!(1999-05-04 18:00 +2);
    session.clock.began = Some(datetime!(1999-05-05 10:02 +2));
    for answer in &mut session.consent {
        answer.at = datetime!(1999-05-05 10:00 +2);
    }
    session.closed = None;
    for format in Format::ALL {
        let read = readable(format, &document(&session, Level::Working, format));
        assert!(!read.contains(&year), "{format:?}");
    }
}

pub(super) fn is_well_formed(name: &str, text: &str) {
    let mut reader = quick_xml::Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Eof) => break,
            Ok(_) => {}
            Err(error) => panic!("{name}: {error}"),
        }
    }
}
