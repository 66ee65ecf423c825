//! `leitfaden check`: what keeps sessions from being released, and what may point to somebody.

use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::check_json;
use super::check_report;
use super::console::Console;
use super::ending::Ending;
use super::outside;
use super::protect;
use super::usage;
use super::values::{self, ValueFault};
use crate::anonymise::ProtectedWords;
use crate::i18n::{Explanation, Text, Value};
use crate::operations::check::{self, AcceptError, Acceptance, Reveal};
use crate::operations::process;
use crate::session::{SessionId, TextPlace};

/// What `check` accepts.
///
/// It prints no protocol but at most three words around a place, with a sign in place of what may be a name, so it takes
/// no level. What may be a name is shown on the screen alone, and only if it is asked for.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// The sessions, such as A-1; without any, all of the study
    #[arg(value_name = "SESSION", value_parser = values::session)]
    pub sessions: Vec<SessionId>,

    /// A file of protected words, one entity a line, to search for too; - reads the standard input
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub protect_file: Option<PathBuf>,

    /// Print one JSON document
    #[arg(long)]
    pub json: bool,

    /// Show what may be a name as it stands; on a terminal only
    #[arg(long, conflicts_with = "json")]
    pub show: bool,

    /// Say that a hit is no name, by its text and number as the check prints them, such as 1.17:2
    #[arg(long, value_name = "NOTE:N", value_parser = hit, requires = "reason",
        requires = "sessions", conflicts_with_all = ["json", "show"])]
    pub accept: Option<Hit>,

    /// Why the hit is no name; kept in the session's log, so without the word itself
    #[arg(long, value_name = "TEXT", requires = "accept")]
    pub reason: Option<String>,
}

/// A hit as it is named on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The text.
    pub place: TextPlace,
    /// Which of the hits in it, from 1.
    pub number: usize,
}

impl CheckArguments {
    /// Holds the arguments against each other: one session at a time can be accepted in.
    pub(super) fn check(&self) -> Result<(), clap::Error> {
        if self.accept.is_some() && self.sessions.len() != 1 {
            let wrong = clap::error::ErrorKind::ValueValidation;
            return Err(usage::error(wrong, "--accept", ValueFault::Accept));
        }
        Ok(())
    }
}

/// Prints what was found, and ends with 1 if something keeps a session from the archive.
pub(super) fn run(arguments: &CheckArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let reveal = reveal(arguments, console)?;
    let protected = protect::list_if_named(arguments.protect_file.as_deref(), console)?;
    if let (Some(hit), [session]) = (&arguments.accept, arguments.sessions.as_slice()) {
        let reason = arguments.reason.as_deref().unwrap_or_default();
        return accept(session, hit, reason, &protected, console);
    }
    let study = console.find_study()?;
    let checked = check::check(&study, &arguments.sessions, &protected)
        .map_err(|error| console.words.study_error(&error))?;
    if arguments.json {
        check_json::write(&checked, &mut console.output)?;
    } else {
        let to: (&mut dyn std::io::Write, _) = (console.output, console.columns);
        check_report::write(&checked, reveal, &console.words, to)?;
    }
    console.name_unread(checked.unread.iter())?;
    if checked.blocks() {
        return Err(Ending::Found);
    }
    Ok(())
}

/// Whether possible names are shown: only where they go to the screen, so that none gets into a file.
fn reveal(arguments: &CheckArguments, console: &Console<'_>) -> Result<Reveal, Ending> {
    if !arguments.show {
        return Ok(Reveal::Masked);
    }
    if console.is_terminal {
        return Ok(Reveal::Shown);
    }
    let hint = console.words.text(Text::CheckNeedsTerminalHint);
    let explanation = Explanation::new(console.words.text(Text::CheckNeedsTerminal)).hinting(hint);
    Err(Ending::Usage(explanation))
}

fn accept(
    session: &SessionId,
    hit: &Hit,
    reason: &str,
    protected: &ProtectedWords,
    console: &mut Console<'_>,
) -> Result<(), Ending> {
    let study = console.find_study()?;
    let acceptance = Acceptance {
        session: session.clone(),
        place: hit.place.clone(),
        number: hit.number,
        reason,
        protected,
        now: process::now(),
    };
    let named = [
        ("session", Value::from(session.to_string())),
        ("hit", Value::from(format!("{}:{}", hit.place, hit.number))),
    ];
    let cleared =
        check::accept(&study, &acceptance).map_err(|error| of_accept(&error, &named, console))?;
    let message = console.words.text_with(Text::CheckAcceptDone, &named);
    console.say(&message);
    outside::say_cleared(&cleared, console);
    Ok(())
}

fn of_accept(
    error: &AcceptError,
    named: &[(&'static str, Value<'_>)],
    console: &Console<'_>,
) -> Ending {
    let words = &console.words;
    let explanation = match error {
        AcceptError::Study(error) => words.study_error(error),
        AcceptError::Save(error) => words.save_error(error),
        AcceptError::Unknown => Explanation::new(words.text_with(Text::CheckAcceptUnknown, named))
            .hinting(words.text_with(Text::CheckAcceptUnknownHint, named)),
        AcceptError::Listed => Explanation::new(words.text_with(Text::CheckAcceptListed, named))
            .hinting(words.text_with(Text::RefusedHintListed, named)),
        AcceptError::Doubtful => {
            Explanation::new(words.text_with(Text::CheckAcceptDoubtful, named))
        }
        AcceptError::NoReason => Explanation::new(words.text(Text::CheckAcceptEmpty)),
        AcceptError::NameInReason => Explanation::new(words.text(Text::CheckAcceptName))
            .hinting(words.text(Text::CheckAcceptNameHint)),
    };
    explanation.into()
}

/// Reads a hit: its text, a colon, its number.
fn hit(text: &str) -> Result<Hit, ValueFault> {
    let wrong = ValueFault::Hit;
    let (place, number) = text.rsplit_once(':').ok_or(wrong)?;
    let number: usize = number.parse().map_err(|_| wrong)?;
    let place = place.parse().map_err(|_| wrong)?;
    (number > 0).then_some(Hit { place, number }).ok_or(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hit_is_named_by_its_text_and_number() {
        let read = hit("1.17:2").unwrap();
        assert_eq!(read.place.to_string(), "1.17");
        assert_eq!(read.number, 2);
        assert!(hit("summary-b1.t1:1").is_ok());
        for wrong in ["", "1.17", "1.17:0", "1.17:x", "draft-b1.t1:1", ":1"] {
            assert!(hit(wrong).is_err(), "{wrong}");
        }
    }
}
