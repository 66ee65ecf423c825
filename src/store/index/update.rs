//! Having the index follow the sessions.
//!
//! Which sessions changed is told by the stamps of their files. Files are read and their words cut by as many threads as
//! there are processors; this one writes, some megabytes at a time, so that memory stays bounded, others get the lock in
//! between, and what was done is kept if the program ends in the middle.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::thread;

use foldhash::fast::FixedState;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};

use super::database::{PASSING, Place, Room};
use super::names::NameTable;
use super::texts::{self, Content};
use super::{IndexError, Progress, cases, database};
use crate::disk::{DiskError, Stamp};
use crate::language::Keys;
use crate::session::SessionId;
use crate::store::files::telling_of;
use crate::store::study::Study;

/// How many bytes a stamp has.
const STAMP: usize = 32;

/// How many bytes of session files go into one transaction.
const BATCH: u64 = 8 * 1024 * 1024;

/// How many sessions may wait to be written.
const WAITING: usize = 32;

/// So few sessions are read without further threads.
const FEW: usize = 4;

/// More threads wait for the one that writes.
const MOST_THREADS: usize = 8;

/// How often is followed what changes while it is being followed; the rest is left to the next time.
const ROUNDS: usize = 3;

/// The stamps of the files that say what a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Stamps([Option<Stamp>; 4]);

impl Stamps {
    fn to_bytes(self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(100);
        for stamp in self.0 {
            bytes.push(u8::from(stamp.is_some()));
            bytes.extend(stamp.into_iter().flat_map(Stamp::to_bytes));
        }
        bytes
    }

    /// Whether these are the stamps in the bytes.
    fn are(&self, mut bytes: &[u8]) -> bool {
        self.0.iter().all(|stamp| {
            let Some((is_there, rest)) = bytes.split_first() else {
                return false;
            };
            bytes = rest;
            match stamp {
                None => *is_there == 0,
                Some(stamp) => {
                    let Some((known, rest)) = bytes.split_first_chunk() else {
                        return false;
                    };
                    bytes = rest;
                    *is_there == 1 && *known == stamp.to_bytes()
                }
            }
        }) && bytes.is_empty()
    }

    /// Whether there is a journal, by the bytes.
    fn has_journal(bytes: &[u8]) -> bool {
        // A missing file is a zero, a file a one and its stamp.
        let behind_state = match bytes.first() {
            Some(1) => 1 + STAMP,
            _ => 1,
        };
        bytes.get(behind_state) == Some(&1)
    }

    fn length(&self) -> u64 {
        self.0.iter().flatten().map(Stamp::length).sum()
    }

    /// A session is there if its state or its journal is.
    fn is_session(&self) -> bool {
        let [state, journal, ..] = self.0;
        state.is_some() || journal.is_some()
    }
}

/// Whether a session with these stamps has a journal.
pub(super) fn has_journal(stamps: &[u8]) -> bool {
    Stamps::has_journal(stamps)
}

/// A session to be read.
struct Task {
    id: SessionId,
    stamps: Stamps,
}

/// A session that was read.
struct Ready {
    id: SessionId,
    stamps: Stamps,
    /// Nothing if it cannot be read.
    content: Option<Content>,
}

/// What differs between the sessions and the index.
pub(super) struct Changes {
    gone: Vec<SessionId>,
    changed: Vec<Task>,
}

impl Changes {
    /// Whether nothing does.
    pub(super) fn is_empty(&self) -> bool {
        self.gone.is_empty() && self.changed.is_empty()
    }
}

/// Has the index follow the sessions.
pub(super) fn update(
    study: &Study,
    connection: &Connection,
    place: Option<&Place<'_>>,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), IndexError> {
    let changes = found_and_known(study, connection)?;
    follow(study, connection, place, changes, progress)
}

/// Has the index follow changes that were just found.
pub(super) fn follow(
    study: &Study,
    connection: &Connection,
    place: Option<&Place<'_>>,
    mut changes: Changes,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), IndexError> {
    let mut restless = Vec::new();
    for round in 1..=ROUNDS {
        if changes.is_empty() {
            break;
        }
        let mut writer = Writer {
            study,
            connection,
            place,
            names: NameTable::default(),
            written: 0,
        };
        writer.take_out(&changes.gone)?;
        writer.read_and_write(&changes.changed, progress)?;
        if writer.written == changes.changed.len() {
            break;
        }
        changes = found_and_known(study, connection)?;
        if round == ROUNDS {
            restless = changes.changed.drain(..).map(|task| task.id).collect();
        }
    }
    put_in(study, connection, place, &restless)?;
    if !cases::are_fresh(study, connection)? {
        let lock = place.map(Place::lock).transpose()?;
        let change = begin(connection)?;
        cases::follow(study, &change)?;
        change.commit()?;
        drop(lock);
    }
    Ok(())
}

/// Has the index follow these sessions and no others, whatever happens to their files meanwhile.
pub(super) fn put_in(
    study: &Study,
    connection: &Connection,
    place: Option<&Place<'_>>,
    sessions: &[SessionId],
) -> Result<(), IndexError> {
    if sessions.is_empty() {
        return Ok(());
    }
    let _lock = place.map(Place::lock).transpose()?;
    put_in_under_lock(study, connection, sessions)
}

/// The same for whoever holds the lock. A strike that goes on meanwhile takes out what is put in here: it waits for the
/// lock before it is done.
pub(super) fn put_in_under_lock(
    study: &Study,
    connection: &Connection,
    sessions: &[SessionId],
) -> Result<(), IndexError> {
    let change = begin(connection)?;
    let (mut names, mut keys) = (NameTable::default(), Keys::default());
    for id in sessions {
        let before = stamps(study, id)?;
        if !before.is_session() {
            texts::take_out(&change, &mut names, id)?;
            continue;
        }
        let content = content_of(study, id, &mut keys);
        let is_settled = stamps(study, id)? == before;
        let stamps = if is_settled {
            before.to_bytes()
        } else {
            PASSING.to_vec()
        };
        texts::put(&change, &mut names, id, &stamps, content.as_ref())?;
    }
    names.settle(&change)?;
    Ok(change.commit()?)
}

/// The sessions that a strike took out, to be read anew.
pub(super) fn taken_out(connection: &Connection) -> Result<Vec<SessionId>, IndexError> {
    let mut select = connection.prepare_cached("SELECT name FROM sessions WHERE stamps = x''")?;
    let names = select.query_map([], |row| row.get::<_, String>(0))?;
    names
        .map(|name| name?.parse().map_err(|_| IndexError::Damaged))
        .collect()
}

/// Whether the index has a session as its files are.
pub(super) fn is_fresh(
    study: &Study,
    connection: &Connection,
    id: &SessionId,
) -> Result<bool, IndexError> {
    let known: Option<Vec<u8>> = connection
        .prepare_cached("SELECT stamps FROM sessions WHERE name = ?1")?
        .query_row([id.to_string()], |row| row.get(0))
        .optional()?;
    let found = stamps(study, id)?;
    Ok(match known {
        None => !found.is_session(),
        Some(known) => found.are(&known),
    })
}

fn begin(connection: &Connection) -> Result<Transaction<'_>, IndexError> {
    let behaviour = TransactionBehavior::Immediate;
    Ok(Transaction::new_unchecked(connection, behaviour)?)
}

/// A session that the index knows, with the stamps that it knows it by.
pub(super) type Known = (String, Vec<u8>);

/// The sessions that the index knows.
pub(super) fn known(connection: &Connection) -> Result<Vec<Known>, IndexError> {
    let mut select = connection.prepare_cached("SELECT name, stamps FROM sessions")?;
    let known = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(known.collect::<Result<_, _>>()?)
}

/// What differs between the sessions and the index, which is asked what it knows while the files are looked at.
fn found_and_known(study: &Study, connection: &Connection) -> Result<Changes, IndexError> {
    let (sender, receiver) = channel();
    thread::scope(|scope| {
        let look = move || {
            let known = || receiver.recv().unwrap_or(Err(IndexError::Damaged));
            changes(study, known)
        };
        let Ok(looking) = thread::Builder::new().spawn_scoped(scope, look) else {
            return changes(study, || known(connection));
        };
        // Who does not wait for it has come to an end already.
        let _ = sender.send(known(connection));
        let looked = looking.join();
        looked.unwrap_or_else(|_| changes(study, || known(connection)))
    })
}

/// What differs between the sessions and what the index knows, which is asked for when the files were looked at.
pub(super) fn changes(
    study: &Study,
    known: impl FnOnce() -> Result<Vec<Known>, IndexError>,
) -> Result<Changes, IndexError> {
    let folder = study.sessions_folder();
    let is_wanted = |name: &str| telling_of(name).is_some();
    let stamps = study.disk().stamps_in(&folder, is_wanted)?;
    let mut found = by_session(&stamps);
    let mut changes = Changes {
        gone: Vec::new(),
        changed: Vec::new(),
    };
    for (name, known) in &known()? {
        // Names are taken apart only where something changed: ten thousand times that would be felt.
        match found.remove(name.as_str()) {
            Some(stamps) if stamps.are(known) => {}
            Some(stamps) => {
                let id = name.parse().map_err(|_| IndexError::Damaged)?;
                changes.changed.push(Task { id, stamps });
            }
            None => {
                let id = name.parse().map_err(|_| IndexError::Damaged)?;
                changes.gone.push(id);
            }
        }
    }
    // What is left is not known yet, or is no session's name.
    for (name, stamps) in found {
        if let Ok(id) = name.parse() {
            changes.changed.push(Task { id, stamps });
        }
    }
    changes.changed.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(changes)
}

/// The sessions that are there, and what only resembles one, each with its stamps.
fn by_session(stamps: &[(String, Stamp)]) -> HashMap<&str, Stamps, FixedState> {
    let mut found = HashMap::with_capacity_and_hasher(stamps.len(), FixedState::default());
    for (name, stamp) in stamps {
        let Some((session, which)) = telling_of(name) else {
            continue;
        };
        let stamps: &mut Stamps = found.entry(session).or_default();
        if let Some(slot) = stamps.0.get_mut(which) {
            *slot = Some(*stamp);
        }
    }
    found.retain(|_, stamps| stamps.is_session());
    found
}

/// The one that writes.
struct Writer<'update> {
    study: &'update Study,
    connection: &'update Connection,
    /// Where the index lies; nothing if it is in memory.
    place: Option<&'update Place<'update>>,
    names: NameTable,
    /// How many sessions were written.
    written: usize,
}

impl Writer<'_> {
    fn take_out(&mut self, gone: &[SessionId]) -> Result<(), IndexError> {
        if gone.is_empty() {
            return Ok(());
        }
        let _lock = self.place.map(Place::lock).transpose()?;
        let change = begin(self.connection)?;
        for id in gone {
            // Between the look and the lock somebody may have put the file back.
            if stamps(self.study, id)?.is_session() {
                continue;
            }
            texts::take_out(&change, &mut self.names, id)?;
        }
        self.names.settle(&change)?;
        Ok(change.commit()?)
    }

    fn read_and_write(
        &mut self,
        tasks: &[Task],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), IndexError> {
        let total = tasks.iter().map(|task| task.stamps.length()).sum();
        let mut done = 0;
        let mut tell = |bytes: u64| {
            done += bytes;
            progress(Progress { done, total });
        };
        tell(0);
        if tasks.len() <= FEW {
            let mut keys = Keys::default();
            let ready: Vec<Ready> = tasks
                .iter()
                .filter_map(|task| read(self.study, task, &mut keys).transpose())
                .collect::<Result<_, _>>()?;
            tell(total);
            return self.write(&ready);
        }
        database::with_room(self.connection, Room::Much)?;
        let written = self.read_on_all_processors(tasks, &mut tell);
        database::with_room(self.connection, Room::Little)?;
        written
    }

    fn read_on_all_processors(
        &mut self,
        tasks: &[Task],
        tell: &mut dyn FnMut(u64),
    ) -> Result<(), IndexError> {
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let next = AtomicUsize::new(0);
        let is_over = AtomicBool::new(false);
        let (sender, receiver) = sync_channel(WAITING);
        thread::scope(|scope| {
            let mut readers = 0;
            for _ in 0..threads.min(MOST_THREADS) {
                let (sender, study) = (sender.clone(), self.study.clone());
                let (next, is_over) = (&next, &is_over);
                let read = move || read_all(&study, tasks, next, is_over, &sender);
                readers += usize::from(thread::Builder::new().spawn_scoped(scope, read).is_ok());
            }
            drop(sender);
            if readers == 0 {
                return self.read_alone(tasks, tell);
            }
            let written = self.write_all(&receiver, tell);
            is_over.store(true, Ordering::Relaxed);
            // Whoever waits to hand something over is let go.
            drop(receiver);
            written
        })
    }

    /// Reads one after the other and writes, where the system gives no thread.
    fn read_alone(&mut self, tasks: &[Task], tell: &mut dyn FnMut(u64)) -> Result<(), IndexError> {
        let mut keys = Keys::default();
        for task in tasks {
            let ready = read(self.study, task, &mut keys)?;
            self.write(ready.as_slice())?;
            tell(task.stamps.length());
        }
        Ok(())
    }

    fn write_all(
        &mut self,
        receiver: &Receiver<Result<Ready, DiskError>>,
        tell: &mut dyn FnMut(u64),
    ) -> Result<(), IndexError> {
        let (mut batch, mut bytes) = (Vec::new(), 0);
        while let Ok(ready) = receiver.recv() {
            let ready = ready?;
            let length = ready.stamps.length();
            bytes += length;
            batch.push(ready);
            if bytes >= BATCH {
                self.write(&batch)?;
                batch.clear();
                bytes = 0;
            }
            tell(length);
        }
        self.write(&batch)
    }

    /// Writes what was read, unless its files changed since: what they held then may have been struck.
    fn write(&mut self, batch: &[Ready]) -> Result<(), IndexError> {
        if batch.is_empty() {
            return Ok(());
        }
        let _lock = self.place.map(Place::lock).transpose()?;
        let change = begin(self.connection)?;
        for ready in batch {
            if stamps(self.study, &ready.id)? == ready.stamps {
                let stamps = ready.stamps.to_bytes();
                let content = ready.content.as_ref();
                texts::put(&change, &mut self.names, &ready.id, &stamps, content)?;
                self.written += 1;
            }
        }
        self.names.settle(&change)?;
        Ok(change.commit()?)
    }
}

/// Reads tasks until there are none left.
fn read_all(
    study: &Study,
    tasks: &[Task],
    next: &AtomicUsize,
    is_over: &AtomicBool,
    sender: &SyncSender<Result<Ready, DiskError>>,
) {
    let mut keys = Keys::default();
    while !is_over.load(Ordering::Relaxed) {
        let Some(task) = tasks.get(next.fetch_add(1, Ordering::Relaxed)) else {
            return;
        };
        let ready = match read(study, task, &mut keys) {
            Ok(None) => continue,
            Ok(Some(ready)) => Ok(ready),
            Err(error) => Err(error),
        };
        if sender.send(ready).is_err() {
            return;
        }
    }
}

/// Reads a session; nothing if it changed while it was read, so that its stamps would not fit.
fn read(study: &Study, task: &Task, keys: &mut Keys) -> Result<Option<Ready>, DiskError> {
    let before = stamps(study, &task.id)?;
    let content = content_of(study, &task.id, keys);
    let after = stamps(study, &task.id)?;
    Ok((before == after && after.is_session()).then(|| Ready {
        id: task.id.clone(),
        stamps: after,
        content,
    }))
}

/// What a session says; nothing if it cannot be read.
fn content_of(study: &Study, id: &SessionId, keys: &mut Keys) -> Option<Content> {
    let session = study.read_session(id).ok()?;
    Some(Content::of(&session, keys))
}

fn stamps(study: &Study, id: &SessionId) -> Result<Stamps, DiskError> {
    let mut stamps = Stamps::default();
    for (slot, path) in stamps.0.iter_mut().zip(study.files(id).telling()) {
        *slot = study.disk().stamp(&path)?;
    }
    Ok(stamps)
}
