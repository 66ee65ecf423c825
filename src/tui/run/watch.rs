//! Watches the machine's clock: it can be set while an interview runs, and the machine can sleep.
//!
//! Beside the clock that can be set stand one that only counts on while the machine is awake, and, where the system has
//! it, one that counts on in its sleep too: that one tells a sleep from a clock that was set.

use std::time::{Duration, Instant};

use time::OffsetDateTime;

use crate::operations::protocol::ClockJump;

/// By how much the clock must jump to be worth a line in the log.
const LEAST_MS: i64 = 2_000;

/// The machine's clock beside those that only count on.
pub(super) struct Watch {
    seen: Option<Seen>,
}

/// What the clocks said at a look.
#[derive(Clone, Copy)]
struct Seen {
    /// The clock that can be set.
    now: OffsetDateTime,
    /// The one that stands still while the machine sleeps.
    awake: Instant,
    /// The one that goes on meanwhile; nothing if the system has none.
    always: Option<Duration>,
}

impl Watch {
    pub(super) const fn new() -> Self {
        Self { seen: None }
    }

    /// What the clock did since the last look besides running on.
    pub(super) fn jumps(&mut self, now: OffsetDateTime) -> impl Iterator<Item = ClockJump> {
        self.jumps_at(Seen {
            now,
            awake: Instant::now(),
            always: since_start(),
        })
    }

    fn jumps_at(&mut self, seen: Seen) -> impl Iterator<Item = ClockJump> + use<> {
        let (slept, set) = self
            .seen
            .replace(seen)
            .map_or((0, 0), |before| before.until(seen));
        let worth = |by_ms: &i64| by_ms.abs() >= LEAST_MS;
        let slept = Some(slept).filter(worth).map(ClockJump::Slept);
        slept
            .into_iter()
            .chain(Some(set).filter(worth).map(ClockJump::Set))
    }
}

impl Seen {
    /// For how many milliseconds the machine slept until then, and by how many its clock was set.
    fn until(self, then: Self) -> (i64, i64) {
        let awake = milliseconds(then.awake.saturating_duration_since(self.awake));
        let passed = i64::try_from((then.now - self.now).whole_milliseconds()).unwrap_or(0);
        match self.always.zip(then.always) {
            Some((before, after)) => {
                let always = milliseconds(after.saturating_sub(before));
                (always.saturating_sub(awake), passed.saturating_sub(always))
            }
            // Nothing tells one from the other; only a clock can go back.
            None => match passed.saturating_sub(awake) {
                by_ms if by_ms > 0 => (by_ms, 0),
                by_ms => (0, by_ms),
            },
        }
    }
}

fn milliseconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

/// The time since the machine was started, its sleep included.
#[cfg(any(target_os = "linux", target_os = "android"))]
#[expect(clippy::unnecessary_wraps, reason = "other systems have no such clock")]
fn since_start() -> Option<Duration> {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    let nanoseconds = u32::try_from(time.tv_nsec).unwrap_or(0);
    Some(Duration::new(seconds, nanoseconds))
}

/// The time since the machine was started, its sleep included.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
const fn since_start() -> Option<Duration> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is noticed when so many seconds passed by the clock, while awake, and always.
    fn noticed(by_clock: i64, awake: u64, always: Option<u64>) -> Vec<ClockJump> {
        let mut watch = Watch::new();
        let start = Seen {
            now: OffsetDateTime::UNIX_EPOCH,
            awake: Instant::now(),
            always: always.map(|_| Duration::from_secs(1_000)),
        };
        assert_eq!(watch.jumps_at(start).count(), 0);
        let then = Seen {
            now: start.now + time::Duration::seconds(by_clock),
            awake: start.awake + Duration::from_secs(awake),
            always: always.map(|seconds| Duration::from_secs(1_000 + seconds)),
        };
        let noticed = watch.jumps_at(then).collect();
        assert_eq!(watch.jumps_at(then).count(), 0, "it is noticed once");
        noticed
    }

    #[test]
    fn a_clock_that_was_set_and_a_machine_that_slept_are_told_apart() {
        assert_eq!(noticed(61, 61, Some(61)), []);
        assert_eq!(
            noticed(3_661, 61, Some(3_661)),
            [ClockJump::Slept(3_600_000)]
        );
        assert_eq!(noticed(3_661, 61, Some(61)), [ClockJump::Set(3_600_000)]);
        assert_eq!(noticed(-3_539, 61, Some(61)), [ClockJump::Set(-3_600_000)]);
        assert_eq!(
            noticed(61, 1, Some(121)),
            [ClockJump::Slept(120_000), ClockJump::Set(-60_000)]
        );
    }

    #[test]
    fn where_nothing_tells_them_apart_a_jump_forward_is_a_sleep() {
        assert_eq!(noticed(62, 61, None), []);
        assert_eq!(noticed(3_661, 61, None), [ClockJump::Slept(3_600_000)]);
        assert_eq!(noticed(-3_539, 61, None), [ClockJump::Set(-3_600_000)]);
    }

    #[test]
    fn the_clocks_of_this_machine_agree() {
        let mut watch = Watch::new();
        assert_eq!(watch.jumps(OffsetDateTime::now_utc()).count(), 0);
        assert_eq!(watch.jumps(OffsetDateTime::now_utc()).count(), 0);
    }
}
