//! The code line: a note, its codes, and the list of codes under what is typed.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::notes::{marks, shown_text, when};
use super::text::{TextView, cut, fill, styled, width};
use super::theme;
use crate::guide::BookCode;
use crate::guide::codebook::MOST_CODES;
use crate::i18n::Text;
use crate::language::Language;
use crate::session::{Note, Session};
use crate::tui::app::App;
use crate::tui::screen::{CodeEntry, CodeLine, CodeScope};

/// What the code line is about.
#[derive(Clone, Copy)]
pub struct Coded<'shown> {
    /// The session.
    pub state: &'shown Session,
    /// The note.
    pub note: &'shown Note,
    /// The codes that this coder put on it.
    pub codes: &'shown [String],
    /// Where the codes come from.
    pub scope: CodeScope<'shown>,
}

/// Below so many rows the favourites stand in one row.
const LOW: u16 = 7;

/// The code line in the place of the notes.
pub fn view(app: &App, line: &CodeLine, coded: Coded<'_>, area: Rect) -> TextView {
    let columns = usize::from(area.width);
    let is_low = area.height < LOW;
    let mut lines = Vec::new();
    // Where there is little room the note goes first: it was mostly just written.
    if !is_low {
        lines.push(note_row(app, coded, columns));
    }
    lines.push(codes_row(app, coded, columns));
    let has_favourites = !coded.scope.book.favourites(coded.scope.cell).is_empty();
    lines.push(typed_row(app, line, has_favourites, columns));
    let is_untouched = line.picking.is_empty() && line.picking.chosen().is_none();
    if is_low && is_untouched && has_favourites {
        lines.push(favourites_row(coded, columns));
    }
    let entries = line.entries(coded.scope);
    let rows = usize::from(area.height).saturating_sub(lines.len()).max(1);
    let meant = line.meant(&entries);
    let first = (meant.unwrap_or(0) + 1).saturating_sub(rows);
    for (index, entry) in entries.iter().enumerate().skip(first).take(rows) {
        lines.push(entry_row(app, coded, *entry, meant == Some(index), columns));
    }
    TextView::plain(lines)
}

fn note_row(app: &App, coded: Coded<'_>, columns: usize) -> Line<'static> {
    let note = coded.note;
    let head = format!("▸ {} {}  ", note.id, when(coded.state, note));
    let text = shown_text(app, note.kind, note.text.as_str());
    let room = columns.saturating_sub(width(&head) + 1);
    Line::from(vec![
        styled(head, theme::QUIET),
        Span::raw(cut(text.as_str(), room)),
    ])
}

/// The codes that the note has, and its marks; where they are too many, with a sign.
fn codes_row(app: &App, coded: Coded<'_>, columns: usize) -> Line<'static> {
    let mut parts: Vec<String> = coded
        .codes
        .iter()
        .map(|code| {
            coded
                .scope
                .book
                .label(code, coded.scope.language)
                .to_owned()
        })
        .collect();
    if parts.is_empty() {
        parts.push(app.say(Text::CodingNoCode));
    }
    parts.extend(marks(app, coded.note));
    let (sign, style) = if coded.codes.len() > MOST_CODES {
        ("!", theme::WARNING)
    } else {
        (" ", Style::new())
    };
    let head = format!("{sign} {} # ", coded.note.id);
    let room = columns.saturating_sub(width(&head));
    Line::from(vec![
        styled(head, theme::QUIET),
        styled(cut(&parts.join(" · "), room), style),
    ])
}

/// What is typed, or the keys that do something as long as nothing is.
fn typed_row(app: &App, line: &CodeLine, has_favourites: bool, columns: usize) -> Line<'static> {
    let typed = line.picking.typed();
    if typed.is_empty() {
        let hint = if has_favourites {
            Text::CodingHint
        } else {
            Text::CodingHintLetters
        };
        let hint = cut(&app.words.text(hint), columns.saturating_sub(4));
        return Line::from(vec![styled("  ⌕ ", theme::KEY), styled(hint, theme::QUIET)]);
    }
    Line::from(vec![
        styled("  ⌕ ", theme::KEY),
        styled(
            format!("{}▁", cut(typed, columns.saturating_sub(6))),
            theme::STRONG,
        ),
    ])
}

fn entry_row(
    app: &App,
    coded: Coded<'_>,
    entry: CodeEntry<'_>,
    is_meant: bool,
    columns: usize,
) -> Line<'static> {
    let pointer = if is_meant { "▸" } else { " " };
    let (key, text) = match entry {
        CodeEntry::Code(code, digit) => {
            let digit = digit.map_or(' ', |digit| char::from(b'0' + digit.min(9)));
            let is_put = is_on(coded, code);
            let sign = if is_put { "●" } else { "○" };
            let name = format!("{sign} {}", with_path(coded, code, coded.scope.language));
            (digit, name)
        }
        CodeEntry::New(label) => {
            let text = app
                .words
                .text_with(Text::CodingNew, &[("label", label.into())]);
            ('+', text)
        }
    };
    let style = if is_meant {
        theme::STRONG
    } else {
        Style::new()
    };
    Line::from(vec![
        styled(format!("{pointer} "), style),
        styled(format!("{key} "), theme::KEY),
        styled(cut(&text, columns.saturating_sub(5)), style),
    ])
}

/// The favourites side by side.
fn favourites_row(coded: Coded<'_>, columns: usize) -> Line<'static> {
    let favourites = coded.scope.book.favourites(coded.scope.cell);
    let column = columns.saturating_sub(2) / favourites.len().max(1);
    let mut spans = vec![Span::raw("  ")];
    for (place, code) in favourites.into_iter().enumerate() {
        let label = code.label(coded.scope.language);
        spans.push(styled(format!("{} ", place + 1), theme::KEY));
        spans.push(Span::raw(fill(label, column.saturating_sub(3))));
        spans.push(Span::raw(" "));
    }
    Line::from(spans)
}

/// Whether the note has the code, or one that was merged into it.
fn is_on(coded: Coded<'_>, code: &BookCode) -> bool {
    let book = coded.scope.book;
    coded
        .codes
        .iter()
        .any(|put| book.resolve(put) == code.id.as_str())
}

/// A code with those above it, and its id.
fn with_path(coded: Coded<'_>, code: &BookCode, language: Language) -> String {
    let above = coded.scope.book.above(&code.id);
    let path: Vec<&str> = above.map(|code| code.label(language)).collect();
    let label = code.label(language);
    match path.first() {
        Some(parent) => format!("{label} ‹ {parent}  {}", code.id),
        None => format!("{label}  {}", code.id),
    }
}
