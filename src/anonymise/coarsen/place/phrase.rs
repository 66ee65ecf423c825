//! What a region is called in a sentence: with the article and the preposition that go with it.

use std::ops::Range;

use super::Coarser;
use crate::language::{Language, words};

/// The column of a language in the table, counted from that of German.
pub(super) const fn place_of(language: Language) -> usize {
    match language {
        Language::De => 0,
        Language::Fr => 1,
        Language::En => 2,
    }
}

/// A region in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Phrase {
    /// The article as it stands in the table, with what parts it from the name: «der », «l’», or nothing.
    article: &'static str,
    /// The region without its article.
    name: &'static str,
}

/// Articles as they stand in the table.
const ARTICLES: [&str; 8] = ["der ", "die ", "das ", "le ", "la ", "les ", "l’", "the "];

/// German prepositions with what they become before `der`, `das` and `die`.
const GERMAN: [(&str, [&str; 3]); 16] = [
    ("in", ["im", "im", "in der"]),
    ("aus", ["aus dem", "aus dem", "aus der"]),
    ("von", ["vom", "vom", "von der"]),
    ("bei", ["beim", "beim", "bei der"]),
    ("nach", ["in den", "ins", "in die"]),
    ("zu", ["zum", "zum", "zur"]),
    ("mit", ["mit dem", "mit dem", "mit der"]),
    ("seit", ["seit dem", "seit dem", "seit der"]),
    ("ab", ["ab dem", "ab dem", "ab der"]),
    ("vor", ["vor dem", "vor dem", "vor der"]),
    ("für", ["für den", "für das", "für die"]),
    ("durch", ["durch den", "durch das", "durch die"]),
    ("um", ["um den", "um das", "um die"]),
    ("über", ["über den", "über das", "über die"]),
    ("gegen", ["gegen den", "gegen das", "gegen die"]),
    ("ohne", ["ohne den", "ohne das", "ohne die"]),
];

/// French prepositions with what they become before `le`, `la`, `les` and `l’`, the space behind them included.
const FRENCH: [(&str, [&str; 4]); 7] = [
    ("à", ["dans le ", "en ", "dans les ", "en "]),
    ("au", ["dans le ", "en ", "dans les ", "en "]),
    ("en", ["dans le ", "en ", "dans les ", "en "]),
    ("de", ["du ", "de ", "des ", "d’"]),
    ("d", ["du ", "de ", "des ", "d’"]),
    ("du", ["du ", "de ", "des ", "d’"]),
    ("des", ["du ", "de ", "des ", "d’"]),
];

/// Countries with `le` in French: «au Luxembourg».
const COUNTRIES_WITH_LE: [&str; 2] = ["Liechtenstein", "Luxembourg"];

impl Phrase {
    /// All regions of a table, each in German, French and English in this order.
    pub(super) fn all(table: &'static str) -> impl Iterator<Item = Self> {
        table
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(|line| line.split('\t').skip(1))
            .map(Self::of)
    }

    fn of(written: &'static str) -> Self {
        let article = ARTICLES
            .into_iter()
            .find(|article| written.starts_with(article));
        let article = article.unwrap_or_default();
        Self {
            article,
            name: written.strip_prefix(article).unwrap_or(written),
        }
    }

    /// The region without its article.
    pub(super) const fn name(&self) -> &'static str {
        self.name
    }

    /// Where the region stands at the end of a text, without its article.
    pub(super) fn at_end_of(&self, text: &str) -> Option<Range<usize>> {
        let before = text.strip_suffix(self.name)?;
        let is_whole = !before.ends_with(|last: char| last.is_alphanumeric() || last == '-');
        is_whole.then_some(before.len()..text.len())
    }

    /// The region in the place of a town.
    pub(super) fn in_place_of(
        &self,
        text: &str,
        span: Range<usize>,
        language: Language,
    ) -> Coarser {
        let before = text.get(..span.start).unwrap_or_default();
        let preposition = preposition(before, language);
        let joined = preposition
            .as_ref()
            .and_then(|(_, word)| self.behind(&word.to_lowercase(), language));
        if let (Some((start, word)), Some(joined)) = (preposition, joined) {
            let joined = capital_as(word, joined);
            return self.step(start..span.end, &joined);
        }
        let article = match language {
            // Which case it is in stands nowhere but in a preposition.
            Language::De => "",
            Language::Fr | Language::En => self.article,
        };
        let begins = before.ends_with('\n')
            || match before.trim_end().chars().next_back() {
                None => true,
                Some(last) => matches!(last, '.' | '!' | '?') && before.ends_with(' '),
            };
        let article = if begins {
            capital_as("A", article.to_owned())
        } else {
            article.to_owned()
        };
        self.step(span, &article)
    }

    fn step(&self, span: Range<usize>, before: &str) -> Coarser {
        Coarser {
            span,
            text: format!("{before}{}", self.name),
            region: Some(self.name),
        }
    }

    /// A preposition together with the article of this region, and with what parts them from the name.
    fn behind(&self, preposition: &str, language: Language) -> Option<String> {
        match language {
            Language::De => {
                let column = ["der ", "das ", "die "]
                    .into_iter()
                    .position(|article| article == self.article)?;
                let (_, joined) = GERMAN.iter().find(|(word, _)| *word == preposition)?;
                Some(format!("{} ", joined.get(column)?))
            }
            Language::Fr => {
                let column = ["le ", "la ", "les ", "l’"]
                    .into_iter()
                    .position(|article| article == self.article)?;
                let (_, joined) = FRENCH.iter().find(|(word, _)| *word == preposition)?;
                // «de la voïvodie de Łódź», «au Luxembourg».
                let is_common = self.name.starts_with(char::is_lowercase);
                let joined = match *joined.get(column)? {
                    "en " if is_common => "dans la ",
                    "de " if is_common => "de la ",
                    "dans le " if COUNTRIES_WITH_LE.contains(&self.name) => "au ",
                    joined => joined,
                };
                Some(joined.to_owned())
            }
            Language::En => None,
        }
    }
}

/// The word right before a place, and where it begins: «in », «d’».
fn preposition(before: &str, language: Language) -> Option<(usize, &str)> {
    let word = words(before).last()?;
    let gap = before.get(word.end..)?;
    let written = before.get(word.clone())?;
    let is_elided = language == Language::Fr && matches!(gap, "’" | "'") && written.len() == 1;
    (gap == " " || is_elided).then_some((word.start, written))
}

/// With a capital where the other has one.
fn capital_as(written: &str, other: String) -> String {
    let mut letters = other.chars();
    match letters.next() {
        Some(first) if written.starts_with(char::is_uppercase) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => other,
    }
}
