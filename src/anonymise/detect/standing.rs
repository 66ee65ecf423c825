//! Whether a word that is known as somebody's name, and is an ordinary word too, stands like a name.

use std::cell::OnceCell;
use std::ops::Range;

use super::dictionary::{self, Classes, Compound};
use super::sentence::{Gap, Sentence, Shape};
use super::{context, keep, model};
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

/// Whether a folded word is in a dictionary or put together from words that are, or a common abbreviation.
pub(in crate::anonymise) fn is_word(folded: &str) -> bool {
    is_ordinary(folded)
        || dictionary::compound(folded, true) != Compound::None
        || context::is_abbreviation(folded)
}

/// A text as the model reads it.
pub(in crate::anonymise) struct Reading {
    sentence: Sentence,
    verdicts: Vec<model::Verdict>,
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
/// The same behind an article, where a thing stands rather than somebody.
const KNOWN_BEHIND_ARTICLE: f64 = -1.5;

/// Whether what stands there is no ordinary word, or stands like a name, as far as the model sees or because somebody
/// speaks there. What is `read` is the text,
/// when it is needed first.
///
/// A mere part of a name that is an ordinary word counts only for persons, and only if a list has it as a name.
pub(in crate::anonymise) fn stands_like_a_name(
    text: &str,
    read: &OnceCell<Reading>,
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
    if is_part && (kind != SlotKind::Person || !is_listed) {
        return false;
    }
    let Reading { sentence, verdicts } = read.get_or_init(|| Reading::of(text, language));
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
    if is_thing {
        odds > KNOWN_BEHIND_ARTICLE
    } else {
        odds > KNOWN || speaks && word.shape != Shape::Small
    }
}
