//! `leitfaden merge`: puts another note-taker's protocol into the session.

use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::console::Console;
use super::ending::Ending;
use super::outside;
use super::values;
use crate::i18n::{Explanation, Text, Value, Words};
use crate::operations::merge::{self, Done, MergeTrouble};
use crate::session::{MergeError, SessionId};

/// What `merge` accepts.
#[derive(Debug, Args)]
pub struct MergeArguments {
    /// The session, such as A-1
    #[arg(value_parser = values::session)]
    pub session: SessionId,

    /// The other note-taker's protocol, such as sessions/A-1.t2.ron
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
}

/// Merges, and prints the numbers of notes that lie side by side, a pair a line.
pub(super) fn run(arguments: &MergeArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let study = console.find_study()?;
    let now = super::note::now();
    let done = merge::merge(&study, &arguments.session, &arguments.file, now)
        .map_err(|error| of_merge(&error, arguments, &console.words))?;
    say_what_was_done(&done, arguments, console);
    for (one, other) in done.merged.session.overlaps() {
        writeln!(console.output, "{one}\t{other}")?;
    }
    Ok(())
}

fn say_what_was_done(done: &Done, arguments: &MergeArguments, console: &mut Console<'_>) {
    let merged = &done.merged;
    let words = &console.words;
    let mut lines = vec![words.counted(Text::MergeNotes, merged.notes)];
    if done.folded {
        lines.push(words.text(Text::MergeFolded).into_owned());
    }
    if merged.later_ms != 0 {
        let seconds = merged.later_ms.unsigned_abs().div_ceil(1000);
        let text = if merged.later_ms > 0 {
            Text::MergeLater
        } else {
            Text::MergeEarlier
        };
        let seconds = usize::try_from(seconds).unwrap_or(usize::MAX);
        lines.push(words.counted(text, seconds));
    }
    if merged.same_slots > 0 {
        lines.push(words.counted(Text::MergeSameSlots, merged.same_slots));
    }
    if merged.new_slots > 0 {
        lines.push(words.counted(Text::MergeNewSlots, merged.new_slots));
    }
    if !merged.struck.is_empty() {
        lines.push(words.counted(Text::MergeStruck, merged.struck.len()));
    }
    let overlaps = merged.session.overlaps().len();
    if overlaps > 0 {
        let values = [
            ("count", Value::from(overlaps)),
            ("session", Value::from(arguments.session.to_string())),
        ];
        lines.push(words.text_with(Text::MergeOverlaps, &values));
    }
    let path = |path: &PathBuf| Value::from(path.display().to_string());
    for remaining in &done.cleared.remaining {
        lines.push(words.text_with(Text::StrikeRemaining, &[("path", path(remaining))]));
    }
    for conflict in &done.cleared.conflicts {
        lines.push(words.text_with(Text::NoteConflict, &[("path", path(conflict))]));
    }
    for line in lines {
        console.say(&line);
    }
    if !merged.struck.is_empty() {
        outside::say(&merged.session.exports, &merged.session.archived, console);
    }
}

fn of_merge(error: &MergeTrouble, arguments: &MergeArguments, words: &Words) -> Ending {
    let failed = match error {
        MergeTrouble::Study(error) => words.study_error(error),
        MergeTrouble::Save(error) => words.save_error(error),
        MergeTrouble::Merge(error) => {
            let values = [
                ("session", Value::from(arguments.session.to_string())),
                ("path", Value::from(arguments.file.display().to_string())),
            ];
            let cause = match error {
                MergeError::OtherSession(found) => words.text_with(
                    Text::MergeOtherSession,
                    &[("found", Value::from(found.to_string()))],
                ),
                MergeError::OtherGuide { id, edition } => words.text_with(
                    Text::MergeOtherGuide,
                    &[
                        ("guide", Value::from(id.clone())),
                        ("edition", Value::from(edition.clone())),
                    ],
                ),
                MergeError::OtherTime => words.text(Text::MergeOtherTime).into_owned(),
                MergeError::Invented => words.text(Text::MergeInvented).into_owned(),
            };
            Explanation::new(words.text_with(Text::MergeRefused, &values))
                .because(cause)
                .hinting(words.text(Text::MergeRefusedHint))
        }
    };
    failed.into()
}
