//! `leitfaden frequencies`: what accumulates within the blocks.

use clap::Args;

use super::console::Console;
use super::ending::Ending;
use super::tables::{self, Ready, TableArguments};
use crate::export::{sheet, sheet_json};
use crate::release::tables::release_frequencies;

/// What `frequencies` accepts.
#[derive(Debug, Args)]
pub struct FrequenciesArguments {
    /// Count by the values of this attribute too
    #[arg(long, value_name = "ATTRIBUTE")]
    pub by: Option<String>,

    /// Which sessions, at which level, in which format
    #[command(flatten)]
    pub table: TableArguments,
}

/// Prints the table.
pub(super) fn run(
    arguments: &FrequenciesArguments,
    console: &mut Console<'_>,
) -> Result<(), Ending> {
    let ready = Ready::read(&arguments.table, console)?;
    let by = arguments.by.as_deref();
    let released = release_frequencies(ready.facts(), &ready.request(), by)
        .map_err(|refusal| ready.refused(&refusal, console))?;
    let words = tables::words(console);
    if arguments.table.wants_json() {
        let language = ready.guide().language_for(words.language());
        sheet_json::write_frequencies(&released, language, &mut console.output)?;
    } else {
        let sheet = sheet::frequencies(&released, ready.guide(), &words);
        tables::write_sheet(&sheet, arguments.table.format, console)?;
    }
    ready.finish(console)
}
