//! How much of a session an output contains.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// How much of a session an output contains, and for whom it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// For the interviewer: everything that was kept.
    Working,
    /// For the interviewee, to confirm what was understood.
    Review,
    /// For the project's archive.
    Archive,
    /// For the team and its partners: coarsened, no single person to be seen.
    Analysis,
    /// For everybody.
    Publication,
}

/// A word that names no level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a level is working, review, archive, analysis or publication")]
pub struct UnknownLevel;

impl Level {
    /// All levels, from the one that contains most to the one that contains least.
    pub const ALL: [Self; 5] = [
        Self::Working,
        Self::Review,
        Self::Archive,
        Self::Analysis,
        Self::Publication,
    ];

    /// The levels of tables and of sheets over several interviews: the review version is the protocol of one.
    pub const OF_TABLES: [Self; 4] = [
        Self::Working,
        Self::Archive,
        Self::Analysis,
        Self::Publication,
    ];

    /// The word for it on the command line and in data files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Working => "working",
            Self::Review => "review",
            Self::Archive => "archive",
            Self::Analysis => "analysis",
            Self::Publication => "publication",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.word())
    }
}

impl FromStr for Level {
    type Err = UnknownLevel;

    fn from_str(word: &str) -> Result<Self, UnknownLevel> {
        Self::ALL
            .into_iter()
            .find(|level| level.word() == word)
            .ok_or(UnknownLevel)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_level_is_read_by_its_word() {
        for level in Level::ALL {
            assert_eq!(level.word().parse(), Ok(level));
        }
        for wrong in ["", "Working", "work", "Arbeitsfassung"] {
            assert_eq!(wrong.parse::<Level>(), Err(UnknownLevel), "{wrong}");
        }
    }
}
