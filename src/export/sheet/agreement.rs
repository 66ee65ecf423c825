//! How far coders agree as a sheet: for each two of them the list of what they coded differently.

use super::frame::framed;
use super::{Cell, Section, Sheet, SheetColumn};
use crate::analysis::{CodeAgreement, CoderAgreement, CoderPair};
use crate::guide::Guide;
use crate::i18n::{Text, Value, Words};
use crate::release::tables::ReleasedAgreement;

/// The sheet of the agreement.
pub fn agreement(released: &ReleasedAgreement, guide: &Guide, words: &Words) -> Sheet<'static> {
    let mut sheet = framed(Text::SheetsAgreement, released.frame(), words);
    let head = |text| words.text(text).into_owned();
    sheet.columns = vec![
        SheetColumn::of("coders", "", super::Readers::Programs),
        SheetColumn::both("session", head(Text::TablesHeadSession)),
        SheetColumn::both("note", head(Text::SheetsHeadNote)),
        SheetColumn::both("only_first", head(Text::SheetsHeadOnlyFirst)),
        SheetColumn::both("only_second", head(Text::SheetsHeadOnlySecond)),
    ];
    match released.agreement() {
        Some(found) => lay_out(&mut sheet, found, guide, words),
        None => sheet
            .head
            .push(words.text(Text::SheetsNoSecondCoder).into_owned()),
    }
    sheet
}

fn lay_out(sheet: &mut Sheet, found: &CoderAgreement, guide: &Guide, words: &Words) {
    if found.pairs.len() > 1 {
        let values = [
            ("notes", Value::from(found.notes)),
            ("alpha", Value::from(words.alpha(found.alpha))),
        ];
        let all = words.text_with(Text::SheetsAllCoders, &values);
        sheet.head.push(all);
    }
    let pairs = found.pairs.iter();
    sheet.sections = pairs.map(|pair| section(pair, guide, words)).collect();
}

fn section(pair: &CoderPair, guide: &Guide, words: &Words) -> Section<'static> {
    let found = &pair.agreement;
    let numbers = [
        ("first", Value::from(usize::from(pair.first))),
        ("second", Value::from(usize::from(pair.second))),
    ];
    let values = [
        ("alike", Value::from(found.alike)),
        ("notes", Value::from(found.notes)),
    ];
    let alike = words.text_with(Text::SheetsAlike, &values);
    let mut remarks = vec![format!("{alike} · {}", words.alpha(found.alpha))];
    if found.not_shared > 0 {
        remarks.push(words.counted(Text::SheetsNotShared, found.not_shared));
    }
    let codes = found.codes.iter();
    remarks.extend(codes.map(|code| of_code(code, pair, guide, words)));
    let codes = |ids: &[String]| {
        let labels: Vec<String> = ids.iter().map(|id| words.code(id, guide)).collect();
        Cell::of(labels.join(", "), ids.join(" "))
    };
    let rows = found.differences.iter().map(|difference| {
        vec![
            Cell::data(format!("{}-{}", pair.first, pair.second)),
            Cell::same(difference.session.to_string()),
            Cell::same(difference.note.to_string()),
            codes(&difference.only_first),
            codes(&difference.only_second),
        ]
    });
    Section {
        heading: words.text_with(Text::SheetsPair, &numbers),
        remarks,
        rows: rows.collect(),
    }
}

fn of_code(code: &CodeAgreement, pair: &CoderPair, guide: &Guide, words: &Words) -> String {
    let values = [
        ("code", Value::from(words.code(&code.code, guide))),
        ("first", Value::from(usize::from(pair.first))),
        ("second", Value::from(usize::from(pair.second))),
        ("both", Value::from(code.both)),
        ("one", Value::from(code.only_first)),
        ("other", Value::from(code.only_second)),
    ];
    let counts = words.text_with(Text::SheetsCodeAgreement, &values);
    match code.alpha {
        Some(alpha) => format!("{counts} · {}", words.coefficient(alpha)),
        None => counts,
    }
}
