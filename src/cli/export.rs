//! `leitfaden export`: sessions in the formats of other programs.

use std::path::{Path, PathBuf};

use clap::builder::TypedValueParser;
use clap::{Args, ValueHint};
use time::OffsetDateTime;

use super::console::Console;
use super::ending::{self, Ending};
use super::extracts;
use super::progress;
use super::protect;
use super::values;
use crate::export::{Collection, Format, Options, json, report};
use crate::i18n::{Explanation, Text, Value, Words};
use crate::operations::export::{
    self, Destination, Existing, ExportError, Gathered, LogError, Which, Written,
};
use crate::release::Level;
use crate::session::SessionId;
use crate::store::Study;
use crate::tui::trouble::export_error;

/// What stands for the standard output.
const STANDARD_OUTPUT: &str = "-";

/// What `export` accepts.
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line, and they do not exclude one another"
)]
pub struct ExportArguments {
    /// The sessions, such as A-1
    #[arg(value_name = "SESSION", value_parser = values::session, required_unless_present_any = ["all", "schema"])]
    pub sessions: Vec<SessionId>,

    /// Export all sessions of the study that are released, and name the others
    #[arg(long, conflicts_with = "sessions")]
    pub all: bool,

    /// The format: a document a session (json, txt, vtt, md, html, docx) or one for all (jsonl, csv, xlsx, docx-matrix, qdpx, qdc)
    #[arg(long, value_name = "FORMAT", value_parser = format(), required_unless_present = "schema")]
    pub format: Option<Format>,

    /// How much the export contains
    #[arg(long, value_name = "LEVEL", value_parser = values::level())]
    pub level: Option<Level>,

    /// The file, a folder for several documents, or - for the standard output
    #[arg(short, long, value_name = "PATH", value_hint = ValueHint::AnyPath, required_unless_present = "schema")]
    pub output: Option<PathBuf>,

    /// At the levels analysis and publication: attributes that must be shown as they were noted
    #[arg(long, value_name = "ATTRIBUTE,…", value_delimiter = ',')]
    pub show: Vec<String>,

    /// At the levels analysis and publication: where chance begins; the same seed gives the same bytes
    #[arg(long, value_name = "NUMBER")]
    pub seed: Option<u64>,

    /// A list of names, one a line, or - for the standard input: what still holds one of them is refused at every level but
    /// working
    #[arg(long, value_name = "FILE|-", value_hint = ValueHint::FilePath)]
    pub protect_file: Option<PathBuf>,

    /// Replace files that are there already
    #[arg(long)]
    pub force: bool,

    /// Begin csv and txt with a byte order mark, by which Excel tells UTF-8
    #[arg(long)]
    pub bom: bool,

    /// Print the JSON Schema of the format json, and export nothing
    #[arg(long, exclusive = true)]
    pub schema: bool,
}

/// Reads the word for a format.
fn format() -> impl TypedValueParser<Value = Format> {
    values::words(Format::ALL, Format::word)
}

/// Exports sessions.
pub(super) fn run(arguments: &ExportArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let (Some(format), Some(output)) = (arguments.format, &arguments.output) else {
        return Ok(console.output.write_all(json::SCHEMA.as_bytes())?);
    };
    let is_stream = output == Path::new(STANDARD_OUTPUT);
    let goes_to_terminal = is_stream && console.is_terminal;
    if goes_to_terminal && !format.is_text() {
        return Err(Ending::Usage(no_text(format, &console.words)));
    }
    let level = console.level_of(arguments.level, goes_to_terminal)?;
    if matches!(level, Level::Analysis | Level::Publication) {
        return extracts::run(arguments, format, level, output, console);
    }
    let study = console.find_study()?;
    let which = if arguments.all {
        Which::All
    } else {
        Which::These(&arguments.sessions)
    };
    let protected = protect::list_if_named(arguments.protect_file.as_deref(), console)?;
    let gathered = {
        let mut line = progress::Line::new(console);
        export::gather(&study, which, level, &protected, &mut |done, of| {
            line.count(done, of);
        })
    };
    let gathered = gathered.map_err(|error| console.words.study_error(&error))?;
    let has_rest = name_the_rest(&gathered, console)?;
    if has_rest && !arguments.all {
        // Who names sessions wants these and not some of them.
        let none = console.words.text(Text::ExportNothingWritten).into_owned();
        console.say(&none);
        return Err(Ending::Found);
    }
    let options = Options {
        asked: console.asked,
        language: console.words.language(),
        byte_order_mark: arguments.bom,
    };
    let collection = &gathered.collection;
    let written = if is_stream {
        let document = export::single(collection, format, options, output)
            .map_err(|error| of_export(&error, &console.words))?;
        console.output.write_all(&document.bytes)?;
        vec![Written::of(&document, output.clone())]
    } else {
        let destination = Destination::of(output);
        let existing = if arguments.force {
            Existing::Replace
        } else {
            Existing::Keep
        };
        let written = export::write(
            collection,
            format,
            options,
            &destination,
            existing,
            &mut |_| {},
        )
        .map_err(|error| of_export(&error, &console.words))?;
        say_what_was_written(&written, console);
        written
    };
    say_report(collection, console);
    log(&study, collection, format, &written, console)?;
    if has_rest { Err(Ending::Found) } else { Ok(()) }
}

/// Names what is not exported, and what an export lacks. Returns whether a session is missing that was to be exported.
fn name_the_rest(gathered: &Gathered, console: &mut Console<'_>) -> Result<bool, Ending> {
    for (session, guide) in &gathered.without_guide {
        let named = [
            ("session", Value::from(session.to_string())),
            ("guide", Value::from(guide.clone())),
        ];
        let message = console.words.text_with(Text::ExportNoGuide, &named);
        console.say(&message);
    }
    if !gathered.invented_left_out.is_empty() {
        let count = gathered.invented_left_out.len();
        let message = console.words.counted(Text::ExportInventedLeftOut, count);
        console.say(&message);
    }
    let unread = gathered
        .unread
        .iter()
        .map(|error| console.words.study_error(error));
    let refused = gathered
        .refused
        .iter()
        .map(|refused| console.words.refused(refused));
    let rest: Vec<Explanation> = unread.chain(refused).collect();
    let has_rest = !rest.is_empty();
    for explanation in rest {
        ending::report(&Ending::Failed(explanation), &console.words, console.errors)?;
    }
    Ok(has_rest)
}

pub(super) fn say_what_was_written(written: &[Written], console: &mut Console<'_>) {
    for written in written {
        let path = Value::from(written.path.display().to_string());
        let message = console
            .words
            .text_with(Text::ExportWritten, &[("path", path)]);
        console.say(&message);
    }
}

/// Has the export stand in the sessions' logs, and says where that does not work: a strike would not know of it.
fn log(
    study: &Study,
    collection: &Collection,
    format: Format,
    written: &[Written],
    console: &Console<'_>,
) -> Result<(), Ending> {
    let sessions = collection.sessions().iter();
    let sessions: Vec<SessionId> = sessions.map(|released| released.id().clone()).collect();
    log_documents(
        study,
        &sessions,
        collection.level(),
        format.word(),
        written,
        console,
    )
}

/// Has documents stand in the logs of these sessions.
pub(super) fn log_documents(
    study: &Study,
    sessions: &[SessionId],
    level: Level,
    format: &str,
    written: &[Written],
    console: &Console<'_>,
) -> Result<(), Ending> {
    // The time where the interviewer is; in universal time if the system does not say where that is.
    let now = OffsetDateTime::now_local().unwrap_or_else(|_| OffsetDateTime::now_utc());
    let failed = export::log_documents(study, sessions, level, format, written, now);
    say_unlogged(&failed, console)
}

/// Names the sessions in whose logs an export does not stand.
pub(super) fn say_unlogged(
    failed: &[(SessionId, LogError)],
    console: &Console<'_>,
) -> Result<(), Ending> {
    let Some((_, first)) = failed.first() else {
        return Ok(());
    };
    let sessions = failed.iter().map(|(session, _)| session.to_string());
    let sessions = Value::from(sessions.collect::<Vec<String>>().join(", "));
    let cause = match first {
        LogError::Study(error) => console.words.study_error(error),
        LogError::Save(error) => console.words.save_error(error),
    };
    let error = console
        .words
        .text_with(Text::ExportUnlogged, &[("sessions", sessions)]);
    let explanation = Explanation::new(error).because(cause.error);
    Err(explanation
        .hinting(console.words.text(Text::ExportUnloggedHint))
        .into())
}

fn say_report(collection: &Collection, console: &mut Console<'_>) {
    for line in report::lines(collection, &console.words) {
        console.say(&line);
    }
}

fn no_text(format: Format, words: &Words) -> Explanation {
    let format = [("format", Value::from(format.word()))];
    Explanation::new(words.text_with(Text::ExportNoText, &format))
        .hinting(words.text(Text::ExportNoTextHint))
}

pub(super) fn of_export(error: &ExportError, words: &Words) -> Ending {
    export_error(words, error).into()
}
