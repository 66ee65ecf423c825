//! Reading the index: the list of a study's sessions and their facts.

use std::collections::BTreeMap;

use rusqlite::{Connection, Transaction};
use time::OffsetDateTime;

use super::blobs::Blobs;
use super::database::Place;
use super::names::{Kind, sum_of};
use super::pieces::Pieces;
use super::rows::{self, Depth, Known, Owner};
use super::settled::FoundBy;
use super::{Index, IndexError, cases, head, update};
use crate::analysis::Facts;
use crate::guide::Mode;
use crate::session::{Progress, SessionId, TopicId};

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
    /// How it is held.
    pub mode: Mode,
    /// Whether it is made up.
    pub invented: bool,
    /// When it was prepared.
    pub created: OffsetDateTime,
    /// How many notes it has.
    pub notes: usize,
    /// Whether there is a journal that has not been folded.
    pub unfolded: bool,
    /// Whether nothing is due of it, nor will be as long as its files and those of the guides stay as they are.
    pub settled: bool,
}

impl Readable {
    /// Whether something may be due of it: it was held, and nothing says that all is settled.
    pub fn may_be_due(&self) -> bool {
        self.progress != Progress::Prepared && !self.invented && !self.settled
    }
}

impl Index {
    /// The sessions in the order of their names, with what a list shows of them.
    ///
    /// # Errors
    ///
    /// If the index cannot be read.
    pub fn list(&self) -> Result<Vec<Listing>, IndexError> {
        let look = self.look()?;
        // Where the guides cannot be read, nobody knows what is due.
        let now = FoundBy::of(&self.study).ok();
        let mut select = look.prepare("SELECT name, stamps, notes, head, settled FROM sessions")?;
        let mut rows = select.query([])?;
        let mut list = Vec::new();
        while let Some(row) = rows.next()? {
            self.go_on()?;
            let name = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            let stamps = row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
            let notes: i64 = row.get(2)?;
            let head = row.get_ref(3)?.as_blob_or_null();
            let head = head.map_err(rusqlite::Error::from)?;
            let id: SessionId = name.parse().map_err(|_| IndexError::Damaged)?;
            let head = head.map(|head| head::read(head, &id, notes));
            let found_by = row.get_ref(4)?.as_str_or_null();
            let found_by = found_by.map_err(rusqlite::Error::from)?;
            let settled = now
                .as_ref()
                .zip(found_by)
                .is_some_and(|(now, mark)| now.is(mark));
            let readable = head.transpose()?.map(|head| {
                Ok::<_, IndexError>(Readable {
                    progress: head.progress,
                    mode: head.mode,
                    invented: head.invented,
                    created: head.created,
                    notes: usize::try_from(notes).map_err(|_| IndexError::Damaged)?,
                    unfolded: update::has_journal(stamps),
                    settled,
                })
            });
            list.push(Listing {
                id,
                readable: readable.transpose()?,
                stamps: stamps.to_owned(),
            });
        }
        SessionId::sort(&mut list, |listing| &listing.id);
        Ok(list)
    }

    /// The facts of the study, the same as of its sessions.
    ///
    /// # Errors
    ///
    /// If the index cannot be read.
    pub fn facts(&self) -> Result<Facts, IndexError> {
        self.read_facts(Depth::Notes)
    }

    /// The facts of the study without any notes, for what only asks for guides and cells.
    ///
    /// # Errors
    ///
    /// If the index cannot be read.
    pub fn facts_without_notes(&self) -> Result<Facts, IndexError> {
        self.read_facts(Depth::Cells)
    }

    /// The sentences of the cells that have one.
    ///
    /// # Errors
    ///
    /// If the index cannot be read.
    pub fn sentences(&self) -> Result<BTreeMap<(SessionId, TopicId), String>, IndexError> {
        let look = self.look()?;
        // Sentences stand behind the notes of their session.
        let mut select = look.prepare(
            "SELECT first + notes, first + texts, name FROM sessions WHERE texts > notes ORDER BY first",
        )?;
        let mut texts = Pieces::of(&look);
        let mut rows = select.query([])?;
        let mut sentences = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (from, to): (i64, i64) = (row.get(0)?, row.get(1)?);
            let name = row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?;
            let id: SessionId = name.parse().map_err(|_| IndexError::Damaged)?;
            texts.read_all(from..to, |text| {
                if let Some(topic) = text.topic() {
                    sentences.insert((id.clone(), topic), text.original.to_owned());
                }
            })?;
        }
        Ok(sentences)
    }

    /// The sessions that cannot be read; reading one says why.
    ///
    /// # Errors
    ///
    /// If the index cannot be read.
    pub fn unread(&self) -> Result<Vec<SessionId>, IndexError> {
        let look = self.look()?;
        let mut select = look.prepare_cached("SELECT name FROM sessions WHERE head IS NULL")?;
        let names = select.query_map([], |row| row.get::<_, String>(0))?;
        let ids = names.map(|name| name?.parse().map_err(|_| IndexError::Damaged));
        let mut unread: Vec<SessionId> = ids.collect::<Result<_, _>>()?;
        unread.sort();
        Ok(unread)
    }

    /// Begins to read: nothing changes before the end, and no session is missing because a strike just took it out.
    pub(super) fn look(&self) -> Result<Transaction<'_>, IndexError> {
        let look = self.connection.unchecked_transaction()?;
        if update::taken_out(&look)?.is_empty() {
            return Ok(look);
        }
        drop(look);
        let folder = self.study.sessions_folder();
        let place = Place::of(self.study.disk(), &folder);
        // Strikes wait for the lock, so that nothing is taken out again before this has begun to read.
        let _lock = self.is_kept.then(|| place.lock()).transpose()?;
        let taken_out = update::taken_out(&self.connection)?;
        update::put_in_under_lock(&self.study, &self.connection, &taken_out)?;
        let look = self.connection.unchecked_transaction()?;
        // With the first thing that is read it is settled what is seen.
        update::taken_out(&look)?;
        Ok(look)
    }

    fn read_facts(&self, depth: Depth) -> Result<Facts, IndexError> {
        let look = self.look()?;
        let mut known = known(&look)?;
        let mut facts = Facts {
            cases: cases::read_all(&look)?,
            ..Facts::default()
        };
        let mut of_sessions = Blobs::of(&look, "facts", "facts");
        for Numbered {
            number,
            id,
            first,
            is_readable,
        } in numbers(&look)?
        {
            self.go_on()?;
            if !is_readable {
                facts.unread.push(id);
                continue;
            }
            let bytes = of_sessions.read(number)?;
            let owner = Owner { id: &id, first };
            let session = rows::read(owner, bytes, depth, &mut known, &mut facts.names)?;
            facts.sessions.push(session);
        }
        Ok(facts)
    }
}

/// A session by its number.
struct Numbered {
    number: i64,
    id: SessionId,
    /// The number of its first text.
    first: i64,
    is_readable: bool,
}

/// The sessions by name, with their numbers.
fn numbers(connection: &Connection) -> Result<Vec<Numbered>, IndexError> {
    let mut select =
        connection.prepare_cached("SELECT id, name, first, head IS NOT NULL FROM sessions")?;
    let mut rows = select.query([])?;
    let mut numbers = Vec::new();
    while let Some(row) = rows.next()? {
        let name = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
        numbers.push(Numbered {
            number: row.get(0)?,
            id: name.parse().map_err(|_| IndexError::Damaged)?,
            first: row.get(2)?,
            is_readable: row.get(3)?,
        });
    }
    SessionId::sort(&mut numbers, |session| &session.id);
    Ok(numbers)
}

/// All names of the index.
pub(super) fn known(connection: &Connection) -> Result<Known, IndexError> {
    let mut select = connection.prepare_cached("SELECT id, kind, name, sum FROM names")?;
    let mut rows = select.query([])?;
    let mut known = Known::default();
    while let Some(row) = rows.next()? {
        let (number, kind): (i64, i64) = (row.get(0)?, row.get(1)?);
        let id = u64::try_from(number).map_err(|_| IndexError::Damaged)?;
        let name = row.get_ref(2)?.as_blob().map_err(rusqlite::Error::from)?;
        if sum_of(number, kind, name) != row.get::<_, i64>(3)? {
            return Err(IndexError::Damaged);
        }
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
