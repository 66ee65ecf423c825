//! Placeholders as they stand in a text: `[Person 2]`, `[Ort 1 | Grenzstadt]`.

use super::slot::{SlotKey, SlotKind};
use crate::language::{Language, is_marker};

/// The longest attribute of a placeholder, in bytes.
const LONGEST_ATTRIBUTE: usize = 200;

/// A placeholder at the beginning of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Placeholder<'a> {
    /// The slot that it names, which need not exist.
    pub(super) slot: SlotKey,
    /// What stands behind the bar.
    pub(super) attribute: Option<&'a str>,
    /// How many bytes it takes.
    pub(super) length: usize,
}

impl<'a> Placeholder<'a> {
    /// Reads the placeholder with which the text begins, in whatever language it is.
    pub(super) fn in_any_language(text: &'a str) -> Option<Self> {
        Language::ALL
            .into_iter()
            .find_map(|language| Self::at_start(text, language))
    }

    /// Reads the placeholder with which the text begins.
    pub(super) fn at_start(text: &'a str, language: Language) -> Option<Self> {
        let inner = text.strip_prefix('[')?;
        let end = inner
            .find([']', '[', '\n'])
            .filter(|&end| inner.get(end..).is_some_and(|rest| rest.starts_with(']')))?;
        let inner = inner.get(..end)?;
        let (name, attribute) = match inner.split_once('|') {
            Some((name, attribute)) => (name, Some(attribute.trim())),
            None => (inner, None),
        };
        if attribute.is_some_and(|attribute| {
            attribute.len() > LONGEST_ATTRIBUTE || attribute.contains(is_marker)
        }) {
            return None;
        }
        let (word, number) = name.trim_end().rsplit_once(' ')?;
        let number = number
            .parse()
            .ok()
            .filter(|&parsed: &u32| parsed > 0 && parsed.to_string() == number)?;
        let kind = SlotKind::ALL
            .into_iter()
            .find(|kind| is_word(*kind, word, language))?;
        Some(Self {
            slot: SlotKey { kind, number },
            attribute: attribute.filter(|attribute| !attribute.is_empty()),
            length: end + 2,
        })
    }
}

/// The placeholder with an attribute.
pub(super) fn with_attribute(slot: SlotKey, language: Language, attribute: &str) -> String {
    format!(
        "[{} {} | {attribute}]",
        slot.kind.word(language),
        slot.number
    )
}

/// Whether a typed word is that of a kind; capitals need not be typed.
fn is_word(kind: SlotKind, word: &str, language: Language) -> bool {
    word.to_lowercase() == kind.word(language).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(SlotKind, u32, Option<&str>, usize)> {
        Placeholder::at_start(text, Language::Fr).map(|found| {
            (
                found.slot.kind,
                found.slot.number,
                found.attribute,
                found.length,
            )
        })
    }

    #[test]
    fn a_placeholder_is_read_with_its_attribute() {
        assert_eq!(read("[Lieu 2] et"), Some((SlotKind::Place, 2, None, 8)));
        assert_eq!(
            read("[personne 1 | collègue]"),
            Some((SlotKind::Person, 1, Some("collègue"), 24))
        );
        assert_eq!(
            read("[Téléphone 12]"),
            Some((SlotKind::Telephone, 12, None, 16))
        );
    }

    #[test]
    fn other_brackets_stay_text() {
        for text in [
            "[Ort 2]",
            "[Lieu]",
            "[Lieu 0]",
            "[Lieu 02]",
            "[Lieu x]",
            "[Lieu 1",
            "[Lieu [Lieu 1]]",
            "Lieu 1",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
