//! Things that are made ahead of being sent: making takes a processor, sending mostly waits for a server.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// How many make and how many send.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hands {
    /// How many threads make.
    pub(super) making: usize,
    /// How many threads send.
    pub(super) sending: usize,
}

impl Hands {
    /// As many as make with this machine's processors, and as send over so many connections.
    pub(super) fn over(connections: usize) -> Self {
        Self {
            making: thread::available_parallelism().map_or(1, usize::from),
            sending: connections,
        }
    }

    /// Makes something of each of these and sends it. No more lies ready than those who send take up at once. The
    /// results come in the order of what was given.
    pub(super) fn make_and_send<T: Sync, M: Send, R: Send>(
        self,
        of: &[T],
        make: impl Fn(&T) -> M + Sync,
        send: impl Fn(&T, M) -> R + Sync,
    ) -> Vec<R> {
        let threads = |wanted: usize| wanted.clamp(1, of.len().max(1));
        let next = AtomicUsize::new(0);
        let results = Mutex::new(Vec::with_capacity(of.len()));
        let (ready, taking) = sync_channel(threads(self.sending));
        let taking = Mutex::new(taking);
        thread::scope(|scope| {
            for _ in 0..threads(self.making) {
                let ready = ready.clone();
                let (next, make) = (&next, &make);
                scope.spawn(move || make_all(of, next, make, &ready));
            }
            // Those who send know by it that nothing more comes.
            drop(ready);
            for _ in 0..threads(self.sending) {
                scope.spawn(|| {
                    while let Some((index, made)) = taken(&taking) {
                        let Some(item) = of.get(index) else { break };
                        let result = send(item, made);
                        let mut results = results.lock().unwrap_or_else(PoisonError::into_inner);
                        results.push((index, result));
                    }
                });
            }
        });
        let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
        results.sort_by_key(|(index, _)| *index);
        results.into_iter().map(|(_, result)| result).collect()
    }
}

fn make_all<T, M>(
    of: &[T],
    next: &AtomicUsize,
    make: &impl Fn(&T) -> M,
    ready: &SyncSender<(usize, M)>,
) {
    loop {
        let index = next.fetch_add(1, Ordering::Relaxed);
        let Some(item) = of.get(index) else { break };
        if ready.send((index, make(item))).is_err() {
            break;
        }
    }
}

/// What was made next; nothing if there is nothing more.
fn taken<M>(from: &Mutex<Receiver<(usize, M)>>) -> Option<(usize, M)> {
    let from = from.lock().unwrap_or_else(PoisonError::into_inner);
    from.recv().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_made_and_sent_once_and_comes_in_order() {
        for (making, sending) in [(1, 1), (3, 2), (2, 8)] {
            let numbers: Vec<usize> = (0..50).collect();
            let hands = Hands { making, sending };
            let sent = hands.make_and_send(&numbers, |one| one * 2, |one, made| (*one, made));
            let expected: Vec<(usize, usize)> = numbers.iter().map(|one| (*one, one * 2)).collect();
            assert_eq!(sent, expected);
            let none: [usize; 0] = [];
            assert!(hands.make_and_send(&none, |_| (), |_, ()| ()).is_empty());
        }
    }

    #[test]
    fn no_more_lies_ready_than_those_who_send_take_up() {
        let hands = Hands {
            making: 4,
            sending: 2,
        };
        let (made, sent) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let numbers: Vec<usize> = (0..100).collect();
        hands.make_and_send(
            &numbers,
            |_| made.fetch_add(1, Ordering::SeqCst),
            |_, _| {
                let ahead = made.load(Ordering::SeqCst) - sent.load(Ordering::SeqCst);
                // Two are being sent, two lie ready, and each of four waits with one.
                assert!(ahead <= 8, "{ahead}");
                sent.fetch_add(1, Ordering::SeqCst);
            },
        );
    }
}
