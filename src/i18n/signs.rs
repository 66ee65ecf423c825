//! Signs that say the same in every language.

use crate::session::CellState;

/// The sign of a cell that has notes and no state.
pub const NOTED: &str = "◐";

/// The sign of a cell's state.
pub const fn sign(state: CellState) -> &'static str {
    match state {
        CellState::Open => "○",
        CellState::Answered => "●",
        CellState::NothingToSay => "◌",
        CellState::Declined => "×",
        CellState::NotApplicable => "–",
        CellState::NotAsked => "/",
        CellState::Withdrawn => "†",
    }
}
