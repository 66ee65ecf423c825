//! What the program knows of languages: which there are, how words fold for comparison, and how text is measured.
//!
//! Keeps out: meaning. Nothing here knows of notes, names or guides.

mod collate;
mod fold;
mod measure;
mod sanitise;
mod search;
mod tag;
mod words;
mod wrap;

pub use collate::compare_words;
pub use fold::{Readings, fold, folded_end, spellings};
pub use measure::{graphemes, width};
pub use sanitise::{is_forbidden_control, is_marker, may_be_forbidden, sanitise, sanitised_char};
pub use search::{Keys, wanted_beginning, wanted_keys};
pub use tag::Language;
pub use words::{is_invisible, words};
pub use wrap::wrap;
