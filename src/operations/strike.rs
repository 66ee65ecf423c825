//! Strikes without opening the program: a note, a stretch of the interview, or what holds certain words; in every version
//! of the session that the study holds.
//!
//! All versions are opened before anything is written, so that a strike is refused as a whole if one of them is open
//! elsewhere.

mod stretch;

use std::path::PathBuf;

use time::OffsetDateTime;

use crate::anonymise::Announced;
use crate::session::{
    ArchiveRecord, ExportRecord, MissingRecording, Moment, NoteId, Session, SessionId, Sitting,
    Sought, Span, TextPlace, Tombstone,
};
use crate::store::{Journal, Opened, Purge, SaveError, Study, StudyError};

/// What is to be struck.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A note.
    Note(NoteId),
    /// Everything that was written down between two moments, both included.
    Between(Moment, Moment),
    /// Every text that holds these words.
    Words(Sought),
}

/// Why nothing was struck. Never holds any text.
#[derive(Debug, thiserror::Error)]
pub enum StrikeError {
    /// The session cannot be read.
    #[error(transparent)]
    Study(#[from] StudyError),
    /// It cannot be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// There is no such note.
    #[error("the session has no note {0}")]
    NoNote(NoteId),
    /// The note was struck before.
    #[error("the note {0} is struck already")]
    StruckAlready(NoteId),
    /// No text holds the words.
    #[error("no text holds these words")]
    NothingFound,
    /// The interview has not begun, so that it has no stretches.
    #[error("the interview {0} has not begun")]
    NotBegun(SessionId),
    /// The stretch ends before it begins.
    #[error("the stretch ends before it begins")]
    Backwards,
    /// All of the stretch lies before the interview.
    #[error("the stretch lies before the beginning of the interview")]
    BeforeBeginning,
    /// All of the stretch lies behind the end of the interview, or of the recording.
    #[error("the stretch lies behind the end of the interview or its recording")]
    Beyond {
        /// The end, in milliseconds since the interview began.
        end_ms: u64,
    },
    /// A place in a recording was given, and there is no such recording.
    #[error("the session has no such recording")]
    NoRecording(MissingRecording),
}

/// A text that would be struck.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Whose protocol it stands in.
    pub taker: u8,
    /// Where in it.
    pub place: TextPlace,
}

/// A strike that is ready: every version of the session is locked, and nothing is written.
#[derive(Debug)]
pub struct Prepared {
    target: Target,
    /// The note-takers' protocols, the first note-taker's last.
    versions: Vec<Version>,
}

/// What was struck, and what may hold it still.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Struck {
    /// What stands in place of the notes.
    pub tombstones: Vec<Tombstone>,
    /// How many other texts were struck.
    pub others: usize,
    /// Damaged journals that are gone, since they could hold what was struck.
    pub removed: Vec<PathBuf>,
    /// Files of the session that may hold it still.
    pub remaining: Vec<PathBuf>,
    /// Where a protocol went because its file was changed by somebody else meanwhile.
    pub conflicts: Vec<PathBuf>,
    /// The exports that were made before.
    pub exports: Vec<ExportRecord>,
    /// The packages that went into archives before.
    pub archived: Vec<ArchiveRecord>,
}

#[derive(Debug)]
struct Version {
    taker: u8,
    sitting: Sitting,
    journal: Journal,
    /// Whether work on it was cut short, so that its journal stays.
    was_interrupted: bool,
    /// The stretch that is struck, on this version's clock.
    span: Option<Span>,
    /// Whether words that are struck ever stood in it, be it that only undo could bring them back.
    ever_held: bool,
    /// The files beside it in which words that are struck stand.
    beside: Vec<PathBuf>,
}

/// Opens every version of a session and looks for what is to be struck.
///
/// # Errors
///
/// If there is nothing to strike, or a version is open elsewhere or cannot be read.
pub fn prepare(
    study: &Study,
    id: &SessionId,
    target: Target,
    now: OffsetDateTime,
) -> Result<Prepared, StrikeError> {
    let mut versions = Vec::new();
    let takers = study.other_takers(id)?;
    let first = match study.open_session(id) {
        // The first note-taker's protocol may lie on another machine.
        Err(StudyError::NoSession(_)) if !takers.is_empty() => None,
        opened => Some(version(1, opened?)?),
    };
    for taker in takers {
        versions.push(version(taker, study.open_taker(id, taker)?)?);
    }
    versions.extend(first);
    let mut prepared = Prepared { target, versions };
    prepared.set_spans(now)?;
    prepared.look_for_words()?;
    prepared.check()?;
    Ok(prepared)
}

fn version(taker: u8, opened: Opened) -> Result<Version, SaveError> {
    let was_interrupted = opened.was_interrupted();
    let (sitting, journal) = opened.into_journal()?;
    Ok(Version {
        taker,
        sitting,
        journal,
        was_interrupted,
        span: None,
        ever_held: false,
        beside: Vec::new(),
    })
}

impl Prepared {
    /// The texts that would be struck.
    pub fn hits(&self) -> Vec<Hit> {
        let versions = self.versions.iter().rev();
        let hits = versions.flat_map(|version| {
            let places = self.places(version).into_iter();
            places.map(|place| Hit {
                taker: version.taker,
                place,
            })
        });
        hits.collect()
    }

    /// A text that would be struck, to be shown to whoever is asked.
    pub fn text(&self, hit: &Hit) -> &str {
        let mut versions = self.versions.iter();
        let version = versions.find(|version| version.taker == hit.taker);
        version
            .and_then(|version| super::check::text_of(version.sitting.state(), &hit.place))
            .unwrap_or_default()
    }

    /// Whether words that are struck stand in a protocol where only undo could bring them back.
    pub fn is_in_the_past(&self) -> bool {
        let mut versions = self.versions.iter();
        versions.any(|version| version.ever_held && self.places(version).is_empty())
    }

    /// The files beside the protocols in which words that are struck stand.
    pub fn beside(&self) -> impl Iterator<Item = &PathBuf> {
        self.versions.iter().flat_map(|version| &version.beside)
    }

    /// Damaged journals that are kept for rescue and go with the strike.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read.
    pub fn kept_for_rescue(&self) -> Result<Vec<PathBuf>, StrikeError> {
        let mut kept = Vec::new();
        for version in &self.versions {
            kept.extend(version.journal.kept_for_rescue()?);
        }
        Ok(kept)
    }

    /// Strikes.
    ///
    /// # Errors
    ///
    /// If what is to be struck may still stand in one of the files. It can be called for again.
    pub fn carry_out(self) -> Result<Struck, StrikeError> {
        let mut struck = Struck::default();
        let target = self.target.clone();
        let sought: Vec<Sought> = match &target {
            Target::Words(words) => vec![words.clone()],
            _ => Vec::new(),
        };
        for mut version in self.versions {
            let places = places(&target, &version);
            let before = version.sitting.state().clone();
            match (version.span, &target) {
                (Some(span), _) => drop(version.sitting.strike_span(span)),
                (None, Target::Words(words)) => version.strike_words(words),
                (None, _) => drop(version.sitting.strike_texts(&places)),
            }
            struck.note_what_went(&before, version.sitting.state(), places.len());
            if before != *version.sitting.state() {
                version.save(&sought, &mut struck)?;
            }
        }
        Ok(struck)
    }

    fn places(&self, version: &Version) -> Vec<TextPlace> {
        places(&self.target, version)
    }

    /// Looks where words that are struck stand besides the texts of the protocols.
    fn look_for_words(&mut self) -> Result<(), StrikeError> {
        let Target::Words(words) = &self.target else {
            return Ok(());
        };
        for version in &mut self.versions {
            let ever_written = version.sitting.ever_written();
            version.ever_held = ever_written.iter().any(|text| words.stands_in(text));
            version.beside = version.journal.beside_with(words)?;
        }
        Ok(())
    }

    /// Says where on each version's clock the stretch lies. Moments are those of the first protocol that is here.
    fn set_spans(&mut self, now: OffsetDateTime) -> Result<(), StrikeError> {
        let Target::Between(from, to) = self.target else {
            return Ok(());
        };
        let Some((leading, others)) = self.versions.split_last() else {
            return Ok(());
        };
        let leading = leading.sitting.state();
        let others: Vec<&Session> = others
            .iter()
            .map(|version| version.sitting.state())
            .collect();
        let stretch = stretch::stretch(leading, &others, (from, to), now)?;
        let clock = leading.clock.clone();
        for version in &mut self.versions {
            let own = &version.sitting.state().clock;
            // Places are shown less the lead: what is shown at the end was typed so much later.
            let typed = Span {
                to_ms: stretch.to_ms.saturating_add(own.lead_ms),
                ..stretch
            };
            version.span = typed.shifted(clock.milliseconds_after(own));
        }
        Ok(())
    }

    /// Whether there is something to strike. A stretch is struck even if nothing was noted in it: it has to be cut out of
    /// the recording.
    fn check(&self) -> Result<(), StrikeError> {
        let holds_words = self.versions.iter().any(Version::holds_words);
        if holds_words || !self.hits().is_empty() || matches!(self.target, Target::Between(..)) {
            return Ok(());
        }
        Err(match self.target {
            Target::Note(note) => {
                let mut versions = self.versions.iter();
                let is_struck = versions.any(|version| {
                    let mut tombstones = version.sitting.state().tombstones.iter();
                    tombstones.any(|tombstone| tombstone.note == note)
                });
                if is_struck {
                    StrikeError::StruckAlready(note)
                } else {
                    StrikeError::NoNote(note)
                }
            }
            _ => StrikeError::NothingFound,
        })
    }
}

fn places(target: &Target, version: &Version) -> Vec<TextPlace> {
    let state = version.sitting.state();
    match (target, version.span) {
        (Target::Note(note), _) if state.note(*note).is_some() => vec![TextPlace::Note(*note)],
        (Target::Words(words), _) => state.places_of(|text| words.stands_in(text)),
        (Target::Between(..), Some(span)) => state.places_in(span),
        _ => Vec::new(),
    }
}

impl Version {
    /// Whether words that are struck stand in it or beside it, wherever.
    fn holds_words(&self) -> bool {
        self.ever_held || !self.beside.is_empty()
    }

    /// Strikes what holds words. Files beside it are gone through for a strike alone, so that there has to be one.
    fn strike_words(&mut self, words: &Sought) {
        let recorded = self.sitting.strike_sought(words);
        if recorded.is_empty() && !self.beside.is_empty() {
            self.sitting.strike_past();
        }
    }

    fn save(mut self, sought: &[Sought], struck: &mut Struck) -> Result<(), SaveError> {
        let purged = self.journal.purge_alone(&mut Purge {
            base: self.sitting.base().clone(),
            events: self.sitting.events().to_vec(),
            search: None,
            names: Announced::default(),
            sought: sought.to_vec(),
        })?;
        add_new(&mut struck.removed, purged.cleared.removed);
        add_new(&mut struck.conflicts, purged.cleared.conflicts);
        add_new(&mut struck.remaining, purged.cleared.remaining);
        if !self.was_interrupted {
            let finished = self.journal.finish(self.sitting.state())?;
            add_new(&mut struck.conflicts, finished.conflict);
        }
        Ok(())
    }
}

impl Struck {
    fn note_what_went(&mut self, before: &Session, after: &Session, places: usize) {
        let new = after
            .tombstones
            .iter()
            .filter(|tombstone| !before.tombstones.contains(tombstone));
        let new: Vec<Tombstone> = new.cloned().collect();
        self.others += places.saturating_sub(new.len());
        add_new(&mut self.tombstones, new);
        add_new(&mut self.exports, after.exports.iter().cloned());
        add_new(&mut self.archived, after.archived.iter().cloned());
    }
}

/// Adds what is not in a list yet: the protocols of a session may know of the same files.
fn add_new<T: PartialEq>(list: &mut Vec<T>, more: impl IntoIterator<Item = T>) {
    for one in more {
        if !list.contains(&one) {
            list.push(one);
        }
    }
}

#[cfg(test)]
pub(super) mod tests;
