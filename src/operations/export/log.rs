//! That a session was exported, in its own log: when, at which level, in which format, with which digest. Never where
//! to, since a path may hold a name.

use time::OffsetDateTime;

use super::Written;
use crate::operations::recording::record;
use crate::release::Level;
use crate::session::{Approval, Event, ExportRecord, SessionId};
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

/// What documents are logged as.
#[derive(Debug, Clone, Copy)]
pub struct LoggedAs<'export> {
    /// At which level.
    pub level: Level,
    /// In which format, by its word.
    pub format: &'export str,
    /// The sessions that were sent by it to their interviewees, each with the step of its approval.
    pub sent: &'export [(SessionId, Approval)],
    /// When.
    pub now: OffsetDateTime,
}

/// Logs in each of these sessions the documents that hold it. Invented sessions that can only be read have no log to
/// keep.
pub fn log_documents(
    study: &Study,
    sessions: &[SessionId],
    written: &[Written],
    logged_as: LoggedAs<'_>,
) -> Logged {
    let mut logged = Logged::default();
    for id in sessions {
        let documents = written
            .iter()
            .filter(|written| written.sessions.contains(id));
        let mut events: Vec<Event> = documents
            .map(|written| {
                Event::Exported(ExportRecord {
                    at: logged_as.now,
                    level: logged_as.level.word().to_owned(),
                    format: logged_as.format.to_owned(),
                    digest: written.digest.clone(),
                })
            })
            .collect();
        if events.is_empty() {
            continue;
        }
        let sent = logged_as.sent.iter().filter(|(session, _)| session == id);
        events.extend(sent.map(|(_, step)| Event::ApprovalSet(step.clone())));
        logged.add(id, log_events(study, id, events));
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
    log_events(
        study,
        id,
        records.into_iter().map(Event::Exported).collect(),
    )
}

fn log_events(study: &Study, id: &SessionId, events: Vec<Event>) -> Result<Cleared, LogError> {
    let opened = study.open_session(id)?.undamaged()?;
    match record(opened, events) {
        // Where nothing can be written, nothing is logged.
        Err(SaveError::Invented(_) | SaveError::ForReview(_)) => Ok(Cleared::default()),
        recorded => Ok(recorded?),
    }
}
