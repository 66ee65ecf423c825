//! The types of the files that the program reads and writes, one module a type and version.
//!
//! They are apart from the domain's types, so that a change of the domain cannot change a file silently.

pub mod allowed_v1;
mod as_written;
pub mod cases_v1;
pub mod codebook_v1;
pub mod coder_v1;
pub mod config_v1;
mod fault;
mod field;
pub mod guide_v1;
pub mod journal_v1;
pub mod origin_v1;
pub mod session_v1;
pub mod withdrawal_v1;
mod words;

pub use fault::{EncodeError, FormatError, SyntaxFault};
