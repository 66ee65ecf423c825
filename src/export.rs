//! Writes what has been released, one file a format.
//!
//! An exporter takes a [`Released`](crate::release::Released), a [`Collection`] of them or one of the tables of
//! `release`, and nothing else that was noted, so it cannot write what the level does not contain; a cut list alone is
//! made of times, which say nothing of content. Keeps out: reading sessions, and choosing where the bytes go. Control
//! characters and marks that turn the direction of writing never leave here as they are.
//! An exporter takes a [`Released`](crate::release::Released), a [`Collection`] of them, or one of the tables of `release`,
//! and nothing else that was noted, so it cannot write what the level does not contain; a cut list alone is made of times,
//! which say nothing of content. Keeps out: reading sessions, and choosing where the bytes go. Control characters and
//! marks that turn the direction of writing never leave here as they are.

pub mod bar;
mod collection;
pub mod columns;
pub mod csv;
pub mod cut_list;
pub mod dataset;
pub mod docx;
pub mod extract_document;
mod format;
pub mod hits;
pub mod html;
mod identity;
pub mod json;
pub mod jsonl;
pub mod markdown;
mod matrix;
pub mod matrix_document;
pub mod overview;
mod pack;
mod page;
pub mod payload;
pub mod qdc;
pub mod qdpx;
pub mod rap;
mod refi;
pub mod report;
mod rows;
mod sample;
pub mod sheet;
pub mod sheet_json;
#[cfg(test)]
mod tests;
pub mod text;
pub mod transcript;
mod visible;
pub mod vtt;
pub mod workbook;
mod xml;

pub use collection::{Collection, Document, Missing, Options};
pub use format::{Format, Scope};
pub use visible::visible;
