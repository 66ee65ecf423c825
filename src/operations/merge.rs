//! Puts another note-taker's protocol of an interview into the session.
//!
//! What comes of it is known before anything is written, so that it can be shown first. The session's file is then written
//! anew as a whole; the other protocol stays where it is.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use time::OffsetDateTime;

use super::desk::{memory_of, purge_of};
use super::guides::{self, GuideTrouble};
use super::note::findings;
use super::protocol::Protocol;
use crate::anonymise::{Announced, Memory, ProtectedWords, SlotKey};
use crate::session::{
    self, Event, MergeError, Merged, MergedSitting, NoteId, Session, SessionId, Sitting, TextPlace,
    slots_in,
};
use crate::store::{Cleared, Journal, Purge, SaveError, Study, StudyError};

/// Why nothing was merged. All files are then as they were.
#[derive(Debug, thiserror::Error)]
pub enum MergeTrouble {
    /// The session or the other protocol cannot be read.
    #[error(transparent)]
    Study(#[from] StudyError),
    /// The session's guide, whose words are no names, cannot be used.
    #[error(transparent)]
    Guide(#[from] GuideTrouble),
    /// The session cannot be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// They are not of the same interview.
    #[error(transparent)]
    Merge(#[from] MergeError),
    /// Two placeholders cannot stand for the same.
    #[error(transparent)]
    Join(#[from] JoinError),
}

/// Why two placeholders cannot stand for the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum JoinError {
    /// The session has no such placeholder, or it went into another.
    #[error("there is no such placeholder")]
    Unknown(SlotKey),
    /// They are of two kinds, or one and the same.
    #[error("the two placeholders cannot be the same")]
    Unlike(SlotKey, SlotKey),
}

/// A merge that is ready: the session is locked, and nothing is written.
#[derive(Debug)]
pub struct Prepared {
    merged: Merged,
    sitting: Sitting,
    journal: Journal,
    /// What has to be taken out of other files, and with which names.
    purge: Purge,
    replaced: usize,
    /// Whether what was done in an interrupted sitting goes on behind the merge.
    goes_on: bool,
    folded: bool,
    /// The other protocol's file, if it may hold what is struck and is none of the study's.
    left: Option<PathBuf>,
}

/// A placeholder of the other protocol that got a number of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// What it is called in the merged session.
    pub slot: SlotKey,
    /// The notes in which it stands.
    pub notes: Vec<NoteId>,
    /// The placeholders that may stand for the same, which the other protocol has no counterpart of.
    pub maybe: Vec<SlotKey>,
}

/// A protocol that was merged: the session lasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// What came of it.
    pub merged: Merged,
    /// What became of other files: what may still hold what was struck by it, and where the session went if its own file
    /// was changed by somebody else meanwhile.
    pub cleared: Cleared,
}

/// Merges the protocol in `file` into a session, without writing it yet. A journal that is left of an interrupted sitting
/// stays, so that what was done in it can still be taken back; unless the other protocol cannot be put beneath it, then it
/// is folded.
///
/// The protected words, if there are any, are those that both note-takers had: what they stand for is the same, and they
/// are taken out of all that was written.
///
/// # Errors
///
/// If it cannot be merged.
pub fn prepare(
    study: &Study,
    id: &SessionId,
    file: &Path,
    protected: &ProtectedWords,
    now: OffsetDateTime,
) -> Result<Prepared, MergeTrouble> {
    let other = study.read_protocol(file)?;
    let opened = study.open_session(id)?.undamaged()?;
    let was_interrupted = opened.was_interrupted();
    let (before, journal) = opened.into_journal()?;
    let list = Memory::new(before.state().header.language).protect(protected);
    let MergedSitting { merged, sitting } = session::merge_into(&before, &other, &list, now)?;
    let goes_on = !sitting.events().is_empty();
    let left = may_hold_struck(&merged, &other, file, study);
    let mut prepared = Prepared {
        merged,
        sitting,
        journal,
        purge: Purge {
            base: before.base().clone(),
            events: Vec::new(),
            search: None,
            names: Announced::default(),
            sought: Vec::new(),
        },
        replaced: 0,
        goes_on,
        folded: was_interrupted && !goes_on,
        left,
    };
    if !protected.is_empty() {
        prepared.protect(study, protected)?;
    }
    Ok(prepared)
}

/// The other protocol's file, if it holds what is struck. The study's own files are purged; one that lies elsewhere is
/// whoever's it is.
fn may_hold_struck(
    merged: &Merged,
    other: &Session,
    file: &Path,
    study: &Study,
) -> Option<PathBuf> {
    let holds_struck = merged.struck.iter().any(|place| match place {
        TextPlace::Note(note) => other.note(*note).is_some(),
        _ => true,
    });
    let is_elsewhere =
        file.parent().map(Path::to_owned).and_then(canonical) != canonical(study.sessions_folder());
    (holds_struck && is_elsewhere).then(|| file.to_owned())
}

impl Prepared {
    /// What comes of it.
    pub fn merged(&self) -> &Merged {
        &self.merged
    }

    /// The session as it will be.
    pub fn session(&self) -> &Session {
        self.sitting.state()
    }

    /// Whether a sitting is folded by it that had been cut short, so that undo reaches back over it no more.
    pub fn is_folded(&self) -> bool {
        self.folded
    }

    /// In how many places a protected word is replaced.
    pub fn replaced(&self) -> usize {
        self.replaced
    }

    /// The placeholders of the other protocol that got numbers of their own and may stand for the same as another.
    pub fn apart(&self) -> Vec<Apart> {
        let session = self.session();
        let live: Vec<SlotKey> = live_slots(session).collect();
        let mut taken: BTreeSet<SlotKey> = self.merged.new_slots.iter().copied().collect();
        taken.extend(self.merged.same_slots.iter().copied());
        // Two of the other protocol are two, so that what one went into is not offered for the next.
        taken.extend(session.joined.iter().map(|(_, into)| *into));
        let new = self.merged.new_slots.iter().copied();
        let apart = new.filter(|slot| live.contains(slot)).map(|slot| {
            let maybe = live.iter().copied();
            Apart {
                slot,
                notes: notes_with(session, slot),
                maybe: maybe
                    .filter(|ours| ours.kind == slot.kind && !taken.contains(ours))
                    .collect(),
            }
        });
        apart.filter(|apart| !apart.maybe.is_empty()).collect()
    }

    /// Says that two placeholders of the merged session stand for the same: the first goes into the second.
    ///
    /// # Errors
    ///
    /// If they cannot.
    pub fn join(&mut self, from: SlotKey, into: SlotKey) -> Result<(), JoinError> {
        let is_live = |slot: SlotKey| live_slots(self.session()).any(|live| live == slot);
        if let Some(unknown) = [from, into].into_iter().find(|slot| !is_live(*slot)) {
            return Err(JoinError::Unknown(unknown));
        }
        if from == into || from.kind != into.kind {
            return Err(JoinError::Unlike(from, into));
        }
        self.sitting.record(Event::SlotJoined { from, into });
        Ok(())
    }

    /// Writes it.
    ///
    /// # Errors
    ///
    /// If it cannot be saved, or what was struck may still stand in one of the files.
    pub fn carry_out(self) -> Result<Done, MergeTrouble> {
        let Self {
            mut merged,
            sitting,
            mut journal,
            mut purge,
            ..
        } = self;
        purge.base = sitting.base().clone();
        purge.events = sitting.events().to_vec();
        let mut cleared = journal.purge(&mut purge)?.cleared;
        if !self.goes_on {
            let finished = journal.finish(sitting.state())?;
            cleared.conflicts.extend(finished.conflict);
        }
        if let Some(file) = &self.left {
            cleared.remains(file);
        }
        merged.session = sitting.state().clone();
        Ok(Done { merged, cleared })
    }

    /// Takes protected words out of all that was written.
    fn protect(&mut self, study: &Study, protected: &ProtectedWords) -> Result<(), GuideTrouble> {
        let state = self.sitting.state();
        let before = findings(state);
        let guide = guides::of_session(study, state)?;
        let memory = memory_of(state);
        let mut protocol = Protocol::new(guide, self.sitting.clone(), memory);
        protocol.protect(protected);
        protocol.settle_names();
        self.replaced = findings(protocol.state()).saturating_sub(before);
        let changes = protocol.take_changes();
        if let Some(rewrite) = changes.rewrite.or(changes.elsewhere) {
            self.sitting = rewrite.sitting.clone();
            self.purge = purge_of(*rewrite);
        }
        Ok(())
    }
}

/// The slots of a session that were not joined with others.
fn live_slots(session: &Session) -> impl Iterator<Item = SlotKey> {
    let slots = session.slots.iter().map(|slot| slot.key);
    slots.filter(|slot| session.joined.iter().all(|(from, _)| from != slot))
}

fn notes_with(session: &Session, slot: SlotKey) -> Vec<NoteId> {
    let language = session.header.language;
    let notes = session.notes.iter();
    notes
        .filter(|note| slots_in(&note.text, language).contains(&slot))
        .map(|note| note.id)
        .collect()
}

fn canonical(folder: PathBuf) -> Option<PathBuf> {
    let folder = if folder.as_os_str().is_empty() {
        PathBuf::from(".")
    } else {
        folder
    };
    folder.canonicalize().ok()
}

#[cfg(test)]
pub(super) mod tests;
