//! The writer's thread.

use std::io::ErrorKind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::thread;

use super::*;
use crate::disk::Trouble;

/// A writer whose answers can be waited for.
fn writer(journal: Journal) -> (Writer, Receiver<Answer>) {
    let (answers, received) = mpsc::channel();
    let writer = Writer::new(journal, move |answer| answers.send(answer).unwrap());
    (writer, received)
}

#[test]
fn saved_is_said_after_the_sync() {
    let fixture = Fixture::with_session("eins");
    let rehearsal = Rehearsal::new();
    let (mut sitting, journal) = fixture.open_watched(&rehearsal);
    let (answers, received) = mpsc::channel();
    let seen = Arc::clone(&rehearsal);
    let mut writer = Writer::new(journal, move |answer| {
        answers.send((answer, seen.calls())).unwrap();
    });
    for number in 2..5 {
        writer.append(vec![keep(&mut sitting, number, "note")]);
        let (answer, calls) = received.recv().unwrap();
        let sequence = sitting.state().sequence;
        assert!(matches!(answer, Answer::Saved { sequence: saved } if saved == sequence));
        let last = calls
            .iter()
            .rev()
            .find(|call| call.contains("journal"))
            .unwrap();
        assert!(
            ["sync A-1.journal", "rename .A-1.journal.part A-1.journal"].contains(&last.as_str()),
            "{last}"
        );
    }
}

#[test]
fn nothing_is_lost_for_want_of_a_thread() {
    let fixture = Fixture::with_session("eins");
    let (mut sitting, journal) = fixture.open_for_work();
    let (answers, received) = mpsc::channel();
    let mut writer = Writer::with_threads(
        journal,
        move |answer| answers.send(answer).unwrap(),
        |_| Err(ErrorKind::WouldBlock.into()),
    );
    for number in 2..5 {
        writer.append(vec![keep(&mut sitting, number, "note")]);
        let sequence = sitting.state().sequence;
        let said = received.try_recv().unwrap();
        assert!(matches!(said, Answer::Saved { sequence: saved } if saved == sequence));
    }
    drop(writer);
    assert_eq!(fixture.open().sitting.state(), sitting.state());
}

#[test]
fn the_next_order_asks_for_a_thread_again_and_hands_it_what_failed() {
    static ASKED: AtomicUsize = AtomicUsize::new(0);
    let fixture = Fixture::with_session("eins");
    let rehearsal = Rehearsal::new();
    let (mut sitting, journal) = fixture.open_watched(&rehearsal);
    let (answers, received) = mpsc::channel();
    let mut writer = Writer::with_threads(
        journal,
        move |answer| answers.send((answer, thread::current().id())).unwrap(),
        |work| match ASKED.fetch_add(1, Ordering::Relaxed) {
            0 => Err(ErrorKind::WouldBlock.into()),
            _ => thread::Builder::new().spawn(work),
        },
    );
    rehearsal.refuse("write", ErrorKind::StorageFull);
    writer.append(vec![keep(&mut sitting, 2, "zwei")]);
    let (answer, here) = received.try_recv().unwrap();
    assert!(matches!(answer, Answer::Failed { .. }));
    assert_eq!(here, thread::current().id());
    rehearsal.allow_all();
    writer.append(vec![keep(&mut sitting, 3, "drei")]);
    let (answer, there) = received.recv().unwrap();
    let sequence = sitting.state().sequence;
    assert!(matches!(answer, Answer::Saved { sequence: saved } if saved == sequence));
    assert_ne!(there, thread::current().id());
    drop(writer);
    assert_eq!(ASKED.load(Ordering::Relaxed), 2);
    assert_eq!(
        &fixture.study().read_session(&id()).unwrap(),
        sitting.state()
    );
}

#[test]
fn a_thread_starts_with_the_first_order() {
    let fixture = Fixture::with_session("eins");
    let (mut sitting, journal) = fixture.open_for_work();
    let (answers, received) = mpsc::channel();
    let mut writer = Writer::new(journal, move |answer| {
        answers.send((answer, thread::current().id())).unwrap();
    });
    writer.append(vec![keep(&mut sitting, 2, "note")]);
    let (_, first) = received.recv().unwrap();
    writer.append(vec![keep(&mut sitting, 3, "note")]);
    let (_, second) = received.recv().unwrap();
    assert_eq!(first, second);
    assert_ne!(first, thread::current().id());
}

#[test]
fn what_piled_up_goes_into_one_sync() {
    let fixture = Fixture::with_session("eins");
    let rehearsal = Rehearsal::new();
    let (mut sitting, mut journal) = fixture.open_watched(&rehearsal);
    journal.append(&[keep(&mut sitting, 2, "zwei")]).unwrap();
    let (resume, paused) = mpsc::channel::<()>();
    let (answers, received) = mpsc::channel();
    // The writer is held up in its first answer while orders pile up.
    let mut writer = Writer::new(journal, move |answer| {
        answers.send(answer).unwrap();
        let _ = paused.recv();
    });
    writer.append(vec![keep(&mut sitting, 3, "drei")]);
    received.recv().unwrap();
    let before = rehearsal.calls().len();
    for number in 4..20 {
        writer.append(vec![keep(&mut sitting, number, "mehr")]);
    }
    drop(resume);
    drop(writer);
    let sequence = sitting.state().sequence;
    assert!(
        matches!(received.recv().unwrap(), Answer::Saved { sequence: saved } if saved == sequence)
    );
    assert_eq!(
        &rehearsal.calls()[before..],
        ["write A-1.journal", "sync A-1.journal"]
    );
}

#[test]
fn a_full_disk_costs_nothing_and_order_is_kept() {
    let fixture = Fixture::with_session("eins");
    let rehearsal = Rehearsal::new();
    let (mut sitting, journal) = fixture.open_watched(&rehearsal);
    let (mut writer, answers) = writer(journal);
    writer.append(vec![keep(&mut sitting, 2, "zwei")]);
    assert!(matches!(answers.recv().unwrap(), Answer::Saved { .. }));
    rehearsal.refuse("write", ErrorKind::StorageFull);
    for number in 3..6 {
        writer.append(vec![keep(&mut sitting, number, "später")]);
        match answers.recv().unwrap() {
            Answer::Failed { error } => assert_eq!(error.trouble(), Some(Trouble::Full)),
            other => panic!("{other:?}"),
        }
    }
    rehearsal.allow_all();
    writer.retry();
    let sequence = sitting.state().sequence;
    assert!(
        matches!(answers.recv().unwrap(), Answer::Saved { sequence: saved } if saved == sequence)
    );
    drop(writer);
    assert_eq!(
        &fixture.study().read_session(&id()).unwrap(),
        sitting.state()
    );
}

#[test]
fn work_that_goes_on_after_folding_failed_is_not_folded_behind_its_back() {
    let fixture = Fixture::with_session("eins");
    let rehearsal = Rehearsal::new();
    let (mut sitting, journal) = fixture.open_watched(&rehearsal);
    let (mut writer, answers) = writer(journal);
    writer.append(vec![keep(&mut sitting, 2, "zwei")]);
    assert!(matches!(answers.recv().unwrap(), Answer::Saved { .. }));
    rehearsal.refuse("write", ErrorKind::StorageFull);
    writer.finish(sitting.state().clone());
    assert!(matches!(answers.recv().unwrap(), Answer::Failed { .. }));
    rehearsal.allow_all();
    writer.append(vec![keep(&mut sitting, 3, "drei")]);
    drop(writer);
    let answers: Vec<Answer> = answers.iter().collect();
    assert!(
        matches!(answers.as_slice(), [Answer::Saved { .. }]),
        "{answers:?}"
    );
    assert!(fixture.path("A-1.journal").exists());
    assert_eq!(
        &fixture.study().read_session(&id()).unwrap(),
        sitting.state()
    );
}

#[test]
fn in_a_folder_that_can_only_be_read_the_reason_is_said() {
    let fixture = Fixture::with_session("eins");
    let rehearsal = Rehearsal::new();
    rehearsal.refuse("", ErrorKind::ReadOnlyFilesystem);
    let (mut sitting, journal) = fixture.open_watched(&rehearsal);
    let (mut writer, answers) = writer(journal);
    writer.append(vec![keep(&mut sitting, 2, "zwei")]);
    match answers.recv().unwrap() {
        Answer::Failed { error } => assert_eq!(error.trouble(), Some(Trouble::ReadOnly)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn leaving_waits_until_all_is_written() {
    let fixture = Fixture::new();
    let (mut sitting, journal) = fixture
        .study()
        .new_session(header())
        .unwrap()
        .into_journal()
        .unwrap();
    let (mut writer, answers) = writer(journal);
    writer.append(vec![sitting.record(Event::Begun(Box::new(header())))]);
    for number in 1..50 {
        writer.append(vec![
            write(&mut sitting, "wort "),
            keep(&mut sitting, number, "note"),
        ]);
    }
    sitting.strike_note(note_id(7));
    writer.purge(purge_of(&sitting));
    writer.append(vec![keep(&mut sitting, 50, "note")]);
    writer.finish(sitting.state().clone());
    drop(writer);
    assert!(matches!(answers.iter().last(), Some(Answer::Finished)));
    assert_eq!(
        &fixture.study().read_session(&id()).unwrap(),
        sitting.state()
    );
    assert!(!fixture.path("A-1.journal").exists());
}

#[test]
fn a_strike_takes_along_what_waits_to_be_written() {
    let fixture = Fixture::with_session("eins");
    let rehearsal = Rehearsal::new();
    let (mut sitting, journal) = fixture.open_watched(&rehearsal);
    let (mut writer, answers) = writer(journal);
    rehearsal.refuse("write", ErrorKind::StorageFull);
    writer.append(vec![keep(&mut sitting, 2, "Geheimnis")]);
    assert!(matches!(answers.recv().unwrap(), Answer::Failed { .. }));
    rehearsal.allow_all();
    sitting.strike_note(note_id(2));
    writer.purge(purge_of(&sitting));
    drop(writer);
    let answers: Vec<Answer> = answers.iter().collect();
    assert!(matches!(
        answers.as_slice(),
        [Answer::Saved { .. }, Answer::Purged { .. }]
    ));
    assert_eq!(fixture.files_with("Geheimnis"), [""; 0]);
}

#[test]
fn an_order_of_strikes_event_then_snapshot_then_journal() {
    let fixture = Fixture::with_session("eins");
    let rehearsal = Rehearsal::new();
    let (mut sitting, mut journal) = fixture.open_watched(&rehearsal);
    journal.append(&[keep(&mut sitting, 2, "zwei")]).unwrap();
    let before = rehearsal.calls().len();
    sitting.strike_note(note_id(1));
    journal.purge(&mut purge_of(&sitting)).unwrap();
    let calls = rehearsal.calls();
    let place = |wanted: &str| {
        before
            + calls[before..]
                .iter()
                .position(|call| call == wanted)
                .unwrap()
    };
    let order = [
        place("rename .A-1.journal.prepared.part A-1.journal.prepared"),
        place("write A-1.journal"),
        place("sync A-1.journal"),
        place("rename A-1.ron.prepared A-1.ron"),
        place("rename A-1.journal.prepared A-1.journal"),
    ];
    assert!(order.is_sorted(), "{calls:?}");
    for renamed in &order[3..] {
        assert_eq!(calls[renamed + 1], "sync folder sessions");
    }
}

#[test]
fn what_could_not_be_read_again_is_not_folded() {
    let fixture = Fixture::with_session("eins");
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal.append(&[keep(&mut sitting, 2, "zwei")]).unwrap();
    let size = usize::try_from(files::LARGEST_SNAPSHOT).unwrap() + 1;
    let path = fixture.path("A-1.ron");
    let too_large = journal::check_size(size, files::LARGEST_SNAPSHOT, &path);
    assert!(matches!(too_large, Err(SaveError::TooLarge(refused)) if refused == path));
    journal::check_size(size - 1, files::LARGEST_SNAPSHOT, &path).unwrap();
    journal.finish(sitting.state()).unwrap();
}
