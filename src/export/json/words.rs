//! The words of the document, the same as in the session files. They are fixed: they may not follow a change of the
//! domain's names.

use crate::anonymise::SlotKind;
use crate::guide::Mode;
use crate::language::Language;
use crate::session::{Answer, CellState, NoteKind, Origin, PauseReason, PhoneReason, Progress};

/// The tag of a language.
pub const fn language(language: Language) -> &'static str {
    language.tag()
}

/// How an interview is held.
pub const fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::OnSite => "on_site",
        Mode::Phone => "phone",
    }
}

/// Why an interview is held by phone.
pub const fn reason(reason: PhoneReason) -> &'static str {
    match reason {
        PhoneReason::Distance => "distance",
        PhoneReason::Schedule => "schedule",
        PhoneReason::Wish => "wish",
        PhoneReason::Other => "other",
    }
}

/// Why an interview pauses.
pub const fn pause(reason: PauseReason) -> &'static str {
    match reason {
        PauseReason::Asked => "asked",
        PauseReason::Interruption => "interruption",
        PauseReason::Break => "break",
        PauseReason::ThirdPerson => "third_person",
        PauseReason::Technical => "technical",
        PauseReason::Left => "left",
    }
}

/// Where a session stands.
pub const fn progress(progress: Progress) -> &'static str {
    match progress {
        Progress::Prepared => "prepared",
        Progress::Open => "open",
        Progress::Closed => "closed",
    }
}

/// The answer to a step of the consent.
pub const fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "yes",
        Answer::No => "no",
        Answer::Withdrawn => "withdrawn",
    }
}

/// What a slot stands for.
pub const fn slot_kind(kind: SlotKind) -> &'static str {
    match kind {
        SlotKind::Person => "person",
        SlotKind::Institution => "institution",
        SlotKind::Place => "place",
        SlotKind::Email => "email",
        SlotKind::Telephone => "telephone",
        SlotKind::Web => "web",
        SlotKind::Detail => "detail",
    }
}

/// The state of a cell.
pub const fn state(state: CellState) -> &'static str {
    match state {
        CellState::Open => "open",
        CellState::Answered => "answered",
        CellState::NothingToSay => "nothing_to_say",
        CellState::Declined => "declined",
        CellState::NotApplicable => "not_applicable",
        CellState::NotAsked => "not_asked",
        CellState::Withdrawn => "withdrawn",
    }
}

/// What kind of note it is.
pub const fn kind(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Paraphrase => "paraphrase",
        NoteKind::Quote => "quote",
        NoteKind::Observation => "observation",
        NoteKind::Comment => "comment",
        NoteKind::Fact => "fact",
    }
}

/// Where a note comes from.
pub const fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Live => "live",
        Origin::Memory => "memory",
        Origin::Recording => "recording",
        Origin::Approval => "approval",
    }
}
