//! What the cursor steps over: graphemes, placeholders and line ends, and how wide each is.

use std::collections::BTreeMap;
use std::ops::Range;

use ratatui::buffer::CellWidth;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use crate::language::is_marker;

/// Stands on screen for a unit that is wider than the whole line, and at the end of a label that was cut.
const ELLIPSIS: &str = "…";

/// What is shown for a marker that has no label.
const UNNAMED: &str = "[?]";

/// Whether `character` stands alone, whatever marks stand beside it.
const fn stands_alone(character: char) -> bool {
    is_marker(character) || character == '\n'
}

/// The part of `text` in `range`; empty where the range does not fall on characters.
pub(super) fn part(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}

/// The unit that begins at the boundary `at`; empty at the end.
pub(super) fn unit_after(text: &str, at: usize) -> &str {
    // Two ASCII characters never join but as CR LF, and the text holds no CR.
    let mut ahead = text.as_bytes().iter().skip(at);
    if let (Some(first), Some(second)) = (ahead.next(), ahead.next())
        && first.is_ascii()
        && second.is_ascii()
    {
        return part(text, at..at.saturating_add(1));
    }
    let rest = part(text, at..text.len());
    match rest.chars().next() {
        Some(first) if stands_alone(first) => part(rest, 0..first.len_utf8()),
        Some(_) => {
            let cluster = rest.graphemes(true).next().unwrap_or_default();
            cluster
                .find(stands_alone)
                .map_or(cluster, |end| part(cluster, 0..end))
        }
        None => "",
    }
}

/// The unit that ends at the boundary `at`; empty at the beginning.
pub(super) fn unit_before(text: &str, at: usize) -> &str {
    let before = part(text, 0..at);
    let mut behind = before.bytes().rev();
    if let (Some(last), Some(second_last)) = (behind.next(), behind.next())
        && last.is_ascii()
        && second_last.is_ascii()
    {
        return part(text, at.saturating_sub(1)..at);
    }
    match before.chars().next_back() {
        Some(last) if stands_alone(last) => part(before, at - last.len_utf8()..at),
        Some(_) => {
            let start = GraphemeCursor::new(at, text.len(), true)
                .prev_boundary(text, 0)
                .ok()
                .flatten()
                .unwrap_or(0);
            let cluster = part(text, start..at);
            // A cluster that takes in a placeholder with the marks behind it is cut after the placeholder.
            let cut = cluster
                .char_indices()
                .rfind(|(_, character)| stands_alone(*character))
                .map_or(0, |(index, character)| index + character.len_utf8());
            part(cluster, cut..cluster.len())
        }
        None => "",
    }
}

/// Whether the cursor may stand at `at`.
pub(super) fn is_boundary(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else {
        return false;
    };
    let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else {
        return true;
    };
    stands_alone(last)
        || stands_alone(first)
        || GraphemeCursor::new(at, text.len(), true)
            .is_boundary(text, 0)
            .unwrap_or(true)
}

/// The first boundary at or after `at`.
pub(super) fn boundary_from(text: &str, at: usize) -> usize {
    (at..text.len())
        .find(|&offset| is_boundary(text, offset))
        .unwrap_or(text.len())
}

/// The units of `text` from the boundary `start`, each with its offset.
pub(super) fn units(text: &str, start: usize) -> impl Iterator<Item = (usize, &str)> {
    let mut at = start;
    std::iter::from_fn(move || {
        let unit = unit_after(text, at);
        let offset = at;
        at = at.saturating_add(unit.len());
        (!unit.is_empty()).then_some((offset, unit))
    })
}

/// Whether a unit belongs to a word; all else separates words.
pub(super) fn is_word(unit: &str) -> bool {
    unit.chars()
        .next()
        .is_some_and(|first| first.is_alphanumeric() || is_marker(first))
}

/// What placeholders look like on the screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Labels(BTreeMap<char, String>);

impl Labels {
    /// Labels without control characters, which would upset the screen.
    pub(super) fn new(labels: impl IntoIterator<Item = (char, String)>) -> Self {
        let clean = |label: String| label.replace(char::is_control, " ");
        Self(
            labels
                .into_iter()
                .map(|(marker, label)| (marker, clean(label)))
                .collect(),
        )
    }

    /// What a unit is drawn as where there is room.
    fn whole<'a>(&'a self, unit: &'a str) -> &'a str {
        match unit.chars().next() {
            Some(marker) if is_marker(marker) => {
                self.0.get(&marker).map_or(UNNAMED, String::as_str)
            }
            _ => unit,
        }
    }

    /// How many cells a unit fills on a line of `width` cells.
    pub(super) fn cells(&self, unit: &str, width: usize) -> usize {
        let cells = text_cells(self.whole(unit));
        if cells <= width {
            return cells;
        }
        let (text, ellipsis) = self.shown(unit, width);
        text_cells(text) + text_cells(ellipsis)
    }

    /// What is drawn for a unit on a line of `width` cells, and the ellipsis behind it if it had to be cut.
    pub(super) fn shown<'a>(&'a self, unit: &'a str, width: usize) -> (&'a str, &'static str) {
        let whole = self.whole(unit);
        if text_cells(whole) <= width {
            return (whole, "");
        }
        let mut room = width.saturating_sub(1);
        let mut fits = |grapheme: &str| {
            room.checked_sub(grapheme_cells(grapheme))
                .inspect(|left| room = *left)
                .is_some()
        };
        let end: usize = whole
            .graphemes(true)
            .map_while(|grapheme| fits(grapheme).then_some(grapheme.len()))
            .sum();
        (part(whole, 0..end), ELLIPSIS)
    }
}

fn text_cells(text: &str) -> usize {
    if let [byte] = text.as_bytes() {
        return usize::from(!byte.is_ascii_control());
    }
    text.graphemes(true).map(grapheme_cells).sum()
}

/// How many cells a grapheme fills, as the screen's buffer counts them.
fn grapheme_cells(grapheme: &str) -> usize {
    if grapheme.contains(char::is_control) {
        return 0;
    }
    usize::from(grapheme.cell_width())
}
