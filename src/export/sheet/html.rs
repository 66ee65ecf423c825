//! The tables of a sheet as HTML, for people.

use maud::{Markup, html};

use super::{Readers, Section, Sheet, SheetColumn};
use crate::export::visible;

/// What stands in a cell instead of its text: a picture, or a sign with a class. Nothing leaves the text.
pub type Picture<'picture> = &'picture dyn Fn(usize, &SheetColumn) -> Option<Markup>;

/// A table of a sheet. `picture` is asked for each cell by its row and column.
pub fn table(sheet: &Sheet<'_>, section: &Section<'_>, picture: Picture<'_>) -> Markup {
    let columns = || sheet.for_people();
    html! {
        table {
            thead {
                tr { @for (_, column) in columns() { th scope="col" { (visible(&column.head)) } } }
            }
            tbody {
                @for (number, row) in section.rows.iter().enumerate() {
                    tr {
                        @for (place, column) in columns() {
                            @let cell = row.get(place).map_or("", |cell| cell.shown.as_str());
                            @match picture(number, column) {
                                Some(markup) => td { (markup) },
                                None => (text(cell, is_head(column))),
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Whether a column names its row.
fn is_head(column: &SheetColumn) -> bool {
    column.readers == Readers::Both && matches!(column.name.as_str(), "session" | "code")
}

fn text(cell: &str, is_head: bool) -> Markup {
    let shown = visible(cell);
    html! {
        @if is_head {
            th scope="row" { (shown) }
        } @else if is_number(cell) {
            td.n { (shown) }
        } @else {
            td { (shown) }
        }
    }
}

/// Whether a cell is set to the right.
fn is_number(cell: &str) -> bool {
    !cell.is_empty()
        && cell
            .chars()
            .all(|character| character.is_ascii_digit() || "/ %\u{a0}\u{202f}".contains(character))
}

#[cfg(test)]
mod tests {
    use super::super::{Cell, Rows, SheetColumn, Stamp};
    use super::*;
    use crate::release::Level;

    #[test]
    fn text_is_text_and_no_markup() {
        let sheet = Sheet {
            title: String::new(),
            stamp: Stamp {
                level: Level::Working,
                invented: false,
            },
            head: Vec::new(),
            columns: vec![
                SheetColumn::both("code", "<b>Code"),
                SheetColumn::of("of", "", Readers::Programs),
                SheetColumn::both("sessions", "n"),
            ],
            sections: vec![Section {
                heading: String::new(),
                remarks: Vec::new(),
                rows: Rows::from_iter([vec![
                    Cell::same("a<b>\u{202e}"),
                    Cell::same("x"),
                    Cell::same("12"),
                ]]),
            }],
            foot: Vec::new(),
        };
        let markup = table(&sheet, &sheet.sections[0], &|_, _| None).into_string();
        assert_eq!(
            markup,
            "<table><thead><tr><th scope=\"col\">&lt;b&gt;Code</th><th scope=\"col\">n</th></tr></thead>\
             <tbody><tr><th scope=\"row\">a&lt;b&gt;\u{fffd}</th><td class=\"n\">12</td></tr></tbody></table>"
        );
    }
}
