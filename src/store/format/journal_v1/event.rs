//! Events as they stand in a journal.

mod conversion;

use serde::{Deserialize, Serialize};

use super::super::field::{Day, Moment, Named, Text};
use super::super::session_v1::{
    Approval, Archive, Becomes, Consent, Export, Header, Note, Prompting, Revision, Slot,
    SlotNumber, Span, Tombstone, TypeView,
};
use super::super::words::{
    KindWord, LanguageWord, OutcomeWord, PauseWord, ReasonWord, StateWord, VoiceWord,
};
use super::clock::ClockChange;
use super::place::Place;
use crate::session::NoteId;

/// An event.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Event {
    Begun(Box<Header>),
    Resumed(Moment),
    Clock(ClockChange),
    Paused {
        at_ms: u64,
        reason: PauseWord,
    },
    Continued {
        at_ms: u64,
    },
    Moved {
        topic: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at_ms: Option<u64>,
    },
    DraftEdited {
        topic: String,
        started_ms: u64,
        at: u64,
        remove: u64,
        insert: Text,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        becomes: Option<Becomes>,
    },
    NoteKept(Box<Note>),
    NoteChanged {
        note: Named<NoteId>,
        kind: KindWord,
        text: Text,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        revised: Option<Revision>,
    },
    NoteMarked {
        note: Named<NoteId>,
        mark: Mark,
    },
    NoteTranslated {
        note: Named<NoteId>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<Text>,
    },
    NoteMoved {
        note: Named<NoteId>,
        topic: String,
    },
    NoteLinked {
        note: Named<NoteId>,
        topic: String,
    },
    NoteUnlinked {
        note: Named<NoteId>,
        topic: String,
    },
    NoteUnplaced {
        note: Named<NoteId>,
    },
    Struck(Struck),
    CellSet {
        topic: String,
        state: StateWord,
    },
    CellSummarised {
        topic: String,
        text: Text,
    },
    ProbeAsked {
        topic: String,
        probe: u8,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at_ms: Option<u64>,
    },
    Parked {
        number: u32,
        topic: String,
        text: Text,
        at_ms: u64,
    },
    Unparked {
        number: u32,
    },
    ParkedSettled {
        number: u32,
    },
    GapMarked {
        topic: String,
        at_ms: u64,
    },
    GapSettled {
        topic: String,
        at_ms: u64,
    },
    OffRecord {
        at_ms: u64,
        on: bool,
    },
    WasOffRecord(Span),
    NoteMerged(Box<Note>),
    Buried(Tombstone),
    Merged {
        taker: u8,
        at: Moment,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        slots: Vec<(SlotNumber, SlotNumber)>,
    },
    OverlapSettled(Named<NoteId>, Named<NoteId>),
    Consent(Consent),
    Finding {
        rule: String,
        slot: SlotNumber,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        certainty: Option<String>,
    },
    SlotAdded(Slot),
    SlotJoined {
        from: SlotNumber,
        into: SlotNumber,
    },
    SlotLabelled {
        slot: SlotNumber,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        label: Option<Text>,
    },
    GateWaved {
        gate: String,
        reason: Text,
    },
    Coded {
        note: Named<NoteId>,
        code: String,
    },
    Uncoded {
        note: Named<NoteId>,
        code: String,
    },
    AttributeSet {
        attribute: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<String>,
    },
    Prefilled {
        key: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<Text>,
    },
    PrefillAssessed {
        key: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        outcome: Option<OutcomeWord>,
    },
    PostscriptSet {
        field: String,
        text: Text,
    },
    ApprovalSet(Approval),
    TypeSet {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        view: Option<TypeView>,
    },
    ReasonSet {
        reason: ReasonWord,
    },
    DeletionPromised {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        day: Option<Day>,
    },
    RecordingsDeleted {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        day: Option<Day>,
    },
    Exported(Export),
    Archived(Archive),
    Ticked {
        check: String,
    },
    Unticked {
        check: String,
    },
    LanguageSwitched(LanguageWord),
    Undone(u64),
    Redone(u64),
    Closed(Moment),
}

/// A mark on a note.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Mark {
    Prompting(Prompting),
    Helps,
    Hinders,
    NeitherHelpsNorHinders,
    Voice(VoiceWord),
    Speaker(u8),
    NoSpeaker,
    Language(LanguageWord),
}

/// What was taken out.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Struck {
    Note(Named<NoteId>),
    Draft(String),
    Slot(SlotNumber),
    Former(Named<NoteId>),
    Text(Place),
    Span(Span),
    Past,
}
