//! Whether a word that is known as somebody's name, and is an ordinary word too, stands like a name.

use std::ops::Range;

use super::dictionary::{self, Classes, Compound};
use super::reading::{Reader, Reading};
use super::sentence::{Gap, Shape};
use super::{Layers, context, keep};
use crate::anonymise::slot::SlotKind;
use crate::language::{Language, fold};

/// Whether a folded word is in a dictionary.
pub(in crate::anonymise) fn is_ordinary(folded: &str) -> bool {
    dictionary::classes(folded).any(Classes::ORDINARY) || keep::stays(folded)
}

/// Whether a list has a folded word as the name of a person or a place.
pub(in crate::anonymise) fn is_listed(folded: &str) -> bool {
    dictionary::classes(folded).any(Classes::PERSON | Classes::PLACE)
}

/// Whether a list has a folded word as a surname.
pub(in crate::anonymise) fn is_surname(folded: &str) -> bool {
    dictionary::classes(folded).any(Classes::SURNAME)
}

/// Whether a list has a folded word as a given name.
pub(in crate::anonymise) fn is_given(folded: &str) -> bool {
    dictionary::classes(folded).any(Classes::GIVEN)
}

/// Whether a folded word is in a dictionary or put together from words that are, or a common abbreviation.
pub(in crate::anonymise) fn is_word(folded: &str) -> bool {
    is_ordinary(folded)
        || dictionary::compound(folded, true) != Compound::None
        || context::is_abbreviation(folded)
}

/// Whether a folded word is put together of two that are known, the second of which begins at a place.
pub(in crate::anonymise) fn is_joined_at(folded: &str, at: usize) -> bool {
    dictionary::is_joined_at(folded, at)
}

/// How much less the model must see in a word that is known as somebody's name already.
const KNOWN: f64 = -6.0;
/// The same behind an article, where a thing stands rather than somebody; an institution has one too: «die Brücke zahlt».
const KNOWN_BEHIND_ARTICLE: f64 = -1.5;

/// The same where nobody looks at what is replaced any more: it must be likelier a name than a word.
const KNOWN_UNSEEN: f64 = 0.0;

/// A place in a line where a known name was found again.
pub(in crate::anonymise) struct Mention<'line> {
    /// The line.
    pub(in crate::anonymise) line: &'line str,
    /// Where in it.
    pub(in crate::anonymise) span: Range<usize>,
    /// Whether it is a mere part of the name.
    pub(in crate::anonymise) is_part: bool,
    /// What bears the name.
    pub(in crate::anonymise) kind: SlotKind,
}

impl Mention<'_> {
    /// Whether what stands there is no ordinary word, or stands like a name, as far as the model sees or because somebody
    /// speaks there. The line is read only if that must be known.
    ///
    /// A mere part of a name that is an ordinary word counts for persons only if a list has it as a name, and for places
    /// not at all.
    pub(in crate::anonymise) fn stands_like_a_name(
        &self,
        reader: &mut Reader,
        language: Language,
        layers: Layers,
    ) -> bool {
        let Some(written) = self.line.get(self.span.clone()) else {
            return true;
        };
        let folded = fold(written);
        if written.contains(' ') || !reader.is_word(&folded) {
            return true;
        }
        if self.is_part && !self.may_be_called_by_part(&folded) {
            return false;
        }
        self.is_read_as_name(reader.read(self.line, language, layers))
    }

    /// Whether a word of a dictionary in small letters is likelier a name where it stands, so that it is replaced unseen.
    pub(in crate::anonymise) fn is_likelier_a_name(
        &self,
        reader: &mut Reader,
        language: Language,
        layers: Layers,
    ) -> bool {
        let reading = reader.read(self.line, language, layers);
        let mut words = reading.sentence.words.iter();
        let at = words.position(|word| word.span.start >= self.span.start);
        let verdict = at.and_then(|at| reading.verdicts.as_ref()?.get(at));
        verdict.is_some_and(|verdict| verdict.odds > KNOWN_UNSEEN)
    }

    fn may_be_called_by_part(&self, folded: &str) -> bool {
        let classes = dictionary::classes(folded);
        match self.kind {
            SlotKind::Institution => true,
            SlotKind::Person => classes.any(Classes::PERSON) || !classes.any(Classes::ORDINARY),
            _ => false,
        }
    }

    fn is_read_as_name(&self, reading: &Reading) -> bool {
        let words = &reading.sentence.words;
        let at = words
            .iter()
            .position(|word| word.span.start >= self.span.start);
        let Some((at, word)) = at.and_then(|at| Some((at, words.get(at)?))) else {
            return true;
        };
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let next = words.get(at + 1);
        let is_behind_article = word.gap == Gap::Space
            && before.is_some_and(|before| {
                context::is_article(&before.folded) || before.shape == Shape::Digits
            });
        let is_thing = is_behind_article && self.kind != SlotKind::Institution;
        let is_small = word.shape == Shape::Small;
        let speaks =
            next.is_some_and(|next| next.gap == Gap::Space && context::is_speech(&next.folded));
        let Some(verdicts) = &reading.verdicts else {
            return !is_thing && !is_small;
        };
        let odds = verdicts.get(at).map_or(f64::MIN, |verdict| verdict.odds);
        if is_thing {
            odds > KNOWN_BEHIND_ARTICLE
        } else {
            odds > KNOWN || speaks && !is_small
        }
    }
}
