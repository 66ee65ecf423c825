use clap::error::ErrorKind;
use clap::{Arg, ArgAction, Command, Parser};

use super::*;

/// What stands in place of what was typed: it must not be said again.
const NAME: &str = "Hürlimann";

/// The same as an option could be called.
const OPTION: &str = "hurlimann";

fn wrong(line: &str) -> clap::Error {
    let arguments = Arguments::try_parse_from(arguments(line));
    match arguments.and_then(Arguments::checked) {
        Ok(_) => panic!("{line} is right"),
        Err(error) => error,
    }
}

fn arguments(line: &str) -> Vec<OsString> {
    let line = format!("leitfaden {line}");
    line.split_whitespace().map(OsString::from).collect()
}

fn said(error: &clap::Error, language: Language) -> String {
    said_of(error, "", language)
}

fn said_of(error: &clap::Error, line: &str, language: Language) -> String {
    let mut said = Vec::new();
    let words = Words::new(language);
    say(error, &arguments(line), &words, &mut said).unwrap();
    String::from_utf8(said).unwrap()
}

/// Errors of the program's own arguments, one of each kind that they can have.
fn own() -> Vec<(ErrorKind, clap::Error)> {
    [
        (ErrorKind::UnknownArgument, format!("list {NAME}")),
        (ErrorKind::UnknownArgument, format!("list --{NAME}")),
        (ErrorKind::UnknownArgument, format!("list --{OPTION}")),
        (
            ErrorKind::UnknownArgument,
            format!("list --anna-{OPTION}=x"),
        ),
        (ErrorKind::UnknownArgument, format!("list -x{OPTION}")),
        (ErrorKind::UnknownArgument, format!("list --jsn={NAME}")),
        (ErrorKind::InvalidSubcommand, NAME.to_owned()),
        (ErrorKind::InvalidValue, format!("--lang {NAME} list")),
        (ErrorKind::InvalidValue, "show K-1 --level=".to_owned()),
        (ErrorKind::ValueValidation, format!("show {NAME}")),
        (
            ErrorKind::ValueValidation,
            format!("demo --sessions {NAME}"),
        ),
        (
            ErrorKind::ValueValidation,
            "interview A-1 --consent c1".to_owned(),
        ),
        (ErrorKind::TooManyValues, format!("list --json={NAME}")),
        (ErrorKind::ArgumentConflict, "list --json --json".to_owned()),
        (
            ErrorKind::ArgumentConflict,
            "export K-1 --all --format csv -o x".to_owned(),
        ),
        (
            ErrorKind::ArgumentConflict,
            "interview A-1 --reason wish".to_owned(),
        ),
        (ErrorKind::MissingRequiredArgument, "show".to_owned()),
    ]
    .map(|(kind, line)| (kind, wrong(&line)))
    .into()
}

/// Errors of the kinds that clap knows beside those.
fn others() -> Vec<(ErrorKind, clap::Error)> {
    let command = || {
        Command::new("leitfaden")
            .arg(
                Arg::new("two")
                    .long("two")
                    .num_args(2)
                    .action(ArgAction::Set),
            )
            .arg(Arg::new("some").long("some").num_args(2..))
            .arg(Arg::new("equal").long("equal").require_equals(true))
            .subcommand_required(true)
            .subcommand(Command::new("list"))
    };
    let of = |arguments: &[&str]| {
        let all = std::iter::once("leitfaden").chain(arguments.iter().copied());
        command().try_get_matches_from(all).unwrap_err()
    };
    vec![
        (ErrorKind::WrongNumberOfValues, of(&["--two", NAME])),
        (ErrorKind::TooFewValues, of(&["--some", NAME])),
        (ErrorKind::NoEquals, of(&["--equal", NAME])),
        (ErrorKind::MissingSubcommand, of(&[])),
        (
            ErrorKind::InvalidUtf8,
            clap::Error::new(ErrorKind::InvalidUtf8),
        ),
        (ErrorKind::Io, clap::Error::new(ErrorKind::Io)),
    ]
}

#[test]
fn every_kind_of_wrong_usage_is_said_in_three_languages_without_what_was_typed() {
    for (kind, error) in own().into_iter().chain(others()) {
        assert_eq!(error.kind(), kind, "{error}");
        let english = said(&error, Language::En);
        assert!(english.starts_with("Error: "), "{english}");
        for language in Language::ALL {
            let text = said(&error, language);
            assert!(!text.contains(NAME) && !text.contains(OPTION), "{text}");
            assert!(
                !text.contains("error:") && text.contains("--help") | text.contains("--json"),
                "{text}"
            );
            assert!(
                language == Language::En || !text.contains("Usage"),
                "{text}"
            );
            assert!(language == Language::En || text != english, "{text}");
        }
    }
}

#[test]
fn wrong_usage_names_the_option_why_and_how_it_is_called() {
    for (line, language, expected) in [
        (
            format!("show {NAME}"),
            Language::De,
            "Error: der Wert zu <SESSION> passt nicht\n\
             Caused by: eine Sitzung heisst nach ihrem Fall, einem Bindestrich und einer Nummer von 1 bis 999, etwa A-1\n\
             Hint: Was es gibt, zeigt: leitfaden show --help\n",
        ),
        (
            "list --jsn".to_owned(),
            Language::De,
            "Error: diese Option gibt es hier nicht\n\
             Hint: Vielleicht ist gemeint: --json\n\
             Aufruf: leitfaden list --json\n",
        ),
        (
            "export K-1 --all --format csv -o x".to_owned(),
            Language::En,
            "Error: [SESSION]... does not go together with --all\n\
             Hint: What there is says: leitfaden export --help\n\
             Usage: leitfaden export --format <FORMAT> --output <PATH> <SESSION>...\n",
        ),
        (
            "archive pusch here".to_owned(),
            Language::Fr,
            "Error: cette commande n’existe pas\n\
             Hint: Il s’agit peut-être de\u{a0}: push\n\
             Utilisation\u{a0}: leitfaden archive [OPTIONS] <COMMANDE>\n",
        ),
    ] {
        assert_eq!(said_of(&wrong(&line), &line, language), expected);
    }
}

#[test]
fn the_value_of_an_option_is_taken_for_no_command() {
    for (line, called) in [
        ("--study list show X", "leitfaden show"),
        ("--study=list show X", "leitfaden show"),
        ("show --lang list --study archive X", "leitfaden show"),
        ("export -o list X", "leitfaden export"),
        ("archive --study push pull", "leitfaden archive pull"),
        ("list --json show", "leitfaden list"),
    ] {
        assert_eq!(command(&arguments(line)), called, "{line}");
    }
}

#[test]
fn every_fault_of_a_value_is_said_in_its_own_words() {
    for (line, said_of_it) in [
        ("strike K-1 --text words", "standard input"),
        ("anonymise --protect-file -", "the list needs a file"),
        ("anonymise --report -", "the report needs a file"),
        ("guide new -o -", "it takes a file"),
        ("guide import -", "it takes a file"),
        ("guide check -", "it takes a file"),
        ("merge A-1 -", "it takes a file"),
        ("interview A-1 --prefill -", "it takes a file"),
        ("man -", "it takes a file"),
        ("demo -o -", "it takes a file"),
        ("archive init -", "it takes a file"),
        ("archive pull here -o -", "it takes a file"),
        ("export K-1 --until noon", "2026-06-01"),
        ("check K-1 --accept x --reason y", "a hit is named"),
        ("check A-1 B-1 --accept 1.17:2 --reason y", "one session"),
    ] {
        let said = said(&wrong(line), Language::En);
        assert!(said.contains(said_of_it), "{line}: {said}");
    }
}
