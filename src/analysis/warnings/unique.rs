//! W3: words that say of somebody that there is no other.

use super::terms::Term;
use super::{Concern, Warning};
use crate::language::Language;

/// Beginnings of such words, folded, and the endings that they take.
const GERMAN: &[&str] = &[
    "allererste",
    "alleinig",
    "einmalig",
    "einzig",
    "einzigartig",
    "erstmalig",
    "grosste",
    "hochste",
    "jungste",
    "alteste",
    "kleinste",
    "fuhrende",
    "weltweit",
    "europaweit",
    "landesweit",
];
const FRENCH: &[&str] = &[
    "unique",
    "uniques",
    "premier",
    "premiere",
    "premiers",
    "premieres",
    "pionnier",
    "pionniere",
    "seul",
    "seule",
];
const ENGLISH: &[&str] = &[
    "only", "first", "largest", "biggest", "oldest", "smallest", "youngest", "unique", "sole",
    "leading", "pioneer",
];

/// What makes «plus» a superlative, folded.
const FRENCH_SUPERLATIVES: &[&str] = &[
    "grand",
    "grande",
    "grands",
    "grandes",
    "gros",
    "grosse",
    "petit",
    "petite",
    "ancien",
    "ancienne",
    "important",
    "importante",
    "vieux",
    "vieille",
    "jeune",
];

/// What follows «erste» and «first» where they count and claim nothing, folded.
const COUNTING: &[&str] = &[
    "schritt",
    "jahr",
    "jahre",
    "jahren",
    "mal",
    "kontakt",
    "abend",
    "tag",
    "treffen",
    "gesprach",
    "time",
    "step",
    "year",
    "years",
    "contact",
    "evening",
    "day",
    "meeting",
    "call",
    "fois",
    "annee",
    "annees",
    "contact",
    "rencontre",
    "reunion",
    "jour",
    "pas",
    "etape",
    "of",
    "then",
    "thing",
];

/// Everything in a text that W3 points at.
pub(super) fn find(terms: &[Term<'_>], language: Language) -> Vec<Warning> {
    let mut found = Vec::new();
    for (index, term) in terms.iter().enumerate() {
        let next = terms.get(index + 1).map(|next| next.folded.as_str());
        let before = index
            .checked_sub(1)
            .and_then(|before| terms.get(before))
            .map(|before| before.folded.as_str());
        let is_unique = match language {
            Language::De => is_german(&term.folded, before, next),
            Language::Fr => is_french(&term.folded, before, next),
            Language::En => is_english(&term.folded, before, next),
        };
        if is_unique {
            found.push(Warning {
                span: term.span.clone(),
                concern: Concern::Unique,
            });
        }
    }
    found
}

fn counts(next: Option<&str>) -> bool {
    next.is_some_and(|next| COUNTING.contains(&next))
}

fn is_german(word: &str, before: Option<&str>, next: Option<&str>) -> bool {
    let has_ending = |stem: &&str| {
        word.strip_prefix(*stem).is_some_and(|ending| {
            matches!(
                ending,
                "" | "e" | "en" | "er" | "es" | "em" | "n" | "r" | "s" | "m"
            )
        })
    };
    if matches!(word, "erste" | "ersten" | "erster" | "erstes") {
        let with_article = matches!(
            before,
            Some("der" | "die" | "das" | "als" | "den" | "dem" | "wir" | "unsere")
        );
        return with_article && !counts(next);
    }
    GERMAN.iter().any(has_ending)
}

fn is_french(word: &str, before: Option<&str>, next: Option<&str>) -> bool {
    if word == "plus" {
        let has_article = matches!(before, Some("le" | "la" | "les" | "notre"));
        return has_article && next.is_some_and(|next| FRENCH_SUPERLATIVES.contains(&next));
    }
    if matches!(word, "seul" | "seule") {
        return matches!(before, Some("le" | "la" | "les"));
    }
    FRENCH.contains(&word) && !counts(next)
}

fn is_english(word: &str, before: Option<&str>, next: Option<&str>) -> bool {
    if matches!(word, "only" | "first") {
        let with_article = matches!(before, Some("the" | "our" | "their" | "its"));
        return with_article && !counts(next);
    }
    ENGLISH.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::super::terms::terms;
    use super::super::terms::tests::shown;
    use super::*;

    fn found(text: &str, language: Language) -> Vec<&str> {
        let found = shown(text, find(&terms(text), language));
        found.into_iter().map(|(word, _)| word).collect()
    }

    #[test]
    fn claims_of_uniqueness_are_found_in_three_languages() {
        for (text, language, word) in [
            ("der einzige Betrieb im Tal", Language::De, "einzige"),
            ("das grösste Netz", Language::De, "grösste"),
            ("das größte Netz", Language::De, "größte"),
            (
                "wir waren die ersten, die das taten",
                Language::De,
                "ersten",
            ),
            ("la seule entreprise", Language::Fr, "seule"),
            ("le premier réseau", Language::Fr, "premier"),
            ("le plus grand réseau", Language::Fr, "plus"),
            ("the only firm", Language::En, "only"),
            ("the first network of its kind", Language::En, "first"),
            ("the largest network", Language::En, "largest"),
        ] {
            assert_eq!(found(text, language), [word], "{text}");
        }
    }

    #[test]
    fn counting_is_no_claim() {
        for (text, language) in [
            ("am ersten Abend lächeln alle", Language::De),
            ("das erste Treffen war kurz", Language::De),
            ("le premier contact était froid", Language::Fr),
            ("il n’y a plus grand monde", Language::Fr),
            ("only later, the first meeting", Language::En),
        ] {
            assert_eq!(found(text, language), Vec::<&str>::new(), "{text}");
        }
    }
}
