//! Whether attributes that are shown together point to too few: the smallest group of every combination.
//!
//! A group is all sessions with the same values. What was not noted is a value of its own: that it is missing is seen.

use std::collections::BTreeMap;

use super::facts::{SessionFacts, cases};
use super::selection::Selection;

/// How many cases a group must come from: readers of one case recognise each other.
pub const FEWEST_CASES: usize = 2;

/// How many combinations are reckoned at most; of longer ones the rest is counted.
pub const MOST_COMBINATIONS: usize = 500;

/// How many attributes a combination has at most.
const LONGEST: usize = 3;

/// The smallest groups of all combinations of attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosure {
    /// How many sessions a group must hold.
    pub smallest_group: usize,
    /// How many sessions were looked at.
    pub sessions: usize,
    /// From how many cases they are.
    pub cases: usize,
    /// How many invented sessions were left out because real ones stand beside them.
    pub invented_left_out: usize,
    /// The combinations: each attribute alone, then pairs, then triples.
    pub combinations: Vec<Combination>,
    /// How many further combinations there would be.
    pub not_reckoned: usize,
}

/// Attributes that are shown together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Combination {
    /// Which attributes.
    pub attributes: Vec<String>,
    /// How many sessions the smallest group holds.
    pub sessions: usize,
    /// From how few cases the sessions of a group come.
    pub cases: usize,
    /// Whether every group is large enough.
    pub fits: bool,
}

/// Reckons the smallest groups; `smallest_group` is the guide's, and never counts as less than 2.
pub fn disclosure(
    selection: &Selection<'_>,
    attributes: &[String],
    smallest_group: u32,
) -> Disclosure {
    let smallest_group = usize::try_from(smallest_group.max(2)).unwrap_or(usize::MAX);
    let mut all = combinations(attributes);
    let not_reckoned = all.len().saturating_sub(MOST_COMBINATIONS);
    all.truncate(MOST_COMBINATIONS);
    Disclosure {
        smallest_group,
        sessions: selection.sessions.len(),
        cases: cases(selection.sessions.iter().copied()),
        invented_left_out: selection.left_out.invented,
        combinations: all
            .into_iter()
            .map(|attributes| reckon(&selection.sessions, attributes, smallest_group))
            .collect(),
        not_reckoned,
    }
}

fn reckon(rows: &[&SessionFacts], attributes: Vec<String>, smallest_group: usize) -> Combination {
    let mut groups: BTreeMap<Vec<Option<&str>>, Vec<&SessionFacts>> = BTreeMap::new();
    for row in rows {
        let key = attributes
            .iter()
            .map(|attribute| row.value(attribute))
            .collect();
        groups.entry(key).or_default().push(row);
    }
    let sessions = groups.values().map(Vec::len).min().unwrap_or(0);
    let cases = groups
        .values()
        .map(|group| cases(group.iter().copied()))
        .min()
        .unwrap_or(0);
    Combination {
        attributes,
        sessions,
        cases,
        fits: sessions >= smallest_group && cases >= FEWEST_CASES,
    }
}

/// Each attribute alone, then the pairs, then the triples.
fn combinations(attributes: &[String]) -> Vec<Vec<String>> {
    let mut all: Vec<Vec<usize>> = Vec::new();
    let mut last: Vec<Vec<usize>> = (0..attributes.len()).map(|index| vec![index]).collect();
    for _ in 0..LONGEST {
        all.extend(last.iter().cloned());
        last = last
            .iter()
            .flat_map(|chosen| {
                let after = chosen.last().map_or(0, |index| index + 1);
                (after..attributes.len()).map(move |next| {
                    let mut longer = chosen.clone();
                    longer.push(next);
                    longer
                })
            })
            .collect();
    }
    let named = |chosen: Vec<usize>| {
        let names = chosen.into_iter().filter_map(|index| attributes.get(index));
        names.cloned().collect()
    };
    all.into_iter().map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::super::facts::Facts;
    use super::super::facts::tests::study;
    use super::super::selection::Filter;
    use super::*;

    fn reckoned(facts: &Facts, attributes: &[String], smallest_group: u32) -> Disclosure {
        let selection = Selection::of(facts, &example::guide(), &Filter::default());
        disclosure(&selection, attributes, smallest_group)
    }

    /// Eleven interviewees in six cases: A CH-DE, B DE-FR, C DE-PL, D DE-AT-CH, E and F CH-DE-FR.
    fn seed() -> Facts {
        let rows = [
            ("A-1", "ch", "bi"),
            ("A-2", "de", "bi"),
            ("B-1", "de", "bi"),
            ("B-2", "fr", "bi"),
            ("C-1", "pl", "bi"),
            ("C-2", "de", "bi"),
            ("D-1", "at", "tri"),
            ("D-2", "ch", "tri"),
            ("E-1", "ch", "tri"),
            ("E-2", "fr", "tri"),
            ("F-1", "fr", "tri"),
        ];
        let values: Vec<[(&str, &str); 2]> = rows
            .iter()
            .map(|(_, country, border)| [("country", *country), ("border", *border)])
            .collect();
        let rows: Vec<Rows<'_>> = rows
            .iter()
            .zip(&values)
            .map(|((session, ..), values)| (*session, values.as_slice(), &[][..]))
            .collect();
        study(&rows)
    }

    type Rows<'row> = (&'row str, &'row [(&'row str, &'row str)], &'row [&'row str]);

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    /// B19
    #[test]
    fn b19_a_country_is_too_telling_and_the_type_of_border_is_not() {
        let found = reckoned(&seed(), &names(&["country", "border"]), 3);
        assert_eq!((found.sessions, found.cases), (11, 6));
        let of = |attributes: &[&str]| {
            let wanted = names(attributes);
            let found = found
                .combinations
                .iter()
                .find(|combination| combination.attributes == wanted);
            found.map(|found| (found.sessions, found.cases, found.fits))
        };
        assert_eq!(of(&["country"]), Some((1, 1, false)));
        assert_eq!(of(&["border"]), Some((5, 3, true)));
        assert_eq!(of(&["country", "border"]), Some((1, 1, false)));
    }

    /// B19
    #[test]
    fn a_group_from_one_case_is_too_small_however_many_it_holds() {
        let rows = ["A-1", "A-2", "A-3", "B-1", "B-2", "C-1"].map(|session| {
            let role = if session.starts_with('A') { "x" } else { "y" };
            (session, [("role", role)])
        });
        let rows: Vec<Rows<'_>> = rows
            .iter()
            .map(|(session, values)| (*session, values.as_slice(), &[][..]))
            .collect();
        let found = reckoned(&study(&rows), &names(&["role"]), 3);
        let role = &found.combinations[0];
        assert_eq!((role.sessions, role.cases, role.fits), (3, 1, false));
    }

    #[test]
    fn what_was_not_noted_is_a_group_of_its_own() {
        let facts = study(&[
            ("A-1", &[("role", "x")], &[]),
            ("B-1", &[("role", "x")], &[]),
            ("C-1", &[], &[]),
        ]);
        let found = reckoned(&facts, &names(&["role"]), 2);
        assert_eq!(found.combinations[0].sessions, 1);
    }

    #[test]
    fn the_smallest_group_is_never_under_two() {
        let facts = study(&[("A-1", &[], &[]), ("B-1", &[], &[])]);
        let found = reckoned(&facts, &names(&["role"]), 0);
        assert_eq!(found.smallest_group, 2);
        assert!(found.combinations[0].fits);
    }

    #[test]
    fn every_combination_up_to_three_is_reckoned_once() {
        let found = reckoned(&seed(), &names(&["a", "b", "c", "d", "e"]), 3);
        assert_eq!(found.combinations.len(), 5 + 10 + 10);
        let many: Vec<String> = (0..30).map(|number| format!("a{number}")).collect();
        let bounded = reckoned(&seed(), &many, 3);
        assert_eq!(bounded.combinations.len(), MOST_COMBINATIONS);
        assert_eq!(bounded.not_reckoned, 30 + 435 + 4060 - MOST_COMBINATIONS);
    }
}
