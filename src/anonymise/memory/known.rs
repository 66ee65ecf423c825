//! A name that is known, with what others are held against.

use zeroize::Zeroizing;

use super::folded_words;
use super::same::Words;
use crate::anonymise::secret::Secret;
use crate::anonymise::slot::SlotKey;

/// A name and to whom it belongs.
pub(super) struct Known {
    /// Whose it is.
    pub(super) slot: SlotKey,
    /// As it is written.
    pub(super) name: Secret,
    /// Its folded words.
    pub(super) words: Vec<Zeroizing<String>>,
    edges: Edges,
}

impl Known {
    pub(super) fn new(slot: SlotKey, name: Secret) -> Self {
        let words = folded_words(&name);
        Self {
            slot,
            edges: Edges::of(&words),
            words,
            name,
        }
    }

    /// Whether it is worth holding against another name.
    pub(super) const fn may_be_like(&self, edges: Edges) -> bool {
        self.edges.first & edges.first != 0 || self.edges.last & edges.last != 0
    }
}

/// With which letters the words of a name begin and end, a bit for each.
///
/// Two names are those of the same only if a word of one begins or ends like a word of the other: an acronym, a short
/// form and a genitive begin alike, some pet names end alike, and of one wrong letter one edge is left.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edges {
    first: u64,
    last: u64,
}

impl Edges {
    pub(super) fn of(words: &Words) -> Self {
        let bit = |letter: Option<char>| letter.map_or(0, |letter| 1 << (u32::from(letter) % 64));
        let mut edges = Self { first: 0, last: 0 };
        for word in words {
            edges.first |= bit(word.chars().next());
            edges.last |= bit(word.chars().next_back());
        }
        edges
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::slot::SlotKind;

    #[test]
    fn names_of_the_same_share_an_edge() {
        for (one, other) in [
            ("Anna Brindevaux", "A. B."),
            ("Pramstaller", "Bramstaller"),
            ("lene", "Helene Ubbinga"),
            ("AVO", "Automatisierungsverbund Oberlausitz GmbH"),
            ("Brindevauxs", "Brindevaux"),
        ] {
            let slot = SlotKey {
                kind: SlotKind::Person,
                number: 1,
            };
            let known = Known::new(slot, Secret::from(one));
            assert!(
                known.may_be_like(Edges::of(&folded_words(other))),
                "{one}, {other}"
            );
        }
    }
}
