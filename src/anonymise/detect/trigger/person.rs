//! Finds persons by what stands beside them: titles and roles before, initials.

use super::super::dictionary::Classes;
use super::super::sentence::{Gap, Sentence, Shape, Word};
use super::super::{Certainty, Detection, Kind, context, keep};
use super::{BEHIND_HYPHEN, PARTICLES, push};
use crate::anonymise::lexicon;

/// Titles that are ordinary words unless something else says so: French `me`, `pr`, `m`, German `graf`.
const WEAK_TITLES: &[&str] = &[
    "m", "me", "mm", "pr", "pan", "pani", "graf", "fr", "mag", "med", "nat", "rer", "ing", "phil",
    "oec", "dir", "ir", "lic", "dame", "lord", "lady", "sir", "hc", "maitre", "dipl", "habil",
    "emer", "doctor", "drs", "miss", "veuve", "dr",
];

/// Titles behind which a word in small letters is a name whatever it means: «frau koch».
const PLAIN_TITLES: &[&str] = &[
    "herr", "herrn", "hr", "frau", "monsieur", "madame", "mme", "mlle", "mr", "mrs", "ms", "m",
    "dr", "prof",
];

/// «Frau Keller», «M. Petit», «Dr. Anna von Aesch», «Geschäftsführerin Vogt».
pub(super) fn behind_title(text: &str, sentence: &Sentence, at: usize, found: &mut Vec<Detection>) {
    let Some(word) = sentence.words.get(at) else {
        return;
    };
    let folded = word.folded.as_str();
    let is_title = lexicon::is_title(folded) && is_written_as_title(text, word);
    let is_role = !is_title && context::is_role(folded);
    if !is_title && !is_role {
        return;
    }
    let mut first = at + 1;
    // «Frau Dr. Keller», «Herr Bürgermeister Vogt».
    while let Some(next) = sentence.words.get(first) {
        // «Frau Graf» is somebody, «Frau Graf Keller» has a title.
        let has_more = sentence.words.get(first + 1).is_some_and(|more| {
            is_near(more) && matches!(more.shape, Shape::Capital | Shape::Mixed | Shape::Initial)
        });
        let is_strong = !WEAK_TITLES.contains(&next.folded.as_str()) || next.has_stop;
        let goes_on = lexicon::is_title(&next.folded)
            && is_written_as_title(text, next)
            && (is_strong || has_more)
            || context::is_role(&next.folded) && next.shape != Shape::Small
            || matches!(next.folded.as_str(), "h" | "c") && next.has_stop;
        if !goes_on || !is_near(next) {
            break;
        }
        first += 1;
    }
    let Some(name) = sentence.words.get(first) else {
        return;
    };
    if !is_near(name) {
        return;
    }
    let is_named = if is_title {
        !lexicon::is_function_word(&name.folded) || is_particle_of_name(sentence, first)
    } else {
        // Behind a role only what can be nothing but a name.
        name.shape == Shape::Capital
            && !name.is_ordinary()
            && !name.is_compound
            && !keep::stays(&name.folded)
    };
    let is_written = match name.shape {
        Shape::Capital | Shape::Mixed | Shape::Initial | Shape::Capitals => true,
        Shape::Small => {
            is_title
                && (PLAIN_TITLES.contains(&folded) || !name.is_ordinary())
                && (sentence.is_small
                    || word.shape == Shape::Small
                    || !name.is_ordinary()
                    || is_particle_of_name(sentence, first))
                && name.folded.len() >= 3
                && !context::is_speech(&name.folded)
                && !context::is_article(&name.folded)
        }
        Shape::Digits => false,
    };
    if !is_named || !is_written {
        return;
    }
    let end = name_end(sentence, first);
    let certainty = if is_title {
        Certainty::Certain
    } else {
        Certainty::Likely
    };
    push(sentence, first, end, Kind::Person, certainty, found);
}

/// Whether a word is written as a title is: weak ones with a stop, or with a capital before a capital.
fn is_written_as_title(text: &str, word: &Word) -> bool {
    if !WEAK_TITLES.contains(&word.folded.as_str()) {
        return true;
    }
    let written = text.get(word.span.clone()).unwrap_or_default();
    match word.folded.as_str() {
        "m" | "me" | "pr" | "mm" | "fr" | "mag" => {
            (word.has_stop || word.shape != Shape::Initial)
                && written.starts_with(char::is_uppercase)
        }
        "dr" => true,
        "graf" | "pan" | "pani" | "sir" | "lord" | "lady" | "miss" | "maitre" | "doctor" => {
            written.starts_with(char::is_uppercase)
        }
        _ => word.has_stop,
    }
}

/// Whether a name goes on or begins here without anything but a space, or the stop of a title.
fn is_near(word: &Word) -> bool {
    matches!(word.gap, Gap::Space | Gap::Stop)
}

/// Whether a particle is followed by a name: «von Aesch».
fn is_particle_of_name(sentence: &Sentence, at: usize) -> bool {
    let particle = |word: &Word| PARTICLES.contains(&word.folded.as_str());
    sentence.words.get(at).is_some_and(particle)
        && (at + 1..at + 3).any(|next| {
            sentence.words.get(next).is_some_and(|word| {
                matches!(word.shape, Shape::Capital | Shape::Mixed)
                    || sentence.is_small && !particle(word)
            })
        })
}

/// Where the name of a person ends that begins at this word.
fn name_end(sentence: &Sentence, first: usize) -> usize {
    let mut end = first;
    let mut names = 0;
    while let Some(word) = sentence.words.get(end) {
        if end > first {
            let joined = matches!(word.gap, Gap::Space | Gap::Hyphen | Gap::Apostrophe)
                || word.gap == Gap::Stop
                    && sentence.words.get(end - 1).is_some_and(|before| {
                        before.shape == Shape::Initial || before.folded.len() <= 2
                    });
            if !joined {
                break;
            }
        }
        let is_hyphened = word.gap == Gap::Hyphen && end > first;
        if is_particle_of_name(sentence, end) && (names == 0 || word.shape == Shape::Small) {
            end += 1;
            continue;
        }
        let is_name = match word.shape {
            Shape::Initial => names == 0 || word.has_stop,
            // A second word belongs to it only if it is more likely a name than a word.
            _ if names == 0 => true,
            Shape::Capital | Shape::Mixed => {
                names < 3
                    && (is_hyphened
                        || !word.is_ordinary() && !word.is_compound && !keep::stays(&word.folded)
                        || word.classes.any(Classes::SURNAME) && before_is_given(sentence, end))
                    && !(is_hyphened && BEHIND_HYPHEN.contains(&word.folded.as_str()))
            }
            Shape::Small => {
                is_hyphened && !word.is_ordinary()
                    || sentence.is_small && names < 2 && word.is_unknown() && word.gap == Gap::Space
            }
            Shape::Capitals | Shape::Digits => false,
        };
        if !is_name {
            break;
        }
        if word.shape != Shape::Initial {
            names += 1;
        }
        end += 1;
    }
    end.max(first + 1)
}

fn before_is_given(sentence: &Sentence, at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| sentence.words.get(before))
        .is_some_and(|before| before.shape == Shape::Initial || before.classes.any(Classes::GIVEN))
}

/// «A. Keller», «J.-P. Brunet», «A. V.».
pub(super) fn behind_initial(
    text: &str,
    sentence: &Sentence,
    at: usize,
    found: &mut Vec<Detection>,
) {
    let Some(word) = sentence.words.get(at) else {
        return;
    };
    let is_initial = word.shape == Shape::Initial
        && word.has_stop
        && word.gap != Gap::Hyphen
        && word.gap != Gap::Apostrophe;
    let is_first = at
        .checked_sub(1)
        .and_then(|before| sentence.words.get(before))
        .is_none_or(|before| before.shape != Shape::Initial || !before.has_stop);
    if !is_initial || !is_first {
        return;
    }
    let mut first = at;
    while sentence
        .words
        .get(first)
        .is_some_and(|word| word.shape == Shape::Initial && word.has_stop)
    {
        first += 1;
    }
    let initials = first - at;
    match sentence.words.get(first) {
        Some(name)
            if is_near(name)
                && text
                    .get(name.span.start.saturating_sub(2)..name.span.start)
                    .is_some_and(|gap| gap.starts_with('.') || gap.ends_with('.'))
                && matches!(name.shape, Shape::Capital | Shape::Mixed)
                && name.folded.len() >= 3
                && (!name.is_ordinary() && !name.is_compound
                    || name.classes.any(Classes::SURNAME))
                && !keep::stays(&name.folded)
                && !lexicon::is_function_word(&name.folded) =>
        {
            let end = name_end(sentence, at);
            push(
                sentence,
                at,
                end.max(first + 1),
                Kind::Person,
                Certainty::Likely,
                found,
            );
        }
        _ if initials == 2 && !is_common_abbreviation(sentence, at) => {
            push(sentence, at, first, Kind::Person, Certainty::Likely, found);
        }
        _ => {}
    }
}

/// `S. A.`, `U. S.`, `N. B.` and the like.
fn is_common_abbreviation(sentence: &Sentence, at: usize) -> bool {
    let pair: String = sentence
        .words
        .iter()
        .skip(at)
        .take(2)
        .map(|word| word.folded.as_str())
        .collect();
    matches!(
        pair.as_str(),
        "sa" | "us"
            | "nb"
            | "ps"
            | "zb"
            | "dh"
            | "ua"
            | "uk"
            | "ev"
            | "ag"
            | "rd"
            | "qa"
            | "pl"
            | "cv"
            | "vr"
            | "eu"
            | "ie"
            | "eg"
            | "pm"
            | "am"
            | "cf"
    )
}
