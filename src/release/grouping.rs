//! Coarsening attributes until those that are shown together point to nobody.
//!
//! Every group of sessions with the same values, what was not noted being a value too, must hold as many sessions as the
//! guide asks for, from two cases. While one does not, the attribute that helps most is made coarser by one step of the
//! guide's ladder, and after the last step it is left out. That all combinations of fewer attributes are then large
//! enough follows, since their groups are made of these.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::{Count, SessionFacts};
use crate::guide::{Attribute, Coarsening, Guide};
use crate::session::CaseId;

/// Attributes that may be shown together, and how the sessions have them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Grouping {
    /// The attributes that are shown.
    pub shown: Vec<ShownAttribute>,
    /// The attributes that would point to somebody however coarse they are.
    pub left_out: Vec<String>,
    /// The values of each session, in the order of the attributes that are shown.
    pub values: Vec<Vec<Option<String>>>,
}

/// An attribute as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownAttribute {
    /// The attribute.
    pub id: String,
    /// How many steps of its ladder were taken; 0 if it is shown as it was noted.
    pub steps: usize,
}

/// An attribute that was asked for as it is, and points to too few.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TooTelling {
    /// The attributes that were asked for.
    pub attributes: Vec<String>,
    /// The smallest group.
    pub smallest: Count,
}

/// An attribute on the way.
#[derive(Debug, Clone)]
struct Candidate<'guide> {
    id: &'guide str,
    ladder: &'guide [Vec<Coarsening>],
    steps: usize,
    /// Whether it must be shown as it was noted.
    forced: bool,
}

/// Groups sessions by these attributes, the forced ones as they were noted.
pub(super) fn group(
    sessions: &[&SessionFacts],
    guide: &Guide,
    attributes: &[String],
    forced: &[String],
    smallest_group: usize,
) -> Result<Grouping, TooTelling> {
    let known = |id: &String| guide.attributes.iter().find(|known| &known.id == id);
    let mut candidates: Vec<Candidate<'_>> = attributes
        .iter()
        .map(|id| Candidate {
            id,
            ladder: known(id).map_or(&[], |known: &Attribute| known.ladder.as_slice()),
            steps: 0,
            forced: forced.contains(id),
        })
        .collect();
    let mut left_out = Vec::new();
    loop {
        let pointing = pointing(sessions, &candidates, smallest_group);
        if pointing.sessions == 0 {
            break;
        }
        let next = (0..candidates.len())
            .filter(|index| !candidates[*index].forced)
            .min_by_key(|index| cost(sessions, &candidates, *index, smallest_group));
        let Some(index) = next else {
            return Err(TooTelling {
                attributes: forced.to_vec(),
                smallest: pointing.smallest,
            });
        };
        if !candidates[index].coarsen() {
            left_out.push(candidates.remove(index).id.to_owned());
        }
    }
    Ok(Grouping {
        values: sessions
            .iter()
            .map(|session| values(session, &candidates))
            .collect(),
        shown: candidates
            .into_iter()
            .map(|candidate| ShownAttribute {
                id: candidate.id.to_owned(),
                steps: candidate.steps,
            })
            .collect(),
        left_out,
    })
}

impl Candidate<'_> {
    /// Takes the next step of the ladder, if there is one.
    const fn coarsen(&mut self) -> bool {
        let has_step = self.steps < self.ladder.len();
        if has_step {
            self.steps += 1;
        }
        has_step
    }

    /// The value of a session after the steps taken. A value that a step does not name is not shown any more.
    fn value(&self, session: &SessionFacts) -> Option<String> {
        let noted = session.value(self.id)?;
        let mut value = noted.to_owned();
        for step in self.ladder.iter().take(self.steps) {
            let named = |wanted: &str| {
                step.iter()
                    .find(|coarsening| coarsening.from.iter().any(|from| from == wanted))
            };
            let coarser = named(&value).or_else(|| named(noted))?;
            value.clone_from(&coarser.into);
        }
        Some(value)
    }
}

/// The sessions in groups that are too small.
struct Pointing {
    sessions: usize,
    smallest: Count,
}

/// How good it is to make an attribute coarser: first how many sessions then still stand in groups that are too small,
/// then how much is lost, which is least where the most values are.
fn cost(
    sessions: &[&SessionFacts],
    candidates: &[Candidate<'_>],
    index: usize,
    smallest_group: usize,
) -> (usize, std::cmp::Reverse<usize>) {
    let mut tried = candidates.to_vec();
    let different: BTreeSet<Option<String>> = sessions
        .iter()
        .map(|session| tried[index].value(session))
        .collect();
    if !tried[index].coarsen() {
        tried.remove(index);
    }
    let left = pointing(sessions, &tried, smallest_group);
    (left.sessions, std::cmp::Reverse(different.len()))
}

fn values(session: &SessionFacts, candidates: &[Candidate<'_>]) -> Vec<Option<String>> {
    candidates
        .iter()
        .map(|candidate| candidate.value(session))
        .collect()
}

fn pointing(
    sessions: &[&SessionFacts],
    candidates: &[Candidate<'_>],
    smallest_group: usize,
) -> Pointing {
    let mut groups: BTreeMap<Vec<Option<String>>, (usize, BTreeSet<&CaseId>)> = BTreeMap::new();
    for session in sessions {
        let group = groups.entry(values(session, candidates)).or_default();
        group.0 += 1;
        group.1.insert(session.id.case());
    }
    let counts = groups.into_values().map(|(sessions, cases)| Count {
        sessions,
        cases: cases.len(),
    });
    let counts: Vec<Count> = counts.collect();
    let small = counts
        .iter()
        .filter(|count| !count.is_a_group(smallest_group));
    Pointing {
        sessions: small.map(|count| count.sessions).sum(),
        smallest: counts.iter().min().copied().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Facts, example};
    use crate::session::Session;

    /// Eleven interviewees in six cases: A CH-DE, B DE-FR, C DE-PL, D DE-AT-CH, E and F CH-DE-FR.
    const SEED: [(&str, &str, &str); 11] = [
        ("A-1", "ch", "management"),
        ("A-2", "de", "management"),
        ("B-1", "de", "management"),
        ("B-2", "fr", "company"),
        ("C-1", "pl", "management"),
        ("C-2", "de", "company"),
        ("D-1", "at", "management"),
        ("D-2", "ch", "company"),
        ("E-1", "ch", "management"),
        ("E-2", "fr", "management"),
        ("F-1", "fr", "management"),
    ];

    fn guide() -> Guide {
        let step = |names: &[(&str, &[&str])]| {
            let coarsening = |(into, from): &(&str, &[&str])| Coarsening {
                into: (*into).to_owned(),
                from: from.iter().map(|from| (*from).to_owned()).collect(),
            };
            names.iter().map(coarsening).collect()
        };
        let mut guide = example::guide();
        let mut side = guide.attributes[0].clone();
        side.id = "side".to_owned();
        side.ladder = vec![
            step(&[
                ("ch", &["ch"]),
                ("de", &["de"]),
                ("fr", &["fr"]),
                ("eu", &["at", "pl"]),
            ]),
            step(&[("eu", &["de", "fr", "at", "pl", "eu"]), ("other", &["ch"])]),
        ];
        guide.attributes.push(side);
        guide
    }

    fn facts() -> Facts {
        let sessions: Vec<Session> = SEED
            .iter()
            .map(|(id, side, role)| {
                let mut session = example::session();
                session.header.id = id.parse().unwrap();
                session.attributes = [("side", *side), ("role", *role)]
                    .map(|(id, value)| (id.to_owned(), value.to_owned()))
                    .into();
                session
            })
            .collect();
        Facts::of(&sessions, &[])
    }

    fn grouped(attributes: &[&str], forced: &[&str]) -> Result<Grouping, TooTelling> {
        let facts = facts();
        let sessions: Vec<&SessionFacts> = facts.sessions.iter().collect();
        let names = |names: &[&str]| -> Vec<String> {
            names.iter().map(|name| (*name).to_owned()).collect()
        };
        group(&sessions, &guide(), &names(attributes), &names(forced), 3)
    }

    #[test]
    fn a_country_climbs_its_ladder_until_no_group_is_too_small() {
        let grouping = grouped(&["side"], &[]).unwrap();
        // Poland and Austria together are two: only inside and outside the EU is left.
        assert_eq!(grouping.shown[0].steps, 2);
        let mut counts: BTreeMap<Option<&str>, usize> = BTreeMap::new();
        for values in &grouping.values {
            *counts.entry(values[0].as_deref()).or_default() += 1;
        }
        assert_eq!(counts, [(Some("eu"), 8), (Some("other"), 3)].into());
    }

    #[test]
    fn every_combination_that_is_shown_holds_three_sessions_from_two_cases() {
        let grouping = grouped(&["side", "role", "language"], &[]).unwrap();
        let mut groups: BTreeMap<&Vec<Option<String>>, BTreeSet<&str>> = BTreeMap::new();
        let mut sizes: BTreeMap<&Vec<Option<String>>, usize> = BTreeMap::new();
        for (values, (session, ..)) in grouping.values.iter().zip(SEED) {
            groups
                .entry(values)
                .or_default()
                .insert(session.split('-').next().unwrap());
            *sizes.entry(values).or_default() += 1;
        }
        assert!(groups.values().all(|cases| cases.len() >= 2), "{groups:?}");
        assert!(sizes.values().all(|size| *size >= 3), "{sizes:?}");
        assert!(!grouping.shown.is_empty());
    }

    #[test]
    fn an_attribute_that_is_asked_for_as_it_is_is_refused_if_it_points_to_somebody() {
        let refused = grouped(&["side", "role"], &["side"]).unwrap_err();
        assert_eq!(refused.attributes, ["side"]);
        assert_eq!(
            refused.smallest,
            Count {
                sessions: 1,
                cases: 1
            }
        );
        let role = grouped(&["side", "role"], &["role"]).unwrap();
        assert!(
            role.shown
                .iter()
                .any(|shown| shown.id == "role" && shown.steps == 0)
        );
    }

    #[test]
    fn what_a_step_does_not_name_is_shown_no_more() {
        let facts = facts();
        let guide = guide();
        let candidate = Candidate {
            id: "side",
            ladder: &guide.attributes[2].ladder,
            steps: 2,
            forced: false,
        };
        let mut session = facts.sessions[0].clone();
        assert_eq!(candidate.value(&session).as_deref(), Some("other"));
        let side = |value: &str| {
            [("side".to_owned(), value.to_owned())]
                .into_iter()
                .collect()
        };
        session.attributes = side("at");
        assert_eq!(candidate.value(&session).as_deref(), Some("eu"));
        session.attributes = side("xx");
        assert_eq!(candidate.value(&session), None);
    }
}
