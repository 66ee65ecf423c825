//! The sample board: whom of each case one has talked to, by country side and role, and where the gaps are.

use ratatui::style::Style;
use ratatui::text::Line;

use crate::analysis::{SIDE, SampleCase, SampleSide};
use crate::i18n::Text;
use crate::tui::app::App;
use crate::tui::pane::scroll::{self, Seen};
use crate::tui::pane::text::{cut, fill, hang, width};
use crate::tui::pane::theme;
use crate::tui::screen::Across;

/// No column gets narrower than this.
const NARROWEST: usize = 4;

/// Where somebody of the first role is wanted and was not talked to.
const GAP_SIGN: &str = "○";

/// Between two columns.
const GAP: &str = "  ";

/// The board from the side that keys have come to.
pub fn lines(app: &App, across: &Across, columns: usize, room: usize) -> Seen {
    let mut head = head(app, across);
    let mut sides: Vec<Vec<String>> = across
        .sides()
        .map(|(case, side)| cells(app, across, case, side))
        .collect();
    // The pointer and a blank stand before the first column.
    let of_columns = columns.saturating_sub(2);
    // What has to be said of a side stands in a row of its own where its column would be cut.
    let mut said = vec![String::new(); sides.len()];
    if natural(&head, &sides) > of_columns {
        head.pop();
        said = sides.iter_mut().filter_map(Vec::pop).collect();
    }
    let widths = widths(&head, &sides, of_columns);
    let laid_out = |cells: &[String]| {
        let cells = cells.iter().zip(&widths);
        let cells: Vec<String> = cells.map(|(cell, width)| fill(cell, *width)).collect();
        cells.join(GAP)
    };
    let mut lines = vec![
        Line::styled(
            cut(&app.words.sample_gaps(across.sample()), columns),
            theme::STRONG,
        ),
        Line::styled(
            cut(&format!("  {}", laid_out(&head)), columns),
            theme::QUIET,
        ),
    ];
    let rows = room.saturating_sub(lines.len()).max(1);
    let sides: Vec<(Vec<String>, String)> = sides.into_iter().zip(said).collect();
    let (all, here) = below(app, across, &sides, columns, laid_out);
    let count = all.len();
    let first = scroll::first(here, count, rows);
    lines.extend(all.into_iter().skip(first).take(rows));
    Seen::part(lines, first, rows, count)
}

/// The heads of the columns: case, side, the roles of the guide, what has to be said.
fn head(app: &App, across: &Across) -> Vec<String> {
    let language = across.data.guide.language_for(app.language);
    let roles = across.sample().roles.iter();
    let roles = roles.map(|(_, label)| label.in_language(language).to_owned());
    [Text::TablesHeadCase, Text::TablesHeadSide]
        .map(|text| app.say(text))
        .into_iter()
        .chain(roles)
        .chain([app.say(Text::TablesHeadGap)])
        .collect()
}

/// The cells of a side. Each case is named once.
fn cells(app: &App, across: &Across, case: &SampleCase, side: &SampleSide) -> Vec<String> {
    let guide = &across.data.guide;
    let is_first = case.sides.first() == Some(side);
    let name = is_first.then(|| case.case.to_string());
    let label = app.words.attribute_value(SIDE, Some(&side.side), guide);
    let sessions = side.sessions.iter().enumerate().map(|(index, sessions)| {
        if index == 0 && side.is_gap() {
            return GAP_SIGN.to_owned();
        }
        let names: Vec<String> = sessions.iter().map(ToString::to_string).collect();
        names.join(" ")
    });
    [name.unwrap_or_default(), label]
        .into_iter()
        .chain(sessions)
        .chain([app.words.sample_side(side, guide)])
        .collect()
}

/// The lines of all sides, behind the last of a case what has to be said of it; and which line keys have come to.
fn below(
    app: &App,
    across: &Across,
    cells: &[(Vec<String>, String)],
    columns: usize,
    laid_out: impl Fn(&[String]) -> String,
) -> (Vec<Line<'static>>, usize) {
    let (mut lines, mut here) = (Vec::new(), 0);
    for (index, ((case, side), (cells, said))) in across.sides().zip(cells).enumerate() {
        let is_here = index == across.row;
        let pointer = if is_here { "▸" } else { " " };
        let style = match (is_here, side.is_gap()) {
            (true, _) => theme::STRONG,
            (false, true) => theme::WARNING,
            (false, false) => Style::new(),
        };
        if is_here {
            here = lines.len();
        }
        let text = format!("{pointer} {}", laid_out(cells));
        lines.push(Line::styled(cut(&text, columns), style));
        let indented = |text: &str| hang(&format!("    {text}"), columns);
        if !said.is_empty() {
            let said = indented(said).into_iter();
            lines.extend(said.map(|row| Line::styled(row, style)));
        }
        let remark = app.words.sample_case(case, &across.data.guide);
        if let Some(remark) = remark.filter(|_| case.sides.last() == Some(side)) {
            let remark = indented(&remark).into_iter();
            lines.extend(remark.map(|row| Line::styled(row, theme::QUIET)));
        }
    }
    (lines, here)
}

/// How wide all columns are together, each as wide as what stands in it.
fn natural(head: &[String], rows: &[Vec<String>]) -> usize {
    let widths = widest(head, rows);
    widths.iter().sum::<usize>() + GAP.len() * widths.len().saturating_sub(1)
}

fn widest(head: &[String], rows: &[Vec<String>]) -> Vec<usize> {
    let mut widths: Vec<usize> = head.iter().map(|cell| width(cell)).collect();
    for row in rows {
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = (*widest).max(width(cell));
        }
    }
    widths
}

/// How wide the columns are: as wide as what stands in them while there is room, else the widest give way.
fn widths(head: &[String], rows: &[Vec<String>], room: usize) -> Vec<usize> {
    let mut widths = widest(head, rows);
    let gaps = GAP.len() * widths.len().saturating_sub(1);
    while widths.iter().sum::<usize>() + gaps > room {
        match widths.iter_mut().max() {
            Some(widest) if *widest > NARROWEST => *widest -= 1,
            _ => break,
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_columns_give_way_to_the_narrow_ones() {
        let cells = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let rows = [cells(["K", "Switzerland", "K-1 K-2 K-3 K-4 K-5 K-6"])];
        let head = cells(["case", "side", "management"]);
        assert_eq!(widths(&head, &rows, 80), [4, 11, 23]);
        assert_eq!(widths(&head, &rows, 30), [4, 11, 11]);
        assert_eq!(widths(&head, &rows, 2), [4, 4, 4]);
    }
}
