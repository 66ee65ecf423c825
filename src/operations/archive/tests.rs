//! Sessions into archives and back.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;

use age::secrecy::ExposeSecret;
use age::x25519::Identity;
use time::macros::datetime;
use zeroize::Zeroizing;

use super::*;
use crate::analysis::review_digest;
use crate::anonymise::CleanText;
use crate::archive::testing::{Ground, KINDS, Kind, Mishap, QUICK};
use crate::archive::{
    About, Content, NamedFile, Readers, SealError, Sealing, Why, pack, read_package,
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
fn the_same_session_gives_the_same_bytes_wherever_and_whenever_it_is_packed() {
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
    assert!(done.is_new && done.superseded.is_empty());
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
    assert_eq!(pulled.packages.len(), 11);
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
    let again = pull(&place, &folder.path().join("study"));
    assert!(matches!(again, Err(PullError::NotEmpty(_))));
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
        Err(PushError::Publish(crate::archive::PublishError::TakenBack(
            _
        )))
    ));
    assert!(matches!(
        withdraw(&place, "Z-9"),
        Err(WithdrawError::Unknown)
    ));
    let folder = ground.folder.path().join("study/packages");
    assert_eq!(fs::read_dir(folder).unwrap().count(), 10);
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

fn sealed(readers: Readers) -> (Temporary, Ground, Place) {
    let colleague = Identity::generate();
    let recipients = [colleague.to_public().to_string()];
    let key = Zeroizing::new("a word that is long enough".to_owned());
    let keys = colleague.to_string().expose_secret().to_owned();
    let sealing = Sealing::new(&recipients, key, Some(&keys)).unwrap();
    let ground = Ground::new(Kind::Folder);
    let place = Place::of("test", ground.target(), Some(sealing), readers);
    set_up(&place, true).unwrap();
    (demo::temporary().unwrap(), ground, place)
}

fn ask_for_approval(session: &mut Session) {
    let record = ConsentRecord {
        step: "c6".to_owned(),
        answer: Answer::Yes,
        manner: Manner::Oral,
        ..session.consent[0].clone()
    };
    session.consent.retain(|record| record.step != "c6");
    session.consent.push(record);
    session.approvals.clear();
}

#[test]
fn with_approval_pending_a_session_goes_to_a_sealed_archive_of_the_project_alone() {
    let taken = |place: &Place, study: &Study, id: &SessionId| {
        let ids = [id.clone()];
        let wanted = Push {
            pending: Pending::Taken,
            ..wanted(Which::These(&ids))
        };
        let mut pushed = push(study, place, &wanted, &|_| {}).unwrap();
        pushed.pop().unwrap().outcome
    };
    let (copy, _ground, place) = sealed(Readers::Project);
    let id = first(copy.study());
    change(copy.study(), &id, |session| {
        ask_for_approval(session);
        session.notes[0].kind = NoteKind::Comment;
    });
    assert!(matches!(
        push_one(copy.study(), &place, &id),
        Err(PushError::Refused(_))
    ));
    let done = taken(&place, copy.study(), &id).unwrap();
    assert!(done.pending);
    let entry = list(&place).unwrap().listed.remove(0).entry.unwrap();
    assert!(entry.pending && entry.level == "working");
    let folder = tempfile::tempdir().unwrap();
    let pulled = pull(&place, &folder.path().join("study")).unwrap();
    let notes = pulled.study.read_session(&id).unwrap().notes;
    assert!(!notes.is_empty());
    assert!(notes.iter().all(|note| note.kind != NoteKind::Comment));
    assert!(verify(&place, None).unwrap().is_well());
    let (copy, _ground, others) = sealed(Readers::Others);
    change(copy.study(), &id, ask_for_approval);
    let refused = taken(&others, copy.study(), &id);
    assert!(
        matches!(refused, Err(PushError::PendingNotTaken)),
        "{refused:?}"
    );
    let (copy, _ground, open) = ready(Kind::Folder);
    change(copy.study(), &id, ask_for_approval);
    assert!(matches!(
        taken(&open, copy.study(), &id),
        Err(PushError::PendingNotTaken)
    ));
}

#[test]
fn whatever_was_struck_takes_the_revisions_before_it_back() {
    let (copy, _ground, place) = ready(Kind::Folder);
    let study = copy.study();
    let id = first(study);
    let session = study.read_session(&id).unwrap();
    let mut topics = session.notes.iter().map(|note| note.topic.clone());
    let topic = topics.find(|topic| !session.summaries.contains_key(topic));
    let topic = topic.unwrap();
    let summed_up = |session: &mut Session| {
        let text = CleanText::from_stored("in einem Satz".to_owned());
        session.summaries.insert(topic.clone(), text);
    };
    let before = push_one(study, &place, &id).unwrap();
    change(study, &id, summed_up);
    let with = push_one(study, &place, &id).unwrap();
    assert!(with.superseded.is_empty(), "nothing was struck");
    // What is left is again as it was before: the revision that held the summary has the higher number.
    let opened = study.open_session(&id).unwrap();
    let (mut sitting, mut journal) = opened.into_journal().unwrap();
    let recorded = sitting.strike_texts(&[TextPlace::Summary(topic.clone())]);
    journal.append(&recorded).unwrap();
    journal.finish(sitting.state()).unwrap();
    let again = push_one(study, &place, &id).unwrap();
    assert_eq!(again.name, before.name);
    assert_eq!(again.superseded, [with.name]);
    assert_eq!(names(&place), [before.name]);
}

#[test]
fn what_was_pending_is_taken_back_when_the_approved_text_is_there() {
    let (copy, _ground, place) = sealed(Readers::Project);
    let study = copy.study();
    let id = first(study);
    change(study, &id, ask_for_approval);
    let ids = [id.clone()];
    let pending = Push {
        pending: Pending::Taken,
        ..wanted(Which::These(&ids))
    };
    let mut pushed = push(study, &place, &pending, &|_| {}).unwrap();
    let pending = pushed.pop().unwrap().outcome.unwrap();
    change(study, &id, |session| {
        session.approvals.push(Approval {
            step: ApprovalStep::Approved,
            at: datetime!(2026-11-26 16:00 +1),
            digest: review_digest(session),
        });
    });
    let approved = push_one(study, &place, &id).unwrap();
    assert_eq!(approved.superseded, [pending.name]);
}

#[test]
fn every_archive_that_was_named_by_its_address_is_recorded_by_it() {
    let copy = demo::temporary().unwrap();
    let study = copy.study();
    let id = first(study);
    let folders = tempfile::tempdir().unwrap();
    let configuration = Configuration::default();
    let addresses = ["one", "other"].map(|name| {
        let folder = folders.path().join(name);
        fs::create_dir(&folder).unwrap();
        folder.display().to_string()
    });
    for address in &addresses {
        let place = open(address, &configuration).unwrap();
        set_up(&place, true).unwrap();
        push_one(study, &place, &id).unwrap();
    }
    let session = study.read_session(&id).unwrap();
    let targets = session.archived.iter().map(|record| record.target.clone());
    assert_eq!(targets.collect::<Vec<String>>(), addresses);
}

#[test]
fn a_sealed_archive_is_pushed_verified_and_pulled_with_the_key() {
    let (copy, ground, place) = sealed(Readers::Others);
    push_all(copy.study(), &place);
    assert!(verify(&place, None).unwrap().is_well());
    let folder = tempfile::tempdir().unwrap();
    let pulled = pull(&place, &folder.path().join("study")).unwrap();
    assert_eq!(pulled.packages.len(), 11);
    for one in push_all(copy.study(), &place) {
        assert!(!one.outcome.unwrap().is_new);
    }
    // Unsealed it can neither be pushed to nor read.
    let open = Place::of("test", ground.target(), None, Readers::Project);
    let refused = push(copy.study(), &open, &wanted(Which::All), &|_| {});
    assert!(matches!(
        refused,
        Err(SetUpOrStudy::SetUp(SetUpError::Otherwise { .. }))
    ));
    let verified = verify(&open, None).unwrap();
    let first = &verified.packages[0].problems[0];
    assert!(matches!(first, Problem::Seal(SealError::NoIdentity)));
}

#[test]
fn a_hostile_package_does_no_harm() {
    let (copy, ground, place) = ready(Kind::Folder);
    let id = first(copy.study());
    push_one(copy.study(), &place, &id).unwrap();
    let listed = list(&place).unwrap().listed.remove(0);
    let packages = ground.folder.path().join("packages");
    let path = packages.join(&listed.package);
    let good = fs::read(&path).unwrap();
    let entry_path = ground.folder.path().join(format!("catalogue/{id}-r1.json"));
    let entry = fs::read_to_string(&entry_path).unwrap();
    let old = listed.entry.unwrap().checksum;
    // A zip with a path trick in place of the package, and an entry that vouches for it.
    let trick = String::from_utf8_lossy(&good).into_owned();
    assert!(trick.contains("data/consent.json"));
    let from = format!("{id}-").into_bytes();
    let mut hostile = good.clone();
    let places: Vec<usize> = (0..hostile.len() - from.len())
        .filter(|at| hostile[*at..].starts_with(&from))
        .collect();
    for at in places {
        hostile[at..at + 3].copy_from_slice(b"../");
    }
    fs::write(&path, &hostile).unwrap();
    let new = Content::of(hostile);
    fs::write(&entry_path, entry.replace(&old, new.checksum())).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let pulled = pull(&place, &folder.path().join("study")).unwrap();
    assert_eq!((pulled.packages.len(), pulled.refused.len()), (0, 1));
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        1,
        "something lies beside the study"
    );
    assert!(pulled.study.sessions().unwrap().is_empty());
    assert!(read_package(&Content::of(good)).is_ok());
}

/// Puts a package in the place of one that was pushed whose session's file says something else, with manifests and an
/// entry that vouch for it.
fn forge(ground: &Ground, place: &Place, change: impl Fn(&str) -> String) {
    let listed = list(place).unwrap().listed.remove(0);
    let entry = listed.entry.unwrap();
    let path = ground.folder.path().join("packages").join(&listed.package);
    let content = Content::of(fs::read(&path).unwrap());
    let package = read_package(&content).unwrap();
    let about = About {
        session: entry.session.clone(),
        digest: entry.digest.clone(),
        organisation: None,
        description: String::new(),
    };
    let session = String::from_utf8(package.file("session.ron").unwrap()).unwrap();
    let changed = change(&session);
    assert_ne!(changed, session, "nothing was changed");
    let files = [
        ("guide.ron", package.file("guide.ron").unwrap()),
        ("session.json", package.file("session.json").unwrap()),
        ("session.ron", changed.into_bytes()),
    ];
    let named = files.iter().map(|(name, bytes)| NamedFile {
        name: (*name).to_owned(),
        bytes: Box::new(bytes.as_slice()),
    });
    let forged = pack(&about, named.collect()).unwrap().content;
    let mut bytes = Vec::new();
    forged.reader().unwrap().read_to_end(&mut bytes).unwrap();
    fs::write(&path, bytes).unwrap();
    let path = format!("catalogue/{}-r1.json", entry.session);
    let path = ground.folder.path().join(path);
    let vouching = fs::read_to_string(&path).unwrap();
    fs::write(path, vouching.replace(&entry.checksum, forged.checksum())).unwrap();
}

#[test]
fn a_session_whose_guide_leads_out_of_the_study_is_not_pulled() {
    let (copy, ground, place) = ready(Kind::Folder);
    push_one(copy.study(), &place, &first(copy.study())).unwrap();
    forge(&ground, &place, |session| {
        session.replacen("cluster-cooperation", "../../elsewhere", 1)
    });
    let folder = tempfile::tempdir().unwrap();
    let pulled = pull(&place, &folder.path().join("sub/study")).unwrap();
    assert_eq!((pulled.packages.len(), pulled.refused.len()), (0, 1));
    assert!(!folder.path().join("sub/elsewhere.ron").exists());
    let added = pulled.study.add_guide_file("../../elsewhere", b"");
    assert!(matches!(added, Err(StudyError::GuideId)));
}

#[test]
fn a_session_that_says_otherwise_than_its_document_is_not_pulled() {
    let (copy, ground, place) = ready(Kind::Folder);
    let study = copy.study();
    let id = first(study);
    push_one(study, &place, &id).unwrap();
    let session = study.read_session(&id).unwrap();
    let notes = session.notes.iter();
    let mut paraphrases = notes.filter(|note| note.kind == NoteKind::Paraphrase);
    let said = paraphrases.next().unwrap().text.as_str().to_owned();
    forge(&ground, &place, |file| {
        file.replacen(&said, "nobody said this", 1)
    });
    let folder = tempfile::tempdir().unwrap();
    let pulled = pull(&place, &folder.path().join("study")).unwrap();
    assert!(pulled.packages.is_empty());
    assert!(matches!(pulled.refused[0].1, PullRefused::Changed));
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

/// A place for a dataset, with the archive of the sample study beside it.
fn with_dataset(kind: Kind) -> (Temporary, [Ground; 2], Place, Place) {
    let (copy, ground, source) = ready(Kind::Folder);
    push_all(copy.study(), &source);
    let apart = Ground::new(kind);
    let target = Place::of("partners", apart.target(), None, Readers::Others);
    (copy, [ground, apart], source, target)
}

/// All files of a folder, by their paths in it.
fn files_of(folder: &std::path::Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().display().to_string();
                files.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    files
}

#[test]
fn a_dataset_holds_texts_codings_and_numbers_and_names_no_session() {
    let (copy, [_ground, apart], source, target) = with_dataset(Kind::Folder);
    let made = dataset(&source, &target).unwrap();
    assert_eq!(made.guides.len(), 1);
    assert!(made.refused.is_empty() && made.left_out.is_empty());
    let files = files_of(apart.folder.path());
    let of_table = |table: &str| -> Vec<serde_json::Value> {
        let files = files.iter();
        let of_table = files.filter(|(name, _)| name.starts_with(&format!("{table}/build=")));
        let lines = of_table.flat_map(|(_, text)| text.lines());
        lines
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    };
    let (notes, codings) = (of_table("notes"), of_table("codings"));
    assert!(notes.len() > 50 && codings.len() > 50);
    assert!(notes.iter().all(|note| note["invented"] == true));
    let coded: usize = notes
        .iter()
        .map(|note| note["codes"].as_array().unwrap().len())
        .sum();
    assert_eq!(coded, codings.len());
    let ids = copy.study().sessions().unwrap();
    for line in notes.iter().chain(&codings) {
        let name = line["session"].as_str().unwrap();
        assert!(ids.iter().all(|id| id.to_string() != name));
    }
    let session = copy.study().read_session(&ids[0]).unwrap();
    let comment = session
        .notes
        .iter()
        .find(|note| note.kind == NoteKind::Comment)
        .unwrap();
    assert!(
        files
            .values()
            .all(|text| !text.contains(comment.text.as_str()))
    );
}

#[test]
fn the_numbers_of_a_dataset_are_those_of_the_table_for_publication() {
    let (copy, [_ground, apart], source, target) = with_dataset(Kind::Folder);
    let made = dataset(&source, &target).unwrap();
    assert_eq!(made.guides[0].counted, crate::release::Counted::All);
    let facts = crate::operations::facts::gather(copy.study())
        .unwrap()
        .facts;
    let guide = crate::operations::guides::find(copy.study(), &made.guides[0].guide).unwrap();
    let request = crate::release::tables::TableRequest {
        level: Level::Publication,
        guide: &guide,
        filter: &crate::analysis::Filter::default(),
        seed: 1,
    };
    let table = crate::release::tables::release_frequencies(&facts, &request, None).unwrap();
    let mut json = Vec::new();
    crate::export::sheet_json::write_frequencies(&table, guide.languages[0], &mut json).unwrap();
    let table: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let mut wanted = Vec::new();
    for block in table["blocks"].as_array().unwrap() {
        for code in block["codes"].as_array().unwrap() {
            wanted.push(
                [
                    &block["block"],
                    &code["code"],
                    &code["sessions"],
                    &code["cases"],
                ]
                .map(Clone::clone),
            );
        }
    }
    let files = files_of(apart.folder.path());
    let counts = files.iter().find(|(name, _)| name.starts_with("counts/"));
    let found: Vec<[serde_json::Value; 4]> = counts
        .unwrap()
        .1
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .filter(|line| !line["code"].is_null())
        .map(|line| {
            let number = |name: &str| match (&line[name]["n"], line[name]["said"].as_str().unwrap())
            {
                (_, "not_said") => serde_json::Value::Null,
                (serde_json::Value::Null, word) => word.into(),
                (number, _) => number.clone(),
            };
            [
                line["block"].clone(),
                line["code"].clone(),
                number("sessions"),
                number("cases"),
            ]
        })
        .collect();
    assert!(found.len() > 20);
    assert_eq!(found, wanted);
}

#[test]
fn the_same_archive_gives_the_same_dataset_and_a_withdrawal_another_with_nothing_of_it_left() {
    for kind in KINDS {
        let (copy, [_ground, apart], source, target) = with_dataset(kind);
        let first = dataset(&source, &target).unwrap();
        let before = files_of(apart.folder.path());
        let again = dataset(&source, &target).unwrap();
        assert!(again.built.was_there, "{kind:?}");
        assert_eq!(files_of(apart.folder.path()), before, "{kind:?}");
        let holds = |files: &BTreeMap<String, String>, text: &str| {
            files.values().any(|file| file.contains(text))
        };
        let (id, text) = paraphrases(copy.study())
            .into_iter()
            .find(|(_, text)| holds(&before, text))
            .unwrap();
        withdraw(&source, &id.to_string()).unwrap();
        let rebuilt = dataset(&source, &target).unwrap();
        assert_ne!(rebuilt.built.name, first.built.name, "{kind:?}");
        assert_eq!(rebuilt.telling, Some(1), "{kind:?}");
        let left = files_of(apart.folder.path());
        assert!(!holds(&left, &text), "{kind:?}");
    }
}

/// What the interviewees of a study said, with their sessions.
fn paraphrases(study: &Study) -> Vec<(SessionId, String)> {
    let mut all = Vec::new();
    for id in study.sessions().unwrap() {
        let session = study.read_session(&id).unwrap();
        let paraphrases = session
            .notes
            .iter()
            .filter(|note| note.kind == NoteKind::Paraphrase);
        all.extend(paraphrases.map(|note| (id.clone(), note.text.as_str().to_owned())));
    }
    all
}

#[test]
fn a_dataset_lies_nowhere_near_the_packages_and_packages_nowhere_near_a_dataset() {
    let (_copy, _grounds, source, target) = with_dataset(Kind::Folder);
    let into_itself = dataset(&source, &source);
    assert!(matches!(
        into_itself,
        Err(DatasetError::Dataset(
            crate::archive::dataset::DatasetFault::HoldsPackages
        ))
    ));
    dataset(&source, &target).unwrap();
    assert!(matches!(
        set_up(&target, true),
        Err(SetUpError::HoldsDataset)
    ));
    let configuration = Configuration::default();
    let folder = tempfile::tempdir().unwrap();
    let archive = open(&folder.path().display().to_string(), &configuration).unwrap();
    set_up(&archive, true).unwrap();
    let below = folder.path().join("dataset").display().to_string();
    let below = open_for_dataset(&below, &configuration).unwrap();
    assert!(matches!(
        dataset(&archive, &below),
        Err(DatasetError::Beside)
    ));
}

#[test]
fn no_dataset_is_made_without_packages_that_cannot_be_read() {
    let (_copy, [ground, apart], source, target) = with_dataset(Kind::Folder);
    let package = fs::read_dir(ground.folder.path().join("packages"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    fs::write(package, "changed").unwrap();
    let refused = dataset(&source, &target);
    assert!(matches!(&refused, Err(DatasetError::Unreadable(which)) if which.len() == 1));
    assert!(files_of(apart.folder.path()).is_empty());
}

#[test]
fn the_sessions_that_a_study_put_into_an_archive_know_of_its_dataset() {
    let (copy, _grounds, source, target) = with_dataset(Kind::Folder);
    let study = copy.study();
    let made = dataset(&source, &target).unwrap();
    for _ in 0..2 {
        let failed = made
            .log(study, &target, datetime!(2026-11-26 16:00 +1))
            .unwrap();
        assert!(failed.is_empty());
    }
    let id = first(study);
    let session = study.read_session(&id).unwrap();
    let told: Vec<&str> = session
        .exports
        .iter()
        .map(|export| export.format.as_str())
        .collect();
    assert_eq!(told, ["dataset partners"]);
    assert!(is_dataset(&session.exports[0]));
    let prepared = crate::operations::withdraw::prepare(study, &id).unwrap();
    assert!(prepared.places().exports.iter().any(is_dataset));
}
