//! What a dataset for many readers may hold: the extracts of the analysis level, and numbers as they may be published.
//!
//! Both are read side by side. Where the numbers are about a few sessions more than the extracts, subtracting one from
//! the other would tell what those few said; the numbers are then about the sessions of the extracts alone.

use std::collections::BTreeSet;

use super::tables::{
    ReleasedFrequencies, TableRefusal, TableRequest, release_frequencies, select, smallest_group,
};
use super::{ExtractRequest, Extracts, Level, differing, release_extracts};
use crate::analysis::{Facts, Filter};
use crate::anonymise::ProtectedWords;
use crate::guide::Guide;
use crate::session::{Session, SessionId};

/// Extracts and numbers of the sessions that follow one guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedDataset {
    extracts: Extracts,
    frequencies: ReleasedFrequencies,
    counted: Counted,
    members: BTreeSet<SessionId>,
}

/// Which sessions the numbers are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// All that may be counted in what is published.
    All,
    /// Those of the extracts, since the others are too few.
    OfExtracts,
}

impl ReleasedDataset {
    /// The texts, at the analysis level.
    pub const fn extracts(&self) -> &Extracts {
        &self.extracts
    }

    /// The numbers, at the publication level.
    pub const fn frequencies(&self) -> &ReleasedFrequencies {
        &self.frequencies
    }

    /// Which sessions the numbers are about.
    pub const fn counted(&self) -> Counted {
        self.counted
    }

    /// The sessions that texts or numbers are of, so that their logs can say so. They are part of no output.
    pub const fn members(&self) -> &BTreeSet<SessionId> {
        &self.members
    }
}

/// Releases the dataset of the sessions that follow this guide; names are drawn from the seed.
///
/// # Errors
///
/// If the analysis level does not let out extracts of these sessions.
pub fn release_dataset(
    sessions: &[Session],
    guide: &Guide,
    seed: u64,
) -> Result<ReleasedDataset, TableRefusal> {
    let filter = Filter::default();
    let request = |level| TableRequest {
        level,
        guide,
        filter: &filter,
        seed,
    };
    let extracts = release_extracts(
        sessions,
        &ExtractRequest {
            table: request(Level::Analysis),
            show: &[],
            protected: &ProtectedWords::default(),
        },
    )?;
    let published = request(Level::Publication);
    let members: BTreeSet<SessionId> = extracts.members().iter().cloned().collect();
    let facts = Facts::of(sessions, &[]);
    let countable: BTreeSet<SessionId> = select(&facts, &published)?
        .sessions
        .iter()
        .map(|session| session.id.clone())
        .collect();
    if differing(&members, &countable, smallest_group(guide)).is_none() {
        return Ok(ReleasedDataset {
            frequencies: release_frequencies(&facts, &published, None)?,
            extracts,
            counted: Counted::All,
            members: countable,
        });
    }
    let of_extracts: Vec<Session> = sessions
        .iter()
        .filter(|session| members.contains(&session.header.id))
        .cloned()
        .collect();
    let facts = Facts::of(&of_extracts, &[]);
    Ok(ReleasedDataset {
        frequencies: release_frequencies(&facts, &published, None)?,
        extracts,
        counted: Counted::OfExtracts,
        members,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::example;
    use crate::session::Answer;

    /// Sessions of three cases; so many of them do not agree to partners in other countries.
    fn sessions(without_partners: usize) -> Vec<Session> {
        let ids = ["A-1", "A-2", "A-3", "B-1", "B-2", "B-3", "C-1", "C-2"];
        ids.iter()
            .enumerate()
            .map(|(index, id)| {
                let mut session = example::session();
                session.header.id = id.parse().unwrap();
                session.drafts.clear();
                let answer = if index < without_partners {
                    Answer::No
                } else {
                    Answer::Yes
                };
                example::answer(&mut session, "c7", answer);
                session
            })
            .collect()
    }

    fn of(sessions: &[Session]) -> ReleasedDataset {
        release_dataset(sessions, &example::guide(), 1).unwrap()
    }

    fn base(dataset: &ReleasedDataset) -> (usize, usize) {
        (
            dataset.extracts().members().len(),
            dataset.frequencies().frame().base().sessions,
        )
    }

    #[test]
    fn numbers_are_about_all_sessions_that_may_be_counted() {
        let dataset = of(&sessions(0));
        assert_eq!(dataset.counted(), Counted::All);
        assert_eq!(base(&dataset), (8, 8));
        // Four of two cases are enough to hide each of them.
        let dataset = of(&sessions(4));
        assert_eq!(dataset.counted(), Counted::All);
        assert_eq!(base(&dataset), (4, 8));
    }

    #[test]
    fn numbers_and_texts_side_by_side_do_not_show_the_few_that_only_numbers_would_hold() {
        for few in [1, 2, 3] {
            let dataset = of(&sessions(few));
            assert_eq!(dataset.counted(), Counted::OfExtracts, "{few}");
            assert_eq!(base(&dataset), (8 - few, 8 - few), "{few}");
        }
    }

    #[test]
    fn the_same_sessions_give_the_same_dataset() {
        assert_eq!(of(&sessions(0)), of(&sessions(0)));
    }
}
