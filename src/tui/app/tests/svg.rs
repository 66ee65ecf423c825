//! A screen as a picture: each run of cells of one style becomes a text of an SVG.

use std::fmt::Write as _;

use vt100::{Cell, Color, Screen};

const CELL: (usize, usize) = (9, 18);
const GROUND: &str = "#16181d";
const INK: &str = "#d7dae0";

/// The screen as an SVG.
pub fn picture(screen: &Screen) -> String {
    let (rows, columns) = screen.size();
    let (rows, columns) = (rows.get(), columns.get());
    let (width, height) = (usize::from(columns) * CELL.0, usize::from(rows) * CELL.1);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" font-family=\"'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"15\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"{GROUND}\"/>\n"
    );
    for row in 0..rows {
        let mut column = 0;
        while column < columns {
            let Some(cell) = screen.cell(row, column) else {
                break;
            };
            let end = run_end(screen, row, column, columns, cell);
            let text: String = (column..end)
                .filter_map(|at| screen.cell(row, at))
                .map(|cell| {
                    if cell.has_contents() {
                        cell.contents()
                    } else {
                        " "
                    }
                })
                .collect();
            push_run(&mut svg, row, column, end, cell, &text);
            column = end;
        }
    }
    svg.push_str("</svg>\n");
    svg
}

fn run_end(screen: &Screen, row: u16, start: u16, columns: u16, first: &Cell) -> u16 {
    let same = |at: &u16| {
        screen
            .cell(row, *at)
            .is_some_and(|cell| style(cell) == style(first))
    };
    let length = (start..columns).take_while(same).count();
    start + u16::try_from(length).unwrap_or(1).max(1)
}

fn style(cell: &Cell) -> (Color, Color, bool, bool, bool, bool) {
    (
        cell.fgcolor(),
        cell.bgcolor(),
        cell.bold(),
        cell.inverse(),
        cell.underline(),
        cell.dim(),
    )
}

fn push_run(svg: &mut String, row: u16, start: u16, end: u16, cell: &Cell, text: &str) {
    let (x, y) = (usize::from(start) * CELL.0, usize::from(row) * CELL.1);
    let width = usize::from(end - start) * CELL.0;
    let (mut ink, mut ground) = (colour(cell.fgcolor(), INK), colour(cell.bgcolor(), GROUND));
    if cell.inverse() {
        std::mem::swap(&mut ink, &mut ground);
    }
    if ground != GROUND {
        let _ = writeln!(
            svg,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{}\" fill=\"{ground}\"/>",
            CELL.1
        );
    }
    if text.trim().is_empty() {
        return;
    }
    let weight = if cell.bold() {
        " font-weight=\"bold\""
    } else {
        ""
    };
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    let _ = writeln!(
        svg,
        "<text x=\"{x}\" y=\"{}\" fill=\"{ink}\"{weight} textLength=\"{width}\" xml:space=\"preserve\">{text}</text>",
        y + 14
    );
}

fn colour(colour: Color, usual: &'static str) -> &'static str {
    match colour {
        Color::Idx(1 | 9) => "#ef6b73",
        Color::Idx(2 | 10) => "#8fc27a",
        Color::Idx(3 | 11) => "#e2b86b",
        Color::Idx(6 | 14) => "#66b8c4",
        Color::Idx(8) => "#7d8490",
        _ => usual,
    }
}
