//! The sample as a sheet: the board of cases where sessions are named, each attribute by itself where they are not.

use super::frame::{about_attributes, data, framed};
use super::{Cell, Section, Sheet, SheetColumn};
use crate::analysis::{SIDE, Sample, SampleCase, SampleSide};
use crate::guide::Guide;
use crate::i18n::{Text, Words};
use crate::release::tables::{ReleasedMargin, ReleasedSample};
use crate::session::SessionId;

/// The sheet of the sample.
pub fn sample(released: &ReleasedSample, guide: &Guide, words: &Words) -> Sheet<'static> {
    let mut sheet = framed(Text::TablesSample, released.frame(), words);
    match released.board() {
        Some(board) => lay_out_board(&mut sheet, board, guide, words),
        None => lay_out_margins(&mut sheet, released, guide, words),
    }
    sheet
}

fn lay_out_board(sheet: &mut Sheet, board: &Sample, guide: &Guide, words: &Words) {
    sheet.head.push(words.sample_gaps(board));
    let language = guide.language_for(words.language());
    let head = |text| words.text(text).into_owned();
    sheet.columns = vec![
        SheetColumn::both("case", head(Text::TablesHeadCase)),
        SheetColumn::both("side", head(Text::TablesHeadSide)),
    ];
    for (role, label) in &board.roles {
        let label = label.in_language(language).to_owned();
        sheet.columns.push(SheetColumn::both(role, label));
    }
    sheet
        .columns
        .push(SheetColumn::both("gap", head(Text::TablesHeadGap)));
    let cases = board.cases.iter();
    sheet.sections = vec![Section {
        heading: String::new(),
        remarks: Vec::new(),
        rows: cases.flat_map(|case| of_case(case, guide, words)).collect(),
    }];
    let remarks = board.cases.iter();
    let remarks = remarks.map(|case| words.sample_case(case, guide));
    sheet.foot.splice(0..0, remarks.flatten());
}

fn of_case(case: &SampleCase, guide: &Guide, words: &Words) -> Vec<Vec<Cell>> {
    let sides = case.sides.iter().enumerate();
    sides
        .map(|(index, side)| {
            let name = case.case.to_string();
            // Each case is named once for people.
            let shown = if index == 0 {
                name.clone()
            } else {
                String::new()
            };
            let mut row = vec![Cell::of(shown, name)];
            row.extend(of_side(side, guide, words));
            row
        })
        .collect()
}

fn of_side(side: &SampleSide, guide: &Guide, words: &Words) -> Vec<Cell> {
    let label = words.attribute_value(SIDE, Some(&side.side), guide);
    let mut row = vec![Cell::of(label, side.side.clone())];
    row.extend(
        side.sessions
            .iter()
            .map(|sessions| Cell::same(named(sessions))),
    );
    let remark = words.sample_side(side, guide);
    row.push(Cell::of(remark, if side.is_gap() { "yes" } else { "no" }));
    row
}

fn named(sessions: &[SessionId]) -> String {
    let names: Vec<String> = sessions.iter().map(ToString::to_string).collect();
    names.join(" ")
}

fn lay_out_margins(sheet: &mut Sheet, released: &ReleasedSample, guide: &Guide, words: &Words) {
    let shown: Vec<_> = released
        .margins()
        .iter()
        .map(|margin| margin.attribute.clone())
        .collect();
    let left_out = released.left_out_attributes();
    sheet
        .head
        .extend(about_attributes(&shown, left_out, guide, words));
    let head = |text| words.text(text).into_owned();
    sheet.columns = vec![
        SheetColumn::both("attribute", head(Text::TablesHeadAttribute)),
        SheetColumn::both("value", head(Text::TablesHeadValue)),
        SheetColumn::both("sessions", head(Text::TablesHeadSessions)),
        SheetColumn::both("cases", head(Text::TablesHeadCases)),
    ];
    sheet.sections = released
        .margins()
        .iter()
        .map(|margin| of_margin(margin, guide, words))
        .collect();
}

fn of_margin(margin: &ReleasedMargin, guide: &Guide, words: &Words) -> Section<'static> {
    let id = margin.attribute.id.as_str();
    let name = words.attribute(id, guide);
    let rows = margin.values.iter().map(|(value, sessions, cases)| {
        vec![
            Cell::of(name.clone(), id),
            Cell::of(
                words.attribute_value(id, value.as_deref(), guide),
                value.clone().unwrap_or_default(),
            ),
            Cell::of(words.figure(*sessions), data(*sessions)),
            Cell::of(words.figure(*cases), data(*cases)),
        ]
    });
    Section {
        heading: name.clone(),
        remarks: Vec::new(),
        rows: rows.collect(),
    }
}
