//! What of a draft is held back because a word to come may change what it is.

use std::ops::Range;

use super::finding::{Candidate, Rule};
use super::layout::Layout;
use super::memory::Memory;
use super::names::{LastWord, Names};
use super::slot::SlotKey;
use super::token::{Before, joins};
use super::{contact, growing, telephone};

/// How many words are held back at most.
const MOST_WORDS: usize = 8;

/// What is held back, in places of the laid-out text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tail {
    /// What is not written.
    pub(super) held: Range<usize>,
    /// The unfinished word, number or address at the cursor: nothing that touches it is replaced yet.
    pub(super) open: Range<usize>,
    /// The same with the words before it that may be growing into a name which nobody announced: what the detectors find
    /// there is not replaced yet.
    growing: Range<usize>,
    /// Where the cursor stands, while something may still be typed there.
    cursor: Option<usize>,
}

impl Tail {
    /// Nothing is held back.
    pub(super) const fn none() -> Self {
        Self {
            held: 0..0,
            open: 0..0,
            growing: 0..0,
            cursor: None,
        }
    }

    /// What is held back while the cursor is at `cursor`.
    ///
    /// Finders that need to see more before they are sure join here: each may let the held part begin earlier.
    pub(super) fn at(layout: &Layout, memory: &Memory, cursor: usize) -> Self {
        let word = open_word(layout, cursor);
        let open = [number_at(layout, cursor), address_at(layout, cursor)]
            .into_iter()
            .flatten()
            .fold(word.clone(), |open, span| {
                open.start.min(span.start)..open.end.max(span.end)
            });
        let end = open.end.max(cursor);
        let announced = beginning_of_name(layout, memory.names(), &word, cursor);
        let unannounced = memory
            .is_listening()
            .then(|| growing::beginning(layout, end, !word.is_empty(), MOST_WORDS))
            .flatten()
            .map_or(open.start, |start| start.min(open.start));
        let start = announced.map_or(unannounced, |start| start.min(unannounced));
        Self {
            held: shorten(layout, start..end),
            growing: shorten(layout, unannounced..end),
            open,
            cursor: Some(cursor),
        }
    }

    /// Whether the next word may still be typed between what ends at `end` and what begins at `start`.
    pub(super) fn is_typed_between(&self, end: usize, start: usize) -> bool {
        self.cursor
            .is_some_and(|cursor| (end..=start).contains(&cursor))
    }

    /// Whether something that was found waits until the cursor is elsewhere. It is held back then.
    pub(super) fn keeps_open(&mut self, layout: &Layout, candidate: &Candidate) -> bool {
        let span = &candidate.span;
        let growing = match candidate.rule {
            Rule::Detected(..) => &self.growing,
            _ => &self.open,
        };
        let touches = span.start < growing.end && growing.start < span.end;
        if !touches {
            return false;
        }
        let held = shorten(
            layout,
            span.start.min(self.held.start)..span.end.max(self.held.end),
        );
        // What is too long to be held back would be written in the clear.
        let is_held = layout
            .typed_words(span)
            .all(|word| held.start <= word.start && word.end.min(span.end) <= held.end);
        if is_held {
            self.held = held;
        }
        is_held
    }

    /// Lets go of what is replaced at the beginning of the held part: a placeholder may be written.
    pub(super) fn release(&mut self, layout: &Layout, replaced: &[(Range<usize>, SlotKey)]) {
        let end = self.held.end;
        self.held = without_placeholders(layout, self.held.clone(), |at| {
            let place = replaced.partition_point(|(span, _)| span.end <= at);
            let (span, _) = replaced.get(place)?;
            (span.start <= at && span.end <= end).then(|| span.clone())
        });
    }
}

/// The word that the cursor is in or behind, with all that is glued to it; empty if there is none.
fn open_word(layout: &Layout, cursor: usize) -> Range<usize> {
    let tokens = &layout.tokens;
    let first = tokens.partition_point(|token| token.span.end < cursor);
    let Some(token) = tokens.get(first).filter(|token| token.span.start < cursor) else {
        return cursor..cursor;
    };
    if layout.marker_around(token.span.start).is_some() {
        return cursor..cursor;
    }
    let mut start = first;
    while start > 0
        && tokens
            .get(start)
            .is_some_and(|token| token.before == Before::Glue)
    {
        start -= 1;
    }
    let glued = tokens
        .iter()
        .skip(first + 1)
        .take_while(|token| token.before == Before::Glue);
    let end = glued.last().unwrap_or(token).span.end;
    tokens
        .get(start)
        .map_or(token.span.start, |token| token.span.start)..end
}

/// The number at the cursor, which may grow into a telephone number.
fn number_at(layout: &Layout, cursor: usize) -> Option<Range<usize>> {
    let (before, behind) = layout.flat.split_at_checked(cursor)?;
    let start = telephone::growing(before)?;
    let behind = behind
        .split(|character| !telephone::is_of_number(character))
        .next()?;
    let digits = behind.trim_end_matches(|character: char| !character.is_ascii_digit());
    Some(start..cursor + digits.len())
}

/// The run without a space at the cursor, if it looks like an address.
fn address_at(layout: &Layout, cursor: usize) -> Option<Range<usize>> {
    let (before, behind) = layout.flat.split_at_checked(cursor)?;
    let run = before.rsplit(char::is_whitespace).next()?;
    let rest = behind.split(char::is_whitespace).next()?;
    contact::may_grow(run).then(|| cursor - run.len()..cursor + rest.len())
}

/// Where the longest run of words begins that ends at the cursor and is a proper beginning of a protected name.
fn beginning_of_name(
    layout: &Layout,
    names: &Names,
    word: &Range<usize>,
    cursor: usize,
) -> Option<usize> {
    let end = word.end.max(cursor);
    let tokens = layout
        .tokens
        .get(..layout.tokens.partition_point(|token| token.span.end <= end))?;
    let last = tokens.last()?;
    let last_word = if word.is_empty() {
        let gap = layout.flat.get(last.span.end..cursor)?;
        // A full stop may belong to a short word of a name («St. Gallen»).
        let signs = if last.span.len() <= 3 { "&+/." } else { "&+/" };
        if !joins(gap, signs) {
            return None;
        }
        LastWord::Finished
    } else {
        LastWord::Open
    };
    let mut found = None;
    let mut words = 0;
    for (at, token) in tokens.iter().enumerate().rev() {
        words += usize::from(token.before != Before::Glue);
        if words > MOST_WORDS {
            break;
        }
        let run = tokens.get(at..).unwrap_or_default();
        if names.begin(&layout.flat, run, last_word) {
            found = Some(token.span.start);
        }
    }
    found
}

/// The range with as many words as may be held back, and without placeholders at its beginning.
fn shorten(layout: &Layout, held: Range<usize>) -> Range<usize> {
    let text = layout.flat.get(held.clone()).unwrap_or_default();
    let first = words_from_the_end(text).take(MOST_WORDS).last();
    let start = first.map_or(held.end, |at| held.start + at);
    without_placeholders(layout, start..held.end, |_| None)
}

/// The range without the placeholders and spaces at its beginning, which may be written; `placeholder` says where one
/// stands that is no marker yet.
fn without_placeholders(
    layout: &Layout,
    held: Range<usize>,
    placeholder: impl Fn(usize) -> Option<Range<usize>>,
) -> Range<usize> {
    let mut start = held.start;
    loop {
        let rest = layout.flat.get(start..held.end).unwrap_or_default();
        let at = start + (rest.len() - rest.trim_start().len());
        let skipped = placeholder(at).or_else(|| layout.marker_around(at));
        match skipped.filter(|skipped| skipped.end <= held.end) {
            _ if at == held.end => return held.end..held.end,
            Some(skipped) => start = skipped.end,
            None => return at..held.end,
        }
    }
}

/// Where the words begin that spaces part, the last one first.
fn words_from_the_end(text: &str) -> impl Iterator<Item = usize> {
    let begins = |at: usize, character: char| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        !character.is_whitespace() && before.is_none_or(char::is_whitespace)
    };
    text.char_indices()
        .rev()
        .filter(move |&(at, character)| begins(at, character))
        .map(|(at, _)| at)
}
