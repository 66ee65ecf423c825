//! What can be read off sessions: how far a guide is covered, whom attributes point to, what should be looked at again.
//!
//! Keeps out: files, and words for the user.

mod coverage;
mod cut_list;
mod disclosure;
#[cfg(test)]
pub(crate) mod example;
mod facts;
pub mod warnings;

pub use coverage::{BlockCoverage, Coverage, Covered, TopicCoverage, coverage};
pub use cut_list::{Cut, Reason, cut_list};
pub use disclosure::{Combination, Disclosure, FEWEST_CASES, MOST_COMBINATIONS, disclosure};
pub use facts::{LANGUAGE, Row, Rows, exported_attributes, row};
