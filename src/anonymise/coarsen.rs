//! The next coarser step of something that points to somebody: a year becomes a decade, a number a band, an office a
//! class, a town its region; and the tokens with which one notes a side instead of a place.
//!
//! Keeps out: what is a name. A step is offered for what stands under the cursor; whoever types decides.

mod date;
mod number;
mod office;
mod place;

use std::ops::Range;

pub(super) use place::coarser as coarser_place;

use crate::language::{Language, is_marker, words};

/// What stands where something was left out.
const NOTHING: &str = "[…]";

/// A coarser text for a piece of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coarser {
    /// What it replaces, in bytes of the text.
    pub span: Range<usize>,
    /// What stands there instead.
    pub text: String,
    /// The region in it, if there is one: it is let through where it stands like this.
    pub region: Option<&'static str>,
}

impl Coarser {
    fn of(span: Range<usize>, text: impl Into<String>) -> Self {
        Self {
            span,
            text: text.into(),
            region: None,
        }
    }

    /// Nothing where something stood: the mark of an omission.
    fn nothing(span: Range<usize>) -> Self {
        Self::of(span, NOTHING)
    }
}

/// The next step for the word at a place of a text; nothing if there is none.
///
/// A date becomes its year, a year its decade, another number its band, an office its class, a town its region, and a
/// region nothing (`[…]`). What else is coarse already has no further step: striking it is a command of its own.
///
/// A region that `may_say` refuses is not named: its country is instead.
pub(super) fn coarser(
    text: &str,
    cursor: usize,
    language: Language,
    may_say: &dyn Fn(&str) -> bool,
) -> Option<Coarser> {
    let span = words(text)
        .filter(|word| word.start <= cursor)
        .last()
        .filter(|word| {
            text.get(word.end..cursor.max(word.end))
                .is_some_and(|gap| gap.chars().count() <= 1 && !gap.contains('\n'))
        })?;
    let word = text.get(span.clone())?;
    if word.chars().all(|digit| digit.is_ascii_digit()) {
        let date = date::at(text, &span).map(|date| date.coarser(text, language));
        return date.unwrap_or_else(|| number::coarser(text, &span, language));
    }
    let end = span.end;
    office::coarser(text, span, language).or_else(|| place::written(text, end, language, may_say))
}

/// The placeholder at a place of a draft: what the cursor stands behind, perhaps with one character between.
pub(super) fn marker_at(text: &str, cursor: usize) -> Option<(Range<usize>, char)> {
    let before = text.get(..cursor)?;
    let mut last = before.char_indices().rev();
    let (at, marker) = last
        .by_ref()
        .take(2)
        .find(|(_, character)| is_marker(*character) || character.is_alphanumeric())
        .filter(|(_, character)| is_marker(*character))?;
    Some((at..at + marker.len_utf8(), marker))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn step(text: &str, language: Language) -> Option<String> {
        let coarser = coarser(text, text.len(), language, &|_| true)?;
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
            ("der Bürgermeister", Language::De, "die Leitung"),
            (
                "mit dem Vorstandspräsidenten",
                Language::De,
                "mit der Leitung",
            ),
            ("die Assistentin", Language::De, "die Mitarbeit"),
            ("l’assistante", Language::Fr, "l’équipe"),
            ("le directeur", Language::Fr, "la direction"),
            ("Le maire", Language::Fr, "La direction"),
            ("avec la secrétaire", Language::Fr, "avec l’équipe"),
            ("du secrétaire", Language::Fr, "de l’équipe"),
            (
                "gegründet 1998",
                Language::De,
                "gegründet in den 1990er-Jahren",
            ),
            ("im Jahr 1998", Language::De, "in den 1990er-Jahren"),
            ("in 1998", Language::En, "in the 1990s"),
            ("en 1998", Language::Fr, "dans les années 1990"),
            ("l’année 1998", Language::Fr, "les années 1990"),
            ("am 12.03.2004", Language::De, "2004"),
            ("on 3/12/2004", Language::En, "in 2004"),
            ("le 12.3.2004", Language::Fr, "en 2004"),
            ("2004-03-12", Language::De, "2004"),
            ("Budget 450 000", Language::De, "Budget über 5000"),
            ("Budget 450'000", Language::De, "Budget über 5000"),
            ("budget 1,200", Language::En, "budget 1000–4999"),
            ("1.200", Language::De, "1000–4999"),
        ] {
            assert_eq!(step(text, language).as_deref(), Some(coarse), "{text}");
        }
    }

    #[test]
    fn what_is_coarse_or_no_such_thing_stays() {
        for text in [
            "100–199",
            "das Netzwerk",
            "",
            "12:30",
            "1.  ",
            "unter 10",
            "über 5000",
            "4,5",
            "3.25",
            "Art. 12.3",
        ] {
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
