//! The clock of the interview while it is kept: beginning, recordings, pauses, what the machine's clock does meanwhile.

use time::{Date, OffsetDateTime};

use super::Protocol;
use crate::session::{ClockChange, Event, PauseReason};

/// By how many minutes one key stretches or shrinks the interview.
pub const MINUTES_STEP: u32 = 5;

/// The longest interview that can be planned, in minutes.
const LONGEST_PLAN: u32 = 600;

/// What the machine's clock did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockJump {
    /// The machine slept for so many milliseconds.
    Slept(i64),
    /// Its clock was set by so many milliseconds, back if below zero.
    Set(i64),
}

impl Protocol {
    /// Milliseconds since the interview began; nothing before it began.
    pub fn elapsed_ms(&self, now: OffsetDateTime) -> Option<u64> {
        self.state().clock.elapsed_ms(now)
    }

    /// Begins the interview, if it has not begun and may, by the key for it; says whether it goes on.
    pub fn begin(&mut self, now: OffsetDateTime) -> bool {
        if self.state().clock.began.is_none() && self.may_begin() {
            self.record(Event::Clock(ClockChange::Begins(now)));
        }
        self.state().clock.began.is_some()
    }

    /// Begins the interview, if it has not begun, because a note is being typed; gives the time of the keystroke.
    pub fn begin_by_typing(&mut self, now: OffsetDateTime) -> u64 {
        if self.state().clock.began.is_none() {
            self.record(Event::Clock(ClockChange::BeginsByTyping(now)));
        }
        self.behind_ended(self.elapsed_ms(now).unwrap_or(0))
    }

    /// Sets how much earlier than its first keystroke a live note's place is shown.
    pub fn set_lead(&mut self, lead_ms: u64) {
        if self.state().clock.lead_ms != lead_ms {
            self.record(Event::Clock(ClockChange::LeadSet(lead_ms)));
        }
    }

    /// Takes the lead that the user is used to, unless the session has begun with one.
    pub fn take_lead(&mut self, lead_ms: u64) {
        if self.state().clock.began.is_none() {
            self.set_lead(lead_ms);
        }
    }

    /// Says that a recording runs, its zero at this instant. Nothing happens without a yes to recording.
    pub fn start_recording(&mut self, now: OffsetDateTime) -> bool {
        let allowed = self.may_record() && !self.is_closed();
        if allowed {
            self.record(Event::Clock(ClockChange::RecordingRuns(now)));
        }
        allowed
    }

    /// Says that a recording that nobody marked ran as long as the interview; whether that was so.
    pub fn assume_recording(&mut self) -> bool {
        let state = self.state();
        let (began, closed) = (state.clock.began, state.closed);
        let is_unmarked = state.clock.recordings.is_empty() && self.may_record();
        let Some(began) = began.filter(|_| is_unmarked) else {
            return false;
        };
        self.record(Event::Clock(ClockChange::RecordingRuns(began)));
        if let Some(closed) = closed {
            self.stop_recording(closed);
        }
        true
    }

    /// Says that the recording was stopped.
    pub fn stop_recording(&mut self, now: OffsetDateTime) {
        if self.state().clock.running().is_some() {
            self.record(Event::Clock(ClockChange::RecordingStopped(now)));
        }
    }

    /// Whether the interviewee agreed to a recording, and takes part still.
    pub fn may_record(&self) -> bool {
        self.state().may_record() && !self.is_refused()
    }

    /// Says that places in a recording (from 1) are later by so many milliseconds than was thought.
    pub fn shift_recording(&mut self, number: u32, by_ms: i64) {
        if by_ms != 0 {
            let shift = ClockChange::RecordingShifted { number, by_ms };
            self.record(Event::Clock(shift));
        }
    }

    /// Says what the machine's clock did until now. A machine that slept slept during the interview; what its clock was
    /// set by is no time of it.
    pub fn note_clock_jump(&mut self, jump: ClockJump, now: OffsetDateTime) {
        let (ClockJump::Slept(by_ms) | ClockJump::Set(by_ms)) = jump;
        let before = now - time::Duration::milliseconds(by_ms);
        // The clock ended with the interview.
        let at_ms = self.elapsed_ms(before).filter(|_| !self.is_closed());
        let Some(at_ms) = at_ms else {
            return;
        };
        self.record(Event::Clock(match jump {
            ClockJump::Slept(by_ms) => ClockChange::Slept { at_ms, by_ms },
            ClockJump::Set(by_ms) => ClockChange::ClockSet { at_ms, by_ms },
        }));
    }

    /// Says whether a jump of the clock forward (from 1) is time of the interview; what came after it moves. Says
    /// whether it did.
    pub fn count_jump(&mut self, number: u32, counts: bool) -> bool {
        let jump = self.state().clock.correctable(number);
        let changes = jump.is_some_and(|jump| jump.counts != counts);
        if changes {
            self.record(Event::Clock(ClockChange::JumpCounts { number, counts }));
        }
        changes
    }

    /// Pauses the interview, or goes on with it.
    pub fn toggle_pause(&mut self, now: OffsetDateTime) {
        let Some(at_ms) = self.elapsed_ms(now) else {
            return;
        };
        let event = if self.state().clock.is_paused() {
            Event::Continued { at_ms }
        } else {
            Event::Paused {
                at_ms,
                reason: PauseReason::Asked,
            }
        };
        self.record(event);
    }

    /// Says why the interview pauses.
    pub fn give_reason(&mut self, reason: PauseReason) {
        let pauses = &self.state().clock.pauses;
        let lasting = pauses.last().filter(|pause| pause.to_ms.is_none());
        if let Some(pause) = lasting.filter(|pause| pause.reason != reason) {
            let at_ms = pause.from_ms;
            self.record(Event::Paused { at_ms, reason });
        }
    }

    /// Minutes planned for the whole interview.
    pub fn planned_minutes(&self) -> u32 {
        let guide = self.guide.minutes(self.state().header.mode);
        self.state().clock.planned_minutes.unwrap_or(guide)
    }

    /// Stretches the interview by a step, all its parts in proportion.
    pub fn stretch(&mut self) {
        self.plan(self.planned_minutes().saturating_add(MINUTES_STEP));
    }

    /// Shrinks the interview by a step, all its parts in proportion.
    pub fn shrink(&mut self) {
        self.plan(self.planned_minutes().saturating_sub(MINUTES_STEP));
    }

    /// Plans so many minutes for the whole interview, all its parts in proportion.
    pub fn plan(&mut self, minutes: u32) {
        let minutes = minutes.clamp(MINUTES_STEP, LONGEST_PLAN);
        let of_guide = self.guide.minutes(self.state().header.mode);
        let planned = Some(minutes).filter(|minutes| *minutes != of_guide);
        if self.state().clock.planned_minutes != planned {
            self.record(Event::Clock(ClockChange::MinutesPlanned(planned)));
        }
    }

    /// Says by when the recordings are to be deleted.
    pub fn promise_deletion(&mut self, day: Option<Date>) {
        if self.state().deletion.promised != day {
            self.record(Event::DeletionPromised(day));
        }
    }

    /// Says when the recordings were deleted.
    pub fn note_deletion(&mut self, day: Option<Date>) {
        if self.state().deletion.done != day {
            self.record(Event::RecordingsDeleted(day));
        }
    }
}
