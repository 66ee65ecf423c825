//! An office becomes its class, with the article that goes with it.

use std::ops::Range;

use super::Coarser;
use crate::anonymise::detect;
use crate::language::{Language, fold, words};

/// Words of somebody who leads; in German also at the end of a longer one: «Vorstandspräsident».
#[rustfmt::skip]
const LEADING: &[&str] = &[
    "geschaftsfuhrer", "geschaftsleiter", "direktor", "prasident", "clustermanager", "netzwerkmanager", "leiter", "chef",
    "vorstand", "vorsitzender", "vorsitzende", "rektor", "burgermeister", "vorsteher", "obmann", "obfrau", "ammann", "manager", "directeur",
    "directrice", "president", "presidente", "cheffe", "gerant", "gerante", "maire", "director", "ceo", "chairman", "chairwoman",
    "chair", "head", "mayor",
];

/// The article before an office, in German a man's, and that before the class, which is feminine in German and French.
#[rustfmt::skip]
const ARTICLES: &[(Language, &str, &str)] = &[
    (Language::De, "der", "die"), (Language::De, "den", "die"), (Language::De, "dem", "der"), (Language::De, "des", "der"),
    (Language::De, "ein", "eine"), (Language::De, "einen", "eine"), (Language::De, "einem", "einer"),
    (Language::De, "eines", "einer"), (Language::De, "beim", "bei der"), (Language::De, "vom", "von der"),
    (Language::De, "zum", "zur"), (Language::Fr, "le", "la"), (Language::Fr, "la", "la"),
    (Language::Fr, "un", "une"), (Language::Fr, "du", "de la"),
    (Language::Fr, "au", "à la"),
];

/// The class of the office at a place of a text; nothing if none stands there.
pub(super) fn coarser(text: &str, span: Range<usize>, language: Language) -> Option<Coarser> {
    let folded = fold(text.get(span.clone())?);
    let leads = leads(&folded, language);
    if !leads && !detect::is_role(&folded) {
        return None;
    }
    let class = match (language, leads) {
        (Language::De, true) => "Leitung",
        (Language::De, false) => "Mitarbeit",
        (Language::Fr, true) => "direction",
        (Language::Fr, false) => "équipe",
        (Language::En, true) => "management",
        (Language::En, false) => "staff",
    };
    let is_a_womans =
        language == Language::De && (folded.ends_with("in") || folded.ends_with("frau"));
    let before = text.get(..span.start)?;
    let article = words(before)
        .last()
        .filter(|word| before.get(word.end..) == Some(" ") && !is_a_womans);
    let article = article.and_then(|word| {
        let written = before.get(word.clone())?;
        let small = written.to_lowercase();
        let (.., other) = ARTICLES
            .iter()
            .find(|(of, one, _)| *of == language && *one == small)?;
        Some((word.start, as_written(written, other)))
    });
    Some(match article {
        Some((start, article)) => Coarser::of(start..span.end, joined(&article, class)),
        None => Coarser::of(span, class),
    })
}

/// An article and a class: «la direction», but «l’équipe».
fn joined(article: &str, class: &str) -> String {
    let elided = article.strip_suffix('a').filter(|_| class.starts_with('é'));
    match elided {
        Some(elided) => format!("{elided}’{class}"),
        None => format!("{article} {class}"),
    }
}

/// Whether an office is one of somebody who leads, however it is declined.
fn leads(folded: &str, language: Language) -> bool {
    /// The fewest letters of what stands before, in a longer word.
    const FEWEST_BEFORE: usize = 3;
    let endings = ["", "in", "innen", "en", "s", "n", "r"].iter();
    let mut stems = endings.filter_map(|ending| folded.strip_suffix(ending));
    // «Begleiter» leads nobody.
    let is_longer = |before: &str, leading: &str| {
        language == Language::De
            && before.chars().count() >= FEWEST_BEFORE
            && (leading != "leiter" || detect::is_role(folded))
    };
    stems.any(|stem| {
        LEADING.iter().any(|leading| {
            stem.strip_suffix(leading)
                .is_some_and(|before| before.is_empty() || is_longer(before, leading))
        })
    })
}

/// With a capital where the other has one.
fn as_written(written: &str, other: &str) -> String {
    let mut letters = other.chars();
    match letters.next() {
        Some(first) if written.starts_with(char::is_uppercase) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => other.to_owned(),
    }
}
