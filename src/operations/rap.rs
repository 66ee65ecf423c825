//! The RAP sheets of cases: their sessions read, released, and written as documents.

use std::io;

use crate::analysis::Facts;
use crate::export::Document;
use crate::export::rap::{SheetFormat, document};
use crate::guide::Guide;
use crate::language::Language;
use crate::release::tables::{TableRefusal, TableRequest};
use crate::release::{CaseSheet, Refused, release_case_sheets};
use crate::store::{Study, StudyError};

/// Sheets, and what has to be said about how they came about.
#[derive(Debug)]
pub struct Made {
    /// The sheets, in the order of the cases.
    pub sheets: Vec<CaseSheet>,
    /// The sessions that the level does not let out, those of cases without a sheet too.
    pub refused: Vec<Refused>,
    /// The sessions that could be counted and cannot be read whole.
    pub unread: Vec<StudyError>,
}

/// Why there are no sheets.
#[derive(Debug, thiserror::Error)]
pub enum RapError {
    /// The forms of the cases cannot be read.
    #[error(transparent)]
    Study(#[from] StudyError),
    /// The level does not let them out.
    #[error(transparent)]
    Refused(#[from] TableRefusal),
}

/// Makes the sheets of the cases that a request asks for. `progress` is told how many sessions are read.
///
/// # Errors
///
/// If the forms of the cases cannot be read, or the level holds no sheets.
pub fn sheets(
    study: &Study,
    facts: &Facts,
    request: &TableRequest<'_>,
    progress: &mut dyn FnMut(usize),
) -> Result<Made, RapError> {
    let cases = study.cases()?.list;
    let mut unread = Vec::new();
    let mut done = 0;
    let (sheets, refused) = release_case_sheets(facts, &cases, request, |id| {
        done += 1;
        progress(done);
        study
            .read_session(id)
            .map_err(|error| unread.push(error))
            .ok()
    })?;
    Ok(Made {
        sheets,
        refused,
        unread,
    })
}

/// The documents of sheets.
///
/// # Errors
///
/// If one cannot be made.
pub fn documents(
    sheets: &[CaseSheet],
    format: SheetFormat,
    guide: &Guide,
    language: Language,
) -> io::Result<Vec<Document>> {
    let documents = sheets.iter();
    documents
        .map(|sheet| document(sheet, format, guide, language))
        .collect()
}
