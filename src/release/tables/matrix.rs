//! The protocol matrix, as a level may show it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{
    Frame, TableRefusal, TableRequest, all_attributes, draw, figure, select, smallest_group,
    too_telling,
};
use crate::analysis::{
    ColumnTotal, Columns, Count, Facts, Matrix, MatrixCell, Selection, exported_attributes, matrix,
};
use crate::release::draw::names;
use crate::release::grouping::{ShownAttribute, group};
use crate::release::{Figure, Level};
use crate::session::SessionId;

/// The protocol matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedMatrix {
    frame: Frame,
    columns: Columns,
    attributes: Vec<ShownAttribute>,
    left_out_attributes: Vec<String>,
    rows: Vec<ReleasedRow>,
    totals: Vec<ReleasedTotal>,
}

/// A session in the matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedRow {
    /// Its name; at the analysis level one that was drawn.
    pub session: SessionId,
    /// Whether the interviewee wants to see it first and has not approved it.
    pub awaits_approval: bool,
    /// The values of the attributes that are shown, in their order.
    pub values: Vec<Option<Arc<str>>>,
    /// Its cells, in the order of the columns.
    pub cells: Vec<MatrixCell>,
}

/// What a column adds up to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedTotal {
    /// The N of the topic, in sessions.
    pub sessions: Figure,
    /// The N of the topic, in cases.
    pub cases: Figure,
    /// Of these sessions those that had nothing to say.
    pub nothing_to_say: Figure,
    /// The sessions beside N that declined.
    pub declined: Figure,
    /// How many notes stand in it; not said in what is published.
    pub notes: Figure,
}

impl ReleasedMatrix {
    /// What the table says of itself.
    pub const fn frame(&self) -> &Frame {
        &self.frame
    }

    /// The columns.
    pub const fn columns(&self) -> &Columns {
        &self.columns
    }

    /// The attributes that rows show.
    pub fn attributes(&self) -> &[ShownAttribute] {
        &self.attributes
    }

    /// The attributes that would point to somebody, and are not shown.
    pub fn left_out_attributes(&self) -> &[String] {
        &self.left_out_attributes
    }

    /// The rows; none in what is published.
    pub fn rows(&self) -> &[ReleasedRow] {
        &self.rows
    }

    /// What each column adds up to.
    pub fn totals(&self) -> &[ReleasedTotal] {
        &self.totals
    }
}

/// Releases the protocol matrix.
///
/// # Errors
///
/// If the level holds no such table, or there are too few sessions for it.
pub fn release_matrix(
    facts: &Facts,
    request: &TableRequest<'_>,
) -> Result<ReleasedMatrix, TableRefusal> {
    let selection = select(facts, request)?;
    let made = matrix(request.guide, &selection);
    let totals = made
        .totals
        .iter()
        .map(|total| released_total(total, made.base, request.level))
        .collect();
    let mut released = ReleasedMatrix {
        frame: Frame::of(request, &selection),
        columns: made.columns.clone(),
        attributes: Vec::new(),
        left_out_attributes: Vec::new(),
        rows: Vec::new(),
        totals,
    };
    match request.level {
        Level::Working | Level::Review | Level::Archive => {
            released.show_rows(made, &selection, request);
        }
        Level::Analysis => released.show_drawn_rows(made, &selection, request)?,
        Level::Publication => {}
    }
    Ok(released)
}

impl ReleasedMatrix {
    fn show_rows(&mut self, made: Matrix, selection: &Selection<'_>, request: &TableRequest<'_>) {
        let attributes = all_attributes(request);
        let values = selection.sessions.iter().map(|session| {
            let values = attributes.iter();
            let values = values.map(|id| session.value(id).map(ToOwned::to_owned));
            values.collect()
        });
        self.rows = rows(made, values);
        self.attributes = attributes
            .into_iter()
            .map(|id| ShownAttribute { id, steps: 0 })
            .collect();
    }

    /// With names that were drawn, in an order that was, and attributes that point to nobody.
    fn show_drawn_rows(
        &mut self,
        made: Matrix,
        selection: &Selection<'_>,
        request: &TableRequest<'_>,
    ) -> Result<(), TableRefusal> {
        let attributes = exported_attributes(request.guide);
        let smallest = smallest_group(request.guide);
        let grouping = group(
            &selection.sessions,
            request.guide,
            &attributes,
            &[],
            smallest,
        )
        .map_err(|found| too_telling(&found, request))?;
        let mut rows = rows(made, grouping.values.into_iter());
        let mut draw = draw(request);
        draw.shuffle(&mut rows);
        for (row, name) in rows
            .iter_mut()
            .zip(names(selection.sessions.len(), &mut draw))
        {
            row.session = name;
        }
        self.rows = rows;
        self.attributes = grouping.shown;
        self.left_out_attributes = grouping.left_out;
        Ok(())
    }
}

fn rows(made: Matrix, values: impl Iterator<Item = Vec<Option<String>>>) -> Vec<ReleasedRow> {
    // Many sessions have few values: each stands in memory once.
    let mut known: BTreeSet<Arc<str>> = BTreeSet::new();
    let mut shared = |value: String| {
        if let Some(known) = known.get(value.as_str()) {
            return Arc::clone(known);
        }
        let value: Arc<str> = value.into();
        known.insert(Arc::clone(&value));
        value
    };
    let rows = made.rows.into_iter().zip(values);
    rows.map(|(row, values)| ReleasedRow {
        session: row.session,
        awaits_approval: row.awaits_approval,
        values: values
            .into_iter()
            .map(|value| value.map(&mut shared))
            .collect(),
        cells: row.cells,
    })
    .collect()
}

const fn released_total(total: &ColumnTotal, all: Count, level: Level) -> ReleasedTotal {
    let sessions = figure(level, total.base.sessions, all.sessions);
    ReleasedTotal {
        sessions,
        cases: match sessions {
            Figure::Exact(_) => figure(level, total.base.cases, all.cases),
            word => word,
        },
        nothing_to_say: match sessions {
            Figure::Exact(base) => figure(level, total.nothing_to_say, base),
            _ => Figure::Hidden,
        },
        declined: figure(level, total.declined, all.sessions),
        notes: match level {
            Level::Publication => Figure::Hidden,
            _ => Figure::Exact(total.notes),
        },
    }
}
