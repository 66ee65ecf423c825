//! What the terminal shows, cell by cell, and what differs from it.

use std::io::Write;
use std::{iter, mem};

use ratatui::layout::{Position, Rect, Size};

use super::glyph::{Glyph, Glyphs, is_plain};
use super::pen::{Advance, Pen};
use super::sheet::Sheet;

/// The cells that the terminal shows.
pub(super) struct Screen {
    size: Size,
    /// Row by row, each as far as anything lies on it.
    shown: Vec<Vec<Glyph>>,
    /// Rows that may differ from what is shown.
    touched: Vec<bool>,
    /// Whether the terminal shows something else altogether.
    unknown: bool,
}

impl Screen {
    /// A screen of which nothing is known.
    pub(super) fn new(size: Size) -> Self {
        Self {
            size,
            shown: vec![Vec::new(); usize::from(size.height)],
            touched: vec![true; usize::from(size.height)],
            unknown: true,
        }
    }

    pub(super) const fn size(&self) -> Size {
        self.size
    }

    pub(super) const fn area(&self) -> Rect {
        Rect::new(0, 0, self.size.width, self.size.height)
    }

    /// Says that something changed in `area`.
    pub(super) fn touch(&mut self, area: Rect) {
        let rows = self.touched.iter_mut().skip(usize::from(area.top()));
        rows.take(usize::from(area.height))
            .for_each(|row| *row = true);
    }

    /// Says that something changed in a row.
    pub(super) fn touch_row(&mut self, y: u16) {
        if let Some(row) = self.touched.get_mut(usize::from(y)) {
            *row = true;
        }
    }

    /// Says that nothing is known of what the terminal shows.
    pub(super) fn forget(&mut self) {
        self.unknown = true;
        self.touched.fill(true);
    }

    /// Hands the pen a character for a place that is blank like the one behind it; says whether it did. The row is
    /// touched, so that the next frame is held against it.
    pub(super) fn type_ahead<W: Write>(
        &mut self,
        at: Position,
        character: char,
        pen: &mut Pen<W>,
        glyphs: &Glyphs,
    ) -> bool {
        let (x, y) = (usize::from(at.x), usize::from(at.y));
        let (Some(row), Some(touched)) = (self.shown.get_mut(y), self.touched.get_mut(y)) else {
            return false;
        };
        let is_blank = |x| row.get(x).is_none_or(|glyph| *glyph == Glyph::BLANK);
        let has_room = x + 1 < usize::from(self.size.width) && is_blank(x) && is_blank(x + 1);
        if self.unknown || *touched || !has_room || !is_plain(character) {
            return false;
        }
        *touched = true;
        if row.len() <= x {
            row.resize(x + 1, Glyph::BLANK);
        }
        if let Some(glyph) = row.get_mut(x) {
            *glyph = Glyph::of(character);
            pen.print(at, *glyph, Advance::Columns(1), glyphs);
        }
        true
    }

    /// Hands the pen what differs from the `sheets`, of which later ones lie above earlier ones.
    pub(super) fn send<W: Write>(&mut self, sheets: &[&Sheet], pen: &mut Pen<W>, glyphs: &Glyphs) {
        if self.unknown {
            pen.clear();
            self.shown.iter_mut().for_each(Vec::clear);
            self.unknown = false;
        }
        let mut row = Vec::with_capacity(usize::from(self.size.width));
        let rows = self.shown.iter_mut().zip(&mut self.touched).zip(0..);
        for ((shown, touched), y) in rows {
            if !mem::take(touched) {
                continue;
            }
            row.clear();
            for sheet in sheets {
                lay(sheet, y, &mut row, glyphs);
            }
            let end = Position::new(self.size.width, y);
            send_row(end, &row, shown, pen, glyphs);
        }
    }
}

/// Lays row `y` of a sheet over `row`, which ends with what is laid on it.
fn lay(sheet: &Sheet, y: u16, row: &mut Vec<Glyph>, glyphs: &Glyphs) {
    let area = sheet.area();
    let Some(drawn) = sheet.row(y).filter(|_| !area.is_empty()) else {
        return;
    };
    let (left, right) = (usize::from(area.left()), usize::from(area.right()));
    blank_cut(row, left);
    // The last symbol may cover columns behind it.
    let last = drawn.last().map_or(0, |glyph| glyphs.columns(*glyph));
    let end = right.min(left + drawn.len() + last);
    if row.len() < end {
        row.resize(end, Glyph::BLANK);
    }
    let drawn = drawn.iter().copied().chain(iter::repeat(Glyph::BLANK));
    let mut covered = 0;
    for (x, (glyph, place)) in (left..right).zip(drawn.zip(row.iter_mut().skip(left))) {
        if covered > 0 {
            covered -= 1;
            *place = Glyph::COVERED;
            continue;
        }
        let width = glyphs.columns(glyph);
        *place = if x + width > right {
            glyph.blanked()
        } else {
            covered = width - 1;
            glyph
        };
    }
    uncover(row, right);
}

/// Blanks a wide symbol that begins before column `x` and reaches beyond it.
fn blank_cut(row: &mut [Glyph], x: usize) {
    if !row.get(x).is_some_and(|glyph| glyph.is_covered()) {
        return;
    }
    let (before, _) = row.split_at_mut(x);
    let Some(first) = before.iter().rposition(|glyph| !glyph.is_covered()) else {
        return;
    };
    // What is covered has no style of its own.
    before
        .iter_mut()
        .skip(first + 1)
        .for_each(|place| *place = Glyph::BLANK);
    if let Some(place) = before.get_mut(first) {
        *place = place.blanked();
    }
    uncover(row, x);
}

/// Makes blanks of the columns from `x` whose wide symbol was laid over.
fn uncover(row: &mut [Glyph], x: usize) {
    let orphans = row
        .iter_mut()
        .skip(x)
        .take_while(|glyph| glyph.is_covered());
    orphans.for_each(|place| *place = Glyph::BLANK);
}

/// Hands the pen what is in a row and not shown yet, and has it shown. The row is the one that ends at `end`.
fn send_row<W: Write>(
    end: Position,
    row: &[Glyph],
    shown: &mut Vec<Glyph>,
    pen: &mut Pen<W>,
    glyphs: &Glyphs,
) {
    let length = row.len().max(shown.len());
    shown.resize(length, Glyph::BLANK);
    let laid = row.iter().copied().chain(iter::repeat(Glyph::BLANK));
    for (x, (column, (glyph, place))) in (0..).zip(laid.zip(shown.iter_mut()).enumerate()) {
        if glyph == *place {
            continue;
        }
        *place = glyph;
        if !glyph.is_covered() {
            let behind = row.iter().skip(column + 1);
            let width = 1 + behind.take_while(|next| next.is_covered()).count();
            print(Position::new(x, end.y), end.x, glyph, width, pen, glyphs);
        }
    }
    // Behind what is laid there are blanks.
    shown.truncate(row.len());
}

/// Hands the pen a glyph that takes so many columns of a row that ends at `edge`.
fn print<W: Write>(
    at: Position,
    edge: u16,
    glyph: Glyph,
    width: usize,
    pen: &mut Pen<W>,
    glyphs: &Glyphs,
) {
    if width > 1 && glyphs.cluster(glyph).contains('\u{FE0F}') {
        // Terminals do not agree on the width of these, so what stood behind is cleared first.
        let behind = Position::new(at.x + 1, at.y);
        pen.print(behind, glyph.blanked(), Advance::Unknown, glyphs);
    }
    // In the last column the terminal waits there for the next character or has gone to the next row.
    let at_edge = usize::from(at.x) + width >= usize::from(edge);
    let advance = if at_edge || glyph.is_cluster() {
        Advance::Unknown
    } else {
        Advance::Columns(if width == 1 { 1 } else { 2 })
    };
    pen.print(at, glyph, advance, glyphs);
}
