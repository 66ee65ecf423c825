//! Torn and damaged journals.

use super::super::format::journal_v1::DamageKind;
use super::*;

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
    let rescued: Vec<&str> = opened
        .recovery
        .rescued
        .iter()
        .map(|rescued| rescued.text.as_str())
        .collect();
    assert_eq!(rescued, ["vier"]);
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
    assert_eq!(purged.removed, [fixture.path("A-1.journal.damaged")]);
    assert_eq!(fixture.files_with("zwei"), [""; 0]);
}

#[test]
fn a_name_that_becomes_known_costs_no_word_that_is_kept_for_rescue() {
    let fixture = damaged();
    let (mut sitting, mut journal) = fixture.open_for_work();
    let slot = crate::anonymise::SlotKey {
        kind: crate::anonymise::SlotKind::Person,
        number: 1,
    };
    sitting.purge_words(slot, &mut |text| {
        (text.as_str() == "zwei").then(|| clean("[Person 1]"))
    });
    let purged = journal.purge(&mut purge_of(&sitting)).unwrap();
    assert_eq!(purged.removed, [""; 0].map(PathBuf::from));
    assert_eq!(purged.remaining, [fixture.path("A-1.journal.damaged")]);
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
    assert_eq!(purged.removed, [fixture.path("A-1.journal.damaged")]);
    assert_eq!(fixture.files_with("zwei"), [""; 0]);
}

#[test]
fn what_was_struck_behind_a_damage_stays_struck() {
    let fixture = Fixture::with_session("eins");
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal
        .append(&[keep(&mut sitting, 2, "zwei"), keep(&mut sitting, 3, "drei")])
        .unwrap();
    let struck = sitting.record(Event::Struck(crate::session::Struck::Note(note_id(1))));
    journal.append(&[struck]).unwrap();
    drop(journal);
    let text = fixture.read("A-1.journal").replace("drei", "dr?i");
    fs::write(fixture.path("A-1.journal"), text).unwrap();
    assert_eq!(
        texts(&fixture.study().read_session(&id()).unwrap()),
        ["zwei"]
    );
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
