//! That a session was exported, in its own log: when, at which level, in which format, with which digest. Never where
//! to, since a path may hold a name.

use time::OffsetDateTime;

use super::Written;
use crate::operations::recording::record;
use crate::release::Level;
use crate::session::{Event, ExportRecord, SessionId};
use crate::store::{Cleared, SaveError, Study, StudyError};

/// Why an export does not stand in the log of a session.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// The session cannot be read.
    #[error(transparent)]
    Study(#[from] StudyError),
    /// It cannot be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// What came of logging.
#[derive(Debug, Default)]
pub struct Logged {
    /// The sessions that could not be written, each with why not.
    pub failed: Vec<(SessionId, LogError)>,
    /// What became of other files.
    pub cleared: Cleared,
}

impl Logged {
    pub(in crate::operations) fn add(&mut self, id: &SessionId, logged: Result<Cleared, LogError>) {
        match logged {
            Ok(cleared) => self.cleared.add(cleared),
            Err(error) => self.failed.push((id.clone(), error)),
        }
    }
}

/// Logs in each of these sessions the documents that hold it, at a level and in a format, which is named by its word.
/// Invented sessions that can only be read have no log to keep.
pub fn log_documents(
    study: &Study,
    sessions: &[SessionId],
    level: Level,
    format: &str,
    written: &[Written],
    now: OffsetDateTime,
) -> Logged {
    let mut logged = Logged::default();
    for id in sessions {
        let documents = written
            .iter()
            .filter(|written| written.sessions.contains(id));
        let records: Vec<ExportRecord> = documents
            .map(|written| ExportRecord {
                at: now,
                level: level.word().to_owned(),
                format: format.to_owned(),
                digest: written.digest.clone(),
            })
            .collect();
        if records.is_empty() {
            continue;
        }
        logged.add(id, log_as(study, id, records));
    }
    logged
}

/// Has exports stand in the log of a session. Gives what became of other files by it.
///
/// # Errors
///
/// If the session cannot be read or saved.
pub fn log_as(
    study: &Study,
    id: &SessionId,
    records: Vec<ExportRecord>,
) -> Result<Cleared, LogError> {
    let opened = study.open_session(id)?.undamaged()?;
    let events = records.into_iter().map(Event::Exported).collect();
    match record(opened, events) {
        // Where nothing can be written, nothing is logged.
        Err(SaveError::Invented(_) | SaveError::ForReview(_)) => Ok(Cleared::default()),
        recorded => Ok(recorded?),
    }
}
