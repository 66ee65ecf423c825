//! A sheet: heads that stay in view, columns of a fitting width, text that wraps.

use rust_xlsxwriter::{
    Chart, Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::export::text::wrapped;
use crate::export::visible;
use crate::i18n::{Text, Words};
use crate::language::width;

/// The longest text of a cell, in UTF-16 units: the limit of the format is 32,767.
const LONGEST: usize = 32_000;

/// The height of a line, in points.
const LINE: f64 = 15.0;

/// The greatest height of a row, in points: the limit of the format.
const HIGHEST: f64 = 409.0;

/// How many characters of a column stay free: letters are of different widths, and heads are bold.
const SPARE: u16 = 3;

/// Paper of size A4, by the number that the format has for it.
const A4: u8 = 9;

/// The background of heads.
const HEAD: Color = Color::RGB(0x00D9_E2EC);

/// A column.
pub(super) struct Column {
    head: String,
    /// In characters.
    width: u16,
}

impl Column {
    /// For a word.
    pub(super) fn narrow(head: &str) -> Self {
        Self::new(head, 12)
    }

    /// For a few words.
    pub(super) fn middle(head: &str) -> Self {
        Self::new(head, 28)
    }

    /// For sentences.
    pub(super) fn wide(head: &str) -> Self {
        Self::new(head, 48)
    }

    fn new(head: &str, width: u16) -> Self {
        Self {
            head: head.to_owned(),
            width,
        }
    }

    /// How many characters of text a line of it holds.
    fn room(&self) -> usize {
        usize::from(self.width.saturating_sub(SPARE)).max(1)
    }
}

/// A sheet in the making.
pub(super) struct Sheet {
    worksheet: Worksheet,
    heads_at: u32,
    next: u32,
    columns: u16,
    /// How many characters of text a line of each column holds.
    rooms: Vec<usize>,
    head: Format,
}

impl Sheet {
    /// A sheet whose first row are the heads.
    pub(super) fn new(name: &str, columns: &[Column]) -> Result<Self, XlsxError> {
        Self::with_heads_at(0, name, columns)
    }

    /// A sheet with a row above the heads, for what groups of columns have in common.
    pub(super) fn below_groups(name: &str, columns: &[Column]) -> Result<Self, XlsxError> {
        Self::with_heads_at(1, name, columns)
    }

    fn with_heads_at(heads_at: u32, name: &str, columns: &[Column]) -> Result<Self, XlsxError> {
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let head = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_background_color(HEAD)
            .set_border_bottom(FormatBorder::Thin);
        let mut worksheet = Worksheet::new();
        worksheet.set_name(name)?;
        let mut count = 0;
        for column in columns {
            worksheet.set_column_width(count, column.width)?;
            // The cells have the format of their column: one of its own would be looked up for each.
            worksheet.set_column_format(count, &text)?;
            worksheet.write_string_with_format(heads_at, count, fitting(&column.head).0, &head)?;
            count += 1;
        }
        // Printed on paper, the heads stand on every page.
        worksheet.set_repeat_rows(0, heads_at)?;
        worksheet.set_print_fit_to_pages(1, 0);
        worksheet.set_paper_size(A4);
        let mut sheet = Self {
            worksheet,
            heads_at,
            next: heads_at + 1,
            columns: count,
            rooms: columns.iter().map(Column::room).collect(),
            head,
        };
        let heads: Vec<&str> = columns.iter().map(|column| column.head.as_str()).collect();
        sheet.make_room(heads_at, &heads)?;
        Ok(sheet)
    }

    /// Makes a row as high as its texts need: not every program does so by itself.
    fn make_room<S: AsRef<str>>(&mut self, row: u32, texts: &[S]) -> Result<(), XlsxError> {
        let cells = texts.iter().zip(&self.rooms);
        let lines = cells
            .map(|(text, room)| lines_of(text.as_ref(), *room))
            .max()
            .unwrap_or(1);
        if lines > 1 {
            let lines = f64::from(u32::try_from(lines).unwrap_or(u32::MAX));
            self.worksheet
                .set_row_height(row, (LINE * lines).min(HIGHEST))?;
        }
        Ok(())
    }

    /// Writes what so many columns have in common above their heads.
    pub(super) fn group(
        &mut self,
        first: usize,
        columns: usize,
        title: &str,
    ) -> Result<(), XlsxError> {
        let column = |index: usize| u16::try_from(index).unwrap_or(u16::MAX);
        let (first, last) = (column(first), column(first + columns.max(1) - 1));
        let title = fitting(title).0;
        if first == last {
            self.worksheet
                .write_string_with_format(0, first, title, &self.head)?;
        } else {
            self.worksheet
                .merge_range(0, first, 0, last, &title, &self.head)?;
        }
        Ok(())
    }

    /// Writes a row. A text that is too long for a cell is cut, and the cell says so.
    pub(super) fn row(&mut self, cells: &[String], words: &Words) -> Result<(), XlsxError> {
        for (column, cell) in (0..self.columns).zip(cells) {
            let (mut text, is_cut) = fitting(cell);
            if is_cut {
                text.push_str(&words.text(Text::ExportCellCut));
            }
            self.worksheet.write_string(self.next, column, text)?;
        }
        self.make_room(self.next, cells)?;
        self.next += 1;
        Ok(())
    }

    /// The row that is written next.
    pub(super) const fn next(&self) -> u32 {
        self.next
    }

    /// Writes a row of texts followed by counts; a count that is not said leaves its cell empty.
    pub(super) fn counts(
        &mut self,
        texts: &[String],
        counts: &[Option<usize>],
    ) -> Result<(), XlsxError> {
        let mut column = 0;
        for text in texts {
            self.worksheet
                .write_string(self.next, column, fitting(text).0)?;
            column += 1;
        }
        for count in counts {
            if let Some(count) = count {
                // A spreadsheet has no other numbers; a study has not so many sessions that one would not be exact.
                let count = f64::from(u32::try_from(*count).unwrap_or(u32::MAX));
                self.worksheet.write_number(self.next, column, count)?;
            }
            column += 1;
        }
        self.make_room(self.next, texts)?;
        self.next += 1;
        Ok(())
    }

    /// Puts a chart with its upper left corner at a cell.
    pub(super) fn insert(&mut self, row: u32, column: u16, chart: &Chart) -> Result<(), XlsxError> {
        self.worksheet.insert_chart(row, column, chart)?;
        Ok(())
    }

    /// Keeps the heads and the first columns in view.
    pub(super) fn keep_in_view(&mut self, columns: u16) -> Result<(), XlsxError> {
        self.worksheet
            .set_freeze_panes(self.heads_at + 1, columns)?;
        Ok(())
    }

    /// Lets the reader choose rows by their values.
    pub(super) fn filter(&mut self) -> Result<(), XlsxError> {
        let last = self.next.saturating_sub(1).max(self.heads_at);
        let column = self.columns.saturating_sub(1);
        self.worksheet.autofilter(self.heads_at, 0, last, column)?;
        Ok(())
    }

    /// Prints it across the page.
    pub(super) fn across_the_page(&mut self) {
        self.worksheet.set_landscape();
    }

    /// Puts it into a workbook.
    pub(super) fn into_workbook(self, workbook: &mut Workbook) {
        workbook.push_worksheet(self.worksheet);
    }
}

/// How many lines a text takes; a word that is wider than a line is broken within.
fn lines_of(text: &str, room: usize) -> usize {
    // No letter is wider than it has bytes.
    if text.len() <= room && !text.contains('\n') {
        return 1;
    }
    let pieces = text.split('\n').flat_map(|line| wrapped(line, room));
    pieces
        .map(|piece| width(&piece).div_ceil(room).max(1))
        .sum()
}

/// As much of a text as a cell holds, as it may be shown, and whether something is missing.
fn fitting(text: &str) -> (String, bool) {
    let shown = visible(text);
    // No character has more units than bytes.
    if shown.len() <= LONGEST {
        return (shown.into(), false);
    }
    let mut units = 0;
    let mut fitting = String::with_capacity(shown.len().min(LONGEST));
    for character in shown.chars() {
        units += character.len_utf16();
        if units > LONGEST {
            return (fitting, true);
        }
        fitting.push(character);
    }
    (fitting, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_as_high_as_its_texts_need() {
        assert_eq!(lines_of("kurz", 9), 1);
        assert_eq!(lines_of("", 9), 1);
        assert_eq!(lines_of("eins zwei drei", 9), 2);
        assert_eq!(lines_of("eins\n\nzwei", 9), 3);
        assert_eq!(lines_of("Weiterbildungsverbund", 9), 3);
    }

    #[test]
    fn a_text_that_no_cell_holds_is_cut_and_said_to_be() {
        let long = "ä".repeat(LONGEST + 1);
        let (text, is_cut) = fitting(&long);
        assert_eq!((text.chars().count(), is_cut), (LONGEST, true));
        // A character beyond the basic plane counts twice.
        let (text, is_cut) = fitting(&"🤝".repeat(LONGEST));
        assert_eq!((text.chars().count(), is_cut), (LONGEST / 2, true));
        assert_eq!(fitting("kurz"), ("kurz".to_owned(), false));
    }
}
