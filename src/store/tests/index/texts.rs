//! Texts in the index: where they stand, how many are read, and that strikes reach all of them.

use super::*;
use crate::session::{Answer, Clock, ConsentRecord, Manner, Place, Recording, TextPlace};

/// A session with a sentence on a cell and a postscript.
fn with_further_texts() -> (Fixture, Sitting, Journal) {
    let fixture = Fixture::new();
    let (mut sitting, mut journal) = Fixture::begin(&fixture.study());
    let events = [
        keep(&mut sitting, 1, "Brücken"),
        sitting.record(Event::CellSummarised {
            topic: TopicId::new("b1.t1"),
            text: clean("Zebrastreifen an der Grenze"),
        }),
        sitting.record(Event::PostscriptSet {
            field: "setting".to_owned(),
            text: clean("Leuchttürme vor der Tür"),
        }),
    ];
    journal.append(&events).unwrap();
    (fixture, sitting, journal)
}

#[test]
fn sentences_of_cells_and_the_postscript_are_found_where_they_stand() {
    let (fixture, _, _journal) = with_further_texts();
    let study = fixture.study();
    let stands = |query| -> Vec<Stands> {
        let found = all_found(&study, query).into_iter();
        found.map(|found| found.stands).collect()
    };
    let cell = Stands::Cell(TopicId::new("b1.t1"));
    let postscript = Stands::Postscript("setting".to_owned());
    assert_eq!(stands("Grenzen"), std::slice::from_ref(&cell));
    assert_eq!(stands("Leuchtturm"), std::slice::from_ref(&postscript));
    assert_eq!(stands("leucht* session:A-1"), [postscript]);
    assert_eq!(stands("grenz* topic:b1.t1"), [cell]);
    for nowhere in [
        "grenz* topic:b1.t2",
        "leucht* block:b1",
        "grenz* kind:quote",
    ] {
        assert_eq!(stands(nowhere), [], "{nowhere}");
    }
}

#[test]
fn a_strike_reaches_sentences_and_the_postscript_in_the_index() {
    let (fixture, mut sitting, mut journal) = with_further_texts();
    let study = fixture.study();
    assert_eq!(found(&study, "zebra* an").len(), 1);
    for (text, place) in [
        ("zebrastreif", TextPlace::Summary(TopicId::new("b1.t1"))),
        ("leuchtt", TextPlace::Postscript("setting".to_owned())),
    ] {
        assert!(!index_files_with(&fixture, text).is_empty(), "{text}");
        sitting.strike_texts(std::slice::from_ref(&place));
        journal.purge(&mut purge_of(&sitting)).unwrap();
        assert_eq!(index_files_with(&fixture, text), [""; 0], "{text}");
        index(&study);
        assert_eq!(index_files_with(&fixture, text), [""; 0], "{text}");
    }
    assert_eq!(found(&study, "Brücke"), ["Brücken"]);
}

#[test]
fn a_hit_lies_where_the_session_says_that_it_was_said() {
    let fixture = Fixture::new();
    let study = fixture.study();
    let mut sitting = Sitting::new(Session::new(header()));
    keep(&mut sitting, 40, "Brücken");
    let mut session = sitting.state().clone();
    session.clock = Clock {
        recordings: vec![Recording {
            zero_ms: -2_000,
            shift_ms: 700,
            ..Recording::default()
        }],
        ..Clock::default()
    };
    let place = |session: &Session| {
        put(&fixture, "A-1", session);
        match all_found(&study, "Brücke").remove(0).stands {
            Stands::Note { place, .. } => (place, session.place_of(&session.notes[0])),
            other => panic!("{other:?}"),
        }
    };
    // Without a yes to the recording none is pointed to.
    assert_eq!(
        place(&session),
        (Place::Interview(35_000), Place::Interview(35_000))
    );
    session.consent.push(ConsentRecord {
        step: "c3".to_owned(),
        answer: Answer::Yes,
        manner: Manner::Written,
        at: OffsetDateTime::UNIX_EPOCH,
        edition: "1".to_owned(),
        language: Language::De,
    });
    let (found, said) = place(&session);
    assert_eq!(found, said);
    let in_recording = Place::Recording {
        number: 1,
        at_ms: 37_700,
    };
    assert_eq!(found, in_recording);
}

#[test]
fn no_more_texts_are_read_than_are_wanted_and_all_are_counted() {
    let fixture = study_of(30);
    let study = fixture.study();
    let index = index(&study);
    for (query, all) in [
        ("wort*", 30),
        ("wort* kind:paraphrase", 30),
        ("wort* session:A-7", 1),
    ] {
        let query = Query::read(query).unwrap();
        let whole = index.search(&query, usize::MAX).unwrap();
        assert_eq!(
            (whole.texts.len(), whole.count, whole.sessions),
            (all, all, all)
        );
        let some = index.search(&query, 4).unwrap();
        assert_eq!(some.texts, whole.texts[..all.min(4)]);
        assert_eq!((some.count, some.sessions), (all, all));
        assert_eq!(some.facts.sessions.len(), all.min(4));
    }
}
