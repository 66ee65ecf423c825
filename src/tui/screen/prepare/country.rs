//! Whether it has to be said why the interviewer is of another country than the interviewee.

use zeroize::Zeroizing;

use super::{Field, Prepare};
use crate::analysis::{OpenPoint, is_of_other_country, is_waved};

impl Prepare {
    /// Whether interviewer and interviewee are of two countries, and no earlier preparation says why. It may stay unsaid:
    /// then it is asked again at closing.
    pub(super) fn asks_for_country(&self) -> bool {
        let is_said = self
            .earlier
            .as_ref()
            .is_some_and(|protocol| is_waved(protocol.state(), &OpenPoint::Country));
        !is_said && is_of_other_country(|attribute| self.value_of(attribute))
    }

    /// The reason that was typed.
    pub(super) fn country(&self) -> Option<Zeroizing<String>> {
        let reason = self.text(&Field::Country).trim();
        let is_said = self.asks_for_country() && !reason.is_empty();
        is_said.then(|| Zeroizing::new(reason.to_owned()))
    }

    /// The chosen value of an attribute.
    fn value_of(&self, id: &str) -> Option<&str> {
        let mut attributes = self.guide()?.attributes.iter();
        let attribute = attributes.find(|attribute| attribute.id == id)?;
        let chosen = self.chosen(&Field::Attribute(id.to_owned()));
        let value = attribute.values.get(chosen.checked_sub(1)?)?;
        Some(&value.id)
    }
}
