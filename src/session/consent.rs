//! The steps of the consent as they were answered. No name and no signature is kept.

use time::OffsetDateTime;

use crate::language::Language;

/// The answer to one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentRecord {
    /// Which step, such as `c3`.
    pub step: String,
    /// The answer.
    pub answer: Answer,
    /// How it was given.
    pub manner: Manner,
    /// When.
    pub at: OffsetDateTime,
    /// The edition of the guide whose text was used.
    pub edition: String,
    /// The language of the text.
    pub language: Language,
}

/// The answer to a step of the consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// A yes that was taken back.
    Withdrawn,
}

/// How a step of the consent was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// In words, before the recording ran.
    Oral,
    /// In words, on the recording.
    OnTape,
    /// In writing, before.
    Written,
    /// By e-mail, before.
    Email,
}
