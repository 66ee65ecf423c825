//! The protocol matrix as a text document in landscape: a table a block, a row a session, a column a topic.

use std::io::{self, Write};

use super::docx::writer::{Cell, DocumentWriter, Orientation, Paragraph, Style};
use super::matrix::{Matrix, MatrixBlock, lines, matrices};
use super::{Collection, report};
use crate::i18n::{Text, Value, Words};
use crate::session::SessionId;

/// The width of a page between its margins, in twentieths of a point.
const PAGE: u32 = 14_000;

/// The width of the column with the names of the sessions.
const SESSIONS: u32 = 1_700;

/// Writes the document.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write(collection: &Collection, words: &Words, to: &mut impl Write) -> io::Result<()> {
    let level = words.level(collection.level()).into_owned();
    let title = words.text_with(Text::ExportMatrixTitle, &[("level", Value::from(level))]);
    let mut document = DocumentWriter::new(&title, words.language(), Orientation::Landscape)?;
    document.paragraph(&Paragraph::new(Style::Title, &title))?;
    let matrices = matrices(collection, words);
    for matrix in &matrices {
        if matrices.len() > 1 {
            let guide = [("guide", Value::from(matrix.guide))];
            let line = words.text_with(Text::ExportOfGuide, &guide);
            document.paragraph(&Paragraph::new(Style::Normal, &line))?;
        }
        for block in &matrix.blocks {
            write_block(matrix, block, words, &mut document)?;
        }
    }
    for line in report::lines(collection, words) {
        document.paragraph(&Paragraph::new(Style::Remark, &line))?;
    }
    document.finish(to)
}

fn write_block(
    matrix: &Matrix<'_>,
    block: &MatrixBlock,
    words: &Words,
    document: &mut DocumentWriter,
) -> io::Result<()> {
    document.paragraph(&Paragraph::new(Style::Heading1, &block.heading))?;
    let columns = u32::try_from(block.columns.len().max(1)).unwrap_or(u32::MAX);
    let mut widths = vec![SESSIONS];
    widths.extend(block.columns.iter().map(|_| (PAGE - SESSIONS) / columns));
    document.open_table(&widths)?;
    let session = words.text(Text::ListSession);
    let heads = std::iter::once(session.as_ref());
    let heads = heads.chain(block.columns.iter().map(|column| column.head.as_str()));
    let heads: Vec<Cell<'_>> = heads
        .map(|head| Cell::of(Paragraph::new(Style::TableHead, head)))
        .collect();
    document.head_row(&heads, &widths)?;
    for released in &matrix.sessions {
        let name = name(released.id(), released.is_invented(), words);
        let cells: Vec<Vec<String>> = block
            .columns
            .iter()
            .map(|column| lines(released, &column.topic, words))
            .collect();
        let mut row = vec![Cell::of(Paragraph::new(Style::TableHead, &name))];
        row.extend(cells.iter().map(|lines| {
            let lines = lines.iter();
            Cell::of_several(
                lines
                    .map(|line| Paragraph::new(Style::Normal, line))
                    .collect(),
            )
        }));
        document.row(&row, &widths)?;
    }
    document.close_table()
}

/// The name of a session, with a word behind it if it is made up.
pub(super) fn name(id: &SessionId, is_invented: bool, words: &Words) -> String {
    if is_invented {
        format!("{id} ({})", words.text(Text::ListInvented))
    } else {
        id.to_string()
    }
}
