//! Files that somebody else changed or removed.

use super::*;
use crate::store::format::session_v1;

const STRUCK: &str = "Geheimnis";

/// A session in work whose file somebody else changes.
fn changed() -> (Fixture, Sitting, Journal, String) {
    let fixture = Fixture::with_session("eins");
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal.append(&[keep(&mut sitting, 2, STRUCK)]).unwrap();
    let theirs = fixture.read("A-1.ron").replace("eins", "one");
    fs::write(fixture.path("A-1.ron"), &theirs).unwrap();
    (fixture, sitting, journal, theirs)
}

#[test]
fn a_file_that_somebody_else_changed_stays_and_ours_goes_beside_it() {
    let (fixture, sitting, mut journal, theirs) = changed();
    let finished = journal.finish(sitting.state()).unwrap();
    assert_eq!(finished.conflict, Some(fixture.path("A-1 (conflict).ron")));
    assert_eq!(fixture.read("A-1.ron"), theirs);
    assert!(fixture.read("A-1 (conflict).ron").contains(STRUCK));
    assert!(!fixture.path("A-1.journal").exists());
    assert_eq!(fixture.study().sessions().unwrap(), [id()]);
}

#[test]
fn a_file_that_somebody_changed_before_the_first_write_stays_too() {
    let fixture = Fixture::with_session("eins");
    // The session was worked on before, so that it is locked from the reading on.
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal.append(&[keep(&mut sitting, 2, "zwei")]).unwrap();
    journal.finish(sitting.state()).unwrap();
    drop(journal);
    let (mut sitting, mut journal) = fixture.open_for_work();
    let theirs = fixture.read("A-1.ron").replace("eins", "one");
    fs::write(fixture.path("A-1.ron"), &theirs).unwrap();
    journal.append(&[keep(&mut sitting, 3, STRUCK)]).unwrap();
    let finished = journal.finish(sitting.state()).unwrap();
    assert_eq!(finished.conflict, Some(fixture.path("A-1 (conflict).ron")));
    assert_eq!(fixture.read("A-1.ron"), theirs);
    assert!(fixture.read("A-1 (conflict).ron").contains(STRUCK));
}

#[test]
fn a_second_conflict_does_not_cost_the_first() {
    let (fixture, sitting, mut journal, _) = changed();
    fs::write(fixture.path("A-1 (conflict).ron"), "an earlier one").unwrap();
    let finished = journal.finish(sitting.state()).unwrap();
    assert_eq!(
        finished.conflict,
        Some(fixture.path("A-1 (conflict 2).ron"))
    );
    assert_eq!(fixture.read("A-1 (conflict).ron"), "an earlier one");
}

#[test]
fn a_strike_in_a_conflict_reaches_all_that_is_ours() {
    let (fixture, mut sitting, mut journal, theirs) = changed();
    sitting.strike_note(note_id(2));
    let purged = journal.purge(&mut purge_of(&sitting)).unwrap();
    assert_eq!(
        purged.cleared.conflicts,
        [fixture.path("A-1 (conflict).ron")]
    );
    assert_eq!(purged.cleared.remaining, [fixture.path("A-1.ron")]);
    assert_eq!(fixture.files_with(STRUCK), [""; 0]);
    journal.append(&[keep(&mut sitting, 3, "drei")]).unwrap();
    let finished = journal.finish(sitting.state()).unwrap();
    assert_eq!(finished.conflict, None, "it was said once");
    assert_eq!(fixture.read("A-1.ron"), theirs);
    assert!(fixture.read("A-1 (conflict).ron").contains("drei"));
}

#[test]
fn a_file_that_somebody_else_made_too_large_stays_and_ours_goes_beside_it() {
    let (fixture, mut sitting, mut journal, _) = changed();
    let size = files::LARGEST_SNAPSHOT + 1;
    let theirs = fs::File::create(fixture.path("A-1.ron")).unwrap();
    theirs.set_len(size).unwrap();
    sitting.strike_note(note_id(2));
    let purged = journal.purge(&mut purge_of(&sitting)).unwrap();
    assert_eq!(
        purged.cleared.conflicts,
        [fixture.path("A-1 (conflict).ron")]
    );
    assert_eq!(theirs.metadata().unwrap().len(), size);
}

#[test]
fn a_later_strike_covers_the_version_beside() {
    let (fixture, sitting, mut journal, _) = changed();
    journal.finish(sitting.state()).unwrap();
    drop(journal);
    // The same note, of the same time, stands in both versions.
    fs::copy(fixture.path("A-1 (conflict).ron"), fixture.path("A-1.ron")).unwrap();
    let (mut sitting, mut journal) = fixture.open_for_work();
    sitting.strike_note(note_id(2));
    let purged = journal.purge(&mut purge_of(&sitting)).unwrap();
    assert_eq!(purged.cleared.remaining, [""; 0].map(PathBuf::from));
    assert_eq!(fixture.files_with(STRUCK), [""; 0]);
    assert!(fixture.path("A-1 (conflict).ron").exists());
}

#[test]
fn words_are_searched_in_the_version_beside() {
    let (fixture, sitting, mut journal, _) = changed();
    journal.finish(sitting.state()).unwrap();
    drop(journal);
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal.append(&[keep(&mut sitting, 2, STRUCK)]).unwrap();
    let slot = crate::anonymise::SlotKey {
        kind: crate::anonymise::SlotKind::Detail,
        number: 1,
    };
    sitting.purge_words(slot, &mut search);
    let mut purge = Purge {
        search: Some(Box::new(search)),
        ..purge_of(&sitting)
    };
    journal.purge(&mut purge).unwrap();
    assert_eq!(fixture.files_with(STRUCK), [""; 0]);
}

/// A session and a version beside it that begins like it and goes on with this.
fn with_version_beside(go_on: impl FnOnce(&mut Sitting)) -> (Fixture, Sitting, Journal) {
    let fixture = Fixture::with_session("eins");
    let mut version = Sitting::new(fixture.study().read_session(&id()).unwrap());
    go_on(&mut version);
    let bytes = session_v1::encode(version.state()).unwrap();
    fs::write(fixture.path(BESIDE), bytes).unwrap();
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal.append(&[keep(&mut sitting, 2, STRUCK)]).unwrap();
    (fixture, sitting, journal)
}

const BESIDE: &str = "A-1 (conflict).ron";

#[test]
fn a_version_that_may_hold_a_struck_note_in_another_form_is_named() {
    let goes_on: [fn(&mut Sitting); 4] = [
        |version| drop(write(version, "das Geheimnis, halb getippt")),
        |version| drop(keep(version, 3, STRUCK)),
        |version| drop(keep(version, 3, "vom Geheimnis noch einmal")),
        |version| {
            version.record(Event::CellSummarised {
                topic: TopicId::new("b1.t1"),
                text: clean("es geht um das Geheimnis"),
            });
        },
    ];
    for go_on in goes_on {
        let (fixture, mut sitting, mut journal) = with_version_beside(go_on);
        sitting.strike_note(note_id(2));
        let purged = journal.purge(&mut purge_of(&sitting)).unwrap();
        assert_eq!(purged.cleared.remaining, [fixture.path(BESIDE)]);
        assert_eq!(fixture.files_with(STRUCK), [BESIDE]);
    }
}

#[test]
fn a_version_that_may_hold_a_name_in_another_text_is_named() {
    let (fixture, mut sitting, mut journal) = with_version_beside(|version| {
        keep(version, 2, STRUCK);
        keep(version, 3, "mehr vom Geheimnis");
    });
    let slot = crate::anonymise::SlotKey {
        kind: crate::anonymise::SlotKind::Detail,
        number: 1,
    };
    sitting.purge_words(slot, &mut search);
    // As the program does it: whole texts of the session, each with what became of it.
    let mut purge = Purge {
        search: Some(Box::new(|text| {
            (text.as_str() == STRUCK).then(|| clean("[Angabe 1]"))
        })),
        ..purge_of(&sitting)
    };
    let purged = journal.purge(&mut purge).unwrap();
    assert_eq!(purged.cleared.remaining, [fixture.path(BESIDE)]);
    assert!(!fixture.read(BESIDE).contains("\"Geheimnis\""));
}

/// A sitting that struck a note and was interrupted before it came to a version beside, which went on with this.
fn interrupted_before(go_on: impl FnOnce(&mut Sitting)) -> Fixture {
    let (fixture, mut sitting, mut journal) = with_version_beside(go_on);
    let version = fs::read(fixture.path(BESIDE)).unwrap();
    sitting.strike_note(note_id(2));
    journal.purge(&mut purge_of(&sitting)).unwrap();
    fs::write(fixture.path(BESIDE), version).unwrap();
    fixture
}

#[test]
fn a_strike_that_was_interrupted_before_the_version_beside_is_finished_there() {
    let fixture = interrupted_before(|version| {
        keep(version, 2, STRUCK);
    });
    assert_eq!(fixture.files_with(STRUCK), [BESIDE]);
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal.append(&[keep(&mut sitting, 3, "drei")]).unwrap();
    assert_eq!(fixture.files_with(STRUCK), [""; 0]);
    assert_eq!(journal.take_cleared().remaining, [""; 0].map(PathBuf::from));
}

#[test]
fn a_version_beside_that_an_interrupted_strike_may_have_missed_is_named_once() {
    let fixture = interrupted_before(|version| {
        keep(version, 3, "vom Geheimnis noch einmal");
    });
    let (mut sitting, journal) = fixture.open_for_work();
    let (answers, received) = std::sync::mpsc::channel();
    let mut writer = Writer::new(journal, move |answer| answers.send(answer).unwrap());
    for number in 4..7 {
        writer.append(vec![keep(&mut sitting, number, "weiter")]);
    }
    writer.finish(sitting.state().clone());
    drop(writer);
    let named: Vec<PathBuf> = received
        .iter()
        .filter_map(|answer| match answer {
            Answer::Purged { remaining, .. } => Some(remaining),
            _ => None,
        })
        .flatten()
        .collect();
    assert_eq!(named, [fixture.path(BESIDE)]);
}

#[test]
fn a_version_beside_that_cannot_be_read_is_named_and_stops_nothing() {
    let (fixture, mut sitting, mut journal) = with_version_beside(|_| {});
    fs::remove_file(fixture.path(BESIDE)).unwrap();
    fs::create_dir(fixture.path(BESIDE)).unwrap();
    sitting.strike_note(note_id(2));
    let purged = journal.purge(&mut purge_of(&sitting)).unwrap();
    assert_eq!(purged.cleared.remaining, [fixture.path(BESIDE)]);
    drop(journal);
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal.append(&[keep(&mut sitting, 3, "drei")]).unwrap();
    assert_eq!(journal.take_cleared().remaining, [fixture.path(BESIDE)]);
}

#[test]
fn a_version_with_no_other_text_than_the_session_is_not_named() {
    let (fixture, mut sitting, mut journal) = with_version_beside(|version| {
        keep(version, 2, STRUCK);
    });
    sitting.strike_note(note_id(2));
    let purged = journal.purge(&mut purge_of(&sitting)).unwrap();
    assert_eq!(purged.cleared.remaining, [""; 0].map(PathBuf::from));
    assert_eq!(fixture.files_with(STRUCK), [""; 0]);
}

#[test]
fn a_second_strike_of_words_does_not_drop_the_search_of_one_that_failed() {
    let (fixture, sitting, mut journal, _) = changed();
    journal.finish(sitting.state()).unwrap();
    drop(journal);
    let rehearsal = Rehearsal::new();
    let study = fixture.watched(&rehearsal);
    let opened = study.open_session(&id()).unwrap();
    let (mut sitting, journal) = opened.into_journal().unwrap();
    let (answers, received) = std::sync::mpsc::channel();
    let mut writer = Writer::new(journal, move |answer| answers.send(answer).unwrap());
    writer.append(vec![keep(&mut sitting, 2, STRUCK)]);
    assert!(matches!(received.recv().unwrap(), Answer::Saved { .. }));
    let slot = crate::anonymise::SlotKey {
        kind: crate::anonymise::SlotKind::Detail,
        number: 1,
    };
    rehearsal.refuse("write", std::io::ErrorKind::StorageFull);
    sitting.purge_words(slot, &mut search);
    writer.purge(Purge {
        search: Some(Box::new(search)),
        ..purge_of(&sitting)
    });
    assert!(matches!(received.recv().unwrap(), Answer::Failed { .. }));
    rehearsal.allow_all();
    writer.purge(Purge {
        search: Some(Box::new(|_| None)),
        ..purge_of(&sitting)
    });
    drop(writer);
    assert_eq!(fixture.files_with(STRUCK), [""; 0]);
}

#[test]
fn a_journal_that_vanishes_is_written_again() {
    let fixture = Fixture::with_session("eins");
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal.append(&[keep(&mut sitting, 2, "zwei")]).unwrap();
    fs::remove_file(fixture.path("A-1.journal")).unwrap();
    journal.append(&[keep(&mut sitting, 3, "drei")]).unwrap();
    drop(journal);
    assert_eq!(
        texts(&fixture.study().read_session(&id()).unwrap()),
        ["eins", "zwei", "drei"]
    );
}

#[test]
fn a_session_that_somebody_else_made_meanwhile_is_not_overwritten() {
    let fixture = Fixture::new();
    let (mut sitting, mut journal) = fixture
        .study()
        .new_session(header())
        .unwrap()
        .into_journal()
        .unwrap();
    fs::write(fixture.path("A-1.ron"), "theirs").unwrap();
    let begun = sitting.record(Event::Begun(Box::new(header())));
    journal.append(&[begun]).unwrap_err();
    assert_eq!(fixture.read("A-1.ron"), "theirs");
}

fn search(text: &CleanText) -> Option<CleanText> {
    let found = text.as_str().contains(STRUCK);
    found.then(|| clean(&text.as_str().replace(STRUCK, "[Angabe 1]")))
}

#[test]
fn a_session_whose_file_was_removed_is_written_in_its_place() {
    let (fixture, sitting, mut journal, _) = changed();
    fs::remove_file(fixture.path("A-1.ron")).unwrap();
    let finished = journal.finish(sitting.state()).unwrap();
    assert_eq!(finished.conflict, None);
    assert_eq!(
        &fixture.study().read_session(&id()).unwrap(),
        sitting.state()
    );
}
