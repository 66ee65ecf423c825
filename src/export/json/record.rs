//! How a protocol came about and where it went, as the document has it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use time::format_description::well_known::Rfc3339;
use time::{Date, OffsetDateTime};

use super::words;
use crate::anonymise::{CleanText, SlotKey};
use crate::language::Language;
use crate::release::Record;
use crate::session::{ApprovalStep, LogEntry, NoteId, TopicId, is_moved_deadline};

#[derive(Serialize)]
pub(super) struct RecordEntry<'record> {
    closed: Option<String>,
    recordings: Vec<RecordingEntry>,
    pauses: Vec<PauseEntry>,
    consent: Vec<ConsentAnswer<'record>>,
    position: Option<&'record str>,
    visits: Vec<VisitEntry<'record>>,
    off_record: Vec<Stretch>,
    struck_spans: Vec<Stretch>,
    settled_overlaps: Vec<[String; 2]>,
    disputed_cells: Vec<DisputeEntry<'record>>,
    unplaced: Vec<String>,
    struck: Vec<StruckAt<'record>>,
    prefill: BTreeMap<&'record str, PrefillEntry<'record>>,
    ticked: &'record BTreeSet<String>,
    joined: Vec<[String; 2]>,
    postscript: BTreeMap<&'record str, &'record str>,
    approvals: Vec<ApprovalEntry<'record>>,
    type_view: Option<TypeEntry>,
    deletion: DeletionEntry,
    exports: Vec<ExportEntry<'record>>,
    archived: Vec<ArchiveEntry<'record>>,
    log: Vec<LogLine<'record>>,
}

#[derive(Serialize)]
struct DisputeEntry<'record> {
    topic: &'record str,
    states: Vec<&'static str>,
    settled: bool,
}

#[derive(Serialize)]
struct RecordingEntry {
    zero_ms: i64,
    stopped_ms: Option<i64>,
}

#[derive(Serialize)]
struct PauseEntry {
    from_ms: u64,
    to_ms: Option<u64>,
    reason: &'static str,
}

#[derive(Serialize)]
struct ConsentAnswer<'record> {
    step: &'record str,
    answer: &'static str,
    manner: &'static str,
    at: String,
    edition: &'record str,
    language: &'static str,
}

#[derive(Serialize)]
struct VisitEntry<'record> {
    topic: &'record str,
    at_ms: Option<u64>,
}

#[derive(Serialize)]
struct Stretch {
    from_ms: u64,
    to_ms: Option<u64>,
}

#[derive(Serialize)]
struct StruckAt<'record> {
    id: String,
    topic: &'record str,
    at_ms: u64,
}

#[derive(Serialize)]
struct PrefillEntry<'record> {
    value: &'record str,
    outcome: Option<&'static str>,
}

#[derive(Serialize)]
struct ApprovalEntry<'record> {
    step: &'static str,
    at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    digest: &'record str,
}

#[derive(Serialize)]
struct TypeEntry {
    kind: &'static str,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct DeletionEntry {
    promised: Option<String>,
    done: Option<String>,
}

#[derive(Serialize)]
struct ExportEntry<'record> {
    at: String,
    level: &'record str,
    format: &'record str,
    digest: &'record str,
}

#[derive(Serialize)]
struct ArchiveEntry<'record> {
    at: String,
    target: &'record str,
    package: &'record str,
    revision: u32,
}

/// A line of the log. `what` says which of the other fields there are.
#[derive(Serialize, Default)]
struct LogLine<'record> {
    what: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by_ms: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'record str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    slot: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'record str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    certainty: Option<&'record str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gate: Option<&'record str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'record str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    taker: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    slots: Option<Vec<[String; 2]>>,
}

impl<'record> RecordEntry<'record> {
    pub(super) fn of(record: &'record Record, language: Language) -> Self {
        Self {
            closed: record.closed.map(moment),
            recordings: recordings(record),
            pauses: pauses(record),
            consent: consent(record),
            position: record.position.as_ref().map(TopicId::as_str),
            visits: visits(record),
            off_record: off_record(record),
            struck_spans: struck_spans(record),
            settled_overlaps: record
                .settled_overlaps
                .iter()
                .map(|(one, other)| [one.to_string(), other.to_string()])
                .collect(),
            disputed_cells: disputed_cells(record),
            unplaced: record.unplaced.iter().map(ToString::to_string).collect(),
            struck: struck(record),
            prefill: prefill(record),
            ticked: &record.ticked,
            joined: record
                .joined
                .iter()
                .map(|(from, into)| [*from, *into].map(|slot| slot.placeholder(language)))
                .collect(),
            postscript: texts(&record.postscript),
            approvals: approvals(record),
            type_view: record.type_view.as_ref().map(|view| TypeEntry {
                kind: words::cooperation(view.kind),
                notes: view.notes.iter().map(NoteId::to_string).collect(),
            }),
            deletion: DeletionEntry {
                promised: record.deletion.promised.map(day),
                done: record.deletion.done.map(day),
            },
            exports: exports(record),
            archived: archived(record),
            log: record
                .log
                .iter()
                .map(|entry| line(entry, language))
                .collect(),
        }
    }
}

fn recordings(record: &Record) -> Vec<RecordingEntry> {
    let recordings = record.clock.recordings.iter();
    recordings
        .map(|recording| RecordingEntry {
            zero_ms: recording.zero_ms,
            stopped_ms: recording.stopped_ms,
        })
        .collect()
}

fn pauses(record: &Record) -> Vec<PauseEntry> {
    let pauses = record.clock.pauses.iter();
    pauses
        .map(|pause| PauseEntry {
            from_ms: pause.from_ms,
            to_ms: pause.to_ms,
            reason: words::pause(pause.reason),
        })
        .collect()
}

fn consent(record: &Record) -> Vec<ConsentAnswer<'_>> {
    let answers = record.consent.iter();
    answers
        .map(|answer| ConsentAnswer {
            step: &answer.step,
            answer: words::answer(answer.answer),
            manner: words::manner(answer.manner),
            at: moment(answer.at),
            edition: &answer.edition,
            language: words::language(answer.language),
        })
        .collect()
}

fn visits(record: &Record) -> Vec<VisitEntry<'_>> {
    let visits = record.visits.iter();
    visits
        .map(|visit| VisitEntry {
            topic: visit.topic.as_str(),
            at_ms: visit.at_ms,
        })
        .collect()
}

fn off_record(record: &Record) -> Vec<Stretch> {
    let stretches = record.off_record.iter();
    stretches
        .map(|stretch| Stretch {
            from_ms: stretch.from_ms,
            to_ms: stretch.to_ms,
        })
        .collect()
}

fn struck_spans(record: &Record) -> Vec<Stretch> {
    let spans = record.struck_spans.iter();
    spans
        .map(|span| Stretch {
            from_ms: span.from_ms,
            to_ms: Some(span.to_ms),
        })
        .collect()
}

fn struck(record: &Record) -> Vec<StruckAt<'_>> {
    let tombstones = record.tombstones.iter();
    tombstones
        .map(|tombstone| StruckAt {
            id: tombstone.note.to_string(),
            topic: tombstone.topic.as_str(),
            at_ms: tombstone.at_ms,
        })
        .collect()
}

fn prefill(record: &Record) -> BTreeMap<&str, PrefillEntry<'_>> {
    let prefill = record.prefill.iter();
    prefill
        .map(|(key, prefill)| {
            let entry = PrefillEntry {
                value: prefill.value.as_str(),
                outcome: prefill.outcome.map(words::outcome),
            };
            (key.as_str(), entry)
        })
        .collect()
}

fn texts(texts: &BTreeMap<String, CleanText>) -> BTreeMap<&str, &str> {
    let texts = texts.iter();
    texts
        .map(|(id, text)| (id.as_str(), text.as_str()))
        .collect()
}

fn disputed_cells(record: &Record) -> Vec<DisputeEntry<'_>> {
    let disputes = record.disputes.iter();
    disputes
        .map(|(topic, dispute)| DisputeEntry {
            topic: topic.as_str(),
            states: dispute
                .states
                .iter()
                .map(|state| words::state(*state))
                .collect(),
            settled: dispute.settled,
        })
        .collect()
}

fn approvals(record: &Record) -> Vec<ApprovalEntry<'_>> {
    let approvals = record.approvals.iter().enumerate();
    approvals
        .map(|(index, approval)| ApprovalEntry {
            step: if is_moved_deadline(&record.approvals, index) {
                "deadline_moved"
            } else {
                words::approval(approval.step)
            },
            at: moment(approval.at),
            until: match approval.step {
                ApprovalStep::Sent { until } => Some(day(until)),
                _ => None,
            },
            digest: &approval.digest,
        })
        .collect()
}

fn exports(record: &Record) -> Vec<ExportEntry<'_>> {
    let exports = record.exports.iter();
    exports
        .map(|export| ExportEntry {
            at: moment(export.at),
            level: &export.level,
            format: &export.format,
            digest: &export.digest,
        })
        .collect()
}

fn archived(record: &Record) -> Vec<ArchiveEntry<'_>> {
    let archived = record.archived.iter();
    archived
        .map(|package| ArchiveEntry {
            at: moment(package.at),
            target: &package.target,
            package: &package.package,
            revision: package.revision,
        })
        .collect()
}

fn line(entry: &LogEntry, language: Language) -> LogLine<'_> {
    let slot = |slot: &SlotKey| Some(slot.placeholder(language));
    let what = |what| LogLine {
        what,
        ..LogLine::default()
    };
    match entry {
        LogEntry::Resumed(at) => LogLine {
            at: Some(moment(*at)),
            ..what("resumed")
        },
        LogEntry::BegunByTyping => what("begun_by_typing"),
        LogEntry::ClockJumped(by_ms) => LogLine {
            by_ms: Some(*by_ms),
            ..what("clock_jumped")
        },
        LogEntry::Finding {
            rule,
            slot: key,
            detected,
        } => LogLine {
            rule: Some(rule),
            slot: slot(key),
            kind: detected.as_ref().map(|detected| detected.kind.as_str()),
            certainty: detected
                .as_ref()
                .map(|detected| detected.certainty.as_str()),
            ..what("finding")
        },
        LogEntry::Purged(key) => LogLine {
            slot: slot(key),
            ..what("purged")
        },
        LogEntry::Waved { gate, reason } => LogLine {
            gate: Some(gate),
            reason: Some(reason.as_str()),
            ..what("waved")
        },
        LogEntry::LanguageSwitched(language) => LogLine {
            language: Some(words::language(*language)),
            ..what("language_switched")
        },
        LogEntry::Merged { taker, at, slots } => LogLine {
            taker: Some(*taker),
            at: Some(moment(*at)),
            slots: Some(
                slots
                    .iter()
                    .map(|(from, into)| [*from, *into].map(|slot| slot.placeholder(language)))
                    .collect(),
            ),
            ..what("merged")
        },
    }
}

fn moment(instant: OffsetDateTime) -> String {
    // Only years beyond 9999 cannot be written so; no session has one.
    instant.format(&Rfc3339).unwrap_or_default()
}

fn day(date: Date) -> String {
    format!(
        "{:04}-{:02}-{:02}",
        date.year(),
        u8::from(date.month()),
        date.day()
    )
}
