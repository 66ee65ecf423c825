//! What kinds of word a word is, by lists that are part of the program: ordinary words of three languages, given names,
//! surnames, places, regions.
//!
//! The lists are one finite-state transducer from the folded word to its classes, read where it lies in the program:
//! nothing is parsed or copied at start. Where the lists come from, and under which licence, says `lists/LICENCES.md`
//! beside this folder. Keeps out: what follows from a class, which the context decides.

#[cfg(test)]
mod making;

use std::ops::BitOr;
use std::sync::OnceLock;

use fst::Map;
use fst::raw::{CompiledAddr, Output};

/// The transducer.
static WORDS: &[u8] = include_bytes!("../lists/words.fst");

/// The longest word whose parts are looked up, in bytes of its folded form.
const LONGEST_COMPOUND: usize = 48;

/// The shortest part of a compound.
const SHORTEST_PART: usize = 3;

/// The classes that a word belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::anonymise) struct Classes(u16);

impl Classes {
    /// No list has it.
    pub(super) const NONE: Self = Self(0);
    /// A German word that is written with a small letter.
    pub(super) const GERMAN: Self = Self(1);
    /// A German noun.
    pub(super) const NOUN: Self = Self(1 << 1);
    /// A French word.
    pub(super) const FRENCH: Self = Self(1 << 2);
    /// An English word.
    pub(super) const ENGLISH: Self = Self(1 << 3);
    /// A given name.
    pub(super) const GIVEN: Self = Self(1 << 4);
    /// A surname.
    pub(super) const SURNAME: Self = Self(1 << 5);
    /// A place of less than 5,000 people, or another name of a place.
    pub(super) const VILLAGE: Self = Self(1 << 6);
    /// A place of at least 5,000 people.
    pub(super) const TOWN: Self = Self(1 << 7);
    /// A country, a region or a border area, which stays.
    pub(super) const REGION: Self = Self(1 << 8);
    /// Somebody from a town, in German.
    pub(super) const DEMONYM: Self = Self(1 << 9);

    /// The ordinary words of all languages.
    pub(super) const ORDINARY: Self =
        Self(Self::GERMAN.0 | Self::NOUN.0 | Self::FRENCH.0 | Self::ENGLISH.0);
    /// The names of places.
    pub(super) const PLACE: Self = Self(Self::VILLAGE.0 | Self::TOWN.0);
    /// The names of persons.
    pub(super) const PERSON: Self = Self(Self::GIVEN.0 | Self::SURNAME.0);

    /// What the transducer has for a word.
    fn of(found: Option<u64>) -> Self {
        Self(found.and_then(|bits| u16::try_from(bits).ok()).unwrap_or(0))
    }

    /// Whether it belongs to any of these classes.
    pub(super) const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    /// The classes as a number, for signs.
    pub(super) const fn bits(self) -> u16 {
        self.0
    }
}

impl BitOr for Classes {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The classes of a folded word, also where umlauts were written out («Mueller»).
pub(super) fn classes(folded: &str) -> Classes {
    let plain = exact(folded);
    match contracted(folded) {
        // «Aebi» is a surname, and no «Abi».
        Some(contracted) if plain == Classes::NONE => exact(&contracted),
        _ => plain,
    }
}

/// The classes of exactly this folded word, or of several words with spaces between.
pub(super) fn exact(folded: &str) -> Classes {
    Classes::of(map().and_then(|map| map.get(folded.as_bytes())))
}

fn map() -> Option<&'static Map<&'static [u8]>> {
    static MAP: OnceLock<Option<Map<&'static [u8]>>> = OnceLock::new();
    // That the transducer can be read is tested; without it no word would be known, and more would be doubtful.
    MAP.get_or_init(|| Map::new(WORDS).ok()).as_ref()
}

/// Several words with spaces between, looked up while they are put together.
pub(super) struct Key {
    /// Where in the transducer what was put together so far ends, and what it gave on the way.
    reached: Option<(CompiledAddr, Output)>,
}

impl Key {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        let root = |map: &Map<_>| (map.as_fst().root().addr(), Output::zero());
        Self {
            reached: map().map(root),
        }
    }

    /// Puts letters behind it; whether the lists have anything that begins so.
    pub(super) fn go_on(&mut self, letters: &str) -> bool {
        self.reached = self.reached.and_then(|(address, given)| {
            let fst = map()?.as_fst();
            letters
                .bytes()
                .try_fold((address, given), |(address, given), letter| {
                    let node = fst.node(address);
                    let step = node.transition(node.find_input(letter)?);
                    Some((step.addr, given.cat(step.out)))
                })
        });
        self.reached.is_some()
    }

    /// The classes of exactly what was put together.
    pub(super) fn classes(&self) -> Classes {
        let found = self.reached.and_then(|(address, given)| {
            let node = map()?.as_fst().node(address);
            let output = given.cat(node.final_output());
            node.is_final().then_some(output.value())
        });
        Classes::of(found)
    }
}

/// The word with `ae`, `oe` and `ue` as single letters; nothing if there is none.
fn contracted(folded: &str) -> Option<String> {
    let has = ["ae", "oe", "ue"].iter().any(|pair| folded.contains(pair));
    has.then(|| {
        folded
            .replace("ae", "a")
            .replace("oe", "o")
            .replace("ue", "u")
    })
}

/// Whether and how well a German word can be put together from known ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::anonymise) enum Compound {
    /// It cannot.
    None,
    /// It can, but the parts are short or the last one is a surname too: «Ritzenfeld», «Doppelhammer», but also
    /// «Clustermensch».
    Weak,
    /// It can, from nouns of four letters and more: «Koordinationsstelle».
    Firm,
}

/// How a folded word is put together; in small letters the last part need not be a noun.
pub(super) fn compound(folded: &str, is_small: bool) -> Compound {
    if folded.len() < 2 * SHORTEST_PART || folded.len() > LONGEST_COMPOUND {
        return Compound::None;
    }
    let plain = splits(folded, 3, is_small);
    match contracted(folded) {
        Some(contracted) => plain.max(splits(&contracted, 3, is_small)),
        None => plain,
    }
}

/// Whether a folded word is put together of two that are known, the second of which begins at a place: of German ones, or
/// of English ones of four letters and more.
pub(super) fn is_joined_at(folded: &str, at: usize) -> bool {
    let Some((head, rest)) = folded.split_at_checked(at) else {
        return false;
    };
    let is_english = |part: &str| part.len() > SHORTEST_PART && exact(part).any(Classes::ENGLISH);
    head.len() >= SHORTEST_PART
        && rest.len() >= SHORTEST_PART
        && (is_first_part(head) && exact(rest).any(Classes::GERMAN | Classes::NOUN)
            || is_english(head) && is_english(rest))
}

/// How well a word can be parted into a known beginning, perhaps a joining sound, and a known or parted rest.
fn splits(folded: &str, most: usize, is_small: bool) -> Compound {
    let ends: Vec<usize> = folded.char_indices().map(|(at, _)| at).collect();
    let mut best = Compound::None;
    for at in ends {
        if at < SHORTEST_PART || folded.len() - at < SHORTEST_PART {
            continue;
        }
        let (Some(head), Some(rest)) = (folded.get(..at), folded.get(at..)) else {
            continue;
        };
        if !is_first_part(head) {
            continue;
        }
        let last = last_part(rest, is_small);
        let is_short = at < 4;
        let whole = if is_short {
            last.min(Compound::Weak)
        } else {
            last
        };
        // Short parts and a surname together make anything.
        let is_anything = is_short && last == Compound::Weak;
        if !is_anything {
            best = best.max(whole);
        }
        if most > 1 && best < Compound::Firm {
            let parted = splits(rest, most - 1, is_small);
            if !(is_short && parted == Compound::Weak) {
                best = best.max(parted);
            }
        }
        if best == Compound::Firm {
            break;
        }
    }
    best
}

fn is_first_part(part: &str) -> bool {
    const JOINS: [&str; 5] = ["s", "es", "n", "en", "e"];
    let german = Classes::GERMAN | Classes::NOUN;
    let known = |word: &str| word.len() >= SHORTEST_PART && exact(word).any(german);
    known(part)
        // «Biotech-», «Interreg-»: words of the trade that the dictionaries lack.
        || part.len() >= 4 && super::keep::stays(part)
        || JOINS
            .iter()
            .filter_map(|join| part.strip_suffix(join))
            .any(|word| word.len() > SHORTEST_PART && exact(word).any(Classes::NOUN))
        // «Erd-», «Sprach-»: a noun without its last vowel.
        || part.len() >= 4 && exact(&format!("{part}e")).any(Classes::NOUN)
}

fn last_part(part: &str, is_small: bool) -> Compound {
    let classes = exact(part);
    let wanted = if is_small {
        Classes::GERMAN | Classes::NOUN
    } else {
        Classes::NOUN
    };
    if part.len() < 4 || !classes.any(wanted) {
        Compound::None
    } else if classes.any(Classes::SURNAME) && !is_small {
        Compound::Weak
    } else {
        Compound::Firm
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_words_names_and_places_are_told_apart() {
        for word in ["netzwerk", "reseau", "network", "strasse"] {
            assert!(classes(word).any(Classes::ORDINARY), "{word}");
        }
        assert!(classes("sandra").any(Classes::GIVEN));
        assert!(classes("brunner").any(Classes::SURNAME));
        assert!(classes("mueller").any(Classes::SURNAME));
        assert!(classes("strasbourg").any(Classes::TOWN));
        assert!(exact("bad sackingen").any(Classes::TOWN));
        assert_eq!(classes("kernhofler"), Classes::NONE);
    }

    #[test]
    fn words_that_are_put_together_are_looked_up_as_if_they_were_written_so() {
        for words in [
            "bad sackingen",
            "bad",
            "saint louis",
            "bad kernhofler",
            "la",
        ] {
            let mut key = Key::new();
            let mut written = String::new();
            for word in words.split_inclusive(' ') {
                key.go_on(word);
                written.push_str(word);
                assert_eq!(key.classes(), exact(&written), "{written}");
            }
        }
        let mut key = Key::new();
        assert!(key.go_on("bad") && !key.go_on(" kernhofler") && !key.go_on(""));
    }

    #[test]
    fn compounds_are_parted() {
        for word in [
            "koordinationsstelle",
            "clusterforderung",
            "lieferkettengesetz",
        ] {
            assert_eq!(compound(word, false), Compound::Firm, "{word}");
        }
        for word in ["ritzenfeld", "doppelhammer"] {
            assert_eq!(compound(word, false), Compound::Weak, "{word}");
        }
        assert_eq!(compound("kernhofler", false), Compound::None);
        assert!(is_joined_at("muhlenrad", 6) && is_joined_at("uferholz", 4));
        assert!(is_joined_at("gartenhof", 6) && is_joined_at("moorwatch", 4));
        assert!(!is_joined_at("muhlenrad", 5) && !is_joined_at("muhlenrad", 8));
    }
}
