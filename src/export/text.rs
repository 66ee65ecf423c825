//! The protocol as plain text, 80 columns wide.

use std::io::{self, Write};

use super::page::{Entry, Page, Part};
use crate::guide::Guide;
use crate::i18n::Words;
use crate::language::width;
use crate::release::Released;

/// The width of the page in columns.
const COLUMNS: usize = 80;

/// Writes the protocol.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write(
    released: &Released,
    guide: Option<&Guide>,
    words: &Words,
    to: &mut impl Write,
) -> io::Result<()> {
    write_page(&Page::of(released, guide, words), Layout::Paper, to)
}

/// Whether lines are broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// As wide as paper, headings underlined.
    Paper,
    /// Whoever shows them breaks the lines.
    Unbroken,
}

/// Writes a page.
pub(super) fn write_page(page: &Page, layout: Layout, to: &mut impl Write) -> io::Result<()> {
    write_heading(&page.title, '=', layout, to)?;
    for line in &page.head {
        write_hanging("", line, layout, to)?;
    }
    for section in &page.sections {
        writeln!(to)?;
        write_heading(&section.heading, '-', layout, to)?;
        for part in &section.parts {
            write_part(part, layout, to)?;
        }
    }
    for list in &page.lists {
        writeln!(to)?;
        write_heading(&list.heading, '-', layout, to)?;
        for line in &list.lines {
            write_hanging("  ", line, layout, to)?;
        }
    }
    writeln!(to)?;
    for line in &page.foot {
        write_hanging("", line, layout, to)?;
    }
    Ok(())
}

fn write_heading(
    heading: &str,
    underline: char,
    layout: Layout,
    to: &mut impl Write,
) -> io::Result<()> {
    if layout == Layout::Unbroken {
        return writeln!(to, "{heading}");
    }
    let line: String = std::iter::repeat_n(underline, width(heading)).collect();
    writeln!(to, "{heading}\n{line}")
}

fn write_part(part: &Part, layout: Layout, to: &mut impl Write) -> io::Result<()> {
    if !part.heading.is_empty() {
        writeln!(to)?;
        write_hanging("", &part.heading, layout, to)?;
    }
    if let Some(summary) = &part.summary {
        write_hanging("  ", summary, layout, to)?;
    }
    for entry in &part.entries {
        write_entry(entry, layout, to)?;
    }
    for struck in &part.struck {
        write_hanging("  ", struck, layout, to)?;
    }
    Ok(())
}

fn write_entry(entry: &Entry, layout: Layout, to: &mut impl Write) -> io::Result<()> {
    let start = if entry.time.is_empty() {
        format!("  {:<8}  ", entry.number)
    } else {
        format!("  {:<5} {}  ", entry.number, entry.time)
    };
    write_hanging(&start, &entry.text, layout, to)?;
    if !entry.remark.is_empty() {
        write_hanging(&blank(&start), &entry.remark, layout, to)?;
    }
    Ok(())
}

/// Writes a text after `start`, its further lines below its beginning.
fn write_hanging(start: &str, text: &str, layout: Layout, to: &mut impl Write) -> io::Result<()> {
    let room = match layout {
        Layout::Paper => COLUMNS.saturating_sub(width(start)),
        Layout::Unbroken => usize::MAX,
    };
    let mut lead = start.to_owned();
    for line in text.lines().flat_map(|line| wrapped(line, room)) {
        writeln!(to, "{}", format!("{lead}{line}").trim_end())?;
        lead = blank(start);
    }
    // A text without lines still has its number.
    if text.is_empty() {
        writeln!(to, "{}", start.trim_end())?;
    }
    Ok(())
}

/// As much space as `start` takes.
fn blank(start: &str) -> String {
    " ".repeat(width(start))
}

/// The line in pieces no wider than `room`, broken at spaces; a word that is wider stands alone.
pub(super) fn wrapped(line: &str, room: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for word in line.split(' ').filter(|word| !word.is_empty()) {
        let Some(last) = pieces.last_mut() else { break };
        if last.is_empty() {
            last.push_str(word);
        } else if fits(last, word, room) {
            last.push(' ');
            last.push_str(word);
        } else {
            pieces.push(word.to_owned());
        }
    }
    pieces
}

/// Whether a word finds room behind a piece. No letter is wider than it has bytes, so that most need not be measured.
fn fits(piece: &str, word: &str, room: usize) -> bool {
    piece.len() + 1 + word.len() <= room || width(piece) + 1 + width(word) <= room
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_only() {
        assert_eq!(wrapped("eins zwei drei", 9), ["eins zwei", "drei"]);
        assert_eq!(wrapped("sehrlangeswort a", 4), ["sehrlangeswort", "a"]);
        assert_eq!(wrapped("oui\u{a0}: non", 5), ["oui\u{a0}:", "non"]);
        assert_eq!(wrapped("", 9), [""]);
    }
}
