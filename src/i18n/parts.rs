//! What the build script made of the word files: strings, and where each text stands in them.
//!
//! Thousands of references would each have to be put right when the program starts, and so be in memory of its own.

use super::generated::{self, Text};
use crate::language::Language;

/// Something of each text, one behind the other, in one language or in the order of [`Language::ALL`].
pub(super) struct Parts<const PARTS: usize> {
    /// How many texts there are.
    pub(super) texts: usize,
    pub(super) all: &'static str,
    /// Where each part begins and ends.
    pub(super) places: [(u32, u32); PARTS],
}

impl<const PARTS: usize> Parts<PARTS> {
    /// The part of a text in a language; empty if there is none.
    pub(super) fn of(&self, text: Text, language: Language) -> &'static str {
        self.at(language as usize * self.texts + text as usize)
    }

    fn at(&self, index: usize) -> &'static str {
        let place = self.places.get(index);
        let part = place.and_then(|&(start, end)| self.all.get(start as usize..end as usize));
        part.unwrap_or_default()
    }
}

impl Text {
    /// The key in the word files.
    pub fn key(self) -> &'static str {
        generated::KEYS.at(self as usize)
    }

    /// The names of the values that are put into it.
    pub fn values(self) -> impl Iterator<Item = &'static str> {
        generated::VALUES.at(self as usize).split_whitespace()
    }
}
