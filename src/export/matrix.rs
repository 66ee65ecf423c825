//! The protocol matrix of what has been released: a row a session, a column a topic, guide by guide.

use super::page::{quoted_text, shown};
use super::{Collection, visible};
use crate::i18n::{Text, Value, Words};
use crate::release::{Released, ReleasedCell};
use crate::session::{CellState, Note, TopicId};

/// The matrix of the sessions that follow one guide.
pub(super) struct Matrix<'collection> {
    /// The guide's id.
    pub guide: &'collection str,
    /// The blocks.
    pub blocks: Vec<MatrixBlock>,
    /// The sessions.
    pub sessions: Vec<&'collection Released>,
}

/// A block with its columns.
pub(super) struct MatrixBlock {
    /// Its id.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// Its columns, that of the bin «outside the guide» last and only if something is in it.
    pub columns: Vec<Column>,
}

/// A column.
pub(super) struct Column {
    /// The topic.
    pub topic: TopicId,
    /// Its head.
    pub head: String,
}

/// The matrices, in the order in which the guides first occur.
pub(super) fn matrices<'collection>(
    collection: &'collection Collection,
    words: &Words,
) -> Vec<Matrix<'collection>> {
    let mut matrices: Vec<Matrix<'collection>> = Vec::new();
    for released in collection.sessions() {
        let guide = released.guide().id.as_str();
        if let Some(matrix) = matrices.iter_mut().find(|matrix| matrix.guide == guide) {
            matrix.sessions.push(released);
        } else {
            matrices.push(Matrix {
                guide,
                blocks: Vec::new(),
                sessions: vec![released],
            });
        }
    }
    for matrix in &mut matrices {
        for released in matrix.sessions.clone() {
            matrix.add_columns(released, collection, words);
        }
    }
    matrices
}

impl Matrix<'_> {
    fn add_columns(&mut self, released: &Released, collection: &Collection, words: &Words) {
        for block in released.blocks() {
            let known = self.blocks.iter().position(|other| other.id == block.id);
            let index = known.unwrap_or_else(|| {
                let number = self.blocks.len() + 1;
                let title = block_title(released, &block.id, collection, words);
                let title = title.or_else(|| block.title.clone());
                self.blocks.push(MatrixBlock {
                    id: block.id.clone(),
                    heading: heading(number, title.as_deref(), words),
                    columns: Vec::new(),
                });
                number - 1
            });
            let Some(known) = self.blocks.get_mut(index) else {
                continue;
            };
            for cell in &block.cells {
                known.add(cell, released, collection, words);
            }
        }
    }
}

impl MatrixBlock {
    fn add(
        &mut self,
        cell: &ReleasedCell,
        released: &Released,
        collection: &Collection,
        words: &Words,
    ) {
        if self.columns.iter().any(|column| column.topic == cell.topic) {
            return;
        }
        let column = Column {
            topic: cell.topic.clone(),
            head: head(cell, released, collection, words),
        };
        // What is outside the guide stays behind its topics, whichever session brings more of them.
        let outside = self
            .columns
            .iter()
            .position(|column| column.topic.is_outside());
        match outside.filter(|_| !cell.topic.is_outside()) {
            Some(index) => self.columns.insert(index, column),
            None => self.columns.push(column),
        }
    }
}

/// The heading of a block.
pub(super) fn heading(number: usize, title: Option<&str>, words: &Words) -> String {
    let number = Value::from(number);
    match title {
        Some(title) => {
            let title = Value::from(shown(title));
            words.text_with(
                Text::ProtocolBlockTitled,
                &[("number", number), ("title", title)],
            )
        }
        None => words.text_with(Text::ProtocolBlock, &[("number", number)]),
    }
}

/// The title of a block in the language of the document, if its guide is at hand.
fn block_title(
    released: &Released,
    id: &str,
    collection: &Collection,
    words: &Words,
) -> Option<String> {
    let guide = collection.guide_of(released)?;
    let language = guide.language_for(words.language());
    let block = guide.blocks.iter().find(|block| block.id == id)?;
    Some(block.title.in_language(language).to_owned())
}

/// The head of a column in the language of the document, if its guide is at hand; else in that of the session.
fn head(
    cell: &ReleasedCell,
    released: &Released,
    collection: &Collection,
    words: &Words,
) -> String {
    let from_guide = collection.guide_of(released).and_then(|guide| {
        let (_, topic) = guide.topic(cell.topic.as_str())?;
        let language = guide.language_for(words.language());
        Some(topic.title.in_language(language))
    });
    let title = match from_guide.or(cell.title.as_deref()) {
        Some(title) => shown(title),
        None => words.text(Text::ProtocolOutside).into_owned(),
    };
    format!("{} {title}", visible(cell.topic.as_str()))
}

/// What stands in a cell, a line each: its state if that is not plain from its notes, its sentence, its notes and those
/// that are linked into it.
pub(super) fn lines(released: &Released, topic: &TopicId, words: &Words) -> Vec<String> {
    let cells = released.blocks().iter().flat_map(|block| &block.cells);
    let cell = cells.into_iter().find(|cell| &cell.topic == topic);
    let mut notes: Vec<&Note> = released
        .notes()
        .iter()
        .filter(|note| note.stands_in(topic))
        .collect();
    notes.sort_by_key(|note| (note.at_ms, note.id));
    let mut lines = Vec::new();
    if let Some(cell) = cell {
        let is_plain = match cell.state {
            CellState::Answered | CellState::Open => !notes.is_empty(),
            _ => false,
        };
        // A bin is only there to hold notes: without any, there is nothing to be said about it.
        if !is_plain && !topic.is_outside() {
            lines.push(format!("({})", words.state(cell.state)));
        }
        if let Some(summary) = &cell.summary {
            let summary = Value::from(shown(summary.as_str()));
            lines.push(words.text_with(Text::ProtocolSummary, &[("text", summary)]));
        }
    }
    lines.extend(
        notes
            .into_iter()
            .map(|note| format!("{} {}", note.id, shown(&quoted_text(note)))),
    );
    lines
}
