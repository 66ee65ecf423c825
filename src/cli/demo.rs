//! `leitfaden demo`: a copy of the invented sample study.

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};

use super::console::Console;
use super::ending::Ending;
use super::screen;
use crate::i18n::{Explanation, Text, Value, Words};
use crate::operations::demo::{self, DemoError};
use crate::tui::run::First;

/// What `demo` accepts.
#[derive(Debug, Args)]
pub struct DemoArguments {
    /// Keep the copy in this folder, which must not exist or be empty, and do not open the program
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub output: Option<PathBuf>,
}

/// Opens the program in a copy that goes when it is left, or makes a copy that stays.
pub(super) fn run(arguments: &DemoArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    match &arguments.output {
        Some(folder) => keep(folder, console),
        None => try_out(console),
    }
}

fn try_out(console: &mut Console<'_>) -> Result<(), Ending> {
    let copy = demo::temporary().map_err(|error| of_demo(&error, &console.words))?;
    let ended = screen::open(copy.study().clone(), First::Start, console);
    if let Err(remaining) = copy.remove() {
        let path = Value::from(remaining.display().to_string());
        let message = console
            .words
            .text_with(Text::DemoRemains, &[("path", path)]);
        console.say(&message);
    }
    ended
}

fn keep(folder: &Path, console: &mut Console<'_>) -> Result<(), Ending> {
    let study = demo::copy_to(folder).map_err(|error| of_demo(&error, &console.words))?;
    let path = study.root().display().to_string();
    for text in [Text::DemoMade, Text::DemoMadeHint] {
        let path = Value::from(path.as_str());
        let message = console.words.text_with(text, &[("path", path)]);
        console.say(&message);
    }
    Ok(())
}

fn of_demo(error: &DemoError, words: &Words) -> Ending {
    let failed = match error {
        DemoError::NotEmpty(path) => {
            let path = Value::from(path.display().to_string());
            Explanation::new(words.text_with(Text::DemoNotEmpty, &[("path", path)]))
                .hinting(words.text(Text::DemoNotEmptyHint))
        }
        DemoError::Study(error) => words.study_error(error),
        DemoError::Write(error) => words.write_error(error),
        DemoError::Disk(error) => words.disk_error(error),
        DemoError::Temporary(error) => {
            Explanation::new(words.text(Text::DemoTemporary)).because(error.to_string())
        }
    };
    failed.into()
}
