//! A saved session that is read.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::gaps;
use super::header::paragraph;
use super::layout::inside;
use super::notes::{note_lines, summary};
use super::scroll::{self, Seen};
use super::text::{TextView, styled};
use super::theme;
use crate::i18n::Text;
use crate::language::Language;
use crate::session::{CellState, Note, Standing, TopicId, hours};
use crate::tui::app::App;
use crate::tui::screen::Review;

/// The protocol from the cell that one has come to.
pub fn view(app: &App, review: &Review, area: Rect) -> TextView {
    let height = usize::from(inside(area).height).max(1);
    let (lines, at_hand) = lines(app, review, area);
    // A note that was gone to is seen whole, and what follows it.
    let first = at_hand.map_or(review.below, |end| {
        review.below.max(end.saturating_sub(height - height / 3))
    });
    let seen = Seen::from(first, lines, height);
    let foot = scroll::signs(review.cell > 0 || seen.above > 0, seen.below);
    let view = seen.framed(Line::styled(title(app, review), theme::STRONG));
    TextView { foot, ..view }
}

/// How far what is read can be scrolled below the head of its cell.
pub fn most_scrolled(app: &App, review: &Review, area: Rect) -> usize {
    let height = usize::from(inside(area).height).max(1);
    scroll::most(lines(app, review, area).0.len(), height)
}

/// Everything from the cell that one has come to, and where the note at hand ends.
fn lines(app: &App, review: &Review, area: Rect) -> (Vec<Line<'static>>, Option<usize>) {
    let columns = usize::from(inside(area).width);
    let mut lines = Vec::new();
    let mut at_hand = None;
    for cell in review.cells().iter().skip(review.cell) {
        cell_lines(app, review, cell, columns, &mut lines, &mut at_hand);
    }
    (lines, at_hand)
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

/// The stretches from which nothing is kept; nothing if there are none.
fn withheld(app: &App, review: &Review) -> Vec<Line<'static>> {
    let stretches = review.protocol.state().ended_stretches().into_iter();
    let mut lines: Vec<Line<'static>> = stretches
        .map(|(span, why)| {
            Line::styled(format!("⊘ {}", app.words.stretch(span, why)), theme::QUIET)
        })
        .collect();
    if !lines.is_empty() {
        lines.push(Line::default());
    }
    lines
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
    if let (Some(sheet), Some((current, outdated, count))) = (&review.sheet, review.coded()) {
        let values = [
            ("coder", sheet.entries.coder.into()),
            ("done", current.into()),
            ("count", count.into()),
        ];
        parts.push(app.words.text_with(Text::SheetCoder, &values));
        if outdated > 0 {
            parts.push(app.words.counted(Text::SheetOutdatedCount, outdated));
        }
    }
    if header.invented {
        parts.insert(1, app.say(Text::Invented));
    }
    format!(" {} ", parts.join(" · "))
}

/// Adds the lines of a cell, and says where the note at hand ends if it stands there.
fn cell_lines(
    app: &App,
    review: &Review,
    cell: &TopicId,
    columns: usize,
    lines: &mut Vec<Line<'static>>,
    at_hand: &mut Option<usize>,
) {
    let state = review.protocol.state();
    let guide = review.protocol.guide();
    let language = guide.language_for(review.shown_language());
    if review.cells().first() == Some(cell)
        && let Some(lacking) = untranslated(app, review)
    {
        lines.extend(paragraph(&format!("⇄ {lacking}"), columns, theme::WARNING));
        lines.push(Line::default());
    }
    if review.cells().first() == Some(cell) {
        lines.extend(withheld(app, review));
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
    lines.extend(summary(app, state, cell, columns));
    let marks = gaps::marks(app, state, cell);
    lines.extend(gaps::behind(&marks, 0));
    for (count, note) in (1..).zip(state.notes_in(cell)) {
        let is_chosen = review.at_hand == Some(note.id) && &note.topic == cell;
        lines.extend(rows_of(app, review, note, columns, is_chosen));
        if is_chosen {
            *at_hand = Some(lines.len());
        }
        lines.extend(gaps::behind(&marks, count));
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
        let text = app
            .words
            .labelled(&app.say(Text::ClosingDraft), draft.text.as_str());
        lines.extend(paragraph(&text, columns, theme::WARNING));
    }
    lines.push(Line::default());
}

/// A note in rows. Another coder sees their own codes and not those that stand in the session.
fn rows_of(
    app: &App,
    review: &Review,
    note: &Note,
    columns: usize,
    is_chosen: bool,
) -> Vec<Line<'static>> {
    let state = review.protocol.state();
    let Some(sheet) = &review.sheet else {
        return note_lines(app, state, note, columns, is_chosen);
    };
    let mut codes = sheet.entries.codes(note.id).to_vec();
    match sheet.entries.standing(note) {
        Standing::Current if codes.is_empty() => codes.push(app.say(Text::SheetNoneFits)),
        Standing::Uncoded | Standing::Current => {}
        Standing::Outdated => codes.push(format!("! {}", app.words.text(Text::SheetOutdated))),
    }
    let shown = Note {
        codes,
        ..note.clone()
    };
    note_lines(app, state, &shown, columns, is_chosen)
}

/// The code line or the search, below what is read.
pub fn list(app: &App, review: &Review, area: Rect) -> TextView {
    let state = review.protocol.state();
    if let Some(picking) = &review.finding {
        return super::finding::view(app, &review.protocol, picking, area);
    }
    let line = review.coding.as_ref();
    let note = line.and_then(|line| Some((line, state.note(line.note)?)));
    let Some(((line, note), sheet)) = note.zip(review.sheet.as_ref()) else {
        return TextView::plain(Vec::new());
    };
    let coded = super::coding::Coded {
        state,
        note,
        codes: sheet.entries.codes(note.id),
        scope: review.code_scope(note.id),
    };
    super::coding::view(app, line, coded, area)
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
    let is_noted = set == CellState::Open && state.has_notes_in(cell);
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
    let mut head = vec![
        styled(format!("{sign} "), style),
        styled(format!("{cell} {title}"), theme::STRONG),
        Span::raw("  "),
        styled(app.words.state(set).into_owned(), theme::QUIET),
    ];
    if let Some(dispute) = state.disputed(cell) {
        let said = app.words.dispute(dispute);
        let said = format!("  ⇄ {}: {said}", app.say(Text::ClosingDisputed));
        head.push(styled(said, theme::WARNING));
    }
    let mut lines = vec![Line::from(head)];
    if !question.is_empty() {
        lines.extend(paragraph(&question, columns, theme::QUIET));
    }
    lines
}
