//! Saturation: how many codes each interview brings that none before it had.

use std::collections::BTreeSet;

use super::codebook::Codebook;
use super::facts::SessionFacts;
use super::selection::{LeftOut, Selection};
use crate::guide::Guide;
use crate::session::SessionId;

/// New codes per interview, in the order in which the interviews were held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saturation {
    /// The guide.
    pub guide: String,
    /// Whether all sessions are made up.
    pub invented: bool,
    /// What was left out.
    pub left_out: LeftOut,
    /// The sessions that could not be read.
    pub unread: Vec<SessionId>,
    /// The interviews.
    pub points: Vec<SaturationPoint>,
}

/// An interview on the curve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaturationPoint {
    /// Which session.
    pub session: SessionId,
    /// How many different codes it has.
    pub codes: usize,
    /// How many of them no interview before it had.
    pub new: usize,
    /// How many different codes all interviews so far have.
    pub total: usize,
}

/// New codes per interview. Codes count as they stand on notes; that one of them stands for others plays no part.
pub fn saturation(guide: &Guide, selection: &Selection<'_>) -> Saturation {
    let codebook = Codebook::of(guide, &selection.facts.names);
    let mut sessions: Vec<&SessionFacts> = selection.sessions.clone();
    // An interview that was never begun by the clock comes last.
    sessions.sort_by_key(|session| (session.began.is_none(), session.began));
    let mut known: BTreeSet<usize> = BTreeSet::new();
    let points = sessions.into_iter().map(|session| {
        let notes = selection.notes(session);
        let codes = notes.flat_map(|note| note.codes.iter());
        let rows: BTreeSet<usize> = codes
            .filter_map(|code| codebook.counting(code).first().copied())
            .collect();
        let before = known.len();
        known.extend(&rows);
        SaturationPoint {
            session: session.id.clone(),
            codes: rows.len(),
            new: known.len() - before,
            total: known.len(),
        }
    });
    let points = points.collect();
    Saturation {
        guide: selection.guide.clone(),
        invented: selection.is_invented(),
        left_out: selection.left_out,
        unread: selection.unread.to_vec(),
        points,
    }
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::super::facts::tests::study;
    use super::super::selection::Filter;
    use super::*;
    use crate::analysis::example;

    #[test]
    fn codes_are_new_once_in_the_order_of_the_interviews() {
        let mut facts = study(&[
            ("A-1", &[], &["x.a", "x.b", "p.new"]),
            ("B-1", &[], &["x.a", "x.a"]),
            ("C-1", &[], &["x.c", "x.b"]),
        ]);
        facts.sessions[0].began = Some(datetime!(2026-05-03 9:00 UTC));
        facts.sessions[1].began = Some(datetime!(2026-05-01 9:00 UTC));
        let mut guide = example::guide();
        guide.process_codes = vec!["p.*".to_owned()];
        let selection = Selection::of(&facts, &example::guide(), &Filter::default());
        let points: Vec<(String, usize, usize, usize)> = saturation(&guide, &selection)
            .points
            .iter()
            .map(|point| {
                let session = point.session.to_string();
                (session, point.codes, point.new, point.total)
            })
            .collect();
        let point = |session: &str, codes, new, total| (session.to_owned(), codes, new, total);
        assert_eq!(
            points,
            [
                point("B-1", 1, 1, 1),
                point("A-1", 2, 1, 2),
                point("C-1", 2, 1, 3)
            ]
        );
    }
}
