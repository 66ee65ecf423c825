//! One interview's protocol: cells, notes, consent, clock, slots and log.
//!
//! Every change is an [`Event`]; the state is the fold of its events. Keeps out: files, the clock (time comes in as a
//! value), the terminal, and sentences for the user.

mod afterwards;
#[cfg(test)]
pub(crate) mod arbitrary;
mod case;
mod cell;
mod clock;
mod coder;
mod consent;
mod event;
mod fold;
mod gate;
mod grown;
mod id;
mod mark;
mod merge;
mod note;
mod places;
mod prefill;
mod purge;
mod same_slots;
mod shared;
mod sitting;
mod sought;
mod span;
#[cfg(test)]
mod tests;
mod timecode;
mod when;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use time::OffsetDateTime;

use crate::anonymise::{CleanText, Slot, SlotKey};
use crate::guide::{Guide, Mode};
use crate::language::Language;

pub use afterwards::{
    Approval, ApprovalStep, ArchiveRecord, Deletion, ExportRecord, TypeView, is_moved_deadline,
};
pub use case::{Border, Case, CooperationType, Eligibility, Stage};
pub use cell::{CellState, Counted, Dispute};
pub use clock::{
    Clock, ClockChange, Jump, LEAD_MS, LONGEST_LEAD_MS, MissingRecording, Pause, PauseReason,
    Recording,
};
pub use coder::{CodedNote, CoderSheet, OTHER_CODERS, Standing, digest_of};
pub use consent::{Answer, ConsentRecord, Manner};
pub use event::{Detected, Event, Recorded};
pub use fold::apply;
pub use gate::{ScanGate, TextPlace};
pub use grown::Grown;
pub use id::{CaseId, IdError, NoteId, SessionId, TopicId};
pub use mark::{Age, Mark, Polarity, Revision, Voice};
pub use merge::{MergeError, Merged, MergedSitting, merge_into, taker_of};
pub use note::{Note, NoteKind, Origin, Prompting, is_quoted_in_part, straight_quotation};
pub use prefill::{Outcome, Prefill};
pub use purge::Struck;
pub use same_slots::{SameSlots, slots_in};
pub use shared::Shared;
pub use sitting::Sitting;
pub use sought::Sought;
pub use span::{Pair, SAME_MOMENT_MS, Span, Withholding, ended_stretches, pair};
pub use timecode::{
    Moment, NoMoment, append_hours, append_numbered_timecode, hours, numbered_timecode,
    read_moment, timecode,
};
pub use when::{Duration, NEEDED_BY_RECORDING, Place};

/// A session as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// What was fixed when it was prepared.
    pub header: Header,
    /// The sequence number of the last event that is in it; 0 before the first.
    pub sequence: u64,
    /// The clock of the interview.
    pub clock: Clock,
    /// The topic that the interviewer was in last.
    pub position: Option<TopicId>,
    /// The states that were set; a cell that is not here is open.
    pub cells: BTreeMap<TopicId, CellState>,
    /// The cells of which two note-takers said different things, with what they said.
    pub disputes: BTreeMap<TopicId, Dispute>,
    /// A summary sentence for a cell, beside its notes.
    pub summaries: BTreeMap<TopicId, CleanText>,
    /// The notes that were kept, in the order of their keeping.
    pub notes: Shared<Vec<Note>>,
    /// What is being written, by topic.
    pub drafts: BTreeMap<TopicId, Draft>,
    /// Points to come back to.
    pub parked: Vec<Parked>,
    /// Places where something was not understood.
    pub gaps: Vec<Gap>,
    /// The stretches that were off the record.
    pub off_record: Vec<OffRecord>,
    /// The stretches from which everything was struck.
    pub struck_spans: Vec<Span>,
    /// Notes of two note-takers that lay side by side and were settled.
    pub settled_overlaps: BTreeSet<Pair>,
    /// Notes that wait in a bin «outside the guide» for their place.
    pub unplaced: BTreeSet<NoteId>,
    /// The probes that were asked, by topic.
    pub probes: BTreeMap<TopicId, BTreeSet<u8>>,
    /// The way through the guide.
    pub visits: Vec<Visit>,
    /// The answers to the steps of the consent, in the order in which they were given.
    pub consent: Vec<ConsentRecord>,
    /// What was noted about person and institution: attribute id to value id.
    pub attributes: BTreeMap<String, String>,
    /// What a survey said before: key to answer.
    pub prefill: BTreeMap<String, Prefill>,
    /// The entries of the checklists that are done.
    pub ticked: BTreeSet<String>,
    /// The slots.
    pub slots: Vec<Slot>,
    /// Slots that turned out to be the same: the first went into the second.
    pub joined: Vec<(SlotKey, SlotKey)>,
    /// What stands in place of struck notes.
    pub tombstones: Vec<Tombstone>,
    /// How often other text than a note was taken out for good: a summary, a field of the postscript, a name.
    pub struck_texts: u32,
    /// The postscript: field to text.
    pub postscript: BTreeMap<String, CleanText>,
    /// The steps of the approval, in the order in which they were taken.
    pub approvals: Vec<Approval>,
    /// The type of the cooperation as this interview shows it.
    pub type_view: Option<TypeView>,
    /// What is known of the deletion of the recordings.
    pub deletion: Deletion,
    /// The exports that were made.
    pub exports: Vec<ExportRecord>,
    /// The packages that went into archives.
    pub archived: Vec<ArchiveRecord>,
    /// What happened besides notes.
    pub log: Grown<LogEntry>,
    /// When the interview was closed.
    pub closed: Option<OffsetDateTime>,
}

/// What is fixed when a session is prepared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Which session.
    pub id: SessionId,
    /// The guide it follows.
    pub guide: GuideReference,
    /// How the interview is held.
    pub mode: Mode,
    /// Why it is held by phone.
    pub reason: Option<PhoneReason>,
    /// The language of its placeholders.
    pub language: Language,
    /// When it was prepared.
    pub created: OffsetDateTime,
    /// Whether it is made up, for trying the program.
    pub invented: bool,
    /// Whether it tries out the guide: a pilot interview, which stays out of the counts of the main study.
    pub pilot: bool,
}

/// The guide as a session remembers it, so that the session can be read alone.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct GuideReference {
    /// The guide's id.
    pub id: String,
    /// The version that its author gave it.
    pub edition: String,
    /// SHA-256 of its file.
    pub digest: String,
    /// The titles of its topics in the session's language.
    pub titles: Vec<(TopicId, String)>,
}

impl GuideReference {
    /// What a session remembers of `guide`.
    pub fn to(guide: &Guide, language: Language) -> Self {
        let language = guide.language_for(language);
        Self {
            id: guide.id.clone(),
            edition: guide.edition.clone(),
            digest: guide.digest.clone(),
            titles: guide
                .topics()
                .map(|(_, topic)| {
                    let title = topic.title.in_language(language).to_owned();
                    (TopicId::new(&topic.id), title)
                })
                .collect(),
        }
    }
}

/// Why an interview is held by phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneReason {
    /// The way is too long.
    Distance,
    /// No common date on site.
    Schedule,
    /// The interviewee wished it.
    Wish,
    /// Another reason.
    Other,
}

/// A note that is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What is written so far, up to the safe point.
    pub text: CleanText,
    /// Milliseconds since the interview began, at the first keystroke.
    pub started_ms: u64,
    /// What it becomes when it is kept.
    pub purpose: Purpose,
}

/// What a draft becomes when it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A new note, and whether the interviewee comes to it unasked.
    Note(Prompting),
    /// What this note says from then on.
    Change(NoteId),
    /// The sentence of its cell.
    Sentence,
}

impl Default for Purpose {
    fn default() -> Self {
        Self::Note(Prompting::Unprompted)
    }
}

impl Purpose {
    /// Whether the draft becomes a note of its own.
    pub const fn is_note(self) -> bool {
        matches!(self, Self::Note(_))
    }

    /// What a draft of this topic takes the place of when it is kept.
    pub fn replaces(self, topic: &TopicId) -> Option<TextPlace> {
        match self {
            Self::Note(_) => None,
            Self::Change(note) => Some(TextPlace::Note(note)),
            Self::Sentence => Some(TextPlace::Summary(topic.clone())),
        }
    }
}

/// A point to come back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parked {
    /// Its number within the session.
    pub number: u32,
    /// The topic in which it came up.
    pub topic: TopicId,
    /// What to come back to; may be empty.
    pub text: CleanText,
    /// Milliseconds since the interview began.
    pub at_ms: u64,
    /// Whether it is done with. Its text stays in the record.
    pub settled: bool,
}

/// A place where something was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The topic.
    pub topic: TopicId,
    /// Milliseconds since the interview began.
    pub at_ms: u64,
    /// Whether somebody looked at it again.
    pub settled: bool,
}

/// A stretch of the interview of which nothing is kept but when it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OffRecord {
    /// Its beginning, in milliseconds since the interview began.
    pub from_ms: u64,
    /// Its end; nothing while it lasts.
    pub to_ms: Option<u64>,
}

/// A step on the way through the guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// The topic.
    pub topic: TopicId,
    /// Milliseconds since the interview began; nothing before it began.
    pub at_ms: Option<u64>,
}

/// What stands in place of a struck note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tombstone {
    /// The number that the note had.
    pub note: NoteId,
    /// The cell it stood in.
    pub topic: TopicId,
    /// Milliseconds since the interview began.
    pub at_ms: u64,
}

/// Something that happened besides notes. No entry holds a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogEntry {
    /// Work on the session was taken up again.
    Resumed(OffsetDateTime),
    /// The interview was begun by the first keystroke, not by the key for it.
    BegunByTyping,
    /// The machine's clock jumped by so many milliseconds, or the machine slept.
    ClockJumped(i64),
    /// Something was replaced.
    Finding {
        /// The rule that found it.
        rule: String,
        /// The slot that stands for it.
        slot: SlotKey,
        /// What it is and how sure that is, if nobody announced it.
        detected: Option<Detected>,
    },
    /// Texts were searched again for what became known later.
    Purged(SlotKey),
    /// An open point was waved through at closing.
    Waved {
        /// Which point.
        gate: String,
        /// Why.
        reason: CleanText,
    },
    /// The language of notes was switched.
    LanguageSwitched(Language),
    /// Another note-taker's protocol was merged into this one.
    Merged {
        /// Which note-taker's.
        taker: u8,
        /// When.
        at: OffsetDateTime,
        /// Which of its slots stands for which of this session's.
        slots: Vec<(SlotKey, SlotKey)>,
    },
}

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    /// Prepared; the interview has not begun.
    Prepared,
    /// Begun and not closed.
    Open,
    /// Closed.
    Closed,
}

impl Session {
    /// A session that has just been prepared.
    pub fn new(header: Header) -> Self {
        Self {
            header,
            sequence: 0,
            clock: Clock::default(),
            position: None,
            cells: BTreeMap::new(),
            disputes: BTreeMap::new(),
            summaries: BTreeMap::new(),
            notes: Shared::default(),
            drafts: BTreeMap::new(),
            parked: Vec::new(),
            gaps: Vec::new(),
            off_record: Vec::new(),
            struck_spans: Vec::new(),
            settled_overlaps: BTreeSet::new(),
            unplaced: BTreeSet::new(),
            probes: BTreeMap::new(),
            visits: Vec::new(),
            consent: Vec::new(),
            attributes: BTreeMap::new(),
            prefill: BTreeMap::new(),
            ticked: BTreeSet::new(),
            slots: Vec::new(),
            joined: Vec::new(),
            tombstones: Vec::new(),
            struck_texts: 0,
            postscript: BTreeMap::new(),
            approvals: Vec::new(),
            type_view: None,
            deletion: Deletion::default(),
            exports: Vec::new(),
            archived: Vec::new(),
            log: Grown::default(),
            closed: None,
        }
    }

    /// How often text was taken out for good, notes included. What left the study before a higher number may hold it.
    pub fn strikes(&self) -> u32 {
        let notes = u32::try_from(self.tombstones.len()).unwrap_or(u32::MAX);
        notes.saturating_add(self.struck_texts)
    }

    /// Where it stands.
    pub fn progress(&self) -> Progress {
        if self.closed.is_some() {
            Progress::Closed
        } else if self.clock.began.is_some() || !self.notes.is_empty() {
            Progress::Open
        } else {
            Progress::Prepared
        }
    }

    /// The state of a cell.
    pub fn cell(&self, topic: &TopicId) -> CellState {
        self.cells.get(topic).copied().unwrap_or(CellState::Open)
    }

    /// The note with this number.
    pub fn note(&self, id: NoteId) -> Option<&Note> {
        self.notes.iter().find(|note| note.id == id)
    }

    /// The notes of a cell, those linked into it included, in the order of their time.
    pub fn notes_in<'session>(&'session self, topic: &TopicId) -> Vec<&'session Note> {
        let mut notes: Vec<&Note> = self
            .notes
            .iter()
            .filter(|note| note.stands_in(topic))
            .collect();
        notes.sort_by_key(|note| (self.said_ms(note), note.id));
        notes
    }

    /// Whether a cell has notes, or shows one of another.
    pub fn has_notes_in(&self, topic: &TopicId) -> bool {
        self.notes.iter().any(|note| note.stands_in(topic))
    }

    /// The number that the next note of this note-taker gets; a struck note's number is not given again.
    pub fn next_note(&self, taker: u8) -> NoteId {
        let kept = self.notes.iter().map(|note| note.id);
        let struck = self.tombstones.iter().map(|tombstone| tombstone.note);
        let last = kept
            .chain(struck)
            .filter(|id| id.taker == taker)
            .map(|id| id.number)
            .max();
        NoteId {
            taker,
            number: last.unwrap_or(0).saturating_add(1),
        }
    }

    /// The parked points that still wait.
    pub fn waiting(&self) -> impl Iterator<Item = &Parked> {
        self.parked.iter().filter(|parked| !parked.settled)
    }

    /// The language that notes were switched to last; nothing if they never were.
    pub fn switched_language(&self) -> Option<Language> {
        self.log.iter().rev().find_map(|entry| match entry {
            LogEntry::LanguageSwitched(language) => Some(*language),
            _ => None,
        })
    }

    /// What note-takers said of a cell, if they differ and nobody settled it.
    pub fn disputed(&self, topic: &TopicId) -> Option<&Dispute> {
        self.disputes.get(topic).filter(|dispute| !dispute.settled)
    }

    /// Every text in it that somebody typed.
    pub fn texts(&self) -> HashSet<CleanText> {
        let mut texts = HashSet::new();
        purge::for_each_text(&mut self.clone(), &mut |text| {
            texts.insert(text.clone());
            None
        });
        texts
    }

    /// The last answer to a step of the consent, with how it came about.
    pub fn record_of(&self, step: &str) -> Option<&ConsentRecord> {
        let mut records = self.consent.iter().rev();
        records.find(|record| record.step == step)
    }

    /// The last answer to a step of the consent.
    pub fn answer_to(&self, step: &str) -> Option<Answer> {
        self.record_of(step).map(|record| record.answer)
    }
}
