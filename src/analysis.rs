//! What can be read off sessions: how far a guide is covered.
//!
//! Keeps out: files, and words for the user.

mod coverage;
#[cfg(test)]
pub(crate) mod example;

pub use coverage::{BlockCoverage, Coverage, Covered, TopicCoverage, coverage};
