//! Lines of text in an area, with or without a frame: what most panes are.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::line;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Borders, Widget};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::layout::inside;
use super::scroll;
use super::theme;
use crate::language::sanitise;
use crate::tui::surface::is_plain;

pub use crate::language::wrap;

/// Lines of text, already as wide as they are drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextView {
    /// The lines from the top.
    pub lines: Vec<Line<'static>>,
    /// The title of the frame; no frame without one.
    pub title: Option<Line<'static>>,
    /// What stands at the right of the frame's upper edge.
    pub corner: Option<Line<'static>>,
    /// What stands at the right of its lower edge; of what has no room there, how many rows it is.
    pub foot: Option<Line<'static>>,
}

impl TextView {
    /// Lines without a frame.
    pub fn plain(lines: Vec<Line<'static>>) -> Self {
        Self {
            lines,
            title: None,
            corner: None,
            foot: None,
        }
    }

    /// Lines in a frame with a title.
    pub fn framed(title: impl Into<Line<'static>>, lines: Vec<Line<'static>>) -> Self {
        Self {
            lines,
            title: Some(title.into()),
            corner: None,
            foot: None,
        }
    }
}

/// Draws those of the lines of text in `area` that the buffer covers.
pub fn draw_text(view: &TextView, area: Rect, buffer: &mut Buffer) {
    let seen = area.intersection(buffer.area);
    let inner = if view.title.is_some() {
        inside(area)
    } else {
        area
    };
    for y in seen.top()..seen.bottom() {
        if let Some(title) = &view.title {
            draw_frame(view, title, area, y, buffer);
        }
        let line = y.checked_sub(inner.top()).map(usize::from);
        if let Some(line) = line.and_then(|line| view.lines.get(line))
            && y < inner.bottom()
        {
            put_line(line, Rect::new(inner.x, y, inner.width, 1), buffer);
        }
    }
}

/// Draws row `y` of the frame around `area`.
fn draw_frame(view: &TextView, title: &Line<'static>, area: Rect, y: u16, buffer: &mut Buffer) {
    let edge = Block::new()
        .border_type(BorderType::Plain)
        .border_style(theme::QUIET)
        .title_style(theme::TITLE);
    let row = Rect::new(area.x, y, area.width, 1);
    if y == area.top() {
        let edge = edge.borders(Borders::TOP | Borders::LEFT | Borders::RIGHT);
        let edge = edge.title(title.clone());
        let corner = view.corner.clone().map(Line::right_aligned);
        corner
            .into_iter()
            .fold(edge, Block::title)
            .render(row, buffer);
    } else if y + 1 == area.bottom() {
        let edge = edge.borders(Borders::BOTTOM | Borders::LEFT | Borders::RIGHT);
        let room = usize::from(inside(area).height);
        let lost = view.lines.len().saturating_sub(room);
        let foot = view.foot.clone().or_else(|| scroll::signs(false, lost));
        let foot = foot.map(Line::right_aligned);
        foot.into_iter()
            .fold(edge, Block::title_bottom)
            .render(row, buffer);
    } else {
        for x in [area.left(), area.right().saturating_sub(1)] {
            if let Some(cell) = buffer.cell_mut((x, y)) {
                cell.set_symbol(line::VERTICAL).set_style(theme::QUIET);
            }
        }
    }
}

/// Draws a line in a row: plain text character by character, since nothing is joined in it.
fn put_line(line: &Line<'_>, row: Rect, buffer: &mut Buffer) {
    let (mut x, end) = (row.left(), row.right());
    for span in &line.spans {
        let style = line.style.patch(span.style);
        if !span.content.chars().all(is_plain) {
            let room = usize::from(end.saturating_sub(x));
            (x, _) = buffer.set_stringn(x, row.y, &span.content, room, style);
            continue;
        }
        for (character, column) in span.content.chars().zip(x..end) {
            x = column + 1;
            if let Some(cell) = buffer.cell_mut((column, row.y)) {
                cell.set_char(character).set_style(style);
            }
        }
    }
}

/// The cells that a text takes.
pub fn width(text: &str) -> usize {
    // Most texts are plain, and then need no table of characters.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        text.len()
    } else {
        text.width()
    }
}

/// A text in rows, further ones set in by two cells more than the first.
pub fn hang(text: &str, columns: usize) -> Vec<String> {
    let blank = text.len() - text.trim_start_matches(' ').len();
    let indent = (blank + 2).min(columns / 2);
    let rows = wrap(text.trim_start_matches(' '), columns.saturating_sub(indent));
    let rows = rows.into_iter().enumerate();
    rows.map(|(index, row)| match index {
        0 => format!("{}{row}", " ".repeat(blank.min(columns / 2))),
        _ => format!("{}{row}", " ".repeat(indent)),
    })
    .collect()
}

/// A text cut to `columns` cells, with an ellipsis if it was cut.
pub fn cut(text: &str, columns: usize) -> String {
    let text = sanitise(text).replace('\n', " ");
    if width(&text) <= columns {
        return text;
    }
    let (mut short, mut used) = (String::new(), 0);
    for grapheme in text.graphemes(true) {
        used += width(grapheme);
        if used + 1 > columns {
            break;
        }
        short.push_str(grapheme);
    }
    short.push('…');
    short
}

/// A text filled up with spaces to `columns` cells, or cut to them.
pub fn fill(text: &str, columns: usize) -> String {
    let mut filled = cut(text, columns);
    filled.extend(std::iter::repeat_n(
        ' ',
        columns.saturating_sub(width(&filled)),
    ));
    filled
}

/// A text in a style.
pub fn styled(text: impl Into<String>, style: Style) -> Span<'static> {
    Span::styled(text.into(), style)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_drawn_as_ratatui_draws_it() {
        let row = Rect::new(1, 0, 12, 1);
        for text in [
            "Grüsse aus dem Süden",
            "e\u{301}té",
            "日本 wide 日本 and on",
            "· ok",
            "a\u{200D}b",
            "",
        ] {
            for spans in [vec![text], vec!["ab ", text], vec![text, "cd"]] {
                let spans = spans.into_iter();
                let line: Line<'_> = spans.map(|span| Span::styled(span, theme::TITLE)).collect();
                let (mut ours, mut theirs) = (Buffer::empty(row), Buffer::empty(row));
                put_line(&line, row, &mut ours);
                theirs.set_line(row.x, row.y, &line, row.width);
                assert_eq!(ours, theirs, "{text}");
            }
        }
    }

    #[test]
    fn what_is_cut_says_so() {
        assert_eq!(cut("coopération", 6), "coopé…");
        assert_eq!(cut("ja", 6), "ja");
        assert_eq!(fill("ja", 4), "ja  ");
    }
}
