//! What a part of two names is, of which nobody announced either: the detectors see how it stands.
//!
//! «Görlitz» of «IHK Görlitz» is the town, «krebs zahlt» may be the mill of somebody who is called Krebs, and «Mr Kernhofler» is no
//! firm. Keeps out: names that were announced, which hold against everything (`entity`).

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::Memory;
use crate::anonymise::detect::{Certainty, Kind};
use crate::anonymise::finding::{Candidate, Rule, Target};
use crate::anonymise::layout::Layout;
use crate::anonymise::slot::{SlotKey, SlotKind};

impl Memory {
    /// Where the detectors see a place that an institution has in its name which nobody announced, it is the place: «Görlitz» beside
    /// «IHK Görlitz». But a clause that begins with it is rather about the institution, if no other is called so: «Thierstein
    /// zahlt», of «Kantonsspital Thierstein».
    pub(super) fn prefer_places(&self, layout: &Layout, found: &mut Vec<Candidate>) {
        let is_seen =
            |candidate: &Candidate| matches!(candidate.rule, Rule::Detected(Kind::Place, ..));
        let places: HashSet<(usize, usize)> = found
            .iter()
            .filter(|candidate| is_seen(candidate))
            .map(place)
            .collect();
        let houses: HashSet<(usize, usize)> = found
            .iter()
            .filter(|candidate| places.contains(&place(candidate)) && self.is_part(candidate))
            .filter(|candidate| self.is_house(layout, candidate, found))
            .map(place)
            .collect();
        found.retain(|candidate| {
            let at = place(candidate);
            if self.is_part(candidate) {
                houses.contains(&at) || !places.contains(&at)
            } else {
                !(is_seen(candidate) && houses.contains(&at))
            }
        });
    }

    /// Whether it is a part of the name of an institution that nobody announced.
    fn is_part(&self, candidate: &Candidate) -> bool {
        match candidate.target {
            Target::Slot(slot) => {
                slot.kind == SlotKind::Institution
                    && candidate.rule == Rule::Part
                    && !self.announced.contains(&slot)
            }
            _ => false,
        }
    }

    /// Whether such a part stands for the institution: it begins a clause, nothing else is called so, and the detectors are not
    /// certain of a place.
    fn is_house(&self, layout: &Layout, part: &Candidate, found: &[Candidate]) -> bool {
        let here = || found.iter().filter(|other| other.span == part.span);
        let slots: HashSet<SlotKey> = here()
            .filter_map(|known| match known.target {
                Target::Slot(slot) => Some(self.slots.resolve(slot)),
                _ => None,
            })
            .collect();
        let is_told = |candidate: &Candidate| {
            matches!(
                candidate.rule,
                Rule::Detected(Kind::Place, Certainty::Certain, _)
            )
        };
        slots.len() == 1 && !here().any(is_told) && begins_clause(layout, &part.span)
    }

    /// Where the detectors see an institution in what is a part both of somebody's and of an institution's name, it is the
    /// institution; and of whom they are certain is no institution.
    pub(super) fn prefer_kinds(&self, found: &mut Vec<Candidate>) {
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

fn place(candidate: &Candidate) -> (usize, usize) {
    (candidate.span.start, candidate.span.end)
}

/// Whether nothing of the same clause stands before a name but quotation marks and brackets.
fn begins_clause(layout: &Layout, span: &Range<usize>) -> bool {
    const OPENING: [char; 6] = ['(', '«', '„', '“', '‹', '"'];
    const ENDS: [char; 8] = ['.', '!', '?', ':', ';', '–', '—', '\n'];
    let before = layout.flat.get(..span.start).unwrap_or_default();
    let before = before.trim_end_matches(|sign: char| {
        sign != '\n' && (sign.is_whitespace() || OPENING.contains(&sign))
    });
    before.is_empty() || before.ends_with(ENDS)
}
