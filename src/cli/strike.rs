//! `leitfaden strike`: takes out for good what was noted.

use std::path::PathBuf;

use clap::{ArgGroup, Args};

use super::asking;
use super::console::Console;
use super::ending::Ending;
use super::note::of_recording;
use super::outside;
use super::values::{self, ValueFault};
use crate::export::visible;
use crate::i18n::{Explanation, Text, Value, Words};
use crate::operations::input;
use crate::operations::note::LONGEST;
use crate::operations::process;
use crate::operations::strike::{self, Prepared, StrikeError, Struck, Target};
use crate::session::{Moment, NoteId, SessionId, Sought, hours};

/// What `strike` accepts.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("target").required(true).args(["note", "from", "text"])))]
pub struct StrikeArguments {
    /// The session, such as A-1
    #[arg(value_parser = values::session)]
    pub session: SessionId,

    /// The note, such as 1.17
    #[arg(long, value_name = "N", value_parser = values::note)]
    pub note: Option<NoteId>,

    /// Everything from here: #hh:mm:ss-t# in the recording, or hh:mm:ss or mm:ss since the interview began
    #[arg(long, value_name = "T", requires = "to", value_parser = values::moment)]
    pub from: Option<Moment>,

    /// To here
    #[arg(long, value_name = "T", requires = "from", value_parser = values::moment)]
    pub to: Option<Moment>,

    /// Every text that holds the words of the standard input; - is all that can stand here
    #[arg(long, value_name = "-", value_parser = standard_input)]
    pub text: Option<()>,

    /// Do not ask
    #[arg(long)]
    pub yes: bool,
}

/// Strikes, and prints what stands in place of the notes that were struck: number, cell, time.
pub(super) fn run(arguments: &StrikeArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let study = console.find_study()?;
    let target = target(arguments, console)?;
    let prepared = strike::prepare(&study, &arguments.session, target, process::now())
        .map_err(|error| of_strike(&error, &arguments.session, &console.words))?;
    say_what_else_goes(&prepared, arguments, console)?;
    if !is_wanted(&prepared, arguments.yes, console)? {
        return Err(Ending::Found);
    }
    let struck = prepared
        .carry_out()
        .map_err(|error| of_strike(&error, &arguments.session, &console.words))?;
    say_what_was_done(&arguments.session, &struck, console);
    for tombstone in &struck.tombstones {
        let time = hours(tombstone.at_ms);
        writeln!(
            console.output,
            "{}\t{}\t{time}",
            tombstone.note, tombstone.topic
        )?;
    }
    Ok(())
}

fn target(arguments: &StrikeArguments, console: &mut Console<'_>) -> Result<Target, Ending> {
    if let Some(note) = arguments.note {
        return Ok(Target::Note(note));
    }
    if let Some((from, to)) = arguments.from.zip(arguments.to) {
        return Ok(Target::Between(from, to));
    }
    let words = if asking::can_ask() {
        let prompt = console.words.text(Text::StrikeWhichWords).into_owned();
        asking::unseen_line(&prompt, console)?
    } else {
        input::read(&mut *console.input, LONGEST)
            .map_err(|error| super::note::of_text(&error, &console.words))?
    };
    Sought::new(&words)
        .map(Target::Words)
        .ok_or_else(|| Explanation::new(console.words.text(Text::StrikeNoWords)).into())
}

/// Asks, and shows to whom is asked what would be struck.
fn is_wanted(prepared: &Prepared, yes: bool, console: &mut Console<'_>) -> Result<bool, Ending> {
    let hits = prepared.hits();
    if !yes && asking::can_ask() {
        for hit in &hits {
            let place = console.words.text_place(&hit.place);
            console.say(&format!("{place}: {}", visible(prepared.text(hit))));
        }
    }
    let is_elsewhere = prepared.is_in_the_past() || prepared.beside().next().is_some();
    let question = if hits.is_empty() && is_elsewhere {
        console.words.text(Text::StrikeAskPast).into_owned()
    } else {
        console.words.counted(Text::StrikeAsk, hits.len())
    };
    asking::is_confirmed(yes, &question, console)
}

/// Says what goes besides the texts that the protocols show.
fn say_what_else_goes(
    prepared: &Prepared,
    arguments: &StrikeArguments,
    console: &mut Console<'_>,
) -> Result<(), Ending> {
    let kept = prepared
        .kept_for_rescue()
        .map_err(|error| of_strike(&error, &arguments.session, &console.words))?;
    let mut lines = Vec::new();
    if prepared.is_in_the_past() {
        lines.push(console.words.text(Text::StrikePast).into_owned());
    }
    lines.extend(paths(Text::StrikeBeside, prepared.beside(), &console.words));
    lines.extend(paths(Text::StrikeGoesToo, &kept, &console.words));
    for line in lines {
        console.say(&line);
    }
    Ok(())
}

/// A line for each file.
fn paths<'path>(
    text: Text,
    paths: impl IntoIterator<Item = &'path PathBuf>,
    words: &Words,
) -> Vec<String> {
    let said = paths.into_iter().map(|path| {
        let path = Value::from(path.display().to_string());
        words.text_with(text, &[("path", path)])
    });
    said.collect()
}

fn say_what_was_done(session: &SessionId, struck: &Struck, console: &mut Console<'_>) {
    let count = struck.tombstones.len() + struck.others;
    let done = console.words.counted(Text::StrikeDone, count);
    console.say(&done);
    let mut lines = paths(Text::StrikeRemoved, &struck.removed, &console.words);
    lines.extend(paths(Text::NoteConflict, &struck.conflicts, &console.words));
    lines.extend(paths(
        Text::StrikeRemaining,
        &struck.remaining,
        &console.words,
    ));
    for line in lines {
        console.say(&line);
    }
    outside::say(session, &struck.exports, &struck.archived, console);
}

fn standard_input(text: &str) -> Result<(), ValueFault> {
    if text == "-" {
        Ok(())
    } else {
        Err(ValueFault::WordsToStrike)
    }
}

fn of_strike(error: &StrikeError, session: &SessionId, words: &Words) -> Ending {
    let named = [("session", Value::from(session.to_string()))];
    let failed = match error {
        StrikeError::Study(error) => words.study_error(error),
        StrikeError::Save(error) => words.save_error(error),
        StrikeError::NoNote(note) | StrikeError::StruckAlready(note) => {
            let text = match error {
                StrikeError::NoNote(_) => Text::StrikeNoNote,
                _ => Text::StrikeAlready,
            };
            let values = [
                ("session", Value::from(session.to_string())),
                ("note", Value::from(note.to_string())),
            ];
            Explanation::new(words.text_with(text, &values))
                .hinting(words.text_with(Text::StrikeNoNoteHint, &named))
        }
        StrikeError::NothingFound => {
            Explanation::new(words.text_with(Text::StrikeNothingFound, &named))
                .hinting(words.text(Text::StrikeNothingFoundHint))
        }
        StrikeError::NotBegun(_) => Explanation::new(words.text_with(Text::StrikeNotBegun, &named))
            .hinting(words.text(Text::StrikeNotBegunHint)),
        StrikeError::Backwards => Explanation::new(words.text(Text::StrikeBackwards))
            .hinting(words.text(Text::StrikeBackwardsHint)),
        StrikeError::BeforeBeginning => Explanation::new(words.text(Text::StrikeBeforeBeginning))
            .hinting(words.text(Text::StrikeNoRecordingHint)),
        StrikeError::Beyond { end_ms } => {
            let end = Value::from(hours(*end_ms));
            Explanation::new(words.text_with(Text::StrikeBeyond, &[("end", end)]))
                .hinting(words.text(Text::StrikeNoRecordingHint))
        }
        StrikeError::NoRecording(missing) => {
            of_recording(*missing, session, Text::StrikeNoRecordingHint, words)
        }
    };
    failed.into()
}
