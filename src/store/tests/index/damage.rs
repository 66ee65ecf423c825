//! What stands in the index otherwise than it was written is never taken for what the sessions say.

use rusqlite::Connection;

use super::*;

/// Changes a database.
type Spoil = Box<dyn Fn(&Connection)>;

/// The database of an index.
fn database(fixture: &Fixture) -> Connection {
    let folder = fixture.path(".index");
    let names = Disk::new().names_in(&folder).unwrap();
    let name = names.iter().find(|name| name.ends_with(".sqlite"));
    Connection::open(folder.join(name.unwrap())).unwrap()
}

/// What a search finds that makes the index anew where it has to.
fn found_in_the_end(study: &Study, query: &str) -> Vec<String> {
    let query = Query::read(query).unwrap();
    let found = study.read_index(&mut |_| {}, |index| index.search(&query, usize::MAX));
    let texts = found.unwrap().texts.into_iter();
    texts.map(|found| found.text.as_str().to_owned()).collect()
}

/// Puts other bytes in the place of some in a column.
fn replace(database: &Connection, table: &str, column: &str, (old, new): (&str, &str)) {
    assert_eq!(old.len(), new.len());
    let mut select = database
        .prepare(&format!("SELECT id, {column} FROM {table}"))
        .unwrap();
    let rows = select
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    let rows: Vec<(i64, Vec<u8>)> = rows.map(Result::unwrap).collect();
    let mut count = 0;
    for (id, bytes) in rows {
        let place = bytes.windows(old.len()).position(|it| it == old.as_bytes());
        let Some(place) = place else { continue };
        let mut bytes = bytes;
        bytes[place..place + old.len()].copy_from_slice(new.as_bytes());
        let change = format!("UPDATE {table} SET {column} = ?2 WHERE id = ?1");
        count += database
            .execute(&change, rusqlite::params![id, bytes])
            .unwrap();
    }
    assert!(count > 0, "{old} stands nowhere");
}

#[test]
fn what_was_changed_in_the_index_is_noticed_and_the_index_is_made_anew() {
    let fixture = study_of(40);
    let study = fixture.study();
    let exchanged = |table: &str, column: &str| {
        format!(
            "UPDATE {table} SET {column} = (SELECT other.{column} FROM {table} AS other
             WHERE other.id = 33 - {table}.id) WHERE id IN (12, 21)"
        )
    };
    let statements = [
        exchanged("facts", "facts"),
        exchanged("sessions", "first"),
        exchanged("sessions", "head"),
        "UPDATE texts SET texts = (SELECT texts FROM texts ORDER BY id LIMIT 1)".to_owned(),
        "UPDATE sessions SET notes = 7 WHERE id = 12".to_owned(),
        "UPDATE names SET name = CAST('b9.t9' AS BLOB) WHERE kind = 0".to_owned(),
    ];
    let mut spoils: Vec<Spoil> = Vec::new();
    for statement in statements {
        spoils.push(Box::new(move |database| {
            assert!(database.execute(&statement, []).unwrap() > 0, "{statement}");
        }));
    }
    spoils.push(Box::new(|database| {
        replace(database, "texts", "texts", ("Wort12 ", "Wort99 "));
    }));
    for spoil in spoils {
        index(&study);
        spoil(&database(&fixture));
        assert_eq!(found_in_the_end(&study, "Wort12"), ["Wort12 Zeichen12x"]);
        assert_eq!(found_in_the_end(&study, "case:A").len(), 40);
        let facts = study.read_index(&mut |_| {}, Index::facts).unwrap();
        assert_same(&facts, &made(&study));
        let list = study.read_index(&mut |_| {}, Index::list).unwrap();
        let notes = |listing: &crate::store::index::Listing| {
            listing.readable.as_ref().map(|readable| readable.notes)
        };
        assert!(list.iter().all(|listing| notes(listing) == Some(1)));
    }
}
