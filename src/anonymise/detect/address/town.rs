//! Finds postcodes with their towns.

use std::ops::Range;

use super::super::dictionary::Classes;
use super::super::keep;
use super::super::listed::long_place;
use super::super::sentence::{Gap, Sentence, Shape, Word};

/// What stands before a postcode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// A street with its number: then a number and a capital are enough.
    Street,
    /// Nothing that says so.
    Nothing,
}

/// What is counted, though lists have it as a place: «8000 Franken».
const MEASURES: &[&str] = &[
    "franken", "mark", "kilo", "stunden", "meter", "liter", "tonnen",
];

/// A postcode with its town that begins at this word.
pub(super) fn town(
    text: &str,
    sentence: &Sentence,
    at: usize,
    before: Before,
) -> Option<Range<usize>> {
    let first = behind_postcode(text, sentence, at, before)?;
    let name = sentence.words.get(first)?;
    if MEASURES.contains(&name.folded.as_str()) {
        return None;
    }
    if let Some(end) = long_place(sentence, first) {
        return Some(at..end);
    }
    let is_hyphened = sentence
        .words
        .get(first + 1)
        .is_some_and(|next| next.gap == Gap::Hyphen && next.shape == Shape::Capital);
    let is_written = match name.shape {
        Shape::Capital => {
            before == Before::Street
                || name.classes.any(Classes::PLACE)
                || !name.is_ordinary() && !name.is_compound
                || is_hyphened
        }
        Shape::Small => {
            let is_place = name.classes.any(Classes::PLACE);
            before == Before::Street && (is_place || !name.is_ordinary())
                || is_place && !name.is_ordinary()
        }
        _ => false,
    };
    (name.gap == Gap::Space && is_written && !keep::stays(&name.folded))
        .then(|| at..name_end(sentence, first))
}

/// Where the town ends that stands behind a street: «…, 4051 Basel», «… in 4051 Basel», «…, Sumiswald» or
/// «… in Sumiswald» if a list knows it.
pub(super) fn behind_street(text: &str, sentence: &Sentence, at: usize) -> Option<usize> {
    let next = sentence.words.get(at)?;
    let is_in = next.gap == Gap::Space && matches!(next.folded.as_str(), "in" | "a");
    let town = town(text, sentence, at + usize::from(is_in), Before::Street)
        .or_else(|| british_town(text, sentence, at));
    if let Some(town) = town {
        return Some(with_office(
            text,
            sentence,
            with_river(text, sentence, town.end),
        ));
    }
    if let Some(end) = bare_postcode(text, sentence, at) {
        return Some(end);
    }
    let first = at + usize::from(is_in);
    let name = sentence.words.get(first)?;
    let ends_there = sentence
        .words
        .get(first + 1)
        .is_none_or(|behind| behind.gap != Gap::Space);
    // «…, laufen. …»: a town that is a word as well ends the line of an address.
    let is_known = name.classes.any(Classes::PLACE) && (!name.is_ordinary() || ends_there)
        || name.is_unknown() && !name.has_stop && ends_there && is_behind_number(sentence, at);
    let is_joined = next.gap == Gap::Comma || is_in && name.shape == Shape::Capital;
    let end =
        long_place(sentence, first).or_else(|| is_known.then(|| hyphened_end(sentence, first + 1)));
    end.filter(|_| is_joined && !keep::stays(&name.folded))
}

/// Whether the word before is the number of a house: then a town follows, though no list has it.
fn is_behind_number(sentence: &Sentence, at: usize) -> bool {
    let before = at
        .checked_sub(1)
        .and_then(|before| sentence.words.get(before));
    before.is_some_and(|before| before.shape == Shape::Digits)
}

/// Where a town ends whose parts hyphens join: «ehingen-dächingen».
fn hyphened_end(sentence: &Sentence, end: usize) -> usize {
    let is_joined = |word: &&Word| word.gap == Gap::Hyphen && word.shape != Shape::Digits;
    end + sentence
        .words
        .iter()
        .skip(end)
        .take_while(is_joined)
        .count()
}

/// «gartenau 31, 5083»: a postcode whose town nobody wrote.
fn bare_postcode(text: &str, sentence: &Sentence, at: usize) -> Option<usize> {
    let code = sentence.words.get(at)?;
    let digits = text.get(code.span.clone())?;
    let is_code = matches!(digits.len(), 4 | 5)
        && digits.bytes().all(|digit| digit.is_ascii_digit())
        && !(digits.len() == 4 && matches!(digits.get(..2), Some("19" | "20")));
    let is_apart = |next: &Word| matches!(next.gap, Gap::Comma | Gap::Line | Gap::Dash);
    let ends = sentence.words.get(at + 1).is_none_or(is_apart);
    (is_code && code.gap == Gap::Comma && ends).then_some(at + 1)
}

/// Cantons that stand behind a town in small letters and are no words.
const CANTONS: &[&str] = &[
    "bl", "bs", "fr", "gl", "gr", "lu", "nw", "ow", "sg", "sz", "tg", "vd", "vs", "zg", "zh",
];

/// Cantons that are as well words or countries: they count only in capitals.
const CAPITAL_CANTONS: &[&str] = &[
    "ag", "ai", "ar", "be", "ge", "ju", "ne", "sh", "so", "ti", "ur",
];

/// Where a town ends with its canton or its office: «9434 Au SG», «90003 Belfort Cedex», «2800 Delémont 1».
fn with_office(text: &str, sentence: &Sentence, end: usize) -> usize {
    let next = |end: usize| {
        sentence
            .words
            .get(end)
            .filter(|word| word.gap == Gap::Space)
    };
    let is_office = |word: &Word| {
        let folded = word.folded.as_str();
        folded == "cedex"
            || CANTONS.contains(&folded)
            || CAPITAL_CANTONS.contains(&folded) && word.shape == Shape::Capitals
    };
    let end = end + usize::from(next(end).is_some_and(is_office));
    let number = next(end).filter(|word| word.shape == Shape::Digits && word.span.len() <= 2);
    let is_last = |word: &Word| {
        let behind = text.get(word.span.end..).unwrap_or_default();
        behind.is_empty() || behind.starts_with([',', ';', '.'])
    };
    end + usize::from(number.is_some_and(is_last))
}

/// «Frankfurt (Oder)», and Italian provinces: «Ferrara (FE)».
fn with_river(text: &str, sentence: &Sentence, end: usize) -> usize {
    let is_river = |word: &Word| {
        let before = end
            .checked_sub(1)
            .and_then(|last| sentence.words.get(last))
            .and_then(|last| text.get(last.span.end..word.span.start));
        let behind = text.get(word.span.end..).unwrap_or_default();
        let is_name = word.shape == Shape::Capital
            || word.span.len() == 2 && word.shape == Shape::Capitals
            || word.shape == Shape::Small && word.classes.any(Classes::PLACE | Classes::REGION);
        is_name && before == Some(" (") && behind.starts_with(')')
    };
    end + usize::from(sentence.words.get(end).is_some_and(is_river))
}

/// Where the name of a town ends: «Weil am Rhein», «Stein an der Aach».
fn name_end(sentence: &Sentence, first: usize) -> usize {
    let mut end = first + 1;
    while let Some(word) = sentence.words.get(end) {
        let is_further =
            word.shape == Shape::Capital && !word.is_ordinary() && word.classes.any(Classes::PLACE);
        let is_joint = matches!(
            word.folded.as_str(),
            "am" | "an" | "im" | "der" | "sur" | "le" | "la" | "les"
        ) && sentence
            .words
            .iter()
            .skip(end + 1)
            .take(2)
            .any(|next| next.shape == Shape::Capital && next.gap == Gap::Space);
        let joined = word.gap == Gap::Hyphen || word.gap == Gap::Space && (is_further || is_joint);
        if !joined || end > first + 4 {
            break;
        }
        // What a joint joins belongs to it.
        end += 1 + usize::from(is_joint && next_is_capital(sentence, end + 1));
    }
    end
}

fn next_is_capital(sentence: &Sentence, at: usize) -> bool {
    sentence
        .words
        .get(at)
        .is_some_and(|next| next.shape == Shape::Capital)
}

/// The word behind the postcode that begins at this word: `4051`, `79539`, `CH-4051`, `D 79539`, `00-950`,
/// `692 01`.
fn behind_postcode(text: &str, sentence: &Sentence, at: usize, before: Before) -> Option<usize> {
    let word = |at: usize| sentence.words.get(at);
    let mut code = at;
    let is_country = word(code).is_some_and(|word| {
        matches!(
            word.folded.as_str(),
            "ch" | "d" | "de" | "f" | "fr" | "a" | "at" | "pl"
        )
    });
    let is_capital = word(code).is_some_and(|word| word.shape != Shape::Small);
    // «d-78462 konstanz»: in small letters only the hyphen makes it a country.
    let is_joined = |next: &Word| next.gap == Gap::Hyphen || is_capital && next.gap == Gap::Space;
    if is_country && word(code + 1).is_some_and(is_joined) {
        code += 1;
    }
    let digits = text.get(word(code)?.span.clone())?;
    let is_digits = digits.chars().all(|digit| digit.is_ascii_digit());
    let is_polish_end = |next: &Word| {
        next.gap == Gap::Hyphen && next.span.len() == 3 && next.shape == Shape::Digits
    };
    if digits.len() == 2 && is_digits && word(code + 1).is_some_and(is_polish_end) {
        return Some(code + 2);
    }
    let is_czech_end =
        |next: &Word| next.gap == Gap::Space && next.span.len() == 2 && next.shape == Shape::Digits;
    if before == Before::Street
        && digits.len() == 3
        && is_digits
        && word(code + 1).is_some_and(is_czech_end)
    {
        return Some(code + 2);
    }
    let is_year = digits.len() == 4 && matches!(digits.get(..2), Some("19" | "20"));
    let is_told = before == Before::Street || code > at;
    let is_code = digits.len() == 5 || digits.len() == 4 && (!is_year || is_told);
    (is_digits && is_code).then_some(code + 1)
}

/// «…, Wrexham LL13 8TT», or the code alone.
fn british_town(text: &str, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let is_part = |at: usize, begins_with_letter: bool| {
        let word = sentence.words.get(at)?;
        let letters = text.get(word.span.clone())?;
        let first = letters.chars().next()?;
        let fits = (2..=4).contains(&letters.len())
            && word.shape == Shape::Digits
            && letters
                .chars()
                .all(|letter| letter.is_ascii_digit() || letter.is_ascii_uppercase())
            && first.is_ascii_uppercase() == begins_with_letter;
        fits.then_some(())
    };
    (at..at + 3).find_map(|code| {
        let town = sentence.words.get(at..code)?;
        let is_town = town.iter().all(|word| {
            word.shape == Shape::Capital
                && matches!(word.gap, Gap::Space | Gap::Comma | Gap::Hyphen)
        });
        is_part(code, true)?;
        is_part(code + 1, false)?;
        is_town.then_some(at..code + 2)
    })
}
