//! Takes names out of text before it may be written, and makes [`CleanText`], the only text that events carry.
//!
//! Keeps out: files and screens. Nothing here is ever stored but slots, and those hold no name.
//!
//! # How a draft is searched
//!
//! ```text
//! draft ── layout ──▶ flat text, words ── names, contact, telephone ──▶ candidates
//!                                                                           │ finding::resolve
//! text with markers, written text, held tail ◀── redact ◀── what holds ◀────┘
//! ```
//!
//! * [`Memory`] holds what is known of names in a sitting; [`ProtectedWords`] is the list that is given before.
//! * In the editor a placeholder is one character of a private plane, a **marker**. [`Memory::show`] tells what it
//!   looks like, [`Memory::take_back`] what was typed there.
//! * [`Scanner`] searches what is written already, with everything there is, and replaces nothing.
//! * What is doubtful keeps its letters in the editor and is [`MASK`]ed in what is written; a [`Doubt`] knows the word.
//! * A detector appends candidates in `Memory::search`, and what it needs to see more of before it is sure, in
//!   `Tail::at`; nothing else has to know of it.

mod announced;
mod clean;
mod coarsen;
mod contact;
mod detect;
mod doubt;
mod exposure;
mod finding;
mod growing;
mod layout;
mod lexicon;
mod marker;
mod memory;
mod names;
mod pattern;
mod placeholder;
mod plausible;
mod protected;
mod redact;
mod scan;
mod secret;
mod slot;
mod tail;
mod telephone;
#[cfg(test)]
mod tests;
mod token;
mod vocabulary;
mod word_list;

pub use announced::{Announced, same_place};
pub use clean::CleanText;
pub use coarsen::{Coarser, side};
pub use detect::{By, Certainty, Kind, Layers};
pub use doubt::{Doubt, MASK, Verdict, masks, with_words};
pub use finding::{Finding, Rule};
pub use memory::{Memory, PerhapsSame, Standing};
pub use plausible::{LONGEST_NAME, may_be_name};
pub use protected::{Entity, ProtectedWords};
pub use redact::{
    Boundary, Held, Masked, Recleaned, Redaction, Seam, find_whole, find_whole_all, redact,
    redact_masked, redact_whole,
};
pub use scan::{ScanHit, Scanner, scan, towns};
pub use slot::{Slot, SlotKey, SlotKind};
