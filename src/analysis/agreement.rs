//! How far coders agree: first the list of what two of them coded differently, and a coefficient where there are enough
//! notes for one, for each two and over all.

mod alpha;

use std::collections::{BTreeMap, BTreeSet};

use crate::session::{NoteId, SessionId};

pub use alpha::nominal_alpha;

/// The fewest notes of which a coefficient is said: with fewer, one note more or less turns it over.
pub const FEWEST_FOR_ALPHA: usize = 20;

/// What a coder put on the notes that they looked at; a note with no code is in it with none.
pub type Coding = BTreeMap<(SessionId, NoteId), BTreeSet<String>>;

/// How far two coders agree.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// How many notes both looked at.
    pub notes: usize,
    /// On how many of them both put the same codes.
    pub alike: usize,
    /// How many notes only one of them looked at.
    pub not_shared: usize,
    /// The notes that they coded differently.
    pub differences: Vec<Difference>,
    /// Krippendorff's alpha, nominal, where the value of a note is the set of its codes: two sets are alike only if all
    /// codes are. Nothing if there are too few notes, or all of them have the same codes.
    pub alpha: Option<f64>,
    /// Code by code, in the order of their ids.
    pub codes: Vec<CodeAgreement>,
}

/// A note that two coders coded differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The session.
    pub session: SessionId,
    /// The note.
    pub note: NoteId,
    /// The codes that only the first coder put on it.
    pub only_first: Vec<String>,
    /// The codes that only the second coder put on it.
    pub only_second: Vec<String>,
}

/// How far two coders agree on a code.
#[derive(Debug, Clone, PartialEq)]
pub struct CodeAgreement {
    /// The code.
    pub code: String,
    /// On how many notes both put it.
    pub both: usize,
    /// On how many notes the first put it alone.
    pub only_first: usize,
    /// On how many notes the second put it alone.
    pub only_second: usize,
    /// Krippendorff's alpha, nominal, where the value of a note is whether it has the code.
    pub alpha: Option<f64>,
}

/// How far all coders agree.
#[derive(Debug, Clone, PartialEq)]
pub struct CoderAgreement {
    /// How many notes two coders or more looked at.
    pub notes: usize,
    /// Krippendorff's alpha over all coders, nominal, where the value of a note is the set of its codes. Nothing if there
    /// are too few notes, or all of them have the same codes.
    pub alpha: Option<f64>,
    /// Each two coders who looked at notes of the same session, in the order of their numbers.
    pub pairs: Vec<CoderPair>,
}

/// Two coders.
#[derive(Debug, Clone, PartialEq)]
pub struct CoderPair {
    /// The number of the first; the codes that stand in the session are those of coder 1.
    pub first: u8,
    /// The number of the second.
    pub second: u8,
    /// How far they agree.
    pub agreement: Agreement,
}

impl CoderAgreement {
    /// What two coders coded differently, pair after pair.
    pub fn differences(&self) -> impl Iterator<Item = (&CoderPair, &Difference)> {
        self.pairs.iter().flat_map(|pair| {
            let differences = pair.agreement.differences.iter();
            differences.map(move |difference| (pair, difference))
        })
    }
}

/// How far all coders agree, by their numbers; nothing if fewer than two have coded.
pub fn coder_agreement(codings: &BTreeMap<u8, Coding>) -> Option<CoderAgreement> {
    let mut pairs = Vec::new();
    for (index, (first, one)) in codings.iter().enumerate() {
        for (second, other) in codings.iter().skip(index + 1) {
            let (one, other) = (in_sessions_of(one, other), in_sessions_of(other, one));
            if !one.is_empty() && !other.is_empty() {
                pairs.push(CoderPair {
                    first: *first,
                    second: *second,
                    agreement: agreement(&one, &other),
                });
            }
        }
    }
    let mut units: BTreeMap<&(SessionId, NoteId), Vec<&BTreeSet<String>>> = BTreeMap::new();
    for (note, codes) in codings.values().flatten() {
        units.entry(note).or_default().push(codes);
    }
    units.retain(|_, values| values.len() > 1);
    let notes = units.len();
    let alpha = (notes >= FEWEST_FOR_ALPHA).then(|| nominal_alpha(units.into_values()));
    (!pairs.is_empty()).then(|| CoderAgreement {
        notes,
        alpha: alpha.flatten(),
        pairs,
    })
}

/// What a coder coded in the sessions in which another coded something.
fn in_sessions_of(coding: &Coding, other: &Coding) -> Coding {
    let sessions: BTreeSet<&SessionId> = other.keys().map(|(session, _)| session).collect();
    let shared = coding.iter();
    shared
        .filter(|((session, _), _)| sessions.contains(session))
        .map(|(note, codes)| (note.clone(), codes.clone()))
        .collect()
}

/// How far two coders agree on the notes that both looked at.
pub fn agreement(first: &Coding, second: &Coding) -> Agreement {
    let shared: Vec<_> = first
        .iter()
        .filter_map(|(note, codes)| Some((note, codes, second.get(note)?)))
        .collect();
    let differences: Vec<Difference> = shared
        .iter()
        .filter(|(_, one, other)| one != other)
        .map(|((session, note), one, other)| Difference {
            session: session.clone(),
            note: *note,
            only_first: one.difference(other).cloned().collect(),
            only_second: other.difference(one).cloned().collect(),
        })
        .collect();
    let is_enough = shared.len() >= FEWEST_FOR_ALPHA;
    let sets = shared.iter().map(|(_, one, other)| vec![*one, *other]);
    let pairs: Vec<_> = shared
        .iter()
        .map(|(_, one, other)| (*one, *other))
        .collect();
    let codes: BTreeSet<&String> = pairs
        .iter()
        .flat_map(|(one, other)| one.union(other))
        .collect();
    Agreement {
        notes: shared.len(),
        alike: shared.len() - differences.len(),
        not_shared: first.len() + second.len() - 2 * shared.len(),
        differences,
        alpha: is_enough.then(|| nominal_alpha(sets)).flatten(),
        codes: codes
            .into_iter()
            .map(|code| of_code(code, &pairs, is_enough))
            .collect(),
    }
}

fn of_code(
    code: &str,
    pairs: &[(&BTreeSet<String>, &BTreeSet<String>)],
    is_enough: bool,
) -> CodeAgreement {
    let marks: Vec<(bool, bool)> = pairs
        .iter()
        .map(|(one, other)| (one.contains(code), other.contains(code)))
        .collect();
    let count = |wanted| marks.iter().filter(|marks| **marks == wanted).count();
    let units = marks.iter().map(|(one, other)| vec![*one, *other]);
    CodeAgreement {
        code: code.to_owned(),
        both: count((true, true)),
        only_first: count((true, false)),
        only_second: count((false, true)),
        alpha: is_enough.then(|| nominal_alpha(units)).flatten(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coding(notes: &[(u32, &[&str])]) -> Coding {
        let of = |(number, codes): &(u32, &[&str])| {
            let note = NoteId {
                taker: 1,
                number: *number,
            };
            let codes = codes.iter().map(|code| (*code).to_owned()).collect();
            (("A-1".parse().unwrap(), note), codes)
        };
        notes.iter().map(of).collect()
    }

    #[test]
    fn what_two_coders_coded_differently_is_listed() {
        let first = coding(&[(1, &["a", "b"]), (2, &["a"]), (3, &[]), (4, &["c"])]);
        let second = coding(&[(1, &["a", "c"]), (2, &["a"]), (3, &[])]);
        let found = agreement(&first, &second);
        assert_eq!((found.notes, found.alike, found.not_shared), (3, 2, 1));
        let difference = &found.differences[0];
        assert_eq!(difference.note.number, 1);
        assert_eq!(difference.only_first, ["b"]);
        assert_eq!(difference.only_second, ["c"]);
        let codes: Vec<(&str, usize, usize, usize)> = found
            .codes
            .iter()
            .map(|code| {
                (
                    code.code.as_str(),
                    code.both,
                    code.only_first,
                    code.only_second,
                )
            })
            .collect();
        assert_eq!(codes, [("a", 2, 0, 0), ("b", 0, 1, 0), ("c", 0, 0, 1)]);
    }

    #[test]
    fn each_two_coders_are_compared_and_all_together() {
        let twenty = |odd: &'static str| -> Coding {
            let of = |number| {
                let code = if number % 2 == 0 { "a" } else { odd };
                (number, [code])
            };
            let notes: Vec<(u32, [&str; 1])> = (1..=20).map(of).collect();
            let notes: Vec<(u32, &[&str])> = notes
                .iter()
                .map(|(number, codes)| (*number, &codes[..]))
                .collect();
            coding(&notes)
        };
        // The third coder never saw what the others coded.
        let elsewhere = coding(&[(1, &["a"])])
            .into_iter()
            .map(|((_, note), codes)| (("B-1".parse().unwrap(), note), codes))
            .collect();
        let codings = [
            (1, twenty("b")),
            (2, twenty("b")),
            (3, elsewhere),
            (4, twenty("c")),
        ];
        let found = coder_agreement(&codings.into()).unwrap();
        let pairs: Vec<(u8, u8, usize)> = found
            .pairs
            .iter()
            .map(|pair| (pair.first, pair.second, pair.agreement.alike))
            .collect();
        assert_eq!(pairs, [(1, 2, 20), (1, 4, 10), (2, 4, 10)]);
        assert_eq!(found.differences().count(), 20);
        // Ten units aaa, ten bbc: 1 − (40/120) / (1 − (30·29 + 20·19 + 10·9)/(60·59)).
        assert_eq!(found.notes, 20);
        let expected = 1.0 - (20.0 / 60.0) / (1.0 - 1340.0 / 3540.0);
        assert!((found.alpha.unwrap() - expected).abs() < 1e-12);
        assert_eq!(coder_agreement(&[(1, twenty("b"))].into()), None);
    }

    #[test]
    fn no_coefficient_is_said_of_few_notes() {
        let few: Vec<(u32, &[&str])> = (1..20).map(|number| (number, &["a"][..])).collect();
        assert_eq!(agreement(&coding(&few), &coding(&few)).alpha, None);
    }

    #[test]
    fn full_agreement_on_enough_notes_is_one() {
        let notes: Vec<(u32, &[&str])> = (1..=20)
            .map(|number| (number, if number % 2 == 0 { &["a"][..] } else { &["b"] }))
            .collect();
        let found = agreement(&coding(&notes), &coding(&notes));
        assert_eq!(found.alpha, Some(1.0));
        assert_eq!(found.codes[0].alpha, Some(1.0));
    }
}
