//! The clock of an interview: when it began, pauses, recordings. Reads no clock: time comes in as a value.

use time::OffsetDateTime;

use super::Duration;

/// How much earlier than its first keystroke a note's place is shown, if nobody set it otherwise: what is noted was said
/// before.
pub const LEAD_MS: u64 = 5_000;

/// The longest lead, in milliseconds.
pub const LONGEST_LEAD_MS: u64 = 60_000;

/// What is known of an interview's time. All milliseconds count from its beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// When the interview began.
    pub began: Option<OffsetDateTime>,
    /// How much earlier than its first keystroke a live note's place is shown.
    pub lead_ms: u64,
    /// Minutes agreed for the whole interview, if they are others than the guide's.
    pub planned_minutes: Option<u32>,
    /// The recordings, the first being «recording 1».
    pub recordings: Vec<Recording>,
    /// The pauses.
    pub pauses: Vec<Pause>,
    /// Where the machine's clock jumped or the machine slept.
    pub jumps: Vec<Jump>,
}

impl Default for Clock {
    fn default() -> Self {
        Self {
            began: None,
            lead_ms: LEAD_MS,
            planned_minutes: None,
            recordings: Vec::new(),
            pauses: Vec::new(),
            jumps: Vec::new(),
        }
    }
}

/// A recording. Its path is never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Recording {
    /// Where its zero lies, as the key for it was pressed; below zero if it ran before the interview began.
    pub zero_ms: i64,
    /// Where it was stopped, on the same scale; nothing if it ran on.
    pub stopped_ms: Option<i64>,
    /// By how much places in it are later than the key said, since it ran earlier than that.
    pub shift_ms: i64,
}

impl Recording {
    /// Where it really begins.
    pub fn begins_ms(&self) -> i64 {
        self.zero_ms.saturating_sub(self.shift_ms)
    }

    /// Where a place in it, in milliseconds since its beginning, lies in the interview. What was said before the
    /// interview began lies at its beginning.
    pub fn in_interview(&self, offset_ms: u64) -> u64 {
        u64::try_from(self.position_of(offset_ms)).unwrap_or(0)
    }

    /// The same below zero for what was said before the interview began.
    pub fn position_of(&self, offset_ms: u64) -> i64 {
        let offset_ms = i64::try_from(offset_ms).unwrap_or(i64::MAX);
        offset_ms.saturating_add(self.begins_ms())
    }

    /// Where in the interview it was stopped; nothing if it ran on, or was stopped before the interview began.
    pub fn ends_ms(&self) -> Option<u64> {
        u64::try_from(self.stopped_ms?).ok()
    }

    /// Where in it an instant of the interview lies, never below zero.
    fn place_of(&self, at_ms: i64) -> u64 {
        u64::try_from(at_ms.saturating_sub(self.begins_ms())).unwrap_or(0)
    }

    fn is_stopped_by(&self, at_ms: i64) -> bool {
        self.stopped_ms.is_some_and(|stop| stop <= at_ms)
    }

    /// Whether it ran at an instant, by the keys that were pressed.
    fn ran_at(&self, at_ms: i64) -> bool {
        self.zero_ms <= at_ms && !self.is_stopped_by(at_ms)
    }

    /// Whether it ran at an instant before the key was pressed, as its correction says.
    fn ran_before_key_at(&self, at_ms: i64) -> bool {
        self.begins_ms() <= at_ms && at_ms < self.zero_ms
    }
}

/// That a recording that was named is not there, or that none was agreed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingRecording {
    /// Which was named, from 1.
    pub number: usize,
    /// How many there are.
    pub recordings: usize,
}

/// That the machine's clock jumped, or that the machine slept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Jump {
    /// Where in the interview.
    pub at_ms: u64,
    /// By how many milliseconds; below zero if the clock was set back.
    pub by_ms: i64,
    /// Whether they are time of the interview: they are if the machine slept, and not if its clock was set.
    pub counts: bool,
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
    /// The interviewer pressed the key for it, and gave no reason.
    Asked,
    /// Somebody or something interrupts: a telephone, a visitor.
    Interruption,
    /// A rest.
    Break,
    /// Somebody joined, so that everybody has to be asked.
    ThirdPerson,
    /// The recorder, the line or the program.
    Technical,
    /// The program was left, and taken up again later.
    Left,
}

impl PauseReason {
    /// What the interviewer can choose.
    pub const CHOICES: [Self; 4] = [
        Self::Interruption,
        Self::Break,
        Self::ThirdPerson,
        Self::Technical,
    ];
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
    /// The machine's clock jumped, or the machine slept, for so many milliseconds: of journals that do not say where.
    Jumped(i64),
    /// The machine slept; the interview may have gone on meanwhile.
    Slept {
        /// Where in the interview.
        at_ms: u64,
        /// For how many milliseconds.
        by_ms: i64,
    },
    /// The machine's clock was set, which is no time of the interview.
    ClockSet {
        /// Where in the interview.
        at_ms: u64,
        /// By how many milliseconds; below zero if it was set back.
        by_ms: i64,
    },
    /// A jump forward is time of the interview after all, or is none: what came after it moves.
    JumpCounts {
        /// Which jump, from 1.
        number: u32,
        /// Whether it is.
        counts: bool,
    },
    /// The lead of live notes is so many milliseconds.
    LeadSet(u64),
    /// So many minutes are agreed for the whole interview; nothing for those of the guide.
    MinutesPlanned(Option<u32>),
}

impl Clock {
    /// Milliseconds since the interview began, never below zero; nothing before it began. By how much the machine's clock
    /// was set meanwhile does not count.
    pub fn elapsed_ms(&self, now: OffsetDateTime) -> Option<u64> {
        let elapsed_ms = self.position_ms(now)?;
        Some(u64::try_from(elapsed_ms).unwrap_or(0))
    }

    /// The same below zero for what was before the interview began.
    pub(super) fn position_ms(&self, now: OffsetDateTime) -> Option<i64> {
        let elapsed = (now - self.began?).whole_milliseconds();
        let outside = self.jumps.iter().filter(|jump| !jump.counts);
        let outside: i128 = outside.map(|jump| i128::from(jump.by_ms)).sum();
        // Only a file that nobody's clock wrote can hold more.
        Some(i64::try_from(elapsed - outside).unwrap_or(i64::MAX))
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
        at_ms.saturating_sub(paused_ms(&self.pauses, at_ms, |_| true))
    }

    /// How long the interview has taken until an instant. While the program was left nobody kept the interview.
    pub fn duration(&self, at_ms: u64) -> Duration {
        let left_ms = paused_ms(&self.pauses, at_ms, |reason| reason == PauseReason::Left);
        Duration {
            gross_ms: at_ms.saturating_sub(left_ms),
            net_ms: self.talk_ms(at_ms),
        }
    }

    /// Whether a pause lasts.
    pub fn is_paused(&self) -> bool {
        self.pauses
            .last()
            .is_some_and(|pause| pause.to_ms.is_none())
    }

    /// The recording that runs, with its number from 1.
    pub fn running(&self) -> Option<(usize, &Recording)> {
        let last = self.recordings.last()?;
        let runs = last.stopped_ms.is_none();
        runs.then_some((self.recordings.len(), last))
    }

    /// Where in a recording an instant lies, with the recording's number from 1. A recording runs from its key to its
    /// stop or to the key of the next, and before its key as far as its correction says.
    pub fn in_recording(&self, at_ms: u64) -> Option<(usize, u64)> {
        let at_ms = i64::try_from(at_ms).ok()?;
        let numbered = || self.recordings.iter().enumerate();
        let by_key = numbered().rfind(|(_, recording)| recording.zero_ms <= at_ms);
        let running = by_key.filter(|(_, recording)| recording.ran_at(at_ms));
        let (index, recording) =
            running.or_else(|| numbered().find(|(_, other)| other.ran_before_key_at(at_ms)))?;
        Some((index + 1, recording.place_of(at_ms)))
    }

    /// Where in a recording lies what was said so long before an instant. What was said before the recording began lies
    /// at its beginning.
    pub fn in_recording_before(&self, at_ms: u64, lead_ms: u64) -> Option<(usize, u64)> {
        let said = self.in_recording(at_ms.saturating_sub(lead_ms));
        said.or_else(|| self.in_recording(at_ms).map(|(number, _)| (number, 0)))
    }

    /// A recording by its number, from 1.
    pub fn recording(&self, number: usize) -> Option<&Recording> {
        self.recordings.get(number.checked_sub(1)?)
    }

    /// Where a place in a recording lies in the interview; nothing if there is no such recording.
    pub fn in_interview(&self, number: usize, offset_ms: u64) -> Option<u64> {
        Some(self.recording(number)?.in_interview(offset_ms))
    }

    /// A jump that can be told to count or not: one forward, since what came after it is known by its time.
    pub fn correctable(&self, number: u32) -> Option<&Jump> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        self.jumps.get(index).filter(|jump| jump.by_ms > 0)
    }

    /// Minutes of a part of the interview, stretched or shrunk in proportion to the whole.
    pub fn in_proportion(&self, minutes: u32, of_guide: u32) -> u32 {
        let Some(planned) = self.planned_minutes.filter(|_| of_guide > 0) else {
            return minutes;
        };
        let scaled = u64::from(minutes) * u64::from(planned) + u64::from(of_guide) / 2;
        u32::try_from(scaled / u64::from(of_guide)).unwrap_or(u32::MAX)
    }
}

impl Jump {
    /// Where an instant after the jump lies when it counts, or counts no longer.
    pub(super) fn moved(&self, at_ms: u64, counts: bool) -> u64 {
        let length = u64::try_from(self.by_ms).unwrap_or(0);
        if counts {
            let is_after = at_ms > self.at_ms;
            at_ms.saturating_add(if is_after { length } else { 0 })
        } else if at_ms >= self.at_ms.saturating_add(length) {
            at_ms - length
        } else {
            // No time passed between both.
            at_ms.min(self.at_ms)
        }
    }
}

/// How many milliseconds of pauses for such reasons lie before an instant.
fn paused_ms(pauses: &[Pause], at_ms: u64, counts: impl Fn(PauseReason) -> bool) -> u64 {
    let pauses = pauses.iter().filter(|pause| counts(pause.reason));
    // A file may hold any number, so that a plain sum could overflow.
    pauses.fold(0, |paused, pause| {
        let end = pause.to_ms.unwrap_or(at_ms).min(at_ms);
        paused.saturating_add(end.saturating_sub(pause.from_ms))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn an_interview_that_was_left_overnight_did_not_last_all_night() {
        let pause = |from_ms, to_ms, reason| Pause {
            from_ms,
            to_ms: Some(to_ms),
            reason,
        };
        let clock = Clock {
            pauses: vec![
                pause(10, 30, PauseReason::Break),
                pause(100, 5_000, PauseReason::Left),
            ],
            ..Clock::default()
        };
        let duration = Duration {
            gross_ms: 110,
            net_ms: 90,
        };
        assert_eq!(clock.duration(5_010), duration);
    }

    #[test]
    fn the_recording_that_runs_gives_the_place() {
        let clock = Clock {
            recordings: [-5_000, 60_000]
                .map(|zero_ms| Recording {
                    zero_ms,
                    ..Recording::default()
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
                stopped_ms: Some(60_000),
                ..Recording::default()
            }],
            ..Clock::default()
        };
        assert_eq!(clock.in_recording(59_999), Some((1, 59_999)));
        assert_eq!(clock.in_recording(60_000), None);
    }

    fn recorded(recordings: &[(i64, Option<i64>)]) -> Clock {
        let recordings = recordings.iter().map(|(zero_ms, stopped_ms)| Recording {
            zero_ms: *zero_ms,
            stopped_ms: *stopped_ms,
            shift_ms: 0,
        });
        Clock {
            recordings: recordings.collect(),
            ..Clock::default()
        }
    }

    /// B7: a change of the offset shifts all codes of that recording and keeps their order.
    #[test]
    fn a_corrected_offset_shifts_all_places_of_its_recording_and_no_other() {
        let mut clock = recorded(&[(1_000, Some(50_000)), (60_000, None)]);
        let instants = [1_000, 20_000, 49_999, 60_000, 90_000];
        let places = |clock: &Clock| instants.map(|at_ms| clock.in_recording(at_ms).unwrap());
        let before = places(&clock);
        clock.recordings[0].shift_ms = 3_500;
        let after = places(&clock);
        for (before, after) in before.iter().zip(&after) {
            let shift = if before.0 == 1 { 3_500 } else { 0 };
            assert_eq!((before.0, before.1 + shift), *after);
        }
        assert!(after.is_sorted());
        // What was said before the key was pressed lies in the recording as well now.
        assert_eq!(clock.in_recording(0), Some((1, 2_500)));
        // Even where the other way round the zero comes to lie behind a place, that place is never below zero.
        clock.recordings[0].shift_ms = -10_000;
        assert_eq!(clock.in_recording(5_000), Some((1, 0)));
        assert!(places(&clock).is_sorted());
    }

    #[test]
    fn a_lead_never_leads_out_of_the_recording() {
        let clock = recorded(&[(0, Some(50_000)), (60_000, None)]);
        assert_eq!(clock.in_recording_before(62_300, 0), Some((2, 2_300)));
        assert_eq!(clock.in_recording_before(62_300, 5_000), Some((2, 0)));
        assert_eq!(clock.in_recording_before(2_000, 5_000), Some((1, 0)));
        assert_eq!(clock.in_recording_before(53_000, 5_000), Some((1, 48_000)));
        assert_eq!(clock.in_recording_before(58_000, 5_000), None);
    }

    #[test]
    fn a_place_in_a_recording_is_found_again_in_the_interview() {
        let mut clock = recorded(&[(-5_000, Some(50_000)), (60_000, None)]);
        clock.recordings[1].shift_ms = -3_500;
        for (number, offset) in [(1, 5_000), (1, 30_100), (2, 700), (2, 9_900)] {
            let at_ms = clock.in_interview(number, offset).unwrap();
            assert_eq!(clock.in_recording(at_ms), Some((number, offset)));
        }
        assert_eq!(clock.in_interview(3, 0), None);
    }

    #[test]
    fn a_clock_that_was_set_takes_nothing_and_adds_nothing() {
        let began = OffsetDateTime::UNIX_EPOCH + time::Duration::days(20_000);
        let mut clock = Clock {
            began: Some(began),
            ..Clock::default()
        };
        let at = |seconds| began + time::Duration::seconds(seconds);
        let jump = |at_ms, by_ms, counts| Jump {
            at_ms,
            by_ms,
            counts,
        };
        // An hour forward after a minute, then two hours back after another.
        clock.jumps = vec![jump(60_000, 3_600_000, false)];
        assert_eq!(clock.elapsed_ms(at(3_661)), Some(61_000));
        clock.jumps.push(jump(120_000, -7_200_000, false));
        assert_eq!(clock.elapsed_ms(at(121 - 3_600)), Some(121_000));
        // A machine that slept slept during the interview.
        clock.jumps = vec![jump(60_000, 3_600_000, true)];
        assert_eq!(clock.elapsed_ms(at(3_661)), Some(3_661_000));
    }

    #[test]
    fn a_jump_that_is_told_not_to_count_moves_what_came_after_and_back() {
        let jump = Jump {
            at_ms: 60_000,
            by_ms: 3_600_000,
            counts: true,
        };
        for (counted, not_counted) in [(10, 10), (60_000, 60_000), (3_660_100, 60_100)] {
            assert_eq!(jump.moved(counted, false), not_counted);
            assert_eq!(jump.moved(not_counted, true), counted);
        }
        assert_eq!(jump.moved(1_000_000, false), 60_000);
    }

    #[test]
    fn parts_are_stretched_and_shrunk_in_proportion_to_the_whole() {
        let mut clock = Clock::default();
        assert_eq!(clock.in_proportion(16, 62), 16);
        clock.planned_minutes = Some(31);
        assert_eq!(clock.in_proportion(16, 62), 8);
        assert_eq!(clock.in_proportion(62, 62), 31);
        clock.planned_minutes = Some(u32::MAX);
        assert_eq!(clock.in_proportion(1, 0), 1);
        assert_eq!(clock.in_proportion(u32::MAX, 1), u32::MAX);
    }
}
