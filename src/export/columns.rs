//! Columns of text: each as wide as its widest cell, two spaces between. Where a line has not so much room, cells are
//! wrapped, and what does not fit even then stands in further tables below, with the first column again.

use super::visible;
use crate::language::{width, wrap};

/// What stands between two columns.
const GAP: usize = 2;

/// How much room a cell takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Extent {
    /// In one line.
    whole: usize,
    /// Without breaking a word, nor parting the first one from the blanks before it.
    wrapped: usize,
}

impl Extent {
    /// The extent of a cell, as it is shown.
    pub fn of(cell: &str) -> Self {
        let shown = visible(cell).replace('\n', " ");
        let blanks = width(&shown) - width(shown.trim_start_matches(' '));
        let mut words = shown.split(' ').filter(|word| !word.is_empty());
        let first = blanks + words.next().map_or(0, width);
        Self {
            whole: width(&shown),
            wrapped: words.map(width).max().unwrap_or(0).max(first),
        }
    }

    /// What holds both.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Self {
            whole: self.whole.max(other.whole),
            wrapped: self.wrapped.max(other.wrapped),
        }
    }
}

/// What a column is not made narrower than, if its cells are wider.
const NARROWEST: usize = 8;

/// Columns of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    /// The place of each column in the row, and how wide it is.
    columns: Vec<(usize, usize)>,
}

/// The tables, one below the other, for columns whose widest cells take so much, in lines that have so much room; in lines
/// without an end if nothing limits them.
pub fn fitted(extents: &[Extent], room: Option<usize>) -> Vec<Columns> {
    let widest: Vec<usize> = extents.iter().map(|extent| extent.whole).collect();
    let whole: Vec<(usize, usize)> = widest.iter().copied().enumerate().collect();
    let Some(room) = room.filter(|room| needed(&whole) > *room) else {
        return vec![Columns { columns: whole }];
    };
    // A word is broken only where it would take half of the line.
    let narrow = |(place, wide): (usize, usize)| {
        let words = extents.get(place).map_or(0, |extent| extent.wrapped);
        (place, wide.min(words.min(room / 2).max(NARROWEST)))
    };
    let first = whole.first().copied().map(narrow);
    let mut tables = vec![Vec::from_iter(first)];
    for column in whole.iter().copied().skip(1).map(narrow) {
        let Some(last) = tables.last_mut() else { break };
        last.push(column);
        if needed(last) > room && last.len() > 2 {
            last.pop();
            tables.push(first.into_iter().chain([column]).collect());
        }
    }
    let widened = tables.into_iter().map(|columns| Columns {
        columns: widened(columns, &widest, room),
    });
    widened.collect()
}

impl Columns {
    /// A row, with its end; of more than one line if a cell is wrapped.
    pub fn row<Text: AsRef<str>>(&self, cells: &[Text]) -> String {
        let of = |(place, wide): &(usize, usize)| {
            let cell = visible(cells.get(*place).map_or("", AsRef::as_ref)).replace('\n', " ");
            if width(&cell) > *wide {
                wrap(&cell, *wide)
            } else {
                vec![cell]
            }
        };
        let wrapped: Vec<Vec<String>> = self.columns.iter().map(of).collect();
        let lines = wrapped.iter().map(Vec::len).max().unwrap_or(0);
        let mut row = String::new();
        for line in 0..lines {
            let mut written = String::new();
            for (cell, (_, wide)) in wrapped.iter().zip(&self.columns) {
                let cell = cell.get(line).map_or("", String::as_str);
                written.push_str(cell);
                let space = (wide + GAP).saturating_sub(width(cell));
                written.push_str(&" ".repeat(space));
            }
            row.push_str(written.trim_end());
            row.push('\n');
        }
        row
    }
}

/// How much room columns take.
fn needed(columns: &[(usize, usize)]) -> usize {
    let cells: usize = columns.iter().map(|(_, wide)| wide).sum();
    cells + GAP * columns.len().saturating_sub(1)
}

/// Gives what is left of the line to the columns that lack most, the first of those that lack as much.
fn widened(mut columns: Vec<(usize, usize)>, widest: &[usize], room: usize) -> Vec<(usize, usize)> {
    for _ in needed(&columns)..room {
        let lack = |(place, wide): &(usize, usize)| {
            let whole = widest.get(*place).copied().unwrap_or(0);
            whole.saturating_sub(*wide)
        };
        let most = columns.iter_mut().rev().max_by_key(|column| lack(column));
        if let Some(column) = most.filter(|column| lack(column) > 0) {
            column.1 += 1;
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extents(widest: &[usize], wrapped: usize) -> Vec<Extent> {
        let of = |whole: &usize| Extent {
            whole: *whole,
            wrapped: wrapped.min(*whole),
        };
        widest.iter().map(of).collect()
    }

    fn lines(widest: &[usize], room: Option<usize>, row: &[&str]) -> String {
        let tables = fitted(&extents(widest, 0), room);
        tables.iter().map(|columns| columns.row(row)).collect()
    }

    #[test]
    fn a_row_without_limit_is_one_line() {
        assert_eq!(
            lines(&[3, 6, 1], None, &["A-1", "offen", "x"]),
            "A-1  offen   x\n"
        );
        assert_eq!(lines(&[3, 6], Some(11), &["A-1", "offen"]), "A-1  offen\n");
    }

    #[test]
    fn cells_are_wrapped_where_a_line_has_no_room_for_them() {
        let row = ["A-1", "was sie zur Zusammenarbeit sagten", "7"];
        assert_eq!(
            lines(&[3, 33, 1], Some(24), &row),
            "A-1  was sie zur       7\n     Zusammenarbeit\n     sagten\n"
        );
    }

    #[test]
    fn words_are_not_broken_while_they_take_less_than_half_of_the_line() {
        let cells = [
            "  Gegenseitiges Lernen",
            "per.exchange",
            "████······ 4 von 11",
        ];
        let extents = cells.map(Extent::of);
        assert_eq!(extents[0].wrapped, "  Gegenseitiges".len());
        let tables = fitted(&extents, Some(42));
        let written: String = tables.iter().map(|columns| columns.row(&cells)).collect();
        for whole in ["  Gegenseitiges", "per.exchange", "████······"] {
            assert!(written.contains(whole), "{written}");
        }
    }

    #[test]
    fn columns_that_do_not_fit_stand_below_with_the_first_again() {
        let row = ["A-1", "11111111", "22222222", "33333333"];
        assert_eq!(
            lines(&[3, 8, 8, 8], Some(24), &row),
            "A-1  11111111  22222222\nA-1  33333333\n"
        );
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        let widest = [4, 30, 12, 50, 9, 21, 8, 8, 8, 8];
        let cells = widest.map(|wide| "wort ".repeat(wide / 5));
        for room in 20..200 {
            let tables = fitted(&extents(&widest, 4), Some(room));
            let written: String = tables.iter().map(|columns| columns.row(&cells)).collect();
            let widest_line = written.lines().map(width).max();
            assert!(widest_line <= Some(room), "{room}: {widest_line:?}");
        }
    }
}
