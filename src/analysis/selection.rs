//! Which sessions and which of their notes an analysis is about, and what is left out of it.
//!
//! Sessions of one guide are read together, whatever its version. Left out, and counted as such, are sessions that were
//! only prepared, invented ones as soon as a real one stands beside them, pilot interviews as soon as another stands beside
//! them, those whose interviewee took the agreement back, and what the filter leaves out.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{CodeNumber, Facts, NoteFacts, SessionFacts};
use crate::guide::{Guide, StudyCodes};
use crate::session::{CaseId, Origin, Progress, SessionId};

/// What an analysis is about; an empty set asks for everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// These sessions.
    pub sessions: BTreeSet<SessionId>,
    /// Sessions of these cases.
    pub cases: BTreeSet<CaseId>,
    /// Sessions of cases that lie in one of these countries, as two capitals each.
    pub countries: BTreeSet<String>,
    /// Sessions that have one of these values, for each of these attributes; [`LANGUAGE`](super::LANGUAGE) and
    /// [`MODE`](super::MODE) are attributes too.
    pub attributes: BTreeMap<String, BTreeSet<String>>,
    /// Notes of these origins.
    pub origins: BTreeSet<Origin>,
    /// Notes with one of these codes, or a code below it.
    pub codes: BTreeSet<String>,
}

/// The sessions that an analysis is about.
#[derive(Debug, Clone)]
pub struct Selection<'facts> {
    /// The study they are from.
    pub facts: &'facts Facts,
    /// The guide they follow.
    pub guide: String,
    /// The sessions, in the order of their names.
    pub sessions: Vec<&'facts SessionFacts>,
    /// What was left out.
    pub left_out: LeftOut,
    /// The sessions that could not be read. Which guide they follow is not known.
    pub unread: &'facts [SessionId],
    /// Of which origins notes count; of all if it is empty.
    origins: BTreeSet<Origin>,
    /// For each number of a code, whether notes with it count; nothing if all count.
    codes: Option<Vec<bool>>,
}

/// How many sessions were left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// Because they are invented and real ones stand beside them.
    pub invented: usize,
    /// Because they are pilot interviews and others stand beside them.
    pub pilot: usize,
    /// Because the interviewee took back that they take part, or that notes are kept. Of those whose files are gone it is
    /// not known which guide they followed.
    pub withdrawn: usize,
    /// Because the interview has not begun.
    pub prepared: usize,
    /// Because the filter asks for others.
    pub filtered: usize,
    /// Because they follow another guide.
    pub other_guide: usize,
    /// Because a level may not contain them.
    pub level: usize,
}

impl<'facts> Selection<'facts> {
    /// The sessions of a guide that a filter asks for.
    pub fn of(facts: &'facts Facts, guide: &Guide, filter: &Filter) -> Self {
        let mut left_out = LeftOut {
            withdrawn: facts.withdrawn,
            ..LeftOut::default()
        };
        let of_guide: Vec<&SessionFacts> = facts
            .sessions
            .iter()
            .filter(|session| facts.guide_id(session) == guide.id)
            .collect();
        left_out.other_guide = facts.sessions.len() - of_guide.len();
        let could_count = |session: &&&SessionFacts| {
            session.progress != Progress::Prepared && !session.is_withdrawn()
        };
        let has_real = of_guide
            .iter()
            .filter(could_count)
            .any(|session| !session.invented);
        let has_main = of_guide
            .iter()
            .filter(could_count)
            .any(|session| !session.pilot && (!session.invented || !has_real));
        let mut sessions = Vec::new();
        for session in of_guide {
            if has_real && session.invented {
                left_out.invented += 1;
            } else if session.is_withdrawn() {
                left_out.withdrawn += 1;
            } else if session.progress == Progress::Prepared {
                left_out.prepared += 1;
            } else if has_main && session.pilot {
                left_out.pilot += 1;
            } else if filter.asks_for(facts, session) {
                sessions.push(session);
            } else {
                left_out.filtered += 1;
            }
        }
        Self {
            facts,
            guide: guide.id.clone(),
            sessions,
            left_out,
            unread: &facts.unread,
            origins: filter.origins.clone(),
            codes: filter.wanted_codes(facts.names.codes(), &guide.study),
        }
    }

    /// The same with those sessions only that fit; the others are counted as left out by the level.
    #[must_use]
    pub fn keeping(&self, fits: impl Fn(&SessionFacts) -> bool) -> Self {
        let mut kept = self.clone();
        kept.sessions.retain(|session| fits(session));
        kept.left_out.level += self.sessions.len() - kept.sessions.len();
        kept
    }

    /// The same with these sessions, a part of its own.
    #[must_use]
    pub fn part(&self, sessions: Vec<&'facts SessionFacts>) -> Self {
        Self {
            sessions,
            ..self.clone()
        }
    }

    /// Whether all of its sessions are made up. An empty selection holds no invented session.
    pub fn is_invented(&self) -> bool {
        !self.sessions.is_empty() && self.sessions.iter().all(|session| session.invented)
    }

    /// Whether all of its sessions are pilot interviews. An empty selection holds none.
    pub fn is_pilot(&self) -> bool {
        !self.sessions.is_empty() && self.sessions.iter().all(|session| session.pilot)
    }

    /// How many of its sessions the interviewee wants to see first and has not approved.
    pub fn awaiting_approval(&self) -> usize {
        let sessions = self.sessions.iter();
        sessions.filter(|session| session.awaits_approval).count()
    }

    /// The notes of a session that count.
    pub fn notes<'session>(
        &self,
        session: &'session SessionFacts,
    ) -> impl Iterator<Item = NoteFacts<'session>> {
        session.counted_notes().filter(|note| self.counts(note))
    }

    /// The versions of the guide that the sessions followed, by digest, each with its version and how many followed it.
    pub fn versions(&self) -> Vec<Version> {
        let mut versions: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for session in &self.sessions {
            if let Some(version) = self.facts.names.guide_of(session.guide) {
                let reference = &version.reference;
                let key = (reference.edition.as_str(), reference.digest.as_str());
                *versions.entry(key).or_default() += 1;
            }
        }
        versions
            .into_iter()
            .map(|((edition, digest), sessions)| Version {
                edition: edition.to_owned(),
                digest: digest.to_owned(),
                sessions,
            })
            .collect()
    }

    fn counts(&self, note: &NoteFacts<'_>) -> bool {
        let has_origin = self.origins.is_empty() || self.origins.contains(&note.row.origin);
        has_origin
            && self
                .codes
                .as_ref()
                .is_none_or(|wanted| has_any(note, wanted))
    }
}

/// A version of a guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The version that its author gave it.
    pub edition: String,
    /// SHA-256 of its file.
    pub digest: String,
    /// How many sessions followed it.
    pub sessions: usize,
}

impl Filter {
    fn asks_for(&self, facts: &Facts, session: &SessionFacts) -> bool {
        let case = session.id.case();
        let lies_there = || {
            let known = facts.cases.get(case);
            known.is_some_and(|case| {
                let mut countries = case.countries.iter();
                countries.any(|country| self.countries.contains(country))
            })
        };
        (self.sessions.is_empty() || self.sessions.contains(&session.id))
            && (self.cases.is_empty() || self.cases.contains(case))
            && (self.countries.is_empty() || lies_there())
            && self.attributes.iter().all(|(attribute, wanted)| {
                let value = session.value(attribute);
                value.is_some_and(|value| wanted.contains(value))
            })
    }

    /// For each code whether it is one of those that are asked for, or below one.
    /// A code that was merged counts for what it went into, and a field code is below what it was put under.
    fn wanted_codes(&self, codes: &[String], study: &StudyCodes) -> Option<Vec<bool>> {
        let wanted: BTreeSet<&str> = self.codes.iter().map(|code| study.resolve(code)).collect();
        let is_wanted = |code: &String| study.is_within_any(code, &wanted);
        (!self.codes.is_empty()).then(|| codes.iter().map(is_wanted).collect())
    }
}

fn has_any(note: &NoteFacts<'_>, wanted: &[bool]) -> bool {
    note.codes.iter().any(|CodeNumber(number)| {
        let index = usize::try_from(number).unwrap_or(usize::MAX);
        wanted.get(index).copied().unwrap_or(false)
    })
}

#[cfg(test)]
mod tests {
    use super::super::facts::tests::study;
    use super::*;
    use crate::analysis::example;
    use crate::session::Answer;

    fn ids(selection: &Selection<'_>) -> Vec<String> {
        let sessions = selection.sessions.iter();
        sessions.map(|session| session.id.to_string()).collect()
    }

    fn three() -> Facts {
        study(&[
            ("A-1", &[("role", "x")], &["fac.sim.near", "bar.lang"]),
            ("A-2", &[("role", "y")], &["fac.trust"]),
            ("B-1", &[], &["fac.similar"]),
        ])
    }

    #[test]
    fn invented_sessions_are_left_out_beside_a_real_one() {
        let mut facts = three();
        for session in &mut facts.sessions {
            session.invented = true;
        }
        let alone = Selection::of(&facts, &example::guide(), &Filter::default());
        assert_eq!((alone.sessions.len(), alone.left_out.invented), (3, 0));
        assert!(alone.is_invented());
        facts.sessions[1].invented = false;
        let beside = Selection::of(&facts, &example::guide(), &Filter::default());
        assert_eq!(ids(&beside), ["A-2"]);
        assert_eq!(beside.left_out.invented, 2);
        assert!(!beside.is_invented());
    }

    #[test]
    fn a_real_session_that_is_only_prepared_leaves_invented_ones_in() {
        let mut facts = three();
        for session in &mut facts.sessions {
            session.invented = true;
        }
        facts.sessions[0].invented = false;
        facts.sessions[0].progress = Progress::Prepared;
        let selection = Selection::of(&facts, &example::guide(), &Filter::default());
        assert_eq!(ids(&selection), ["A-2", "B-1"]);
        assert_eq!(selection.left_out.prepared, 1);
    }

    #[test]
    fn a_filter_asks_for_case_country_and_attribute() {
        let mut facts = three();
        let case = super::super::facts::CaseFacts {
            countries: vec!["CH".to_owned(), "DE".to_owned()],
            ..super::super::facts::CaseFacts::default()
        };
        facts.cases = [("B".parse().unwrap(), case)].into();
        let of = |filter: Filter| ids(&Selection::of(&facts, &example::guide(), &filter));
        let set = |value: &str| [value.to_owned()].into();
        let mut other = example::guide();
        other.id = "other".to_owned();
        assert_eq!(
            of(Filter {
                cases: ["A".parse().unwrap()].into(),
                ..Filter::default()
            }),
            ["A-1", "A-2"]
        );
        assert_eq!(
            of(Filter {
                countries: set("DE"),
                ..Filter::default()
            }),
            ["B-1"]
        );
        assert_eq!(
            of(Filter {
                attributes: [("role".to_owned(), set("y"))].into(),
                ..Filter::default()
            }),
            ["A-2"]
        );
        assert_eq!(
            Selection::of(&facts, &other, &Filter::default())
                .left_out
                .other_guide,
            3
        );
    }

    #[test]
    fn pilot_interviews_are_left_out_beside_others() {
        let mut facts = three();
        for session in &mut facts.sessions {
            session.pilot = true;
        }
        let alone = Selection::of(&facts, &example::guide(), &Filter::default());
        assert_eq!((alone.sessions.len(), alone.left_out.pilot), (3, 0));
        assert!(alone.is_pilot());
        facts.sessions[1].pilot = false;
        // One that is only prepared is not beside them yet.
        facts.sessions[1].progress = Progress::Prepared;
        assert!(Selection::of(&facts, &example::guide(), &Filter::default()).is_pilot());
        facts.sessions[1].progress = Progress::Closed;
        let beside = Selection::of(&facts, &example::guide(), &Filter::default());
        assert_eq!(
            (ids(&beside), beside.left_out.pilot),
            (vec!["A-2".to_owned()], 2)
        );
        // Nor is an invented one that is left out itself.
        facts.sessions[1].invented = true;
        let real = Selection::of(&facts, &example::guide(), &Filter::default());
        assert_eq!(ids(&real), ["A-1", "B-1"]);
        assert_eq!((real.left_out.pilot, real.left_out.invented), (0, 1));
    }

    #[test]
    fn who_took_the_agreement_back_is_in_no_count() {
        for step in ["c1", "c2"] {
            let mut session = example::session();
            example::answer(&mut session, step, Answer::Withdrawn);
            let facts = Facts::of(&[session], &[]);
            let selection = Selection::of(&facts, &example::guide(), &Filter::default());
            assert!(selection.sessions.is_empty(), "{step}");
            assert_eq!(selection.left_out.withdrawn, 1);
        }
    }

    #[test]
    fn a_merged_code_is_asked_for_with_what_it_went_into() {
        let facts = three();
        let mut guide = example::guide();
        guide.study.merged = [("fac.trust".to_owned(), "bar.lang".to_owned())].into();
        guide.study.under = [("fac.similar".to_owned(), "fac.sim".to_owned())].into();
        let notes = |code: &str| -> Vec<usize> {
            let filter = Filter {
                codes: [code.to_owned()].into(),
                ..Filter::default()
            };
            let selection = Selection::of(&facts, &guide, &filter);
            let sessions = selection.sessions.iter();
            sessions
                .map(|session| selection.notes(session).count())
                .collect()
        };
        assert_eq!(notes("bar.lang"), [1, 1, 0]);
        assert_eq!(notes("fac.trust"), notes("bar.lang"));
        assert_eq!(notes("fac.sim"), [1, 0, 1]);
        assert_eq!(notes("fac"), [1, 0, 1]);
    }

    #[test]
    fn a_code_asks_for_itself_and_what_is_below_it() {
        let facts = three();
        let filter = Filter {
            codes: ["fac.sim".to_owned()].into(),
            ..Filter::default()
        };
        let selection = Selection::of(&facts, &example::guide(), &filter);
        let counts: Vec<usize> = selection
            .sessions
            .iter()
            .map(|session| selection.notes(session).count())
            .collect();
        // `fac.similar` only begins alike.
        assert_eq!(counts, [1, 0, 0]);
    }

    #[test]
    fn an_origin_asks_for_notes_of_it() {
        let facts = three();
        let filter = Filter {
            origins: [Origin::Memory].into(),
            ..Filter::default()
        };
        let selection = Selection::of(&facts, &example::guide(), &filter);
        assert_eq!(selection.notes(selection.sessions[0]).count(), 0);
    }
}
