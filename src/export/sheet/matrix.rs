//! The protocol matrix as a sheet.

use super::frame::{about_attributes, data, framed, wording};
use super::{Cell, Readers, Rows, Section, Sheet, SheetColumn};
use crate::analysis::{Column, MatrixCell, Wording};
use crate::export::json::words as fixed;
use crate::guide::Guide;
use crate::i18n::{NOTED, Text, Words, sign};
use crate::release::Figure;
use crate::release::tables::{ReleasedMatrix, ReleasedRow, ReleasedTotal};

/// What programs read of a cell.
const FIELDS: [&str; 3] = ["state", "notes", "summarised"];

/// The sheet of the matrix. Where no session is shown, it has a row a topic.
pub fn matrix<'released>(
    released: &'released ReleasedMatrix,
    guide: &Guide,
    words: &Words,
) -> Sheet<'released> {
    let mut sheet = framed(Text::TablesMatrix, released.frame(), words);
    let left_out = released.left_out_attributes();
    let about = about_attributes(released.attributes(), left_out, guide, words);
    sheet.head.extend(about);
    if released.rows().is_empty() {
        lay_out_topics(&mut sheet, released, guide, words);
        return sheet;
    }
    sheet.columns = columns(released, words);
    let attributes = released.attributes().len();
    let (sessions, totals) = (released.rows(), totals(released, attributes, words));
    let rows = Rows::with_total(sessions.len(), totals, move |row| {
        sessions.get(row).map(of_session).unwrap_or_default()
    });
    sheet.sections = vec![Section {
        heading: String::new(),
        remarks: Vec::new(),
        rows,
    }];
    let mut notes = vec![words.text(Text::TablesSigns).into_owned()];
    notes.extend(legend(released, guide, words));
    sheet.foot.splice(0..0, notes);
    sheet
}

fn columns(released: &ReleasedMatrix, words: &Words) -> Vec<SheetColumn> {
    let session = words.text(Text::TablesHeadSession).into_owned();
    let mut columns = vec![SheetColumn::both("session", session)];
    for attribute in released.attributes() {
        columns.push(SheetColumn::of(&attribute.id, "", Readers::Programs));
    }
    for (_, column) in released.columns().all() {
        let topic = column.topic.as_str();
        let mark = match column.wording {
            Wording::Changed => "≠",
            Wording::Same | Wording::PerhapsChanged => "",
        };
        let head = format!("{topic}{mark}");
        columns.push(SheetColumn::of(topic, head, Readers::People));
        for field in FIELDS {
            let name = format!("{topic}.{field}");
            columns.push(SheetColumn::of(&name, "", Readers::Programs));
        }
    }
    columns
}

fn of_session(row: &ReleasedRow) -> Vec<Cell> {
    let waits = if row.awaits_approval { " …" } else { "" };
    let name = row.session.to_string();
    let mut cells = vec![Cell::of(format!("{name}{waits}"), name)];
    cells.extend(
        row.values
            .iter()
            .map(|value| Cell::data(value.as_deref().unwrap_or_default())),
    );
    for cell in &row.cells {
        cells.push(Cell::shown(shown(*cell)));
        cells.push(Cell::data(fixed::state(cell.state)));
        cells.push(Cell::data(cell.notes.to_string()));
        cells.push(Cell::data(if cell.summarised { "yes" } else { "no" }));
    }
    cells
}

/// Sign of the state, number of notes, and a sign for the sentence that puts them together.
pub(in crate::export) fn shown(cell: MatrixCell) -> String {
    let sign = if cell.is_touched() {
        NOTED
    } else {
        sign(cell.state)
    };
    let notes = match cell.notes {
        0 => String::new(),
        notes => notes.to_string(),
    };
    let summarised = if cell.summarised { "=" } else { "" };
    format!("{sign}{notes}{summarised}")
}

/// The last row: the N of each topic in sessions and cases, and beside it how many declined.
fn totals(released: &ReleasedMatrix, attributes: usize, words: &Words) -> Vec<Cell> {
    let mut cells = vec![Cell::shown(words.text(Text::TablesTotal))];
    cells.extend(std::iter::repeat_n(Cell::default(), attributes));
    for total in released.totals() {
        let ReleasedTotal {
            sessions,
            cases,
            declined,
            ..
        } = total;
        let beside = match declined {
            Figure::Exact(0) => String::new(),
            declined => format!(" ×{}", words.figure(*declined)),
        };
        cells.push(Cell::shown(format!(
            "{}/{}{beside}",
            words.figure(*sessions),
            words.figure(*cases)
        )));
        cells.extend(std::iter::repeat_n(Cell::default(), FIELDS.len()));
    }
    cells
}

/// The N of each topic, a topic a row, where no session is shown.
fn lay_out_topics(sheet: &mut Sheet, released: &ReleasedMatrix, guide: &Guide, words: &Words) {
    let head = |text| words.text(text).into_owned();
    sheet.columns = vec![
        SheetColumn::both("topic", head(Text::ExtractsHeadTopic)),
        SheetColumn::both("title", head(Text::TablesHeadLabel)),
        SheetColumn::both("sessions", head(Text::TablesHeadSessions)),
        SheetColumn::both("cases", head(Text::TablesHeadCases)),
        SheetColumn::both("notes", head(Text::ListNotes)),
    ];
    let columns = released.columns().all().zip(released.totals());
    let rows = columns.map(|((_, column), total)| {
        let number = |figure| Cell::of(words.figure(figure), data(figure));
        vec![
            Cell::same(column.topic.as_str()),
            Cell::same(title(column, guide, words)),
            number(total.sessions),
            number(total.cases),
            number(total.notes),
        ]
    });
    sheet.sections = vec![Section {
        heading: String::new(),
        remarks: Vec::new(),
        rows: rows.collect(),
    }];
}

/// What the columns are called, a line a block.
fn legend(released: &ReleasedMatrix, guide: &Guide, words: &Words) -> Vec<String> {
    let named = |column: &Column| format!("{} {}", column.topic, title(column, guide, words));
    let blocks = released.columns().blocks.iter();
    blocks
        .map(|block| {
            let topics: Vec<String> = block.topics.iter().map(named).collect();
            topics.join(" · ")
        })
        .collect()
}

/// What a topic is called, and whether it was asked in other words.
fn title(column: &Column, guide: &Guide, words: &Words) -> String {
    let language = guide.language_for(words.language());
    let title = if column.topic.is_outside() {
        words.text(Text::TablesOutside).into_owned()
    } else {
        let title = column.title.as_ref();
        let title = title.map(|title| title.in_language(language).to_owned());
        title
            .or_else(|| column.remembered.clone())
            .unwrap_or_default()
    };
    let changed = wording(column.wording, words).filter(|_| column.wording == Wording::Changed);
    let changed = changed.map_or_else(String::new, |changed| format!(" ({changed})"));
    format!("{title}{changed}")
}
