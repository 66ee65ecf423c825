//! What a pane drew, row by row, without the blanks behind the last thing in a row.

use ratatui::layout::Rect;

use super::glyph::Glyph;

/// What a pane drew.
pub(super) struct Sheet {
    area: Rect,
    /// As many as the area has; each ends with its last cell that is not blank.
    rows: Vec<Vec<Glyph>>,
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
    pub(super) fn row(&self, y: u16) -> Option<&[Glyph]> {
        let row = self
            .rows
            .get(usize::from(y.checked_sub(self.area.top())?))?;
        Some(row)
    }

    /// Puts what was drawn in the row at `y` of the screen, and says whether the row then differs.
    pub(super) fn put_row(&mut self, y: u16, drawn: &[Glyph]) -> bool {
        let end = drawn.iter().rposition(|glyph| *glyph != Glyph::BLANK);
        let drawn = end.and_then(|end| drawn.get(..=end)).unwrap_or_default();
        let index = y.checked_sub(self.area.top()).map(usize::from);
        let row = index.and_then(|index| self.rows.get_mut(index));
        match row {
            Some(row) if *row != drawn => {
                row.clear();
                row.extend_from_slice(drawn);
                true
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Cell;
    use ratatui::style::Style;

    use super::*;
    use crate::tui::surface::glyph::Glyphs;

    const AREA: Rect = Rect::new(2, 3, 4, 2);

    fn row(text: &str) -> Vec<Glyph> {
        text.chars().map(Glyph::of).collect()
    }

    #[test]
    fn only_rows_that_differ_change() {
        let mut sheet = Sheet::new(AREA);
        assert!(sheet.put_row(3, &row("ab  ")) && !sheet.put_row(3, &row("ab")));
        assert!(sheet.put_row(3, &row("a   ")));
        assert_eq!(sheet.row(3), Some(&*row("a")));
        assert!(sheet.put_row(3, &row("    ")) && !sheet.put_row(4, &row("    ")));
        assert_eq!(sheet.row(3), Some(&*row("")));
    }

    #[test]
    fn a_blank_with_a_colour_is_kept() {
        let mut sheet = Sheet::new(AREA);
        let coloured = Cell::new(" ").set_style(Style::new().reversed()).clone();
        let glyph = Glyphs::new().glyph(&coloured);
        assert!(sheet.put_row(3, &[Glyph::of('a'), glyph, Glyph::BLANK]));
        assert_eq!(sheet.row(3).map(<[Glyph]>::len), Some(2));
    }

    #[test]
    fn rows_outside_the_area_are_none() {
        let mut sheet = Sheet::new(AREA);
        assert!(!sheet.put_row(2, &row("a")) && !sheet.put_row(5, &row("a")));
        assert!(sheet.row(2).is_none() && sheet.row(5).is_none());
        assert!(sheet.row(4).is_some_and(<[Glyph]>::is_empty));
    }
}
