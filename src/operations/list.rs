//! The sessions of a study with what a list shows of them.

use std::collections::BTreeMap;

use time::OffsetDateTime;

use super::guides;
use crate::analysis::coverage;
use crate::anonymise::ProtectedWords;
use crate::guide::Guide;
use crate::release::{Due, due, residual};
use crate::session::{Session, SessionId};
use crate::store::{Study, StudyError, Summary};

/// A session in a list.
#[derive(Debug)]
pub struct Listed {
    /// Which session.
    pub id: SessionId,
    /// What a list shows of it, or why it cannot be read.
    pub entry: Result<Entry, StudyError>,
}

/// What a list shows of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What its file says.
    pub summary: Summary,
    /// Of the topics that must be asked: how many are settled, and how many there are. Nothing if its guide is not at
    /// hand.
    pub covered: Option<(usize, usize)>,
}

/// The sessions of a study in order. One that cannot be read does not keep the others from being listed.
///
/// # Errors
///
/// If the folder of the sessions cannot be read.
pub fn list(study: &Study) -> Result<Vec<Listed>, StudyError> {
    let mut known = Guides::default();
    let listed = study.sessions()?.into_iter().map(|id| {
        let entry = study.read_session(&id).map(|session| Entry {
            summary: study.summary_of(&session),
            covered: known.covered(study, &session),
        });
        Listed { id, entry }
    });
    Ok(listed.collect())
}

/// The guides that were read, so that none is read twice.
#[derive(Debug, Default)]
struct Guides(BTreeMap<(String, String), Option<Guide>>);

impl Guides {
    fn covered(&mut self, study: &Study, session: &Session) -> Option<(usize, usize)> {
        Some(coverage(session, self.guide(study, session)?).must())
    }

    fn guide(&mut self, study: &Study, session: &Session) -> Option<&Guide> {
        let reference = &session.header.guide;
        let key = (reference.id.clone(), reference.digest.clone());
        let guide = self.0.entry(key);
        let guide = guide.or_insert_with(|| guides::of_session(study, session).ok());
        guide.as_ref()
    }
}

/// A session that was looked at for what is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// What a list shows of it.
    pub summary: Summary,
    /// What is due of it, the most urgent first; nothing if its guide is not at hand.
    pub due: Vec<Due>,
    /// Whether nothing is due, nor will be as long as its files stay as they are: it is closed, and its guide is at hand.
    /// What waits for a date is due all the time until then.
    pub is_settled: bool,
}

/// What is due of the sessions of a study.
#[derive(Debug)]
pub struct Dues<'study> {
    study: &'study Study,
    now: OffsetDateTime,
    known: Guides,
}

impl<'study> Dues<'study> {
    /// What is due in a study at this moment.
    pub fn new(study: &'study Study, now: OffsetDateTime) -> Self {
        Self {
            study,
            now,
            known: Guides::default(),
        }
    }

    /// What a list shows of a session, and what is due of it.
    ///
    /// # Errors
    ///
    /// If the session cannot be read.
    pub fn of(&mut self, id: &SessionId) -> Result<Looked, StudyError> {
        let session = self.study.read_session(id)?;
        let summary = self.study.summary_of(&session);
        // Only what is closed and in no archive is searched for names: that takes a while.
        let is_searched =
            session.closed.is_some() && session.archived.is_empty() && !session.header.invented;
        let now = self.now;
        let due = self.known.guide(self.study, &session).map(|guide| {
            let hits = if is_searched {
                let found = residual(&session, Some(guide), &ProtectedWords::default());
                found.iter().filter(|hit| hit.blocks()).count()
            } else {
                0
            };
            due(&session, guide, now, hits)
        });
        let is_settled = session.closed.is_some() && due.as_ref().is_some_and(Vec::is_empty);
        Ok(Looked {
            summary,
            due: due.unwrap_or_default(),
            is_settled,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::demo;

    #[test]
    fn a_session_that_cannot_be_read_does_not_hide_the_others() {
        let folder = tempfile::tempdir().unwrap();
        let study = demo::copy_to(&folder.path().join("copy")).unwrap();
        let all = list(&study).unwrap();
        assert!(all.len() > 2 && all.iter().all(|listed| listed.entry.is_ok()));
        let broken = study.sessions_folder().join(format!("{}.ron", all[0].id));
        std::fs::write(&broken, "(version: 1, broken").unwrap();
        let after = list(&study).unwrap();
        assert!(after[0].entry.is_err());
        assert!(after[1..].iter().all(|listed| listed.entry.is_ok()));
        assert_eq!(after.len(), all.len());
    }

    #[test]
    fn coverage_is_that_of_the_session_s_guide() {
        let folder = tempfile::tempdir().unwrap();
        let study = demo::copy_to(&folder.path().join("copy")).unwrap();
        for listed in list(&study).unwrap() {
            let (settled, of) = listed.entry.unwrap().covered.unwrap();
            assert!(settled <= of && of > 0, "{}", listed.id);
        }
    }

    #[test]
    fn only_what_is_closed_and_lacks_nothing_is_settled() {
        let folder = tempfile::tempdir().unwrap();
        let study = demo::copy_to(&folder.path().join("copy")).unwrap();
        let id: SessionId = "K-1".parse().unwrap();
        let now = OffsetDateTime::from_unix_timestamp(1_770_000_000).unwrap();
        let look = |session: &Session| {
            let path = study.sessions_folder().join("K-1.ron");
            std::fs::write(path, crate::store::file_of_session(session).unwrap()).unwrap();
            Dues::new(&study, now).of(&id).unwrap()
        };
        // Nothing is due of what is invented; of what is not, the postscript is.
        let mut session = study.read_session(&id).unwrap();
        assert!(look(&session).is_settled);
        session.header.invented = false;
        session.postscript.clear();
        let looked = look(&session);
        assert!(!looked.is_settled && !looked.due.is_empty());
        session.header.invented = true;
        session.closed = None;
        assert!(!look(&session).is_settled, "it may go on");
    }
}
