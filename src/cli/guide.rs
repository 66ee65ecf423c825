//! `leitfaden guide`: lists, prints, checks, makes and compares guides.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueHint};

use super::console::Console;
use super::ending::Ending;
use super::guide_diff;
use super::guide_make;
use super::guide_report::{Style, render, render_place};
use super::guide_show::{Labels, guide_show};
use super::later::Later;
use super::values;
use crate::export::visible;
use crate::guide::{Guide, Mode};
use crate::i18n::{Explanation, Text, Value, Words, repeated_guide};
use crate::operations::guides::{self, GuideTrouble};
use crate::store::Study;
use crate::store::guides::{GuideError, Located, MOST_FURTHER, further_faults};

/// The width of a printed guide in columns.
const COLUMNS: usize = 80;

/// What `guide` accepts.
#[derive(Debug, Args)]
pub struct GuideArguments {
    /// What to do with guides
    #[command(subcommand)]
    pub command: GuideCommand,
}

/// What to do with guides.
#[derive(Debug, Subcommand)]
pub enum GuideCommand {
    /// List the guides of the study
    List,
    /// Print a guide as a text to read
    Show {
        /// The guide's id: the name of its file without .ron
        id: String,
    },
    /// Check guides: all that is wrong, each with its line
    Check {
        /// The files; without any, the guides of the study
        #[arg(value_name = "FILE", value_hint = ValueHint::FilePath, value_parser = values::path())]
        files: Vec<PathBuf>,
    },
    /// Begin a guide: consent, checklists and closing are there, blocks and topics are to be written
    New(Later<guide_make::NewArguments>),
    /// Take over a codebook (.qdc, from other programs of qualitative analysis) or a guide written in Markdown (.md)
    Import(Later<guide_make::ImportArguments>),
    /// Say what differs between two guides
    Diff(Later<guide_diff::DiffArguments>),
}

/// Does with guides what is asked for.
pub(super) fn run(arguments: &GuideArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    match &arguments.command {
        GuideCommand::List => list(console),
        GuideCommand::Show { id } => show(id, console),
        GuideCommand::Check { files } => check(files, console),
        GuideCommand::New(arguments) => guide_make::new(arguments, console),
        GuideCommand::Import(arguments) => guide_make::import(arguments, console),
        GuideCommand::Diff(arguments) => guide_diff::run(arguments, console),
    }
}

/// Why a guide cannot be used, for people.
pub(super) fn guide_trouble(trouble: &GuideTrouble, study: &Study, words: &Words) -> Explanation {
    match trouble {
        GuideTrouble::Additions(error) => words.study_error(error),
        GuideTrouble::Missing(id) => {
            let named = Value::from(repeated_guide(id));
            let known = Value::from(guides::ids(study).join(", "));
            Explanation::new(words.text_with(Text::GuideUnknown, &[("guide", named)]))
                .hinting(words.text_with(Text::GuideUnknownHint, &[("guides", known)]))
        }
        GuideTrouble::Unusable { id, source } => {
            let file = file_of(study, id);
            let path = || Value::from(file.display().to_string());
            let fault = words.guide_error(source, id);
            let cause = match source.place() {
                Some(place) => words.at_place(place, &fault),
                None => fault,
            };
            Explanation::new(words.text_with(Text::ErrorUnreadable, &[("path", path())]))
                .because(cause)
                .hinting(words.text_with(Text::GuideCheckHint, &[("path", path())]))
        }
    }
}

fn file_of(study: &Study, id: &str) -> PathBuf {
    study.guides().join(format!("{id}.ron"))
}

fn list(console: &mut Console<'_>) -> Result<(), Ending> {
    let study = console.find_study()?;
    let mut rows = vec![heads(&console.words)];
    let mut troubles = Vec::new();
    for id in guides::ids(&study) {
        match guides::find(&study, &id) {
            Ok(guide) => rows.push(row(&guide, &console.words)),
            Err(trouble) => troubles.push(trouble),
        }
    }
    if rows.len() > 1 {
        console.table(&rows)?;
    } else if troubles.is_empty() {
        let message = console.words.text(Text::GuideNone).into_owned();
        console.say(&message);
    }
    match all_troubles(&troubles, &study, &console.words) {
        Some(explanation) => Err(explanation.into()),
        None => Ok(()),
    }
}

/// What is wrong with each of the guides that cannot be read; nothing if there are none.
fn all_troubles(troubles: &[GuideTrouble], study: &Study, words: &Words) -> Option<Explanation> {
    let mut explained = troubles
        .iter()
        .map(|trouble| guide_trouble(trouble, study, words));
    let first = explained.next()?;
    if troubles.len() == 1 {
        return Some(first);
    }
    let hint = first.hint.clone();
    let all = Explanation::new(words.counted(Text::GuideUnread, troubles.len()));
    let all = std::iter::once(first)
        .chain(explained)
        .fold(all, |all, one| {
            all.because([vec![one.error], one.causes].concat().join(": "))
        });
    Some(match hint {
        Some(hint) => all.hinting(hint),
        None => all,
    })
}

fn heads(words: &Words) -> Vec<String> {
    let heads = [
        Text::GuideId,
        Text::GuideEdition,
        Text::GuideTopics,
        Text::GuideMinutes,
        Text::GuideTitle,
    ];
    heads.map(|head| words.text(head).into_owned()).to_vec()
}

fn row(guide: &Guide, words: &Words) -> Vec<String> {
    let language = guide.language_for(words.language());
    let minutes = [Mode::OnSite, Mode::Phone].map(|mode| guide.minutes(mode).to_string());
    vec![
        guide.id.clone(),
        guide.edition.clone(),
        guide.topics().count().to_string(),
        minutes.join("/"),
        guide.title.in_language(language).to_owned(),
    ]
}

fn show(id: &str, console: &mut Console<'_>) -> Result<(), Ending> {
    let study = console.find_study()?;
    let guide = guides::find(&study, id)
        .map_err(|trouble| guide_trouble(&trouble, &study, &console.words))?;
    let words = &console.words;
    let texts = [
        Text::GuideLabelGoal,
        Text::GuideLabelHint,
        Text::GuideLabelKeywords,
        Text::GuideLabelNeeded,
        Text::GuideLabelMust,
        Text::GuideLabelShould,
        Text::GuideLabelOnSite,
        Text::GuideLabelPhone,
        Text::GuideLabelMinutes,
    ];
    let labels = texts.map(|text| words.text(text));
    let [
        goal,
        hint,
        keywords,
        needed,
        must,
        should,
        on_site,
        phone,
        minutes,
    ] = &labels;
    let labels = Labels {
        goal,
        hint,
        keywords,
        needed,
        must,
        should,
        on_site,
        phone,
        minutes,
    };
    let page = guide_show(&guide, words.language(), COLUMNS, &labels);
    console.output.write_all(visible(&page).as_bytes())?;
    Ok(())
}

/// Checks guides one after the other; ends with 1 if anything was found in any.
fn check(files: &[PathBuf], console: &mut Console<'_>) -> Result<(), Ending> {
    let mut is_clean = true;
    for file in files {
        is_clean &= check_file(file, console)?;
    }
    if files.is_empty() {
        let study = console.find_study()?;
        for id in guides::ids(&study) {
            let file = file_of(&study, &id);
            if file.exists() {
                is_clean &= check_file(&file, console)?;
            } else {
                // A built-in guide of which the study has no copy.
                guides::find(&study, &id)
                    .map_err(|trouble| guide_trouble(&trouble, &study, &console.words))?;
                say_valid(id, console)?;
            }
        }
    }
    if is_clean { Ok(()) } else { Err(Ending::Found) }
}

fn say_valid(guide: String, console: &mut Console<'_>) -> Result<(), Ending> {
    let guide = [("guide", Value::from(guide))];
    let message = console.words.text_with(Text::GuideValid, &guide);
    writeln!(console.output, "{}", visible(&message))?;
    Ok(())
}

/// Checks a guide, and returns whether nothing is wrong with it.
fn check_file(file: &Path, console: &mut Console<'_>) -> Result<bool, Ending> {
    let name = file.display().to_string();
    let checked = guides::check(file);
    let source = checked.source.as_deref().unwrap_or_default();
    let report = match &checked.outcome {
        Ok(warnings) if warnings.is_empty() => {
            say_valid(name, console)?;
            return Ok(true);
        }
        Ok(faults) | Err(GuideError::Meaning(faults)) => {
            let named = said(faults, &console.words);
            render(&style(console), &name, source, &named)
        }
        Err(error) => {
            let message = console.words.guide_error(error, &name);
            match error.place() {
                Some(place) => {
                    let style = style(console);
                    let mut shown = render_place(&style, &name, source, place, &message);
                    let further = further_faults(source, error);
                    for (place, fault) in &further {
                        let message = console.words.syntax_fault(fault);
                        shown.push('\n');
                        shown += &render_place(&style, &name, source, *place, &message);
                    }
                    if further.len() == MOST_FURTHER {
                        shown += &console.words.text(Text::GuideCheckedMore);
                        shown.push('\n');
                    }
                    // What cannot be read is not held against the rules either.
                    format!("{shown}{}\n", console.words.text(Text::GuideCheckedLater))
                }
                None => format!("{}\n", visible(&format!("{name}: {message}"))),
            }
        }
    };
    console.output.write_all(report.as_bytes())?;
    Ok(false)
}

/// How faults are shown: in the language of the messages.
fn style(console: &Console<'_>) -> Style {
    Style {
        is_coloured: console.is_coloured,
        error: console.words.text(Text::GuideLevelError).into_owned(),
        warning: console.words.text(Text::GuideLevelWarning).into_owned(),
    }
}

/// The faults, each with what is wrong in words.
fn said(faults: &[Located], words: &Words) -> Vec<(Located, String)> {
    faults
        .iter()
        .map(|located| (located.clone(), words.fault(&located.fault.kind)))
        .collect()
}
