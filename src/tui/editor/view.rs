//! What of the editor is seen, as a value that can be compared and drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::Editor;
use super::units::{part, units};
use crate::language::is_marker;

/// What a stretch of a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanKind {
    /// Text.
    Plain,
    /// A placeholder.
    Placeholder,
    /// Text that may be a name and is not settled.
    Suspected,
    /// The sign behind such text, in a cell that is blank.
    Sign,
}

/// What stands behind text that may be a name, for terminals that do not underline.
const SIGN: &str = "?";

/// A stretch of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The column at which it begins, from 0.
    pub column: u16,
    /// What is drawn; never a control character.
    pub text: String,
    /// What it is.
    pub kind: SpanKind,
}

/// The visible rows, and where the cursor stands among them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    /// The rows from the top; there may be fewer than there is room for.
    pub rows: Vec<Vec<Span>>,
    /// Column and row of the cursor, from the upper left corner of the view.
    pub cursor: Position,
    /// Rows of the text above the view.
    pub above: usize,
    /// Rows of the text below the view.
    pub below: usize,
}

impl View {
    /// Draws those of the rows in `area` that the buffer covers, each kind of span in its style.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, style: impl Fn(SpanKind) -> Style) {
        let seen = area.intersection(buffer.area);
        for (row, y) in self.rows.iter().zip(area.top()..area.bottom()) {
            if !(seen.top()..seen.bottom()).contains(&y) {
                continue;
            }
            for span in row {
                let room = usize::from(seen.width.saturating_sub(span.column));
                if room > 0 {
                    buffer.set_stringn(seen.x + span.column, y, &span.text, room, style(span.kind));
                }
            }
        }
    }
}

impl Editor {
    /// How many rows the whole text has at the current width, at least one.
    pub const fn row_count(&self) -> usize {
        self.rows.count()
    }

    /// How many cells a row has.
    pub const fn width(&self) -> usize {
        self.rows.width()
    }

    /// How many rows are seen at most.
    pub const fn height(&self) -> usize {
        self.height
    }

    /// How many rows of the text lie above what is seen.
    pub const fn rows_above(&self) -> usize {
        self.top
    }

    /// Row and column of the cursor in the whole text.
    pub fn cursor_cell(&self) -> (usize, usize) {
        (self.rows.row_of(self.cursor), self.cursor_column())
    }

    /// What is seen, with text marked that may be a name.
    pub fn view(&self) -> View {
        let last = self.rows.count().min(self.top + self.height);
        let (row, column) = self.cursor_cell();
        let cell = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        View {
            rows: (self.top..last).map(|row| self.spans(row)).collect(),
            cursor: Position::new(cell(column), cell(row.saturating_sub(self.top))),
            above: self.top,
            below: self.rows.count() - last,
        }
    }

    /// The column of the cursor in its row; behind a row that is full, its last.
    pub(super) fn cursor_column(&self) -> usize {
        let row = self.rows.row_of(self.cursor);
        let start = self.rows.range(row, self.text()).start;
        let width = self.rows.width();
        let column: usize = units(part(self.text(), 0..self.cursor), start)
            .map(|(_, unit)| self.labels.cells(unit, width))
            .sum();
        column.min(width - 1)
    }

    fn spans(&self, row: usize) -> Vec<Span> {
        let range = self.rows.range(row, self.text());
        let width = self.rows.width();
        let mut spans: Vec<Span> = Vec::new();
        let mut signs: Vec<Span> = Vec::new();
        let mut column = 0_usize;
        // A unit without width is not drawn, and its neighbours must not be drawn in one go, or they might join.
        let mut joined = false;
        for (at, unit) in units(part(self.text(), 0..range.end), range.start) {
            let kind = if unit.starts_with(is_marker) {
                SpanKind::Placeholder
            } else if self.suspected.iter().any(|range| range.contains(&at)) {
                SpanKind::Suspected
            } else {
                SpanKind::Plain
            };
            let cells = self.labels.cells(unit, width);
            if cells > 0 {
                let (text, ellipsis) = self.labels.shown(unit, width);
                match spans.last_mut() {
                    Some(span) if joined && span.kind == kind => span.text.push_str(text),
                    _ => spans.push(Span {
                        column: u16::try_from(column).unwrap_or(u16::MAX),
                        text: text.to_owned(),
                        kind,
                    }),
                }
                if let Some(span) = spans.last_mut() {
                    span.text.push_str(ellipsis);
                }
            }
            joined = cells > 0 && kind != SpanKind::Placeholder;
            column += cells;
            if kind == SpanKind::Suspected && self.is_signed(at + unit.len()) && column < width {
                signs.push(Span {
                    column: u16::try_from(column).unwrap_or(u16::MAX),
                    text: SIGN.to_owned(),
                    kind: SpanKind::Sign,
                });
            }
        }
        spans.append(&mut signs);
        spans
    }

    /// Whether text that may be a name ends here, and a blank or nothing follows.
    fn is_signed(&self, at: usize) -> bool {
        let rest = self.text().get(at..).unwrap_or_default();
        let is_blank = rest.chars().next().is_none_or(char::is_whitespace);
        is_blank && self.suspected.iter().any(|range| range.end == at)
    }
}
