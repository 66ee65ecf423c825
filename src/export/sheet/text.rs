//! Tables as plain text: columns as wide as their widest cell in any of the tables, two spaces between.

use std::io::{self, Write};

use super::Sheet;
use crate::export::visible;
use crate::language::width;

/// Writes the tables.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write(sheet: &Sheet<'_>, to: &mut impl Write) -> io::Result<()> {
    let title = line(&sheet.title);
    writeln!(to, "{title}\n{}", "=".repeat(width(&title)))?;
    for text in &sheet.head {
        writeln!(to, "{}", line(text))?;
    }
    let widths = widths(sheet);
    for section in &sheet.sections {
        writeln!(to)?;
        if !section.heading.is_empty() {
            let heading = line(&section.heading);
            writeln!(to, "{heading}\n{}", "-".repeat(width(&heading)))?;
        }
        for remark in &section.remarks {
            writeln!(to, "{}", line(remark))?;
        }
        if !section.rows.is_empty() {
            let heads = sheet.for_people().map(|(_, column)| column.head.as_str());
            write_row(heads, &widths, to)?;
        }
        for row in section.rows.iter() {
            let cells = sheet
                .for_people()
                .map(|(place, _)| row.get(place).map_or("", |cell| cell.shown.as_str()));
            write_row(cells, &widths, to)?;
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

fn widths(sheet: &Sheet<'_>) -> Vec<usize> {
    let heads = sheet.for_people();
    let mut widths: Vec<usize> = heads
        .map(|(_, column)| width(&line(&column.head)))
        .collect();
    for row in sheet
        .sections
        .iter()
        .flat_map(|section| section.rows.iter())
    {
        for (widest, (place, _)) in widths.iter_mut().zip(sheet.for_people()) {
            let cell = row.get(place).map_or(0, |cell| width(&line(&cell.shown)));
            *widest = cell.max(*widest);
        }
    }
    widths
}

fn write_row<'cells>(
    cells: impl Iterator<Item = &'cells str>,
    widths: &[usize],
    to: &mut impl Write,
) -> io::Result<()> {
    let mut row = String::new();
    for (cell, wide) in cells.zip(widths) {
        let cell = line(cell);
        let room = wide.saturating_sub(width(&cell));
        row.push_str(&cell);
        row.push_str(&" ".repeat(room + 2));
    }
    writeln!(to, "{}", row.trim_end())
}

fn line(text: &str) -> String {
    visible(text).replace('\n', " ")
}
