//! Where in a text the words of a query stand.

use std::ops::Range;

use super::{Query, TermKeys};
use crate::language::{Keys, Language, words};

/// Finds the words of a query in texts.
pub struct Finder {
    /// For each language what must stand in a text, and what must not.
    terms: [(Vec<TermKeys>, Vec<TermKeys>); 3],
    keys: Keys,
}

impl Finder {
    /// A finder for this query.
    pub fn of(query: &Query) -> Self {
        Self {
            terms: Language::ALL.map(|language| query.keys(language)),
            keys: Keys::default(),
        }
    }

    /// Where the words that must stand in a text do so, in bytes, in order; they may overlap.
    pub fn find(&mut self, text: &str, language: Language) -> Vec<Range<usize>> {
        let found = self.keys_of(text, language);
        let mut places: Vec<Range<usize>> = self
            .terms_of(language, |(wanted, _)| wanted)
            .iter()
            .flat_map(|term| places(term, &found))
            .collect();
        places.sort_by_key(|place| (place.start, place.end));
        places.dedup();
        places
    }

    /// Whether everything that must stand in a text does, and nothing that must not.
    pub fn fits(&mut self, text: &str, language: Language) -> bool {
        let found = self.keys_of(text, language);
        let wanted = self.terms_of(language, |(wanted, _)| wanted);
        let has_all = wanted.iter().all(|term| !places(term, &found).is_empty());
        has_all && !self.is_unwanted(text, language)
    }

    /// Whether a text holds something that must not stand in it.
    pub fn is_unwanted(&mut self, text: &str, language: Language) -> bool {
        if self.terms_of(language, |(_, unwanted)| unwanted).is_empty() {
            return false;
        }
        let found = self.keys_of(text, language);
        let unwanted = self.terms_of(language, |(_, unwanted)| unwanted);
        unwanted.iter().any(|term| !places(term, &found).is_empty())
    }

    fn terms_of(
        &self,
        language: Language,
        which: impl Fn(&(Vec<TermKeys>, Vec<TermKeys>)) -> &Vec<TermKeys>,
    ) -> &[TermKeys] {
        let terms = self.terms.get(language as usize);
        terms.map_or(&[], |terms| which(terms).as_slice())
    }

    fn keys_of(&mut self, text: &str, language: Language) -> Vec<(Range<usize>, String)> {
        words(text)
            .map(|range| {
                let word = text.get(range.clone()).unwrap_or_default();
                (range, self.keys.key(word, language))
            })
            .collect()
    }
}

/// Where a term stands among the words of a text.
fn places(term: &TermKeys, found: &[(Range<usize>, String)]) -> Vec<Range<usize>> {
    let length = term.words.len();
    if length == 0 {
        return Vec::new();
    }
    let stands = |run: &&[(Range<usize>, String)]| {
        run.iter()
            .zip(&term.words)
            .enumerate()
            .all(|(index, ((_, key), wanted))| {
                let is_beginning = term.is_beginning && index + 1 == length;
                wanted.iter().any(|wanted| {
                    if is_beginning {
                        key.starts_with(wanted.as_str())
                    } else {
                        key == wanted
                    }
                })
            })
    };
    found
        .windows(length)
        .filter(stands)
        .filter_map(|run| Some(run.first()?.0.start..run.last()?.0.end))
        .collect()
}
