//! `leitfaden archive pull`: reads sessions back into a study for reading.

use super::PullArguments;
use super::words;
use crate::cli::console::Console;
use crate::cli::ending::Ending;
use crate::i18n::{Explanation, Text, Value};
use crate::operations::archive::{PullError, Pulled, pull};

pub(super) fn run(arguments: &PullArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let place = super::archive_at(&arguments.target, console)?;
    let pulled = pull(&place, &arguments.output).map_err(|error| match error {
        PullError::Target(error) => words::of_target(&error, place.shown(), &console.words),
        PullError::NotEmpty(path) => {
            let path = [("path", Value::from(path.display().to_string()))];
            Explanation::new(console.words.text_with(Text::DemoNotEmpty, &path))
                .hinting(console.words.text(Text::ArchivePullNotEmptyHint))
                .into()
        }
        PullError::Disk(error) => console.words.disk_error(&error).into(),
        PullError::Study(error) => console.words.study_error(&error).into(),
        PullError::Save(error) => console.words.save_error(&error).into(),
    })?;
    for (package, refused) in &pulled.refused {
        let reason = words::of_pull(refused, &console.words);
        let values = [
            ("package", Value::from(package.clone())),
            ("reason", Value::from(reason)),
        ];
        let message = console.words.text_with(Text::ArchiveNotPulled, &values);
        console.say(&message);
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
    for session in &pulled.gone {
        let session = Value::from(session.to_string());
        lines.push(words.text_with(Text::ArchivePulledGone, &[("session", session)]));
    }
    for line in lines {
        console.say(&line);
    }
}
