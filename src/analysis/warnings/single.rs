//! W7: a cooperation with one interviewee: its row is a person.

use std::collections::BTreeMap;

use crate::session::{CaseId, SessionId};

/// The cases with one session, with that session.
pub fn single_interviewees<'sessions>(
    sessions: impl IntoIterator<Item = &'sessions SessionId>,
) -> Vec<(CaseId, SessionId)> {
    let mut by_case: BTreeMap<&CaseId, Vec<&SessionId>> = BTreeMap::new();
    for session in sessions {
        by_case.entry(session.case()).or_default().push(session);
    }
    by_case
        .into_iter()
        .filter_map(|(case, sessions)| match sessions.as_slice() {
            [only] => Some((case.clone(), (*only).clone())),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_with_one_interviewee_is_a_person() {
        // Eleven interviewees in six cooperations: at least one has one only.
        let names = [
            "A-1", "A-2", "B-1", "B-2", "C-1", "C-2", "D-1", "D-2", "E-1", "E-2", "F-1",
        ];
        let sessions: Vec<SessionId> = names.iter().map(|name| name.parse().unwrap()).collect();
        let found = single_interviewees(&sessions);
        assert_eq!(found, [("F".parse().unwrap(), "F-1".parse().unwrap())]);
    }
}
