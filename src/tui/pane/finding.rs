//! The search within an interview: what is typed, and where it stands.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::notes::{shown_text, when};
use super::text::{TextView, cut, styled, width};
use super::theme;
use crate::i18n::Text;
use crate::operations::protocol::{Hit, Protocol};
use crate::tui::app::App;
use crate::tui::screen::Picking;

/// The search in the place of the notes.
pub fn view(app: &App, protocol: &Protocol, picking: &Picking, area: Rect) -> TextView {
    let columns = usize::from(area.width);
    let hits = protocol.find(picking.typed());
    let mut lines = vec![typed_row(app, picking, hits.len(), columns)];
    let rows = usize::from(area.height).saturating_sub(1).max(1);
    let meant = picking.chosen().unwrap_or(0);
    let first = (meant + 1).saturating_sub(rows);
    for (index, hit) in hits.iter().enumerate().skip(first).take(rows) {
        lines.push(hit_row(app, protocol, hit, index == meant, columns));
    }
    TextView::plain(lines)
}

fn typed_row(app: &App, picking: &Picking, count: usize, columns: usize) -> Line<'static> {
    let room = columns.saturating_sub(4);
    if picking.is_empty() {
        let hint = cut(&app.words.text(Text::FindingHint), room);
        return Line::from(vec![styled("  ⌕ ", theme::KEY), styled(hint, theme::QUIET)]);
    }
    let found = app.words.counted(Text::FindingFound, count);
    let typed = cut(picking.typed(), room.saturating_sub(width(&found) + 3));
    Line::from(vec![
        styled("  ⌕ ", theme::KEY),
        styled(format!("{typed}▁  "), theme::STRONG),
        styled(found, theme::QUIET),
    ])
}

fn hit_row(
    app: &App,
    protocol: &Protocol,
    hit: &Hit,
    is_meant: bool,
    columns: usize,
) -> Line<'static> {
    let state = protocol.state();
    let pointer = if is_meant { "▸" } else { " " };
    let (head, text) = if let Some(note) = hit.note.and_then(|note| state.note(note)) {
        (
            format!(
                "{pointer} {} {} {}  ",
                hit.topic,
                note.id,
                when(state, note)
            ),
            shown_text(app, note.kind, note.text.as_str()),
        )
    } else {
        let summary = state.summaries.get(&hit.topic);
        let text = summary.map_or("", |text| text.as_str()).to_owned();
        (format!("{pointer} {} Σ  ", hit.topic), text.into())
    };
    let style = if is_meant {
        theme::STRONG
    } else {
        Style::new()
    };
    let room = columns.saturating_sub(width(&head) + 1);
    Line::from(vec![
        styled(head, theme::QUIET),
        Span::styled(cut(text.as_str(), room), style),
    ])
}
