//! `leitfaden archive init`: sets a target up.

use super::InitArguments;
use super::words;
use crate::cli::console::Console;
use crate::cli::ending::Ending;
use crate::i18n::{Text, Value};
use crate::operations::archive::set_up;

pub(super) fn run(arguments: &InitArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let place = super::place(&arguments.target, console)?;
    let mark = set_up(&place, arguments.invented)
        .map_err(|error| words::of_set_up(&error, &place, &console.words))?;
    let target = [("target", Value::from(place.shown().to_owned()))];
    let ready = console.words.text_with(Text::ArchiveReady, &target);
    console.say(&ready);
    let holds = if mark.invented {
        Text::ArchiveHoldsInvented
    } else {
        Text::ArchiveHoldsReal
    };
    let mut texts = vec![holds];
    if mark.sealed {
        texts.push(Text::ArchiveSealed);
    }
    for text in texts {
        let message = console.words.text(text).into_owned();
        console.say(&message);
    }
    Ok(())
}
