//! Extracts of many sessions as a sheet: a text a row.

use super::frame::{about, about_attributes, framed_texts};
use super::{Cell, Readers, Section, Sheet, SheetColumn};
use crate::guide::Guide;
use crate::i18n::{Text, Words};
use crate::release::{Extracts, Passage, PassageKind, ShownAttribute};
use crate::session::NoteKind;

/// The sheet of extracts.
pub fn extracts(extracts: &Extracts, guide: &Guide, words: &Words) -> Sheet<'static> {
    let mut sheet = framed_texts(Text::ExtractsTitle, extracts.frame(), words);
    sheet.head = about_extracts(extracts, guide, words);
    sheet.columns = columns(extracts, guide, words);
    let shown = extracts.attributes();
    sheet.sections = vec![Section {
        heading: String::new(),
        remarks: Vec::new(),
        rows: extracts
            .passages()
            .iter()
            .map(|passage| row(passage, shown, guide, words))
            .collect(),
    }];
    sheet
}

/// What has to be said of extracts, a line each.
pub(in crate::export) fn about_extracts(
    extracts: &Extracts,
    guide: &Guide,
    words: &Words,
) -> Vec<String> {
    let mut lines = about(extracts.frame(), words);
    let left_out = extracts.left_out_attributes();
    lines.extend(about_attributes(
        extracts.attributes(),
        left_out,
        guide,
        words,
    ));
    let counts = extracts.left_out().iter();
    lines.extend(counts.map(|(left, count)| words.left_out_text(*left, *count)));
    if extracts.left_out_codes() > 0 {
        lines.push(words.counted(Text::ExtractsLeftCodes, extracts.left_out_codes()));
    }
    lines
}

fn columns(extracts: &Extracts, guide: &Guide, words: &Words) -> Vec<SheetColumn> {
    let head = |text| words.text(text).into_owned();
    let has_names = extracts
        .passages()
        .iter()
        .any(|passage| passage.session.is_some());
    let readers = if has_names {
        Readers::Both
    } else {
        Readers::Programs
    };
    let mut columns = vec![SheetColumn::of(
        "session",
        head(Text::TablesHeadSession),
        readers,
    )];
    for attribute in extracts.attributes() {
        let name = words.attribute(&attribute.id, guide);
        columns.push(SheetColumn::both(&attribute.id, name));
    }
    columns.extend([
        SheetColumn::both("topic", head(Text::ExtractsHeadTopic)),
        SheetColumn::both("kind", head(Text::ExtractsHeadKind)),
        SheetColumn::both("text", head(Text::ExtractsHeadText)),
        SheetColumn::of("prompted", "", Readers::Programs),
        SheetColumn::both("codes", head(Text::TablesHeadCode)),
    ]);
    columns
}

fn row(passage: &Passage, shown: &[ShownAttribute], guide: &Guide, words: &Words) -> Vec<Cell> {
    let session = passage.session.as_ref();
    let mut row = vec![Cell::same(
        session.map_or_else(String::new, ToString::to_string),
    )];
    for (attribute, value) in shown.iter().zip(&passage.values) {
        let label = words.attribute_value(&attribute.id, value.as_deref(), guide);
        row.push(Cell::of(label, value.clone().unwrap_or_default()));
    }
    let kind = match passage.kind {
        PassageKind::Summary => words.text(Text::ExtractsSummary),
        PassageKind::Paraphrase => words.kind(NoteKind::Paraphrase),
        PassageKind::Quote => words.kind(NoteKind::Quote),
    };
    let prompted = if passage.prompted { "yes" } else { "no" };
    row.extend([
        Cell::same(passage.topic.to_string()),
        Cell::of(kind, passage.kind.word()),
        Cell::same(passage.text.as_str()),
        Cell::data(prompted),
        Cell::same(passage.codes.join(" ")),
    ]);
    row
}
