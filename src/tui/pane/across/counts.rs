//! Frequencies with bars, saturation, contradictions, and what two coders coded differently.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::analysis::{BlockFrequencies, CodeFrequency, CoderAgreement, CoderPair};
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

/// What is worth a second look within the cases.
pub fn contradictions(
    app: &App,
    across: &Across,
    columns: usize,
    room: usize,
) -> Vec<Line<'static>> {
    let found = &across.contradictions;
    let note = if found.is_empty() {
        Text::SheetsNoContradiction
    } else {
        Text::SheetsContradictionsNote
    };
    let mut lines = vec![Line::styled(
        cut(&app.words.text(note), columns),
        theme::QUIET,
    )];
    let texts = found.iter().map(|one| {
        let what = app.words.contradiction(one, &across.data.guide);
        format!("{}  {what}", one.case)
    });
    lines.extend(listed(texts, across.row, columns, room));
    lines
}

/// A line each, as many as there is room for below a line of its own, the one that keys have come to marked.
fn listed(
    texts: impl Iterator<Item = String>,
    row: usize,
    columns: usize,
    room: usize,
) -> Vec<Line<'static>> {
    let rows = room.saturating_sub(1).max(1);
    let first = (row + 1).saturating_sub(rows);
    let shown = texts.enumerate().skip(first).take(rows);
    shown
        .map(|(index, text)| {
            let is_here = index == row;
            let pointer = if is_here { "▸" } else { " " };
            let style = if is_here { theme::STRONG } else { Style::new() };
            Line::styled(cut(&format!("{pointer} {text}"), columns), style)
        })
        .collect()
}

/// What two coders coded differently, and how far they agree.
pub fn agreement(app: &App, across: &Across, columns: usize, room: usize) -> Vec<Line<'static>> {
    let Some(agreement) = &across.data.beside.agreement else {
        return vec![Line::from(app.say(Text::AcrossNoAgreement))];
    };
    let at = agreement.differences().nth(across.row);
    let pair = at.map(|(pair, _)| pair).or(agreement.pairs.first());
    let mut lines: Vec<Line<'static>> = pair
        .into_iter()
        .map(|pair| {
            let text = pair_head(app, agreement, pair);
            Line::styled(cut(&text, columns), theme::STRONG)
        })
        .collect();
    let texts = agreement.differences().map(|(pair, difference)| {
        let labels = |codes: &[String]| {
            let codes = codes
                .iter()
                .map(|code| app.words.code(code, &across.data.guide));
            codes.collect::<Vec<_>>().join(", ")
        };
        format!(
            "{} {}  {}: {} · {}: {}",
            difference.session,
            difference.note,
            pair.first,
            labels(&difference.only_first),
            pair.second,
            labels(&difference.only_second)
        )
    });
    lines.extend(listed(texts, across.row, columns, room));
    lines
}

/// How far two coders agree, and all together where there are more.
fn pair_head(app: &App, agreement: &CoderAgreement, pair: &CoderPair) -> String {
    let values = [
        ("alike", pair.agreement.alike.into()),
        ("notes", pair.agreement.notes.into()),
    ];
    let alike = app.words.text_with(Text::AcrossAlike, &values);
    let mut head = format!("{alike} · {}", app.words.alpha(pair.agreement.alpha));
    if agreement.pairs.len() > 1 {
        let numbers = [
            ("first", usize::from(pair.first).into()),
            ("second", usize::from(pair.second).into()),
        ];
        let all = [
            ("notes", agreement.notes.into()),
            ("alpha", app.words.alpha(agreement.alpha).into()),
        ];
        head = format!(
            "{}: {head} · {}",
            app.words.text_with(Text::SheetsPair, &numbers),
            app.words.text_with(Text::SheetsAllCoders, &all)
        );
    }
    head
}
