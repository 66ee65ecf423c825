//! Finds streets with numbers, and postcodes with towns.

use std::ops::Range;

use super::dictionary::Classes;
use super::sentence::{Gap, Sentence, Shape, Word};
use super::{By, Certainty, Detection, Kind, keep};

/// Ends of German names of streets.
const STREET_ENDINGS: &[&str] = &[
    "strasse",
    "str",
    "gasse",
    "weg",
    "platz",
    "allee",
    "ring",
    "ufer",
    "damm",
    "steig",
    "rain",
    "halde",
    "graben",
    "promenade",
    "quai",
    "zeile",
    "gasslein",
    "gassli",
    "strassli",
    "pfad",
    "markt",
    "stieg",
];

/// Words that begin the name of a street.
const STREET_HEADS: &[&str] = &[
    "rue",
    "avenue",
    "av",
    "ave",
    "boulevard",
    "bd",
    "bld",
    "chemin",
    "chem",
    "ch",
    "place",
    "pl",
    "quai",
    "impasse",
    "allee",
    "route",
    "rte",
    "cours",
    "passage",
    "sentier",
    "faubourg",
    "fbg",
    "square",
    "ul",
    "ulica",
    "aleja",
    "plac",
    "via",
];

/// Words that begin the German name of a street, if they are written with a capital: «Im Grien 12».
const CAPITAL_HEADS: &[&str] = &[
    "am", "an", "im", "zum", "zur", "auf", "bei", "beim", "unterer", "oberer", "untere", "obere",
    "neue", "alte", "unterm",
];

/// Words that end the English name of a street.
const STREET_TAILS: &[&str] = &[
    "street", "st", "road", "rd", "lane", "avenue", "square", "drive", "close", "terrace", "row",
    "crescent", "court", "way", "hill", "gardens",
];

/// Words that may stand inside the French name of a street.
const INSIDE: &[&str] = &[
    "de", "la", "le", "les", "du", "des", "d", "l", "et", "von", "der", "den", "a", "aux", "au",
];

/// Appends every address.
pub(super) fn find(text: &str, sentence: &Sentence, found: &mut Vec<Detection>) {
    let mut next = 0;
    while next < sentence.words.len() {
        let street = street(text, sentence, next);
        let town = |from: usize| town(text, sentence, from);
        let words = match street {
            Some(street) => {
                // «…, 4051 Basel» belongs to it; so does a town without a postcode only if the lists know it.
                let end = town(street.end).map_or(street.end, |town| town.end);
                Some(street.start..end)
            }
            None => town(next),
        };
        match words {
            Some(words) => {
                push(sentence, &words, found);
                next = words.end;
            }
            None => next += 1,
        }
    }
}

fn push(sentence: &Sentence, words: &Range<usize>, found: &mut Vec<Detection>) {
    let first = sentence.words.get(words.start);
    let last = words
        .end
        .checked_sub(1)
        .and_then(|last| sentence.words.get(last));
    if let (Some(first), Some(last)) = (first, last) {
        found.push(Detection {
            span: first.span.start..last.span.end,
            kind: Kind::Address,
            certainty: Certainty::Certain,
            by: By::Pattern,
        });
    }
}

/// The words of a street with its number that begins at this word.
fn street(text: &str, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let word = sentence.words.get(at)?;
    if is_house_number(text, word) {
        return numbered_first(sentence, at);
    }
    let folded = word.folded.as_str();
    let ends_as_street = |word: &Word| {
        word.shape != Shape::Digits
            && STREET_ENDINGS.iter().any(|ending| {
                word.folded
                    .strip_suffix(ending)
                    .is_some_and(|stem| stem.len() >= 3)
            })
    };
    if ends_as_street(word) {
        return with_number(text, sentence, at, at + 1);
    }
    // «Basler Strasse 12», «Rhein-Strasse 4».
    if matches!(word.shape, Shape::Capital | Shape::Small)
        && sentence.words.get(at + 1).is_some_and(|next| {
            matches!(next.gap, Gap::Space | Gap::Hyphen)
                && matches!(
                    next.folded.as_str(),
                    "strasse" | "str" | "gasse" | "weg" | "platz" | "allee"
                )
        })
        && word.shape == Shape::Capital
    {
        return with_number(text, sentence, at, at + 2);
    }
    let is_capital_head = word.shape == Shape::Capital && CAPITAL_HEADS.contains(&folded);
    if STREET_ENDINGS.contains(&folded) && !STREET_HEADS.contains(&folded) {
        return None;
    }
    if STREET_HEADS.contains(&folded) {
        let end = name_end(sentence, at + 1)?;
        return with_number(text, sentence, at, end);
    }
    if is_capital_head {
        let end = name_end(sentence, at + 1).filter(|end| *end <= at + 3)?;
        let street = with_number(text, sentence, at, end)?;
        // «Im Jahr 2019», «Am Tag 3» are none, unless a town follows.
        let is_own = sentence
            .words
            .get(end - 1)
            .is_some_and(|name| !name.is_ordinary());
        let has_town = town(text, sentence, street.end).is_some();
        let number = sentence.words.get(end)?.span.len();
        return (has_town || is_own && number <= 3).then_some(street);
    }
    None
}

/// The street with the house number behind it.
fn with_number(text: &str, sentence: &Sentence, start: usize, end: usize) -> Option<Range<usize>> {
    let number = sentence.words.get(end)?;
    let is_near = matches!(number.gap, Gap::Space | Gap::Comma) || number.gap == Gap::Stop;
    (is_near && is_house_number(text, number)).then_some(start..end + 1)
}

/// «12 rue de la Gare», «7 Mill Lane».
fn numbered_first(sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let mut head = at + 1;
    if sentence
        .words
        .get(head)
        .is_some_and(|word| matches!(word.folded.as_str(), "bis" | "ter"))
    {
        head += 1;
    }
    let word = sentence.words.get(head)?;
    let french = matches!(
        word.folded.as_str(),
        "rue"
            | "avenue"
            | "av"
            | "boulevard"
            | "bd"
            | "chemin"
            | "place"
            | "quai"
            | "impasse"
            | "allee"
            | "route"
            | "cours"
            | "passage"
            | "rte"
            | "faubourg"
            | "square"
    );
    if french && matches!(word.gap, Gap::Space | Gap::Comma) {
        return name_end(sentence, head + 1).map(|end| at..end);
    }
    // At most three words before «Street».
    (head..head + 4).find_map(|last| {
        let word = sentence.words.get(last)?;
        let is_tail = last > head && STREET_TAILS.contains(&word.folded.as_str());
        let before = sentence.words.get(head..last)?;
        (is_tail
            && before
                .iter()
                .all(|word| word.shape == Shape::Capital && word.gap == Gap::Space))
        .then_some(at..last + 1)
    })
}

/// Where the name of a street ends that begins behind «rue» or «Am».
fn name_end(sentence: &Sentence, start: usize) -> Option<usize> {
    let mut end = start;
    let mut has_name = false;
    while let Some(word) = sentence.words.get(end) {
        let inside = INSIDE.contains(&word.folded.as_str());
        let is_name =
            matches!(
                word.shape,
                Shape::Capital | Shape::Mixed | Shape::Initial | Shape::Capitals
            ) || !inside && word.shape == Shape::Small && !has_name && !word.is_ordinary();
        let joined = matches!(word.gap, Gap::Space | Gap::Hyphen | Gap::Apostrophe)
            || word.gap == Gap::Stop && end > 0;
        if !joined || !(is_name || inside) || end > start + 5 {
            break;
        }
        has_name |= is_name;
        end += 1;
    }
    has_name.then_some(end)
}

/// A postcode with its town that begins at this word.
fn town(text: &str, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let mut code = at;
    // `CH-4051`, `D 79539`.
    if sentence.words.get(code).is_some_and(|word| {
        matches!(
            word.folded.as_str(),
            "ch" | "d" | "de" | "f" | "fr" | "a" | "at" | "pl"
        ) && matches!(word.shape, Shape::Initial | Shape::Capitals)
    }) && sentence
        .words
        .get(code + 1)
        .is_some_and(|next| matches!(next.gap, Gap::Hyphen | Gap::Space))
    {
        code += 1;
    }
    let number = sentence.words.get(code)?;
    let digits = text.get(number.span.clone())?;
    let is_digits = digits.chars().all(|digit| digit.is_ascii_digit());
    let mut first = code + 1;
    let is_polish = digits.len() == 2
        && sentence.words.get(first).is_some_and(|next| {
            next.gap == Gap::Hyphen && next.span.len() == 3 && next.shape == Shape::Digits
        });
    if is_polish {
        first += 1;
    }
    let year = digits.len() == 4 && matches!(digits.get(..2), Some("19" | "20"));
    let is_code =
        is_digits && (digits.len() == 5 || digits.len() == 4 && (!year || code > at)) || is_polish;
    if !is_code {
        return None;
    }
    let name = sentence.words.get(first)?;
    let is_town = name.gap == Gap::Space
        && !keep::stays(&name.folded)
        && (name.shape == Shape::Capital
            && (name.classes.any(Classes::PLACE)
                || !name.is_ordinary() && !name.is_compound
                || sentence
                    .words
                    .get(first + 1)
                    .is_some_and(|next| next.gap == Gap::Hyphen && next.shape == Shape::Capital))
            || name.shape == Shape::Small
                && name.classes.any(Classes::PLACE)
                && !name.is_ordinary());
    if !is_town {
        return None;
    }
    let mut end = first + 1;
    while let Some(word) = sentence.words.get(end) {
        let joined = word.gap == Gap::Hyphen
            || word.gap == Gap::Space
                && (word.shape == Shape::Capital
                    && !word.is_ordinary()
                    && word.classes.any(Classes::PLACE)
                    || matches!(
                        word.folded.as_str(),
                        "am" | "an" | "im" | "sur" | "le" | "la" | "les"
                    ) && sentence
                        .words
                        .get(end + 1)
                        .is_some_and(|next| next.shape == Shape::Capital));
        if !joined || end > first + 4 {
            break;
        }
        end += 1;
    }
    Some(at..end)
}

/// `12`, `12a`, `12-14` begins with one.
fn is_house_number(text: &str, word: &Word) -> bool {
    let Some(letters) = text.get(word.span.clone()) else {
        return false;
    };
    let digits = letters.chars().take_while(char::is_ascii_digit).count();
    let rest = letters.chars().skip(digits);
    (1..=4).contains(&digits) && rest.clone().count() <= 1 && rest.clone().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        find(text, &Sentence::of(text), &mut found);
        found
            .into_iter()
            .filter_map(|detection| text.get(detection.span))
            .collect()
    }

    #[test]
    fn streets_with_numbers_are_found_with_their_town() {
        for (text, address) in [
            (
                "Sitz an der Rheingasse 12, 4058 Basel seit 2019",
                "Rheingasse 12, 4058 Basel",
            ),
            (
                "bureau 14 rue de la Gare, 68300 Saint-Louis",
                "14 rue de la Gare, 68300 Saint-Louis",
            ),
            ("at 7 Mill Lane since May", "7 Mill Lane"),
            ("Basler Str. 4a", "Basler Str. 4a"),
            ("Sitz in 79539 Lörrach", "79539 Lörrach"),
        ] {
            assert_eq!(found(text), [address], "{text}");
        }
    }

    #[test]
    fn figures_and_years_are_no_addresses() {
        for text in [
            "2016 Basel wurde Partner",
            "12 Betriebe",
            "ein Umweg 3 Jahre lang",
            "seit 1998 Netzwerk",
            "11 Interviews in Deutschland",
            "place 2 dans le classement",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
