//! The report over all interviews as one page for the browser: saturation, frequencies within the blocks, matrix.
//!
//! The page fetches nothing and runs no script. It is light or dark as the reader's system is, and printed on A4; every
//! colour has a sign or a number beside it.

mod curve;

use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::sheet::{self, Section, Sheet, SheetColumn, html::table, matrix_cell};
use super::visible;
use crate::guide::Guide;
use crate::i18n::{Text, Value, Words};
use crate::release::Figure;
use crate::release::tables::{
    ReleasedCodeBlock, ReleasedFrequencies, ReleasedMatrix, ReleasedSaturation,
};
use crate::session::CellState;

/// How the page looks. Colours are told apart by lightness too.
const STYLE: &str = include_str!("overview/style.css");

/// From how many notes on a cell is as dark as can be.
const DARKEST: usize = 6;

/// The tables of a report, all of one level.
#[derive(Debug, Clone, Copy)]
pub struct Overview<'tables> {
    /// The protocol matrix.
    pub matrix: &'tables ReleasedMatrix,
    /// The frequencies within the blocks.
    pub frequencies: &'tables ReleasedFrequencies,
    /// The curve of saturation.
    pub saturation: &'tables ReleasedSaturation,
}

/// Writes the page.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write(
    overview: Overview<'_>,
    guide: &Guide,
    words: &Words,
    to: &mut impl Write,
) -> io::Result<()> {
    let matrix = sheet::matrix(overview.matrix, guide, words);
    let frequencies = sheet::frequencies(overview.frequencies, guide, words);
    let saturation = sheet::saturation(overview.saturation, words);
    let title = words.text_with(
        Text::OverviewTitle,
        &[(
            "guide",
            Value::from(
                guide
                    .title
                    .in_language(guide.language_for(words.language())),
            ),
        )],
    );
    let markup = html! {
        (DOCTYPE)
        html lang=(words.language().tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                // A browser that opens the page asks nobody for anything.
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="color-scheme" content="light dark";
                title { (visible(&title)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 { (visible(&title)) }
                    (lines(&frequencies.head))
                    nav { (links(&[("saturation", &saturation), ("frequencies", &frequencies), ("matrix", &matrix)])) }
                }
                main {
                    section id="saturation" { (of_saturation(overview.saturation, &saturation, words)) }
                    section id="frequencies" { (of_frequencies(overview.frequencies, &frequencies, &matrix)) }
                    section.wide id="matrix" { (of_matrix(overview.matrix, &frequencies, &matrix)) }
                }
                footer { (lines(&own_lines(&matrix.foot, &own_lines(&matrix.foot, &frequencies.foot)))) }
            }
        }
    };
    writeln!(to, "{}", markup.into_string())
}

fn links(sheets: &[(&str, &Sheet<'_>)]) -> Markup {
    html! {
        @for (id, sheet) in sheets { a href={ "#" (id) } { (visible(&sheet.title)) } " " }
    }
}

fn lines(lines: &[String]) -> Markup {
    html! { @for line in lines { p { (visible(line)) } } }
}

/// The lines that others do not say already.
fn own_lines(lines: &[String], said: &[String]) -> Vec<String> {
    let own = lines.iter().filter(|line| !said.contains(line));
    own.cloned().collect()
}

fn of_saturation(released: &ReleasedSaturation, sheet: &Sheet<'_>, words: &Words) -> Markup {
    html! {
        h2 { (visible(&sheet.title)) }
        (curve::of(released.points(), words))
        details {
            summary { (words.text(Text::OverviewNumbers)) }
            @for section in &sheet.sections { (plain(sheet, section)) }
        }
    }
}

fn plain(sheet: &Sheet<'_>, section: &Section<'_>) -> Markup {
    // The curve is drawn above; letters for it are for terminals.
    table(sheet, section, &|_, column| {
        (column.name == "curve").then(|| html! {})
    })
}

fn of_frequencies(released: &ReleasedFrequencies, sheet: &Sheet<'_>, said: &Sheet<'_>) -> Markup {
    html! {
        h2 { (visible(&sheet.title)) }
        @for (section, block) in sheet.sections.iter().zip(released.blocks()) {
            article {
                h3 { (visible(&section.heading)) }
                (lines(&section.remarks))
                (table(sheet, section, &|row, column| bar(block, row, column)))
            }
        }
        (lines(&own_lines(&sheet.foot, &said.foot)))
    }
}

/// The bar of a code: how many sessions of N, and, darker, those in which it came unasked.
fn bar(block: &ReleasedCodeBlock, row: usize, column: &SheetColumn) -> Option<Markup> {
    if column.name != "bar" {
        return None;
    }
    let code = block.codes.get(row)?;
    let share = |figure: Figure| match (figure, block.sessions) {
        (Figure::Exact(count), Figure::Exact(all)) if all > 0 => Some(count * 100 / all.max(count)),
        _ => None,
    };
    let Some(said) = share(code.sessions) else {
        // What is said in a word has no length.
        return Some(html! {});
    };
    let unasked = share(code.unprompted).unwrap_or(0);
    Some(html! {
        svg.bar viewBox="0 0 102 12" width="102" height="12" role="img" aria-hidden="true" {
            rect.all x="0.5" y="0.5" width="101" height="11" {}
            rect.said x="1" y="1" width=(said) height="10" {}
            rect.unasked x="1" y="1" width=(unasked) height="10" {}
        }
    })
}

fn of_matrix(released: &ReleasedMatrix, said: &Sheet<'_>, sheet: &Sheet<'_>) -> Markup {
    html! {
        h2 { (visible(&sheet.title)) }
        (lines(&own_lines(&sheet.head, &said.head)))
        @for section in &sheet.sections {
            div.scroll {
                (table(sheet, section, &|row, column| heat(released, row, column)))
            }
        }
        (lines(&own_lines(&sheet.foot, &said.foot)))
    }
}

/// A cell of the matrix: darker the more notes it has; its sign and its number say the same.
fn heat(released: &ReleasedMatrix, row: usize, column: &SheetColumn) -> Option<Markup> {
    let mut columns = released.columns().all();
    let place = columns.position(|(_, known)| known.topic.as_str() == column.name)?;
    let cell = released.rows().get(row)?.cells.get(place)?;
    let shown = matrix_cell(*cell);
    let class = match cell.state {
        CellState::Declined => "heat declined",
        _ if cell.notes == 0 => "heat none",
        _ => "heat",
    };
    let strength = cell.notes.min(DARKEST) * 100 / DARKEST;
    Some(html! {
        span class=(class) style={ "--notes:" (strength) "%" } { (visible(&shown)) }
    })
}

#[cfg(test)]
mod tests;
