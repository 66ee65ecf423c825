//! How far a session covers its guide.

use super::facts::{Names, SessionFacts};
use crate::guide::{Guide, Weight};
use crate::session::{CellState, Session, TopicId};

/// How far a session covers its guide, block by block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// The blocks, in the order of the guide.
    pub blocks: Vec<BlockCoverage>,
}

/// How far a session covers a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockCoverage {
    /// The block's id.
    pub block: String,
    /// Its topics, in the order of the guide.
    pub topics: Vec<TopicCoverage>,
    /// How many notes stand in its bin «outside the guide».
    pub outside: usize,
}

/// How far a session covers a topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicCoverage {
    /// The topic.
    pub topic: TopicId,
    /// Whether it must be asked in an interview of this mode.
    pub weight: Weight,
    /// How far it is covered.
    pub covered: Covered,
    /// How many notes stand in its cell, those linked into it included.
    pub notes: usize,
}

/// How far a topic is covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Covered {
    /// Nothing was noted, no probe asked, no state set.
    Open,
    /// Something was noted or a probe asked, and no state is set.
    Touched,
    /// A state is set.
    Settled(CellState),
}

/// How far a session covers the guide.
pub fn coverage(session: &Session, guide: &Guide) -> Coverage {
    let mode = session.header.mode;
    let blocks = guide
        .blocks
        .iter()
        .map(|block| BlockCoverage {
            block: block.id.clone(),
            topics: block
                .topics
                .iter()
                .map(|topic| of_topic(session, TopicId::new(&topic.id), topic.weight.of(mode)))
                .collect(),
            outside: notes_in(session, &TopicId::new(&block.outside())),
        })
        .collect();
    Coverage { blocks }
}

/// Of the topics that must be asked: how many are settled, and how many there are, as [`Coverage::must`] counts them.
pub fn must_settled(session: &SessionFacts, names: &Names, guide: &Guide) -> (usize, usize) {
    let must = || {
        let topics = guide.topics().map(|(_, topic)| topic);
        topics.filter(|topic| topic.weight.of(session.mode) == Weight::Must)
    };
    let settled = must().filter(|topic| {
        let number = names.number_of_topic(&topic.id);
        number.is_some_and(|number| session.state(number) != CellState::Open)
    });
    (settled.count(), must().count())
}

impl Coverage {
    /// The topics of all blocks, in the order of the guide.
    pub fn topics(&self) -> impl Iterator<Item = &TopicCoverage> {
        self.blocks.iter().flat_map(|block| &block.topics)
    }

    /// Of the topics that must be asked: how many are settled, and how many there are.
    pub fn must(&self) -> (usize, usize) {
        let must = || self.topics().filter(|topic| topic.weight == Weight::Must);
        let settled = must().filter(|topic| topic.covered.is_settled());
        (settled.count(), must().count())
    }
}

impl Covered {
    /// Whether a state is set.
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Settled(_))
    }
}

fn of_topic(session: &Session, topic: TopicId, weight: Weight) -> TopicCoverage {
    let notes = notes_in(session, &topic);
    let probed = session
        .probes
        .get(&topic)
        .is_some_and(|probes| !probes.is_empty());
    let covered = match session.cell(&topic) {
        CellState::Open if notes > 0 || probed => Covered::Touched,
        CellState::Open => Covered::Open,
        state => Covered::Settled(state),
    };
    TopicCoverage {
        topic,
        weight,
        covered,
        notes,
    }
}

fn notes_in(session: &Session, topic: &TopicId) -> usize {
    session
        .notes
        .iter()
        .filter(|note| note.stands_in(topic))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::example;
    use crate::guide::Mode;

    fn covered(coverage: &Coverage, topic: &str) -> Covered {
        let topic = TopicId::new(topic);
        let found = coverage.topics().find(|other| other.topic == topic);
        found.unwrap().covered
    }

    #[test]
    fn a_topic_with_notes_and_no_state_is_touched() {
        let coverage = coverage(&example::session(), &example::guide());
        assert_eq!(
            covered(&coverage, "b1.t1"),
            Covered::Settled(CellState::Answered)
        );
        assert_eq!(
            covered(&coverage, "b1.t2"),
            Covered::Settled(CellState::Declined)
        );
        assert_eq!(covered(&coverage, "b2.t1"), Covered::Touched);
        // A note of the topic before is linked into it.
        assert_eq!(covered(&coverage, "b2.t2"), Covered::Touched);
        assert_eq!(coverage.blocks[1].outside, 1);
    }

    #[test]
    fn a_probe_that_was_asked_touches_its_topic() {
        let mut session = example::session();
        session.notes.clear();
        let coverage = coverage(&session, &example::guide());
        assert_eq!(covered(&coverage, "b2.t1"), Covered::Touched);
        assert_eq!(covered(&coverage, "b2.t2"), Covered::Open);
    }

    #[test]
    fn what_must_be_asked_depends_on_the_mode() {
        let mut session = example::session();
        assert_eq!(coverage(&session, &example::guide()).must(), (2, 4));
        session.header.mode = Mode::Phone;
        assert_eq!(coverage(&session, &example::guide()).must(), (1, 2));
    }
}
