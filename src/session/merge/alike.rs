//! Notes that both protocols have and that differ in what names gave way to alone.
//!
//! A name that became known after a merge was taken out of both protocols, each with a slot of its own; or out of one
//! alone, if the other lies on another machine. Either way it is one note, and the name stays out. What was merely written
//! anew is no such note: nothing gives way to it.

use std::collections::BTreeSet;

use crate::anonymise::{CleanText, LONGEST_NAME, SlotKey};
use crate::language::Language;
use crate::session::same_slots::{unnumbered, without_numbers};
use crate::session::{LogEntry, Session};

/// In how many ways a text may be read with names in places of placeholders. One that can be read in more is told by none
/// of them.
const MOST_WAYS: usize = 64;

/// Which of two versions of a text gives way to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GivesWay {
    /// Neither: they say the same, or something else.
    Neither,
    /// Ours has a name that was taken out of theirs.
    Ours,
    /// Theirs has a name that was taken out of ours.
    Theirs,
}

/// Whether a name was taken out of a protocol backwards, for which this slot stands in it.
pub(super) fn took_out(session: &Session, slot: SlotKey) -> bool {
    let was_purged = |entry: &LogEntry| matches!(entry, LogEntry::Purged(_));
    // A purge that took out several names says one of them; each was found.
    let says = |entry: &LogEntry| match entry {
        LogEntry::Purged(purged) => *purged == slot,
        LogEntry::Finding { slot: found, .. } => *found == slot,
        _ => false,
    };
    session.log.iter().any(was_purged) && session.log.iter().any(says)
}

/// Whether a text has a name wherever another one has a placeholder, and is the same otherwise; `is_name` says whether
/// words can be the name that a slot stands for.
pub(super) fn is_with_names(
    with_names: &CleanText,
    other: &CleanText,
    language: Language,
    is_name: &dyn Fn(SlotKey, &str) -> bool,
) -> bool {
    let (other, slots) = without_numbers(other, language, language);
    let text = with_names.as_str();
    let mut pieces = pieces_around(other.as_str(), &slots, language).into_iter();
    let first = pieces.next().unwrap_or_default();
    // How far the text may be read.
    let mut read: BTreeSet<usize> = begin_behind(text, 0, first).into_iter().collect();
    for (slot, piece) in slots.iter().zip(pieces) {
        let placeholder = unnumbered(*slot).placeholder(language);
        let stands = |name: &str| is_any_of_kind(name, &placeholder) || is_name(*slot, name);
        read = read
            .iter()
            .flat_map(|begin| begins_behind_names(text, *begin, piece, stands))
            .collect();
        if read.len() > MOST_WAYS {
            return false;
        }
    }
    !slots.is_empty() && read.contains(&text.len())
}

/// The pieces of a text around the placeholders that it has, which have no numbers.
fn pieces_around<'text>(
    text: &'text str,
    slots: &[SlotKey],
    language: Language,
) -> Vec<&'text str> {
    let mut rest = text;
    let mut pieces = Vec::with_capacity(slots.len() + 1);
    for slot in slots {
        let placeholder = unnumbered(*slot).placeholder(language);
        let Some((piece, behind)) = rest.split_once(&placeholder) else {
            break;
        };
        pieces.push(piece);
        rest = behind;
    }
    pieces.push(rest);
    pieces
}

/// Where a text goes on behind a piece that stands at this place.
fn begin_behind(text: &str, at: usize, piece: &str) -> Option<usize> {
    text.get(at..)?
        .starts_with(piece)
        .then_some(at + piece.len())
}

/// Whether a text is a placeholder of the same kind as one without a number, whatever its number: in the same place of the
/// same note it stands for the same.
fn is_any_of_kind(text: &str, unnumbered: &str) -> bool {
    let Some((before, behind)) = unnumbered.split_once('0') else {
        return false;
    };
    let number = text
        .strip_prefix(before)
        .and_then(|rest| rest.strip_suffix(behind));
    number.is_some_and(|number| number.parse::<u32>().is_ok())
}

/// Where a text goes on behind a piece which stands behind a name that begins at this place.
fn begins_behind_names(
    text: &str,
    begin: usize,
    piece: &str,
    is_name: impl Fn(&str) -> bool,
) -> Vec<usize> {
    let rest = text.get(begin..).unwrap_or_default();
    let characters = rest.char_indices().take(LONGEST_NAME);
    let ends = characters.map(|(at, character)| at + character.len_utf8());
    let found = ends.filter_map(|end| {
        let behind = begin_behind(rest, end, piece)?;
        rest.get(..end).filter(|name| is_name(name))?;
        Some(begin + behind)
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::may_be_name;

    fn clean(text: &str) -> CleanText {
        CleanText::from_stored(text.to_owned())
    }

    fn is_name(slot: SlotKey, words: &str) -> bool {
        may_be_name(slot.kind, words)
    }

    #[test]
    fn a_text_with_names_is_told_from_another_text() {
        let ours = clean("von [Person 1] aus [Ort 2], dann mehr");
        for (theirs, is_same) in [
            ("von Anna Zwygart aus St. Gallen, dann mehr", true),
            ("von zwygart aus Lahr, dann mehr", true),
            ("von der Firma aus Lahr, dann mehr", false),
            ("von [Person 7] aus Lahr, dann mehr", true),
            ("von ihr aus Lahr, dann mehr", false),
            ("von  aus Lahr, dann mehr", false),
            ("von Anna aus Lahr, dann weniger", false),
            ("von Anna und noch anderen aus Lahr, dann mehr", false),
        ] {
            let found = is_with_names(&clean(theirs), &ours, Language::De, &is_name);
            assert_eq!(found, is_same, "{theirs}");
        }
        let plain = clean("dann mehr");
        assert!(!is_with_names(&plain, &plain, Language::De, &is_name));
        // A name of which nobody knows that it was taken out.
        let never = |_: SlotKey, _: &str| false;
        let theirs = clean("von Anna aus Lahr, dann mehr");
        assert!(!is_with_names(&theirs, &ours, Language::De, &never));
    }

    #[test]
    fn a_long_text_is_compared_in_no_time() {
        let ours = clean(&"[Person 1] und ".repeat(3_000));
        let theirs = clean(&"Zwygart und ".repeat(30_000));
        assert!(!is_with_names(&theirs, &ours, Language::De, &is_name));
    }
}
