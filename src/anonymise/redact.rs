//! The search itself: a draft goes in, a draft with placeholders and what may be written come out.

mod whole;

use std::fmt;
use std::ops::Range;
use std::slice;

use zeroize::Zeroizing;

use super::CleanText;
use super::detect::Detection;
use super::doubt::{Doubt, MASK, masks};
use super::exposure::{Hidden, LastDraft};
use super::finding::{Candidate, Finding, Suspect};
use super::layout::{Assembly, Layout};
use super::marker::{Behind, Entry};
use super::memory::{Memory, Standing, is_close, standing};
use super::secret::Secret;
use super::slot::{Slot, SlotKey, SlotKind};
use super::tail::Tail;

pub use whole::{find_whole, find_whole_all};

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
    /// What may be written: the text with placeholders, masks for what is doubtful, without what is held back.
    pub written: CleanText,
    /// What is held back.
    pub held: Held,
    /// The slots that were added.
    pub added: Vec<Slot>,
    /// What was replaced in this search.
    pub findings: Vec<Finding>,
    /// Whether the text differs from the draft.
    pub changed: bool,
    /// Where something doubtful stands in the text, in bytes.
    pub doubtful: Vec<Range<usize>>,
    /// What the masks of what may be written stand for.
    pub doubts: Vec<Doubt>,
    /// Whether something doubtful may have been written before.
    exposes_doubt: bool,
}

impl Redaction {
    /// Whether a name was found, or something became doubtful, of which a part may have been written before: what was
    /// written must be purged.
    pub fn must_purge(&self) -> bool {
        self.exposes_doubt || self.findings.iter().any(|finding| finding.exposed)
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
            .field("doubts", &self.doubts)
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
    /// What each placeholder of the text stands for.
    pub standing: Vec<Standing>,
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
    memory.turn_to_draft();
    memory.turn_to_draft_of(draft);
    let mut known = memory.generation();
    let mut redaction = redact_once(draft, cursor, boundary, memory);
    // What was learned may stand elsewhere in the draft too.
    for _ in 0..MOST_ROUNDS {
        if std::mem::replace(&mut known, memory.generation()) == memory.generation() {
            break;
        }
        let earlier = redaction;
        redaction = redact_once(&earlier.text, earlier.cursor, boundary, memory);
        redaction.added.splice(0..0, earlier.added);
        redaction.findings.splice(0..0, earlier.findings);
        redaction.changed |= earlier.changed;
        redaction.exposes_doubt |= earlier.exposes_doubt;
    }
    memory.are_born(&redaction.added);
    redaction
}

/// How often a draft is searched again at most for what was learned by searching it.
const MOST_ROUNDS: usize = 3;

fn redact_once(draft: &str, cursor: usize, boundary: Boundary, memory: &mut Memory) -> Redaction {
    let mut learned = Vec::new();
    let typed = draft;
    let (draft, cursor) = if memory.is_listening() {
        memory.written_on(draft, cursor)
    } else {
        (Zeroizing::new(draft.to_owned()), cursor)
    };
    let draft = draft.as_str();
    if boundary == Boundary::Settle {
        // Nothing more comes: what the end of the text tells of its beginning is known at once.
        memory.learn_from(draft, &mut learned);
    }
    let layout = memory.lay_out(draft);
    let flat_cursor = layout.to_flat(draft.floor_char_boundary(cursor));
    let mut tail = match boundary {
        Boundary::Word => Tail::at(&layout, memory, flat_cursor),
        Boundary::Settle => Tail::none(),
    };
    let mut search = Search::of(&layout, memory, &mut tail);
    let unchanged = memory.draft.compare(draft);
    let was_written = |span: &Range<usize>| {
        layout
            .typed_words(span)
            .any(|word| unchanged.was_written(&layout.to_source(word)))
    };
    for finding in &mut search.findings {
        finding.exposed = was_written(&finding.span);
        finding.span = layout.to_source(&finding.span);
    }
    let suspects: Vec<(Suspect, bool)> = search
        .suspects
        .iter()
        .map(|suspect| (suspect.clone(), was_written(&suspect.span)))
        .collect();
    let held_was_written = was_written(&tail.held);
    let replacements = search.with_markers(&layout, memory);
    let assembly = layout.assemble(&replacements, String::from);
    let held = held(&assembly, &tail);
    let place = |span: &Range<usize>| assembly.place(span.start)..assembly.place(span.end);
    let doubtful: Vec<(Range<usize>, Suspect)> = suspects
        .iter()
        .map(|(suspect, _)| (place(&suspect.span), suspect.clone()))
        .collect();
    let exposes_doubt = suspects.iter().any(|(_, was_written)| *was_written);
    let is_purged = exposes_doubt || search.findings.iter().any(|finding| finding.exposed);
    let (written, doubts) = written(&assembly.text, &held.span, &doubtful, memory);
    let hidden = suspects
        .iter()
        .zip(&doubtful)
        .map(|((_, was_written), (span, _))| (span.clone(), *was_written))
        .chain(std::iter::once((held.span.clone(), held_was_written)))
        .map(|(span, was_written)| Hidden {
            span,
            // What was written of it is gone with the purge.
            was_written: was_written && !is_purged,
        });
    memory.draft = LastDraft::new(&assembly.text, hidden.collect());
    learned.append(&mut search.added);
    Redaction {
        cursor: assembly.place(flat_cursor),
        written,
        held,
        added: learned,
        findings: search.findings,
        changed: assembly.text != typed,
        text: assembly.text,
        doubtful: doubtful.into_iter().map(|(span, _)| span).collect(),
        doubts,
        exposes_doubt,
    }
}

/// Searches a whole text that nobody is typing: standard input, the field of a form, a note made by another.
///
/// Markers in it are taken out, as nobody can have typed them.
///
/// What is doubtful stays as it is: see [`redact_masked`].
pub fn redact_whole(text: &str, memory: &mut Memory) -> (CleanText, Vec<Slot>, Vec<Finding>) {
    let whole = search_whole(text, memory, |search| search.suspects.clear());
    (whole.text, whole.added, whole.findings)
}

/// Searches a whole text that nobody is typing, and masks what is doubtful in it.
pub fn redact_masked(text: &str, memory: &mut Memory) -> Masked {
    search_whole(text, memory, |_| {})
}

/// A whole text that was searched, with masks for what is doubtful in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masked {
    /// The text without the names.
    pub text: CleanText,
    /// The slots that were added.
    pub added: Vec<Slot>,
    /// What was replaced.
    pub findings: Vec<Finding>,
    /// What the masks stand for.
    pub doubts: Vec<Doubt>,
}

fn search_whole(text: &str, memory: &mut Memory, adjust: impl FnOnce(&mut Search)) -> Masked {
    let without_markers: String;
    let text = if text.contains(crate::language::is_marker) {
        without_markers = text.replace(crate::language::is_marker, "");
        without_markers.as_str()
    } else {
        text
    };
    let mut added = Vec::new();
    memory.turn_to_whole();
    let (layout, detections) = memory.learn_from(text, &mut added);
    let mut search = Search::with(&layout, &detections, memory, &mut Tail::none());
    adjust(&mut search);
    for finding in &mut search.findings {
        finding.span = layout.to_source(&finding.span);
    }
    let (text, doubts) = search.render(&layout, memory);
    added.append(&mut search.added);
    Masked {
        text,
        added,
        findings: search.findings,
        doubts,
    }
}

impl Memory {
    /// Searches a text again that was written earlier, after more names became known. Nothing if it stays as it is.
    ///
    /// What nobody announced was searched for when it was written; of that only what is known by now is found, and an
    /// ordinary word stays as it is.
    pub fn reclean(&mut self, text: &CleanText) -> Option<Recleaned> {
        let layout = self.lay_out(text.as_str());
        let mut search = Search::of_known(&layout, self);
        if search.findings.is_empty() {
            return None;
        }
        for finding in &mut search.findings {
            finding.span = layout.to_source(&finding.span);
            finding.exposed = true;
        }
        let replacements = search.with_markers(&layout, self);
        Some(Recleaned {
            text: search.render(&layout, self).0,
            added: search.added,
            findings: search.findings,
            standing: standing(&layout, &replacements),
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
        // What nobody announced does not run over the end of a note.
        let crossing = self.search_known(&layout).into_iter().find(|candidate| {
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
    /// What is doubtful, in order and apart from what is replaced and what is held back.
    suspects: Vec<Suspect>,
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
        let (candidates, suspects) = memory.search_with(layout, detections);
        let mut search = Self::taking(layout, memory, candidates, tail);
        search.suspect(layout, &suspects, &tail.held);
        search
    }

    /// Searches a text for what is known already.
    fn of_known(layout: &Layout, memory: &mut Memory) -> Self {
        let mut candidates = memory.search_known(layout);
        candidates.retain(|candidate| !memory.is_rather_a_word(layout, candidate));
        Self::taking(layout, memory, candidates, &mut Tail::none())
    }

    /// Takes in what was found, leaving out what waits for the cursor to go elsewhere.
    fn taking(
        layout: &Layout,
        memory: &mut Memory,
        candidates: Vec<Candidate>,
        tail: &mut Tail,
    ) -> Self {
        let mut search = Self {
            places: Vec::new(),
            added: Vec::new(),
            findings: Vec::new(),
            suspects: Vec::new(),
        };
        let is_marker = |candidate: &Candidate| {
            layout.marker_around(candidate.span.start) == Some(candidate.span.clone())
        };
        for candidate in candidates {
            if is_marker(&candidate) || tail.keeps_open(layout, &candidate) {
                continue;
            }
            memory.hear_of_kin(layout, slice::from_ref(&candidate));
            let grown = memory.grown_from(layout, &candidate);
            let slot =
                grown.unwrap_or_else(|| memory.slot_of(&candidate.target, &mut search.added));
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

    /// Takes in what is doubtful: whole where it stands free, else the words of it that do.
    fn suspect(&mut self, layout: &Layout, suspects: &[Suspect], held: &Range<usize>) {
        let overlaps = |one: &Range<usize>, other: &Range<usize>| {
            one.start < other.end && other.start < one.end
        };
        // The places are in order and apart.
        let is_replaced = |span: &Range<usize>| {
            let first = self
                .places
                .partition_point(|(place, _)| place.end <= span.start);
            let place = self.places.get(first);
            place.is_some_and(|(place, _)| overlaps(place, span))
        };
        let is_free = |span: &Range<usize>| !overlaps(span, held) && !is_replaced(span);
        let mut free = Vec::new();
        for suspect in suspects {
            let words = || layout.typed_words(&suspect.span);
            let has_marker = layout.with_whole_markers(&suspect.span) != suspect.span
                || words().count() < layout.words(&suspect.span).count();
            if !has_marker && is_free(&suspect.span) {
                free.push(suspect.clone());
                continue;
            }
            free.extend(words().filter(|word| is_free(word)).map(|word| Suspect {
                span: word.clone(),
                kind: suspect.kind,
            }));
        }
        self.suspects = free;
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

    /// The text with placeholders and masks, and what the masks stand for.
    fn render(&self, layout: &Layout, memory: &Memory) -> (CleanText, Vec<Doubt>) {
        let names = self.places.iter().map(|(span, slot)| {
            let placeholder = slot.placeholder(memory.language());
            (span.clone(), placeholder, None)
        });
        let masked = self.suspects.iter().map(|suspect| {
            let word = layout.flat.get(suspect.span.clone()).unwrap_or_default();
            let doubt = Doubt::new(0, suspect.kind, word);
            (suspect.span.clone(), MASK.to_owned(), Some(doubt))
        });
        let mut all: Vec<_> = names.chain(masked).collect();
        all.sort_by_key(|(span, ..)| span.start);
        let replacements: Vec<(Range<usize>, String)> = all
            .iter()
            .map(|(span, text, _)| (span.clone(), text.clone()))
            .collect();
        let assembly = layout.assemble(&replacements, |marker| {
            memory.show(marker).unwrap_or_default()
        });
        let (mut counted, mut at) = (0, 0);
        let doubts = all
            .into_iter()
            .filter_map(|(span, _, doubt)| {
                let place = assembly.place(span.start);
                counted += masks(assembly.text.get(at..place).unwrap_or_default());
                at = place;
                Some(doubt?.at(counted))
            })
            .collect();
        (CleanText::searched(assembly.text), doubts)
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

/// The text with placeholders and masks, without what is held back; and what the masks stand for.
fn written(
    text: &str,
    held: &Range<usize>,
    doubtful: &[(Range<usize>, Suspect)],
    memory: &mut Memory,
) -> (CleanText, Vec<Doubt>) {
    let before = text.get(..held.start).unwrap_or_default();
    let behind = text.get(held.end..).unwrap_or_default();
    // Leaving out a word in the middle can bring the halves of a name together.
    if !held.is_empty() && !behind.is_empty() {
        let layout = memory.lay_out(&format!("{before}{behind}"));
        return Search::of(&layout, memory, &mut Tail::none()).render(&layout, memory);
    }
    let mut written = String::with_capacity(text.len());
    let mut doubts = Vec::new();
    let mut masked = doubtful.iter().peekable();
    let mut at = 0;
    let (mut counted, mut counted_to) = (0, 0);
    for (place, character) in text.char_indices() {
        if place < at || held.contains(&place) {
            continue;
        }
        if let Some((span, suspect)) = masked.next_if(|(span, _)| span.start <= place) {
            let word = text.get(span.clone()).unwrap_or_default();
            counted += masks(written.get(counted_to..).unwrap_or_default());
            counted_to = written.len();
            doubts.push(Doubt::new(counted, suspect.kind, word));
            written.push_str(MASK);
            at = span.end;
            continue;
        }
        match memory.show(character) {
            Some(placeholder) => written.push_str(&placeholder),
            None => written.push(character),
        }
    }
    (CleanText::searched(written), doubts)
}
