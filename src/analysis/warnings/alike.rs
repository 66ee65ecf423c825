//! W8: a group that is large enough and yet says the same of each of its members.
//!
//! Who is known to be in the group is then known to have said it. Only groups that the disclosure check lets pass are
//! looked at, since the others are not shown; and what all sessions share tells no group from the others.

use std::collections::BTreeSet;

use super::super::disclosure::{FEWEST_CASES, cases, groups_by};
use super::super::facts::{Row, Rows};

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

/// The groups that reveal what their members said.
pub fn alike(rows: &Rows, attributes: &[String], smallest_group: u32) -> Vec<Alike> {
    let smallest = usize::try_from(smallest_group.max(2)).unwrap_or(usize::MAX);
    let everybody: Vec<&Row> = rows.rows.iter().collect();
    let common = shared(&everybody);
    let mut found = Vec::new();
    for attribute in attributes {
        for (value, group) in groups_by(&rows.rows, attribute) {
            let is_shown = group.len() >= smallest && cases(group.iter().copied()) >= FEWEST_CASES;
            let Some(value) = value.filter(|_| is_shown) else {
                continue;
            };
            let codes: Vec<String> = shared(&group).difference(&common).cloned().collect();
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
fn shared(group: &[&Row]) -> BTreeSet<String> {
    let mut rows = group.iter();
    let Some(first) = rows.next() else {
        return BTreeSet::new();
    };
    rows.fold(first.codes.clone(), |shared, row| {
        shared.intersection(&row.codes).cloned().collect()
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::facts::tests::of;
    use super::*;

    #[test]
    fn a_group_of_three_with_the_same_code_reveals_it() {
        let company = [("role", "company")];
        let management = [("role", "management")];
        let rows = Rows::counted(vec![
            of("A-1", &company, &["bar.conf", "val.joint", "val.own"]),
            of("B-1", &company, &["bar.conf", "val.joint"]),
            of("C-1", &company, &["bar.conf", "val.joint", "fac.trust"]),
            of("A-2", &management, &["val.joint"]),
            of("B-2", &management, &["val.joint", "val.own"]),
            of("C-2", &management, &["val.joint", "bar.conf"]),
        ]);
        let found = alike(&rows, &["role".to_owned()], 3);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].group.value, "company");
        assert_eq!(found[0].codes, ["bar.conf"]);
    }

    #[test]
    fn a_group_that_is_not_shown_reveals_nothing() {
        let values = [("role", "company")];
        let rows = Rows::counted(vec![
            of("A-1", &values, &["bar.conf"]),
            of("A-2", &values, &["bar.conf"]),
            of("A-3", &values, &["bar.conf"]),
            of("B-1", &[("role", "management")], &[]),
        ]);
        assert_eq!(alike(&rows, &["role".to_owned()], 3), []);
    }
}
