//! `leitfaden archive push`: puts sessions into an archive.

use serde::Serialize;

use super::PushArguments;
use super::words;
use crate::archive::Keeping;
use crate::cli::asking;
use crate::cli::console::Console;
use crate::cli::ending::{self, Ending};
use crate::cli::outside;
use crate::export::json;
use crate::i18n::{Explanation, Text, Value};
use crate::operations::archive::{Done, Pending, Place, Push, Pushed, SetUpOrStudy, Which, push};
use crate::operations::process;

#[derive(Serialize)]
struct Document {
    format: &'static str,
    version: u32,
    sessions: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    session: String,
    package: Option<String>,
    new: bool,
    pending: bool,
    superseded: Vec<String>,
    /// If any were taken back: whether the place may keep copies.
    #[serde(skip_serializing_if = "Option::is_none")]
    keeps: Option<&'static str>,
    reason: Option<String>,
}

pub(super) fn run(arguments: &PushArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    if arguments.sessions.is_empty() && !arguments.all {
        let hint = console.words.text(Text::ArchiveNameSessionsHint);
        let explanation =
            Explanation::new(console.words.text(Text::ArchiveNameSessions)).hinting(hint);
        return Err(Ending::Usage(explanation));
    }
    let place = super::place(&arguments.target, console)?;
    let study = console.find_study()?;
    let wanted = Push {
        which: if arguments.all {
            Which::All
        } else {
            Which::These(&arguments.sessions)
        },
        pending: if arguments.pending {
            Pending::Taken
        } else {
            Pending::Refused
        },
        beside: arguments.beside,
        now: process::now(),
    };
    if !is_wanted(&place, arguments.yes, console)? {
        return Err(Ending::Found);
    }
    let pushed = push(&study, &place, &wanted, &|_| {}).map_err(|error| match error {
        SetUpOrStudy::SetUp(error) => words::of_set_up(&error, &place, &console.words),
        SetUpOrStudy::Study(error) => console.words.study_error(&error).into(),
    })?;
    if arguments.json {
        let document = Document {
            format: "leitfaden.archive-push",
            version: 1,
            sessions: pushed.iter().map(|one| entry(one, console)).collect(),
        };
        json::write_document(&document, &mut console.output)?;
    } else if pushed.is_empty() {
        let message = console.words.text(Text::ArchiveNothing).into_owned();
        console.say(&message);
    } else {
        for one in &pushed {
            say(one, console)?;
        }
        let done = pushed.iter().filter_map(|one| one.outcome.as_ref().ok());
        // What matters most is said once: what a place keeps it keeps of all that was taken back.
        if let Some(keeping) = done.filter_map(|done| done.keeping).max() {
            let message = console.words.text(words::of_keeping(keeping)).into_owned();
            console.say(&message);
        }
    }
    if pushed.iter().any(|one| one.outcome.is_err()) {
        return Err(Ending::Found);
    }
    Ok(())
}

/// Says before anything goes there that the place keeps, or may keep, what is taken back later; where it does, somebody has
/// to want that.
fn is_wanted(place: &Place, yes: bool, console: &mut Console<'_>) -> Result<bool, Ending> {
    let keeping = place
        .target()
        .keeping()
        .map_err(|error| words::of_target(&error, place.shown(), &console.words))?;
    let text = match keeping {
        Keeping::Nothing => return Ok(true),
        Keeping::Versions => Text::ArchiveWillKeepVersions,
        Keeping::Unknown => Text::ArchiveMayKeep,
    };
    let message = console.words.text(text).into_owned();
    console.say(&message);
    if keeping != Keeping::Versions {
        return Ok(true);
    }
    let question = console.words.text(Text::ArchivePushAsk).into_owned();
    asking::is_confirmed(yes, &question, console)
}

fn entry(pushed: &Pushed, console: &Console<'_>) -> Entry {
    let done = pushed.outcome.as_ref().ok();
    let failed = pushed.outcome.as_ref().err();
    Entry {
        session: pushed.session.to_string(),
        package: done.map(|done| done.name.clone()),
        new: done.is_some_and(|done| done.is_new),
        pending: done.is_some_and(|done| done.pending),
        superseded: done.map(|done| done.superseded.clone()).unwrap_or_default(),
        keeps: done.and_then(|done| done.keeping).map(Keeping::word),
        reason: failed.map(|error| words::one_line(&words::of_push(error, &console.words))),
    }
}

fn say(pushed: &Pushed, console: &mut Console<'_>) -> Result<(), Ending> {
    let error = match &pushed.outcome {
        Ok(done) => {
            say_done(done, console);
            return Ok(());
        }
        Err(error) => error,
    };
    let session = [("session", Value::from(pushed.session.to_string()))];
    let not_pushed = console.words.text_with(Text::ArchiveNotPushed, &session);
    let explanation = words::under(not_pushed, words::of_push(error, &console.words));
    let failed = Ending::Failed(explanation);
    Ok(ending::report(&failed, &console.words, console.errors)?)
}

fn say_done(done: &Done, console: &mut Console<'_>) {
    let package = || ("package", Value::from(done.name.clone()));
    let text = match (done.is_new, done.pending) {
        (true, false) => Text::ArchivePushed,
        (true, true) => Text::ArchivePushedPending,
        (false, _) => Text::ArchiveAlready,
    };
    let message = console.words.text_with(text, &[package()]);
    console.say(&message);
    if !done.superseded.is_empty() {
        let packages = [("packages", Value::from(done.superseded.join(", ")))];
        let message = console.words.text_with(Text::ArchiveSuperseded, &packages);
        console.say(&message);
    }
    outside::say_cleared(&done.cleared, console);
    if let Some(error) = &done.unrecorded {
        let reason = words::one_line(&console.words.save_error(error));
        let values = [package(), ("reason", Value::from(reason))];
        let message = console.words.text_with(Text::ArchiveUnrecorded, &values);
        console.say(&message);
    }
}
