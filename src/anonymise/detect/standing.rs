//! Whether a word that is known as somebody's name, and is an ordinary word too, stands like a name.

use std::cell::OnceCell;
use std::ops::Range;

use super::dictionary::{self, Classes};
use super::sentence::{Gap, Sentence, Shape};
use super::{context, keep};
use crate::language::fold;

/// Whether a folded word is in a dictionary.
pub(in crate::anonymise) fn is_ordinary(folded: &str) -> bool {
    dictionary::classes(folded).any(Classes::ORDINARY) || keep::stays(folded)
}

/// Whether what stands there is no ordinary word, or stands like a name: with a capital and without an article before
/// it, or as the one who speaks. The `sentence` is that of the text, made when it is needed first.
pub(in crate::anonymise) fn stands_like_a_name(
    text: &str,
    sentence: &OnceCell<Sentence>,
    span: &Range<usize>,
) -> bool {
    let Some(written) = text.get(span.clone()) else {
        return true;
    };
    let folded = fold(written);
    if written.contains(' ') || !is_ordinary(&folded) && !dictionary::is_compound(&folded) {
        return true;
    }
    let sentence = sentence.get_or_init(|| Sentence::of(text));
    let Some(at) = sentence
        .words
        .iter()
        .position(|word| word.span.start >= span.start)
    else {
        return true;
    };
    let Some(word) = sentence.words.get(at) else {
        return true;
    };
    let before = at
        .checked_sub(1)
        .and_then(|before| sentence.words.get(before));
    let next = sentence.words.get(at + 1);
    let speaks =
        next.is_some_and(|next| next.gap == Gap::Space && context::is_speech(&next.folded));
    let is_thing = before.is_some_and(|before| {
        word.gap == Gap::Space
            && (context::is_article(&before.folded)
                || before.shape == Shape::Digits
                || before.shape == Shape::Small
                    && before.classes.any(Classes::GERMAN)
                    && before.folded.ends_with("er"))
    });
    let beside = before
        .is_some_and(|before| word.gap == Gap::Space && context::is_beside_person(&before.folded));
    let paired = word.gap == Gap::Slash || next.is_some_and(|next| next.gap == Gap::Slash);
    match word.shape {
        Shape::Small => {
            !is_thing
                && (speaks && sentence.is_small
                    || beside && sentence.is_small
                    || paired && sentence.is_small)
        }
        _ if word.classes.any(Classes::NOUN) => {
            !is_thing
                && (speaks
                    || beside
                    || paired
                    || word.begins && next.is_none_or(|next| next.gap != Gap::Space))
        }
        _ => !is_thing && (!word.begins || speaks),
    }
}
