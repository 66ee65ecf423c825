//! Sessions in the index: put in and taken out, with their texts and the words of these.
//!
//! The texts of a session stand together: its notes, then the sentences of its cells, then its postscript.

use rusqlite::{CachedStatement, Connection, OptionalExtension, params};

use super::database::TAKEN_OUT;
use super::head::Head;
use super::names::{Kind, NameTable};
use super::rows::{self, Used};
use super::{IndexError, head};
use crate::analysis::{Names, SessionFacts, TopicNumber, facts};
use crate::anonymise::CleanText;
use crate::language::{Keys, Language};
use crate::session::{Note, Place, Session, SessionId, TopicId};

/// A session as it goes into the index.
pub(super) struct Content {
    head: Head,
    facts: SessionFacts,
    /// The names that the facts hold the numbers of.
    names: Names,
    /// Its notes, then its further texts.
    texts: Vec<Text>,
}

/// A text of a session.
struct Text {
    original: String,
    translation: Option<String>,
    /// The keys of its words, for each language.
    keys: [String; 3],
    stands: Stands,
}

/// Where a text stands.
enum Stands {
    /// It is a note, whose words were said there.
    Note(Place),
    /// It puts the notes of a cell into one sentence.
    Cell(TopicId),
    /// It is a field of the postscript.
    Postscript(String),
}

impl Content {
    pub(super) fn of(session: &Session, keys: &mut Keys) -> Self {
        let mut names = Names::default();
        let language = session.header.language;
        let notes = session.notes.iter();
        let mut texts: Vec<Text> = notes.map(|note| of_note(session, note, keys)).collect();
        let mut further = |text: &CleanText, stands| Text {
            keys: keys_of(text.as_str(), None, (language, language), keys),
            original: text.as_str().to_owned(),
            translation: None,
            stands,
        };
        for (topic, text) in &session.summaries {
            texts.push(further(text, Stands::Cell(topic.clone())));
        }
        for (field, text) in &session.postscript {
            texts.push(further(text, Stands::Postscript(field.clone())));
        }
        Self {
            head: Head::of(session),
            texts,
            facts: facts(session, &mut names),
            names,
        }
    }
}

fn of_note(session: &Session, note: &Note, keys: &mut Keys) -> Text {
    let translation = note.translation.as_ref().map(CleanText::as_str);
    let languages = (note.language, session.header.language);
    Text {
        keys: keys_of(note.text.as_str(), translation, languages, keys),
        original: note.text.as_str().to_owned(),
        translation: translation.map(str::to_owned),
        stands: Stands::Note(session.place_of(note)),
    }
}

/// The keys of a text's words, for each language. A translation is in the language of its session.
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
    let row = SessionRow {
        id,
        number,
        stamps,
        first: next_text(connection)?,
        content,
    };
    let number = row.insert(connection)?;
    let Some(content) = content else {
        return Ok(());
    };
    let used = use_names(connection, names, content)?;
    put_texts(connection, row.first, &content.texts)?;
    connection
        .prepare_cached("INSERT INTO facts(id, facts) VALUES(?1, ?2)")?
        .execute(params![number, rows::write(&content.facts, &used)])?;
    Ok(())
}

/// Takes out what a session says; that there is one stays, so that whoever reads knows that it must be read anew.
pub(super) fn empty(
    connection: &Connection,
    names: &mut NameTable,
    id: &SessionId,
) -> Result<(), IndexError> {
    if let Some(number) = take_out_rows(connection, names, id)? {
        let row = SessionRow {
            id,
            number: Some(number),
            stamps: TAKEN_OUT,
            first: 0,
            content: None,
        };
        row.insert(connection)?;
    }
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

/// The row of a session.
struct SessionRow<'content> {
    id: &'content SessionId,
    /// The number it has already.
    number: Option<i64>,
    stamps: &'content [u8],
    /// The number of its first text.
    first: i64,
    content: Option<&'content Content>,
}

impl SessionRow<'_> {
    /// Writes the row, and gives its number.
    fn insert(&self, connection: &Connection) -> Result<i64, IndexError> {
        let count = |count: usize| i64::try_from(count).map_err(|_| IndexError::Damaged);
        let content = self.content;
        connection
            .prepare_cached(
                "INSERT OR REPLACE INTO sessions(id, name, stamps, first, texts, notes, head)
                 VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![
                self.number,
                self.id.to_string(),
                self.stamps,
                self.first,
                count(content.map_or(0, |content| content.texts.len()))?,
                count(content.map_or(0, |content| content.facts.note_count()))?,
                content.map(|content| head::write(&content.head)),
            ])?;
        Ok(self
            .number
            .unwrap_or_else(|| connection.last_insert_rowid()))
    }
}

/// Takes out what is known of a session but its row, and gives that row's number.
fn take_out_rows(
    connection: &Connection,
    names: &mut NameTable,
    id: &SessionId,
) -> Result<Option<i64>, IndexError> {
    let found: Option<(i64, i64, i64, Option<Vec<u8>>)> = connection
        .prepare_cached(
            "SELECT sessions.id, first, texts, facts FROM sessions
             LEFT JOIN facts ON facts.id = sessions.id WHERE name = ?1",
        )?
        .query_row([id.to_string()], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .optional()?;
    let Some((number, first, texts, facts)) = found else {
        return Ok(None);
    };
    let Some(facts) = facts else {
        return Ok(Some(number));
    };
    let used = rows::used(&facts)?;
    for id in used.all() {
        names.leave(id)?;
    }
    let facts = rows::read_alone(id.clone(), &facts)?;
    take_out_words(connection, first, texts, &facts)?;
    connection
        .prepare_cached("DELETE FROM texts WHERE id >= ?1 AND id < ?2")?
        .execute([first, first.saturating_add(texts)])?;
    connection
        .prepare_cached("DELETE FROM facts WHERE id = ?1")?
        .execute([number])?;
    Ok(Some(number))
}

/// Takes the words of a session's texts out: the full-text index keeps no texts, and wants to be told what it was given.
fn take_out_words(
    connection: &Connection,
    first: i64,
    texts: i64,
    facts: &SessionFacts,
) -> Result<(), IndexError> {
    let mut keys = Keys::default();
    let mut select =
        connection.prepare_cached("SELECT text, translation FROM texts WHERE id = ?1")?;
    let mut delete = connection.prepare_cached(
        "INSERT INTO words(words, rowid, de, fr, en) VALUES('delete', ?1, ?2, ?3, ?4)",
    )?;
    let of_session = facts.language;
    let of_notes = facts.notes().map(|note| note.row.language);
    let languages = of_notes.chain(std::iter::repeat(of_session));
    for (id, language) in (first..first.saturating_add(texts)).zip(languages) {
        let (text, translation): (String, Option<String>) =
            select.query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let languages = (language, of_session);
        let [de, fr, en] = keys_of(&text, translation.as_deref(), languages, &mut keys);
        delete.execute(params![id, de, fr, en])?;
    }
    Ok(())
}

/// The number of the next text: behind all others, so that the texts of a session stand together.
fn next_text(connection: &Connection) -> Result<i64, IndexError> {
    let last: Option<i64> = connection
        .prepare_cached("SELECT MAX(id) FROM texts")?
        .query_row([], |row| row.get(0))?;
    last.unwrap_or(0).checked_add(1).ok_or(IndexError::Damaged)
}

fn use_names(
    connection: &Connection,
    names: &mut NameTable,
    content: &Content,
) -> Result<Used, IndexError> {
    let (facts, of_session) = (&content.facts, &content.names);
    let guide = of_session.guide_of(facts.guide);
    let guide = rows::write_guide(guide.ok_or(IndexError::Damaged)?);
    let guide = names.use_name(connection, Kind::Guide, &guide)?;
    let mut topic = |number: &TopicNumber| {
        let name = of_session.topic_of(*number).ok_or(IndexError::Damaged)?;
        names.use_name(connection, Kind::Topic, name.as_str().as_bytes())
    };
    let cells = facts.cells.iter().map(|cell| topic(&cell.topic));
    let cells = cells.collect::<Result<_, _>>()?;
    let topics = facts.packed.topics().iter().map(topic);
    let topics = topics.collect::<Result<_, _>>()?;
    let codes = facts.packed.codes().iter().map(|number| {
        let name = of_session.code_of(*number).ok_or(IndexError::Damaged)?;
        names.use_name(connection, Kind::Code, name.as_bytes())
    });
    Ok(Used {
        guide,
        cells,
        topics,
        codes: codes.collect::<Result<_, _>>()?,
    })
}

fn put_texts(connection: &Connection, first: i64, texts: &[Text]) -> Result<(), IndexError> {
    let mut insert = connection.prepare_cached(
        "INSERT INTO texts(id, text, translation, recording, at_ms, topic, field)
         VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    let mut words =
        connection.prepare_cached("INSERT INTO words(rowid, de, fr, en) VALUES(?1, ?2, ?3, ?4)")?;
    for (id, text) in (first..).zip(texts) {
        put_text(&mut insert, id, text)?;
        let [de, fr, en] = &text.keys;
        words.execute(params![id, de, fr, en])?;
    }
    Ok(())
}

fn put_text(insert: &mut CachedStatement<'_>, id: i64, text: &Text) -> Result<(), IndexError> {
    let (mut recording, mut at_ms, mut topic, mut field) = (None, None, None, None);
    match &text.stands {
        Stands::Note(Place::Interview(said_ms)) => at_ms = Some(*said_ms),
        Stands::Note(Place::Recording {
            number,
            at_ms: said_ms,
        }) => {
            recording = Some(i64::try_from(*number).map_err(|_| IndexError::Damaged)?);
            at_ms = Some(*said_ms);
        }
        Stands::Cell(cell) => topic = Some(cell.as_str()),
        Stands::Postscript(name) => field = Some(name),
    }
    // A time beyond what the database counts is one that no clock ever showed.
    let at_ms = at_ms.map(|at_ms| i64::try_from(at_ms).unwrap_or(i64::MAX));
    insert.execute(params![
        id,
        text.original,
        text.translation,
        recording,
        at_ms,
        topic,
        field
    ])?;
    Ok(())
}
