//! What in texts and studies may point to somebody without naming them: the rules W1 to W9.
//!
//! A warning keeps nothing back. It says where somebody should look, and what could stand there instead. Each rule has
//! its file: those over one text give places in it, those over the study name cases and groups. Keeps out: words for
//! the user, and names, which are the business of the search for names.

mod alike;
mod figure;
mod gender;
mod place;
mod quote;
mod single;
mod terms;
mod third;
mod unique;

use std::ops::Range;

use crate::language::Language;

pub use alike::{Alike, alike};
pub use quote::foreign_quotes;
pub use single::single_interviewees;

/// Something in a text that may point to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Concern {
    /// A town (W1).
    Town,
    /// A region or a river (W1).
    Region,
    /// The short form of a name (W1).
    Acronym,
    /// An exact year (W2); the decade could stand there.
    Year {
        /// The first year of the decade.
        decade: u16,
    },
    /// An exact number of members (W2); a band could stand there.
    Members(Size),
    /// An exact sum of money (W2); how many digits it has could stand there.
    Money {
        /// How many digits the sum has.
        digits: usize,
    },
    /// The only one, the first, the largest (W3).
    Unique,
    /// The gender of a person (W4).
    Gender,
    /// A quote in another language than most of the session (W5).
    ForeignQuote(Language),
    /// A function with its place, which names who holds it (W6).
    ThirdPerson,
}

/// How many members there are, in bands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// Under 50.
    Small,
    /// From 50 to 199.
    Medium,
    /// 200 and more.
    Large,
}

/// A place in a text that may point to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// What it is.
    pub concern: Concern,
}

impl Concern {
    /// The rule, as reports name it.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::Town | Self::Region | Self::Acronym => "W1",
            Self::Year { .. } | Self::Members(_) | Self::Money { .. } => "W2",
            Self::Unique => "W3",
            Self::Gender => "W4",
            Self::ForeignQuote(_) => "W5",
            Self::ThirdPerson => "W6",
        }
    }

    /// The word for it in data files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Town => "town",
            Self::Region => "region",
            Self::Acronym => "acronym",
            Self::Year { .. } => "year",
            Self::Members(_) => "members",
            Self::Money { .. } => "money",
            Self::Unique => "unique",
            Self::Gender => "gender",
            Self::ForeignQuote(_) => "foreign_quote",
            Self::ThirdPerson => "third_person",
        }
    }
}

impl Size {
    /// The band of a number.
    pub const fn of(members: u64) -> Self {
        match members {
            0..50 => Self::Small,
            50..200 => Self::Medium,
            _ => Self::Large,
        }
    }

    /// The word for it in data files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
        }
    }
}

/// Everything in one text that may point to somebody (W1 to W4 and W6), in its order.
pub fn warnings(text: &str, language: Language) -> Vec<Warning> {
    let terms = terms::terms(text);
    let mut found = place::find(text, &terms, language);
    found.extend(figure::find(text, &terms));
    found.extend(unique::find(&terms, language));
    found.extend(gender::find(&terms, language));
    found.extend(third::find(text, &terms));
    found.sort_by_key(|warning| (warning.span.start, warning.concern.rule()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn warnings_come_in_the_order_of_the_text() {
        let text = "seit 1998 der einzige Verband am Oberrhein mit 40 Mitgliedern";
        let rules: Vec<&str> = warnings(text, Language::De)
            .into_iter()
            .map(|warning| warning.concern.rule())
            .collect();
        assert_eq!(rules, ["W2", "W3", "W1", "W2"]);
    }

    #[test]
    fn an_ordinary_sentence_raises_none() {
        for (text, language) in [
            (
                "die Kammer brachte beide Seiten an einen Tisch",
                Language::De,
            ),
            ("la chambre a réuni les deux côtés", Language::Fr),
            ("the chamber brought both sides to one table", Language::En),
            (
                "[Person 1] und [Institution 2] tagen in [Ort 1]",
                Language::De,
            ),
        ] {
            assert_eq!(warnings(text, language), [], "{text}");
        }
    }
}
