//! What of an analysis over many sessions may leave the study, at which level.
//!
//! The tables have private fields and are made only here; exporters take nothing else. At the working and archive levels
//! they hold every number and the names of sessions. At the analysis level names are drawn anew, rows are shuffled and
//! attributes are made coarser until no group is too small. At the publication level there are no rows of sessions, and
//! numbers that point to somebody are said in a word.

mod agreement;
mod contradictions;
mod frequencies;
mod matrix;
mod sample;
mod saturation;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::draw::Draw;
use super::grouping::TooTelling;
use super::{Figure, Level};
use crate::analysis::{
    Count, Facts, Filter, LANGUAGE, LeftOut, MODE, Selection, SessionFacts, Version,
    exported_attributes,
};
use crate::guide::Guide;
use crate::session::SessionId;

pub use agreement::{ReleasedAgreement, release_agreement};
pub use contradictions::{ReleasedContradictions, release_contradictions};
pub use frequencies::{ReleasedCode, ReleasedCodeBlock, ReleasedFrequencies, release_frequencies};
pub use matrix::{ReleasedMatrix, ReleasedRow, ReleasedTotal, release_matrix};
pub use sample::{ReleasedMargin, ReleasedSample, release_sample};
pub use saturation::{ReleasedPoint, ReleasedSaturation, release_saturation};

/// What a table is asked to hold.
#[derive(Debug, Clone)]
pub struct TableRequest<'request> {
    /// The level.
    pub level: Level,
    /// The guide that sessions are counted by.
    pub guide: &'request Guide,
    /// Which sessions and notes.
    pub filter: &'request Filter,
    /// Where chance begins, at the levels that draw names anew.
    pub seed: u64,
}

/// What all tables say of themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    level: Level,
    guide: String,
    invented: bool,
    pilot: bool,
    base: Count,
    awaiting_approval: usize,
    left_out: LeftOut,
    unread: Vec<SessionId>,
    unread_count: usize,
    versions: Vec<Version>,
    smallest_group: usize,
}

/// Why a table is not made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableRefusal {
    /// The review level is one interviewee's own protocol.
    #[error("the review level is for one protocol, not for a table over many")]
    Review,
    /// Extracts of many sessions are made at the levels that hide sessions; this one holds single protocols.
    #[error("the level {0} holds single protocols, not extracts of many")]
    Single(Level),
    /// The output shows one case, and the level lets nobody see which case is which.
    #[error("the level {0} shows no single case")]
    OneCase(Level),
    /// There is no such attribute, or no output may hold it.
    #[error("no table can be made by {attribute}; there are {}", known.join(", "))]
    UnknownAttribute {
        /// What was asked for.
        attribute: String,
        /// What could be.
        known: Vec<String>,
    },
    /// However coarse it is, a value of the attribute points to too few.
    #[error(
        "{attribute} points to too few: its smallest group holds {sessions} sessions from {cases} cases"
    )]
    TooTelling {
        /// The attribute.
        attribute: String,
        /// How many sessions its smallest group holds as it was noted.
        sessions: usize,
        /// From how many cases they are.
        cases: usize,
        /// How many sessions it should hold.
        smallest_group: usize,
    },
    /// What a filter leaves out is too little: whoever has the table without the filter could subtract.
    #[error(
        "the filter leaves out {sessions} sessions from {cases} cases only, which could be told by subtracting"
    )]
    LeavesOutTooFew {
        /// How many sessions it leaves out.
        sessions: usize,
        /// From how many cases.
        cases: usize,
        /// How many it should leave out, or none.
        smallest_group: usize,
    },
    /// The level shows one attribute at most.
    #[error("{0} attributes were asked for, and the level shows one at most")]
    OneAttribute(usize),
    /// All sessions that the level may contain are too few.
    #[error("{sessions} sessions from {cases} cases are too few for this level")]
    TooFew {
        /// How many there are.
        sessions: usize,
        /// From how many cases.
        cases: usize,
        /// How many there should be.
        smallest_group: usize,
        /// How many were left out because the level may not contain them.
        left_out: usize,
    },
}

impl Frame {
    /// The level.
    pub const fn level(&self) -> Level {
        self.level
    }

    /// The guide.
    pub fn guide(&self) -> &str {
        &self.guide
    }

    /// Whether all sessions are made up.
    pub const fn is_invented(&self) -> bool {
        self.invented
    }

    /// Whether all sessions are pilot interviews.
    pub const fn is_pilot(&self) -> bool {
        self.pilot
    }

    /// How many sessions from how many cases it is about.
    pub const fn base(&self) -> Count {
        self.base
    }

    /// How many of its sessions the interviewee wants to see first and has not approved; none but at the working level.
    pub const fn awaiting_approval(&self) -> usize {
        self.awaiting_approval
    }

    /// What was left out.
    pub const fn left_out(&self) -> LeftOut {
        self.left_out
    }

    /// The sessions that could not be read; empty at the levels that name no session.
    pub fn unread(&self) -> &[SessionId] {
        &self.unread
    }

    /// How many sessions could not be read.
    pub const fn unread_count(&self) -> usize {
        self.unread_count
    }

    /// The versions of the guide that the sessions followed; empty at the levels where they could tell when an
    /// interview was held.
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    /// How many sessions a group must hold.
    pub const fn smallest_group(&self) -> usize {
        self.smallest_group
    }

    pub(super) fn of(request: &TableRequest<'_>, selection: &Selection<'_>) -> Self {
        let names = names_sessions(request.level);
        Self {
            level: request.level,
            guide: selection.guide.clone(),
            invented: selection.is_invented(),
            pilot: selection.is_pilot(),
            base: count(&selection.sessions),
            awaiting_approval: selection.awaiting_approval(),
            left_out: selection.left_out,
            unread: if names {
                selection.unread.to_vec()
            } else {
                Vec::new()
            },
            unread_count: selection.unread.len(),
            versions: if names {
                selection.versions()
            } else {
                Vec::new()
            },
            smallest_group: smallest_group(request.guide),
        }
    }
}

/// Whether a level lets nobody see which session is which.
pub(super) const fn hides_sessions(level: Level) -> bool {
    matches!(level, Level::Analysis | Level::Publication)
}

const fn names_sessions(level: Level) -> bool {
    !hides_sessions(level)
}

/// How many sessions a group must hold: what the guide says, and never less than two.
pub(super) fn smallest_group(guide: &Guide) -> usize {
    usize::try_from(guide.smallest_group.max(2)).unwrap_or(usize::MAX)
}

pub(super) fn count(sessions: &[&SessionFacts]) -> Count {
    let cases: BTreeSet<_> = sessions.iter().map(|session| session.id.case()).collect();
    Count {
        sessions: sessions.len(),
        cases: cases.len(),
    }
}

/// The steps of the consent without which no table of a level counts a session.
///
/// The archive takes those whose interviewee agreed to it, the analysis level those that partners in other countries may
/// see.
const fn steps_for_numbers(level: Level) -> &'static [&'static str] {
    match level {
        Level::Working | Level::Review => &[],
        Level::Archive => &["c1", "c2", "c4"],
        Level::Analysis => &["c1", "c2", "c7"],
        Level::Publication => &["c1", "c2"],
    }
}

/// The steps of the consent without which no text of a session is released at a level that hides sessions: what
/// everybody can read needs no less than what partners may see.
pub(super) const STEPS_FOR_TEXTS: &[&str] = &["c1", "c2", "c7"];

/// The sessions that a table of this level may be made of: nothing that awaits its approval or was objected to.
pub(super) fn select<'facts>(
    facts: &'facts Facts,
    request: &TableRequest<'facts>,
) -> Result<Selection<'facts>, TableRefusal> {
    select_by(facts, request, steps_for_numbers(request.level))
}

/// The sessions of which texts may be released at a level that hides sessions.
pub(super) fn select_texts<'facts>(
    facts: &'facts Facts,
    request: &TableRequest<'facts>,
) -> Result<Selection<'facts>, TableRefusal> {
    select_by(facts, request, STEPS_FOR_TEXTS)
}

fn select_by<'facts>(
    facts: &'facts Facts,
    request: &TableRequest<'facts>,
    steps: &[&str],
) -> Result<Selection<'facts>, TableRefusal> {
    if request.level != Level::Working {
        // Who asks for the sessions with a value learns it of each of them.
        for attribute in request.filter.attributes.keys() {
            check_attribute(request, attribute)?;
        }
    }
    let all = Selection::of(facts, request.guide, request.filter);
    match request.level {
        Level::Working => return Ok(all),
        Level::Review => return Err(TableRefusal::Review),
        Level::Archive | Level::Analysis | Level::Publication => {}
    }
    let kept = all.keeping(|session| is_contained(session, steps));
    ensure_enough(&kept, request)?;
    ensure_no_rest(facts, &kept, request, steps)?;
    Ok(kept)
}

/// Whether a level that asks for these steps of the consent may contain a session.
fn is_contained(session: &SessionFacts, steps: &[&str]) -> bool {
    let agreed = steps.iter().all(|step| session.consents.has(step));
    agreed && !session.awaits_approval && !session.objected
}

/// Refuses a filter, at a level that hides sessions, that leaves out so few of them that a table without the filter
/// would give them away.
fn ensure_no_rest(
    facts: &Facts,
    kept: &Selection<'_>,
    request: &TableRequest<'_>,
    steps: &[&str],
) -> Result<(), TableRefusal> {
    if !hides_sessions(request.level) {
        return Ok(());
    }
    let everything = Selection::of(facts, request.guide, &Filter::default());
    let chosen: BTreeSet<&SessionId> = kept.sessions.iter().map(|session| &session.id).collect();
    let rest: Vec<&SessionFacts> = everything
        .keeping(|session| is_contained(session, steps) && !chosen.contains(&session.id))
        .sessions;
    let rest = count(&rest);
    let smallest_group = smallest_group(request.guide);
    if rest.sessions == 0 || rest.is_a_group(smallest_group) {
        return Ok(());
    }
    Err(TableRefusal::LeavesOutTooFew {
        sessions: rest.sessions,
        cases: rest.cases,
        smallest_group,
    })
}

/// Refuses what holds too few sessions, at a level that hides them.
pub(super) fn ensure_enough(
    selection: &Selection<'_>,
    request: &TableRequest<'_>,
) -> Result<(), TableRefusal> {
    let base = count(&selection.sessions);
    let smallest_group = smallest_group(request.guide);
    if hides_sessions(request.level) && !base.is_a_group(smallest_group) {
        return Err(TableRefusal::TooFew {
            sessions: base.sessions,
            cases: base.cases,
            smallest_group,
            left_out: selection.left_out.level,
        });
    }
    Ok(())
}

/// Refuses an attribute that no table of this level may be made by.
pub(super) fn check_attribute(
    request: &TableRequest<'_>,
    attribute: &str,
) -> Result<(), TableRefusal> {
    let mut known = exported_attributes(request.guide);
    if names_sessions(request.level) {
        known.push(MODE.to_owned());
    }
    if known.iter().any(|known| known == attribute) {
        return Ok(());
    }
    Err(TableRefusal::UnknownAttribute {
        attribute: attribute.to_owned(),
        known,
    })
}

pub(super) fn too_telling(found: &TooTelling, request: &TableRequest<'_>) -> TableRefusal {
    TableRefusal::TooTelling {
        attribute: found.attributes.join(", "),
        sessions: found.smallest.sessions,
        cases: found.smallest.cases,
        smallest_group: smallest_group(request.guide),
    }
}

/// A number at a level, of so many.
const fn figure(level: Level, number: usize, base: usize) -> Figure {
    match level {
        Level::Publication => Figure::masked(number, base),
        _ => Figure::Exact(number),
    }
}

/// A draw for a table.
const fn draw(request: &TableRequest<'_>) -> Draw {
    Draw::seeded(request.seed)
}

/// The attributes that a row may show at a level that does not make them coarser.
fn all_attributes(request: &TableRequest<'_>) -> Vec<String> {
    let mut all = exported_attributes(request.guide);
    all.retain(|attribute| attribute != LANGUAGE);
    all.extend([LANGUAGE.to_owned(), MODE.to_owned()]);
    all
}
