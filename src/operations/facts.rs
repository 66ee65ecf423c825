//! The facts of a study, from which everything is computed that is read across interviews.

use crate::analysis::Facts;
use crate::store::index::{Index, IndexError, Progress};
use crate::store::{Study, StudyError};

/// The facts of a study, and why some of its sessions are not in them.
#[derive(Debug)]
pub struct Gathered {
    /// The facts.
    pub facts: Facts,
    /// Why sessions could not be read; their names are in the facts too.
    pub unread: Vec<StudyError>,
}

/// The facts of a study. A session that cannot be read is named and keeps no other from being counted.
///
/// They come from the index of the study, which is made or brought up to date first.
///
/// # Errors
///
/// If the folder of the sessions or the file of the cases cannot be read.
pub fn gather(study: &Study) -> Result<Gathered, StudyError> {
    gather_telling(study, &mut |_| {})
}

/// The facts of a study; `progress` is told how far the index is, if it has to be brought up to date.
///
/// # Errors
///
/// If the folder of the sessions or the file of the cases cannot be read.
pub fn gather_telling(
    study: &Study,
    progress: &mut dyn FnMut(Progress),
) -> Result<Gathered, StudyError> {
    let mut facts = match of_index(study, progress) {
        Ok(facts) => facts,
        Err(IndexError::Study(error)) => return Err(error),
        Err(_) => of_sessions(study)?,
    };
    if facts.cases.is_empty() {
        // None may mean that their file cannot be read.
        study.cases()?;
    }
    facts.withdrawn = study.withdrawn()?.len();
    let unread = facts.unread.iter();
    Ok(Gathered {
        unread: unread
            .filter_map(|id| study.read_session(id).err())
            .collect(),
        facts,
    })
}

fn of_index(study: &Study, progress: &mut dyn FnMut(Progress)) -> Result<Facts, IndexError> {
    study.read_index(progress, Index::facts)
}

/// The facts, made of the sessions one by one, where no index can be had at all.
fn of_sessions(study: &Study) -> Result<Facts, StudyError> {
    let mut facts = Facts::default();
    for id in study.sessions()? {
        match study.read_session(&id) {
            Ok(session) => facts.add(&session),
            Err(_) => facts.unread.push(id),
        }
    }
    facts.describe_cases(&study.cases()?.list);
    Ok(facts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::demo;

    #[test]
    fn a_damaged_session_is_named_and_keeps_no_other_from_being_counted() {
        let copy = demo::temporary().unwrap();
        let study = copy.study();
        let all = gather(study).unwrap();
        assert_eq!((all.facts.sessions.len(), all.unread.len()), (11, 0));
        let first = all.facts.sessions[0].id.clone();
        let path = study.sessions_folder().join(format!("{first}.ron"));
        std::fs::write(path, "(version: 1, broken").unwrap();
        let after = gather(study).unwrap();
        assert_eq!(after.facts.sessions.len(), 10);
        assert_eq!(after.facts.unread, [first]);
        assert_eq!(after.unread.len(), 1);
    }

    #[test]
    fn facts_made_without_an_index_are_the_same() {
        let copy = demo::temporary().unwrap();
        let (with, without) = (
            gather(copy.study()).unwrap().facts,
            of_sessions(copy.study()),
        );
        let without = without.unwrap();
        assert_eq!(with.sessions, without.sessions);
        assert_eq!(with.cases, without.cases);
        assert_eq!(with.names.codes(), without.names.codes());
    }

    #[test]
    fn a_damaged_file_of_the_cases_is_said_and_not_passed_over() {
        let copy = demo::temporary().unwrap();
        gather(copy.study()).unwrap();
        std::fs::write(copy.study().sessions_folder().join("cases.ron"), "broken").unwrap();
        assert!(gather(copy.study()).is_err());
    }

    #[test]
    fn sessions_come_in_the_order_of_their_names_with_their_cases() {
        let copy = demo::temporary().unwrap();
        let facts = gather(copy.study()).unwrap().facts;
        assert!(facts.sessions.is_sorted_by_key(|session| &session.id));
        let case = facts.sessions[0].id.case();
        assert!(!facts.cases[case].countries.is_empty());
    }
}
