//! The clock of an interview: when it began, pauses, recordings. Reads no clock: time comes in as a value.

use time::OffsetDateTime;

/// How much earlier than its first keystroke a note's place in the recording is shown: what is noted was said before.
pub const LEAD_MS: u64 = 5_000;

/// What is known of an interview's time. All milliseconds count from its beginning.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Clock {
    /// When the interview began.
    pub began: Option<OffsetDateTime>,
    /// The recordings, the first being «recording 1».
    pub recordings: Vec<Recording>,
    /// The pauses.
    pub pauses: Vec<Pause>,
}

/// A recording. Its path is never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recording {
    /// Where its zero lies; below zero if it ran before the interview began.
    pub zero_ms: i64,
    /// Where it was stopped, on the same scale; nothing if it ran on.
    pub stopped_ms: Option<i64>,
}

/// A pause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// When it began.
    pub from_ms: u64,
    /// When it ended; nothing while it lasts.
    pub to_ms: Option<u64>,
    /// Why.
    pub reason: PauseReason,
}

/// Why an interview pauses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PauseReason {
    /// The interviewer pressed the key for it.
    Asked,
    /// The program was left, and taken up again later.
    Left,
}

/// A change of the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockChange {
    /// The interview begins, by the key for it.
    Begins(OffsetDateTime),
    /// The interview begins with the first keystroke of the first note.
    BeginsByTyping(OffsetDateTime),
    /// A recording runs, its zero at this instant.
    RecordingRuns(OffsetDateTime),
    /// The recording that runs was stopped at this instant.
    RecordingStopped(OffsetDateTime),
    /// A recording turned out to lie elsewhere: all its places move by so many milliseconds.
    RecordingShifted {
        /// Which recording, from 1.
        number: u32,
        /// By how much places in it become later.
        by_ms: i64,
    },
    /// The machine's clock jumped, or the machine slept, for so many milliseconds.
    Jumped(i64),
}

impl Clock {
    /// Milliseconds since the interview began, never below zero; nothing before it began.
    pub fn elapsed_ms(&self, now: OffsetDateTime) -> Option<u64> {
        let elapsed = now - self.began?;
        Some(u64::try_from(elapsed.whole_milliseconds()).unwrap_or(0))
    }

    /// How many milliseconds later this interview's clock began than another one of the same interview; nothing in between
    /// if one of them has not begun.
    pub fn milliseconds_after(&self, other: &Self) -> i64 {
        let Some((began, other)) = self.began.zip(other.began) else {
            return 0;
        };
        i64::try_from((began - other).whole_milliseconds()).unwrap_or(0)
    }

    /// Milliseconds of talk until `at_ms`: what has passed less the pauses.
    pub fn talk_ms(&self, at_ms: u64) -> u64 {
        // A file may hold any number, so that a plain sum could overflow.
        let paused = self.pauses.iter().fold(0_u64, |paused, pause| {
            let end = pause.to_ms.unwrap_or(at_ms).min(at_ms);
            paused.saturating_add(end.saturating_sub(pause.from_ms))
        });
        at_ms.saturating_sub(paused)
    }

    /// Whether a pause lasts.
    pub fn is_paused(&self) -> bool {
        self.pauses
            .last()
            .is_some_and(|pause| pause.to_ms.is_none())
    }

    /// Where in the last recording that ran by then an instant lies, with the recording's number from 1.
    pub fn in_recording(&self, at_ms: u64) -> Option<(usize, u64)> {
        let at_ms = i64::try_from(at_ms).ok()?;
        let (index, recording) = self
            .recordings
            .iter()
            .enumerate()
            .rfind(|(_, recording)| recording.zero_ms <= at_ms)?;
        if recording.stopped_ms.is_some_and(|stop| stop <= at_ms) {
            return None;
        }
        let offset = u64::try_from(at_ms.saturating_sub(recording.zero_ms)).ok()?;
        Some((index + 1, offset))
    }
}

/// A place in a recording as f4 writes it, `#hh:mm:ss-t#`, with tenths cut off so that it never lies after the event.
pub fn timecode(milliseconds: u64) -> String {
    let tenths = milliseconds / 100;
    let (seconds, tenth) = (tenths / 10, tenths % 10);
    let (minutes, second) = (seconds / 60, seconds % 60);
    format!(
        "#{:02}:{:02}:{second:02}-{tenth}#",
        minutes / 60,
        minutes % 60
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_timecode_never_lies_after_its_event() {
        assert_eq!(timecode(62_399), "#00:01:02-3#");
        assert_eq!(timecode(0), "#00:00:00-0#");
        assert_eq!(timecode(3_600_000 * 25), "#25:00:00-0#");
    }

    #[test]
    fn pauses_are_no_talk() {
        let clock = Clock {
            pauses: vec![
                Pause {
                    from_ms: 10,
                    to_ms: Some(30),
                    reason: PauseReason::Asked,
                },
                Pause {
                    from_ms: 50,
                    to_ms: None,
                    reason: PauseReason::Asked,
                },
            ],
            ..Clock::default()
        };
        assert_eq!(clock.talk_ms(40), 20);
        assert_eq!(clock.talk_ms(80), 30);
        assert!(clock.is_paused());
    }

    #[test]
    fn the_recording_that_runs_gives_the_place() {
        let clock = Clock {
            recordings: [-5_000, 60_000]
                .map(|zero_ms| Recording {
                    zero_ms,
                    stopped_ms: None,
                })
                .to_vec(),
            ..Clock::default()
        };
        assert_eq!(clock.in_recording(1_000), Some((1, 6_000)));
        assert_eq!(clock.in_recording(61_000), Some((2, 1_000)));
        assert_eq!(Clock::default().in_recording(5), None);
    }

    #[test]
    fn nothing_lies_in_a_recording_after_it_was_stopped() {
        let clock = Clock {
            recordings: vec![Recording {
                zero_ms: 0,
                stopped_ms: Some(60_000),
            }],
            ..Clock::default()
        };
        assert_eq!(clock.in_recording(59_999), Some((1, 59_999)));
        assert_eq!(clock.in_recording(60_000), None);
    }
}
