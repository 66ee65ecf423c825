//! Sessions in the index: put in and taken out, with their texts and the words of these.
//!
//! The texts of a session stand together: its notes, then the sentences of its cells, then its postscript. There is room
//! behind them, so that a session that grows need not move.

use rusqlite::{CachedStatement, Connection, OptionalExtension, params};

use super::database::TAKEN_OUT;
use super::head::Head;
use super::names::{Kind, NameTable};
use super::pieces::{self, PIECE, Packs, Standing};
use super::rows::{self, Owner, Used};
use super::{IndexError, head};
use crate::analysis::packing::Packed;
use crate::analysis::{Names, SessionFacts, TopicNumber, facts};
use crate::anonymise::CleanText;
use crate::language::{Keys, Language};
use crate::session::{Note, Session, SessionId};

/// Texts of a session begin at a multiple of this, and no others stand before the next one: a session with any has room
/// for as many as go into what it has begun.
const ROOM: i64 = 4 * PIECE;

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
    /// As it stands in its table.
    packed: Packed,
    /// The languages of the text and of its session, by which the keys of its words are made.
    languages: (Language, Language),
    /// The keys of its words, for each language.
    keys: [String; 3],
}

impl Text {
    fn of(text: &pieces::Text<'_>, languages: (Language, Language), keys: &mut Keys) -> Self {
        Self {
            packed: text.packed(),
            languages,
            keys: keys_of(text.original, text.translation, languages, keys),
        }
    }
}

fn of_note<'session>(session: &Session, note: &'session Note) -> pieces::Text<'session> {
    pieces::Text {
        stands: Standing::Note(session.place_of(note)),
        original: note.text.as_str(),
        translation: note.translation.as_ref().map(CleanText::as_str),
    }
}

impl Content {
    pub(super) fn of(session: &Session, keys: &mut Keys) -> Self {
        let mut names = Names::default();
        let language = session.header.language;
        let mut texts = Vec::with_capacity(session.notes.len());
        let mut put = |text: &pieces::Text<'_>, of_text| {
            texts.push(Text::of(text, (of_text, language), keys));
        };
        for note in &session.notes {
            put(&of_note(session, note), note.language);
        }
        let further = |stands, text| pieces::Text {
            stands,
            original: CleanText::as_str(text),
            translation: None,
        };
        for (topic, text) in &session.summaries {
            put(&further(Standing::Cell(topic.as_str()), text), language);
        }
        for (field, text) in &session.postscript {
            put(&further(Standing::Postscript(field), text), language);
        }
        Self {
            head: Head::of(session),
            texts,
            facts: facts(session, &mut names),
            names,
        }
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
///
/// What it says as before stays as it stands: to take the words of a text out of the full-text index takes longer the
/// more texts there are.
pub(super) fn put(
    connection: &Connection,
    names: &mut NameTable,
    id: &SessionId,
    stamps: &[u8],
    content: Option<&Content>,
) -> Result<(), IndexError> {
    let known = Known::of(connection, id)?;
    let number = known.as_ref().map(|known| known.number);
    if let Some(known) = &known {
        known.leave_names(names)?;
    }
    let first = match (&known, content) {
        (Some(known), Some(content)) if known.has_room(content.texts.len()) => {
            known.replace_texts(connection, &content.texts)?;
            known.first
        }
        (known, content) => {
            if let Some(known) = known {
                known.take_out(connection)?;
            }
            let first = next_text(connection)?;
            let texts = content.map_or([].as_slice(), |content| &content.texts);
            put_texts(connection, first, texts)?;
            first
        }
    };
    let row = SessionRow {
        id,
        number,
        stamps,
        first,
        content,
    };
    let number = row.insert(connection)?;
    let Some(content) = content else {
        return Ok(());
    };
    let used = use_names(connection, names, content)?;
    connection
        .prepare_cached("INSERT OR REPLACE INTO facts(id, facts) VALUES(?1, ?2)")?
        .execute(params![number, rows::write(&content.facts, first, &used)])?;
    Ok(())
}

/// Takes out what a session says; that there is one stays, so that whoever reads knows that it must be read anew.
pub(super) fn empty(
    connection: &Connection,
    names: &mut NameTable,
    id: &SessionId,
) -> Result<(), IndexError> {
    if let Some(known) = Known::of(connection, id)? {
        known.leave_names(names)?;
        known.take_out(connection)?;
        let row = SessionRow {
            id,
            number: Some(known.number),
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
    if let Some(known) = Known::of(connection, id)? {
        known.leave_names(names)?;
        known.take_out(connection)?;
        connection
            .prepare_cached("DELETE FROM sessions WHERE id = ?1")?
            .execute([known.number])?;
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
        let notes = count(content.map_or(0, |content| content.facts.note_count()))?;
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
                notes,
                content.map(|content| head::write(&content.head, self.id, notes)),
            ])?;
        Ok(self
            .number
            .unwrap_or_else(|| connection.last_insert_rowid()))
    }
}

/// What is known of a session.
struct Known {
    number: i64,
    /// The number of its first text.
    first: i64,
    /// How many texts it has.
    texts: i64,
    /// Its facts as they stand there, with the names they use; nothing if it could not be read.
    facts: Option<(SessionFacts, Used)>,
}

impl Known {
    fn of(connection: &Connection, id: &SessionId) -> Result<Option<Self>, IndexError> {
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
        let facts = facts.map(|facts| {
            let owner = Owner { id, first };
            let used = rows::used(owner, &facts)?;
            Ok::<_, IndexError>((rows::read_alone(owner, &facts)?, used))
        });
        Ok(Some(Self {
            number,
            first,
            texts,
            facts: facts.transpose()?,
        }))
    }

    fn leave_names(&self, names: &mut NameTable) -> Result<(), IndexError> {
        let used = self.facts.iter().flat_map(|(_, used)| used.all());
        for id in used {
            names.leave(id)?;
        }
        Ok(())
    }

    /// Whether so many texts can stand where its texts stand.
    fn has_room(&self, texts: usize) -> bool {
        let rooms = self.texts.saturating_add(ROOM - 1) / ROOM;
        let most = rooms.saturating_mul(ROOM);
        self.facts.is_some() && i64::try_from(texts).is_ok_and(|texts| texts <= most)
    }

    /// The languages of its texts and of itself, text by text.
    fn languages(&self) -> impl Iterator<Item = (Language, Language)> {
        let facts = self.facts.iter().map(|(facts, _)| facts);
        facts.flat_map(|facts| {
            let of_session = facts.language;
            let notes = facts.notes().map(|note| note.row.language);
            let texts = notes.chain(std::iter::repeat(of_session));
            texts.map(move |language| (language, of_session))
        })
    }

    /// Puts texts in the place of those that it has, as far as they are others.
    fn replace_texts(&self, connection: &Connection, texts: &[Text]) -> Result<(), IndexError> {
        let mut words = Words::of(connection)?;
        let known = Packs::read(connection, self.first, self.texts)?;
        let mut new = texts.iter();
        for ((id, old), languages) in (self.first..).zip(known.iter()).zip(self.languages()) {
            let (old, new) = (old?, new.next());
            let keeps_words = match new {
                Some(new) => {
                    let text = pieces::Text::read(&new.packed.0)?;
                    text.has_words_of(&old) && new.languages == languages
                }
                None => false,
            };
            if keeps_words {
                continue;
            }
            words.take_out(id, &old, languages)?;
            if let Some(new) = new {
                words.put(id, new)?;
            }
        }
        let end = self.first.saturating_add(self.texts);
        for (id, text) in (end..).zip(new) {
            words.put(id, text)?;
        }
        pieces::write(connection, self.first, self.texts, &packs_of(texts))
    }

    /// Takes out what is known of it but its row.
    fn take_out(&self, connection: &Connection) -> Result<(), IndexError> {
        if self.facts.is_none() {
            return Ok(());
        }
        // The full-text index keeps no texts, and wants to be told what it was given.
        let mut words = Words::of(connection)?;
        let texts = Packs::read(connection, self.first, self.texts)?;
        for ((id, text), languages) in (self.first..).zip(texts.iter()).zip(self.languages()) {
            words.take_out(id, &text?, languages)?;
        }
        pieces::write(connection, self.first, self.texts, &[])?;
        connection
            .prepare_cached("DELETE FROM facts WHERE id = ?1")?
            .execute([self.number])?;
        Ok(())
    }
}

/// The full-text index, as it is written.
struct Words<'index> {
    insert: CachedStatement<'index>,
    delete: CachedStatement<'index>,
    keys: Keys,
}

impl<'index> Words<'index> {
    fn of(connection: &'index Connection) -> Result<Self, IndexError> {
        Ok(Self {
            insert: connection
                .prepare_cached("INSERT INTO words(rowid, de, fr, en) VALUES(?1, ?2, ?3, ?4)")?,
            delete: connection.prepare_cached(
                "INSERT INTO words(words, rowid, de, fr, en) VALUES('delete', ?1, ?2, ?3, ?4)",
            )?,
            keys: Keys::default(),
        })
    }

    fn put(&mut self, id: i64, text: &Text) -> Result<(), IndexError> {
        let [de, fr, en] = &text.keys;
        self.insert.execute(params![id, de, fr, en])?;
        Ok(())
    }

    fn take_out(
        &mut self,
        id: i64,
        text: &pieces::Text<'_>,
        languages: (Language, Language),
    ) -> Result<(), IndexError> {
        let keys = keys_of(text.original, text.translation, languages, &mut self.keys);
        let [de, fr, en] = keys;
        self.delete.execute(params![id, de, fr, en])?;
        Ok(())
    }
}

/// The number of the next text: behind the room of all others, so that the texts of a session stand together.
fn next_text(connection: &Connection) -> Result<i64, IndexError> {
    let room = (pieces::last(connection)? / ROOM).checked_add(1);
    room.and_then(|room| room.checked_mul(ROOM))
        .ok_or(IndexError::Damaged)
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
    let mut words = Words::of(connection)?;
    for (id, text) in (first..).zip(texts) {
        words.put(id, text)?;
    }
    pieces::write(connection, first, 0, &packs_of(texts))
}

fn packs_of(texts: &[Text]) -> Vec<&Packed> {
    texts.iter().map(|text| &text.packed).collect()
}
