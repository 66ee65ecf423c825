//! The matrix, the notes, the codebook, the sample and what has to be said about them, as a workbook (Office Open XML).
//!
//! What was noted is always written as text, never as a number or a formula.

mod frequencies;
mod sheet;

use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::matrix::{Matrix, lines, matrices};
use super::matrix_document::name;
use super::page::shown;
use super::rows::{NoteRow, note_rows};
use super::sample;
use super::{Collection, report};
use crate::guide::{Code, Guide};
use crate::i18n::{Text, Value, Words};
use crate::release::Released;
use crate::session::{NoteId, SessionId, hours};
use sheet::{Column, Sheet};

/// How hard a workbook is packed, from 1 to 9. At 6, which is usual, it comes out a thirtieth to a tenth smaller, and
/// each package takes a tenth longer.
const COMPRESSION: u8 = 3;

/// Writes the workbook.
///
/// # Errors
///
/// If it cannot be made, or the bytes cannot be written.
pub fn write(collection: &Collection, words: &Words, to: &mut impl Write) -> io::Result<()> {
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(COMPRESSION);
    fill(collection, words, &mut workbook).map_err(io::Error::other)?;
    let bytes = workbook.save_to_buffer().map_err(io::Error::other)?;
    to.write_all(&bytes)
}

fn fill(collection: &Collection, words: &Words, workbook: &mut Workbook) -> Result<(), XlsxError> {
    // A fixed time: the same sessions give the same bytes, and nothing says when somebody worked on them.
    let fixed = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title = words.text(Text::ExportWorkbookTitle);
    let properties = DocProperties::new()
        .set_title(title)
        .set_creation_datetime(&fixed);
    workbook.set_properties(&properties);
    let matrices = matrices(collection, words);
    for (index, matrix) in matrices.iter().enumerate() {
        // A second guide has a matrix of its own.
        let number = (index > 0).then_some(index + 1);
        matrix_sheet(matrix, number, words)?.into_workbook(workbook);
    }
    notes_sheet(collection, words)?.into_workbook(workbook);
    frequencies::add(collection, words, workbook)?;
    codebook_sheet(collection, words)?.into_workbook(workbook);
    sample_sheet(collection, words)?.into_workbook(workbook);
    about_sheet(collection, words)?.into_workbook(workbook);
    Ok(())
}

fn matrix_sheet(
    matrix: &Matrix<'_>,
    number: Option<usize>,
    words: &Words,
) -> Result<Sheet, XlsxError> {
    let mut sheet_name = words.text(Text::ExportSheetMatrix).into_owned();
    if let Some(number) = number {
        sheet_name = format!("{sheet_name} {number}");
    }
    let columns = || matrix.blocks.iter().flat_map(|block| &block.columns);
    let mut heads = vec![Column::narrow(&words.text(Text::ListSession))];
    heads.extend(columns().map(|column| Column::wide(&column.head)));
    let mut sheet = Sheet::below_groups(&sheet_name, &heads)?;
    let mut first = 1;
    for block in &matrix.blocks {
        sheet.group(first, block.columns.len(), &block.heading)?;
        first += block.columns.len();
    }
    for released in &matrix.sessions {
        let mut row = vec![name(released.id(), released.is_invented(), words)];
        row.extend(columns().map(|column| lines(released, &column.topic, words).join("\n")));
        sheet.row(&row, words)?;
    }
    sheet.across_the_page();
    sheet.keep_in_view(1)?;
    Ok(sheet)
}

fn notes_sheet(collection: &Collection, words: &Words) -> Result<Sheet, XlsxError> {
    let head = |text| words.text(text);
    let heads = [
        Column::narrow(&head(Text::ListSession)),
        Column::narrow(&head(Text::ExportHeadCase)),
        Column::narrow(&head(Text::ExportHeadBlock)),
        Column::narrow(&head(Text::ExportHeadTopic)),
        Column::middle(&head(Text::ExportHeadTitle)),
        Column::narrow(&head(Text::ExportHeadState)),
        Column::narrow(&head(Text::ExportHeadNumber)),
        Column::narrow(&head(Text::ExportHeadKind)),
        Column::wide(&head(Text::ExportHeadText)),
        Column::narrow(&head(Text::ExportHeadTime)),
        Column::narrow(&head(Text::ExportHeadOrigin)),
        Column::narrow(&head(Text::ExportHeadLanguage)),
        Column::narrow(&head(Text::ExportHeadPrompted)),
        Column::middle(&head(Text::ExportHeadCodes)),
        Column::narrow(&head(Text::ExportHeadAlsoIn)),
        Column::narrow(&head(Text::ExportHeadInvented)),
    ];
    let mut sheet = Sheet::new(&words.text(Text::ExportSheetNotes), &heads)?;
    for note in note_rows(collection) {
        if let Some(row) = note_row(note, collection, words) {
            sheet.row(&row, words)?;
        }
    }
    sheet.filter()?;
    sheet.keep_in_view(1)?;
    Ok(sheet)
}

/// A note in the order of the sheet's heads.
fn note_row(note: NoteRow<'_>, collection: &Collection, words: &Words) -> Option<[String; 16]> {
    let yes_or_no = |is: bool| {
        let text = if is { Text::AnswerYes } else { Text::AnswerNo };
        words.text(text).into_owned()
    };
    let (session, id): (SessionId, NoteId) = (note.session.parse().ok()?, note.note.parse().ok()?);
    let mut sessions = collection.sessions().iter();
    let released = sessions.find(|released| *released.id() == session)?;
    let found = released.notes().iter().find(|other| other.id == id)?;
    let state = released
        .blocks()
        .iter()
        .flat_map(|block| &block.cells)
        .find(|cell| cell.topic == found.topic)
        .map(|cell| words.state(cell.state).into_owned());
    Some([
        note.session,
        note.case.to_owned(),
        note.block.to_owned(),
        note.topic.to_owned(),
        note.topic_title.unwrap_or_default().to_owned(),
        state.unwrap_or_default(),
        note.note,
        words.kind(found.kind).into_owned(),
        note.text.to_owned(),
        note.timecode.unwrap_or_else(|| hours(note.at_ms)),
        words.origin(found.origin).into_owned(),
        words.language_name(found.language).into_owned(),
        yes_or_no(note.prompted),
        note.codes.join("; "),
        note.also_in.join("; "),
        yes_or_no(note.invented),
    ])
}

fn codebook_sheet(collection: &Collection, words: &Words) -> Result<Sheet, XlsxError> {
    let head = |text| words.text(text);
    let heads = [
        Column::narrow(&head(Text::ListGuide)),
        Column::middle(&head(Text::ExportHeadCode)),
        Column::middle(&head(Text::ExportHeadLabel)),
        Column::wide(&head(Text::ExportHeadDefinition)),
        Column::narrow(&head(Text::ExportHeadSource)),
        Column::narrow(&head(Text::ExportHeadRetired)),
    ];
    let mut sheet = Sheet::new(&words.text(Text::ExportSheetCodebook), &heads)?;
    for guide in collection.guides() {
        for code in &guide.codes {
            sheet.row(&code_row(guide, code, words), words)?;
        }
    }
    sheet.filter()?;
    sheet.keep_in_view(2)?;
    Ok(sheet)
}

fn code_row(guide: &Guide, code: &Code, words: &Words) -> [String; 6] {
    let language = guide.language_for(words.language());
    let retired = if code.retired {
        Text::AnswerYes
    } else {
        Text::AnswerNo
    };
    [
        guide.id.clone(),
        code.id.clone(),
        code.label.in_language(language).to_owned(),
        code.definition
            .as_ref()
            .map(|text| text.in_language(language).to_owned())
            .unwrap_or_default(),
        code.source.clone().unwrap_or_default(),
        words.text(retired).into_owned(),
    ]
}

fn sample_sheet(collection: &Collection, words: &Words) -> Result<Sheet, XlsxError> {
    let fields = sample::fields(collection);
    let names: Vec<String> = fields
        .iter()
        .map(|field| sample::name(field, collection, words))
        .collect();
    let mut heads = vec![Column::narrow(&words.text(Text::ListSession))];
    heads.extend(names.iter().map(|name| Column::middle(name)));
    heads.push(Column::narrow(&words.text(Text::ListNotes)));
    let mut sheet = Sheet::new(&words.text(Text::ExportSheetSample), &heads)?;
    for released in collection.sessions() {
        let texts = sample_row(released, &fields, collection, words);
        sheet.counts(&texts, &[Some(released.notes().len())])?;
    }
    sheet.filter()?;
    sheet.keep_in_view(1)?;
    Ok(sheet)
}

fn sample_row(
    released: &Released,
    fields: &[sample::Field],
    collection: &Collection,
    words: &Words,
) -> Vec<String> {
    let mut row = vec![released.id().to_string()];
    let value = |field| sample::value(field, released, collection, words);
    row.extend(fields.iter().map(|field| value(field).unwrap_or_default()));
    row
}

fn about_sheet(collection: &Collection, words: &Words) -> Result<Sheet, XlsxError> {
    let about = words.text(Text::ExportAbout);
    let mut sheet = Sheet::new(&about, &[Column::wide(&about)])?;
    for line in report::lines(collection, words) {
        sheet.row(&[line], words)?;
    }
    for guide in collection.guides() {
        let named = [
            ("guide", Value::from(shown(&guide.id))),
            ("edition", Value::from(shown(&guide.edition))),
        ];
        sheet.row(&[words.text_with(Text::ProtocolGuide, &named)], words)?;
    }
    Ok(sheet)
}
