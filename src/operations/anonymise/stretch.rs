//! Searches a text that comes in pieces: whole stretches of it, with what stands beside a cut looked at from both sides.

use std::ops::Range;

use zeroize::Zeroizing;

use super::LineEnds;
use super::wrapped::unwrapped;
use crate::anonymise::{Finding, Memory, find_whole, find_whole_all};
use crate::language::Language;

/// How much is searched at once where nothing else gives an end, in bytes.
const WINDOW: usize = 4096;

/// How much is looked at on either side of a cut: more than the longest name has.
const CONTEXT: usize = 768;

/// How far a find may go on before it is cut, in bytes: an address can be as long as its writer likes.
const LONGEST_FIND: usize = 65_536;

/// A text that is searched while it comes.
pub(super) struct Stretches<'memory> {
    memory: &'memory mut Memory,
    /// What stands before what is held, if a cut was made there.
    before: Zeroizing<String>,
    /// What is not searched yet.
    held: Zeroizing<String>,
    /// Where what is held begins in the whole text.
    at: usize,
    /// From how many held bytes on it is worth looking for a cut.
    enough: usize,
    /// Whether what comes belongs to a find that was cut, up to the next space.
    swallows: bool,
    /// What is read of a text: lines that were broken at a margin are read as one.
    reading: fn(&str) -> Zeroizing<String>,
    ready: Ready,
}

/// What was searched.
#[derive(Default)]
pub(super) struct Ready {
    /// The text with placeholders.
    pub(super) text: String,
    /// What was replaced, with its places in the whole text.
    pub(super) findings: Vec<Finding>,
}

impl<'memory> Stretches<'memory> {
    pub(super) fn new(memory: &'memory mut Memory, line_ends: LineEnds) -> Self {
        let reading = match line_ends {
            LineEnds::Meant => |text: &str| Zeroizing::new(text.to_owned()),
            LineEnds::AtMargin => unwrapped,
        };
        Self {
            memory,
            before: Zeroizing::default(),
            held: Zeroizing::default(),
            at: 0,
            enough: WINDOW + CONTEXT,
            swallows: false,
            reading,
            ready: Ready::default(),
        }
    }

    /// Whether a text of which nothing is held is too long to be searched at once.
    pub(super) fn is_cut(&self, text: &str) -> bool {
        self.held.len() + text.len() >= self.enough.saturating_sub(4)
    }

    /// Takes a further piece of the text.
    pub(super) fn push(&mut self, piece: &str) {
        let mut rest = self.swallow(piece);
        while !rest.is_empty() {
            let room = self.enough.saturating_sub(self.held.len()).max(1);
            let part = rest.floor_char_boundary(room).max(first_length(rest));
            let (part, behind) = rest.split_at_checked(part).unwrap_or((rest, ""));
            self.held.push_str(part);
            rest = behind;
            if self.held.len() >= self.enough.saturating_sub(4) {
                self.cut();
                rest = self.swallow(rest);
            }
        }
    }

    /// Whether a known name begins with the last words.
    pub(super) fn may_go_on(&mut self) -> bool {
        let start = self.held.len().saturating_sub(CONTEXT);
        let start = self.held.ceil_char_boundary(start);
        let last = self.held.get(start..).unwrap_or_default();
        self.memory.may_go_on(last)
    }

    /// Searches all that is held: nothing that comes belongs to it.
    pub(super) fn finish(&mut self) {
        let text = self.text();
        let found = self.find(&text);
        self.release_whole(&text, found);
    }

    /// The same of several texts: together they are searched more quickly.
    pub(super) fn finish_all(all: &mut [Self]) {
        let Some(reading) = all.first().map(|one| one.reading) else {
            return;
        };
        let texts: Vec<Zeroizing<String>> = all.iter().map(Self::text).collect();
        let searched = all
            .iter_mut()
            .zip(&texts)
            .filter(|(one, _)| one.holds_words());
        let searched = searched.map(|(one, text)| (text.as_str(), &mut *one.memory));
        let mut found = find_whole_all(searched.collect(), reading).into_iter();
        for (one, text) in all.iter_mut().zip(&texts) {
            let found = one.holds_words().then(|| found.next()).flatten();
            one.release_whole(text, found.unwrap_or_default());
        }
    }

    /// The same of lines.
    ///
    /// A line within what is held that becomes longer than that as it comes out ends a paragraph, as in
    /// [`Self::finish_if_longer`], and so what stands up to its end is searched by itself first.
    pub(super) fn finish_lines(&mut self, length: usize) {
        let mut tried = 0;
        loop {
            let text = self.text();
            let found = self.find(&text);
            let first = self.before.len() + tried;
            let Some(end) =
                end_of_longer_line(&text, &found, self.memory.language(), first, length)
            else {
                self.release_whole(&text, found);
                return;
            };
            let held = end.saturating_sub(self.before.len());
            let behind = Zeroizing::new(self.held.get(held..).unwrap_or_default().to_owned());
            self.held.truncate(held);
            tried = if !self.may_go_on() && self.finish_if_longer(length) {
                0
            } else {
                held
            };
            self.held.push_str(&behind);
        }
    }

    /// Searches all that is held, unless its last line is no longer than that as it comes out. Says whether it did.
    ///
    /// Whoever searches what came out sees the line with its placeholders, and has to end a paragraph at the same places.
    pub(super) fn finish_if_longer(&mut self, length: usize) -> bool {
        let text = self.text();
        let found = self.find(&text);
        let is_longer = length_of_last_line(&text, &found, self.memory.language()) > length;
        if is_longer {
            self.release_whole(&text, found);
        }
        is_longer
    }

    /// Everything that must be replaced in what is looked at.
    fn find(&mut self, text: &str) -> Vec<Finding> {
        if self.holds_words() {
            find_whole(text, self.reading, self.memory)
        } else {
            Vec::new()
        }
    }

    /// Whether there is anything to be searched.
    fn holds_words(&self) -> bool {
        self.held.contains(char::is_alphanumeric)
    }

    fn release_whole(&mut self, text: &str, found: Vec<Finding>) {
        self.release(text, found, text.len());
        self.before = Zeroizing::default();
        self.swallows = false;
    }

    /// Takes what was searched.
    pub(super) fn take(&mut self) -> Ready {
        std::mem::take(&mut self.ready)
    }

    /// Forgets the first of very many names.
    pub(super) fn keep_last_finds(&mut self, most: usize) {
        self.memory.keep_last_finds(most);
    }

    /// Searches what is held and lets go of it up to a cut that parts no find.
    fn cut(&mut self) {
        let text = self.text();
        let found = find_whole(&text, self.reading, self.memory);
        let first = self.before.len();
        let last = text.floor_char_boundary(text.len().saturating_sub(CONTEXT));
        let mut cut = place_to_cut(&text, usize::midpoint(first, last), last);
        if let Some(parted) = around(&found, cut) {
            cut = parted.span.start;
            if cut <= first {
                cut = parted.span.end;
            }
        }
        if cut > last {
            if text.len() < LONGEST_FIND {
                self.enough = 2 * self.held.len();
                return;
            }
            cut = text.len();
            self.swallows = found.last().is_some_and(|find| find.span.end == cut);
        }
        self.release(&text, found, cut);
        let start = text.ceil_char_boundary(cut.saturating_sub(CONTEXT));
        self.before = Zeroizing::new(text.get(start..cut).unwrap_or_default().to_owned());
    }

    /// Everything that is looked at.
    fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(self.before.len() + self.held.len()));
        text.push_str(&self.before);
        text.push_str(&self.held);
        text
    }

    /// Makes ready what is held up to the cut.
    fn release(&mut self, text: &str, found: Vec<Finding>, cut: usize) {
        let first = self.before.len();
        let language = self.memory.language();
        let mut at = first;
        for mut finding in found {
            if finding.span.end <= at || finding.span.start >= cut {
                continue;
            }
            let start = finding.span.start.max(at);
            let end = finding.span.end.min(cut);
            let between = text.get(at..start).unwrap_or_default();
            self.ready.text.push_str(between);
            self.ready
                .text
                .push_str(&finding.slot.placeholder(language));
            finding.span = self.at + (start - first)..self.at + (end - first);
            self.ready.findings.push(finding);
            at = end;
        }
        self.ready
            .text
            .push_str(text.get(at..cut).unwrap_or_default());
        let rest = text.get(cut..).unwrap_or_default().to_owned();
        self.held = Zeroizing::new(rest);
        self.at += cut - first;
        self.enough = WINDOW + CONTEXT;
    }

    /// Leaves out what belongs to a find that was cut.
    fn swallow<'text>(&mut self, piece: &'text str) -> &'text str {
        if !self.swallows {
            return piece;
        }
        let end = piece.find(char::is_whitespace);
        self.swallows = end.is_none();
        let (inside, behind) = piece
            .split_at_checked(end.unwrap_or(piece.len()))
            .unwrap_or((piece, ""));
        self.at += inside.len();
        if let Some(finding) = self.ready.findings.last_mut() {
            finding.span.end = self.at;
        }
        behind
    }
}

/// The best place for a cut between two places: behind the last line end, else behind the last space, else the latter.
fn place_to_cut(text: &str, first: usize, last: usize) -> usize {
    let first = text.ceil_char_boundary(first);
    let Some(range) = text.get(first..last) else {
        return last;
    };
    let behind = |place: Option<(usize, &str)>| place.map(|(at, sign)| first + at + sign.len());
    behind(range.rmatch_indices('\n').next())
        .or_else(|| behind(range.rmatch_indices(char::is_whitespace).next()))
        .unwrap_or(last)
}

/// The find in the middle of which a place lies.
fn around(found: &[Finding], at: usize) -> Option<&Finding> {
    found
        .iter()
        .find(|find| find.span.start < at && at < find.span.end)
}

/// The end of the first line from a place on, but the last, that has more characters than that with its placeholders.
fn end_of_longer_line(
    text: &str,
    found: &[Finding],
    language: Language,
    first: usize,
    length: usize,
) -> Option<usize> {
    let ends = text.match_indices('\n').map(|(at, _)| at + 1);
    let mut ends = ends.filter(|end| *end > first && *end < text.len());
    ends.find(|end| {
        let before = found.partition_point(|finding| finding.span.start < *end);
        let lines = text.get(..*end).unwrap_or_default();
        let found = found.get(..before).unwrap_or_default();
        length_of_last_line(lines, found, language) > length
    })
}

/// How many characters the last line has with its placeholders.
fn length_of_last_line(text: &str, found: &[Finding], language: Language) -> usize {
    let line = text.trim_end_matches(['\n', '\r']);
    let start = line.rfind('\n').map_or(0, |end| end + 1);
    let length = |range: Range<usize>| text.get(range).unwrap_or_default().chars().count();
    found
        .iter()
        .filter(|finding| finding.span.end > start)
        .fold(length(start..line.len()), |sum, finding| {
            let replaced = length(finding.span.start.max(start)..finding.span.end);
            sum - replaced + finding.slot.placeholder(language).chars().count()
        })
}

fn first_length(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}
