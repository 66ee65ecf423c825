//! `leitfaden archive pull`: reads sessions back into a study for reading.

use super::PullArguments;
use super::words;
use crate::cli::console::Console;
use crate::cli::ending::Ending;
use crate::i18n::{Explanation, Text, Value};
use crate::operations::archive::{PullError, pull};

pub(super) fn run(arguments: &PullArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let place = super::archive_at(&arguments.target, console)?;
    let pulled = pull(&place, &arguments.output).map_err(|error| match error {
        PullError::Target(error) => words::of_target(&error, place.shown(), &console.words),
        PullError::NotEmpty(path) => {
            let path = [("path", Value::from(path.display().to_string()))];
            Explanation::new(console.words.text_with(Text::DemoNotEmpty, &path)).into()
        }
        PullError::Disk(error) => console.words.disk_error(&error).into(),
        PullError::Study(error) => console.words.study_error(&error).into(),
        PullError::Encode(error) => {
            let explanation = Explanation::new(console.words.text(Text::ErrorEncode));
            explanation.because(error.to_string()).into()
        }
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
    let count = pulled.packages.len();
    let message = console.words.counted(Text::ArchivePulledCount, count);
    console.say(&message);
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
