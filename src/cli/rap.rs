//! `leitfaden rap`: what a case says, on about a page.

use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum, ValueHint};

use super::console::Console;
use super::ending::{self, Ending};
use super::export::{of_export, say_logged, say_what_was_written};
use super::file;
use super::progress;
use super::tables::{self, ChoiceArguments, Ready};
use super::values;
use crate::export::rap::SheetFormat;
use crate::export::{Document, sheet_json};
use crate::i18n::{Explanation, Text};
use crate::language::Language;
use crate::operations::delivery::{DeliveryError, Prepared};
use crate::operations::export::{Destination, ExportError};
use crate::operations::process;
use crate::operations::rap::{Made, RapError, documents, sheets};
use crate::release::{CaseSheet, Level};
use crate::session::CaseId;
use crate::tui::trouble::delivery_error;

/// The word for the JSON document in the logs.
const JSON: &str = "rap-json";

/// What `rap` accepts.
#[derive(Debug, Args)]
pub struct RapArguments {
    /// The cases, such as A; without any, all
    #[arg(value_name = "CASE", value_parser = tables::case)]
    pub cases: Vec<CaseId>,

    /// How the sheets are written
    #[arg(long, value_enum, default_value_t = RapFormat::Text, conflicts_with = "json")]
    pub format: RapFormat,

    /// Print one JSON document, with what goes on no page too
    #[arg(long)]
    pub json: bool,

    /// The file, or a folder for the sheets of several cases; without it or with -, the standard output
    #[arg(short, long, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub output: Option<PathBuf>,

    /// Replace files that are there already
    #[arg(long, requires = "output")]
    pub force: bool,

    /// Which sessions, at which level
    #[command(flatten)]
    pub choice: ChoiceArguments,
}

/// How a sheet is written, as a word of the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RapFormat {
    /// Plain text
    #[value(alias = "txt", alias = "table")]
    Text,
    /// Markdown
    Md,
    /// A page for the browser
    Html,
    /// A text document
    Docx,
    /// One JSON document
    Json,
}

impl RapArguments {
    /// Where the sheets are written; nothing for the standard output.
    fn file(&self) -> Option<&Path> {
        let output = self.output.as_deref();
        output.filter(|path| !values::is_stream(path))
    }

    /// The format of a sheet; nothing for JSON, which holds all sheets.
    fn sheet_format(&self) -> Option<SheetFormat> {
        self.format.of_sheet().filter(|_| !self.json)
    }
}

impl RapFormat {
    /// The format of a document; nothing for JSON, which holds all sheets.
    const fn of_sheet(self) -> Option<SheetFormat> {
        match self {
            Self::Text => Some(SheetFormat::Text),
            Self::Md => Some(SheetFormat::Md),
            Self::Html => Some(SheetFormat::Html),
            Self::Docx => Some(SheetFormat::Docx),
            Self::Json => None,
        }
    }
}

/// Prints the sheets, or writes them. Sessions that the level does not let out are named, and the command then ends with 1.
pub(super) fn run(arguments: &RapArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    // Whoever reads a file cannot be seen, so that its level must be named.
    let goes_to_terminal = arguments.file().is_none() && console.is_terminal;
    console.table_level(arguments.choice.level, goes_to_terminal)?;
    let mut ready = Ready::read(&arguments.choice, console)?;
    ready.only_cases(&arguments.cases, console)?;
    let made = {
        let mut line = progress::Line::new(console);
        let of = ready.facts().sessions.len();
        sheets(
            ready.study(),
            ready.facts(),
            &ready.request(),
            &mut |done| {
                line.count(done, of);
            },
        )
    };
    let made = made.map_err(|error| match error {
        RapError::Study(error) => console.words.study_error(&error).into(),
        RapError::Refused(refusal) => ready.refused(&refusal, console),
    })?;
    let prepared = prepare(arguments, made, &ready, console)?;
    match arguments.file() {
        Some(path) => write(arguments, &prepared, path, &ready, console)?,
        None => print(arguments, &prepared, console)?,
    }
    finish(&prepared, ready, console)
}

/// Makes the documents of the sheets, none if there are no sheets.
fn prepare(
    arguments: &RapArguments,
    made: Made,
    ready: &Ready,
    console: &Console<'_>,
) -> Result<Prepared, Ending> {
    let words = tables::words(console);
    let level = ready.request().level;
    let (documents, word) = match arguments.sheet_format() {
        Some(format) => {
            let documents = documents(&made.sheets, format, ready.guide(), words.language());
            let documents = documents.map_err(|error| of_export(&ExportError::Make(error), &words));
            (documents?, format.word())
        }
        None if made.sheets.is_empty() => (Vec::new(), JSON),
        None => {
            let language = ready.guide().language_for(words.language());
            (vec![json_document(&made.sheets, language, level)?], JSON)
        }
    };
    Ok(Prepared::of_sheets(made, documents, word, level))
}

/// All sheets in one JSON document.
fn json_document(sheets: &[CaseSheet], language: Language, level: Level) -> io::Result<Document> {
    let mut bytes = Vec::new();
    sheet_json::write_rap(sheets, language, &mut bytes)?;
    let interviews = sheets.iter().flat_map(CaseSheet::interviews);
    Ok(Document {
        name: format!("rap-{level}.json"),
        bytes,
        sessions: interviews.map(|one| one.session.clone()).collect(),
    })
}

/// Prints the sheets one after the other; of pages one.
fn print(
    arguments: &RapArguments,
    prepared: &Prepared,
    console: &mut Console<'_>,
) -> Result<(), Ending> {
    let words = tables::words(console);
    let (documents, format) = (prepared.documents(), arguments.sheet_format());
    if documents.is_empty() {
        return Ok(());
    }
    if format == Some(SheetFormat::Docx) && console.is_terminal {
        let format = [("format", SheetFormat::Docx.extension().into())];
        let explanation = Explanation::new(words.text_with(Text::ExportNoText, &format));
        let hint = words.text(Text::ExportNoTextHint);
        return Err(Ending::Usage(explanation.hinting(hint)));
    }
    if matches!(format, Some(SheetFormat::Html | SheetFormat::Docx)) {
        let page = prepared.single(Path::new("-"));
        let page = page.map_err(|error| of_export(&error, &words))?;
        return Ok(console.output.write_all(&page.bytes)?);
    }
    for (index, document) in documents.iter().enumerate() {
        if index > 0 {
            writeln!(console.output)?;
        }
        console.output.write_all(&document.bytes)?;
    }
    Ok(())
}

/// Writes the sheets as files, and has these stand in the logs of their sessions.
fn write(
    arguments: &RapArguments,
    prepared: &Prepared,
    path: &Path,
    ready: &Ready,
    console: &mut Console<'_>,
) -> Result<(), Ending> {
    let (place, existing) = (Destination::of(path), file::existing(arguments.force));
    let done = prepared.put_and_log(ready.study(), &place, existing, process::now());
    let (written, logged) = done.map_err(|error| match error {
        DeliveryError::Export(error) => of_export(&error, &console.words),
        error => delivery_error(&console.words, &error, ready.request().level).into(),
    })?;
    say_what_was_written(&written, console);
    say_logged(&logged, console)
}

/// Names what is in no sheet.
fn finish(prepared: &Prepared, ready: Ready, console: &mut Console<'_>) -> Result<(), Ending> {
    let rest = &prepared.rest;
    for refused in &rest.refused {
        let explanation = console.words.refused(refused);
        ending::report(&Ending::Failed(explanation), &console.words, console.errors)?;
    }
    console.name_unread(rest.unread.iter())?;
    if prepared.documents().is_empty() && rest.refused.is_empty() {
        let none = Explanation::new(console.words.text(Text::SheetsNoCase));
        return Err(Ending::Failed(none));
    }
    ready.finish(console)?;
    if rest.refused.is_empty() {
        Ok(())
    } else {
        Err(Ending::Found)
    }
}
