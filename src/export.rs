//! Writes what has been released, one file a format.
//!
//! An exporter takes a [`Released`](crate::release::Released) or one of the tables of `release`, and nothing else, so it
//! cannot write what the level does not contain; a cut list alone is made of times, which say nothing of content. Keeps
//! out: reading sessions, and choosing where the bytes go. Control characters and marks that turn
//! the direction of writing never leave here as they are.

pub mod cut_list;
pub mod json;
pub mod markdown;
mod page;
pub mod payload;
pub mod sheet;
pub mod sheet_json;
#[cfg(test)]
mod tests;
pub mod text;
mod visible;

pub use visible::visible;
