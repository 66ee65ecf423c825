//! `leitfaden completions`: completions for a shell.

use std::io::{self, Write};

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::arguments::Arguments;

/// What `completions` accepts.
#[derive(Debug, Args)]
pub struct CompletionsArguments {
    /// The shell
    #[arg(value_enum)]
    pub shell: Shell,
}

/// Prints the completions.
///
/// # Errors
///
/// If the output cannot be written.
pub(super) fn run(arguments: &CompletionsArguments, output: &mut dyn Write) -> io::Result<()> {
    let mut command = Arguments::command();
    let mut script = Vec::new();
    // Into memory first: the generator panics when its output is closed.
    clap_complete::generate(arguments.shell, &mut command, "leitfaden", &mut script);
    output.write_all(&script)
}
