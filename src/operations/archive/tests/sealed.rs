//! Sealed archives, and what waits for its approval in them.

use super::*;

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
    assert_eq!(pulled.new.len(), 11);
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
