//! The protocol as Markdown, the dialect `CommonMark`.

use std::io::{self, Write};

use super::page::{Entry, Page, Part};
use crate::guide::Guide;
use crate::i18n::Words;
use crate::release::Released;

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
    writeln!(to, "# {}", escaped(&page.title))?;
    for line in &page.head {
        writeln!(to, "\n{}", escaped(line))?;
    }
    for section in &page.sections {
        writeln!(to, "\n## {}", escaped(&section.heading))?;
        for part in &section.parts {
            write_part(part, to)?;
        }
    }
    for list in &page.lists {
        writeln!(to, "\n## {}\n", escaped(&list.heading))?;
        for line in &list.lines {
            writeln!(to, "- {}", escaped(line))?;
        }
    }
    writeln!(to, "\n---")?;
    for line in &page.foot {
        writeln!(to, "\n{}", escaped(line))?;
    }
    Ok(())
}

fn write_part(part: &Part, to: &mut impl Write) -> io::Result<()> {
    if !part.heading.is_empty() {
        writeln!(to, "\n### {}", escaped(&part.heading))?;
    }
    if let Some(summary) = &part.summary {
        writeln!(to, "\n{}", escaped(summary))?;
    }
    if !part.entries.is_empty() || !part.struck.is_empty() {
        writeln!(to)?;
    }
    for entry in &part.entries {
        write_entry(entry, to)?;
    }
    for struck in &part.struck {
        writeln!(to, "- *{}*", escaped(struck))?;
    }
    Ok(())
}

fn write_entry(entry: &Entry, to: &mut impl Write) -> io::Result<()> {
    write!(to, "- **{}** ", entry.number)?;
    if !entry.time.is_empty() {
        write!(to, "`{}` ", entry.time)?;
    }
    let mut lines: Vec<String> = entry
        .text
        .lines()
        .map(|line| escaped(line.trim()))
        .collect();
    if !entry.remark.is_empty() {
        lines.push(format!("*{}*", escaped(&entry.remark)));
    }
    writeln!(to, "{}", indented(&lines))
}

/// Lines of an entry of a list; each that is followed by another ends with a backslash, so that it stays a line.
fn indented(lines: &[String]) -> String {
    let mut text = String::new();
    for (index, line) in lines.iter().enumerate() {
        if index > 0 && !line.is_empty() {
            text.push_str("  ");
        }
        text.push_str(line);
        match lines.get(index + 1) {
            Some(next) if line.is_empty() || next.is_empty() => text.push('\n'),
            Some(_) => text.push_str("\\\n"),
            None => {}
        }
    }
    text
}

/// One line of text with a backslash before what Markdown would take for a sign of its own.
///
/// Square brackets stay as they are, so that placeholders can be read in the file itself; they only make a link with
/// `(`, `[` or `:` behind them.
pub(super) fn escaped(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len());
    let mut characters = line.chars().peekable();
    let mut at_start = true;
    let mut after_digits = false;
    while let Some(character) = characters.next() {
        let next = characters.peek().copied();
        let is_sign = match character {
            '\\' | '`' | '*' | '_' | '<' | '>' | '&' | '~' | '|' => true,
            ']' => matches!(next, Some('(' | '[' | ':')),
            '#' | '-' | '+' | '=' => at_start,
            '.' | ')' => after_digits && matches!(next, None | Some(' ')),
            _ => false,
        };
        if is_sign {
            escaped.push('\\');
        }
        escaped.push(character);
        after_digits = character.is_ascii_digit() && (at_start || after_digits);
        at_start = at_start && character == ' ';
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_noted_is_no_markdown() {
        let rows = [
            ("Grösse – été", "Grösse – été"),
            ("[Person 1] half", "[Person 1] half"),
            ("[Person 1](http://x)", "[Person 1\\](http://x)"),
            ("# no heading", "\\# no heading"),
            ("no # heading", "no # heading"),
            ("- no list", "\\- no list"),
            ("12. no list", "12\\. no list"),
            ("in 2015. Then", "in 2015. Then"),
            ("2.5 posts", "2.5 posts"),
            (
                "a * b_c `d` <b> &amp;",
                "a \\* b\\_c \\`d\\` \\<b\\> \\&amp;",
            ),
        ];
        for (noted, expected) in rows {
            assert_eq!(escaped(noted), expected, "{noted}");
        }
    }

    #[test]
    fn lines_of_a_note_stay_lines() {
        let lines = ["eins", "zwei", "", "drei"].map(str::to_owned);
        assert_eq!(indented(&lines), "eins\\\n  zwei\n\n  drei");
    }
}
