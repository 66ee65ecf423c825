//! The search itself: a draft goes in, a draft with placeholders and what may be written come out.

mod whole;

use std::fmt;
use std::ops::Range;

use super::CleanText;
use super::detect::Detection;
use super::exposure::LastDraft;
use super::finding::{Candidate, Finding};
use super::layout::{Assembly, Layout};
use super::marker::{Behind, Entry};
use super::memory::{Memory, is_close};
use super::secret::Secret;
use super::slot::{Slot, SlotKey, SlotKind};
use super::tail::Tail;

pub use whole::find_whole;

/// Whether something may still be typed where the cursor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Boundary {
    /// A word ended, or the cursor left one; at the cursor something may still grow.
    Word,
    /// Enter, change of topic, end of a paste, a signal to end: nothing is held back.
    Settle,
}

/// What is held back of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Held {
    /// Where it stands in [`Redaction::text`], in bytes.
    pub span: Range<usize>,
    /// How many words it is.
    pub words: usize,
}

/// What came of searching a draft.
pub struct Redaction {
    /// The draft with a marker for everything that was found.
    pub text: String,
    /// Where the cursor is in it, in bytes.
    pub cursor: usize,
    /// What may be written: the text with placeholders, without what is held back.
    pub written: CleanText,
    /// What is held back.
    pub held: Held,
    /// The slots that were added.
    pub added: Vec<Slot>,
    /// What was replaced in this search.
    pub findings: Vec<Finding>,
    /// Whether the text differs from the draft.
    pub changed: bool,
}

impl Redaction {
    /// Whether a name was found of which a part may have been written before: what was written must be purged.
    pub fn must_purge(&self) -> bool {
        self.findings.iter().any(|finding| finding.exposed)
    }
}

impl fmt::Debug for Redaction {
    /// Shows no text: what is held back may be a name.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Redaction")
            .field("cursor", &self.cursor)
            .field("held", &self.held)
            .field("added", &self.added)
            .field("findings", &self.findings)
            .field("changed", &self.changed)
            .finish_non_exhaustive()
    }
}

/// A text that was written earlier, searched again with what is known since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recleaned {
    /// The text without the names.
    pub text: CleanText,
    /// The slots that were added.
    pub added: Vec<Slot>,
    /// What was replaced.
    pub findings: Vec<Finding>,
}

/// Two notes over whose border a name was split.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seam {
    /// The earlier note, which ends with the placeholder.
    pub earlier: CleanText,
    /// The later note without the end of the name.
    pub later: CleanText,
    /// The slots that were added.
    pub added: Vec<Slot>,
    /// The slot that stands for the name.
    pub slot: SlotKey,
}

/// Searches the whole draft of the editor; `cursor` is a place in it, in bytes.
///
/// Searching what came out brings the same again. [`Finding::exposed`] holds for the drafts that this memory saw
/// since [`Memory::draft_shown`].
pub fn redact(draft: &str, cursor: usize, boundary: Boundary, memory: &mut Memory) -> Redaction {
    let layout = memory.lay_out(draft);
    let flat_cursor = layout.to_flat(draft.floor_char_boundary(cursor));
    let mut tail = match boundary {
        Boundary::Word => Tail::at(&layout, memory.names(), flat_cursor),
        Boundary::Settle => Tail::none(),
    };
    let mut search = Search::of(&layout, memory, &mut tail);
    let unchanged = memory.draft.compare(draft);
    for finding in &mut search.findings {
        finding.exposed = layout
            .typed_words(&finding.span)
            .any(|word| unchanged.was_written(&layout.to_source(word)));
        finding.span = layout.to_source(&finding.span);
    }
    let held_was_written = layout
        .typed_words(&tail.held)
        .any(|word| unchanged.was_written(&layout.to_source(word)));
    let replacements = search.with_markers(&layout, memory);
    let assembly = layout.assemble(&replacements, String::from);
    let held = held(&assembly, &tail);
    memory.draft = LastDraft::new(&assembly.text, held.span.clone(), held_was_written);
    Redaction {
        cursor: assembly.place(flat_cursor),
        written: written(&assembly.text, &held.span, memory),
        held,
        added: search.added,
        findings: search.findings,
        changed: assembly.text != draft,
        text: assembly.text,
    }
}

/// Searches a whole text that nobody is typing: standard input, the field of a form, a note made by another.
///
/// Markers in it are taken out, as nobody can have typed them.
pub fn redact_whole(text: &str, memory: &mut Memory) -> (CleanText, Vec<Slot>, Vec<Finding>) {
    let without_markers: String;
    let text = if text.contains(crate::language::is_marker) {
        without_markers = text.replace(crate::language::is_marker, "");
        without_markers.as_str()
    } else {
        text
    };
    let mut added = Vec::new();
    let (layout, detections) = memory.learn_from(text, &mut added);
    let mut search = Search::with(&layout, &detections, memory, &mut Tail::none());
    for finding in &mut search.findings {
        finding.span = layout.to_source(&finding.span);
    }
    let clean = search.render(&layout, memory);
    added.append(&mut search.added);
    (clean, added, search.findings)
}

impl Memory {
    /// Searches a text again that was written earlier, after more names became known. Nothing if it stays as it is.
    pub fn reclean(&mut self, text: &CleanText) -> Option<Recleaned> {
        let layout = self.lay_out(text.as_str());
        let mut search = Search::of(&layout, self, &mut Tail::none());
        if search.findings.is_empty() {
            return None;
        }
        for finding in &mut search.findings {
            finding.span = layout.to_source(&finding.span);
            finding.exposed = true;
        }
        Some(Recleaned {
            text: search.render(&layout, self),
            added: search.added,
            findings: search.findings,
        })
    }

    /// Searches the border of two notes for a name that was split over them, joined with and without a space.
    pub fn seam(&mut self, earlier: &CleanText, later: &CleanText) -> Option<Seam> {
        if earlier.is_empty() || later.is_empty() {
            return None;
        }
        ["", " "].iter().find_map(|space| {
            let joined = format!("{}{space}{}", earlier.as_str(), later.as_str());
            let border = earlier.as_str().len();
            self.split_at(&joined, border..border + space.len())
        })
    }

    /// Parts a text where a name stands over the border.
    fn split_at(&mut self, joined: &str, border: Range<usize>) -> Option<Seam> {
        let layout = self.lay_out(joined);
        let crossing = self.search(&layout).into_iter().find(|candidate| {
            let source = layout.to_source(&candidate.span);
            source.start < border.start && border.end < source.end
        })?;
        let mut added = Vec::new();
        let slot = self.slot_of(&crossing.target, &mut added);
        let end = crossing.span.end;
        let replacements = [(crossing.span, slot.placeholder(self.language()))];
        let assembly = layout.assemble(&replacements, |marker| {
            self.show(marker).unwrap_or_default()
        });
        let (earlier, later) = assembly.text.split_at_checked(assembly.place(end))?;
        Some(Seam {
            earlier: CleanText::searched(earlier.to_owned()),
            later: CleanText::searched(later.trim_start().to_owned()),
            added,
            slot,
        })
    }
}

/// What a search brought.
struct Search {
    /// What is replaced, in order and apart: where, by which slot.
    places: Vec<(Range<usize>, SlotKey)>,
    added: Vec<Slot>,
    /// The findings; their spans are places of the laid-out text until they are translated.
    findings: Vec<Finding>,
}

impl Search {
    /// Searches a text, leaving out what waits for the cursor to go elsewhere.
    fn of(layout: &Layout, memory: &mut Memory, tail: &mut Tail) -> Self {
        let detections = memory.detections(layout);
        Self::with(layout, &detections, memory, tail)
    }

    /// Searches a text of which is known what the detectors say.
    fn with(
        layout: &Layout,
        detections: &[Detection],
        memory: &mut Memory,
        tail: &mut Tail,
    ) -> Self {
        let mut search = Self {
            places: Vec::new(),
            added: Vec::new(),
            findings: Vec::new(),
        };
        let is_marker = |candidate: &Candidate| {
            layout.marker_around(candidate.span.start) == Some(candidate.span.clone())
        };
        let candidates = memory.search_with(layout, detections);
        for candidate in candidates {
            if is_marker(&candidate) || tail.keeps_open(layout, &candidate.span) {
                continue;
            }
            let slot = memory.slot_of(&candidate.target, &mut search.added);
            search.findings.push(Finding {
                slot,
                rule: candidate.rule,
                span: candidate.span.clone(),
                exposed: false,
            });
            search.places.push((candidate.span, slot));
        }
        tail.release(layout, &search.places);
        search.melt(layout, memory, tail);
        search
    }

    /// Makes one placeholder of neighbours that stand for the same: «Muster Anna», «Anna Maria Muster».
    ///
    /// Where the cursor stands between them they stay apart: the next word that is typed there parts them.
    fn melt(&mut self, layout: &Layout, memory: &Memory, tail: &Tail) {
        let standing = layout
            .markers()
            .filter_map(|(span, marker)| memory.original(marker).map(|(slot, _)| (span, slot)))
            .filter(|(span, _)| {
                !self
                    .places
                    .iter()
                    .any(|(place, _)| place.start <= span.start && span.end <= place.end)
            });
        let mut all: Vec<(Range<usize>, SlotKey, bool)> =
            standing.map(|(span, slot)| (span, slot, false)).collect();
        all.extend(self.places.drain(..).map(|(span, slot)| (span, slot, true)));
        all.sort_by_key(|(span, ..)| span.start);
        let mut melted: Vec<(Range<usize>, SlotKey, bool)> = Vec::with_capacity(all.len());
        for (span, slot, is_found) in all {
            let is_name = matches!(
                slot.kind,
                SlotKind::Person | SlotKind::Institution | SlotKind::Place
            );
            match melted.last_mut() {
                Some((last, same, replaced))
                    if is_name
                        && *same == slot
                        && !tail.is_typed_between(last.end, span.start)
                        && layout.flat.get(last.end..span.start).is_some_and(is_close) =>
                {
                    last.end = span.end;
                    *replaced = true;
                }
                _ => melted.push((span, slot, is_found)),
            }
        }
        self.places = melted
            .into_iter()
            .filter_map(|(span, slot, replaced)| replaced.then_some((span, slot)))
            .collect();
    }

    /// A marker for each place.
    fn with_markers(&self, layout: &Layout, memory: &mut Memory) -> Vec<(Range<usize>, String)> {
        let mut replacements = Vec::with_capacity(self.places.len());
        for (span, slot) in &self.places {
            let original = layout.flat.get(span.clone()).unwrap_or_default();
            // Behind a placeholder of an earlier sitting there is nothing that could be brought back.
            let behind = if original.contains(crate::language::is_marker) {
                Behind::Nothing
            } else {
                Behind::Original(Secret::from(original))
            };
            let marker = memory.markers.of(Entry {
                slot: *slot,
                behind,
            });
            replacements.push((span.clone(), String::from(marker)));
        }
        replacements
    }

    /// The text with placeholders.
    fn render(&self, layout: &Layout, memory: &Memory) -> CleanText {
        let placeholders: Vec<(Range<usize>, String)> = self
            .places
            .iter()
            .map(|(span, slot)| (span.clone(), slot.placeholder(memory.language())))
            .collect();
        let assembly = layout.assemble(&placeholders, |marker| {
            memory.show(marker).unwrap_or_default()
        });
        CleanText::searched(assembly.text)
    }
}

/// What is held back, in places of the text that came out.
fn held(assembly: &Assembly, tail: &Tail) -> Held {
    let span = assembly.place(tail.held.start)..assembly.place(tail.held.end);
    let words = assembly.text.get(span.clone()).unwrap_or_default();
    Held {
        words: words.split_whitespace().count(),
        span,
    }
}

/// The text with placeholders, without what is held back.
fn written(text: &str, held: &Range<usize>, memory: &mut Memory) -> CleanText {
    let before = text.get(..held.start).unwrap_or_default();
    let behind = text.get(held.end..).unwrap_or_default();
    let rest = format!("{before}{behind}");
    // Leaving out a word in the middle can bring the halves of a name together.
    if !held.is_empty() && !behind.is_empty() {
        let layout = memory.lay_out(&rest);
        return Search::of(&layout, memory, &mut Tail::none()).render(&layout, memory);
    }
    let mut written = String::with_capacity(rest.len());
    for character in rest.chars() {
        match memory.show(character) {
            Some(placeholder) => written.push_str(&placeholder),
            None => written.push(character),
        }
    }
    CleanText::searched(written)
}
