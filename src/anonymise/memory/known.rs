//! A name that is known, with what others are held against.

pub(super) mod marks;
mod names;

use zeroize::Zeroizing;

use super::folded_words;
use super::same::Words;
use crate::anonymise::detect;
use crate::anonymise::pattern;
use crate::anonymise::secret::Secret;
use crate::anonymise::slot::{SlotKey, SlotKind};
use crate::anonymise::token::is_hyphen;
use crate::language::fold;

use marks::Marks;
pub(super) use names::KnownNames;

/// A name and to whom it belongs.
pub(super) struct Known {
    /// Whose it is.
    pub(super) slot: SlotKey,
    /// As it is written.
    pub(super) name: Secret,
    /// Its folded words, as [`words_of`] tells them.
    pub(super) words: Vec<Zeroizing<String>>,
    /// The number of the text that taught it.
    pub(super) since: u64,
    /// The other half of a double surname: nobody is called by it alone.
    pub(super) other_half: Option<Zeroizing<String>>,
    /// Words that were found with it and are rather no part of it: «Clou» of «Anne Clou», which is a word too.
    pub(super) left_off: Vec<Zeroizing<String>>,
    marks: Marks,
}

/// The folded words of a name; of a person's without titles, so that «M.» before a surname is nobody's initial.
pub(super) fn words_of(kind: SlotKind, name: &str) -> Vec<Zeroizing<String>> {
    if kind == SlotKind::Person {
        let own = pattern::own_words(name).into_iter();
        own.flat_map(folded_words).collect()
    } else {
        folded_words(name)
    }
}

impl Known {
    pub(super) fn new(slot: SlotKey, name: Secret, since: u64) -> Self {
        let words = words_of(slot.kind, &name);
        Self {
            slot,
            marks: Marks::of(slot.kind, &words),
            other_half: other_half(slot.kind, &name),
            words,
            name,
            since,
            left_off: Vec::new(),
        }
    }

    /// The same, found with these words.
    pub(super) fn found_with(mut self, words: Vec<Zeroizing<String>>) -> Self {
        self.left_off = words;
        self.marks = self.marks.and(Marks::of(self.slot.kind, &self.left_off));
        self
    }

    /// Whether somebody is called by a word that was found with this name: after «Anne Clou», who was taken for an Anne, a
    /// «Clou» that is somebody is her.
    pub(super) fn was_found_with(&self, words: &Words) -> bool {
        let [only] = words else {
            return false;
        };
        self.slot.kind == SlotKind::Person && self.left_off.contains(only)
    }

    /// Whether it is worth holding against another name, which looks like one of this kind.
    pub(super) fn may_be_like(&self, kind: SlotKind, words: &Words, marks: &Marks) -> bool {
        self.marks.meet(marks)
            || marks::is_spelled_by(self.slot.kind, &self.words, words)
            || marks::is_spelled_by(kind, words, &self.words)
    }
}

/// «Stadler» of «Anna Zorvexer-Stadler»: the second half of a double surname. Whoever is called by one half is called by
/// the first; the second alone is mostly somebody of the other family.
pub(super) fn other_half(kind: SlotKind, name: &str) -> Option<Zeroizing<String>> {
    if kind != SlotKind::Person {
        return None;
    }
    let (before, half) = name.rsplit_once(is_hyphen)?;
    let first = before.rsplit(' ').next()?;
    let is_surname = before.contains(' ') || !detect::is_given(&fold(first));
    let is_whole = !half.is_empty() && half.chars().all(char::is_alphabetic) && !first.is_empty();
    (is_surname && is_whole).then(|| Zeroizing::new(fold(half)))
}

/// Whether a name is only such an other half, or its genitive.
pub(super) fn is_half(half: Option<&String>, words: &Words) -> bool {
    let ([only], Some(half)) = (words, half) else {
        return false;
    };
    only.as_str() == half || only.strip_suffix('s') == Some(half)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::slot::SlotKind;

    #[test]
    fn names_of_the_same_are_held_against_each_other() {
        for (one, other) in [
            ("Anna Brindevaux", "A. B."),
            ("Pramstaller", "Bramstaller"),
            ("lene", "Helene Ubbinga"),
            ("Köbi", "Jakob Ubbinga"),
            ("AVO", "Automatisierungsverbund Oberlausitz GmbH"),
            ("Brindevauxs", "Brindevaux"),
            ("Thionville", "Diedenhofen"),
        ] {
            let slot = SlotKey {
                kind: SlotKind::Person,
                number: 1,
            };
            let known = Known::new(slot, Secret::from(one), 0);
            let words = folded_words(other);
            let is_held = known.may_be_like(slot.kind, &words, &Marks::of(slot.kind, &words));
            assert!(is_held, "{one}, {other}");
        }
    }
}
