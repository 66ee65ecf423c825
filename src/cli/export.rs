//! `leitfaden export`: sessions in the formats of other programs.

use std::path::{Path, PathBuf};

use clap::builder::TypedValueParser;
use clap::{Args, ValueHint};
use time::{Date, OffsetDateTime};

use super::console::Console;
use super::ending::{self, Ending};
use super::file;
use super::guide::guide_trouble;
use super::outside;
use super::progress;
use super::protect;
use super::values;
use crate::export::{Format, Options, json};
use crate::i18n::{Explanation, Text, Value, Words};
use crate::operations::chance;
use crate::operations::delivery::{DeliveryError, Form, Order, Rest, prepare};
use crate::operations::export::{Destination, ExportError, Logged, Written};
use crate::operations::extracts::ExtractsError;
use crate::operations::process;
use crate::release::Level;
use crate::session::SessionId;
use crate::store::Study;
use crate::tui::trouble::{
    delivery_error, export_error, export_remarks, export_report, sent_lines, unlogged, worked_on,
};

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

    /// At the level review: the day until which the interviewee's answer is awaited, such as 2026-06-01; without it that is
    /// two weeks from now
    #[arg(long, value_name = "DAY", value_parser = values::day)]
    pub until: Option<Date>,

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

/// Exports sessions. At the levels that hide sessions these are extracts of many together.
pub(super) fn run(arguments: &ExportArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let (Some(format), Some(output)) = (arguments.format, &arguments.output) else {
        return Ok(console.output.write_all(json::SCHEMA.as_bytes())?);
    };
    let is_stream = values::is_stream(output);
    let goes_to_terminal = is_stream && console.is_terminal;
    if goes_to_terminal && !format.is_text() {
        return Err(Ending::Usage(no_text(format, &console.words)));
    }
    let level = console.level_of(arguments.level, goes_to_terminal)?;
    let order = arguments.order(format, level, output, console);
    let now = process::now();
    check_until(&order, now, console)?;
    let study = console.find_study()?;
    let protected = protect::list_if_named(arguments.protect_file.as_deref(), console)?;
    let prepared = {
        let mut line = progress::Line::new(console);
        prepare(&study, &order, &protected, now, &mut |done, of| {
            line.count(done, of);
        })
    };
    let prepared = prepared.map_err(|error| of_delivery(&error, level, &study, console))?;
    check_awaited(&prepared.rest, arguments, console)?;
    name_the_rest(&prepared.rest, console)?;
    let has_rest = prepared.rest.is_missing_any();
    if has_rest && !arguments.all && !order.hides_sessions() {
        // Who names sessions wants these and not some of them.
        let none = console.words.text(Text::ExportNothingWritten).into_owned();
        console.say(&none);
        return Err(Ending::Found);
    }
    let logged = if is_stream {
        let free = prepared.check_logs(&study);
        free.map_err(|error| of_delivery(&error, level, &study, console))?;
        let document = prepared.single(output);
        let document = document.map_err(|error| of_export(&error, &console.words))?;
        console.output.write_all(&document.bytes)?;
        prepared.log(&study, &[Written::of(&document, output.clone())], now)
    } else {
        let (place, existing) = (Destination::of(output), file::existing(arguments.force));
        let done = prepared.put_and_log(&study, &place, existing, now);
        let (written, logged) =
            done.map_err(|error| of_delivery(&error, level, &study, console))?;
        say_what_was_written(&written, console);
        logged
    };
    let sent = sent_lines(&console.words, prepared.sent(), now);
    let report = export_report(&console.words, prepared.content());
    for line in sent.into_iter().chain(report) {
        console.say(&line);
    }
    say_logged(&logged, console)?;
    if has_rest { Err(Ending::Found) } else { Ok(()) }
}

impl ExportArguments {
    fn order(&self, format: Format, level: Level, output: &Path, console: &Console<'_>) -> Order {
        Order {
            sessions: self.sessions.clone(),
            form: Form::Sessions(format),
            level,
            place: output.to_owned(),
            options: Options {
                asked: console.asked,
                language: console.words.language(),
                byte_order_mark: self.bom,
            },
            until: self.until,
            show: self.show.clone(),
            seed: self.seed.unwrap_or_else(chance::seed),
        }
    }
}

/// Holds the day until which an answer is awaited against what is exported, and when.
fn check_until(order: &Order, now: OffsetDateTime, console: &Console<'_>) -> Result<(), Ending> {
    let Some(until) = order.until else {
        return Ok(());
    };
    let is_sent = matches!(order.form, Form::Sessions(format) if order.sends(format));
    let text = match (is_sent, until < now.date()) {
        (false, _) => Text::ExportUntilReview,
        (true, true) => Text::ExportUntilPast,
        (true, false) => return Ok(()),
    };
    Err(Ending::Usage(Explanation::new(console.words.text(text))))
}

/// Holds the day until which an answer is awaited against the sessions: where they are named, each awaits one.
fn check_awaited(
    rest: &Rest,
    arguments: &ExportArguments,
    console: &mut Console<'_>,
) -> Result<(), Ending> {
    if rest.unawaited.is_empty() {
        return Ok(());
    }
    let sessions: Vec<String> = rest.unawaited.iter().map(ToString::to_string).collect();
    let named = [("sessions", Value::from(sessions.join(", ")))];
    let said = console.words.text_with(Text::ExportUntilUnawaited, &named);
    if arguments.all {
        console.say(&said);
        return Ok(());
    }
    let hint = console.words.text(Text::ExportUntilUnawaitedHint);
    Err(Explanation::new(said).hinting(hint).into())
}

fn of_delivery(
    error: &DeliveryError,
    level: Level,
    study: &Study,
    console: &Console<'_>,
) -> Ending {
    let words = &console.words;
    match error {
        DeliveryError::Export(error) => of_export(error, words),
        DeliveryError::Guide(trouble) | DeliveryError::Extracts(ExtractsError::Guide(trouble)) => {
            guide_trouble(trouble, study, words).into()
        }
        DeliveryError::NoExtracts(_) => Ending::Usage(delivery_error(words, error, level)),
        _ => delivery_error(words, error, level).into(),
    }
}

/// Names what is not exported, and what an export lacks or tells.
fn name_the_rest(rest: &Rest, console: &mut Console<'_>) -> Result<(), Ending> {
    for line in export_remarks(&console.words, rest) {
        console.say(&line);
    }
    let unread = rest.unread.iter();
    let unread = unread.map(|error| console.words.study_error(error));
    let refused = rest.refused.iter();
    let refused = refused.map(|refused| console.words.refused(refused));
    let worked_on = worked_on(&console.words, &rest.worked_on);
    let rest: Vec<Explanation> = unread.chain(refused).chain(worked_on).collect();
    for explanation in rest {
        ending::report(&Ending::Failed(explanation), &console.words, console.errors)?;
    }
    Ok(())
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

/// Says what logging came to; the sessions in whose logs an export does not stand are a failure.
pub(super) fn say_logged(logged: &Logged, console: &mut Console<'_>) -> Result<(), Ending> {
    outside::say_cleared(&logged.cleared, console);
    match unlogged(&console.words, logged) {
        None => Ok(()),
        Some(explanation) => Err(explanation
            .hinting(console.words.text(Text::ExportUnloggedHint))
            .into()),
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
