//! What the program does about itself when it starts.

use crate::disk;

/// Keeps the system from writing the program's memory, where names are, to disk when it crashes.
///
/// A system that refuses keeps its own rule; the program goes on, since most systems write no core dumps anyway.
pub fn guard_memory() {
    let _ = disk::forbid_core_dumps();
}
