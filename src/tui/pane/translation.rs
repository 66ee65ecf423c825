//! A quotation, and the field for what it says in the language of the session.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use super::header::paragraph;
use super::notes::shown_text;
use super::text::{TextView, wrap};
use super::theme;
use crate::i18n::Text;
use crate::tui::app::App;
use crate::tui::screen::Translation;

/// The quotation, the field, and where the cursor stands.
pub fn view(app: &App, screen: &Translation, area: Rect) -> (TextView, Option<Position>) {
    let columns = usize::from(area.width.saturating_sub(4));
    let state = screen.interview.protocol.state();
    let language = app.words.language_name(state.header.language);
    let hint = [("language", language.into_owned().into())];
    let hint = app.words.text_with(Text::TranslationHint, &hint);
    let mut lines = paragraph(&hint, columns, theme::QUIET);
    lines.push(Line::default());
    if let Some(note) = state.note(screen.note) {
        let quoted = shown_text(app, note.kind, note.text.as_str());
        lines.extend(paragraph(&quoted, columns, theme::STRONG));
    }
    lines.push(Line::default());
    let rows = wrap(screen.field.text(), columns);
    let (last, y) = (rows.last().cloned().unwrap_or_default(), lines.len());
    let height = rows.len().max(1);
    lines.extend(paragraph(screen.field.text(), columns, Style::new()));
    // The field is drawn in rows of the pane; the cursor is shown where it stands if that is the end.
    let view = screen.field.view();
    let (x, y) = if height == 1 {
        (usize::from(view.cursor.x), y)
    } else {
        (super::text::width(&last), y + height - 1)
    };
    let title = format!(
        " {} · {} ",
        app.words.text(Text::TranslationTitle),
        screen.note
    );
    let cursor = u16::try_from(x)
        .ok()
        .zip(u16::try_from(y).ok())
        .map(|(x, y)| Position::new(area.x + 2 + x, area.y + 1 + y));
    (
        TextView::framed(Line::styled(title, theme::STRONG), lines),
        cursor.filter(|cursor| area.contains(*cursor)),
    )
}
