//! The notes of the cell, the newest at the bottom.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::text::{TextView, styled, width, wrap};
use super::theme;
use crate::i18n::Text;
use crate::session::{LEAD_MS, Note, NoteKind, Prompting, Session, timecode};
use crate::tui::app::App;
use crate::tui::screen::Interview;

/// The notes of the cell.
pub fn view(app: &App, interview: &Interview, area: Rect) -> TextView {
    let state = interview.protocol.state();
    let columns = usize::from(area.width);
    let height = usize::from(area.height);
    let notes = state.notes_in(&interview.topic);
    if notes.is_empty() {
        let hint = app.words.text(Text::NotesEmpty);
        return TextView::plain(super::header::paragraph(
            &format!("  {hint}"),
            columns,
            theme::QUIET,
        ));
    }
    let shown = notes.len().saturating_sub(interview.scrolled).max(1);
    let mut lines: Vec<Line<'static>> = Vec::new();
    for note in notes.iter().take(shown).rev() {
        let is_chosen = interview.chosen_note() == Some(note.id);
        let mut rows = note_lines(app, state, note, columns, is_chosen);
        rows.append(&mut lines);
        lines = rows;
        if lines.len() >= height {
            break;
        }
    }
    let above = lines.len().saturating_sub(height);
    TextView::plain(lines.split_off(above))
}

/// A note in rows: number, time, kind and text, codes.
pub fn note_lines(
    app: &App,
    state: &Session,
    note: &Note,
    columns: usize,
    is_chosen: bool,
) -> Vec<Line<'static>> {
    let pointer = if is_chosen { "▸" } else { " " };
    let head = format!("{pointer} {} {}  ", note.id, when(state, note));
    let indent = width(&head);
    let rows = wrap(&shown_text(app, note), columns.saturating_sub(indent + 1));
    let tail = tail(app, note);
    let mut lines = Vec::new();
    for (index, row) in rows.into_iter().enumerate() {
        let head = if index == 0 {
            head.clone()
        } else {
            " ".repeat(indent)
        };
        let mut spans = vec![styled(head, theme::QUIET)];
        spans.extend(with_placeholders(&row));
        lines.push(Line::from(spans));
    }
    if let Some(last) = lines.last_mut().filter(|_| !tail.is_empty()) {
        if last.width() + width(&tail) + 2 <= columns {
            last.spans.push(styled(format!("  {tail}"), theme::QUIET));
        } else {
            lines.push(Line::styled(
                format!("{}{tail}", " ".repeat(indent)),
                theme::QUIET,
            ));
        }
    }
    lines
}

/// When a note was begun: the place in the recording if there is one, else the time of the interview.
fn when(state: &Session, note: &Note) -> String {
    let at_ms = note.at_ms.saturating_sub(LEAD_MS);
    match state.clock.in_recording(at_ms) {
        Some((_, offset)) => timecode(offset),
        None => super::header::hours(note.at_ms),
    }
}

/// The text with the signs of its kind.
fn shown_text(app: &App, note: &Note) -> String {
    let text = note.text.as_str();
    match note.kind {
        NoteKind::Paraphrase => text.to_owned(),
        NoteKind::Quote => app
            .words
            .text_with(Text::NoteQuoted, &[("text", text.into())]),
        NoteKind::Observation => format!("! {text}"),
        NoteKind::Comment => format!("# {text}"),
        NoteKind::Fact => format!("= {text}"),
    }
}

/// What stands behind a note: prompt, further cells, language if it is not that of the session, codes.
fn tail(app: &App, note: &Note) -> String {
    let mut parts = Vec::new();
    match note.prompting {
        Prompting::Unprompted => {}
        Prompting::Prompted => parts.push("?".to_owned()),
        Prompting::Probe(number) => parts.push(format!("?{number}")),
    }
    if !note.also_in.is_empty() {
        let cells: Vec<&str> = note
            .also_in
            .iter()
            .map(crate::session::TopicId::as_str)
            .collect();
        parts.push(format!("+{}", cells.join("+")));
    }
    if note.origin != crate::session::Origin::Live {
        parts.push(app.words.origin(note.origin).into_owned());
    }
    parts.extend(note.codes.iter().cloned());
    parts.join(" · ")
}

/// A row with its placeholders in their colour.
fn with_placeholders(row: &str) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    let mut rest = row;
    while let Some((before, (inside, after))) = rest
        .split_once('[')
        .and_then(|(before, tail)| Some((before, tail.split_once(']')?)))
    {
        spans.push(Span::raw(before.to_owned()));
        spans.push(styled(format!("[{inside}]"), theme::PLACEHOLDER));
        rest = after;
    }
    spans.push(Span::raw(rest.to_owned()));
    spans
}
