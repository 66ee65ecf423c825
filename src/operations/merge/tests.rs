//! A merge is shown before it is made, and leaves nothing of what was struck.

use tempfile::TempDir;
use time::macros::datetime;

use super::*;
use crate::anonymise::{Slot, SlotKind};
use crate::language::Language;
use crate::operations::strike::tests::{files_with, id, note, two_takers, write};

const NOW: OffsetDateTime = datetime!(2026-05-06 09:00 +2);

fn prepared(study: &Study, file: &Path, list: &str) -> Prepared {
    prepare(study, &id(), file, &ProtectedWords::parse(list), NOW).unwrap()
}

pub(in crate::operations) fn merge(study: &Study, file: &Path) -> Result<Done, MergeTrouble> {
    prepare(study, &id(), file, &ProtectedWords::default(), NOW)?.carry_out()
}

/// B8
#[test]
fn the_second_protocol_comes_in_and_stays_where_it_is() {
    let (_folder, study) = two_takers();
    let file = study.sessions_folder().join("A-1.t2.ron");
    let before = std::fs::read(&file).unwrap();
    let done = merge(&study, &file).unwrap();
    assert_eq!((done.merged.notes, done.merged.later_ms), (2, 7_000));
    let after = study.read_session(&id()).unwrap();
    assert_eq!(after, done.merged.session);
    assert_eq!(after.notes.len(), 5);
    assert_eq!(std::fs::read(&file).unwrap(), before);
    // Once more changes nothing but the log.
    let again = merge(&study, &file).unwrap();
    assert_eq!(again.merged.notes, 0);
    assert_eq!(study.read_session(&id()).unwrap().notes, after.notes);
}

/// B8 and A6 of the field brief.
#[test]
fn what_one_said_off_the_record_is_in_no_file_of_the_other() {
    let (_folder, study) = two_takers();
    // The second note-taker wrote «Kammer» sixty-two seconds into the first one's interview.
    write(
        study.open_session(&id()).unwrap(),
        vec![
            Event::OffRecord {
                at_ms: 61_000,
                on: true,
            },
            Event::OffRecord {
                at_ms: 119_000,
                on: false,
            },
        ],
        true,
    );
    let file = study.sessions_folder().join("A-1.t2.ron");
    let done = merge(&study, &file).unwrap();
    assert_eq!(
        done.merged.struck,
        [TextPlace::Note("2.1".parse().unwrap())]
    );
    assert!(done.cleared.remaining.is_empty());
    assert_eq!(files_with(&study.sessions_folder(), "Kammer"), ["A-1.ron"]);
    let second = study.read_taker(&id(), 2).unwrap();
    assert_eq!(second.notes.len(), 1);
}

#[test]
fn a_protocol_of_another_interview_is_refused_and_nothing_changes() {
    let (folder, study) = two_takers();
    let file = folder.path().join("other.ron");
    let text = std::fs::read_to_string(study.sessions_folder().join("A-1.t2.ron")).unwrap();
    std::fs::write(&file, text.replace("\"A-1\"", "\"B-2\"")).unwrap();
    let before = study.read_session(&id()).unwrap();
    let refused = merge(&study, &file);
    assert!(matches!(
        refused,
        Err(MergeTrouble::Merge(MergeError::OtherSession(_)))
    ));
    let missing = merge(&study, &folder.path().join("none.ron"));
    assert!(matches!(
        missing,
        Err(MergeTrouble::Study(StudyError::NoFile(_)))
    ));
    assert_eq!(study.read_session(&id()).unwrap(), before);
}

#[test]
fn a_journal_of_the_other_protocol_counts_too() {
    let (_folder, study) = two_takers();
    let opened = study.open_taker(&id(), 2).unwrap();
    write(opened, vec![note("2.3", 300_000, "noch etwas")], false);
    let file = study.sessions_folder().join("A-1.t2.ron");
    let done = merge(&study, &file).unwrap();
    assert_eq!(done.merged.notes, 3);
}
/// B8 of the field brief, and undo over the sitting.
#[test]
fn what_was_done_in_a_sitting_that_was_cut_short_can_be_taken_back_after_a_merge() {
    let (_folder, study) = two_takers();
    let opened = study.open_session(&id()).unwrap();
    write(opened, vec![note("1.4", 300_000, "noch etwas")], false);
    let before = study.open_session(&id()).unwrap().sitting;
    let file = study.sessions_folder().join("A-1.t2.ron");
    let done = merge(&study, &file).unwrap();
    assert_eq!(done.merged.notes, 2);
    let mut sitting = study.open_session(&id()).unwrap().sitting;
    assert_eq!(sitting.events(), before.events());
    assert_eq!(sitting.state().notes.len(), before.state().notes.len() + 2);
    let undoable = sitting.undoable().unwrap().sequence;
    sitting.record(Event::Undone(undoable));
    let left = sitting.state().notes.iter();
    let left = left.filter(|note| note.id.taker == 1).cloned();
    assert_eq!(left.collect::<Vec<_>>(), *before.base().notes);
}

fn person(number: u32) -> SlotKey {
    SlotKey {
        kind: SlotKind::Person,
        number,
    }
}

fn added(number: u32, listed: bool) -> Event {
    Event::SlotAdded(Slot {
        key: person(number),
        listed,
        label: None,
    })
}

/// Two protocols with placeholders, the second note-taker's in a file; the first had two names on the list.
fn two_with_placeholders(listed_by_second: u32) -> (TempDir, Study, PathBuf) {
    let (folder, study) = two_takers();
    let first = study.open_session(&id()).unwrap();
    let events = vec![
        added(1, true),
        added(2, true),
        note("1.7", 400_000, "[Person 2] war dagegen"),
        note("1.8", 500_000, "Muster kam spät"),
    ];
    write(first, events, true);
    let second = study.open_taker(&id(), 2).unwrap();
    let mut events: Vec<Event> = (1..=listed_by_second)
        .map(|number| added(number, true))
        .collect();
    events.push(added(listed_by_second + 1, false));
    let unlisted = person(listed_by_second + 1).placeholder(Language::De);
    events.push(note("2.7", 600_000, &format!("{unlisted} sagte nichts")));
    write(second, events, true);
    let file = study.sessions_folder().join("A-1.t2.ron");
    (folder, study, file)
}

#[test]
fn what_a_merge_would_strike_is_known_before_anything_is_written() {
    let (_folder, study) = two_takers();
    let stretch = [(61_000, true), (119_000, false)];
    let events = stretch.map(|(at_ms, on)| Event::OffRecord { at_ms, on });
    write(study.open_session(&id()).unwrap(), events.to_vec(), true);
    let file = study.sessions_folder().join("A-1.t2.ron");
    let files = ["A-1.ron", "A-1.t2.ron"].map(|name| study.sessions_folder().join(name));
    let before = files.clone().map(|file| std::fs::read(file).unwrap());
    let ready = prepared(&study, &file, "");
    assert_eq!(
        ready.merged().struck,
        [TextPlace::Note("2.1".parse().unwrap())]
    );
    drop(ready);
    assert_eq!(files.map(|file| std::fs::read(file).unwrap()), before);
    assert_eq!(files_with(&study.sessions_folder(), "Kammer").len(), 2);
}

#[test]
fn who_stands_in_the_same_place_of_the_list_is_the_same_and_the_names_are_taken_out() {
    // The second note-taker had the first of the two names only, so that the lists alone say nothing.
    let (folder, study, file) = two_with_placeholders(1);
    let ready = prepared(&study, &file, "");
    assert_eq!(ready.merged().same_slots, []);
    assert_eq!(ready.merged().new_slots, [person(3), person(4)]);
    drop(ready);
    let ready = prepared(&study, &file, "Anna Muster\nBeat Kern");
    assert_eq!(ready.merged().same_slots, [person(1)]);
    assert_eq!(ready.merged().new_slots, [person(3)]);
    assert_eq!(ready.replaced(), 1);
    let done = ready.carry_out().unwrap();
    let session = study.read_session(&id()).unwrap();
    assert_eq!(session, done.merged.session);
    let text = |note: &str| session.note(note.parse().unwrap()).unwrap().text.clone();
    assert_eq!(text("1.8").as_str(), "[Person 1] kam spät");
    assert_eq!(text("2.7").as_str(), "[Person 3] sagte nichts");
    assert!(files_with(folder.path(), "Muster").is_empty());
}

#[test]
fn a_placeholder_that_stands_apart_is_offered_and_joined_also_after_the_merge() {
    let (_folder, study, file) = two_with_placeholders(0);
    let ready = prepared(&study, &file, "");
    let apart = Apart {
        slot: person(3),
        notes: vec!["2.7".parse().unwrap()],
        maybe: vec![person(1), person(2)],
    };
    assert_eq!(ready.apart(), [apart]);
    ready.carry_out().unwrap();

    let mut ready = prepared(&study, &file, "");
    assert_eq!(
        ready.join(person(9), person(2)),
        Err(JoinError::Unknown(person(9)))
    );
    assert_eq!(
        ready.join(person(2), person(2)),
        Err(JoinError::Unlike(person(2), person(2)))
    );
    ready.join(person(3), person(2)).unwrap();
    assert_eq!(ready.apart(), []);
    ready.carry_out().unwrap();
    let session = study.read_session(&id()).unwrap();
    let text = &session.note("2.7".parse().unwrap()).unwrap().text;
    assert_eq!(text.as_str(), "[Person 2] sagte nichts");
    // And it stays so: what the next list says of the joined one goes into the other.
    let memory = memory_of(&session);
    assert!(!memory.unnamed().contains(&person(3)));
}
