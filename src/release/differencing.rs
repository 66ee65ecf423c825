//! Whether two exports that hide their sessions, laid side by side, show a few of them (W9).

use std::collections::BTreeSet;

use crate::analysis::Count;
use crate::session::{CaseId, SessionId};

/// The sessions by which an export differs from an earlier one, if they are so few that who has both can tell them from
/// the others. What only the one holds and what only the other holds are looked at each by itself.
pub fn differing(
    earlier: &BTreeSet<SessionId>,
    now: &BTreeSet<SessionId>,
    smallest_group: usize,
) -> Option<Count> {
    let sides = [now.difference(earlier), earlier.difference(now)];
    let counts = sides.map(|side| {
        let sessions: Vec<&SessionId> = side.collect();
        let cases: BTreeSet<&CaseId> = sessions.iter().map(|session| session.case()).collect();
        Count {
            sessions: sessions.len(),
            cases: cases.len(),
        }
    });
    counts
        .into_iter()
        .filter(|count| count.sessions > 0 && !count.is_a_group(smallest_group))
        .min()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(ids: &[&str]) -> BTreeSet<SessionId> {
        ids.iter().map(|id| id.parse().unwrap()).collect()
    }

    #[test]
    fn an_export_that_differs_by_a_few_sessions_shows_them() {
        let earlier = set(&["A-1", "B-1", "C-1", "D-1"]);
        let of = |now: &[&str]| differing(&earlier, &set(now), 3);
        assert_eq!(of(&["A-1", "B-1", "C-1", "D-1"]), None);
        let one = Count {
            sessions: 1,
            cases: 1,
        };
        assert_eq!(of(&["A-1", "B-1", "C-1", "D-1", "E-1"]), Some(one));
        assert_eq!(of(&["A-1", "B-1", "C-1"]), Some(one));
        // Three of one case point to that case; three of two cases are a group.
        let case = Count {
            sessions: 3,
            cases: 1,
        };
        assert_eq!(
            of(&["A-1", "B-1", "C-1", "D-1", "E-1", "E-2", "E-3"]),
            Some(case)
        );
        assert_eq!(of(&["A-1", "B-1", "C-1", "D-1", "E-1", "E-2", "F-1"]), None);
    }
}
