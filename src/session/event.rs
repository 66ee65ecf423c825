//! What can happen to a session. All text in events is [`CleanText`].

use time::{Date, OffsetDateTime};

use super::{
    Approval, ArchiveRecord, CellState, ClockChange, ConsentRecord, ExportRecord, Header, Mark,
    Note, NoteId, NoteKind, Outcome, Pair, PauseReason, PhoneReason, Purpose, Revision, Span,
    Struck, Tombstone, TopicId, TypeView,
};
use crate::anonymise::{CleanText, Slot, SlotKey};
use crate::language::Language;

/// An event with its place in the session's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Its number: 1 for the first, without gaps.
    pub sequence: u64,
    /// What happened.
    pub event: Event,
}

/// What was found that nobody announced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detected {
    /// What it is: `person`, `iban` and the like.
    pub kind: String,
    /// How sure that is: `likely` or `certain`.
    pub certainty: String,
}

/// A change of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The session was prepared.
    Begun(Box<Header>),
    /// Work on it was taken up again.
    Resumed(OffsetDateTime),
    /// The clock changed.
    Clock(ClockChange),
    /// The interview pauses.
    Paused {
        /// When.
        at_ms: u64,
        /// Why.
        reason: PauseReason,
    },
    /// The pause is over.
    Continued {
        /// When.
        at_ms: u64,
    },
    /// The interviewer went to a topic.
    Moved {
        /// Which.
        topic: TopicId,
        /// When; nothing before the interview began.
        at_ms: Option<u64>,
    },
    /// The draft of a topic changed: `remove` characters from character `at` gave way to `insert`.
    DraftEdited {
        /// Which topic's draft.
        topic: TopicId,
        /// When its first key was pressed.
        started_ms: u64,
        /// The first character that changed.
        at: usize,
        /// How many characters went.
        remove: usize,
        /// What came.
        insert: CleanText,
        /// What the draft becomes when it is kept.
        purpose: Purpose,
    },
    /// A draft became a note; the topic's draft is empty afterwards.
    NoteKept(Box<Note>),
    /// A note's text or kind was changed.
    NoteChanged {
        /// Which note.
        note: NoteId,
        /// Its kind.
        kind: NoteKind,
        /// Its text.
        text: CleanText,
        /// That this was after the interview.
        revised: Option<Revision>,
    },
    /// A mark was put on a note.
    NoteMarked {
        /// Which note.
        note: NoteId,
        /// Which mark.
        mark: Mark,
    },
    /// A quotation was put into the language of the session.
    NoteTranslated {
        /// Which note.
        note: NoteId,
        /// What it says there; nothing takes it away.
        text: Option<CleanText>,
    },
    /// A note was moved into another cell.
    NoteMoved {
        /// Which note.
        note: NoteId,
        /// Where to.
        topic: TopicId,
    },
    /// A note was linked into a further cell.
    NoteLinked {
        /// Which note.
        note: NoteId,
        /// Which cell.
        topic: TopicId,
    },
    /// A note was put aside, to get its place later.
    NoteUnplaced {
        /// Which note.
        note: NoteId,
    },
    /// Such a link was taken away.
    NoteUnlinked {
        /// Which note.
        note: NoteId,
        /// Which cell.
        topic: TopicId,
    },
    /// Text was taken out for good.
    Struck(Struck),
    /// A cell's state was set.
    CellSet {
        /// Which cell.
        topic: TopicId,
        /// Its state.
        state: CellState,
    },
    /// A cell's notes were put into one sentence.
    CellSummarised {
        /// Which cell.
        topic: TopicId,
        /// The sentence; an empty one takes it away.
        text: CleanText,
    },
    /// A probe was asked.
    ProbeAsked {
        /// The topic.
        topic: TopicId,
        /// Which probe, from 1.
        probe: u8,
        /// When; nothing before the interview began.
        at_ms: Option<u64>,
    },
    /// A point to come back to was set aside.
    Parked {
        /// Its number within the session.
        number: u32,
        /// The topic in which it came up.
        topic: TopicId,
        /// What to come back to; may be empty.
        text: CleanText,
        /// When.
        at_ms: u64,
    },
    /// A parked point was taken up, so that it is parked no more.
    Unparked {
        /// Its number.
        number: u32,
    },
    /// A parked point is done with; its text stays.
    ParkedSettled {
        /// Its number.
        number: u32,
    },
    /// Something was not understood.
    GapMarked {
        /// The topic.
        topic: TopicId,
        /// When.
        at_ms: u64,
    },
    /// Somebody looked again at what was not understood.
    GapSettled {
        /// The topic.
        topic: TopicId,
        /// When it was not understood.
        at_ms: u64,
    },
    /// A stretch off the record began or ended.
    OffRecord {
        /// When.
        at_ms: u64,
        /// Whether it began.
        on: bool,
    },
    /// A stretch was off the record, as another note-taker marked it.
    WasOffRecord(Span),
    /// A note of another note-taker came in.
    NoteMerged(Box<Note>),
    /// A note of another note-taker had been struck before it came in.
    Buried(Tombstone),
    /// Another note-taker's protocol was merged into this one.
    Merged {
        /// Which note-taker's.
        taker: u8,
        /// When.
        at: OffsetDateTime,
        /// Which of its slots stands for which of this session's.
        slots: Vec<(SlotKey, SlotKey)>,
    },
    /// Notes of two note-takers that lie side by side were looked at.
    OverlapSettled(Pair),
    /// A step of the consent was answered.
    Consent(ConsentRecord),
    /// Something was replaced by a placeholder.
    Finding {
        /// The rule that found it.
        rule: String,
        /// The slot that stands for it.
        slot: SlotKey,
        /// What it is and how sure that is, if nobody announced it.
        detected: Option<Detected>,
    },
    /// A slot was added.
    SlotAdded(Slot),
    /// Two slots stand for the same: the first goes into the second.
    SlotJoined {
        /// The slot that goes.
        from: SlotKey,
        /// The slot that stays.
        into: SlotKey,
    },
    /// A slot got another neutral label.
    SlotLabelled {
        /// Which slot.
        slot: SlotKey,
        /// The label; nothing takes it away.
        label: Option<CleanText>,
    },
    /// An open point was waved through at closing.
    GateWaved {
        /// Which point.
        gate: String,
        /// Why.
        reason: CleanText,
    },
    /// A code was put on a note.
    Coded {
        /// Which note.
        note: NoteId,
        /// Which code.
        code: String,
    },
    /// A code was taken off a note.
    Uncoded {
        /// Which note.
        note: NoteId,
        /// Which code.
        code: String,
    },
    /// An attribute was set.
    AttributeSet {
        /// Which attribute.
        attribute: String,
        /// Its value; nothing takes it away.
        value: Option<String>,
    },
    /// A survey gave an answer.
    Prefilled {
        /// Its key, such as `sv.stage`.
        key: String,
        /// The answer; nothing takes it away.
        value: Option<CleanText>,
    },
    /// The interview said something of such an answer.
    PrefillAssessed {
        /// Its key.
        key: String,
        /// What; nothing takes it back.
        outcome: Option<Outcome>,
    },
    /// A field of the postscript was written.
    PostscriptSet {
        /// Which field.
        field: String,
        /// Its text; an empty one takes it away.
        text: CleanText,
    },
    /// A step of the approval was taken.
    ApprovalSet(Approval),
    /// The type of the cooperation was set, or taken away.
    TypeSet(Option<TypeView>),
    /// It was said why the interview is held by phone.
    ReasonSet(PhoneReason),
    /// The recordings are to be deleted by this day.
    DeletionPromised(Option<Date>),
    /// The recordings were deleted on this day.
    RecordingsDeleted(Option<Date>),
    /// The session was exported.
    Exported(ExportRecord),
    /// The session went into an archive.
    Archived(ArchiveRecord),
    /// An entry of a checklist was ticked.
    Ticked {
        /// Which entry.
        check: String,
    },
    /// Such a tick was taken away.
    Unticked {
        /// Which entry.
        check: String,
    },
    /// The language of notes was switched.
    LanguageSwitched(Language),
    /// An earlier event of this sitting does not count.
    Undone(u64),
    /// It counts again.
    Redone(u64),
    /// The interview was closed.
    Closed(OffsetDateTime),
}

impl Event {
    /// Whether undo may reach it. What was accepted as no name stays in the log.
    pub fn can_be_undone(&self) -> bool {
        if let Self::GateWaved { gate, .. } = self {
            return !super::gate::is_of_scan(gate);
        }
        matches!(
            self,
            Self::NoteKept(_)
                | Self::NoteChanged { .. }
                | Self::NoteMarked { .. }
                | Self::NoteTranslated { .. }
                | Self::NoteMoved { .. }
                | Self::NoteLinked { .. }
                | Self::NoteUnlinked { .. }
                | Self::CellSet { .. }
                | Self::CellSummarised { .. }
                | Self::ProbeAsked { .. }
                | Self::Parked { .. }
                | Self::Unparked { .. }
                | Self::ParkedSettled { .. }
                | Self::GapMarked { .. }
                | Self::GapSettled { .. }
                | Self::Coded { .. }
                | Self::Uncoded { .. }
                | Self::AttributeSet { .. }
                | Self::Prefilled { .. }
                | Self::PrefillAssessed { .. }
                | Self::PostscriptSet { .. }
                | Self::ApprovalSet(_)
                | Self::TypeSet(_)
                | Self::ReasonSet(_)
                | Self::DeletionPromised(_)
                | Self::RecordingsDeleted(_)
                | Self::Ticked { .. }
                | Self::Unticked { .. }
        )
    }

    /// Whether it puts a code or a mark on a note, or takes it off.
    pub const fn is_coding(&self) -> bool {
        matches!(
            self,
            Self::Coded { .. } | Self::Uncoded { .. } | Self::NoteMarked { .. }
        )
    }
}
