//! What the index promises.

mod damage;
mod following;
mod parts;
mod standing;
mod texts;

use std::thread;

use proptest::prelude::*;

use super::*;
use crate::analysis::Facts;
use crate::analysis::search::{Finder, Query};
use crate::session::{Case, arbitrary};
use crate::store::format::session_v1;
use crate::store::index::{Found, FoundBy, FoundText, Index, IndexError, Progress, Stands};

fn index(study: &Study) -> Index {
    study.index(&mut |_| {}).unwrap()
}

fn put(fixture: &Fixture, name: &str, session: &Session) {
    let mut session = session.clone();
    session.header.id = name.parse().unwrap();
    let bytes = session_v1::encode(&session).unwrap();
    fs::write(fixture.path(&format!("{name}.ron")), bytes).unwrap();
}

/// A study of so many sessions, the n-th with a note that says «Wort» and n, and «Zeichen», n and x.
fn study_of(count: usize) -> Fixture {
    let fixture = Fixture::new();
    for number in 1..=count {
        let mut sitting = Sitting::new(Session::new(header()));
        keep(&mut sitting, 1, &format!("Wort{number} Zeichen{number}x"));
        put(&fixture, &format!("A-{number}"), sitting.state());
    }
    fixture
}

fn assert_same(read: &Facts, made: &Facts) {
    assert_eq!(read.sessions, made.sessions);
    assert_eq!(read.names.topics(), made.names.topics());
    assert_eq!(read.names.codes(), made.names.codes());
    assert_eq!(read.names.guides(), made.names.guides());
    assert_eq!(read.cases, made.cases);
}

/// The facts, made of the sessions themselves.
fn made(study: &Study) -> Facts {
    let sessions: Vec<Session> = study
        .sessions()
        .unwrap()
        .iter()
        .filter_map(|id| study.read_session(id).ok())
        .collect();
    Facts::of(&sessions, &study.cases().unwrap().list)
}

/// The files of the index that hold these bytes.
fn index_files_with(fixture: &Fixture, text: &str) -> Vec<String> {
    let folder = fixture.path(".index");
    let mut names = Disk::new().names_in(&folder).unwrap();
    names.retain(|name| {
        let bytes = fs::read(folder.join(name)).unwrap();
        let mut runs = bytes.windows(text.len());
        runs.any(|run| run.eq_ignore_ascii_case(text.as_bytes()))
    });
    names
}

fn found(study: &Study, query: &str) -> Vec<String> {
    let texts = all_found(study, query).into_iter();
    texts.map(|found| found.text.as_str().to_owned()).collect()
}

fn all_found(study: &Study, query: &str) -> Vec<FoundText> {
    let query = Query::read(query).unwrap();
    index(study).search(&query, usize::MAX).unwrap().texts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn facts_from_the_index_are_those_of_the_sessions(
        first in prop::collection::vec(arbitrary::sitting(), 0..7),
        second in prop::collection::vec(arbitrary::sitting(), 0..7),
    ) {
        let fixture = Fixture::new();
        let study = fixture.study();
        for round in [first, second] {
            for (number, sitting) in round.iter().enumerate() {
                put(&fixture, &format!("A-{}", number * 3 + 1), sitting.state());
            }
            assert_same(&index(&study).facts().unwrap(), &made(&study));
        }
        let in_memory = study.index_in_memory(&mut |_| {}).unwrap();
        assert_same(&in_memory.facts().unwrap(), &made(&study));
    }

    #[test]
    fn the_index_finds_what_is_found_by_reading_every_note(
        sitting in arbitrary::sitting(),
        query in "[a-zäöüé]{1,3}\\*?( [a-z]{1,2}\\*?)?( -[a-z])?",
    ) {
        let fixture = Fixture::new();
        put(&fixture, "A-1", sitting.state());
        let query = Query::read(&query).unwrap();
        let by_index = index(&fixture.study()).search(&query, usize::MAX).unwrap();
        let by_index: Vec<&str> = by_index
            .texts
            .iter()
            .filter(|found| matches!(found.stands, Stands::Note { .. }))
            .map(|note| note.text.as_str())
            .collect();
        let mut finder = Finder::of(&query);
        let state = sitting.state();
        let by_reading: Vec<&str> = state
            .notes
            .iter()
            .filter(|note| note.translation.is_none())
            .filter(|note| finder.fits(note.text.as_str(), note.language))
            .map(|note| note.text.as_str())
            .collect();
        let plain = by_index.iter().filter(|text| {
            let is_plain = |note: &&Note| note.translation.is_none() && note.text.as_str() == **text;
            state.notes.iter().any(|note| is_plain(&note))
        });
        prop_assert!(by_reading.iter().all(|text| by_index.contains(text)));
        prop_assert!(plain.count() >= by_reading.len());
        prop_assert!(by_index.len() <= state.notes.len());
    }
}

#[test]
fn a_strike_is_gone_from_the_index_before_it_is_done() {
    let fixture = Fixture::new();
    let study = fixture.study();
    let (mut sitting, mut journal) = Fixture::begin(&study);
    let kept = [
        keep(&mut sitting, 1, "Zebrastreifen vor dem Amt"),
        keep(&mut sitting, 2, "Brücken"),
    ];
    journal.append(&kept).unwrap();
    assert_eq!(found(&study, "Zebrastreifens").len(), 1);
    assert!(!index_files_with(&fixture, "zebrastreif").is_empty());
    sitting.strike_note(note_id(1));
    journal.purge(&mut purge_of(&sitting)).unwrap();
    assert_eq!(index_files_with(&fixture, "zebrastreif"), [""; 0]);
    assert!(found(&study, "Zebrastreifen").is_empty());
    assert_eq!(found(&study, "Brücke"), ["Brücken"]);
}

#[test]
fn of_many_sessions_only_the_one_that_is_struck_goes() {
    let fixture = study_of(300);
    let study = fixture.study();
    assert_eq!(found(&study, "Wort7"), ["Wort7 Zeichen7x"]);
    assert!(!index_files_with(&fixture, "Zeichen7x").is_empty());
    let opened = study.open_session(&"A-7".parse().unwrap()).unwrap();
    let (mut sitting, mut journal) = opened.into_journal().unwrap();
    sitting.strike_note(note_id(1));
    journal.purge(&mut purge_of(&sitting)).unwrap();
    assert_eq!(index_files_with(&fixture, "Zeichen7x"), [""; 0]);
    assert!(found(&study, "Wort7").is_empty());
    assert_eq!(found(&study, "wort*").len(), 299);
}

#[test]
fn of_many_notes_only_the_one_that_is_struck_goes() {
    let fixture = Fixture::new();
    let study = fixture.study();
    let (mut sitting, mut journal) = Fixture::begin(&study);
    let events: Vec<_> = (1..=70)
        .map(|number| {
            keep(
                &mut sitting,
                number,
                &format!("Wort{number} Zeichen{number}x"),
            )
        })
        .collect();
    journal.append(&events).unwrap();
    assert_eq!(found(&study, "Wort40"), ["Wort40 Zeichen40x"]);
    assert!(!index_files_with(&fixture, "Zeichen40x").is_empty());
    sitting.strike_note(note_id(40));
    journal.purge(&mut purge_of(&sitting)).unwrap();
    assert_eq!(index_files_with(&fixture, "Zeichen40x"), [""; 0]);
    assert!(found(&study, "Wort40").is_empty());
    for number in [1, 32, 33, 39, 41, 64, 65, 70] {
        let text = format!("Wort{number} Zeichen{number}x");
        assert_eq!(found(&study, &format!("Wort{number}")), [text]);
    }
    assert_eq!(found(&study, "wort*").len(), 69);
}

#[test]
fn a_strike_that_was_interrupted_is_gone_from_the_index_when_it_is_finished() {
    let fixture = Fixture::with_session("Zebrastreifen");
    let study = fixture.study();
    index(&study);
    let (mut sitting, mut journal) = fixture.open_for_work();
    let struck = sitting.strike_note(note_id(1));
    // The event is on disk; what it strikes is still in the file.
    journal
        .append(&sitting.events()[sitting.events().len() - 1..])
        .unwrap();
    drop((struck, journal));
    let (sitting, mut journal) = fixture.open_for_work();
    journal.append(sitting.events()).unwrap();
    assert_eq!(index_files_with(&fixture, "zebrastreif"), [""; 0]);
}

#[test]
fn the_index_follows_what_changes_comes_and_goes() {
    let fixture = study_of(6);
    let study = fixture.study();
    assert_same(&index(&study).facts().unwrap(), &made(&study));
    fs::remove_file(fixture.path("A-2.ron")).unwrap();
    let mut sitting = Sitting::new(Session::new(header()));
    keep(&mut sitting, 1, "anders");
    put(&fixture, "A-3", sitting.state());
    put(&fixture, "B-1", sitting.state());
    let mut seen = Vec::new();
    study
        .index(&mut |progress: Progress| seen.push(progress))
        .unwrap();
    let last = seen.last().unwrap();
    assert!(
        last.done == last.total && last.total < 4096,
        "only two files are read: {last:?}"
    );
    assert_same(&index(&study).facts().unwrap(), &made(&study));
    assert_eq!(found(&study, "anders").len(), 2);
    assert_eq!(index_files_with(&fixture, "Zeichen2x"), [""; 0]);
    let mut untouched = Vec::new();
    study
        .index(&mut |progress: Progress| untouched.push(progress))
        .unwrap();
    assert!(untouched.is_empty());
}

#[test]
fn a_name_goes_with_the_last_session_that_uses_it() {
    let fixture = Fixture::new();
    let study = fixture.study();
    let mut session = Session::new(header());
    session.cells.insert(
        TopicId::new("b7.secret"),
        crate::session::CellState::Answered,
    );
    put(&fixture, "A-1", &session);
    put(&fixture, "A-2", &Session::new(header()));
    index(&study);
    assert!(!index_files_with(&fixture, "b7.secret").is_empty());
    put(&fixture, "A-1", &Session::new(header()));
    index(&study);
    assert_eq!(index_files_with(&fixture, "b7.secret"), [""; 0]);
}

#[test]
fn a_session_is_read_while_it_is_being_worked_on() {
    let fixture = Fixture::new();
    let study = fixture.study();
    let (mut sitting, mut journal) = Fixture::begin(&study);
    journal.append(&[keep(&mut sitting, 1, "erste")]).unwrap();
    assert_eq!(found(&study, "erst*"), ["erste"]);
    journal.append(&[keep(&mut sitting, 2, "zweite")]).unwrap();
    assert_eq!(found(&study, "zweit*"), ["zweite"]);
}

#[test]
fn the_list_of_the_index_is_that_of_the_files() {
    let fixture = study_of(3);
    let study = fixture.study();
    let (mut sitting, mut journal) = study
        .open_session(&"A-2".parse().unwrap())
        .unwrap()
        .into_journal()
        .unwrap();
    journal.append(&[keep(&mut sitting, 2, "zweite")]).unwrap();
    fs::write(fixture.path("A-3.ron"), "(version: 1, broken").unwrap();
    let list = index(&study).list().unwrap();
    assert_eq!(list.len(), 3);
    for listing in list {
        let read = study.read_session(&listing.id);
        let summary = read.map(|session| study.summary_of(&session));
        let Some(readable) = listing.readable else {
            assert!(summary.is_err(), "{}", listing.id);
            continue;
        };
        let summary = summary.unwrap();
        assert_eq!(readable.progress, summary.progress);
        assert_eq!(readable.invented, summary.invented);
        assert_eq!(readable.created, summary.created);
        assert_eq!(readable.notes, summary.notes);
        assert_eq!(readable.unfolded, summary.unfolded);
    }
}

#[test]
fn the_cases_follow_their_file() {
    let fixture = study_of(1);
    let study = fixture.study();
    index(&study);
    let mut cases = study.cases().unwrap();
    let mut case = Case::new("A".parse().unwrap());
    case.countries = vec!["CH".to_owned(), "DE".to_owned()];
    case.border = Some(crate::session::Border::Tri);
    cases.list.push(case);
    study.save_cases(&mut cases).unwrap();
    assert_same(&index(&study).facts().unwrap(), &made(&study));
    fs::write(fixture.path("cases.ron"), "broken").unwrap();
    assert!(index(&study).facts().unwrap().cases.is_empty());
    assert!(study.cases().is_err());
}

#[test]
fn a_damaged_session_among_others_is_named_and_costs_no_other() {
    let fixture = study_of(5);
    fs::write(fixture.path("A-3.ron"), "(version: 1, broken").unwrap();
    let study = fixture.study();
    for _ in 0..2 {
        let index = index(&study);
        let damaged: SessionId = "A-3".parse().unwrap();
        assert_eq!(index.unread().unwrap(), std::slice::from_ref(&damaged));
        let facts = index.facts().unwrap();
        assert_eq!((facts.sessions.len(), facts.unread), (4, vec![damaged]));
    }
    put(&fixture, "A-3", &Session::new(header()));
    assert!(index(&study).unread().unwrap().is_empty());
}

#[test]
fn a_damaged_index_and_one_of_another_version_are_made_anew() {
    let fixture = study_of(40);
    let study = fixture.study();
    let path = || {
        let folder = fixture.path(".index");
        let names = Disk::new().names_in(&folder).unwrap();
        let mut databases = names.iter().filter(|name| name.ends_with(".sqlite"));
        let path = folder.join(databases.next().unwrap());
        assert!(databases.next().is_none(), "{names:?}");
        path
    };
    let version = |path: &Path, further: i32| {
        let connection = rusqlite::Connection::open(path).unwrap();
        let found: i32 = connection
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap();
        connection
            .pragma_update(None, "user_version", found + further)
            .unwrap();
    };
    let spoils: [&dyn Fn(&Path); 6] = [
        &|path| fs::write(path, "no database").unwrap(),
        &|path| fs::write(path, "").unwrap(),
        &|path| {
            let bytes = fs::read(path).unwrap();
            fs::write(path, &bytes[..bytes.len() / 2]).unwrap();
        },
        &|path| {
            let mut bytes = fs::read(path).unwrap();
            for byte in bytes.iter_mut().skip(8192) {
                *byte = 0xa5;
            }
            fs::write(path, bytes).unwrap();
        },
        &|path| version(path, 1),
        &|path| version(path, -1),
    ];
    for spoil in spoils {
        assert_same(&index(&study).facts().unwrap(), &made(&study));
        spoil(&path());
        assert_same(&index(&study).facts().unwrap(), &made(&study));
        assert_eq!(found(&study, "Wort12"), ["Wort12 Zeichen12x"]);
    }
    fs::remove_dir_all(fixture.path(".index")).unwrap();
    assert_same(&index(&study).facts().unwrap(), &made(&study));
}

#[test]
fn where_no_index_can_be_kept_one_in_memory_does_the_same() {
    let fixture = study_of(3);
    fs::write(fixture.path(".index"), "a file in the way").unwrap();
    let study = fixture.study();
    assert_same(&index(&study).facts().unwrap(), &made(&study));
    assert_eq!(found(&study, "Wort2"), ["Wort2 Zeichen2x"]);
}

#[test]
fn the_index_is_its_owner_s_alone_and_kept_out_of_git() {
    let fixture = study_of(2);
    index(&fixture.study());
    let folder = fixture.path(".index");
    assert_eq!(
        fs::read_to_string(folder.join(".gitignore")).unwrap(),
        "*\n"
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700);
        for name in Disk::new().names_in(&folder).unwrap() {
            assert_eq!(mode(&folder.join(&name)), 0o600, "{name}");
        }
    }
    let sessions = fixture.study().sessions().unwrap();
    assert_eq!(sessions.len(), 2);
}

#[test]
fn several_read_and_change_at_once() {
    let fixture = study_of(30);
    let study = fixture.study();
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                for _ in 0..4 {
                    let index = index(&study);
                    let facts = index.facts().unwrap();
                    assert_eq!((facts.sessions.len(), facts.unread), (30, Vec::new()));
                    assert_eq!(index.list().unwrap().len(), 30);
                }
            });
        }
        scope.spawn(|| {
            for number in 1..=10 {
                let name = format!("A-{number}");
                let opened = study.open_session(&name.parse().unwrap()).unwrap();
                let (mut sitting, mut journal) = opened.into_journal().unwrap();
                sitting.strike_note(note_id(1));
                journal.purge(&mut purge_of(&sitting)).unwrap();
                journal.finish(sitting.state()).unwrap();
            }
        });
    });
    assert_same(&index(&study).facts().unwrap(), &made(&study));
    assert_eq!(found(&study, "wort*").len(), 20);
    assert_eq!(index_files_with(&fixture, "Zeichen9x"), [""; 0]);
}

#[test]
fn words_are_found_in_three_languages_each_in_its_own() {
    let fixture = Fixture::new();
    let mut sitting = Sitting::new(Session::new(header()));
    let texts = [
        ("Häuser an der Strasse", Language::De),
        ("les réseaux décidés", Language::Fr),
        ("funded clusters", Language::En),
    ];
    for (number, (text, language)) in (1..).zip(texts) {
        keep(&mut sitting, number, text);
        let mut state = sitting.state().clone();
        state.notes.last_mut().unwrap().language = language;
        sitting = Sitting::new(state);
    }
    put(&fixture, "A-1", sitting.state());
    let study = fixture.study();
    for (query, expected) in [
        ("Haus", "Häuser an der Strasse"),
        ("Straßen", "Häuser an der Strasse"),
        ("\"der strasse\"", "Häuser an der Strasse"),
        ("reseau decidee", "les réseaux décidés"),
        ("funding", "funded clusters"),
        ("clust*", "funded clusters"),
        ("kind:paraphrase lang:fr", "les réseaux décidés"),
    ] {
        assert_eq!(found(&study, query), [expected], "{query}");
    }
    for query in [
        "\"strasse der\"",
        "haus reseau",
        "funding -cluster",
        "topic:b9.t1",
    ] {
        assert_eq!(found(&study, query), [""; 0], "{query}");
    }
}

#[test]
fn a_session_that_a_strike_took_out_is_not_missed_by_whoever_reads_then() {
    let fixture = study_of(5);
    let study = fixture.study();
    let before = index(&study);
    crate::store::index::forget(study.disk(), &fixture.sessions(), &"A-3".parse().unwrap())
        .unwrap();
    assert_eq!(index_files_with(&fixture, "Zeichen3x"), [""; 0]);
    let stands = study.index_as_it_stands().unwrap().unwrap();
    for index in [before, stands] {
        assert_same(&index.facts().unwrap(), &made(&study));
        assert_eq!(index.list().unwrap().len(), 5);
        let query = Query::read("Wort3").unwrap();
        assert_eq!(index.search(&query, 10).unwrap().texts.len(), 1);
    }
    // One that is gone by then is no session any more.
    crate::store::index::forget(study.disk(), &fixture.sessions(), &"A-4".parse().unwrap())
        .unwrap();
    fs::remove_file(fixture.path("A-4.ron")).unwrap();
    let stands = study.index_as_it_stands().unwrap().unwrap();
    assert_eq!(stands.list().unwrap().len(), 4);
    assert!(stands.unread().unwrap().is_empty());
}

#[test]
fn the_index_follows_a_session_that_is_named_and_looks_at_no_other() {
    let fixture = study_of(4);
    let study = fixture.study();
    let id: SessionId = "A-2".parse().unwrap();
    // Where there is no index none is made.
    study.index_session(&id).unwrap();
    assert!(study.index_as_it_stands().unwrap().is_none());
    index(&study);
    for name in ["A-2", "A-3"] {
        let mut sitting = Sitting::new(Session::new(header()));
        keep(&mut sitting, 1, "anders");
        put(&fixture, name, sitting.state());
    }
    study.index_session(&id).unwrap();
    let query = Query::read("anders").unwrap();
    let found = |index: &Index| index.search(&query, 10).unwrap().count;
    assert_eq!(found(&study.index_as_it_stands().unwrap().unwrap()), 1);
    assert_eq!(found(&index(&study)), 2);
    fs::remove_file(fixture.path("A-2.ron")).unwrap();
    study.index_session(&id).unwrap();
    assert_eq!(found(&study.index_as_it_stands().unwrap().unwrap()), 1);
}

#[test]
fn what_is_settled_is_known_until_the_files_of_the_session_are_others() {
    let fixture = study_of(2);
    let study = fixture.study();
    let settled = || -> Vec<bool> {
        let listed = index(&study).list().unwrap();
        let readable = listed.iter().filter_map(|listing| listing.readable);
        readable.map(|readable| readable.settled).collect()
    };
    let by = || FoundBy::of(&study).unwrap();
    let listed = index(&study).list().unwrap();
    assert_eq!(settled(), [false, false]);
    study.settle(&by(), &[&listed[0]]).unwrap();
    assert_eq!(settled(), [true, false]);
    // By another guide, or another codebook, other things may be due.
    for name in ["other.ron", "local/other.ron"] {
        let path = study.guides().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "(version: 1)").unwrap();
        assert_eq!(settled(), [false, false], "{name}");
        fs::remove_file(&path).unwrap();
        assert_eq!(settled(), [true, false], "{name}");
    }
    // What was found of the session as it was says nothing of the session as it is.
    let mut sitting = Sitting::new(Session::new(header()));
    keep(&mut sitting, 1, "anders und länger als zuvor");
    put(&fixture, "A-1", sitting.state());
    assert_eq!(settled(), [false, false]);
    study.settle(&by(), &[&listed[0]]).unwrap();
    assert_eq!(settled(), [false, false]);
}
