//! `leitfaden.sample`.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::{Head, Number};
use crate::analysis::{Sample, SampleCase};
use crate::export::json::write_document;
use crate::release::tables::{ReleasedMargin, ReleasedSample};
use crate::session::SessionId;

#[derive(Serialize)]
struct Document<'released> {
    #[serde(flatten)]
    head: Head<'released>,
    board: Option<Vec<CaseEntry<'released>>>,
    margins: Vec<MarginEntry<'released>>,
    attributes_left_out: &'released [String],
}

#[derive(Serialize)]
struct CaseEntry<'released> {
    case: &'released str,
    sides: Vec<SideEntry<'released>>,
    missing_roles: &'released [String],
    unplaced: Vec<String>,
}

#[derive(Serialize)]
struct SideEntry<'released> {
    side: &'released str,
    expected: bool,
    gap: bool,
    sessions: BTreeMap<&'released str, Vec<String>>,
}

#[derive(Serialize)]
struct MarginEntry<'released> {
    attribute: &'released str,
    steps: usize,
    values: Vec<ValueEntry<'released>>,
}

#[derive(Serialize)]
struct ValueEntry<'released> {
    value: Option<&'released str>,
    sessions: Number,
    cases: Number,
}

/// Writes the sample.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write_sample(released: &ReleasedSample, to: &mut impl Write) -> io::Result<()> {
    let board = released.board();
    let document = Document {
        head: Head::of("leitfaden.sample", released.frame()),
        board: board.map(|board| board.cases.iter().map(|found| case(found, board)).collect()),
        margins: released.margins().iter().map(margin).collect(),
        attributes_left_out: released.left_out_attributes(),
    };
    write_document(&document, to)
}

fn case<'released>(case: &'released SampleCase, board: &'released Sample) -> CaseEntry<'released> {
    let sides = case.sides.iter().map(|side| SideEntry {
        side: &side.side,
        expected: side.expected,
        gap: side.is_gap(),
        sessions: board
            .roles
            .iter()
            .zip(&side.sessions)
            .map(|((role, _), sessions)| (role.as_str(), names(sessions)))
            .collect(),
    });
    CaseEntry {
        case: case.case.as_str(),
        sides: sides.collect(),
        missing_roles: &case.missing_roles,
        unplaced: names(&case.unplaced),
    }
}

fn names(sessions: &[SessionId]) -> Vec<String> {
    sessions.iter().map(ToString::to_string).collect()
}

fn margin(margin: &ReleasedMargin) -> MarginEntry<'_> {
    let values = margin.values.iter();
    MarginEntry {
        attribute: &margin.attribute.id,
        steps: margin.attribute.steps,
        values: values
            .map(|(value, sessions, cases)| ValueEntry {
                value: value.as_deref(),
                sessions: Number(*sessions),
                cases: Number(*cases),
            })
            .collect(),
    }
}
