//! Torn and damaged journals.

use super::super::format::journal_v1::DamageKind;
use super::*;
use crate::anonymise::{Memory, Slot, SlotKey, SlotKind};
use crate::session::{Answer, Approval, ApprovalStep, ConsentRecord, Manner, Span, Struck};

/// A killed sitting with three notes, the second damaged on disk.
fn damaged() -> Fixture {
    let fixture = Fixture::with_session("eins");
    let (mut sitting, mut journal) = fixture.open_for_work();
    for (number, text) in [(2, "zwei"), (3, "drei"), (4, "vier")] {
        journal.append(&[keep(&mut sitting, number, text)]).unwrap();
    }
    drop(journal);
    let text = fixture.read("A-1.journal").replace("drei", "dr?i");
    fs::write(fixture.path("A-1.journal"), text).unwrap();
    fixture
}

#[test]
fn a_torn_end_is_cut_with_the_first_write() {
    let fixture = Fixture::with_session("eins");
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal.append(&[keep(&mut sitting, 2, "zwei")]).unwrap();
    drop(journal);
    let torn = format!("{}0123abcd 4 note_k", fixture.read("A-1.journal"));
    fs::write(fixture.path("A-1.journal"), &torn).unwrap();
    let opened = fixture.open();
    assert!(opened.recovery.torn && opened.recovery.damage.is_none());
    drop(opened);
    assert_eq!(fixture.read("A-1.journal"), torn);
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal.append(&[keep(&mut sitting, 3, "drei")]).unwrap();
    drop(journal);
    let opened = fixture.open();
    assert!(!opened.recovery.torn);
    assert_eq!(texts(opened.sitting.state()), ["eins", "zwei", "drei"]);
}

#[test]
fn behind_a_damage_nothing_is_lost_and_nothing_is_taken_for_certain() {
    let fixture = damaged();
    let bytes = fixture.read("A-1.journal");
    let untouched = content(&fixture.sessions());
    let opened = fixture.open();
    assert_eq!(opened.recovery.damage, Some((3, DamageKind::Checksum)));
    assert_eq!(texts(opened.sitting.state()), ["eins", "zwei"]);
    assert_eq!(rescued(&opened), ["vier"]);
    drop(opened);
    assert_eq!(content(&fixture.sessions()), untouched);
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal.append(&[keep(&mut sitting, 5, "fünf")]).unwrap();
    drop(journal);
    assert_eq!(fixture.read("A-1.journal.damaged"), bytes);
    let opened = fixture.open();
    assert!(opened.recovery.damage.is_none());
    assert_eq!(texts(opened.sitting.state()), ["eins", "zwei", "fünf"]);
}

#[test]
fn a_damaged_journal_never_costs_another() {
    let fixture = damaged();
    fs::write(fixture.path("A-1.journal.damaged"), "an earlier one").unwrap();
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal.append(&[keep(&mut sitting, 5, "fünf")]).unwrap();
    assert_eq!(fixture.read("A-1.journal.damaged"), "an earlier one");
    assert!(fixture.path("A-1.journal.damaged-2").is_file());
}

#[test]
fn a_strike_covers_the_damaged_journal() {
    let fixture = damaged();
    let (mut sitting, mut journal) = fixture.open_for_work();
    sitting.strike_note(note_id(2));
    let purged = journal.purge(&mut purge_of(&sitting)).unwrap();
    assert_eq!(
        purged.cleared.removed,
        [fixture.path("A-1.journal.damaged")]
    );
    assert_eq!(fixture.files_with("zwei"), [""; 0]);
}

#[test]
fn a_name_that_becomes_known_costs_no_word_that_is_kept_for_rescue() {
    let fixture = damaged();
    let (mut sitting, mut journal) = fixture.open_for_work();
    sitting.purge_words(person(1).key, &mut |text| {
        (text.as_str() == "zwei").then(|| clean("[Person 1]"))
    });
    let purged = journal.purge(&mut purge_of(&sitting)).unwrap();
    assert_eq!(purged.cleared.removed, [""; 0].map(PathBuf::from));
    assert_eq!(
        purged.cleared.remaining,
        [fixture.path("A-1.journal.damaged")]
    );
    assert!(fixture.read("A-1.journal.damaged").contains("vier"));
}

#[test]
fn a_strike_that_fails_at_first_still_covers_the_damaged_journal() {
    let fixture = damaged();
    let rehearsal = Rehearsal::new();
    let study = fixture.watched(&rehearsal);
    let (mut sitting, mut journal) = study.open_session(&id()).unwrap().into_journal().unwrap();
    journal.append(&[keep(&mut sitting, 5, "fünf")]).unwrap();
    sitting.strike_note(note_id(2));
    rehearsal.refuse("rename", std::io::ErrorKind::StorageFull);
    journal.purge(&mut purge_of(&sitting)).unwrap_err();
    rehearsal.allow_all();
    let purged = journal.purge(&mut purge_of(&sitting)).unwrap();
    assert_eq!(
        purged.cleared.removed,
        [fixture.path("A-1.journal.damaged")]
    );
    assert_eq!(fixture.files_with("zwei"), [""; 0]);
}

#[test]
fn what_was_struck_behind_a_damage_stays_struck() {
    let fixture = Fixture::with_session("eins");
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal
        .append(&[keep(&mut sitting, 2, "zwei"), keep(&mut sitting, 3, "drei")])
        .unwrap();
    let struck = sitting.record(Event::Struck(Struck::Note(note_id(1))));
    journal.append(&[struck]).unwrap();
    drop(journal);
    let text = fixture.read("A-1.journal").replace("drei", "dr?i");
    fs::write(fixture.path("A-1.journal"), text).unwrap();
    assert_eq!(texts(fixture.open().sitting.state()), ["zwei"]);
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal.append(&[keep(&mut sitting, 4, "vier")]).unwrap();
    drop(journal);
    assert_eq!(
        texts(&fixture.study().read_session(&id()).unwrap()),
        ["zwei", "vier"]
    );
    assert_eq!(fixture.files_with("eins"), [""; 0]);
}

#[test]
fn a_journal_that_goes_on_from_another_state_is_kept_beside() {
    let fixture = Fixture::with_session("eins");
    let older = fixture.read("A-1.ron");
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal.append(&[keep(&mut sitting, 2, "zwei")]).unwrap();
    journal.finish(sitting.state()).unwrap();
    journal.append(&[keep(&mut sitting, 3, "drei")]).unwrap();
    drop(journal);
    fs::write(fixture.path("A-1.ron"), older).unwrap();
    let opened = fixture.open();
    assert_eq!(opened.recovery.damage, Some((1, DamageKind::Elsewhere)));
    assert_eq!(texts(opened.sitting.state()), ["eins"]);
    assert_eq!(opened.recovery.rescued.len(), 1);
}

#[test]
fn a_journal_without_its_snapshot_is_enough_if_it_holds_the_beginning() {
    let fixture = Fixture::new();
    let (mut sitting, mut journal) = Fixture::begin(&fixture.study());
    journal.append(&[keep(&mut sitting, 1, "eins")]).unwrap();
    drop(journal);
    fs::remove_file(fixture.path("A-1.ron")).unwrap();
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal.append(&[keep(&mut sitting, 2, "zwei")]).unwrap();
    journal.finish(sitting.state()).unwrap();
    assert_eq!(
        texts(&fixture.study().read_session(&id()).unwrap()),
        ["eins", "zwei"]
    );
    journal.append(&[keep(&mut sitting, 3, "drei")]).unwrap();
    drop(journal);
    fs::remove_file(fixture.path("A-1.ron")).unwrap();
    assert!(matches!(
        fixture.study().open_session(&id()),
        Err(StudyError::NoSnapshot(_))
    ));
}

#[test]
fn a_journal_of_another_session_is_refused_and_left() {
    let fixture = Fixture::with_session("eins");
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal.append(&[keep(&mut sitting, 2, "zwei")]).unwrap();
    drop(journal);
    let session = fixture.read("A-1.ron").replace("A-1", "B-1");
    fs::write(fixture.path("B-1.ron"), session).unwrap();
    fs::copy(fixture.path("A-1.journal"), fixture.path("B-1.journal")).unwrap();
    let untouched = content(&fixture.sessions());
    let refused = fixture.study().open_session(&"B-1".parse().unwrap());
    assert!(matches!(refused, Err(StudyError::Journal { .. })));
    assert_eq!(content(&fixture.sessions()), untouched);
}

/// What `later` says behind a damage that cost a note, as it is known when the session is opened again.
fn behind_a_damage(later: Vec<Event>) -> Session {
    let fixture = Fixture::with_session("eins");
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal.append(&[keep(&mut sitting, 2, "zwei")]).unwrap();
    for event in later {
        journal.append(&[sitting.record(event)]).unwrap();
    }
    drop(journal);
    let text = fixture.read("A-1.journal").replace("zwei", "zw?i");
    fs::write(fixture.path("A-1.journal"), text).unwrap();
    let seen = fixture.open().sitting.state().clone();
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal.append(&[keep(&mut sitting, 9, "neun")]).unwrap();
    drop(journal);
    let after = fixture.study().read_session(&id()).unwrap();
    assert_eq!(after.consent, seen.consent);
    assert_eq!(after.slots, seen.slots);
    seen
}

#[test]
fn what_was_refused_or_struck_behind_a_damage_holds() {
    let answered = |answer| {
        Event::Consent(ConsentRecord {
            step: "c4".to_owned(),
            answer,
            manner: Manner::Oral,
            at: OffsetDateTime::UNIX_EPOCH,
            edition: "1".to_owned(),
            language: Language::De,
        })
    };
    let withdrawn = behind_a_damage(vec![answered(Answer::Withdrawn)]);
    assert_eq!(withdrawn.answer_to("c4"), Some(Answer::Withdrawn));
    assert_eq!(behind_a_damage(vec![answered(Answer::No)]).consent.len(), 1);
    let allowed = behind_a_damage(vec![answered(Answer::Yes)]);
    assert_eq!(
        allowed.answer_to("c4"),
        None,
        "nothing is taken for allowed"
    );
    let objected = behind_a_damage(vec![Event::ApprovalSet(Approval {
        step: ApprovalStep::Objected,
        at: OffsetDateTime::UNIX_EPOCH,
        digest: String::new(),
    })]);
    assert_eq!(objected.approvals.len(), 1);
    let off_record = Event::OffRecord { at_ms: 5, on: true };
    assert!(behind_a_damage(vec![off_record]).is_off_record());
    let span = Struck::Span(Span::between(0, 5000));
    assert!(
        behind_a_damage(vec![Event::Struck(span)])
            .struck_spans
            .len()
            == 1
    );
    let former = behind_a_damage(vec![Event::Struck(Struck::Former(note_id(1)))]);
    assert_eq!(former.notes.len(), 0, "what was corrected is not left");
}

/// A person's slot of this number.
fn person(number: u32) -> Slot {
    Slot {
        key: SlotKey {
            kind: SlotKind::Person,
            number,
        },
        listed: false,
        label: None,
    }
}

/// The slots after an opening, and whom the next person is.
fn slots_of(session: &Session) -> (Vec<u32>, u32) {
    let numbers = session.slots.iter().map(|slot| slot.key.number).collect();
    let mut memory = Memory::resume(session.header.language, &session.slots);
    let next = memory.protect_one(SlotKind::Person, "Beat Kern").unwrap();
    (numbers, next.key.number)
}

/// E1 of the field brief: a placeholder is one person for ever.
#[test]
fn a_placeholder_behind_a_damage_never_becomes_another_person() {
    let joined = Event::SlotJoined {
        from: person(2).key,
        into: person(1).key,
    };
    let labelled = Event::SlotLabelled {
        slot: person(1).key,
        label: Some(clean("Kollegin")),
    };
    let added = [1, 2].map(|number| Event::SlotAdded(person(number)));
    let seen = behind_a_damage(added.into_iter().chain([joined, labelled]).collect());
    assert_eq!(slots_of(&seen), (vec![1, 2], 3));
    assert_eq!(seen.joined, [(person(2).key, person(1).key)]);
    assert_eq!(seen.slots[0].label, Some(clean("Kollegin")));
    // The line that added it is the one that is damaged.
    let mut sitting = Sitting::new(Session::new(header()));
    let Event::NoteKept(note) = keep(&mut sitting, 5, "[Person 7] rief an").event else {
        panic!("it is a note");
    };
    let seen = behind_a_damage(vec![Event::NoteKept(note)]);
    assert_eq!(slots_of(&seen), (vec![7], 8));
}

#[test]
fn what_stands_before_a_damage_is_not_read_as_if_it_were_all() {
    let fixture = damaged();
    let study = fixture.study();
    let is_damaged = |read: Result<Session, StudyError>| {
        matches!(read, Err(StudyError::Damaged { line: 3, .. }))
    };
    assert!(is_damaged(study.read_session(&id())));
    assert!(is_damaged(study.read_protocol(&fixture.path("A-1.ron"))));
    assert!(fixture.open().undamaged().is_err());
    let mut index = study.index(&mut |_| {}).unwrap();
    assert_eq!(index.unread().unwrap(), [id()]);
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal.append(&[keep(&mut sitting, 5, "fünf")]).unwrap();
    drop(journal);
    assert!(
        study.read_session(&id()).is_ok(),
        "somebody has looked at it"
    );
    let opened = fixture.open();
    assert_eq!(opened.recovery.kept, [fixture.path("A-1.journal.damaged")]);
    drop(opened);
    index = study.index(&mut |_| {}).unwrap();
    assert!(index.unread().unwrap().is_empty());
}
