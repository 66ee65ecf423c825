//! `leitfaden report`: matrix, frequencies and saturation as one page for the browser.

use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::console::Console;
use super::ending::Ending;
use super::file;
use super::tables::{self, ChoiceArguments, Ready};
use super::values;
use crate::export::overview::{self, Overview};
use crate::i18n::Text;
use crate::release::tables::{release_frequencies, release_matrix, release_saturation};

/// What `report` accepts.
#[derive(Debug, Args)]
pub struct ReportArguments {
    /// The file, or - for the standard output
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
    console.table_level(arguments.choice.level, false)?;
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
    if values::is_stream(&arguments.output) {
        console.output.write_all(&page)?;
        return ready.finish(console);
    }
    let existing = file::existing(arguments.force);
    let written = Text::ReportWritten;
    file::write_and_say(&arguments.output, &page, existing, written, console)?;
    ready.finish(console)
}
