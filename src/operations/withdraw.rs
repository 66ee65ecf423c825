//! The withdrawal of a person: every place where their interview is known to be is named, what can be deleted is deleted,
//! and a tombstone without content stays, so that counts can say that there was one more.
//!
//! The tombstone comes first: a withdrawal that is interrupted is known as one, and goes on when it is called for again.

use std::path::PathBuf;

use time::{Date, OffsetDateTime};

use crate::session::{ArchiveRecord, Deletion, ExportRecord, Session, SessionId};
use crate::store::{DiskError, Held, SaveError, Study, StudyError};

/// Every place where an interview is known to be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    /// The session's files: its protocols of all note-takers, journals, other versions, second coders' files.
    pub files: Vec<PathBuf>,
    /// Files that are made from sessions and can be made again.
    pub index: Vec<PathBuf>,
    /// The entry of its case, if no other session belongs to it.
    pub case: bool,
    /// The exports that were made.
    pub exports: Vec<ExportRecord>,
    /// The packages that went into archives.
    pub archived: Vec<ArchiveRecord>,
    /// How many recordings were made.
    pub recordings: usize,
    /// What is known of their deletion.
    pub deletion: Deletion,
    /// Files of the session that cannot be read, so that their exports and packages are not known.
    pub unread: Vec<PathBuf>,
    /// The day on which the interview was withdrawn, if it was before.
    pub withdrawn: Option<Date>,
}

/// Why nothing was withdrawn. All files are then as they were.
#[derive(Debug, thiserror::Error)]
pub enum WithdrawError {
    /// The session cannot be found.
    #[error(transparent)]
    Study(#[from] StudyError),
    /// Somebody works on it, it is invented, or the tombstone cannot be written.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// A withdrawal that is ready: nobody works on the session, and nothing was written.
#[derive(Debug)]
pub struct Prepared {
    id: SessionId,
    places: Places,
    _locks: Vec<Held>,
}

/// What was deleted.
#[derive(Debug, Default)]
pub struct Withdrawn {
    /// The files that are gone.
    pub deleted: Vec<PathBuf>,
    /// Those that are still there, and why.
    pub left: Vec<(PathBuf, DiskError)>,
    /// Why the entry of the case is still there, if it should not be.
    pub case_left: Option<SaveError>,
}

/// Looks for every place where an interview is known to be.
///
/// # Errors
///
/// If there is no such session, somebody works on it, or it is invented and the study no demonstration.
pub fn prepare(study: &Study, id: &SessionId) -> Result<Prepared, WithdrawError> {
    let withdrawn = study.withdrawn_on(id)?;
    let mut places = Places {
        files: study.contents_of(id)?,
        index: study.index_files()?,
        withdrawn,
        ..Places::default()
    };
    if places.files.is_empty() && withdrawn.is_none() {
        return Err(StudyError::NoSession(id.clone()).into());
    }
    let locks = study.hold(id)?;
    let mut invented = None;
    let mut takers = study.other_takers(id)?;
    takers.insert(0, 1);
    for taker in takers {
        let read = match taker {
            1 => study.read_session(id),
            taker => study.read_taker(id, taker),
        };
        match read {
            Ok(session) => {
                invented = Some(session.header.invented);
                places.note(&session);
            }
            Err(StudyError::NoSession(_)) => {}
            // Whatever is wrong with a file: it is deleted, and named.
            Err(error) => match error.path() {
                Some(path) => places.unread.push(path.to_owned()),
                None => return Err(error.into()),
            },
        }
    }
    if invented == Some(true) && !study.is_demonstration() {
        return Err(SaveError::Invented(id.clone()).into());
    }
    let others = study.sessions()?.into_iter().filter(|other| other != id);
    let is_last = !others.into_iter().any(|other| other.case() == id.case());
    // A list of cases that cannot be read is named with what is left.
    let cases = study.cases().map(|cases| cases.list).unwrap_or_default();
    places.case = is_last && cases.iter().any(|case| &case.id == id.case());
    Ok(Prepared {
        id: id.clone(),
        places,
        _locks: locks,
    })
}

impl Prepared {
    /// Every place where the interview is known to be.
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// Leaves a tombstone, and deletes what can be deleted.
    ///
    /// # Errors
    ///
    /// If the tombstone cannot be written; nothing is then deleted. What cannot be deleted is no error: it is named.
    pub fn carry_out(
        &self,
        study: &Study,
        now: OffsetDateTime,
    ) -> Result<Withdrawn, WithdrawError> {
        study.bury(&self.id, now.date())?;
        let mut withdrawn = Withdrawn::default();
        let _index = study.hold_index();
        for path in self.places.files.iter().chain(&self.places.index) {
            match study.delete(path) {
                Ok(()) => withdrawn.deleted.push(path.clone()),
                Err(error) => withdrawn.left.push((path.clone(), error)),
            }
        }
        if self.places.case {
            withdrawn.case_left = self.delete_case(study).err();
        }
        Ok(withdrawn)
    }

    fn delete_case(&self, study: &Study) -> Result<(), SaveError> {
        let Ok(mut cases) = study.cases() else {
            return Ok(());
        };
        cases.list.retain(|case| &case.id != self.id.case());
        study.save_cases(&mut cases)
    }
}

impl Places {
    /// Whether there is anything to delete: of what was withdrawn before, only what was left then.
    pub const fn is_anything_left(&self) -> bool {
        self.withdrawn.is_none() || !self.files.is_empty()
    }

    fn note(&mut self, session: &Session) {
        for export in &session.exports {
            if !self.exports.contains(export) {
                self.exports.push(export.clone());
            }
        }
        for package in &session.archived {
            if !self.archived.contains(package) {
                self.archived.push(package.clone());
            }
        }
        self.recordings = self.recordings.max(session.clock.recordings.len());
        if session.deletion != Deletion::default() {
            self.deletion = session.deletion;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use time::macros::datetime;

    use super::*;
    use crate::operations::strike::tests::{files_with, id, note, two_takers, write};

    const NOW: OffsetDateTime = datetime!(2026-05-06 09:00 +2);

    #[test]
    fn a_withdrawn_interview_is_in_no_file_and_leaves_a_tombstone() {
        let (folder, study) = two_takers();
        let sessions = study.sessions_folder();
        // A version beside it, a journal, a second coder's file, and what was made of it.
        write(
            study.open_session(&id()).unwrap(),
            vec![note("1.9", 400_000, "Quittungsbuch")],
            false,
        );
        fs::copy(
            sessions.join("A-1.ron"),
            sessions.join("A-1 (conflict).ron"),
        )
        .unwrap();
        fs::write(sessions.join("A-1.codes-2.ron"), "Quittungsbuch").unwrap();
        fs::create_dir_all(sessions.join(".index")).unwrap();
        fs::write(sessions.join(".index").join("facts"), "Quittungsbuch").unwrap();
        assert_eq!(files_with(folder.path(), "Quittungsbuch").len(), 6);

        let prepared = prepare(&study, &id()).unwrap();
        assert_eq!(prepared.places().files.len(), 5);
        let withdrawn = prepared.carry_out(&study, NOW).unwrap();
        assert!(withdrawn.left.is_empty() && withdrawn.case_left.is_none());
        for word in ["Quittungsbuch", "Kammer", "b3.t2"] {
            let guides = files_with(&study.guides(), word).len();
            assert_eq!(files_with(folder.path(), word).len(), guides, "{word}");
        }
        assert!(study.sessions().unwrap().is_empty());
        assert_eq!(study.withdrawn().unwrap(), [id()]);
        // Its number is not given again.
        assert_eq!(study.given_numbers().unwrap(), [id()]);
        drop(prepared);
        let again = prepare(&study, &id()).unwrap();
        assert_eq!(again.places().withdrawn, Some(NOW.date()));
        assert!(again.places().files.is_empty());
    }

    #[test]
    fn a_withdrawal_does_not_ask_git_what_it_takes_up() {
        let (folder, study) = two_takers();
        fs::create_dir(folder.path().join(".git")).unwrap();
        let ignored = "*.ron\n*.journal\n*.lock\n";
        fs::write(study.sessions_folder().join(".gitignore"), ignored).unwrap();
        let prepared = prepare(&study, &id()).unwrap();
        prepared.carry_out(&study, NOW).unwrap();
        assert!(study.sessions().unwrap().is_empty());
        assert_eq!(study.withdrawn().unwrap(), [id()]);
    }

    #[test]
    fn a_withdrawn_interview_is_begun_again_by_no_note_taker() {
        let (_folder, study) = two_takers();
        let header = study.read_session(&id()).unwrap().header;
        prepare(&study, &id())
            .unwrap()
            .carry_out(&study, NOW)
            .unwrap();
        for taken in [
            study.new_session(header.clone()).map(drop),
            study.new_taker(header, 2).map(drop),
        ] {
            assert!(matches!(taken, Err(StudyError::Withdrawn(_))), "{taken:?}");
        }
    }

    #[test]
    fn nobody_is_withdrawn_while_somebody_works_on_the_session() {
        let (_folder, study) = two_takers();
        let (mut sitting, mut journal) =
            study.open_taker(&id(), 2).unwrap().into_journal().unwrap();
        let recorded = sitting.record(note("2.3", 300_000, "noch etwas"));
        journal.append(&[recorded]).unwrap();
        let refused = prepare(&study, &id());
        assert!(matches!(
            refused,
            Err(WithdrawError::Save(SaveError::Locked(_)))
        ));
        assert!(study.withdrawn().unwrap().is_empty());
    }

    #[test]
    fn a_protocol_that_cannot_be_read_is_withdrawn_all_the_same() {
        let (folder, study) = two_takers();
        let path = study.sessions_folder().join("A-1.ron");
        fs::write(&path, "(version: 1, Quittungsbuch").unwrap();
        let prepared = prepare(&study, &id()).unwrap();
        assert_eq!(prepared.places().unread, [path]);
        prepared.carry_out(&study, NOW).unwrap();
        assert!(files_with(folder.path(), "Quittungsbuch").is_empty());
        // So it is when there is nothing but a journal of what is lost.
        let (folder, study) = two_takers();
        let sessions = study.sessions_folder();
        write(
            study.open_session(&id()).unwrap(),
            vec![note("1.9", 400_000, "Quittungsbuch")],
            false,
        );
        fs::remove_file(sessions.join("A-1.ron")).unwrap();
        let prepared = prepare(&study, &id()).unwrap();
        assert_eq!(prepared.places().unread, [sessions.join("A-1.journal")]);
        prepared.carry_out(&study, NOW).unwrap();
        assert!(files_with(folder.path(), "Quittungsbuch").is_empty());
        let unknown = prepare(&study, &"B-7".parse().unwrap());
        assert!(matches!(
            unknown,
            Err(WithdrawError::Study(StudyError::NoSession(_)))
        ));
    }
}
