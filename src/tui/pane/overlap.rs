//! Two notes that lie side by side: whole, above the keys that say what becomes of them.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::layout::inside;
use super::notes::note_lines;
use super::scroll::{self, Seen};
use crate::session::Pair;
use crate::tui::app::App;
use crate::tui::screen::{Choosing, Interview};

/// The rows of the notes that are seen above so many rows of keys, and a blank one between.
pub fn seen(app: &App, interview: &Interview, pair: Pair, area: Rect, key_rows: usize) -> Seen {
    let columns = usize::from(inside(area).width);
    let lines = note_rows(app, interview, pair, columns);
    let mut seen = Seen::from(interview.overlap_scrolled, lines, room(area, key_rows));
    seen.lines.push(Line::default());
    seen
}

/// How far the notes can be scrolled; nothing if none are chosen between, or they have room.
pub fn most_scrolled(app: &App, interview: &Interview, area: Rect) -> usize {
    let Some(Choosing::Overlap(pair)) = interview.choosing else {
        return 0;
    };
    let columns = usize::from(inside(area).width);
    let rows = note_rows(app, interview, pair, columns).len();
    scroll::most(rows, room(area, interview.choices().len()))
}

fn note_rows(
    app: &App,
    interview: &Interview,
    (one, other): Pair,
    columns: usize,
) -> Vec<Line<'static>> {
    let state = interview.protocol.state();
    let notes = [one, other].into_iter().filter_map(|id| state.note(id));
    notes
        .flat_map(|note| note_lines(app, state, note, columns, false))
        .collect()
}

fn room(area: Rect, key_rows: usize) -> usize {
    usize::from(inside(area).height)
        .saturating_sub(key_rows + 1)
        .max(1)
}
