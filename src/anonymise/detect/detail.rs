//! From what the model says of single words to addresses and numbers that no pattern has: «tor 5, lipper weg ohne nr.»,
//! «dw 217», and to the rest of those that a pattern has: «industriestr 44 halle b/c».
//!
//! Keeps out: the patterns themselves.

use std::ops::Range;

use super::model::Verdict;
use super::sentence::{Gap, Sentence, Shape, Word};
use super::{By, Certainty, Detection, Kind};
use crate::anonymise::lexicon;

/// From which odds on a word is taken for part of one.
const LIKELY: f64 = -0.5;
/// The same behind such a word.
const BESIDE: f64 = -1.5;
/// From which odds on some word of it must be where no pattern has any.
const SURE: f64 = 0.5;
/// The same of digits alone that are too few to be dialled: a time, a day, a count.
const SURE_OF_FEW: f64 = 1.5;
/// From how many digits on a number without letters is one that is dialled.
const DIALLED: usize = 7;

/// Appends what the model takes for addresses and numbers.
pub(super) fn find(
    text: &str,
    sentence: &Sentence,
    verdicts: &[Verdict],
    found: &mut Vec<Detection>,
) {
    let patterns = found.iter().filter(|find| find.kind.is_contact());
    let patterns: Vec<Detection> = patterns.cloned().collect();
    for run in runs(text, sentence, verdicts, &patterns) {
        let run = without_joints(sentence, run);
        let words = sentence.words.get(run.clone()).unwrap_or_default();
        let odds = verdicts.get(run.clone()).unwrap_or_default().iter();
        let surest = odds.map(|verdict| verdict.detail).fold(f64::MIN, f64::max);
        let known = words.iter().find_map(|word| pattern_of(&patterns, word));
        let least = if is_few_digits(words) {
            SURE_OF_FEW
        } else {
            SURE
        };
        if known.is_none() && surest < least {
            continue;
        }
        let kind = known.map_or_else(|| kind_of(words), |pattern| pattern.kind);
        found.extend(sentence.detection(run, kind, Certainty::Likely, By::Model));
    }
}

/// Words that go together, of which a pattern has found some or the model sees that they are part of a detail.
fn runs(
    text: &str,
    sentence: &Sentence,
    verdicts: &[Verdict],
    patterns: &[Detection],
) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut open: Option<Range<usize>> = None;
    for (at, (word, verdict)) in sentence.words.iter().zip(verdicts).enumerate() {
        let least = if open.is_some() { BESIDE } else { LIKELY };
        let is_part = pattern_of(patterns, word).is_some() || verdict.detail > least;
        match &mut open {
            Some(run) if is_part && goes_on(text, sentence, at) => run.end = at + 1,
            _ => {
                runs.extend(open.take());
                open = is_part.then_some(at..at + 1);
            }
        }
    }
    runs.extend(open);
    runs
}

/// Whether a word goes on with the one before it: what stands between is short and on the same line.
fn goes_on(text: &str, sentence: &Sentence, at: usize) -> bool {
    /// The most characters between two parts: «6/II, (2. Stock».
    const FARTHEST: usize = 4;
    let before = at
        .checked_sub(1)
        .and_then(|before| sentence.words.get(before));
    before
        .zip(sentence.words.get(at))
        .is_some_and(|(before, word)| {
            let between = text.get(before.span.end..word.span.start);
            !matches!(word.gap, Gap::Line | Gap::Marker | Gap::Start)
                && between.is_some_and(|between| between.chars().count() <= FARTHEST)
        })
}

/// Without the small function words at its ends: «im Haus 7, 3. OG» stays in «im».
fn without_joints(sentence: &Sentence, run: Range<usize>) -> Range<usize> {
    let is_joint = |at: &usize| {
        sentence.words.get(*at).is_some_and(|word| {
            word.shape == Shape::Small && lexicon::is_function_word(&word.folded)
        })
    };
    let start = run.start + run.clone().take_while(is_joint).count();
    let end = run.end - run.clone().rev().take_while(is_joint).count();
    start..end.max(start)
}

/// The find of a pattern in which something of the word lies.
fn pattern_of<'a>(patterns: &'a [Detection], word: &Word) -> Option<&'a Detection> {
    let mut patterns = patterns.iter();
    patterns.find(|find| find.span.start < word.span.end && word.span.start < find.span.end)
}

/// How many digits the words have.
fn digits_of(words: &[Word]) -> usize {
    let letters = words.iter().flat_map(|word| word.folded.chars());
    letters.filter(char::is_ascii_digit).count()
}

/// Whether there are digits alone, too few to be dialled.
fn is_few_digits(words: &[Word]) -> bool {
    words.iter().all(|word| word.shape == Shape::Digits) && digits_of(words) < DIALLED
}

/// An address has words, a number that is dialled has many digits and nothing else.
fn kind_of(words: &[Word]) -> Kind {
    let is_word = |word: &Word| word.shape != Shape::Digits && word.folded.chars().count() > 3;
    if words.iter().any(is_word) {
        Kind::Address
    } else if words.iter().all(|word| word.shape == Shape::Digits) && digits_of(words) >= DIALLED {
        Kind::Telephone
    } else {
        Kind::Number
    }
}

#[cfg(test)]
mod tests {
    use crate::anonymise::detect::Layers;
    use crate::anonymise::detect::reading::Reading;
    use crate::language::Language;

    fn details(text: &str, language: Language) -> Vec<&str> {
        let found = Reading::of(text, language, Layers::ALL).detections(text);
        let details = found.into_iter().filter(|find| find.kind.is_contact());
        details.filter_map(|find| text.get(find.span)).collect()
    }

    #[test]
    fn an_address_is_found_with_all_its_parts() {
        for (text, language, whole) in [
            (
                "anlieferung ueber industriestr 44, halle b/c, 48599 gronau, ausweis nötig",
                Language::De,
                "industriestr 44, halle b/c, 48599 gronau",
            ),
            (
                "adresse atelier = za des grands champs, bat. 3, 73400 ugly, entree par derriere",
                Language::Fr,
                "za des grands champs, bat. 3, 73400 ugly",
            ),
        ] {
            assert_eq!(details(text, language), [whole], "{text}");
        }
    }

    #[test]
    fn figures_that_tell_nobody_stay() {
        for (text, language) in [
            (
                "Das Projekt dauerte von 2009 bis 2014 und kostete 240 000 Euro.",
                Language::De,
            ),
            (
                "Besprechung am 19.6. um 14.30, drei Betriebe, 12 Leute",
                Language::De,
            ),
            ("La réunion du 3 octobre a duré 45 minutes.", Language::Fr),
            (
                "Rule 7 was changed twice, and 11 of 44 members left.",
                Language::En,
            ),
        ] {
            assert!(details(text, language).is_empty(), "{text}");
        }
    }
}
