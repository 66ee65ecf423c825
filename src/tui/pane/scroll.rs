//! What of many rows is seen, and the signs that say there is more above or below.

use std::fmt::Write;

use ratatui::text::Line;

use super::text::{TextView, styled};
use super::theme;

/// A stretch of rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The rows that are seen.
    pub lines: Vec<Line<'static>>,
    /// How many there are above them.
    pub above: usize,
    /// How many there are below them.
    pub below: usize,
}

impl Seen {
    /// The rows from `first` on that `height` has room for; no further than the last fills the room.
    pub fn from(first: usize, lines: Vec<Line<'static>>, height: usize) -> Self {
        let count = lines.len();
        let above = first.min(count.saturating_sub(height));
        let lines: Vec<_> = lines.into_iter().skip(above).take(height).collect();
        Self {
            below: count - above - lines.len(),
            lines,
            above,
        }
    }

    /// The rows below a head that are seen of so many: `lines` are head and seen rows, the first of which is `first`.
    pub fn part(lines: Vec<Line<'static>>, first: usize, seen: usize, count: usize) -> Self {
        Self {
            lines,
            above: first,
            below: count.saturating_sub(first + seen),
        }
    }

    /// Entries of one or more rows, scrolled so that the chosen one is seen whole in the middle, or else its beginning.
    pub fn around(
        entries: impl IntoIterator<Item = Vec<Line<'static>>>,
        chosen: usize,
        height: usize,
    ) -> Self {
        let mut lines = Vec::new();
        let mut place = 0..0;
        for (index, entry) in entries.into_iter().enumerate() {
            let from = lines.len();
            lines.extend(entry);
            if index == chosen {
                place = from..lines.len();
            }
        }
        let above = height.saturating_sub(place.len()) / 2;
        Self::from(place.start.saturating_sub(above), lines, height)
    }

    /// The rows in a frame that says where there is more.
    pub fn framed(self, title: impl Into<Line<'static>>) -> TextView {
        TextView {
            foot: signs(self.above > 0, self.below),
            ..TextView::framed(title, self.lines)
        }
    }
}

/// The first row that is seen of so many: the chosen one stands in the middle while there are more on both sides.
pub fn first(chosen: usize, count: usize, height: usize) -> usize {
    chosen
        .saturating_sub(height / 2)
        .min(count.saturating_sub(height))
}

/// How far many rows can be scrolled in a room of so many.
pub const fn most(count: usize, height: usize) -> usize {
    count.saturating_sub(height)
}

/// The signs for rows above, and for so many below; nothing if there are none.
pub fn signs(is_above: bool, below: usize) -> Option<Line<'static>> {
    let sign = match (is_above, below) {
        (false, 0) => return None,
        (true, 0) => " ↑ ".to_owned(),
        (false, below) => format!(" ↓ {below} "),
        (true, below) => format!(" ↑ ↓ {below} "),
    };
    Some(Line::from(styled(sign, theme::KEY)))
}

/// The signs for so many columns at the left and at the right, before those for rows.
pub fn signs_around(
    left: usize,
    right: usize,
    rows: Option<Line<'static>>,
) -> Option<Line<'static>> {
    let mut said = String::new();
    for (sign, count) in [("◂", left), ("▸", right)] {
        if count > 0 {
            let _ = write!(said, " {sign} {count}");
        }
    }
    if said.is_empty() {
        return rows;
    }
    let behind = rows.map_or_else(|| " ".to_owned(), |rows| rows.to_string());
    Some(Line::from(styled(format!("{said}{behind}"), theme::KEY)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(count: usize) -> Vec<Line<'static>> {
        (0..count).map(|row| Line::from(row.to_string())).collect()
    }

    #[test]
    fn nothing_scrolls_past_the_end() {
        let seen = Seen::from(99, rows(12), 5);
        assert_eq!((seen.above, seen.lines.len(), seen.below), (7, 5, 0));
        let seen = Seen::from(3, rows(12), 5);
        assert_eq!((seen.above, seen.lines.len(), seen.below), (3, 5, 4));
        assert_eq!(Seen::from(3, rows(2), 5).lines.len(), 2);
    }

    #[test]
    fn the_chosen_entry_is_seen_whole_or_its_beginning() {
        let entries = || (0..6).map(|_| rows(3));
        let seen = Seen::around(entries(), 3, 5);
        assert_eq!((seen.above, seen.below), (8, 5));
        assert_eq!(Seen::around(entries(), 3, 2).above, 9);
        assert_eq!(Seen::around(entries(), 0, 5).above, 0);
        assert_eq!(Seen::around(entries(), 5, 5).above, 13);
    }

    #[test]
    fn what_comes_before_and_after_the_chosen_row_is_seen() {
        let firsts: Vec<usize> = (0..10).map(|chosen| first(chosen, 10, 5)).collect();
        assert_eq!(firsts, [0, 0, 0, 1, 2, 3, 4, 5, 5, 5]);
        assert_eq!(first(3, 4, 5), 0);
    }

    #[test]
    fn the_signs_say_where_there_is_more() {
        assert_eq!(signs(false, 0), None);
        assert_eq!(signs(true, 4).unwrap().to_string(), " ↑ ↓ 4 ");
        let around = |left, right, below| signs_around(left, right, signs(false, below));
        assert_eq!(around(0, 0, 4), signs(false, 4));
        assert_eq!(around(0, 0, 0), None);
        assert_eq!(around(0, 3, 0).unwrap().to_string(), " ▸ 3 ");
        assert_eq!(around(2, 3, 4).unwrap().to_string(), " ◂ 2 ▸ 3 ↓ 4 ");
    }
}
