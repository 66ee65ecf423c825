//! Extracts of many sessions, for levels at which no session may be seen.

use std::collections::{BTreeMap, BTreeSet};

use super::export::{Which, distinct};
use super::guides::{self, GuideTrouble};
use crate::analysis::{Count, Facts, Filter};
use crate::anonymise::ProtectedWords;
use crate::guide::Guide;
use crate::release::tables::{TableRefusal, TableRequest};
use crate::release::{ExtractRequest, Extracts, Level, differing, release_extracts};
use crate::session::{Session, SessionId};
use crate::store::{Study, StudyError};

/// Extracts, and what has to be said about how they came about.
#[derive(Debug)]
pub struct Made {
    /// The extracts.
    pub extracts: Extracts,
    /// The guide that their sessions follow.
    pub guide: Guide,
    /// What cannot be read.
    pub unread: Vec<StudyError>,
    /// If an earlier export at the same level differs by so few sessions that who has both can tell them: how few.
    pub telling: Option<Count>,
}

/// Why there are no extracts.
#[derive(Debug)]
pub enum ExtractsError {
    /// The study cannot be read.
    Study(StudyError),
    /// There is no session.
    Nothing,
    /// The guide of most sessions cannot be used.
    Guide(GuideTrouble),
    /// The level does not let them out.
    Refused(TableRefusal, Box<Guide>),
}

/// Makes extracts of the sessions that follow the guide of most of them, after a search for the names of a list too.
///
/// # Errors
///
/// If nothing can be read, or the level does not let them out.
pub fn extracts(
    study: &Study,
    which: Which<'_>,
    level: Level,
    show: &[String],
    protected: &ProtectedWords,
    seed: u64,
) -> Result<Made, ExtractsError> {
    let ids = match which {
        Which::All => study.sessions().map_err(ExtractsError::Study)?,
        Which::These(ids) => distinct(ids),
    };
    let (mut sessions, mut unread) = (Vec::new(), Vec::new());
    for id in ids {
        match study.read_session(&id) {
            Ok(session) => sessions.push(session),
            Err(error) => unread.push(error),
        }
    }
    let id = Facts::of(&sessions, &[])
        .guides()
        .first()
        .map(|(id, _)| (*id).to_owned())
        .ok_or(ExtractsError::Nothing)?;
    let guide = guides::counted_by(study, &id).map_err(ExtractsError::Guide)?;
    let filter = Filter::default();
    let request = ExtractRequest {
        table: TableRequest {
            level,
            guide: &guide,
            filter: &filter,
            seed,
        },
        show,
        protected,
    };
    match release_extracts(&sessions, &request) {
        Ok(extracts) => Ok(Made {
            telling: telling(&sessions, &extracts, level),
            extracts,
            guide,
            unread,
        }),
        Err(refusal) => Err(ExtractsError::Refused(refusal, Box::new(guide))),
    }
}

/// By how few sessions an earlier export at this level differs, as the logs of the sessions tell.
fn telling(sessions: &[Session], extracts: &Extracts, level: Level) -> Option<Count> {
    let mut earlier: BTreeMap<&str, BTreeSet<SessionId>> = BTreeMap::new();
    for session in sessions {
        let same_level = session
            .exports
            .iter()
            .filter(|record| record.level == level.word());
        for record in same_level {
            let members = earlier.entry(&record.digest).or_default();
            members.insert(session.header.id.clone());
        }
    }
    let now: BTreeSet<SessionId> = extracts.members().iter().cloned().collect();
    let smallest = extracts.frame().smallest_group();
    earlier
        .values()
        .filter_map(|members| differing(members, &now, smallest))
        .min()
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;
    use crate::export::Format;
    use crate::operations::demo;
    use crate::operations::export::{LoggedAs, Written, log_documents};

    fn of(study: &Study) -> Made {
        let none = ProtectedWords::default();
        extracts(study, Which::All, Level::Analysis, &[], &none, 1).unwrap()
    }

    #[test]
    fn the_sample_study_gives_extracts_that_name_no_session() {
        let copy = demo::temporary().unwrap();
        let made = of(copy.study());
        assert!(made.unread.is_empty() && made.telling.is_none());
        assert!(made.extracts.frame().is_invented());
        assert!(!made.extracts.passages().is_empty());
        let known = copy.study().sessions().unwrap();
        let names = made.extracts.passages().iter();
        let mut names = names.filter_map(|passage| passage.session.as_ref());
        assert!(!names.any(|name| known.contains(name)));
    }

    #[test]
    fn an_earlier_export_that_would_tell_one_session_from_the_others_is_noticed() {
        let copy = demo::temporary().unwrap();
        let study = copy.study();
        let first = of(study);
        let members = first.extracts.members();
        let written = Written {
            path: "extracts.csv".into(),
            sessions: members.to_vec(),
            digest: "01".to_owned(),
        };
        let now = datetime!(2026-06-01 9:00 UTC);
        let logged_as = LoggedAs {
            level: Level::Analysis,
            format: Format::Csv.word(),
            sent: &[],
            now,
        };
        let logged = log_documents(study, members, &[written], logged_as);
        assert!(logged.failed.is_empty());
        assert_eq!(of(study).telling, None);
        let mut sessions: Vec<Session> = members
            .iter()
            .map(|id| study.read_session(id).unwrap())
            .collect();
        let extracts = of(study).extracts;
        assert_eq!(telling(&sessions, &extracts, Level::Analysis), None);
        // Had the earlier export not held one of them, who has both could tell which texts are hers.
        sessions[0].exports.clear();
        let one = Count {
            sessions: 1,
            cases: 1,
        };
        assert_eq!(telling(&sessions, &extracts, Level::Analysis), Some(one));
        assert_eq!(telling(&sessions, &extracts, Level::Publication), None);
    }
}
