//! The words that are not settled, each in its context.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::scroll::signs;
use super::text::{TextView, cut, fill, styled, width, wrap};
use super::theme;
use crate::i18n::Text;
use crate::operations::protocol::Unsettled;
use crate::tui::app::App;
use crate::tui::keymap::{Binding, Command, Place, bindings};
use crate::tui::screen::Doubts;

/// The cells for what a word may be.
const KIND: usize = 14;

/// From how many columns on the footer has room for all keys.
const WIDE: usize = 100;

/// The words that are not settled.
pub fn view(app: &App, doubts: &Doubts, area: Rect) -> TextView {
    let columns = usize::from(area.width.saturating_sub(4));
    let mut lines: Vec<Line<'static>> = wrap(&app.words.text(Text::DoubtsHint), columns)
        .into_iter()
        .map(|row| Line::styled(row, theme::QUIET))
        .collect();
    if columns < WIDE {
        lines.extend(keys(app, columns));
    }
    lines.push(Line::default());
    let room = usize::from(area.height.saturating_sub(2))
        .saturating_sub(lines.len())
        .max(1);
    let first = doubts.selected.saturating_sub(room.saturating_sub(1));
    let shown = doubts.rows.iter().enumerate().skip(first).take(room);
    lines.extend(shown.map(|(index, row)| line(app, row, index == doubts.selected, columns)));
    if doubts.rows.is_empty() {
        let nothing = wrap(&app.words.text(Text::DoubtsNothing), columns);
        lines.extend(nothing.into_iter().map(Line::from));
    }
    let title = format!(" {} ", app.words.text(Text::DoubtsTitle));
    TextView {
        foot: signs(first > 0, doubts.rows.len().saturating_sub(first + room)),
        ..TextView::framed(Line::styled(title, theme::STRONG), lines)
    }
}

/// The keys that settle a word.
fn keys(app: &App, columns: usize) -> Vec<Line<'static>> {
    let settles = |binding: &&Binding| {
        matches!(
            binding.command,
            Command::SettleName(_) | Command::SettleOrdinary | Command::SettleInStudy
        )
    };
    let named = bindings(Place::Doubts)
        .filter(settles)
        .filter_map(|binding| {
            let key = binding.keys.first()?;
            // A key and its label stay in one row.
            Some(format!("{key} {}", app.say(binding.label)).replace(' ', "\u{A0}"))
        });
    let named: Vec<String> = named.collect();
    let rows = wrap(&named.join("  "), columns).into_iter();
    rows.map(|row| Line::styled(row, theme::KEY)).collect()
}

fn line(app: &App, row: &Unsettled, is_here: bool, columns: usize) -> Line<'static> {
    let pointer = if is_here { "▸ " } else { "  " };
    let style = if is_here { theme::STRONG } else { Style::new() };
    let kind = format!("{}?", row.suspected.word(app.language));
    let note = row.note.map_or_else(String::new, |note| note.to_string());
    let places = match row.count {
        1 => String::new(),
        count => format!("  {}", app.words.counted(Text::DoubtsPlaces, count)),
    };
    let head = format!("{}{}", fill(&kind, KIND), fill(&note, 6));
    let word = format!("{}?", cut(&row.word, columns / 2));
    let room = columns.saturating_sub(2 + width(&head) + width(&word) + width(&places));
    let (before, behind) = &row.context;
    let before = end_of(before, room / 2);
    let behind = cut(behind, room.saturating_sub(width(&before)));
    Line::from(vec![
        Span::raw(pointer),
        styled(head, style),
        styled(before, theme::QUIET),
        styled(word, theme::DOUBTFUL.patch(style)),
        styled(behind, theme::QUIET),
        styled(places, theme::QUIET),
    ])
}

/// The last words of a text in so many columns.
fn end_of(text: &str, columns: usize) -> String {
    let text = cut(text, usize::MAX);
    if width(&text) <= columns {
        return text;
    }
    let starts = text.char_indices().map(|(at, _)| at);
    let fitting = starts
        .filter_map(|at| text.get(at..))
        .find(|rest| width(rest) < columns);
    format!("…{}", fitting.unwrap_or_default())
}
