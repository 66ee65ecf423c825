//! The next coarser step of something that points to somebody: a year becomes a decade, a number a band, an office a
//! class; and the tokens with which one notes a side instead of a place.
//!
//! Keeps out: what is a name. A step is offered for what stands under the cursor; whoever types decides.

use std::ops::Range;

use super::detect;
use crate::language::{Language, fold, words};

/// Bands of numbers: from which number on, and the first number that is too large.
const BANDS: &[(u32, u32)] = &[
    (0, 10),
    (10, 20),
    (20, 50),
    (50, 100),
    (100, 200),
    (200, 500),
    (500, 1_000),
    (1_000, 5_000),
];

/// Words of somebody who leads.
const LEADING: &[&str] = &[
    "geschaftsfuhrer",
    "geschaftsfuhrerin",
    "geschaftsleiter",
    "geschaftsleiterin",
    "direktor",
    "direktorin",
    "prasident",
    "prasidentin",
    "clustermanager",
    "clustermanagerin",
    "netzwerkmanager",
    "netzwerkmanagerin",
    "leiter",
    "leiterin",
    "chef",
    "chefin",
    "vorstand",
    "rektor",
    "rektorin",
    "directeur",
    "directrice",
    "president",
    "presidente",
    "cheffe",
    "gerant",
    "gerante",
    "director",
    "ceo",
    "chairman",
    "chairwoman",
    "chair",
    "manager",
    "managerin",
    "head",
];

/// A coarser text for a piece of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coarser {
    /// What it replaces, in bytes of the text.
    pub span: Range<usize>,
    /// What stands there instead.
    pub text: String,
}

/// The next step for the word at a place of a text; nothing if there is none.
///
/// A year becomes its decade, another number its band (`domain` ladders: exact count to band), an office its class. What
/// is coarse already has no further step: striking it is a command of its own.
pub fn coarser(text: &str, cursor: usize, language: Language) -> Option<Coarser> {
    let span = words(text)
        .filter(|word| word.start <= cursor)
        .last()
        .filter(|word| {
            text.get(word.end..cursor.max(word.end))
                .is_some_and(|gap| gap.chars().count() <= 1 && !gap.contains('\n'))
        })?;
    let word = text.get(span.clone())?;
    if word.chars().all(|digit| digit.is_ascii_digit()) {
        return number(text, &span, word, language);
    }
    let folded = fold(word);
    let is_role = detect::is_role(&folded);
    is_role.then(|| Coarser {
        span,
        text: class(&folded, language).to_owned(),
    })
}

/// What a token for a side stands for: `@own`, `@eig`, `@autre`; nothing for any other word.
pub fn side(token: &str, language: Language) -> Option<&'static str> {
    let own = matches!(token, "@own" | "@eig" | "@nous" | "@propre");
    let other = matches!(token, "@other" | "@and" | "@eux" | "@autre");
    let third = matches!(token, "@third" | "@dritte" | "@tiers");
    Some(match (language, own, other, third) {
        (Language::De, true, ..) => "eigene Seite",
        (Language::Fr, true, ..) => "notre côté",
        (Language::En, true, ..) => "own side",
        (Language::De, _, true, _) => "andere Seite",
        (Language::Fr, _, true, _) => "l’autre côté",
        (Language::En, _, true, _) => "other side",
        (Language::De, _, _, true) => "dritte Seite",
        (Language::Fr, _, _, true) => "le troisième côté",
        (Language::En, _, _, true) => "third side",
        _ => return None,
    })
}

fn number(text: &str, span: &Range<usize>, word: &str, language: Language) -> Option<Coarser> {
    let value: u32 = word.parse().ok()?;
    // A number with a point, a comma or a hyphen at it is part of something else, and so is a band.
    let before = text.get(..span.start)?.chars().next_back();
    let behind = text.get(span.end..)?.chars().next();
    let joins =
        |sign: Option<char>| sign.is_some_and(|sign| matches!(sign, '–' | '-' | '/' | ':' | '#'));
    if joins(before) || joins(behind) {
        return None;
    }
    let coarse = if word.len() == 4 && (1900..2100).contains(&value) {
        decade(value, text.get(..span.start).unwrap_or_default(), language)
    } else {
        band(value, language)
    };
    Some(Coarser {
        span: span.clone(),
        text: coarse,
    })
}

/// The decade of a year, as it is said behind the words before it: «seit den 1990er-Jahren», «die 1990er-Jahre».
fn decade(year: u32, before: &str, language: Language) -> String {
    const WITH_DATIVE: [&str; 10] = [
        "seit", "ab", "nach", "vor", "von", "in", "bis", "zu", "aus", "mit",
    ];
    let decade = year / 10 * 10;
    let last = words(before).last().and_then(|word| before.get(word));
    let is_dative = last.is_some_and(|word| WITH_DATIVE.contains(&fold(word).as_str()));
    match language {
        Language::De if is_dative => format!("den {decade}er-Jahren"),
        Language::De => format!("{decade}er-Jahre"),
        Language::Fr => format!("les années {decade}"),
        Language::En => format!("the {decade}s"),
    }
}

fn band(number: u32, language: Language) -> String {
    match BANDS.iter().find(|(_, end)| number < *end) {
        Some((0, end)) => match language {
            Language::De => format!("unter {end}"),
            Language::Fr => format!("moins de {end}"),
            Language::En => format!("under {end}"),
        },
        Some((start, end)) => format!("{start}–{}", end - 1),
        None => match language {
            Language::De => "über 5000".to_owned(),
            Language::Fr => "plus de 5000".to_owned(),
            Language::En => "over 5000".to_owned(),
        },
    }
}

fn class(folded: &str, language: Language) -> &'static str {
    let leads = LEADING.contains(&folded);
    match (language, leads) {
        (Language::De, true) => "Leitung",
        (Language::De, false) => "Mitarbeit",
        (Language::Fr, true) => "direction",
        (Language::Fr, false) => "équipe",
        (Language::En, true) => "management",
        (Language::En, false) => "staff",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(text: &str, language: Language) -> Option<String> {
        let coarser = coarser(text, text.len(), language)?;
        let mut changed = text.to_owned();
        changed.replace_range(coarser.span, &coarser.text);
        Some(changed)
    }

    #[test]
    fn years_numbers_and_offices_become_coarser() {
        for (text, language, coarse) in [
            ("seit 1998", Language::De, "seit den 1990er-Jahren"),
            ("depuis 2014 ", Language::Fr, "depuis les années 2010 "),
            ("since 2003", Language::En, "since the 2000s"),
            ("112", Language::De, "100–199"),
            ("members: 7", Language::En, "members: under 10"),
            ("8000", Language::Fr, "plus de 5000"),
            ("die Geschäftsführerin", Language::De, "die Leitung"),
            ("l’assistante", Language::Fr, "l’équipe"),
        ] {
            assert_eq!(step(text, language).as_deref(), Some(coarse), "{text}");
        }
    }

    #[test]
    fn what_is_coarse_or_no_such_thing_stays() {
        for text in ["100–199", "das Netzwerk", "", "12:30", "1.  "] {
            assert_eq!(step(text, Language::De), None, "{text}");
        }
    }

    #[test]
    fn tokens_stand_for_sides_in_the_language_of_the_note() {
        assert_eq!(side("@eig", Language::De), Some("eigene Seite"));
        assert_eq!(side("@other", Language::Fr), Some("l’autre côté"));
        assert_eq!(side("@tiers", Language::En), Some("third side"));
        assert_eq!(side("@holz", Language::De), None);
    }
}
