//! Two note-takers' protocols of one interview, put together by time.
//!
//! Slots and clocks are aligned first. What one of them struck or marked as off the record is taken out of both; nothing
//! else is lost, and nothing is overwritten: where both say something of the same, both stand side by side.
//!
//! One of the two leads: its header, clock, numbers of slots and way through the guide stay. Which one does not depend on
//! the order in which they are named, so neither does the result.

mod alike;
mod approvals;
mod besides;
mod sitting;

use std::collections::{BTreeMap, BTreeSet};

use time::{Duration, OffsetDateTime};

use super::fold::apply;
use super::{
    ClockChange, Event, Note, Recorded, Recording, SameSlots, Session, SessionId, Sitting, Span,
    TextPlace, Tombstone,
};
use crate::anonymise::{CleanText, Slot, SlotKey, SlotKind, may_be_name};
use alike::GivesWay;

pub use sitting::{MergedSitting, merge_into};

/// Two protocols whose interviews began further apart than this are of two interviews.
const FARTHEST: Duration = Duration::hours(12);

/// How close two recordings' beginnings lie if they are one recording that both marked.
const SAME_RECORDING_MS: u64 = 1_000;

/// Why two protocols cannot be put together. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    /// They are of two sessions.
    #[error("the other protocol is of the session {0}")]
    OtherSession(SessionId),
    /// They follow two guides.
    #[error("the other protocol follows the guide {id} of version {edition}")]
    OtherGuide {
        /// The guide's id.
        id: String,
        /// Its version.
        edition: String,
    },
    /// Their interviews began too far apart.
    #[error("the other protocol is of an interview that began at another time")]
    OtherTime,
    /// One is invented, the other is not.
    #[error("one of the two protocols is invented")]
    Invented,
}

/// Two protocols put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// What they say together.
    pub session: Session,
    /// How much later the clock of the other began than that of the one that leads, in milliseconds.
    pub later_ms: i64,
    /// How many notes came in.
    pub notes: usize,
    /// The texts that the other's strikes and stretches off the record took out of the one that leads, or the other way
    /// round.
    pub struck: Vec<TextPlace>,
    /// The slots that stand for the same in both, by the lists of protected words, an earlier merge or notes which both
    /// have.
    pub same_slots: Vec<SlotKey>,
    /// The slots of the other that got numbers of their own, as they are called now.
    pub new_slots: Vec<SlotKey>,
    /// Whether a text of the one that leads gave way to the same without a name.
    pub gave_way: bool,
}

/// Whether two protocols are of the same interview.
fn check(one: &Session, other: &Session) -> Result<(), MergeError> {
    if one.header.id != other.header.id {
        return Err(MergeError::OtherSession(other.header.id.clone()));
    }
    let (guide, theirs) = (&one.header.guide, &other.header.guide);
    if (&guide.id, &guide.edition) != (&theirs.id, &theirs.edition) {
        return Err(MergeError::OtherGuide {
            id: theirs.id.clone(),
            edition: theirs.edition.clone(),
        });
    }
    if one.header.invented != other.header.invented {
        return Err(MergeError::Invented);
    }
    let apart = one.clock.began.zip(other.clock.began);
    if apart.is_some_and(|(one, other)| (one - other).abs() > FARTHEST) {
        return Err(MergeError::OtherTime);
    }
    Ok(())
}

/// The note-taker whose protocol it is: the first who has notes in it.
pub fn taker_of(session: &Session) -> Option<u8> {
    let kept = session.notes.iter().map(|note| note.id.taker);
    let struck = session.tombstones.iter();
    kept.chain(struck.map(|tombstone| tombstone.note.taker))
        .min()
}

/// What decides which protocol leads: the note-taker, then when it was prepared and begun.
fn rank(session: &Session) -> (u8, OffsetDateTime, Option<OffsetDateTime>, usize) {
    (
        taker_of(session).unwrap_or(u8::MAX),
        session.header.created,
        session.clock.began,
        session.notes.len(),
    )
}

/// Two protocols while they are put together.
struct Merging<'sessions> {
    leading: &'sessions Session,
    coming: &'sessions Session,
    /// What becomes of the one that leads by what is done in it later, if anything is: its clock, and whom slots stand for.
    ends: &'sessions Session,
    /// The slots of a list of protected words which both note-takers had; none if nobody says so.
    list: &'sessions [Slot],
    /// A session whose numbers of notes, parked points and slots are not given again.
    numbers: &'sessions Session,
    result: Session,
    later_ms: i64,
    /// For each slot of the other one of this session.
    slots: BTreeMap<SlotKey, SlotKey>,
    same_slots: Vec<SlotKey>,
    new_slots: Vec<SlotKey>,
    added: Vec<Slot>,
    /// What the other wrote before this session's clock began. It stands at the beginning, and lies in no stretch: out of
    /// the other's own it was taken before.
    early: Vec<TextPlace>,
    gave_way: bool,
}

impl<'sessions> Merging<'sessions> {
    fn new(leading: &'sessions Session, coming: &'sessions Session) -> Self {
        Self {
            leading,
            coming,
            ends: leading,
            numbers: leading,
            list: &[],
            result: leading.clone(),
            later_ms: coming.clock.milliseconds_after(&leading.clock),
            slots: BTreeMap::new(),
            same_slots: Vec::new(),
            new_slots: Vec::new(),
            added: Vec::new(),
            early: Vec::new(),
            gave_way: false,
        }
    }

    fn carry_out(mut self, at: OffsetDateTime) -> Merged {
        self.align_slots();
        for slot in std::mem::take(&mut self.added) {
            self.happen(Event::SlotAdded(slot));
        }
        self.bring_in_clock();
        let notes = self.bring_in_notes();
        self.bring_in_marks();
        self.bring_in_texts();
        self.bring_in_the_rest();
        let struck = self.take_out();
        let slots: Vec<(SlotKey, SlotKey)> = self
            .slots
            .iter()
            .map(|(from, into)| (*from, *into))
            .collect();
        self.happen(Event::Merged {
            taker: taker_of(self.coming).unwrap_or(0),
            at,
            slots,
        });
        Merged {
            later_ms: self.later_ms,
            notes,
            struck,
            same_slots: self.same_slots,
            new_slots: self.new_slots,
            gave_way: self.gave_way,
            session: self.result,
        }
    }

    fn happen(&mut self, event: Event) {
        let sequence = self.result.sequence.saturating_add(1);
        apply(&mut self.result, &Recorded { sequence, event });
    }

    /// Says for each slot of the other which of this session stands for it: the same one if that is known, else a new one.
    fn align_slots(&mut self) {
        let same = SameSlots::with_list(self.coming, self.ends, self.list);
        let gone: BTreeSet<SlotKey> = self.coming.joined.iter().map(|(from, _)| *from).collect();
        for slot in &self.coming.slots {
            if gone.contains(&slot.key) {
                continue;
            }
            if let Some(ours) = same.ours(slot.key) {
                self.same_slots.push(ours);
                self.slots.insert(slot.key, ours);
                continue;
            }
            let key = self.free_slot(slot.key.kind);
            self.slots.insert(slot.key, key);
            self.new_slots.push(key);
            self.added.push(Slot {
                key,
                listed: false,
                label: slot.label.clone(),
            });
        }
    }

    fn free_slot(&self, kind: SlotKind) -> SlotKey {
        let ours = self.leading.slots.iter().chain(&self.numbers.slots);
        let taken = ours.chain(&self.added);
        let taken = taken.filter(|slot| slot.key.kind == kind);
        let last = taken.map(|slot| slot.key.number).max().unwrap_or(0);
        SlotKey {
            kind,
            number: last.saturating_add(1),
        }
    }

    /// A text of the other with the placeholders of this session.
    fn text(&self, text: &CleanText) -> CleanText {
        let (theirs, ours) = (self.coming.header.language, self.leading.header.language);
        text.with_slots(theirs, ours, |slot| self.slots.get(&slot).copied())
    }

    /// A moment of the other on this session's clock; what lies before its beginning is at its beginning.
    fn moment(&self, at_ms: u64) -> u64 {
        at_ms.saturating_add_signed(self.later_ms)
    }

    /// Whether a moment of the other lies before this session's beginning.
    fn is_early(&self, at_ms: u64) -> bool {
        at_ms.checked_add_signed(self.later_ms).is_none() && self.later_ms < 0
    }

    fn bring_in_clock(&mut self) {
        let Some(began) = self.coming.clock.began else {
            return;
        };
        if self.result.clock.began.or(self.ends.clock.began).is_none() {
            self.happen(Event::Clock(ClockChange::Begins(began)));
        }
        for recording in &self.coming.clock.recordings {
            let zero_ms = recording.zero_ms.saturating_add(self.later_ms);
            let ours = self.result.clock.recordings.iter();
            let mut ours = ours.chain(&self.ends.clock.recordings);
            if ours.any(|ours| ours.zero_ms.abs_diff(zero_ms) <= SAME_RECORDING_MS) {
                continue;
            }
            let Recording {
                zero_ms,
                stopped_ms,
                ..
            } = *recording;
            let at = |ms: i64| began.checked_add(Duration::milliseconds(ms));
            if let Some(at) = at(zero_ms) {
                self.happen(Event::Clock(ClockChange::RecordingRuns(at)));
            }
            if let Some(at) = stopped_ms.and_then(at) {
                self.happen(Event::Clock(ClockChange::RecordingStopped(at)));
            }
            if recording.shift_ms != 0 {
                let number = u32::try_from(self.result.clock.recordings.len());
                self.happen(Event::Clock(ClockChange::RecordingShifted {
                    number: number.unwrap_or(u32::MAX),
                    by_ms: recording.shift_ms,
                }));
            }
        }
    }

    /// Brings in notes and tombstones; gives how many notes came in.
    fn bring_in_notes(&mut self) -> usize {
        let before = self.result.notes.len();
        for note in &self.coming.notes {
            let is_early = self.is_early(note.at_ms);
            if is_early {
                self.early.push(TextPlace::Note(note.id));
            }
            let note = Note {
                text: self.text(&note.text),
                translation: note.translation.as_ref().map(|text| self.text(text)),
                at_ms: self.moment(note.at_ms),
                ..note.clone()
            };
            if self.result.note(note.id).is_none() {
                self.happen(Event::NoteMerged(Box::new(note)));
            } else {
                self.bring_together(note, is_early);
            }
        }
        for tombstone in &self.coming.tombstones {
            let tombstone = Tombstone {
                at_ms: self.moment(tombstone.at_ms),
                ..tombstone.clone()
            };
            if self.result.note(tombstone.note).is_none() {
                self.happen(Event::Buried(tombstone));
            }
        }
        self.result.notes.len() - before
    }

    /// Brings a version of a note that both have together with ours: in each of its two texts what has a name gives way to
    /// the same without it, and what still differs then stands beside ours.
    fn bring_together(&mut self, mut theirs: Note, is_early: bool) {
        let mut notes = self.result.notes.iter();
        let Some(index) = notes.position(|note| note.id == theirs.id) else {
            return;
        };
        let Some(mut ours) = self.result.notes.get(index).cloned() else {
            return;
        };
        self.let_names_give_way(&mut ours.text, &mut theirs.text);
        let is_translated_alike = match (&mut ours.translation, &mut theirs.translation) {
            (Some(ours), Some(theirs)) => {
                self.let_names_give_way(ours, theirs);
                ours == theirs
            }
            // Of a translation that is missing nobody knows whether it was struck.
            (None, Some(_)) if self.leading.struck_texts > 0 => true,
            (missing @ None, Some(theirs)) => {
                *missing = Some(theirs.clone());
                true
            }
            (_, None) => true,
        };
        let is_alike = is_translated_alike && ours.text == theirs.text;
        if let Some(note) = self.result.notes.get_mut(index) {
            *note = ours;
        }
        if !is_alike {
            self.put_beside(theirs, is_early);
        }
    }

    /// Lets of two versions of a text the one with a name give way to the one out of which the name was taken.
    fn let_names_give_way(&mut self, ours: &mut CleanText, theirs: &mut CleanText) {
        match self.which_gives_way(ours, theirs) {
            GivesWay::Ours => {
                ours.clone_from(theirs);
                self.gave_way = true;
            }
            GivesWay::Theirs => theirs.clone_from(ours),
            GivesWay::Neither => {}
        }
    }

    fn which_gives_way(&self, ours: &CleanText, theirs: &CleanText) -> GivesWay {
        let language = self.leading.header.language;
        let we_took_out = |slot: SlotKey, words: &str| {
            alike::took_out(self.leading, slot) && may_be_name(slot.kind, words)
        };
        let they_took_out = |slot: SlotKey, words: &str| {
            let mut theirs = self.slots.iter().filter(|(_, into)| **into == slot);
            theirs.any(|(theirs, _)| alike::took_out(self.coming, *theirs))
                && may_be_name(slot.kind, words)
        };
        if ours == theirs {
            GivesWay::Neither
        } else if alike::is_with_names(theirs, ours, language, &we_took_out) {
            GivesWay::Theirs
        } else if alike::is_with_names(ours, theirs, language, &they_took_out) {
            GivesWay::Ours
        } else {
            GivesWay::Neither
        }
    }

    /// Puts another version of a note beside it, under a number of its own, unless it stands there already.
    fn put_beside(&mut self, note: Note, is_early: bool) {
        let mut notes = self.result.notes.iter();
        let is_there = notes.any(|ours| {
            ours.id.taker == note.id.taker && ours.at_ms == note.at_ms && ours.text == note.text
        });
        if is_there {
            return;
        }
        let taker = note.id.taker;
        let next =
            [&self.result, self.coming, self.numbers].map(|session| session.next_note(taker));
        let id = next.into_iter().max().unwrap_or(note.id);
        if is_early {
            self.early.push(TextPlace::Note(id));
        }
        self.happen(Event::NoteMerged(Box::new(Note { id, ..note })));
    }

    /// Takes out what one of them struck or was off the record for one of them; gives what that was.
    fn take_out(&mut self) -> Vec<TextPlace> {
        let mut sitting = Sitting::new(self.result.clone());
        let tombstones = self
            .leading
            .tombstones
            .iter()
            .chain(&self.coming.tombstones);
        let mut places: Vec<TextPlace> = tombstones
            .filter(|tombstone| self.result.note(tombstone.note).is_some())
            .map(|tombstone| TextPlace::Note(tombstone.note))
            .collect();
        let theirs = withheld(self.coming).into_iter();
        let theirs = theirs.filter_map(|span| span.shifted(self.later_ms));
        for span in withheld(self.leading).into_iter().chain(theirs) {
            let hit = self.result.places_in(span).into_iter();
            places.extend(hit.filter(|place| !self.early.contains(place)));
        }
        places.sort();
        places.dedup();
        sitting.strike_texts(&places);
        self.result = sitting.state().clone();
        places
    }
}

/// The stretches of a protocol from which nothing is kept. One that was never ended lasts as long as the protocol.
fn withheld(session: &Session) -> Vec<Span> {
    session.withheld_spans(session.last_note_ms()).collect()
}

#[cfg(test)]
mod tests;
