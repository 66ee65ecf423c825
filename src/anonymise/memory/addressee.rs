//! Somebody or an institution with which an address begins, as soon as one is known by that name: «Brunnwald, c/o
//! Hafenbüro, Am Ufer 3».
//!
//! Keeps out: where an address begins when nobody in it is known, which the detectors say.

use std::ops::Range;

use super::Memory;
use crate::anonymise::finding::{Candidate, Rule, Target};
use crate::anonymise::layout::Layout;
use crate::anonymise::slot::SlotKind;

impl Memory {
    /// Leaves the known name before the first comma of an address to whose name it is, so that it has its own placeholder.
    pub(super) fn leave_addressee(&self, layout: &Layout, found: &mut [Candidate]) {
        let names: Vec<Range<usize>> = found
            .iter()
            .filter(|find| self.is_addressee(find))
            .map(|find| find.span.clone())
            .collect();
        for find in found.iter_mut() {
            let Target::Address(SlotKind::Detail, _) = find.target else {
                continue;
            };
            let start = names
                .iter()
                .filter(|name| name.start == find.span.start && name.end < find.span.end)
                .find_map(|name| behind_comma(layout, name.end..find.span.end));
            let Some(start) = start else { continue };
            let span = start..find.span.end;
            let Some(address) = layout.flat.get(span.clone()) else {
                continue;
            };
            find.target = super::entity::address(SlotKind::Detail, address);
            find.span = span;
        }
    }

    /// Whether somebody or an institution stands here with the whole name.
    fn is_addressee(&self, find: &Candidate) -> bool {
        let Target::Slot(slot) = find.target else {
            return false;
        };
        let is_whole = matches!(find.rule, Rule::Name | Rule::Acronym);
        let may_live = matches!(slot.kind, SlotKind::Person | SlotKind::Institution);
        let is_known = self.announced.contains(&slot) || self.standing(find).is_some();
        is_whole && may_live && is_known
    }
}

/// Where the address goes on behind the comma that follows a name.
fn behind_comma(layout: &Layout, rest: Range<usize>) -> Option<usize> {
    let written = layout.flat.get(rest.clone())?;
    let address = written.trim_start().strip_prefix(',')?.trim_start();
    (!address.is_empty()).then(|| rest.end - address.len())
}
