//! What the terminal shows, cell by cell, and what differs from it.

use std::io::Write;
use std::{iter, mem};

use ratatui::buffer::{Cell, CellDiffOption, CellWidth};
use ratatui::layout::{Position, Rect, Size};

use super::pen::{Advance, Pen};
use super::sheet::Sheet;
use crate::language::is_forbidden_control;

/// Stands in the columns that a wide character covers beside its first.
const COVERED: Cell = Cell::new("");

/// What is drawn for a symbol that must not reach a terminal.
const REPLACEMENT: &str = "\u{FFFD}";

/// The cells that the terminal shows.
pub(super) struct Screen {
    size: Size,
    /// Row by row, each as far as anything lies on it; a covered column holds [`COVERED`], so that equal cells mean an
    /// equal sight.
    shown: Vec<Vec<Cell>>,
    /// Where a row is put together before it is held against what is shown, as far as anything is laid on it.
    row: Vec<Cell>,
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
            row: Vec::new(),
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
        let rows = self.shown.iter_mut().zip(&mut self.touched).zip(0..);
        for ((shown, touched), y) in rows {
            if !mem::take(touched) {
                continue;
            }
            self.row.clear();
            for sheet in sheets {
                lay(sheet, y, &mut self.row);
            }
            send_row(Position::new(self.size.width, y), shown, &self.row, pen);
            mem::swap(shown, &mut self.row);
        }
    }
}

/// Lays row `y` of a sheet over `row`, which ends with what is laid on it.
fn lay(sheet: &Sheet, y: u16, row: &mut Vec<Cell>) {
    let area = sheet.area();
    let Some(cells) = sheet.row(y).filter(|_| !area.is_empty()) else {
        return;
    };
    let (left, right) = (usize::from(area.left()), usize::from(area.right()));
    blank_cut(row, left);
    // The last symbol may cover columns behind it.
    let last = cells
        .last()
        .map_or(0, |last| usize::from(last.symbol().cell_width()));
    let end = right.min(left + cells.len() + last);
    if row.len() < end {
        row.resize(end, Cell::EMPTY);
    }
    let cells = cells.iter().chain(iter::repeat(&Cell::EMPTY));
    let mut covered = 0;
    for (x, (cell, place)) in (left..right).zip(cells.zip(row.iter_mut().skip(left))) {
        if covered > 0 {
            covered -= 1;
            *place = COVERED;
            continue;
        }
        *place = cell.clone();
        place.set_diff_option(CellDiffOption::None);
        let width = make_printable(place);
        if x + width > right {
            place.set_symbol(" ");
        } else {
            covered = width - 1;
        }
    }
    uncover(row, right);
}

/// Blanks a wide character that begins before column `x` and reaches beyond it.
fn blank_cut(row: &mut [Cell], x: usize) {
    if !row.get(x).is_some_and(is_covered) {
        return;
    }
    let (before, after) = row.split_at_mut(x);
    let covered = after.iter_mut().take_while(|cell| is_covered(cell));
    covered.for_each(Cell::reset);
    for cell in before.iter_mut().rev() {
        let was_covered = is_covered(cell);
        cell.set_symbol(" ");
        if !was_covered {
            return;
        }
    }
}

/// Makes blanks of the columns from `x` whose wide character was laid over.
fn uncover(row: &mut [Cell], x: usize) {
    let orphans = row.iter_mut().skip(x).take_while(|cell| is_covered(cell));
    orphans.for_each(Cell::reset);
}

/// Takes from a cell what must not reach a terminal, and says how wide it is, at least 1.
fn make_printable(cell: &mut Cell) -> usize {
    let symbol = cell.symbol();
    if let [byte] = symbol.as_bytes()
        && (b' '..=b'~').contains(byte)
    {
        return 1;
    }
    if symbol.contains(is_harmful) {
        cell.set_symbol(REPLACEMENT);
        return 1;
    }
    match usize::from(symbol.cell_width()) {
        0 => {
            cell.set_symbol(" ");
            1
        }
        width => width,
    }
}

/// Whether a character could upset the terminal or the order of what is read.
fn is_harmful(character: char) -> bool {
    character.is_control() || is_forbidden_control(character)
}

/// Whether a character is counted as one column wherever it stands: those of ASCII, and letters of Latin-1 and Latin Extended.
fn is_plain(character: char) -> bool {
    (' '..='~').contains(&character)
        || (character.is_alphabetic() && ('\u{C0}'..='\u{24F}').contains(&character))
}

/// Whether a cell stands in a column that a wide character beside it covers.
fn is_covered(cell: &Cell) -> bool {
    cell.symbol().is_empty()
}

/// Hands the pen the cells of a row that differ. The row is the one that ends at `end`.
fn send_row<W: Write>(end: Position, shown: &[Cell], row: &[Cell], pen: &mut Pen<W>) {
    let length = row.len().max(shown.len());
    let blank = || iter::repeat(&Cell::EMPTY);
    let cells = row.iter().chain(blank());
    let cells = cells.zip(shown.iter().chain(blank())).take(length);
    for ((x, column), (cell, old)) in (0_u16..).zip(1..).zip(cells) {
        if cell == old || is_covered(cell) {
            continue;
        }
        let covered = row
            .iter()
            .skip(column)
            .take_while(|next| is_covered(next))
            .count();
        let width = 1 + covered;
        if width > 1 && cell.symbol().contains('\u{FE0F}') {
            // Terminals do not agree on the width of these, so what stood behind is cleared first.
            let mut blank = cell.clone();
            blank.set_symbol(" ");
            pen.print(Position::new(x + 1, end.y), &blank, Advance::Unknown);
        }
        // In the last column the terminal waits there for the next character or has gone to the next row.
        let at_edge = column + width > usize::from(end.x);
        let advance = match cell.symbol().chars().nth(1) {
            None if !at_edge => Advance::Columns(if width == 1 { 1 } else { 2 }),
            _ => Advance::Unknown,
        };
        pen.print(Position::new(x, end.y), cell, advance);
    }
}
