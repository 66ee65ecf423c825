//! Protocols of several note-takers, struck together.

use super::*;
use crate::session::{Event, Span};

const STRUCK: &str = "Geheimnis";

/// `A-1` of two note-takers; the second one's note was merged into the first one's protocol, too.
fn two() -> Fixture {
    let fixture = Fixture::with_session("eins");
    let header = fixture.study().read_session(&id()).unwrap().header;
    let second = fixture.study().new_taker(header, 2).unwrap();
    let (mut sitting, mut journal) = second.into_journal().unwrap();
    let kept = keep(&mut sitting, 1, STRUCK);
    let Event::NoteKept(mut note) = kept.event else {
        panic!("it is a note");
    };
    note.id.taker = 2;
    let mut sitting = Sitting::new(sitting.base().clone());
    let recorded = sitting.record(Event::NoteKept(note.clone()));
    journal.append(&[recorded]).unwrap();
    journal.finish(sitting.state()).unwrap();
    let (mut sitting, mut journal) = fixture.open_for_work();
    let recorded = sitting.record(Event::NoteMerged(note));
    journal.append(&[recorded]).unwrap();
    journal.finish(sitting.state()).unwrap();
    fixture
}

fn second_s() -> NoteId {
    "2.1".parse().unwrap()
}

/// A7 and B8 of the field brief.
#[test]
fn a_note_that_was_merged_is_struck_in_both_protocols_whoever_strikes_it() {
    for taker in [1, 2] {
        let fixture = two();
        assert_eq!(fixture.files_with(STRUCK).len(), 2);
        let study = fixture.study();
        let opened = match taker {
            1 => study.open_session(&id()).unwrap(),
            taker => study.open_taker(&id(), taker).unwrap(),
        };
        let (mut sitting, mut journal) = opened.into_journal().unwrap();
        sitting.strike_note(second_s());
        let purged = journal.purge(&mut purge_of(&sitting)).unwrap();
        assert_eq!(purged.cleared.remaining, [""; 0].map(PathBuf::from));
        assert_eq!(fixture.files_with(STRUCK), [""; 0], "struck by {taker}");
    }
}

#[test]
fn a_protocol_that_somebody_works_on_is_named() {
    let fixture = two();
    let second = fixture.study().open_taker(&id(), 2).unwrap();
    let (mut theirs, mut at_work) = second.into_journal().unwrap();
    let recorded = theirs.record(Event::WasOffRecord(Span::between(1, 2)));
    at_work.append(&[recorded]).unwrap();
    let (mut sitting, mut journal) = fixture.open_for_work();
    sitting.strike_note(second_s());
    let purged = journal.purge(&mut purge_of(&sitting)).unwrap();
    assert_eq!(purged.cleared.remaining, [fixture.path("A-1.t2.ron")]);
    assert_eq!(fixture.files_with(STRUCK), ["A-1.t2.ron"]);
}

#[test]
fn a_coder_s_file_that_speaks_of_a_struck_note_is_named() {
    let fixture = two();
    let sheet = "(version: 1, notes: [(note: \"2.1\", codes: [\"fac.sim\"])])";
    fs::write(fixture.path("A-1.codes-2.ron"), sheet).unwrap();
    fs::write(
        fixture.path("A-1.codes-3.ron"),
        sheet.replace("2.1", "2.10"),
    )
    .unwrap();
    let (mut sitting, mut journal) = fixture.open_for_work();
    sitting.strike_note(second_s());
    let purged = journal.purge(&mut purge_of(&sitting)).unwrap();
    assert_eq!(purged.cleared.remaining, [fixture.path("A-1.codes-2.ron")]);
}
