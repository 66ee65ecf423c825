//! Reading a session: the journal first, then the snapshot, and what is newer applied.
//!
//! No lock is taken, so that a session can be read while somebody works on it, and nothing is written.

mod behind;

use std::hash::{BuildHasher, Hasher};
use std::path::PathBuf;

use foldhash::quality::FixedState;

use super::error::StudyError;
use super::files::{LARGEST_JOURNAL, LARGEST_SNAPSHOT, SessionFiles};
use super::format::journal_v1::{self, Damage, DamageKind, Ending};
use super::format::session_v1;
use crate::anonymise::CleanText;
use crate::disk::Disk;
use crate::session::{Draft, Event, Note, Recorded, Session, Sitting, TopicId};
use behind::{ask_again, rescue};

/// How often reading is tried anew because a strike was carried out meanwhile.
const TRIES: usize = 8;

/// What was found besides a snapshot when a session was opened.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recovery {
    /// How many events the journal gave.
    pub replayed: usize,
    /// Whether the journal ended in a piece that was never acknowledged; it is cut with the first write.
    pub torn: bool,
    /// Where the journal is damaged: the first line that could not be used, and why. It is kept with the first write.
    pub damage: Option<(usize, DamageKind)>,
    /// What was written behind the damage.
    pub rescued: Vec<Rescued>,
    /// Damaged journals that were kept for rescue before.
    pub kept: Vec<PathBuf>,
    /// Whether a strike was interrupted; it is finished with the first write, and what it struck is not shown.
    pub unfinished_strike: bool,
}

impl Recovery {
    /// Whether there is anything that the first write changes. What was kept before stays as it is.
    pub fn is_needed(&self) -> bool {
        let found = Self {
            kept: Vec::new(),
            ..self.clone()
        };
        found != Self::default()
    }
}

/// A text that was written behind a damage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rescued {
    /// A note.
    Note(Box<Note>),
    /// What was being written in a topic.
    Draft(TopicId, Draft),
}

impl Rescued {
    /// The cell it stood in.
    pub fn topic(&self) -> &TopicId {
        match self {
            Self::Note(note) => &note.topic,
            Self::Draft(topic, _) => topic,
        }
    }

    /// The text.
    pub fn text(&self) -> &CleanText {
        match self {
            Self::Note(note) => &note.text,
            Self::Draft(_, draft) => &draft.text,
        }
    }
}

/// What the files of a session say, if they are whole: what stands before a damage is not the session, and may lack a
/// consent that was taken back behind it.
pub(super) fn read_whole(disk: &Disk, files: &SessionFiles) -> Result<Session, StudyError> {
    let reading = read(disk, files)?;
    match reading.recovery.damage {
        None => Ok(reading.sitting.state().clone()),
        Some((line, _)) => Err(StudyError::Damaged {
            path: files.journal(),
            line,
        }),
    }
}

/// What the files of a session say together.
pub(super) struct Reading {
    pub(super) sitting: Sitting,
    pub(super) recovery: Recovery,
    pub(super) start: Start,
    bytes: Bytes,
}

impl Reading {
    /// What the files were when they were read.
    pub(super) fn seen(&self) -> Seen {
        let glimpse = |bytes: &Option<Vec<u8>>| bytes.as_deref().map(Glimpse::of);
        Seen {
            snapshot: glimpse(&self.bytes.snapshot),
            journal: glimpse(&self.bytes.journal),
        }
    }
}

/// What a session's files were when they were read: not their bytes, of which nobody has need any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) snapshot: Option<Glimpse>,
    pub(super) journal: Option<Glimpse>,
}

/// A content by length and a quick hash: enough to see that nobody changed it by the way, and reckoned while a screen waits for
/// the session. What is told to others is a [`Revision`](crate::disk::Revision).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Glimpse {
    length: usize,
    hash: u64,
}

impl Glimpse {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut hasher = FixedState::default().build_hasher();
        hasher.write(bytes);
        Self {
            length: bytes.len(),
            hash: hasher.finish(),
        }
    }
}

/// What has to be done to the journal before it can be appended to.
#[derive(Debug, Clone)]
pub(super) enum Start {
    /// There is none.
    Fresh,
    /// It has so much good text; what lies behind it is cut.
    Append(String),
    /// Snapshot and journal must be written anew.
    Rewrite {
        /// The damaged journal that must be kept first.
        damaged: Option<Vec<u8>>,
    },
}

/// The bytes of a session's files.
struct Bytes {
    journal: Option<Vec<u8>>,
    prepared_journal: Option<Vec<u8>>,
    prepared_snapshot: Option<Vec<u8>>,
    snapshot: Option<Vec<u8>>,
}

/// Reads a session.
pub(super) fn read(disk: &Disk, files: &SessionFiles) -> Result<Reading, StudyError> {
    let mut bytes = stable_bytes(disk, files)?;
    let prepared = prepared(files, &bytes)?;
    (bytes.prepared_journal, bytes.prepared_snapshot) = (None, None);
    if let Some((journal, base)) = prepared {
        return Ok(Reading {
            recovery: Recovery {
                replayed: journal.events.len(),
                unfinished_strike: true,
                ..Recovery::default()
            },
            sitting: Sitting::resumed(base, journal.events),
            start: Start::Rewrite { damaged: None },
            bytes,
        });
    }
    let journal = parse_journal(files, bytes.journal.as_deref().unwrap_or_default())?;
    let base = match &bytes.snapshot {
        Some(snapshot) => parse_snapshot(files, &files.snapshot(), snapshot)?,
        None => base_in(&journal.events).ok_or_else(|| missing(files, bytes.journal.is_some()))?,
    };
    let mut reading = put_together(base, journal, bytes);
    if reading.sitting.finish_strikes() {
        reading.recovery.unfinished_strike = true;
        if !matches!(reading.start, Start::Rewrite { .. }) {
            reading.start = Start::Rewrite { damaged: None };
        }
    }
    Ok(reading)
}

/// Reads until the journal is the same before and after, but for what was appended: a strike replaces both files.
fn stable_bytes(disk: &Disk, files: &SessionFiles) -> Result<Bytes, StudyError> {
    let journal = || disk.read_bounded(&files.journal(), LARGEST_JOURNAL);
    let mut tries = 0;
    loop {
        let bytes = Bytes {
            journal: journal()?,
            prepared_journal: disk.read_bounded(&files.prepared_journal(), LARGEST_JOURNAL)?,
            prepared_snapshot: disk.read_bounded(&files.prepared_snapshot(), LARGEST_SNAPSHOT)?,
            snapshot: disk.read_bounded(&files.snapshot(), LARGEST_SNAPSHOT)?,
        };
        let after = journal()?;
        let grown = match (&bytes.journal, &after) {
            (Some(before), Some(after)) => after.starts_with(before),
            (None, _) => true,
            (Some(_), None) => false,
        };
        tries += 1;
        if grown || tries == TRIES {
            return Ok(bytes);
        }
    }
}

/// The files that a strike prepared and did not put in place, if they are complete and hold all the journal holds.
fn prepared(
    files: &SessionFiles,
    bytes: &Bytes,
) -> Result<Option<(journal_v1::Journal, Session)>, StudyError> {
    let Some(prepared) = &bytes.prepared_journal else {
        return Ok(None);
    };
    let Ok(journal) = journal_v1::read(prepared, files.id()) else {
        return Ok(None);
    };
    let Some(header) = journal
        .header
        .as_ref()
        .filter(|_| journal.ending == Ending::Whole)
    else {
        return Ok(None);
    };
    let current = parse_journal(files, bytes.journal.as_deref().unwrap_or_default())?;
    let last = |events: &[Recorded]| events.last().map_or(0, |last| last.sequence);
    if last(&journal.events).max(header.base) < last(&current.events) {
        return Ok(None);
    }
    let base = match (&bytes.prepared_snapshot, &bytes.snapshot) {
        (Some(snapshot), _) => parse_snapshot(files, &files.prepared_snapshot(), snapshot)?,
        (None, Some(snapshot)) => parse_snapshot(files, &files.snapshot(), snapshot)?,
        (None, None) => return Ok(None),
    };
    Ok((base.sequence == header.base).then_some((journal, base)))
}

fn parse_journal(files: &SessionFiles, bytes: &[u8]) -> Result<journal_v1::Journal, StudyError> {
    journal_v1::read(bytes, files.id()).map_err(|source| StudyError::Journal {
        path: files.journal(),
        source,
    })
}

fn parse_snapshot(
    files: &SessionFiles,
    path: &std::path::Path,
    bytes: &[u8],
) -> Result<Session, StudyError> {
    let session = session_v1::decode(bytes).map_err(|source| StudyError::Format {
        path: path.to_owned(),
        source,
    })?;
    if &session.header.id == files.id() {
        return Ok(session);
    }
    Err(StudyError::OtherSession {
        path: path.to_owned(),
        found: session.header.id,
    })
}

/// The state that a session begins with, if its journal holds its beginning.
fn base_in(events: &[Recorded]) -> Option<Session> {
    match events.first() {
        Some(Recorded {
            sequence: 1,
            event: Event::Begun(header),
        }) => Some(Session::new((**header).clone())),
        _ => None,
    }
}

fn missing(files: &SessionFiles, has_journal: bool) -> StudyError {
    if has_journal {
        StudyError::NoSnapshot(files.journal())
    } else {
        StudyError::NoSession(files.id().clone())
    }
}

/// Applies what is newer than the snapshot.
fn put_together(base: Session, journal: journal_v1::Journal, bytes: Bytes) -> Reading {
    let written = bytes.journal.as_deref().unwrap_or_default();
    let fits = journal.header.as_ref().is_none_or(|header| {
        let last = journal
            .events
            .last()
            .map_or(header.base, |last| last.sequence);
        header.base <= base.sequence && base.sequence <= last
    });
    let (events, damage) = match (fits, journal.ending) {
        (true, Ending::Damaged(damage)) => (journal.events, Some(damage)),
        (true, Ending::Whole | Ending::Torn) => (journal.events, None),
        (false, ending) => (Vec::new(), Some(elsewhere(journal.events, ending))),
    };
    let torn = damage.is_none() && journal.length < written.len();
    let start = match (&damage, &bytes.journal, &journal.header) {
        (Some(_), ..) => Start::Rewrite {
            damaged: Some(written.to_vec()),
        },
        (None, None, _) => Start::Fresh,
        (None, Some(_), None) => Start::Rewrite { damaged: None },
        (None, Some(_), Some(_)) => {
            let good = written.get(..journal.length).unwrap_or_default();
            Start::Append(String::from_utf8_lossy(good).into_owned())
        }
    };
    let mut sitting = Sitting::resumed(base, events);
    let replayed = sitting.events().len();
    let rescued = damage.as_ref().map_or_else(Vec::new, |damage| {
        ask_again(&mut sitting, &damage.later);
        rescue(sitting.state(), &damage.later)
    });
    let recovery = Recovery {
        replayed,
        torn,
        damage: damage.map(|damage| (damage.line, damage.kind)),
        rescued,
        kept: Vec::new(),
        unfinished_strike: false,
    };
    Reading {
        sitting,
        recovery,
        start,
        bytes,
    }
}

/// A journal that does not go on from its snapshot is a damage as a whole.
fn elsewhere(events: Vec<Recorded>, ending: Ending) -> Damage {
    let mut later = events;
    if let Ending::Damaged(damage) = ending {
        later.extend(damage.later);
    }
    Damage {
        line: 1,
        kind: DamageKind::Elsewhere,
        later,
    }
}
