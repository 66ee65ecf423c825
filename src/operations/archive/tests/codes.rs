//! What a study adds to the codebook of a guide goes along.

use super::*;
use crate::export::json;
use crate::guide::{Codebook, CodebookChange};
use crate::language::Language;
use crate::operations::guides;

/// Changes what the study adds to the guide of its sessions.
fn extend(study: &Study, changes: impl IntoIterator<Item = CodebookChange>) {
    let guide = guides::find(study, "cluster-cooperation").unwrap();
    let mut file = study.codebook_file(&guide.id).unwrap();
    for change in changes {
        let book = Codebook::new(&guide, &file.additions);
        file.additions.apply(change, &book).unwrap();
    }
    study.save_codebook_file(&mut file).unwrap();
}

fn field_code(label: &str) -> CodebookChange {
    CodebookChange::Add {
        label: CleanText::from_stored(label.to_owned()),
        language: Language::De,
        under: Some("fac.trust".to_owned()),
    }
}

/// A session with a field code and a code that was merged into another.
fn coded() -> (Temporary, Ground, Place, SessionId) {
    let (copy, ground, place) = ready(Kind::Folder);
    let id = first(copy.study());
    change(copy.study(), &id, |session| {
        session.notes[0].codes = vec!["x.a".to_owned(), "bar.lang".to_owned()];
    });
    let merge = CodebookChange::Merge {
        from: "bar.lang".to_owned(),
        into: "fac.trust".to_owned(),
    };
    extend(copy.study(), [field_code("Zugluft am Schalter"), merge]);
    (copy, ground, place, id)
}

fn archived(study: &Study, id: &SessionId) -> String {
    let session = study.read_session(id).unwrap();
    let guide = guides::counted_by_session(study, &session).unwrap();
    let released = release(&session, Some(&guide), Level::Archive).unwrap();
    let mut bytes = Vec::new();
    json::write(&released, &mut bytes).unwrap();
    String::from_utf8(crate::archive::canonical(&bytes).unwrap()).unwrap()
}

#[test]
fn a_package_counts_by_the_codes_of_the_study_and_says_what_they_mean() {
    let (copy, _ground, place, id) = coded();
    let study = copy.study();
    push_one(study, &place, &id).unwrap();
    assert!(verify(&place, None).unwrap().is_well());
    let folder = tempfile::tempdir().unwrap();
    let pulled = pull(&place, &folder.path().join("study")).unwrap();
    assert!(pulled.refused.is_empty(), "{:?}", pulled.refused);
    assert_eq!(archived(&pulled.study, &id), archived(study, &id));
    let guide = guides::counted_by(&pulled.study, "cluster-cooperation").unwrap();
    assert_eq!(guide.study.resolve("bar.lang"), "fac.trust");
    let field = guide.codes.iter().find(|code| code.id == "x.a").unwrap();
    assert_eq!(field.label.in_language(Language::De), "Zugluft am Schalter");
    // What the session does not use makes no other package of it.
    extend(study, [field_code("etwas anderes")]);
    assert!(!push_one(study, &place, &id).unwrap().is_new);
    // What it uses does.
    extend(
        study,
        [CodebookChange::Rename {
            code: "x.a".to_owned(),
            label: CleanText::from_stored("Durchzug".to_owned()),
            language: Language::De,
        }],
    );
    assert!(push_one(study, &place, &id).unwrap().is_new);
}

#[test]
fn a_code_that_is_called_by_a_name_keeps_its_sessions_from_the_archive() {
    let (copy, _ground, place, id) = coded();
    extend(
        copy.study(),
        [CodebookChange::Rename {
            code: "x.a".to_owned(),
            label: CleanText::from_stored("Idee von Herrn Brunnhuber".to_owned()),
            language: Language::De,
        }],
    );
    let refused = push_one(copy.study(), &place, &id);
    assert!(matches!(refused, Err(PushError::TellingLabel(code)) if code == "x.a"));
    let other = copy.study().sessions().unwrap().pop().unwrap();
    assert!(push_one(copy.study(), &place, &other).is_ok());
}

#[test]
fn what_was_renamed_or_merged_in_the_archive_is_taken_over_when_it_is_pulled_again() {
    let (copy, _ground, place, id) = coded();
    let study = copy.study();
    push_one(study, &place, &id).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let into = folder.path().join("study");
    let pulled = pull(&place, &into).unwrap();
    // A coder adds a code of their own to the pulled study.
    extend(&pulled.study, [field_code("eigener")]);
    let rename = CodebookChange::Rename {
        code: "x.a".to_owned(),
        label: CleanText::from_stored("Durchzug".to_owned()),
        language: Language::De,
    };
    let part = CodebookChange::Part {
        from: "bar.lang".to_owned(),
    };
    let merge = CodebookChange::Merge {
        from: "bar.lang".to_owned(),
        into: "x.a".to_owned(),
    };
    extend(study, [rename, part, merge]);
    push_one(study, &place, &id).unwrap();
    let again = pull(&place, &into).unwrap();
    assert!(again.refused.is_empty() && again.mixed_guides.is_empty());
    assert_eq!(archived(&again.study, &id), archived(study, &id));
    let guide = guides::counted_by(&again.study, "cluster-cooperation").unwrap();
    assert_eq!(guide.study.resolve("bar.lang"), "x.a");
    let label = |id: &str| {
        let code = guide.codes.iter().find(|code| code.id == id).unwrap();
        code.label.in_language(Language::De).to_owned()
    };
    assert_eq!(
        (label("x.a").as_str(), label("x.b").as_str()),
        ("Durchzug", "eigener")
    );
}
