//! Lines of text in an area, with or without a frame: what most panes are.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Widget};
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

/// Draws lines of text.
pub fn draw_text(view: &TextView, area: Rect, buffer: &mut Buffer) {
    let inner = match &view.title {
        None => area,
        Some(title) => {
            let mut block = Block::bordered()
                .border_type(BorderType::Plain)
                .border_style(theme::QUIET)
                .title_style(theme::TITLE)
                .title(title.clone());
            if let Some(corner) = &view.corner {
                block = block.title(corner.clone().right_aligned());
            }
            let lost = view
                .lines
                .len()
                .saturating_sub(usize::from(inside(area).height));
            if let Some(foot) = view.foot.clone().or_else(|| scroll::signs(false, lost)) {
                block = block.title_bottom(foot.right_aligned());
            }
            block.render(area, buffer);
            inside(area)
        }
    };
    for (line, y) in view.lines.iter().zip(inner.top()..inner.bottom()) {
        put_line(line, Rect::new(inner.x, y, inner.width, 1), buffer);
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
