//! What lies beside a session keeps no word of the interview from the disk, and loses none.

use super::*;
use crate::anonymise::{Announced, Memory, ProtectedWords, Slot, SlotKey, SlotKind};
use crate::session::Sought;

const NAME: &str = "Zwygart";

fn memory() -> Memory {
    let mut memory = Memory::new(Language::De);
    memory.protect(&ProtectedWords::parse("Anna Zwygart"));
    memory
}

fn names() -> Announced {
    memory().announced()
}

fn person(number: u32, listed: bool) -> Event {
    let key = SlotKey {
        kind: SlotKind::Person,
        number,
    };
    Event::SlotAdded(Slot {
        key,
        listed,
        label: None,
    })
}

/// A session in which the name stands as `[Person 1]`, and a protocol of a second note-taker with these slots and notes,
/// whose placeholders are in French. The texts that they have after a strike by the name, and the files that are named.
fn struck_by_name(
    is_listed: bool,
    slots: Vec<Event>,
    notes: &[(u32, &str)],
) -> (Vec<String>, Vec<PathBuf>) {
    let fixture = Fixture::with_session("[Person 1] rief an");
    let mut header = fixture.study().read_session(&id()).unwrap().header;
    header.language = Language::Fr;
    let opened = fixture.study().new_taker(header, 2).unwrap();
    let (mut theirs, mut at_work) = opened.into_journal().unwrap();
    for slot in slots {
        at_work.append(&[theirs.record(slot)]).unwrap();
    }
    for (number, text) in notes {
        at_work
            .append(&[keep_of(&mut theirs, *number, text)])
            .unwrap();
    }
    at_work.finish(theirs.state()).unwrap();
    drop(at_work);
    let copy = fixture.path("A-1.t2 (conflict).ron");
    fs::copy(fixture.path("A-1.t2.ron"), &copy).unwrap();
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal
        .append(&[sitting.record(person(1, is_listed))])
        .unwrap();
    let sought = Sought::new(NAME).unwrap();
    let sought = sought.or_named(&memory(), Language::De);
    let places = sitting.state().places_of(|text| sought.stands_in(text));
    assert_eq!(places.len(), 1);
    sitting.strike_texts(&places);
    let purged = journal
        .purge(&mut Purge {
            names: names(),
            sought: vec![sought],
            ..purge_of(&sitting)
        })
        .unwrap();
    assert_eq!(fixture.files_with(NAME), [""; 0]);
    let after = fixture.study().read_taker(&id(), 2).unwrap();
    let beside = session_of_file(&fs::read(copy).unwrap()).unwrap();
    assert_eq!(texts(&beside), texts(&after));
    let left = after.notes.iter().map(|note| note.text.as_str().to_owned());
    (left.collect(), purged.cleared.remaining)
}

/// A7 of the field brief: numbers run in each protocol by themselves.
#[test]
fn a_strike_by_a_name_takes_the_same_person_out_of_another_protocol_and_nobody_else() {
    let slots = vec![person(1, false), person(3, true)];
    let notes = [
        (1, "[Personne 1] attend"),
        (2, "[Personne 3] appelle"),
        (3, "[Personne 3 | collègue] part"),
        (4, "Zwygart revient"),
    ];
    let (left, named) = struck_by_name(true, slots, &notes);
    assert_eq!(left, ["[Personne 1] attend"]);
    assert_eq!(named, [""; 0].map(PathBuf::from));
}

/// A7
#[test]
fn a_protocol_in_which_nobody_knows_who_is_who_is_named_and_loses_nothing() {
    let notes = [(1, "[Personne 1] attend"), (2, "Zwygart revient")];
    let (left, named) = struck_by_name(false, vec![person(1, false)], &notes);
    assert_eq!(left, ["[Personne 1] attend"]);
    assert!(
        named
            .first()
            .is_some_and(|path| path.ends_with("A-1.t2.ron"))
    );
    assert_eq!(named.len(), 1);
    // Whoever is named nowhere needs no look.
    let notes = [(1, "la chambre aide"), (2, "Zwygart revient")];
    let (left, named) = struck_by_name(false, vec![person(1, false)], &notes);
    assert_eq!(left, ["la chambre aide"]);
    assert_eq!(named, [""; 0].map(PathBuf::from));
}

/// A search for the name in what lies beside a session in which it does not stand.
fn search_of(sitting: &Sitting) -> Purge {
    Purge {
        names: names(),
        ..purge_of(sitting)
    }
}

/// The protocol of a second note-taker of the session, with these notes, which is worked on.
fn second(fixture: &Fixture, notes: &[(u32, &str)]) -> (Sitting, Journal) {
    let header = fixture.study().read_session(&id()).unwrap().header;
    let opened = fixture.study().new_taker(header, 2).unwrap();
    let (mut sitting, mut journal) = opened.into_journal().unwrap();
    for (number, text) in notes {
        journal
            .append(&[keep_of(&mut sitting, *number, text)])
            .unwrap();
    }
    (sitting, journal)
}

fn keep_of(sitting: &mut Sitting, number: u32, text: &str) -> crate::session::Recorded {
    let mut note = note_of(number, text);
    note.id.taker = 2;
    sitting.record(Event::NoteKept(Box::new(note)))
}

/// Damages a note in the middle of the second note-taker's journal.
fn damage(fixture: &Fixture, text: &str) {
    let journal = fixture.read("A-1.t2.journal");
    let torn = text.replacen(char::is_alphabetic, "?", 1);
    fs::write(fixture.path("A-1.t2.journal"), journal.replace(text, &torn)).unwrap();
}

/// E1 and E3 of the field brief.
#[test]
fn a_file_beside_that_cannot_be_read_is_named_and_keeps_no_word_from_the_disk() {
    let fixture = Fixture::with_session("eins");
    drop(second(&fixture, &[(1, "zwei")]));
    let unreadable = [
        "A-1 (conflict).ron",
        "A-1.codes-2.ron",
        "A-1.t2 (conflict).ron",
        "A-1.t2.journal.damaged",
    ];
    for name in unreadable {
        fs::create_dir(fixture.path(name)).unwrap();
    }
    let (mut sitting, mut journal) = fixture.open_for_work();
    let kept = keep(&mut sitting, 2, "gesagt ist gesagt");
    journal.append(&[kept]).unwrap();
    let searched = journal.search_elsewhere(&mut search_of(&sitting)).unwrap();
    let named = unreadable.map(|name| fixture.path(name));
    let mut remaining = searched.remaining;
    remaining.sort();
    assert_eq!(remaining, named);
    sitting.strike_note(note_id(1));
    let purged = journal.purge(&mut purge_of(&sitting)).unwrap();
    for path in [&named[0], &named[1]] {
        assert!(
            purged.cleared.remaining.contains(path),
            "{}",
            path.display()
        );
    }
    let finished = journal.finish(sitting.state()).unwrap();
    assert_eq!(finished.conflict, None);
    assert_eq!(
        texts(&fixture.study().read_session(&id()).unwrap()),
        ["gesagt ist gesagt"]
    );
}

/// E1 of the field brief.
#[test]
fn a_file_beside_that_cannot_be_written_is_named_and_the_next_words_are_saved() {
    let fixture = Fixture::with_session("eins");
    let (mut theirs, mut at_work) = second(&fixture, &[(1, "zwei"), (2, NAME)]);
    at_work.finish(theirs.state()).unwrap();
    drop(at_work);
    theirs = Sitting::new(theirs.state().clone());
    keep_of(&mut theirs, 3, "und Zwygart wieder");
    let copy = file_of_session(theirs.state()).unwrap();
    fs::write(fixture.path("A-1.t2 (conflict).ron"), copy).unwrap();
    let rehearsal = Rehearsal::new();
    let study = fixture.watched(&rehearsal);
    let (mut sitting, journal) = study.open_session(&id()).unwrap().into_journal().unwrap();
    let (answers, received) = std::sync::mpsc::channel();
    let mut writer = Writer::new(journal, move |answer| answers.send(answer).unwrap());
    writer.append(vec![keep(&mut sitting, 2, "gesagt")]);
    assert!(matches!(received.recv().unwrap(), Answer::Saved { .. }));
    rehearsal.refuse("create .A-1.t2", std::io::ErrorKind::StorageFull);
    writer.search_elsewhere(search_of(&sitting));
    writer.append(vec![keep(&mut sitting, 3, "und noch etwas")]);
    drop(writer);
    let answers: Vec<Answer> = received.iter().collect();
    let [
        Answer::Purged { remaining, removed },
        Answer::Saved { sequence },
    ] = answers.as_slice()
    else {
        panic!("nothing failed: {answers:?}");
    };
    assert_eq!(*sequence, sitting.state().sequence);
    let named = ["A-1.t2 (conflict).ron", "A-1.t2.ron"].map(|name| fixture.path(name));
    assert_eq!((remaining.as_slice(), removed.len()), (named.as_slice(), 0));
}

/// E1 of the field brief: whoever opens that protocol decides what becomes of the words behind the damage.
#[test]
fn a_damaged_journal_of_another_taker_is_named_and_left_for_rescue() {
    let fixture = Fixture::with_session("eins");
    let notes = [(1, "zwei"), (2, "drei"), (3, "Zwygart rief an")];
    drop(second(&fixture, &notes));
    damage(&fixture, "drei");
    let untouched = fixture.read("A-1.t2.journal");
    let (sitting, mut journal) = fixture.open_for_work();
    let searched = journal.search_elsewhere(&mut search_of(&sitting)).unwrap();
    assert_eq!(searched.remaining, [fixture.path("A-1.t2.journal")]);
    assert_eq!(fixture.read("A-1.t2.journal"), untouched);
    let opened = fixture.study().open_taker(&id(), 2).unwrap();
    assert_eq!(rescued(&opened), ["Zwygart rief an"]);
}

/// A7
#[test]
fn a_strike_of_earlier_costs_no_word_that_another_taker_keeps_for_rescue() {
    let fixture = Fixture::with_session("eins");
    // Struck before the second protocol came to this machine.
    let (mut sitting, mut journal) = fixture.open_for_work();
    let mut merged = note_of(1, "Geheimnis");
    merged.id.taker = 2;
    let recorded = sitting.record(Event::NoteMerged(Box::new(merged)));
    journal.append(&[recorded]).unwrap();
    sitting.strike_note(NoteId {
        taker: 2,
        number: 1,
    });
    journal.purge(&mut purge_of(&sitting)).unwrap();
    journal.finish(sitting.state()).unwrap();
    drop(journal);
    let (theirs, mut at_work) = second(&fixture, &[(1, "Geheimnis"), (2, "zwei")]);
    at_work.finish(theirs.state()).unwrap();
    drop(at_work);
    let damaged = fixture.path("A-1.t2.journal.damaged");
    fs::write(&damaged, "nicht gerettet").unwrap();

    let (mut sitting, mut journal) = fixture.open_for_work();
    let searched = journal.search_elsewhere(&mut search_of(&sitting)).unwrap();
    assert_eq!(searched.removed, [""; 0].map(PathBuf::from));
    assert_eq!(searched.remaining, std::slice::from_ref(&damaged));
    assert_eq!(fixture.files_with("Geheimnis"), [""; 0]);
    // What is asked for takes it along, and says so.
    journal.append(&[keep(&mut sitting, 2, "zwei")]).unwrap();
    sitting.strike_span(crate::session::Span::between(0, 90_000));
    let purged = journal.purge(&mut purge_of(&sitting)).unwrap();
    assert_eq!(purged.cleared.removed, [damaged]);
}

#[test]
fn where_another_taker_s_protocol_went_because_its_file_was_changed_is_said() {
    let fixture = Fixture::with_session("eins");
    let (theirs, mut at_work) = second(&fixture, &[(1, "Zwygart kam")]);
    at_work.finish(theirs.state()).unwrap();
    drop(at_work);
    let rehearsal = Rehearsal::new();
    let study = fixture.watched(&rehearsal);
    let (sitting, mut journal) = study.open_session(&id()).unwrap().into_journal().unwrap();
    let path = fixture.path("A-1.t2.ron");
    let begins = "remove A-1.t2.journal.prepared";
    rehearsal.change_before(begins, &path, "(version: 1, theirs)");
    let searched = journal.search_elsewhere(&mut search_of(&sitting)).unwrap();
    assert_eq!(searched.conflicts, [fixture.path("A-1.t2 (conflict).ron")]);
    assert_eq!(searched.remaining, [path]);
    assert_eq!(fixture.files_with(NAME), [""; 0]);
}
