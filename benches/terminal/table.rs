//! The table that is printed.

use std::fmt;
use std::time::Duration;

/// A table as Markdown, a line a measure.
#[derive(Default)]
pub struct Table {
    lines: Vec<Line>,
}

impl Table {
    /// Puts a line at the end.
    pub fn add(&mut self, line: Line) {
        self.lines.push(line);
    }
}

/// A measure: of the bare terminal, of vim, of the program, and what the program may have.
pub struct Line {
    name: String,
    values: [String; 3],
    bound: String,
    verdict: String,
}

impl Line {
    /// A time; the program may take so many times what vim takes.
    pub fn times(name: String, times: [Option<Duration>; 3], bound: Option<f64>) -> Self {
        let [bare, vim, own] = times;
        let ratio = |other: Option<Duration>| Some(own?.div_duration_f64(other?));
        let of_vim = ratio(vim);
        let verdict = match (of_vim, bound) {
            (Some(ratio), Some(bound)) => verdict(ratio <= bound),
            _ => "",
        };
        let with_ratio = |other: Option<Duration>| match ratio(other) {
            Some(ratio) => format!(" ({ratio:.2} ×)"),
            None => String::new(),
        };
        Self {
            name,
            values: [
                milliseconds(bare) + &with_ratio(bare),
                milliseconds(vim) + &with_ratio(vim),
                milliseconds(own),
            ],
            bound: bound.map_or_else(String::new, |bound| format!("≤ {bound} × vim")),
            verdict: verdict.to_owned(),
        }
    }

    /// A number; the program may have no more than the bound.
    pub fn counts(name: &str, counts: [Option<usize>; 3], bound: usize) -> Self {
        let [_, _, own] = counts;
        Self {
            name: name.to_owned(),
            values: counts.map(|count| match count {
                Some(count) => count.to_string(),
                None => "not known".to_owned(),
            }),
            bound: format!("≤ {bound}"),
            verdict: own.map_or("", |own| verdict(own <= bound)).to_owned(),
        }
    }

    fn cells(&self) -> [&str; 6] {
        let [bare, vim, own] = &self.values;
        [&self.name, own, vim, bare, &self.bound, &self.verdict]
    }
}

impl fmt::Display for Table {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = ["measure", "leitfaden", "vim -u NONE", "bare", "bound", ""];
        let rule = ["---"; 6];
        let rows: Vec<[&str; 6]> = [head, rule]
            .into_iter()
            .chain(self.lines.iter().map(Line::cells))
            .collect();
        let mut widths = [0; 6];
        for row in &rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = cell.chars().count().max(*width);
            }
        }
        for row in rows {
            for (cell, width) in row.iter().zip(widths) {
                write!(formatter, "| {cell:width$} ")?;
            }
            writeln!(formatter, "|")?;
        }
        Ok(())
    }
}

fn verdict(is_kept: bool) -> &'static str {
    if is_kept { "ok" } else { "MISSED" }
}

fn milliseconds(time: Option<Duration>) -> String {
    match time {
        Some(time) => format!("{:.3} ms", time.as_secs_f64() * 1_000.0),
        None => "not known".to_owned(),
    }
}
