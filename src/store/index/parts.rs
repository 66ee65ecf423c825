//! A search whose parts are read by two threads, each with a connection of its own, and given on in their order.
//!
//! Both see the same: as long as the first reads, nobody can write, and the second begins meanwhile.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use rusqlite::Connection;

use super::matching::Hit;
use super::searching::{Found, Search};
use super::{IndexError, database, update};
use crate::analysis::search::Query;

/// How many texts make a part.
const PART: usize = 1_024;

/// From so many parts on, a second thread is worth its beginning.
const MANY: usize = 4;

/// How many parts that the second thread read may wait for the first one.
const WAITING: usize = 2;

/// A search as all who read for it see it.
struct Task<'search> {
    query: &'search Query,
    /// The numbers of the texts that have the words.
    matched: &'search [i64],
    hits: &'search [Hit],
    /// The parts, as places of hits.
    parts: Vec<Range<usize>>,
    /// The part that is to be read next.
    next: AtomicUsize,
    /// Whether what is read would not count.
    is_behind: &'search AtomicBool,
}

/// A part by its place among all.
type Numbered = (usize, Result<Found, IndexError>);

/// Reads what a query asks for of these sessions, of which these texts have the words, and gives it on part by part. The
/// path is where another connection finds the database, if one does.
pub(super) fn search(
    look: &Connection,
    query: &Query,
    (matched, hits): (&[i64], &[Hit]),
    is_behind: &AtomicBool,
    path: Option<&str>,
    take: &mut dyn FnMut(Found),
) -> Result<(), IndexError> {
    let task = Task {
        query,
        matched,
        hits,
        parts: parts_of(hits),
        next: AtomicUsize::new(0),
        is_behind,
    };
    let mut row = InOrder {
        waiting: BTreeMap::new(),
        given: 0,
        take,
    };
    thread::scope(|scope| {
        let (sender, receiver) = sync_channel(WAITING);
        if let Some(path) = path.filter(|_| task.parts.len() >= MANY) {
            let task = &task;
            // Where it cannot help, this one reads alone.
            let help = move || drop(task.help(path, &sender));
            let _ = thread::Builder::new().spawn_scoped(scope, help);
        } else {
            drop(sender);
        }
        task.read(look, &mut |part| {
            row.put(part)?;
            receiver.try_iter().try_for_each(|part| row.put(part))
        })?;
        receiver.iter().try_for_each(|part| row.put(part))
    })?;
    if row.given < task.parts.len() {
        return Err(IndexError::Damaged);
    }
    Ok(())
}

impl Task<'_> {
    /// Reads one part after the other until none is left.
    fn read(
        &self,
        look: &Connection,
        put: &mut dyn FnMut(Numbered) -> Result<(), IndexError>,
    ) -> Result<(), IndexError> {
        let mut search = Search::of(look, self.query, usize::MAX, self.matched)?;
        loop {
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(part) = self.parts.get(number) else {
                return Ok(());
            };
            if self.is_behind.load(Ordering::Relaxed) {
                return Err(IndexError::Behind);
            }
            let hits = self.hits.get(part.clone()).unwrap_or_default();
            put((number, search.part(hits)))?;
        }
    }

    /// Reads along with a connection of its own, as long as somebody takes the parts.
    fn help(&self, path: &str, sender: &SyncSender<Numbered>) -> Result<(), IndexError> {
        let Some(connection) = database::open(Path::new(path))? else {
            return Ok(());
        };
        let look = connection.unchecked_transaction()?;
        // With the first thing that is read it is settled what is seen.
        update::taken_out(&look)?;
        self.read(&look, &mut |part| {
            sender.send(part).map_err(|_| IndexError::Behind)
        })
    }
}

/// Parts that come in any order, given on in theirs.
struct InOrder<'take> {
    waiting: BTreeMap<usize, Found>,
    given: usize,
    take: &'take mut dyn FnMut(Found),
}

impl InOrder<'_> {
    fn put(&mut self, (number, found): Numbered) -> Result<(), IndexError> {
        self.waiting.insert(number, found?);
        while let Some(found) = self.waiting.remove(&self.given) {
            (self.take)(found);
            self.given += 1;
        }
        Ok(())
    }
}

/// Whole sessions with about as many texts in each part.
fn parts_of(hits: &[Hit]) -> Vec<Range<usize>> {
    let (mut parts, mut from, mut texts) = (Vec::new(), 0, 0);
    for (place, hit) in hits.iter().enumerate() {
        texts += hit.places.count();
        if texts >= PART || place + 1 == hits.len() {
            parts.push(from..place + 1);
            (from, texts) = (place + 1, 0);
        }
    }
    parts
}
