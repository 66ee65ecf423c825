//! Sessions into archives and back.

mod codes;
mod dataset;
mod hostile;
mod pulled;
mod sealed;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::sync::atomic::{AtomicBool, Ordering};

use age::secrecy::ExposeSecret;
use age::x25519::Identity;
use time::macros::datetime;
use zeroize::Zeroizing;

use super::*;
use crate::analysis::review_digest;
use crate::anonymise::CleanText;
use crate::archive::testing::{Ground, KINDS, Kind, Mishap, QUICK};
use crate::archive::{
    About, Content, Keeping, NamedFile, PublishError, Readers, SealError, Sealing, Why, pack,
    read_package,
};
use crate::operations::demo::{self, Temporary};
use crate::release::{Level, Refusal, release};
use crate::session::{
    Answer, Approval, ApprovalStep, CellState, ConsentRecord, Manner, NoteKind, Session, SessionId,
    TextPlace, Tombstone,
};
use crate::store::configuration::Configuration;
use crate::store::{Access, ReadOnly, Study, StudyError, file_of_session};

fn ready(kind: Kind) -> (Temporary, Ground, Place) {
    let ground = Ground::new(kind);
    let place = Place::of("test", ground.target(), None, Readers::Project);
    set_up(&place, true).unwrap();
    (demo::temporary().unwrap(), ground, place)
}

fn wanted(which: Which<'_>) -> Push<'_> {
    Push {
        which,
        pending: Pending::Refused,
        beside: false,
        now: datetime!(2026-11-26 15:00 +1),
    }
}

fn push_all(study: &Study, place: &Place) -> Vec<Pushed> {
    push(study, place, &wanted(Which::All), &|_| {}).unwrap()
}

fn push_one(study: &Study, place: &Place, id: &SessionId) -> Result<Done, PushError> {
    let ids = [id.clone()];
    let mut pushed = push(study, place, &wanted(Which::These(&ids)), &|_| {}).unwrap();
    pushed.pop().unwrap().outcome
}

/// Changes a session's file as a later sitting would.
fn change(study: &Study, id: &SessionId, change: impl FnOnce(&mut Session)) {
    let mut session = study.read_session(id).unwrap();
    change(&mut session);
    let path = study.sessions_folder().join(format!("{id}.ron"));
    fs::write(path, file_of_session(&session).unwrap()).unwrap();
}

fn first(study: &Study) -> SessionId {
    study.sessions().unwrap().remove(0)
}

/// Strikes a note as the purge leaves it.
fn strike(session: &mut Session) {
    let note = session.notes.remove(0);
    session
        .cells
        .insert(note.topic.clone(), CellState::Withdrawn);
    session.tombstones.push(Tombstone {
        note: note.id,
        topic: note.topic,
        at_ms: note.at_ms,
    });
}

fn names(place: &Place) -> Vec<String> {
    let catalogue = list(place).unwrap();
    let there = catalogue
        .listed
        .iter()
        .filter(|listed| listed.tombstone.is_none());
    there.map(|listed| listed.stem.clone()).collect()
}

#[test]
fn the_sample_study_goes_into_every_kind_of_archive_and_is_found_well() {
    for kind in KINDS {
        let (copy, _ground, place) = ready(kind);
        let pushed = push_all(copy.study(), &place);
        assert_eq!(pushed.len(), 11, "{kind:?}");
        for one in &pushed {
            let done = one.outcome.as_ref().unwrap();
            assert!(
                done.is_new && done.unrecorded.is_none(),
                "{kind:?} {}",
                one.session
            );
            assert_eq!(done.name, format!("{}-r1", one.session));
        }
        let verified = verify(&place, None).unwrap();
        assert!(verified.is_well(), "{kind:?}: {verified:?}");
        assert_eq!(verified.packages.len(), 11);
        // Once more: everything is there, and the sessions know where they are.
        for one in push_all(copy.study(), &place) {
            let done = one.outcome.unwrap();
            assert!(!done.is_new, "{kind:?} {}", done.name);
        }
        let session = copy.study().read_session(&first(copy.study())).unwrap();
        assert_eq!(session.archived.len(), 1, "{kind:?}");
        assert_eq!(
            (
                session.archived[0].target.as_str(),
                session.archived[0].revision
            ),
            ("test", 1)
        );
    }
}

/// A17
#[test]
fn a17_the_same_session_gives_the_same_bytes_wherever_and_whenever_it_is_packed() {
    let all = |ground: &Ground| {
        let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(ground.folder.path().join("packages"))
            .unwrap()
            .map(|entry| {
                let path = entry.unwrap().path();
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                (name, fs::read(path).unwrap())
            })
            .collect();
        files.sort();
        files
    };
    let packed = || {
        let (copy, ground, place) = ready(Kind::Folder);
        push_all(copy.study(), &place);
        all(&ground)
    };
    let (one, other) = (packed(), packed());
    assert_eq!(one.len(), 11);
    assert!(one == other, "packages differ");
}

#[test]
fn a_changed_session_becomes_the_next_revision_and_both_stay() {
    let (copy, _ground, place) = ready(Kind::Folder);
    let study = copy.study();
    let id = first(study);
    push_one(study, &place, &id).unwrap();
    change(study, &id, |session| {
        session.attributes.clear();
        session.notes.pop();
    });
    let done = push_one(study, &place, &id).unwrap();
    assert_eq!(done.name, format!("{id}-r2"));
    assert!(done.is_new && done.superseded.is_empty() && done.keeping.is_none());
    assert_eq!(names(&place), [format!("{id}-r1"), format!("{id}-r2")]);
}

#[test]
fn a_revision_after_a_strike_takes_its_predecessors_back() {
    let (copy, ground, place) = ready(Kind::Folder);
    let study = copy.study();
    let id = first(study);
    push_one(study, &place, &id).unwrap();
    change(study, &id, strike);
    let done = push_one(study, &place, &id).unwrap();
    assert_eq!(done.superseded, [format!("{id}-r1")]);
    // A folder may be one that a program keeps in step with a server, which keeps versions.
    assert_eq!(done.keeping, Some(Keeping::Unknown));
    assert_eq!(names(&place), [format!("{id}-r2")]);
    let catalogue = list(&place).unwrap();
    assert_eq!(catalogue.listed[0].tombstone, Some(Why::Superseded));
    assert_eq!(
        fs::read_dir(ground.folder.path().join("packages"))
            .unwrap()
            .count(),
        1
    );
    assert!(verify(&place, None).unwrap().is_well());
}

#[test]
fn what_is_pulled_says_what_was_pushed_and_can_only_be_read() {
    let (copy, _ground, place) = ready(Kind::Folder);
    let study = copy.study();
    push_all(study, &place);
    let folder = tempfile::tempdir().unwrap();
    let pulled = pull(&place, &folder.path().join("study")).unwrap();
    assert!(pulled.refused.is_empty(), "{:?}", pulled.refused);
    assert_eq!(pulled.new.len(), 11);
    assert_eq!(pulled.study.sessions().unwrap(), study.sessions().unwrap());
    for id in study.sessions().unwrap() {
        let of = |study: &Study| {
            let session = study.read_session(&id).unwrap();
            let guide = crate::operations::guides::of_session(study, &session).unwrap();
            let released = release(&session, Some(&guide), Level::Archive).unwrap();
            let mut json = Vec::new();
            crate::export::json::write(&released, &mut json).unwrap();
            String::from_utf8(crate::archive::canonical(&json).unwrap()).unwrap()
        };
        assert_eq!(of(&pulled.study), of(study), "{id}");
        let opened = pulled.study.open_session(&id).unwrap();
        assert!(matches!(
            opened.access,
            Access::ReadOnly(ReadOnly::ForReview)
        ));
    }
    let mut header = study.read_session(&first(study)).unwrap().header;
    header.id = "Z-9".parse().unwrap();
    assert!(matches!(
        pulled.study.new_session(header),
        Err(StudyError::ForReview(_))
    ));
}

#[test]
fn what_was_pulled_is_brought_up_to_date_and_nothing_else_is_written_over() {
    let (copy, _ground, place) = ready(Kind::Folder);
    let study = copy.study();
    let [one, other, third] = [0, 1, 2].map(|index| study.sessions().unwrap().remove(index));
    push_one(study, &place, &one).unwrap();
    push_one(study, &place, &other).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let into = folder.path().join("study");
    assert_eq!(pull(&place, &into).unwrap().new.len(), 2);
    let sheet = into.join(format!("sessions/{one}.codes-2.ron"));
    fs::write(&sheet, "a coder's").unwrap();

    change(study, &one, |session| session.attributes.clear());
    push_one(study, &place, &one).unwrap();
    push_one(study, &place, &third).unwrap();
    withdraw(&place, &other.to_string()).unwrap();
    let pulled = pull(&place, &into).unwrap();
    assert!(pulled.refused.is_empty(), "{:?}", pulled.refused);
    assert_eq!(pulled.new, [format!("{third}-r1")]);
    assert_eq!(pulled.renewed, [format!("{one}-r2")]);
    assert_eq!(pulled.known, 0);
    let gone = Gone {
        session: other,
        is_deleted: true,
        left: Vec::new(),
    };
    assert_eq!(pulled.gone, [gone]);
    let brought = pulled.study.read_session(&one).unwrap();
    assert!(brought.attributes.is_empty());
    assert_eq!(fs::read_to_string(sheet).unwrap(), "a coder's");
    assert_eq!(pull(&place, &into).unwrap().known, 2);
    // What did not come from an archive stays.
    let own = pull(&place, study.root());
    assert!(matches!(own, Err(PullError::NotEmpty(_))));
}

#[test]
fn a_session_holds_no_more_in_a_package_than_its_level() {
    let (copy, ground, place) = ready(Kind::Folder);
    let study = copy.study();
    for id in study.sessions().unwrap() {
        let session = study.read_session(&id).unwrap();
        push_one(study, &place, &id).unwrap();
        let name = list(&place).unwrap().listed.into_iter().find(|listed| {
            listed
                .entry
                .as_ref()
                .is_some_and(|entry| entry.session == id.to_string())
        });
        let path = ground
            .folder
            .path()
            .join("packages")
            .join(name.unwrap().package);
        let text = String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned();
        let comments = session
            .notes
            .iter()
            .filter(|note| note.kind == NoteKind::Comment);
        for comment in comments {
            assert!(
                !text.contains(comment.text.as_str()),
                "{id}: a comment is in the package"
            );
        }
        // The day may be the first of a quarter, which is what a coarse date is written as; the time never is.
        let began = session.clock.began.unwrap();
        let began = began
            .format(&time::format_description::well_known::Rfc3339)
            .unwrap();
        assert!(!text.contains(&began), "{id}: the moment is in the package");
    }
}

#[test]
fn what_is_taken_back_is_gone_and_does_not_come_again() {
    let (copy, ground, place) = ready(Kind::WebDav);
    let study = copy.study();
    let id = first(study);
    push_all(study, &place);
    let withdrawn = withdraw(&place, &id.to_string()).unwrap();
    assert_eq!(withdrawn.packages, [format!("{id}-r1")]);
    assert_eq!(names(&place).len(), 10);
    assert!(verify(&place, None).unwrap().is_well());
    let again = push_one(study, &place, &id);
    assert!(matches!(
        again,
        Err(PushError::Publish(PublishError::TakenBack(_)))
    ));
    assert!(matches!(
        withdraw(&place, "Z-9"),
        Err(WithdrawError::Unknown)
    ));
    let folder = ground.folder.path().join("study/packages");
    assert_eq!(fs::read_dir(folder).unwrap().count(), 10);
}

/// So it lies there if somebody took it back while it was pushed, and the pushing was killed.
#[test]
fn what_was_taken_back_is_not_read_whatever_lies_there() {
    let (copy, ground, place) = ready(Kind::Folder);
    let study = copy.study();
    let id = first(study);
    push_all(study, &place);
    let listed = list(&place).unwrap().listed.remove(0);
    let package = ground.folder.path().join("packages").join(&listed.package);
    let bytes = fs::read(&package).unwrap();
    withdraw(&place, &id.to_string()).unwrap();
    fs::write(&package, &bytes).unwrap();
    // The catalogue says that it was taken back, and the check that it is still there.
    assert!(!names(&place).contains(&listed.stem));
    assert!(!verify(&place, None).unwrap().is_well());
    let pulled = pull(&place, &ground.folder.path().join("pulled")).unwrap();
    assert_eq!(pulled.taken_back, 1);
    assert!(!pulled.study.sessions().unwrap().contains(&id));
    // Neither pushed again nor without an entry it comes back, and taking it back once more removes it.
    assert!(matches!(
        push_one(study, &place, &id),
        Err(PushError::Publish(PublishError::TakenBack(_)))
    ));
    withdraw(&place, &id.to_string()).unwrap();
    assert!(!package.exists() && verify(&place, None).unwrap().is_well());
    fs::write(&package, &bytes).unwrap();
    let entry = format!("catalogue/{}.json", listed.stem);
    fs::remove_file(ground.folder.path().join(entry)).unwrap();
    assert!(!names(&place).contains(&listed.stem));
    let again = pull(&place, &ground.folder.path().join("again")).unwrap();
    assert!(!again.study.sessions().unwrap().contains(&id));
}

#[test]
fn every_kind_of_damage_in_an_archive_is_found() {
    let (copy, ground, place) = ready(Kind::Folder);
    let study = copy.study();
    let id = first(study);
    push_one(study, &place, &id).unwrap();
    let listed = list(&place).unwrap().listed.remove(0);
    let path = ground.folder.path().join("packages").join(&listed.package);
    let bytes = fs::read(&path).unwrap();
    let is_well = || verify(&place, None).unwrap().is_well();
    assert!(is_well());
    for at in (0..bytes.len()).step_by(bytes.len() / 20) {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        fs::write(&path, &changed).unwrap();
        assert!(!is_well(), "byte {at}");
    }
    fs::remove_file(&path).unwrap();
    assert!(!is_well(), "the package is missing");
    fs::write(&path, &bytes).unwrap();
    fs::write(path.with_file_name("other.zip"), &bytes).unwrap();
    assert!(!is_well(), "a package without an entry");
    assert!(verify(&place, Some(&format!("{id}-r1"))).unwrap().is_well());
    withdraw(&place, "other.zip").unwrap();
    assert!(is_well());
    let entry = ground.folder.path().join(format!("catalogue/{id}-r1.json"));
    fs::write(entry, "{}").unwrap();
    assert!(!is_well(), "an entry that cannot be read");
}

#[test]
fn an_archive_takes_either_invented_or_real_sessions() {
    let copy = demo::temporary().unwrap();
    let ground = Ground::new(Kind::Folder);
    let place = Place::of("test", ground.target(), None, Readers::Project);
    let unready = push(copy.study(), &place, &wanted(Which::All), &|_| {});
    assert!(matches!(
        unready,
        Err(SetUpOrStudy::SetUp(SetUpError::NotSetUp))
    ));
    set_up(&place, false).unwrap();
    for one in push_all(copy.study(), &place) {
        assert!(matches!(
            one.outcome,
            Err(PushError::WrongKind { invented: true })
        ));
    }
    assert!(matches!(
        set_up(&place, true),
        Err(SetUpError::Otherwise { .. })
    ));
}

/// A17
#[test]
fn without_consent_nothing_leaves_and_the_others_do() {
    let (copy, _ground, place) = ready(Kind::Folder);
    let study = copy.study();
    let id = first(study);
    change(study, &id, |session| {
        session.consent.retain(|record| record.step != "c4");
    });
    let pushed = push_all(study, &place);
    let refused: Vec<&Pushed> = pushed.iter().filter(|one| one.outcome.is_err()).collect();
    assert_eq!(refused.len(), 1);
    let Err(PushError::Refused(why)) = &refused[0].outcome else {
        panic!("{:?}", refused[0]);
    };
    assert!(matches!(why.reasons[0], Refusal::NoConsent { step: "c4" }));
    assert_eq!(names(&place).len(), 10);
}

#[test]
fn sessions_go_over_several_connections() {
    let copy = demo::temporary().unwrap();
    let study = copy.study();
    let template = study.read_session(&first(study)).unwrap();
    for number in 1..=20 {
        let mut session = template.clone();
        session.header.id = format!("Z-{number}").parse().unwrap();
        let path = study.sessions_folder().join(format!("Z-{number}.ron"));
        fs::write(path, file_of_session(&session).unwrap()).unwrap();
    }
    let ground = Ground::new(Kind::WebDav);
    let place = Place::of("test", ground.target(), None, Readers::Project);
    set_up(&place, true).unwrap();
    // No upload is answered before four of them are on their way.
    let way = ground.way(|_, method| match method {
        "PUT" => Mishap::Together(4),
        _ => Mishap::None,
    });
    let over = Place::of(
        "test",
        ground.target_over(&way, QUICK),
        None,
        Readers::Project,
    );
    for one in push_all(study, &over) {
        assert!(one.outcome.unwrap().is_new);
    }
    assert!(verify(&place, None).unwrap().is_well());
}

#[test]
fn a_session_takes_seven_requests_and_all_of_them_together_five() {
    let (copy, ground, _place) = ready(Kind::WebDav);
    let way = ground.way(|_, _| Mishap::None);
    let target = ground.target_over(&way, QUICK);
    let over = Place::of("test", target, None, Readers::Project);
    for one in push_all(copy.study(), &over) {
        assert!(one.outcome.unwrap().is_new);
    }
    let methods = way.methods();
    let count = |wanted: &str| methods.iter().filter(|method| *method == wanted).count();
    // Package and entry are sent, read back and named; each entry is looked at once more in the end.
    assert_eq!((count("PUT"), count("MOVE")), (22, 22));
    // What the archive is, and the three folders; in the end what was taken back meanwhile.
    assert_eq!((count("GET"), count("PROPFIND")), (1 + 33, 4));
    assert_eq!(methods.len(), 82);
}

#[test]
fn what_is_taken_back_while_it_is_pushed_does_not_come_back() {
    for can_be_listed_again in [true, false] {
        let (copy, ground, _place) = ready(Kind::WebDav);
        let study = copy.study();
        let id = first(study);
        let archive = ground.folder.path().join("study");
        let tombstone = archive.join(format!("catalogue/{id}-r1.withdrawn.json"));
        let is_taken_back = AtomicBool::new(false);
        let way = ground.way(move |_, method| match method {
            "PUT" => {
                fs::write(&tombstone, "{}").unwrap();
                is_taken_back.store(true, Ordering::SeqCst);
                Mishap::None
            }
            "PROPFIND" if is_taken_back.load(Ordering::SeqCst) && !can_be_listed_again => {
                Mishap::Answer(403)
            }
            _ => Mishap::None,
        });
        let target = ground.target_over(&way, QUICK);
        let over = Place::of("test", target, None, Readers::Project);
        let Err(PushError::Publish(PublishError::TakenBack(name))) = push_one(study, &over, &id)
        else {
            panic!("it came back");
        };
        assert_eq!(name, format!("{id}-r1"));
        assert_eq!(fs::read_dir(archive.join("packages")).unwrap().count(), 0);
        assert!(study.read_session(&id).unwrap().archived.is_empty());
    }
}
