//! What a part of two names is, of which nobody announced either: the detectors see how it stands.
//!
//! «Görlitz» of «IHK Görlitz» is the town, «krebs zahlt» may be the mill of somebody who is called Krebs, and «Mr Kernhofler» is no
//! firm. Keeps out: names that were announced, which hold against everything (`entity`).

use std::collections::{HashMap, HashSet};

use super::Memory;
use crate::anonymise::detect::{Certainty, Kind};
use crate::anonymise::finding::{Candidate, Rule, Target};
use crate::anonymise::slot::SlotKind;

impl Memory {
    /// Where the detectors see a place that an institution has in its name which nobody announced, it is the place:
    /// «Görlitz» beside «IHK Görlitz».
    pub(super) fn prefer_places(&self, found: &mut Vec<Candidate>) {
        let places: HashSet<(usize, usize)> = found
            .iter()
            .filter(|candidate| matches!(candidate.rule, Rule::Detected(Kind::Place, ..)))
            .map(|candidate| (candidate.span.start, candidate.span.end))
            .collect();
        found.retain(|candidate| match candidate.target {
            Target::Slot(slot) if slot.kind == SlotKind::Institution => {
                candidate.rule != Rule::Part
                    || self.announced.contains(&slot)
                    || !places.contains(&(candidate.span.start, candidate.span.end))
            }
            _ => true,
        });
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
