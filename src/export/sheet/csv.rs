//! Tables as comma-separated values (RFC 4180), UTF-8, with a line of names.

use std::io::{self, Write};

use super::Sheet;
use crate::export::visible;

/// Writes the tables, one below the other under one line of names.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write(sheet: &Sheet<'_>, to: &mut impl Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(to);
    writer.write_record(sheet.for_programs().map(|(_, column)| column.name.as_str()))?;
    for row in sheet
        .sections
        .iter()
        .flat_map(|section| section.rows.iter())
    {
        let cells = sheet.for_programs().map(|(place, _)| {
            let cell = row.get(place).map_or("", |cell| cell.data.as_str());
            harmless(cell)
        });
        writer.write_record(cells)?;
    }
    writer.flush()
}

/// A cell that no spreadsheet takes for a formula: what begins like one begins with an apostrophe (OWASP, CSV
/// injection).
fn harmless(cell: &str) -> String {
    let shown = visible(cell);
    if shown.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        return format!("'{shown}");
    }
    shown.into_owned()
}

#[cfg(test)]
mod tests {
    use super::super::{Cell, Readers, Rows, Section, SheetColumn};
    use super::*;

    #[test]
    fn programs_read_names_and_values_and_no_formula() {
        let sheet = Sheet {
            title: "x".to_owned(),
            head: Vec::new(),
            columns: vec![
                SheetColumn::both("code", "Code"),
                SheetColumn::of("bar", "Share", Readers::People),
                SheetColumn::both("n", "N"),
            ],
            sections: vec![Section {
                heading: String::new(),
                remarks: Vec::new(),
                rows: Rows::from_iter([
                    vec![
                        Cell::same("a,b"),
                        Cell::shown("██"),
                        Cell::of("7 of 9", "7"),
                    ],
                    vec![Cell::same("=1+1"), Cell::shown(""), Cell::data("\u{1b}")],
                ]),
            }],
            foot: Vec::new(),
        };
        let mut bytes = Vec::new();
        write(&sheet, &mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(text, "code,n\n\"a,b\",7\n'=1+1,\u{fffd}\n");
    }
}
