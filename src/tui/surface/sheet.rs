//! What a pane drew, row by row, without the blanks behind the last thing in a row, and without what must not reach a terminal.

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth};
use ratatui::layout::Rect;

use crate::language::is_forbidden_control;

/// What is drawn for a symbol that must not reach a terminal.
const REPLACEMENT: &str = "\u{FFFD}";

/// What a pane drew.
pub(super) struct Sheet {
    area: Rect,
    /// As many as the area has; each ends with its last cell that is not blank.
    rows: Vec<Vec<Cell>>,
}

impl Sheet {
    /// A blank sheet.
    pub(super) fn new(area: Rect) -> Self {
        Self {
            area,
            rows: vec![Vec::new(); usize::from(area.height)],
        }
    }

    /// Where it lies.
    pub(super) const fn area(&self) -> Rect {
        self.area
    }

    /// The row at `y` of the screen; what is missing at its end is blank.
    pub(super) fn row(&self, y: u16) -> Option<&[Cell]> {
        let row = self
            .rows
            .get(usize::from(y.checked_sub(self.area.top())?))?;
        Some(row)
    }

    /// Becomes what was drawn in the same area, and calls `changed` with each row of the screen that then differs.
    pub(super) fn become_drawn(&mut self, drawn: &Buffer, mut changed: impl FnMut(u16)) {
        let width = usize::from(self.area.width).max(1);
        let rows = self.rows.iter_mut().zip(self.area.top()..);
        for ((row, y), drawn) in rows.zip(drawn.content.chunks(width)) {
            let drawn = without_blanks(drawn);
            if row.as_slice() != drawn {
                row.clear();
                row.extend(drawn.iter().cloned().map(printable));
                changed(y);
            }
        }
    }
}

/// The cell without what must not reach a terminal, and with a symbol that takes a column.
fn printable(mut cell: Cell) -> Cell {
    cell.set_diff_option(CellDiffOption::None);
    let symbol = cell.symbol();
    if matches!(symbol.as_bytes(), [b' '..=b'~']) {
        return cell;
    }
    if symbol.contains(is_harmful) {
        cell.set_symbol(REPLACEMENT);
    } else if symbol.cell_width() == 0 {
        cell.set_symbol(" ");
    }
    cell
}

/// Whether a character could upset the terminal or the order of what is read.
fn is_harmful(character: char) -> bool {
    character.is_control() || is_forbidden_control(character)
}

/// The row up to its last cell that is not blank.
fn without_blanks(row: &[Cell]) -> &[Cell] {
    let end = row.iter().rposition(|cell| *cell != Cell::EMPTY);
    row.split_at(end.map_or(0, |last| last + 1)).0
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    const AREA: Rect = Rect::new(2, 3, 4, 2);

    fn drawn(text: &str, style: Style) -> Buffer {
        let mut buffer = Buffer::empty(AREA);
        buffer.set_string(AREA.x, AREA.y, text, style);
        buffer
    }

    fn changes(sheet: &mut Sheet, drawn: &Buffer) -> Vec<u16> {
        let mut changed = Vec::new();
        sheet.become_drawn(drawn, |y| changed.push(y));
        changed
    }

    #[test]
    fn only_rows_that_differ_change() {
        let mut sheet = Sheet::new(AREA);
        assert_eq!(changes(&mut sheet, &drawn("ab", Style::new())), [3]);
        assert!(changes(&mut sheet, &drawn("ab  ", Style::new())).is_empty());
        assert_eq!(changes(&mut sheet, &drawn("a", Style::new())), [3]);
        assert_eq!(sheet.row(3).map(<[Cell]>::len), Some(1));
        assert_eq!(changes(&mut sheet, &drawn("", Style::new())), [3]);
    }

    #[test]
    fn a_blank_with_a_colour_is_kept() {
        let mut sheet = Sheet::new(AREA);
        let coloured = drawn("a  ", Style::new().reversed());
        assert_eq!(changes(&mut sheet, &coloured), [3]);
        assert_eq!(sheet.row(3).map(<[Cell]>::len), Some(3));
    }

    #[test]
    fn rows_outside_the_area_are_none() {
        let sheet = Sheet::new(AREA);
        assert!(sheet.row(2).is_none() && sheet.row(5).is_none());
        assert!(sheet.row(4).is_some_and(<[Cell]>::is_empty));
    }
}
