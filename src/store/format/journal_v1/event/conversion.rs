//! Events between a journal and a session.

use super::super::super::field::{Day, Moment, Named};
use super::super::super::session_v1::{Becomes, SlotNumber};
use super::{Event, Mark, Struck};
use crate::session::{self, TopicId};

impl From<&session::Event> for Event {
    #[expect(clippy::too_many_lines, reason = "a flat list, one entry an event")]
    fn from(event: &session::Event) -> Self {
        use session::Event as Domain;
        match event {
            Domain::Begun(header) => Self::Begun(Box::new(header.as_ref().into())),
            Domain::Resumed(at) => Self::Resumed(Moment(*at)),
            Domain::Clock(change) => Self::Clock((*change).into()),
            Domain::Paused { at_ms, reason } => Self::Paused {
                at_ms: *at_ms,
                reason: (*reason).into(),
            },
            Domain::Continued { at_ms } => Self::Continued { at_ms: *at_ms },
            Domain::Moved { topic, at_ms } => Self::Moved {
                topic: topic.to_string(),
                at_ms: *at_ms,
            },
            Domain::DraftEdited {
                topic,
                started_ms,
                at,
                remove,
                insert,
                purpose,
            } => Self::DraftEdited {
                topic: topic.to_string(),
                started_ms: *started_ms,
                at: number_of(*at),
                remove: number_of(*remove),
                insert: insert.into(),
                becomes: Becomes::of(*purpose),
            },
            Domain::NoteKept(note) => Self::NoteKept(Box::new(note.as_ref().into())),
            Domain::NoteChanged {
                note,
                kind,
                text,
                revised,
            } => Self::NoteChanged {
                note: Named(*note),
                kind: (*kind).into(),
                text: text.into(),
                revised: revised.map(Into::into),
            },
            Domain::NoteMarked { note, mark } => Self::NoteMarked {
                note: Named(*note),
                mark: (*mark).into(),
            },
            Domain::NoteTranslated { note, text } => Self::NoteTranslated {
                note: Named(*note),
                text: text.as_ref().map(Into::into),
            },
            Domain::NoteMoved { note, topic } => Self::NoteMoved {
                note: Named(*note),
                topic: topic.to_string(),
            },
            Domain::NoteLinked { note, topic } => Self::NoteLinked {
                note: Named(*note),
                topic: topic.to_string(),
            },
            Domain::NoteUnlinked { note, topic } => Self::NoteUnlinked {
                note: Named(*note),
                topic: topic.to_string(),
            },
            Domain::NoteUnplaced { note } => Self::NoteUnplaced { note: Named(*note) },
            Domain::Struck(struck) => Self::Struck(struck.into()),
            Domain::CellSet { topic, state } => Self::CellSet {
                topic: topic.to_string(),
                state: (*state).into(),
            },
            Domain::CellSummarised { topic, text } => Self::CellSummarised {
                topic: topic.to_string(),
                text: text.into(),
            },
            Domain::ProbeAsked {
                topic,
                probe,
                at_ms,
            } => Self::ProbeAsked {
                topic: topic.to_string(),
                probe: *probe,
                at_ms: *at_ms,
            },
            Domain::Parked {
                number,
                topic,
                text,
                at_ms,
            } => Self::Parked {
                number: *number,
                topic: topic.to_string(),
                text: text.into(),
                at_ms: *at_ms,
            },
            Domain::Unparked { number } => Self::Unparked { number: *number },
            Domain::ParkedSettled { number } => Self::ParkedSettled { number: *number },
            Domain::GapMarked { topic, at_ms } => Self::GapMarked {
                topic: topic.to_string(),
                at_ms: *at_ms,
            },
            Domain::GapSettled { topic, at_ms } => Self::GapSettled {
                topic: topic.to_string(),
                at_ms: *at_ms,
            },
            Domain::OffRecord { at_ms, on } => Self::OffRecord {
                at_ms: *at_ms,
                on: *on,
            },
            Domain::WasOffRecord(span) => Self::WasOffRecord((*span).into()),
            Domain::NoteMerged(note) => Self::NoteMerged(Box::new(note.as_ref().into())),
            Domain::Buried(tombstone) => Self::Buried(tombstone.into()),
            Domain::Merged { taker, at, slots } => Self::Merged {
                taker: *taker,
                at: Moment(*at),
                slots: SlotNumber::pairs(slots),
            },
            Domain::OverlapSettled((one, other)) => {
                Self::OverlapSettled(Named(*one), Named(*other))
            }
            Domain::Consent(record) => Self::Consent(record.into()),
            Domain::Finding {
                rule,
                slot,
                detected,
            } => Self::Finding {
                rule: rule.clone(),
                slot: (*slot).into(),
                kind: detected.as_ref().map(|detected| detected.kind.clone()),
                certainty: detected.as_ref().map(|detected| detected.certainty.clone()),
            },
            Domain::SlotAdded(slot) => Self::SlotAdded(slot.into()),
            Domain::SlotJoined { from, into } => Self::SlotJoined {
                from: (*from).into(),
                into: (*into).into(),
            },
            Domain::SlotLabelled { slot, label } => Self::SlotLabelled {
                slot: (*slot).into(),
                label: label.as_ref().map(Into::into),
            },
            Domain::GateWaved { gate, reason } => Self::GateWaved {
                gate: gate.clone(),
                reason: reason.into(),
            },
            Domain::Coded { note, code } => Self::Coded {
                note: Named(*note),
                code: code.clone(),
            },
            Domain::Uncoded { note, code } => Self::Uncoded {
                note: Named(*note),
                code: code.clone(),
            },
            Domain::AttributeSet { attribute, value } => Self::AttributeSet {
                attribute: attribute.clone(),
                value: value.clone(),
            },
            Domain::Prefilled { key, value } => Self::Prefilled {
                key: key.clone(),
                value: value.as_ref().map(Into::into),
            },
            Domain::PrefillAssessed { key, outcome } => Self::PrefillAssessed {
                key: key.clone(),
                outcome: outcome.map(Into::into),
            },
            Domain::PostscriptSet { field, text } => Self::PostscriptSet {
                field: field.clone(),
                text: text.into(),
            },
            Domain::ApprovalSet(approval) => Self::ApprovalSet(approval.into()),
            Domain::TypeSet(view) => Self::TypeSet {
                view: view.as_ref().map(Into::into),
            },
            Domain::ReasonSet(reason) => Self::ReasonSet {
                reason: (*reason).into(),
            },
            Domain::DeletionPromised(day) => Self::DeletionPromised { day: day.map(Day) },
            Domain::RecordingsDeleted(day) => Self::RecordingsDeleted { day: day.map(Day) },
            Domain::Exported(record) => Self::Exported(record.into()),
            Domain::Archived(record) => Self::Archived(record.into()),
            Domain::Ticked { check } => Self::Ticked {
                check: check.clone(),
            },
            Domain::Unticked { check } => Self::Unticked {
                check: check.clone(),
            },
            Domain::LanguageSwitched(language) => Self::LanguageSwitched((*language).into()),
            Domain::Undone(sequence) => Self::Undone(*sequence),
            Domain::Redone(sequence) => Self::Redone(*sequence),
            Domain::Closed(at) => Self::Closed(Moment(*at)),
        }
    }
}

impl From<Event> for session::Event {
    #[expect(clippy::too_many_lines, reason = "a flat list, one entry an event")]
    fn from(event: Event) -> Self {
        match event {
            Event::Begun(header) => Self::Begun(Box::new((*header).into())),
            Event::Resumed(at) => Self::Resumed(at.0),
            Event::Clock(change) => Self::Clock(change.into()),
            Event::Paused { at_ms, reason } => Self::Paused {
                at_ms,
                reason: reason.into(),
            },
            Event::Continued { at_ms } => Self::Continued { at_ms },
            Event::Moved { topic, at_ms } => Self::Moved {
                topic: TopicId::new(&topic),
                at_ms,
            },
            Event::DraftEdited {
                topic,
                started_ms,
                at,
                remove,
                insert,
                becomes,
            } => Self::DraftEdited {
                topic: TopicId::new(&topic),
                started_ms,
                at: length_of(at),
                remove: length_of(remove),
                insert: insert.into(),
                purpose: Becomes::purpose(becomes),
            },
            Event::NoteKept(note) => Self::NoteKept(Box::new((*note).into())),
            Event::NoteChanged {
                note,
                kind,
                text,
                revised,
            } => Self::NoteChanged {
                note: note.0,
                kind: kind.into(),
                text: text.into(),
                revised: revised.map(Into::into),
            },
            Event::NoteMarked { note, mark } => Self::NoteMarked {
                note: note.0,
                mark: mark.into(),
            },
            Event::NoteTranslated { note, text } => Self::NoteTranslated {
                note: note.0,
                text: text.map(Into::into),
            },
            Event::NoteMoved { note, topic } => Self::NoteMoved {
                note: note.0,
                topic: TopicId::new(&topic),
            },
            Event::NoteLinked { note, topic } => Self::NoteLinked {
                note: note.0,
                topic: TopicId::new(&topic),
            },
            Event::NoteUnlinked { note, topic } => Self::NoteUnlinked {
                note: note.0,
                topic: TopicId::new(&topic),
            },
            Event::NoteUnplaced { note } => Self::NoteUnplaced { note: note.0 },
            Event::Struck(struck) => Self::Struck(struck.into()),
            Event::CellSet { topic, state } => Self::CellSet {
                topic: TopicId::new(&topic),
                state: state.into(),
            },
            Event::CellSummarised { topic, text } => Self::CellSummarised {
                topic: TopicId::new(&topic),
                text: text.into(),
            },
            Event::ProbeAsked {
                topic,
                probe,
                at_ms,
            } => Self::ProbeAsked {
                topic: TopicId::new(&topic),
                probe,
                at_ms,
            },
            Event::Parked {
                number,
                topic,
                text,
                at_ms,
            } => Self::Parked {
                number,
                topic: TopicId::new(&topic),
                text: text.into(),
                at_ms,
            },
            Event::Unparked { number } => Self::Unparked { number },
            Event::ParkedSettled { number } => Self::ParkedSettled { number },
            Event::GapMarked { topic, at_ms } => Self::GapMarked {
                topic: TopicId::new(&topic),
                at_ms,
            },
            Event::GapSettled { topic, at_ms } => Self::GapSettled {
                topic: TopicId::new(&topic),
                at_ms,
            },
            Event::OffRecord { at_ms, on } => Self::OffRecord { at_ms, on },
            Event::WasOffRecord(span) => Self::WasOffRecord(span.into()),
            Event::NoteMerged(note) => Self::NoteMerged(Box::new((*note).into())),
            Event::Buried(tombstone) => Self::Buried(tombstone.into()),
            Event::Merged { taker, at, slots } => Self::Merged {
                taker,
                at: at.0,
                slots: slots
                    .into_iter()
                    .map(|(from, into)| (from.into(), into.into()))
                    .collect(),
            },
            Event::OverlapSettled(one, other) => Self::OverlapSettled((one.0, other.0)),
            Event::Consent(record) => Self::Consent(record.into()),
            Event::Finding {
                rule,
                slot,
                kind,
                certainty,
            } => Self::Finding {
                rule,
                slot: slot.into(),
                detected: kind
                    .zip(certainty)
                    .map(|(kind, certainty)| session::Detected { kind, certainty }),
            },
            Event::SlotAdded(slot) => Self::SlotAdded(slot.into()),
            Event::SlotJoined { from, into } => Self::SlotJoined {
                from: from.into(),
                into: into.into(),
            },
            Event::SlotLabelled { slot, label } => Self::SlotLabelled {
                slot: slot.into(),
                label: label.map(Into::into),
            },
            Event::GateWaved { gate, reason } => Self::GateWaved {
                gate,
                reason: reason.into(),
            },
            Event::Coded { note, code } => Self::Coded { note: note.0, code },
            Event::Uncoded { note, code } => Self::Uncoded { note: note.0, code },
            Event::AttributeSet { attribute, value } => Self::AttributeSet { attribute, value },
            Event::Prefilled { key, value } => Self::Prefilled {
                key,
                value: value.map(Into::into),
            },
            Event::PrefillAssessed { key, outcome } => Self::PrefillAssessed {
                key,
                outcome: outcome.map(Into::into),
            },
            Event::PostscriptSet { field, text } => Self::PostscriptSet {
                field,
                text: text.into(),
            },
            Event::ApprovalSet(approval) => Self::ApprovalSet(approval.into()),
            Event::TypeSet { view } => Self::TypeSet(view.map(Into::into)),
            Event::ReasonSet { reason } => Self::ReasonSet(reason.into()),
            Event::DeletionPromised { day } => Self::DeletionPromised(day.map(|day| day.0)),
            Event::RecordingsDeleted { day } => Self::RecordingsDeleted(day.map(|day| day.0)),
            Event::Exported(record) => Self::Exported(record.into()),
            Event::Archived(record) => Self::Archived(record.into()),
            Event::Ticked { check } => Self::Ticked { check },
            Event::Unticked { check } => Self::Unticked { check },
            Event::LanguageSwitched(language) => Self::LanguageSwitched(language.into()),
            Event::Undone(sequence) => Self::Undone(sequence),
            Event::Redone(sequence) => Self::Redone(sequence),
            Event::Closed(at) => Self::Closed(at.0),
        }
    }
}

impl From<session::Mark> for Mark {
    fn from(mark: session::Mark) -> Self {
        use session::{Mark as Domain, Polarity};
        match mark {
            Domain::Prompting(prompting) => Self::Prompting(prompting.into()),
            Domain::Polarity(Some(Polarity::Helps)) => Self::Helps,
            Domain::Polarity(Some(Polarity::Hinders)) => Self::Hinders,
            Domain::Polarity(None) => Self::NeitherHelpsNorHinders,
            Domain::Voice(voice) => Self::Voice(voice.into()),
            Domain::Speaker(Some(number)) => Self::Speaker(number),
            Domain::Speaker(None) => Self::NoSpeaker,
            Domain::Language(language) => Self::Language(language.into()),
        }
    }
}

impl From<Mark> for session::Mark {
    fn from(mark: Mark) -> Self {
        use session::Polarity;
        match mark {
            Mark::Prompting(prompting) => Self::Prompting(prompting.into()),
            Mark::Helps => Self::Polarity(Some(Polarity::Helps)),
            Mark::Hinders => Self::Polarity(Some(Polarity::Hinders)),
            Mark::NeitherHelpsNorHinders => Self::Polarity(None),
            Mark::Voice(voice) => Self::Voice(voice.into()),
            Mark::Speaker(number) => Self::Speaker(Some(number)),
            Mark::NoSpeaker => Self::Speaker(None),
            Mark::Language(language) => Self::Language(language.into()),
        }
    }
}

impl From<&session::Struck> for Struck {
    fn from(struck: &session::Struck) -> Self {
        match struck {
            session::Struck::Note(note) => Self::Note(Named(*note)),
            session::Struck::Draft(topic) => Self::Draft(topic.to_string()),
            session::Struck::Slot(slot) => Self::Slot((*slot).into()),
            session::Struck::Former(note) => Self::Former(Named(*note)),
            session::Struck::Text(place) => Self::Text(place.into()),
            session::Struck::Span(span) => Self::Span((*span).into()),
            session::Struck::Past => Self::Past,
        }
    }
}

impl From<Struck> for session::Struck {
    fn from(struck: Struck) -> Self {
        match struck {
            Struck::Note(note) => Self::Note(note.0),
            Struck::Draft(topic) => Self::Draft(TopicId::new(&topic)),
            Struck::Slot(slot) => Self::Slot(slot.into()),
            Struck::Former(note) => Self::Former(note.0),
            Struck::Text(place) => Self::Text(place.into()),
            Struck::Span(span) => Self::Span(span.into()),
            Struck::Past => Self::Past,
        }
    }
}

/// A number of characters as it is written: the same on every machine.
fn number_of(length: usize) -> u64 {
    if length == usize::MAX {
        return u64::MAX;
    }
    u64::try_from(length).unwrap_or(u64::MAX)
}

fn length_of(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
