//! Contradictions within a case: codes that are worth a second look where one case has both.
//!
//! A hint for reading, no finding: the guide names pairs of codes that can turn each other round, and interviewers mark
//! contradictions that they heard.

use std::collections::BTreeMap;

use super::codebook::Codebook;
use super::facts::{CodeNumber, SessionFacts};
use super::selection::Selection;
use crate::guide::Guide;
use crate::session::{CaseId, NoteId, Polarity, SessionId};

/// The code by which an interviewer marks a contradiction.
pub const CONTRADICTION: &str = "p.contra";

/// What is worth a second look in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// Which case.
    pub case: CaseId,
    /// What it is.
    pub kind: ContradictionKind,
}

/// Why something is worth a second look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ContradictionKind {
    /// A case has both codes of a pair of the guide.
    Pair {
        /// The first code, and the notes with it or a code below it.
        first: (String, Vec<(SessionId, NoteId)>),
        /// The second.
        second: (String, Vec<(SessionId, NoteId)>),
    },
    /// In a case the same code helps and hinders.
    Turned {
        /// The code.
        code: String,
        /// The notes in which it helps.
        helps: Vec<(SessionId, NoteId)>,
        /// The notes in which it hinders.
        hinders: Vec<(SessionId, NoteId)>,
    },
    /// An interviewer marked notes as a contradiction.
    Marked(Vec<(SessionId, NoteId)>),
}

impl ContradictionKind {
    /// The first note that it is about.
    pub fn first_note(&self) -> Option<&(SessionId, NoteId)> {
        match self {
            Self::Pair { first, .. } => first.1.first(),
            Self::Turned { helps, .. } => helps.first(),
            Self::Marked(notes) => notes.first(),
        }
    }
}

/// What is worth a second look, case by case.
pub fn contradictions(guide: &Guide, selection: &Selection<'_>) -> Vec<Contradiction> {
    let codebook = Codebook::of(guide, &selection.facts.names);
    let cases = selection
        .sessions
        .chunk_by(|one, other| one.id.case() == other.id.case());
    let mut found = Vec::new();
    for sessions in cases {
        let Some(case) = sessions.first().map(|session| session.id.case().clone()) else {
            continue;
        };
        let mut add = |kind| {
            found.push(Contradiction {
                case: case.clone(),
                kind,
            });
        };
        for (first, second) in &guide.pairs {
            let with = |code: &str| with_code(code, sessions, selection, &codebook);
            let (one, other) = (with(first), with(second));
            if !one.is_empty() && !other.is_empty() {
                add(ContradictionKind::Pair {
                    first: (first.clone(), one),
                    second: (second.clone(), other),
                });
            }
        }
        turned(sessions, selection, &codebook)
            .into_iter()
            .for_each(&mut add);
        let marked = marked(sessions, selection);
        if !marked.is_empty() {
            add(ContradictionKind::Marked(marked));
        }
    }
    found
}

/// The notes with a code or one below it.
fn with_code(
    code: &str,
    sessions: &[&SessionFacts],
    selection: &Selection<'_>,
    codebook: &Codebook,
) -> Vec<(SessionId, NoteId)> {
    let Some(wanted) = codebook.rows().iter().position(|row| row.code == code) else {
        return Vec::new();
    };
    notes_where(sessions, selection, |code| {
        codebook.counting(code).contains(&wanted)
    })
}

/// The codes that help in one note and hinder in another.
fn turned(
    sessions: &[&SessionFacts],
    selection: &Selection<'_>,
    codebook: &Codebook,
) -> Vec<ContradictionKind> {
    let mut sides: BTreeMap<usize, [Vec<(SessionId, NoteId)>; 2]> = BTreeMap::new();
    for session in sessions {
        for note in selection.notes(session) {
            let Some(polarity) = note.row.polarity else {
                continue;
            };
            let side = usize::from(polarity == Polarity::Hinders);
            let own = note
                .codes
                .iter()
                .filter_map(|code| codebook.counting(code).first());
            for row in own {
                let place = (session.id.clone(), note.row.id);
                sides.entry(*row).or_default()[side].push(place);
            }
        }
    }
    let both = sides
        .into_iter()
        .filter(|(_, sides)| sides.iter().all(|notes| !notes.is_empty()));
    both.filter_map(|(row, [helps, hinders])| {
        Some(ContradictionKind::Turned {
            code: codebook.rows().get(row)?.code.clone(),
            helps,
            hinders,
        })
    })
    .collect()
}

fn marked(sessions: &[&SessionFacts], selection: &Selection<'_>) -> Vec<(SessionId, NoteId)> {
    let names = &selection.facts.names;
    notes_where(sessions, selection, |code| {
        names.code_of(code) == Some(CONTRADICTION)
    })
}

/// The notes of which a code fits.
fn notes_where(
    sessions: &[&SessionFacts],
    selection: &Selection<'_>,
    fits: impl Fn(CodeNumber) -> bool,
) -> Vec<(SessionId, NoteId)> {
    let mut found = Vec::new();
    for session in sessions {
        let notes = selection.notes(session);
        let notes = notes.filter(|note| note.codes.iter().any(&fits));
        found.extend(notes.map(|note| (session.id.clone(), note.row.id)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::facts::Facts;
    use super::super::facts::tests::study;
    use super::super::selection::Filter;
    use super::*;
    use crate::analysis::example;
    use crate::session::NoteKind;

    #[test]
    fn a_pair_is_found_within_a_case_and_not_across_cases() {
        let facts = study(&[
            ("A-1", &[], &["fac.sim.language"]),
            ("A-2", &[], &["bar.lang", "p.contra"]),
            ("B-1", &[], &["bar.lang"]),
            ("C-1", &[], &["fac.sim.language"]),
        ]);
        let mut guide = example::guide();
        guide.codes = ["fac.sim", "fac.sim.language", "bar.lang"]
            .map(example::code)
            .into();
        guide.pairs = vec![("fac.sim".to_owned(), "bar.lang".to_owned())];
        guide.process_codes = vec!["p.contra".to_owned()];
        let selection = Selection::of(&facts, &example::guide(), &Filter::default());
        let found = contradictions(&guide, &selection);
        assert!(found.iter().all(|found| found.case.as_str() == "A"));
        let ContradictionKind::Pair { first, second } = &found[0].kind else {
            panic!("a pair comes first");
        };
        assert_eq!(first.1[0].0.to_string(), "A-1");
        assert_eq!(second.1[0].0.to_string(), "A-2");
        assert!(matches!(&found[1].kind, ContradictionKind::Marked(notes) if notes.len() == 1));
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn a_code_that_helps_and_hinders_in_one_case_is_found() {
        let coded = |id: &str, number, polarity| {
            let mut session = example::session();
            session.header.id = id.parse().unwrap();
            let mut note = example::note(number, "b2.t1", NoteKind::Paraphrase, "Text");
            note.codes = vec!["fac.trust".to_owned()];
            note.polarity = polarity;
            session.notes = vec![note].into();
            session
        };
        let sessions = [
            coded("A-1", 1, Some(Polarity::Helps)),
            coded("A-2", 2, Some(Polarity::Hinders)),
            coded("B-1", 3, Some(Polarity::Helps)),
            coded("B-2", 4, None),
        ];
        let facts = Facts::of(&sessions, &[]);
        let selection = Selection::of(&facts, &example::guide(), &Filter::default());
        let found = contradictions(&example::guide(), &selection);
        assert_eq!(found.len(), 1);
        assert!(matches!(
            &found[0].kind,
            ContradictionKind::Turned { code, helps, hinders }
                if code == "fac.trust" && helps.len() == 1 && hinders[0].1.number == 2
        ));
    }
}
