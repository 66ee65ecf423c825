//! `leitfaden demo`: a copy of the invented sample study.

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};

use super::console::Console;
use super::ending::Ending;
use super::screen;
use super::values;
use crate::i18n::{Explanation, Text, Value, Words};
use crate::operations::demo::{self, DemoError, Invented, MOST_SESSIONS};
use crate::tui::run::First;

/// What `demo` accepts.
#[derive(Debug, Args)]
pub struct DemoArguments {
    /// Keep the copy in this folder, which must not exist or be empty, and do not open the program
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath, value_parser = values::path())]
    pub output: Option<PathBuf>,

    /// Make an invented study with so many sessions, up to a million, instead of copying the sample study
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub sessions: Option<u32>,

    /// What the invented study follows from; the same number gives the same study
    #[arg(
        long,
        value_name = "NUMBER",
        requires = "sessions",
        default_value_t = 1
    )]
    pub seed: u64,
}

impl DemoArguments {
    /// The invented study that was asked for; nothing if it is the sample study.
    fn invented(&self) -> Option<Invented> {
        Some(Invented {
            sessions: usize::try_from(self.sessions?).unwrap_or(MOST_SESSIONS),
            seed: self.seed,
        })
    }
}

/// Opens the program in a copy that goes when it is left, or makes a copy that stays.
pub(super) fn run(arguments: &DemoArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let invented = arguments.invented();
    match &arguments.output {
        Some(folder) => keep(folder, invented, console),
        None => try_out(invented, console),
    }
}

fn try_out(invented: Option<Invented>, console: &mut Console<'_>) -> Result<(), Ending> {
    let copy = invented.map_or_else(demo::temporary, demo::temporary_invented);
    let copy = copy.map_err(|error| of_demo(&error, &console.words))?;
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

fn keep(
    folder: &Path,
    invented: Option<Invented>,
    console: &mut Console<'_>,
) -> Result<(), Ending> {
    let made = match invented {
        Some(invented) => demo::generate(invented, folder),
        None => demo::copy_to(folder),
    };
    let study = made.map_err(|error| of_demo(&error, &console.words))?;
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
        DemoError::Save(error) => words.save_error(error),
        DemoError::Guide(trouble) => {
            Explanation::new(words.text(Text::DemoGuide)).because(trouble.to_string())
        }
        DemoError::Write(error) => words.write_error(error),
        DemoError::Disk(error) => words.disk_error(error),
        DemoError::Temporary(error) => {
            Explanation::new(words.text(Text::DemoTemporary)).because(words.system_error(error))
        }
    };
    failed.into()
}
