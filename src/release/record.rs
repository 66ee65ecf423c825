//! How a protocol came about and where it went: what only the interviewer's own version holds.

use std::collections::{BTreeMap, BTreeSet};

use time::OffsetDateTime;

use crate::anonymise::{CleanText, SlotKey};
use crate::session::{
    Approval, ArchiveRecord, Clock, ConsentRecord, Deletion, Dispute, ExportRecord, Grown,
    LogEntry, NoteId, OffRecord, Pair, Prefill, Session, Span, Tombstone, TopicId, TypeView, Visit,
    Withholding, ended_stretches,
};

/// How a protocol came about and where it went.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_field_names,
    reason = "«off the record» is what the stretches are called"
)]
pub struct Record {
    /// Pauses and recordings.
    pub clock: Clock,
    /// When the interview was closed.
    pub closed: Option<OffsetDateTime>,
    /// Every answer to a step of the consent, in the order in which they were given.
    pub consent: Vec<ConsentRecord>,
    /// The topic that the interviewer was in last.
    pub position: Option<TopicId>,
    /// The way through the guide.
    pub visits: Vec<Visit>,
    /// The stretches that were off the record.
    pub off_record: Vec<OffRecord>,
    /// The stretches from which everything was struck.
    pub struck_spans: Vec<Span>,
    /// Notes of two note-takers that lay side by side and were settled.
    pub settled_overlaps: BTreeSet<Pair>,
    /// The cells of which two note-takers said different things.
    pub disputes: BTreeMap<TopicId, Dispute>,
    /// Notes that wait for their place.
    pub unplaced: BTreeSet<NoteId>,
    /// What stands in place of struck notes.
    pub tombstones: Vec<Tombstone>,
    /// What a survey said before: key to answer.
    pub prefill: BTreeMap<String, Prefill>,
    /// The entries of the checklists that are done.
    pub ticked: BTreeSet<String>,
    /// Slots that turned out to be the same: the first went into the second.
    pub joined: Vec<(SlotKey, SlotKey)>,
    /// The postscript: field to text.
    pub postscript: BTreeMap<String, CleanText>,
    /// The steps of the approval.
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
}

impl Record {
    /// The stretches that have ended and from which nothing is kept, by their time, each with why.
    pub fn ended_stretches(&self) -> Vec<(Span, Withholding)> {
        ended_stretches(&self.off_record, &self.struck_spans)
    }

    /// How the protocol of a session came about.
    pub(super) fn of(session: &Session) -> Self {
        Self {
            clock: session.clock.clone(),
            closed: session.closed,
            consent: session.consent.clone(),
            position: session.position.clone(),
            visits: session.visits.clone(),
            off_record: session.off_record.clone(),
            struck_spans: session.struck_spans.clone(),
            settled_overlaps: session.settled_overlaps.clone(),
            disputes: session.disputes.clone(),
            unplaced: session.unplaced.clone(),
            tombstones: session.tombstones.clone(),
            prefill: session.prefill.clone(),
            ticked: session.ticked.clone(),
            joined: session.joined.clone(),
            postscript: session.postscript.clone(),
            approvals: session.approvals.clone(),
            type_view: session.type_view.clone(),
            deletion: session.deletion,
            exports: session.exports.clone(),
            archived: session.archived.clone(),
            log: session.log.clone(),
        }
    }

    /// The texts in it that somebody wrote.
    pub(super) fn texts(&self) -> impl Iterator<Item = &CleanText> {
        let reasons = self.log.iter().filter_map(|entry| match entry {
            LogEntry::Waved { reason, .. } => Some(reason),
            _ => None,
        });
        let prefill = self.prefill.values().map(|prefill| &prefill.value);
        self.postscript.values().chain(prefill).chain(reasons)
    }
}
