//! What the command line and the screen both do.
//!
//! Keeps out: words for the user, and screens.

pub mod across;
pub(crate) mod agreement;
pub mod anonymise;
pub mod archive;
pub(crate) mod chance;
pub(crate) mod check;
pub(crate) mod configuration;
pub(crate) mod delivery;
pub mod demo;
pub mod desk;
pub(crate) mod export;
pub(crate) mod extracts;
pub mod facts;
pub mod guides;
pub(crate) mod input;
pub(crate) mod list;
pub(crate) mod manual;
pub(crate) mod merge;
pub(crate) mod note;
pub(crate) mod output;
pub(crate) mod player;
pub(crate) mod process;
pub mod protocol;
pub(crate) mod rap;
mod recording;
pub mod search;
pub(crate) mod strike;
pub(crate) mod study;
pub(crate) mod survey;
pub(crate) mod withdraw;
