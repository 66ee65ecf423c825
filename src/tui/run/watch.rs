//! Watches the machine's clock: it can be set while an interview runs, and the machine can sleep.

use std::time::Instant;

use time::OffsetDateTime;

/// By how much the clock must jump to be worth a line in the log.
const LEAST_MS: i64 = 2_000;

/// The machine's clock beside one that only counts on.
pub(super) struct Watch {
    seen: Option<(OffsetDateTime, Instant)>,
}

impl Watch {
    pub(super) const fn new() -> Self {
        Self { seen: None }
    }

    /// By how many milliseconds the clock jumped since the last look; nothing if it ran on.
    pub(super) fn jump(&mut self, now: OffsetDateTime) -> Option<i64> {
        self.jump_at(now, Instant::now())
    }

    fn jump_at(&mut self, now: OffsetDateTime, counted: Instant) -> Option<i64> {
        let (then, counted_then) = self.seen.replace((now, counted))?;
        let passed = (now - then).whole_milliseconds();
        let really = i128::try_from((counted - counted_then).as_millis()).ok()?;
        let by_ms = i64::try_from(passed - really).ok()?;
        (by_ms.abs() >= LEAST_MS).then_some(by_ms)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_clock_that_is_set_and_a_machine_that_sleeps_are_noticed_once() {
        let start = OffsetDateTime::UNIX_EPOCH;
        let counted = Instant::now();
        let mut watch = Watch::new();
        assert_eq!(watch.jump_at(start, counted), None);
        let later = |seconds| start + time::Duration::seconds(seconds);
        assert_eq!(
            watch.jump_at(later(60), counted + Duration::from_mins(1)),
            None
        );
        assert_eq!(
            watch.jump_at(later(3_661), counted + Duration::from_secs(61)),
            Some(3_600_000)
        );
        assert_eq!(
            watch.jump_at(later(3_662), counted + Duration::from_secs(62)),
            None
        );
        assert_eq!(
            watch.jump_at(later(63), counted + Duration::from_secs(63)),
            Some(-3_600_000)
        );
    }
}
