//! Finds protected names in a text.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::RandomState;

use super::finding::{Candidate, Rule, Target};
use super::pattern::{Case, Pattern};
use super::slot::SlotKind;
use super::token::{Before, Token, joins};
use crate::language::folded_end;

/// How few letters of a word make the beginning of a name, when the word is finished.
const FEWEST_LETTERS: usize = 3;

/// All forms of all protected names, by how they begin.
#[derive(Default)]
pub(super) struct Names {
    patterns: Vec<Pattern>,
    /// By each beginning of each spelling.
    by_beginning: HashMap<Beginning, Vec<usize>, RandomState>,
    /// By the spellings that are shorter than the longest beginning.
    by_whole: HashMap<Beginning, Vec<usize>, RandomState>,
}

impl Names {
    /// Takes further forms. Of several that match alike the one holds that ranks first, then the one that came first.
    pub(super) fn add(&mut self, patterns: impl IntoIterator<Item = Pattern>) {
        for pattern in patterns {
            let form = self.patterns.len();
            for spelling in pattern.parts.first().into_iter().flatten() {
                for begun in beginnings(spelling) {
                    note(self.by_beginning.entry(begun).or_default(), form);
                }
                if spelling.chars().nth(LONGEST_BEGINNING - 1).is_none() {
                    note(self.by_whole.entry(beginning(spelling)).or_default(), form);
                }
            }
            self.patterns.push(pattern);
        }
    }

    /// Appends every place of the text where a name stands, overlapping ones too; at each token in their rank.
    pub(super) fn find(&self, text: &str, tokens: &[Token], found: &mut Vec<Candidate>) {
        let mut here: Vec<(usize, &Pattern, Range<usize>)> = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            let stand = self.like(token).filter_map(|(index, pattern)| {
                let span = Walk::along(text, tokens, pattern, at).span()?;
                Some((index, pattern, span))
            });
            here.extend(stand);
            here.sort_unstable_by_key(|(index, pattern, _)| (rank(pattern), *index));
            here.dedup_by_key(|(index, ..)| *index);
            found.extend(here.drain(..).map(|(_, pattern, span)| Candidate {
                span,
                rule: pattern.rule,
                target: Target::Slot(pattern.slot),
            }));
        }
    }

    /// Whether `tokens`, from the first to the last, are a proper beginning of a name.
    ///
    /// If the last word is `open`, any letter of it counts; if it is finished, it takes three.
    pub(super) fn begin(&self, text: &str, tokens: &[Token], last: LastWord) -> bool {
        let mut like = tokens
            .first()
            .into_iter()
            .flat_map(|token| self.like(token));
        like.any(|(_, pattern)| {
            let walk = Walk::along(text, tokens, pattern, 0);
            match last {
                LastWord::Open => walk.ran_out.is_some(),
                LastWord::Finished => walk
                    .ran_out
                    .is_some_and(|letters| letters >= FEWEST_LETTERS),
            }
        })
    }

    /// The forms that can begin with a token or go on behind it: those that begin like it, as far as both have letters
    /// that tell. Some come more than once.
    fn like<'a>(&'a self, token: &'a Token) -> impl Iterator<Item = (usize, &'a Pattern)> {
        let of_reading = |reading: &'a str| {
            let begun = beginning(reading);
            let whole = beginnings(reading)
                .filter(move |shorter| *shorter != begun)
                .filter_map(|shorter| self.by_whole.get(&shorter));
            self.by_beginning.get(&begun).into_iter().chain(whole)
        };
        let found = token.readings().flat_map(of_reading).flatten();
        found.filter_map(|index| Some((*index, self.patterns.get(*index)?)))
    }
}

/// How many letters tell which names a word may begin.
const LONGEST_BEGINNING: usize = 3;

/// The first letters of a word, as many as it has, in one number.
type Beginning = u64;

/// The beginnings of a word, the shortest first.
fn beginnings(word: &str) -> impl Iterator<Item = Beginning> {
    /// As many as a letter takes.
    const BITS: u32 = 21;
    let letters = word.chars().take(LONGEST_BEGINNING);
    letters.scan(0, |begun, letter| {
        *begun = *begun << BITS | (u64::from(letter) + 1);
        Some(*begun)
    })
}

/// The longest beginning of a word; nothing begins like a word without letters.
fn beginning(word: &str) -> Beginning {
    beginnings(word).last().unwrap_or_default()
}

/// Notes a form of which all spellings are noted one behind the other.
fn note(list: &mut Vec<usize>, form: usize) {
    if list.last() != Some(&form) {
        list.push(form);
    }
}

/// Whole names before parts, and persons before things: a surname in the name of a firm is the person's.
fn rank(pattern: &Pattern) -> (bool, SlotKind) {
    (pattern.rule != Rule::Name, pattern.slot.kind)
}

/// Whether something may still be typed to the last word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LastWord {
    /// The cursor is at it.
    Open,
    /// Something follows it.
    Finished,
}

/// A form of a name laid along the tokens of a text.
///
/// A word of the form may begin behind another inside a token (`JeanPierre` for «Jean-Pierre»), and may run on over
/// tokens that are glued together (`mÜller`).
struct Walk<'a> {
    text: &'a str,
    tokens: &'a [Token],
    pattern: &'a Pattern,
    first: usize,
    /// Where the longest match ends: the byte.
    end: Option<usize>,
    /// The tokens ended before the form did: how many letters its last word had there, [`usize::MAX`] between words.
    ran_out: Option<usize>,
}

/// A place inside a token, under one of its readings.
#[derive(Clone, Copy)]
struct Place<'a> {
    token: usize,
    reading: &'a str,
    offset: usize,
}

impl<'a> Walk<'a> {
    fn along(text: &'a str, tokens: &'a [Token], pattern: &'a Pattern, first: usize) -> Self {
        let mut walk = Walk {
            text,
            tokens,
            pattern,
            first,
            end: None,
            ran_out: None,
        };
        walk.enter(first, 0);
        walk
    }

    /// The longest match, if it is written in the letters that the form asks for.
    fn span(&self) -> Option<Range<usize>> {
        let span = self.tokens.get(self.first)?.span.start..self.end?;
        let written = self.text.get(span.clone())?;
        let fits = match self.pattern.case {
            Case::Any => true,
            Case::Capital => written.starts_with(char::is_uppercase),
            Case::Capitals => !written.contains(char::is_lowercase),
        };
        fits.then_some(span)
    }

    /// Tries a word of the form from the beginning of a token.
    fn enter(&mut self, token: usize, part: usize) {
        let tokens = self.tokens;
        let Some(readings) = tokens.get(token).map(Token::readings) else {
            return;
        };
        for reading in readings {
            let place = Place {
                token,
                reading,
                offset: 0,
            };
            self.enter_at(place, part);
        }
    }

    /// Tries a word of the form from a place inside a token.
    fn enter_at(&mut self, place: Place<'a>, part: usize) {
        let pattern = self.pattern;
        for spelling in pattern.parts.get(part).into_iter().flatten() {
            self.eat(place, part, spelling, spelling);
        }
    }

    /// Compares what is left of a spelling with what is left of a token.
    fn eat(&mut self, place: Place<'a>, part: usize, spelling: &'a str, rest: &'a str) {
        let Some(letters) = place.reading.get(place.offset..) else {
            return;
        };
        if letters.starts_with(rest) {
            let offset = place.offset + rest.len();
            self.finish_part(Place { offset, ..place }, part, spelling);
            return;
        }
        let Some(rest) = rest.strip_prefix(letters) else {
            return;
        };
        let next = place.token + 1;
        match self.tokens.get(next) {
            None => self.run_out((spelling.len() - rest.len()).max(1)),
            Some(token) if token.before == Before::Glue => {
                for reading in token.readings() {
                    let place = Place {
                        token: next,
                        reading,
                        offset: 0,
                    };
                    self.eat(place, part, spelling, rest);
                }
            }
            Some(_) => {}
        }
    }

    /// A word of the form ends at `place`: goes on to the next, or ends the match.
    fn finish_part(&mut self, place: Place<'a>, part: usize, stem: &str) {
        let tail = place.reading.get(place.offset..).unwrap_or_default();
        let is_last = part + 1 == self.pattern.parts.len();
        if is_last {
            if tail.is_empty() || self.pattern.endings.allow(stem, tail) {
                self.finish(place);
            }
            return;
        }
        if tail.is_empty() || self.pattern.endings.allow_inside(tail) {
            self.step_over(place.token, part);
        }
        if !tail.is_empty() {
            self.enter_at(place, part + 1);
        }
    }

    /// Goes on to the next token, if what stands between may stand inside the name.
    fn step_over(&mut self, token: usize, part: usize) {
        let (Some(here), Some(next)) = (self.tokens.get(token), self.tokens.get(token + 1)) else {
            self.run_out(usize::MAX);
            return;
        };
        let own = self.pattern.signs.get(part).map_or("", String::as_str);
        let gap = self.text.get(here.span.end..next.span.start);
        if gap.is_some_and(|gap| joins(gap, own)) {
            self.enter(token + 1, part + 1);
        }
    }

    fn run_out(&mut self, letters: usize) {
        self.ran_out = self.ran_out.max(Some(letters));
    }

    fn finish(&mut self, place: Place<'a>) {
        let Some(token) = self.tokens.get(place.token) else {
            return;
        };
        let end = if place.offset == place.reading.len() {
            Some(token.span.end)
        } else {
            self.text
                .get(token.span.clone())
                .and_then(|word| folded_end(word, place.reading, place.offset))
                .map(|end| token.span.start + end)
        };
        self.end = self.end.max(end);
    }
}
