//! `leitfaden rap`: what a case says, on about a page.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum, ValueHint};

use super::console::Console;
use super::ending::{self, Ending};
use super::export::{STANDARD_OUTPUT, log_documents, of_export, say_what_was_written};
use super::file;
use super::progress;
use super::tables::{self, ChoiceArguments, Ready};
use crate::export::rap::SheetFormat;
use crate::export::{Document, sheet_json};
use crate::i18n::{Explanation, Text};
use crate::operations::export::{Destination, ExportError, write_documents};
use crate::operations::rap::{Made, RapError, documents, sheets};
use crate::release::CaseSheet;
use crate::session::{CaseId, SessionId};

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
        output.filter(|path| *path != Path::new(STANDARD_OUTPUT))
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
    console.level_of(arguments.choice.level, goes_to_terminal)?;
    let mut ready = Ready::read(&arguments.choice, console)?;
    ready.only_cases(&arguments.cases);
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
    if !made.sheets.is_empty() {
        put_out(arguments, &made, &ready, console)?;
    }
    finish(&made, ready, console)
}

fn put_out(
    arguments: &RapArguments,
    made: &Made,
    ready: &Ready,
    console: &mut Console<'_>,
) -> Result<(), Ending> {
    let words = tables::words(console);
    let format = arguments.format.of_sheet().filter(|_| !arguments.json);
    let Some(format) = format else {
        let language = ready.guide().language_for(words.language());
        let mut bytes = Vec::new();
        sheet_json::write_rap(&made.sheets, language, &mut bytes)?;
        let sheets = made.sheets.iter().flat_map(CaseSheet::interviews);
        let document = Document {
            name: format!("rap-{}.json", ready.request().level),
            bytes,
            sessions: sheets.map(|one| one.session.clone()).collect(),
        };
        return write(arguments, &[document], "rap-json", ready, console);
    };
    let documents = documents(&made.sheets, format, ready.guide(), words.language())
        .map_err(|error| of_export(&ExportError::Make(error), &words))?;
    let is_page = matches!(format, SheetFormat::Html | SheetFormat::Docx);
    let is_stream = arguments.file().is_none();
    if is_stream && is_page && documents.len() > 1 {
        let error = ExportError::Several {
            documents: documents.len(),
            path: PathBuf::from(STANDARD_OUTPUT),
        };
        return Err(of_export(&error, &words));
    }
    if is_stream && format == SheetFormat::Docx && console.is_terminal {
        let explanation = Explanation::new(
            words.text_with(Text::ExportNoText, &[("format", format.extension().into())]),
        );
        return Err(Ending::Usage(
            explanation.hinting(words.text(Text::ExportNoTextHint)),
        ));
    }
    write(arguments, &documents, format.word(), ready, console)
}

/// Writes documents where they were asked for, and has those in files stand in the logs of their sessions.
fn write(
    arguments: &RapArguments,
    documents: &[Document],
    format: &str,
    ready: &Ready,
    console: &mut Console<'_>,
) -> Result<(), Ending> {
    let Some(path) = arguments.file() else {
        for (index, document) in documents.iter().enumerate() {
            if index > 0 {
                writeln!(console.output)?;
            }
            console.output.write_all(&document.bytes)?;
        }
        return Ok(());
    };
    let existing = file::existing(arguments.force);
    let written = write_documents(documents, &Destination::of(path), existing)
        .map_err(|error| of_export(&error, &console.words))?;
    say_what_was_written(&written, console);
    let sessions: Vec<SessionId> = documents
        .iter()
        .flat_map(|document| document.sessions.clone())
        .collect();
    let level = ready.request().level;
    log_documents(ready.study(), &sessions, level, format, &written, console)
}

/// Names what is in no sheet.
fn finish(made: &Made, ready: Ready, console: &mut Console<'_>) -> Result<(), Ending> {
    for refused in &made.refused {
        let explanation = console.words.refused(refused);
        ending::report(&Ending::Failed(explanation), &console.words, console.errors)?;
    }
    console.name_unread(made.unread.iter())?;
    if made.sheets.is_empty() && made.refused.is_empty() {
        let none = Explanation::new(console.words.text(Text::SheetsNoCase));
        return Err(Ending::Failed(none));
    }
    ready.finish(console)?;
    if made.refused.is_empty() {
        Ok(())
    } else {
        Err(Ending::Found)
    }
}
