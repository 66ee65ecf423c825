//! What is not settled: which words the masks of notes and drafts stand for, in memory until the sitting ends.
//!
//! On disk all masks are alike, so a mask is known by its place and its number there. Whoever changes a text of which
//! masks are known says so here; a text with another number of masks than is remembered keeps them for good.

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use zeroize::Zeroizing;

use super::Protocol;
use super::draft::Splice;
use crate::anonymise::{CleanText, Doubt, MASK, SlotKind, Verdict, masks, with_words};
use crate::language::fold;
use crate::session::{Event, NoteId, Session, TopicId};

/// Where masks stand.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Place {
    /// In the draft of a topic.
    Draft(TopicId),
    /// In a note.
    Note(NoteId),
    /// In a parked point.
    Parked(u32),
    /// In a field of the postscript.
    Postscript(String),
    /// In the sentence of a cell.
    Summary(TopicId),
}

/// What the masks of a text stand for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Masks {
    /// How many masks the text has, those included of which nothing is known.
    count: usize,
    doubts: Vec<Doubt>,
}

/// What all masks stand for.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    places: HashMap<Place, Masks>,
    /// Beside each event that undo can take back, what the masks of its place were before and after it.
    history: HashMap<u64, (Place, Masks, Masks)>,
    /// Folded words that are settled and still masked in a reminder, which cannot be changed.
    settled: Vec<Zeroizing<String>>,
}

/// A word that is not settled, with all its places.
#[derive(Clone, PartialEq, Eq)]
pub struct Unsettled {
    /// The word, which must not be written.
    pub word: Zeroizing<String>,
    /// What it may be.
    pub suspected: SlotKind,
    /// In how many places it stands.
    pub count: usize,
    /// What stands before and behind it where it stands first.
    pub context: (String, String),
    /// The note in which it stands first; nothing if that is a draft or a parked point.
    pub note: Option<NoteId>,
}

/// How a word is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settlement {
    /// It is a name of this kind.
    Name(SlotKind),
    /// It is no name.
    Ordinary,
}

impl fmt::Debug for Unsettled {
    /// Shows no word and no text.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "Unsettled({:?} × {})",
            self.suspected, self.count
        )
    }
}

impl Masks {
    pub(super) fn new(text: &CleanText, doubts: Vec<Doubt>) -> Self {
        Self {
            count: masks(text.as_str()),
            doubts,
        }
    }

    /// The word behind a mask.
    fn word(&self, ordinal: usize) -> Option<&str> {
        let found = self.doubts.iter().find(|doubt| doubt.ordinal == ordinal);
        found.map(Doubt::word)
    }
}

impl Ledger {
    pub(super) fn set(&mut self, place: Place, masked: Masks) {
        if masked.doubts.is_empty() {
            self.places.remove(&place);
        } else {
            self.places.insert(place, masked);
        }
    }

    pub(super) fn get(&self, place: &Place) -> Masks {
        self.places.get(place).cloned().unwrap_or_default()
    }

    /// Says that a text went from one place to another.
    pub(super) fn transfer(&mut self, from: &Place, into: Place) {
        let masked = self.places.remove(from).unwrap_or_default();
        self.set(into, masked);
    }

    pub(super) fn forget(&mut self, place: &Place) {
        self.places.remove(place);
    }

    /// Remembers what the masks of a place were before and after an event that undo can take back.
    pub(super) fn remember(&mut self, sequence: u64, place: Place, before: Masks, after: Masks) {
        self.history.insert(sequence, (place, before, after));
    }

    /// What is known of a place whose text is this; nothing if the text has other masks than are remembered.
    fn of(&self, place: &Place, text: &CleanText) -> Option<&Masks> {
        let masked = self.places.get(place)?;
        (masked.count == masks(text.as_str())).then_some(masked)
    }
}

impl Protocol {
    /// What is not settled, in the order of notes, parked points and drafts; a word that stands in several places once.
    pub fn unsettled(&self) -> Vec<Unsettled> {
        let mut all: Vec<Unsettled> = Vec::new();
        let mut known: Vec<Zeroizing<String>> = Vec::new();
        for (place, text) in texts(self.state()) {
            let Some(masked) = self.ledger.of(&place, text) else {
                continue;
            };
            for doubt in &masked.doubts {
                let folded = Zeroizing::new(fold(doubt.word()));
                if matches!(place, Place::Parked(_)) && self.ledger.settled.contains(&folded) {
                    continue;
                }
                let index = known.iter().position(|other| *other == folded);
                if let Some(found) = index.and_then(|index| all.get_mut(index)) {
                    found.count += 1;
                    continue;
                }
                known.push(folded);
                all.push(Unsettled {
                    word: Zeroizing::new(doubt.word().to_owned()),
                    suspected: doubt.suspected(),
                    count: 1,
                    context: context(text.as_str(), doubt.ordinal),
                    note: match place {
                        Place::Note(note) => Some(note),
                        _ => None,
                    },
                });
            }
        }
        all
    }

    /// How many words are not settled.
    pub fn unsettled_count(&self) -> usize {
        if self.ledger.places.is_empty() {
            return 0;
        }
        let mut words: Zeroizing<Vec<String>> = Zeroizing::new(Vec::new());
        for (place, text) in texts(self.state()) {
            let Some(masked) = self.ledger.of(&place, text) else {
                continue;
            };
            let is_reminder = matches!(place, Place::Parked(_));
            for doubt in &masked.doubts {
                let folded = fold(doubt.word());
                let is_settled = self.ledger.settled.iter().any(|word| **word == folded);
                if !(is_reminder && is_settled) {
                    words.push(folded);
                }
            }
        }
        words.sort_unstable();
        words.dedup();
        words.len()
    }

    /// The text of a note with the words that are not settled in the place of their masks, and where they stand.
    pub fn note_with_words(&self, note: NoteId) -> Option<(Zeroizing<String>, Vec<Range<usize>>)> {
        let text = &self.state().note(note)?.text;
        let masked = self.ledger.of(&Place::Note(note), text)?;
        Some(with_words(text.as_str(), |ordinal| masked.word(ordinal)))
    }

    /// Settles a word everywhere: notes, parked points and drafts have the word or its placeholder from then on.
    pub fn settle_word(&mut self, word: &str, settlement: Settlement) {
        match settlement {
            Settlement::Name(kind) => self.protect_word(kind, word),
            Settlement::Ordinary => {
                self.read_vocabulary();
                self.memory.call_ordinary(word);
                self.settle_doubts();
            }
        }
    }

    /// Takes away the masks of everything that is settled by what is known now.
    pub(super) fn settle_doubts(&mut self) {
        let notes: Vec<Place> = self.ledger.places.keys().cloned().collect();
        for place in notes {
            let text = texts(self.state()).find(|(other, _)| other == &place);
            let Some(text) = text.map(|(_, text)| text.clone()) else {
                continue;
            };
            if self.ledger.of(&place, &text).is_none() {
                continue;
            }
            let masked = self.ledger.get(&place);
            let is_settled = |verdict| verdict != Verdict::Open;
            if let Some((changed, left)) = self.without_settled(&text, &masked, is_settled) {
                self.change(place, changed, masked, left);
            }
        }
    }

    /// A text without the masks that are settled, and what the others stand for; nothing if none is.
    fn without_settled(
        &mut self,
        text: &CleanText,
        masked: &Masks,
        is_settled: impl Fn(Verdict) -> bool,
    ) -> Option<(CleanText, Masks)> {
        let mut clean = text.clone();
        let mut left = masked.doubts.clone();
        // From the end, so that the numbers of those before stay.
        for index in (0..left.len()).rev() {
            let Some(doubt) = left.get(index) else {
                continue;
            };
            if !is_settled(self.memory.verdict(doubt.word())) {
                continue;
            }
            // What would make a name with its neighbours keeps its mask, and stays unsettled.
            let Some(unmasked) = self.memory.unmask(&clean, doubt) else {
                continue;
            };
            clean = unmasked;
            left.remove(index);
            for later in left.iter_mut().skip(index) {
                later.ordinal = later.ordinal.saturating_sub(1);
            }
        }
        (&clean != text).then(|| (clean.clone(), Masks::new(&clean, left)))
    }

    pub(super) fn change(&mut self, place: Place, text: CleanText, before: Masks, after: Masks) {
        match &place {
            Place::Note(note) => {
                let Some(kind) = self.state().note(*note).map(|note| note.kind) else {
                    return;
                };
                self.record(Event::NoteChanged {
                    note: *note,
                    kind,
                    text,
                    // The same words, as they should have been written.
                    revised: None,
                });
                let sequence = self.state().sequence;
                self.ledger
                    .remember(sequence, place.clone(), before, after.clone());
            }
            Place::Summary(topic) => {
                let topic = topic.clone();
                self.record(Event::CellSummarised { topic, text });
                let sequence = self.state().sequence;
                self.ledger
                    .remember(sequence, place.clone(), before, after.clone());
            }
            Place::Postscript(field) => self.record(Event::PostscriptSet {
                field: field.clone(),
                text,
            }),
            Place::Draft(topic) => {
                let started_ms = self.state().drafts.get(topic).map(|draft| draft.started_ms);
                self.edit_draft(topic, started_ms.unwrap_or(0), Splice::whole(text));
            }
            // A reminder cannot be changed; it gets its words when it is taken up.
            Place::Parked(_) => {
                let words = before.doubts.iter();
                let folded = words.map(|doubt| Zeroizing::new(fold(doubt.word())));
                let is_left = |word: &Zeroizing<String>| {
                    let mut left = after.doubts.iter();
                    left.any(|doubt| fold(doubt.word()) == **word)
                };
                self.ledger
                    .settled
                    .extend(folded.filter(|word| !is_left(word)));
                return;
            }
        }
        self.ledger.set(place, after);
    }

    /// Says that a note was kept of a topic's draft.
    pub(super) fn keep_doubts(&mut self, topic: &TopicId, note: NoteId) {
        self.ledger
            .transfer(&Place::Draft(topic.clone()), Place::Note(note));
    }

    /// Says that what stood in a place is a part of a topic's draft, behind what is written there.
    pub(super) fn put_doubts_back(&mut self, from: &Place, topic: &TopicId, text: &CleanText) {
        self.put_markers_back(from, topic);
        let behind = Place::Draft(topic.clone());
        let written = self.written(topic);
        let mut draft = self.ledger.get(&behind);
        draft.count = masks(written.as_str());
        let more = self.ledger.get(from);
        if more.count == masks(text.as_str()) {
            let offset = draft.count;
            draft
                .doubts
                .extend(more.doubts.into_iter().map(|mut doubt| {
                    doubt.ordinal += offset;
                    doubt
                }));
        }
        draft.count += masks(text.as_str());
        self.ledger.set(behind, draft);
    }

    /// Says that an event does not count any more.
    pub(super) fn undo_doubts(&mut self, sequence: u64) {
        if let Some((place, before, _)) = self.ledger.history.get(&sequence).cloned() {
            self.ledger.set(place.clone(), before.clone());
            self.name_again(place, before);
        }
    }

    /// Puts placeholders again for the masks of names: that a word is a name cannot be undone, and the mask alone would
    /// say less than is known.
    fn name_again(&mut self, place: Place, masked: Masks) {
        let text = texts(self.state()).find(|(other, _)| other == &place);
        let text = text.map(|(_, text)| text.clone());
        let is_name = |verdict| matches!(verdict, Verdict::Name(_));
        let named = text
            .filter(|text| masked.count == masks(text.as_str()))
            .and_then(|text| self.without_settled(&text, &masked, is_name));
        if let Some((text, left)) = named {
            self.change(place, text, masked, left);
        } else {
            let left = self.without_names(masked);
            self.ledger.set(place, left);
        }
    }

    /// Says that an event counts again.
    pub(super) fn redo_doubts(&mut self, sequence: u64) {
        if let Some((place, _, after)) = self.ledger.history.get(&sequence).cloned() {
            let after = self.without_names(after);
            self.ledger.set(place, after);
        }
    }

    /// What masks stand for, without what is known to be a name by now: undo never brings an original back.
    fn without_names(&mut self, mut masks: Masks) -> Masks {
        let memory = &mut self.memory;
        masks
            .doubts
            .retain(|doubt| !matches!(memory.verdict(doubt.word()), Verdict::Name(_)));
        masks
    }

    /// Remembers what the masks of a place stand for before an event takes its text away.
    pub(super) fn remember_doubts(&mut self, sequence: u64, place: Place) {
        let masked = self.ledger.get(&place);
        if !masked.doubts.is_empty() {
            let history = (place, Masks::default(), masked);
            self.ledger.history.insert(sequence, history);
        }
    }

    /// A draft as it is edited: the words that are not settled in the place of their masks.
    pub(super) fn draft_with_words(&mut self, topic: &TopicId, text: &CleanText) -> String {
        self.text_with_words(&Place::Draft(topic.clone()), text)
    }

    /// What stands in a place as it is edited: the words that are not settled in the place of their masks.
    pub(super) fn text_with_words(&mut self, place: &Place, text: &CleanText) -> String {
        let Some(masked) = self.ledger.of(place, text).cloned() else {
            let draft = self.memory.to_markers(text);
            return self.with_known_markers(place, &draft);
        };
        // What was settled as a name meanwhile comes as its placeholder.
        let is_name = |verdict| matches!(verdict, Verdict::Name(_));
        let (text, masked) = self
            .without_settled(text, &masked, is_name)
            .unwrap_or_else(|| (text.clone(), masked));
        let draft = self.memory.to_markers(&text);
        let draft = self.with_known_markers(place, &draft);
        let masked = self.without_names(masked);
        let (whole, _) = with_words(&draft, |ordinal| masked.word(ordinal));
        whole.to_string()
    }
}

/// Every text in which masks may stand whose words are known.
pub(super) fn texts(state: &Session) -> impl Iterator<Item = (Place, &CleanText)> {
    let notes = state.notes.iter();
    let notes = notes.map(|note| (Place::Note(note.id), &note.text));
    let parked = state.parked.iter();
    let parked = parked.map(|parked| (Place::Parked(parked.number), &parked.text));
    let drafts = state.drafts.iter();
    let drafts = drafts.map(|(topic, draft)| (Place::Draft(topic.clone()), &draft.text));
    let postscript = state.postscript.iter();
    let postscript = postscript.map(|(field, text)| (Place::Postscript(field.clone()), text));
    let summaries = state.summaries.iter();
    let summaries = summaries.map(|(topic, text)| (Place::Summary(topic.clone()), text));
    notes
        .chain(parked)
        .chain(drafts)
        .chain(postscript)
        .chain(summaries)
}

/// What stands before and behind a mask, as it is written.
fn context(text: &str, ordinal: usize) -> (String, String) {
    let at = text.match_indices(MASK).nth(ordinal).map(|(at, _)| at);
    let parts = at.and_then(|at| {
        let (before, rest) = text.split_at_checked(at)?;
        Some((before.to_owned(), rest.strip_prefix(MASK)?.to_owned()))
    });
    parts.unwrap_or_default()
}
