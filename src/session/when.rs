//! When something was said, and where that lies in a recording: the one answer for screens, documents and exports.

use time::OffsetDateTime;

use super::{Answer, Note, Origin, Session, TopicId};

/// The step of the consent by which the interviewee agrees to a recording.
pub const NEEDED_BY_RECORDING: &str = "c3";

/// Where in an interview something lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In a recording.
    Recording {
        /// Which recording, from 1.
        number: usize,
        /// Milliseconds since its beginning.
        at_ms: u64,
    },
    /// There is no recording: milliseconds since the interview began.
    Interview(u64),
}

/// How long an interview took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duration {
    /// Milliseconds from its beginning to its end, without the time for which the program was left.
    pub gross_ms: u64,
    /// The same without the pauses.
    pub net_ms: u64,
}

impl Session {
    /// Whether a recording may be made and pointed to.
    pub fn may_record(&self) -> bool {
        self.answer_to(NEEDED_BY_RECORDING) == Some(Answer::Yes)
    }

    /// Whether what is said now is heard on a recording: one runs, and neither a pause nor the end of the interview stopped it.
    pub fn is_being_recorded(&self) -> bool {
        self.closed.is_none() && !self.clock.is_paused() && self.clock.running().is_some()
    }

    /// When was said what a note says, in milliseconds since the interview began: what is written during the interview
    /// was said a moment before, what is placed afterwards stands where it was placed.
    pub fn said_ms(&self, note: &Note) -> u64 {
        note.at_ms.saturating_sub(self.lead_of(note))
    }

    /// Where in the interview a note lies: in a recording, if one was agreed to and made.
    pub fn place_of(&self, note: &Note) -> Place {
        self.place_before(note.at_ms, self.lead_of(note))
    }

    /// Where lies what a key was pressed for during the interview: a moment before.
    pub fn place_of_key(&self, at_ms: u64) -> Place {
        self.place_before(at_ms, self.clock.lead_ms)
    }

    /// Where lies what was said at a moment of the interview.
    pub fn place_said(&self, at_ms: u64) -> Place {
        self.place_before(at_ms, 0)
    }

    /// How many notes of a cell were said up to where a key was pressed for it: a mark that it set stands behind them.
    pub fn notes_before_key(&self, cell: &TopicId, at_ms: u64) -> usize {
        let marked_ms = at_ms.saturating_sub(self.clock.lead_ms);
        let notes = self.notes_in(cell).into_iter();
        notes
            .take_while(|note| self.said_ms(note) <= marked_ms)
            .count()
    }

    /// When the interview ends, in milliseconds since it began: when it was closed, or at `now`. Nothing before it began.
    pub fn ends_ms(&self, now: OffsetDateTime) -> Option<u64> {
        self.clock.elapsed_ms(self.closed.unwrap_or(now))
    }

    /// How long the interview took: until it was closed, else until the last that is known of it. Nothing before it
    /// began.
    pub fn duration(&self) -> Option<Duration> {
        self.clock.began?;
        let closed = self.closed.and_then(|closed| self.clock.elapsed_ms(closed));
        Some(
            self.clock
                .duration(closed.unwrap_or_else(|| self.last_known_ms())),
        )
    }

    fn place_before(&self, at_ms: u64, lead_ms: u64) -> Place {
        let in_recording = self
            .may_record()
            .then(|| self.clock.in_recording_before(at_ms, lead_ms));
        match in_recording.flatten() {
            Some((number, at_ms)) => Place::Recording { number, at_ms },
            None => Place::Interview(at_ms.saturating_sub(lead_ms)),
        }
    }

    fn lead_of(&self, note: &Note) -> u64 {
        match note.origin {
            Origin::Live => self.clock.lead_ms,
            Origin::Memory | Origin::Recording | Origin::Approval => 0,
        }
    }

    /// The last instant of the interview of which something is known.
    fn last_known_ms(&self) -> u64 {
        let notes = self.notes.iter().map(|note| note.at_ms);
        let visits = self.visits.iter().filter_map(|visit| visit.at_ms);
        let gaps = self.gaps.iter().map(|gap| gap.at_ms);
        let parked = self.parked.iter().map(|parked| parked.at_ms);
        let pauses = self.clock.pauses.iter();
        let pauses = pauses.map(|pause| pause.to_ms.unwrap_or(pause.from_ms));
        let known = notes.chain(visits).chain(gaps).chain(parked).chain(pauses);
        known.max().unwrap_or(0)
    }
}
