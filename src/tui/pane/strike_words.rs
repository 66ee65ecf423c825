//! The words whose texts are to be struck, and those texts.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::choice::struck_lines;
use super::field::one_row;
use super::header::paragraph;
use super::outside;
use super::text::{TextView, styled, width};
use super::theme;
use crate::i18n::Text;
use crate::tui::app::App;
use crate::tui::screen::StrikeWords;

/// The field, what would be struck, and where the cursor stands.
pub fn view(app: &App, strike: &StrikeWords, area: Rect) -> (TextView, Option<Position>) {
    let columns = usize::from(area.width.saturating_sub(4));
    let mut lines = paragraph(&app.say(Text::StrikeWordsHint), columns, theme::QUIET);
    lines.push(Line::default());
    let label = app.words.labelled(&app.say(Text::StrikeWordsField), "");
    let (typed, column) = one_row(&strike.field, columns.saturating_sub(width(&label)));
    let x = width(&label) + column;
    let y = lines.len();
    lines.push(Line::from(vec![
        styled(label, theme::STRONG),
        Span::raw(typed),
    ]));
    lines.push(Line::default());
    let found = strike.found();
    let (text, style) = if strike.is_asked {
        (Text::StrikeWordsAsk, theme::WARNING)
    } else {
        (Text::StrikeWordsFound, theme::QUIET)
    };
    if !strike.field.is_empty() {
        let said = match (found.is_empty() && strike.finds(), strike.is_asked) {
            (false, _) => app.words.counted(text, found.len()),
            (true, false) => app.say(Text::StrikeWordsPast),
            (true, true) => app.say(Text::StrikeWordsAskPast),
        };
        lines.extend(paragraph(&said, columns, style));
    }
    let room = usize::from(area.height.saturating_sub(2)).saturating_sub(lines.len());
    let shown = struck_lines(app, &strike.interview, &found, columns);
    let shown = if strike.is_asked {
        let state = strike.interview.protocol.state();
        outside::below(app, state, shown, columns, room)
    } else {
        shown
    };
    lines.extend(shown.into_iter().take(room));
    let title = format!(" {} ", app.words.text(Text::StrikeWordsTitle));
    let cursor = u16::try_from(x)
        .ok()
        .zip(u16::try_from(y).ok())
        .map(|(x, y)| Position::new(area.x + 2 + x, area.y + 1 + y));
    (
        TextView::framed(Line::styled(title, theme::STRONG), lines),
        cursor.filter(|cursor| area.contains(*cursor)),
    )
}
