//! `leitfaden.agreement`.

use std::io::{self, Write};

use serde::Serialize;

use super::Head;
use crate::analysis::{CodeAgreement, CoderPair, Difference};
use crate::export::json::write_document;
use crate::release::tables::ReleasedAgreement;

#[derive(Serialize)]
struct Document<'released> {
    #[serde(flatten)]
    head: Head<'released>,
    notes: usize,
    alpha: Option<f64>,
    pairs: Vec<PairEntry<'released>>,
}

#[derive(Serialize)]
struct PairEntry<'released> {
    first: u8,
    second: u8,
    notes: usize,
    alike: usize,
    not_shared: usize,
    alpha: Option<f64>,
    codes: Vec<CodeEntry<'released>>,
    differences: Vec<DifferenceEntry<'released>>,
}

#[derive(Serialize)]
struct CodeEntry<'released> {
    code: &'released str,
    both: usize,
    only_first: usize,
    only_second: usize,
    alpha: Option<f64>,
}

#[derive(Serialize)]
struct DifferenceEntry<'released> {
    session: String,
    note: String,
    only_first: &'released [String],
    only_second: &'released [String],
}

/// Writes how far coders agree.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write_agreement(released: &ReleasedAgreement, to: &mut impl Write) -> io::Result<()> {
    let found = released.agreement();
    let document = Document {
        head: Head::of("leitfaden.agreement", released.frame()),
        notes: found.map_or(0, |found| found.notes),
        alpha: found.and_then(|found| found.alpha),
        pairs: found
            .iter()
            .flat_map(|found| &found.pairs)
            .map(PairEntry::from)
            .collect(),
    };
    write_document(&document, to)
}

impl<'released> From<&'released CoderPair> for PairEntry<'released> {
    fn from(pair: &'released CoderPair) -> Self {
        let found = &pair.agreement;
        Self {
            first: pair.first,
            second: pair.second,
            notes: found.notes,
            alike: found.alike,
            not_shared: found.not_shared,
            alpha: found.alpha,
            codes: found.codes.iter().map(CodeEntry::from).collect(),
            differences: found
                .differences
                .iter()
                .map(DifferenceEntry::from)
                .collect(),
        }
    }
}

impl<'released> From<&'released CodeAgreement> for CodeEntry<'released> {
    fn from(code: &'released CodeAgreement) -> Self {
        Self {
            code: &code.code,
            both: code.both,
            only_first: code.only_first,
            only_second: code.only_second,
            alpha: code.alpha,
        }
    }
}

impl<'released> From<&'released Difference> for DifferenceEntry<'released> {
    fn from(difference: &'released Difference) -> Self {
        Self {
            session: difference.session.to_string(),
            note: difference.note.to_string(),
            only_first: &difference.only_first,
            only_second: &difference.only_second,
        }
    }
}
