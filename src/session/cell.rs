//! The state of a cell, without which a blank would be counted as a «no».

use std::collections::BTreeSet;

/// Where a topic stands in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CellState {
    /// Nothing is decided.
    Open,
    /// It was answered.
    Answered,
    /// It was asked, and there was nothing to say.
    NothingToSay,
    /// It was asked, and the interviewee declined.
    Declined,
    /// It does not apply to this interviewee.
    NotApplicable,
    /// It was not asked.
    NotAsked,
    /// It was answered, and its text was struck.
    Withdrawn,
}

/// What note-takers said of one cell, where they differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispute {
    /// The states that they gave it.
    pub states: BTreeSet<CellState>,
    /// Whether somebody said since which one holds.
    pub settled: bool,
}

impl CellState {
    /// Whether it says what the interviewee did with the question, so that another such state contradicts it. That one
    /// note-taker did not ask, or set no state, is no contradiction.
    pub const fn is_said(self) -> bool {
        match self {
            Self::Answered | Self::NothingToSay | Self::Declined | Self::NotApplicable => true,
            Self::Open | Self::NotAsked | Self::Withdrawn => false,
        }
    }
}

/// How a cell enters the count of its topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// It belongs to N.
    In,
    /// It is shown beside N.
    Beside,
    /// It does not count.
    Out,
}

impl CellState {
    /// The states that an interviewer can set, in the order in which a key steps through them.
    pub const SETTABLE: [Self; 6] = [
        Self::Answered,
        Self::NothingToSay,
        Self::Declined,
        Self::NotApplicable,
        Self::NotAsked,
        Self::Open,
    ];

    /// Every state.
    pub const ALL: [Self; 7] = [
        Self::Open,
        Self::Answered,
        Self::NothingToSay,
        Self::Declined,
        Self::NotApplicable,
        Self::NotAsked,
        Self::Withdrawn,
    ];

    /// How a cell in this state enters the count of its topic.
    pub const fn counted(self) -> Counted {
        match self {
            Self::Answered | Self::NothingToSay => Counted::In,
            Self::Declined => Counted::Beside,
            Self::Open | Self::NotApplicable | Self::NotAsked | Self::Withdrawn => Counted::Out,
        }
    }
}
