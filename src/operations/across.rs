//! What is read across interviews, gathered from the files of a study.

use std::collections::BTreeMap;

use super::agreement;
use super::facts::gather;
use super::guides::{self, GuideTrouble};
use crate::analysis::{CoderAgreement, Facts};
use crate::guide::Guide;
use crate::session::{SessionId, TopicId};
use crate::store::{Study, StudyError};

/// What is read across interviews.
#[derive(Debug)]
pub struct Gathered {
    /// The facts of all sessions that can be read.
    pub facts: Facts,
    /// The guide that most sessions follow, with what the study adds to its codebook.
    pub guide: Guide,
    /// The sentences of cells.
    pub summaries: BTreeMap<(SessionId, TopicId), String>,
    /// How far other coders agree, if one has coded.
    pub agreement: Option<CoderAgreement>,
}

/// Why nothing can be read across interviews.
#[derive(Debug, thiserror::Error)]
pub enum AcrossError {
    /// The study's files.
    #[error(transparent)]
    Study(#[from] StudyError),
    /// The guide that sessions are counted by.
    #[error(transparent)]
    Guide(#[from] GuideTrouble),
    /// No session can be read.
    #[error("no session can be read across")]
    NoSession,
}

/// Gathers what is read across the interviews that follow the guide of most sessions.
///
/// # Errors
///
/// If no session can be read, or the guide cannot be used.
pub fn read(study: &Study) -> Result<Gathered, AcrossError> {
    let facts = gather(study)?.facts;
    let id = facts.guides().first().map(|(id, _)| (*id).to_owned());
    let id = id.ok_or(AcrossError::NoSession)?;
    let guide = guides::counted_by(study, &id)?;
    let sessions: Vec<SessionId> = facts
        .sessions
        .iter()
        .filter(|session| facts.guide_id(session) == id)
        .map(|session| session.id.clone())
        .collect();
    Ok(Gathered {
        summaries: summaries(study, &facts),
        agreement: agreement::of_sessions(study, &guide, &sessions),
        guide,
        facts,
    })
}

/// The sentences of the cells that have one.
fn summaries(study: &Study, facts: &Facts) -> BTreeMap<(SessionId, TopicId), String> {
    let summarised = facts
        .sessions
        .iter()
        .filter(|session| session.cells.iter().any(|cell| cell.summarised));
    let mut found = BTreeMap::new();
    for session in summarised {
        // What cannot be read any more was counted as unread a moment ago, or will be the next time.
        if let Ok(read) = study.read_session(&session.id) {
            for (topic, text) in read.summaries {
                found.insert((session.id.clone(), topic), text.as_str().to_owned());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::demo;

    #[test]
    fn what_is_read_across_comes_from_the_guide_of_most_sessions() {
        let copy = demo::temporary().unwrap();
        let found = read(copy.study()).unwrap();
        assert_eq!(found.guide.id, "cluster-cooperation");
        assert_eq!(found.facts.sessions.len(), 11);
        assert!(found.agreement.is_none());
    }

    #[test]
    fn a_second_coder_is_compared_on_the_notes_that_they_looked_at() {
        let copy = demo::temporary().unwrap();
        let study = copy.study();
        let id = study.sessions().unwrap().remove(0);
        let session = study.read_session(&id).unwrap();
        let mut file = study.coder_file(&id, 2).unwrap();
        let notes: Vec<_> = session.notes.iter().take(3).collect();
        for note in &notes {
            file.sheet.look_at(note).codes = note.codes.clone();
        }
        file.sheet.look_at(notes[0]).codes = vec!["bar.lang".to_owned()];
        study.save_coder_file(&mut file, true).unwrap();
        let agreement = read(study).unwrap().agreement.unwrap();
        assert_eq!(agreement.notes, 3);
        let pair = &agreement.pairs[0];
        assert_eq!((pair.first, pair.second), (1, 2));
        assert_eq!(pair.agreement.differences.len(), 1);
    }

    #[test]
    fn an_empty_study_says_that_there_is_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let study = crate::operations::study::create(folder.path()).unwrap();
        assert!(matches!(read(&study), Err(AcrossError::NoSession)));
    }
}
