//! The list of sessions.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use time::OffsetDateTime;

use super::across::unread;
use super::header::paragraph;
use super::scroll;
use super::text::{TextView, cut, fill, width, wrap};
use super::theme;
use crate::i18n::{Text, Value};
use crate::release::{Due, urgency};
use crate::session::SessionId;
use crate::tui::app::App;
use crate::tui::screen::{Known, SessionRow, Start};

/// How wide the bar is that says how many sessions have been read.
const BAR: usize = 20;

/// The list of sessions.
pub fn view(app: &App, start: &Start, area: Rect) -> TextView {
    let columns = usize::from(area.width.saturating_sub(4));
    let mut lines = head(app, start, area, columns);
    let rows = rows_below(&lines, area);
    if start.loaded && start.rows().is_empty() {
        lines.push(Line::from(app.say(Text::StartEmpty)));
    }
    let first = scroll::first(start.selected_index(), start.rows().len(), rows);
    for (index, row) in start.rows().iter().enumerate().skip(first).take(rows) {
        let is_here = index == start.selected_index();
        let style = if is_here { theme::HERE } else { Style::new() };
        let pointer = if is_here { "▸" } else { " " };
        let text = format!(
            "{pointer} {}  {}",
            fill(&row.id.to_string(), 9),
            describe(app, row)
        );
        lines.push(Line::styled(fill(&text, columns), style));
    }
    let title = format!(" leitfaden · {} ", app.words.text(Text::StartTitle));
    let typed = start.typed();
    let typed = (!typed.is_empty()).then(|| Line::styled(format!(" ⌕ {typed}▁ "), theme::KEY));
    TextView {
        corner: typed,
        foot: scroll::signs(first > 0, start.rows().len().saturating_sub(first + rows)),
        ..TextView::framed(Line::styled(title, theme::STRONG), lines)
    }
}

/// How many sessions are seen at once.
pub fn rows_seen(app: &App, start: &Start, area: Rect) -> usize {
    let columns = usize::from(area.width.saturating_sub(4));
    rows_below(&head(app, start, area, columns), area)
}

/// What stands above the sessions.
fn head(app: &App, start: &Start, area: Rect, columns: usize) -> Vec<Line<'static>> {
    let introduction = app.words.text(Text::StartIntroduction);
    let mut lines = paragraph(&introduction, columns, theme::QUIET);
    lines.push(
        start
            .reading
            .map_or_else(Line::default, |percent| reading(app, percent)),
    );
    let damaged = start.rows().iter();
    let damaged: Vec<SessionId> = damaged
        .filter(|row| matches!(row.known, Some(Known::Damaged(_))))
        .map(|row| row.id.clone())
        .collect();
    lines.extend(unread(app, &damaged, columns));
    lines.extend(due_lines(app, start, area, columns));
    lines
}

/// How many rows there are below the head.
fn rows_below(head: &[Line<'static>], area: Rect) -> usize {
    usize::from(area.height.saturating_sub(2))
        .saturating_sub(head.len())
        .max(1)
}

/// What is due, a line a session, the most urgent first; nothing if nothing is.
fn due_lines(app: &App, start: &Start, area: Rect, columns: usize) -> Vec<Line<'static>> {
    let mut due: Vec<(&SessionRow, &[Due])> = start
        .rows()
        .iter()
        .filter_map(|row| match &row.known {
            Some(Known::Readable { due, .. }) if !due.is_empty() => Some((row, due.as_slice())),
            _ => None,
        })
        .collect();
    if due.is_empty() {
        return Vec::new();
    }
    due.sort_by_key(|(row, due)| (urgency(due), row.id.clone()));
    let most = usize::from(area.height / 4).clamp(1, 6);
    let more = due.len().saturating_sub(most);
    let mut lines = vec![Line::styled(app.say(Text::DueTitle), theme::STRONG)];
    let shown = due.len().min(most);
    // Where few sessions are due there is room for all that is due of them.
    let rows = most / shown;
    for (row, due) in due.into_iter().take(shown) {
        lines.extend(due_rows(app, row, due, columns, rows));
    }
    if more > 0 {
        let text = app.words.counted(Text::DueMore, more);
        lines.push(Line::styled(format!("  {text}"), theme::QUIET));
    }
    lines.push(Line::default());
    lines
}

/// What is due of a session, in at most so many rows.
fn due_rows(
    app: &App,
    row: &SessionRow,
    due: &[Due],
    columns: usize,
    rows: usize,
) -> Vec<Line<'static>> {
    let is_overdue = due.iter().any(|due| due.is_overdue);
    let (sign, style) = if is_overdue {
        ("!", theme::WARNING)
    } else {
        ("·", Style::new())
    };
    let head = format!("{sign} {}  ", fill(&row.id.to_string(), 9));
    let room = columns.saturating_sub(width(&head));
    let tasks: Vec<String> = due.iter().map(|due| task(app, due)).collect();
    let mut told = wrap(&tasks.join(" · "), room);
    if told.len() > rows {
        let rest = told.split_off(rows.saturating_sub(1)).join(" ");
        told.push(cut(&rest, room));
    }
    let heads = std::iter::once(head.clone()).chain(std::iter::repeat(" ".repeat(width(&head))));
    told.into_iter()
        .zip(heads)
        .map(|(told, head)| Line::styled(fill(&format!("{head}{told}"), columns), style))
        .collect()
}

/// What is due, and since when or by when.
fn task(app: &App, due: &Due) -> String {
    let (task, when) = (app.words.task(due.task), app.words.due_when(due, app.now));
    format!("{task} ({when})")
}

/// How many of many sessions have been read, as a bar and a number.
pub(super) fn reading(app: &App, percent: u8) -> Line<'static> {
    let full = usize::from(percent.min(100)) * BAR / 100;
    let values = [("percent", Value::from(percent))];
    let said = app.words.text_with(Text::SearchIndexing, &values);
    let bar = format!("{}{}", "█".repeat(full), "░".repeat(BAR - full));
    Line::styled(format!("{bar} {said}"), theme::QUIET)
}

fn describe(app: &App, row: &SessionRow) -> String {
    match &row.known {
        None => "…".to_owned(),
        Some(Known::Damaged(reason)) => format!("! {reason}"),
        Some(Known::Readable {
            progress,
            invented,
            notes,
            date,
            journal,
            ..
        }) => {
            let mut parts = vec![
                app.words.progress(*progress).into_owned(),
                app.words.counted(Text::StartNotes, *notes),
                age(app, *date),
            ];
            if *journal {
                parts.push(app.say(Text::StartJournal));
            }
            if *invented {
                parts.push(app.say(Text::Invented));
            }
            parts.join(" · ")
        }
    }
}

/// How long ago something was, in whole days.
fn age(app: &App, date: OffsetDateTime) -> String {
    let days = usize::try_from((app.now.date() - date.date()).whole_days()).unwrap_or(0);
    app.words.counted(Text::StartAge, days)
}
