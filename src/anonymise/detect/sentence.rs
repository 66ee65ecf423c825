//! A text as the finders see it: its words with what the lists and their own letters say of them.

use std::cell::OnceCell;
use std::ops::Range;

use super::dictionary::{self, Classes, Compound};
use super::evidence::Look;
use super::facts::Facts;
use super::{By, Certainty, Detection, Kind};
use crate::language::{fold, is_marker, words};

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::anonymise) enum Shape {
    /// `chamber`.
    Small,
    /// `Chamber`.
    Capital,
    /// `CCI`.
    Capitals,
    /// `A`, alone.
    Initial,
    /// `eBike`, `McAdam`.
    Mixed,
    /// With a digit in it.
    Digits,
}

/// A word of a text.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a thing that is so or is not, and none follows from another"
)]
pub(in crate::anonymise) struct Word {
    /// Where it stands.
    pub(super) span: Range<usize>,
    /// Its comparison form.
    pub(super) folded: zeroize::Zeroizing<String>,
    /// How it is written.
    pub(super) shape: Shape,
    /// What the lists say.
    pub(super) classes: Classes,
    /// What else can be said of it wherever it stands.
    pub(super) facts: Facts,
    /// What the lists say of it without a final `s`, if the word itself is in none.
    pub(super) genitive: Classes,
    /// Whether no list has it but it is put together from words that they have.
    pub(super) is_compound: bool,
    /// Whether it could be put together so, and as well be a name.
    pub(super) is_weak_compound: bool,
    /// Whether a sentence, a line or a list entry begins with it.
    pub(super) begins: bool,
    /// Whether a placeholder stands directly before or behind it.
    pub(super) beside_marker: bool,
    /// What stands between the word before and this one, as the sign that matters most.
    pub(super) gap: Gap,
    /// What kind of verb it looks like; see [`verb::form`](super::verb::form).
    pub(super) verb: u64,
    /// Whether a full stop follows at once: `Dr.`, `A.`.
    pub(super) has_stop: bool,
    /// Whether a plus sign stands before it, with spaces on both sides.
    pub(super) is_added: bool,
}

/// What stands between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::anonymise) enum Gap {
    /// The beginning of the text.
    Start,
    /// A space.
    Space,
    /// A hyphen without spaces.
    Hyphen,
    /// An apostrophe.
    Apostrophe,
    /// A full stop and perhaps a space.
    Stop,
    /// A comma or semicolon.
    Comma,
    /// A colon.
    Colon,
    /// A slash.
    Slash,
    /// `&` or `+`.
    And,
    /// A bracket or quotation mark.
    Bracket,
    /// A dash, bullet or arrow with spaces.
    Dash,
    /// A line break.
    Line,
    /// A placeholder.
    Marker,
    /// Anything else.
    Other,
}

/// The words of a text.
#[derive(Debug)]
pub(in crate::anonymise) struct Sentence {
    /// The words in order.
    pub(super) words: Vec<Word>,
    /// Whether no word but the first letters of sentences is written with a capital: then small letters say nothing.
    pub(super) is_small: bool,
    /// What the signs of each word are made from, reckoned once.
    pub(super) looks: OnceCell<Vec<Look>>,
}

impl Sentence {
    /// What was found in these words; nothing if they are none.
    pub(super) fn detection(
        &self,
        words: Range<usize>,
        kind: Kind,
        certainty: Certainty,
        by: By,
    ) -> Option<Detection> {
        let (first, last) = self
            .words
            .get(words)
            .and_then(|words| words.first().zip(words.last()))?;
        Some(Detection {
            span: first.span.start..last.span.end,
            kind,
            certainty,
            by,
        })
    }

    /// Which words lie wholly in a stretch of the text.
    pub(super) fn words_in(&self, span: &Range<usize>) -> Range<usize> {
        let first = self
            .words
            .partition_point(|word| word.span.start < span.start);
        let end = self.words.partition_point(|word| word.span.end <= span.end);
        first..end.max(first)
    }

    /// Looks at every word of a text.
    pub(super) fn of(text: &str) -> Self {
        let mut found: Vec<Word> = Vec::new();
        let mut end = 0;
        for span in words(text) {
            let Some(letters) = text.get(span.clone()) else {
                continue;
            };
            let between = text.get(end..span.start).unwrap_or_default();
            let behind = text.get(span.end..).unwrap_or_default();
            let gap = if found.is_empty() && !between.contains(is_marker) {
                Gap::Start
            } else {
                gap(between)
            };
            let begins = matches!(
                gap,
                Gap::Start | Gap::Stop | Gap::Dash | Gap::Line | Gap::Colon
            ) && !(gap == Gap::Stop && found.last().is_some_and(is_abbreviated))
                || gap == Gap::Bracket && found.is_empty();
            found.push(Word {
                is_added: between.contains(" + "),
                ..word(letters, span.clone(), gap, begins, behind)
            });
            end = span.end;
        }
        let inner = found.iter().filter(|word| !word.begins);
        let is_small = inner.clone().count() >= 3
            && !inner
                .clone()
                .any(|word| matches!(word.shape, Shape::Capital | Shape::Mixed));
        Self {
            words: found,
            is_small,
            looks: OnceCell::new(),
        }
    }

    /// The word at an index, which may lie outside.
    pub(super) fn at(&self, index: isize) -> Option<&Word> {
        usize::try_from(index)
            .ok()
            .and_then(|index| self.words.get(index))
    }
}

impl Word {
    /// Whether some list has it as an ordinary word.
    pub(super) const fn is_ordinary(&self) -> bool {
        self.classes.any(Classes::ORDINARY)
    }

    /// Whether it is a country, a canton, a Land, and no town.
    pub(super) const fn is_region(&self) -> bool {
        self.classes.any(Classes::REGION) && !self.classes.any(Classes::TOWN)
    }

    /// Whether no list has it, and it is not put together from words that they have.
    pub(super) fn is_unknown(&self) -> bool {
        self.shape != Shape::Digits
            && self.classes == Classes::NONE
            && self.genitive == Classes::NONE
            && !self.is_compound
    }
}

fn word(letters: &str, span: Range<usize>, gap: Gap, begins: bool, behind: &str) -> Word {
    let folded = zeroize::Zeroizing::new(fold(letters));
    let shape = shape(letters);
    let facts = Facts::of(&folded);
    let classes = facts.classes;
    let genitive = if classes == Classes::NONE {
        folded
            .strip_suffix('s')
            .filter(|stem| stem.len() >= 3)
            .map_or(Classes::NONE, dictionary::classes)
    } else {
        Classes::NONE
    };
    let compound = if classes == Classes::NONE && shape != Shape::Digits {
        dictionary::compound(&folded, shape == Shape::Small)
    } else {
        Compound::None
    };
    Word {
        is_compound: compound == Compound::Firm,
        is_weak_compound: compound == Compound::Weak,
        verb: if shape == Shape::Small || begins {
            facts.verb
        } else {
            0
        },
        has_stop: behind.starts_with('.'),
        is_added: false,
        beside_marker: behind.trim_start().starts_with(is_marker) || gap == Gap::Marker,
        span,
        folded,
        shape,
        classes,
        facts,
        genitive,
        begins,
        gap,
    }
}

/// Whether the word ends with a stop that ends no sentence: an initial, `Dr.`, `z.B.`.
fn is_abbreviated(word: &Word) -> bool {
    word.has_stop && (word.folded.len() <= 2 || super::context::is_abbreviation(&word.folded))
}

fn shape(letters: &str) -> Shape {
    let mut characters = letters
        .chars()
        .filter(|character| character.is_alphabetic());
    if letters.chars().any(char::is_numeric) {
        return Shape::Digits;
    }
    let Some(first) = characters.next() else {
        return Shape::Digits;
    };
    let rest: Vec<char> = characters.collect();
    let capitals = rest.iter().filter(|letter| letter.is_uppercase()).count();
    match (first.is_uppercase(), capitals) {
        (true, _) if rest.is_empty() => Shape::Initial,
        (false, 0) => Shape::Small,
        (true, 0) => Shape::Capital,
        (true, capitals) if capitals == rest.len() => Shape::Capitals,
        _ => Shape::Mixed,
    }
}

fn gap(between: &str) -> Gap {
    let trimmed = between.trim_matches([' ', '\u{A0}', '\u{202F}']);
    let is_spaced = trimmed.len() != between.len();
    if between.contains(is_marker) {
        return Gap::Marker;
    }
    if between.contains('\n') {
        return Gap::Line;
    }
    match trimmed.chars().next() {
        None => Gap::Space,
        _ if trimmed.contains(['.', '!', '?', '…']) => Gap::Stop,
        _ if trimmed.contains(['(', ')', '[', ']', '«', '»', '"', '“', '”', '„']) => {
            Gap::Bracket
        }
        _ if trimmed.contains(['→', '–', '—', '•', '>', '*', '=']) && is_spaced => {
            Gap::Dash
        }
        Some('-') if is_spaced => Gap::Dash,
        Some('-' | '\u{2010}' | '\u{2011}' | '–') => Gap::Hyphen,
        Some('\'' | '’' | 'ʼ') => Gap::Apostrophe,
        Some(',' | ';') => Gap::Comma,
        Some(':') => Gap::Colon,
        Some('/') => Gap::Slash,
        Some('&' | '+') => Gap::And,
        Some(_) => Gap::Other,
    }
}
