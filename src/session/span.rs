//! Stretches of an interview, and notes of two note-takers that lie side by side.

use super::{NoteId, NoteKind, OffRecord, Origin, Progress, Session};

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

/// Why nothing is kept of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Withholding {
    /// It was off the record.
    OffRecord,
    /// It is struck.
    Struck,
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

/// The stretches that have ended and from which nothing is kept, by their time, each with why.
pub fn ended_stretches(off_record: &[OffRecord], struck: &[Span]) -> Vec<(Span, Withholding)> {
    let ended = off_record.iter().filter_map(|stretch| {
        Some(Span {
            from_ms: stretch.from_ms,
            to_ms: stretch.to_ms?,
        })
    });
    let off_record = ended.map(|span| (span, Withholding::OffRecord));
    let struck = struck.iter().map(|span| (*span, Withholding::Struck));
    let mut stretches: Vec<_> = off_record.chain(struck).collect();
    stretches.sort_unstable();
    stretches
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

    /// The stretches that have ended and from which nothing is kept, by their time, each with why.
    pub fn ended_stretches(&self) -> Vec<(Span, Withholding)> {
        ended_stretches(&self.off_record, &self.struck_spans)
    }

    /// The stretch from which nothing is kept, since it was off the record or is struck, if a moment lies in one.
    pub fn withheld_at(&self, at_ms: u64) -> Option<Span> {
        // What the interview went off the record with and was never ended lasts until it is closed.
        let open_until_ms = match self.progress() {
            Progress::Closed => self.last_note_ms(),
            Progress::Prepared | Progress::Open => u64::MAX,
        };
        let mut spans = self.withheld_spans(open_until_ms);
        spans.find(|span| span.holds(at_ms))
    }

    /// When the key would have been pressed for what was said at a moment, if a lead lies between both. What was said just
    /// before a stretch from which nothing is kept was not marked in it.
    pub fn key_ms(&self, said_ms: u64, lead_ms: u64) -> u64 {
        let key_ms = said_ms.saturating_add(lead_ms);
        self.withheld_at(key_ms)
            .map_or(key_ms, |span| span.from_ms.saturating_sub(1).max(said_ms))
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

    /// Whether a text was begun or a gap marked at a moment.
    pub fn has_mark_at(&self, at_ms: u64) -> bool {
        let notes = self.notes.iter().map(|note| note.at_ms);
        let parked = self.parked.iter().map(|parked| parked.at_ms);
        let drafts = self.drafts.values().map(|draft| draft.started_ms);
        let gaps = self.gaps.iter().map(|gap| gap.at_ms);
        let mut marks = notes.chain(parked).chain(drafts).chain(gaps);
        marks.any(|mark_ms| mark_ms == at_ms)
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
