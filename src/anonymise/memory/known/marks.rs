//! Whether two names are worth holding against each other: a cheap test that lets everything through that could be the same.

use zeroize::Zeroizing;

use super::super::same::place::town;
use super::super::same::{Words, exonym, pet, without_umlauts};
use crate::anonymise::lexicon;
use crate::anonymise::slot::SlotKind;

/// How many letters a word has at most that may stand for a longer name by some of its letters.
const MOST_LETTERS_OF_SHORT: usize = 6;

/// How the words of a name begin and end.
///
/// Two names are those of the same only if a word of one begins or ends like a word of the other, or is made of letters of it:
/// a short form, a genitive and a stump begin alike, some pet names and halves end alike, of one wrong letter one end is
/// left, and an acronym has the letters of what it is short for. The pet forms of a given name count with it, and what else a
/// town is called: «Köbi» has nothing of «Jakob», and «Diedenhofen» nothing of «Thionville».
#[derive(Debug, Clone, Copy)]
pub(in crate::anonymise::memory) struct Marks {
    begins: Bits,
    ends: Bits,
}

impl Marks {
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            begins: self.begins.and(other.begins),
            ends: self.ends.and(other.ends),
        }
    }

    pub(in crate::anonymise::memory) fn of(kind: SlotKind, words: &Words) -> Self {
        let mut marks = Self {
            begins: Bits::NONE,
            ends: Bits::NONE,
        };
        for word in words.iter().filter(|word| tells(kind, word)) {
            marks.take(word);
            for form in pet::forms_of(word) {
                marks.take(form);
            }
        }
        let town = town(words);
        marks.take(&town);
        for name in exonym::of(&town) {
            marks.take(name);
        }
        marks
    }

    fn take(&mut self, word: &str) {
        // Of a slip beside an umlaut that is written out, only one of the two forms keeps an end.
        for word in [word, without_umlauts(word).as_str()] {
            self.begins.set(word.chars().take(2));
            self.ends.set(word.chars().rev().take(4));
        }
    }

    /// The marks by number.
    pub(super) fn all(&self) -> impl Iterator<Item = u16> {
        let ends = self.ends.all().map(|mark| mark + BITS);
        self.begins.all().chain(ends)
    }

    /// Whether a word of one begins or ends like a word of the other.
    pub(in crate::anonymise::memory) fn meet(&self, other: &Self) -> bool {
        self.begins.meet(&other.begins) || self.ends.meet(&other.ends)
    }
}

/// Whether a word makes anybody the same: «AG» and «de» do not, but as a part of the whole. A surname may be written like a
/// legal form: «Sá».
fn tells(kind: SlotKind, word: &str) -> bool {
    kind == SlotKind::Person
        || !lexicon::is_folded_legal_form(word) && !lexicon::is_function_word(word)
}

/// Whether one of the words of a name is made of letters of the other, from the beginning of a word on and in their order.
pub(in crate::anonymise::memory) fn is_spelled_by(
    kind: SlotKind,
    name: &Words,
    other: &Words,
) -> bool {
    // «SE» is a legal form, and somebody's initials beside a name that has no such form.
    let is_letters =
        |word: &&Zeroizing<String>| is_short(word) && (tells(kind, word) || !other.contains(word));
    name.iter().filter(is_letters).any(|short| {
        let first = short.chars().next();
        let begins = (0..other.len()).filter(|at| {
            other
                .get(*at)
                .is_some_and(|word| word.chars().next() == first)
        });
        let letters = |at: usize| other.iter().skip(at).flat_map(|word| word.chars());
        begins
            .map(letters)
            .any(|mut letters| short.chars().all(|letter| letters.any(|of| of == letter)))
    })
}

/// Whether a word may stand for a longer name by some of its letters.
pub(super) fn is_short(word: &str) -> bool {
    word.chars().count() <= MOST_LETTERS_OF_SHORT
}

/// How many runs of letters are told apart.
const BITS: u16 = 512;

/// A set of runs of letters, by what they hash to.
#[derive(Debug, Clone, Copy)]
struct Bits([u64; 8]);

impl Bits {
    const NONE: Self = Self([0; 8]);

    fn set(&mut self, letters: impl Iterator<Item = char>) {
        let hash = letters.fold(0_u32, |hash, letter| {
            hash.wrapping_mul(31).wrapping_add(u32::from(letter))
        });
        let hash = hash.wrapping_mul(0x9E37_79B1) >> 23;
        let place = usize::try_from(hash / 64).unwrap_or(0);
        if let Some(bits) = self.0.get_mut(place) {
            *bits |= 1 << (hash % 64);
        }
    }

    fn all(self) -> impl Iterator<Item = u16> {
        (0..BITS).filter(move |place| {
            let bits = self.0.get(usize::from(place / 64)).unwrap_or(&0);
            bits >> (place % 64) & 1 == 1
        })
    }

    fn and(mut self, other: Self) -> Self {
        for (bits, others) in self.0.iter_mut().zip(other.0) {
            *bits |= others;
        }
        self
    }

    fn meet(&self, other: &Self) -> bool {
        let mut pairs = self.0.iter().zip(other.0);
        pairs.any(|(bits, others)| bits & others != 0)
    }
}
