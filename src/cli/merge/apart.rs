//! Placeholders of two protocols that may stand for the same: naming them, and asking about them.

use crate::anonymise::{SlotKey, SlotKind};
use crate::cli::asking;
use crate::cli::console::Console;
use crate::cli::ending::Ending;
use crate::cli::values::ValueFault;
use crate::i18n::{Text, Value, Words};
use crate::language::Language;
use crate::operations::merge::{Apart, Prepared};

/// Names the placeholders of the other protocol that may stand for the same as one of this session.
pub(super) fn name(prepared: &Prepared, console: &mut Console<'_>) {
    let language = prepared.session().header.language;
    let mut lines = Vec::new();
    for apart in prepared.apart() {
        lines.push(
            console
                .words
                .text_with(Text::MergeApart, &values(&apart, language, &console.words)),
        );
    }
    if !lines.is_empty() {
        lines.push(console.words.text(Text::MergeApartHint).into_owned());
    }
    for line in lines {
        console.say(&line);
    }
}

/// Asks of each which it is, and joins it; an answer that names none is asked for again.
pub(super) fn ask(prepared: &mut Prepared, console: &mut Console<'_>) -> Result<(), Ending> {
    let language = prepared.session().header.language;
    let asked: Vec<SlotKey> = prepared.apart().iter().map(|apart| apart.slot).collect();
    for slot in asked {
        // Whatever another one went into is not offered again.
        let apart = prepared
            .apart()
            .into_iter()
            .find(|apart| apart.slot == slot);
        let Some(apart) = apart else { continue };
        let question = console
            .words
            .text_with(Text::MergeWhich, &values(&apart, language, &console.words));
        if let Some(into) = answer(&question, &apart, console)? {
            // What is offered can be joined.
            let _ = prepared.join(slot, into);
        }
    }
    Ok(())
}

/// The placeholder whose number is answered; nothing if nothing is.
fn answer(
    question: &str,
    apart: &Apart,
    console: &mut Console<'_>,
) -> Result<Option<SlotKey>, Ending> {
    loop {
        let answer = asking::line(question, console)?;
        let answer = answer.trim();
        if answer.is_empty() {
            return Ok(None);
        }
        let mut offered = apart.maybe.iter();
        let chosen = offered.find(|slot| Ok(slot.number) == answer.parse());
        if let Some(slot) = chosen {
            return Ok(Some(*slot));
        }
    }
}

fn values(apart: &Apart, language: Language, words: &Words) -> [(&'static str, Value<'static>); 3] {
    let notes: Vec<String> = apart.notes.iter().map(ToString::to_string).collect();
    let notes = if notes.is_empty() {
        words.text(Text::MergeNoNote).into_owned()
    } else {
        notes.join(", ")
    };
    let maybe: Vec<String> = apart
        .maybe
        .iter()
        .map(|slot| slot.placeholder(language))
        .collect();
    [
        ("slot", Value::from(apart.slot.placeholder(language))),
        ("notes", Value::from(notes)),
        ("maybe", Value::from(maybe.join(", "))),
    ]
}

/// Reads two placeholders, such as `Person 4=Person 1`.
pub(super) fn pair(text: &str) -> Result<(SlotKey, SlotKey), ValueFault> {
    let (from, into) = text.split_once('=').ok_or(ValueFault::Pair)?;
    placeholder(from)
        .zip(placeholder(into))
        .ok_or(ValueFault::Pair)
}

/// Reads a placeholder in whatever language, with or without its brackets.
fn placeholder(text: &str) -> Option<SlotKey> {
    let text = text.trim().trim_start_matches('[').trim_end_matches(']');
    let (word, number) = text.rsplit_once(' ')?;
    let number = number.parse().ok()?;
    let is_called = |kind: &SlotKind| {
        Language::ALL
            .map(|language| kind.word(language))
            .contains(&word)
    };
    let kind = SlotKind::ALL.into_iter().find(is_called)?;
    Some(SlotKey { kind, number })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_to_be_joined_are_read_as_they_stand_in_any_language() {
        let person = |number| SlotKey {
            kind: SlotKind::Person,
            number,
        };
        let both = Ok((person(4), person(1)));
        assert_eq!(pair("Person 4=Person 1"), both);
        assert_eq!(pair("[Personne 4] = [Person 1]"), both);
        for wrong in ["Person 4", "4=1", "Person=Person 1", "Anna 4=Person 1"] {
            assert!(pair(wrong).is_err(), "{wrong}");
        }
    }
}
