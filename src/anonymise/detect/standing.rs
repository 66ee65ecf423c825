//! Whether a word that is known as somebody's name, and is an ordinary word too, stands like a name.

use std::ops::Range;

use super::dictionary::{self, Classes, Compound};
use super::sentence::{Gap, Sentence, Shape};
use super::{context, keep, model};
use crate::anonymise::secret::Secret;
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

/// A text as the model reads it.
struct Reading {
    sentence: Sentence,
    verdicts: Vec<model::Verdict>,
}

/// The text that was read last, in which language, and how: one text is asked about many times.
#[derive(Default)]
pub(in crate::anonymise) struct LastReading(Option<(Secret, Language, Reading)>);

impl LastReading {
    fn of(&mut self, text: &str, language: Language) -> &Reading {
        let last = self.0.take();
        let is_it = |last: &(Secret, Language, Reading)| *last.0 == *text && last.1 == language;
        self.0 = last.filter(is_it);
        let read = || (Secret::from(text), language, Reading::of(text, language));
        &self.0.get_or_insert_with(read).2
    }
}

impl Reading {
    fn of(text: &str, language: Language) -> Self {
        let sentence = Sentence::of(text);
        let found = super::rules(text, &sentence, super::Layers::ALL);
        let verdicts = super::verdicts(&sentence, &found, language);
        Self { sentence, verdicts }
    }
}

/// How much less the model must see in a word that is known as somebody's name already.
const KNOWN: f64 = -6.0;
/// The same behind an article, where a thing stands rather than somebody; an institution has one too: «die Brücke zahlt».
const KNOWN_BEHIND_ARTICLE: f64 = -1.5;

/// Whether what stands there is no ordinary word, or stands like a name, as far as the model sees or because somebody
/// speaks there. What was `read` last is mostly the text.
///
/// A mere part of a name that is an ordinary word counts for persons only if a list has it as a name, and for places not
/// at all.
pub(in crate::anonymise) fn stands_like_a_name(
    text: &str,
    read: &mut LastReading,
    span: &Range<usize>,
    is_part: bool,
    kind: SlotKind,
    language: Language,
) -> bool {
    let Some(written) = text.get(span.clone()) else {
        return true;
    };
    let folded = fold(written);
    let is_word = is_ordinary(&folded) || dictionary::compound(&folded, false) == Compound::Firm;
    if written.contains(' ') || !is_word {
        return true;
    }
    let classes = dictionary::classes(&folded);
    let is_listed = classes.any(Classes::PERSON) || !classes.any(Classes::ORDINARY);
    let may_be_called_by_part = match kind {
        SlotKind::Institution => true,
        SlotKind::Person => is_listed,
        _ => false,
    };
    if is_part && !may_be_called_by_part {
        return false;
    }
    let Reading { sentence, verdicts } = read.of(text, language);
    let at = sentence
        .words
        .iter()
        .position(|word| word.span.start >= span.start);
    let Some((at, word)) = at.and_then(|at| Some((at, sentence.words.get(at)?))) else {
        return true;
    };
    let odds = verdicts.get(at).map_or(f64::MIN, |verdict| verdict.odds);
    let before = at
        .checked_sub(1)
        .and_then(|before| sentence.words.get(before));
    let next = sentence.words.get(at + 1);
    let is_thing = word.gap == Gap::Space
        && before.is_some_and(|before| {
            context::is_article(&before.folded) || before.shape == Shape::Digits
        });
    let speaks =
        next.is_some_and(|next| next.gap == Gap::Space && context::is_speech(&next.folded));
    if is_thing && kind != SlotKind::Institution {
        odds > KNOWN_BEHIND_ARTICLE
    } else {
        odds > KNOWN || speaks && word.shape != Shape::Small
    }
}
