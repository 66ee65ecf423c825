//! W1: towns, regions, rivers, and acronyms that are no common property.

use super::terms::Term;
use super::{Concern, Warning};
use crate::anonymise::towns;
use crate::language::Language;

/// Regions and rivers of the three countries' borders and beyond, folded. Only those that are no ordinary words.
const REGIONS: &[&str] = &[
    "aargau",
    "adour",
    "allgau",
    "alsace",
    "appenzell",
    "baden",
    "basse",
    "bavaria",
    "bayern",
    "bodensee",
    "bodenseeraum",
    "bohmen",
    "bourgogne",
    "breisgau",
    "bretagne",
    "burgenland",
    "danube",
    "donau",
    "dreilandereck",
    "elbe",
    "elsass",
    "engadin",
    "engadine",
    "glarus",
    "graubunden",
    "grisons",
    "hochrhein",
    "jura",
    "karnten",
    "kraichgau",
    "lausitz",
    "lorraine",
    "lothringen",
    "markgraflerland",
    "mosel",
    "moselle",
    "neckar",
    "neisse",
    "oberrhein",
    "oberrheingraben",
    "oberschwaben",
    "oder",
    "ortenau",
    "pfalz",
    "pfalzerwald",
    "regio",
    "rheinland",
    "rhein",
    "rhin",
    "rhine",
    "rhone",
    "saar",
    "saarland",
    "sachsen",
    "saone",
    "schlesien",
    "schwaben",
    "schwarzwald",
    "silesia",
    "solothurn",
    "steiermark",
    "sudbaden",
    "sudtirol",
    "sundgau",
    "thurgau",
    "thurgovie",
    "tirol",
    "tyrol",
    "valais",
    "vogesen",
    "vorarlberg",
    "vosges",
    "wallis",
    "wurttemberg",
    "wuerttemberg",
];

/// Small words that are written like a region: they count with a capital only, and never in a language where they are
/// something else.
const ALSO_WORDS: &[&str] = &["oder", "baden", "basse"];

/// Acronyms that point to nobody.
const COMMON: &[&str] = &[
    "AG", "AI", "API", "B2B", "B2C", "BIP", "BWL", "CAO", "CD", "CEO", "CFO", "CO2", "CRM", "CTO",
    "DE", "AT", "CH", "FR", "PL", "DIN", "DSGVO", "EDV", "EFRE", "EFTA", "ERP", "ETI", "ETP", "EU",
    "EUR", "CHF", "USD", "EURO", "EWR", "FAQ", "FEDER", "GDP", "GDPR", "HR", "ICT", "IKT",
    "INTERREG", "IP", "ISO", "IT", "KI", "KMU", "MINT", "NGO", "NPO", "OECD", "OCDE", "OK", "ONG",
    "PC", "PDF", "PIB", "PLN", "PME", "PMI", "PR", "QR", "RGPD", "RH", "RTD", "SA", "SARL", "SAS",
    "SE", "SME", "SMS", "SWOT", "TI", "TIC", "TV", "TVA", "UE", "UK", "UNO", "UN", "US", "USA",
    "USB", "VAT", "WLAN", "WTO", "FUE", "RD",
];

/// Everything in a text that W1 points at.
pub(super) fn find(text: &str, terms: &[Term<'_>], language: Language) -> Vec<Warning> {
    let mut found: Vec<Warning> = towns(text, language)
        .into_iter()
        .filter(|span| {
            // «la chambre» is also a town, but nobody writes one so.
            let is_capital = |term: &Term<'_>| {
                term.span.start == span.start && term.written.starts_with(char::is_uppercase)
            };
            terms.iter().any(is_capital)
        })
        .map(|span| Warning {
            span,
            concern: Concern::Town,
        })
        .collect();
    for term in terms {
        let concern = if is_region(term) {
            Concern::Region
        } else if is_acronym(term.written) {
            Concern::Acronym
        } else {
            continue;
        };
        let span = term.span.clone();
        let is_known = found
            .iter()
            .any(|other| other.span.start < span.end && span.start < other.span.end);
        if !is_known {
            found.push(Warning { span, concern });
        }
    }
    found
}

fn is_region(term: &Term<'_>) -> bool {
    let is_capital = term.written.starts_with(char::is_uppercase);
    let is_word = ALSO_WORDS.contains(&term.folded.as_str());
    let stem = term.folded.strip_suffix('s').unwrap_or(&term.folded);
    is_capital && !is_word && (REGIONS.contains(&term.folded.as_str()) || REGIONS.contains(&stem))
}

/// Two capitals or more, and no small letter but a last `s`: «IHK», «CCI», «SMEs».
fn is_acronym(written: &str) -> bool {
    let stem = written.strip_suffix('s').unwrap_or(written);
    let capitals = stem.chars().filter(|letter| letter.is_uppercase()).count();
    capitals >= 2
        && stem
            .chars()
            .all(|letter| letter.is_uppercase() || letter.is_ascii_digit())
        && !COMMON.contains(&stem)
        && !COMMON.contains(&written)
        && !is_roman(stem)
}

/// «VI» in «INTERREG VI» is a number.
fn is_roman(written: &str) -> bool {
    written.chars().all(|letter| "IVX".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::super::terms::terms;
    use super::super::terms::tests::shown;
    use super::*;

    fn found(text: &str, language: Language) -> Vec<(&str, Concern)> {
        shown(text, find(text, &terms(text), language))
    }

    #[test]
    fn regions_and_rivers_are_named_in_three_languages() {
        for (text, language, region) in [
            ("Betriebe am Oberrhein", Language::De, "Oberrhein"),
            ("des deux côtés du Rhin", Language::Fr, "Rhin"),
            ("firms along the Rhine", Language::En, "Rhine"),
            ("im Elsass üblich", Language::De, "Elsass"),
            ("en Alsace", Language::Fr, "Alsace"),
            ("in the Vosges", Language::En, "Vosges"),
        ] {
            assert!(
                found(text, language)
                    .iter()
                    .any(|(shown, concern)| *shown == region
                        && matches!(concern, Concern::Region | Concern::Town)),
                "{text}"
            );
        }
    }

    #[test]
    fn towns_are_named() {
        for (text, language, town) in [
            ("das Treffen in Strasbourg", Language::De, "Strasbourg"),
            ("la réunion à Mulhouse", Language::Fr, "Mulhouse"),
            ("the meeting in Offenburg", Language::En, "Offenburg"),
        ] {
            assert_eq!(found(text, language), [(town, Concern::Town)], "{text}");
        }
    }

    #[test]
    fn acronyms_are_named_but_those_that_everybody_has() {
        for (text, language, acronym) in [
            ("die WVIB half", Language::De, "WVIB"),
            ("la CCI a aidé", Language::Fr, "CCI"),
            ("the TZK helped", Language::En, "TZK"),
        ] {
            assert_eq!(
                found(text, language),
                [(acronym, Concern::Acronym)],
                "{text}"
            );
        }
        for text in [
            "KMU aus der EU mit INTERREG VI",
            "des PME avec l’UE",
            "SMEs and the EU, CO2",
            "entweder oder",
        ] {
            assert_eq!(found(text, Language::De), [], "{text}");
        }
    }
}
