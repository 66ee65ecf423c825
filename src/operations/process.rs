//! What the program asks of the system about itself: the time, and that its memory is kept.

use time::OffsetDateTime;

use crate::disk;

/// The time where the interviewer is; in universal time if the system does not say where that is.
pub fn now() -> OffsetDateTime {
    OffsetDateTime::now_local().unwrap_or_else(|_| OffsetDateTime::now_utc())
}

/// Keeps the system from writing the program's memory, where names are, to disk when it crashes.
///
/// A system that refuses keeps its own rule; the program goes on, since most systems write no core dumps anyway.
pub fn guard_memory() {
    let _ = disk::forbid_core_dumps();
}
