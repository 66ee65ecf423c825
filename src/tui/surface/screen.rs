//! What the terminal shows, cell by cell, and what differs from it.

use std::io::Write;
use std::{iter, mem};

use ratatui::buffer::{Cell, CellWidth};
use ratatui::layout::{Position, Rect, Size};

use super::pen::{Advance, Pen};
use super::sheet::Sheet;

/// Stands in the columns that a wide character covers beside its first.
const COVERED: Cell = Cell::new("");

/// The cells that the terminal shows.
pub(super) struct Screen {
    size: Size,
    /// Row by row, each as far as anything lies on it; a covered column holds [`COVERED`], so that equal cells mean an
    /// equal sight.
    shown: Vec<Vec<Cell>>,
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
    ) -> bool {
        let (x, y) = (usize::from(at.x), usize::from(at.y));
        let (Some(row), Some(touched)) = (self.shown.get_mut(y), self.touched.get_mut(y)) else {
            return false;
        };
        let is_blank = |x| row.get(x).is_none_or(|cell: &Cell| *cell == Cell::EMPTY);
        let has_room = x + 1 < usize::from(self.size.width) && is_blank(x) && is_blank(x + 1);
        if self.unknown || *touched || !has_room || !is_plain(character) {
            return false;
        }
        *touched = true;
        if row.len() <= x {
            row.resize(x + 1, Cell::EMPTY);
        }
        if let Some(cell) = row.get_mut(x) {
            cell.set_char(character);
            pen.print(at, cell, Advance::Columns(1));
        }
        true
    }

    /// Hands the pen what differs from the `sheets`, of which later ones lie above earlier ones.
    pub(super) fn send<W: Write>(&mut self, sheets: &[&Sheet], pen: &mut Pen<W>) {
        if self.unknown {
            pen.clear();
            self.shown.iter_mut().for_each(Vec::clear);
            self.unknown = false;
        }
        let mut row = Vec::new();
        let rows = self.shown.iter_mut().zip(&mut self.touched).zip(0..);
        for ((shown, touched), y) in rows {
            if !mem::take(touched) {
                continue;
            }
            row.clear();
            for sheet in sheets {
                lay(sheet, y, &mut row);
            }
            send_row(Position::new(self.size.width, y), &row, shown, pen);
        }
    }
}

/// What lies in a column of a row that is put together, before it is held against what is shown.
#[derive(Debug, Clone, Copy)]
enum Laid<'sheet> {
    /// What a sheet shows there.
    Cell(&'sheet Cell),
    /// A blank where a sheet shows what does not fit.
    Blank(&'sheet Cell),
    /// The wide character before it.
    Covered,
}

impl Laid<'_> {
    /// Whether it looks like what is shown.
    fn is_shown(self, shown: &Cell) -> bool {
        match self {
            Self::Cell(cell) => cell == shown,
            Self::Blank(_) => self.cell() == *shown,
            Self::Covered => *shown == COVERED,
        }
    }

    fn cell(self) -> Cell {
        match self {
            Self::Cell(cell) => cell.clone(),
            Self::Blank(cell) => {
                let mut blank = cell.clone();
                blank.set_symbol(" ");
                blank
            }
            Self::Covered => COVERED,
        }
    }

    const fn is_covered(self) -> bool {
        matches!(self, Self::Covered)
    }
}

/// Lays row `y` of a sheet over `row`, which ends with what is laid on it.
fn lay<'sheet>(sheet: &'sheet Sheet, y: u16, row: &mut Vec<Laid<'sheet>>) {
    let area = sheet.area();
    let Some(cells) = sheet.row(y).filter(|_| !area.is_empty()) else {
        return;
    };
    let (left, right) = (usize::from(area.left()), usize::from(area.right()));
    blank_cut(row, left);
    // The last symbol may cover columns behind it.
    let last = cells.last().map_or(0, columns);
    let end = right.min(left + cells.len() + last);
    if row.len() < end {
        row.resize(end, Laid::Cell(&Cell::EMPTY));
    }
    let cells = cells.iter().chain(iter::repeat(&Cell::EMPTY));
    let mut covered = 0;
    for (x, (cell, place)) in (left..right).zip(cells.zip(row.iter_mut().skip(left))) {
        if covered > 0 {
            covered -= 1;
            *place = Laid::Covered;
            continue;
        }
        let width = columns(cell);
        *place = if x + width > right {
            Laid::Blank(cell)
        } else {
            covered = width - 1;
            Laid::Cell(cell)
        };
    }
    uncover(row, right);
}

/// Blanks a wide character that begins before column `x` and reaches beyond it.
fn blank_cut(row: &mut [Laid<'_>], x: usize) {
    if !row.get(x).is_some_and(|laid| laid.is_covered()) {
        return;
    }
    let (before, _) = row.split_at_mut(x);
    let Some(first) = before.iter().rposition(|laid| !laid.is_covered()) else {
        return;
    };
    // What is covered has no style of its own.
    for place in before.iter_mut().skip(first + 1) {
        *place = Laid::Cell(&Cell::EMPTY);
    }
    if let Some(place) = before.get_mut(first)
        && let Laid::Cell(cell) = *place
    {
        *place = Laid::Blank(cell);
    }
    uncover(row, x);
}

/// Makes blanks of the columns from `x` whose wide character was laid over.
fn uncover(row: &mut [Laid<'_>], x: usize) {
    let orphans = row.iter_mut().skip(x).take_while(|laid| laid.is_covered());
    orphans.for_each(|place| *place = Laid::Cell(&Cell::EMPTY));
}

/// How many columns a cell of a sheet takes, at least 1.
fn columns(cell: &Cell) -> usize {
    let symbol = cell.symbol();
    if symbol.len() == 1 {
        1
    } else {
        usize::from(symbol.cell_width()).max(1)
    }
}

/// Whether a character is counted as one column wherever it stands: those of ASCII, and letters of Latin-1 and Latin Extended.
fn is_plain(character: char) -> bool {
    (' '..='~').contains(&character)
        || (character.is_alphabetic() && ('\u{C0}'..='\u{24F}').contains(&character))
}

/// Hands the pen the cells of a row that are not shown yet, and has them shown. The row is the one that ends at `end`.
fn send_row<W: Write>(end: Position, row: &[Laid<'_>], shown: &mut Vec<Cell>, pen: &mut Pen<W>) {
    let length = row.len().max(shown.len());
    let blank = iter::repeat(&Laid::Cell(&Cell::EMPTY));
    let cells = row.iter().chain(blank).take(length);
    for (x, (column, laid)) in (0_u16..).zip(cells.enumerate()) {
        match shown.get_mut(column) {
            Some(place) if laid.is_shown(place) => continue,
            Some(place) => *place = laid.cell(),
            None => {
                shown.push(laid.cell());
                if laid.is_shown(&Cell::EMPTY) {
                    continue;
                }
            }
        }
        let Some(cell) = shown.get(column).filter(|_| !laid.is_covered()) else {
            continue;
        };
        let behind = row.iter().skip(column + 1);
        let width = 1 + behind.take_while(|next| next.is_covered()).count();
        print(Position::new(x, end.y), end.x, cell, width, pen);
    }
    // Behind what is laid there are blanks.
    shown.truncate(row.len());
}

/// Hands the pen a cell that takes so many columns of a row that ends at `edge`.
fn print<W: Write>(at: Position, edge: u16, cell: &Cell, width: usize, pen: &mut Pen<W>) {
    if width > 1 && cell.symbol().contains('\u{FE0F}') {
        // Terminals do not agree on the width of these, so what stood behind is cleared first.
        let mut blank = cell.clone();
        blank.set_symbol(" ");
        pen.print(Position::new(at.x + 1, at.y), &blank, Advance::Unknown);
    }
    // In the last column the terminal waits there for the next character or has gone to the next row.
    let at_edge = usize::from(at.x) + width >= usize::from(edge);
    let advance = match cell.symbol().chars().nth(1) {
        None if !at_edge => Advance::Columns(if width == 1 { 1 } else { 2 }),
        _ => Advance::Unknown,
    };
    pen.print(at, cell, advance);
}
