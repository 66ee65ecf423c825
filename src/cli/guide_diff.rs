//! `leitfaden guide diff`: what differs between two guides.

use std::path::Path;

use clap::Args;

use super::console::Console;
use super::ending::Ending;
use super::guide::guide_trouble;
use crate::export::visible;
use crate::guide::{Change, Difference, Guide, diff};
use crate::i18n::{Explanation, Text, Value, Words};
use crate::operations::guides;
use crate::store::guides::load;

/// What `guide diff` accepts.
#[derive(Debug, Args)]
pub struct DiffArguments {
    /// The first guide: its id in the study, or a file
    pub before: String,

    /// The second guide
    pub after: String,
}

/// Prints what differs, a line each, or that nothing does.
pub(super) fn run(arguments: &DiffArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let before = read(&arguments.before, console)?;
    let after = read(&arguments.after, console)?;
    let differences = diff(&before, &after);
    if differences.is_empty() {
        let message = console.words.text(Text::GuideSame).into_owned();
        console.say(&message);
    }
    for difference in &differences {
        let text = said(difference, &console.words);
        writeln!(console.output, "{}", visible(&text))?;
    }
    Ok(())
}

/// A guide by its file, if there is one of that name, else by its id.
fn read(name: &str, console: &Console<'_>) -> Result<Guide, Ending> {
    let path = Path::new(name);
    if path.extension().is_some() {
        return load(path).map_err(|error| {
            let file = Value::from(name.to_owned());
            let fault = console.words.guide_error(&error, name);
            let cause = match error.place() {
                Some(place) => console.words.at_place(place, &fault),
                None => fault,
            };
            let error = console
                .words
                .text_with(Text::ErrorUnreadable, &[("path", file)]);
            Explanation::new(error).because(cause).into()
        });
    }
    let study = console.find_study()?;
    guides::find(&study, name)
        .map_err(|trouble| guide_trouble(&trouble, &study, &console.words).into())
}

fn said(difference: &Difference, words: &Words) -> String {
    let item = &difference.item;
    match &difference.change {
        Change::Added(title) => format!("+ {item} {title}"),
        Change::Removed(title) => format!("- {item} {title}"),
        Change::Moved => format!("~ {item} {}", words.text(Text::GuideMoved)),
        Change::Changed {
            field,
            before,
            after,
        } => {
            let shown = |text: &str| {
                if text.is_empty() {
                    "–".to_owned()
                } else {
                    text.replace('\n', " ⏎ ")
                }
            };
            format!("~ {item} {field}: {} → {}", shown(before), shown(after))
        }
    }
}
