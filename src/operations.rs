//! What the command line and the screen both do.
//!
//! Keeps out: words for the user, and screens.

pub mod across;
pub mod agreement;
pub mod anonymise;
pub mod archive;
pub mod chance;
pub mod check;
pub mod configuration;
pub mod delivery;
pub mod demo;
pub mod desk;
pub mod export;
pub mod extracts;
pub mod facts;
pub mod guides;
pub mod input;
pub mod list;
pub mod manual;
pub mod merge;
pub mod note;
pub mod output;
pub mod player;
pub mod process;
pub mod protocol;
pub mod rap;
mod recording;
pub mod search;
pub mod strike;
pub mod study;
pub mod survey;
pub mod withdraw;
