//! Trying again.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::thread;
use std::time::Duration;

use crate::archive::Cause;

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

    /// Tries something until it works, or fails in a way that does not pass. What is tried must be such that doing it
    /// twice does no harm.
    pub(super) fn retry<T>(
        &self,
        mut attempt: impl FnMut() -> Result<T, Cause>,
    ) -> Result<T, Cause> {
        let mut tried = 1;
        loop {
            match attempt() {
                Err(cause) if cause.may_pass() && tried < self.tries => {
                    // Nobody tells when a server answers again.
                    thread::sleep(self.wait(tried));
                    tried += 1;
                }
                other => return other,
            }
        }
    }

    /// How long to wait after so many tries: doubled each time, and a little different for each who waits, so that they
    /// do not all come back at once.
    fn wait(&self, tried: u32) -> Duration {
        let doubled = self.first.saturating_mul(1 << (tried - 1).min(10));
        let random = RandomState::new().build_hasher().finish() % 512;
        doubled.mul_f64(0.75 + f64::from(u32::try_from(random).unwrap_or(0)) / 1024.0)
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
        let worked = QUICK.retry(|| {
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
            let failed = QUICK.retry(|| -> Result<(), Cause> {
                count += 1;
                Err(Cause::of_status(cause))
            });
            assert!(failed.is_err());
            assert_eq!(count, tries, "{cause}");
        }
        let mut count = 0;
        let full = QUICK.retry(|| -> Result<(), Cause> {
            count += 1;
            Err(Cause::of_status(507))
        });
        assert!(matches!(full, Err(Cause::Full)) && count == 1);
    }

    #[test]
    fn waiting_gets_longer() {
        let patience = Patience::USUAL;
        let waits: Vec<Duration> = (1..7).map(|tried| patience.wait(tried)).collect();
        assert!(waits.windows(2).all(|pair| pair[1] > pair[0]), "{waits:?}");
    }
}
