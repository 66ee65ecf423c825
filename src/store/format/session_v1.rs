//! Version 1 of the session file: the state and the log of one session, in RON that a person can read and compare.
//!
//! It can be read alone: it says which guide it followed and how its topics were called. It holds no events.

mod afterwards;
mod becomes;
mod clock;
mod entry;
mod header;
mod log;
mod note;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::fault::text_of;
use super::field::{self, Moment, Named, Table, Text};
use super::words::LanguageWord;
use super::words::{ModeWord, ReasonWord, StateWord};
use super::{EncodeError, FormatError};
use crate::session::{NoteId, Pair, Session, SessionId, TopicId, pair};

pub(super) use afterwards::{Approval, Archive, Export, TypeView};
use afterwards::{Deletion, Prefill};
pub(super) use becomes::Becomes;
use clock::Clock;
pub(super) use entry::{Consent, Slot, SlotNumber, Span, Tombstone};
use entry::{Dispute, Draft, Gap, OffRecord, Parked, Visit};
use header::GuideReference;
pub(super) use header::Header;
use log::LogEntry;
pub(super) use note::{Note, Prompting, Revision};

/// The version that such a file declares.
pub const VERSION: u32 = 1;

/// The bytes of a session's file.
///
/// # Errors
///
/// If the session holds a date that cannot be written down.
pub fn encode(session: &Session) -> Result<Vec<u8>, EncodeError> {
    let id = &session.header.id;
    let what = if session.header.invented {
        format!("INVENTED interview {id}, made up for trying the program: nobody said this.")
    } else {
        format!(
            "Protocol of the interview {id}. Names were replaced; what was said is still personal data."
        )
    };
    let page = field::to_page(&File::from(session))?;
    Ok(format!("// {what}\n{page}\n").into_bytes())
}

/// Reads a session's file.
///
/// # Errors
///
/// What is wrong with it, and where.
pub fn decode(bytes: &[u8]) -> Result<Session, FormatError> {
    let text = text_of(bytes, VERSION)?;
    field::read_own::<File>(&text)?.try_into()
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Session", deny_unknown_fields)]
pub(super) struct File {
    version: u32,
    session: Named<SessionId>,
    invented: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pilot: bool,
    guide: GuideReference,
    mode: ModeWord,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<ReasonWord>,
    language: LanguageWord,
    created: Moment,
    sequence: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    closed: Option<Moment>,
    #[serde(default, skip_serializing_if = "Clock::is_empty")]
    clock: Clock,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    position: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    consent: Vec<Consent>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    attributes: Table<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    ticked: Vec<String>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    prefill: Table<Prefill>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    slots: Vec<Slot>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    joined: Vec<(SlotNumber, SlotNumber)>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    cells: Table<StateWord>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    disputed_cells: Table<Dispute>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    summaries: Table<Text>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    notes: Vec<Note>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    drafts: Table<Draft>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    parked: Vec<Parked>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    gaps: Vec<Gap>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    settled_gaps: Vec<u32>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    off_record: Vec<OffRecord>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    struck_spans: Vec<Span>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    settled_overlaps: Vec<(Named<NoteId>, Named<NoteId>)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    unplaced: Vec<Named<NoteId>>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    probes: Table<Vec<u8>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tombstones: Vec<Tombstone>,
    #[serde(default, skip_serializing_if = "is_zero")]
    struck_texts: u32,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    visits: Vec<Visit>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    postscript: Table<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    type_view: Option<TypeView>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    approvals: Vec<Approval>,
    #[serde(default, skip_serializing_if = "Deletion::is_empty")]
    deletion: Deletion,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    exports: Vec<Export>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    archived: Vec<Archive>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    log: Vec<LogEntry>,
}

fn named_pairs(pairs: &BTreeSet<Pair>) -> Vec<(Named<NoteId>, Named<NoteId>)> {
    let pairs = pairs.iter();
    pairs
        .map(|(one, other)| (Named(*one), Named(*other)))
        .collect()
}

impl From<&Session> for File {
    fn from(session: &Session) -> Self {
        let Session {
            header,
            sequence,
            clock,
            position,
            cells,
            disputes,
            summaries,
            notes,
            drafts,
            parked,
            gaps,
            off_record,
            struck_spans,
            settled_overlaps,
            unplaced,
            probes,
            visits,
            consent,
            attributes,
            prefill,
            ticked,
            slots,
            joined,
            tombstones,
            struck_texts,
            postscript,
            approvals,
            type_view,
            deletion,
            exports,
            archived,
            log,
            closed,
        } = session;
        Self {
            version: VERSION,
            session: Named(header.id.clone()),
            invented: header.invented,
            pilot: header.pilot,
            guide: GuideReference::from(&header.guide),
            mode: header.mode.into(),
            reason: header.reason.map(Into::into),
            language: header.language.into(),
            created: Moment(header.created),
            sequence: *sequence,
            closed: closed.map(Moment),
            clock: Clock::from(clock),
            position: position.as_ref().map(ToString::to_string),
            consent: consent.iter().map(Into::into).collect(),
            attributes: Table(attributes.clone()),
            ticked: ticked.iter().cloned().collect(),
            prefill: Table::from_domain(prefill, String::as_str, Into::into),
            slots: slots.iter().map(Into::into).collect(),
            joined: SlotNumber::pairs(joined),
            cells: Table::from_domain(cells, TopicId::as_str, |state| StateWord::from(*state)),
            disputed_cells: Table::from_domain(disputes, TopicId::as_str, Dispute::from),
            summaries: Table::from_domain(summaries, TopicId::as_str, Text::from),
            notes: notes.iter().map(Into::into).collect(),
            drafts: Table::from_domain(drafts, TopicId::as_str, Draft::from),
            parked: parked.iter().map(Into::into).collect(),
            gaps: gaps.iter().map(Into::into).collect(),
            settled_gaps: (1_u32..)
                .zip(gaps)
                .filter(|(_, gap)| gap.settled)
                .map(|(number, _)| number)
                .collect(),
            off_record: off_record.iter().copied().map(Into::into).collect(),
            struck_spans: struck_spans.iter().copied().map(Into::into).collect(),
            settled_overlaps: named_pairs(settled_overlaps),
            unplaced: unplaced.iter().copied().map(Named).collect(),
            probes: Table::from_domain(probes, TopicId::as_str, |asked| {
                asked.iter().copied().collect()
            }),
            tombstones: tombstones.iter().map(Into::into).collect(),
            struck_texts: *struck_texts,
            visits: visits.iter().map(Into::into).collect(),
            postscript: Table::from_domain(postscript, String::as_str, Into::into),
            type_view: type_view.as_ref().map(Into::into),
            approvals: approvals.iter().map(Into::into).collect(),
            deletion: (*deletion).into(),
            exports: exports.iter().map(Into::into).collect(),
            archived: archived.iter().map(Into::into).collect(),
            log: log.iter().map(Into::into).collect(),
        }
    }
}

impl TryFrom<File> for Session {
    type Error = FormatError;

    fn try_from(file: File) -> Result<Self, FormatError> {
        let session = Self {
            header: crate::session::Header {
                id: file.session.0,
                guide: file.guide.into(),
                mode: file.mode.into(),
                reason: file.reason.map(Into::into),
                language: file.language.into(),
                created: file.created.0,
                invented: file.invented,
                pilot: file.pilot,
            },
            sequence: file.sequence,
            clock: file.clock.into(),
            position: file.position.as_deref().map(TopicId::new),
            cells: file.cells.into_domain(TopicId::new, Into::into),
            disputes: file.disputed_cells.into_domain(TopicId::new, Into::into),
            summaries: file.summaries.into_domain(TopicId::new, Into::into),
            notes: file.notes.into_iter().map(Into::into).collect(),
            drafts: file.drafts.into_domain(TopicId::new, Into::into),
            parked: file.parked.into_iter().map(Into::into).collect(),
            gaps: gaps(file.gaps, &file.settled_gaps),
            off_record: file.off_record.into_iter().map(Into::into).collect(),
            struck_spans: file.struck_spans.into_iter().map(Into::into).collect(),
            settled_overlaps: file
                .settled_overlaps
                .into_iter()
                .map(|(one, other)| pair(one.0, other.0))
                .collect(),
            unplaced: file.unplaced.into_iter().map(|note| note.0).collect(),
            probes: file
                .probes
                .into_domain(TopicId::new, |asked| asked.into_iter().collect()),
            visits: file.visits.into_iter().map(Into::into).collect(),
            consent: file.consent.into_iter().map(Into::into).collect(),
            attributes: file.attributes.0,
            prefill: file
                .prefill
                .0
                .into_iter()
                .map(|(key, prefill)| (key, prefill.into()))
                .collect(),
            ticked: file.ticked.into_iter().collect(),
            slots: file.slots.into_iter().map(Into::into).collect(),
            joined: file
                .joined
                .into_iter()
                .map(|(from, into)| (from.into(), into.into()))
                .collect(),
            tombstones: file.tombstones.into_iter().map(Into::into).collect(),
            struck_texts: file.struck_texts,
            postscript: file
                .postscript
                .0
                .into_iter()
                .map(|(field, text)| (field, text.into()))
                .collect(),
            type_view: file.type_view.map(Into::into),
            approvals: file.approvals.into_iter().map(Into::into).collect(),
            deletion: file.deletion.into(),
            exports: file.exports.into_iter().map(Into::into).collect(),
            archived: file.archived.into_iter().map(Into::into).collect(),
            log: file.log.into_iter().map(Into::into).collect(),
            closed: file.closed.map(|moment| moment.0),
        };
        refuse_twice("notes", session.notes.iter().map(|note| note.id))?;
        refuse_twice(
            "tombstones",
            session.tombstones.iter().map(|tombstone| tombstone.note),
        )?;
        refuse_twice("parked", session.parked.iter().map(|parked| parked.number))?;
        Ok(session)
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
const fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// The gaps, those settled that have one of these numbers, from 1.
fn gaps(gaps: Vec<Gap>, settled: &[u32]) -> Vec<crate::session::Gap> {
    (1_u32..)
        .zip(gaps)
        .map(|(number, gap)| crate::session::Gap {
            settled: settled.contains(&number),
            ..gap.into()
        })
        .collect()
}

/// Two notes with one number could not be told apart by strike or merge.
fn refuse_twice<T: Copy + Ord + ToString>(
    list: &'static str,
    numbers: impl Iterator<Item = T> + Clone,
) -> Result<(), FormatError> {
    // They mostly stand in their order.
    if numbers.clone().is_sorted_by(|one, next| one < next) {
        return Ok(());
    }
    let mut seen = BTreeSet::new();
    for number in numbers {
        if !seen.insert(number) {
            return Err(FormatError::Twice {
                list,
                number: number.to_string(),
            });
        }
    }
    Ok(())
}
