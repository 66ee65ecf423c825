//! W8: a group that is large enough and yet says the same of each of its members.
//!
//! Who is known to be in the group is then known to have said it. Only groups that the disclosure check lets pass are
//! looked at, since the others are not shown; and what all sessions share tells no group from the others.

use std::collections::BTreeSet;

use super::super::disclosure::FEWEST_CASES;
use super::super::facts::{SessionFacts, cases, groups_by};
use super::super::selection::Selection;
use crate::guide::Guide;

/// Sessions with the same value of an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The attribute.
    pub attribute: String,
    /// The value.
    pub value: String,
    /// How many sessions have it.
    pub sessions: usize,
}

/// A group all of whose sessions share codes that not all others have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// The group.
    pub group: Group,
    /// The codes, in their order.
    pub codes: Vec<String>,
}

/// The groups that reveal what their members said. Codes that say nothing of content do not count.
pub fn alike(selection: &Selection<'_>, attributes: &[String], guide: &Guide) -> Vec<Alike> {
    let smallest = usize::try_from(guide.smallest_group.max(2)).unwrap_or(usize::MAX);
    let common = shared(&selection.sessions, selection, guide);
    let mut found = Vec::new();
    for attribute in attributes {
        for (value, group) in groups_by(&selection.sessions, attribute) {
            let is_shown = group.len() >= smallest && cases(group.iter().copied()) >= FEWEST_CASES;
            let Some(value) = value.filter(|_| is_shown) else {
                continue;
            };
            let shared = shared(&group, selection, guide);
            let codes: Vec<String> = shared.difference(&common).cloned().collect();
            if !codes.is_empty() {
                found.push(Alike {
                    group: Group {
                        attribute: attribute.clone(),
                        value: value.to_owned(),
                        sessions: group.len(),
                    },
                    codes,
                });
            }
        }
    }
    found
}

/// The codes that all have.
fn shared(group: &[&SessionFacts], selection: &Selection<'_>, guide: &Guide) -> BTreeSet<String> {
    let mut codes = group
        .iter()
        .map(|session| codes_of(session, selection, guide));
    let Some(first) = codes.next() else {
        return BTreeSet::new();
    };
    codes.fold(first, |shared, codes| {
        shared.intersection(&codes).cloned().collect()
    })
}

/// The codes on the notes of a session.
fn codes_of(session: &SessionFacts, selection: &Selection<'_>, guide: &Guide) -> BTreeSet<String> {
    let names = &selection.facts.names;
    let notes = selection.notes(session);
    let numbers = notes.flat_map(|note| note.codes.iter());
    let codes = numbers.filter_map(|code| names.code_of(code).map(ToOwned::to_owned));
    codes
        .map(|code| guide.study.resolve(&code).to_owned())
        .filter(|code| !guide.is_process_code(code))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::example;
    use super::super::super::facts::tests::study;
    use super::super::super::selection::Filter;
    use super::*;

    #[test]
    fn a_group_of_three_with_the_same_code_reveals_it() {
        let company = [("role", "company")];
        let management = [("role", "management")];
        let facts = study(&[
            ("A-1", &company, &["bar.conf", "val.joint", "val.own"]),
            ("B-1", &company, &["bar.conf", "val.joint"]),
            ("C-1", &company, &["bar.conf", "val.joint", "fac.trust"]),
            ("A-2", &management, &["val.joint"]),
            ("B-2", &management, &["val.joint", "val.own"]),
            ("C-2", &management, &["val.joint", "bar.conf"]),
        ]);
        let selection = Selection::of(&facts, &example::guide(), &Filter::default());
        let found = alike(&selection, &["role".to_owned()], &example::guide());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].group.value, "company");
        assert_eq!(found[0].codes, ["bar.conf"]);
    }

    #[test]
    fn a_group_that_is_not_shown_reveals_nothing() {
        let values = [("role", "company")];
        let facts = study(&[
            ("A-1", &values, &["bar.conf"]),
            ("A-2", &values, &["bar.conf"]),
            ("A-3", &values, &["bar.conf"]),
            ("B-1", &[("role", "management")], &[]),
        ]);
        let selection = Selection::of(&facts, &example::guide(), &Filter::default());
        let found = alike(&selection, &["role".to_owned()], &example::guide());
        assert_eq!(found, []);
    }
}
