//! The search as a filter does it: what has to be replaced in a text, which stays as it is otherwise.

use std::ops::Range;

use zeroize::Zeroizing;

use super::Search;
use crate::anonymise::finding::Finding;
use crate::anonymise::layout::Layout;
use crate::anonymise::memory::Memory;
use crate::anonymise::tail::Tail;

/// How often a text is searched at most. Each time something more is replaced, so that this is hardly ever reached.
const MOST_ROUNDS: usize = 12;

/// Everything that must be replaced in a text that nobody is typing: in its order, apart, one find a placeholder.
///
/// What stands beside a placeholder can look otherwise than it did beside a name. So the text is searched again with its
/// placeholders until nothing more is found; whoever searches what came out finds nothing either. The text holds no
/// markers; see [`Memory::keeping_placeholders`] for the placeholders in it.
///
/// `as_read` gives the text as it is searched, each time anew and byte for byte as long: a placeholder that begins a line
/// or changes its length can make another reading of a line end.
pub fn find_whole(
    text: &str,
    as_read: impl Fn(&str) -> Zeroizing<String>,
    memory: &mut Memory,
) -> Vec<Finding> {
    let mut found = find_whole_all(vec![(text, memory)], as_read);
    found.pop().unwrap_or_default()
}

/// The same of several texts, each with a memory of its own. In each is found what would be found in it alone: together
/// they are only searched more quickly.
pub fn find_whole_all(
    texts: Vec<(&str, &mut Memory)>,
    as_read: impl Fn(&str) -> Zeroizing<String>,
) -> Vec<Vec<Finding>> {
    let mut all: Vec<Searched<'_>> = texts.into_iter().map(Searched::new).collect();
    for _ in 0..MOST_ROUNDS {
        let open: Vec<&mut Searched<'_>> = all.iter_mut().filter(|one| !one.is_done).collect();
        if open.is_empty() {
            break;
        }
        search_once(open, &as_read);
    }
    let found = all.into_iter().map(|one| {
        one.memory.forget_markers();
        one.places
    });
    found.collect()
}

/// A text that is being searched.
struct Searched<'text> {
    text: &'text str,
    memory: &'text mut Memory,
    /// What was found so far.
    places: Vec<Finding>,
    /// Whether nothing more was found the last time.
    is_done: bool,
}

impl<'text> Searched<'text> {
    fn new((text, memory): (&'text str, &'text mut Memory)) -> Self {
        memory.turn_to_whole();
        Self {
            text,
            memory,
            places: Vec::new(),
            is_done: false,
        }
    }

    fn take_all(&mut self, found: Vec<Finding>, replaced: &Replaced) {
        self.is_done = found.is_empty();
        for mut finding in found {
            finding.span = replaced.to_source(&finding.span);
            take(&mut self.places, finding);
        }
    }
}

/// Searches each text with the placeholders that it has by now.
fn search_once(open: Vec<&mut Searched<'_>>, as_read: impl Fn(&str) -> Zeroizing<String>) {
    let laid_out = open.into_iter().map(|one| {
        let replaced = Replaced::new(one.text, &one.places, one.memory);
        let text = as_read(&replaced.text);
        let layout = one.memory.lay_out(&text);
        (one, replaced, text, layout)
    });
    let mut laid_out: Vec<_> = laid_out.collect();
    let unread = laid_out
        .iter_mut()
        .map(|(one, _, _, layout)| (&mut *one.memory, &*layout));
    Memory::read_together(unread);
    for (one, replaced, text, layout) in laid_out {
        let found = search(&text, layout, one.memory);
        one.take_all(found, &replaced);
    }
}

/// Searches a text that is laid out.
fn search(text: &str, layout: Layout, memory: &mut Memory) -> Vec<Finding> {
    let (layout, detections) = memory.learn_laid_out(text, layout, &mut Vec::new());
    let search = Search::with(&layout, &detections, memory, &mut Tail::none());
    let found = search.by_placeholder();
    found
        .into_iter()
        .map(|finding| to_source(finding, &layout))
        .filter(|finding| !finding.span.is_empty())
        .collect()
}

fn to_source(mut finding: Finding, layout: &Layout) -> Finding {
    finding.span = layout.to_source(&finding.span);
    finding
}

impl Search {
    /// The findings, those made one that have one placeholder: it has the rule of the surest.
    fn by_placeholder(self) -> Vec<Finding> {
        let mut findings = self.findings.into_iter().peekable();
        let mut places = Vec::with_capacity(self.places.len());
        for (span, slot) in self.places {
            let mut surest: Option<Finding> = None;
            while let Some(finding) = findings.next_if(|finding| finding.span.start < span.end) {
                if surest
                    .as_ref()
                    .is_none_or(|surest| finding.certainty() > surest.certainty())
                {
                    surest = Some(finding);
                }
            }
            places.extend(surest.map(|surest| Finding {
                slot,
                span,
                ..surest
            }));
        }
        places
    }
}

/// Puts a find among others, in the place of those that it covers.
fn take(places: &mut Vec<Finding>, finding: Finding) {
    let span = finding.span.clone();
    let first = places.partition_point(|place| place.span.end <= span.start);
    let behind = places.partition_point(|place| place.span.start < span.end);
    places.splice(first..behind.max(first), [finding]);
}

/// A text with its placeholders.
struct Replaced {
    text: String,
    /// For each placeholder where it stands, and what it stands for in the text before.
    placeholders: Vec<(Range<usize>, Range<usize>)>,
}

impl Replaced {
    fn new(text: &str, places: &[Finding], memory: &Memory) -> Self {
        let mut replaced = Self {
            text: String::with_capacity(text.len()),
            placeholders: Vec::with_capacity(places.len()),
        };
        let mut at = 0;
        for place in places {
            let before = text.get(at..place.span.start).unwrap_or_default();
            replaced.text.push_str(before);
            let start = replaced.text.len();
            let placeholder = place.slot.placeholder(memory.language());
            replaced.text.push_str(&placeholder);
            let span = start..replaced.text.len();
            replaced.placeholders.push((span, place.span.clone()));
            at = place.span.end;
        }
        replaced.text.push_str(text.get(at..).unwrap_or_default());
        replaced
    }

    /// Where a stretch stands in the text before; what a placeholder stands for is part of it as a whole.
    fn to_source(&self, span: &Range<usize>) -> Range<usize> {
        let start = match self.placeholder_around(span.start) {
            Some(source) => source.start,
            None => self.shifted(span.start),
        };
        let end = match self.placeholder_around(span.end) {
            Some(source) => source.end,
            None => self.shifted(span.end),
        };
        start..end
    }

    /// What the placeholder stands for in the middle of which a place lies.
    fn placeholder_around(&self, at: usize) -> Option<&Range<usize>> {
        let (placeholder, source) = self.placeholder_before(at)?;
        (at < placeholder.end).then_some(source)
    }

    /// Where a place that lies in no placeholder was.
    fn shifted(&self, at: usize) -> usize {
        match self.placeholder_before(at) {
            Some((placeholder, source)) => source.end + (at - placeholder.end),
            None => at,
        }
    }

    fn placeholder_before(&self, at: usize) -> Option<&(Range<usize>, Range<usize>)> {
        let next = self
            .placeholders
            .partition_point(|(placeholder, _)| placeholder.start < at);
        self.placeholders.get(next.checked_sub(1)?)
    }
}
