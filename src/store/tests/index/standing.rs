//! What is promised to whoever reads the index while the files are looked at.

use super::*;

fn facts(study: &Study) -> Facts {
    study.read_index(&mut |_| {}, Index::facts).unwrap()
}

/// Has every session in the index say what none of its files does.
fn damage(fixture: &Fixture) {
    change(fixture, "UPDATE facts SET facts = zeroblob(length(facts))");
}

/// Changes rows of the index behind the back of the program.
fn change(fixture: &Fixture, how: &str) {
    let folder = fixture.path(".index");
    let names = Disk::new().names_in(&folder).unwrap();
    let name = names.iter().find(|name| name.ends_with(".sqlite")).unwrap();
    let connection = rusqlite::Connection::open(folder.join(name)).unwrap();
    assert!(connection.execute(how, []).unwrap() > 0, "{how}");
}

#[test]
fn what_is_read_is_never_behind_the_files() {
    let fixture = study_of(3);
    let study = &fixture.study();
    assert_same(&facts(study), &made(study));
    assert_same(&facts(study), &made(study));
    put(&fixture, "A-4", &Session::new(header()));
    assert_same(&facts(study), &made(study));
    fs::remove_file(fixture.path("A-2.ron")).unwrap();
    assert_same(&facts(study), &made(study));
    let mut sitting = Sitting::new(Session::new(header()));
    keep(&mut sitting, 1, "anders");
    put(&fixture, "A-1", sitting.state());
    assert_same(&facts(study), &made(study));
    assert_eq!(facts(study).sessions.len(), 3);
}

#[test]
fn an_index_that_is_as_the_files_are_is_read_once() {
    let fixture = study_of(3);
    index(&fixture.study());
    let mut times = 0;
    let read = fixture.study().read_index(&mut |_| {}, |_| {
        times += 1;
        Ok(())
    });
    read.unwrap();
    assert_eq!(times, 1);
}

#[test]
fn reading_ends_as_soon_as_a_session_proves_to_have_changed() {
    let fixture = study_of(3);
    let study = &fixture.study();
    index(study);
    put(&fixture, "A-4", &Session::new(header()));
    let mut times = 0;
    let read = study.read_index(&mut |_| {}, |read| {
        times += 1;
        let mut facts = read.facts();
        // It goes on reading until it is told that this is of no use.
        for _ in 0..100_000 {
            if times > 1 || facts.is_err() {
                break;
            }
            facts = read.facts();
        }
        assert!(times > 1 || matches!(facts, Err(IndexError::Behind)));
        facts
    });
    assert_same(&read.unwrap(), &made(study));
    assert_eq!(times, 2);
}

#[test]
fn what_others_write_while_the_index_is_read_is_read_again() {
    let fixture = study_of(3);
    let study = &fixture.study();
    index(study);
    let mut times = 0;
    let read = study.read_index(&mut |_| {}, |read| {
        let facts = read.facts()?;
        times += 1;
        if times == 1 {
            put(&fixture, "A-4", &Session::new(header()));
            index(study);
        }
        Ok(facts)
    });
    assert_same(&read.unwrap(), &made(study));
    assert_eq!(times, 2);
}

#[test]
fn facts_that_are_not_what_was_written_have_the_index_made_anew() {
    let fixture = study_of(3);
    let study = &fixture.study();
    index(study);
    damage(&fixture);
    assert!(matches!(index(study).facts(), Err(IndexError::Damaged)));
    assert_same(&facts(study), &made(study));
    assert_same(&index(study).facts().unwrap(), &made(study));
}

#[test]
fn texts_that_are_not_what_was_written_have_the_index_made_anew() {
    for how in [
        "UPDATE texts SET texts = zeroblob(length(texts))",
        "UPDATE texts SET texts = zeroblob(0)",
        "UPDATE texts SET texts = CAST('text' AS TEXT)",
        "DELETE FROM texts",
    ] {
        let fixture = study_of(3);
        let study = &fixture.study();
        index(study);
        change(&fixture, how);
        let query = Query::read("Wort2").unwrap();
        let searched = index(study).search(&query, usize::MAX);
        assert!(searched.is_err(), "{how}");
        let texts = study
            .read_index(&mut |_| {}, |index| index.search(&query, usize::MAX))
            .unwrap()
            .texts;
        let said: Vec<&str> = texts.iter().map(|found| found.text.as_str()).collect();
        assert_eq!(said, ["Wort2 Zeichen2x"], "{how}");
    }
}
