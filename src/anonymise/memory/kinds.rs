//! What a part of two names is, of which nobody announced either: the detectors see how it stands.
//!
//! «Görlitz» of «IHK Görlitz» is the town, «krebs zahlt» may be the mill of somebody who is called Krebs, and «Mr Kernhofler» is no
//! firm. Keeps out: names that were announced, which hold against everything (`entity`).

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::Memory;
use crate::anonymise::detect::{self, Certainty, Kind};
use crate::anonymise::finding::{Candidate, Rule, Target};
use crate::anonymise::layout::Layout;
use crate::anonymise::slot::{SlotKey, SlotKind};
use crate::language::fold;

impl Memory {
    /// Where the detectors see a place that an institution has in its name which nobody announced, it is the place («Görlitz» beside
    /// «IHK Görlitz»); but where nobody is or goes, it is the only one that is called so: «Thierstein zahlt», of «Kantonsspital
    /// Thierstein».
    pub(super) fn prefer_places(&self, layout: &Layout, found: &mut Vec<Candidate>) {
        let is_part = |candidate: &Candidate| match candidate.target {
            Target::Slot(slot) => {
                slot.kind == SlotKind::Institution
                    && candidate.rule == Rule::Part
                    && !self.announced.contains(&slot)
            }
            _ => false,
        };
        let seen =
            |candidate: &Candidate| matches!(candidate.rule, Rule::Detected(Kind::Place, ..));
        let mut places: HashMap<(usize, usize), bool> = HashMap::new();
        for candidate in found.iter().filter(|candidate| seen(candidate)) {
            let span = &candidate.span;
            let here = || found.iter().filter(|other| other.span == *span);
            let slots: HashSet<SlotKey> = here()
                .filter_map(|known| self.slot_of_known(known))
                .collect();
            let is_told = matches!(candidate.rule, Rule::Detected(_, Certainty::Certain, _));
            let is_place = is_told || slots.len() > 1 || is_where(layout, span);
            if here().any(is_part) {
                places.insert((span.start, span.end), is_place);
            }
        }
        found.retain(|candidate| {
            let at = (candidate.span.start, candidate.span.end);
            let is_place = places.get(&at);
            if is_part(candidate) {
                is_place != Some(&true)
            } else {
                !(seen(candidate) && is_place == Some(&false))
            }
        });
    }

    /// The slot of what is known already.
    fn slot_of_known(&self, candidate: &Candidate) -> Option<SlotKey> {
        match candidate.target {
            Target::Slot(slot) => Some(self.slots.resolve(slot)),
            _ => None,
        }
    }

    /// Where the detectors see an institution in what is a part both of somebody's and of an institution's name, it is the
    /// institution; and of whom they are certain is no institution.
    pub(super) fn prefer_kinds(&self, found: &mut Vec<Candidate>) {
        let place = |candidate: &Candidate| (candidate.span.start, candidate.span.end);
        let seen: HashMap<(usize, usize), (Kind, Certainty)> = found
            .iter()
            .filter_map(|candidate| match candidate.rule {
                Rule::Detected(kind, certainty, _) => Some((place(candidate), (kind, certainty))),
                _ => None,
            })
            .collect();
        let kind_of = |candidate: &Candidate| match candidate.target {
            Target::Slot(slot) if !self.announced.contains(&slot) => Some(slot.kind),
            _ => None,
        };
        let of_institutions: HashSet<(usize, usize)> = found
            .iter()
            .filter(|candidate| kind_of(candidate) == Some(SlotKind::Institution))
            .map(place)
            .collect();
        found.retain(|candidate| {
            let at = place(candidate);
            match (kind_of(candidate), seen.get(&at)) {
                (Some(SlotKind::Person), Some((Kind::Institution, _))) => {
                    !of_institutions.contains(&at)
                }
                (Some(SlotKind::Institution), Some((Kind::Person, Certainty::Certain))) => {
                    candidate.rule != Rule::Part
                }
                _ => true,
            }
        });
    }
}

/// Whether the word before a name says that something is there or goes there.
fn is_where(layout: &Layout, span: &Range<usize>) -> bool {
    /// With the article, which the lists of the detectors do not have here.
    const WITH_ARTICLE: [&str; 9] = ["im", "am", "vom", "zum", "zur", "dans", "en", "au", "aux"];
    let before = layout.flat.get(..span.start).unwrap_or_default();
    let gap = |sign: char| sign.is_whitespace() || matches!(sign, '(' | '«' | '"');
    let before = before.trim_end_matches(gap);
    let word = before
        .rsplit(|sign: char| !sign.is_alphanumeric())
        .next()
        .map(fold)
        .unwrap_or_default();
    detect::is_beside_place(&word) || WITH_ARTICLE.contains(&word.as_str())
}
