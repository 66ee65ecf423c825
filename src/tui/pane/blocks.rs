//! The blocks with the marks of their cells: at the side, or as a strip of one line.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::text::{TextView, fill, styled};
use super::theme;
use crate::guide::Block;
use crate::i18n::Text;
use crate::session::{CellState, TopicId};
use crate::tui::app::App;
use crate::tui::screen::Interview;

/// The blocks at the side.
pub fn view(app: &App, interview: &Interview, area: Rect) -> TextView {
    let guide = interview.protocol.guide();
    let language = guide.language_for(interview.question_language);
    let columns = usize::from(area.width.saturating_sub(4));
    let mut lines = Vec::new();
    for (index, block) in guide.blocks.iter().enumerate() {
        let is_here = is_in(interview, block);
        let style = if is_here { theme::STRONG } else { Style::new() };
        let title = format!("{} {}", index + 1, block.title.in_language(language));
        lines.push(Line::styled(fill(&title, columns), style));
        let mut marks = vec![Span::raw("  ")];
        marks.extend(block_marks(interview, block, " "));
        lines.push(Line::from(marks));
    }
    lines.push(Line::default());
    lines.extend(counts(app, interview));
    TextView::framed(format!(" {} ", app.words.text(Text::PaneBlocks)), lines)
}

/// The marks of all cells in one line.
pub fn strip(_: &App, interview: &Interview, _: Rect) -> TextView {
    let guide = interview.protocol.guide();
    let mut spans = vec![Span::raw(" ")];
    for (index, block) in guide.blocks.iter().enumerate() {
        let style = if is_in(interview, block) {
            theme::STRONG
        } else {
            theme::QUIET
        };
        spans.push(styled(format!("{} ", index + 1), style));
        spans.extend(block_marks(interview, block, ""));
        spans.push(Span::raw("  "));
    }
    let outside = outside_notes(interview);
    let parked = interview.protocol.state().waiting().count();
    if outside > 0 {
        spans.push(Span::raw(format!("⌂{outside} ")));
    }
    if parked > 0 {
        spans.push(styled(format!("⚑{parked}"), theme::WARNING));
    }
    TextView::plain(vec![Line::from(spans)])
}

/// The sign of a cell, in its colour.
pub fn mark(interview: &Interview, topic: &TopicId) -> (&'static str, Style) {
    let state = interview.protocol.state();
    let cell = state.cell(topic);
    if topic != &interview.topic && state.drafts.contains_key(topic) {
        (theme::WAITING, theme::WARNING)
    } else if cell == CellState::Open && state.has_notes_in(topic) {
        (theme::NOTED, theme::WARNING)
    } else {
        (theme::sign(cell), theme::style_of(cell))
    }
}

fn block_marks(interview: &Interview, block: &Block, between: &str) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    for topic in &block.topics {
        let id = TopicId::new(&topic.id);
        let (sign, style) = mark(interview, &id);
        let style = if id == interview.topic {
            style.patch(theme::HERE)
        } else {
            style
        };
        spans.push(styled(sign, style));
        spans.push(Span::raw(between.to_owned()));
    }
    if interview.topic.as_str() == block.outside() {
        spans.push(styled("⌂", theme::HERE));
    }
    spans
}

fn counts(app: &App, interview: &Interview) -> [Line<'static>; 2] {
    let parked = interview.protocol.state().waiting().count();
    let style = if parked > 0 {
        theme::WARNING
    } else {
        theme::QUIET
    };
    [
        Line::styled(
            format!(
                "⌂ {} {}",
                app.words.text(Text::PaneOutside),
                outside_notes(interview)
            ),
            theme::QUIET,
        ),
        Line::styled(
            format!("⚑ {} {parked}", app.words.text(Text::PaneParked)),
            style,
        ),
    ]
}

fn outside_notes(interview: &Interview) -> usize {
    let notes = interview.protocol.state().notes.iter();
    notes.filter(|note| note.topic.is_outside()).count()
}

fn is_in(interview: &Interview, block: &Block) -> bool {
    let here = interview.topic.as_str();
    block.outside() == here || block.topics.iter().any(|topic| topic.id == here)
}
