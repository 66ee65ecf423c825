//! What a study that was pulled remembers of its archive, and what a later pull does with it.

use super::*;
use crate::operations::archive::place::Place;
use crate::operations::desk::Desk;

/// A study with two of its sessions in an archive, pulled into a folder.
struct Pulled {
    _ground: Ground,
    place: Place,
    _folder: tempfile::TempDir,
    into: std::path::PathBuf,
    ids: [SessionId; 2],
}

fn pulled() -> Pulled {
    let (copy, ground, place) = ready(Kind::Folder);
    let ids = [0, 1].map(|index| copy.study().sessions().unwrap().remove(index));
    for id in &ids {
        push_one(copy.study(), &place, id).unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    let into = folder.path().join("study");
    pull(&place, &into).unwrap();
    Pulled {
        _ground: ground,
        place,
        _folder: folder,
        into,
        ids,
    }
}

/// What lies in a folder and below it, by its name and content.
fn all_files(folder: &std::path::Path) -> BTreeMap<std::path::PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(all_files(&path));
        } else {
            files.insert(path.clone(), fs::read(path).unwrap());
        }
    }
    files
}

#[test]
fn a_second_archive_is_not_pulled_into_the_study_of_the_first() {
    let first = pulled();
    let (copy, _ground, other) = ready(Kind::Folder);
    // The same session, which says something else there, and not the other one.
    let id = &first.ids[0];
    change(copy.study(), id, |session| session.attributes.clear());
    push_one(copy.study(), &other, id).unwrap();
    let before = all_files(&first.into);
    let refused = pull(&other, &first.into);
    assert!(
        matches!(&refused, Err(PullError::OtherArchive { archive, .. }) if archive == "test"),
        "{refused:?}"
    );
    assert_eq!(all_files(&first.into), before);
    assert_eq!(pull(&first.place, &first.into).unwrap().known, 2);
}

#[test]
fn the_same_archive_is_known_under_another_name() {
    let (copy, ground, place) = ready(Kind::Folder);
    push_one(copy.study(), &place, &first(copy.study())).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let into = folder.path().join("study");
    pull(&place, &into).unwrap();
    let moved = Place::of("moved", ground.target(), None, Readers::Project);
    let again = pull(&moved, &into).unwrap();
    assert_eq!((again.known, again.new.len()), (1, 0));
    assert_eq!(again.study.origin().unwrap().unwrap().name, "moved");
}

#[test]
fn what_was_taken_back_is_deleted_from_a_pulled_study_and_nothing_else_is() {
    let first = pulled();
    let (place, into, ids) = (&first.place, &first.into, &first.ids);
    let study = Study::open(into).unwrap();
    let sheet = into.join(format!("sessions/{}.codes-2.ron", ids[0]));
    fs::write(&sheet, "a coder's").unwrap();
    fs::create_dir(into.join("sessions/.index")).unwrap();
    let index = into.join("sessions/.index/facts");
    fs::write(&index, "what the session says").unwrap();
    // Somebody put another file in the place of the second.
    let changed = into.join(format!("sessions/{}.ron", ids[1]));
    fs::write(&changed, "another").unwrap();
    for id in ids {
        withdraw(place, &id.to_string()).unwrap();
    }
    let again = pull(place, into).unwrap();
    let left: Vec<&[std::path::PathBuf]> =
        again.gone.iter().map(|gone| gone.left.as_slice()).collect();
    assert_eq!(
        left,
        [[sheet.clone()].as_slice(), [changed.clone()].as_slice()]
    );
    assert_eq!(study.sessions().unwrap(), [ids[1].clone()]);
    assert!(!index.exists() && sheet.exists());
    assert_eq!(fs::read_to_string(changed).unwrap(), "another");
}

#[test]
fn of_an_archive_without_sessions_no_study_is_made() {
    let (copy, _ground, place) = ready(Kind::Folder);
    let folder = tempfile::tempdir().unwrap();
    let into = folder.path().join("study");
    assert!(matches!(pull(&place, &into), Err(PullError::Nothing)));
    let id = first(copy.study());
    push_one(copy.study(), &place, &id).unwrap();
    withdraw(&place, &id.to_string()).unwrap();
    assert!(matches!(pull(&place, &into), Err(PullError::Nothing)));
    assert!(!into.exists());
    assert!(verify(&place, None).unwrap().is_well());
}

#[test]
fn a_pulled_session_is_coded_by_a_second_coder_and_its_protocol_stays_as_it_is() {
    let pulled = pulled();
    let id = &pulled.ids[0];
    let file = pulled.into.join("sessions").join(format!("{id}.ron"));
    // What is invented is coded in a demonstration only.
    let text = fs::read_to_string(&file).unwrap();
    let text = text.replace("invented: true", "invented: false");
    fs::write(&file, text).unwrap();
    let before = all_files(&pulled.into);
    let study = Study::open(&pulled.into).unwrap();
    let note = study.read_session(id).unwrap().notes.remove(0);
    let mut desk = Desk::new(study, |_| {});
    let mut sheet = desk.take_sheet(id, 2).unwrap();
    sheet.look_at(&note).codes = vec!["fac.trust".to_owned()];
    desk.save_sheet(sheet).unwrap();
    let mut after = all_files(&pulled.into);
    let sheet = pulled
        .into
        .join("sessions")
        .join(format!("{id}.codes-2.ron"));
    let written = String::from_utf8(after.remove(&sheet).unwrap()).unwrap();
    assert!(written.contains("fac.trust"), "{written}");
    assert_eq!(after, before);
}
