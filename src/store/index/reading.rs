//! Reading the index: the facts of a study, and notes that a query asks for.

use std::fmt::Write;

use rusqlite::{Connection, OptionalExtension, Row};
use time::OffsetDateTime;

use super::names::Kind;
use super::rows::{self, Known};
use super::settled::FOUND_BY;
use super::{Index, IndexError, cases, update};
use crate::analysis::Facts;
use crate::analysis::search::{Query, TermKeys};
use crate::anonymise::CleanText;
use crate::language::Language;
use crate::session::{Progress, SessionId, TopicId};

/// Notes that a query asks for.
#[derive(Debug, Default)]
pub struct Found {
    /// The facts of the sessions that they are from, and of no others.
    pub facts: Facts,
    /// The notes: by session, and within it in the order of their keeping.
    pub notes: Vec<NoteText>,
}

/// A note with its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteText {
    /// The place of its session in the facts.
    pub session: usize,
    /// Which of the notes of the session it is, from 0.
    pub note: usize,
    /// Its text.
    pub text: CleanText,
    /// What it says in the language of the session, if it is a quotation in another.
    pub translation: Option<CleanText>,
}

/// A session in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// Which session.
    pub id: SessionId,
    /// What a list shows of it; nothing if it cannot be read.
    pub readable: Option<Readable>,
    /// The stamps of its files.
    pub(super) stamps: Vec<u8>,
}

/// What a list shows of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Readable {
    /// Where it stands.
    pub progress: Progress,
    /// Whether it is made up.
    pub invented: bool,
    /// When it was prepared, to the second.
    pub created: OffsetDateTime,
    /// How many notes it has.
    pub notes: usize,
    /// Whether there is a journal that has not been folded.
    pub unfolded: bool,
    /// Whether nothing is due of it, nor will be as long as its files stay as they are.
    pub settled: bool,
}

impl Index {
    /// The sessions in the order of their names, with what a list shows of them.
    ///
    /// # Errors
    ///
    /// If the index cannot be read.
    pub fn list(&self) -> Result<Vec<Listing>, IndexError> {
        let mut select = self
            .connection
            .prepare("SELECT name, stamps, created, notes, facts, settled FROM sessions")?;
        let mut rows = select.query([])?;
        let mut list = Vec::new();
        while let Some(row) = rows.next()? {
            let name = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            let id: SessionId = name.parse().map_err(|_| IndexError::Damaged)?;
            let stamps = row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
            let facts = row
                .get_ref(4)?
                .as_blob_or_null()
                .map_err(rusqlite::Error::from)?;
            let found_by = row
                .get_ref(5)?
                .as_str_or_null()
                .map_err(rusqlite::Error::from)?;
            let is_settled = found_by == Some(FOUND_BY);
            let readable = match facts {
                None => None,
                Some(facts) => {
                    let head = rows::read_head(id.clone(), facts)?;
                    let created = OffsetDateTime::from_unix_timestamp(row.get(2)?);
                    Some(Readable {
                        progress: head.progress,
                        invented: head.invented,
                        created: created.map_err(|_| IndexError::Damaged)?,
                        notes: usize::try_from(row.get::<_, i64>(3)?)
                            .map_err(|_| IndexError::Damaged)?,
                        unfolded: update::has_journal(stamps),
                        settled: is_settled,
                    })
                }
            };
            list.push(Listing {
                id,
                readable,
                stamps: stamps.to_owned(),
            });
        }
        list.sort_by(|one, other| one.id.cmp(&other.id));
        Ok(list)
    }

    /// The facts of the study, the same as of its sessions.
    ///
    /// # Errors
    ///
    /// If the index cannot be read.
    pub fn facts(&self) -> Result<Facts, IndexError> {
        let connection = self.connection.unchecked_transaction()?;
        let mut known = known(&connection)?;
        let mut facts = Facts {
            cases: cases::read_all(&connection)?,
            ..Facts::default()
        };
        let mut select = connection.prepare_cached("SELECT facts FROM sessions WHERE id = ?1")?;
        for (number, id) in numbers(&connection)? {
            let mut rows = select.query([number])?;
            let row = rows.next()?.ok_or(IndexError::Damaged)?;
            match row
                .get_ref(0)?
                .as_blob_or_null()
                .map_err(rusqlite::Error::from)?
            {
                Some(bytes) => {
                    let session = rows::read(id, bytes, &mut known, &mut facts.names)?;
                    facts.sessions.push(session);
                }
                None => facts.unread.push(id),
            }
        }
        Ok(facts)
    }

    /// The sessions that cannot be read; reading one says why.
    ///
    /// # Errors
    ///
    /// If the index cannot be read.
    pub fn unread(&self) -> Result<Vec<SessionId>, IndexError> {
        let mut select = self
            .connection
            .prepare("SELECT name FROM sessions WHERE facts IS NULL")?;
        let names = select.query_map([], |row| row.get::<_, String>(0))?;
        let mut unread = Vec::new();
        for name in names {
            unread.push(name?.parse().map_err(|_| IndexError::Damaged)?);
        }
        unread.sort();
        Ok(unread)
    }

    /// The notes that a query asks for.
    ///
    /// # Errors
    ///
    /// If the index cannot be read.
    pub fn search(&self, query: &Query) -> Result<Found, IndexError> {
        let connection = self.connection.unchecked_transaction()?;
        let hits = if query.has_words() {
            sessions_of(&connection, matching(&connection, query)?)?
        } else {
            all_sessions(&connection)?
        };
        let mut known = known(&connection)?;
        let mut texts =
            connection.prepare_cached("SELECT text, translation FROM notes WHERE id = ?1")?;
        let mut found = Found::default();
        for hit in hits {
            let facts = rows::read(hit.id, &hit.facts, &mut known, &mut found.facts.names)?;
            let session = found.facts.sessions.len();
            let before = found.notes.len();
            let mut given = hit.notes.into_iter().peekable();
            let has_all = hit.has_all;
            for (note, row) in facts.notes().enumerate() {
                let given = given.next_if(|(place, _)| *place == note);
                if !(has_all || given.is_some())
                    || !query.lets_through(&facts, &row, &found.facts.names)
                {
                    continue;
                }
                let texts = match given {
                    Some((_, texts)) => texts,
                    None => texts.query_row([note_number(hit.first, note)?], texts_of)?,
                };
                found.notes.push(texts.of_note(session, note));
            }
            if found.notes.len() > before {
                found.facts.sessions.push(facts);
            }
        }
        Ok(found)
    }
}

/// The texts of a note as the database has them.
struct Texts(String, Option<String>);

impl Texts {
    fn of_note(self, session: usize, note: usize) -> NoteText {
        NoteText {
            session,
            note,
            text: CleanText::from_stored(self.0),
            translation: self.1.map(CleanText::from_stored),
        }
    }
}

fn texts_of(row: &Row<'_>) -> rusqlite::Result<Texts> {
    Ok(Texts(row.get(0)?, row.get(1)?))
}

fn note_number(first: i64, note: usize) -> Result<i64, IndexError> {
    let note = i64::try_from(note).ok();
    note.and_then(|note| first.checked_add(note))
        .ok_or(IndexError::Damaged)
}

/// A session in which there may be something.
struct Hit {
    id: SessionId,
    /// The number of its first note.
    first: i64,
    facts: Vec<u8>,
    /// Whether any of its notes may be wanted.
    has_all: bool,
    /// Else those that may be, by their places, in order.
    notes: Vec<(usize, Texts)>,
}

/// The notes that have the words of a query, in the order of their numbers.
fn matching(connection: &Connection, query: &Query) -> Result<Vec<(i64, Texts)>, IndexError> {
    let mut select = connection.prepare_cached(
        "SELECT notes.text, notes.translation, notes.id FROM words JOIN notes ON notes.id = words.rowid
         WHERE words MATCH ?1 ORDER BY words.rowid",
    )?;
    let notes = select.query_map([expression(query)], |row| Ok((row.get(2)?, texts_of(row)?)))?;
    Ok(notes.collect::<Result<_, _>>()?)
}

/// What the full-text index is asked for: in one of the languages every term, and none of those that must not be there.
fn expression(query: &Query) -> String {
    let languages = Language::ALL.map(|language| {
        let (wanted, unwanted) = query.keys(language);
        let all: Vec<String> = wanted.iter().map(term).collect();
        let mut expression = format!("({})", all.join(" AND "));
        for unwanted in &unwanted {
            expression = format!("({expression} NOT {})", term(unwanted));
        }
        format!("({{{}}} : {expression})", language.tag())
    });
    languages.join(" OR ")
}

fn term(keys: &TermKeys) -> String {
    let mut written = String::from("(");
    for (place, spelling) in keys.spellings().iter().enumerate() {
        if place > 0 {
            written.push_str(" OR ");
        }
        // Keys are letters and digits alone, so that no quotation mark can end the text.
        let end = if keys.is_beginning { " *" } else { "" };
        let _ = write!(written, "\"{}\"{end}", spelling.join(" "));
    }
    written.push(')');
    written
}

/// The sessions that these notes are from, by name.
fn sessions_of(connection: &Connection, notes: Vec<(i64, Texts)>) -> Result<Vec<Hit>, IndexError> {
    let mut select = connection.prepare_cached(
        "SELECT name, first, notes, facts FROM sessions
         WHERE first <= ?1 AND notes > 0 ORDER BY first DESC LIMIT 1",
    )?;
    let mut hits: Vec<Hit> = Vec::new();
    let mut end = i64::MIN;
    for (number, texts) in notes {
        if number >= end {
            let (name, first, count, facts): (String, i64, i64, Option<Vec<u8>>) = select
                .query_row([number], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
                })
                .optional()?
                .ok_or(IndexError::Damaged)?;
            end = first.saturating_add(count);
            hits.push(Hit {
                id: name.parse().map_err(|_| IndexError::Damaged)?,
                first,
                facts: facts.ok_or(IndexError::Damaged)?,
                has_all: false,
                notes: Vec::new(),
            });
        }
        let hit = hits.last_mut().ok_or(IndexError::Damaged)?;
        let place = number.checked_sub(hit.first);
        let place = place.and_then(|place| usize::try_from(place).ok());
        hit.notes.push((place.ok_or(IndexError::Damaged)?, texts));
    }
    hits.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(hits)
}

fn all_sessions(connection: &Connection) -> Result<Vec<Hit>, IndexError> {
    let mut select = connection
        .prepare_cached("SELECT name, first, facts FROM sessions WHERE facts IS NOT NULL")?;
    let mut rows = select.query([])?;
    let mut hits = Vec::new();
    while let Some(row) = rows.next()? {
        let name: String = row.get(0)?;
        hits.push(Hit {
            id: name.parse().map_err(|_| IndexError::Damaged)?,
            first: row.get(1)?,
            facts: row.get(2)?,
            has_all: true,
            notes: Vec::new(),
        });
    }
    hits.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(hits)
}

/// The sessions by name, with their numbers.
fn numbers(connection: &Connection) -> Result<Vec<(i64, SessionId)>, IndexError> {
    let mut select = connection.prepare_cached("SELECT id, name FROM sessions")?;
    let mut rows = select.query([])?;
    let mut numbers = Vec::new();
    while let Some(row) = rows.next()? {
        let name = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
        let id: SessionId = name.parse().map_err(|_| IndexError::Damaged)?;
        numbers.push((row.get(0)?, id));
    }
    numbers.sort_by(|(_, one), (_, other)| one.cmp(other));
    Ok(numbers)
}

/// All names of the index.
fn known(connection: &Connection) -> Result<Known, IndexError> {
    let mut select = connection.prepare_cached("SELECT id, kind, name FROM names")?;
    let mut rows = select.query([])?;
    let mut known = Known::default();
    while let Some(row) = rows.next()? {
        let id = u64::try_from(row.get::<_, i64>(0)?).map_err(|_| IndexError::Damaged)?;
        let kind: i64 = row.get(1)?;
        let name = row.get_ref(2)?.as_blob().map_err(rusqlite::Error::from)?;
        let text = || std::str::from_utf8(name).map_err(|_| IndexError::Damaged);
        if kind == Kind::Topic as i64 {
            known.topics.insert(id, TopicId::new(text()?))?;
        } else if kind == Kind::Code as i64 {
            known.codes.insert(id, text()?.to_owned())?;
        } else {
            known.guides.insert(id, rows::read_guide(name)?)?;
        }
    }
    Ok(known)
}
