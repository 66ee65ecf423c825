//! Texts in several languages.

use std::collections::BTreeMap;

use crate::language::Language;

/// A text that is the same in every language, or exists once in each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LocalisedText {
    /// One text for all languages.
    Plain(String),
    /// A text for each language.
    ByLanguage(BTreeMap<Language, String>),
}

impl LocalisedText {
    /// The text in this language; in a valid guide there is one for each language that the guide declares.
    pub fn in_language(&self, language: Language) -> &str {
        match self {
            Self::Plain(text) => text,
            Self::ByLanguage(texts) => texts
                .get(&language)
                .or_else(|| texts.values().next())
                .map_or("", String::as_str),
        }
    }
}

/// A list that is the same in every language, or exists once in each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LocalisedList {
    /// One list for all languages.
    Plain(Vec<String>),
    /// A list for each language.
    ByLanguage(BTreeMap<Language, Vec<String>>),
}

impl LocalisedList {
    /// The list in this language.
    pub fn in_language(&self, language: Language) -> &[String] {
        match self {
            Self::Plain(list) => list,
            Self::ByLanguage(lists) => lists
                .get(&language)
                .or_else(|| lists.values().next())
                .map_or(&[], Vec::as_slice),
        }
    }
}

impl Default for LocalisedList {
    fn default() -> Self {
        Self::Plain(Vec::new())
    }
}
