//! What is said of wrong usage, in the language of the program. Keeps out: the help, which is clap's own, in English.
//!
//! What was typed may be a name or a note that got into the wrong place, so that options and commands of the program are
//! named, and neither values nor options that it does not have.

use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, CommandFactory};

use super::arguments::Arguments;
use super::ending::{self, Ending};
use super::values::ValueFault;
use crate::i18n::{Explanation, Text, Value, Words, choose};
use crate::language::Language;
use crate::operations::configuration;

/// How a line begins that says how a command is called, where clap makes it.
const USAGE: &str = "Usage: ";

/// The faults that lie in several arguments together.
const OF_SEVERAL: [ValueFault; 3] = [ValueFault::Consent, ValueFault::Reason, ValueFault::Accept];

/// An error of arguments that clap alone cannot hold against each other.
pub(super) fn error(kind: ErrorKind, option: &str, fault: ValueFault) -> clap::Error {
    let mut error = clap::Error::new(kind).with_cmd(&Arguments::command());
    let option = ContextValue::String(option.to_owned());
    error.insert(ContextKind::InvalidArg, option);
    let fault = ContextValue::String(format!("{fault:?}"));
    error.insert(ContextKind::Custom, fault);
    error
}

/// Says what is wrong with the arguments of the process, or prints the help or the version that was asked for.
pub(super) fn refuse(error: &clap::Error) -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let words = Words::new(language(&arguments));
    // There is nowhere left to say that it could not be said.
    let _ = match error.kind() {
        ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelp
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => error.print(),
        _ => say(error, &arguments, &words, &mut io::stderr()),
    };
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// The language of the program, as far as it can be told from arguments that are wrong.
fn language(arguments: &[OsString]) -> Language {
    let arguments: Vec<&str> = arguments.iter().filter_map(|text| text.to_str()).collect();
    let after = arguments.windows(2).filter_map(|pair| match pair {
        ["--lang", tag] => Some(*tag),
        _ => None,
    });
    let within = arguments
        .iter()
        .filter_map(|text| text.strip_prefix("--lang="));
    let asked = after.chain(within).find_map(|tag| {
        Language::ALL
            .into_iter()
            .find(|language| language.tag() == tag)
    });
    let configured = configuration::load().ok().and_then(|read| read.language);
    choose(asked, configured, sys_locale::get_locales())
}

/// Says what is wrong, why and what to do, and how the command is called.
fn say(
    error: &clap::Error,
    arguments: &[OsString],
    words: &Words,
    errors: &mut dyn Write,
) -> io::Result<()> {
    let ending = Ending::Usage(explanation(error, &command(arguments), words));
    ending::report(&ending, words, errors)?;
    match usage(error) {
        Some(usage) => writeln!(errors, "{}", called(&usage, words)),
        None => Ok(()),
    }
}

fn explanation(error: &clap::Error, command: &str, words: &Words) -> Explanation {
    let told = Explanation::new(what(error, command, words));
    let told = match why(error, words) {
        Some(why) => told.because(why),
        None => told,
    };
    let meant = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    let meant = meant.into_iter().find_map(|kind| known(error, kind));
    let (text, named) = meant.map_or_else(
        || (Text::UsageHint, ("command", format!("{command} --help"))),
        |names| (Text::UsageMeant, ("names", names)),
    );
    told.hinting(words.text_with(text, &[(named.0, Value::from(named.1))]))
}

/// What is wrong.
fn what(error: &clap::Error, command: &str, words: &Words) -> String {
    let option = known(error, ContextKind::InvalidArg);
    let of = |text: Text| match &option {
        Some(option) => words.text_with(text, &[("option", Value::from(option.as_str()))]),
        None => words.text(Text::UsageWrong).into_owned(),
    };
    match error.kind() {
        // What was typed is not said again: it may be a text behind hyphens.
        ErrorKind::UnknownArgument if is_option(option.as_deref()) => {
            words.text(Text::UsageUnknownOption).into_owned()
        }
        ErrorKind::UnknownArgument => words.text(Text::UsageUnexpected).into_owned(),
        ErrorKind::InvalidSubcommand => words.text(Text::UsageUnknownCommand).into_owned(),
        ErrorKind::MissingSubcommand => {
            let command = [("command", Value::from(command))];
            words.text_with(Text::UsageNeedsCommand, &command)
        }
        ErrorKind::MissingRequiredArgument => match option {
            Some(names) => words.text_with(Text::UsageMissing, &[("names", Value::from(names))]),
            None => words.text(Text::UsageWrong).into_owned(),
        },
        ErrorKind::ArgumentConflict => conflict(error, option.as_deref(), words),
        ErrorKind::InvalidValue if lacks_value(error) => of(Text::UsageNeedsValue),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => of(Text::UsageWrongValue),
        ErrorKind::TooManyValues => of(Text::UsageTooManyValues),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => of(Text::UsageWrongNumber),
        ErrorKind::NoEquals => of(Text::UsageNeedsEquals),
        ErrorKind::InvalidUtf8 => words.text(Text::UsageNotUtf8).into_owned(),
        _ => words.text(Text::UsageWrong).into_owned(),
    }
}

fn is_option(typed: Option<&str>) -> bool {
    typed.is_some_and(|typed| typed.starts_with('-'))
}

/// Which options exclude one another.
fn conflict(error: &clap::Error, option: Option<&str>, words: &Words) -> String {
    let Some(option) = option else {
        return words.text(Text::UsageWrong).into_owned();
    };
    let named = Value::from(option);
    match known(error, ContextKind::PriorArg) {
        _ if fault(error).is_some() => words.text_with(Text::UsageWrongValue, &[("option", named)]),
        Some(others) if others == option => words.text_with(Text::UsageTwice, &[("option", named)]),
        Some(others) => {
            let values = [("option", named), ("others", Value::from(others))];
            words.text_with(Text::UsageConflict, &values)
        }
        None => words.text_with(Text::UsageConflictSome, &[("option", named)]),
    }
}

/// Why a value does not fit, or which do.
fn why(error: &clap::Error, words: &Words) -> Option<String> {
    if let Some(fault) = fault(error) {
        return Some(words.text(fault.text()).into_owned());
    }
    let valid = [ContextKind::ValidValue, ContextKind::ValidSubcommand];
    let valid = valid.into_iter().find_map(|kind| known(error, kind))?;
    Some(words.text_with(Text::UsagePossible, &[("values", Value::from(valid))]))
}

fn fault(error: &clap::Error) -> Option<ValueFault> {
    if let Some(ContextValue::String(name)) = error.get(ContextKind::Custom) {
        let is_called_so = |fault: &ValueFault| format!("{fault:?}") == *name;
        return OF_SEVERAL.into_iter().find(is_called_so);
    }
    std::error::Error::source(error)?.downcast_ref().copied()
}

fn lacks_value(error: &clap::Error) -> bool {
    matches!(error.get(ContextKind::InvalidValue), Some(ContextValue::String(value)) if value.is_empty())
}

/// What clap says of the program itself: options, commands, possible values.
fn known(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(name) => Some(name.clone()),
        ContextValue::Strings(names) if !names.is_empty() => Some(names.join(", ")),
        _ => None,
    }
}

/// How the command is called, without what clap writes before it.
fn usage(error: &clap::Error) -> Option<String> {
    match error.get(ContextKind::Usage)? {
        ContextValue::StyledStr(usage) => {
            let usage = usage.to_string();
            Some(
                usage
                    .strip_prefix(USAGE)
                    .unwrap_or(&usage)
                    .trim_end()
                    .to_owned(),
            )
        }
        _ => None,
    }
}

/// A line that says how a command is called, with the words that clap has for options and commands in the language of the
/// program.
fn called(usage: &str, words: &Words) -> String {
    let command = words.text(Text::UsageCommandWord);
    let options = words.text(Text::UsageOptionsWord);
    let usage = usage
        .replace("[OPTIONS]", &format!("[{options}]"))
        .replace("[COMMAND]", &format!("[{command}]"))
        .replace("<COMMAND>", &format!("<{command}>"));
    let space = match words.language() {
        Language::Fr => "\u{a0}",
        Language::De | Language::En => "",
    };
    format!("{}{space}: {usage}", words.text(Text::UsageHeading))
}

/// The command that was called, as far as it is known. What is given to an option is no command, whatever it is called.
fn command(arguments: &[OsString]) -> String {
    let mut names = vec!["leitfaden".to_owned()];
    let mut command = Arguments::command().disable_help_subcommand(true);
    command.build();
    let everywhere: Vec<Arg> = command.get_arguments().cloned().collect();
    let mut arguments = arguments.iter().skip(1);
    while let Some(argument) = arguments.next() {
        let is_followed = command
            .get_arguments()
            .chain(&everywhere)
            .any(|option| takes_next(option, argument));
        if is_followed {
            let _ = arguments.next();
        } else if let Some(inner) = command.find_subcommand(argument).cloned() {
            names.push(inner.get_name().to_owned());
            command = inner;
        }
    }
    names.join(" ")
}

/// Whether an argument is this option, and its value is the argument behind it.
fn takes_next(option: &Arg, argument: &OsStr) -> bool {
    let Some(typed) = argument.to_str() else {
        return false;
    };
    let is_long = typed
        .strip_prefix("--")
        .is_some_and(|long| option.get_long() == Some(long));
    let is_short = typed
        .strip_prefix('-')
        .is_some_and(|short| short.chars().eq(option.get_short()));
    (is_long || is_short) && option.get_action().takes_values()
}

#[cfg(test)]
mod tests;
