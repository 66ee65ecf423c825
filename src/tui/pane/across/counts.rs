//! Frequencies with bars, saturation, contradictions, and what two coders coded differently.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::analysis::{BlockFrequencies, CodeFrequency, CoderAgreement, CoderPair};
use crate::export::bar::{BAR, share};
use crate::i18n::Text;
use crate::tui::app::App;
use crate::tui::pane::header::paragraph;
use crate::tui::pane::scroll::{self, Seen};
use crate::tui::pane::text::{cut, fill, hang, styled, width, wrap};
use crate::tui::pane::theme;
use crate::tui::screen::Across;

/// The frequencies around the line that keys have come to.
pub fn frequencies(app: &App, across: &Across, columns: usize, room: usize) -> Seen {
    let blocks = across.frequencies().blocks.iter();
    // All bars begin in one column.
    let figures = blocks.clone().flat_map(|block| {
        let codes = block.codes.iter();
        codes.map(move |code| width(&figures_of(app, block, code)))
    });
    let room_of = (columns.saturating_sub(2), figures.max().unwrap_or(0));
    let all = blocks.flat_map(|block| {
        let head = block_head(app, across, block, columns.saturating_sub(2));
        let codes = block.codes.iter();
        std::iter::once(head).chain(codes.map(|code| {
            let mut lines = code_lines(app, across, block, code, room_of);
            lines.extend(group_lines(app, across, (block, code), room_of.0));
            lines
        }))
    });
    let all = all.enumerate().map(|(index, lines)| {
        let is_here = index == across.row;
        pointed(lines, is_here)
    });
    Seen::around(all, across.row, room)
}

/// Rows behind a pointer, if keys have come to them.
fn pointed(lines: Vec<Line<'static>>, is_here: bool) -> Vec<Line<'static>> {
    let lines = lines.into_iter().enumerate();
    let lines = lines.map(|(row, mut line)| {
        let pointer = if is_here && row == 0 { "▸ " } else { "  " };
        line.spans.insert(0, Span::raw(pointer));
        line
    });
    lines.collect()
}

fn block_head(
    app: &App,
    across: &Across,
    block: &BlockFrequencies,
    columns: usize,
) -> Vec<Line<'static>> {
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
    let rows = hang(&parts.join(" · "), columns).into_iter();
    rows.map(|row| Line::styled(row, theme::STRONG)).collect()
}

/// A code: its label, a bar, n of N sessions and of N cases, and the word for it; in rows where one is too short.
fn code_lines(
    app: &App,
    across: &Across,
    block: &BlockFrequencies,
    code: &CodeFrequency,
    (columns, of_figures): (usize, usize),
) -> Vec<Line<'static>> {
    let language = across.data.guide.language_for(app.language);
    let label = code
        .label
        .as_ref()
        .map_or(code.code.as_str(), |label| label.in_language(language));
    let figures = figures_of(app, block, code);
    let room = columns.saturating_sub(of_figures + BAR + 1);
    let indent = "  ".repeat(code.depth + 1);
    let label = format!("{indent}{label}");
    let bar = styled(share(code.count.sessions, block.base.sessions), theme::GOOD);
    if width(&label) > room {
        let mut lines: Vec<Line<'static>> =
            hang(&label, columns).into_iter().map(Line::from).collect();
        // The bar stands below those of the others, or where its figures have room.
        let before = room.max(1);
        let rest = columns.saturating_sub(before + BAR + 2);
        let mut rows = wrap(figures.trim_start(), rest).into_iter();
        lines.push(Line::from(vec![
            Span::raw(" ".repeat(before + 1)),
            bar,
            Span::raw(format!(" {}", rows.next().unwrap_or_default())),
        ]));
        let below = " ".repeat(before + BAR + 2);
        lines.extend(rows.map(|row| Line::from(format!("{below}{row}"))));
        return lines;
    }
    vec![Line::from(vec![
        Span::raw(fill(&label, room)),
        Span::raw(" "),
        bar,
        Span::raw(figures),
    ])]
}

/// How often a code was said in each group of the attribute that is counted by, where the block counts.
fn group_lines(
    app: &App,
    across: &Across,
    (block, code): (&BlockFrequencies, &CodeFrequency),
    columns: usize,
) -> Vec<Line<'static>> {
    let Some(by) = &across.by else {
        return Vec::new();
    };
    let parts = across.groups().iter().filter_map(|group| {
        let mut blocks = group.frequencies.blocks.iter();
        let of_group = blocks.find(|found| found.block == block.block)?;
        let said = of_group
            .code(&code.code)
            .map_or(0, |code| code.count.sessions);
        let value = group.value.as_deref();
        let value = app.words.attribute_value(by, value, &across.data.guide);
        let sign = if group.is_telling { " ⚠" } else { "" };
        let figures = format!("{value}{sign} {said}/{}", of_group.base.sessions);
        // A row ends behind a group and never within it.
        Some(figures.replace(' ', "\u{a0}"))
    });
    let indent = 2 * code.depth + 4;
    let text = parts.collect::<Vec<String>>().join("\u{a0}· ");
    let rows = wrap(&text, columns.saturating_sub(indent).max(1));
    rows.into_iter()
        .map(|row| Line::styled(format!("{}{row}", " ".repeat(indent)), theme::QUIET))
        .collect()
}

/// How often a code was said: sessions, cases, unasked, and the word for it.
fn figures_of(app: &App, block: &BlockFrequencies, code: &CodeFrequency) -> String {
    let percent = code.count.percent_of(block.base);
    let percent = percent.map_or_else(String::new, |percent| format!(" {percent} %"));
    let unasked = app.words.counted(Text::AcrossUnasked, code.ways.unprompted);
    format!(
        " {}/{} · {}/{}{percent} · {unasked} · {}",
        code.count.sessions,
        block.base.sessions,
        code.count.cases,
        block.base.cases,
        app.words.frequent(code.word),
    )
}

/// New codes per interview.
pub fn saturation(app: &App, across: &Across, columns: usize, room: usize) -> Seen {
    let points = &across.saturation().points;
    let most = points.iter().map(|point| point.new).max().unwrap_or(0);
    let names = points.iter().map(|point| width(&point.session.to_string()));
    let of_name = names.max().unwrap_or(0).max(10);
    let rows = room.saturating_sub(1).max(1);
    let first = scroll::first(across.row, points.len(), rows);
    let mut lines = vec![Line::styled(
        cut(
            &format!(
                "   {}  {} / {}",
                fill(&app.words.text(Text::TablesHeadSession), of_name),
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
        let head = format!("{pointer}  {} ", fill(&point.session.to_string(), of_name));
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
    Seen::part(lines, first, rows, points.len())
}

/// What is worth a second look within the cases.
pub fn contradictions(app: &App, across: &Across, columns: usize, room: usize) -> Seen {
    let found = across.contradictions();
    let note = if found.is_empty() {
        Text::SheetsNoContradiction
    } else {
        Text::SheetsContradictionsNote
    };
    let note = paragraph(&app.words.text(note), columns, theme::QUIET);
    let texts = found.iter().map(|one| {
        let what = app.words.contradiction(one, &across.data.guide);
        format!("{}  {what}", one.case)
    });
    listed(note, texts, across.row, columns, room)
}

/// Entries in as many rows as they need, below a head, around the one that keys have come to.
fn listed(
    head: Vec<Line<'static>>,
    texts: impl Iterator<Item = String>,
    row: usize,
    columns: usize,
    room: usize,
) -> Seen {
    let entries = texts.enumerate().map(|(index, text)| {
        let is_here = index == row;
        let style = if is_here { theme::STRONG } else { Style::new() };
        let rows = hang(&text, columns.saturating_sub(2)).into_iter();
        pointed(rows.map(|row| Line::styled(row, style)).collect(), is_here)
    });
    let seen = Seen::around(entries, row, room.saturating_sub(head.len()).max(1));
    Seen {
        lines: head.into_iter().chain(seen.lines).collect(),
        ..seen
    }
}

/// What two coders coded differently, and how far they agree.
pub fn agreement(app: &App, across: &Across, columns: usize, room: usize) -> Seen {
    let Some(agreement) = &across.data.beside.agreement else {
        let none = paragraph(&app.say(Text::AcrossNoAgreement), columns, Style::new());
        return Seen::from(0, none, room);
    };
    let at = agreement.differences().nth(across.row);
    let pair = at.map(|(pair, _)| pair).or(agreement.pairs.first());
    let head = pair.map_or_else(Vec::new, |pair| {
        paragraph(&pair_head(app, agreement, pair), columns, theme::STRONG)
    });
    let texts = agreement.differences().map(|(pair, difference)| {
        let coded = |coder: u8, codes: &[String]| {
            let codes = codes
                .iter()
                .map(|code| app.words.code(code, &across.data.guide));
            let codes = codes.collect::<Vec<_>>().join(", ");
            app.words.labelled(&coder.to_string(), &codes)
        };
        format!(
            "{} {}  {} · {}",
            difference.session,
            difference.note,
            coded(pair.first, &difference.only_first),
            coded(pair.second, &difference.only_second)
        )
    });
    listed(head, texts, across.row, columns, room)
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
