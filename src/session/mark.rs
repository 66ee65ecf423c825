//! What is said about a note besides its text: how it came about, what it means for the work, and when it was written.

use time::{Duration, OffsetDateTime};

use super::Prompting;
use crate::language::Language;

/// How long after the interview something was written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Age {
    /// On the same day.
    #[default]
    SameDay,
    /// On another day, within 24 hours.
    WithinDay,
    /// Later than 24 hours.
    Later,
}

impl Age {
    /// All ages, the youngest first.
    pub const ALL: [Self; 3] = [Self::SameDay, Self::WithinDay, Self::Later];

    /// The age of something written at this moment about a talk that ended then.
    pub fn between(ended: OffsetDateTime, written: OffsetDateTime) -> Self {
        if ended.to_offset(written.offset()).date() >= written.date() {
            Self::SameDay
        } else if written - ended <= Duration::DAY {
            Self::WithinDay
        } else {
            Self::Later
        }
    }
}

/// Whether something helps the work or hinders it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Polarity {
    /// It helps.
    Helps,
    /// It hinders.
    Hinders,
}

/// Whose view a note gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Voice {
    /// The interviewee's own.
    #[default]
    Own,
    /// Somebody else's, as the interviewee reported it.
    Reported,
}

/// A mark on a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Whether the interviewee came to it unasked.
    Prompting(Prompting),
    /// Whether it helps or hinders; nothing takes the mark away.
    Polarity(Option<Polarity>),
    /// Whose view it is.
    Voice(Voice),
    /// Which of several interviewees said it, from 1; nothing if there is one.
    Speaker(Option<u8>),
    /// The language it is written in.
    Language(Language),
}

/// That a note was changed after the interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revision {
    /// From what it was changed.
    pub origin: super::Origin,
    /// How long after the interview.
    pub age: Age,
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    /// A15
    #[test]
    fn what_is_written_the_next_day_is_within_24_hours_or_later() {
        let ended = datetime!(2026-05-05 16:30 +2);
        let rows = [
            (datetime!(2026-05-05 16:30 +2), Age::SameDay),
            (datetime!(2026-05-05 23:59 +2), Age::SameDay),
            (datetime!(2026-05-06 00:01 +2), Age::WithinDay),
            (datetime!(2026-05-06 16:30 +2), Age::WithinDay),
            (datetime!(2026-05-06 16:31 +2), Age::Later),
            // A clock that was set back makes nothing older.
            (datetime!(2026-05-05 12:00 +2), Age::SameDay),
            // The day is that of whoever writes.
            (datetime!(2026-05-05 22:30 UTC), Age::SameDay),
        ];
        for (written, age) in rows {
            assert_eq!(Age::between(ended, written), age, "{written}");
        }
    }
}
