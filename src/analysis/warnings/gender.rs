//! W4: the grammatical gender of a person, which German and French show and English pronouns do too.

use super::terms::Term;
use super::{Concern, Warning};
use crate::language::Language;

/// Functions in German, masculine and folded; the feminine adds «in», umlauts folded away.
const GERMAN: &[&str] = &[
    "berater",
    "burgermeister",
    "chef",
    "direktor",
    "forscher",
    "geschaftsfuhrer",
    "grunder",
    "inhaber",
    "ingenieur",
    "kollege",
    "koordinator",
    "leiter",
    "manager",
    "clustermanager",
    "mitarbeiter",
    "minister",
    "nachfolger",
    "prasident",
    "professor",
    "projektleiter",
    "sekretar",
    "unternehmer",
    "vorganger",
    "vorsitzender",
    "partner",
    "prokurist",
    "netzwerkmanager",
    "vertreter",
];

/// Functions in French that show the gender by themselves, folded: first the masculine, then the feminine.
const FRENCH: &[(&str, &str)] = &[
    ("adjoint", "adjointe"),
    ("animateur", "animatrice"),
    ("charge", "chargee"),
    ("chercheur", "chercheuse"),
    ("conseiller", "conseillere"),
    ("coordinateur", "coordinatrice"),
    ("directeur", "directrice"),
    ("dirigeant", "dirigeante"),
    ("entrepreneur", "entrepreneuse"),
    ("entrepreneur", "entrepreneure"),
    ("fondateur", "fondatrice"),
    ("gerant", "gerante"),
    ("patron", "patronne"),
    ("president", "presidente"),
    ("chef", "cheffe"),
    ("delegue", "deleguee"),
];

/// Functions in French that show it by the article, folded.
const FRENCH_BY_ARTICLE: &[&str] = &[
    "collegue",
    "gestionnaire",
    "maire",
    "ministre",
    "partenaire",
    "responsable",
    "secretaire",
];

/// Words of English that show it, folded.
const ENGLISH: &[&str] = &[
    "he",
    "him",
    "his",
    "himself",
    "she",
    "her",
    "hers",
    "herself",
    "chairman",
    "chairwoman",
    "businessman",
    "businesswoman",
    "spokesman",
    "spokeswoman",
];

/// Everything in a text that W4 points at.
pub(super) fn find(terms: &[Term<'_>], language: Language) -> Vec<Warning> {
    let mut found = Vec::new();
    for (index, term) in terms.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| terms.get(before));
        let article = before.map(|before| before.folded.as_str());
        let with_article = match language {
            Language::De => german(&term.folded, article),
            Language::Fr => french(&term.folded, article),
            Language::En => ENGLISH.contains(&term.folded.as_str()).then_some(false),
        };
        let Some(with_article) = with_article else {
            continue;
        };
        let start = before
            .filter(|_| with_article)
            .map_or(term.span.start, |before| before.span.start);
        found.push(Warning {
            span: start..term.span.end,
            concern: Concern::Gender,
        });
    }
    found
}

/// Whether a word shows the gender, and whether the article before it belongs to that. The plural shows none, and the
/// masculine only with an article in the singular.
fn german(word: &str, before: Option<&str>) -> Option<bool> {
    let feminine = word.strip_suffix("in").is_some_and(|stem| {
        GERMAN.contains(&stem) || GERMAN.contains(&format!("{stem}e").as_str())
    });
    if feminine {
        let article = matches!(
            before,
            Some("die" | "der" | "eine" | "einer" | "ihre" | "unsere")
        );
        return Some(article);
    }
    let singular = GERMAN.contains(&word);
    let masculine = matches!(
        before,
        Some("der" | "ein" | "einem" | "einen" | "dem" | "unser")
    );
    (singular && masculine).then_some(true)
}

fn french(word: &str, before: Option<&str>) -> Option<bool> {
    let article = matches!(
        before,
        Some("le" | "la" | "un" | "une" | "l" | "notre" | "du" | "au")
    );
    if FRENCH.iter().any(|(_, feminine)| *feminine == word) {
        return Some(article);
    }
    let is_masculine = FRENCH.iter().any(|(masculine, _)| *masculine == word);
    if is_masculine && article {
        return Some(true);
    }
    let shown = matches!(before, Some("le" | "la" | "un" | "une"));
    (shown && FRENCH_BY_ARTICLE.contains(&word)).then_some(true)
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
    fn the_gender_of_a_person_is_found_in_three_languages() {
        for (text, language, words) in [
            ("die Managerin sagt", Language::De, "die Managerin"),
            (
                "der Geschäftsführer sagt",
                Language::De,
                "der Geschäftsführer",
            ),
            ("als Präsidentin", Language::De, "Präsidentin"),
            ("mit ihrer Kollegin", Language::De, "Kollegin"),
            ("la directrice dit", Language::Fr, "la directrice"),
            ("le président dit", Language::Fr, "le président"),
            ("une responsable", Language::Fr, "une responsable"),
            ("she runs it alone", Language::En, "she"),
            ("asked his partner", Language::En, "his"),
        ] {
            assert_eq!(found(text, language), [words], "{text}");
        }
    }

    #[test]
    fn neutral_forms_raise_nothing() {
        for (text, language) in [
            ("die Leitung sagt, Mitarbeitende helfen", Language::De),
            ("beide Manager waren dort", Language::De),
            ("la direction dit", Language::Fr),
            ("les responsables étaient là", Language::Fr),
            ("they run it alone", Language::En),
        ] {
            assert_eq!(found(text, language), Vec::<&str>::new(), "{text}");
        }
    }
}
