//! What is read across interviews, gathered from the index of a study.

use std::collections::BTreeMap;

use super::agreement;
use super::facts::gather_telling;
use super::guides::{self, GuideTrouble};
use crate::analysis::{CoderAgreement, Facts};
use crate::guide::Guide;
use crate::session::{SessionId, TopicId};
use crate::store::index::Progress;
use crate::store::{Study, StudyError};

/// What is read across interviews.
#[derive(Debug)]
pub struct Gathered {
    /// The facts of all sessions that can be read.
    pub facts: Facts,
    /// The guide that most sessions follow, with what the study adds to its codebook.
    pub guide: Guide,
}

/// What is read beside the facts, and takes longer.
#[derive(Debug, Default)]
pub struct Beside {
    /// The sentences of cells.
    pub summaries: BTreeMap<(SessionId, TopicId), String>,
    /// How far other coders agree, if one has coded.
    pub agreement: Option<CoderAgreement>,
    /// Why some of what other coders coded cannot be read.
    pub unread: Vec<StudyError>,
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

/// Gathers what is read across the interviews that follow the guide of most sessions; `progress` is told how far the
/// index is, if it has to be brought up to date.
///
/// # Errors
///
/// If no session can be read, or the guide cannot be used.
pub fn read(study: &Study, progress: &mut dyn FnMut(Progress)) -> Result<Gathered, AcrossError> {
    gathered(study, gather_telling(study, progress)?.facts)
}

/// The same of the index as it stands, which may be behind the sessions; nothing if that is not enough.
pub fn read_as_it_stands(study: &Study) -> Option<Gathered> {
    let index = study.index_as_it_stands().ok()??;
    gathered(study, index.facts().ok()?).ok()
}

/// Gathers what is read beside the facts. Sessions that cannot be read are left out: they are named where the facts are
/// shown.
pub fn read_beside(study: &Study, guide: &Guide) -> Beside {
    let index = study.index_as_it_stands().ok().flatten();
    let index = index.or_else(|| study.index_in_memory(&mut |_| {}).ok());
    let sentences = index.and_then(|index| index.sentences().ok());
    let (agreement, unread) = agreement::of_study(study, guide);
    Beside {
        summaries: sentences.unwrap_or_default(),
        agreement,
        unread,
    }
}

fn gathered(study: &Study, facts: Facts) -> Result<Gathered, AcrossError> {
    let id = facts.guides().first().map(|(id, _)| (*id).to_owned());
    let id = id.ok_or(AcrossError::NoSession)?;
    let guide = guides::counted_by(study, &id)?;
    Ok(Gathered { facts, guide })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::demo;

    #[test]
    fn what_is_read_across_comes_from_the_guide_of_most_sessions() {
        let copy = demo::temporary().unwrap();
        let found = read(copy.study(), &mut |_| {}).unwrap();
        assert_eq!(found.guide.id, "cluster-cooperation");
        assert_eq!(found.facts.sessions.len(), 11);
        let beside = read_beside(copy.study(), &found.guide);
        assert!(beside.agreement.is_none());
    }

    #[test]
    fn sentences_are_those_of_the_sessions() {
        let copy = demo::temporary().unwrap();
        let study = copy.study();
        assert!(read_as_it_stands(study).is_none());
        let found = read(study, &mut |_| {}).unwrap();
        let again = read_as_it_stands(study).unwrap();
        assert_eq!(again.facts.sessions, found.facts.sessions);
        let mut written = BTreeMap::new();
        for id in study.sessions().unwrap() {
            for (topic, text) in study.read_session(&id).unwrap().summaries {
                written.insert((id.clone(), topic), text.as_str().to_owned());
            }
        }
        assert!(!written.is_empty());
        assert_eq!(read_beside(study, &found.guide).summaries, written);
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
        let guide = read(study, &mut |_| {}).unwrap().guide;
        let agreement = read_beside(study, &guide).agreement.unwrap();
        assert_eq!(agreement.notes, 3);
        let pair = &agreement.pairs[0];
        assert_eq!((pair.first, pair.second), (1, 2));
        assert_eq!(pair.agreement.differences.len(), 1);
        // A sheet that cannot be read is named, and keeps no other from being compared.
        std::fs::write(
            study.sessions_folder().join(format!("{id}.codes-3.ron")),
            "(",
        )
        .unwrap();
        let beside = read_beside(study, &guide);
        assert_eq!(beside.unread.len(), 1);
        assert_eq!(beside.agreement.unwrap().notes, 3);
    }

    #[test]
    fn an_empty_study_says_that_there_is_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let study = crate::operations::study::create(folder.path()).unwrap();
        let read = read(&study, &mut |_| {});
        assert!(matches!(read, Err(AcrossError::NoSession)));
    }
}
