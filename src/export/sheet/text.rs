//! Tables as plain text: columns as wide as their widest cell in any of the tables, as far as there is room.

use std::io::{self, Write};

use super::{Section, Sheet};
use crate::export::columns::{Columns, Extent, fitted};
use crate::export::visible;
use crate::language::{width, wrap};

/// Writes the tables, in lines that have so much room; as wide as they are if nothing limits them.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write(sheet: &Sheet<'_>, room: Option<usize>, to: &mut impl Write) -> io::Result<()> {
    heading(&sheet.title, "=", room, to)?;
    for text in &sheet.head {
        paragraph(text, room, to)?;
    }
    let tables = fitted(&extents(sheet), room);
    for section in &sheet.sections {
        writeln!(to)?;
        if !section.heading.is_empty() {
            heading(&section.heading, "-", room, to)?;
        }
        for remark in &section.remarks {
            paragraph(remark, room, to)?;
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
        paragraph(text, room, to)?;
    }
    Ok(())
}

/// Writes a heading and the line below it.
fn heading(text: &str, sign: &str, room: Option<usize>, to: &mut impl Write) -> io::Result<()> {
    let lines = lines(text, room);
    let widest = lines.iter().map(|line| width(line)).max().unwrap_or(0);
    for line in lines {
        writeln!(to, "{line}")?;
    }
    writeln!(to, "{}", sign.repeat(widest))
}

/// Writes a text that stands around a table.
fn paragraph(text: &str, room: Option<usize>, to: &mut impl Write) -> io::Result<()> {
    let mut lines = lines(text, room).into_iter();
    lines.try_for_each(|line| writeln!(to, "{line}"))
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

/// A text in lines that have so much room; in one if nothing limits it.
fn lines(text: &str, room: Option<usize>) -> Vec<String> {
    let line = visible(text).replace('\n', " ");
    match room {
        Some(room) if width(&line) > room => wrap(&line, room),
        _ => vec![line],
    }
}
