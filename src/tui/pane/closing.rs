//! What is open before closing.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::choice::cell_title;
use super::text::{TextView, fill, wrap};
use super::theme;
use crate::i18n::Text;
use crate::session::CellState;
use crate::tui::app::App;
use crate::tui::screen::{Closing, OpenPoint};

/// What is open before closing.
pub fn view(app: &App, closing: &Closing, area: Rect) -> TextView {
    let columns = usize::from(area.width.saturating_sub(4));
    let points = &closing.rows;
    let introduction = if points.is_empty() {
        Text::ClosingNothing
    } else {
        Text::ClosingHint
    };
    let mut lines: Vec<Line<'static>> = wrap(&app.words.text(introduction), columns)
        .into_iter()
        .map(|row| Line::styled(row, theme::QUIET))
        .collect();
    lines.push(Line::default());
    let states: Vec<String> = CellState::SETTABLE
        .iter()
        .zip(1..)
        .map(|(state, digit)| format!("{digit} {}", app.words.state(*state)))
        .collect();
    let states = wrap(&states.join("  "), columns);
    let room =
        usize::from(area.height.saturating_sub(2)).saturating_sub(lines.len() + states.len() + 1);
    let first = closing.selected.saturating_sub(room.saturating_sub(1));
    for (index, point) in points.iter().enumerate().skip(first).take(room.max(1)) {
        let is_here = index == closing.selected;
        let style = if is_here { theme::HERE } else { Style::new() };
        let pointer = if is_here { "▸" } else { " " };
        lines.push(Line::styled(
            fill(
                &format!("{pointer} {}", describe(app, closing, point)),
                columns,
            ),
            style,
        ));
    }
    if points
        .iter()
        .any(|point| matches!(point, OpenPoint::Cell(_)))
    {
        lines.push(Line::default());
        lines.extend(states.into_iter().map(|row| Line::styled(row, theme::KEY)));
    }
    TextView::framed(
        Line::styled(
            format!(" {} ", app.words.text(Text::ClosingTitle)),
            theme::STRONG,
        ),
        lines,
    )
}

fn describe(app: &App, closing: &Closing, point: &OpenPoint) -> String {
    let interview = &closing.interview;
    match point {
        OpenPoint::Cell(topic) => {
            let sign = super::blocks::mark(interview, topic).0;
            format!("{sign} {}", cell_title(app, interview, topic))
        }
        OpenPoint::Parked(number, topic) => {
            let parked = interview
                .protocol
                .state()
                .parked
                .iter()
                .find(|parked| parked.number == *number);
            let word = parked.map_or("", |parked| parked.text.as_str());
            format!("⚑ {} {word}", cell_title(app, interview, topic))
        }
        OpenPoint::Doubts(count) => {
            format!("? {}", app.words.counted(Text::ClosingDoubts, *count))
        }
        OpenPoint::Draft(topic) => {
            format!(
                "… {}: {}",
                app.words.text(Text::ClosingDraft),
                cell_title(app, interview, topic)
            )
        }
    }
}
