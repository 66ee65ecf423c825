//! What comes after the interview, as it is written: survey answers, approval, type, deletion, exports, packages.

use serde::{Deserialize, Serialize};

use super::super::field::{Day, Moment, Named, Text};
use super::super::words::{AgreedWord, OutcomeWord};
use crate::session::{self, NoteId};

/// An answer from a survey.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Prefill {
    value: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    outcome: Option<OutcomeWord>,
}

/// A step of the approval.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store::format) struct Approval {
    step: Step,
    at: Moment,
    digest: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Step {
    Sent(Day),
    Corrected,
    Approved,
    Objected,
}

/// The type of the cooperation as this interview shows it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store::format) struct TypeView {
    kind: AgreedWord,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    notes: Vec<Named<NoteId>>,
}

/// What is known of the deletion of the recordings.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Deletion {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    promised: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    done: Option<Day>,
}

impl Deletion {
    /// Whether it can be left out.
    pub(super) fn is_empty(&self) -> bool {
        self.promised.is_none() && self.done.is_none()
    }
}

/// That the session was exported.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store::format) struct Export {
    at: Moment,
    level: String,
    format: String,
    digest: String,
}

/// That the session went into an archive.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store::format) struct Archive {
    at: Moment,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    target: String,
    package: String,
    revision: u32,
}

impl From<&session::Prefill> for Prefill {
    fn from(prefill: &session::Prefill) -> Self {
        let session::Prefill { value, outcome } = prefill;
        Self {
            value: value.into(),
            outcome: outcome.map(Into::into),
        }
    }
}

impl From<Prefill> for session::Prefill {
    fn from(file: Prefill) -> Self {
        Self {
            value: file.value.into(),
            outcome: file.outcome.map(Into::into),
        }
    }
}

impl From<&session::Approval> for Approval {
    fn from(approval: &session::Approval) -> Self {
        use session::ApprovalStep as Domain;
        let session::Approval { step, at, digest } = approval;
        Self {
            step: match step {
                Domain::Sent { until } => Step::Sent(Day(*until)),
                Domain::Corrected => Step::Corrected,
                Domain::Approved => Step::Approved,
                Domain::Objected => Step::Objected,
            },
            at: Moment(*at),
            digest: digest.clone(),
        }
    }
}

impl From<Approval> for session::Approval {
    fn from(file: Approval) -> Self {
        use session::ApprovalStep as Domain;
        Self {
            step: match file.step {
                Step::Sent(until) => Domain::Sent { until: until.0 },
                Step::Corrected => Domain::Corrected,
                Step::Approved => Domain::Approved,
                Step::Objected => Domain::Objected,
            },
            at: file.at.0,
            digest: file.digest,
        }
    }
}

impl From<&session::TypeView> for TypeView {
    fn from(view: &session::TypeView) -> Self {
        let session::TypeView { kind, notes } = view;
        Self {
            kind: (*kind).into(),
            notes: notes.iter().map(|note| Named(*note)).collect(),
        }
    }
}

impl From<TypeView> for session::TypeView {
    fn from(file: TypeView) -> Self {
        Self {
            kind: file.kind.into(),
            notes: file.notes.into_iter().map(|note| note.0).collect(),
        }
    }
}

impl From<session::Deletion> for Deletion {
    fn from(deletion: session::Deletion) -> Self {
        let session::Deletion { promised, done } = deletion;
        Self {
            promised: promised.map(Day),
            done: done.map(Day),
        }
    }
}

impl From<Deletion> for session::Deletion {
    fn from(file: Deletion) -> Self {
        Self {
            promised: file.promised.map(|day| day.0),
            done: file.done.map(|day| day.0),
        }
    }
}

impl From<&session::ExportRecord> for Export {
    fn from(record: &session::ExportRecord) -> Self {
        let session::ExportRecord {
            at,
            level,
            format,
            digest,
        } = record;
        Self {
            at: Moment(*at),
            level: level.clone(),
            format: format.clone(),
            digest: digest.clone(),
        }
    }
}

impl From<Export> for session::ExportRecord {
    fn from(file: Export) -> Self {
        Self {
            at: file.at.0,
            level: file.level,
            format: file.format,
            digest: file.digest,
        }
    }
}

impl From<&session::ArchiveRecord> for Archive {
    fn from(record: &session::ArchiveRecord) -> Self {
        let session::ArchiveRecord {
            at,
            target,
            package,
            revision,
        } = record;
        Self {
            at: Moment(*at),
            target: target.clone(),
            package: package.clone(),
            revision: *revision,
        }
    }
}

impl From<Archive> for session::ArchiveRecord {
    fn from(file: Archive) -> Self {
        Self {
            at: file.at.0,
            target: file.target,
            package: file.package,
            revision: file.revision,
        }
    }
}
