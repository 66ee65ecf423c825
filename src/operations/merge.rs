//! Puts another note-taker's protocol of an interview into the session.
//!
//! The session's file is written anew as a whole; the other protocol stays where it is.

use std::path::{Path, PathBuf};

use time::OffsetDateTime;

use crate::anonymise::Announced;
use crate::session::{self, MergeError, Merged, MergedSitting, SessionId};
use crate::store::{Cleared, Purge, SaveError, Study, StudyError};

/// Why nothing was merged. All files are then as they were.
#[derive(Debug, thiserror::Error)]
pub enum MergeTrouble {
    /// The session or the other protocol cannot be read.
    #[error(transparent)]
    Study(#[from] StudyError),
    /// The session cannot be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// They are not of the same interview.
    #[error(transparent)]
    Merge(#[from] MergeError),
}

/// A protocol that was merged: the session lasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// What came of it.
    pub merged: Merged,
    /// Whether a sitting was folded by it that had been cut short, so that undo reaches back over it no more.
    pub folded: bool,
    /// What became of other files: what may still hold what was struck by it, and where the session went if its own file
    /// was changed by somebody else meanwhile.
    pub cleared: Cleared,
}

/// Merges the protocol in `file` into a session. A journal that is left of an interrupted sitting stays, so that what was
/// done in it can still be taken back; unless the other protocol cannot be put beneath it, then it is folded.
///
/// # Errors
///
/// If it was not merged.
pub fn merge(
    study: &Study,
    id: &SessionId,
    file: &Path,
    now: OffsetDateTime,
) -> Result<Done, MergeTrouble> {
    let other = study.read_protocol(file)?;
    let opened = study.open_session(id)?.undamaged()?;
    let was_interrupted = opened.was_interrupted();
    let (sitting, mut journal) = opened.into_journal()?;
    let MergedSitting { merged, sitting } = session::merge_into(&sitting, &other, now)?;
    let purged = journal.purge(&mut Purge {
        base: sitting.base().clone(),
        events: sitting.events().to_vec(),
        search: None,
        names: Announced::default(),
        sought: Vec::new(),
    })?;
    let mut cleared = purged.cleared;
    let goes_on = !sitting.events().is_empty();
    if !goes_on {
        let finished = journal.finish(sitting.state())?;
        cleared.conflicts.extend(finished.conflict);
    }
    let holds_struck = merged.struck.iter().any(|note| other.note(*note).is_some());
    // The study's own files were purged; one that lies elsewhere is whoever's it is.
    let is_elsewhere =
        file.parent().map(Path::to_owned).and_then(canonical) != canonical(study.sessions_folder());
    if holds_struck && is_elsewhere {
        cleared.remains(file);
    }
    Ok(Done {
        merged,
        folded: was_interrupted && !goes_on,
        cleared,
    })
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
mod tests {
    use time::macros::datetime;

    use super::*;
    use crate::operations::strike::tests::{files_with, id, note, two_takers, write};
    use crate::session::Event;

    const NOW: OffsetDateTime = datetime!(2026-05-06 09:00 +2);

    /// B8 of the field brief.
    #[test]
    fn the_second_protocol_comes_in_and_stays_where_it_is() {
        let (_folder, study) = two_takers();
        let file = study.sessions_folder().join("A-1.t2.ron");
        let before = std::fs::read(&file).unwrap();
        let done = merge(&study, &id(), &file, NOW).unwrap();
        assert_eq!((done.merged.notes, done.merged.later_ms), (2, 7_000));
        let after = study.read_session(&id()).unwrap();
        assert_eq!(after, done.merged.session);
        assert_eq!(after.notes.len(), 5);
        assert_eq!(std::fs::read(&file).unwrap(), before);
        // Once more changes nothing but the log.
        let again = merge(&study, &id(), &file, NOW).unwrap();
        assert_eq!(again.merged.notes, 0);
        assert_eq!(study.read_session(&id()).unwrap().notes, after.notes);
    }

    /// B8 and A6 of the field brief.
    #[test]
    fn what_one_said_off_the_record_is_in_no_file_of_the_other() {
        let (_folder, study) = two_takers();
        // The second note-taker wrote «Kammer» sixty-two seconds into the first one's interview.
        write(
            study.open_session(&id()).unwrap(),
            vec![
                Event::OffRecord {
                    at_ms: 61_000,
                    on: true,
                },
                Event::OffRecord {
                    at_ms: 119_000,
                    on: false,
                },
            ],
            true,
        );
        let file = study.sessions_folder().join("A-1.t2.ron");
        let done = merge(&study, &id(), &file, NOW).unwrap();
        assert_eq!(done.merged.struck, ["2.1".parse().unwrap()]);
        assert!(done.cleared.remaining.is_empty());
        assert_eq!(files_with(&study.sessions_folder(), "Kammer"), ["A-1.ron"]);
        let second = study.read_taker(&id(), 2).unwrap();
        assert_eq!(second.notes.len(), 1);
    }

    #[test]
    fn a_protocol_of_another_interview_is_refused_and_nothing_changes() {
        let (folder, study) = two_takers();
        let file = folder.path().join("other.ron");
        let text = std::fs::read_to_string(study.sessions_folder().join("A-1.t2.ron")).unwrap();
        std::fs::write(&file, text.replace("\"A-1\"", "\"B-2\"")).unwrap();
        let before = study.read_session(&id()).unwrap();
        let refused = merge(&study, &id(), &file, NOW);
        assert!(matches!(
            refused,
            Err(MergeTrouble::Merge(MergeError::OtherSession(_)))
        ));
        let missing = merge(&study, &id(), &folder.path().join("none.ron"), NOW);
        assert!(matches!(
            missing,
            Err(MergeTrouble::Study(StudyError::NoFile(_)))
        ));
        assert_eq!(study.read_session(&id()).unwrap(), before);
    }

    #[test]
    fn a_journal_of_the_other_protocol_counts_too() {
        let (_folder, study) = two_takers();
        let opened = study.open_taker(&id(), 2).unwrap();
        write(opened, vec![note("2.3", 300_000, "noch etwas")], false);
        let file = study.sessions_folder().join("A-1.t2.ron");
        let done = merge(&study, &id(), &file, NOW).unwrap();
        assert_eq!(done.merged.notes, 3);
    }
    /// B8 of the field brief, and undo over the sitting.
    #[test]
    fn what_was_done_in_a_sitting_that_was_cut_short_can_be_taken_back_after_a_merge() {
        let (_folder, study) = two_takers();
        let opened = study.open_session(&id()).unwrap();
        write(opened, vec![note("1.4", 300_000, "noch etwas")], false);
        let before = study.open_session(&id()).unwrap().sitting;
        let file = study.sessions_folder().join("A-1.t2.ron");
        let done = merge(&study, &id(), &file, NOW).unwrap();
        assert_eq!((done.merged.notes, done.folded), (2, false));
        let mut sitting = study.open_session(&id()).unwrap().sitting;
        assert_eq!(sitting.events(), before.events());
        assert_eq!(sitting.state().notes.len(), before.state().notes.len() + 2);
        let undoable = sitting.undoable().unwrap().sequence;
        sitting.record(Event::Undone(undoable));
        let left = sitting.state().notes.iter();
        let left = left.filter(|note| note.id.taker == 1).cloned();
        assert_eq!(left.collect::<Vec<_>>(), before.base().notes);
    }
}
