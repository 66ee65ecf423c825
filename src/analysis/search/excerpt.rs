//! What of a text is shown around what was found in it.

use std::ops::Range;

/// A stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt<'text> {
    /// Whether text stands before it that is not shown.
    pub is_cut_before: bool,
    /// The stretch in pieces, each with whether it was looked for.
    pub pieces: Vec<(&'text str, bool)>,
    /// Whether text stands behind it that is not shown.
    pub is_cut_behind: bool,
}

/// So many characters of a text before what was found first, and so many behind it. Places are in bytes and in order.
pub fn excerpt<'text>(
    text: &'text str,
    places: &[Range<usize>],
    before: usize,
    behind: usize,
) -> Excerpt<'text> {
    let first = places.first().map_or(0..0, Clone::clone);
    let head = text.get(..first.start).unwrap_or_default();
    let starts = head.char_indices().rev().map(|(at, _)| at);
    let start = std::iter::once(first.start)
        .chain(starts)
        .nth(before)
        .unwrap_or(0);
    let tail = text.get(first.end..).unwrap_or_default();
    let end = tail
        .char_indices()
        .nth(behind)
        .map_or(text.len(), |(at, _)| first.end + at);
    let mut pieces = Vec::new();
    let mut add = |range: Range<usize>, is_found| {
        let piece = text.get(range).unwrap_or_default();
        if !piece.is_empty() {
            pieces.push((piece, is_found));
        }
    };
    let mut at = start;
    for place in places {
        if place.start < at || place.end > end {
            continue;
        }
        add(at..place.start, false);
        add(place.clone(), true);
        at = place.end;
    }
    add(at..end, false);
    Excerpt {
        is_cut_before: start > 0,
        pieces,
        is_cut_behind: end < text.len(),
    }
}

#[cfg(test)]
mod tests {
    use std::slice;

    use super::*;

    #[test]
    fn what_was_found_first_is_shown_with_what_stands_around_it() {
        let found = excerpt(
            "vor der Grenze und dahinter",
            slice::from_ref(&(8..14)),
            4,
            4,
        );
        assert_eq!(
            found.pieces,
            [("der ", false), ("Grenze", true), (" und", false)]
        );
        assert!(found.is_cut_before && found.is_cut_behind);
    }

    #[test]
    fn a_short_text_is_shown_whole() {
        let found = excerpt("Größe über alles", slice::from_ref(&(0..7)), 100, 100);
        assert_eq!(found.pieces, [("Größe", true), (" über alles", false)]);
        assert!(!found.is_cut_before && !found.is_cut_behind);
        let none = excerpt("Größe", &[], 0, 3);
        assert_eq!(none.pieces, [("Grö", false)]);
        assert!(!none.is_cut_before && none.is_cut_behind);
    }

    #[test]
    fn places_that_lie_on_another_are_passed_over() {
        let found = excerpt("kleine Betriebe", &[0..15, 7..15], 5, 5);
        assert_eq!(found.pieces, [("kleine Betriebe", true)]);
    }
}
