//! What can be read off sessions: how far a guide is covered, whom attributes point to, what should be looked at again.
//!
//! Keeps out: files, and words for the user.

mod coverage;
mod disclosure;
#[cfg(test)]
pub(crate) mod example;
mod facts;
mod gate;
mod quality;
pub mod warnings;

pub use coverage::{BlockCoverage, Coverage, Covered, TopicCoverage, coverage};
pub use disclosure::{Combination, Disclosure, FEWEST_CASES, MOST_COMBINATIONS, disclosure};
pub use facts::{LANGUAGE, Row, Rows, exported_attributes, row};
pub use gate::{OpenPoint, is_waved, open_points};
pub use quality::{Languages, languages, open_places, quality};
