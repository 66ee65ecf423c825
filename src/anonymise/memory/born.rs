//! Numbers and addresses that grow while they are typed, and keep their slot.

use super::Memory;
use crate::anonymise::finding::{Candidate, Target};
use crate::anonymise::layout::Layout;
use crate::anonymise::slot::{Slot, SlotKey};
use crate::language::is_marker;

impl Memory {
    /// Forgets which slots came up in the draft, but for those that still stand in it.
    pub(in crate::anonymise) fn turn_to_draft_of(&mut self, draft: &str) {
        let standing = |slot: &SlotKey| {
            let mut markers = draft.chars().filter(|character| is_marker(*character));
            markers.any(|marker| self.slot_behind(marker) == Some(*slot))
        };
        let born = self.born.iter().copied().filter(standing).collect();
        self.born = born;
    }

    /// Says that these slots came up in the draft that is being typed.
    pub(in crate::anonymise) fn are_born(&mut self, added: &[Slot]) {
        self.born.extend(added.iter().map(|slot| slot.key));
    }

    /// The slot of what an address grew out of in the draft: «Lindengasse 7» before «, 4051 Basel» is typed. Nothing if
    /// that stood anywhere before, or stands elsewhere in the draft: then it is another one.
    pub(in crate::anonymise) fn grown_from(
        &mut self,
        layout: &Layout,
        candidate: &Candidate,
    ) -> Option<SlotKey> {
        let Target::Address(kind, address) = &candidate.target else {
            return None;
        };
        let key = (*kind, address.clone());
        if self.addresses.contains_key(&key) {
            return None;
        }
        let span = &candidate.span;
        let (within, outside): (Vec<_>, Vec<_>) = layout
            .markers()
            .filter_map(|(place, marker)| Some((place, self.slot_behind(marker)?)))
            .partition(|(place, _)| span.start <= place.start && place.end <= span.end);
        let (_, slot) = *within.first()?;
        let is_alone = within.iter().all(|(_, other)| *other == slot)
            && outside.iter().all(|(_, other)| *other != slot);
        if slot.kind != *kind || !is_alone || !self.born.contains(&slot) {
            return None;
        }
        self.addresses.retain(|_, known| *known != slot);
        self.addresses.insert(key, slot);
        Some(slot)
    }
}
