//! The keys that work now.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::text::{TextView, fill, styled, width, wrap};
use super::theme;
use crate::i18n::Text;
use crate::tui::app::App;
use crate::tui::keymap::{Binding, bindings};

/// The keys that do something now, from the table.
pub fn view(app: &App, area: Rect, scrolled: usize) -> TextView {
    let entries: Vec<(String, String)> = bindings(app.place())
        .filter(|binding| app.applies(binding.command))
        .map(|binding| (keys_of(binding), app.say(binding.label)))
        .collect();
    let columns = usize::from(area.width.saturating_sub(4));
    let rows = usize::from(area.height.saturating_sub(5)).max(1);
    let of_key = entries
        .iter()
        .map(|(keys, _)| width(keys))
        .max()
        .unwrap_or(0)
        + 2;
    let count = (columns / (of_key + 24)).max(1);
    let column = columns / count;
    let per_column = entries.len().div_ceil(count);
    let first = scrolled.min(per_column.saturating_sub(rows));
    let mut lines = Vec::new();
    for row in first..per_column.min(first + rows) {
        let mut spans = Vec::new();
        for index in (row..entries.len()).step_by(per_column.max(1)) {
            if let Some((keys, label)) = entries.get(index) {
                spans.push(styled(fill(keys, of_key), theme::KEY));
                spans.push(Span::raw(fill(label, column.saturating_sub(of_key))));
            }
        }
        lines.push(Line::from(spans));
    }
    let hint = wrap(&app.words.text(Text::HelpEsc), columns);
    lines.extend(hint.into_iter().map(|row| Line::styled(row, theme::QUIET)));
    TextView::framed(
        Line::styled(
            format!(" {} ", app.words.text(Text::HelpTitle)),
            theme::STRONG,
        ),
        lines,
    )
}

fn keys_of(binding: &Binding) -> String {
    let keys: Vec<String> = binding.keys.iter().map(ToString::to_string).collect();
    keys.join(", ")
}
