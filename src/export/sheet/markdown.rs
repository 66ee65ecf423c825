//! Tables as Markdown, with the tables of GitHub's dialect.

use std::io::{self, Write};

use super::Sheet;
use crate::export::markdown::escaped;
use crate::export::visible;

/// Writes the tables.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write(sheet: &Sheet<'_>, to: &mut impl Write) -> io::Result<()> {
    writeln!(to, "# {}", line(&sheet.title))?;
    for text in &sheet.head {
        writeln!(to, "\n{}", line(text))?;
    }
    for section in &sheet.sections {
        if !section.heading.is_empty() {
            writeln!(to, "\n## {}", line(&section.heading))?;
        }
        for remark in &section.remarks {
            writeln!(to, "\n*{}*", line(remark))?;
        }
        if !section.rows.is_empty() {
            writeln!(to)?;
            write_row(
                sheet.for_people().map(|(_, column)| column.head.as_str()),
                to,
            )?;
            write_row(sheet.for_people().map(|_| "---"), to)?;
        }
        for row in section.rows.iter() {
            let cells = sheet
                .for_people()
                .map(|(place, _)| row.get(place).map_or("", |cell| cell.shown.as_str()));
            write_row(cells, to)?;
        }
    }
    writeln!(to, "\n---")?;
    for text in &sheet.foot {
        writeln!(to, "\n{}", line(text))?;
    }
    Ok(())
}

fn write_row<'cells>(
    cells: impl Iterator<Item = &'cells str>,
    to: &mut impl Write,
) -> io::Result<()> {
    write!(to, "|")?;
    for cell in cells {
        let cell = if cell == "---" {
            cell.to_owned()
        } else {
            line(cell)
        };
        write!(to, " {cell} |")?;
    }
    writeln!(to)
}

fn line(text: &str) -> String {
    escaped(&visible(text).replace('\n', " "))
}
