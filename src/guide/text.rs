//! Texts in several languages.

use std::borrow::Cow;

use crate::language::Language;

/// A text of a guide: read from a file, or where it lies in the program, of which the built-in guides are part.
pub type Phrase = Cow<'static, str>;

/// What exists once in some languages: three places, since a guide has hundreds of such texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByLanguage<T>([Option<T>; Language::ALL.len()]);

impl<T> ByLanguage<T> {
    /// What there is in this language.
    pub fn get(&self, language: Language) -> Option<&T> {
        let mut all = self.iter();
        all.find_map(|(other, value)| (other == language).then_some(value))
    }

    /// Puts something in the place of what there was in a language.
    pub fn insert(&mut self, language: Language, value: T) {
        let mut places = Language::ALL.into_iter().zip(&mut self.0);
        if let Some((_, place)) = places.find(|(other, _)| *other == language) {
            *place = Some(value);
        }
    }

    /// Each language in which there is something, and what there is.
    pub fn iter(&self) -> impl Iterator<Item = (Language, &T)> {
        let all = Language::ALL.into_iter().zip(&self.0);
        all.filter_map(|(language, value)| Some((language, value.as_ref()?)))
    }

    /// What there is in this language, or else in the first in which there is something.
    fn nearest(&self, language: Language) -> Option<&T> {
        let first = || self.iter().next().map(|(_, value)| value);
        self.get(language).or_else(first)
    }
}

impl<T> Default for ByLanguage<T> {
    fn default() -> Self {
        Self([const { None }; Language::ALL.len()])
    }
}

impl<T> FromIterator<(Language, T)> for ByLanguage<T> {
    fn from_iter<I: IntoIterator<Item = (Language, T)>>(values: I) -> Self {
        let mut all = Self::default();
        for (language, value) in values {
            all.insert(language, value);
        }
        all
    }
}

/// A text that is the same in every language, or exists once in each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LocalisedText {
    /// One text for all languages.
    Plain(Phrase),
    /// A text for each language.
    ByLanguage(ByLanguage<Phrase>),
}

impl LocalisedText {
    /// The text in this language; in a valid guide there is one for each language that the guide declares.
    pub fn in_language(&self, language: Language) -> &str {
        match self {
            Self::Plain(text) => text,
            Self::ByLanguage(texts) => texts.nearest(language).map_or("", Phrase::as_ref),
        }
    }
}

/// A list that is the same in every language, or exists once in each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LocalisedList {
    /// One list for all languages.
    Plain(Vec<Phrase>),
    /// A list for each language.
    ByLanguage(ByLanguage<Vec<Phrase>>),
}

impl LocalisedList {
    /// The list in this language.
    pub fn in_language(&self, language: Language) -> &[Phrase] {
        match self {
            Self::Plain(list) => list,
            Self::ByLanguage(lists) => lists.nearest(language).map_or(&[], Vec::as_slice),
        }
    }
}

impl Default for LocalisedList {
    fn default() -> Self {
        Self::Plain(Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_had_in_its_language_or_else_in_the_first_that_there_is() {
        let mut texts: ByLanguage<Phrase> = [(Language::En, "two"), (Language::Fr, "deux")]
            .map(|(language, text)| (language, text.into()))
            .into_iter()
            .collect();
        let all: Vec<Language> = texts.iter().map(|(language, _)| language).collect();
        assert_eq!(all, [Language::Fr, Language::En]);
        let text = LocalisedText::ByLanguage(texts.clone());
        assert_eq!(text.in_language(Language::En), "two");
        assert_eq!(text.in_language(Language::De), "deux");
        texts.insert(Language::De, "zwei".into());
        texts.insert(Language::De, "zwo".into());
        let text = LocalisedText::ByLanguage(texts);
        assert_eq!(text.in_language(Language::De), "zwo");
        assert_eq!(
            LocalisedText::ByLanguage(ByLanguage::default()).in_language(Language::De),
            ""
        );
    }
}
