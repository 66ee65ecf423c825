//! Finds names that lists have: given names with what follows them, towns, people from towns.

use super::dictionary::{Classes, Key};
use super::sentence::{Gap, Sentence, Shape, Word};
use super::{By, Certainty, Detection, Kind, context, keep};
use crate::anonymise::lexicon;

/// The most words that a place has.
const LONGEST_PLACE: usize = 5;

/// Appends everything that a list knows.
pub(super) fn find(sentence: &Sentence, found: &mut Vec<Detection>) {
    let mut at = 0;
    while at < sentence.words.len() {
        let end = place(sentence, at, found)
            .or_else(|| given(sentence, at, found))
            .unwrap_or(at + 1);
        at = end;
    }
}

fn push(
    sentence: &Sentence,
    first: usize,
    end: usize,
    kind: Kind,
    certainty: Certainty,
    found: &mut Vec<Detection>,
) -> usize {
    found.extend(sentence.detection(first..end, kind, certainty, By::List));
    end
}

/// A place that begins at this word; returns where it ends.
fn place(sentence: &Sentence, at: usize, found: &mut Vec<Detection>) -> Option<usize> {
    let word = sentence.words.get(at)?;
    let is_capital = matches!(word.shape, Shape::Capital | Shape::Capitals | Shape::Mixed);
    if let Some(end) = long_place(sentence, at) {
        return Some(push(
            sentence,
            at,
            end,
            Kind::Place,
            Certainty::Likely,
            found,
        ));
    }
    if keep::stays(&word.folded) || word.is_region() || word.folded.len() < 3 {
        return None;
    }
    let ordinary = word.is_ordinary() || lexicon::is_function_word(&word.folded);
    let name = word.classes.any(Classes::PERSON);
    let before = at
        .checked_sub(1)
        .and_then(|before| sentence.words.get(before));
    let is_placed = before
        .is_some_and(|before| word.gap == Gap::Space && context::is_beside_place(&before.folded));
    let demonym = word.classes.any(Classes::DEMONYM) && !name;
    if !is_capital {
        let own = !ordinary && !name && word.folded.len() >= 4 && word.shape == Shape::Small;
        let is_town = own && word.classes.any(Classes::TOWN) && (is_placed || sentence.is_small)
            || own && word.classes.any(Classes::VILLAGE) && is_placed
            || own && demonym && sentence.is_small;
        return is_town.then(|| push(sentence, at, at + 1, Kind::Place, Certainty::Likely, found));
    }
    let is_surely_placed = before.is_some_and(|before| {
        word.gap == Gap::Space
            && matches!(
                before.folded.as_str(),
                "in" | "nach"
                    | "aus"
                    | "bei"
                    | "near"
                    | "from"
                    | "pres"
                    | "vers"
                    | "raum"
                    | "richtung"
            )
    });
    if word.classes.any(Classes::TOWN) && is_surely_placed && word.shape == Shape::Capital
        || word.classes.any(Classes::TOWN) && !ordinary && (!name || is_placed)
        || word.classes.any(Classes::VILLAGE) && !ordinary && is_placed
        || demonym && !ordinary
    {
        return Some(push(
            sentence,
            at,
            at + 1,
            Kind::Place,
            Certainty::Likely,
            found,
        ));
    }
    None
}

/// Where the longest place of several words ends that begins here.
pub(super) fn long_place(sentence: &Sentence, at: usize) -> Option<usize> {
    let mut key = Key::new();
    let mut before = 0;
    let mut end = None;
    for (length, word) in sentence
        .words
        .iter()
        .skip(at)
        .take(LONGEST_PLACE)
        .enumerate()
    {
        let joined = matches!(word.gap, Gap::Space | Gap::Hyphen | Gap::Apostrophe)
            || word.gap == Gap::Stop && before <= 3;
        // Most words begin no place of several, so that the way through the lists ends at once.
        if length > 0 && !(joined && key.go_on(" ")) || !key.go_on(&word.folded) {
            break;
        }
        before += usize::from(length > 0) + word.folded.len();
        let classes = key.classes();
        if length > 0
            && classes.any(Classes::PLACE)
            && !classes.any(Classes::REGION)
            && is_own(word)
        {
            end = Some(at + length + 1);
        }
    }
    end
}

/// Whether the last word of a place is its own: «Bad» and «am» alone say nothing.
fn is_own(word: &Word) -> bool {
    word.folded.len() >= 3 && !lexicon::is_function_word(&word.folded)
}

/// A given name and the surname behind it; returns where they end.
fn given(sentence: &Sentence, at: usize, found: &mut Vec<Detection>) -> Option<usize> {
    let word = sentence.words.get(at)?;
    let next = sentence.words.get(at + 1);
    if word.shape != Shape::Capital
        || !word.classes.any(Classes::GIVEN)
        || keep::stays(&word.folded)
    {
        return None;
    }
    let doubtful =
        word.classes.any(Classes::ORDINARY) || word.classes.any(Classes::PLACE | Classes::REGION);
    let is_surname = next.is_some_and(|next| {
        next.gap == Gap::Space
            && matches!(next.shape, Shape::Capital | Shape::Mixed)
            && !keep::stays(&next.folded)
            && !lexicon::is_function_word(&next.folded)
            && !context::is_head(&next.folded)
            && !context::is_tail(&next.folded)
            && may_be_surname(next, doubtful)
    });
    if is_surname {
        let mut end = at + 2;
        while sentence.words.get(end).is_some_and(|word| {
            word.gap == Gap::Hyphen && word.shape == Shape::Capital && !word.is_ordinary()
        }) {
            end += 1;
        }
        return Some(push(
            sentence,
            at,
            end,
            Kind::Person,
            Certainty::Likely,
            found,
        ));
    }
    // A given name alone counts if it is nothing else.
    let alone = !doubtful && !word.is_compound && word.folded.len() >= 4;
    alone.then(|| push(sentence, at, at + 1, Kind::Person, Certainty::Likely, found))
}

/// Whether a word behind a given name is its surname: no ordinary word, or one that is a surname too. A given name that
/// is also something else (`doubtful`) is believed less.
fn may_be_surname(word: &Word, doubtful: bool) -> bool {
    let is_own = !word.is_ordinary() && !word.is_compound;
    is_own && !(doubtful && word.classes.any(Classes::PLACE))
        || word.classes.any(Classes::SURNAME) && !doubtful
}
