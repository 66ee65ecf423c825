//! W6: somebody else, told by function and place: an office names who holds it.

use super::terms::{Term, brackets};
use super::{Concern, Warning};

/// Offices and institutions of which a place has one, folded.
const OFFICES: &[&str] = &[
    "bourgmestre",
    "burgermeister",
    "burgermeisterin",
    "chamber",
    "chambre",
    "commissaire",
    "delegue",
    "direktor",
    "direktorin",
    "directeur",
    "directrice",
    "director",
    "gemeindeprasident",
    "gemeindeprasidentin",
    "governor",
    "handelskammer",
    "head",
    "hochschule",
    "kammer",
    "landammann",
    "landrat",
    "landratin",
    "leiter",
    "leiterin",
    "maire",
    "mairie",
    "mayor",
    "minister",
    "ministre",
    "oberburgermeister",
    "oberburgermeisterin",
    "prasident",
    "prasidentin",
    "prefet",
    "prefete",
    "president",
    "presidente",
    "rector",
    "recteur",
    "rektor",
    "rektorin",
    "stadtprasident",
    "stadtprasidentin",
    "stadtrat",
    "universitat",
    "universite",
    "university",
    "wirtschaftsforderer",
    "wirtschaftsforderung",
];

/// What joins an office to its place, folded.
const OF: &[&str] = &[
    "von", "vom", "der", "des", "in", "aus", "de", "du", "d", "a", "of", "at", "from", "the", "la",
    "stadt", "gemeinde", "region", "ville", "town", "city", "kanton", "canton",
];

/// How many words may join an office to its place.
const FURTHEST: usize = 3;

/// Everything in a text that W6 points at: an office, words that join, and a place by name or placeholder.
pub(super) fn find(text: &str, terms: &[Term<'_>]) -> Vec<Warning> {
    let placeholders: Vec<_> = brackets(text)
        .into_iter()
        .filter(|span| text.get(span.clone()).is_some_and(is_of_place))
        .collect();
    let mut found: Vec<Warning> = Vec::new();
    for (index, term) in terms.iter().enumerate() {
        if !OFFICES.contains(&term.folded.as_str()) {
            continue;
        }
        let mut joining: Vec<&Term<'_>> = Vec::new();
        for next in terms.iter().skip(index + 1).take(FURTHEST) {
            let end = joining.last().map_or(term.span.end, |last| last.span.end);
            if !OF.contains(&next.folded.as_str()) || !is_next(text, end, next.span.start) {
                break;
            }
            joining.push(next);
        }
        let Some(last) = joining.last() else { continue };
        let placeholder = placeholders
            .iter()
            .find(|span| is_next(text, last.span.end, span.start))
            .map(|span| span.end);
        let named = terms.get(index + joining.len() + 1).filter(|next| {
            next.written.starts_with(char::is_uppercase)
                && is_next(text, last.span.end, next.span.start)
                && joining.iter().any(|word| is_preposition(&word.folded))
        });
        if let Some(end) = placeholder.or(named.map(|next| next.span.end)) {
            found.push(Warning {
                span: term.span.start..end,
                concern: Concern::ThirdPerson,
            });
        }
    }
    found
}

/// Whether a placeholder stands for a place or an institution.
fn is_of_place(placeholder: &str) -> bool {
    ["[Ort ", "[Lieu ", "[Place ", "[Institution "]
        .iter()
        .any(|beginning| placeholder.starts_with(beginning))
}

fn is_next(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to)
        .is_some_and(|gap| gap.chars().all(|character| " \u{a0}'’".contains(character)))
}

/// What stands before names of places; «der» stands before anything.
fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "von" | "in" | "aus" | "de" | "d" | "a" | "of" | "at" | "from"
    )
}

#[cfg(test)]
mod tests {
    use super::super::terms::terms;
    use super::super::terms::tests::shown;
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let found = shown(text, find(text, &terms(text)));
        found.into_iter().map(|(words, _)| words).collect()
    }

    #[test]
    fn an_office_with_its_place_is_found_in_three_languages() {
        for (text, words) in [
            (
                "der Bürgermeister von [Ort 1] half",
                "Bürgermeister von [Ort 1]",
            ),
            (
                "die Kammer der [Institution 2] half",
                "Kammer der [Institution 2]",
            ),
            ("le maire de [Lieu 1] a aidé", "maire de [Lieu 1]"),
            ("l’université de Colmar", "université de Colmar"),
            ("the mayor of [Place 1] helped", "mayor of [Place 1]"),
            (
                "the head of the [Institution 1]",
                "head of the [Institution 1]",
            ),
        ] {
            assert_eq!(found(text), [words], "{text}");
        }
    }

    #[test]
    fn an_office_alone_names_nobody() {
        for text in [
            "ein Bürgermeister half",
            "le maire a aidé [Personne 1]",
            "a mayor of a small place",
            "der Leiter der Gruppe",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }
}
