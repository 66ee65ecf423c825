//! Searching the index.
//!
//! Which texts have the words of a query is told by the full-text index in numbers. Only of what is shown are texts read,
//! and facts only of what is shown or has to pass a filter, so that a word that tens of thousands of notes have costs no
//! more than what is asked for.

use std::fmt::Write;

use rusqlite::{CachedStatement, Connection, OptionalExtension, Row};

use super::reading::known;
use super::rows::{self, Depth, Known};
use super::{Index, IndexError};
use crate::analysis::search::{Query, TermKeys};
use crate::analysis::{Facts, SessionFacts};
use crate::anonymise::CleanText;
use crate::language::Language;
use crate::session::{Place, SessionId, TopicId};

/// Texts that a query asks for.
#[derive(Debug, Default)]
pub struct Found {
    /// The facts of the sessions that the texts are from, and of no others.
    pub facts: Facts,
    /// The texts: by session, and within it its notes in the order of their keeping, then its further texts.
    pub texts: Vec<FoundText>,
    /// How many texts there are, those included of which no more were wanted.
    pub count: usize,
    /// From how many sessions they are.
    pub sessions: usize,
}

/// A text that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundText {
    /// The place of its session in the facts.
    pub session: usize,
    /// Where it stands.
    pub stands: Stands,
    /// The text.
    pub text: CleanText,
    /// What it says in the language of the session, if it is a quotation in another.
    pub translation: Option<CleanText>,
}

/// Where a text stands in its session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stands {
    /// It is a note.
    Note {
        /// Which of the notes of the session it is, from 0.
        note: usize,
        /// Where it was said: in a recording, if there is one.
        place: Place,
    },
    /// It puts the notes of a cell into one sentence.
    Cell(TopicId),
    /// It is a field of the postscript.
    Postscript(String),
}

impl Index {
    /// The texts that a query asks for, at most so many of them; the others are counted.
    ///
    /// # Errors
    ///
    /// If the index cannot be read.
    pub fn search(&self, query: &Query, most: usize) -> Result<Found, IndexError> {
        let look = self.look()?;
        let hits = if query.has_words() {
            sessions_of(&look, &matching(&look, query)?)?
        } else {
            all_sessions(&look)?
        };
        let mut search = Search {
            query,
            most,
            known: known(&look)?,
            facts: look.prepare_cached("SELECT facts FROM facts WHERE id = ?1")?,
            texts: look.prepare_cached(
                "SELECT text, translation, recording, at_ms, topic, field FROM texts WHERE id = ?1",
            )?,
            found: Found::default(),
        };
        let counts = hits.iter().map(|hit| hit.places.count());
        let count = counts.fold(0_usize, usize::saturating_add);
        search.found.texts.reserve(most.min(count).min(BEFOREHAND));
        for hit in &hits {
            self.go_on()?;
            search.take(hit)?;
        }
        Ok(search.found)
    }
}

/// For how many texts there is room beforehand: what the index says is not believed, and a filter leaves most out.
const BEFOREHAND: usize = 4_096;

/// A session in which there may be something.
struct Hit {
    number: i64,
    id: SessionId,
    /// The number of its first text.
    first: i64,
    /// The texts that may be wanted, by their places in order.
    places: Places,
}

/// Texts of a session.
enum Places {
    /// So many, and all of them.
    All(i64),
    /// These.
    Some(Vec<i64>),
}

impl Places {
    fn count(&self) -> usize {
        match self {
            Self::All(count) => usize::try_from(*count).unwrap_or(0),
            Self::Some(places) => places.len(),
        }
    }

    fn iter(&self) -> impl Iterator<Item = i64> {
        let (all, some) = match self {
            Self::All(count) => (0..*count, [].as_slice()),
            Self::Some(places) => (0..0, places.as_slice()),
        };
        all.chain(some.iter().copied())
    }
}

/// A search that goes on.
struct Search<'search> {
    query: &'search Query,
    most: usize,
    known: Known,
    facts: CachedStatement<'search>,
    texts: CachedStatement<'search>,
    found: Found,
}

impl Search<'_> {
    /// Takes in what is wanted of a session.
    fn take(&mut self, hit: &Hit) -> Result<(), IndexError> {
        let has_room = self.found.texts.len() < self.most;
        if !has_room && !self.query.has_filter() {
            self.found.count += hit.places.count();
            self.found.sessions += 1;
            return Ok(());
        }
        if !self.query.may_be_in(&hit.id) {
            return Ok(());
        }
        let depth = if has_room {
            Depth::Notes
        } else {
            Depth::Filter
        };
        let facts = self.facts_of(hit, depth)?;
        let (count, texts) = (self.found.count, self.found.texts.len());
        self.take_texts(hit, &facts)?;
        self.found.sessions += usize::from(self.found.count > count);
        if self.found.texts.len() > texts {
            self.found.facts.sessions.push(facts);
        }
        Ok(())
    }

    fn facts_of(&mut self, hit: &Hit, depth: Depth) -> Result<SessionFacts, IndexError> {
        let mut rows = self.facts.query([hit.number])?;
        let row = rows.next()?.ok_or(IndexError::Damaged)?;
        let bytes = row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?;
        let names = &mut self.found.facts.names;
        rows::read(hit.id.clone(), bytes, depth, &mut self.known, names)
    }

    /// Takes in the texts of a session that may be wanted, but for the notes that the filter does not let through.
    fn take_texts(&mut self, hit: &Hit, facts: &SessionFacts) -> Result<(), IndexError> {
        let has_filter = self.query.has_filter();
        let may_be_no_note = self.query.may_let_texts_through(facts);
        let (mut notes, mut passed) = (facts.notes(), 0);
        for place in hit.places.iter() {
            let index = usize::try_from(place).map_err(|_| IndexError::Damaged)?;
            let is_note = index < facts.note_count();
            if !is_note && !may_be_no_note {
                continue;
            }
            if is_note && has_filter {
                let between = index.checked_sub(passed).ok_or(IndexError::Damaged)?;
                let note = notes.nth(between).ok_or(IndexError::Damaged)?;
                passed = index + 1;
                let names = &self.found.facts.names;
                if !self.query.lets_through(facts, &note, names) {
                    continue;
                }
            }
            let number = hit.first.checked_add(place).ok_or(IndexError::Damaged)?;
            self.take_text(number, is_note.then_some(index), facts)?;
        }
        Ok(())
    }

    /// Takes in a text, a note that passed the filter or a further text that has to; without room it is only counted.
    fn take_text(
        &mut self,
        number: i64,
        note: Option<usize>,
        facts: &SessionFacts,
    ) -> Result<(), IndexError> {
        let is_sure = note.is_some() || !self.query.asks_for_cells();
        if is_sure && self.found.texts.len() >= self.most {
            self.found.count += 1;
            return Ok(());
        }
        let session = self.found.facts.sessions.len();
        let read = |row: &Row<'_>| text_of(row, session, note);
        let text = self.texts.query_row([number], read)?;
        let is_wanted = match &text.stands {
            Stands::Note { .. } => true,
            Stands::Cell(topic) => self.query.lets_text_through(facts, Some(topic)),
            Stands::Postscript(_) => self.query.lets_text_through(facts, None),
        };
        if is_wanted {
            self.found.count += 1;
            if self.found.texts.len() < self.most {
                self.found.texts.push(text);
            }
        }
        Ok(())
    }
}

fn text_of(row: &Row<'_>, session: usize, note: Option<usize>) -> rusqlite::Result<FoundText> {
    let stands = match (note, row.get::<_, Option<String>>(4)?) {
        (Some(note), _) => Stands::Note {
            note,
            place: place_of(row)?,
        },
        (None, Some(topic)) => Stands::Cell(TopicId::new(&topic)),
        (None, None) => Stands::Postscript(row.get::<_, Option<String>>(5)?.unwrap_or_default()),
    };
    Ok(FoundText {
        session,
        stands,
        text: CleanText::from_stored(row.get::<_, String>(0)?),
        translation: row.get::<_, Option<String>>(1)?.map(CleanText::from_stored),
    })
}

fn place_of(row: &Row<'_>) -> rusqlite::Result<Place> {
    let recording: Option<i64> = row.get(2)?;
    let at_ms: Option<i64> = row.get(3)?;
    let at_ms = u64::try_from(at_ms.unwrap_or(0)).unwrap_or(0);
    let number = recording.and_then(|number| usize::try_from(number).ok());
    Ok(match number {
        Some(number) => Place::Recording { number, at_ms },
        None => Place::Interview(at_ms),
    })
}

/// The numbers of the texts that have the words of a query, in order.
fn matching(connection: &Connection, query: &Query) -> Result<Vec<i64>, IndexError> {
    let mut select =
        connection.prepare_cached("SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rowid")?;
    let texts = select.query_map([expression(query)], |row| row.get(0))?;
    Ok(texts.collect::<Result<_, _>>()?)
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

/// The sessions that these texts are from, by name.
fn sessions_of(connection: &Connection, texts: &[i64]) -> Result<Vec<Hit>, IndexError> {
    let mut select = connection.prepare_cached(
        "SELECT id, name, first, texts FROM sessions
         WHERE first <= ?1 AND texts > 0 ORDER BY first DESC LIMIT 1",
    )?;
    let mut hits = Vec::new();
    let mut rest = texts;
    while let Some(next) = rest.first() {
        let (number, name, first, count): (i64, String, i64, i64) = select
            .query_row([next], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })
            .optional()?
            .ok_or(IndexError::Damaged)?;
        let end = first.saturating_add(count);
        let (of_session, behind) = rest.split_at(rest.partition_point(|text| *text < end));
        if of_session.is_empty() {
            return Err(IndexError::Damaged);
        }
        rest = behind;
        hits.push(Hit {
            number,
            id: name.parse().map_err(|_| IndexError::Damaged)?,
            first,
            places: Places::Some(of_session.iter().map(|text| text - first).collect()),
        });
    }
    hits.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(hits)
}

fn all_sessions(connection: &Connection) -> Result<Vec<Hit>, IndexError> {
    let mut select = connection
        .prepare_cached("SELECT id, name, first, texts FROM sessions WHERE head IS NOT NULL")?;
    let mut rows = select.query([])?;
    let mut hits = Vec::new();
    while let Some(row) = rows.next()? {
        let name = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
        hits.push(Hit {
            number: row.get(0)?,
            id: name.parse().map_err(|_| IndexError::Damaged)?,
            first: row.get(2)?,
            places: Places::All(row.get(3)?),
        });
    }
    hits.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(hits)
}
