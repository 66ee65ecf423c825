//! `leitfaden withdraw`: deletes an interview whose interviewee withdrew, and names what it cannot reach.

use std::collections::BTreeSet;

use clap::Args;

use super::archive::take_back;
use super::asking;
use super::console::Console;
use super::ending::{self, Ending};
use super::values;
use crate::i18n::{Explanation, Text, Value, Words};
use crate::operations::archive::{Place, folder_at_hand, is_dataset};
use crate::operations::configuration;
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
    if !places.is_anything_left() {
        return Ok(());
    }
    let named = [("session", Value::from(id.to_string()))];
    let question = console.words.text_with(Text::WithdrawAsk, &named);
    if !asking::is_confirmed(arguments.yes, &question, console)? {
        return Err(Ending::Found);
    }
    // The packages come first: where they lie is known only as long as the session is there.
    let archives = archives_to_clear(places, arguments, console)?;
    let mut is_cleared = true;
    for place in &archives {
        // By their digests: somebody else's session of the same name may lie beside them.
        let own = places.archived.iter();
        let own: BTreeSet<&str> = own
            .filter(|record| record.target == place.shown())
            .map(|record| record.package.as_str())
            .collect();
        for package in own {
            if let Err(ending) = take_back(place, package, console) {
                ending::report(&ending, &console.words, &mut console.errors)?;
                is_cleared = false;
            }
        }
    }
    let withdrawn = prepared
        .carry_out(&study, process::now())
        .map_err(|error| of_withdrawal(&error, &console.words))?;
    say_what_was_done(&withdrawn, id, console)?;
    is_cleared.then_some(()).ok_or(Ending::Found)
}

/// The archives in folders at hand in which packages of the session lie, as far as they are to be taken back, too.
fn archives_to_clear(
    places: &Places,
    arguments: &WithdrawArguments,
    console: &mut Console<'_>,
) -> Result<Vec<Place>, Ending> {
    // Without a configuration that can be read no archive is known by name; the commands were said.
    let configuration = configuration::load().unwrap_or_default();
    let mut targets: Vec<&str> = Vec::new();
    for record in &places.archived {
        if !targets.contains(&record.target.as_str()) {
            targets.push(&record.target);
        }
    }
    let mut wanted = Vec::new();
    for target in targets.into_iter().filter(|target| !target.is_empty()) {
        let Some(place) = folder_at_hand(target, &configuration) else {
            continue;
        };
        let values = [
            ("target", Value::from(target.to_owned())),
            ("session", Value::from(arguments.session.to_string())),
        ];
        let question = console.words.text_with(Text::WithdrawPackageAsk, &values);
        if asking::is_wanted_too(arguments.yes, &question, console)? {
            wanted.push(place);
        }
    }
    Ok(wanted)
}

/// The commands that take back the packages of a session.
fn package_commands(places: &Places, id: &SessionId, words: &Words) -> Vec<String> {
    let mut commands = Vec::new();
    for record in &places.archived {
        let target = match record.target.as_str() {
            "" => words.text(Text::WithdrawPackageTarget).into_owned(),
            target => values::shell_word(target),
        };
        let named = [
            ("target", Value::from(target)),
            ("package", Value::from(record.name(id))),
        ];
        let command = words.text_with(Text::WithdrawPackageHint, &named);
        if !commands.contains(&command) {
            commands.push(command);
        }
    }
    commands
}

/// What was and will be deleted.
fn lines_of_deletion(places: &Places, id: &SessionId, words: &Words) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(day) = places.withdrawn {
        let values = [
            ("session", Value::from(id.to_string())),
            ("day", Value::from(words.day(day))),
        ];
        lines.push(words.text_with(Text::WithdrawBefore, &values));
    }
    if !places.is_anything_left() {
        return lines;
    }
    let named = [("session", Value::from(id.to_string()))];
    lines.push(words.text_with(Text::WithdrawHead, &named));
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
    lines
}

/// Lists every place known: what will be deleted, and what lies outside.
fn say_places(places: &Places, id: &SessionId, console: &mut Console<'_>) {
    let words = &console.words;
    let mut lines = lines_of_deletion(places, id, words);
    if places.recordings > 0 {
        let text = match places.deletion.done {
            Some(_) => Text::WithdrawRecordingsDeleted,
            None => Text::WithdrawRecordings,
        };
        lines.push(words.counted(text, places.recordings));
    }
    let outside = words.outside(id, &places.exports, &places.archived);
    if !outside.is_empty() {
        lines.push(words.text(Text::WithdrawLeft).into_owned());
        lines.extend(outside);
    }
    lines.extend(package_commands(places, id, words));
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
        explanation = explanation.because(format!(
            "{}{}{}",
            path.display(),
            words.colon(),
            cause.error
        ));
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
