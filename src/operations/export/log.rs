//! That a session was exported, in its own log: when, at which level, in which format, with which digest. Never where
//! to, since a path may hold a name.

use time::OffsetDateTime;

use super::Written;
use crate::release::Level;
use crate::session::{Event, ExportRecord, SessionId};
use crate::store::{Access, ReadOnly, SaveError, Study, StudyError};

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

/// Logs in each of these sessions the documents that hold it, at a level and in a format, which is named by its word.
/// Invented sessions that can only be read have no log to keep. Returns the sessions that could not be written, each with
/// why not.
pub fn log_documents(
    study: &Study,
    sessions: &[SessionId],
    level: Level,
    format: &str,
    written: &[Written],
    now: OffsetDateTime,
) -> Vec<(SessionId, LogError)> {
    let mut failed = Vec::new();
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
        if let Err(error) = log_as(study, id, records) {
            failed.push((id.clone(), error));
        }
    }
    failed
}

/// Has exports stand in the log of a session. A journal that is left of an interrupted interview is only appended to, so
/// that the interview can still be taken up; else the log is folded into the session's file.
///
/// # Errors
///
/// If the session cannot be read or saved.
pub fn log_as(study: &Study, id: &SessionId, records: Vec<ExportRecord>) -> Result<(), LogError> {
    let opened = study.open_session(id)?.undamaged()?;
    let was_interrupted = opened.was_interrupted();
    let mut journal = match opened.access {
        Access::Writable(journal) => journal,
        // Where nothing can be written, nothing is logged.
        Access::ReadOnly(ReadOnly::Invented | ReadOnly::ForReview) => return Ok(()),
        Access::ReadOnly(ReadOnly::Locked) => return Err(SaveError::Locked(id.clone()).into()),
        Access::ReadOnly(ReadOnly::Disk(error)) => return Err(SaveError::Disk(error).into()),
    };
    let mut sitting = opened.sitting;
    let recorded: Vec<_> = records
        .into_iter()
        .map(|record| sitting.record(Event::Exported(record)))
        .collect();
    journal.append(&recorded)?;
    if !was_interrupted {
        journal.finish(sitting.state())?;
    }
    Ok(())
}
