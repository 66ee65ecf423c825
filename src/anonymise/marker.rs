//! What stands behind the one character that a placeholder is in the editor.

use std::collections::HashMap;

use super::CleanText;
use super::secret::Secret;
use super::slot::SlotKey;

/// The first code point of the private plane in which markers live.
const FIRST: u32 = 0xF_0000;
/// How many markers a sitting may have; the last character of the plane is [`UNKNOWN`].
const MOST: usize = 0xFFFD;
/// Stands for a name when all markers are used up: what it stood for cannot be brought back.
const UNKNOWN: char = '\u{FFFFD}';

/// All markers of a sitting.
///
/// Every place where the same slot stands for the same written form shares one marker: so a pasted archive of names
/// does not use the plane up, and the original is kept once.
#[derive(Default)]
pub(super) struct Markers {
    entries: Vec<Entry>,
    index: HashMap<Entry, usize>,
}

/// What a marker stands for.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Entry {
    /// The slot.
    pub(super) slot: SlotKey,
    /// What is known beside the slot.
    pub(super) behind: Behind,
}

/// What is known of a marker beside its slot.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Behind {
    /// What was typed.
    Original(Secret),
    /// Nothing: the placeholder was read from a file, or typed as such.
    Nothing,
    /// The placeholder has a word of its own: `[Person 1 | colleague]`.
    Attribute(CleanText),
}

impl Markers {
    /// The marker of an entry.
    pub(super) fn of(&mut self, entry: Entry) -> char {
        if let Some(&index) = self.index.get(&entry) {
            return character(index);
        }
        if self.entries.len() >= MOST {
            let bare = Entry {
                slot: entry.slot,
                behind: Behind::Nothing,
            };
            return self
                .index
                .get(&bare)
                .map_or(UNKNOWN, |&index| character(index));
        }
        let index = self.entries.len();
        self.entries.push(entry.clone());
        self.index.insert(entry, index);
        character(index)
    }

    /// What a character stands for, if it is a marker of this sitting.
    pub(super) fn get(&self, marker: char) -> Option<&Entry> {
        let index = u32::from(marker).checked_sub(FIRST)?;
        self.entries.get(usize::try_from(index).ok()?)
    }

    /// Whether the character may stand in a draft of this sitting.
    pub(super) fn knows(&self, marker: char) -> bool {
        marker == UNKNOWN || self.get(marker).is_some()
    }

    /// Takes the attributes away that `is_clean` refuses, after more names became known.
    pub(super) fn drop_attributes(&mut self, is_clean: impl Fn(&CleanText) -> bool) {
        for entry in &mut self.entries {
            let refused =
                matches!(&entry.behind, Behind::Attribute(attribute) if !is_clean(attribute));
            if refused {
                self.index.remove(entry);
                entry.behind = Behind::Nothing;
            }
        }
    }
}

/// The character of the marker with this index.
fn character(index: usize) -> char {
    u32::try_from(index)
        .ok()
        .and_then(|index| char::from_u32(FIRST + index))
        .unwrap_or(UNKNOWN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::SlotKind;

    fn entry(number: u32) -> Entry {
        let kind = SlotKind::Person;
        Entry {
            slot: SlotKey { kind, number },
            behind: Behind::Nothing,
        }
    }

    #[test]
    fn the_same_entry_has_one_marker() {
        let mut markers = Markers::default();
        let first = markers.of(entry(1));
        assert_ne!(first, markers.of(entry(2)));
        assert_eq!(first, markers.of(entry(1)));
    }

    #[test]
    fn a_used_up_plane_still_hides_names() {
        let mut markers = Markers::default();
        for number in 0..70_000 {
            let marker = markers.of(entry(number));
            assert!(crate::language::is_marker(marker));
            assert!(markers.knows(marker));
        }
        assert_eq!(markers.of(entry(69_999)), UNKNOWN);
    }
}
