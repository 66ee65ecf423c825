//! What other coders put on notes.

use super::*;
use crate::session::{CodedNote, CoderSheet};

fn coded() -> CodedNote {
    CodedNote {
        digest: "ab".to_owned(),
        codes: vec!["fac.sim".to_owned()],
    }
}

#[test]
fn a_coders_sheet_is_kept_beside_the_session_and_belongs_to_it() {
    let fixture = Fixture::new();
    let study = fixture.study();
    let mut file = study.coder_file(&id(), 2).unwrap();
    assert_eq!(file.sheet, CoderSheet::new(id(), 2));
    file.sheet.notes.insert("1.3".parse().unwrap(), coded());
    study.save_coder_file(&mut file, false).unwrap();
    assert_eq!(study.coder_file(&id(), 2).unwrap(), file);
    assert_eq!(study.coded_sessions().unwrap(), [(id(), [2].into())].into());
    let path = fixture.path("A-1.codes-2.ron");
    assert_eq!(study.files_of(&id()).unwrap(), [path]);
    assert!(study.sessions().unwrap().is_empty());
}

#[test]
fn a_sheet_of_another_session_is_refused() {
    let fixture = Fixture::new();
    let study = fixture.study();
    let mut file = study.coder_file(&id(), 2).unwrap();
    study.save_coder_file(&mut file, false).unwrap();
    fs::copy(
        fixture.path("A-1.codes-2.ron"),
        fixture.path("B-1.codes-2.ron"),
    )
    .unwrap();
    fs::copy(
        fixture.path("A-1.codes-2.ron"),
        fixture.path("A-1.codes-3.ron"),
    )
    .unwrap();
    for (session, coder) in [("B-1", 2), ("A-1", 3)] {
        let read = study.coder_file(&session.parse().unwrap(), coder);
        assert!(matches!(read, Err(StudyError::OtherSession { .. })));
    }
}

#[test]
fn a_sheet_that_somebody_else_changed_stays_and_invented_sessions_get_none() {
    let fixture = Fixture::new();
    let study = fixture.study();
    let mut mine = study.coder_file(&id(), 2).unwrap();
    let mut theirs = study.coder_file(&id(), 2).unwrap();
    assert!(matches!(
        study.save_coder_file(&mut theirs, true),
        Err(SaveError::Invented(_))
    ));
    theirs.sheet.notes.insert("1.3".parse().unwrap(), coded());
    study.save_coder_file(&mut theirs, false).unwrap();
    assert!(matches!(
        study.save_coder_file(&mut mine, false),
        Err(SaveError::Changed(_))
    ));
    assert_eq!(study.coder_file(&id(), 2).unwrap(), theirs);
}

#[test]
fn a_strike_takes_the_entry_of_the_note_out_of_every_sheet_and_leaves_the_others() {
    let fixture = Fixture::new();
    let study = fixture.study();
    let (mut sitting, mut journal) = Fixture::begin(&study);
    let kept = [1, 2].map(|number| keep(&mut sitting, number, &format!("note {number}")));
    journal.append(&kept).unwrap();
    let mut digest = String::new();
    for coder in [2, 3] {
        let mut file = study.coder_file(&id(), coder).unwrap();
        for note in &sitting.state().notes {
            file.sheet
                .toggle(note, "fac.sim", |one, other| one == other);
        }
        digest.clone_from(&file.sheet.notes.values().next().unwrap().digest);
        study.save_coder_file(&mut file, false).unwrap();
    }
    assert_eq!(fixture.files_with(&digest).len(), 2);
    sitting.strike_note(note_id(1));
    let purged = journal.purge(&mut purge_of(&sitting)).unwrap();
    assert!(purged.cleared.remaining.is_empty());
    assert!(fixture.files_with(&digest).is_empty());
    for coder in [2, 3] {
        let left = study.coder_file(&id(), coder).unwrap().sheet.notes;
        assert_eq!(left.into_keys().collect::<Vec<_>>(), [note_id(2)]);
    }
}

#[test]
fn a_sheet_that_cannot_be_read_and_speaks_of_the_note_is_named_by_a_strike() {
    let fixture = Fixture::new();
    let (mut sitting, mut journal) = Fixture::begin(&fixture.study());
    journal.append(&[keep(&mut sitting, 1, "a note")]).unwrap();
    let sheet = fixture.path("A-1.codes-2.ron");
    fs::write(&sheet, "(version: 1, notes: [(note: \"1.1\", torn").unwrap();
    sitting.strike_note(note_id(1));
    let purged = journal.purge(&mut purge_of(&sitting)).unwrap();
    assert_eq!(purged.cleared.remaining, [sheet]);
}
