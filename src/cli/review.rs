//! `leitfaden review`: opens the program to read sessions.

use clap::Args;

use super::console::Console;
use super::ending::Ending;
use super::{screen, values};
use crate::session::SessionId;
use crate::store::StudyError;
use crate::tui::run::First;

/// What `review` accepts.
#[derive(Debug, Args)]
pub struct ReviewArguments {
    /// The session, such as A-1; without it the program lists them
    #[arg(value_parser = values::session)]
    pub session: Option<SessionId>,

    /// Code the session as this coder, 2 to 9, in a file of their own beside it
    #[arg(long, value_name = "NUMBER", requires = "session", value_parser = clap::value_parser!(u8).range(2..=9))]
    pub coder: Option<u8>,
}

/// Opens the program with a session to read, or with the list of sessions.
pub(super) fn run(arguments: &ReviewArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let study = console.find_study()?;
    let Some(id) = &arguments.session else {
        return screen::open(study, First::Start, console);
    };
    let sessions = study.sessions();
    let sessions = sessions.map_err(|error| console.words.study_error(&error))?;
    if !sessions.contains(id) {
        let error = StudyError::NoSession(id.clone());
        return Err(console.words.study_error(&error).into());
    }
    let first = match arguments.coder {
        Some(coder) => First::Code(id.clone(), coder),
        None => First::Review(id.clone()),
    };
    screen::open(study, first, console)
}
