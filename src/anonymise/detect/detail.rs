//! From what the model says of single words to addresses and numbers that no pattern has: «tor 5, lipper weg ohne nr.»,
//! «dw 217», and to the rest of those that a pattern has: «industriestr 44 halle b/c».
//!
//! Keeps out: the patterns themselves. Each stays a find of its own.

use std::ops::Range;

use super::model::Verdict;
use super::sentence::{Gap, Sentence, Shape, Word};
use super::{By, Certainty, Detection, Kind};
use crate::anonymise::{contact, lexicon, telephone};

/// From which odds on a word is taken for part of one, if it is no likelier part of a name.
const LIKELY: f64 = -0.5;
/// The same behind such a word.
const BESIDE: f64 = -1.5;
/// From which odds on some word of it must be where no pattern has any.
const SURE: f64 = 0.5;
/// The same of digits alone that are too few to be dialled: a time, a day, a count.
const SURE_OF_FEW: f64 = 1.5;
/// From how many digits on a number without letters is one that is dialled.
const DIALLED: usize = 7;

/// What a pattern has: where, and as what; nothing where other finders say what it is.
struct Pattern {
    span: Range<usize>,
    find: Option<Detection>,
}

/// Words that go together, and which of the patterns has some of them.
struct Run {
    words: Range<usize>,
    pattern: Option<usize>,
}

/// Appends what the model takes for addresses and numbers.
pub(super) fn find(
    text: &str,
    sentence: &Sentence,
    verdicts: &[Verdict],
    found: &mut Vec<Detection>,
) {
    let patterns = patterns(text, found);
    for run in runs(text, sentence, verdicts, &patterns) {
        let run_words = without_joints(sentence, run.words);
        let words = sentence.words.get(run_words.clone()).unwrap_or_default();
        let (Some(first), Some(last)) = (words.first(), words.last()) else {
            continue;
        };
        let pattern = run.pattern.and_then(|pattern| patterns.get(pattern));
        if let Some(pattern) = pattern {
            let is_longer =
                first.span.start < pattern.span.start || pattern.span.end < last.span.end;
            found.extend(pattern.find.as_ref().filter(|_| is_longer).map(|find| {
                let start = first.span.start.min(pattern.span.start);
                let end = last.span.end.max(pattern.span.end);
                Detection {
                    span: start..end,
                    ..find.clone()
                }
            }));
            continue;
        }
        let odds = verdicts.get(run_words.clone()).unwrap_or_default().iter();
        let surest = odds.map(|verdict| verdict.detail).fold(f64::MIN, f64::max);
        let needed = if is_few_digits(words) {
            SURE_OF_FEW
        } else {
            SURE
        };
        if surest >= needed {
            let kind = kind_of(words);
            found.extend(sentence.detection(run_words, kind, Certainty::Likely, By::Model));
        }
    }
}

/// What has the form of an address or a number, in its order; what overlaps is one.
fn patterns(text: &str, found: &[Detection]) -> Vec<Pattern> {
    let finds = found.iter().filter(|find| find.kind.is_contact());
    let mut all: Vec<Pattern> = finds
        .map(|find| Pattern {
            span: find.span.clone(),
            find: Some(find.clone()),
        })
        .collect();
    let (mut contacts, mut telephones) = (Vec::new(), Vec::new());
    contact::find(text, &mut contacts);
    telephone::find(text, &mut telephones);
    all.extend(contacts.into_iter().map(|candidate| Pattern {
        span: candidate.span,
        find: None,
    }));
    // An extension makes them longer.
    all.extend(telephones.into_iter().map(|candidate| Pattern {
        find: Some(Detection {
            span: candidate.span.clone(),
            kind: Kind::Telephone,
            certainty: Certainty::Certain,
            by: By::Pattern,
        }),
        span: candidate.span,
    }));
    all.sort_by_key(|pattern| pattern.span.start);
    let mut apart: Vec<Pattern> = Vec::with_capacity(all.len());
    for pattern in all {
        match apart.last_mut() {
            Some(last) if pattern.span.start < last.span.end => {
                last.span.end = last.span.end.max(pattern.span.end);
                last.find = last.find.take().filter(|_| pattern.find.is_some());
            }
            _ => apart.push(pattern),
        }
    }
    apart
}

/// Words that go together, of which one pattern has found some or the model sees that they are part of a detail.
fn runs(text: &str, sentence: &Sentence, verdicts: &[Verdict], patterns: &[Pattern]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut open: Option<Run> = None;
    let mut next = 0;
    for (at, (word, verdict)) in sentence.words.iter().zip(verdicts).enumerate() {
        while patterns
            .get(next)
            .is_some_and(|pattern| pattern.span.end <= word.span.start)
        {
            next += 1;
        }
        let pattern = patterns
            .get(next)
            .and_then(|pattern| (pattern.span.start < word.span.end).then_some(next));
        let least = if open.is_some() { BESIDE } else { LIKELY };
        let is_part = pattern.is_some() || verdict.detail > least.max(verdict.odds);
        match &mut open {
            Some(run)
                if is_part
                    && goes_on(text, sentence, at)
                    && may_be_one(patterns, run.pattern, pattern) =>
            {
                run.words.end = at + 1;
                run.pattern = run.pattern.or(pattern);
            }
            _ => {
                runs.extend(open.take());
                open = is_part.then_some(Run {
                    words: at..at + 1,
                    pattern,
                });
            }
        }
    }
    runs.extend(open);
    runs
}

/// Whether what lies in one pattern and what lies in another may be the same detail: a street and its town are.
fn may_be_one(patterns: &[Pattern], one: Option<usize>, other: Option<usize>) -> bool {
    let is_address = |at: usize| {
        let find = patterns.get(at).and_then(|pattern| pattern.find.as_ref());
        find.is_some_and(|find| find.kind == Kind::Address)
    };
    match (one, other) {
        (Some(one), Some(other)) => one == other || is_address(one) && is_address(other),
        _ => true,
    }
}

/// Whether a word goes on with the one before it: what stands between is short, on the same line and ends no sentence.
fn goes_on(text: &str, sentence: &Sentence, at: usize) -> bool {
    /// The most characters between two parts: «6/II, (2. Stock».
    const FARTHEST: usize = 4;
    /// The most letters of a word whose stop ends no sentence: «bat. 3», «24. Stock».
    const LONGEST_SHORTENED: usize = 4;
    let before = at
        .checked_sub(1)
        .and_then(|before| sentence.words.get(before));
    before
        .zip(sentence.words.get(at))
        .is_some_and(|(before, word)| {
            let between = text.get(before.span.end..word.span.start);
            let is_whole = before.folded.chars().count() > LONGEST_SHORTENED;
            let ends_sentence = word.gap == Gap::Stop && word.begins && is_whole;
            !matches!(word.gap, Gap::Line | Gap::Marker | Gap::Start)
                && !ends_sentence
                && between.is_some_and(|between| between.chars().count() <= FARTHEST)
        })
}

/// Without the small function words at its ends: «im Haus 7, 3. OG» leaves «im».
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

/// How many digits the words have.
fn digits_of(words: &[Word]) -> usize {
    let letters = words.iter().flat_map(|word| word.folded.chars());
    letters.filter(char::is_ascii_digit).count()
}

/// Whether there are digits alone, too few to be dialled.
fn is_few_digits(words: &[Word]) -> bool {
    words.iter().all(|word| word.shape == Shape::Digits) && digits_of(words) < DIALLED
}

/// With a longer word it is an address, digits alone are dialled if they are many, and the rest is a number.
fn kind_of(words: &[Word]) -> Kind {
    /// The most letters of what may stand in a number: «FSU», «top».
    const SHORT: usize = 3;
    let is_long = |word: &Word| word.shape != Shape::Digits && word.folded.chars().count() > SHORT;
    if words.iter().any(is_long) {
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
    fn two_that_stand_side_by_side_are_two() {
        for (text, both) in [
            ("auch auf @anna.k, @beat_m", ["@anna.k", "@beat_m"]),
            (
                "kennzeichen LÖ-KA 471, kundennr. KD-44-918",
                ["LÖ-KA 471", "KD-44-918"],
            ),
        ] {
            assert_eq!(details(text, Language::De), both, "{text}");
        }
        // Telephone numbers are found elsewhere, each by itself.
        let both = details("tel. 079 123 45 67, 061 765 43 21", Language::De);
        assert!(both.iter().all(|one| one.len() < 20), "{both:?}");
    }

    #[test]
    fn a_name_behind_a_number_is_no_part_of_it() {
        let text = "rampe 3, industriestr 44, herr kernhofler öffnet";
        let found = details(text, Language::De);
        assert!(
            found.iter().all(|one| !one.contains("kernhofler")),
            "{found:?}"
        );
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
