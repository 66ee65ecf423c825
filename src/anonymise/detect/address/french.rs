//! Finds French streets: behind their number, in small letters, and estates without a number.

use std::ops::Range;

use super::super::dictionary::Classes;
use super::super::sentence::{Gap, Sentence, Shape, Word};
use super::town::{Before, behind_street, town};
use super::{INSIDE, door, is_house_number, name_end, number_end};

/// French words that begin the name of a street behind its number.
#[rustfmt::skip]
const NUMBERED_HEADS: &[&str] = &[
    "rue", "avenue", "av", "ave", "boulevard", "bd", "bld", "bvd", "chemin", "chem", "ch", "place", "quai", "impasse",
    "allee", "route", "cours", "passage", "rte", "faubourg", "fbg", "square", "sentier", "ruelle", "montee",
    "esplanade", "venelle", "promenade", "residence", "parvis", "cite", "clos", "hameau", "zone", "cour", "imp",
    "pl", "r",
];

/// Heads of streets whose name may be an ordinary word in small letters.
#[rustfmt::skip]
const SMALL_HEADS: &[&str] = &[
    "rue", "r", "avenue", "av", "boulevard", "bd", "chemin", "ch", "impasse", "imp", "ruelle", "faubourg", "route",
    "rte", "quai", "place", "pl", "allee", "via", "strada", "piazza", "viale", "vicolo", "fbg", "chem",
];

/// German words with which a French name is over: «Quai Neuf an der Avenue de Bâle».
const GERMAN: &[&str] = &[
    "an", "in", "bei", "beim", "mit", "und", "auf", "zu", "vor", "ist",
];

/// Words that begin the name of an estate, a hamlet or a house, which has a town behind it instead of a number.
const ESTATES: &[&str] = &[
    "zone",
    "zi",
    "za",
    "zac",
    "zae",
    "residence",
    "hameau",
    "domaine",
    "immeuble",
    "parc",
];

/// «12 rue de la Gare», «12 r. de la paix», «19 de la rue de Vesoul», if `head` is the word behind the number.
pub(super) fn behind_number(
    text: &str,
    sentence: &Sentence,
    at: usize,
    head: usize,
) -> Option<Range<usize>> {
    let word = |at: usize| sentence.words.get(at).map(|word| word.folded.as_str());
    let is_of = word(head) == Some("de") && word(head + 1) == Some("la");
    let head = if is_of { head + 2 } else { head };
    let noun = sentence.words.get(head)?;
    let is_head = NUMBERED_HEADS.contains(&noun.folded.as_str());
    // «3 pl. vides», «2 r. par jour»: abbreviations need their dot, and a town behind.
    let is_short = matches!(noun.folded.as_str(), "r" | "pl" | "imp");
    if !is_head || is_short && !noun.has_stop || !matches!(noun.gap, Gap::Space | Gap::Comma) {
        return None;
    }
    let capitals = name_end(sentence, head + 1).filter(|_| !is_short);
    let end = capitals
        .or_else(|| small_end_before_town(text, sentence, head))
        .or_else(|| small_name_end(sentence, head));
    end.map(|end| at..end)
}

/// «rue centrale 57», «av. de la praille 50», «boulevard sébastien-brant 300», «rue du 23-juin 9».
pub(super) fn numbered(text: &str, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let head = sentence.words.get(at)?;
    if !SMALL_HEADS.contains(&head.folded.as_str()) {
        return None;
    }
    let is_number = |end: &usize| {
        let number = sentence.words.get(*end);
        // «rue du 23-juin 9»: a day belongs to the name.
        let is_day = sentence.words.get(*end + 1).is_some_and(is_behind_hyphen);
        !is_day
            && number
                .is_some_and(|number| number.gap == Gap::Space && is_house_number(text, number))
    };
    let end = words_of_name(sentence, at, &[Shape::Small]).find(is_number)?;
    let last = number_end(text, sentence, end + 1);
    let has_inside = sentence
        .words
        .get(at + 1)
        .is_some_and(|word| INSIDE.contains(&word.folded.as_str()));
    let is_short_number = sentence.words.get(end)?.span.len() <= 3;
    // «place 2 fois par an», «route nationale 66» are told from streets by a town behind.
    let is_told = has_inside && end > at + 2
        || behind_street(text, sentence, last).is_some()
        || door::is_of_house(text, sentence, last);
    (is_short_number && is_told).then_some(at..last)
}

fn is_behind_hyphen(word: &Word) -> bool {
    word.gap == Gap::Hyphen && word.shape == Shape::Small
}

/// Where the name of a street may end that begins at this head: behind one or two words of its own.
fn words_of_name(
    sentence: &Sentence,
    head: usize,
    shapes: &[Shape],
) -> impl Iterator<Item = usize> {
    /// The most words of a name, with what joins them.
    const MOST_WORDS: usize = 6;
    let is_of_name = |(at, word): &(usize, &Word)| {
        let is_date = matches!(word.gap, Gap::Hyphen | Gap::Space)
            && word.shape == Shape::Digits
            && word.span.len() <= 2;
        let is_word = shapes.contains(&word.shape) && !GERMAN.contains(&word.folded.as_str());
        (is_word || is_date) && is_joined(*at == 0, word)
    };
    let words = sentence.words.iter().skip(head + 1).take(MOST_WORDS);
    let count = words.enumerate().take_while(is_of_name).count();
    (1..=count).map(move |length| head + 1 + length)
}

/// Whether a word goes on with the name before it; behind «av.» a stop stands.
fn is_joined(is_first: bool, word: &Word) -> bool {
    matches!(word.gap, Gap::Space | Gap::Apostrophe | Gap::Hyphen)
        || is_first && word.gap == Gap::Stop
}

/// «4 impasse du vieux pressoir, sélestat», «18 rue jacques-dalphin, 1227 carouge»: where a name in small letters ends
/// that a comma and a town follow.
fn small_end_before_town(text: &str, sentence: &Sentence, head: usize) -> Option<usize> {
    let noun = sentence.words.get(head)?;
    if !SMALL_HEADS.contains(&noun.folded.as_str()) {
        return None;
    }
    let mut ends = words_of_name(sentence, head, &[Shape::Small]);
    ends.find(|end| is_before_town(text, sentence, *end))
}

fn is_before_town(text: &str, sentence: &Sentence, at: usize) -> bool {
    let is_comma = |word: &Word| word.gap == Gap::Comma;
    sentence.words.get(at).is_some_and(is_comma) && behind_street(text, sentence, at).is_some()
}

/// «place de la mairie, 25190 st-hippolyte», «place de la gare, saint-louis»: only a town makes it one place of many.
pub(super) fn with_town(text: &str, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    small_end_before_town(text, sentence, at).map(|end| at..end)
}

/// «square des Fileuses, porte 5», «r. du collège, 2e étage»: a door behind the comma makes it one street of many.
pub(super) fn with_door(text: &str, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    const HEADS: [&str; 12] = [
        "rue",
        "r",
        "avenue",
        "av",
        "boulevard",
        "bd",
        "chemin",
        "impasse",
        "quai",
        "ruelle",
        "square",
        "place",
    ];
    let head = sentence.words.get(at)?;
    let next = sentence.words.get(at + 1)?;
    let is_of = matches!(next.folded.as_str(), "de" | "du" | "des");
    let is_comma = |word: &Word| word.gap == Gap::Comma;
    let mut ends = words_of_name(sentence, at, &[Shape::Small, Shape::Capital]);
    let end = ends.find(|end| sentence.words.get(*end).is_some_and(is_comma))?;
    let is_street = HEADS.contains(&head.folded.as_str()) && is_of;
    (is_street && door::is_of_house(text, sentence, end)).then_some(at..end)
}

/// Where the name of a French street ends that is an ordinary word in small letters: «7 rue du sauvage».
pub(super) fn small_name_end(sentence: &Sentence, head: usize) -> Option<usize> {
    let is_head = |word: &Word| {
        SMALL_HEADS.contains(&word.folded.as_str())
            && !matches!(
                word.folded.as_str(),
                "place" | "pl" | "r" | "allee" | "ch" | "via"
            )
    };
    sentence.words.get(head).filter(|word| is_head(word))?;
    let is_small =
        |at: usize, word: &Word| is_joined(at == head + 1, word) && word.shape == Shape::Small;
    let inside = (head + 1..)
        .map_while(|at| sentence.words.get(at).map(|word| (at, word)))
        .take_while(|(at, word)| {
            is_small(*at, word) && INSIDE.contains(&word.folded.as_str()) && word.gap != Gap::Hyphen
        })
        .count();
    let name = head + 1 + inside;
    let is_name = sentence
        .words
        .get(name)
        .is_some_and(|word| is_small(name, word) && word.folded.len() > 2);
    let further = sentence
        .words
        .iter()
        .skip(name + 1)
        .take_while(|word| is_behind_hyphen(word))
        .count();
    (is_name && (inside > 0 || further > 0)).then_some(name + 1 + further)
}

/// «rue des tilleuls», «quai du bas» without a number; but «quai de chargement» is any.
pub(super) fn small_rue(sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let is = |at: usize, words: &[&str]| {
        let word = sentence.words.get(at);
        word.is_some_and(|word| words.contains(&word.folded.as_str()))
    };
    let is_rue = is(at, &["rue", "impasse", "ruelle"])
        || is(at, &["quai", "boulevard", "avenue"])
            && (is(at + 1, &["du", "des"]) || is(at + 1, &["de"]) && is(at + 2, &["la", "l"]));
    let end = small_name_end(sentence, at).filter(|_| is_rue)?;
    Some(at..end)
}

/// «ZI du Pont-Rouge», «zone artisanale les prés, 25220 thise»: an estate, by its abbreviation or by the postcode behind.
pub(super) fn zone(text: &str, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let head = sentence.words.get(at)?;
    if !ESTATES.contains(&head.folded.as_str()) {
        return None;
    }
    if head.shape == Shape::Capitals {
        return name_end(sentence, at + 1).map(|end| at..end);
    }
    let is_coded = |end: usize| {
        let code = sentence
            .words
            .get(end)
            .filter(|code| code.gap == Gap::Comma);
        let town =
            town(text, sentence, end, Before::Street).and_then(|town| sentence.words.get(town));
        let is_place = |word: &Word| word.classes.any(Classes::PLACE);
        // Four digits may be a year; five are a postcode, though the lists lack its town.
        code.zip(town)
            .is_some_and(|(code, words)| code.span.len() == 5 || words.iter().any(is_place))
    };
    words_of_name(sentence, at, &[Shape::Small, Shape::Capital]).find_map(|end| {
        let number = sentence.words.get(end)?;
        let is_number = number.gap == Gap::Space && is_house_number(text, number);
        let end = if is_number {
            number_end(text, sentence, end + 1)
        } else {
            end
        };
        let end = door::end(text, sentence, end);
        is_coded(end).then_some(at..end)
    })
}
