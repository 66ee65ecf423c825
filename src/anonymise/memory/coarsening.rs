//! The next coarser step in a draft that has placeholders.

use super::{Memory, folded_words};
use crate::anonymise::coarsen::{self, Coarser};
use crate::anonymise::marker::Behind;
use crate::anonymise::secret::Secret;
use crate::anonymise::slot::SlotKind;
use crate::language::Language;

impl Memory {
    /// The next coarser step for what stands at a place of a draft, as [`coarser`](coarsen::coarser) says it; a placeholder
    /// for a place becomes the region it lies in. Nothing if there is none.
    pub fn coarser(&self, draft: &str, cursor: usize, language: Language) -> Option<Coarser> {
        let step = match coarsen::marker_at(draft, cursor) {
            None => coarsen::coarser(draft, cursor, language)?,
            Some((span, marker)) => {
                let entry = self.markers.get(marker)?;
                if self.slots.resolve(entry.slot).kind != SlotKind::Place {
                    return None;
                }
                let original = match &entry.behind {
                    Behind::Original(original) => Some(&**original),
                    Behind::Nothing | Behind::Attribute(_) => None,
                };
                coarsen::coarser_place(draft, span, original, language)
            }
        };
        // «Kanton Bern» would say Bern, which was announced.
        let names_protected = step
            .region
            .is_some_and(|region| self.shares_word_with_announced(region));
        Some(if names_protected {
            Coarser::nothing(step.span)
        } else {
            step
        })
    }

    /// The same step, which is about to be made: the region that it names is let through where it stands like this.
    pub fn coarsen(&mut self, draft: &str, cursor: usize, language: Language) -> Option<Coarser> {
        let step = self.coarser(draft, cursor, language)?;
        self.let_through_region(&step);
        Some(step)
    }

    /// Lets the region through that a step names.
    pub(in crate::anonymise) fn let_through_region(&mut self, step: &Coarser) {
        let region = Secret::from(step.text.as_str());
        if step.region.is_some() && !self.allowed.contains(&region) {
            self.allowed.push(region);
        }
    }

    fn shares_word_with_announced(&self, region: &str) -> bool {
        let region = folded_words(region);
        let mut announced = self
            .known
            .iter()
            .filter(|known| self.announced.contains(&known.slot));
        announced.any(|known| {
            folded_words(&known.name)
                .iter()
                .any(|word| region.contains(word))
        })
    }
}
