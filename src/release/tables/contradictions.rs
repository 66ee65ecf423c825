//! What is worth a second look within the cases. It names cases and notes, so that there is none at the levels that hide
//! them.

use super::{Frame, TableRefusal, TableRequest, hides_sessions, select};
use crate::analysis::{Contradiction, Facts, contradictions};

/// What is worth a second look, case by case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedContradictions {
    frame: Frame,
    found: Vec<Contradiction>,
}

impl ReleasedContradictions {
    /// What the table says of itself.
    pub const fn frame(&self) -> &Frame {
        &self.frame
    }

    /// What was found, case by case.
    pub fn found(&self) -> &[Contradiction] {
        &self.found
    }
}

/// Releases what is worth a second look.
///
/// # Errors
///
/// If the level holds no such table.
pub fn release_contradictions(
    facts: &Facts,
    request: &TableRequest<'_>,
) -> Result<ReleasedContradictions, TableRefusal> {
    if hides_sessions(request.level) {
        return Err(TableRefusal::OneCase(request.level));
    }
    let selection = select(facts, request)?;
    Ok(ReleasedContradictions {
        frame: Frame::of(request, &selection),
        found: contradictions(request.guide, &selection),
    })
}
