//! `leitfaden show`: the protocol of a session.

use clap::{Args, ValueEnum};

use super::console::Console;
use super::ending::Ending;
use super::values;
use crate::export::{json, markdown, text};
use crate::i18n::{Text, Value};
use crate::operations::guides::{self, GuideTrouble};
use crate::release::{Level, Released, release};
use crate::session::SessionId;

/// What `show` accepts.
#[derive(Debug, Args)]
pub struct ShowArguments {
    /// The session, such as A-1
    #[arg(value_parser = values::session)]
    pub session: SessionId,

    /// How much the output contains; on a terminal working, if it is not named
    #[arg(long, value_name = "LEVEL", value_parser = values::level())]
    pub level: Option<Level>,

    /// How the protocol is written
    #[arg(long, value_enum, default_value_t = Format::Txt, conflicts_with = "json")]
    pub format: Format,

    /// Print one JSON document
    #[arg(long)]
    pub json: bool,
}

/// How a protocol is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Markdown
    Md,
    /// Plain text
    Txt,
}

/// Prints the protocol at a level.
pub(super) fn run(arguments: &ShowArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let level = console.level(arguments.level)?;
    let study = console.find_study()?;
    let session = study
        .read_session(&arguments.session)
        .map_err(|error| console.words.study_error(&error))?;
    let guide = match guides::counted_by_session(&study, &session) {
        Ok(guide) => Some(guide),
        Err(GuideTrouble::Additions(error)) => {
            return Err(console.words.study_error(&error).into());
        }
        Err(_) => None,
    };
    if guide.is_none() {
        let guide = Value::from(session.header.guide.id.clone());
        let message = console
            .words
            .text_with(Text::ShowNoGuide, &[("guide", guide)]);
        console.say(&message);
    }
    let released = release(&session, guide.as_ref(), level)
        .map_err(|refused| console.words.refused(&refused))?;
    say_what_is_left(&released, console);
    let words = console.words_for(released.language());
    let output = &mut console.output;
    match arguments.format {
        _ if arguments.json => json::write(&released, output)?,
        Format::Md => markdown::write(&released, guide.as_ref(), &words, output)?,
        Format::Txt => text::write(&released, guide.as_ref(), &words, output)?,
    }
    Ok(())
}

/// A version that is given away although something in it looks like a name says so: the interviewee should not meet it.
fn say_what_is_left(released: &Released, console: &mut Console<'_>) {
    let left = released.residual().iter().filter(|left| left.blocks());
    let count = left.count();
    if count == 0 {
        return;
    }
    let session = [("session", Value::from(released.id().to_string()))];
    let message = console.words.counted(Text::ReviewLeft, count);
    let hint = console.words.text_with(Text::ReviewLeftHint, &session);
    console.say(&message);
    console.say(&hint);
}
