//! `leitfaden contradictions`: what is worth a second look within the cases.

use clap::Args;

use super::console::Console;
use super::ending::Ending;
use super::tables::{self, Ready, TableArguments};
use crate::export::{sheet, sheet_json};
use crate::release::tables::release_contradictions;

/// What `contradictions` accepts.
#[derive(Debug, Args)]
pub struct ContradictionsArguments {
    /// Which sessions, at which level, in which format
    #[command(flatten)]
    pub table: TableArguments,
}

/// Prints the table.
pub(super) fn run(
    arguments: &ContradictionsArguments,
    console: &mut Console<'_>,
) -> Result<(), Ending> {
    let ready = Ready::read(&arguments.table.choice, console)?;
    let released = release_contradictions(ready.facts(), &ready.request())
        .map_err(|refusal| ready.refused(&refusal, console))?;
    if arguments.table.wants_json() {
        sheet_json::write_contradictions(&released, &mut console.output)?;
    } else {
        let sheet = sheet::contradictions(&released, ready.guide(), &tables::words(console));
        tables::write_sheet(&sheet, arguments.table.format, console)?;
    }
    ready.finish(console)
}
