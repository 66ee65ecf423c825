//! The last answers to the steps of the consent, as bits.

use crate::session::{Answer, Session};

/// The last answers to the steps `c1` to `c7`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Consents {
    /// The steps that were answered with yes: the bit at 1 is `c1`.
    yes: u8,
    /// The steps whose yes was taken back.
    withdrawn: u8,
}

impl Consents {
    /// The last answers of a session.
    pub fn of(session: &Session) -> Self {
        let mut consents = Self::default();
        for record in &session.consent {
            if let Some(bit) = bit(&record.step) {
                consents.yes &= !bit;
                consents.withdrawn &= !bit;
                match record.answer {
                    Answer::Yes => consents.yes |= bit,
                    Answer::Withdrawn => consents.withdrawn |= bit,
                    Answer::No => {}
                }
            }
        }
        consents
    }

    /// The answers as two bytes: the steps that were answered with yes, and those whose yes was taken back.
    pub const fn to_bits(self) -> [u8; 2] {
        [self.yes, self.withdrawn]
    }

    /// The answers from their two bytes.
    pub const fn from_bits([yes, withdrawn]: [u8; 2]) -> Self {
        Self { yes, withdrawn }
    }

    /// Whether a step was answered with yes and the yes was not taken back.
    pub fn has(self, step: &str) -> bool {
        bit(step).is_some_and(|bit| self.yes & bit != 0)
    }

    /// Whether the yes to a step was taken back.
    pub fn was_withdrawn(self, step: &str) -> bool {
        bit(step).is_some_and(|bit| self.withdrawn & bit != 0)
    }
}

/// The bit of a step; nothing for what is no step.
fn bit(step: &str) -> Option<u8> {
    let number: u32 = step.strip_prefix('c')?.parse().ok()?;
    (1..=7).contains(&number).then(|| 1 << number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::example;

    #[test]
    fn the_last_answer_to_a_step_counts() {
        let mut session = example::session();
        example::answer(&mut session, "c5", Answer::Withdrawn);
        let consents = Consents::of(&session);
        assert!(consents.has("c4") && !consents.has("c5"));
        assert!(consents.was_withdrawn("c5") && !consents.was_withdrawn("c6"));
        assert!(!consents.has("c6") && !consents.has("c7") && !consents.has("x"));
        assert_eq!(Consents::from_bits(consents.to_bits()), consents);
    }
}
