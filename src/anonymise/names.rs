//! Finds protected names in a text.

use std::collections::HashMap;
use std::ops::Range;

use super::finding::{Candidate, Rule, Target};
use super::pattern::{Case, Pattern};
use super::slot::SlotKind;
use super::token::{Before, Token, joins};
use crate::language::folded_end;

/// How few letters of a word make the beginning of a name, when the word is finished.
const FEWEST_LETTERS: usize = 3;

/// All forms of all protected names, by their first letter.
#[derive(Default)]
pub(super) struct Names {
    patterns: Vec<Pattern>,
    by_letter: HashMap<char, Vec<usize>>,
    /// The same by the first two letters of each spelling; of a spelling of one letter there is no second.
    by_letters: HashMap<(char, Option<char>), Vec<usize>>,
}

impl Names {
    /// Takes further forms. Of several that match alike the one holds that ranks first, then the one that came first.
    pub(super) fn add(&mut self, patterns: impl IntoIterator<Item = Pattern>) {
        for pattern in patterns {
            let spelling = pattern.parts.first().and_then(|part| part.first());
            if let Some(letter) = spelling.and_then(|spelling| spelling.chars().next()) {
                let known = &self.patterns;
                let of_letter = self.by_letter.entry(letter).or_default();
                let place = of_letter.partition_point(|&index| {
                    known
                        .get(index)
                        .is_some_and(|known| rank(known) <= rank(&pattern))
                });
                of_letter.insert(place, known.len());
                for spelling in pattern.parts.first().into_iter().flatten() {
                    let second = spelling.chars().nth(1);
                    let of_letters = self.by_letters.entry((letter, second)).or_default();
                    if of_letters.last() != Some(&known.len()) {
                        of_letters.push(known.len());
                    }
                }
            }
            self.patterns.push(pattern);
        }
    }

    /// Appends every place of the text where a name stands, overlapping ones too.
    pub(super) fn find(&self, text: &str, tokens: &[Token], found: &mut Vec<Candidate>) {
        for at in 0..tokens.len() {
            for pattern in self.like(tokens.get(at)) {
                let walk = Walk::along(text, tokens, pattern, at);
                if let Some(span) = walk.span() {
                    found.push(Candidate {
                        span,
                        rule: pattern.rule,
                        target: Target::Slot(pattern.slot),
                    });
                }
            }
        }
    }

    /// Whether `tokens`, from the first to the last, are a proper beginning of a name.
    ///
    /// If the last word is `open`, any letter of it counts; if it is finished, it takes three.
    pub(super) fn begin(&self, text: &str, tokens: &[Token], last: LastWord) -> bool {
        self.beginning_with(tokens.first()).any(|pattern| {
            let walk = Walk::along(text, tokens, pattern, 0);
            match last {
                LastWord::Open => walk.ran_out.is_some(),
                LastWord::Finished => walk
                    .ran_out
                    .is_some_and(|letters| letters >= FEWEST_LETTERS),
            }
        })
    }

    /// The forms that can begin with a token or go on behind it: those that begin like it, as far as both have two
    /// letters. In their rank.
    fn like(&self, token: Option<&Token>) -> Vec<&Pattern> {
        let Some((token, letter)) = token.and_then(|token| Some((token, token.first_letter()?)))
        else {
            return Vec::new();
        };
        let mut found: Vec<usize> = Vec::new();
        for reading in token.readings() {
            let Some(second) = reading.chars().nth(1) else {
                return self.beginning_with(Some(token)).collect();
            };
            for second in [Some(second), None] {
                found.extend(self.by_letters.get(&(letter, second)).into_iter().flatten());
            }
        }
        let mut like: Vec<(usize, &Pattern)> = found
            .into_iter()
            .filter_map(|index| Some((index, self.patterns.get(index)?)))
            .collect();
        like.sort_unstable_by_key(|(index, pattern)| (rank(pattern), *index));
        like.dedup_by_key(|(index, _)| *index);
        like.into_iter().map(|(_, pattern)| pattern).collect()
    }

    fn beginning_with(&self, token: Option<&Token>) -> impl Iterator<Item = &Pattern> {
        let letter = token.and_then(Token::first_letter);
        let indices = letter.and_then(|letter| self.by_letter.get(&letter));
        indices
            .into_iter()
            .flatten()
            .filter_map(|&index| self.patterns.get(index))
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
