//! Tables as comma-separated values (RFC 4180), UTF-8, with a line of names.
//!
//! The last columns stamp each row: level, pseudonymised, invented.

use std::io::{self, Write};

use super::Sheet;
use crate::export::csv::{inert, rows_to};

/// The names of the columns that say the same in each row.
const STAMP: [&str; 3] = ["level", "pseudonymised", "invented"];

/// Writes the tables, one below the other under one line of names.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write(sheet: &Sheet<'_>, to: &mut impl Write) -> io::Result<()> {
    let mut writer = rows_to(to);
    let names = sheet.for_programs().map(|(_, column)| column.name.as_str());
    writer.write_record(names.chain(STAMP))?;
    // Whoever knows the cases may recognise a statement at every level.
    let stamp = [
        sheet.stamp.level.word(),
        "true",
        if sheet.stamp.invented {
            "true"
        } else {
            "false"
        },
    ];
    for row in sheet
        .sections
        .iter()
        .flat_map(|section| section.rows.for_programs())
    {
        let cells = sheet.for_programs().map(|(place, _)| {
            let cell = row.get(place).map_or("", |cell| cell.data.as_str());
            inert(cell)
        });
        writer.write_record(cells.chain(stamp.map(str::to_owned)))?;
    }
    writer.flush()
}

#[cfg(test)]
mod tests {
    use super::super::{Cell, Readers, Rows, Section, SheetColumn, Stamp};
    use super::*;
    use crate::release::Level;

    #[test]
    fn programs_read_names_values_and_a_stamp_and_no_formula() {
        let sheet = Sheet {
            title: "x".to_owned(),
            stamp: Stamp {
                level: Level::Archive,
                invented: true,
            },
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
                    vec![
                        Cell::same("\u{ff1d}1+1"),
                        Cell::shown(""),
                        Cell::data("\u{1b}"),
                    ],
                ]),
            }],
            foot: Vec::new(),
        };
        let mut bytes = Vec::new();
        write(&sheet, &mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(
            text,
            "code,n,level,pseudonymised,invented\r\n\"a,b\",7,archive,true,true\r\n\
             '\u{ff1d}1+1,\u{fffd},archive,true,true\r\n"
        );
    }

    #[test]
    fn what_sums_up_rows_is_no_row_for_programs() {
        let rows = Rows::with_total(2, vec![Cell::same("N")], |row| {
            vec![Cell::same(row.to_string())]
        });
        let texts = |rows: Vec<Vec<Cell>>| -> Vec<String> {
            rows.into_iter().map(|row| row[0].data.clone()).collect()
        };
        assert_eq!(texts(rows.iter().collect()), ["0", "1", "N"]);
        assert_eq!(texts(rows.for_programs().collect()), ["0", "1"]);
    }
}
