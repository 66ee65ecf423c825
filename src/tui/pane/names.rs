//! The slots of a session and what they stand for.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::field::one_row;
use super::header::paragraph;
use super::scroll::signs;
use super::text::{TextView, cut, fill, styled, width, wrap};
use super::theme;
use crate::anonymise::PerhapsSame;
use crate::i18n::Text;
use crate::tui::app::App;
use crate::tui::screen::{Names, waiting_names};

/// The slots, and where the cursor stands.
pub fn view(app: &App, names: &Names, area: Rect) -> (TextView, Option<Position>) {
    let columns = usize::from(area.width.saturating_sub(4));
    let mut lines: Vec<Line<'static>> = Vec::new();
    lines.extend(super::header::recovered_rows(app, columns));
    let waiting = waiting_names(&names.interview.protocol).len();
    if waiting > 0 {
        let text = app.words.counted(Text::NamesWaiting, waiting);
        lines.extend(paragraph(&format!("? {text}"), columns, theme::WARNING));
    }
    lines.extend(hint(app, names, columns));
    lines.push(Line::default());
    let offers = names.interview.protocol.perhaps_same();
    let head = lines.len();
    let room = usize::from(area.height.saturating_sub(2))
        .saturating_sub(head)
        .max(1);
    let first = names.selected.saturating_sub(room.saturating_sub(1));
    let mut cursor = None;
    for (index, _) in names.rows.iter().enumerate().skip(first).take(room) {
        let (line, column) = row(app, names, (index, &offers), columns);
        if let Some(x) = column {
            let y = head + index - first;
            cursor = u16::try_from(x)
                .ok()
                .zip(u16::try_from(y).ok())
                .map(|(x, y)| Position::new(area.x + 2 + x, area.y + 1 + y));
        }
        lines.push(line);
    }
    let title = Line::styled(
        format!(" {} ", app.words.text(Text::NamesTitle)),
        theme::STRONG,
    );
    let below = names.rows.len().saturating_sub(first + room);
    (
        TextView {
            foot: signs(first > 0, below),
            ..TextView::framed(title, lines)
        },
        cursor.filter(|cursor| area.contains(*cursor)),
    )
}

/// What can be typed here, or what is asked before two slots are joined.
fn hint(app: &App, names: &Names, columns: usize) -> Vec<Line<'static>> {
    if let Some((from, into)) = names.joining {
        let language = names.interview.protocol.state().header.language;
        let [from, into] = [from, into].map(|slot| slot.placeholder(language));
        let values = [
            ("from", from.as_str().into()),
            ("into", into.as_str().into()),
        ];
        let question = app.words.text_with(Text::NamesJoin, &values);
        let keys = app.words.text(Text::ConsentConfirm);
        return paragraph(&format!("{question} {keys}"), columns, theme::WARNING);
    }
    let mut lines = if names.may_name_two() {
        paragraph(&app.say(Text::NamesOfTwo), columns, theme::WARNING)
    } else {
        Vec::new()
    };
    let hint = app.words.text(match names.labelling {
        Some(_) => Text::NamesLabelHint,
        None => Text::NamesHint,
    });
    let rows = wrap(&hint, columns).into_iter();
    lines.extend(rows.map(|row| Line::styled(row, theme::QUIET)));
    lines
}

/// A slot: what it is called, how often it stands in the notes, the name and the neutral label; and the column of the
/// cursor, if it stands there.
fn row(
    app: &App,
    names: &Names,
    (index, offers): (usize, &[PerhapsSame]),
    columns: usize,
) -> (Line<'static>, Option<usize>) {
    let Some((slot, name)) = names.rows.get(index) else {
        return (Line::default(), None);
    };
    let language = names.interview.protocol.state().header.language;
    let is_here = index == names.selected;
    let pointer = if is_here { "▸ " } else { "  " };
    let sign = if names.is_unnamed(*slot) { "?" } else { "✓" };
    let of_label = (columns / 2).clamp(32, 40);
    let count = names.mentions(*slot);
    let labelled = |mentions| format!("{sign} {}  {mentions}", slot.placeholder(language));
    let mut label = labelled(app.words.counted(Text::NamesMentions, count));
    if width(&label) > of_label {
        label = labelled(format!("{count} ×"));
    }
    let style = if is_here { theme::STRONG } else { Style::new() };
    let field = names.labelling.as_ref().filter(|_| is_here);
    let room = columns.saturating_sub(of_label + 2);
    let (typed, column) = one_row(field.unwrap_or(name), room);
    let offer = offers.iter().find(|offer| offer.from == *slot);
    let same = offer.map(|offer| format!("  ≈ {}", offer.into.placeholder(language)));
    let same = same.unwrap_or_default();
    let neutral = match names.label(*slot) {
        label if label.is_empty() || field.is_some() => same,
        label => format!("{same}  {label}"),
    };
    let neutral = cut(&neutral, room.saturating_sub(width(&typed)));
    let line = Line::from(vec![
        Span::raw(pointer),
        styled(fill(&label, of_label), style),
        Span::raw(typed),
        styled(neutral, theme::QUIET),
    ]);
    (line, is_here.then_some(of_label + 2 + column))
}
