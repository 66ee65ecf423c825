//! What is said about a note besides its text: how it came about, what it means for the work, and when it was written.

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
