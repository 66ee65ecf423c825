//! What accumulates within the blocks, as a sheet with a chart a block.

use rust_xlsxwriter::{Chart, ChartType, Workbook, XlsxError};

use super::sheet::{Column, Sheet};
use crate::export::Collection;
use crate::i18n::{Text, Words};
use crate::language::Language;
use crate::release::Figure;
use crate::release::tables::{ReleasedCode, ReleasedCodeBlock, ReleasedFrequencies};

/// How many codes a chart shows at most; the table has all of them.
const MOST_BARS: u32 = 15;

/// The column beside which charts stand: the first behind the table, with one between.
const CHART_COLUMN: u16 = 13;

/// How many rows a chart covers.
const CHART_ROWS: u32 = 16;

/// Adds a sheet of frequencies for each guide.
pub(super) fn add(
    collection: &Collection,
    words: &Words,
    workbook: &mut Workbook,
) -> Result<(), XlsxError> {
    for (index, frequencies) in collection.frequencies().iter().enumerate() {
        let mut name = words.text(Text::ExportSheetFrequencies).into_owned();
        if index > 0 {
            name = format!("{name} {}", index + 1);
        }
        sheet(&name, frequencies, collection, words)?.into_workbook(workbook);
    }
    Ok(())
}

fn sheet(
    name: &str,
    frequencies: &ReleasedFrequencies,
    collection: &Collection,
    words: &Words,
) -> Result<Sheet, XlsxError> {
    let guide = frequencies.frame().guide();
    let guide = collection.guides().iter().find(|other| other.id == guide);
    let language = guide.map_or(words.language(), |guide| {
        guide.language_for(words.language())
    });
    let mut sheet = Sheet::new(name, &heads(words))?;
    let mut free = 0;
    for block in frequencies.blocks() {
        let title = block
            .title
            .as_ref()
            .map(|title| title.in_language(language));
        let title = match title {
            Some(title) => format!("{} {title}", block.block),
            None => block.block.clone(),
        };
        let first = sheet.next();
        for code in &block.codes {
            sheet.counts(&texts(&title, code, language, words), &numbers(block, code))?;
        }
        let last = sheet.next().saturating_sub(1);
        if first <= last {
            let chart = chart(name, &title, first, last.min(first + MOST_BARS - 1));
            // Charts stand one below the other, also beside blocks with few rows.
            let at = first.max(free);
            sheet.insert(at, CHART_COLUMN, &chart)?;
            free = at + CHART_ROWS;
        }
    }
    sheet.filter()?;
    sheet.keep_in_view(3)?;
    Ok(sheet)
}

fn heads(words: &Words) -> [Column; 12] {
    let head = |text| words.text(text);
    [
        Column::middle(&head(Text::TablesHeadBlock)),
        Column::narrow(&head(Text::TablesHeadCode)),
        Column::middle(&head(Text::TablesHeadLabel)),
        Column::narrow(&head(Text::TablesHeadWord)),
        Column::narrow(&head(Text::TablesHeadSessions)),
        Column::narrow(&head(Text::ExportHeadOfSessions)),
        Column::narrow(&head(Text::TablesHeadCases)),
        Column::narrow(&head(Text::ExportHeadOfCases)),
        Column::narrow(&head(Text::TablesHeadUnprompted)),
        Column::narrow(&head(Text::TablesHeadHelps)),
        Column::narrow(&head(Text::TablesHeadHinders)),
        Column::narrow(&head(Text::TablesHeadReported)),
    ]
}

fn texts(title: &str, code: &ReleasedCode, language: Language, words: &Words) -> [String; 4] {
    let label = code.label.as_ref().map(|label| label.in_language(language));
    [
        title.to_owned(),
        code.code.clone(),
        label.unwrap_or(&code.code).to_owned(),
        code.word
            .map_or_else(String::new, |word| words.frequent(word).into_owned()),
    ]
}

fn numbers(block: &ReleasedCodeBlock, code: &ReleasedCode) -> [Option<usize>; 8] {
    [
        code.sessions,
        block.sessions,
        code.cases,
        block.cases,
        code.unprompted,
        code.helps,
        code.hinders,
        code.reported,
    ]
    .map(Figure::exact)
}

/// A bar a code, the most frequent at the top.
fn chart(sheet: &str, title: &str, first: u32, last: u32) -> Chart {
    const LABELS: u16 = 2;
    const SESSIONS: u16 = 4;
    let mut chart = Chart::new(ChartType::Bar);
    chart
        .add_series()
        .set_categories((sheet, first, LABELS, last, LABELS))
        .set_values((sheet, first, SESSIONS, last, SESSIONS));
    chart.title().set_name(title);
    chart.legend().set_hidden();
    chart.y_axis().set_reverse();
    chart.x_axis().set_min(0).set_major_unit(1);
    chart
}
