//! Notes that both protocols have and that differ in what names gave way to alone.
//!
//! A name that became known after a merge was taken out of both protocols, each with a slot of its own; or out of one
//! alone, if the other lies on another machine. Either way it is one note, and the name stays out.

use std::cell::RefCell;

use crate::anonymise::{CleanText, SlotKey};
use crate::language::Language;

/// How many words a name has at most that stands where the other text has a placeholder.
const MOST_WORDS: usize = 8;

/// The slots that stand in the same places of two texts which are the same otherwise: the other's, and ours.
pub(super) fn same_slots(
    (theirs, of_theirs): (&CleanText, Language),
    (ours, of_ours): (&CleanText, Language),
) -> Vec<(SlotKey, SlotKey)> {
    let (theirs, their_slots) = without_numbers(theirs, of_theirs, of_ours);
    let (ours, our_slots) = without_numbers(ours, of_ours, of_ours);
    if theirs == ours {
        their_slots.into_iter().zip(our_slots).collect()
    } else {
        Vec::new()
    }
}

/// Whether a text has a few words wherever another one has a placeholder, and is the same otherwise.
pub(super) fn is_with_names(with_names: &CleanText, other: &CleanText, language: Language) -> bool {
    let (other, slots) = without_numbers(other, language, language);
    let mut pieces = Vec::new();
    let mut rest = other.as_str();
    for slot in &slots {
        let placeholder = unnumbered(*slot).placeholder(language);
        let Some((piece, behind)) = rest.split_once(&placeholder) else {
            return false;
        };
        pieces.push(piece);
        rest = behind;
    }
    !slots.is_empty() && fits(&pieces, rest, with_names.as_str())
}

/// Whether a text consists of pieces with a few words behind each, and an end.
fn fits(pieces: &[&str], end: &str, text: &str) -> bool {
    let Some((piece, later)) = pieces.split_first() else {
        return text == end;
    };
    let Some(behind) = text.strip_prefix(piece) else {
        return false;
    };
    let next = later.first().copied().unwrap_or(end);
    let mut places = behind
        .char_indices()
        .map(|(at, _)| at)
        .skip(1)
        .chain([behind.len()]);
    places.any(|at| {
        let (name, rest) = behind.split_at_checked(at).unwrap_or((behind, ""));
        is_short(name) && rest.starts_with(next) && fits(later, end, rest)
    })
}

fn is_short(name: &str) -> bool {
    !name.contains('\n') && name.split_whitespace().count() <= MOST_WORDS
}

/// A text whose placeholders have no numbers, and the slots that they named.
fn without_numbers(text: &CleanText, from: Language, into: Language) -> (CleanText, Vec<SlotKey>) {
    let slots = RefCell::new(Vec::new());
    let text = text.with_slots(from, into, |slot| {
        slots.borrow_mut().push(slot);
        Some(unnumbered(slot))
    });
    (text, slots.into_inner())
}

const fn unnumbered(slot: SlotKey) -> SlotKey {
    SlotKey { number: 0, ..slot }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(text: &str) -> CleanText {
        CleanText::from_stored(text.to_owned())
    }

    #[test]
    fn a_text_with_names_is_told_from_another_text() {
        let ours = clean("von [Person 1] aus [Ort 2], dann mehr");
        for (theirs, is_same) in [
            ("von Anna Zwygart aus St. Gallen, dann mehr", true),
            ("von [Person 7] aus Lahr, dann mehr", true),
            ("von  aus Lahr, dann mehr", false),
            ("von Anna aus Lahr, dann weniger", false),
            ("von a b c d e f g h i aus Lahr, dann mehr", false),
        ] {
            let found = is_with_names(&clean(theirs), &ours, Language::De);
            assert_eq!(found, is_same, "{theirs}");
        }
        let plain = clean("dann mehr");
        assert!(!is_with_names(&plain, &plain, Language::De));
    }

    #[test]
    fn slots_in_the_same_places_are_the_same() {
        let (theirs, ours) = (
            clean("[Personne 3] et [Lieu 1]"),
            clean("[Person 1] et [Ort 4]"),
        );
        let same = same_slots((&theirs, Language::Fr), (&ours, Language::De));
        let numbers: Vec<(u32, u32)> = same
            .iter()
            .map(|(theirs, ours)| (theirs.number, ours.number))
            .collect();
        assert_eq!(numbers, [(3, 1), (1, 4)]);
        let other = clean("[Person 1] oder [Ort 4]");
        assert!(same_slots((&theirs, Language::Fr), (&other, Language::De)).is_empty());
    }
}
