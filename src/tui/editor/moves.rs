//! Moving the cursor.

use super::units::{is_word, part, unit_after, unit_before, units};
use super::{Edit, Editor};

impl Editor {
    /// One grapheme to the left.
    pub fn move_left(&mut self) -> Edit {
        self.go(self.cursor - unit_before(self.text(), self.cursor).len())
    }

    /// One grapheme to the right.
    pub fn move_right(&mut self) -> Edit {
        self.go(self.cursor + unit_after(self.text(), self.cursor).len())
    }

    /// To the beginning of the word, or of the word before.
    pub fn word_left(&mut self) -> Edit {
        self.go(self.word_start_before())
    }

    /// To the end of the word, or of the word after.
    pub fn word_right(&mut self) -> Edit {
        self.go(self.word_end_after())
    }

    /// To the beginning of the visual row.
    pub fn home(&mut self) -> Edit {
        let row = self.rows.row_of(self.cursor);
        self.go(self.rows.range(row, self.text()).start)
    }

    /// To the end of the visual row: of a row that runs on, before its last grapheme, since behind it begins the next.
    pub fn end(&mut self) -> Edit {
        self.go(self.last_offset(self.rows.row_of(self.cursor)))
    }

    /// To the beginning of the text.
    pub fn text_start(&mut self) -> Edit {
        self.go(0)
    }

    /// To the end of the text.
    pub fn text_end(&mut self) -> Edit {
        self.go(self.text().len())
    }

    /// One visual row up, in the column that was last chosen; in the first row, to its beginning.
    pub fn move_up(&mut self) -> Edit {
        match self.rows.row_of(self.cursor).checked_sub(1) {
            Some(row) => self.go_to_row(row),
            None => self.go(0),
        }
    }

    /// One visual row down, in the column that was last chosen; in the last row, to its end.
    pub fn move_down(&mut self) -> Edit {
        let row = self.rows.row_of(self.cursor) + 1;
        if row < self.rows.count() {
            self.go_to_row(row)
        } else {
            self.go(self.text().len())
        }
    }

    fn go_to_row(&mut self, row: usize) -> Edit {
        let column = self.column.unwrap_or_else(|| self.cursor_column());
        let edit = self.go(self.offset_in(row, column));
        self.column = Some(column);
        edit
    }

    fn go(&mut self, offset: usize) -> Edit {
        let from = self.cursor;
        if offset == from {
            self.column = None;
            return Edit::Nothing;
        }
        self.history.seal();
        let touched_word =
            is_word(unit_before(self.text(), from)) || is_word(unit_after(self.text(), from));
        let way = part(self.text(), from.min(offset)..from.max(offset));
        let left_word = touched_word && units(way, 0).any(|(_, unit)| !is_word(unit));
        self.stand_at(offset);
        if left_word {
            Edit::Boundary
        } else {
            Edit::Inside
        }
    }

    /// The offset in a row that is nearest to the column from the left.
    fn offset_in(&self, row: usize, column: usize) -> usize {
        let range = self.rows.range(row, self.text());
        let last = self.last_offset(row);
        let mut right = 0_usize;
        units(part(self.text(), 0..last), range.start)
            .find(|(_, unit)| {
                right += self.labels.cells(unit, self.rows.width());
                right > column
            })
            .map_or(last, |(at, _)| at)
    }

    /// The last offset that is shown in a row.
    fn last_offset(&self, row: usize) -> usize {
        let range = self.rows.range(row, self.text());
        if row + 1 == self.rows.count() {
            return range.end;
        }
        range.end - unit_before(self.text(), range.end).len()
    }

    /// The beginning of the word that stands before the cursor.
    pub(super) fn word_start_before(&self) -> usize {
        let mut at = self.cursor;
        let mut in_word = false;
        loop {
            let unit = unit_before(self.text(), at);
            if unit.is_empty() || (in_word && !is_word(unit)) {
                return at;
            }
            in_word |= is_word(unit);
            at -= unit.len();
        }
    }

    /// The end of the word that stands after the cursor.
    pub(super) fn word_end_after(&self) -> usize {
        let mut in_word = false;
        for (at, unit) in units(self.text(), self.cursor) {
            if in_word && !is_word(unit) {
                return at;
            }
            in_word |= is_word(unit);
        }
        self.text().len()
    }
}
