//! The keys that work now.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::across;
use super::closing;
use super::footer::{key_word, keys_for_choosing, label};
use super::header::paragraph;
use super::scroll::{self, Seen};
use super::text::{TextView, fill, styled, width, wrap};
use super::theme;
use crate::i18n::Text;
use crate::tui::app::App;
use crate::tui::keymap::{Binding, bindings};
use crate::tui::screen::{Closing, Screen};

/// The keys that do something now, from the table.
pub fn view(app: &App, area: Rect, scrolled: usize) -> TextView {
    let rows = room(area);
    let seen = Seen::from(scrolled, rows_of_keys(app, area), rows);
    let (is_above, below) = (seen.above > 0, seen.below);
    let columns = usize::from(area.width.saturating_sub(4));
    let hint = wrap(&app.words.text(Text::HelpEsc), columns);
    let hint = hint.into_iter().map(|row| Line::styled(row, theme::QUIET));
    let lines = seen.lines.into_iter().chain(hint).collect();
    let title = format!(" {} ", app.words.text(Text::HelpTitle));
    TextView {
        foot: scroll::signs(is_above, below),
        ..TextView::framed(Line::styled(title, theme::STRONG), lines)
    }
}

/// How far the keys can be scrolled.
pub fn most_scrolled(app: &App, area: Rect) -> usize {
    scroll::most(rows_of_keys(app, area).len(), room(area))
}

/// How many rows of keys there is room for, above what is said of Esc.
fn room(area: Rect) -> usize {
    usize::from(area.height.saturating_sub(5)).max(1)
}

fn rows_of_keys(app: &App, area: Rect) -> Vec<Line<'static>> {
    let columns = usize::from(area.width.saturating_sub(4));
    let mut lines = Vec::new();
    let bindings: Vec<&Binding> = if app.is_choosing() {
        lines = paragraph(&app.words.text(Text::ChooseKeys), columns, theme::STRONG);
        keys_for_choosing(app)
    } else {
        if let Screen::Closing(closing) = &app.screen {
            lines = answers(app, closing, columns);
        }
        let all = bindings(app.place());
        all.filter(|binding| app.applies(binding.command)).collect()
    };
    let entries: Vec<(String, String)> = bindings
        .into_iter()
        .map(|binding| (keys_of(app, binding), app.say(label(app, binding))))
        .collect();
    let of_key = entries
        .iter()
        .map(|(keys, _)| width(keys))
        .max()
        .unwrap_or(0)
        + 2;
    let count = (columns / (of_key + 24)).max(1);
    let column = columns / count;
    let per_column = entries.len().div_ceil(count);
    for row in 0..per_column {
        let mut spans = Vec::new();
        for index in (row..entries.len()).step_by(per_column.max(1)) {
            if let Some((keys, label)) = entries.get(index) {
                spans.push(styled(fill(keys, of_key), theme::KEY));
                spans.push(Span::raw(fill(label, column.saturating_sub(of_key))));
            }
        }
        lines.push(Line::from(spans));
    }
    if let Screen::Across(across) = &app.screen {
        lines.push(Line::default());
        lines.extend(across::legend(app, across, columns));
    }
    lines
}

/// The digits that settle the chosen point: what they say is another at each.
fn answers(app: &App, closing: &Closing, columns: usize) -> Vec<Line<'static>> {
    let answers = closing
        .chosen()
        .map_or_else(Vec::new, |point| closing::answers(app, point));
    let mut lines = paragraph(&answers.join("  "), columns, theme::KEY);
    if !lines.is_empty() {
        lines.push(Line::default());
    }
    lines
}

fn keys_of(app: &App, binding: &Binding) -> String {
    let keys: Vec<String> = binding.keys.iter().map(|key| key_word(app, *key)).collect();
    keys.join(", ")
}
