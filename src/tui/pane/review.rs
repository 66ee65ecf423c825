//! A saved session that is read.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::header::paragraph;
use super::notes::note_lines;
use super::text::{TextView, styled};
use super::theme;
use crate::i18n::Text;
use crate::language::Language;
use crate::session::hours;
use crate::session::{CellState, TopicId};
use crate::tui::app::App;
use crate::tui::screen::Review;

/// The protocol from the cell that one has come to.
pub fn view(app: &App, review: &Review, area: Rect) -> TextView {
    let columns = usize::from(area.width.saturating_sub(4));
    let height = usize::from(area.height.saturating_sub(2)).max(1);
    let wanted = review.below.saturating_add(height);
    let mut lines = Vec::new();
    for cell in review.cells().iter().skip(review.cell) {
        lines.extend(cell_lines(app, review, cell, columns));
        if lines.len() >= wanted {
            break;
        }
    }
    let first = review.below.min(lines.len().saturating_sub(1));
    let lines = lines.into_iter().skip(first).take(height).collect();
    TextView::framed(Line::styled(title(app, review), theme::STRONG), lines)
}

/// The quotations without a translation, by number; nothing if there are none.
fn untranslated(app: &App, review: &Review) -> Option<String> {
    let state = review.protocol.state();
    let lacking = state.notes.iter();
    let lacking = lacking.filter(|note| note.lacks_translation(state.header.language));
    let numbers: Vec<String> = lacking.map(|note| note.id.to_string()).collect();
    (!numbers.is_empty()).then(|| {
        let values = [
            ("count", numbers.len().into()),
            ("notes", numbers.join(", ").into()),
        ];
        app.words.text_with(Text::ReviewUntranslated, &values)
    })
}

fn title(app: &App, review: &Review) -> String {
    let state = review.protocol.state();
    let header = &state.header;
    let mut parts = vec![
        header.id.to_string(),
        app.words.mode(header.mode).into_owned(),
        app.words.progress(state.progress()).into_owned(),
        app.say(Text::ReviewReadOnly),
    ];
    if header.invented {
        parts.insert(1, app.say(Text::Invented));
    }
    format!(" {} ", parts.join(" · "))
}

fn cell_lines(app: &App, review: &Review, cell: &TopicId, columns: usize) -> Vec<Line<'static>> {
    let state = review.protocol.state();
    let guide = review.protocol.guide();
    let language = guide.language_for(review.question_language.unwrap_or(app.language));
    let mut lines = Vec::new();
    if review.cells().first() == Some(cell)
        && let Some(lacking) = untranslated(app, review)
    {
        lines.extend(paragraph(&format!("⇄ {lacking}"), columns, theme::WARNING));
        lines.push(Line::default());
    }
    if let Some((index, block)) = guide.block_of(cell.as_str()) {
        let is_first = block
            .topics
            .first()
            .is_some_and(|topic| topic.id == cell.as_str());
        if is_first {
            let head = format!("{} {}", index + 1, block.title.in_language(language));
            lines.push(Line::styled(head, theme::STRONG.patch(theme::HERE)));
            if review.shows_goal {
                lines.extend(paragraph(
                    block.goal.in_language(language),
                    columns,
                    theme::QUIET,
                ));
            }
        }
    }
    lines.extend(cell_head(app, review, cell, language, columns));
    for note in state.notes_in(cell) {
        lines.extend(note_lines(app, state, note, columns, false));
    }
    for tombstone in state
        .tombstones
        .iter()
        .filter(|tombstone| &tombstone.topic == cell)
    {
        let number = tombstone.note.to_string();
        let text = app.words.text_with(
            Text::ReviewStruck,
            &[
                ("note", number.into()),
                ("time", hours(tombstone.at_ms).into()),
            ],
        );
        lines.push(Line::styled(format!("  † {text}"), theme::QUIET));
    }
    if let Some(draft) = state.drafts.get(cell) {
        let text = format!(
            "{}: {}",
            app.words.text(Text::ClosingDraft),
            draft.text.as_str()
        );
        lines.extend(paragraph(&text, columns, theme::WARNING));
    }
    lines.push(Line::default());
    lines
}

fn cell_head(
    app: &App,
    review: &Review,
    cell: &TopicId,
    language: Language,
    columns: usize,
) -> Vec<Line<'static>> {
    let state = review.protocol.state();
    let guide = review.protocol.guide();
    let set = state.cell(cell);
    let is_noted = set == CellState::Open && !state.notes_in(cell).is_empty();
    let (sign, style) = if is_noted {
        (theme::NOTED, theme::WARNING)
    } else {
        (theme::sign(set), theme::style_of(set))
    };
    let (title, question) = match guide.topic(cell.as_str()) {
        Some((_, topic)) => (
            topic.title.in_language(language).to_owned(),
            topic.question.in_language(language).to_owned(),
        ),
        None => (app.say(Text::PaneOutside), String::new()),
    };
    let mut lines = vec![Line::from(vec![
        styled(format!("{sign} "), style),
        styled(format!("{cell} {title}"), theme::STRONG),
        Span::raw("  "),
        styled(app.words.state(set).into_owned(), theme::QUIET),
    ])];
    if !question.is_empty() {
        lines.extend(paragraph(&question, columns, theme::QUIET));
    }
    if let Some(summary) = state.summaries.get(cell) {
        lines.extend(paragraph(
            &format!("Σ {}", summary.as_str()),
            columns,
            theme::STRONG,
        ));
    }
    lines
}
