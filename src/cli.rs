//! The command line: one file a command, what a person reads and what a program reads.
//!
//! Keeps out: logic.

mod agreement;
mod anonymise;
mod archive;
mod arguments;
mod asking;
mod check;
mod check_json;
mod check_report;
mod completions;
mod console;
mod contradictions;
mod cutlist;
mod demo;
mod ending;
mod export;
mod file;
mod frequencies;
mod guide;
mod guide_diff;
mod guide_make;
mod guide_report;
mod guide_show;
mod interview;
mod later;
mod list;
mod man;
mod matrix;
mod merge;
mod note;
#[cfg(test)]
mod outputs;
mod outside;
mod progress;
mod protect;
mod rap;
mod report;
mod review;
mod sample;
mod saturation;
mod screen;
mod search;
mod show;
mod strike;
mod tables;
mod usage;
mod values;
mod withdraw;

use std::io::{self, BufWriter, IsTerminal};
use std::process::ExitCode;

use crate::i18n::{Words, choose};
use crate::language::Language;
use crate::operations::{configuration, process};
use crate::tui::run::First;
use crate::tui::screen::Shorthand;
use crate::tui::surface::Palette;
use crate::tui::terminal::install_panic_hook;
use arguments::{Arguments, Command};
use console::Console;
use ending::Ending;

/// Runs the program with the arguments of the process, and gives its exit code: 0 done, 1 it did not work or was
/// refused or a check found something, 2 wrong usage.
pub fn run() -> ExitCode {
    install_panic_hook();
    process::guard_memory();
    match Arguments::read() {
        Ok(arguments) => ExitCode::from(run_command(arguments)),
        Err(error) => usage::refuse(&error),
    }
}

fn run_command(arguments: Arguments) -> u8 {
    let configuration = configuration::load();
    let configured = configuration.as_ref().ok().and_then(|read| read.language);
    let words = Words::new(choose(
        arguments.lang,
        configured,
        sys_locale::get_locales(),
    ));
    let habits = configuration.as_ref().ok().cloned().unwrap_or_default();
    let is_terminal = io::stdout().is_terminal();
    // None of the streams is locked: the screen has threads that use them too.
    let mut console = Console {
        words,
        asked: arguments.lang,
        study: arguments.study,
        idle_seconds: habits.idle_seconds,
        shorthand: shorthand(&habits.shorthand),
        allowed: habits.allowed_words,
        lead_ms: habits.lead_ms,
        player_socket: habits.player_socket,
        output: &mut BufWriter::new(io::stdout()),
        errors: &mut io::stderr(),
        input: &mut io::stdin(),
        columns: is_terminal.then(screen::columns),
        is_terminal,
        is_coloured: is_terminal && screen::palette() != Palette::Plain,
        is_watched: io::stderr().is_terminal(),
    };
    let ended = configuration
        .map_err(|error| Ending::from(console.words.study_error(&error)))
        .and_then(|_| dispatch(arguments.command.as_ref(), &mut console))
        .and_then(|()| console.output.flush().map_err(Ending::Output));
    let ended = ending::forgive_closed_output(ended);
    if let Err(ending) = &ended {
        // What was written before the failure comes first; whether that works is part of the same failure.
        let _ = console.output.flush();
        let _ = ending::report(ending, &console.words, console.errors);
    }
    ending::code(&ended)
}

/// The short forms of the configuration as the interview takes them.
fn shorthand(forms: &[(Language, String, String)]) -> Vec<Shorthand> {
    let forms = forms.iter().cloned();
    forms
        .map(|(language, short, long)| Shorthand {
            language,
            short,
            long,
        })
        .collect()
}

fn dispatch(command: Option<&Command>, console: &mut Console<'_>) -> Result<(), Ending> {
    match command {
        Some(Command::Interview(arguments)) => interview::run(arguments, console),
        Some(Command::Review(arguments)) => review::run(arguments, console),
        Some(Command::List(arguments)) => list::run(arguments, console),
        Some(Command::Show(arguments)) => show::run(arguments, console),
        Some(Command::Note(arguments)) => note::run(arguments, console),
        Some(Command::Report(arguments)) => report::run(arguments, console),
        Some(Command::Search(arguments)) => search::run(arguments, console),
        Some(Command::Export(arguments)) => export::run(arguments, console),
        Some(Command::Matrix(arguments)) => matrix::run(arguments, console),
        Some(Command::Frequencies(arguments)) => frequencies::run(arguments, console),
        Some(Command::Saturation(arguments)) => saturation::run(arguments, console),
        Some(Command::Sample(arguments)) => sample::run(arguments, console),
        Some(Command::Agreement(arguments)) => agreement::run(arguments, console),
        Some(Command::Contradictions(arguments)) => contradictions::run(arguments, console),
        Some(Command::Rap(arguments)) => rap::run(arguments, console),
        Some(Command::Strike(arguments)) => strike::run(arguments, console),
        Some(Command::Merge(arguments)) => merge::run(arguments, console),
        Some(Command::Withdraw(arguments)) => withdraw::run(arguments, console),
        Some(Command::Cutlist(arguments)) => cutlist::run(arguments, console),
        Some(Command::Check(arguments)) => check::run(arguments, console),
        Some(Command::Anonymise(arguments)) => anonymise::run(arguments, console),
        Some(Command::Archive(arguments)) => archive::run(arguments, console),
        Some(Command::Demo(arguments)) => demo::run(arguments, console),
        Some(Command::Guide(arguments)) => guide::run(arguments, console),
        Some(Command::Completions(arguments)) => Ok(completions::run(arguments, console.output)?),
        Some(Command::Man(arguments)) => man::run(arguments, console),
        None => screen::open(console.find_study()?, First::Start, console),
    }
}
