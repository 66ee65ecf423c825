//! What accumulates within the blocks: for every code the sessions and the cases in which it was said.
//!
//! Sessions are counted, not mentions: a code on five notes of a block counts once, and so does a note that is linked
//! into a second cell of it. The base of a block is the sessions in which one of its cells was answered, or there was
//! nothing to say; only these can count for a code, so that a blank is never a «no» and no count exceeds its base.
//! Sessions in which the block was declined, and those with notes in it whose cells have no state yet, stand beside.

mod counting;
#[cfg(test)]
mod tests;

use super::codebook::{CodeRow, Codebook};
use super::columns::{Columns, Wording};
use super::count::{Count, Frequent};
use super::selection::{LeftOut, Selection, Version};
use crate::guide::{Guide, LocalisedText};
use crate::session::SessionId;

pub use counting::Counting;

/// What accumulates within the blocks of a guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frequencies {
    /// The guide.
    pub guide: String,
    /// How many sessions were looked at.
    pub base: Count,
    /// Whether all of them are made up.
    pub invented: bool,
    /// What was left out.
    pub left_out: LeftOut,
    /// The sessions that could not be read.
    pub unread: Vec<SessionId>,
    /// The versions of the guide that they followed.
    pub versions: Vec<Version>,
    /// The blocks, in the order of the guide.
    pub blocks: Vec<BlockFrequencies>,
}

/// What accumulates within a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockFrequencies {
    /// The block's id.
    pub block: String,
    /// Its title; nothing if the guide does not have it.
    pub title: Option<LocalisedText>,
    /// The sessions in which one of its cells was answered, or there was nothing to say: its N.
    pub base: Count,
    /// The sessions beside N in which one of its cells was declined.
    pub declined: usize,
    /// The sessions beside N that have notes in it: their cells have no state that counts.
    pub unsettled: usize,
    /// Whether one of its topics was asked in other words.
    pub wording: Wording,
    /// The codes that occur in it, the most frequent first, each followed by those it stands for.
    pub codes: Vec<CodeFrequency>,
}

/// How often a code was said in a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeFrequency {
    /// The code.
    pub code: String,
    /// How it is called; nothing if the codebook does not have it.
    pub label: Option<LocalisedText>,
    /// How many codes stand above it.
    pub depth: usize,
    /// Whether it is no longer offered.
    pub retired: bool,
    /// In how many sessions and cases it was said.
    pub count: Count,
    /// How it was said.
    pub ways: Ways,
    /// The word for how often that is.
    pub word: Frequent,
}

/// In how many of the sessions of a code it was said so at least once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ways {
    /// Unasked.
    pub unprompted: usize,
    /// As something that helps.
    pub helps: usize,
    /// As something that hinders.
    pub hinders: usize,
    /// As the interviewee's own view.
    pub own: usize,
    /// As somebody else's view.
    pub reported: usize,
}

/// What accumulates within the blocks over these sessions.
pub fn frequencies(guide: &Guide, selection: &Selection<'_>) -> Frequencies {
    let names = &selection.facts.names;
    let columns = Columns::of(guide, selection);
    let codebook = Codebook::of(guide, names);
    let mut counting = Counting::new(&columns, &codebook);
    for session in &selection.sessions {
        counting.add(session, selection.notes(session));
    }
    Frequencies {
        invented: selection.is_invented(),
        left_out: selection.left_out,
        unread: selection.unread.to_vec(),
        versions: selection.versions(),
        ..counting.finish(&selection.guide)
    }
}

impl BlockFrequencies {
    /// How often a code was said.
    pub fn code(&self, code: &str) -> Option<&CodeFrequency> {
        self.codes.iter().find(|found| found.code == code)
    }
}

impl CodeFrequency {
    fn of(row: &CodeRow, count: Count, ways: Ways, word: Frequent) -> Self {
        Self {
            code: row.code.clone(),
            label: row.label.clone(),
            depth: row.depth,
            retired: row.retired,
            count,
            ways,
            word,
        }
    }
}
