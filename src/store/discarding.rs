//! Throwing away a session in which nothing was said.

use super::StudyError;
use super::error::SaveError;
use super::files::{FIRST_TAKER, SessionFiles};
use super::study::Study;
use crate::session::{Session, SessionId};

/// Why a session was not thrown away.
#[derive(Debug, thiserror::Error)]
pub enum DiscardError {
    /// It cannot be opened.
    #[error(transparent)]
    Study(#[from] StudyError),
    /// Its files cannot be removed, or somebody else works on it.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// Something was said in it.
    #[error("the session {0} has begun")]
    HasBegun(SessionId),
    /// Another note-taker or coder has files of it.
    #[error("another note-taker or coder has files of the session {0}")]
    HasOthers(SessionId),
}

impl Study {
    /// Throws away a note-taker's protocol in which nothing was said. Its lock stays, and so does what is not this
    /// note-taker's: the session itself stays as long as another note-taker or coder has files of it.
    ///
    /// # Errors
    ///
    /// If something was said in it, it is the session's and others have files of it, somebody works on it, or the disk
    /// refuses.
    pub fn discard_session(&self, id: &SessionId, taker: u8) -> Result<(), DiscardError> {
        // The journal holds the lock while the files go.
        let opened = match taker {
            FIRST_TAKER => self.open_session(id)?,
            taker => self.open_taker(id, taker)?,
        };
        let (sitting, held) = opened.into_journal()?;
        if !is_empty(sitting.state()) {
            return Err(DiscardError::HasBegun(id.clone()));
        }
        let files = SessionFiles::of_taker(&self.sessions_folder(), id, taker);
        let mut paths = files.own(self.disk()).map_err(SaveError::Disk)?;
        let all = files.all(self.disk()).map_err(SaveError::Disk)?;
        if files.are_first_takers() && all.iter().any(|path| !paths.contains(path)) {
            return Err(DiscardError::HasOthers(id.clone()));
        }
        paths.retain(|path| *path != files.lock());
        for path in paths {
            self.disk().remove(&path).map_err(SaveError::Disk)?;
        }
        let synced = self.disk().sync_folder_of(&files.snapshot());
        drop(held);
        Ok(synced.map_err(SaveError::Disk)?)
    }
}

fn is_empty(state: &Session) -> bool {
    let has_text = !state.notes.is_empty() || !state.drafts.is_empty();
    state.clock.began.is_none() && !has_text && state.tombstones.is_empty()
}

#[cfg(test)]
mod tests {
    use time::OffsetDateTime;

    use super::*;
    use crate::guide::Mode;
    use crate::language::Language;
    use crate::session::{ClockChange, Event, GuideReference, Header, Sitting};

    fn study_with(events: Vec<Event>) -> (tempfile::TempDir, Study, SessionId) {
        let folder = tempfile::tempdir().unwrap();
        let study = Study::create(folder.path(), &[]).unwrap();
        let header = Header {
            id: "A-1".parse().unwrap(),
            guide: GuideReference {
                id: "example".to_owned(),
                edition: "1".to_owned(),
                digest: "00".to_owned(),
                titles: Vec::new(),
            },
            mode: Mode::OnSite,
            reason: None,
            language: Language::De,
            created: OffsetDateTime::UNIX_EPOCH,
            invented: false,
            pilot: false,
        };
        let opened = study.new_session(header.clone()).unwrap();
        let (_, mut journal) = opened.into_journal().unwrap();
        let mut sitting = Sitting::new(Session::new(header.clone()));
        let begun = sitting.record(Event::Begun(Box::new(header.clone())));
        let mut records = vec![begun];
        records.extend(events.into_iter().map(|event| sitting.record(event)));
        journal.append(&records).unwrap();
        journal.finish(sitting.state()).unwrap();
        (folder, study, header.id)
    }

    /// A8: who does not take part leaves nothing behind.
    #[test]
    fn a_session_in_which_nothing_was_said_goes_with_all_its_files() {
        let (_folder, study, id) = study_with(Vec::new());
        study.discard_session(&id, 1).unwrap();
        let left = study.files_of(&id).unwrap();
        assert!(
            left.iter().all(|path| path.ends_with("A-1.lock")),
            "{left:?}"
        );
        assert!(study.sessions().unwrap().is_empty());
    }

    #[test]
    fn a_session_that_has_begun_or_is_worked_on_stays() {
        let begins = ClockChange::Begins(OffsetDateTime::UNIX_EPOCH);
        let (_folder, study, id) = study_with(vec![Event::Clock(begins)]);
        let refused = study.discard_session(&id, 1);
        assert!(matches!(refused, Err(DiscardError::HasBegun(_))));
        assert_eq!(study.sessions().unwrap().len(), 1);

        let (_folder, study, id) = study_with(Vec::new());
        let _held = study.open_session(&id).unwrap();
        let refused = study.discard_session(&id, 1);
        assert!(matches!(
            refused,
            Err(DiscardError::Save(SaveError::Locked(_)))
        ));
        assert_eq!(study.sessions().unwrap().len(), 1);
    }

    #[test]
    fn what_another_note_taker_or_coder_wrote_stays() {
        for other in [
            "A-1.t2.ron",
            "A-1.t2.journal",
            "A-1.t2.lock",
            "A-1.codes-2.ron",
        ] {
            let (_folder, study, id) = study_with(Vec::new());
            let path = study.sessions_folder().join(other);
            std::fs::write(&path, "theirs").unwrap();
            let before = study.files_of(&id).unwrap();
            let refused = study.discard_session(&id, 1);
            assert!(
                matches!(refused, Err(DiscardError::HasOthers(_))),
                "{other}"
            );
            assert_eq!(study.files_of(&id).unwrap(), before, "{other}");
        }
    }

    #[test]
    fn a_second_note_taker_discards_nothing_of_the_first() {
        let begins = ClockChange::Begins(OffsetDateTime::UNIX_EPOCH);
        let (_folder, study, id) = study_with(vec![Event::Clock(begins)]);
        let before = study.files_of(&id).unwrap();
        let header = study.read_session(&id).unwrap().header;
        let (sitting, mut journal) = study.new_taker(header, 2).unwrap().into_journal().unwrap();
        journal.finish(sitting.state()).unwrap();
        drop(journal);
        assert!(study.files_of(&id).unwrap().len() > before.len());
        study.discard_session(&id, 2).unwrap();
        let mut left = study.files_of(&id).unwrap();
        left.retain(|path| !path.ends_with("A-1.t2.lock"));
        assert_eq!(left, before);
    }
}
