//! The sample board: whom of each case one has talked to, by country side and role, and where the gaps are.
//!
//! Of each country of a case one wants its manager or the nearest equivalent, which is the first role that the guide
//! names; the further roles are wanted once a case, if possible. Country and role together come close to a name, so that
//! the board stays with the people of the study (see `release`).

use std::collections::{BTreeMap, BTreeSet};

use super::count::Count;
use super::facts::{SessionFacts, cases};
use super::selection::{LeftOut, Selection};
use crate::guide::{Guide, LocalisedText, ROLE};
use crate::session::{CaseId, SessionId};

/// The attribute that says from which side of the border an interviewee is.
pub const SIDE: &str = "side";

/// The sample board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The guide.
    pub guide: String,
    /// Whether all sessions are made up.
    pub invented: bool,
    /// What was left out.
    pub left_out: LeftOut,
    /// The sessions that could not be read.
    pub unread: Vec<SessionId>,
    /// How many sessions there are.
    pub base: Count,
    /// The roles of the guide, with their labels.
    pub roles: Vec<(String, LocalisedText)>,
    /// The cases in the order of their names, those too that nobody has been talked to yet.
    pub cases: Vec<SampleCase>,
}

/// A case on the sample board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleCase {
    /// Which case.
    pub case: CaseId,
    /// The sides of its borders, those of its form first.
    pub sides: Vec<SampleSide>,
    /// The roles after the first that nobody of the case has.
    pub missing_roles: Vec<String>,
    /// Sessions for which side or role was not noted.
    pub unplaced: Vec<SessionId>,
}

/// A side of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleSide {
    /// The country, as the value of the attribute [`SIDE`].
    pub side: String,
    /// Whether the form of the case names it.
    pub expected: bool,
    /// The sessions of each role, in the order of the guide's roles.
    pub sessions: Vec<Vec<SessionId>>,
}

impl SampleCase {
    /// How many sessions of it there are.
    pub fn sessions(&self) -> usize {
        let placed = self
            .sides
            .iter()
            .flat_map(|side| side.sessions.iter().flatten());
        let all: BTreeSet<&SessionId> = placed.chain(&self.unplaced).collect();
        all.len()
    }
}

impl SampleSide {
    /// Whether nobody of the first role was talked to on a side where one is expected.
    pub fn is_gap(&self) -> bool {
        self.expected && self.sessions.first().is_some_and(Vec::is_empty)
    }
}

impl Sample {
    /// How many sides are expected, and on how many of them nobody of the first role was talked to.
    pub fn gaps(&self) -> (usize, usize) {
        let sides = || self.cases.iter().flat_map(|case| &case.sides);
        let expected = sides().filter(|side| side.expected).count();
        (expected, sides().filter(|side| side.is_gap()).count())
    }
}

/// The sample board of these sessions and of the cases of the study.
pub fn sample(guide: &Guide, selection: &Selection<'_>) -> Sample {
    let roles: Vec<(String, LocalisedText)> = guide
        .attributes
        .iter()
        .filter(|attribute| attribute.id == ROLE)
        .flat_map(|attribute| &attribute.values)
        .map(|value| (value.id.clone(), value.label.clone()))
        .collect();
    let mut by_case: BTreeMap<&CaseId, Vec<&SessionFacts>> = BTreeMap::new();
    for session in &selection.sessions {
        by_case.entry(session.id.case()).or_default().push(session);
    }
    let invented = selection.is_invented();
    let of_forms = selection
        .facts
        .cases
        .iter()
        .filter(|(_, case)| case.invented == invented || selection.sessions.is_empty());
    for (case, _) in of_forms {
        by_case.entry(case).or_default();
    }
    let board = by_case
        .iter()
        .map(|(case, sessions)| of_case(case, sessions, &roles, selection))
        .collect();
    Sample {
        guide: selection.guide.clone(),
        invented,
        left_out: selection.left_out,
        unread: selection.unread.to_vec(),
        base: Count {
            sessions: selection.sessions.len(),
            cases: cases(selection.sessions.iter().copied()),
        },
        roles,
        cases: board,
    }
}

fn of_case(
    case: &CaseId,
    sessions: &[&SessionFacts],
    roles: &[(String, LocalisedText)],
    selection: &Selection<'_>,
) -> SampleCase {
    let countries = selection.facts.cases.get(case);
    let expected: Vec<String> = countries
        .into_iter()
        .flat_map(|case| &case.countries)
        .map(|country| country.to_lowercase())
        .collect();
    let found: BTreeSet<&str> = sessions
        .iter()
        .filter_map(|session| session.value(SIDE))
        .collect();
    let further = found
        .iter()
        .filter(|side| !expected.iter().any(|known| known == *side));
    let further: Vec<String> = further.map(|side| (*side).to_owned()).collect();
    let sides = expected
        .into_iter()
        .map(|side| (side, true))
        .chain(further.into_iter().map(|side| (side, false)))
        .map(|(side, expected)| SampleSide {
            sessions: of_side(&side, sessions, roles),
            side,
            expected,
        })
        .collect();
    let has = |role: &str| {
        sessions
            .iter()
            .any(|session| session.value(ROLE) == Some(role))
    };
    SampleCase {
        case: case.clone(),
        sides,
        missing_roles: roles
            .iter()
            .skip(1)
            .filter(|(role, _)| !has(role))
            .map(|(role, _)| role.clone())
            .collect(),
        unplaced: sessions
            .iter()
            .filter(|session| session.value(SIDE).is_none() || !has_role(session, roles))
            .map(|session| session.id.clone())
            .collect(),
    }
}

fn has_role(session: &SessionFacts, roles: &[(String, LocalisedText)]) -> bool {
    let role = session.value(ROLE);
    roles.iter().any(|(known, _)| Some(known.as_str()) == role)
}

fn of_side(
    side: &str,
    sessions: &[&SessionFacts],
    roles: &[(String, LocalisedText)],
) -> Vec<Vec<SessionId>> {
    let of_role = |role: &str| {
        let matching = sessions.iter().filter(|session| {
            session.value(SIDE) == Some(side) && session.value(ROLE) == Some(role)
        });
        matching.map(|session| session.id.clone()).collect()
    };
    roles.iter().map(|(role, _)| of_role(role)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::facts::tests::study;
    use super::super::facts::{CaseFacts, Facts};
    use super::super::selection::Filter;
    use super::*;
    use crate::analysis::example;
    use crate::guide::AttributeValue;

    /// Two cooperations in which there were talks, and a third in which there was none yet.
    fn facts() -> Facts {
        let mut facts = study(&[
            ("A-1", &[("side", "de"), ("role", "management")], &[]),
            ("A-2", &[("side", "ch"), ("role", "management")], &[]),
            ("B-1", &[("side", "fr"), ("role", "company")], &[]),
            ("B-2", &[("role", "management")], &[]),
        ]);
        let case = |countries: &[&str]| CaseFacts {
            countries: countries.iter().map(|name| (*name).to_owned()).collect(),
            ..CaseFacts::default()
        };
        facts.cases = [
            ("A", &["DE", "CH"][..]),
            ("B", &["DE", "FR"]),
            ("C", &["DE", "PL"]),
        ]
        .map(|(id, countries)| (id.parse().unwrap(), case(countries)))
        .into();
        facts
    }

    /// Eleven interviewees in six cooperations with fifteen sides.
    fn seed() -> Facts {
        let managers = [
            ("A-1", "ch"),
            ("A-2", "de"),
            ("B-1", "de"),
            ("B-2", "fr"),
            ("C-1", "pl"),
            ("C-2", "de"),
            ("D-1", "at"),
            ("D-2", "ch"),
            ("E-1", "ch"),
            ("E-2", "fr"),
            ("F-1", "fr"),
        ];
        let values = managers.map(|(_, side)| [("side", side), ("role", "management")]);
        let rows = managers.iter().zip(&values);
        let rows: Vec<_> = rows
            .map(|((session, _), values)| (*session, values.as_slice(), &[][..]))
            .collect();
        let mut facts = study(&rows);
        facts.cases = [
            ("A", &["DE", "CH"][..]),
            ("B", &["DE", "FR"]),
            ("C", &["DE", "PL"]),
            ("D", &["DE", "AT", "CH"]),
            ("E", &["CH", "DE", "FR"]),
            ("F", &["CH", "DE", "FR"]),
        ]
        .map(|(id, countries)| {
            let countries = countries.iter().map(|name| (*name).to_owned()).collect();
            let case = CaseFacts {
                countries,
                ..CaseFacts::default()
            };
            (id.parse().unwrap(), case)
        })
        .into();
        facts
    }

    /// B11: of the fifteen sides of A to F those on which nobody was talked to.
    #[test]
    fn b11_of_the_fifteen_sides_of_six_cooperations_the_open_ones_are_shown() {
        let facts = seed();
        let selection = Selection::of(&facts, &example::guide(), &Filter::default());
        let board = sample(&guide(), &selection);
        assert_eq!((board.base.sessions, board.base.cases), (11, 6));
        assert_eq!(board.gaps(), (15, 4));
        let open = board.cases.iter().flat_map(|case| {
            let open = case.sides.iter().filter(|side| side.is_gap());
            open.map(|side| format!("{} {}", case.case, side.side))
        });
        let open: Vec<String> = open.collect();
        assert_eq!(open, ["D de", "E de", "F ch", "F de"]);
        // How many were talked to stands beside each, for the warning.
        let talks: Vec<usize> = board.cases.iter().map(SampleCase::sessions).collect();
        assert_eq!(talks, [2, 2, 2, 2, 2, 1]);
        assert!(
            board
                .cases
                .iter()
                .all(|case| case.missing_roles == ["company"])
        );
    }

    fn guide() -> Guide {
        let mut guide = example::guide();
        guide.attributes[0].values = ["management", "company"]
            .map(|id| AttributeValue {
                id: id.to_owned(),
                label: LocalisedText::Plain(id.into()),
            })
            .into();
        guide
    }

    /// B11
    #[test]
    fn a_side_without_its_manager_is_a_gap() {
        let facts = facts();
        let selection = Selection::of(&facts, &example::guide(), &Filter::default());
        let board = sample(&guide(), &selection);
        let gaps: Vec<Vec<(&str, bool)>> = board
            .cases
            .iter()
            .map(|case| {
                let sides = case.sides.iter();
                sides
                    .map(|side| (side.side.as_str(), side.is_gap()))
                    .collect()
            })
            .collect();
        assert_eq!(
            gaps,
            [
                vec![("de", false), ("ch", false)],
                vec![("de", true), ("fr", true)],
                vec![("de", true), ("pl", true)]
            ]
        );
        assert_eq!(board.gaps(), (6, 4));
        assert_eq!(board.cases[0].missing_roles, ["company"]);
        assert!(board.cases[1].missing_roles.is_empty());
        assert_eq!(board.cases[1].unplaced, ["B-2".parse().unwrap()]);
    }
}
