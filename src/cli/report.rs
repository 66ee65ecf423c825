//! `leitfaden report`: matrix, frequencies and saturation as one page for the browser.

use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::console::Console;
use super::ending::Ending;
use super::tables::{self, ChoiceArguments, Ready};
use crate::export::overview::{self, Overview};
use crate::i18n::{Explanation, Text, Value};
use crate::operations::output::{self, Existing};
use crate::release::tables::{release_frequencies, release_matrix, release_saturation};
use crate::store::WriteError;

/// What `report` accepts.
#[derive(Debug, Args)]
pub struct ReportArguments {
    /// The file
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: PathBuf,

    /// Replace the file if it is there already
    #[arg(long)]
    pub force: bool,

    /// Count by the values of this attribute too
    #[arg(long, value_name = "ATTRIBUTE")]
    pub by: Option<String>,

    /// Which sessions, at which level
    #[command(flatten)]
    pub choice: ChoiceArguments,
}

/// Writes the page. Whoever reads a file cannot be seen, so that its level must be named.
pub(super) fn run(arguments: &ReportArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let shows = std::mem::replace(&mut console.is_terminal, false);
    let level = console.level(arguments.choice.level);
    console.is_terminal = shows;
    level?;
    let ready = Ready::read(&arguments.choice, console)?;
    let request = ready.request();
    let refused = |refusal| ready.refused(&refusal, console);
    let matrix = release_matrix(ready.facts(), &request).map_err(refused)?;
    let by = arguments.by.as_deref();
    let frequencies = release_frequencies(ready.facts(), &request, by).map_err(refused)?;
    let saturation = release_saturation(ready.facts(), &request).map_err(refused)?;
    let overview = Overview {
        matrix: &matrix,
        frequencies: &frequencies,
        saturation: &saturation,
    };
    let mut page = Vec::new();
    overview::write(overview, ready.guide(), &tables::words(console), &mut page)?;
    let existing = if arguments.force {
        Existing::Replace
    } else {
        Existing::Keep
    };
    let path = Value::from(arguments.output.display().to_string());
    let path = [("path", path)];
    output::write_unless(&arguments.output, &page, existing).map_err(|error| {
        let words = &console.words;
        match error {
            WriteError::Changed(_) => Explanation::new(words.text_with(Text::ReportExists, &path))
                .hinting(words.text(Text::ReportExistsHint)),
            WriteError::Disk(_) => words.write_error(&error),
        }
    })?;
    let message = console.words.text_with(Text::ReportWritten, &path);
    console.say(&message);
    ready.finish(console)
}
