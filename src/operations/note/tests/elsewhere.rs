//! Names that are protected later, in whatever file of the study they stand.

use std::fmt::Write;
use std::path::PathBuf;

use sha2::{Digest, Sha256};
use tempfile::TempDir;
use time::macros::datetime;

use super::super::*;
use crate::anonymise::CleanText;
use crate::disk::rehearsal::Rehearsal;
use crate::operations::merge::tests::merge;
use crate::operations::strike::tests::{files_with, id, note, two_takers, write};
use crate::session::{CoderSheet, Event};
use crate::store::{file_of_session, session_of_file};

const NAME: &str = "zwygart";
const NOW: OffsetDateTime = datetime!(2026-05-05 10:30 +2);

/// Protects the name with a note in which it does not stand.
fn protect(study: &Study) -> Kept {
    keep_protecting(study).unwrap()
}

fn keep_protecting(study: &Study) -> Result<Kept, NoteError> {
    let new = NewNote {
        session: id(),
        topic: "b3.t2".to_owned(),
        kind: NoteKind::Paraphrase,
        at: None,
        text: "danach lief es",
        protected: ProtectedWords::parse("person: Anna Zwygart"),
        allowed: &[],
        now: NOW,
    };
    keep(study, &new)
}

/// The second note-taker wrote the name, and it stands in no other protocol.
fn with_name() -> (TempDir, Study) {
    let (folder, study) = two_takers();
    let opened = study.open_taker(&id(), 2).unwrap();
    write(opened, vec![note("2.3", 130_000, "Zwygart rief an")], true);
    (folder, study)
}

fn text_of(session: &Session, note: &str) -> String {
    let note = session.note(note.parse().unwrap()).unwrap();
    note.text.as_str().to_owned()
}

/// Versions beside the protocols that went on differently, and a journal that was damaged.
fn put_beside(study: &Study) {
    let sessions = study.sessions_folder();
    let bytes = std::fs::read(sessions.join("A-1.ron")).unwrap();
    let mut copy = session_of_file(&bytes).unwrap();
    copy.notes[0].text = CleanText::from_stored("anders als Frau Zwygarts Bild".to_owned());
    for name in ["A-1 (conflict).ron", "A-1.t2 (conflict).ron"] {
        std::fs::write(sessions.join(name), file_of_session(&copy).unwrap()).unwrap();
    }
    std::fs::write(sessions.join("A-1.t2.journal.damaged"), "torn: Zwygart").unwrap();
}

fn digest_of(text: &str) -> String {
    let mut digits = String::new();
    for byte in Sha256::digest(text.as_bytes()) {
        write!(digits, "{byte:02x}").unwrap();
    }
    digits
}

/// E1 of the field brief: a protected name is in no file, whoever wrote it and whenever.
#[test]
fn e1_a_name_that_is_protected_later_is_in_no_file_of_any_note_taker() {
    for is_merged in [false, true] {
        let (folder, study) = with_name();
        if is_merged {
            let file = study.sessions_folder().join("A-1.t2.ron");
            merge(&study, &file).unwrap();
        }
        put_beside(&study);
        assert!(files_with(folder.path(), NAME).len() >= 4);
        let kept = protect(&study);
        assert_eq!(
            files_with(folder.path(), NAME),
            [""; 0],
            "merged: {is_merged}"
        );
        let second = study.read_taker(&id(), 2).unwrap();
        assert_eq!(text_of(&second, "2.3"), "[Person 1] rief an");
        assert_eq!(
            second.slots.len(),
            1,
            "the slot is one of that protocol, too"
        );
        // What may hold more than the name is still to be looked at, and what may hold pieces of it.
        let damaged = study.sessions_folder().join("A-1.t2.journal.damaged");
        assert!(kept.cleared.remaining.contains(&damaged));
        for path in kept
            .cleared
            .remaining
            .iter()
            .filter(|path| **path != damaged)
        {
            let name = path.to_string_lossy();
            assert!(name.ends_with(" (conflict).ron"), "{name}");
        }
        let rescuable = std::fs::read_to_string(&damaged).unwrap();
        assert_eq!(rescuable, "torn: [Person 1]", "all other words stay");
    }
}

#[test]
fn a_name_typed_piece_by_piece_goes_from_a_protocol_that_was_cut_short() {
    let (folder, study) = with_name();
    let pieces = ["und Zwy", "gart kam"].map(|insert| Event::DraftEdited {
        topic: TopicId::new("b1.t1"),
        started_ms: 140_000,
        at: usize::MAX,
        remove: 0,
        insert: CleanText::from_stored(insert.to_owned()),
        purpose: crate::session::Purpose::default(),
    });
    write(study.open_taker(&id(), 2).unwrap(), pieces.to_vec(), false);
    let kept = protect(&study);
    assert_eq!(kept.cleared.remaining, [""; 0].map(PathBuf::from));
    assert_eq!(files_with(folder.path(), "zwy"), [""; 0]);
    let opened = study.open_taker(&id(), 2).unwrap();
    let draft = &opened.sitting.state().drafts[&TopicId::new("b1.t1")];
    assert_eq!(draft.text.as_str(), "und [Person 1] kam");
    assert!(opened.recovery.is_needed(), "it can still be taken up");
}

#[test]
fn a_protocol_that_somebody_works_on_is_named_if_the_name_stands_in_it() {
    let (folder, study) = with_name();
    let opened = study.open_taker(&id(), 2).unwrap();
    let (mut sitting, mut journal) = opened.into_journal().unwrap();
    let recorded = sitting.record(note("2.4", 150_000, "noch etwas"));
    journal.append(&[recorded]).unwrap();
    let kept = protect(&study);
    assert_eq!(
        kept.cleared.remaining,
        [study.sessions_folder().join("A-1.t2.ron")]
    );
    assert_eq!(files_with(folder.path(), NAME), ["A-1.t2.ron"]);
    // Once it is put away, the next time the names are given it is searched.
    journal.finish(sitting.state()).unwrap();
    drop(journal);
    assert_eq!(
        protect(&study).cleared.remaining,
        [""; 0].map(PathBuf::from)
    );
    assert_eq!(files_with(folder.path(), NAME), [""; 0]);
}

/// E2 of the field brief: a name is not kept as a digest of a text either, which could be guessed.
#[test]
fn e2_a_coder_s_sheet_keeps_no_digest_of_a_text_with_the_name() {
    let (folder, study) = with_name();
    let file = study.sessions_folder().join("A-1.t2.ron");
    merge(&study, &file).unwrap();
    let session = study.read_session(&id()).unwrap();
    let mut coder = study.coder_file(&id(), 2).unwrap();
    coder.sheet = CoderSheet::new(id(), 2);
    for note in &session.notes {
        coder
            .sheet
            .toggle(note, "fac.third", |one, other| one == other);
    }
    study.save_coder_file(&mut coder, false).unwrap();
    let digest = digest_of("Zwygart rief an");
    assert_eq!(files_with(folder.path(), &digest), ["A-1.codes-2.ron"]);
    protect(&study);
    assert_eq!(files_with(folder.path(), &digest), [""; 0]);
    let sheet = study.coder_file(&id(), 2).unwrap().sheet;
    assert_eq!(sheet.codes("2.3".parse().unwrap()), ["fac.third"]);
    let untouched = session.note("1.1".parse().unwrap()).unwrap();
    assert_eq!(sheet.standing(untouched), crate::session::Standing::Current);
}

/// B8
#[test]
fn a_note_in_which_a_name_became_known_does_not_come_in_again() {
    let (folder, study) = with_name();
    let file = study.sessions_folder().join("A-1.t2.ron");
    // As the other note-taker has it on another machine.
    let elsewhere = folder.path().join("elsewhere.ron");
    std::fs::copy(&file, &elsewhere).unwrap();
    merge(&study, &file).unwrap();
    protect(&study);
    let count = study.read_session(&id()).unwrap().notes.len();
    for again in [&file, &elsewhere] {
        merge(&study, again).unwrap();
        let session = study.read_session(&id()).unwrap();
        assert_eq!(session.notes.len(), count);
        assert_eq!(text_of(&session, "2.3"), "[Person 1] rief an");
        let persons = session
            .slots
            .iter()
            .filter(|slot| slot.key.kind == crate::anonymise::SlotKind::Person);
        assert_eq!(persons.count(), 1);
    }
    std::fs::remove_file(&elsewhere).unwrap();
    assert_eq!(files_with(folder.path(), NAME), [""; 0]);
}

/// Promise 2 of the design: what is said to be kept lasts, and what lasts is said to be kept.
#[test]
fn a_note_that_lasts_is_told_as_kept_whatever_fails_behind_it() {
    for (refused, lasts, is_finished) in [
        ("create .A-1.ron", true, false),
        ("create .A-1.t2", true, true),
        ("create .A-1.journal", false, false),
    ] {
        let (folder, _) = with_name();
        let rehearsal = Rehearsal::new();
        let study = Study::open_on(&rehearsal.disk(), folder.path()).unwrap();
        rehearsal.refuse(refused, std::io::ErrorKind::StorageFull);
        let kept = keep_protecting(&study);
        rehearsal.allow_all();
        let session = study.read_session(&id()).unwrap();
        let mut notes = session.notes.iter();
        let is_there = notes.any(|note| note.text.as_str() == "danach lief es");
        assert_eq!((kept.is_ok(), is_there), (lasts, lasts), "{refused}");
        if let Ok(kept) = kept {
            assert_eq!(kept.unfinished.is_none(), is_finished, "{refused}");
            let second = study.sessions_folder().join("A-1.t2.ron");
            assert_eq!(kept.cleared.remaining.contains(&second), is_finished);
        }
    }
}
