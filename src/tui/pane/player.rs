//! Which recording is listened to: the path is hidden while it is typed.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use super::header::paragraph;
use super::text::{TextView, styled, width};
use super::theme;
use crate::i18n::Text;
use crate::tui::app::App;
use crate::tui::screen::PlayerForm;

/// The form, and where the cursor stands.
pub fn view(app: &App, form: &PlayerForm, area: Rect) -> (TextView, Option<Position>) {
    let columns = usize::from(area.width.saturating_sub(4));
    let mut lines = paragraph(&app.words.text(Text::PlayerHint), columns, theme::QUIET);
    lines.push(Line::default());
    let number = app.words.text_with(
        Text::PlayerRecording,
        &[
            ("number", form.number.into()),
            ("count", form.recordings().into()),
        ],
    );
    lines.push(Line::styled(number, theme::STRONG));
    let label = format!("{} ", app.words.text(Text::PlayerPath));
    let room = columns.saturating_sub(width(&label) + 1);
    let before = form
        .path
        .text()
        .get(..form.path.cursor())
        .unwrap_or_default();
    let typed = form.path.text().graphemes(true).count();
    // How long the path is need not be seen where it is longer than the row.
    let dots = "•".repeat(typed.min(room));
    let at = width(&label) + before.graphemes(true).count().min(room);
    let cursor = u16::try_from(at)
        .ok()
        .zip(u16::try_from(lines.len()).ok())
        .map(|(x, y)| Position::new(area.x + 2 + x, area.y + 1 + y));
    lines.push(Line::from(vec![styled(label, theme::KEY), Span::raw(dots)]));
    let title = format!(" {} ", app.words.text(Text::PlayerTitle));
    (
        TextView::framed(Line::styled(title, theme::STRONG), lines),
        cursor.filter(|cursor| area.contains(*cursor)),
    )
}
