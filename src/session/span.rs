//! Stretches of an interview, and notes of two note-takers that lie side by side.

use super::{NoteId, NoteKind, Origin, Session};

/// How close together two note-takers' notes in one cell count as notes of the same thing.
pub const SAME_MOMENT_MS: u64 = 30_000;

/// A stretch of an interview that has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// Its beginning, in milliseconds since the interview began.
    pub from_ms: u64,
    /// Its end, on the same scale.
    pub to_ms: u64,
}

/// Two notes that stand side by side: two note-takers wrote at the same moment in the same cell. The smaller first.
pub type Pair = (NoteId, NoteId);

impl Span {
    /// The stretch between two moments, whichever comes first.
    pub fn between(one_ms: u64, other_ms: u64) -> Self {
        Self {
            from_ms: one_ms.min(other_ms),
            to_ms: one_ms.max(other_ms),
        }
    }

    /// Whether a moment lies in it.
    pub const fn holds(self, at_ms: u64) -> bool {
        self.from_ms <= at_ms && at_ms <= self.to_ms
    }

    /// The same stretch on a clock on which everything is so much later, as far as it does not lie before the beginning;
    /// nothing if all of it does.
    pub fn shifted(self, by_ms: i64) -> Option<Self> {
        Some(Self {
            from_ms: self.from_ms.saturating_add_signed(by_ms),
            to_ms: self.to_ms.checked_add_signed(by_ms)?,
        })
    }
}

/// The pair of two notes, the same in whichever order they are named.
pub fn pair(one: NoteId, other: NoteId) -> Pair {
    (one.min(other), one.max(other))
}

impl Session {
    /// Whether nothing that is typed is kept, since the interview is off the record.
    pub fn is_off_record(&self) -> bool {
        self.off_record
            .last()
            .is_some_and(|stretch| stretch.to_ms.is_none())
    }

    /// The stretches from which nothing is kept: those off the record, and those that were struck. One that was never
    /// ended lasts until `open_until_ms`.
    pub fn withheld_spans(&self, open_until_ms: u64) -> impl Iterator<Item = Span> {
        let off_record = self.off_record.iter().map(move |stretch| Span {
            from_ms: stretch.from_ms,
            to_ms: stretch.to_ms.unwrap_or(open_until_ms).max(stretch.from_ms),
        });
        off_record.chain(self.struck_spans.iter().copied())
    }

    /// When the last note was begun, in milliseconds since the interview began; 0 if there is none.
    pub fn last_note_ms(&self) -> u64 {
        let notes = self.notes.iter().map(|note| note.at_ms);
        notes.max().unwrap_or(0)
    }

    /// When the last text was begun that stands at a moment – a note, a parked point, a draft –, in milliseconds since the
    /// interview began; 0 if there is none.
    pub fn last_text_ms(&self) -> u64 {
        let parked = self.parked.iter().map(|parked| parked.at_ms);
        let drafts = self.drafts.values().map(|draft| draft.started_ms);
        let beside_notes = parked.chain(drafts).max().unwrap_or(0);
        self.last_note_ms().max(beside_notes)
    }

    /// Notes of two note-takers that lie side by side and are not settled, in the order of their time.
    pub fn overlaps(&self) -> Vec<Pair> {
        let mut notes: Vec<_> = self
            .notes
            .iter()
            .filter(|note| note.kind != NoteKind::Comment)
            .collect();
        notes.sort_by_key(|note| (note.at_ms, note.id));
        let mut pairs = Vec::new();
        for (index, note) in notes.iter().enumerate() {
            let near = notes
                .iter()
                .skip(index + 1)
                .take_while(|later| later.at_ms.saturating_sub(note.at_ms) <= SAME_MOMENT_MS);
            for later in near {
                let found = pair(note.id, later.id);
                // Nobody begins two notes in one moment: these are two versions of one.
                let are_versions = note.at_ms == later.at_ms
                    && (note.origin, later.origin) == (Origin::Live, Origin::Live);
                let is_of_two = note.id.taker != later.id.taker || are_versions;
                let is_of_cell = note.topic == later.topic;
                if is_of_two && is_of_cell && !self.settled_overlaps.contains(&found) {
                    pairs.push(found);
                }
            }
        }
        pairs
    }
}
