//! What a survey said before the interview. It is shown beside a topic and never counts by itself.

use crate::anonymise::CleanText;

/// An answer from a survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prefill {
    /// The answer.
    pub value: CleanText,
    /// What the interview made of it; nothing as long as it did not come up.
    pub outcome: Option<Outcome>,
}

/// What an interview made of an answer from a survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// It says the same.
    Confirmed,
    /// It says the same with reservations.
    Nuanced,
    /// It says something else.
    Contradicted,
}

impl Outcome {
    /// All that an interview can make of an answer.
    pub const ALL: [Self; 3] = [Self::Confirmed, Self::Nuanced, Self::Contradicted];
}
