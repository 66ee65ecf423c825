//! What of a session may leave the study, at which level.
//!
//! [`Released`], [`Extracts`] and the [`tables`] have private fields and are made only here; exporters take nothing else,
//! so no note can pass them that its level does not contain. Keeps out: formats and words for the user.

mod blocks;
mod dataset;
mod differencing;
mod draw;
mod due;
mod extracts;
mod figure;
mod grouping;
mod hits;
mod level;
mod pending;
mod rap;
mod rebuilt;
mod record;
mod refusal;
mod released;
mod replaced;
mod residual;
mod selection;
mod suppression;
pub mod tables;
#[cfg(test)]
mod tests;
mod when;

use crate::anonymise::ProtectedWords;
use crate::guide::Guide;
use crate::session::Session;

pub use dataset::{Counted, ReleasedDataset, release_dataset};
pub use differencing::differing;
pub use draw::Draw;
pub use due::{Due, Task, due, missing_postscript, urgency};
pub use extracts::{ExtractRequest, Extracts, LeftOutText, Passage, PassageKind, release_extracts};
pub use figure::Figure;
pub use grouping::ShownAttribute;
pub use hits::{FoundNote, FurtherText, Hits, NoSingleNotes, ReleasedHits, release_hits};
pub use level::Level;
pub use pending::release_pending;
pub use rap::{
    AboutCase, CaseSheet, SheetBlock, SheetCode, SheetInterview, SheetText, release_case_sheets,
};
pub use record::Record;
pub use refusal::{Refusal, Refused};
pub use released::{
    Left, Released, ReleasedBlock, ReleasedCell, ReleasedGap, ReleasedGuide, ReleasedParked,
    ReleasedSlot,
};
pub use replaced::{ReleasedAnswer, Replaced};
pub use residual::{Residual, residual, telling_labels};
pub use when::When;

/// Releases a session at a level.
///
/// The titles of topics are those that the session itself remembers. The guide, if it is at hand, adds the titles of
/// blocks, and says which attributes an export may hold; without it all attributes stay out. At every level but working
/// all texts that it contains are searched for names once more.
///
/// # Errors
///
/// Everything that speaks against it, at once.
pub fn release(
    session: &Session,
    guide: Option<&Guide>,
    level: Level,
) -> Result<Released, Refused> {
    release_searched(session, guide, level, &ProtectedWords::default())
}

/// Releases a session at a level after a search for the names of a list too.
///
/// # Errors
///
/// Everything that speaks against it, at once.
pub fn release_searched(
    session: &Session,
    guide: Option<&Guide>,
    level: Level,
    protected: &ProtectedWords,
) -> Result<Released, Refused> {
    let mut released = selection::select(session, guide, level);
    if residual::is_searched(level) {
        released.residual = residual::residual_of(&released, session, guide, protected);
    }
    let reasons = refusal::reasons(session, level, &released.residual);
    if reasons.is_empty() {
        Ok(released)
    } else {
        Err(Refused {
            session: session.header.id.clone(),
            level,
            reasons,
        })
    }
}

/// Everything that speaks against releasing a session at a level, as [`release_searched`] would say it, after a search
/// of all its texts by [`residual()`].
pub fn refusals(
    session: &Session,
    guide: Option<&Guide>,
    level: Level,
    found: &[Residual],
) -> Vec<Refusal> {
    let released = selection::select(session, guide, level);
    let contained = residual::places_in(&released, session);
    let found: Vec<Residual> = found
        .iter()
        .filter(|hit| residual::is_searched(level) && contained.contains(&hit.place))
        .cloned()
        .collect();
    refusal::reasons(session, level, &found)
}
