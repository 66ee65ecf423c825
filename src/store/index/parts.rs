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
pub(super) struct Task<'search, Make> {
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
    /// What is made of a part by whoever read it.
    make: &'search Make,
}

/// What was made of a part, by the part's place among all.
type Numbered<Made> = (usize, Result<Made, IndexError>);

impl<'search, Made: Send, Make: Fn(Found) -> Made + Sync> Task<'search, Make> {
    /// What a query asks for of these sessions, of which these texts have the words.
    pub(super) fn of(
        query: &'search Query,
        (matched, hits): (&'search [i64], &'search [Hit]),
        is_behind: &'search AtomicBool,
        make: &'search Make,
    ) -> Self {
        Self {
            query,
            matched,
            hits,
            parts: parts_of(hits),
            next: AtomicUsize::new(0),
            is_behind,
            make,
        }
    }

    /// Reads part by part and gives on what was made of each. The path is where another connection finds the database,
    /// if one does.
    pub(super) fn search(
        &self,
        look: &Connection,
        path: Option<&str>,
        take: &mut dyn FnMut(Made),
    ) -> Result<(), IndexError> {
        let mut row = InOrder {
            waiting: BTreeMap::new(),
            given: 0,
            take,
        };
        thread::scope(|scope| {
            let (sender, receiver) = sync_channel(WAITING);
            if let Some(path) = path.filter(|_| self.parts.len() >= MANY) {
                // Where it cannot help, this one reads alone.
                let help = move || drop(self.help(path, &sender));
                let _ = thread::Builder::new().spawn_scoped(scope, help);
            } else {
                drop(sender);
            }
            self.read(look, &mut |part| {
                row.put(part)?;
                receiver.try_iter().try_for_each(|part| row.put(part))
            })?;
            receiver.iter().try_for_each(|part| row.put(part))
        })?;
        if row.given < self.parts.len() {
            return Err(IndexError::Damaged);
        }
        Ok(())
    }

    /// Reads one part after the other until none is left.
    fn read(
        &self,
        look: &Connection,
        put: &mut dyn FnMut(Numbered<Made>) -> Result<(), IndexError>,
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
            put((number, search.part(hits).map(self.make)))?;
        }
    }

    /// Reads along with a connection of its own, as long as somebody takes the parts.
    fn help(&self, path: &str, sender: &SyncSender<Numbered<Made>>) -> Result<(), IndexError> {
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
struct InOrder<'take, Made> {
    waiting: BTreeMap<usize, Made>,
    given: usize,
    take: &'take mut dyn FnMut(Made),
}

impl<Made> InOrder<'_, Made> {
    fn put(&mut self, (number, made): Numbered<Made>) -> Result<(), IndexError> {
        self.waiting.insert(number, made?);
        while let Some(made) = self.waiting.remove(&self.given) {
            (self.take)(made);
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
