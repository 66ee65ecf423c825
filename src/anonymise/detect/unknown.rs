//! Finds words that are no ordinary ones: in no dictionary, not put together from words that one has, or in a list of
//! names and nowhere else.
//!
//! With a capital such a word is a name nine times in ten; what else it may be, abbreviations and the latest words of
//! the trade, stands in [`super::keep`]. In small letters it is doubtful at most.

use super::dictionary::Classes;
use super::sentence::{Gap, Sentence, Shape, Word};
use super::{By, Certainty, Detection, Kind, context, keep};
use crate::anonymise::lexicon;

/// Endings of ordinary words that dictionaries lack: «Clusterisierung», «délabellisation».
#[rustfmt::skip]
const ORDINARY_ENDINGS: &[&str] = &[
    "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "tions", "ismus",
    "itat", "ierung", "ierungen", "isme", "ability", "ness", "isation", "ization", "logie", "logien", "logies",
    "logy", "metrie", "metrics", "grafie", "graphie", "iques", "ique", "icien", "iciens", "trice", "trices",
    "tives", "combustion", "ectomie",
];

/// Endings of places: «Kandertal», «Haslikon», «Brindeville».
#[rustfmt::skip]
const PLACE_ENDINGS: &[&str] = &[
    "tal", "ingen", "heim", "hausen", "wil", "wiler", "willer", "ikon", "dorf", "bach", "stetten", "ville",
    "villers", "court", "ach", "kirch", "furt", "bruck", "bourg", "burg", "gny", "wald", "weiler", "hofen", "stadt",
];

/// Endings of coined brands: «Voltarion», «Medirhena».
const BRAND_ENDINGS: &[&str] = &[
    "tec", "tech", "med", "gen", "tron", "lys", "plex", "dyn", "pharm", "soft", "lab", "labs",
    "net", "matic", "tronic", "ion", "ium", "ica", "ora", "nova", "ex", "ix", "ys",
];

/// Appends every such word.
pub(super) fn find(sentence: &Sentence, found: &mut Vec<Detection>) {
    for (at, word) in sentence.words.iter().enumerate() {
        let before = at
            .checked_sub(1)
            .and_then(|before| sentence.words.get(before));
        let next = sentence.words.get(at + 1);
        let Some(certainty) =
            certainty(word, before).or_else(|| certainty_of_small(sentence, word, before, next))
        else {
            continue;
        };
        found.push(Detection {
            span: word.span.clone(),
            kind: kind(word, before),
            certainty,
            by: By::Vocabulary,
        });
    }
}

/// In a note in small letters a name has none either: what lists have as a name and nothing else, and what no
/// dictionary has and stands beside a verb or a preposition as somebody does.
fn certainty_of_small(
    sentence: &Sentence,
    word: &Word,
    before: Option<&Word>,
    next: Option<&Word>,
) -> Option<Certainty> {
    if word.shape != Shape::Small
        || word.folded.len() < 4
        || !is_own(word)
        || has_ordinary_ending(word)
    {
        return None;
    }
    let listed = word.classes.any(Classes::PERSON);
    let acts = next.is_some_and(|next| next.gap == Gap::Space && matches!(next.verb, 1..=3));
    let beside = before
        .is_some_and(|before| word.gap == Gap::Space && context::is_beside_person(&before.folded));
    let is_thing =
        before.is_some_and(|before| word.gap == Gap::Space && context::is_article(&before.folded));
    if is_thing || !(sentence.is_small || acts || beside) {
        return None;
    }
    (listed && (sentence.is_small || acts && beside) || (acts || beside) && sentence.is_small)
        .then_some(Certainty::Likely)
}

/// Whether it has an ending of ordinary words.
fn has_ordinary_ending(word: &Word) -> bool {
    word.is_unknown()
        && ORDINARY_ENDINGS
            .iter()
            .any(|ending| word.folded.len() > ending.len() + 3 && word.folded.ends_with(ending))
}

/// Whether it is no ordinary word, nor anything else that is known.
fn is_own(word: &Word) -> bool {
    let folded = word.folded.as_str();
    let listed = word.classes.any(Classes::PERSON | Classes::PLACE) && !word.is_ordinary();
    let is_short = word.has_stop && folded.len() <= 5 && word.is_unknown();
    (word.is_unknown() || listed)
        && folded.len() >= 3
        && !keep::stays(folded)
        && !word.is_region()
        && !lexicon::is_function_word(folded)
        && !lexicon::is_title(folded)
        && !lexicon::is_generic(folded)
        && !lexicon::is_legal_form(&folded.to_uppercase())
        && !lexicon::is_legal_form(folded)
        && !context::is_role(folded)
        && !context::is_abbreviation(folded)
        && !is_short
}

fn certainty(word: &Word, before: Option<&Word>) -> Option<Certainty> {
    // What could be put together from words is a name only where no article or number says that it is a thing.
    let is_thing = before.is_some_and(|before| {
        matches!(word.gap, Gap::Space | Gap::Apostrophe)
            && (context::is_article(&before.folded)
                || before.shape == Shape::Digits
                || before.shape == Shape::Small
                    && before.classes.any(Classes::GERMAN)
                    && ["e", "en", "er", "es", "em"]
                        .iter()
                        .any(|end| before.folded.ends_with(end)))
    });
    if !is_own(word) || word.is_weak_compound && is_thing {
        return None;
    }
    match word.shape {
        Shape::Capital | Shape::Mixed if has_ordinary_ending(word) => Some(Certainty::Doubtful),
        Shape::Capital | Shape::Mixed => Some(Certainty::Likely),
        Shape::Capitals => Some(Certainty::Doubtful),
        _ => None,
    }
}

/// What it is most likely, by its letters and what stands before it.
fn kind(word: &Word, before: Option<&Word>) -> Kind {
    let ends = |endings: &[&str]| {
        endings
            .iter()
            .any(|ending| word.folded.len() > ending.len() + 2 && word.folded.ends_with(ending))
    };
    let is_placed = before.is_some_and(|before| context::is_beside_place(&before.folded));
    if word.classes.any(Classes::PERSON) && !is_placed {
        Kind::Person
    } else if word.classes.any(Classes::PLACE) || is_placed && ends(PLACE_ENDINGS) {
        Kind::Place
    } else if word.shape != Shape::Capital || ends(BRAND_ENDINGS) {
        Kind::Institution
    } else if ends(PLACE_ENDINGS) && word.folded.ends_with("tal") {
        Kind::Place
    } else {
        Kind::Person
    }
}
