//! The columns of the protocol matrix: blocks and topics of a guide, over all versions that its sessions followed.
//!
//! Versions are joined by the ids of topics. Whether a topic was asked in other words is seen by its title, which each
//! session remembers; where only the files of the guide differ, the column says that other words are possible.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{Names, SessionFacts, TopicNumber};
use super::selection::Selection;
use crate::guide::{Guide, LocalisedText};
use crate::session::TopicId;

/// The columns of the protocol matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    /// The blocks, in the order of the guide.
    pub blocks: Vec<BlockColumns>,
    /// For each number of a topic: its block, and its column counted over all blocks.
    places: Vec<Option<(usize, usize)>>,
}

/// The columns of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockColumns {
    /// The block's id.
    pub block: String,
    /// Its title; nothing if the guide does not have it.
    pub title: Option<LocalisedText>,
    /// Its columns: topics in the order of the guide, those of other versions, the bin «outside the guide» if something
    /// is in it.
    pub topics: Vec<Column>,
}

/// A column of the protocol matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The topic, or the bin «outside the guide».
    pub topic: TopicId,
    /// Its title; nothing for the bin, and for topics that the guide does not have.
    pub title: Option<LocalisedText>,
    /// The title that a session remembers, for a topic that the guide does not have.
    pub remembered: Option<String>,
    /// Whether its sessions followed versions of the guide that say it otherwise.
    pub wording: Wording,
}

/// Whether a topic was asked in the same words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Wording {
    /// All sessions followed the same file.
    Same,
    /// They followed different files which call the topic alike; its question may differ.
    PerhapsChanged,
    /// They followed different files which call the topic otherwise.
    Changed,
}

impl Columns {
    /// The columns for these sessions.
    pub fn of(guide: &Guide, selection: &Selection<'_>) -> Self {
        let names = &selection.facts.names;
        let used = used(&selection.sessions);
        let mut blocks: Vec<BlockColumns> = guide
            .blocks
            .iter()
            .map(|block| BlockColumns {
                block: block.id.clone(),
                title: Some(block.title.clone()),
                topics: block.topics.iter().map(column).collect(),
            })
            .collect();
        for topic in used.iter().filter_map(|number| names.topic_of(*number)) {
            let is_known = guide.topic(topic.as_str()).is_some();
            if !is_known && !topic.is_outside() {
                block_of(&mut blocks, topic).topics.push(unknown(topic));
            }
        }
        for topic in used.iter().filter_map(|number| names.topic_of(*number)) {
            if topic.is_outside() {
                block_of(&mut blocks, topic).topics.push(unknown(topic));
            }
        }
        let wordings = Wordings::of(selection);
        for column in blocks.iter_mut().flat_map(|block| &mut block.topics) {
            column.wording = wordings.of_topic(&column.topic);
            if column.title.is_none() {
                column.remembered = wordings.remembered(&column.topic);
            }
        }
        let places = places(&blocks, names);
        Self { blocks, places }
    }

    /// The block of a cell, and its column counted over all blocks.
    pub fn place(&self, topic: TopicNumber) -> Option<(usize, usize)> {
        let index = usize::try_from(topic.0).ok()?;
        self.places.get(index).copied().flatten()
    }

    /// The columns of all blocks, each with its block.
    pub fn all(&self) -> impl Iterator<Item = (&BlockColumns, &Column)> {
        self.blocks
            .iter()
            .flat_map(|block| block.topics.iter().map(move |topic| (block, topic)))
    }

    /// How many columns there are.
    pub fn count(&self) -> usize {
        self.blocks.iter().map(|block| block.topics.len()).sum()
    }
}

/// The titles by which the versions that sessions followed call their topics.
struct Wordings<'facts> {
    /// Whether the sessions followed more than one file.
    several: bool,
    /// Topic and language to the titles.
    titles: BTreeMap<(&'facts TopicId, &'static str), BTreeSet<&'facts str>>,
}

impl<'facts> Wordings<'facts> {
    fn of(selection: &Selection<'facts>) -> Self {
        let versions: BTreeSet<_> = selection
            .sessions
            .iter()
            .map(|session| session.guide)
            .collect();
        let mut digests = BTreeSet::new();
        let mut titles: BTreeMap<(&TopicId, &str), BTreeSet<&str>> = BTreeMap::new();
        for version in versions
            .into_iter()
            .filter_map(|number| selection.facts.names.guide_of(number))
        {
            digests.insert(version.reference.digest.as_str());
            for (topic, title) in &version.reference.titles {
                let key = (topic, version.language.tag());
                titles.entry(key).or_default().insert(title);
            }
        }
        Self {
            several: digests.len() > 1,
            titles,
        }
    }

    fn of_topic(&self, topic: &TopicId) -> Wording {
        let mut named = self.titles.iter().filter(|((other, _), _)| *other == topic);
        if !self.several || topic.is_outside() {
            Wording::Same
        } else if named.any(|(_, titles)| titles.len() > 1) {
            Wording::Changed
        } else {
            Wording::PerhapsChanged
        }
    }

    fn remembered(&self, topic: &TopicId) -> Option<String> {
        let mut named = self.titles.iter().filter(|((other, _), _)| *other == topic);
        let (_, titles) = named.next()?;
        titles.first().map(|title| (*title).to_owned())
    }
}

/// The topics of cells and counted notes, in the order of their numbers.
fn used(sessions: &[&SessionFacts]) -> Vec<TopicNumber> {
    let mut used = BTreeSet::new();
    for session in sessions {
        used.extend(session.cells.iter().map(|cell| cell.topic));
        // There are as many notes as sessions times sixty, and a few dozen topics: soon a session has no further ones.
        let topics = session.packed.topics();
        if topics.iter().all(|topic| used.contains(topic)) {
            continue;
        }
        for note in session.counted_notes() {
            used.extend(note.cells());
        }
    }
    used.into_iter().collect()
}

fn column(topic: &crate::guide::Topic) -> Column {
    Column {
        title: Some(topic.title.clone()),
        ..unknown(&TopicId::new(&topic.id))
    }
}

fn unknown(topic: &TopicId) -> Column {
    Column {
        topic: topic.clone(),
        title: None,
        remembered: None,
        wording: Wording::Same,
    }
}

/// The block of a topic that the guide does not have: what stands before the last dot of its id; a new block if the
/// guide does not have that either.
fn block_of<'blocks>(
    blocks: &'blocks mut Vec<BlockColumns>,
    topic: &TopicId,
) -> &'blocks mut BlockColumns {
    let id = topic.as_str();
    let id = id.rsplit_once('.').map_or(id, |(block, _)| block);
    let place = blocks.iter().position(|block| block.block == id);
    let place = place.unwrap_or_else(|| {
        blocks.push(BlockColumns {
            block: id.to_owned(),
            title: None,
            topics: Vec::new(),
        });
        blocks.len() - 1
    });
    &mut blocks[place]
}

fn places(blocks: &[BlockColumns], names: &Names) -> Vec<Option<(usize, usize)>> {
    let mut places = vec![None; names.topics().len()];
    let columns = blocks
        .iter()
        .enumerate()
        .flat_map(|(block, columns)| columns.topics.iter().map(move |column| (block, column)));
    for (index, (block, column)) in columns.enumerate() {
        let number = names.number_of_topic(column.topic.as_str());
        let slot = number.and_then(|number| places.get_mut(usize::try_from(number.0).ok()?));
        if let Some(slot) = slot {
            *slot = Some((block, index));
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::super::facts::Facts;
    use super::super::selection::Filter;
    use super::*;
    use crate::analysis::example;
    use crate::guide::{Change, LocalisedText};
    use crate::session::{CellState, Session};

    fn columns(sessions: &[Session]) -> Columns {
        let facts = Facts::of(sessions, &[]);
        let selection = Selection::of(&facts, &example::guide(), &Filter::default());
        Columns::of(&example::guide(), &selection)
    }

    fn topics(columns: &Columns) -> Vec<&str> {
        columns
            .all()
            .map(|(_, column)| column.topic.as_str())
            .collect()
    }

    #[test]
    fn the_bin_is_a_column_where_something_is_in_it() {
        let columns = columns(&[example::session()]);
        assert_eq!(
            topics(&columns),
            ["b1.t1", "b1.t2", "b2.t1", "b2.t2", "b2.out"]
        );
        assert!(
            columns
                .all()
                .all(|(_, column)| column.wording == Wording::Same)
        );
    }

    /// B13
    #[test]
    fn b13_versions_are_joined_by_topic_and_changed_titles_are_flagged() {
        let mut older = example::session();
        older.header.id = "A-2".parse().unwrap();
        older.header.guide.digest = "01".to_owned();
        let title = |title: &str| title.to_owned();
        older.header.guide.titles = vec![
            (TopicId::new("b1.t1"), title("Werdegang")),
            (TopicId::new("b1.t2"), title("Institution")),
            (TopicId::new("b1.t9"), title("Fusion")),
        ];
        older
            .cells
            .insert(TopicId::new("b1.t9"), CellState::Answered);
        let columns = columns(&[example::session(), older]);
        let found: Vec<(&str, Wording)> = columns
            .all()
            .take(3)
            .map(|(_, column)| (column.topic.as_str(), column.wording))
            .collect();
        assert_eq!(
            found,
            [
                ("b1.t1", Wording::Changed),
                ("b1.t2", Wording::PerhapsChanged),
                ("b1.t9", Wording::PerhapsChanged)
            ]
        );
        let gone = &columns.blocks[0].topics[2];
        assert_eq!(gone.remembered.as_deref(), Some("Fusion"));
    }

    /// B13
    #[test]
    fn b13_pilot_interviews_stay_out_of_the_counts_and_what_differs_between_versions_is_named() {
        let (session, mut pilot) = (example::session(), example::session());
        pilot.header.id = "A-2".parse().unwrap();
        pilot.header.pilot = true;
        let facts = Facts::of(&[session.clone(), pilot], &[]);
        let guide = example::guide();
        let selection = Selection::of(&facts, &guide, &Filter::default());
        assert_eq!((selection.sessions.len(), selection.left_out.pilot), (1, 1));
        // The session itself says which version it followed.
        assert_eq!(session.header.guide.id, guide.id);
        assert_eq!(session.header.guide.edition, guide.edition);
        assert_eq!(session.header.guide.digest, guide.digest);
        let mut later = example::guide();
        let topic = &mut later.blocks[0].topics[0];
        topic.question = LocalisedText::Plain("Wie kam es dazu?".into());
        let id = topic.id.clone();
        let found = crate::guide::diff(&guide, &later);
        let [difference] = found.as_slice() else {
            panic!("{found:?}");
        };
        assert_eq!(difference.item, id);
        let is_question = matches!(
            &difference.change,
            Change::Changed { field, .. } if field.starts_with("question")
        );
        assert!(is_question, "{difference:?}");
    }

    #[test]
    fn a_block_that_the_guide_does_not_have_comes_last() {
        let mut session = example::session();
        let cell = TopicId::new("b9.t1");
        session.cells.insert(cell, CellState::Answered);
        let columns = columns(&[session]);
        assert_eq!(columns.blocks.last().unwrap().block, "b9");
        assert_eq!(columns.count(), 6);
    }
}
