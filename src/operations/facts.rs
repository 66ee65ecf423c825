//! The facts of a study, from which everything is computed that is read across interviews.

use std::num::NonZero;
use std::sync::Mutex;
use std::sync::mpsc::sync_channel;
use std::thread;

use crate::analysis::Facts;
use crate::session::{Session, SessionId};
use crate::store::{Study, StudyError};

/// The facts of a study, and why some of its sessions are not in them.
#[derive(Debug)]
pub struct Gathered {
    /// The facts.
    pub facts: Facts,
    /// Why sessions could not be read; their names are in the facts too.
    pub unread: Vec<StudyError>,
}

/// How many sessions wait at most between being read and being reduced to facts, so that their texts take little memory.
const WAITING: usize = 32;

/// Reads the sessions and cases of a study and keeps their facts. A session that cannot be read is named and keeps no
/// other from being counted.
///
/// # Errors
///
/// If the folder of the sessions or the file of the cases cannot be read.
pub fn gather(study: &Study) -> Result<Gathered, StudyError> {
    let ids = study.sessions()?;
    let cases = study.cases()?;
    let mut facts = Facts::default();
    let mut unread: Vec<(SessionId, StudyError)> = Vec::new();
    read_all(study, &ids, |id, read| match read {
        Ok(session) => facts.add(&session),
        Err(error) => unread.push((id.clone(), error)),
    });
    facts.describe_cases(&cases.list);
    facts.sort();
    unread.sort_by(|(one, _), (other, _)| one.cmp(other));
    let (names, errors) = unread.into_iter().unzip();
    facts.unread = names;
    Ok(Gathered {
        facts,
        unread: errors,
    })
}

/// Reads sessions on all processors and hands them over one by one, in whatever order they come.
fn read_all<'ids>(
    study: &Study,
    ids: &'ids [SessionId],
    mut take: impl FnMut(&'ids SessionId, Result<Session, StudyError>),
) {
    let readers = thread::available_parallelism().map_or(1, NonZero::get);
    let next = Mutex::new(ids.iter());
    let (sender, receiver) = sync_channel(WAITING);
    thread::scope(|scope| {
        for _ in 0..readers.min(ids.len()) {
            let sender = sender.clone();
            let next = &next;
            scope.spawn(move || {
                let claim = || next.lock().ok()?.next();
                while let Some(id) = claim() {
                    // Nobody takes them any more: there is nothing left to do.
                    if sender.send((id, study.read_session(id))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        for (id, read) in receiver {
            take(id, read);
        }
    });
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
    fn sessions_come_in_the_order_of_their_names_with_their_cases() {
        let copy = demo::temporary().unwrap();
        let facts = gather(copy.study()).unwrap().facts;
        assert!(facts.sessions.is_sorted_by_key(|session| &session.id));
        let case = facts.sessions[0].id.case();
        assert!(!facts.cases[case].countries.is_empty());
    }
}
