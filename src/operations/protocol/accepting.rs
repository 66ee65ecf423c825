//! What was said to be no name counts wherever the session is searched for names again.

use time::OffsetDateTime;

use super::Protocol;
use crate::anonymise::ProtectedWords;
use crate::operations::check::{accepted, text_of};
use crate::release::residual;
use crate::session::TextPlace;

impl Protocol {
    /// Accepts, as a check does, each place that would keep the session back and holds nothing but words that the
    /// interviewer called no names in this sitting. What the configuration or the guide calls so says nothing of whom a
    /// text means. A text that is written on loses what was accepted in it, so this comes last.
    pub fn accept_ordinary(&mut self, reason: &str, now: OffsetDateTime) {
        if !self.memory.has_called_ordinary() {
            return;
        }
        self.settle_names();
        let none = ProtectedWords::default();
        let mut found = residual(self.state(), Some(&self.guide), &none);
        found.retain(|hit| hit.blocks() && !matches!(hit.place, TextPlace::Draft(_)));
        let reason = self.clean(reason);
        for hit in found {
            let text = text_of(self.state(), &hit.place).unwrap_or_default();
            let words = text
                .get(hit.hit.span.clone())
                .unwrap_or_default()
                .to_owned();
            if self.memory.was_called_ordinary(&words) {
                self.record(accepted(&hit, reason.clone(), now));
            }
        }
    }
}
