//! Tables as plain text: columns as wide as their widest cell in any of the tables, as far as there is room.

use std::io::{self, Write};

use super::{Section, Sheet};
use crate::export::columns::{Columns, Extent, fitted};
use crate::export::visible;
use crate::language::width;

/// Writes the tables, in lines that have so much room; as wide as they are if nothing limits them.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write(sheet: &Sheet<'_>, room: Option<usize>, to: &mut impl Write) -> io::Result<()> {
    let title = line(&sheet.title);
    writeln!(to, "{title}\n{}", "=".repeat(width(&title)))?;
    for text in &sheet.head {
        writeln!(to, "{}", line(text))?;
    }
    let tables = fitted(&extents(sheet), room);
    for section in &sheet.sections {
        writeln!(to)?;
        if !section.heading.is_empty() {
            let heading = line(&section.heading);
            writeln!(to, "{heading}\n{}", "-".repeat(width(&heading)))?;
        }
        for remark in &section.remarks {
            writeln!(to, "{}", line(remark))?;
        }
        for (index, columns) in tables.iter().enumerate() {
            if index > 0 {
                writeln!(to)?;
            }
            write_rows(sheet, section, columns, to)?;
        }
    }
    if !sheet.foot.is_empty() {
        writeln!(to)?;
    }
    for text in &sheet.foot {
        writeln!(to, "{}", line(text))?;
    }
    Ok(())
}

fn extents(sheet: &Sheet<'_>) -> Vec<Extent> {
    let heads = sheet.for_people();
    let mut extents: Vec<Extent> = heads.map(|(_, column)| Extent::of(&column.head)).collect();
    for row in sheet
        .sections
        .iter()
        .flat_map(|section| section.rows.iter())
    {
        for (extent, (place, _)) in extents.iter_mut().zip(sheet.for_people()) {
            let shown = row.get(place).map_or("", |cell| &cell.shown);
            *extent = extent.max(Extent::of(shown));
        }
    }
    extents
}

fn write_rows(
    sheet: &Sheet<'_>,
    section: &Section<'_>,
    columns: &Columns,
    to: &mut impl Write,
) -> io::Result<()> {
    if !section.rows.is_empty() {
        let heads = sheet.for_people();
        let heads: Vec<&str> = heads.map(|(_, column)| column.head.as_str()).collect();
        to.write_all(columns.row(&heads).as_bytes())?;
    }
    for row in section.rows.iter() {
        let places = sheet.for_people();
        let cells = places.map(|(place, _)| row.get(place).map_or("", |cell| cell.shown.as_str()));
        let cells: Vec<&str> = cells.collect();
        to.write_all(columns.row(&cells).as_bytes())?;
    }
    Ok(())
}

fn line(text: &str) -> String {
    visible(text).replace('\n', " ")
}
