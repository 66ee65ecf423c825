//! What a strike cannot reach: named before it is confirmed.

use ratatui::text::Line;

use super::text::cut;
use super::theme;
use crate::i18n::Text;
use crate::session::Session;
use crate::tui::app::App;

/// The exports and packages that hold what is struck still, in at most so many rows: the last ones first, and how many
/// there are besides. Nothing if there are none.
fn lines(app: &App, state: &Session, columns: usize, rows: usize) -> Vec<Line<'static>> {
    let mut made = app.words.outside(&state.exports, &state.archived);
    if made.is_empty() {
        return Vec::new();
    }
    made.reverse();
    let heading = cut(&app.say(Text::OutsideStill), columns);
    let mut lines = vec![Line::styled(heading, theme::QUIET)];
    let room = rows.saturating_sub(lines.len()).max(1);
    let shown = if made.len() > room {
        room.saturating_sub(1)
    } else {
        made.len()
    };
    let named = made.iter().take(shown);
    lines.extend(named.map(|line| Line::styled(cut(line, columns), theme::WARNING)));
    if shown < made.len() {
        let further = app.words.counted(Text::OutsideFurther, made.len() - shown);
        lines.push(Line::styled(cut(&further, columns), theme::WARNING));
    }
    lines
}

/// What is struck, with what lies outside below it: that has its place, and the texts give way.
pub(super) fn below(
    app: &App,
    state: &Session,
    mut lines: Vec<Line<'static>>,
    columns: usize,
    rows: usize,
) -> Vec<Line<'static>> {
    let outside = self::lines(app, state, columns, rows / 2);
    lines.truncate(rows.saturating_sub(outside.len()));
    lines.extend(outside);
    lines
}
