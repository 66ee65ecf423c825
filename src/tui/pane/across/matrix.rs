//! The protocol matrix: names of sessions and heads of columns stay while it is moved through.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::limited;
use crate::analysis::{Column, ColumnTotal, MatrixCell, MatrixRow};
use crate::i18n::Text;
use crate::session::{CaseId, CellState};
use crate::tui::app::App;
use crate::tui::pane::header::paragraph;
use crate::tui::pane::scroll::{self, Seen};
use crate::tui::pane::text::{fill, hang, styled, width};
use crate::tui::pane::theme;
use crate::tui::screen::Across;

/// The least that a column takes on the screen, with a blank.
const LEAST_COLUMN: usize = 8;

/// What a cell is filled with the more notes it has, for the view of how much there is.
const SHADES: [&str; 5] = ["    ", "░░░░", "▒▒▒▒", "▓▓▓▓", "████"];

/// The rows that keys have come to, with the heads above and what the chosen cell holds below.
pub fn lines(app: &App, across: &Across, columns: usize, room: usize) -> Seen {
    let matrix = &across.matrix;
    let names = name_column(across);
    let (first_column, fitting) = columns_seen(across, columns);
    let mut lines = heads(app, across, names, first_column, fitting);
    let rows = rows_seen(room);
    let first_row = scroll::first(across.row, matrix.rows.len(), rows);
    let mut before: Option<&CaseId> = None;
    for (index, row) in matrix.rows.iter().enumerate().skip(first_row).take(rows) {
        let is_new_case = before != Some(row.session.case());
        before = Some(row.session.case());
        lines.push(row_line(
            across,
            index,
            row,
            is_new_case,
            names,
            first_column,
            fitting,
        ));
    }
    lines.push(totals(app, across, names, first_column, fitting));
    let free = room.saturating_sub(lines.len()).max(2);
    lines.extend(chosen(app, across, columns, free));
    // Where there is room the signs are said; the list of keys says them always.
    let legend = legend(app, across, columns);
    if lines.len() + legend.len() < room {
        lines.push(Line::default());
        lines.extend(legend);
    }
    Seen::part(lines, first_row, rows, matrix.rows.len())
}

/// How many sessions are seen at once, between two heads and the N, with two rows for what the chosen cell holds.
pub fn rows_seen(room: usize) -> usize {
    room.saturating_sub(5).max(1)
}

/// How many columns there are at the left and at the right of those that are seen.
pub fn beside(across: &Across, columns: usize) -> (usize, usize) {
    let (first, fitting) = columns_seen(across, columns);
    let count = across.matrix.columns.count();
    (first, count.saturating_sub(first + fitting))
}

/// The first column that is seen, and for how many there is room.
fn columns_seen(across: &Across, columns: usize) -> (usize, usize) {
    let fitting = (columns.saturating_sub(name_column(across)) / column_width(across)).max(1);
    ((across.column + 1).saturating_sub(fitting), fitting)
}

/// What the signs of the matrix say.
pub fn legend(app: &App, across: &Across, columns: usize) -> Vec<Line<'static>> {
    let mut texts = vec![Text::TablesSigns];
    texts.extend(across.heat.then_some(Text::AcrossShades));
    texts.push(Text::AcrossSigns);
    texts
        .into_iter()
        .flat_map(|text| paragraph(&app.words.text(text), columns, theme::QUIET))
        .collect()
}

/// How wide a column is: its N never touches that of the next.
fn column_width(across: &Across) -> usize {
    let totals = across.matrix.totals.iter();
    let widest = totals.map(|total| width(&total_text(total)) + 2).max();
    widest.unwrap_or(0).max(LEAST_COLUMN)
}

/// How wide the column of the sessions is.
fn name_column(across: &Across) -> usize {
    let names = across.matrix.rows.iter();
    let widest = names.map(|row| width(&row.session.to_string())).max();
    widest.unwrap_or(0).max(4) + 4
}

fn heads(
    app: &App,
    across: &Across,
    names: usize,
    first: usize,
    count: usize,
) -> Vec<Line<'static>> {
    let language = across.data.guide.language_for(app.language);
    let mut blocks = vec![Span::raw(" ".repeat(names))];
    let mut topics = vec![Span::raw(" ".repeat(names))];
    let width = column_width(across);
    let mut last_block = None;
    let shown = across.matrix.columns.all().enumerate();
    for (index, (block, column)) in shown.skip(first).take(count) {
        let is_new = last_block != Some(&block.block);
        last_block = Some(&block.block);
        let head = if is_new {
            fill(&block.block, width)
        } else {
            " ".repeat(width)
        };
        blocks.push(styled(head, theme::STRONG));
        let style = if index == across.column {
            theme::HERE
        } else {
            theme::QUIET
        };
        let sign = wording_sign(column);
        let title = match &column.title {
            Some(title) => title.in_language(language).to_owned(),
            None if column.topic.is_outside() => app.say(Text::TablesOutside),
            None => column
                .remembered
                .clone()
                .unwrap_or_else(|| column.topic.to_string()),
        };
        topics.push(styled(fill(&format!("{sign}{title}"), width - 1), style));
        topics.push(Span::raw(" "));
    }
    vec![Line::from(blocks), Line::from(topics)]
}

fn wording_sign(column: &Column) -> &'static str {
    match column.wording {
        crate::analysis::Wording::Same => "",
        crate::analysis::Wording::PerhapsChanged => "~",
        crate::analysis::Wording::Changed => "≠",
    }
}

fn row_line(
    across: &Across,
    index: usize,
    row: &MatrixRow,
    is_new_case: bool,
    names: usize,
    first: usize,
    count: usize,
) -> Line<'static> {
    let is_here = index == across.row;
    let pointer = if is_here { "▸" } else { " " };
    // The first session of a case is told from the others, so that cases are seen as groups.
    let group = if is_new_case { "┌" } else { "│" };
    let waits = if row.awaits_approval { "…" } else { " " };
    let name = format!("{pointer}{group}{waits}{}", row.session);
    let style = if is_here { theme::STRONG } else { Style::new() };
    let width = column_width(across);
    let mut spans = vec![styled(fill(&name, names), style)];
    for (column, cell) in row.cells.iter().enumerate().skip(first).take(count) {
        let (text, cell_style) = cell_text(*cell, across.heat);
        let is_chosen = is_here && column == across.column;
        let shown = if is_chosen { theme::HERE } else { cell_style };
        spans.push(styled(fill(&text, width - 1), shown));
        spans.push(Span::raw(" "));
    }
    Line::from(spans)
}

/// The sign of a cell's state, how many notes it has or how much that is, and whether it has a sentence.
fn cell_text(cell: MatrixCell, heat: bool) -> (String, Style) {
    let (sign, style) = if cell.is_touched() {
        (theme::NOTED, theme::WARNING)
    } else {
        (theme::sign(cell.state), theme::style_of(cell.state))
    };
    let sentence = if cell.summarised { "=" } else { "" };
    let amount = match (heat, cell.notes) {
        (true, notes) => shade(notes).to_owned(),
        (false, 0) => String::new(),
        (false, notes) => notes.to_string(),
    };
    (format!("{sign}{amount}{sentence}"), style)
}

/// A shade for so many notes: none, one, two or three, up to six, more.
fn shade(notes: usize) -> &'static str {
    let step = match notes {
        0 => 0,
        1 => 1,
        2..=3 => 2,
        4..=6 => 3,
        _ => 4,
    };
    SHADES.get(step).copied().unwrap_or_default()
}

fn totals(app: &App, across: &Across, names: usize, first: usize, count: usize) -> Line<'static> {
    let column = column_width(across);
    let head = format!("   {}", app.words.text(Text::TablesTotal));
    let mut spans = vec![styled(fill(&head, names), theme::QUIET)];
    for total in across.matrix.totals.iter().skip(first).take(count) {
        spans.push(styled(fill(&total_text(total), column), theme::QUIET));
    }
    Line::from(spans)
}

/// The N of a topic in sessions and cases, and beside it how many declined.
fn total_text(total: &ColumnTotal) -> String {
    let base = format!("{}/{}", total.base.sessions, total.base.cases);
    match total.declined {
        0 => base,
        declined => format!("{base} ×{declined}"),
    }
}

/// What the chosen cell holds: its topic, state, notes and sentence, in as many rows as they need and there is room for.
fn chosen(app: &App, across: &Across, columns: usize, room: usize) -> Vec<Line<'static>> {
    let Some((session, topic)) = across.cell() else {
        return Vec::new();
    };
    let row = across.matrix.rows.get(across.row);
    let cell = row.and_then(|row| row.cells.get(across.column));
    let language = across.data.guide.language_for(app.language);
    let title = across.matrix.columns.all().nth(across.column);
    let title = title.and_then(|(_, column)| column.title.as_ref());
    let title = title.map_or_else(
        || app.say(Text::TablesOutside),
        |title| title.in_language(language).to_owned(),
    );
    let state = cell.map_or(CellState::Open, |cell| cell.state);
    let notes = app
        .words
        .counted(Text::StartNotes, cell.map_or(0, |cell| cell.notes));
    let text = format!(
        "{session} · {topic} {title} · {} · {notes}",
        app.words.state(state)
    );
    let summary = across.summary().map(|text| format!("= {text}"));
    let of_head = room.saturating_sub(usize::from(summary.is_some()));
    let head = limited(hang(&text, columns), of_head, columns);
    let of_summary = room.saturating_sub(head.len());
    let summary = summary.map_or_else(Vec::new, |text| hang(&text, columns));
    let summary = limited(summary, of_summary, columns).into_iter();
    let head = head.into_iter().map(|row| Line::styled(row, theme::STRONG));
    let mut lines: Vec<Line<'static>> = head.chain(summary.map(Line::from)).collect();
    // What stands below does not jump where there is no sentence.
    if lines.len() < 2 {
        lines.push(Line::default());
    }
    lines
}
