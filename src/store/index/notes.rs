//! Sessions in the index: put in and taken out, with their notes and the words of these.

use rusqlite::{Connection, OptionalExtension, params};

use super::IndexError;
use super::names::{Kind, NameTable};
use super::rows::{self, Used};
use crate::analysis::{Names, NoteRow, SessionFacts, facts};
use crate::anonymise::CleanText;
use crate::language::{Keys, Language};
use crate::session::{Session, SessionId};

/// A session as it goes into the index.
pub(super) struct Content {
    /// When it was prepared, in seconds since 1970.
    created: i64,
    facts: SessionFacts,
    /// The names that the facts hold the numbers of.
    names: Names,
    notes: Vec<Text>,
}

/// The texts of a note.
struct Text {
    original: String,
    translation: Option<String>,
    /// The keys of its words, for each language.
    keys: [String; 3],
}

impl Content {
    pub(super) fn of(session: &Session, keys: &mut Keys) -> Self {
        let mut names = Names::default();
        let notes = session.notes.iter().map(|note| {
            let translation = note.translation.as_ref().map(CleanText::as_str);
            let languages = (note.language, session.header.language);
            Text {
                keys: keys_of(note.text.as_str(), translation, languages, keys),
                original: note.text.as_str().to_owned(),
                translation: translation.map(str::to_owned),
            }
        });
        Self {
            created: session.header.created.unix_timestamp(),
            notes: notes.collect(),
            facts: facts(session, &mut names),
            names,
        }
    }
}

/// The keys of a note's words, for each language. A translation is in the language of its session.
fn keys_of(
    text: &str,
    translation: Option<&str>,
    (language, of_session): (Language, Language),
    keys: &mut Keys,
) -> [String; 3] {
    let mut columns: [String; 3] = Default::default();
    let mut put = |text: &str, language: Language| {
        if let Some(column) = columns.get_mut(language as usize) {
            keys.append(text, language, column);
        }
    };
    put(text, language);
    if let Some(translation) = translation {
        put(translation, of_session);
    }
    columns
}

/// Puts a session in, in the place of what was known of it; without content it is one that cannot be read.
pub(super) fn put(
    connection: &Connection,
    names: &mut NameTable,
    id: &SessionId,
    stamps: &[u8],
    content: Option<&Content>,
) -> Result<(), IndexError> {
    let number = take_out_rows(connection, names, id)?;
    let first = next_note(connection)?;
    let facts = match content {
        None => None,
        Some(content) => {
            let used = use_names(connection, names, content)?;
            put_notes(connection, first, &content.notes)?;
            Some(rows::write(&content.facts, &used))
        }
    };
    let notes = content.map_or(0, |content| content.notes.len());
    let notes = i64::try_from(notes).map_err(|_| IndexError::Damaged)?;
    let created = content.map_or(0, |content| content.created);
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO sessions(id, name, stamps, first, notes, created, facts)
             VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            number,
            id.to_string(),
            stamps,
            first,
            notes,
            created,
            facts
        ])?;
    Ok(())
}

/// Takes a session out.
pub(super) fn take_out(
    connection: &Connection,
    names: &mut NameTable,
    id: &SessionId,
) -> Result<(), IndexError> {
    if let Some(number) = take_out_rows(connection, names, id)? {
        connection
            .prepare_cached("DELETE FROM sessions WHERE id = ?1")?
            .execute([number])?;
    }
    Ok(())
}

/// Takes out what is known of a session but its row, and gives that row's number.
fn take_out_rows(
    connection: &Connection,
    names: &mut NameTable,
    id: &SessionId,
) -> Result<Option<i64>, IndexError> {
    let found: Option<(i64, i64, i64, Option<Vec<u8>>)> = connection
        .prepare_cached("SELECT id, first, notes, facts FROM sessions WHERE name = ?1")?
        .query_row([id.to_string()], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .optional()?;
    let Some((number, first, notes, facts)) = found else {
        return Ok(None);
    };
    let Some(facts) = facts else {
        return Ok(Some(number));
    };
    let used = rows::used(&facts)?;
    names.leave(used.guide)?;
    for id in used.topics.iter().chain(&used.codes) {
        names.leave(*id)?;
    }
    let facts = rows::read_alone(id.clone(), &facts)?;
    let rows: Vec<NoteRow> = facts.notes().map(|note| note.row).collect();
    if i64::try_from(rows.len()) != Ok(notes) {
        return Err(IndexError::Damaged);
    }
    take_out_words(connection, first, &rows, facts.language)?;
    connection
        .prepare_cached("DELETE FROM notes WHERE id >= ?1 AND id < ?2")?
        .execute([first, first.saturating_add(notes)])?;
    Ok(Some(number))
}

/// Takes the words of notes out: the full-text index keeps no texts, and wants to be told what it was given.
fn take_out_words(
    connection: &Connection,
    first: i64,
    rows: &[NoteRow],
    of_session: Language,
) -> Result<(), IndexError> {
    let mut keys = Keys::default();
    let mut select =
        connection.prepare_cached("SELECT text, translation FROM notes WHERE id = ?1")?;
    let mut delete = connection.prepare_cached(
        "INSERT INTO words(words, rowid, de, fr, en) VALUES('delete', ?1, ?2, ?3, ?4)",
    )?;
    for (id, row) in (first..).zip(rows) {
        let (text, translation): (String, Option<String>) =
            select.query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let languages = (row.language, of_session);
        let [de, fr, en] = keys_of(&text, translation.as_deref(), languages, &mut keys);
        delete.execute(params![id, de, fr, en])?;
    }
    Ok(())
}

/// The number of the next note: behind all others, so that the notes of a session stand together.
fn next_note(connection: &Connection) -> Result<i64, IndexError> {
    let last: Option<i64> = connection
        .prepare_cached("SELECT MAX(id) FROM notes")?
        .query_row([], |row| row.get(0))?;
    last.unwrap_or(0).checked_add(1).ok_or(IndexError::Damaged)
}

fn use_names(
    connection: &Connection,
    names: &mut NameTable,
    content: &Content,
) -> Result<Used, IndexError> {
    let guide = content
        .names
        .guide_of(content.facts.guide)
        .ok_or(IndexError::Damaged)?;
    let guide = names.use_name(connection, Kind::Guide, &rows::write_guide(guide))?;
    let mut used = Used {
        guide,
        ..Used::default()
    };
    for topic in content.names.topics() {
        let name = topic.as_str().as_bytes();
        used.topics
            .push(names.use_name(connection, Kind::Topic, name)?);
    }
    for code in content.names.codes() {
        let name = code.as_bytes();
        used.codes
            .push(names.use_name(connection, Kind::Code, name)?);
    }
    Ok(used)
}

fn put_notes(connection: &Connection, first: i64, notes: &[Text]) -> Result<(), IndexError> {
    let mut insert =
        connection.prepare_cached("INSERT INTO notes(id, text, translation) VALUES(?1, ?2, ?3)")?;
    let mut words =
        connection.prepare_cached("INSERT INTO words(rowid, de, fr, en) VALUES(?1, ?2, ?3, ?4)")?;
    for (id, note) in (first..).zip(notes) {
        insert.execute(params![id, note.original, note.translation])?;
        let [de, fr, en] = &note.keys;
        words.execute(params![id, de, fr, en])?;
    }
    Ok(())
}
