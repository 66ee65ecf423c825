//! The one thread that writes a session, so that a slow disk never delays typing. It starts with the first order: until
//! then there is nothing to write, and whoever shows what was read shares the memory with no second thread.
//!
//! Orders are carried out in the order in which they were given. What piled up while the disk was busy goes into one
//! write and one sync. After a failure nothing is dropped: the order is tried again with the next one, or when told to.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};
use std::{fmt, io};

use super::error::SaveError;
use super::journal::{Cleared, Journal, Purge, Search};
use crate::session::{Recorded, Session};

/// What the writer says.
#[derive(Debug)]
pub enum Answer {
    /// All events up to this number last: the disk has said so.
    Saved {
        /// The number.
        sequence: u64,
    },
    /// What was struck is gone from the session's files.
    Purged {
        /// Damaged journals that were kept for rescue and are gone too.
        removed: Vec<PathBuf>,
        /// Files of the session that may hold it still: somebody else changed them, they cannot be read, or they went
        /// on differently.
        remaining: Vec<PathBuf>,
    },
    /// The state is in the session's file, and the journal is gone.
    Finished,
    /// Somebody else changed the session's file; it stays as it is, and the session goes into this one.
    Conflict {
        /// The file.
        path: PathBuf,
    },
    /// Something could not be saved. It is kept.
    Failed {
        /// Why.
        error: SaveError,
    },
}

/// Writes a session in a thread of its own. Dropping it waits until all orders were carried out or failed.
pub struct Writer {
    /// What is worked on, while no thread has it.
    desk: Option<Box<Desk>>,
    thread: Option<Thread>,
    spawn: Spawn,
}

/// The thread, and the way to it.
struct Thread {
    orders: Sender<Order>,
    handle: JoinHandle<()>,
}

/// Asks the system for a thread that does this.
pub(super) type Spawn = fn(Box<dyn FnOnce() + Send>) -> io::Result<JoinHandle<()>>;

/// What the writer is told.
enum Order {
    Append(Vec<Recorded>),
    Purge(Box<Purge>),
    SearchElsewhere(Box<Purge>),
    Finish(Box<Session>),
    Retry,
}

impl Writer {
    /// Makes ready for orders; `answer` is called by whoever carries them out.
    pub fn new(journal: Journal, answer: impl FnMut(Answer) + Send + 'static) -> Self {
        Self::with_threads(journal, answer, |work| {
            Builder::new().name("writer".to_owned()).spawn(work)
        })
    }

    /// The same, with threads from elsewhere.
    pub(super) fn with_threads(
        journal: Journal,
        answer: impl FnMut(Answer) + Send + 'static,
        spawn: Spawn,
    ) -> Self {
        Self {
            desk: Some(Box::new(Desk {
                journal,
                waiting: VecDeque::new(),
                answer: Box::new(answer),
            })),
            thread: None,
            spawn,
        }
    }

    /// Has events appended.
    pub fn append(&mut self, events: Vec<Recorded>) {
        self.order(Order::Append(events));
    }

    /// Has a strike carried out.
    pub fn purge(&mut self, purge: Purge) {
        self.order(Order::Purge(Box::new(purge)));
    }

    /// Has the names that became known searched for in other protocols of the session.
    pub fn search_elsewhere(&mut self, purge: Purge) {
        self.order(Order::SearchElsewhere(Box::new(purge)));
    }

    /// Has the state folded into the session's file.
    pub fn finish(&mut self, state: Session) {
        self.order(Order::Finish(Box::new(state)));
    }

    /// Has what failed tried again.
    pub fn retry(&mut self) {
        self.order(Order::Retry);
    }

    fn order(&mut self, order: Order) {
        if let Some(desk) = self.desk.take() {
            match start(desk, self.spawn) {
                Ok(thread) => self.thread = Some(thread),
                Err(desk) => {
                    // Nothing is lost for want of a thread; the next order asks for one again.
                    let desk = self.desk.insert(desk);
                    desk.take(order);
                    desk.carry_out();
                    return;
                }
            }
        }
        if let Some(thread) = &self.thread {
            // The thread ends only after this end of the channel has gone.
            let _ = thread.orders.send(order);
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        if let Some(Thread { orders, handle }) = self.thread.take() {
            drop(orders);
            // A thread that fell has said so itself.
            let _ = handle.join();
        }
    }
}

impl fmt::Debug for Writer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Writer").finish_non_exhaustive()
    }
}

/// Starts the thread that carries orders out; gives back what is worked on if the system has none left.
fn start(desk: Box<Desk>, spawn: Spawn) -> Result<Thread, Box<Desk>> {
    let (orders, received) = mpsc::channel();
    // A thread that cannot be had takes its work with it, so that it is only lent.
    let lent = Arc::new(Mutex::new(Some(desk)));
    let borrowed = Arc::clone(&lent);
    let spawned = spawn(Box::new(move || {
        if let Some(mut desk) = taken(&borrowed) {
            desk.work(&received);
        }
    }));
    match spawned {
        Ok(handle) => Ok(Thread { orders, handle }),
        Err(_) => Err(taken(&lent).expect("no thread took it")),
    }
}

fn taken(lent: &Mutex<Option<Box<Desk>>>) -> Option<Box<Desk>> {
    lent.lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// The writer's side: what waits, and where it goes.
struct Desk {
    journal: Journal,
    waiting: VecDeque<Order>,
    answer: Box<dyn FnMut(Answer) + Send>,
}

impl Desk {
    fn work(&mut self, orders: &Receiver<Order>) {
        while let Ok(order) = orders.recv() {
            self.take(order);
            while let Ok(order) = orders.try_recv() {
                self.take(order);
            }
            self.carry_out();
        }
    }

    /// Puts an order behind those that wait, joined with the last where that saves a sync.
    fn take(&mut self, order: Order) {
        if matches!(
            (&order, self.waiting.back()),
            (
                Order::Append(_) | Order::Purge(_) | Order::SearchElsewhere(_) | Order::Finish(_),
                Some(Order::Finish(_))
            )
        ) {
            // Folding failed, and the work went on: folded after all, the session would be closed in mid-sentence.
            self.waiting.pop_back();
        }
        match (order, self.waiting.back_mut()) {
            (Order::Retry, _) => {}
            (Order::Append(events), Some(Order::Append(waiting))) => waiting.extend(events),
            (Order::Purge(mut purge), _) => {
                // A strike holds all events of the sitting, without what was struck; those that wait may hold it still.
                // It searches elsewhere, too.
                while let Some(Order::Append(_) | Order::Purge(_) | Order::SearchElsewhere(_)) =
                    self.waiting.back()
                {
                    if let Some(Order::Purge(earlier)) = self.waiting.pop_back() {
                        purge.search = one_after_the_other(earlier.search, purge.search.take());
                        purge.sought.extend(earlier.sought);
                    }
                }
                self.waiting.push_back(Order::Purge(purge));
            }
            (order, _) => self.waiting.push_back(order),
        }
    }

    /// Carries out what waits, until something fails.
    fn carry_out(&mut self) {
        while let Some(order) = self.waiting.front_mut() {
            match attempt(&mut self.journal, order) {
                Ok(answers) => {
                    self.waiting.pop_front();
                    for answer in answers {
                        (self.answer)(answer);
                    }
                }
                Err(error) => {
                    (self.answer)(Answer::Failed { error });
                    return;
                }
            }
        }
    }
}

/// A search for what two strikes take out of other versions of the session, the earlier one's words first.
fn one_after_the_other(earlier: Option<Search>, later: Option<Search>) -> Option<Search> {
    match (earlier, later) {
        (Some(mut earlier), Some(mut later)) => Some(Box::new(move |text| match earlier(text) {
            Some(changed) => later(&changed).or(Some(changed)),
            None => later(text),
        })),
        (earlier, later) => earlier.or(later),
    }
}

/// Carries out one order.
fn attempt(journal: &mut Journal, order: &mut Order) -> Result<Vec<Answer>, SaveError> {
    Ok(match order {
        Order::Append(events) => {
            let sequence = journal.append(events)?;
            let saved = Answer::Saved { sequence };
            std::iter::once(saved).chain(done_again(journal)).collect()
        }
        Order::Purge(purge) => {
            let purged = journal.purge(purge)?;
            let saved = Answer::Saved {
                sequence: purged.sequence,
            };
            std::iter::once(saved).chain(said(purged.cleared)).collect()
        }
        Order::SearchElsewhere(purge) => {
            let cleared = journal.search_elsewhere(purge)?;
            done_again(journal)
                .into_iter()
                .chain(said(cleared))
                .collect()
        }
        Order::Finish(state) => {
            let finished = journal.finish(state)?;
            let conflict = finished.conflict.map(|path| Answer::Conflict { path });
            let mut answers: Vec<Answer> = conflict.into_iter().collect();
            answers.extend(done_again(journal));
            answers.push(Answer::Finished);
            answers
        }
        Order::Retry => Vec::new(),
    })
}

/// What is to be said about other files than those in which the protocol is kept.
fn said(cleared: Cleared) -> Vec<Answer> {
    let conflicts = cleared.conflicts.into_iter();
    let mut answers: Vec<Answer> = conflicts.map(|path| Answer::Conflict { path }).collect();
    answers.push(Answer::Purged {
        removed: cleared.removed,
        remaining: cleared.remaining,
    });
    answers
}

/// What is to be said about a strike that was interrupted, once.
fn done_again(journal: &mut Journal) -> Vec<Answer> {
    let cleared = journal.take_cleared();
    if cleared.is_empty() {
        return Vec::new();
    }
    said(cleared)
}
