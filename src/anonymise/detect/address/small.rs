//! Finds German streets in small letters that begin with a preposition or an adjective.

use std::ops::Range;

use super::super::dictionary::Classes;
use super::super::sentence::{Gap, Sentence, Shape, Word};
use super::town::{Before, behind_street, town};
use super::{CAPITAL_HEADS, door, ends_as_street, with_number};

/// Words that say that an address follows.
const ANNOUNCING: &[&str] = &[
    "adresse",
    "adr",
    "anschrift",
    "privatadr",
    "privatadresse",
    "wohnt",
    "wohnhaft",
    "adress",
    "address",
    "addr",
];

/// What follows such a word but is no street: «im jahr 19», «in phase 2».
const COUNTED: &[&str] = &[
    "jahr", "block", "phase", "teil", "tag", "monat", "kapitel", "punkt", "schritt", "stufe",
    "modul", "woche", "frage", "gruppe", "seite", "raum", "team", "thema",
];

/// «im letten 4, 9463 oberriet», «untere seestrasse 55», «adresse am mühlwehr 3».
pub(super) fn street(text: &str, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    /// How many words the name has at most.
    const MOST_WORDS: usize = 3;
    let head = sentence.words.get(at)?;
    if head.shape != Shape::Small || !CAPITAL_HEADS.contains(&head.folded.as_str()) {
        return None;
    }
    // «an gartenau 31» says where; «an der mühle 4» may be a street.
    let is_article = |word: &Word| matches!(word.folded.as_str(), "der" | "den" | "dem");
    let is_where = matches!(head.folded.as_str(), "an" | "bei" | "beim");
    if is_where && !sentence.words.get(at + 1).is_some_and(is_article) {
        return None;
    }
    let is_of_name =
        |word: &&Word| matches!(word.gap, Gap::Space | Gap::Hyphen) && word.shape == Shape::Small;
    let behind = sentence.words.iter().skip(at + 1).take(MOST_WORDS);
    let end = at + 1 + behind.take_while(is_of_name).count();
    let name = sentence
        .words
        .get(end.checked_sub(1).filter(|last| *last > at)?)?;
    let street = with_number(text, sentence, at, end)?;
    let digits = sentence.words.get(end)?.span.len();
    if digits > 3 || is_counted(name) {
        return None;
    }
    let is_told = ends_as_street(name) && is_adjective_before(sentence, at, end)
        || is_announced(sentence, at)
        || door::is_of_house(text, sentence, street.end)
        || has_town(text, sentence, street.end, name);
    is_told.then_some(street)
}

/// Whether nothing but an adjective stands before the last word: «untere seestrasse», «am alten zollplatz».
fn is_adjective_before(sentence: &Sentence, at: usize, end: usize) -> bool {
    let is_adjective = |at: usize, endings: &[&str]| {
        let word = sentence.words.get(at).map(|word| word.folded.as_str());
        word.is_some_and(|word| {
            word.len() > 3 && endings.iter().any(|ending| word.ends_with(ending))
        })
    };
    end == at + 2 && is_adjective(at, &["e", "er"])
        || end == at + 3 && is_adjective(at + 1, &["en"])
}

/// Whether numbers behind the word count it: «phase 2».
pub(super) fn is_counted(word: &Word) -> bool {
    COUNTED.contains(&word.folded.as_str())
}

/// Whether «adresse» stands before it, perhaps with whose: «adresse v. konrad: im rebberg 9».
fn is_announced(sentence: &Sentence, at: usize) -> bool {
    /// How many words may say whose it is.
    const MOST_WORDS: usize = 3;
    let announces = |word: &Word| ANNOUNCING.contains(&word.folded.as_str());
    let before = sentence.words.get(..at).unwrap_or_default();
    let is_colon = sentence
        .words
        .get(at)
        .is_some_and(|head| head.gap == Gap::Colon);
    let near = before.iter().rev().take(MOST_WORDS + 1);
    before.last().is_some_and(announces) || is_colon && near.into_iter().any(announces)
}

/// Whether a postcode with a town follows, or a town behind a name that is no word.
fn has_town(text: &str, sentence: &Sentence, at: usize, name: &Word) -> bool {
    let is_joined = sentence
        .words
        .get(at)
        .is_some_and(|next| matches!(next.gap, Gap::Comma | Gap::Space | Gap::Slash));
    let is_known = |town: Range<usize>| {
        let last = town
            .end
            .checked_sub(1)
            .and_then(|last| sentence.words.get(last));
        last.is_some_and(|last| !last.is_ordinary() || last.classes.any(Classes::PLACE))
    };
    is_joined && town(text, sentence, at, Before::Street).is_some_and(is_known)
        || !name.classes.any(Classes::GERMAN | Classes::NOUN)
            && behind_street(text, sentence, at).is_some()
}
