//! Trying again.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::archive::Cause;

/// How much longer than its time somebody waits at most.
const LONGER: f64 = 1.25;

/// After so many tries it is said that it is tried again: those before are over before anybody asks.
const SAID: u32 = 3;

/// How often something is tried, and how long is waited between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// How often it is tried.
    pub tries: u32,
    /// How long is waited after the first time; it doubles each time.
    pub first: Duration,
    /// How long a server may take to begin its answer, and how long it may pause.
    pub answer: Duration,
    /// How long a whole answer may take, however steadily it comes.
    pub whole: Duration,
}

impl Patience {
    /// For servers on the net: about half a minute in all.
    pub const USUAL: Self = Self {
        tries: 7,
        first: Duration::from_millis(250),
        answer: Duration::from_mins(1),
        whole: Duration::from_hours(1),
    };

    /// How long to wait after so many tries: doubled each time, and a little different for each who waits, so that they
    /// do not all come back at once.
    fn wait(&self, tried: u32) -> Duration {
        let doubled = self.first.saturating_mul(1 << (tried - 1).min(10));
        let random = RandomState::new().build_hasher().finish() % 512;
        doubled.mul_f64(0.75 + f64::from(u32::try_from(random).unwrap_or(0)) / 1024.0)
    }

    /// How long it takes at most until it is given up after so many tries, if each further one takes so long.
    fn rest(&self, tried: u32, each: Duration) -> Duration {
        let waits = (tried..self.tries).map(|tried| {
            let doubled = self.first.saturating_mul(1 << (tried - 1).min(10));
            doubled.mul_f64(LONGER).saturating_add(each)
        });
        waits.fold(Duration::ZERO, Duration::saturating_add)
    }
}

/// Who is told that something is tried again, and how long that goes on at most.
pub type Told = Arc<dyn Fn(Duration) + Send + Sync>;

/// Tries again, with patience.
pub(super) struct Trying {
    pub(super) patience: Patience,
    told: Option<Told>,
    /// Whether it was told, and nothing worked since.
    was_told: AtomicBool,
}

impl Trying {
    pub(super) fn new(patience: Patience) -> Self {
        Self {
            patience,
            told: None,
            was_told: AtomicBool::new(false),
        }
    }

    /// Has somebody told that something is tried again.
    pub(super) fn tell(&mut self, told: Told) {
        self.told = Some(told);
    }

    /// Tries something until it works, or fails in a way that does not pass. What is tried must be such that doing it
    /// twice does no harm.
    pub(super) fn retry<T>(
        &self,
        mut attempt: impl FnMut() -> Result<T, Cause>,
    ) -> Result<T, Cause> {
        let mut tried = 1;
        loop {
            let begun = Instant::now();
            match attempt() {
                Err(cause) if cause.may_pass() && tried < self.patience.tries => {
                    if tried >= SAID {
                        self.say(self.patience.rest(tried, begun.elapsed()));
                    }
                    // Nobody tells when a server answers again.
                    thread::sleep(self.patience.wait(tried));
                    tried += 1;
                }
                other => {
                    if other.is_ok() {
                        self.was_told.store(false, Ordering::Relaxed);
                    }
                    return other;
                }
            }
        }
    }

    /// Says it once, however many connections wait.
    fn say(&self, rest: Duration) {
        if let Some(told) = &self.told
            && !self.was_told.swap(true, Ordering::Relaxed)
        {
            told(rest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUICK: Patience = Patience {
        tries: 4,
        first: Duration::from_micros(1),
        answer: Duration::from_secs(1),
        whole: Duration::from_secs(1),
    };

    #[test]
    fn what_may_pass_is_tried_again_and_what_does_not_is_not() {
        let mut count = 0;
        let worked = Trying::new(QUICK).retry(|| {
            count += 1;
            if count < 4 {
                Err(Cause::Locked)
            } else {
                Ok(count)
            }
        });
        assert_eq!(worked.unwrap(), 4);
        for (cause, tries) in [(503, 4), (500, 4), (409, 1), (412, 1)] {
            let mut count = 0;
            let failed = Trying::new(QUICK).retry(|| -> Result<(), Cause> {
                count += 1;
                Err(Cause::of_status(cause))
            });
            assert!(failed.is_err());
            assert_eq!(count, tries, "{cause}");
        }
        let mut count = 0;
        let full = Trying::new(QUICK).retry(|| -> Result<(), Cause> {
            count += 1;
            Err(Cause::of_status(507))
        });
        assert!(matches!(full, Err(Cause::Full)) && count == 1);
    }

    #[test]
    fn that_it_is_tried_again_is_told_once_and_again_after_something_worked() {
        let (sender, receiver) = std::sync::mpsc::channel();
        let mut trying = Trying::new(QUICK);
        trying.tell(Arc::new(move |rest| {
            let _ = sender.send(rest);
        }));
        let fails = |times: u32| {
            let mut count = 0;
            let _ = trying.retry(|| {
                count += 1;
                if count > times {
                    Ok(())
                } else {
                    Err(Cause::of_status(503))
                }
            });
            receiver.try_iter().count()
        };
        assert_eq!(fails(SAID - 1), 0);
        assert_eq!(fails(9), 1);
        assert_eq!(fails(9), 0);
        assert_eq!(fails(0), 0);
        assert_eq!(fails(SAID), 1);
    }

    #[test]
    fn how_long_it_goes_on_is_never_said_too_short() {
        let patience = Patience::USUAL;
        let each = Duration::from_secs(1);
        for tried in 1..7 {
            let waits = (tried..7).map(|tried| patience.wait(tried) + each);
            let rest = patience.rest(tried, each);
            assert!(waits.sum::<Duration>() <= rest, "{tried}");
            assert!(rest < Duration::from_secs(27), "{tried}");
        }
    }

    #[test]
    fn waiting_gets_longer() {
        let patience = Patience::USUAL;
        let waits: Vec<Duration> = (1..7).map(|tried| patience.wait(tried)).collect();
        assert!(waits.windows(2).all(|pair| pair[1] > pair[0]), "{waits:?}");
    }
}
