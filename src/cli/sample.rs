//! `leitfaden sample`: whom of each case one has talked to, and where the gaps are.

use clap::Args;

use super::console::Console;
use super::ending::Ending;
use super::tables::{self, Ready, TableArguments};
use crate::export::{sheet, sheet_json};
use crate::release::tables::release_sample;

/// What `sample` accepts.
#[derive(Debug, Args)]
pub struct SampleArguments {
    /// Which sessions, at which level, in which format
    #[command(flatten)]
    pub table: TableArguments,
}

/// Prints the table.
pub(super) fn run(arguments: &SampleArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let ready = Ready::read(&arguments.table, console)?;
    let released = release_sample(ready.facts(), &ready.request())
        .map_err(|refusal| ready.refused(&refusal, console))?;
    if arguments.table.wants_json() {
        sheet_json::write_sample(&released, &mut console.output)?;
    } else {
        let sheet = sheet::sample(&released, ready.guide(), &tables::words(console));
        tables::write_sheet(&sheet, arguments.table.format, console)?;
    }
    ready.finish(console)
}
