//! The words of the document, the same as in the session files. They are fixed: they may not follow a change of the
//! domain's names.

use crate::anonymise::SlotKind;
use crate::language::Language;
use crate::session::{
    Age, Answer, ApprovalStep, CellState, CooperationType, Manner, NoteKind, Origin, Outcome,
    PauseReason, PhoneReason, Polarity, Progress, Voice,
};

/// The tag of a language.
pub const fn language(language: Language) -> &'static str {
    language.tag()
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

/// How long after the interview something was written.
pub const fn age(age: Age) -> &'static str {
    match age {
        Age::SameDay => "same_day",
        Age::WithinDay => "within_day",
        Age::Later => "later",
    }
}

/// Whether something helps or hinders.
pub const fn polarity(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Helps => "helps",
        Polarity::Hinders => "hinders",
    }
}

/// Whose view a note gives.
pub const fn voice(voice: Voice) -> &'static str {
    match voice {
        Voice::Own => "own",
        Voice::Reported => "reported",
    }
}

/// How a step of the consent was answered.
pub const fn manner(manner: Manner) -> &'static str {
    match manner {
        Manner::Oral => "oral",
        Manner::OnTape => "on_tape",
        Manner::Written => "written",
        Manner::Email => "email",
    }
}

/// What an interview made of an answer from a survey.
pub const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Confirmed => "confirmed",
        Outcome::Nuanced => "nuanced",
        Outcome::Contradicted => "contradicted",
    }
}

/// A step of the approval.
pub const fn approval(step: ApprovalStep) -> &'static str {
    match step {
        ApprovalStep::Sent { .. } => "sent",
        ApprovalStep::Corrected => "corrected",
        ApprovalStep::Approved => "approved",
        ApprovalStep::Objected => "objected",
    }
}

/// How firmly a cooperation is bound.
pub const fn cooperation(kind: CooperationType) -> &'static str {
    match kind {
        CooperationType::Institutional => "institutional",
        CooperationType::Operational => "operational",
        CooperationType::Informal => "informal",
    }
}
