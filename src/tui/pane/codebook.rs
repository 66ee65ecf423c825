//! The codebook of a guide, as a tree.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::field::one_row;
use super::header::paragraph;
use super::scroll;
use super::text::{TextView, cut, fill, styled, width};
use super::theme;
use crate::guide::{BookCode, Standing};
use crate::i18n::Text;
use crate::tui::app::App;
use crate::tui::screen::{CodebookDoing, CodebookSaid, CodebookScreen};

/// How many codes are seen at once.
pub fn codes_seen(app: &App, screen: &CodebookScreen, area: Rect) -> usize {
    let columns = usize::from(area.width.saturating_sub(4));
    rows_below(&head(app, screen, columns).0, area)
}

/// How many rows there are below the head and a blank line.
fn rows_below(head: &[Line<'static>], area: Rect) -> usize {
    usize::from(area.height.saturating_sub(2))
        .saturating_sub(head.len() + 1)
        .max(1)
}

/// The codebook, and where the cursor stands while a label is written.
pub fn view(app: &App, screen: &CodebookScreen, area: Rect) -> (TextView, Option<Position>) {
    let columns = usize::from(area.width.saturating_sub(4));
    let (head, cursor) = head(app, screen, columns);
    let rows = rows_below(&head, area);
    let mut lines = head;
    lines.push(Line::default());
    let first = scroll::first(screen.selected, screen.book().codes().len(), rows);
    let shown = screen.book().codes().iter().enumerate();
    lines.extend(
        shown
            .skip(first)
            .take(rows)
            .map(|(index, code)| row(app, screen, code, index == screen.selected, columns)),
    );
    let guide = &screen.review.protocol.guide().id;
    let session = &screen.review.protocol.state().header.id;
    let counted = [("session", session.to_string().into())];
    let title = format!(
        " {} · {guide} · {} ",
        app.words.text(Text::CodebookTitle),
        app.words.text_with(Text::CodebookCounted, &counted)
    );
    let count = screen.book().codes().len();
    let view = TextView {
        foot: scroll::signs(first > 0, count.saturating_sub(first + rows)),
        ..TextView::framed(Line::styled(title, theme::STRONG), lines)
    };
    let cursor = cursor.map(|column| {
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        Position::new(
            area.x.saturating_add(2).saturating_add(column),
            area.y.saturating_add(1),
        )
    });
    (view, cursor)
}

/// What is being done, and in which column the cursor stands.
fn head(app: &App, screen: &CodebookScreen, columns: usize) -> (Vec<Line<'static>>, Option<usize>) {
    let (text, field) = match &screen.doing {
        CodebookDoing::Reading => (reading(app, screen), None),
        CodebookDoing::Finding(picking) => {
            let text = app.say(Text::CodebookFinding);
            (format!("{text} {}▏", picking.typed()), None)
        }
        CodebookDoing::Merging(from, picking) => {
            let from = label_of(screen, from).to_owned();
            let values = [("code", from.into())];
            let text = app.words.text_with(Text::CodebookMerging, &values);
            (format!("{text} {}▏", picking.typed()), None)
        }
        CodebookDoing::Renaming(field) => (app.say(Text::CodebookRenaming), Some(field)),
        CodebookDoing::Adding(field) => {
            let under = screen
                .chosen()
                .map_or("", |code| code.label(screen.language));
            let values = [("code", under.to_owned().into())];
            (
                app.words.text_with(Text::CodebookAdding, &values),
                Some(field),
            )
        }
    };
    let Some(field) = field else {
        return (paragraph(&text, columns, theme::QUIET), None);
    };
    let before = format!("{} ", cut(&text, columns / 2));
    let (typed, column) = one_row(field, columns.saturating_sub(width(&before)));
    let cursor = width(&before) + column;
    let line = Line::from(vec![
        styled(before, theme::QUIET),
        styled(typed, theme::STRONG),
    ]);
    (vec![line], Some(cursor))
}

/// What was changed last, else what the codebook is.
fn reading(app: &App, screen: &CodebookScreen) -> String {
    let (text, code) = match &screen.said {
        Some(CodebookSaid::Kept(code)) => (Text::CodebookKept, code),
        Some(CodebookSaid::TakenBack(code)) => (Text::CodebookTakenBack, code),
        None => return app.say(Text::CodebookHint),
    };
    let code = format!("{} ({code})", label_of(screen, code));
    app.words.text_with(text, &[("code", code.into())])
}

fn row(
    app: &App,
    screen: &CodebookScreen,
    code: &BookCode,
    is_here: bool,
    columns: usize,
) -> Line<'static> {
    let pointer = if is_here { "▸" } else { " " };
    let sign = match code.standing {
        Standing::Offered if code.is_field_code => "+",
        Standing::Offered => " ",
        Standing::Retired => "–",
        Standing::Merged(_) => "→",
    };
    let mut text = format!(
        "{pointer} {sign} {}{}  {}",
        "  ".repeat(code.depth.min(6)),
        code.label(screen.language),
        code.id
    );
    match &code.standing {
        Standing::Offered => {}
        Standing::Retired => {
            text = format!("{text}  · {}", app.words.text(Text::CodebookRetired));
        }
        Standing::Merged(into) => text = format!("{text}  → {}", label_of(screen, into)),
    }
    let uses = match screen.uses(&code.id) {
        0 => String::new(),
        count => format!(" {count} ×"),
    };
    let style = match (is_here, code.is_offered()) {
        (true, _) => theme::HERE,
        (false, true) => Style::new(),
        (false, false) => theme::QUIET,
    };
    let room = columns.saturating_sub(width(&uses));
    Line::from(vec![
        Span::styled(fill(&text, room), style),
        styled(uses, theme::QUIET),
    ])
}

fn label_of<'screen>(screen: &'screen CodebookScreen, code: &'screen str) -> &'screen str {
    screen.book().label(code, screen.language)
}
