//! Frequencies with bars, saturation, and what two coders coded differently.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::analysis::{BlockFrequencies, CodeFrequency, FEWEST_FOR_ALPHA};
use crate::i18n::Text;
use crate::tui::app::App;
use crate::tui::pane::text::{cut, fill, styled, width};
use crate::tui::pane::theme;
use crate::tui::screen::Across;

/// The cells of a full bar.
const BAR: usize = 12;

/// The frequencies from the line that keys have come to.
pub fn frequencies(app: &App, across: &Across, columns: usize, room: usize) -> Vec<Line<'static>> {
    let blocks = across.frequencies.blocks.iter();
    let all = blocks.flat_map(|block| {
        let head = block_head(app, across, block, columns);
        let codes = block.codes.iter();
        std::iter::once(head)
            .chain(codes.map(|code| code_line(app, across, block, code, columns)))
            .collect::<Vec<_>>()
    });
    let all: Vec<Line<'static>> = all.collect();
    let first = across.row.min(all.len().saturating_sub(room));
    all.into_iter().skip(first).take(room).collect()
}

fn block_head(
    app: &App,
    across: &Across,
    block: &BlockFrequencies,
    columns: usize,
) -> Line<'static> {
    let language = across.data.guide.language_for(app.language);
    let title = block
        .title
        .as_ref()
        .map_or("", |title| title.in_language(language));
    let values = [
        ("block", format!("{} {title}", block.block).into()),
        ("sessions", block.base.sessions.into()),
        ("cases", block.base.cases.into()),
    ];
    let mut parts = vec![app.words.text_with(Text::TablesBlock, &values)];
    if block.declined > 0 {
        parts.push(app.words.counted(Text::TablesBlockDeclined, block.declined));
    }
    if block.codes.is_empty() {
        parts.push(app.say(Text::TablesBlockEmpty));
    }
    Line::styled(cut(&parts.join(" · "), columns), theme::STRONG)
}

/// A code: its label, a bar, n of N sessions and of N cases, and the word for it.
fn code_line(
    app: &App,
    across: &Across,
    block: &BlockFrequencies,
    code: &CodeFrequency,
    columns: usize,
) -> Line<'static> {
    let language = across.data.guide.language_for(app.language);
    let label = code
        .label
        .as_ref()
        .map_or(code.code.as_str(), |label| label.in_language(language));
    let percent = code.count.percent_of(block.base);
    let percent = percent.map_or_else(String::new, |percent| format!(" {percent} %"));
    let unasked = app.words.text(Text::TablesHeadUnprompted);
    let figures = format!(
        " {}/{} · {}/{}{percent} · {} {unasked} · {}",
        code.count.sessions,
        block.base.sessions,
        code.count.cases,
        block.base.cases,
        code.ways.unprompted,
        app.words.frequent(code.word),
    );
    let room = columns.saturating_sub(width(&figures) + BAR + 1);
    let label = format!("{}{label}", "  ".repeat(code.depth + 1));
    Line::from(vec![
        Span::raw(fill(&label, room)),
        Span::raw(" "),
        styled(bar(code.count.sessions, block.base.sessions), theme::GOOD),
        Span::raw(cut(&figures, columns)),
    ])
}

/// A bar for a part of a whole; what is there is never drawn as nothing.
fn bar(part: usize, whole: usize) -> String {
    let filled = (part * BAR).div_ceil(whole.max(1)).min(BAR);
    format!("{}{}", "█".repeat(filled), "·".repeat(BAR - filled))
}

/// New codes per interview.
pub fn saturation(app: &App, across: &Across, columns: usize, room: usize) -> Vec<Line<'static>> {
    let points = &across.saturation.points;
    let most = points.iter().map(|point| point.new).max().unwrap_or(0);
    let rows = room.saturating_sub(1).max(1);
    let first = (across.row + 1).saturating_sub(rows);
    let mut lines = vec![Line::styled(
        cut(
            &format!(
                "   {}  {} / {}",
                fill(&app.words.text(Text::TablesHeadSession), 10),
                app.words.text(Text::TablesHeadNew),
                app.words.text(Text::TablesHeadTotal)
            ),
            columns,
        ),
        theme::QUIET,
    )];
    for (index, point) in points.iter().enumerate().skip(first).take(rows) {
        let is_here = index == across.row;
        let pointer = if is_here { "▸" } else { " " };
        let style = if is_here { theme::STRONG } else { Style::new() };
        let head = format!("{pointer}  {} ", fill(&point.session.to_string(), 10));
        let figures = format!(" {} / {}", point.new, point.total);
        let widest = columns
            .saturating_sub(width(&head) + width(&figures))
            .min(60);
        let length = (point.new * widest).div_ceil(most.max(1)).min(widest);
        lines.push(Line::from(vec![
            styled(head, style),
            styled("█".repeat(length), theme::GOOD),
            Span::raw(figures),
        ]));
    }
    lines
}

/// What two coders coded differently, and how far they agree.
pub fn agreement(app: &App, across: &Across, columns: usize, room: usize) -> Vec<Line<'static>> {
    let Some(agreement) = &across.data.beside.agreement else {
        return vec![Line::from(app.say(Text::AcrossNoAgreement))];
    };
    let values = [
        ("alike", agreement.alike.into()),
        ("notes", agreement.notes.into()),
    ];
    let mut head = app.words.text_with(Text::AcrossAlike, &values);
    let alpha = match agreement.alpha {
        Some(alpha) => format!("Krippendorff α = {alpha:.2}"),
        None => app.words.counted(Text::AcrossNoAlpha, FEWEST_FOR_ALPHA),
    };
    head = format!("{head} · {alpha}");
    let mut lines = vec![Line::styled(cut(&head, columns), theme::STRONG)];
    let rows = room.saturating_sub(1).max(1);
    let first = (across.row + 1).saturating_sub(rows);
    let shown = agreement.differences.iter().enumerate();
    for (index, difference) in shown.skip(first).take(rows) {
        let pointer = if index == across.row { "▸" } else { " " };
        let labels = |codes: &[String]| {
            let codes = codes.iter().map(|code| label(app, across, code));
            codes.collect::<Vec<_>>().join(", ")
        };
        let text = format!(
            "{pointer} {} {}  1: {} · 2: {}",
            difference.session,
            difference.note,
            labels(&difference.only_first),
            labels(&difference.only_second)
        );
        let style = if index == across.row {
            theme::STRONG
        } else {
            Style::new()
        };
        lines.push(Line::styled(cut(&text, columns), style));
    }
    lines
}

fn label(app: &App, across: &Across, code: &str) -> String {
    let guide = &across.data.guide;
    let known = guide.codes.iter().find(|known| known.id == code);
    let language = guide.language_for(app.language);
    known.map_or_else(
        || code.to_owned(),
        |known| known.label.in_language(language).to_owned(),
    )
}
