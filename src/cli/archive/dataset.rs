//! `leitfaden archive dataset`: makes a dataset of an archive.

use serde::Serialize;

use super::DatasetArguments;
use super::words;
use crate::archive::dataset::DatasetFault;
use crate::cli::console::Console;
use crate::cli::ending::{self, Ending};
use crate::cli::export::say_logged;
use crate::export::json;
use crate::i18n::{Explanation, Text, Value};
use crate::operations::archive::{
    DatasetError, MadeDataset, Place, PullRefused, dataset, open_for_dataset,
};
use crate::operations::configuration;
use crate::operations::process;
use crate::release::Counted;

#[derive(Serialize)]
struct Document<'made> {
    format: &'static str,
    version: u32,
    build: &'made str,
    new: bool,
    guides: Vec<GuideEntry<'made>>,
    left_out: Vec<&'made str>,
    removed_builds: usize,
}

#[derive(Serialize)]
struct GuideEntry<'made> {
    guide: &'made str,
    sessions_in_notes: usize,
    sessions_in_counts: usize,
    counts_of_notes_only: bool,
}

pub(super) fn run(arguments: &DatasetArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let source = super::place(&arguments.source, console)?;
    let target = place(&arguments.target, console)?;
    let made = dataset(&source, &target).map_err(|error| of(&error, &source, &target, console))?;
    if arguments.json {
        json::write_document(&document(&made), &mut console.output)?;
    } else {
        say(&made, &target, console);
    }
    say_what_it_tells(&made, console);
    log(&made, &target, console)?;
    for refused in &made.refused {
        let explanation = console.words.refused(refused);
        ending::report(&Ending::Failed(explanation), &console.words, console.errors)?;
    }
    if made.refused.is_empty() && made.left_out.is_empty() {
        Ok(())
    } else {
        Err(Ending::Found)
    }
}

/// The place of the dataset.
fn place(named: &str, console: &Console<'_>) -> Result<Place, Ending> {
    let configuration = configuration::load().map_err(|error| console.words.study_error(&error))?;
    open_for_dataset(named, &configuration)
        .map(|place| super::saying_that_it_waits(place, console))
        .map_err(|error| words::of_open(&error, named, &console.words))
}

fn document(made: &MadeDataset) -> Document<'_> {
    let guides = made.guides.iter().map(|guide| GuideEntry {
        guide: &guide.guide,
        sessions_in_notes: guide.in_texts,
        sessions_in_counts: guide.in_numbers,
        counts_of_notes_only: guide.counted == Counted::OfExtracts,
    });
    let left_out = made.left_out.iter().map(|(guide, _)| guide.id.as_str());
    Document {
        format: "leitfaden.archive-dataset",
        version: 1,
        build: &made.built.name,
        new: !made.built.was_there,
        guides: guides.collect(),
        left_out: left_out.collect(),
        removed_builds: made.built.removed,
    }
}

fn say(made: &MadeDataset, target: &Place, console: &mut Console<'_>) {
    let text = if made.built.was_there {
        Text::ArchiveDatasetSame
    } else {
        Text::ArchiveDatasetBuilt
    };
    let values = [
        ("target", Value::from(target.shown().to_owned())),
        ("build", Value::from(made.built.name.clone())),
    ];
    let mut lines = vec![console.words.text_with(text, &values)];
    for guide in &made.guides {
        let values = [
            ("guide", Value::from(guide.guide.clone())),
            ("texts", Value::from(guide.in_texts)),
            ("numbers", Value::from(guide.in_numbers)),
        ];
        lines.push(console.words.text_with(Text::ArchiveDatasetGuide, &values));
    }
    for line in lines {
        console.say(&line);
    }
}

/// What whoever makes a dataset has to know of what it tells, and of what it leaves out.
fn say_what_it_tells(made: &MadeDataset, console: &mut Console<'_>) {
    let mut lines = Vec::new();
    let of_texts = made.guides.iter();
    for guide in of_texts.filter(|guide| guide.counted == Counted::OfExtracts) {
        let guide = [("guide", Value::from(guide.guide.clone()))];
        lines.push(console.words.text_with(Text::ArchiveDatasetOfTexts, &guide));
    }
    for (guide, refusal) in &made.left_out {
        let reason = words::one_line(&console.words.table_refusal(refusal, guide));
        let values = [
            ("guide", Value::from(guide.id.clone())),
            ("reason", Value::from(reason)),
        ];
        lines.push(
            console
                .words
                .text_with(Text::ArchiveDatasetLeftOut, &values),
        );
    }
    if let Some(difference) = made.telling {
        let difference = [("difference", Value::from(difference))];
        lines.push(
            console
                .words
                .text_with(Text::ArchiveDatasetTelling, &difference),
        );
    }
    for line in lines {
        console.say(&line);
    }
}

/// Has the dataset stand in the logs of the sessions of the study at hand that are in it.
fn log(made: &MadeDataset, target: &Place, console: &mut Console<'_>) -> Result<(), Ending> {
    // Whoever makes a dataset of others' archives has no study at hand.
    let Ok(study) = console.find_study() else {
        return Ok(());
    };
    let now = process::now();
    let logged = made
        .log(&study, target, now)
        .map_err(|error| console.words.study_error(&error))?;
    say_logged(&logged, console)
}

/// Why there is no dataset.
fn of(error: &DatasetError, source: &Place, target: &Place, console: &Console<'_>) -> Ending {
    let words = &console.words;
    let apart = |text: Text| {
        let target = [("target", Value::from(target.shown().to_owned()))];
        Explanation::new(words.text_with(text, &target))
            .hinting(words.text(Text::ArchiveDatasetApartHint))
    };
    match error {
        DatasetError::Source(error) => words::of_set_up(error, source, words),
        DatasetError::Target(error) => words::of_target(error, source.shown(), words),
        DatasetError::Beside => apart(Text::ArchiveDatasetBeside).into(),
        DatasetError::Unreadable(packages) => of_unreadable(packages, console),
        DatasetError::Nothing(left_out) => {
            let mut explanation = Explanation::new(words.text(Text::ArchiveDatasetNothing));
            for (guide, refusal) in left_out {
                let reason = words::one_line(&words.table_refusal(refusal, guide));
                explanation = explanation.because(format!("{}: {reason}", guide.id));
            }
            explanation.into()
        }
        DatasetError::Make(error) => Explanation::new(words.text(Text::ExportMake))
            .because(words.system_error(error))
            .into(),
        DatasetError::Dataset(fault) => match fault {
            DatasetFault::Target(error) => words::of_target(error, target.shown(), words),
            DatasetFault::HoldsPackages => apart(Text::ArchiveDatasetHoldsPackages).into(),
            DatasetFault::File(fault) => apart(Text::ArchiveDatasetForeign)
                .because(words::of_file(fault, words))
                .into(),
            DatasetFault::WrongKind { invented: true } => apart(Text::ArchiveWrongKindReal).into(),
            DatasetFault::WrongKind { invented: false } => {
                apart(Text::ArchiveWrongKindInvented).into()
            }
            DatasetFault::AtOnce => Explanation::new(words.text(Text::ArchiveDatasetAtOnce))
                .hinting(words.text(Text::ArchiveDatasetAtOnceHint))
                .into(),
        },
    }
}

/// Names the packages without which no dataset is made.
fn of_unreadable(packages: &[(String, PullRefused)], console: &Console<'_>) -> Ending {
    let words = &console.words;
    let mut explanation = Explanation::new(words.text(Text::ArchiveDatasetUnreadable));
    for (package, refused) in packages {
        let reason = words::one_line(&words::of_pull(refused, words));
        explanation = explanation.because(format!("{package}: {reason}"));
    }
    explanation
        .hinting(words.text(Text::ArchiveDatasetUnreadableHint))
        .into()
}
