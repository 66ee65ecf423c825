//! The one thread that writes a session, so that a slow disk never delays typing.
//!
//! Orders are carried out in the order in which they were given. What piled up while the disk was busy goes into one
//! write and one sync. After a failure nothing is dropped: the order is tried again with the next one, or when told to.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use super::error::SaveError;
use super::journal::{Journal, Purge, Search};
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

/// The thread that writes a session. Dropping it waits until all orders were carried out or failed.
#[derive(Debug)]
pub struct Writer {
    orders: Option<Sender<Order>>,
    thread: Option<JoinHandle<()>>,
}

/// What the writer is told.
enum Order {
    Append(Vec<Recorded>),
    Purge(Box<Purge>),
    SearchElsewhere(Box<Purge>),
    Finish(Box<Session>),
    Retry,
}

impl Writer {
    /// Starts the thread; `answer` is called in it.
    ///
    /// # Errors
    ///
    /// If the system has no thread left.
    pub fn start(
        journal: Journal,
        answer: impl FnMut(Answer) + Send + 'static,
    ) -> std::io::Result<Self> {
        let (orders, received) = mpsc::channel();
        let thread = thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || Desk::new(journal, answer).work(&received))?;
        Ok(Self {
            orders: Some(orders),
            thread: Some(thread),
        })
    }

    /// Has events appended.
    pub fn append(&self, events: Vec<Recorded>) {
        self.order(Order::Append(events));
    }

    /// Has a strike carried out.
    pub fn purge(&self, purge: Purge) {
        self.order(Order::Purge(Box::new(purge)));
    }

    /// Has the names that became known searched for in other protocols of the session.
    pub fn search_elsewhere(&self, purge: Purge) {
        self.order(Order::SearchElsewhere(Box::new(purge)));
    }

    /// Has the state folded into the session's file.
    pub fn finish(&self, state: Session) {
        self.order(Order::Finish(Box::new(state)));
    }

    /// Has what failed tried again.
    pub fn retry(&self) {
        self.order(Order::Retry);
    }

    fn order(&self, order: Order) {
        if let Some(orders) = &self.orders {
            // The thread ends only after this end of the channel has gone.
            let _ = orders.send(order);
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            // A thread that fell has said so itself.
            let _ = thread.join();
        }
    }
}

/// The writer's side: what waits, and where it goes.
struct Desk<F> {
    journal: Journal,
    waiting: VecDeque<Order>,
    answer: F,
}

impl<F: FnMut(Answer)> Desk<F> {
    fn new(journal: Journal, answer: F) -> Self {
        Self {
            journal,
            waiting: VecDeque::new(),
            answer,
        }
    }

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
    let conflict = |path: Option<PathBuf>| path.map(|path| Answer::Conflict { path });
    Ok(match order {
        Order::Append(events) => {
            let sequence = journal.append(events)?;
            let saved = Answer::Saved { sequence };
            std::iter::once(saved).chain(remaining(journal)).collect()
        }
        Order::Purge(purge) => {
            let purged = journal.purge(purge)?;
            let mut answers = vec![Answer::Saved {
                sequence: purged.sequence,
            }];
            answers.extend(conflict(purged.conflict));
            answers.push(Answer::Purged {
                removed: purged.removed,
                remaining: purged.remaining,
            });
            answers
        }
        Order::SearchElsewhere(purge) => {
            let remaining = journal.search_elsewhere(purge)?;
            vec![Answer::Purged {
                removed: Vec::new(),
                remaining,
            }]
        }
        Order::Finish(state) => {
            let finished = journal.finish(state)?;
            let mut answers: Vec<Answer> = conflict(finished.conflict).into_iter().collect();
            answers.extend(remaining(journal));
            answers.push(Answer::Finished);
            answers
        }
        Order::Retry => Vec::new(),
    })
}

/// What is to be said about a strike that was interrupted, once.
fn remaining(journal: &mut Journal) -> Option<Answer> {
    let remaining = journal.take_remaining();
    (!remaining.is_empty()).then_some(Answer::Purged {
        removed: Vec::new(),
        remaining,
    })
}
