//! Which content a file had when it was read.

use sha2::{Digest, Sha256};

/// The content of a file, told by length and digest. Times are left out: copying and syncing change them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revision {
    length: usize,
    digest: [u8; 32],
}

impl Revision {
    /// The revision of this content.
    pub fn of(bytes: &[u8]) -> Self {
        Self {
            length: bytes.len(),
            digest: Sha256::digest(bytes).into(),
        }
    }
}

/// What must be in a place before it is written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// Whatever it is.
    Anything,
    /// Nothing: what is there stays.
    Nothing,
    /// This content, or nothing any more: another content stays.
    Content(Revision),
}
