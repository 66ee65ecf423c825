//! `leitfaden saturation`: how many new codes each interview brings.

use clap::Args;

use super::console::Console;
use super::ending::Ending;
use super::tables::{self, Ready, TableArguments};
use crate::export::{sheet, sheet_json};
use crate::release::tables::release_saturation;

/// What `saturation` accepts.
#[derive(Debug, Args)]
pub struct SaturationArguments {
    /// Which sessions, at which level, in which format
    #[command(flatten)]
    pub table: TableArguments,
}

/// Prints the table.
pub(super) fn run(
    arguments: &SaturationArguments,
    console: &mut Console<'_>,
) -> Result<(), Ending> {
    let ready = Ready::read(&arguments.table, console)?;
    let released = release_saturation(ready.facts(), &ready.request())
        .map_err(|refusal| ready.refused(&refusal, console))?;
    if arguments.table.wants_json() {
        sheet_json::write_saturation(&released, &mut console.output)?;
    } else {
        let sheet = sheet::saturation(&released, &tables::words(console));
        tables::write_sheet(&sheet, arguments.table.format, console)?;
    }
    ready.finish(console)
}
