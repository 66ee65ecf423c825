//! The list of sessions.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use time::OffsetDateTime;

use super::text::{TextView, fill};
use super::theme;
use crate::i18n::{Text, Value};
use crate::tui::app::App;
use crate::tui::screen::{Known, SessionRow, Start};

/// How wide the bar is that says how many sessions have been read.
const BAR: usize = 20;

/// The list of sessions.
pub fn view(app: &App, start: &Start, area: Rect) -> TextView {
    let columns = usize::from(area.width.saturating_sub(4));
    let rows = usize::from(area.height.saturating_sub(4)).max(1);
    let mut lines = vec![
        Line::styled(app.say(Text::StartIntroduction), theme::QUIET),
        start
            .reading
            .map_or_else(Line::default, |percent| reading(app, percent)),
    ];
    if start.loaded && start.rows().is_empty() {
        lines.push(Line::from(app.say(Text::StartEmpty)));
    }
    let first = start
        .selected_index()
        .saturating_sub(rows.saturating_sub(1));
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
    TextView::framed(
        Line::styled(
            format!(" leitfaden · {} ", app.words.text(Text::StartTitle)),
            theme::STRONG,
        ),
        lines,
    )
}

/// How many of many sessions have been read, as a bar and a number.
fn reading(app: &App, percent: u8) -> Line<'static> {
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
