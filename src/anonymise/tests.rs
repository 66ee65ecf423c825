//! Promises of the search as a whole.

mod properties;
mod same;
mod slots;
mod table;
mod typing;
mod unannounced;

use super::*;
use crate::language::Language;

/// A memory that protects a list.
fn protecting(list: &str) -> Memory {
    protecting_in(Language::De, list)
}

/// A memory that protects a list, with placeholders in this language.
fn protecting_in(language: Language, list: &str) -> Memory {
    let mut memory = Memory::new(language);
    memory.set_vocabulary(["Holz Kooperation Cluster", "Energie"].into_iter());
    memory.protect(&ProtectedWords::parse(list));
    memory
}

/// What is written of a whole text.
fn clean(memory: &mut Memory, text: &str) -> String {
    redact_whole(text, memory).0.as_str().to_owned()
}

/// The placeholders of a text with markers, in letters.
fn shown(memory: &Memory, text: &str) -> String {
    text.chars()
        .map(|character| {
            memory
                .show(character)
                .unwrap_or_else(|| character.to_string())
        })
        .collect()
}
