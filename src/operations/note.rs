//! Keeps a note whose text comes as a whole, without opening the program.

mod placing;

use time::{Duration, OffsetDateTime};

use super::desk::{memory_of, purge_of};
use super::guides::{self, GuideTrouble};
use super::protocol::{Keeping, Protocol, Withheld};
use crate::anonymise::{Layers, ProtectedWords};
use crate::guide::Guide;
use crate::language::{Language, sanitise};
use crate::session::{
    Age, LogEntry, MissingRecording, Moment, NoteId, NoteKind, Origin, Progress, Prompting,
    Session, SessionId, Span, TopicId,
};
use crate::store::{Cleared, Journal, SaveError, Study, StudyError};

/// The longest text of a note, in bytes.
pub const LONGEST: u64 = 1024 * 1024;

/// Whoever began an interview longer ago than this is not holding it any more, even if it was not closed.
const LONGEST_INTERVIEW: Duration = Duration::hours(3);

/// A note to be kept.
#[derive(Debug)]
pub struct NewNote<'text> {
    /// The session.
    pub session: SessionId,
    /// The cell: a topic of the guide, or the bin «outside the guide» of a block.
    pub topic: String,
    /// Its kind.
    pub kind: NoteKind,
    /// When it was said; nothing if that was not given.
    pub at: Option<Moment>,
    /// Its text as it came in.
    pub text: &'text str,
    /// The names that must not reach the disk.
    pub protected: ProtectedWords,
    /// Words that are no names, by the configuration.
    pub allowed: &'text [String],
    /// The time.
    pub now: OffsetDateTime,
}

/// A note that was kept: it lasts.
#[derive(Debug)]
pub struct Kept {
    /// Its number.
    pub note: NoteId,
    /// How many slots of the session have no name, so that the text was not searched for what they stand for.
    pub unnamed: usize,
    /// How many places of the text were replaced.
    pub replaced: usize,
    /// How many words of the text may be names and are masked.
    pub masked: usize,
    /// What became of other files: where the session went if its own was changed by somebody else meanwhile, and what may
    /// still hold a name that was found backwards.
    pub cleared: Cleared,
    /// Why what follows on keeping it was not done, if so: folding it into the session's file, or taking a name out of
    /// what was written before. Whoever opens the session next does it.
    pub unfinished: Option<SaveError>,
}

/// Why a note was not kept. Never holds any of its text.
#[derive(Debug, thiserror::Error)]
pub enum NoteError {
    /// The session cannot be read.
    #[error(transparent)]
    Study(#[from] StudyError),
    /// The session's guide cannot be used.
    #[error(transparent)]
    Guide(#[from] GuideTrouble),
    /// It cannot be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// The guide has no such cell.
    #[error("the guide {guide} has no topic {topic}")]
    UnknownTopic {
        /// What was asked for.
        topic: String,
        /// The guide's id.
        guide: String,
        /// The cells that it has.
        known: Vec<String>,
    },
    /// A place in a recording was given, and there is no such recording, or none was agreed to.
    #[error("the session has no such recording")]
    NoRecording(MissingRecording),
    /// Nothing is kept of that moment: it was off the record, or is struck.
    #[error("nothing is kept of that moment of the interview")]
    Withheld(Span),
    /// The moment lies behind the end of the interview, or of the recording.
    #[error("the interview or its recording had ended by then")]
    Beyond {
        /// The end, in milliseconds since the interview began.
        end_ms: u64,
    },
    /// There is no text.
    #[error("the text is empty")]
    Empty,
}

/// Searches a text for names and keeps it as a note.
///
/// A journal that is left of an interrupted interview is only appended to, so that the interview can still be taken up
/// with all that can be undone; else the note is folded into the session's file.
///
/// # Errors
///
/// If it was not kept. The session is then as it was.
pub fn keep(study: &Study, new: &NewNote<'_>) -> Result<Kept, NoteError> {
    let opened = study.open_session(&new.session)?.undamaged()?;
    let was_interrupted = opened.was_interrupted();
    let (sitting, mut journal) = opened.into_journal()?;
    let guide = guides::of_session(study, sitting.state())?;
    let topic = cell(&guide, &new.topic)?;

    let state = sitting.state();
    let memory = memory_of(state);
    let keeping = keeping(state, new)?;
    let findings_before = findings(state);
    let allowed = study.allowed_words()?.list;
    let allowed = new.allowed.iter().chain(&allowed).map(String::as_str);
    let mut protocol = Protocol::new(guide, sitting, memory).listening(Layers::ALL, allowed);
    if !new.protected.is_empty() {
        protocol.protect(&new.protected);
    }
    let note = protocol
        .keep_whole(&topic, new.kind, &sanitise(new.text), keeping)
        .map_err(|Withheld(span)| NoteError::Withheld(span))?
        .ok_or(NoteError::Empty)?;
    let mut kept = Kept {
        note,
        unnamed: protocol.memory().unnamed().len(),
        replaced: findings(protocol.state()).saturating_sub(findings_before),
        masked: protocol.unsettled_count(),
        cleared: Cleared::default(),
        unfinished: None,
    };
    let saved = save(&mut journal, &mut protocol, &mut kept.cleared).and_then(|()| {
        if !was_interrupted {
            let finished = journal.finish(protocol.state())?;
            kept.cleared.conflicts.extend(finished.conflict);
        }
        Ok(())
    });
    kept.cleared.add(journal.take_cleared());
    match saved {
        Err(error) if journal.last() < protocol.state().sequence => return Err(error.into()),
        saved => kept.unfinished = saved.err(),
    }
    Ok(kept)
}

fn save(
    journal: &mut Journal,
    protocol: &mut Protocol,
    cleared: &mut Cleared,
) -> Result<(), SaveError> {
    let changes = protocol.take_changes();
    let Some(rewrite) = changes.rewrite else {
        journal.append(&changes.records)?;
        if let Some(elsewhere) = changes.elsewhere {
            cleared.add(journal.search_elsewhere(&mut purge_of(*elsewhere))?);
        }
        return Ok(());
    };
    // A name that was found backwards is taken out of everything that the program wrote.
    cleared.add(journal.purge(&mut purge_of(*rewrite))?.cleared);
    Ok(())
}

fn cell(guide: &Guide, topic: &str) -> Result<TopicId, NoteError> {
    if guide.block_of(topic).is_some() {
        return Ok(TopicId::new(topic));
    }
    Err(NoteError::UnknownTopic {
        topic: topic.to_owned(),
        guide: guide.id.clone(),
        known: guide.cells().collect(),
    })
}

fn keeping(state: &Session, new: &NewNote<'_>) -> Result<Keeping, NoteError> {
    let running = elapsed_while_it_runs(state, new.now);
    let origin = if running.is_some() {
        Origin::Live
    } else {
        Origin::Memory
    };
    Ok(Keeping {
        started_ms: placing::started_ms(state, new, running)?,
        language: language(state),
        prompting: Prompting::Unprompted,
        origin,
        age: if origin == Origin::Live {
            Age::SameDay
        } else {
            state.age_at(new.now)
        },
    })
}

/// Milliseconds since the interview began, if it is being held: begun, neither paused nor closed, and not so long ago
/// that it was rather forgotten to close it.
fn elapsed_while_it_runs(state: &Session, now: OffsetDateTime) -> Option<u64> {
    let began = state.clock.began?;
    let runs = state.progress() == Progress::Open
        && !state.clock.is_paused()
        && now - began < LONGEST_INTERVIEW;
    runs.then(|| state.clock.elapsed_ms(now))?
}

/// The language in which notes are taken.
fn language(state: &Session) -> Language {
    state.switched_language().unwrap_or(state.header.language)
}

/// How many places of a session were replaced, by its log.
pub(super) fn findings(state: &Session) -> usize {
    let findings = state.log.iter();
    findings
        .filter(|entry| matches!(entry, LogEntry::Finding { .. }))
        .count()
}

#[cfg(test)]
mod tests;
