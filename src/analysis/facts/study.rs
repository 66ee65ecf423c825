//! The facts of a study.

use std::collections::{BTreeMap, BTreeSet};

use super::{Names, SessionFacts, facts};
use crate::session::{Border, Case, CaseId, Session, SessionId};

/// The facts of a study.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// The names that the rows hold the numbers of.
    pub names: Names,
    /// The sessions, in the order of their names.
    pub sessions: Vec<SessionFacts>,
    /// What the form says of the cases; a case without one is not in it.
    pub cases: BTreeMap<CaseId, CaseFacts>,
    /// How many interviews were withdrawn, of which nothing is left but that they were.
    pub withdrawn: usize,
    /// The sessions that could not be read: they are in no count, and every output says so.
    pub unread: Vec<SessionId>,
}

/// A case without its texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaseFacts {
    /// The countries it lies in, as two capitals each.
    pub countries: Vec<String>,
    /// Over how many borders it works.
    pub border: Option<Border>,
    /// Whether it is made up.
    pub invented: bool,
}

/// Sessions with the same value of an attribute; those without it stand under nothing.
pub type Groups<'facts> = BTreeMap<Option<&'facts str>, Vec<&'facts SessionFacts>>;

impl Facts {
    /// The facts of these sessions and cases.
    pub fn of<'sessions>(
        sessions: impl IntoIterator<Item = &'sessions Session>,
        cases: &[Case],
    ) -> Self {
        let mut study = Self::default();
        for session in sessions {
            study.add(session);
        }
        study.sort();
        study.describe_cases(cases);
        study
    }

    /// Adds a session; after the last one they must be put into order, see [`Facts::sort`].
    pub fn add(&mut self, session: &Session) {
        self.sessions.push(facts(session, &mut self.names));
    }

    /// Puts the sessions into the order of their names, in which analyses expect them.
    pub fn sort(&mut self) {
        self.sessions.sort_by(|one, other| one.id.cmp(&other.id));
    }

    /// Sets what is known of the cases.
    pub fn describe_cases(&mut self, cases: &[Case]) {
        self.cases = cases
            .iter()
            .map(|case| (case.id.clone(), CaseFacts::of(case)))
            .collect();
    }

    /// The id of the guide that a session followed.
    pub fn guide_id(&self, session: &SessionFacts) -> &str {
        let version = self.names.guide_of(session.guide);
        version.map_or("", |version| version.reference.id.as_str())
    }

    /// The guides that sessions followed, each with how many: the most frequent first, then by name.
    pub fn guides(&self) -> Vec<(&str, usize)> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for session in &self.sessions {
            *counts.entry(self.guide_id(session)).or_default() += 1;
        }
        let mut guides: Vec<(&str, usize)> = counts.into_iter().collect();
        guides.sort_by_key(|(id, count)| (std::cmp::Reverse(*count), *id));
        guides
    }
}

impl CaseFacts {
    /// The facts of a case.
    pub fn of(case: &Case) -> Self {
        Self {
            countries: case.countries.clone(),
            border: case.border,
            invented: case.invented,
        }
    }
}

/// The groups that have the same value of an attribute.
pub(in crate::analysis) fn groups_by<'facts>(
    sessions: &[&'facts SessionFacts],
    attribute: &str,
) -> Groups<'facts> {
    let mut groups = Groups::new();
    for session in sessions {
        groups
            .entry(session.value(attribute))
            .or_default()
            .push(session);
    }
    groups
}

/// From how many cases sessions are.
pub(in crate::analysis) fn cases<'facts>(
    sessions: impl IntoIterator<Item = &'facts SessionFacts>,
) -> usize {
    let cases: BTreeSet<&CaseId> = sessions.into_iter().map(|row| row.id.case()).collect();
    cases.len()
}
