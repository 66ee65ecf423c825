//! `leitfaden man`: the manual pages.

use std::io;
use std::path::PathBuf;

use clap::{Args, Command, CommandFactory, ValueHint};
use clap_mangen::Man;

use super::arguments::Arguments;
use super::console::Console;
use super::ending::Ending;
use super::values;
use crate::i18n::{Explanation, Text, Value};
use crate::operations::manual;

/// What `man` accepts.
#[derive(Debug, Args)]
pub struct ManArguments {
    /// The folder; it is made if it is not there
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath, value_parser = values::path())]
    pub folder: PathBuf,
}

/// Writes the manual pages, one a command.
pub(super) fn run(arguments: &ManArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let pages = pages()?;
    manual::write(&arguments.folder, &pages).map_err(|error| {
        let path = Value::from(error.path.display().to_string());
        Explanation::new(console.words.text_with(Text::DiskWrite, &[("path", path)]))
            .because(console.words.system_error(&error.source))
    })?;
    let message = console.words.text_with(
        Text::ManWritten,
        &[
            ("count", Value::from(pages.len())),
            ("path", Value::from(arguments.folder.display().to_string())),
        ],
    );
    console.say(&message);
    Ok(())
}

/// The name and the bytes of each page.
fn pages() -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut command = Arguments::command().disable_help_subcommand(true);
    command.build();
    let mut pages = Vec::new();
    add_page(&command, &mut pages)?;
    Ok(pages)
}

fn add_page(command: &Command, pages: &mut Vec<(String, Vec<u8>)>) -> io::Result<()> {
    let man = Man::new(command.clone());
    let mut bytes = Vec::new();
    man.render(&mut bytes)?;
    pages.push((man.get_filename(), bytes));
    command
        .get_subcommands()
        .try_for_each(|inner| add_page(inner, pages))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_page() {
        let names: Vec<String> = pages().unwrap().into_iter().map(|(name, _)| name).collect();
        for wanted in ["leitfaden.1", "leitfaden-show.1", "leitfaden-guide-check.1"] {
            assert!(names.iter().any(|name| name == wanted), "{names:?}");
        }
    }
}
