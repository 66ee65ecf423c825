//! `leitfaden archive pull`: reads sessions back into a study for reading.

use std::path::Path;

use super::PullArguments;
use super::words;
use crate::cli::console::Console;
use crate::cli::ending::{self, Ending};
use crate::i18n::{Explanation, Text, Value, Words};
use crate::operations::archive::{Gone, Place, PullError, Pulled, pull, whole_path};

pub(super) fn run(arguments: &PullArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let place = super::archive_at(&arguments.target, console)?;
    let pulled = pull(&place, &whole_path(&arguments.output))
        .map_err(|error| of_error(&error, &place, &console.words))?;
    for (package, refused) in &pulled.refused {
        let package = [("package", Value::from(package.clone()))];
        let error = console.words.text_with(Text::ArchiveNotPulled, &package);
        let explanation = words::under(error, words::of_pull(refused, &console.words));
        ending::report(&Ending::Failed(explanation), &console.words, console.errors)?;
    }
    for guide in &pulled.mixed_guides {
        let guide = [("guide", Value::from(guide.clone()))];
        let message = console.words.text_with(Text::ArchiveMixedGuide, &guide);
        console.say(&message);
    }
    if pulled.taken_back > 0 {
        let text = Text::ArchivePulledTakenBack;
        let message = console.words.counted(text, pulled.taken_back);
        console.say(&message);
    }
    say_what_is_new(&pulled, console);
    for text in [Text::ArchivePulled, Text::ArchivePulledHint] {
        let path = pulled.study.root().display().to_string();
        let message = console
            .words
            .text_with(text, &[("path", Value::from(path))]);
        console.say(&message);
    }
    if pulled.refused.is_empty() {
        return Ok(());
    }
    Err(Ending::Found)
}

fn say_what_is_new(pulled: &Pulled, console: &mut Console<'_>) {
    let words = &console.words;
    let mut lines = vec![words.counted(Text::ArchivePulledCount, pulled.new.len())];
    if pulled.known > 0 {
        lines.push(words.counted(Text::ArchivePulledKnown, pulled.known));
    }
    let is_again = pulled.known > 0 || !pulled.renewed.is_empty();
    let named = [
        (Text::ArchivePulledNew, is_again, pulled.new.join(", ")),
        (Text::ArchivePulledRenewed, true, pulled.renewed.join(", ")),
    ];
    for (text, is_said, packages) in named {
        if is_said && !packages.is_empty() {
            lines.push(words.text_with(text, &[("packages", Value::from(packages))]));
        }
    }
    lines.extend(pulled.gone.iter().flat_map(|gone| of_gone(gone, words)));
    for line in lines {
        console.say(&line);
    }
}

/// What became of a session that was taken back, a line each.
fn of_gone(gone: &Gone, words: &Words) -> Vec<String> {
    let session = [("session", Value::from(gone.session.to_string()))];
    let said = if gone.is_deleted {
        Text::ArchivePulledGone
    } else {
        Text::ArchivePulledGoneKept
    };
    let mut lines = vec![words.text_with(said, &session)];
    lines.extend(gone.left.iter().map(|path| {
        let path = [("path", Value::from(path.display().to_string()))];
        words.text_with(Text::ArchivePulledGoneLeft, &path)
    }));
    lines
}

fn of_error(error: &PullError, place: &Place, words: &Words) -> Ending {
    let with_path = |text: Text, path: &Path| {
        words.text_with(text, &[("path", Value::from(path.display().to_string()))])
    };
    let explanation = match error {
        PullError::Target(error) => return words::of_target(error, place.shown(), words),
        PullError::SetUp(error) => return words::of_set_up(error, place, words),
        PullError::Nothing => {
            let target = [("target", Value::from(place.shown().to_owned()))];
            Explanation::new(words.text_with(Text::ArchivePullNothing, &target))
        }
        PullError::NotEmpty(path) => Explanation::new(with_path(Text::DemoNotEmpty, path))
            .hinting(words.text(Text::ArchivePullNotEmptyHint)),
        PullError::OtherArchive { folder, archive } => {
            let values = [
                ("path", Value::from(folder.display().to_string())),
                ("archive", Value::from(archive.clone())),
            ];
            Explanation::new(words.text_with(Text::ArchivePullOther, &values))
                .hinting(words.text(Text::ArchivePullOtherHint))
        }
        PullError::NotFromHere(path) => {
            Explanation::new(with_path(Text::ArchivePullNotFromHere, path))
                .hinting(words.text(Text::ArchivePullOtherHint))
        }
        PullError::Disk(error) => words.disk_error(error),
        PullError::Study(error) => words.study_error(error),
        PullError::Save(error) => words.save_error(error),
    };
    explanation.into()
}
