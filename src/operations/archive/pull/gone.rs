//! What the archive took back and still lies in a study that came from it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::PullError;
use crate::archive::{Catalogue, Entry, Listed};
use crate::disk::Revision;
use crate::session::SessionId;
use crate::store::{Origin, SaveError, Study, StudyError};

/// A session that was taken back in the archive and lay in the study from an earlier time.
#[derive(Debug, PartialEq, Eq)]
pub struct Gone {
    /// Which.
    pub session: SessionId,
    /// Whether its file was deleted. It is not if it is another than what came from the archive, if it was never written
    /// down what came from there, or if somebody works on it.
    pub is_deleted: bool,
    /// The files that are left of it: only what came from the archive is deleted.
    pub left: Vec<PathBuf>,
}

/// The sessions of which a catalogue tells, those included that were taken back.
pub(super) fn sessions_of(catalogue: &Catalogue) -> BTreeSet<&str> {
    let entries = catalogue.listed.iter();
    let entries = entries.filter_map(|listed| listed.entry.as_ref());
    entries.map(|entry| entry.session.as_str()).collect()
}

/// The sessions in a study that the archive has no more, since they were taken back.
pub(super) fn taken_back(
    catalogue: &Catalogue,
    latest: &[(&Listed, &Entry)],
    study: &Study,
) -> Result<Vec<SessionId>, StudyError> {
    let known = sessions_of(catalogue);
    let mut gone = study.sessions()?;
    gone.retain(|id| {
        let id = id.to_string();
        let is_there = latest.iter().any(|(_, entry)| entry.session == id);
        known.contains(&*id) && !is_there
    });
    Ok(gone)
}

/// Deletes what came from the archive of these sessions, and what was made of the study to read faster.
pub(super) fn delete(
    study: &Study,
    sessions: Vec<SessionId>,
    origin: &mut Origin,
) -> Result<Vec<Gone>, PullError> {
    if sessions.is_empty() {
        return Ok(Vec::new());
    }
    let index = study.hold_index();
    for path in study.index_files()? {
        study.delete(&path)?;
    }
    drop(index);
    let mut gone = Vec::new();
    for session in sessions {
        let came = origin.sessions.get(&session);
        let is_deleted = delete_one(study, &session, came.map_or(&[], Vec::as_slice))?;
        if is_deleted {
            origin.sessions.remove(&session);
        }
        let left = study.contents_of(&session)?;
        gone.push(Gone {
            session,
            is_deleted,
            left,
        });
    }
    Ok(gone)
}

/// Deletes the file of a session if it is what came from the archive; says whether it was.
fn delete_one(study: &Study, session: &SessionId, came: &[Revision]) -> Result<bool, PullError> {
    let _session = match study.hold(session) {
        // Whoever works on it keeps it; it is named, and can be deleted the next time.
        Err(SaveError::Locked(_)) => return Ok(false),
        held => held?,
    };
    for came in came {
        if study.is_still(session, came)? {
            let file = study.sessions_folder().join(format!("{session}.ron"));
            study.delete(&file)?;
            return Ok(true);
        }
    }
    Ok(false)
}
