//! `leitfaden matrix`: the protocol matrix: a row for each session, a column for each topic.

use clap::Args;

use super::console::Console;
use super::ending::Ending;
use super::tables::{self, Ready, TableArguments};
use crate::export::{sheet, sheet_json};
use crate::release::tables::release_matrix;

/// What `matrix` accepts.
#[derive(Debug, Args)]
pub struct MatrixArguments {
    /// Which sessions, at which level, in which format
    #[command(flatten)]
    pub table: TableArguments,
}

/// Prints the table.
pub(super) fn run(arguments: &MatrixArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let ready = Ready::read(&arguments.table, console)?;
    let released = release_matrix(ready.facts(), &ready.request())
        .map_err(|refusal| ready.refused(&refusal, console))?;
    if arguments.table.wants_json() {
        sheet_json::write_matrix(&released, &mut console.output)?;
    } else {
        let sheet = sheet::matrix(&released, ready.guide(), &tables::words(console));
        tables::write_sheet(&sheet, arguments.table.format, console)?;
    }
    ready.finish(console)
}
