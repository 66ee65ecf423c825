//! A protocol that is merged into a sitting which was cut short, so that what was done in it can still be taken back.
//!
//! The other protocol is put beneath what was done: into the state with which the sitting began. Where that comes to
//! something else than merging into the state as it stands, or something is taken out for good, nothing can be taken back
//! any more.

use time::OffsetDateTime;

use super::{MergeError, Merged, Merging, check, rank, withheld};
use crate::anonymise::Slot;
use crate::session::fold::apply;
use crate::session::{LogEntry, Session, Sitting};

/// A protocol that was merged into a sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergedSitting {
    /// What both say together.
    pub merged: Merged,
    /// The sitting as it goes on; what was done in it before is only in it if it can still be taken back.
    pub sitting: Sitting,
}

/// Puts another protocol of the interview into a sitting; `list` has the slots of a list of protected words which both
/// note-takers had, and none if nobody knows of one.
///
/// # Errors
///
/// If they are not of the same interview.
pub fn merge_into(
    sitting: &Sitting,
    other: &Session,
    list: &[Slot],
    at: OffsetDateTime,
) -> Result<MergedSitting, MergeError> {
    let state = sitting.state();
    check(state, other)?;
    if rank(state) > rank(other) {
        let mut merging = Merging::new(other, state);
        merging.list = list;
        let merged = merging.carry_out(at);
        return Ok(folded(sitting, merged));
    }
    let ever = ever(sitting);
    let mut merging = Merging::new(state, other);
    merging.numbers = &ever;
    merging.list = list;
    let merged = merging.carry_out(at);
    Ok(match beneath(sitting, other, (&ever, list), at) {
        Some(beneath) if in_order(beneath.state()) == in_order(&merged.session) => MergedSitting {
            sitting: beneath,
            merged,
        },
        _ => folded(sitting, merged),
    })
}

/// A sitting whose beginning says what both protocols say.
fn folded(sitting: &Sitting, mut merged: Merged) -> MergedSitting {
    let session = &mut merged.session;
    session.sequence = session
        .sequence
        .max(sitting.state().sequence)
        .saturating_add(1);
    MergedSitting {
        sitting: Sitting::new(session.clone()),
        merged,
    }
}

/// The sitting with the other protocol beneath it; nothing if something has to be taken out of it for good, which would
/// stay in what was done.
fn beneath(
    sitting: &Sitting,
    other: &Session,
    (ever, list): (&Session, &[Slot]),
    at: OffsetDateTime,
) -> Option<Sitting> {
    let takes_out = !other.tombstones.is_empty() || !withheld(other).is_empty();
    if sitting.events().is_empty() || takes_out || other.struck_texts > 0 {
        return None;
    }
    let mut merging = Merging::new(sitting.base(), other);
    merging.ends = sitting.state();
    merging.numbers = ever;
    merging.list = list;
    merging.later_ms = other.clock.milliseconds_after(&sitting.state().clock);
    let merged = merging.carry_out(at);
    if merged.gave_way || !merged.struck.is_empty() {
        return None;
    }
    let mut base = merged.session;
    base.sequence = sitting.base().sequence;
    Some(Sitting::resumed(base, sitting.events().to_vec()))
}

/// Everything that ever happened in a sitting, as if nothing had been taken back: what may come back has numbers, too.
fn ever(sitting: &Sitting) -> Session {
    let mut state = sitting.base().clone();
    for recorded in sitting.events() {
        apply(&mut state, recorded);
    }
    state
}

/// A session whose notes and marks stand in an order of their own, whichever of them came first.
fn in_order(session: &Session) -> Session {
    let mut session = session.clone();
    session.sequence = 0;
    session.notes.sort_by_key(|note| note.id);
    session.tombstones.sort_by_key(|tombstone| tombstone.note);
    session.parked.sort_by_key(|parked| parked.number);
    session.slots.sort_by_key(|slot| slot.key);
    session
        .gaps
        .sort_by(|one, other| (&one.topic, one.at_ms).cmp(&(&other.topic, other.at_ms)));
    let mut log: Vec<LogEntry> = session.log.iter().cloned().collect();
    log.sort_by_key(|entry| matches!(entry, LogEntry::Merged { .. }));
    session.log = log.into();
    session
}
