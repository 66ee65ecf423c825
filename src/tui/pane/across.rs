//! What is read across interviews: a frame with what was counted, a view in it, and the list of filters over it.

mod board;
mod counts;
mod matrix;

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::layout::inside;
use super::scroll::{self, Seen};
use super::start::reading;
use super::text::{TextView, cut, fill, hang, styled, width};
use super::theme;
use crate::i18n::Text;
use crate::session::SessionId;
use crate::tui::app::App;
use crate::tui::screen::{Across, AcrossView, CaseText};

/// How many rows what was counted has at most, and what is asked for; the list of filters shows the rest of that.
const HEAD_ROWS: usize = 3;

/// The view that is shown.
pub fn view(app: &App, across: &Across, area: Rect) -> TextView {
    let columns = usize::from(area.width.saturating_sub(4));
    let height = usize::from(area.height.saturating_sub(2)).max(1);
    let mut lines = head(app, across, columns);
    let room = height.saturating_sub(lines.len()).max(1);
    let seen = match across.view {
        AcrossView::Matrix => matrix::lines(app, across, columns, room),
        AcrossView::Frequencies => counts::frequencies(app, across, columns, room),
        AcrossView::Saturation => counts::saturation(app, across, columns, room),
        AcrossView::Contradictions => counts::contradictions(app, across, columns, room),
        AcrossView::Agreement => counts::agreement(app, across, columns, room),
        AcrossView::Sample => board::lines(app, across, columns, room),
    };
    let (left, right) = match across.view {
        AcrossView::Matrix => matrix::beside(across, columns),
        _ => (0, 0),
    };
    let foot = scroll::signs(seen.above > 0, seen.below);
    let foot = scroll::signs_around(left, right, foot);
    lines.extend(seen.lines);
    let name = app.say(match across.view {
        AcrossView::Matrix => Text::TablesMatrix,
        AcrossView::Frequencies => Text::TablesFrequencies,
        AcrossView::Saturation => Text::TablesSaturation,
        AcrossView::Contradictions => Text::SheetsContradictions,
        AcrossView::Agreement => Text::AcrossAgreement,
        AcrossView::Sample => Text::TablesSample,
    });
    let title = title(&name, &across.data.guide.id, columns);
    TextView {
        foot,
        ..TextView::framed(Line::styled(title, theme::STRONG), lines)
    }
}

/// What the view is called, and by which guide it counts where there is room for both.
fn title(name: &str, guide: &str, columns: usize) -> String {
    let whole = format!("{name} · {guide}");
    let title = if width(&whole) <= columns {
        whole
    } else {
        cut(name, columns)
    };
    format!(" {title} ")
}

/// How many entries that keys go to are seen at once; of those that may have several rows, those of two rows each.
pub fn entries_seen(app: &App, across: &Across, area: Rect) -> usize {
    let columns = usize::from(area.width.saturating_sub(4));
    let height = usize::from(area.height.saturating_sub(2));
    let room = height.saturating_sub(head(app, across, columns).len());
    match across.view {
        AcrossView::Matrix => matrix::rows_seen(room),
        AcrossView::Saturation => room.saturating_sub(1),
        AcrossView::Sample => room.saturating_sub(2) / 2,
        AcrossView::Frequencies | AcrossView::Contradictions | AcrossView::Agreement => room / 2,
    }
}

/// What the signs of the matrix say, if that is what keys go to.
pub fn legend(app: &App, across: &Across, columns: usize) -> Vec<Line<'static>> {
    if across.view == AcrossView::Matrix && across.sheet.is_none() {
        matrix::legend(app, across, columns)
    } else {
        Vec::new()
    }
}

/// The sheet of a case.
pub fn sheet(sheet: &CaseText, area: Rect) -> TextView {
    let height = usize::from(inside(area).height).max(1);
    let title = format!(" RAP · {} ", sheet.case);
    Seen::from(sheet.first, sheet_rows(sheet, area), height)
        .framed(Line::styled(title, theme::STRONG))
}

/// How far the sheet of a case can be scrolled.
pub fn most_scrolled(sheet: &CaseText, area: Rect) -> usize {
    let height = usize::from(inside(area).height).max(1);
    scroll::most(sheet_rows(sheet, area).len(), height)
}

fn sheet_rows(sheet: &CaseText, area: Rect) -> Vec<Line<'static>> {
    let columns = usize::from(inside(area).width);
    let rows = sheet.lines.iter().flat_map(|line| hang(line, columns));
    rows.map(Line::from).collect()
}

/// What was counted and what was not: it stands above every view.
fn head(app: &App, across: &Across, columns: usize) -> Vec<Line<'static>> {
    let base = across.matrix.base;
    let values = [
        ("sessions", base.sessions.into()),
        ("cases", base.cases.into()),
    ];
    let mut parts = vec![app.words.text_with(Text::TablesBase, &values)];
    if across.matrix.awaiting_approval > 0 {
        let values = [
            ("count", across.matrix.awaiting_approval.into()),
            ("sessions", base.sessions.into()),
        ];
        parts.push(app.words.text_with(Text::TablesAwaiting, &values));
    }
    parts.extend(app.words.left_out_of_table(across.matrix.left_out));
    // The list of filters takes the room, and shows what is asked for on top.
    let is_listing = across.filtering.is_some();
    let rows = if is_listing { 1 } else { HEAD_ROWS };
    let base = limited(hang(&parts.join(" · "), columns), rows, columns);
    let mut lines: Vec<Line<'static>> = base.into_iter().map(Line::from).collect();
    if across.matrix.pilot {
        let text = cut(&app.words.text(Text::SheetsPilot), columns);
        lines.push(Line::styled(text, theme::WARNING));
    }
    if across.matrix.invented {
        let text = cut(&app.words.text(Text::TablesInvented), columns);
        lines.push(Line::styled(text, theme::WARNING));
    }
    lines.extend(unread(app, &across.matrix.unread, columns));
    lines.extend(across.reading.map(|percent| reading(app, percent)));
    let chosen: Vec<String> = across
        .chosen_filters()
        .iter()
        .map(|entry| entry.name(&app.words, &across.data.guide))
        .collect();
    if !chosen.is_empty() {
        let text = format!("▽ {}", chosen.join(" · "));
        let rows = limited(hang(&text, columns), rows, columns).into_iter();
        lines.extend(rows.map(|row| Line::styled(row, theme::KEY)));
    }
    if !is_listing {
        lines.extend(counted_by(app, across, columns));
    }
    lines.push(Line::default());
    lines
}

/// By which attribute frequencies are counted too, and what the sign at its groups means.
fn counted_by(app: &App, across: &Across, columns: usize) -> Vec<Line<'static>> {
    let (AcrossView::Frequencies, Some(by)) = (across.view, &across.by) else {
        return Vec::new();
    };
    let attribute = app.words.attribute(by, &across.data.guide);
    let mut text = app
        .words
        .text_with(Text::AcrossBy, &[("attribute", attribute.into())]);
    if across.groups().iter().any(|group| group.is_telling) {
        let small = app
            .words
            .counted(Text::TablesGroupsOf, across.smallest_group());
        text = format!("{text} · {small}");
    }
    let rows = limited(hang(&text, columns), HEAD_ROWS, columns).into_iter();
    rows.map(|row| Line::styled(row, theme::KEY)).collect()
}

/// The sessions that are in no count and no search, since they cannot be read; nothing if all can.
pub(super) fn unread(app: &App, sessions: &[SessionId], columns: usize) -> Option<Line<'static>> {
    if sessions.is_empty() {
        return None;
    }
    // No more names than there is room for.
    let names = sessions.iter().take(columns).map(SessionId::to_string);
    let names: Vec<String> = names.collect();
    let values = [("sessions", names.join(", ").into())];
    let text = app.words.text_with(Text::TablesUnreadNamed, &values);
    Some(Line::styled(cut(&text, columns), theme::TROUBLE))
}

/// The list of filters.
pub fn filters(app: &App, across: &Across, area: Rect) -> TextView {
    let Some(picking) = &across.filtering else {
        return TextView::plain(Vec::new());
    };
    let columns = usize::from(area.width);
    let meant = picking.chosen().unwrap_or(0);
    let entries = across.shown_filters().into_iter().enumerate();
    let entries = entries.map(|(index, entry)| {
        let is_meant = index == meant;
        let pointer = if is_meant { "▸" } else { " " };
        let sign = if across.has(&entry) { "●" } else { "○" };
        let name = entry.name(&app.words, &across.data.guide);
        let text = format!("{pointer} {sign} {name}");
        if is_meant {
            // The one that keys go to is read to its end.
            let rows = hang(&text, columns).into_iter();
            rows.map(|row| Line::styled(row, theme::STRONG)).collect()
        } else {
            vec![Line::from(cut(&text, columns))]
        }
    });
    let rows = usize::from(area.height).saturating_sub(1).max(1);
    let seen = Seen::around(entries, meant, rows);
    let more = scroll::signs(seen.above > 0, seen.below).unwrap_or_default();
    let room = columns.saturating_sub(4 + more.width());
    let typed = if picking.is_empty() {
        styled(
            fill(&app.words.text(Text::AcrossFilterHint), room),
            theme::QUIET,
        )
    } else {
        let typed = cut(picking.typed(), room.saturating_sub(2));
        styled(fill(&format!("{typed}▁"), room), theme::STRONG)
    };
    let mut line = vec![styled("  ⌕ ", theme::KEY), typed];
    line.extend(more.spans);
    let mut lines = vec![Line::from(line)];
    lines.extend(seen.lines);
    TextView::plain(lines)
}

/// No more rows than these; the last says that there were more.
fn limited(mut rows: Vec<String>, most: usize, columns: usize) -> Vec<String> {
    let is_cut = rows.len() > most;
    rows.truncate(most);
    if let Some(last) = rows.last_mut().filter(|_| is_cut) {
        *last = cut(
            &format!("{} …", cut(last, columns.saturating_sub(2))),
            columns,
        );
    }
    rows
}
