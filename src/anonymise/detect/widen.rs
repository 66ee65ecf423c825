//! Makes a find as wide as the name: the other half of a double name, the particle before it, the initial behind it.

use super::dictionary::Classes;
use super::sentence::{Gap, Sentence, Shape, Word};
use super::{Certainty, Detection, Kind, context};
use crate::anonymise::lexicon;

/// Particles that are written with a capital where they begin a name: «Le Guellauff», «Von Hallensteig».
const CAPITAL_PARTICLES: &[&str] = &[
    "le", "la", "von", "van", "de", "di", "da", "del", "della", "el", "al", "ben", "ten", "ter",
    "zu", "vom", "du", "dos", "des", "lo", "mac", "mc", "o",
];

/// Widens the finds of names.
pub(super) fn widen(sentence: &Sentence, found: &mut [Detection]) {
    for find in found
        .iter_mut()
        .filter(|find| !find.kind.is_contact() && find.certainty > Certainty::Doubtful)
    {
        let inside = sentence.words_in(&find.span);
        let (mut first, Some(last)) = (inside.start, inside.last()) else {
            continue;
        };
        // A title tells nobody, and stays before the placeholder.
        while find.kind == Kind::Person
            && first < last
            && sentence.words.get(first).is_some_and(is_title)
        {
            first += 1;
            if let Some(word) = sentence.words.get(first) {
                find.span.start = word.span.start;
            }
        }
        if let Some(start) = start(sentence, first, find.kind) {
            find.span.start = start;
        }
        if let Some(end) = end(sentence, last, find.kind) {
            find.span.end = end;
        }
    }
}

fn is_title(word: &Word) -> bool {
    word.folded.len() > 1 && lexicon::is_title(&word.folded)
}

/// Where the name begins whose first found word is at `first`.
fn start(sentence: &Sentence, first: usize, kind: Kind) -> Option<usize> {
    let word = sentence.words.get(first)?;
    let before = sentence.words.get(first.checked_sub(1)?)?;
    if word.gap == Gap::Hyphen && is_half(before) && kind != Kind::Institution {
        return Some(before.span.start);
    }
    let is_particle = CAPITAL_PARTICLES.contains(&before.folded.as_str())
        && matches!(word.gap, Gap::Space | Gap::Apostrophe)
        && kind == Kind::Person;
    if !is_particle {
        return None;
    }
    let is_capital = before.shape == Shape::Capital && !before.begins;
    let stands_apart = matches!(
        before.gap,
        Gap::Start | Gap::Comma | Gap::Colon | Gap::Bracket | Gap::Slash | Gap::Dash
    );
    // «de la Tour», «van der Meer».
    let further = first
        .checked_sub(2)
        .and_then(|at| sentence.words.get(at))
        .filter(|further| {
            before.gap == Gap::Space && CAPITAL_PARTICLES.contains(&further.folded.as_str())
        });
    match further {
        Some(further) => Some(further.span.start),
        None if is_capital || stands_apart => Some(before.span.start),
        None => None,
    }
}

/// Where the name ends whose last found word is at `last`.
fn end(sentence: &Sentence, last: usize, kind: Kind) -> Option<usize> {
    let next = sentence.words.get(last + 1)?;
    (next.gap == Gap::Hyphen && is_half(next) && kind != Kind::Institution).then_some(next.span.end)
}

/// Whether a word behind or before a hyphen is the other half of a double name rather than the thing that is called so:
/// «Isenseegg-Kropf», but «Spelkauer-Vorschlag».
fn is_half(word: &Word) -> bool {
    let is_thing = word.classes.any(Classes::NOUN) && word.folded.len() > 6
        || context::is_tail(&word.folded)
        || context::is_head(&word.folded)
        || word.is_compound;
    matches!(word.shape, Shape::Capital | Shape::Mixed)
        && !is_thing
        && word.folded.len() >= 2
        && (word.folded.len() <= 5 || word.classes.any(Classes::PERSON) || !word.is_ordinary())
        && !matches!(
            word.folded.as_str(),
            "leute" | "gruppe" | "team" | "idee" | "plan" | "papier" | "brief" | "frage"
        )
}
