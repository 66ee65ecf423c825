//! What comes after the interview: postscript, approval, type, and where the protocol went.

use time::{Date, OffsetDateTime};

use super::{CooperationType, NoteId};

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
    /// The target's name in the configuration; empty if it has none. An address is not kept.
    pub target: String,
    /// The digest of the package.
    pub package: String,
    /// The number of this revision, from 1.
    pub revision: u32,
}
