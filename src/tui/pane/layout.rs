//! Where panes lie. A pure function of the size and of how much is written.

use ratatui::layout::{Rect, Size};

use crate::tui::screen::Interview;

/// Below this size there is only a message.
pub const LEAST: Size = Size::new(60, 20);

/// From this width on the blocks stand at the side; below, their marks are a strip.
pub const WIDE: u16 = 100;

/// The width of the pane at the side.
const SIDE: u16 = 26;

/// The areas of the interview screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Areas {
    /// Session, block, clock.
    pub header: Rect,
    /// What was recovered.
    pub banner: Option<Rect>,
    /// The blocks, if there is room at the side.
    pub side: Option<Rect>,
    /// The marks of all cells, if there is not.
    pub strip: Option<Rect>,
    /// Question and probes.
    pub question: Rect,
    /// The notes of the cell.
    pub notes: Rect,
    /// The editor with its frame.
    pub editor: Rect,
}

/// The areas of the interview screen, for a question and a note of so many rows.
pub fn areas(size: Size, question_rows: usize, note_rows: usize, banner_rows: usize) -> Areas {
    let (mut rest, _) = above_footer(whole(size));
    let header = take_top(&mut rest, 1);
    let banner = (banner_rows > 0)
        .then(|| take_top(&mut rest, u16::try_from(banner_rows).unwrap_or(u16::MAX)));
    let is_wide = size.width >= WIDE;
    let strip = (!is_wide).then(|| take_top(&mut rest, 1));
    let blocks = is_wide.then(|| take_left(&mut rest, SIDE));
    let room = rest.height;
    let highest = (room / 3).max(4);
    let note_height = u16::try_from(note_rows)
        .unwrap_or(u16::MAX)
        .saturating_add(2);
    let editor_height = note_height.clamp(if size.height < 30 { 4 } else { 5 }, highest.max(5));
    let editor = take_bottom(&mut rest, editor_height);
    let question_rows = u16::try_from(question_rows)
        .unwrap_or(u16::MAX)
        .saturating_add(2);
    let question = take_top(&mut rest, question_rows.clamp(4, (room * 11 / 20).max(4)));
    Areas {
        header,
        banner,
        side: blocks,
        strip,
        question,
        notes: rest,
        editor,
    }
}

/// The area in which goal and question are shown together, if they have more rows than the question has room for.
pub fn goal_area(interview: &Interview, areas: &Areas, rows: usize) -> Option<Rect> {
    let is_cut = rows > usize::from(inside(areas.question).height);
    let is_wanted =
        interview.shows_goal && interview.coding.is_none() && interview.finding.is_none();
    (is_cut && is_wanted).then(|| areas.question.union(areas.notes))
}

/// The width of the text of the question.
pub fn question_width(size: Size) -> u16 {
    let beside = if size.width >= WIDE { SIDE } else { 0 };
    size.width.saturating_sub(beside + 4)
}

/// Width and height of the text of a note of so many rows.
pub fn editor_size(size: Size, note_rows: usize, banner_rows: usize) -> (u16, u16) {
    let inner = inside(areas(size, 0, note_rows, banner_rows).editor);
    (inner.width, inner.height)
}

/// The whole screen.
pub fn whole(size: Size) -> Rect {
    Rect::new(0, 0, size.width, size.height)
}

/// What lies above the footer, and the footer.
pub fn above_footer(area: Rect) -> (Rect, Rect) {
    let mut rest = area;
    let footer = take_bottom(&mut rest, 2);
    (rest, footer)
}

/// What is read, and the list below it while one is open.
pub fn with_list(area: Rect, has_list: bool) -> (Rect, Rect) {
    let mut rest = area;
    let height = if has_list {
        (area.height / 2).min(12)
    } else {
        0
    };
    let list = take_bottom(&mut rest, height);
    (rest, list)
}

/// What lies inside a frame, a column of air on either side.
pub fn inside(area: Rect) -> Rect {
    Rect::new(
        area.x.saturating_add(2).min(area.right()),
        area.y.saturating_add(1).min(area.bottom()),
        area.width.saturating_sub(4),
        area.height.saturating_sub(2),
    )
}

fn take_top(rest: &mut Rect, height: u16) -> Rect {
    let height = height.min(rest.height);
    let taken = Rect { height, ..*rest };
    rest.y = rest.y.saturating_add(height);
    rest.height -= height;
    taken
}

fn take_bottom(rest: &mut Rect, height: u16) -> Rect {
    let height = height.min(rest.height);
    rest.height -= height;
    Rect {
        y: rest.y.saturating_add(rest.height),
        height,
        ..*rest
    }
}

fn take_left(rest: &mut Rect, width: u16) -> Rect {
    let width = width.min(rest.width);
    let taken = Rect { width, ..*rest };
    rest.x = rest.x.saturating_add(width);
    rest.width -= width;
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panes_lie_on_the_screen_and_not_on_each_other() {
        for (width, height) in [(60, 20), (80, 24), (99, 20), (120, 40), (300, 100)] {
            for note_rows in [1, 3, 50] {
                let size = Size::new(width, height);
                let areas = areas(size, 5, note_rows, 0);
                let panes: Vec<Rect> = [areas.side, areas.strip]
                    .into_iter()
                    .flatten()
                    .chain([areas.header, areas.question, areas.notes, areas.editor])
                    .collect();
                for (index, pane) in panes.iter().enumerate() {
                    assert_eq!(pane.intersection(whole(size)), *pane, "{pane} at {size}");
                    assert!(pane.area() > 0, "{pane} at {size}");
                    for other in panes.iter().skip(index + 1) {
                        assert!(
                            pane.intersection(*other).is_empty(),
                            "{pane} and {other} at {size}"
                        );
                    }
                }
            }
        }
    }
}
