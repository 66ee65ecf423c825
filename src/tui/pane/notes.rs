//! The notes of the cell, the newest at the bottom.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use zeroize::Zeroizing;

use super::gaps;
use super::header::paragraph;
use super::text::{TextView, styled, width, wrap};
use super::theme;
use crate::i18n::Text;
use crate::session::{
    Note, NoteKind, Origin, Place, Polarity, Prompting, Session, TopicId, Voice, hours,
    is_quoted_in_part, numbered_timecode, straight_quotation,
};
use crate::tui::app::App;
use crate::tui::screen::Interview;

/// The sign of the chosen note.
const POINTER: char = '▸';

/// The notes of the cell.
pub fn view(app: &App, interview: &Interview, area: Rect) -> TextView {
    let state = interview.protocol.state();
    let columns = usize::from(area.width);
    let height = usize::from(area.height);
    let mut above = summary(app, state, &interview.topic, columns);
    above.truncate((height / 2).max(1));
    let height = height.saturating_sub(above.len());
    let notes = state.notes_in(&interview.topic);
    let marks = gaps::marks(app, state, &interview.topic);
    if notes.is_empty() {
        if marks.is_empty() {
            let hint = format!("  {}", app.words.text(Text::NotesEmpty));
            above.extend(paragraph(&hint, columns, theme::QUIET));
        }
        let marks = gaps::behind(&marks, 0);
        let cut = marks.len().saturating_sub(height);
        above.extend(marks.into_iter().skip(cut));
        return TextView::plain(above);
    }
    let shown = notes.len().saturating_sub(interview.scrolled).max(1);
    let mut lines = gaps::behind(&marks, shown);
    let mut first = shown;
    let mut below_chosen = None;
    for note in notes.iter().take(shown).rev() {
        if interview.chosen_note() == Some(note.id) {
            below_chosen = Some(lines.len());
        }
        first -= 1;
        let mut rows = gaps::behind(&marks, first);
        rows.extend(rows_of(app, interview, note, columns));
        rows.append(&mut lines);
        lines = rows;
        if lines.len() >= height {
            break;
        }
    }
    let cut = lines.len().saturating_sub(height);
    let mut lines = lines.split_off(cut);
    let is_chosen_at_top = below_chosen.is_some_and(|below| below < lines.len());
    let has_pointer = lines.iter().any(|line| sign_of(line) == Some(POINTER));
    if is_chosen_at_top && !has_pointer {
        // The first row of a note that is higher than the pane is not seen.
        put_into_margin(lines.first_mut(), 0, POINTER);
    }
    mark_more(&mut lines, first > 0 || cut > 0, shown < notes.len());
    above.extend(lines);
    TextView::plain(above)
}

/// How many notes the list is scrolled up from its end so that the chosen note is seen from its first row on: as few as
/// that needs. Nothing if no note of the cell is chosen.
pub(super) fn scrolled_to_chosen(app: &App, interview: &Interview, area: Rect) -> Option<usize> {
    let state = interview.protocol.state();
    let columns = usize::from(area.width);
    let height = usize::from(area.height);
    let above = summary(app, state, &interview.topic, columns).len();
    let height = height.saturating_sub(above.min((height / 2).max(1)));
    let notes = state.notes_in(&interview.topic);
    let chosen = interview.chosen_note()?;
    let place = notes.iter().position(|note| note.id == chosen)?;
    let most = notes.len().saturating_sub(interview.scrolled);
    let marks = gaps::marks(app, state, &interview.topic);
    let mut rows = 0;
    let from_chosen = notes
        .iter()
        .enumerate()
        .skip(place)
        .take_while(|(at, note)| {
            rows += rows_of(app, interview, note, columns).len();
            rows += gaps::behind(&marks, at + 1).len();
            rows <= height
        });
    let seen = (place + from_chosen.count().max(1)).min(most.max(place + 1));
    Some(notes.len() - seen)
}

fn rows_of(app: &App, interview: &Interview, note: &Note, columns: usize) -> Vec<Line<'static>> {
    let is_chosen = interview.chosen_note() == Some(note.id);
    let words = interview.protocol.note_with_words(note.id);
    let state = interview.protocol.state();
    lines_with_words(app, state, note, words, columns, is_chosen)
}

/// Puts a sign into the margin where there is more above or below.
fn mark_more(lines: &mut [Line<'static>], is_above: bool, is_below: bool) {
    let last = lines.len().saturating_sub(1);
    for (index, line) in lines.iter_mut().enumerate() {
        let sign = match (is_above && index == 0, is_below && index == last) {
            (true, true) => '↕',
            (true, false) => '↑',
            (false, true) => '↓',
            (false, false) => continue,
        };
        // The second column is blank: before it the chosen note has its sign, behind it its number stands.
        put_into_margin(Some(line), 1, sign);
    }
}

/// Puts a sign into a column of the margin, where that is blank.
fn put_into_margin(line: Option<&mut Line<'static>>, column: usize, sign: char) {
    if let Some(margin) = line.and_then(|line| line.spans.first_mut()) {
        let mut signed: Vec<char> = margin.content.chars().collect();
        if let Some(blank) = signed.get_mut(column).filter(|blank| **blank == ' ') {
            *blank = sign;
        }
        margin.content = signed.into_iter().collect::<String>().into();
    }
}

fn sign_of(line: &Line<'_>) -> Option<char> {
    line.spans.first()?.content.chars().next()
}

/// The sentence of a cell in rows; nothing if it has none.
pub fn summary(app: &App, state: &Session, cell: &TopicId, columns: usize) -> Vec<Line<'static>> {
    let Some(sentence) = state.summaries.get(cell) else {
        return Vec::new();
    };
    let values = [("text", sentence.as_str().into())];
    let said = app.words.text_with(Text::ProtocolSummary, &values);
    paragraph(&format!("= {said}"), columns, theme::STRONG)
}

/// A note in rows: number, time, kind and text, codes.
pub fn note_lines(
    app: &App,
    state: &Session,
    note: &Note,
    columns: usize,
    is_chosen: bool,
) -> Vec<Line<'static>> {
    lines_with_words(app, state, note, None, columns, is_chosen)
}

/// A text with the words that are not settled in the place of their masks, and where they stand.
type WithWords = (Zeroizing<String>, Vec<Range<usize>>);

fn lines_with_words(
    app: &App,
    state: &Session,
    note: &Note,
    words: Option<WithWords>,
    columns: usize,
    is_chosen: bool,
) -> Vec<Line<'static>> {
    let pointer = if is_chosen { POINTER } else { ' ' };
    let head = format!("{pointer} {} {}  ", note.id, when(state, note));
    let indent = width(&head);
    let (text, doubtful) = match words {
        None => (Zeroizing::new(note.text.as_str().to_owned()), Vec::new()),
        Some((text, places)) => with_signs(&text, &places),
    };
    let shown = shown_text(app, note.kind, &text);
    // Where the marks inside a text became others, nobody could say any more where its doubtful words stand.
    let is_whole = doubtful.is_empty() || shown.contains(text.as_str());
    let shown = if is_whole { shown } else { text.clone() };
    let offset = shown.find(text.as_str()).unwrap_or(0);
    let doubtful: Vec<Range<usize>> = doubtful
        .into_iter()
        .map(|place| place.start + offset..place.end + offset)
        .collect();
    let rows = wrap(&shown, columns.saturating_sub(indent + 1));
    let mut at = 0;
    let tail = tail(app, state, note);
    let mut lines = Vec::new();
    for (index, row) in rows.into_iter().enumerate() {
        let head = if index == 0 {
            head.clone()
        } else {
            " ".repeat(indent)
        };
        // A row is a stretch of the text, without the blanks at its end.
        let rest = shown.get(at..).unwrap_or_default();
        let start = at + rest.find(&row).unwrap_or(0);
        at = start + row.len();
        let mut spans = vec![styled(head, theme::QUIET)];
        spans.extend(with_doubts(&row, start, &doubtful));
        lines.push(Line::from(spans));
    }
    if let Some(last) = lines.last_mut().filter(|_| !tail.is_empty()) {
        if last.width() + width(&tail) + 2 <= columns {
            last.spans.push(styled(format!("  {tail}"), theme::QUIET));
        } else {
            let rows = wrap(&tail, columns.saturating_sub(indent)).into_iter();
            let blank = " ".repeat(indent);
            lines.extend(rows.map(|row| Line::styled(format!("{blank}{row}"), theme::QUIET)));
        }
    }
    lines
}

/// Where a note lies: the place in the recording if there is one, else the time of the interview.
pub(super) fn when(state: &Session, note: &Note) -> String {
    place_word(state.place_of(note))
}

/// A place in the recording, or the time of the interview.
pub(super) fn place_word(place: Place) -> String {
    match place {
        Place::Recording { number, at_ms } => numbered_timecode(number, at_ms),
        Place::Interview(at_ms) => hours(at_ms),
    }
}

/// A quote with the quotation marks of the reader's language around what is quoted of it.
fn quoted(app: &App, text: &str) -> String {
    let marked = |text: &str| {
        let text = [("text", text.into())];
        app.words.text_with(Text::NoteQuoted, &text)
    };
    match straight_quotation(text) {
        Some((inside, behind)) => format!("{}{behind}", marked(inside.trim())),
        None if is_quoted_in_part(text) => text.to_owned(),
        None => marked(text),
    }
}

/// The text with the signs of its kind.
pub(super) fn shown_text(app: &App, kind: NoteKind, text: &str) -> Zeroizing<String> {
    Zeroizing::new(match kind {
        NoteKind::Paraphrase => text.to_owned(),
        NoteKind::Quote => quoted(app, text),
        NoteKind::Observation => format!("! {text}"),
        NoteKind::Comment => format!("# {text}"),
        NoteKind::Fact => format!("= {text}"),
    })
}

/// The text with a question mark behind what is not settled, for terminals that do not underline.
fn with_signs(text: &str, places: &[Range<usize>]) -> WithWords {
    let mut signed = Zeroizing::new(String::with_capacity(text.len() + places.len()));
    let mut doubtful = Vec::with_capacity(places.len());
    let mut at = 0;
    for place in places {
        signed.push_str(text.get(at..place.end).unwrap_or_default());
        signed.push('?');
        doubtful.push(signed.len() - (place.end - place.start) - 1..signed.len());
        at = place.end;
    }
    signed.push_str(text.get(at..).unwrap_or_default());
    (signed, doubtful)
}

/// A row that begins at `start` of its text, with what is not settled underlined and placeholders in their colour.
fn with_doubts(row: &str, start: usize, doubtful: &[Range<usize>]) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    let mut at = 0;
    for place in doubtful {
        let from = place.start.saturating_sub(start).clamp(at, row.len());
        let to = place.end.saturating_sub(start).clamp(from, row.len());
        spans.extend(with_placeholders(row.get(at..from).unwrap_or_default()));
        let word = row.get(from..to).unwrap_or_default();
        if !word.is_empty() {
            spans.push(styled(word, theme::DOUBTFUL));
        }
        at = to;
    }
    spans.extend(with_placeholders(row.get(at..).unwrap_or_default()));
    spans
}

/// What stands behind a note: prompt, further cells, language if it is not that of the session, codes.
fn tail(app: &App, state: &Session, note: &Note) -> String {
    let mut parts = Vec::new();
    if state.unplaced.contains(&note.id) {
        parts.push(app.say(Text::NoteWaits));
    }
    if let Some(speaker) = note.speaker {
        parts.push(app.words.speaker(speaker));
    }
    if let Some(translation) = &note.translation {
        parts.push(format!("⇄ {}", translation.as_str()));
    } else if note.lacks_translation(state.header.language) {
        parts.push(app.say(Text::NoteUntranslated));
    }
    parts.extend(marks(app, note));
    if !note.also_in.is_empty() {
        let cells: Vec<&str> = note.also_in.iter().map(TopicId::as_str).collect();
        parts.push(format!("+{}", cells.join("+")));
    }
    if note.origin != Origin::Live {
        parts.push(app.words.origin_and_age(note.origin, note.age));
    }
    if let Some(revision) = note.revised {
        let word = app.words.origin_and_age(revision.origin, revision.age);
        parts.push(format!("Δ {word}"));
    }
    parts.extend(note.codes.iter().cloned());
    parts.join(" · ")
}

/// The marks of a note: prompted, helping or hindering, reported.
pub(super) fn marks(app: &App, note: &Note) -> Vec<String> {
    let mut marks = Vec::new();
    match note.prompting {
        Prompting::Unprompted => {}
        Prompting::Prompted => marks.push("?".to_owned()),
        Prompting::Probe(number) => marks.push(format!("?{number}")),
    }
    match note.polarity {
        None => {}
        Some(Polarity::Helps) => marks.push("+".to_owned()),
        Some(Polarity::Hinders) => marks.push("−".to_owned()),
    }
    if note.voice == Voice::Reported {
        marks.push(app.say(Text::NoteReported));
    }
    marks
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
    if !rest.is_empty() {
        spans.push(Span::raw(rest.to_owned()));
    }
    spans
}
