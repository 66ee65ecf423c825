//! Places that were not understood, where they stand among the notes of their cell.

use ratatui::text::Line;

use super::notes::place_word;
use super::theme;
use crate::i18n::Text;
use crate::session::{Gap, Session, TopicId};
use crate::tui::app::App;

/// The places of a cell that were not understood, each with the number of notes that it stands behind.
pub(super) fn marks(app: &App, state: &Session, cell: &TopicId) -> Vec<(usize, Line<'static>)> {
    let mut gaps: Vec<&Gap> = state.gaps.iter().filter(|gap| &gap.topic == cell).collect();
    gaps.sort_by_key(|gap| gap.at_ms);
    let marks = gaps.into_iter().map(|gap| {
        let place = place_word(state.place_of_key(gap.at_ms));
        let said = app.say(Text::ClosingGap);
        let line = if gap.settled {
            let done = app.say(Text::ClosingUnderstood);
            Line::styled(format!("  ¿ {place}  {said} · ✓ {done}"), theme::QUIET)
        } else {
            Line::styled(format!("  ¿ {place}  {said}"), theme::WARNING)
        };
        (state.notes_before_key(cell, gap.at_ms), line)
    });
    marks.collect()
}

/// The marks that stand behind so many notes.
pub(super) fn behind(marks: &[(usize, Line<'static>)], notes: usize) -> Vec<Line<'static>> {
    let here = marks.iter().filter(|(place, _)| *place == notes);
    here.map(|(_, line)| line.clone()).collect()
}
