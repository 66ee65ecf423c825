//! The cells of a session by block, in the order of its guide.

use std::collections::BTreeSet;

use super::{ReleasedBlock, ReleasedCell};
use crate::guide::Guide;
use crate::session::{Session, TopicId};

/// The blocks of a session with their cells.
///
/// The order is that of the titles that the session remembers; a cell that is not among them (the bin «outside the
/// guide», or a topic that the guide no longer has) comes last in its block if there is something in it.
pub(super) fn blocks(session: &Session, guide: Option<&Guide>) -> Vec<ReleasedBlock> {
    let mut blocks: Vec<ReleasedBlock> = Vec::new();
    for (topic, title) in &session.header.guide.titles {
        place(&mut blocks, cell(session, topic, Some(title.clone())));
    }
    let known: BTreeSet<&TopicId> = session
        .header
        .guide
        .titles
        .iter()
        .map(|(topic, _)| topic)
        .collect();
    for topic in used(session) {
        if !known.contains(topic) {
            place(&mut blocks, cell(session, topic, None));
        }
    }
    for block in &mut blocks {
        block.title = title(session, guide, &block.id);
    }
    blocks
}

/// The cells in which there is something.
fn used(session: &Session) -> BTreeSet<&TopicId> {
    let of_notes = session
        .notes
        .iter()
        .flat_map(|note| std::iter::once(&note.topic).chain(&note.also_in));
    let struck = session.tombstones.iter().map(|tombstone| &tombstone.topic);
    of_notes
        .chain(struck)
        .chain(session.cells.keys())
        .chain(session.summaries.keys())
        .collect()
}

fn cell(session: &Session, topic: &TopicId, title: Option<String>) -> ReleasedCell {
    ReleasedCell {
        topic: topic.clone(),
        title,
        state: session.cell(topic),
        summary: session.summaries.get(topic).cloned(),
        probes: session
            .probes
            .get(topic)
            .map(|probes| probes.iter().copied().collect())
            .unwrap_or_default(),
    }
}

fn place(blocks: &mut Vec<ReleasedBlock>, cell: ReleasedCell) {
    let id = block_of(&cell.topic);
    if let Some(block) = blocks.iter_mut().find(|block| block.id == id) {
        block.cells.push(cell);
    } else {
        blocks.push(ReleasedBlock {
            id: id.to_owned(),
            title: None,
            cells: vec![cell],
        });
    }
}

/// The block of a cell: what stands before the last dot of its id.
fn block_of(topic: &TopicId) -> &str {
    let id = topic.as_str();
    id.rsplit_once('.').map_or(id, |(block, _)| block)
}

fn title(session: &Session, guide: Option<&Guide>, id: &str) -> Option<String> {
    let guide = guide?;
    let language = guide.language_for(session.header.language);
    let block = guide.blocks.iter().find(|block| block.id == id)?;
    Some(block.title.in_language(language).to_owned())
}
