//! Records something in a session that is not open in the program.

use crate::session::Event;
use crate::store::{Cleared, Opened, SaveError};

/// Records events in a session. A journal that is left of an interrupted interview is only appended to, so that the
/// interview can still be taken up; else they are folded into the session's file.
///
/// Gives what became of other files: where the session went if somebody else changed its own meanwhile, and what strikes
/// that had been cut short came to, which the first write does again.
///
/// # Errors
///
/// If they were not recorded. The session is then as it was.
pub(super) fn record(opened: Opened, events: Vec<Event>) -> Result<Cleared, SaveError> {
    let was_interrupted = opened.was_interrupted();
    let (mut sitting, mut journal) = opened.into_journal()?;
    let events = events.into_iter().map(|event| sitting.record(event));
    let recorded: Vec<_> = events.collect();
    journal.append(&recorded)?;
    let mut cleared = journal.take_cleared();
    if !was_interrupted {
        let finished = journal.finish(sitting.state())?;
        cleared.conflicts.extend(finished.conflict);
    }
    Ok(cleared)
}
