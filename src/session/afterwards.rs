//! What comes after the interview: postscript, approval, type, and where the protocol went.

use time::{Date, Duration, OffsetDateTime};

use super::{Age, CooperationType, NoteId, Origin, Session, SessionId};

/// A step of the approval by the interviewee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// Which step.
    pub step: ApprovalStep,
    /// When.
    pub at: OffsetDateTime,
    /// SHA-256 of the text at the review level that it concerns: another text is not approved.
    pub digest: String,
}

/// What happened on the way to the approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ApprovalStep {
    /// The review level was sent; an answer is awaited until this day.
    Sent {
        /// The last day on which an answer counts as in time.
        until: Date,
    },
    /// Corrections came and were made.
    Corrected,
    /// The interviewee agreed.
    Approved,
    /// The interviewee objected to its release.
    Objected,
}

/// Whether a step of these is no sending of its own, but another day until which the answer to an earlier one is awaited.
pub fn is_moved_deadline(approvals: &[Approval], index: usize) -> bool {
    let is_sent = |approval: &&Approval| matches!(approval.step, ApprovalStep::Sent { .. });
    let Some(approval) = approvals.get(index).filter(is_sent) else {
        return false;
    };
    let mut before = approvals.iter().take(index).filter(is_sent);
    before.any(|before| (before.at, &before.digest) == (approval.at, &approval.digest))
}

/// The type of the cooperation as this interview shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeView {
    /// The type.
    pub kind: CooperationType,
    /// The notes that support it.
    pub notes: Vec<NoteId>,
}

/// What is known of the deletion of the recordings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Deletion {
    /// The day by which it was promised.
    pub promised: Option<Date>,
    /// The day on which it was done.
    pub done: Option<Date>,
}

/// That the session was exported. Where to is not kept: a path may hold a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportRecord {
    /// When.
    pub at: OffsetDateTime,
    /// At which level, in the word of data files.
    pub level: String,
    /// In which format.
    pub format: String,
    /// SHA-256 of the file.
    pub digest: String,
}

/// That the session went into an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchiveRecord {
    /// When.
    pub at: OffsetDateTime,
    /// The target's name in the configuration, or the address that it was named by, so that it is found again when what
    /// lies there must go; empty in what was recorded before addresses were.
    pub target: String,
    /// The digest of the package.
    pub package: String,
    /// The number of this revision, from 1.
    pub revision: u32,
}

impl ArchiveRecord {
    /// What the package of this session is called towards people, as `A-1-r1`: `leitfaden archive withdraw` takes it so.
    pub fn name(&self, session: &SessionId) -> String {
        format!("{session}-r{}", self.revision)
    }
}

impl Session {
    /// Whether the interviewee objected to the release, and has not agreed to it since. Nothing else lifts an objection:
    /// neither that the protocol was corrected nor that it was sent again.
    pub fn is_objected(&self) -> bool {
        let mut answers = self.approvals.iter().rev().map(|approval| approval.step);
        let answer =
            answers.find(|step| matches!(step, ApprovalStep::Approved | ApprovalStep::Objected));
        answer == Some(ApprovalStep::Objected)
    }

    /// When the talk ended: with the last thing that was noted while it went on, or when the interview was closed if
    /// that was earlier; nothing before it began.
    pub fn talk_ended(&self) -> Option<OffsetDateTime> {
        let began = self.clock.began?;
        let notes = self.notes.iter();
        let live = notes
            .filter(|note| note.origin == Origin::Live)
            .map(|note| note.at_ms);
        let gaps = self.gaps.iter().map(|gap| gap.at_ms);
        let parked = self.parked.iter().map(|parked| parked.at_ms);
        let off_record = self.off_record.iter().filter_map(|stretch| stretch.to_ms);
        let last_ms = live.chain(gaps).chain(parked).chain(off_record).max();
        // A file may hold any number, so that a plain sum could overflow.
        let last = last_ms
            .and_then(|last_ms| i64::try_from(last_ms).ok())
            .and_then(|last_ms| began.checked_add(Duration::milliseconds(last_ms)));
        match (last, self.closed) {
            (Some(last), Some(closed)) => Some(last.min(closed)),
            (Some(last), None) => Some(last),
            (None, closed) => Some(closed.unwrap_or(began)),
        }
    }

    /// How long after the talk something is written at this moment.
    pub fn age_at(&self, written: OffsetDateTime) -> Age {
        self.talk_ended()
            .map_or(Age::SameDay, |ended| Age::between(ended, written))
    }
}
