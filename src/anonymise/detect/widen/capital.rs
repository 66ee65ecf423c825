//! «Getriebe Huck», «Hanseong Cells»: French and English write nouns small, so that a capital in the midst of a sentence
//! beside a name is a part of it.

use crate::anonymise::detect::dictionary::Classes;
use crate::anonymise::detect::sentence::{Gap, Sentence, Shape, Word};
use crate::anonymise::detect::{Certainty, Detection, Kind, context, is_kin, keep};
use crate::anonymise::lexicon;
use crate::language::Language;

/// The most words that are taken along on a side.
const MOST: usize = 2;

/// Takes the words with a capital that stand directly beside a name along.
pub(in crate::anonymise::detect) fn take_along(
    sentence: &Sentence,
    language: Language,
    found: &mut [Detection],
) {
    if language == Language::De || sentence.is_small || is_headline(sentence) {
        return;
    }
    for at in 0..found.len() {
        let Some(find) = found.get(at) else { continue };
        if !matches!(find.kind, Kind::Person | Kind::Institution)
            || find.certainty == Certainty::Doubtful
        {
            continue;
        }
        let words = sentence.words_in(&find.span);
        let earliest = at
            .checked_sub(1)
            .and_then(|before| found.get(before))
            .map_or(0, |before| sentence.words_in(&before.span).end);
        let latest = found.get(at + 1).map_or(sentence.words.len(), |next| {
            sentence.words_in(&next.span).start
        });
        let before = before(sentence, words.start, earliest);
        let behind = behind(sentence, words.end, latest);
        let taken = sentence.words.get(before..words.start).into_iter();
        let mut taken = taken
            .chain(sentence.words.get(words.end..behind))
            .flatten()
            .peekable();
        if taken.peek().is_none() {
            continue;
        }
        // Nobody is called by an ordinary word beside the name unless a title says so; a firm is.
        let is_firm = !super::has_title(sentence, before)
            && taken.any(|word| word.is_ordinary() && !word.classes.any(Classes::PERSON));
        let edges = sentence.words.get(before).zip(
            behind
                .checked_sub(1)
                .and_then(|last| sentence.words.get(last)),
        );
        if let (Some(find), Some((first, last))) = (found.get_mut(at), edges) {
            find.span = first.span.start..last.span.end;
            if is_firm && find.kind == Kind::Person {
                find.kind = Kind::Institution;
            }
        }
    }
}

/// The first word that belongs to the name that begins at `first`.
fn before(sentence: &Sentence, first: usize, earliest: usize) -> usize {
    let mut start = first;
    while start > earliest && first - start < MOST {
        let (Some(word), Some(behind)) = (sentence.words.get(start - 1), sentence.words.get(start))
        else {
            break;
        };
        if behind.gap != Gap::Space || word.begins || !is_part(word) {
            break;
        }
        start -= 1;
    }
    start
}

/// Behind the last word that belongs to the name that ends before `end`.
fn behind(sentence: &Sentence, end: usize, latest: usize) -> usize {
    let words = sentence.words.iter().enumerate().skip(end).take(MOST);
    words
        .take_while(|(at, word)| *at < latest && word.gap == Gap::Space && is_part(word))
        .last()
        .map_or(end, |(at, _)| at + 1)
}

/// Whether a word is written like a part of a name, and says nothing by itself that must stay.
fn is_part(word: &Word) -> bool {
    matches!(word.shape, Shape::Capital | Shape::Mixed)
        && word.folded.len() > 2
        && !keep::stays(&word.folded)
        // «on Tuesdays»
        && !word.folded.strip_suffix('s').is_some_and(keep::stays)
        && !word.is_region()
        && !lexicon::is_function_word(&word.folded)
        && !lexicon::is_title(&word.folded)
        && !context::is_role(&word.folded)
        && !context::is_opener(&word.folded)
        && !is_kin(&word.folded)
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
    fn what_must_stay_is_not_taken_along() {
        for text in [
            "On Tuesdays Gobet reverts to plain flour",
            "and then Director Gobet called us back",
            "the partners of Gobet INTERREG paid nothing",
            "The Next Steps With Gobet Sum Up",
        ] {
            assert_eq!(widened(text, "Gobet", Language::En).0, "Gobet", "{text}");
        }
    }
}
