//! Makes a find as wide as the name: the other half of a double name, the particle before it, the initial behind it.

mod capital;
mod firm;
mod seat;

use super::dictionary::Classes;
use super::sentence::{Gap, Sentence, Shape, Word};
use super::{By, Certainty, Detection, Kind, context};
use crate::anonymise::lexicon;
use crate::language::Language;
pub(super) use capital::take_along;
pub(in crate::anonymise) use firm::is_kin;
pub(super) use seat::take_office;

/// Particles that are written with a capital where they begin a name: «Le Guellauff», «Von Hallensteig».
const CAPITAL_PARTICLES: &[&str] = &[
    "le", "la", "von", "van", "de", "di", "da", "del", "della", "el", "al", "ben", "ten", "ter",
    "zu", "vom", "du", "dos", "des", "lo", "mac", "mc", "o",
];

/// Widens the finds of names.
pub(super) fn widen(sentence: &Sentence, language: Language, found: &mut [Detection]) {
    for find in found
        .iter_mut()
        .filter(|find| !find.kind.is_contact() && find.certainty > Certainty::Doubtful)
    {
        firm::take(sentence, find);
        let inside = sentence.words_in(&find.span);
        let (mut first, Some(last)) = (inside.start, inside.last()) else {
            continue;
        };
        // A title tells nobody, and stays before the placeholder; elsewhere «M.» is an initial.
        let is_sir =
            |word: &Word| language == Language::Fr && word.folded.as_str() == "m" && word.has_stop;
        while find.kind == Kind::Person
            && first < last
            && sentence
                .words
                .get(first)
                .is_some_and(|word| is_title(word) || is_sir(word))
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

/// «Firma Linsenschmiede»: a word that only says that it is a firm is no part of what it is called.
pub(super) fn leave_out_firm(sentence: &Sentence, found: &mut [Detection]) {
    const FIRM: &[&str] = &[
        "firma",
        "fa",
        "unternehmen",
        "betrieb",
        "entreprise",
        "firm",
        "company",
    ];
    for find in found
        .iter_mut()
        .filter(|find| find.kind == Kind::Institution)
    {
        let words = sentence.words.get(sentence.words_in(&find.span));
        if let Some([first, second, ..]) = words
            && FIRM.contains(&first.folded.as_str())
        {
            find.span.start = second.span.start;
        }
    }
}

/// Makes `[Mirosław] [Czapnik]` one: a given name and what was found behind it are the name of one person, and so are two
/// words behind a title: «Mrs `[Nkechi]` `[Candle]`».
pub(super) fn join_given(sentence: &Sentence, found: &mut Vec<Detection>) {
    let is_likely =
        |find: &Detection| find.kind == Kind::Person && find.certainty > Certainty::Doubtful;
    let is_given = |word: &Word| word.classes.any(Classes::GIVEN) && !word.is_ordinary();
    let mut at = 1;
    while at < found.len() {
        let (Some(one), Some(other)) = (found.get(at - 1), found.get(at)) else {
            return;
        };
        let inside = sentence.words_in(&one.span);
        let (last, first) = (
            inside
                .end
                .checked_sub(1)
                .and_then(|last| sentence.words.get(last)),
            sentence.words.get(inside.end),
        );
        let is_titled = has_title(sentence, inside.start);
        let goes_on = first.zip(last).is_some_and(|(first, last)| {
            first.span.start == other.span.start
                && first.gap == Gap::Space
                && first.shape == last.shape
                && (is_titled && !lexicon::is_function_word(&first.folded) || is_given(last))
                && (!is_given(first) || first.classes.any(Classes::SURNAME))
        });
        // Behind a title or a given name a word that could be a firm by itself is a surname.
        let is_behind_given = || {
            inside.len() == 1
                && last.is_some_and(|word| word.shape == Shape::Capital)
                && first.is_some_and(|word| !word.is_ordinary() && word.gap == Gap::Space)
        };
        let is_surname = (is_titled || is_behind_given())
            && other.kind == Kind::Institution
            && other.by == By::Model
            && other.certainty > Certainty::Doubtful
            && inside.len() == 1
            && sentence.words_in(&other.span).len() == 1;
        if goes_on && is_likely(one) && (is_likely(other) || is_surname) {
            let other = found.remove(at);
            if let Some(one) = found.get_mut(at - 1) {
                one.span.end = other.span.end;
                one.certainty = one.certainty.max(other.certainty);
            }
        } else {
            at += 1;
        }
    }
}

/// Whether a title stands before the word.
fn has_title(sentence: &Sentence, first: usize) -> bool {
    let before = first
        .checked_sub(1)
        .and_then(|before| sentence.words.get(before));
    before.is_some_and(|word| is_title(word) || word.folded.as_str() == "m" && word.has_stop)
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
    let is_other_half = next.gap == Gap::Hyphen && is_half(next) && kind != Kind::Institution;
    let is_breton = kind == Kind::Person && is_breton_end(sentence.words.get(last)?, next);
    (is_other_half || is_breton).then_some(next.span.end)
}

/// «Floc'h»: «c'h» is one letter in Breton, and what follows no word of its own as «s» is of an English genitive.
fn is_breton_end(last: &Word, next: &Word) -> bool {
    next.gap == Gap::Apostrophe
        && last.folded.ends_with('c')
        && next.folded.as_str() == "h"
        && !last.classes.any(Classes::GIVEN)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn person(span: std::ops::Range<usize>) -> Detection {
        Detection {
            span,
            kind: Kind::Person,
            certainty: Certainty::Likely,
            by: By::Model,
        }
    }

    #[test]
    fn a_surname_that_could_be_a_firm_belongs_to_the_given_name_before_it() {
        let text = "Marceau Zorvelat a réuni tout le monde";
        let firm = |span| Detection {
            kind: Kind::Institution,
            ..person(span)
        };
        let mut found = vec![person(0..7), firm(8..16)];
        join_given(&Sentence::of(text), &mut found);
        assert_eq!(found, [person(0..16)]);
        let mut found = vec![person(0..7), firm(9..17)];
        join_given(&Sentence::of("Marceau, Zorvelat"), &mut found);
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn a_breton_name_goes_on_behind_its_apostrophe() {
        let widened = |text: &str, length: usize| {
            let mut found = [person(0..length)];
            widen(&Sentence::of(text), Language::Fr, &mut found);
            text.get(found[0].span.clone())
                .unwrap_or_default()
                .to_owned()
        };
        assert_eq!(widened("Zorvec'h lit, et l'on signe", 6), "Zorvec'h");
        assert_eq!(widened("Zorvec’h lit", 6), "Zorvec’h");
        assert_eq!(widened("M. Zorvex signe", 9), "Zorvex");
        assert_eq!(widened("Zorvex's plan", 6), "Zorvex");
    }

    #[test]
    fn a_given_name_and_the_surname_behind_it_are_one() {
        let sentence = Sentence::of("Martina Kernhofler, Anna");
        let mut found = vec![person(0..7), person(8..18), person(20..24)];
        join_given(&sentence, &mut found);
        let spans: Vec<_> = found.into_iter().map(|find| find.span).collect();
        assert_eq!(spans, [0..18, 20..24]);
    }
}
