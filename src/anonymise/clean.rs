//! Text that has been searched for names.

use std::fmt;

use super::{SlotKey, SlotKind};
use crate::language::Language;

/// Text without known names: the only text that an event, and so a file, may carry.
///
/// Made by [`redact`](super::redact()) from what was typed, and by `store` for what is read back from a file; the
/// architecture test holds that nothing else calls [`CleanText::from_stored`].
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct CleanText(String);

impl CleanText {
    /// Text that went through the search for names.
    pub(super) fn searched(text: String) -> Self {
        Self(text)
    }

    /// Text read from a file that this program wrote earlier, when it went through the search.
    pub fn from_stored(text: String) -> Self {
        Self(text)
    }

    /// No text at all, as is left of what was struck.
    pub const fn empty() -> Self {
        Self(String::new())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A part of the text: `narrow` is given the whole and chooses.
    #[must_use]
    pub fn narrowed(&self, narrow: impl FnOnce(&str) -> &str) -> Self {
        Self(narrow(&self.0).to_owned())
    }

    /// The text behind a character that is part of no word.
    #[must_use]
    pub fn behind(&self, sign: char) -> Self {
        debug_assert!(!sign.is_alphanumeric(), "a sign is part of no word");
        Self(format!("{sign}{}", self.0))
    }

    /// The text without signs that are part of no word.
    #[must_use]
    pub fn without(&self, signs: &[char]) -> Self {
        debug_assert!(
            !signs.iter().any(|sign| sign.is_alphanumeric()),
            "a sign is part of no word"
        );
        Self(self.0.replace(signs, ""))
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Replaces `remove` characters from character `at` by `insert`; places beyond the end count as the end.
    #[must_use]
    pub fn spliced(&self, at: usize, remove: usize, insert: &Self) -> Self {
        let mut text: String = self.0.chars().take(at).collect();
        text.push_str(&insert.0);
        text.extend(self.0.chars().skip(at.saturating_add(remove)));
        Self(text)
    }

    /// The text with one slot's placeholder in place of another's; nothing if the other is not in it.
    pub fn with_slot_renamed(
        &self,
        from: SlotKey,
        into: SlotKey,
        language: Language,
    ) -> Option<Self> {
        let placeholder = from.placeholder(language);
        self.0
            .contains(&placeholder)
            .then(|| Self(self.0.replace(&placeholder, &into.placeholder(language))))
    }
}

impl CleanText {
    /// The text with other slots in its placeholders, which are read in one language and written in another. A placeholder
    /// for whose slot `into` knows no other stays.
    #[must_use]
    pub fn with_slots(
        &self,
        from: Language,
        into: Language,
        other: impl Fn(SlotKey) -> Option<SlotKey>,
    ) -> Self {
        let mut text = String::with_capacity(self.0.len());
        let mut rest = self.0.as_str();
        while let Some((before, after)) = rest.split_once('[') {
            text.push_str(before);
            text.push('[');
            rest = after;
            let end = after.find([']', '|', '[']).unwrap_or(after.len());
            let (inside, behind) = after.split_at_checked(end).unwrap_or((after, ""));
            let written = inside.trim_end();
            let slot = slot_named(written, from).and_then(&other);
            if let Some(slot) = slot {
                let placeholder = slot.placeholder(into);
                let bare = placeholder.trim_start_matches('[').trim_end_matches(']');
                text.push_str(bare);
                text.push_str(inside.strip_prefix(written).unwrap_or_default());
                rest = behind;
            }
        }
        text.push_str(rest);
        Self(text)
    }
}

/// The slot that a placeholder names, its brackets left out.
fn slot_named(written: &str, language: Language) -> Option<SlotKey> {
    let (word, number) = written.rsplit_once(' ')?;
    let kind = SlotKind::ALL
        .into_iter()
        .find(|kind| kind.word(language) == word)?;
    let number: u32 = number.parse().ok()?;
    Some(SlotKey { kind, number })
}

impl fmt::Debug for CleanText {
    /// Shows the length only: notes are personal data even without names.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "CleanText({} characters)",
            self.0.chars().count()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_change_their_slot_and_their_language_and_nothing_else() {
        let text = CleanText::from_stored(
            "[Ort 1] vor [Ort 2 | Grenze], [?] und [Ort 12], [Nort 1] [[Ort 1]".to_owned(),
        );
        let other = |slot: SlotKey| {
            let number = 3_u32.checked_sub(slot.number)?;
            Some(SlotKey { number, ..slot })
        };
        assert_eq!(
            text.with_slots(Language::De, Language::Fr, other).as_str(),
            "[Lieu 2] vor [Lieu 1 | Grenze], [?] und [Ort 12], [Nort 1] [[Lieu 2]"
        );
    }
}
