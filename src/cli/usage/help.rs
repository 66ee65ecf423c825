//! The help under headings in the language of the program. What it says of commands and options is English.

use std::ffi::OsString;
use std::io;

use clap::builder::PossibleValue;
use clap::{Arg, Command, CommandFactory};

use super::super::arguments::{Arguments, EVERYWHERE};
use super::USAGE;
use crate::i18n::{Text, Value, Words};
use crate::language::Language;

/// Prints the help that these arguments ask for. Nothing if they ask for none, or clap's own says the same.
pub(super) fn asked_for(arguments: &[OsString], words: &Words) -> Option<io::Result<()>> {
    if words.language() == Language::En {
        return None;
    }
    let command = command(words);
    let asked = command.try_get_matches_from(arguments).err()?;
    Some(asked.print())
}

/// The program with headings in its language.
pub(super) fn command(words: &Words) -> Command {
    let mut command = Arguments::command();
    command.build();
    localised(command, words)
}

/// A line that says how a command is called.
pub(super) fn called(usage: &str, words: &Words) -> String {
    format!(
        "{}: {}",
        heading(Text::UsageHeading, words),
        in_words(usage, words)
    )
}

fn localised(command: Command, words: &Words) -> Command {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.strip_prefix(USAGE).unwrap_or(&usage).trim_end();
    let usage = in_words(usage, words);
    let header = *command.get_styles().get_header();
    let head = heading(Text::UsageHeading, words);
    let template = format!(
        "{{before-help}}{{about-with-newline}}\n{header}{head}:{header:#} {{usage}}\n\n{{all-args}}{{after-help}}"
    );
    let command = if command.get_name() == "help" {
        command.about(words.text(Text::UsageHelpCommand).into_owned())
    } else {
        command
    };
    command
        .override_usage(usage)
        .help_template(template)
        .subcommand_help_heading(heading(Text::UsageCommands, words))
        .mut_args(|argument| argument_in_words(argument, words))
        .mut_subcommands(|command| localised(command, words))
}

fn argument_in_words(argument: Arg, words: &Words) -> Arg {
    let is_everywhere = ["help", "version"].contains(&argument.get_id().as_str());
    let text = match argument.get_help_heading() {
        Some(EVERYWHERE) => Text::UsageEverywhere,
        _ if is_everywhere => Text::UsageEverywhere,
        _ if argument.is_positional() => Text::UsageArguments,
        _ => Text::UsageOptions,
    };
    let argument = argument.help_heading(heading(text, words));
    match argument.get_id().as_str() {
        "help" => return with_help(argument, words.text(Text::UsageHelp).into_owned()),
        "version" => return with_help(argument, words.text(Text::UsageVersion).into_owned()),
        _ => {}
    }
    let remarks = remarks(&argument, words);
    let short = argument.get_help().map(ToString::to_string);
    let long = argument.get_long_help().map(ToString::to_string);
    let argument = argument.hide_possible_values(true).hide_default_value(true);
    let argument = match short {
        Some(short) => argument.help(format!("{short}{remarks}")),
        None => argument,
    };
    match long {
        Some(long) => argument.long_help(format!("{long}{remarks}")),
        None => argument,
    }
}

fn with_help(argument: Arg, help: String) -> Arg {
    argument.help(help.clone()).long_help(help)
}

/// What clap would say behind the help of an argument: its possible values, and what it is without being named.
fn remarks(argument: &Arg, words: &Words) -> String {
    if !argument.get_action().takes_values() {
        return String::new();
    }
    let mut remarks = Vec::new();
    let default = argument.get_default_values();
    let default: Vec<_> = default
        .iter()
        .map(|value| value.to_string_lossy())
        .collect();
    if !default.is_empty() && !argument.is_hide_default_value_set() {
        let value = [("value", Value::from(default.join(", ")))];
        remarks.push(words.text_with(Text::UsageDefault, &value));
    }
    let values = argument.get_possible_values();
    let values = values.iter().filter(|value| !value.is_hide_set());
    let values: Vec<&str> = values.map(PossibleValue::get_name).collect();
    if !values.is_empty() && !argument.is_hide_possible_values_set() {
        let values = [("values", Value::from(values.join(", ")))];
        remarks.push(words.text_with(Text::UsageValues, &values));
    }
    let remarks = remarks.into_iter();
    let remarks: Vec<String> = remarks.map(|remark| format!(" [{remark}]")).collect();
    remarks.concat()
}

/// The words that clap has for options and commands, in the language of the program.
fn in_words(usage: &str, words: &Words) -> String {
    let command = words.text(Text::UsageCommandWord);
    usage
        .replace(
            "[OPTIONS]",
            &format!("[{}]", words.text(Text::UsageOptionsWord)),
        )
        .replace("[COMMAND]", &format!("[{command}]"))
        .replace("<COMMAND>", &format!("<{command}>"))
}

/// A heading, before a colon.
fn heading(text: Text, words: &Words) -> String {
    let heading = words.text(text);
    match words.language() {
        Language::Fr => format!("{heading}\u{a0}"),
        Language::De | Language::En => heading.into_owned(),
    }
}
