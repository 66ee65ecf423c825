//! What other coders put on notes.

use super::*;
use crate::session::{CodedNote, CoderSheet};

fn id() -> SessionId {
    "A-1".parse().unwrap()
}

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
    assert_eq!(study.coders_of(&id()), [2]);
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
