//! Who was told to be a relative of somebody: «sein Bruder Urs Weyand» is not the «Weyand» of whom nothing but the surname was
//! known.
//!
//! Keeps out: whose relative it is.

use std::collections::HashSet;

use zeroize::Zeroizing;

use super::Memory;
use super::known::{self, Known};
use super::same::{self, Words};
use crate::anonymise::detect;
use crate::anonymise::finding::{Candidate, Target};
use crate::anonymise::layout::Layout;
use crate::anonymise::lexicon;
use crate::anonymise::secret::Secret;
use crate::anonymise::slot::{SlotKey, SlotKind};
use crate::language::{Language, fold};

/// The whole names that were told to be those of relatives, as they are compared.
#[derive(Default)]
pub(super) struct Kin(HashSet<Secret>);

impl Kin {
    /// Whether a name was told to be that of a relative.
    pub(super) fn has(&self, words: &Words) -> bool {
        !self.0.is_empty() && self.0.contains(&joined(words))
    }
}

impl Memory {
    /// Takes in of whom a text says that they are relatives.
    pub(in crate::anonymise) fn hear_of_kin(&mut self, layout: &Layout, found: &[Candidate]) {
        for candidate in found {
            let Target::Named(SlotKind::Person, name, _) = &candidate.target else {
                continue;
            };
            let core = detect::core(name);
            let words = known::words_of(SlotKind::Person, core);
            let before = layout.flat.get(..candidate.span.start).unwrap_or_default();
            // The find itself may begin with what the name does not: «bruder kuno weyand».
            let inside = name.split(core).next().unwrap_or_default();
            // «die Tochter von Weyand» tells nothing of «von Weyand».
            let is_small = |word: &&Zeroizing<String>| lexicon::is_function_word(word);
            let is_whole = words.iter().skip_while(is_small).count() > 1;
            let is_relative = |text: &str| ends_with_relative(text, self.listening);
            let behind = layout.flat.get(candidate.span.end..).unwrap_or_default();
            let is_told_behind = begins_with_relative(behind, self.listening);
            if is_whole && (is_relative(inside) || is_relative(before) || is_told_behind) {
                self.kin.0.insert(joined(&words));
            }
        }
    }

    /// Whether somebody was told to be a relative.
    pub(super) fn is_told_relative(&self, name: &str) -> bool {
        let core = detect::core(name);
        self.kin.has(&known::words_of(SlotKind::Person, core))
    }

    /// Whether a name is that of a relative of the one who has a slot, of whom nothing but the surname is known.
    pub(super) fn is_relative_of(&self, words: &Words, slot: SlotKey) -> bool {
        let Some(last) = words.last().filter(|_| self.kin.has(words)) else {
            return false;
        };
        let is_surname =
            |known: &Known| known.words.len() == 1 && known.words.first() == Some(last);
        let slot = self.slots.resolve(slot);
        // The other of whom only the surname is known may be the relative.
        if self.is_twin(slot) {
            return false;
        }
        let mut names = self.known.iter();
        names.all(|known| {
            self.slots.resolve(known.slot) != slot
                || is_surname(known)
                || !same::is_same(SlotKind::Person, words, &known.words)
        })
    }
}

/// Whether a text ends with a word for a relative, perhaps with a sign behind it: «sein Vater, ».
pub(super) fn ends_with_relative(text: &str, language: Language) -> bool {
    let text = text.trim_end_matches([' ', ',', ':', '(', '«', '\u{a0}']);
    let word = text.rsplit(|letter: char| !letter.is_alphanumeric()).next();
    let Some(word) = word else {
        return false;
    };
    let folded = fold(word);
    lexicon::relatives(language).contains(&folded.as_str())
        || ["frau", "mann"].contains(&folded.as_str()) && {
            let before = text.strip_suffix(word).unwrap_or_default().trim_end();
            let before = before.rsplit(' ').next().map(fold);
            before.is_some_and(|before| POSSESSIVES.contains(&before.as_str()))
        }
}

/// Words before «Frau» and «Mann» that make them somebody's.
const POSSESSIVES: [&str; 9] = [
    "seine", "ihr", "seiner", "ihrem", "ihren", "deren", "dessen", "meine", "mein",
];

/// Whether a text goes on behind a name with a word for a relative of another: «, der Bruder», « (his wife)». «Zahn (Vater)» only
/// describes him.
pub(super) fn begins_with_relative(text: &str, language: Language) -> bool {
    const ARTICLES: [&str; 10] = [
        "der", "die", "den", "dem", "le", "la", "l", "the", "ein", "eine",
    ];
    const THEIRS: [&str; 11] = [
        "sein", "seine", "seinem", "ihr", "ihre", "son", "sa", "leur", "his", "her", "their",
    ];
    const OF: [&str; 8] = ["von", "vom", "des", "der", "of", "de", "du", "d"];
    let rest = text.trim_start_matches([' ', ',', '(']);
    let is_apart = text.trim_start().starts_with([',', '(']);
    let may_be_theirs = text.starts_with(" (") || language != Language::De && !is_apart;
    let mut words = rest
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(fold);
    let Some(mut word) = words.next().filter(|_| rest.len() < text.len()) else {
        return false;
    };
    let is_theirs = THEIRS.contains(&word.as_str());
    if is_theirs && !may_be_theirs {
        return false;
    }
    let has_article = is_theirs || ARTICLES.contains(&word.as_str());
    if has_article {
        word = words.next().unwrap_or_default();
    }
    has_article
        && lexicon::relatives(language).contains(&word.as_str())
        && words.next().is_none_or(|next| !OF.contains(&next.as_str()))
}

/// The words of a name as one.
fn joined(words: &Words) -> Secret {
    let words: Vec<&str> = words.iter().map(|word| word.as_str()).collect();
    Secret::from(words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_for_a_relative_tells_also_before_a_comma() {
        use Language::{De, En, Fr};
        for (text, language) in [
            ("sein Bruder ", De),
            ("Sein Vater, ", De),
            ("la sœur ", Fr),
            ("her husband (", En),
        ] {
            assert!(ends_with_relative(text, language), "{text}");
        }
        for (text, language) in [
            ("Frau ", De),
            ("der Kollege ", De),
            ("brotherhood ", En),
            ("", Fr),
        ] {
            assert!(!ends_with_relative(text, language), "{text}");
        }
    }

    #[test]
    fn a_word_for_a_relative_behind_a_name_tells_only_with_its_article() {
        use Language::{De, En, Fr};
        for (text, language) in [
            (", der Bruder, rechnet", De),
            (" (sa fille) le remplace", Fr),
            (" (his wife)", En),
            (" his brother keeps the books", En),
        ] {
            assert!(begins_with_relative(text, language), "{text}");
        }
        for (text, language) in [
            (" (Vater) rechnet", De),
            (", Vater, rechnet", De),
            (" (père)", Fr),
            (" (father) keeps the books", En),
            (", der Vater des Projekts", De),
        ] {
            assert!(!begins_with_relative(text, language), "{text}");
        }
    }

    #[test]
    fn a_word_for_a_relative_tells_in_its_own_language_alone() {
        use Language::{De, En, Fr};
        for (text, own, others) in [
            ("avec son ", En, [De, Fr]),
            ("the mere ", Fr, [De, En]),
            ("sein Bruder ", De, [Fr, En]),
        ] {
            assert!(ends_with_relative(text, own), "{text}");
            for other in others {
                assert!(!ends_with_relative(text, other), "{text}");
            }
        }
    }
}
