//! What a pane drew, row by row, without the blanks behind the last thing in a row.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::glyph::{Glyph, Glyphs};

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

    /// Becomes what was drawn in the same area, and calls `changed` with each row of the screen that then differs.
    pub(super) fn become_drawn(
        &mut self,
        drawn: &Buffer,
        glyphs: &mut Glyphs,
        mut changed: impl FnMut(u16),
    ) {
        let width = usize::from(self.area.width).max(1);
        let mut fresh = Vec::with_capacity(width);
        let rows = self.rows.iter_mut().zip(self.area.top()..);
        for ((row, y), drawn) in rows.zip(drawn.content.chunks(width)) {
            fresh.clear();
            fresh.extend(drawn.iter().map(|cell| glyphs.glyph(cell)));
            let end = fresh.iter().rposition(|glyph| *glyph != Glyph::BLANK);
            fresh.truncate(end.map_or(0, |last| last + 1));
            if *row != fresh {
                row.clone_from(&fresh);
                changed(y);
            }
        }
    }
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
        sheet.become_drawn(drawn, &mut Glyphs::new(), |y| changed.push(y));
        changed
    }

    #[test]
    fn only_rows_that_differ_change() {
        let mut sheet = Sheet::new(AREA);
        assert_eq!(changes(&mut sheet, &drawn("ab", Style::new())), [3]);
        assert!(changes(&mut sheet, &drawn("ab  ", Style::new())).is_empty());
        assert_eq!(changes(&mut sheet, &drawn("a", Style::new())), [3]);
        assert_eq!(sheet.row(3).map(<[Glyph]>::len), Some(1));
        assert_eq!(changes(&mut sheet, &drawn("", Style::new())), [3]);
    }

    #[test]
    fn a_blank_with_a_colour_is_kept() {
        let mut sheet = Sheet::new(AREA);
        let coloured = drawn("a  ", Style::new().reversed());
        assert_eq!(changes(&mut sheet, &coloured), [3]);
        assert_eq!(sheet.row(3).map(<[Glyph]>::len), Some(3));
    }

    #[test]
    fn rows_outside_the_area_are_none() {
        let sheet = Sheet::new(AREA);
        assert!(sheet.row(2).is_none() && sheet.row(5).is_none());
        assert!(sheet.row(4).is_some_and(<[Glyph]>::is_empty));
    }
}
