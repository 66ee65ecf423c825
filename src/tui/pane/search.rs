//! The search over all sessions: the query, and what it finds, two lines a hit.

use std::ops::Range;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::across::unread;
use super::field::one_row;
use super::header::paragraph;
use super::scroll;
use super::start::reading;
use super::text::{TextView, cut, styled, width};
use super::theme;
use crate::export::hits::said;
use crate::i18n::{Text, Value};
use crate::operations::search::{Glance, Sight};
use crate::session::TextPlace;
use crate::tui::app::App;
use crate::tui::screen::{Search, SearchOutcome};

/// What stands before the query.
const SIGN: &str = "⌕ ";

/// The width of the field for the query.
pub fn field_width(columns: u16) -> u16 {
    columns.saturating_sub(7).max(1)
}

/// The query, what it finds, and where the cursor stands.
pub fn view(app: &App, search: &Search, area: Rect) -> (TextView, Option<Position>) {
    let columns = usize::from(area.width.saturating_sub(4));
    let (row, column) = one_row(&search.field, columns.saturating_sub(width(SIGN)));
    let mut lines = vec![Line::from(vec![
        styled(SIGN, theme::KEY),
        styled(row, theme::STRONG),
    ])];
    lines.extend(said_of(app, search, columns));
    lines.push(Line::default());
    let most = hits_seen(app, search, area);
    let first = scroll::first(search.row, search.sights().len(), most);
    lines.extend(hits(app, search, columns, first..first + most));
    let below = search.sights().len().saturating_sub(first + most);
    let title = format!(" {} ", app.words.text(Text::SearchTitle));
    let column = u16::try_from(width(SIGN) + column).unwrap_or(u16::MAX);
    let x = area.x.saturating_add(2).saturating_add(column);
    let cursor = Position::new(x, area.y.saturating_add(1));
    (
        TextView {
            foot: scroll::signs(first > 0, below),
            ..TextView::framed(Line::styled(title, theme::STRONG), lines)
        },
        area.contains(cursor).then_some(cursor),
    )
}

/// How many hits are seen at once, below the query, what is said of it, and a blank line.
pub fn hits_seen(app: &App, search: &Search, area: Rect) -> usize {
    let columns = usize::from(area.width.saturating_sub(4));
    let head = said_of(app, search, columns).len() + 2;
    let room = usize::from(area.height.saturating_sub(2)).saturating_sub(head);
    (room / 2).max(1)
}

/// What there is to say of the query and of the sessions.
fn said_of(app: &App, search: &Search, columns: usize) -> Vec<Line<'static>> {
    let mut lines = match &search.outcome {
        SearchOutcome::Nothing => paragraph(&app.words.query_grammar(), columns, theme::QUIET),
        SearchOutcome::Misunderstood(error) => {
            let explanation = app.words.query_error(*error);
            paragraph(&format!("? {}", explanation.error), columns, theme::WARNING)
        }
        SearchOutcome::NoIndex => {
            let said = app.say(Text::SearchNoIndex);
            paragraph(&format!("! {said}"), columns, theme::TROUBLE)
        }
        SearchOutcome::Found(glance) => found(app, glance, columns),
    };
    lines.extend(search.unknown().into_iter().flat_map(|unknown| {
        let told = app.words.unknown_in_query(unknown);
        let mut lines = paragraph(&format!("? {}", told.error), columns, theme::WARNING);
        let possible = told.hint.iter();
        lines.extend(possible.flat_map(|hint| paragraph(hint, columns, theme::QUIET)));
        lines
    }));
    lines.extend(search.reading.map(|percent| reading(app, percent)));
    lines
}

/// How much was found, and what could not be searched.
fn found(app: &App, glance: &Glance, columns: usize) -> Vec<Line<'static>> {
    let mut said = if glance.count == 0 {
        app.say(Text::SearchNothing)
    } else {
        let values = [
            ("count", Value::from(glance.count)),
            ("sessions", Value::from(glance.sessions)),
        ];
        app.words.text_with(Text::SearchFound, &values)
    };
    if glance.count > glance.sights.len() {
        let shown = app.words.counted(Text::SearchShown, glance.sights.len());
        said = format!("{said} · {shown}");
    }
    let mut lines = vec![Line::styled(cut(&said, columns), theme::QUIET)];
    lines.extend(unread(app, &glance.unread, columns));
    lines
}

/// The hits that there is room for, with the one that keys go to.
fn hits(app: &App, search: &Search, columns: usize, seen: Range<usize>) -> Vec<Line<'static>> {
    let sights = search.sights().iter().enumerate();
    sights
        .skip(seen.start)
        .take(seen.len())
        .flat_map(|(index, sight)| hit(app, sight, index == search.row, columns))
        .collect()
}

/// Where a hit stands, and what stands around it.
fn hit(app: &App, sight: &Sight, is_here: bool, columns: usize) -> [Line<'static>; 2] {
    let pointer = if is_here { "▸" } else { " " };
    let mut parts = vec![match &sight.text {
        TextPlace::Note(note) => format!("{} {note}", sight.session),
        place => format!("{} {}", sight.session, app.words.text_place(place)),
    }];
    if let Some((kind, place)) = sight.said {
        parts.push(said(place));
        parts.extend(sight.cell.as_ref().map(|(topic, title)| match title {
            Some(title) => format!("{topic} {title}"),
            None => topic.to_string(),
        }));
        parts.push(app.words.kind(kind).into_owned());
    }
    parts.retain(|part| !part.is_empty());
    let head = cut(&format!("{pointer} {}", parts.join(" · ")), columns);
    let style = if is_here { theme::STRONG } else { theme::QUIET };
    [Line::styled(head, style), excerpt(sight, columns)]
}

/// A line of the text with the words that were looked for set apart.
fn excerpt(sight: &Sight, columns: usize) -> Line<'static> {
    let mut spans = vec![Span::raw("    ")];
    let mut room = columns.saturating_sub(4);
    for (piece, is_found) in &sight.excerpt {
        let shown = cut(piece, room);
        let style = if *is_found {
            theme::FOUND
        } else {
            Style::new()
        };
        let is_cut = width(&shown) < width(piece) && shown.ends_with('…');
        room = room.saturating_sub(width(&shown));
        spans.push(Span::styled(shown, style));
        if room == 0 || is_cut {
            break;
        }
    }
    Line::from(spans)
}
