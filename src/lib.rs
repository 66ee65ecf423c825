//! `leitfaden` accompanies guide interviews: it shows the blocks of a guide, keeps selective
//! protocol notes in the cells of the protocol matrix, and lets no known name reach the disk.
//!
//! # The map
//!
//! Each module may use those to its right; `tests/architecture.rs` holds this table against the code.
//!
//! ```text
//! main → cli → tui → operations → { archive | export } → store → release → analysis → session → guide → anonymise → language
//! disk: used by operations, store, archive        i18n: used by cli, tui, export
//! i18n in its turn says in words what disk, store and the modules right of it give as values
//! ```
//!
//! # What holds everywhere
//!
//! 1. The modules from `language` to `session` do no input or output and read no clock: time comes in as a value.
//! 2. Text reaches a file only as [`anonymise::CleanText`], which only `anonymise` makes from what a person typed.
//! 3. Every change of a session is an [`session::Event`]; the state is the fold of its events.
//! 4. File types are structs of their own in `store::format`; a change of the domain cannot change a file silently.
//! 5. The screen is drawn from views of the state and changes nothing; files, clock and terminal are touched in one place.
//!
//! # What is seen from outside
//!
//! This library is there for its program. Public is what that, the tests and the benchmarks call; everything else is the
//! crate's own, so that the compiler says what nobody uses.

// What `missing_docs` asks of everything that is seen from outside holds for what the modules show each other, too.
#![warn(clippy::missing_docs_in_private_items)]

pub mod analysis;
pub mod anonymise;
pub mod archive;
pub mod cli;
mod disk;
mod export;
pub mod guide;
pub mod i18n;
pub mod language;
pub mod operations;
mod release;
pub mod session;
pub mod store;
pub mod tui;
