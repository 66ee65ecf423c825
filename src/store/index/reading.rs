//! Reading the index: the facts of a study, and notes that a query asks for.

use std::fmt::Write;

use rusqlite::{Connection, OptionalExtension, params};
use time::OffsetDateTime;

use super::names::Kind;
use super::rows::{self, Known};
use super::{Index, IndexError, cases, update};
use crate::analysis::search::{Query, TermKeys};
use crate::analysis::{Facts, SessionFacts};
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
            .prepare("SELECT name, stamps, created, notes, facts FROM sessions")?;
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
                    })
                }
            };
            list.push(Listing { id, readable });
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
            sessions_of(&connection, &matching(&connection, query)?)?
        } else {
            all_sessions(&connection)?
        };
        let mut known = known(&connection)?;
        let mut found = Found::default();
        for hit in hits {
            let facts = rows::read(hit.id, &hit.facts, &mut known, &mut found.facts.names)?;
            let wanted = wanted_notes(query, &facts, &found.facts, &hit.notes);
            if wanted.is_empty() {
                continue;
            }
            let session = found.facts.sessions.len();
            for note in wanted {
                found
                    .notes
                    .push(text_of(&connection, hit.first, session, note)?);
            }
            found.facts.sessions.push(facts);
        }
        Ok(found)
    }
}

/// The notes of a session that the filter of a query lets through, of these or of all.
fn wanted_notes(query: &Query, session: &SessionFacts, facts: &Facts, among: &Notes) -> Vec<usize> {
    let notes = session.notes().enumerate();
    notes
        .filter(|(place, _)| match among {
            Notes::All => true,
            Notes::These(places) => places.binary_search(place).is_ok(),
        })
        .filter(|(_, note)| query.lets_through(session, note, &facts.names))
        .map(|(place, _)| place)
        .collect()
}

/// A session in which there may be something.
struct Hit {
    id: SessionId,
    /// The number of its first note.
    first: i64,
    facts: Vec<u8>,
    notes: Notes,
}

/// Which notes of a session.
enum Notes {
    All,
    /// Those at these places, in order.
    These(Vec<usize>),
}

/// The numbers of the notes that have the words of a query, in order.
fn matching(connection: &Connection, query: &Query) -> Result<Vec<i64>, IndexError> {
    let mut select =
        connection.prepare_cached("SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rowid")?;
    let numbers = select.query_map([expression(query)], |row| row.get(0))?;
    Ok(numbers.collect::<Result<_, _>>()?)
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

/// The sessions that notes with these numbers are from, by name.
fn sessions_of(connection: &Connection, numbers: &[i64]) -> Result<Vec<Hit>, IndexError> {
    let mut select = connection.prepare_cached(
        "SELECT name, first, notes, facts FROM sessions
         WHERE first <= ?1 AND notes > 0 ORDER BY first DESC LIMIT 1",
    )?;
    let mut hits: Vec<Hit> = Vec::new();
    let mut end = i64::MIN;
    for number in numbers {
        if *number >= end {
            let (name, first, notes, facts): (String, i64, i64, Option<Vec<u8>>) = select
                .query_row([number], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
                })
                .optional()?
                .ok_or(IndexError::Damaged)?;
            end = first.saturating_add(notes);
            hits.push(Hit {
                id: name.parse().map_err(|_| IndexError::Damaged)?,
                first,
                facts: facts.ok_or(IndexError::Damaged)?,
                notes: Notes::These(Vec::new()),
            });
        }
        let hit = hits.last_mut().ok_or(IndexError::Damaged)?;
        let place = number.checked_sub(hit.first);
        let place = place.and_then(|place| usize::try_from(place).ok());
        if let Notes::These(places) = &mut hit.notes {
            places.push(place.ok_or(IndexError::Damaged)?);
        }
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
            notes: Notes::All,
        });
    }
    hits.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(hits)
}

fn text_of(
    connection: &Connection,
    first: i64,
    session: usize,
    note: usize,
) -> Result<NoteText, IndexError> {
    let number = i64::try_from(note)
        .ok()
        .and_then(|note| first.checked_add(note));
    let number = number.ok_or(IndexError::Damaged)?;
    let mut select =
        connection.prepare_cached("SELECT text, translation FROM notes WHERE id = ?1")?;
    let (text, translation): (String, Option<String>) =
        select.query_row(params![number], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(NoteText {
        session,
        note,
        text: CleanText::from_stored(text),
        translation: translation.map(CleanText::from_stored),
    })
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
            known.topics.insert(id, (TopicId::new(text()?), None));
        } else if kind == Kind::Code as i64 {
            known.codes.insert(id, (text()?.to_owned(), None));
        } else {
            known.guides.insert(id, (rows::read_guide(name)?, None));
        }
    }
    Ok(known)
}
