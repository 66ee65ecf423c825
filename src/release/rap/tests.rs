//! What stands in the sheet of a case.

use super::*;
use crate::analysis::{Filter, example};
use crate::guide::Guide;
use crate::release::Level;
use crate::session::{Answer, Note, NoteKind, Polarity};

fn note(number: u32, kind: NoteKind, text: &str, codes: &[&str]) -> Note {
    let mut note = example::note(number, "b2.t1", kind, text);
    note.codes = codes.iter().map(|code| (*code).to_owned()).collect();
    note
}

/// Two interviews of a case and one of another.
fn sessions() -> Vec<Session> {
    let of = |id: &str, notes: Vec<Note>| {
        let mut session = example::session();
        session.header.id = id.parse().unwrap();
        session.drafts.clear();
        session.notes = notes.into();
        session
    };
    let mut helping = note(1, NoteKind::Paraphrase, "Nähe hilft", &["fac.near"]);
    helping.polarity = Some(Polarity::Helps);
    vec![
        of(
            "A-1",
            vec![
                helping,
                note(2, NoteKind::Quote, "ohne Nähe nichts", &["fac.near"]),
                note(3, NoteKind::Comment, "müde Stimme", &["fac.near"]),
                note(4, NoteKind::Paraphrase, "Vertrauen", &["fac.trust"]),
            ],
        ),
        of(
            "A-2",
            vec![note(1, NoteKind::Paraphrase, "nah sein", &["fac.old"])],
        ),
        of("B-1", Vec::new()),
    ]
}

fn guide() -> Guide {
    let mut guide = example::guide();
    guide.codes = ["fac.trust", "fac.near", "fac.old"]
        .map(example::code)
        .into();
    guide.study.merged = [("fac.old".to_owned(), "fac.near".to_owned())].into();
    guide
}

fn made(
    sessions: &[Session],
    level: Level,
) -> Result<(Vec<CaseSheet>, Vec<Refused>), TableRefusal> {
    let facts = Facts::of(sessions, &[]);
    let (guide, filter) = (guide(), Filter::default());
    let request = TableRequest {
        level,
        guide: &guide,
        filter: &filter,
        seed: 1,
    };
    let find = |id: &SessionId| {
        let mut all = sessions.iter();
        all.find(|session| &session.header.id == id).cloned()
    };
    release_case_sheets(&facts, &[Case::new("A".parse().unwrap())], &request, find)
}

fn texts(texts: &[SheetText]) -> Vec<&str> {
    texts.iter().map(|text| text.text.as_str()).collect()
}

#[test]
fn a_sheet_has_sentences_then_notes_by_code_and_quotes() {
    let (sheets, refused) = made(&sessions(), Level::Working).unwrap();
    assert!(refused.is_empty());
    let cases: Vec<&str> = sheets.iter().map(|sheet| sheet.case().as_str()).collect();
    assert_eq!(cases, ["A", "B"]);
    let [first, second] = sheets[0].blocks() else {
        panic!("the guide has two blocks");
    };
    assert_eq!(first.summaries.len(), 2);
    let codes: Vec<(&str, usize, usize, usize)> = second
        .codes
        .iter()
        .map(|code| (code.code.as_str(), code.sessions, code.helps, code.hinders))
        .collect();
    // What was merged counts for what it went into.
    assert_eq!(codes, [("fac.near", 2, 1, 0), ("fac.trust", 1, 0, 0)]);
    assert_eq!(texts(&second.codes[0].notes), ["Nähe hilft", "nah sein"]);
    assert_eq!(texts(&second.quotes), ["ohne Nähe nichts"]);
    assert_eq!(sheets[0].count().sessions, 2);
    assert!(sheets[0].about().is_some() && sheets[1].about().is_none());
}

#[test]
fn a_note_that_is_linked_into_another_block_counts_there_and_is_read_once() {
    let mut sessions = sessions();
    sessions[0].notes[0].also_in = [TopicId::new("b1.t1")].into();
    let (sheets, _) = made(&sessions, Level::Working).unwrap();
    let [first, second] = sheets[0].blocks() else {
        panic!("the guide has two blocks");
    };
    assert_eq!((first.codes[0].sessions, first.codes[0].helps), (1, 1));
    assert!(first.codes[0].notes.is_empty());
    assert_eq!(second.codes[0].notes.len(), 2);
}

#[test]
fn the_archive_gives_no_quote_without_consent_and_names_what_is_refused() {
    let mut sessions = sessions();
    example::answer(&mut sessions[0], "c5", Answer::Withdrawn);
    sessions[1].drafts = example::session().drafts;
    sessions[0].notes[1].codes = vec!["fac.only".to_owned()];
    let (sheets, refused) = made(&sessions, Level::Archive).unwrap();
    let sheet = &sheets[0];
    assert!(sheet.blocks().iter().all(|block| block.quotes.is_empty()));
    // What was said counts, as in the frequencies.
    let codes = sheet.blocks()[1].codes.iter();
    let counted: Vec<(&str, usize)> = codes
        .map(|code| (code.code.as_str(), code.sessions))
        .collect();
    assert_eq!(
        counted,
        [("fac.trust", 1), ("fac.near", 1), ("fac.only", 1)]
    );
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0].session.to_string(), "A-2");
    assert_eq!(sheet.count().sessions, 1);
}

#[test]
fn one_case_is_in_no_sheet_of_a_level_that_hides_cases() {
    for level in [Level::Analysis, Level::Publication] {
        assert_eq!(
            made(&sessions(), level).unwrap_err(),
            TableRefusal::OneCase(level)
        );
    }
    assert_eq!(
        made(&sessions(), Level::Review).unwrap_err(),
        TableRefusal::Review
    );
}
