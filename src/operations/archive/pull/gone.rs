//! What the archive took back and still lies in a study that came from it.

use std::path::PathBuf;

use super::PullError;
use crate::archive::{Catalogue, Entry, Listed};
use crate::disk::Revision;
use crate::session::SessionId;
use crate::store::{Origin, Study, StudyError};

/// A session that was taken back in the archive and lay in the study from an earlier time.
#[derive(Debug, PartialEq, Eq)]
pub struct Gone {
    /// Which.
    pub session: SessionId,
    /// The files that are left of it, since they did not come from the archive: only what came from there is deleted.
    pub left: Vec<PathBuf>,
}

/// The sessions in a study that the archive has no more, since they were taken back.
pub(super) fn taken_back(
    catalogue: &Catalogue,
    latest: &[(&Listed, &Entry)],
    study: &Study,
) -> Result<Vec<SessionId>, StudyError> {
    let mut gone = study.sessions()?;
    gone.retain(|id| {
        let id = id.to_string();
        let is_there = latest.iter().any(|(_, entry)| entry.session == id);
        let was_there = catalogue.listed.iter().any(|listed| {
            let entry = listed.entry.as_ref();
            entry.is_some_and(|entry| entry.session == id)
        });
        was_there && !is_there
    });
    Ok(gone)
}

/// Deletes what came from the archive of these sessions, and what was made of it to read faster.
pub(super) fn delete(
    study: &Study,
    sessions: Vec<SessionId>,
    origin: &mut Origin,
) -> Result<Vec<Gone>, PullError> {
    let mut gone = Vec::new();
    for session in sessions {
        if let Some(came) = origin.sessions.remove(&session) {
            delete_one(study, &session, &came)?;
        }
        let left = study.contents_of(&session)?;
        gone.push(Gone { session, left });
    }
    Ok(gone)
}

fn delete_one(study: &Study, session: &SessionId, came: &Revision) -> Result<(), PullError> {
    let _session = study.hold(session)?;
    if !study.is_still(session, came)? {
        return Ok(());
    }
    let _index = study.hold_index();
    let file = study.sessions_folder().join(format!("{session}.ron"));
    for path in study.index_files()?.into_iter().chain([file]) {
        study.delete(&path)?;
    }
    Ok(())
}
