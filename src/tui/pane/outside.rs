//! What a strike cannot reach: named before it is confirmed.

use ratatui::text::Line;

use super::header::paragraph;
use super::text::cut;
use super::theme;
use crate::i18n::Text;
use crate::session::Session;
use crate::tui::app::App;

/// How many digits of a digest are enough to find what has it.
const DIGITS: usize = 12;

/// The exports and packages that hold what is struck still, in at most so many rows: the last ones first, and how many
/// there are besides. Nothing if there are none.
fn lines(app: &App, state: &Session, columns: usize, rows: usize) -> Vec<Line<'static>> {
    let (mut exports, mut archived) = (state.exports.clone(), state.archived.clone());
    let shorten = |digest: &mut String| *digest = digest.chars().take(DIGITS).collect();
    for made in &mut exports {
        shorten(&mut made.digest);
    }
    for made in &mut archived {
        shorten(&mut made.package);
    }
    let made = app.words.outside(&state.header.id, &exports, &archived);
    if made.is_empty() {
        return Vec::new();
    }
    let heading = cut(&app.say(Text::OutsideStill), columns);
    let mut lines = vec![Line::styled(heading, theme::QUIET)];
    let mut further = made.len();
    for line in made.iter().rev() {
        let named = paragraph(line, columns, theme::WARNING);
        let room_for_more = usize::from(further > 1);
        if lines.len() + named.len() + room_for_more > rows {
            break;
        }
        lines.extend(named);
        further -= 1;
    }
    if further > 0 {
        let further = app.words.counted(Text::OutsideFurther, further);
        lines.push(Line::styled(cut(&further, columns), theme::WARNING));
    }
    lines
}

/// What is struck, with what lies outside below it: that has its place, and the texts give way, with a sign.
pub(super) fn below(
    app: &App,
    state: &Session,
    mut lines: Vec<Line<'static>>,
    columns: usize,
    rows: usize,
) -> Vec<Line<'static>> {
    // Where there is little room a row is left for the text.
    let room = (rows / 2).max(rows.min(7).saturating_sub(1));
    let outside = self::lines(app, state, columns, room);
    let room = rows.saturating_sub(outside.len());
    if lines.len() > room.max(1) {
        // The last row says how much is not seen, itself included.
        let shown = room.saturating_sub(1);
        let lost = lines.len() - shown;
        lines.truncate(shown);
        lines.push(Line::styled(format!("↓ {lost}"), theme::KEY));
    }
    lines.truncate(room);
    lines.extend(outside);
    lines
}
