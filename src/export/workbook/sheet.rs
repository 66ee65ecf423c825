//! A sheet: heads that stay in view, columns of a fitting width, text that wraps.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::export::visible;
use crate::i18n::{Text, Words};

/// The longest text of a cell, in UTF-16 units: the limit of the format is 32,767.
const LONGEST: usize = 32_000;

/// The background of heads.
const HEAD: Color = Color::RGB(0x00D9_E2EC);

/// A column.
pub(super) struct Column {
    head: String,
    /// In characters.
    width: f64,
}

impl Column {
    /// For a word.
    pub(super) fn narrow(head: &str) -> Self {
        Self::new(head, 12.0)
    }

    /// For a few words.
    pub(super) fn middle(head: &str) -> Self {
        Self::new(head, 28.0)
    }

    /// For sentences.
    pub(super) fn wide(head: &str) -> Self {
        Self::new(head, 48.0)
    }

    fn new(head: &str, width: f64) -> Self {
        Self {
            head: head.to_owned(),
            width,
        }
    }
}

/// A sheet in the making.
pub(super) struct Sheet {
    worksheet: Worksheet,
    heads_at: u32,
    next: u32,
    columns: u16,
    text: Format,
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
            worksheet.write_string_with_format(heads_at, count, fitting(&column.head).0, &head)?;
            count += 1;
        }
        // Printed on paper, the heads stand on every page.
        worksheet.set_repeat_rows(0, heads_at)?;
        worksheet.set_print_fit_to_pages(1, 0);
        Ok(Self {
            worksheet,
            heads_at,
            next: heads_at + 1,
            columns: count,
            text,
            head,
        })
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
            self.worksheet
                .write_string_with_format(self.next, column, text, &self.text)?;
        }
        self.next += 1;
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

/// As much of a text as a cell holds, as it may be shown, and whether something is missing.
fn fitting(text: &str) -> (String, bool) {
    let shown = visible(text);
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
