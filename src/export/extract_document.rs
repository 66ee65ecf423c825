//! Extracts of many sessions as a document.

use std::io;

use super::collection::start;
use super::sheet::{csv, extracts as sheet_of, markdown, text};
use super::{Document, Format, Options, sheet_json};
use crate::guide::Guide;
use crate::i18n::Words;
use crate::release::Extracts;

/// The document of extracts; nothing in a format that cannot hold them.
///
/// # Errors
///
/// If it cannot be made.
pub fn document(
    extracts: &Extracts,
    guide: &Guide,
    format: Format,
    options: Options,
) -> io::Result<Option<Document>> {
    let words = Words::new(options.asked.unwrap_or(options.language));
    let sheet = || sheet_of(extracts, guide, &words);
    let mut bytes = start(format, options);
    match format {
        Format::Json => sheet_json::write_extracts(extracts, &mut bytes)?,
        Format::Csv => csv::write(&sheet(), &mut bytes)?,
        Format::Md => markdown::write(&sheet(), &mut bytes)?,
        Format::Txt => text::write(&sheet(), None, &mut bytes)?,
        _ => return Ok(None),
    }
    let level = extracts.frame().level();
    Ok(Some(Document {
        name: format!("{}-{level}.{}", guide.id, format.extension()),
        bytes,
        sessions: extracts.members().to_vec(),
    }))
}
