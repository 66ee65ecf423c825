//! The next coarser step in a draft that has placeholders.

use std::ops::Range;

use super::same::{exonym, without_umlauts};
use super::{Memory, folded_words};
use crate::anonymise::coarsen::{self, Coarser};
use crate::anonymise::finding::{Candidate, Target};
use crate::anonymise::layout::Layout;
use crate::anonymise::lexicon;
use crate::anonymise::marker::Behind;
use crate::anonymise::secret::Secret;
use crate::anonymise::slot::SlotKind;
use crate::language::Language;

impl Memory {
    /// The next coarser step for what stands at a place of a draft: a date becomes its year, a year its decade, another number its
    /// band, an office its class, a town or the placeholder for a place its region, and a region nothing (`[…]`). Nothing if
    /// there is none.
    ///
    /// A region that says another place that is known, or anybody who was announced, is not offered, but the country.
    pub fn coarser(&self, draft: &str, cursor: usize, language: Language) -> Option<Coarser> {
        let Some((span, marker)) = coarsen::marker_at(draft, cursor) else {
            return coarsen::coarser(draft, cursor, language, &|region| self.may_say(region));
        };
        let entry = self.markers.get(marker)?;
        if self.slots.resolve(entry.slot).kind != SlotKind::Place {
            return None;
        }
        let original = match &entry.behind {
            Behind::Original(original) => Some(&**original),
            Behind::Nothing | Behind::Attribute(_) => None,
        };
        let may_say = |region: &str| self.may_say(region);
        Some(coarsen::coarser_place(
            draft, span, original, language, &may_say,
        ))
    }

    /// The same step, which is about to be made: the region that it names is no institution and no place where it stands like
    /// this.
    pub fn coarsen(&mut self, draft: &str, cursor: usize, language: Language) -> Option<Coarser> {
        let step = self.coarser(draft, cursor, language)?;
        self.let_through_region(&step);
        Some(step)
    }

    /// Lets the region through that a step names.
    pub(in crate::anonymise) fn let_through_region(&mut self, step: &Coarser) {
        let region = Secret::from(step.text.as_str());
        if step.region.is_some() && !self.regions.contains(&region) {
            self.regions.push(region);
        }
    }

    /// Whether a find is but such a region: a place or an institution that nobody announced, within a region that stands as
    /// it was put; or somebody who would be called by a part of it, as «Rhodes» of «canton d’Appenzell Rhodes-Intérieures».
    pub(super) fn is_region(&self, layout: &Layout, candidate: &Candidate) -> bool {
        let kind = match &candidate.target {
            Target::Slot(slot) if self.announced.contains(slot) => return false,
            Target::Slot(slot) => slot.kind,
            Target::Named(kind, ..) => *kind,
            _ => return false,
        };
        let is_apart = |span: &Range<usize>| {
            let before = layout
                .flat
                .get(..span.start)
                .and_then(|text| text.chars().next_back());
            let behind = layout
                .flat
                .get(span.end..)
                .and_then(|text| text.chars().next());
            [before, behind]
                .into_iter()
                .flatten()
                .all(|sign| !sign.is_alphanumeric() && sign != '-')
        };
        let covers = |region: &Secret| {
            let mut places = layout.flat.match_indices(&**region);
            places.any(|(start, _)| {
                let span = start..start + region.len();
                span.start <= candidate.span.start
                    && candidate.span.end <= span.end
                    && is_apart(&span)
            })
        };
        let may_be = |region: &&Secret| {
            matches!(kind, SlotKind::Place | SlotKind::Institution)
                || candidate.span.len() < region.len()
        };
        self.regions.iter().filter(may_be).any(covers)
    }

    /// Whether a region has no word of a known place or of anybody who was announced, in whatever language: «canton de
    /// Genève» would say Genf.
    fn may_say(&self, region: &str) -> bool {
        let tells = |word: &str| !lexicon::is_function_word(word) && !lexicon::is_generic(word);
        let region = folded_words(region);
        let region: Vec<&str> = region
            .iter()
            .map(|word| word.as_str())
            .filter(|word| tells(word))
            .collect();
        let says = |word: &str| {
            let plain = without_umlauts(word);
            region
                .iter()
                .any(|of| *of == word || exonym::of(&without_umlauts(of)).contains(&plain.as_str()))
        };
        let must_not_be_said = self.known.iter().filter(|known| {
            known.slot.kind == SlotKind::Place || self.announced.contains(&known.slot)
        });
        must_not_be_said
            .flat_map(|known| folded_words(&known.name))
            .filter(|word| tells(word))
            .all(|word| !says(&word))
    }
}
