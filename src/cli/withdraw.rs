//! `leitfaden withdraw`: deletes an interview whose interviewee withdrew, and names what it cannot reach.

use clap::Args;

use super::asking;
use super::console::Console;
use super::ending::Ending;
use super::values;
use crate::i18n::{Explanation, Text, Value, Words};
use crate::operations::archive::is_dataset;
use crate::operations::process;
use crate::operations::withdraw::{self, Places, WithdrawError, Withdrawn};
use crate::session::SessionId;

/// What `withdraw` accepts.
#[derive(Debug, Args)]
pub struct WithdrawArguments {
    /// The session, such as A-1
    #[arg(value_parser = values::session)]
    pub session: SessionId,

    /// Do not ask
    #[arg(long)]
    pub yes: bool,
}

/// Names every place known, asks, and deletes what can be deleted.
pub(super) fn run(arguments: &WithdrawArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let study = console.find_study()?;
    let id = &arguments.session;
    let prepared =
        withdraw::prepare(&study, id).map_err(|error| of_withdrawal(&error, &console.words))?;
    let places = prepared.places();
    say_places(places, id, console);
    if places.withdrawn.is_some() && places.files.is_empty() {
        return Ok(());
    }
    let named = [("session", Value::from(id.to_string()))];
    let question = console.words.text_with(Text::WithdrawAsk, &named);
    if !asking::is_confirmed(arguments.yes, &question, console)? {
        return Err(Ending::Found);
    }
    let withdrawn = prepared
        .carry_out(&study, process::now())
        .map_err(|error| of_withdrawal(&error, &console.words))?;
    say_what_was_done(&withdrawn, id, console)
}

/// Lists every place known: what will be deleted, and what lies outside.
fn say_places(places: &Places, id: &SessionId, console: &mut Console<'_>) {
    let words = &console.words;
    let mut lines = Vec::new();
    if let Some(day) = places.withdrawn {
        let values = [
            ("session", Value::from(id.to_string())),
            ("day", Value::from(day.to_string())),
        ];
        lines.push(words.text_with(Text::WithdrawBefore, &values));
    }
    let path = |text, path: &std::path::Path| {
        words.text_with(text, &[("path", Value::from(path.display().to_string()))])
    };
    let files = places.files.iter();
    lines.extend(files.map(|file| path(Text::WithdrawFile, file)));
    let index = places.index.iter();
    lines.extend(index.map(|file| path(Text::WithdrawIndex, file)));
    if places.case {
        let named = [("case", Value::from(id.case().to_string()))];
        lines.push(words.text_with(Text::WithdrawCase, &named));
    }
    let unread = places.unread.iter();
    lines.extend(unread.map(|file| path(Text::WithdrawUnread, file)));
    if places.recordings > 0 {
        let text = match places.deletion.done {
            Some(_) => Text::WithdrawRecordingsDeleted,
            None => Text::WithdrawRecordings,
        };
        lines.push(words.counted(text, places.recordings));
    }
    lines.extend(words.outside(&places.exports, &places.archived));
    if !places.archived.is_empty() {
        lines.push(console.words.text(Text::WithdrawPackageHint).into_owned());
    }
    if places.exports.iter().any(is_dataset) {
        lines.push(console.words.text(Text::ArchiveDatasetAnew).into_owned());
    }
    lines.push(console.words.text(Text::WithdrawOutside).into_owned());
    for line in lines {
        console.say(&line);
    }
}

fn say_what_was_done(
    withdrawn: &Withdrawn,
    id: &SessionId,
    console: &mut Console<'_>,
) -> Result<(), Ending> {
    for path in &withdrawn.deleted {
        writeln!(
            console.output,
            "{}",
            crate::export::visible(&path.display().to_string())
        )?;
    }
    let words = &console.words;
    if withdrawn.left.is_empty() && withdrawn.case_left.is_none() {
        let named = [("session", Value::from(id.to_string()))];
        let done = words.text_with(Text::WithdrawDone, &named);
        console.say(&done);
        return Ok(());
    }
    let named = [("session", Value::from(id.to_string()))];
    let mut explanation = Explanation::new(words.text_with(Text::WithdrawPartly, &named));
    for (path, error) in &withdrawn.left {
        let cause = words.disk_error(error);
        explanation = explanation.because(format!("{}: {}", path.display(), cause.error));
    }
    if let Some(error) = &withdrawn.case_left {
        explanation = explanation.because(words.save_error(error).error);
    }
    Err(explanation
        .hinting(words.text(Text::WithdrawPartlyHint))
        .into())
}

fn of_withdrawal(error: &WithdrawError, words: &Words) -> Ending {
    let failed = match error {
        WithdrawError::Study(error) => words.study_error(error),
        WithdrawError::Save(error) => words.save_error(error),
    };
    failed.into()
}
