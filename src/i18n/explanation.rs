//! What went wrong, why, and what to do about it.

use super::{Text, Value, Words};
use crate::release::Refused;

/// What went wrong in the words of the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// What was tried, on what.
    pub error: String,
    /// Why it did not work, the nearest cause first.
    pub causes: Vec<String>,
    /// What to do next.
    pub hint: Option<String>,
}

impl Explanation {
    /// Something that went wrong, with nothing more to say about it.
    pub fn new(error: impl Into<String>) -> Self {
        Self {
            error: error.into(),
            causes: Vec::new(),
            hint: None,
        }
    }

    /// The same with a cause below those that are there.
    #[must_use]
    pub fn because(mut self, cause: impl Into<String>) -> Self {
        self.causes.push(cause.into());
        self
    }

    /// The same with a hint.
    #[must_use]
    pub fn hinting(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl Words {
    /// Why a session is not released: all reasons, and what to do about the first.
    pub fn refused(&self, refused: &Refused) -> Explanation {
        let level = self.level(refused.level).into_owned();
        let session = refused.session.to_string();
        let error = self.text_with(
            Text::Refused,
            &[
                ("session", Value::from(session)),
                ("level", Value::from(level)),
            ],
        );
        let reasons = refused.reasons.iter();
        let mut explanation = reasons.fold(Explanation::new(error), |explanation, reason| {
            explanation.because(self.refusal(reason))
        });
        if let Some(first) = refused.reasons.first() {
            explanation = explanation.hinting(self.refusal_hint(first, &refused.session));
        }
        explanation
    }
}
