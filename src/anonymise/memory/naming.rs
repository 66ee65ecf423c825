//! What of a find is the name by which somebody or an institution is known.

use zeroize::Zeroizing;

use super::same::Words;
use super::{Memory, folded_words, known};
use crate::anonymise::detect;
use crate::anonymise::slot::{SlotKey, SlotKind};
use crate::anonymise::token::is_hyphen;

impl Memory {
    /// Whether a slot has exactly this name.
    pub(super) fn is_called_so(&self, slot: SlotKey, words: &Words) -> bool {
        let mut known = self.known.iter();
        known.any(|known| known.slot == slot && known.words == words)
    }

    /// What of a find is somebody's name: a word behind it that looks like none too, if somebody is called so. «sabine munter» is
    /// the «munter» of whom was spoken before.
    pub(super) fn own_name<'name>(&self, found: &'name str) -> &'name str {
        let core = detect::core(found);
        let Some((before, behind)) = found.split_once(core) else {
            return core;
        };
        let is_called = |word: &Zeroizing<String>| {
            let mut known = self.known.iter();
            known.any(|known| {
                known.slot.kind == SlotKind::Person && known.words.last() == Some(word)
            })
        };
        if folded_words(behind).iter().any(is_called) {
            found.get(before.len()..).unwrap_or(core)
        } else {
            core
        }
    }

    /// The slot of the institution that is called like the first half of a compound: «Nebensatz-Abende» of «Nebensatz».
    pub(super) fn slot_of_compound(&self, kind: SlotKind, name: &str) -> Option<SlotKey> {
        if kind != SlotKind::Institution || name.contains(' ') {
            return None;
        }
        let (first, _) = name.split_once(is_hyphen)?;
        let words = known::words_of(kind, first);
        let mut known = self.known.iter();
        let known = known.find(|known| known.slot.kind == kind && known.words == words)?;
        Some(known.slot)
    }
}
