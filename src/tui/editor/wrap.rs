//! Where the rows of a text begin, when it is wrapped softly to a width.
//!
//! A row begins where the one before ends, so that the starts alone say it all, and the rows joined are the text.
//! An edit wraps anew only from the row before it to where the old rows fall in again: typing in a long note touches
//! two or three rows.

use std::ops::Range;

use super::units::{Labels, units};

/// The rows of one text at one width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rows {
    /// Cells of a row.
    width: usize,
    /// Byte offsets at which rows begin; the first is 0.
    starts: Vec<usize>,
}

impl Rows {
    /// Wraps the whole `text` to `width` cells; no width counts as one cell.
    pub(super) fn new(text: &str, labels: &Labels, width: usize) -> Self {
        let mut rows = Self {
            width: width.max(1),
            starts: vec![0],
        };
        let mut start = 0;
        while let Some(next) = next_row(text, labels, rows.width, start) {
            rows.starts.push(next);
            start = next;
        }
        rows
    }

    /// Cells of a row, at least one.
    pub(super) const fn width(&self) -> usize {
        self.width
    }

    /// How many rows there are, at least one.
    pub(super) const fn count(&self) -> usize {
        self.starts.len()
    }

    /// The bytes of row `index`; for rows beyond the last, the empty end.
    pub(super) fn range(&self, index: usize, text: &str) -> Range<usize> {
        let start = self.starts.get(index).copied().unwrap_or(text.len());
        let end = self.starts.get(index.saturating_add(1)).copied();
        start..end.unwrap_or(text.len())
    }

    /// The row in which `offset` stands; where one row ends and the next begins, the next.
    pub(super) fn row_of(&self, offset: usize) -> usize {
        self.starts
            .partition_point(|&start| start <= offset)
            .saturating_sub(1)
    }

    /// Follows an edit that put `inserted` bytes in the place of `removed` bytes at `at`; `text` is the edited text.
    pub(super) fn edited(
        &mut self,
        text: &str,
        labels: &Labels,
        at: usize,
        removed: usize,
        inserted: usize,
    ) {
        // Where a row ends depends on the first unit that found no room in it. If that unit's word moved down and
        // fills the next row, the unit is the first of the row after: so an edit reaches back two rows and no further.
        let behind = self.starts.partition_point(|&start| start < at);
        let first = behind.saturating_sub(3);
        let mut start = self.starts.get(first).copied().unwrap_or(0);
        let mut fresh = Vec::new();
        let mut kept = self.starts.len();
        while let Some(next) = next_row(text, labels, self.width, start) {
            if next >= at + inserted
                && let Ok(same) = self.starts.binary_search(&(next - inserted + removed))
                && same > first
            {
                kept = same;
                break;
            }
            fresh.push(next);
            start = next;
        }
        for old in self.starts.iter_mut().skip(kept) {
            *old = *old - removed + inserted;
        }
        self.starts.splice(first + 1..kept, fresh);
    }
}

/// Where the row after the one at `start` begins; nothing if the row is the last.
fn next_row(text: &str, labels: &Labels, width: usize, start: usize) -> Option<usize> {
    // The last column is left for the cursor behind the last word, and for one blank.
    let room = width.saturating_sub(1).max(1);
    let mut used = 0_usize;
    let mut last_break = None;
    let mut before = "";
    for (at, unit) in units(text, start) {
        if unit == "\n" {
            return Some(at + 1);
        }
        if at > start && may_break(before, unit) {
            last_break = Some(at);
        }
        let cells = labels.cells(unit, width);
        let limit = if at == start || is_blank(unit) {
            width
        } else {
            room
        };
        if used + cells > limit {
            return Some(last_break.unwrap_or(at));
        }
        used += cells;
        before = unit;
    }
    None
}

/// Whether a row may end between two units.
pub(super) fn may_break(before: &str, after: &str) -> bool {
    let (Some(left), Some(right)) = (before.chars().next(), after.chars().next()) else {
        return false;
    };
    if is_blank(before) || left == '\u{200B}' {
        return true;
    }
    if is_blank(after) || is_glue(left) || is_glue(right) {
        return false;
    }
    if is_ideographic(left) || is_ideographic(right) {
        return !is_opening(left) && !is_closing(right);
    }
    matches!(left, '-' | '\u{2010}' | '\u{2013}' | '\u{2014}') && right.is_alphanumeric()
}

/// Whether a unit is a space at which a row may end.
fn is_blank(unit: &str) -> bool {
    unit.chars()
        .next()
        .is_some_and(|first| first.is_whitespace() && !is_glue(first) && first != '\n')
}

/// Whether a character holds its neighbours together.
const fn is_glue(character: char) -> bool {
    matches!(
        character,
        '\u{00A0}' | '\u{202F}' | '\u{2007}' | '\u{2011}' | '\u{2060}' | '\u{FEFF}'
    )
}

/// Whether a character is of a script that is written without spaces and may break anywhere.
const fn is_ideographic(character: char) -> bool {
    matches!(
        character,
        '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}'
            | '\u{FE30}'..='\u{FE4F}' | '\u{FF01}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFD}'
    )
}

/// Whether a character must not end a row.
fn is_opening(character: char) -> bool {
    "([{«‹“‘„‚（［｛「『【〔〈《".contains(character)
}

/// Whether a character must not begin a row.
fn is_closing(character: char) -> bool {
    ")]}»›”’.,;:!?、。，．・：；？！）］｝」』】〕〉》ーゝゞ々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
        .contains(character)
}
