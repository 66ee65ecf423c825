//! Variables in texts: `{minutes}` and its like.

use std::ops::Range;

use crate::guide::{FaultKind, SURVEY_PREFIX, Trail, VARIABLES};

use super::Faults;
use super::texts::Passage;
use super::walk::Purpose;

pub(super) fn check(passage: Passage<'_>, at: &Trail<'_>, faults: &mut Faults) {
    for (within, brace) in braces(passage.text) {
        let kind = match brace {
            Brace::Variable(name) if is_known(name, passage.purpose) => continue,
            Brace::Variable(name) => FaultKind::UnknownVariable(name.to_owned()),
            Brace::Unclosed => FaultKind::UnclosedBrace,
            Brace::Unopened => FaultKind::UnopenedBrace,
        };
        faults.add_within(at, within, kind);
    }
}

/// Whether the program has something to put for a variable: always, or from the survey in a question that says so.
fn is_known(name: &str, purpose: Purpose<'_>) -> bool {
    let Purpose::Question(keys) = purpose else {
        return VARIABLES.contains(&name);
    };
    let mut from_survey = keys
        .iter()
        .filter_map(|key| key.strip_prefix(SURVEY_PREFIX));
    VARIABLES.contains(&name) || from_survey.any(|key| key == name)
}

/// What braces amount to.
#[derive(Debug, PartialEq, Eq)]
enum Brace<'text> {
    Variable(&'text str),
    Unclosed,
    Unopened,
}

/// The variables and stray braces of a text, each with its characters.
fn braces(text: &str) -> Vec<(Range<usize>, Brace<'_>)> {
    let mut found = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    for (index, (offset, c)) in text.char_indices().enumerate() {
        match (c, open) {
            ('{', before) => {
                if let Some((start, _)) = before {
                    found.push((start..start + 1, Brace::Unclosed));
                }
                open = Some((index, offset + 1));
            }
            ('}', Some((start, name))) => {
                let name = text.get(name..offset).unwrap_or_default();
                found.push((start..index + 1, Brace::Variable(name)));
                open = None;
            }
            ('}', None) => found.push((index..index + 1, Brace::Unopened)),
            _ => {}
        }
    }
    if let Some((start, _)) = open {
        found.push((start..start + 1, Brace::Unclosed));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_are_told_apart() {
        assert_eq!(braces("ä {minutes}"), [(2..11, Brace::Variable("minutes"))]);
        assert_eq!(braces("{}"), [(0..2, Brace::Variable(""))]);
        assert_eq!(
            braces("} {a {b} {"),
            [
                (0..1, Brace::Unopened),
                (2..3, Brace::Unclosed),
                (5..8, Brace::Variable("b")),
                (9..10, Brace::Unclosed),
            ]
        );
    }
}
