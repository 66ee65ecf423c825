//! The session as a JSON document, `leitfaden.session` version 1. Later versions of the program only add to it.

mod escaping;
mod record;
pub mod words;

use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};

use serde::Serialize;
use time::format_description::well_known::Rfc3339;

use crate::anonymise::CleanText;
use crate::language::Language;
use crate::release::{Released, ReleasedCell, ReleasedSlot, When};
use crate::session::{Note, Place, Prompting, TopicId, timecode};

use escaping::Escaping;
use record::RecordEntry;

/// What the document is.
pub const FORMAT: &str = "leitfaden.session";
/// Its version.
pub const VERSION: u32 = 1;

/// What the document looks like, as a JSON Schema.
pub const SCHEMA: &str = include_str!("json/session-1.schema.json");

/// Writes the document.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write(released: &Released, to: &mut impl Write) -> io::Result<()> {
    write_document(&Document::of(released), to)
}

/// Writes any document so that no control character and no mark that turns the direction of writing is in it as it is.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write_document(document: &impl Serialize, to: &mut impl Write) -> io::Result<()> {
    // What is written comes in crumbs, and where it goes is often known only when it goes there.
    let mut to = BufWriter::with_capacity(BUFFER, to);
    let formatter = Escaping::pretty();
    let mut serializer = serde_json::Serializer::with_formatter(&mut to, formatter);
    document.serialize(&mut serializer)?;
    to.write_all(b"\n")?;
    to.flush()
}

/// How much of a document is gathered before it is written, in bytes.
const BUFFER: usize = 64 * 1024;

/// Writes any document on one line, escaped in the same way.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write_line(document: &impl Serialize, to: &mut impl Write) -> io::Result<()> {
    let formatter = Escaping::compact();
    let mut serializer = serde_json::Serializer::with_formatter(&mut *to, formatter);
    document.serialize(&mut serializer)?;
    to.write_all(b"\n")
}

#[derive(Serialize)]
struct Document<'released> {
    format: &'static str,
    version: u32,
    level: &'static str,
    pseudonymised: bool,
    invented: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pilot: bool,
    id: String,
    guide: GuideEntry<'released>,
    language: &'static str,
    mode: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    progress: &'static str,
    prepared: String,
    began: Option<String>,
    recordings: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration: Option<DurationEntry>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pauses: Vec<PauseEntry>,
    attributes: &'released BTreeMap<String, String>,
    consent: Vec<ConsentEntry<'released>>,
    slots: Vec<SlotEntry<'released>>,
    cells: Vec<CellEntry<'released>>,
    notes: Vec<NoteEntry<'released>>,
    struck: Vec<StruckEntry<'released>>,
    parked: Vec<ParkedEntry<'released>>,
    gaps: Vec<GapEntry<'released>>,
    left_out: BTreeMap<&'static str, usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<RecordEntry<'released>>,
}

#[derive(Serialize)]
struct GuideEntry<'released> {
    id: &'released str,
    version: &'released str,
    digest: &'released str,
}

/// How long the interview took, with its pauses and without.
#[derive(Serialize)]
struct DurationEntry {
    gross_ms: u64,
    net_ms: u64,
}

#[derive(Serialize)]
struct PauseEntry {
    from_ms: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    to_ms: Option<u64>,
    reason: &'static str,
}

#[derive(Serialize)]
struct ConsentEntry<'released> {
    step: &'released str,
    answer: &'static str,
}

#[derive(Serialize)]
struct SlotEntry<'released> {
    kind: &'static str,
    number: u32,
    placeholder: String,
    listed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'released str>,
}

#[derive(Serialize)]
struct CellEntry<'released> {
    topic: &'released str,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'released str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'released str>,
    #[serde(skip_serializing_if = "<[u8]>::is_empty")]
    probes: &'released [u8],
}

#[derive(Serialize)]
struct NoteEntry<'released> {
    id: String,
    topic: &'released str,
    also_in: Vec<&'released str>,
    kind: &'static str,
    text: &'released str,
    at_ms: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    recording: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    timecode: Option<String>,
    origin: &'static str,
    lang: &'static str,
    age: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    revised: Option<RevisionEntry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    translation: Option<&'released str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    polarity: Option<&'static str>,
    voice: &'static str,
    prompted: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    probe: Option<u8>,
    codes: &'released [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    given_codes: Option<&'released [String]>,
}

#[derive(Serialize)]
struct RevisionEntry {
    origin: &'static str,
    age: &'static str,
}

#[derive(Serialize)]
struct StruckEntry<'released> {
    id: String,
    topic: &'released str,
}

#[derive(Serialize)]
struct ParkedEntry<'released> {
    number: u32,
    topic: &'released str,
    text: &'released str,
    at_ms: u64,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    settled: bool,
}

#[derive(Serialize)]
struct GapEntry<'released> {
    topic: &'released str,
    at_ms: u64,
}

impl<'released> Document<'released> {
    fn of(released: &'released Released) -> Self {
        Self {
            format: FORMAT,
            version: VERSION,
            level: released.level().word(),
            pseudonymised: true,
            invented: released.is_invented(),
            pilot: released.is_pilot(),
            id: released.id().to_string(),
            guide: GuideEntry {
                id: &released.guide().id,
                version: &released.guide().edition,
                digest: &released.guide().digest,
            },
            language: words::language(released.language()),
            mode: released.mode().word(),
            reason: released.reason().map(words::reason),
            progress: words::progress(released.progress()),
            prepared: when(released.prepared()),
            began: released.began().map(when),
            recordings: released.recordings(),
            duration: released.duration().map(|duration| DurationEntry {
                gross_ms: duration.gross_ms,
                net_ms: duration.net_ms,
            }),
            pauses: pauses(released),
            attributes: released.attributes(),
            consent: consent(released),
            slots: released
                .slots()
                .iter()
                .map(|entry| slot(entry, released.language()))
                .collect(),
            cells: released
                .blocks()
                .iter()
                .flat_map(|block| &block.cells)
                .map(cell)
                .collect(),
            notes: released
                .notes()
                .iter()
                .map(|entry| note(entry, released))
                .collect(),
            struck: struck(released),
            parked: parked(released),
            gaps: gaps(released),
            left_out: released
                .left_out()
                .iter()
                .map(|(left, count)| (left.word(), *count))
                .collect(),
            record: released
                .record()
                .map(|record| RecordEntry::of(record, released.language())),
        }
    }
}

fn consent(released: &Released) -> Vec<ConsentEntry<'_>> {
    let entries = released.consent().iter();
    entries
        .map(|(step, given)| ConsentEntry {
            step,
            answer: words::answer(*given),
        })
        .collect()
}

fn pauses(released: &Released) -> Vec<PauseEntry> {
    let pauses = released.pauses().iter();
    pauses
        .map(|pause| PauseEntry {
            from_ms: pause.from_ms,
            to_ms: pause.to_ms,
            reason: words::pause(pause.reason),
        })
        .collect()
}

fn struck(released: &Released) -> Vec<StruckEntry<'_>> {
    let entries = released.struck().iter();
    entries
        .map(|(id, topic)| StruckEntry {
            id: id.to_string(),
            topic: topic.as_str(),
        })
        .collect()
}

fn parked(released: &Released) -> Vec<ParkedEntry<'_>> {
    let entries = released.parked().iter();
    entries
        .map(|parked| ParkedEntry {
            number: parked.number,
            topic: parked.topic.as_str(),
            text: parked.text.as_str(),
            at_ms: parked.at_ms,
            settled: parked.settled,
        })
        .collect()
}

fn gaps(released: &Released) -> Vec<GapEntry<'_>> {
    let entries = released.gaps().iter();
    entries
        .map(|gap| GapEntry {
            topic: gap.topic.as_str(),
            at_ms: gap.at_ms,
        })
        .collect()
}

fn slot(slot: &ReleasedSlot, language: Language) -> SlotEntry<'_> {
    SlotEntry {
        kind: words::slot_kind(slot.key.kind),
        number: slot.key.number,
        placeholder: slot.key.placeholder(language),
        listed: slot.listed,
        label: slot.label.as_ref().map(CleanText::as_str),
    }
}

fn cell(cell: &ReleasedCell) -> CellEntry<'_> {
    CellEntry {
        topic: cell.topic.as_str(),
        state: words::state(cell.state),
        title: cell.title.as_deref(),
        summary: cell.summary.as_ref().map(CleanText::as_str),
        probes: &cell.probes,
    }
}

fn note<'released>(note: &'released Note, released: &'released Released) -> NoteEntry<'released> {
    let (recording, place) = match released.place_of(note) {
        Place::Recording { number, at_ms } => (Some(number), Some(timecode(at_ms))),
        Place::Interview(_) => (None, None),
    };
    NoteEntry {
        id: note.id.to_string(),
        topic: note.topic.as_str(),
        also_in: note.also_in.iter().map(TopicId::as_str).collect(),
        kind: words::kind(note.kind),
        text: note.text.as_str(),
        at_ms: note.at_ms,
        recording,
        timecode: place,
        origin: words::origin(note.origin),
        lang: words::language(note.language),
        age: words::age(note.age),
        revised: note.revised.map(|revision| RevisionEntry {
            origin: words::origin(revision.origin),
            age: words::age(revision.age),
        }),
        translation: note.translation.as_ref().map(CleanText::as_str),
        speaker: note.speaker,
        polarity: note.polarity.map(words::polarity),
        voice: words::voice(note.voice),
        prompted: note.prompting != Prompting::Unprompted,
        probe: note.prompting.probe(),
        codes: &note.codes,
        given_codes: released.given_codes(note.id),
    }
}

/// The instant, the day, or the quarter as `2026-Q1`.
fn when(when: When) -> String {
    match when {
        // Only years beyond 9999 cannot be written so; no session has one.
        When::Instant(instant) => instant.format(&Rfc3339).unwrap_or_default(),
        When::Day(day) => day.to_string(),
        When::Quarter { year, quarter } => format!("{year}-Q{quarter}"),
    }
}
