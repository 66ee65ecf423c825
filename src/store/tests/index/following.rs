//! What is promised of sessions that change: the index follows with what is new alone, and holds what one that is made
//! anew would.

use super::*;

/// How many notes go beyond the room that a session has for its texts at first.
const MANY: u32 = 300;

pub(super) fn session_of(notes: impl IntoIterator<Item = u32>) -> Session {
    let mut session = Session::new(header());
    let notes = notes.into_iter();
    session.notes = notes
        .map(|number| note_of(number, &format!("Wort{number} überall")))
        .collect();
    session
}

/// Whether the index that follows finds what one that is made anew does.
fn assert_follows(study: &Study, queries: &[&str]) {
    let (follows, anew) = (index(study), study.index_in_memory(&mut |_| {}).unwrap());
    assert_same(&follows.facts().unwrap(), &made(study));
    assert_eq!(follows.sentences().unwrap(), anew.sentences().unwrap());
    for query in queries {
        let read = Query::read(query).unwrap();
        let found = follows.search(&read, usize::MAX).unwrap();
        assert_eq!(
            found.texts,
            anew.search(&read, usize::MAX).unwrap().texts,
            "{query}"
        );
        // What is only counted passes the same filter.
        assert_eq!(
            follows.search(&read, 0).unwrap().count,
            found.count,
            "{query}"
        );
    }
}

#[test]
fn the_index_follows_whatever_changes_in_a_session() {
    let fixture = study_of(3);
    let study = &fixture.study();
    let queries = [
        "überall",
        "Wort2",
        "Wort3",
        "Wort4",
        "anders",
        "said",
        "satz",
        "Wort299",
        "kind:paraphrase",
        "überall topic:b1.t2",
        "überall lang:fr",
        "überall session:A-2",
        "überall kind:quote",
    ];
    let follow = |session: &Session| {
        put(&fixture, "A-2", session);
        assert_follows(study, &queries);
    };
    let mut session = session_of(1..=4);
    follow(&session);
    session.notes[1].text = clean("anders");
    follow(&session);
    // Where and in which language it stands, when it was said, what it says in another.
    session.notes[2].topic = TopicId::new("b1.t2");
    session.notes[3].language = Language::Fr;
    follow(&session);
    session.notes[0].at_ms += 60_000;
    session.notes[0].translation = Some(clean("was said"));
    follow(&session);
    session.header.language = Language::Fr;
    follow(&session);
    session
        .summaries
        .insert(TopicId::new("b1.t1"), clean("ein Satz"));
    session.notes.push(note_of(5, "überall danach"));
    follow(&session);
    session.notes.remove(1);
    follow(&session);
    follow(&session_of(1..=MANY));
    follow(&session_of((1..=MANY).rev().step_by(2)));
    follow(&session_of([]));
    follow(&session_of([4]));
    // A session that cannot be read says nothing, until it can.
    fs::write(fixture.path("A-2.ron"), "(").unwrap();
    assert!(found(study, "Wort4 überall").is_empty());
    follow(&session_of(2..=9));
}

#[test]
fn sessions_that_grow_stand_in_each_others_way_nowhere() {
    let fixture = study_of(0);
    let study = &fixture.study();
    for count in [0, 1, 127, 128, 129, 20] {
        for name in ["A-1", "A-2", "A-3"] {
            put(&fixture, name, &session_of(1..=count));
            assert_follows(study, &["überall", "Wort1", "Wort128"]);
        }
    }
}

#[test]
fn a_note_that_is_changed_leaves_nothing_of_what_it_said() {
    let fixture = study_of(3);
    let study = &fixture.study();
    let mut session = session_of(1..=20);
    session.notes[7].text = clean("Geheimwort");
    put(&fixture, "A-2", &session);
    index(study);
    assert!(!index_files_with(&fixture, "eheimwort").is_empty());
    session.notes[7].text = clean("nichts");
    put(&fixture, "A-2", &session);
    index(study);
    assert_eq!(index_files_with(&fixture, "eheimwort"), [""; 0]);
    assert_eq!(found(study, "nichts"), ["nichts"]);
}
