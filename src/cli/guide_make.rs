//! `leitfaden guide new` and `guide import`: guides that begin.

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};

use super::console::Console;
use super::ending::Ending;
use super::values;
use crate::i18n::{Explanation, Text, Value, Words};
use crate::language::Language;
use crate::operations::guides::making::{self, Made, MakeError, Target};
use crate::operations::input::InputError;
use crate::store::guides::GuideError;
use crate::store::guides::import::{CodebookFault, ImportFault, MarkdownFault, ToBeWritten};

/// What `guide new` accepts.
#[derive(Debug, Args)]
pub struct NewArguments {
    /// The guide's id: the name of its file without .ron
    #[arg(required_unless_present = "output")]
    pub id: Option<String>,

    /// Write it into this file and not into the study
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "id",
        value_parser = values::path())]
    pub output: Option<PathBuf>,

    /// The language of the guide; without it, that of the messages
    #[arg(long, value_name = "LANGUAGE", value_parser = values::language())]
    pub guide_lang: Option<Language>,
}

/// What `guide import` accepts.
#[derive(Debug, Args)]
pub struct ImportArguments {
    /// The codebook (.qdc) or the text (.md)
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath, value_parser = values::path())]
    pub file: PathBuf,

    /// The guide's id; without it, from the name of the file
    #[arg(long, value_name = "ID", conflicts_with = "output")]
    pub id: Option<String>,

    /// Write it into this file and not into the study
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath, value_parser = values::path())]
    pub output: Option<PathBuf>,

    /// The language of the guide; without it, that of the messages
    #[arg(long, value_name = "LANGUAGE", value_parser = values::language())]
    pub guide_lang: Option<Language>,
}

/// Begins a guide.
pub(super) fn new(arguments: &NewArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let target = target(
        arguments.output.as_deref(),
        arguments.id.as_deref(),
        console,
    )?;
    let language = language(arguments.guide_lang, console);
    let made = making::new(&target, language, &to_be_written(language))
        .map_err(|error| of_making(&error, &console.words))?;
    say(&made, console);
    say_language(arguments.guide_lang, console);
    Ok(())
}

/// Takes a codebook or a text over.
pub(super) fn import(arguments: &ImportArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let target = target(
        arguments.output.as_deref(),
        arguments.id.as_deref(),
        console,
    )?;
    let language = language(arguments.guide_lang, console);
    let missing = to_be_written(language);
    let made = making::import(&arguments.file, &target, language, &missing)
        .map_err(|error| of_making(&error, &console.words))?;
    say(&made, console);
    say_language(arguments.guide_lang, console);
    Ok(())
}

fn target(
    output: Option<&Path>,
    id: Option<&str>,
    console: &Console<'_>,
) -> Result<Target, Ending> {
    if let Some(file) = output {
        return Ok(Target::File(file.to_owned()));
    }
    let folder = console.find_study()?.guides();
    Ok(Target::Folder(folder, id.map(str::to_owned)))
}

/// The language of the guide: the one that is asked for, else that of the messages.
fn language(asked: Option<Language>, console: &Console<'_>) -> Language {
    asked.unwrap_or(console.words.language())
}

/// Says which language the guide has, where nobody asked for one.
fn say_language(asked: Option<Language>, console: &mut Console<'_>) {
    if asked.is_none() {
        let words = &console.words;
        let language = words.language_name(words.language()).into_owned();
        let language = [("language", Value::from(language))];
        let message = words.text_with(Text::GuideMadeLanguage, &language);
        console.say(&message);
    }
}

fn to_be_written(language: Language) -> ToBeWritten {
    let words = Words::new(language);
    let text = |text| words.text(text).into_owned();
    ToBeWritten {
        title: text(Text::GuideToWriteTitle),
        block: text(Text::GuideToWriteBlock),
        goal: text(Text::GuideToWriteGoal),
        topic: text(Text::GuideToWriteTopic),
        question: text(Text::GuideToWriteQuestion),
        controller: text(Text::GuideToWriteController),
    }
}

fn say(made: &Made, console: &mut Console<'_>) {
    let path = made.path.display().to_string();
    let values = [
        ("path", Value::from(path.as_str())),
        ("blocks", Value::from(made.blocks)),
        ("topics", Value::from(made.topics)),
        ("codes", Value::from(made.codes)),
    ];
    let message = console.words.text_with(Text::GuideMade, &values);
    console.say(&message);
    if made.sets > 0 {
        let message = console.words.counted(Text::GuideSetsLeftOut, made.sets);
        console.say(&message);
    }
    let path = [("path", Value::from(path.as_str()))];
    let hint = console.words.text_with(Text::GuideMadeHint, &path);
    console.say(&hint);
}

fn of_making(error: &MakeError, words: &Words) -> Ending {
    let with_path = |text: Text, path: &Path| {
        let path = [("path", Value::from(path.display().to_string()))];
        words.text_with(text, &path)
    };
    let failed = match error {
        MakeError::Read { path, source } => {
            Explanation::new(with_path(Text::ErrorUnreadable, path))
                .because(of_input(source, words))
        }
        MakeError::UnknownKind(path) => Explanation::new(with_path(Text::GuideUnknownKind, path))
            .hinting(words.text(Text::GuideUnknownKindHint)),
        MakeError::Import { path, source } => {
            Explanation::new(with_path(Text::GuideNotTakenOver, path))
                .because(of_import(source, words))
        }
        MakeError::Guide(error) => {
            let explanation = Explanation::new(words.text(Text::GuideMakesNone));
            match error {
                GuideError::Meaning(faults) => faults.iter().fold(explanation, |told, located| {
                    told.because(words.fault(&located.fault.kind))
                }),
                other => explanation.because(words.guide_error(other, "")),
            }
        }
        MakeError::Exists(path) => Explanation::new(with_path(Text::ExportExists, path))
            .hinting(words.text(Text::GuideExistsHint)),
        MakeError::Write(error) => words.write_error(error),
    };
    failed.into()
}

fn of_input(error: &InputError, words: &Words) -> String {
    match error {
        InputError::Read(error) => words.system_error(error),
        InputError::TooLong(_) => words.text(Text::TroubleTooLarge).into_owned(),
        InputError::NotUtf8(place) => words.at_place(*place, &words.text(Text::FileNotUtf8)),
    }
}

fn of_import(fault: &ImportFault, words: &Words) -> String {
    match fault {
        ImportFault::Codebook(fault) => of_codebook(fault, words),
        ImportFault::Markdown(fault) => of_markdown(*fault, words),
    }
}

fn of_codebook(fault: &CodebookFault, words: &Words) -> String {
    let at = |text: Text, at: u64| words.text_with(text, &[("at", Value::from(at.to_string()))]);
    match fault {
        CodebookFault::NoXml(byte) => at(Text::ImportNoXml, *byte),
        CodebookFault::NoCodebook => words.text(Text::ImportNoCodebook).into_owned(),
        CodebookFault::NoName(byte) => at(Text::ImportNoName, *byte),
        CodebookFault::Empty => words.text(Text::ImportEmpty).into_owned(),
        CodebookFault::TooDeep => words.text(Text::ImportTooDeep).into_owned(),
        CodebookFault::TooMany => words.text(Text::ImportTooMany).into_owned(),
    }
}

fn of_markdown(fault: MarkdownFault, words: &Words) -> String {
    let (text, line) = match fault {
        MarkdownFault::SecondTitle(line) => (Text::ImportSecondTitle, line),
        MarkdownFault::TopicOutsideBlock(line) => (Text::ImportTopicOutsideBlock, line),
        MarkdownFault::ListOutsideTopic(line) => (Text::ImportListOutsideTopic, line),
        MarkdownFault::SecondQuestion(line) => (Text::ImportSecondQuestion, line),
        MarkdownFault::NoCode(line) => (Text::ImportNoCode, line),
        MarkdownFault::EmptyHeading(line) => (Text::ImportEmptyHeading, line),
        MarkdownFault::NoMinutes(line) => (Text::ImportNoMinutes, line),
        MarkdownFault::TooDeep(line) => (Text::ImportHeadingTooDeep, line),
        MarkdownFault::NoBlock => return words.text(Text::ImportNoBlock).into_owned(),
    };
    words.text_with(text, &[("line", Value::from(line.to_string()))])
}
