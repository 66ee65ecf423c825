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
    write_page(&Page::of(released, guide, words), to)
}

/// Writes a page.
pub(super) fn write_page(page: &Page, to: &mut impl Write) -> io::Result<()> {
    write_heading(&page.title, '=', to)?;
    for line in &page.head {
        write_hanging("", line, to)?;
    }
    for section in &page.sections {
        writeln!(to)?;
        write_heading(&section.heading, '-', to)?;
        for part in &section.parts {
            write_part(part, to)?;
        }
    }
    for list in &page.lists {
        writeln!(to)?;
        write_heading(&list.heading, '-', to)?;
        for line in &list.lines {
            write_hanging("  ", line, to)?;
        }
    }
    writeln!(to)?;
    for line in &page.foot {
        write_hanging("", line, to)?;
    }
    Ok(())
}

fn write_heading(heading: &str, underline: char, to: &mut impl Write) -> io::Result<()> {
    let line: String = std::iter::repeat_n(underline, width(heading)).collect();
    writeln!(to, "{heading}\n{line}")
}

fn write_part(part: &Part, to: &mut impl Write) -> io::Result<()> {
    if !part.heading.is_empty() {
        writeln!(to)?;
        write_hanging("", &part.heading, to)?;
    }
    if let Some(summary) = &part.summary {
        write_hanging("  ", summary, to)?;
    }
    for entry in &part.entries {
        write_entry(entry, to)?;
    }
    for struck in &part.struck {
        write_hanging("  ", struck, to)?;
    }
    Ok(())
}

fn write_entry(entry: &Entry, to: &mut impl Write) -> io::Result<()> {
    let start = if entry.time.is_empty() {
        format!("  {:<8}  ", entry.number)
    } else {
        format!("  {:<5} {}  ", entry.number, entry.time)
    };
    write_hanging(&start, &entry.text, to)?;
    if !entry.remark.is_empty() {
        write_hanging(&blank(&start), &entry.remark, to)?;
    }
    Ok(())
}

/// Writes a text after `start`, its further lines below its beginning.
fn write_hanging(start: &str, text: &str, to: &mut impl Write) -> io::Result<()> {
    let room = COLUMNS.saturating_sub(width(start));
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
        } else if width(last) + 1 + width(word) <= room {
            last.push(' ');
            last.push_str(word);
        } else {
            pieces.push(word.to_owned());
        }
    }
    pieces
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
