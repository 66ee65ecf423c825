//! The sessions of a study with what a list shows of them.

mod waiting;

use time::OffsetDateTime;

use super::guides::KnownGuides;
use crate::analysis::{Facts, SessionFacts, coverage, must_settled};
use crate::anonymise::ProtectedWords;
use crate::release::{Due, due, residual};
use crate::session::{Session, SessionId};
use crate::store::index::{Index, IndexError, Listing, Progress, Readable};
use crate::store::{Study, StudyError, Summary};

pub use waiting::waiting;

/// A session in a list.
#[derive(Debug)]
pub struct Listed {
    /// Which session.
    pub id: SessionId,
    /// Whose protocol it is: the first note-taker's, or that of the first who has one here.
    pub taker: u8,
    /// What a list shows of it, or why it cannot be read.
    pub entry: Result<Entry, StudyError>,
    /// How the index has it, if it does.
    pub stands: Option<Listing>,
}

/// What a list shows of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What the list shows of every session.
    pub readable: Readable,
    /// The guide's id.
    pub guide: String,
    /// Of the topics that must be asked: how many are settled, and how many there are. Nothing if its guide is not at
    /// hand.
    pub covered: Option<(usize, usize)>,
}

/// The sessions of a study in order. One that cannot be read does not keep the others from being listed.
///
/// They come from the index of the study, which is made or brought up to date first; `progress` is told how far that is.
///
/// # Errors
///
/// If the folder of the sessions cannot be read.
pub fn list(study: &Study, progress: &mut dyn FnMut(Progress)) -> Result<Vec<Listed>, StudyError> {
    let listed = match study.read_index(progress, |index| of_index(study, index)) {
        Err(IndexError::Study(error)) => Err(error),
        Err(_) => of_sessions(study),
        Ok(listed) => Ok(listed),
    };
    let mut listed = listed?;
    listed.extend(of_others(study)?);
    listed.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(listed)
}

/// The sessions of which only another note-taker's protocol is here. No count has them: they wait to be merged.
fn of_others(study: &Study) -> Result<Vec<Listed>, StudyError> {
    let mut known = KnownGuides::default();
    let others = study.sessions_of_others()?.into_iter();
    let listed = others.map(|(id, taker)| {
        let session = study.read_taker(&id, taker);
        let entry = session.map(|session| entry_of(study, &session, taker, &mut known));
        Listed {
            id,
            taker,
            entry,
            stands: None,
        }
    });
    Ok(listed.collect())
}

fn of_index(study: &Study, index: &Index) -> Result<Vec<Listed>, IndexError> {
    let (list, facts) = (index.list()?, index.facts_without_notes()?);
    let mut known = KnownGuides::default();
    let mut sessions = facts.sessions.iter().peekable();
    let mut listed = Vec::with_capacity(list.len());
    for listing in list {
        let (id, readable) = (listing.id.clone(), listing.readable);
        while sessions.next_if(|session| session.id < id).is_some() {}
        let session = sessions.next_if(|session| session.id == id);
        let entry = match readable.zip(session) {
            Some((readable, session)) => Ok(entry(study, readable, session, &facts, &mut known)),
            // What cannot be read by now says why; what was mended meanwhile is listed after all.
            None => of_session(study, &id, &mut known),
        };
        listed.push(Listed {
            id,
            taker: 1,
            entry,
            stands: Some(listing),
        });
    }
    Ok(listed)
}

fn entry(
    study: &Study,
    readable: Readable,
    session: &SessionFacts,
    facts: &Facts,
    known: &mut KnownGuides,
) -> Entry {
    let version = facts.names.guide_of(session.guide);
    let guide = version.and_then(|version| known.of(study, &version.reference));
    Entry {
        readable,
        guide: facts.guide_id(session).to_owned(),
        covered: guide.map(|guide| must_settled(session, &facts.names, guide)),
    }
}

/// The list, made of the sessions one by one, where no index can be had at all.
fn of_sessions(study: &Study) -> Result<Vec<Listed>, StudyError> {
    let mut known = KnownGuides::default();
    let listed = study.sessions()?.into_iter().map(|id| {
        let entry = of_session(study, &id, &mut known);
        Listed {
            id,
            taker: 1,
            entry,
            stands: None,
        }
    });
    Ok(listed.collect())
}

fn of_session(study: &Study, id: &SessionId, known: &mut KnownGuides) -> Result<Entry, StudyError> {
    let session = study.read_session(id)?;
    Ok(entry_of(study, &session, 1, known))
}

fn entry_of(study: &Study, session: &Session, taker: u8, known: &mut KnownGuides) -> Entry {
    let guide = known.of(study, &session.header.guide);
    let summary = study.summary_of_taker(session, taker);
    Entry {
        readable: Readable {
            progress: summary.progress,
            mode: summary.mode,
            invented: summary.invented,
            created: summary.created,
            notes: summary.notes,
            unfolded: summary.unfolded,
            settled: false,
        },
        guide: summary.guide,
        covered: guide.map(|guide| coverage(session, guide).must()),
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
    known: KnownGuides,
}

impl<'study> Dues<'study> {
    /// What is due in a study at this moment.
    pub fn new(study: &'study Study, now: OffsetDateTime) -> Self {
        Self {
            study,
            now,
            known: KnownGuides::default(),
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
        let due = self
            .known
            .of(self.study, &session.header.guide)
            .map(|guide| {
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
        let all = list(&study, &mut |_| {}).unwrap();
        assert!(all.len() > 2 && all.iter().all(|listed| listed.entry.is_ok()));
        let broken = study.sessions_folder().join(format!("{}.ron", all[0].id));
        std::fs::write(&broken, "(version: 1, broken").unwrap();
        let after = list(&study, &mut |_| {}).unwrap();
        assert!(after[0].entry.is_err());
        assert!(after[1..].iter().all(|listed| listed.entry.is_ok()));
        assert_eq!(after.len(), all.len());
    }

    /// B8
    #[test]
    fn a_session_of_which_only_the_second_protocol_is_here_is_listed() {
        let folder = tempfile::tempdir().unwrap();
        let study = demo::copy_to(&folder.path().join("copy")).unwrap();
        let all = list(&study, &mut |_| {}).unwrap().len();
        let sessions = study.sessions_folder();
        std::fs::rename(sessions.join("K-1.ron"), sessions.join("K-1.t2.ron")).unwrap();
        let after = list(&study, &mut |_| {}).unwrap();
        assert_eq!(after.len(), all);
        let (first, others) = after.split_first().unwrap();
        assert_eq!((first.id.to_string().as_str(), first.taker), ("K-1", 2));
        assert!(first.entry.as_ref().unwrap().readable.notes > 0);
        assert!(others.iter().all(|listed| listed.taker == 1));
        // Nobody else's interview gets its number.
        assert!(!study.sessions().unwrap().contains(&first.id));
        assert!(study.given_numbers().unwrap().contains(&first.id));
    }

    #[test]
    fn the_list_of_the_index_is_that_of_the_sessions() {
        let copy = demo::temporary().unwrap();
        let by_index = list(copy.study(), &mut |_| {}).unwrap();
        let by_reading = of_sessions(copy.study()).unwrap();
        assert_eq!(by_index.len(), by_reading.len());
        for (one, other) in by_index.iter().zip(&by_reading) {
            assert_eq!(one.id, other.id);
            let (one, other) = (one.entry.as_ref(), other.entry.as_ref());
            assert_eq!(one.unwrap(), other.unwrap());
        }
    }

    #[test]
    fn coverage_is_that_of_the_session_s_guide() {
        let folder = tempfile::tempdir().unwrap();
        let study = demo::copy_to(&folder.path().join("copy")).unwrap();
        for listed in list(&study, &mut |_| {}).unwrap() {
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
