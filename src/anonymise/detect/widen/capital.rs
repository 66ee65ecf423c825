//! «Getriebe Huck», «Hanseong Cells»: French and English write nouns small, so that a capital in the midst of a sentence
//! beside a name is a part of it.

use std::ops::Range;

use crate::anonymise::detect::dictionary::Classes;
use crate::anonymise::detect::sentence::{Gap, Sentence, Shape, Word};
use crate::anonymise::detect::{Certainty, Detection, Kind, context, is_kin, keep};
use crate::anonymise::lexicon;
use crate::language::Language;

/// The most words that are taken along on a side.
const MOST: usize = 2;

/// Words that tell a German line in a protocol in another language: there a capital says nothing.
const GERMAN: &[&str] = &[
    "und", "der", "das", "mit", "ist", "nicht", "wir", "sie", "auf", "fur", "ein", "eine", "haben",
];

/// Of whose family somebody is, or how somebody is spoken to.
#[rustfmt::skip]
const BESIDE_SOMEBODY: &[&str] = &[
    "aunt", "uncle", "cousin", "cousine", "brother", "sister", "father", "mother", "tante", "oncle", "frere", "soeur",
    "pere", "mere", "papa", "maman", "grandpa", "grandma", "dear", "cher", "chere", "saint", "sainte",
];

/// Takes the words with a capital that stand directly beside a name along.
pub(in crate::anonymise::detect) fn take_along(
    sentence: &Sentence,
    language: Language,
    found: &mut [Detection],
) {
    let is_german = || {
        let mut words = sentence.words.iter();
        words.any(|word| word.shape == Shape::Small && GERMAN.contains(&word.folded.as_str()))
    };
    if language == Language::De || sentence.is_small || is_headline(sentence) || is_german() {
        return;
    }
    for at in 0..found.len() {
        let earliest = at.checked_sub(1).and_then(|before| found.get(before));
        let earliest = earliest.map_or(0, |before| before.span.end);
        let latest = found.get(at + 1);
        let latest = latest.map_or(usize::MAX, |next| next.span.start);
        if let Some(find) = found.get_mut(at) {
            widen_to(sentence, find, earliest..latest);
        }
    }
}

/// Widens a find as far as it may reach.
fn widen_to(sentence: &Sentence, find: &mut Detection, reach: Range<usize>) {
    let words = sentence.words_in(&find.span);
    if !matches!(find.kind, Kind::Person | Kind::Institution)
        || find.certainty == Certainty::Doubtful
        || words.is_empty()
    {
        return;
    }
    let is_in_reach = |word: &&Word| reach.start <= word.span.start && word.span.end <= reach.end;
    let before = sentence
        .words
        .get(before(sentence, words.start)..words.start);
    let before = before.unwrap_or_default().iter().filter(is_in_reach);
    let behind = sentence.words.get(words.end..behind(sentence, words.end));
    let behind = behind.unwrap_or_default().iter().filter(is_in_reach);
    let is_given = |word: &Word| word.classes.any(Classes::GIVEN) && !word.is_ordinary();
    let is_somebody = find.certainty == Certainty::Certain
        || super::has_title(sentence, words.start)
        || sentence.words.get(words.start).is_some_and(is_given);
    for word in before.chain(behind) {
        find.span.start = find.span.start.min(word.span.start);
        find.span.end = find.span.end.max(word.span.end);
        // Nobody is called by an ordinary word beside the name; a firm is.
        let is_of_firm = word.is_ordinary() && !word.classes.any(Classes::PERSON);
        if is_of_firm && !is_somebody {
            find.kind = Kind::Institution;
        }
    }
}

/// The first word that belongs to the name that begins at `first`.
fn before(sentence: &Sentence, first: usize) -> usize {
    let word = |at: Option<usize>| at.and_then(|at| sentence.words.get(at));
    let mut start = first;
    while first - start < MOST {
        let behind = word(Some(start));
        let (here, earlier) = (word(start.checked_sub(1)), word(start.checked_sub(2)));
        let (Some(here), Some(behind), Some(earlier)) = (here, behind, earlier) else {
            break;
        };
        // What stands behind a stop, a bracket or a time begins something: «(Call Gobet», «09:40 Asked Gobet».
        let is_amidst = here.gap == Gap::Space
            && !here.begins
            && !earlier.has_stop
            && earlier.shape != Shape::Digits;
        if behind.gap != Gap::Space || !is_amidst || !is_part(here) {
            break;
        }
        start -= 1;
    }
    start
}

/// Behind the last word that belongs to the name that ends before `end`.
fn behind(sentence: &Sentence, end: usize) -> usize {
    let is_half = |at: usize| {
        let next = sentence.words.get(at + 1);
        next.is_some_and(|next| next.gap == Gap::Hyphen)
    };
    let words = sentence.words.iter().enumerate().skip(end).take(MOST);
    words
        .take_while(|(at, word)| word.gap == Gap::Space && is_part(word) && !is_half(*at))
        .last()
        .map_or(end, |(at, _)| at + 1)
}

/// Whether a word is written like a part of a name, and says nothing by itself that must stay.
fn is_part(word: &Word) -> bool {
    let folded = word.folded.as_str();
    matches!(word.shape, Shape::Capital | Shape::Mixed)
        && folded.len() > 2
        && word.verb == 0
        && !keep::stays(folded)
        // «on Tuesdays»
        && !folded.strip_suffix('s').is_some_and(keep::stays)
        && !word.is_region()
        && !lexicon::is_function_word(folded)
        && !lexicon::is_title(folded)
        && !lexicon::is_title_behind(folded)
        && !context::is_role(folded)
        && !context::is_opener(folded)
        && !context::is_speech(folded)
        && !BESIDE_SOMEBODY.contains(&folded)
        && !is_kin(folded)
}

/// Whether no longer word is small, as in headlines.
fn is_headline(sentence: &Sentence) -> bool {
    let mut longer = sentence.words.iter().filter(|word| word.folded.len() > 3);
    longer.all(|word| word.shape != Shape::Small)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::detect::By;

    fn widened(text: &str, name: &str, language: Language) -> (String, Kind) {
        let sentence = Sentence::of(text);
        let start = text.find(name).unwrap();
        let mut found = vec![Detection {
            span: start..start + name.len(),
            kind: Kind::Person,
            certainty: Certainty::Likely,
            by: By::Model,
        }];
        take_along(&sentence, language, &mut found);
        let find = found.pop().unwrap();
        (text.get(find.span).unwrap().to_owned(), find.kind)
    }

    #[test]
    fn words_with_a_capital_beside_a_name_belong_to_it_where_nouns_are_small() {
        for (language, text, name, whole) in [
            (
                Language::Fr,
                "on livre souvent Bodmer Sitze à Lyon",
                "Bodmer",
                "Bodmer Sitze",
            ),
            (
                Language::Fr,
                "jamais reçu de Getriebe Huck cette année",
                "Huck",
                "Getriebe Huck",
            ),
            (
                Language::En,
                "then we asked Gobet Peptides for help",
                "Gobet",
                "Gobet Peptides",
            ),
        ] {
            assert_eq!(
                widened(text, name, language),
                (whole.to_owned(), Kind::Institution)
            );
            assert_eq!(widened(text, name, Language::De).0, name);
        }
    }

    #[test]
    fn a_find_reaches_to_the_next_and_who_has_a_title_stays_somebody() {
        let text = "then Mr Gobet Peptides met Huck Lantern Marrow here";
        let sentence = Sentence::of(text);
        let mut found: Vec<Detection> = ["Gobet", "Huck", "Marrow"]
            .into_iter()
            .map(|name| {
                let start = text.find(name).unwrap();
                Detection {
                    span: start..start + name.len(),
                    kind: Kind::Person,
                    certainty: Certainty::Likely,
                    by: By::Model,
                }
            })
            .collect();
        take_along(&sentence, Language::En, &mut found);
        let found: Vec<_> = found
            .iter()
            .map(|find| (text.get(find.span.clone()).unwrap(), find.kind))
            .collect();
        assert_eq!(
            found,
            [
                ("Gobet Peptides", Kind::Person),
                ("Huck Lantern", Kind::Institution),
                ("Marrow", Kind::Person),
            ]
        );
    }

    #[test]
    fn what_must_stay_is_not_taken_along() {
        for text in [
            "On Tuesdays Gobet reverts to plain flour",
            "and then Director Gobet called us back",
            "the partners of Gobet INTERREG paid nothing",
            "The Next Steps With Gobet Sum Up",
            "she told us. Ask Gobet first",
            "1. Call Gobet about the fair",
            "09:40 Asked Gobet about the fair",
            "and nobody (Call Gobet now) came",
            "then Gobet Junior took over the firm",
            "we met with Uncle Gobet in the garden",
            "we met with Anne-Pierre Gobet in the garden",
            "moved on to Gobet Sainte-Anne last year",
            "er sagte, dass wir Gobet Arbeit und Geld gaben",
        ] {
            assert_eq!(widened(text, "Gobet", Language::En).0, "Gobet", "{text}");
        }
    }
}
