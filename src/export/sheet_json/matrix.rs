//! `leitfaden.matrix`.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::{AttributeEntry, Head, Number, attribute, wording};
use crate::export::json::{words, write_document};
use crate::release::tables::{ReleasedMatrix, ReleasedRow};

#[derive(Serialize)]
struct Document<'released> {
    #[serde(flatten)]
    head: Head<'released>,
    attributes: Vec<AttributeEntry<'released>>,
    attributes_left_out: &'released [String],
    columns: Vec<ColumnEntry<'released>>,
    rows: Rows<'released>,
}

#[derive(Serialize)]
struct ColumnEntry<'released> {
    block: &'released str,
    topic: &'released str,
    wording: &'static str,
    sessions: Number,
    cases: Number,
    nothing_to_say: Number,
    declined: Number,
    notes: Number,
}

/// The rows, each made when it is written.
struct Rows<'released>(&'released ReleasedMatrix);

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rows = self.0.rows().iter();
        serializer.collect_seq(rows.map(|found| row(found, self.0)))
    }
}

#[derive(Serialize)]
struct RowEntry<'released> {
    session: String,
    awaits_approval: bool,
    attributes: BTreeMap<&'released str, Option<&'released str>>,
    cells: Vec<CellEntry<'released>>,
}

#[derive(Serialize)]
struct CellEntry<'released> {
    topic: &'released str,
    state: &'static str,
    notes: usize,
    summarised: bool,
}

/// Writes the matrix.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write_matrix(released: &ReleasedMatrix, to: &mut impl Write) -> io::Result<()> {
    let columns = released.columns().all().zip(released.totals());
    let document = Document {
        head: Head::of("leitfaden.matrix", released.frame()),
        attributes: released.attributes().iter().map(attribute).collect(),
        attributes_left_out: released.left_out_attributes(),
        columns: columns
            .map(|((block, column), total)| ColumnEntry {
                block: &block.block,
                topic: column.topic.as_str(),
                wording: wording(column.wording),
                sessions: Number(total.sessions),
                cases: Number(total.cases),
                nothing_to_say: Number(total.nothing_to_say),
                declined: Number(total.declined),
                notes: Number(total.notes),
            })
            .collect(),
        rows: Rows(released),
    };
    write_document(&document, to)
}

fn row<'released>(
    row: &'released ReleasedRow,
    released: &'released ReleasedMatrix,
) -> RowEntry<'released> {
    let attributes = released.attributes().iter().zip(&row.values);
    let cells = released.columns().all().zip(&row.cells);
    RowEntry {
        session: row.session.to_string(),
        awaits_approval: row.awaits_approval,
        attributes: attributes
            .map(|(attribute, value)| (attribute.id.as_str(), value.as_deref()))
            .collect(),
        cells: cells
            .map(|((_, column), cell)| CellEntry {
                topic: column.topic.as_str(),
                state: words::state(cell.state),
                notes: cell.notes,
                summarised: cell.summarised,
            })
            .collect(),
    }
}
