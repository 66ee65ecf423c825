//! `leitfaden cutlist`: what has to be cut out of a recording.

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use super::console::Console;
use super::ending::Ending;
use super::file;
use super::values;
use crate::analysis::{Cut, cut_list};
use crate::export::cut_list as formats;
use crate::i18n::{Explanation, Text, Value};
use crate::session::SessionId;

/// What `cutlist` accepts.
#[derive(Debug, Args)]
pub struct CutlistArguments {
    /// The session, such as A-1
    #[arg(value_parser = values::session)]
    pub session: SessionId,

    /// How it is written
    #[arg(long, value_enum, default_value = "csv")]
    pub format: CutFormat,

    /// The recording, from 1; labels are those of one recording
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub recording: Option<u16>,

    /// The file to write; - is the standard output
    #[arg(short, long, value_name = "PATH", default_value = "-", value_hint = ValueHint::FilePath)]
    pub output: PathBuf,

    /// Replace the file if it is there already
    #[arg(long)]
    pub force: bool,
}

/// How a cut list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CutFormat {
    /// A table
    Csv,
    /// Labels for Audacity
    Audacity,
}

/// Writes the cut list of a session.
pub(super) fn run(arguments: &CutlistArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let study = console.find_study()?;
    let session = study
        .read_session(&arguments.session)
        .map_err(|error| console.words.study_error(&error))?;
    let mut cuts = cut_list(&session);
    if session.clock.recordings.is_empty() {
        let named = [("session", Value::from(arguments.session.to_string()))];
        let message = console.words.text_with(Text::CutlistNoRecording, &named);
        console.say(&message);
    }
    if let Some(wanted) = arguments.recording {
        cuts.retain(|cut| cut.recording == usize::from(wanted));
    }
    let mut bytes = Vec::new();
    match arguments.format {
        CutFormat::Csv => formats::csv(&cuts, &mut bytes)?,
        CutFormat::Audacity => {
            let recording = recording(&cuts, console)?;
            formats::audacity(&cuts, recording, &mut bytes)?;
        }
    }
    if values::is_stream(&arguments.output) {
        console.output.write_all(&bytes)?;
        return Ok(());
    }
    let existing = file::existing(arguments.force);
    let written = Text::CutlistWritten;
    file::write_and_say(&arguments.output, &bytes, existing, written, console)?;
    Ok(())
}

/// The recording whose labels are written; it must be said if there are several.
fn recording(cuts: &[Cut], console: &Console<'_>) -> Result<usize, Ending> {
    let recordings: BTreeSet<usize> = cuts.iter().map(|cut| cut.recording).collect();
    if recordings.len() > 1 {
        let explanation = Explanation::new(console.words.text(Text::CutlistSeveral))
            .hinting(console.words.text(Text::CutlistSeveralHint));
        return Err(Ending::Usage(explanation));
    }
    Ok(recordings.first().copied().unwrap_or(1))
}
