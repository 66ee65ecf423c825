//! The protocol of a session as a text document (Office Open XML, ECMA-376), for the interviewee to approve: a table a
//! block, with a column in which to write what is to be corrected.

mod parts;
pub(super) mod writer;

use std::io::{self, Write};

use super::page::{Entry, List, Page, Part, Section};
use crate::guide::Guide;
use crate::i18n::{Text, Words};
use crate::language::Language;
use crate::release::{Level, Released};
use writer::{Cell, DocumentWriter, Orientation, Paragraph, Style};

/// The widths of the columns, in twentieths of a point: number, time, text, correction. Together with the margins they
/// fill a page of A4.
const WIDTHS: [u32; 4] = [700, 1700, 4670, 2000];

/// The same where nothing is to be corrected.
const WIDTHS_WITHOUT: [u32; 3] = [700, 1700, 6670];

/// Writes the document.
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
    let page = Page::of(released, guide, words);
    let mut document = DocumentWriter::new(&page.title, words.language(), Orientation::Portrait)?;
    document.paragraph(&Paragraph::new(Style::Title, &page.title))?;
    for line in &page.head {
        document.paragraph(&Paragraph::new(Style::Normal, line))?;
    }
    let is_for_approval = released.level() == Level::Review;
    if is_for_approval {
        let request = words.text(Text::ExportApprovalRequest);
        document.paragraph(&Paragraph::new(Style::Normal, &request))?;
    }
    for section in &page.sections {
        write_section(section, words, is_for_approval, &mut document)?;
    }
    for list in &page.lists {
        write_list(list, &mut document)?;
    }
    for line in &page.foot {
        document.paragraph(&Paragraph::new(Style::Remark, line))?;
    }
    document.finish(to)
}

/// Writes a page without tables, one paragraph after the other, so close that a sheet of a case mostly takes one.
pub(super) fn write_flowing(page: &Page, words: &Words, to: &mut impl Write) -> io::Result<()> {
    let language = words.language();
    let document = DocumentWriter::new(&page.title, language, Orientation::Portrait)?;
    let mut document = document.closely_set();
    document.paragraph(&Paragraph::new(Style::Title, &page.title))?;
    for line in &page.head {
        document.paragraph(&Paragraph::new(Style::Remark, line))?;
    }
    for section in &page.sections {
        document.paragraph(&Paragraph::new(Style::Heading1, &section.heading))?;
        for part in &section.parts {
            for entry in &part.entries {
                let text = format!("{}  {}", entry.number, entry.text);
                let text = Paragraph::new(Style::Normal, &text);
                document.paragraph(&text.spoken_in(entry.language, language))?;
                if !entry.remark.is_empty() {
                    document.paragraph(&Paragraph::new(Style::Remark, &entry.remark))?;
                }
            }
            for line in &part.struck {
                document.paragraph(&Paragraph::new(Style::Remark, line))?;
            }
        }
    }
    for list in &page.lists {
        write_list(list, &mut document)?;
    }
    for line in &page.foot {
        document.paragraph(&Paragraph::new(Style::Remark, line))?;
    }
    document.finish(to)
}

fn write_section(
    section: &Section,
    words: &Words,
    is_for_approval: bool,
    document: &mut DocumentWriter,
) -> io::Result<()> {
    document.paragraph(&Paragraph::new(Style::Heading1, &section.heading))?;
    let mut heads = vec![
        words.text(Text::ExportHeadNumber),
        words.text(Text::ExportHeadTime),
        words.text(Text::ExportHeadText),
    ];
    let widths: &[u32] = if is_for_approval {
        heads.push(words.text(Text::ExportHeadCorrection));
        &WIDTHS
    } else {
        &WIDTHS_WITHOUT
    };
    document.open_table(widths)?;
    let heads: Vec<Cell> = heads
        .iter()
        .map(|head| Cell::of(Paragraph::new(Style::TableHead, head)))
        .collect();
    document.head_row(&heads, widths)?;
    for part in &section.parts {
        write_part(part, widths, words.language(), document)?;
    }
    document.close_table()
}

fn write_part(
    part: &Part,
    widths: &[u32],
    language: Language,
    document: &mut DocumentWriter,
) -> io::Result<()> {
    let mut topic = vec![Paragraph::new(Style::Heading2, &part.heading)];
    if let Some(summary) = &part.summary {
        topic.push(Paragraph::new(Style::Normal, summary));
    }
    document.wide_row(&Cell::of_several(topic), widths)?;
    for entry in &part.entries {
        document.whole_row(&cells(entry, widths.len(), language), widths)?;
    }
    for struck in &part.struck {
        let line = Cell::of(Paragraph::new(Style::Remark, struck));
        document.wide_row(&line, widths)?;
    }
    Ok(())
}

fn cells<'page>(entry: &'page Entry, columns: usize, language: Language) -> Vec<Cell<'page>> {
    let mut text: Vec<Paragraph<'page>> = entry
        .text
        .lines()
        .map(|line| Paragraph::new(Style::Normal, line).spoken_in(entry.language, language))
        .collect();
    if !entry.remark.is_empty() {
        text.push(Paragraph::new(Style::Remark, &entry.remark));
    }
    let mut cells = vec![
        Cell::of(Paragraph::new(Style::Normal, &entry.number)),
        Cell::of(Paragraph::new(Style::Normal, &entry.time)),
        Cell::of_several(text),
    ];
    // Where the interviewee writes.
    cells.resize_with(columns, || Cell::of_several(Vec::new()));
    cells
}

fn write_list(list: &List, document: &mut DocumentWriter) -> io::Result<()> {
    document.paragraph(&Paragraph::new(Style::Heading1, &list.heading))?;
    for line in &list.lines {
        document.paragraph(&Paragraph::new(Style::Normal, line))?;
    }
    Ok(())
}
