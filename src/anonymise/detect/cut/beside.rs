//! What stands beside an institution in a find and is none of it: «kurz», an article that goes on, the town where it is; or shows
//! that it is somebody.
//!
//! Keeps out: several institutions in a find, which `firms` parts.

use std::ops::Range;

use super::super::context;
use super::super::dictionary::Classes;
use super::super::sentence::{Gap, Sentence, Shape, Word};
use crate::anonymise::lexicon;

/// «Hanna» of «die hanna»: an article and a given name are somebody whom people speak of so, unless a firm is told by its form.
pub(super) fn somebody_called(sentence: &Sentence, words: Range<usize>) -> Option<Range<usize>> {
    let [article, given] = sentence.words.get(words.clone())? else {
        return None;
    };
    let is_given = given.classes.any(Classes::GIVEN)
        && !given.is_ordinary()
        && given.gap == Gap::Space
        && ["die", "der", "den", "dem"].contains(&article.folded.as_str());
    is_given.then_some(words.start + 1..words.end)
}

/// Without «kurz» of «kurz `ZVX`», which says that what follows stands for something longer.
pub(super) fn without_short(sentence: &Sentence, words: Range<usize>) -> Range<usize> {
    /// The most letters of an acronym.
    const MOST_LETTERS: usize = 5;
    let is_said = |short: &Word, acronym: &Word| {
        short.folded.as_str() == "kurz"
            && short.shape == Shape::Small
            && acronym.gap == Gap::Space
            && acronym.folded.chars().count() <= MOST_LETTERS
            && acronym.classes == Classes::NONE
    };
    match sentence.words.get(words.clone()) {
        Some([short, acronym]) if is_said(short, acronym) => words.start + 1..words.end,
        _ => words,
    }
}

/// Without «der» of «Bleicherei Zorvexhof der»: an article goes on with what follows.
pub(super) fn without_article(sentence: &Sentence, words: Range<usize>) -> Range<usize> {
    const ARTICLES: [&str; 10] = [
        "der", "die", "das", "den", "dem", "des", "le", "les", "the", "ein",
    ];
    let Range { start, mut end } = words;
    let goes_on = |at: usize| {
        let (word, next) = (sentence.words.get(at), sentence.words.get(at + 1));
        next.is_some_and(|next| next.gap == Gap::Space)
            && word.is_some_and(|word| {
                word.shape == Shape::Small
                    && word.gap == Gap::Space
                    && ARTICLES.contains(&word.folded.as_str())
            })
    };
    while end > start + 1 && goes_on(end - 1) {
        end -= 1;
    }
    start..end
}

/// A firm and the town where it is: «Décolletage Zorvexat à Courgenay» is one in a town, while «lycée de Courgenay» and «Spital in
/// Lahr» are told by it.
pub(super) fn without_town(
    sentence: &Sentence,
    words: Range<usize>,
) -> (Range<usize>, Option<Range<usize>>) {
    const WHERE: [&str; 4] = ["in", "a", "bei", "pres"];
    let is_where = |at: &usize| {
        let word = sentence.words.get(*at);
        word.is_some_and(|word| word.shape == Shape::Small && WHERE.contains(&word.folded.as_str()))
    };
    let Some(at) = words.clone().skip(1).rev().find(is_where) else {
        return (words, None);
    };
    let firm = sentence.words.get(words.start..at).unwrap_or_default();
    let town = sentence.words.get(at + 1..words.end).unwrap_or_default();
    let is_own = |word: &Word| {
        !word.is_ordinary() && !context::is_head(&word.folded) && !lexicon::is_generic(&word.folded)
    };
    let names_town = |town: &[Word]| matches!(town, [only] if only.classes.any(Classes::PLACE) && only.shape == Shape::Capital);
    if names_town(town) && firm.iter().any(is_own) {
        (words.start..at, Some(at + 1..words.end))
    } else {
        (words, None)
    }
}
